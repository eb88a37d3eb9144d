// Every public member of the emulated classes is one of live Apps Script: the check is made by the compiler.
// The declarations are those of @types/google-apps-script.
import type { Banding } from '../../../../local/services/spreadsheet/banding';
import type { EmbeddedChart, EmbeddedChartBuilder } from '../../../../local/services/spreadsheet/chart';
import type { Color } from '../../../../local/services/spreadsheet/colour-object';
import type {
  BooleanCondition,
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
  GradientCondition,
} from '../../../../local/services/spreadsheet/conditional';
import type { Filter } from '../../../../local/services/spreadsheet/filter';
import type {
  DeveloperMetadata,
  DeveloperMetadataFinder,
  DeveloperMetadataLocation,
} from '../../../../local/services/spreadsheet/metadata';
import type { NamedRange } from '../../../../local/services/spreadsheet/named-range';
import type { Protection } from '../../../../local/services/spreadsheet/protection';
import type { Range } from '../../../../local/services/spreadsheet/range';
import type { RangeList } from '../../../../local/services/spreadsheet/range-list';
import type {
  RichTextValue,
  RichTextValueBuilder,
  TextStyle,
  TextStyleBuilder,
} from '../../../../local/services/spreadsheet/rich-text';
import type { Sheet } from '../../../../local/services/spreadsheet/sheet';
import type { Spreadsheet } from '../../../../local/services/spreadsheet/spreadsheet';
import type { SpreadsheetService } from '../../../../local/services/spreadsheet/spreadsheet-service';
import type { TextFinder } from '../../../../local/services/spreadsheet/text-finder';
import type { DataValidation, DataValidationBuilder } from '../../../../local/services/spreadsheet/validation';
import { workbook } from './workbook';

/** Public names of an emulated class that its live counterpart does not have. */
type Invented<Local, Real> = Exclude<keyof Local, keyof Real | `_${string}` | 'toString'>;
/** The types leave these out, though live Apps Script has them (older names that still work, and an enum). */
type Undeclared =
  'getColumnIndex' | 'getFontColor' | 'getFontColors' | 'getTabColorObject' | 'setTabColorObject' | 'SortOrder';

/** Compiles only when nothing is invented. */
type Nothing<T extends Undeclared> = T;
type Checked = [
  Nothing<Invented<SpreadsheetService, GoogleAppsScript.Spreadsheet.SpreadsheetApp>>,
  Nothing<Invented<Spreadsheet, GoogleAppsScript.Spreadsheet.Spreadsheet>>,
  Nothing<Invented<Sheet, GoogleAppsScript.Spreadsheet.Sheet>>,
  Nothing<Invented<Range, GoogleAppsScript.Spreadsheet.Range>>,
  Nothing<Invented<Banding, GoogleAppsScript.Spreadsheet.Banding>>,
  Nothing<Invented<EmbeddedChart, GoogleAppsScript.Spreadsheet.EmbeddedChart>>,
  Nothing<Invented<EmbeddedChartBuilder, GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder>>,
  Nothing<Invented<ConditionalFormatRule, GoogleAppsScript.Spreadsheet.ConditionalFormatRule>>,
  Nothing<Invented<ConditionalFormatRuleBuilder, GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder>>,
  Nothing<Invented<BooleanCondition, GoogleAppsScript.Spreadsheet.BooleanCondition>>,
  Nothing<Invented<GradientCondition, GoogleAppsScript.Spreadsheet.GradientCondition>>,
  Nothing<Invented<Color, GoogleAppsScript.Spreadsheet.Color>>,
  Nothing<Invented<RangeList, GoogleAppsScript.Spreadsheet.RangeList>>,
  Nothing<Invented<TextFinder, GoogleAppsScript.Spreadsheet.TextFinder>>,
  Nothing<Invented<Filter, GoogleAppsScript.Spreadsheet.Filter>>,
  Nothing<Invented<DeveloperMetadata, GoogleAppsScript.Spreadsheet.DeveloperMetadata>>,
  Nothing<Invented<DeveloperMetadataFinder, GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder>>,
  Nothing<Invented<DeveloperMetadataLocation, GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation>>,
  Nothing<Invented<NamedRange, GoogleAppsScript.Spreadsheet.NamedRange>>,
  Nothing<Invented<Protection, GoogleAppsScript.Spreadsheet.Protection>>,
  Nothing<Invented<RichTextValue, GoogleAppsScript.Spreadsheet.RichTextValue>>,
  Nothing<Invented<RichTextValueBuilder, GoogleAppsScript.Spreadsheet.RichTextValueBuilder>>,
  Nothing<Invented<TextStyle, GoogleAppsScript.Spreadsheet.TextStyle>>,
  Nothing<Invented<TextStyleBuilder, GoogleAppsScript.Spreadsheet.TextStyleBuilder>>,
  Nothing<Invented<DataValidation, GoogleAppsScript.Spreadsheet.DataValidation>>,
  Nothing<Invented<DataValidationBuilder, GoogleAppsScript.Spreadsheet.DataValidationBuilder>>,
];

it('Every class is checked, and own fields of its objects are hidden from scripts', () => {
  const classes: Checked['length'] = 26;
  expect(classes).toBe(26);
  const { app, book, sheet } = workbook();
  for (const object of [
    book,
    sheet,
    sheet.getRange('A1'),
    app.newDataValidation(),
    app.newConditionalFormatRule(),
    sheet.newChart(),
  ])
    expect(Object.keys(object).filter((key) => !key.startsWith('_'))).toEqual([]);
});

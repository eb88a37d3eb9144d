// The enums of SpreadsheetApp: https://developers.google.com/apps-script/reference/spreadsheet
import { NotEmulated, scriptEnum } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';

export const BandingTheme = scriptEnum('BandingTheme', [
  'LIGHT_GREY',
  'CYAN',
  'GREEN',
  'YELLOW',
  'ORANGE',
  'BLUE',
  'TEAL',
  'GREY',
  'BROWN',
  'LIGHT_GREEN',
  'INDIGO',
  'PINK',
]);
export const BooleanCriteria = scriptEnum('BooleanCriteria', [
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'DATE_EQUAL_TO_RELATIVE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'CUSTOM_FORMULA',
]);
export const BorderStyle = scriptEnum('BorderStyle', [
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
]);
export const CopyPasteType = scriptEnum('CopyPasteType', [
  'PASTE_NORMAL',
  'PASTE_NO_BORDERS',
  'PASTE_FORMAT',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_VALUES',
  'PASTE_CONDITIONAL_FORMATTING',
  'PASTE_COLUMN_WIDTHS',
]);
export const DataValidationCriteria = scriptEnum('DataValidationCriteria', [
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
]);
export const DeveloperMetadataLocationType = scriptEnum('DeveloperMetadataLocationType', [
  'SPREADSHEET',
  'SHEET',
  'ROW',
  'COLUMN',
]);
export const DeveloperMetadataVisibility = scriptEnum('DeveloperMetadataVisibility', ['DOCUMENT', 'PROJECT']);
export const Dimension = scriptEnum('Dimension', ['COLUMNS', 'ROWS']);
export const Direction = scriptEnum('Direction', ['UP', 'DOWN', 'PREVIOUS', 'NEXT']);
export const InterpolationType = scriptEnum('InterpolationType', ['NUMBER', 'PERCENT', 'PERCENTILE', 'MIN', 'MAX']);
export const ProtectionType = scriptEnum('ProtectionType', ['RANGE', 'SHEET']);
export const RecalculationInterval = scriptEnum('RecalculationInterval', ['ON_CHANGE', 'MINUTE', 'HOUR']);
export const RelativeDate = scriptEnum('RelativeDate', [
  'TODAY',
  'TOMORROW',
  'YESTERDAY',
  'PAST_WEEK',
  'PAST_MONTH',
  'PAST_YEAR',
]);
export const SheetType = scriptEnum('SheetType', ['GRID', 'OBJECT']);
export const SortOrder = scriptEnum('SortOrder', ['ASCENDING', 'DESCENDING']);
export const TextDirection = scriptEnum('TextDirection', ['LEFT_TO_RIGHT', 'RIGHT_TO_LEFT']);
export const WrapStrategy = scriptEnum('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);

/** https://developers.google.com/apps-script/reference/charts/chart-type */
export const ChartType = scriptEnum('ChartType', [
  'TIMELINE',
  'AREA',
  'BAR',
  'BUBBLE',
  'CANDLESTICK',
  'COLUMN',
  'COMBO',
  'GAUGE',
  'GEO',
  'HISTOGRAM',
  'RADAR',
  'LINE',
  'ORG',
  'PIE',
  'SCATTER',
  'SPARKLINE',
  'STEPPED_AREA',
  'TABLE',
  'TREEMAP',
  'WATERFALL',
]);
/** https://developers.google.com/apps-script/reference/charts/chart-hidden-dimension-strategy */
export const ChartHiddenDimensionStrategy = scriptEnum('ChartHiddenDimensionStrategy', [
  'IGNORE_BOTH',
  'IGNORE_ROWS',
  'IGNORE_COLUMNS',
  'SHOW_BOTH',
]);
/** https://developers.google.com/apps-script/reference/charts/chart-merge-strategy */
export const ChartMergeStrategy = scriptEnum('ChartMergeStrategy', ['MERGE_COLUMNS', 'MERGE_ROWS']);

/** The enum's value of this name; names come from stored state, so an unknown one is the emulator's gap. */
export function valueOf(values: Readonly<Record<string, ScriptEnum>>, name: string): ScriptEnum {
  const value = values[name];
  if (value === undefined) throw new NotEmulated(`enum value ${name}`);
  return value;
}

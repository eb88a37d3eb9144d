// What cells look like: own styles, alternating colours, conditional formatting.
import { createLocalWorkspace } from '../../../local';
import { readSheet } from '../../../local/services/spreadsheet';
import { Painter } from '../../../local/web/host/paint';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Backgrounds of a column of cells after `prepare` has formatted the sheet. */
function painted(values: readonly unknown[], prepare: (sheet: Sheet, app: typeof SpreadsheetApp) => void) {
  const workspace = createLocalWorkspace();
  const id = workspace.createSpreadsheet('Книга');
  const app = workspace.globals['SpreadsheetApp'] as typeof SpreadsheetApp;
  const sheet = app.getActive().getActiveSheet();
  sheet.getRange(1, 1, values.length, 1).setValues(values.map((value) => [value]));
  prepare(sheet, app);
  const view = readSheet(workspace.world, id, 0);
  const painter = new Painter(view);
  return { backgrounds: view.cells.map((cell) => painter.styleOf(cell).background), undrawn: painter.undrawn };
}

it('colours by the first rule that holds, over the cell’s own colour', () => {
  const { backgrounds } = painted([1, 2, 3, 4], (sheet, app) => {
    const range = sheet.getRange('A1:A4').setBackground('#eeeeee');
    const rule = (): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder =>
      app.newConditionalFormatRule().setRanges([range]);
    sheet.setConditionalFormatRules([
      rule().whenNumberGreaterThan(3).setBackground('#ff0000').build(),
      rule().whenNumberGreaterThan(1).setBackground('#00ff00').build(),
    ]);
  });
  expect(backgrounds).toEqual(['#eeeeee', '#00ff00', '#00ff00', '#ff0000']);
});

it('draws a colour scale from the least to the greatest number, texts aside', () => {
  const { backgrounds } = painted([0, 5, 10, 'нет'], (sheet, app) => {
    const rule = app.newConditionalFormatRule().setGradientMinpoint('#000000').setGradientMaxpoint('#ffffff');
    sheet.setConditionalFormatRules([rule.setRanges([sheet.getRange('A1:A4')]).build()]);
  });
  expect(backgrounds).toEqual(['#000000', '#808080', '#ffffff', undefined]);
});

it('draws alternating colours under what has no colour of its own', () => {
  const { backgrounds } = painted(['Заголовок', 'а', 'б', 'в'], (sheet) => {
    sheet
      .getRange('A1:A4')
      .applyRowBanding()
      .setHeaderRowColor('#111111')
      .setFirstRowColor('#222222')
      .setSecondRowColor('#333333');
    sheet.getRange('A3').setBackground('#abcdef');
  });
  expect(backgrounds).toEqual(['#111111', '#222222', '#abcdef', '#222222']);
});

it('counts rules by formula, which it does not draw', () => {
  const { backgrounds, undrawn } = painted([1], (sheet, app) => {
    const rule = app.newConditionalFormatRule().whenFormulaSatisfied('=A1>0').setBackground('#ff0000');
    sheet.setConditionalFormatRules([rule.setRanges([sheet.getRange('A1')]).build()]);
  });
  expect([backgrounds, undrawn]).toEqual([[undefined], 1]);
});

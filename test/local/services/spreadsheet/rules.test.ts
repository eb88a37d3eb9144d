// Data validation, conditional formats, checkboxes, rich text, bands, filters, charts.
// https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder
// https://developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule-builder
import { createChartsService } from '../../../../local/services/spreadsheet';
import { ChartType } from '../../../../local/services/spreadsheet/enums';
import type { DataValidation } from '../../../../local/services/spreadsheet/validation';
import { local, workbook } from './workbook';

describe('data validation', () => {
  it('lets anything through by default and rejects when told so, nothing half-written', () => {
    const { app, sheet } = workbook();
    const list = app.newDataValidation().requireValueInList(['да', 'нет'], true).setHelpText('Выберите');
    const cells = sheet.getRange('A1:A2').setDataValidation(list.build());
    cells.setValues([['может быть'], ['да']]);
    expect(cells.getDataValidation()?.getAllowInvalid()).toBe(true);
    cells.setDataValidation(list.setAllowInvalid(false).build());
    expect(() => cells.setValues([['да'], ['не знаю']])).toThrow(
      'The data you entered in cell A2 violates the data validation rules set on this cell. Please enter one of the following values: да, нет.',
    );
    expect(cells.getValues().flat()).toEqual(['может быть', 'да']);
    cells.setValues([['нет'], ['']]);
    expect(cells.getValues().flat()).toEqual(['нет', '']);
  });

  it('checks numbers, dates, e-mails, ranges and checkboxes', () => {
    const { app, sheet } = workbook();
    sheet.getRange('H1:H2').setValues([['Алгебра'], ['Физика']]);
    const build = (): ReturnType<typeof app.newDataValidation> => app.newDataValidation().setAllowInvalid(false);
    const cases = [
      [build().requireNumberBetween(0, 4), '3', '5'],
      [build().requireDateOnOrAfter(local(2026, 9, 1)), '01.09.2026', '31.08.2026'],
      [build().requireDate(), '01.09.2026', 'завтра'],
      [build().requireTextIsEmail(), 'a@school.example', 'a@school'],
      [build().requireValueInRange(sheet.getRange('H1:H9')), 'Физика', 'Химия'],
      [build().requireCheckbox(), true, 'да'],
      [build().requireTextContains('урок'), 'Мастер-урок', 'лекция'],
    ] as const;
    for (const [builder, good, bad] of cases) {
      const cell = sheet.getRange('B2').clear().setDataValidation(builder.build());
      cell.setValue(good);
      expect(() => cell.setValue(bad)).toThrow('The data you entered in cell B2 violates the data validation rules');
    }
  });

  // https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder#requireformulasatisfiedformula
  it('may be a formula of its own, whose references move from cell to cell', () => {
    const { app, sheet } = workbook();
    const rule = (formula: string): DataValidation =>
      app.newDataValidation().requireFormulaSatisfied(formula).setAllowInvalid(false).build();
    sheet.getRange('A1:A3').setDataValidation(rule('=AND(A1>0;A1<B1)'));
    sheet.getRange('B1:B3').setValues([[5], [1], [5]]);
    sheet.getRange('A1').setValue(3);
    expect(() => sheet.getRange('A2').setValue(3)).toThrow('The data you entered in cell A2 violates');
    expect(() => sheet.getRange('A1:A3').setValues([[1], [0.5], [9]])).toThrow('in cell A3 violates');
    expect(sheet.getRange('A1:A3').getValues()).toEqual([[3], [''], ['']]);
    // No value twice: what the same call writes elsewhere counts.
    sheet.getRange('D1:D3').setDataValidation(rule('=COUNTIF($D$1:$D$3;D1)=1'));
    expect(() => sheet.getRange('D1:D2').setValues([['x'], ['x']])).toThrow('in cell D1 violates');
    sheet.getRange('D1:D2').setValues([['x'], ['y']]);
    expect(() => sheet.getRange('D3').setValue('y')).toThrow('in cell D3 violates');
    expect(sheet.getDataRange().getA1Notation()).toBe('A1:D3');
    sheet.getRange('D9').setDataValidation(rule('=COUNTIF($D$1:$D$3;D1)=1'));
    expect(() => sheet.getRange('D9').setValue('z')).toThrow('NotEmulated');
  });

  it('gives back what it was made of', () => {
    const { app, sheet } = workbook();
    const rule = app
      .newDataValidation()
      .requireValueInRange(sheet.getRange('H1:H9'), false)
      .setHelpText('Список')
      .build();
    sheet.getRange('A1:B1').setDataValidations([[rule, null]]);
    const [[first, second] = []] = sheet.getRange('A1:B1').getDataValidations();
    expect(first?.getCriteriaType()).toBe(app.DataValidationCriteria.VALUE_IN_RANGE);
    const [range, dropdown] = first?.getCriteriaValues() ?? [];
    expect([(range as { getA1Notation(): string }).getA1Notation(), dropdown]).toEqual(['H1:H9', false]);
    expect([first?.getHelpText(), second]).toEqual(['Список', null]);
    const dated = app
      .newDataValidation()
      .requireDateBetween(local(2026, 9, 1), local(2027, 5, 31))
      .build();
    expect(dated.getCriteriaValues()).toEqual([local(2026, 9, 1), local(2027, 5, 31)]);
    sheet.getRange('A1').clearDataValidations();
    expect(sheet.getRange('A1').getDataValidation()).toBeNull();
  });

  it('refuses arguments of the wrong type', () => {
    const { app } = workbook();
    const builder = app.newDataValidation();
    expect(() => builder.requireDateAfter('=i1' as unknown as Date)).toThrow(
      "The parameters (String) don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireDateAfter.",
    );
  });
});

// https://developers.google.com/apps-script/reference/spreadsheet/range#insertcheckboxes
it('Checkboxes are false until ticked', () => {
  const { sheet } = workbook();
  const cells = sheet.getRange('A1:A2').insertCheckboxes();
  expect(cells.getValues()).toEqual([[false], [false]]);
  cells.check();
  expect([cells.isChecked(), cells.getValue()]).toEqual([true, true]);
  sheet.getRange('A2').uncheck();
  expect(cells.isChecked()).toBeNull();
  cells.removeCheckboxes();
  expect([cells.getDataValidation(), cells.isBlank()]).toEqual([null, true]);
});

describe('conditional formats', () => {
  it('are replaced as a whole and read back', () => {
    const { app, sheet } = workbook();
    const range = sheet.getRange('C2:C100');
    const bold = app
      .newConditionalFormatRule()
      .whenNumberLessThan(3)
      .setBackground('#FCE8E6')
      .setBold(true)
      .setRanges([range]);
    const scale = app
      .newConditionalFormatRule()
      .setGradientMinpointWithValue('#ff0000', app.InterpolationType.NUMBER, '0')
      .setGradientMidpointWithValue('#ffff00', app.InterpolationType.PERCENTILE, '50')
      .setGradientMaxpoint('#00ff00')
      .setRanges([range]);
    sheet.setConditionalFormatRules([bold.build(), scale.build()]);
    const [first, second] = sheet.getConditionalFormatRules();
    const condition = first?.getBooleanCondition();
    expect([
      condition?.getCriteriaType(),
      condition?.getCriteriaValues(),
      condition?.getBackground(),
      condition?.getBold(),
    ]).toEqual([app.BooleanCriteria.NUMBER_LESS_THAN, [3], '#fce8e6', true]);
    expect([second?.getBooleanCondition(), second?.getGradientCondition()?.getMidValue()]).toEqual([null, '50']);
    expect(second?.getGradientCondition()?.getMaxType()).toBe(app.InterpolationType.MAX);
    expect(first?.copy().build().getRanges()[0]?.getA1Notation()).toBe('C2:C100');
    sheet.clearConditionalFormatRules();
    expect(sheet.getConditionalFormatRules()).toEqual([]);
  });

  it('stay on their sheet', () => {
    const { app, book, sheet } = workbook();
    const other = book.insertSheet('Другой');
    const rule = app
      .newConditionalFormatRule()
      .whenCellEmpty()
      .setRanges([other.getRange('A1')])
      .build();
    expect(() => {
      sheet.setConditionalFormatRules([rule]);
    }).toThrow('different sheet');
  });

  it('take dates relative to today', () => {
    const { app, sheet } = workbook();
    const rule = app
      .newConditionalFormatRule()
      .whenDateBefore(app.RelativeDate.TODAY)
      .setRanges([sheet.getRange('A1')])
      .build();
    sheet.setConditionalFormatRules([rule]);
    const condition = sheet.getConditionalFormatRules()[0]?.getBooleanCondition();
    expect(condition?.getCriteriaType().name()).toBe('DATE_BEFORE_RELATIVE');
    expect(condition?.getCriteriaValues()).toEqual([app.RelativeDate.TODAY]);
  });
});

// https://developers.google.com/apps-script/reference/spreadsheet/rich-text-value-builder
it('Rich text keeps its text unparsed, its styles and its links', () => {
  const { app, sheet } = workbook();
  const bold = app.newTextStyle().setBold(true).build();
  const value = app
    .newRichTextValue()
    .setText('10.12 урок')
    .setTextStyle(0, 5, bold)
    .setLinkUrl(6, 10, 'https://school.example')
    .build();
  const cell = sheet.getRange('A1').setRichTextValue(value);
  expect(cell.getValue()).toBe('10.12 урок');
  const back = cell.getRichTextValue();
  expect(back?.getRuns().map((run) => [run.getText(), run.getTextStyle().isBold(), run.getLinkUrl()])).toEqual([
    ['10.12', true, null],
    [' ', false, null],
    ['урок', false, 'https://school.example'],
  ]);
  cell.setValue('просто');
  expect(cell.getRichTextValue()?.getLinkUrl()).toBeNull();
});

// https://developers.google.com/apps-script/reference/spreadsheet/banding
it('Alternating colours cover a range once', () => {
  const { app, sheet } = workbook();
  const banding = sheet.getRange('A1:C9').applyRowBanding(app.BandingTheme.CYAN);
  expect([banding.getHeaderRowColor(), banding.getFooterRowColor()]).toEqual(['#4dd0e1', null]);
  expect(() => sheet.getRange('C9:D9').applyRowBanding()).toThrow('alternating background colors');
  banding.remove();
  expect(sheet.getBandings()).toEqual([]);
});

// https://developers.google.com/apps-script/reference/spreadsheet/range#createfilter
it('A sheet has one filter', () => {
  const { sheet } = workbook();
  sheet.getRange('A1:C9').createFilter();
  expect(() => sheet.getRange('A1:C9').createFilter()).toThrow(
    "You can't create a filter in a sheet that already has a filter.",
  );
  expect(sheet.getFilter()?.getRange().getA1Notation()).toBe('A1:C9');
  sheet.getFilter()?.remove();
  expect(sheet.getFilter()).toBeNull();
});

// https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder
it('Charts are inserted, changed and removed, and their ranges follow the data', () => {
  const { sheet } = workbook();
  expect(createChartsService()).toHaveProperty('ChartType.COLUMN');
  const chart = sheet
    .newChart()
    .setChartType(ChartType['PIE'] ?? ChartType.COLUMN)
    .addRange(sheet.getRange('A1:B9'))
    .setPosition(2, 5, 0, 0)
    .setOption('title', 'Запросы')
    .build();
  expect(chart.getChartId()).toBeNull();
  sheet.insertChart(chart);
  sheet.insertRowBefore(1);
  const [inserted] = sheet.getCharts();
  expect([inserted?.getRanges()[0]?.getA1Notation(), inserted?.getContainerInfo().getAnchorColumn()]).toEqual([
    'A2:B10',
    5,
  ]);
  if (inserted) sheet.updateChart(inserted.modify().setPosition(1, 1, 0, 0).build());
  expect(sheet.getCharts()[0]?.getContainerInfo().getAnchorRow()).toBe(1);
  const options = sheet.getCharts()[0]?.getOptions();
  expect([options?.get('title'), options?.get('colors')]).toEqual(['Запросы', null]);
  expect(() => options?.getOrDefault('title')).toThrow('NotEmulated: ChartOptions.getOrDefault');
  for (const each of sheet.getCharts()) sheet.removeChart(each);
  expect(sheet.getCharts()).toEqual([]);
});

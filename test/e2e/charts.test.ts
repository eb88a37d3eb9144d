// Charts under «Сводка»: each is made once, follows its rows, and stays as people have it.
import { readSpreadsheet } from '../../local/services/spreadsheet/index';
import { SHELF_ROWS } from '../../src/workbook/charts';
import { COMPETENCIES, INDICATORS, SUMMARY } from '../../src/workbook/tables';
import { Death, again, pressAndDie } from './death';
import type { Desk } from './desk';
import { ANSWERING, scored, selfAsked, selfOf, setUp } from './school';
import { deskAt } from './workspace';

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
const LEVELS = 'Дефициты и профициты по компетенциям, учителей';

const charts = (desk: Desk): Chart[] => desk.sheet(SUMMARY.title).getCharts();
const state = (desk: Desk): { title: unknown; ranges: string[]; row: number }[] =>
  charts(desk).map((chart) => ({
    title: (chart.getOptions() as unknown as { get(option: string): unknown }).get('title'),
    ranges: chart.getRanges().map((range) => `${range.getSheet().getName()}!${range.getA1Notation()}`),
    row: chart.getContainerInfo().getAnchorRow(),
  }));
const levels = (desk: Desk): Chart => {
  const found = charts(desk)[state(desk).findIndex(({ title }) => title === LEVELS)];
  if (found === undefined) throw new Error('no chart of levels');
  return found;
};

it('are not made while there is nothing to draw', () => {
  expect(charts(deskAt(setUp))).toEqual([]);
});

it('stand below the table and draw its rows with their headings', () => {
  const desk = deskAt(scored);
  const last = desk.rows(SUMMARY).length + 1;
  const [first] = state(desk);
  expect(state(desk).map(({ title }) => title)).toEqual([
    LEVELS,
    'Что выбрали в опросе потребностей и хотят освоить, учителей',
    'Ответы на анкеты, нарастающим итогом',
  ]);
  expect(first?.ranges).toEqual(
    ['B', 'K', 'M'].map((column) => `${SUMMARY.title}!${column}1:${column}${String(last)}`),
  );
  expect(state(desk).map(({ row }) => row)).toEqual([last + 2, last + 2, last + 2 + SHELF_ROWS]);
});

it('are not made again by another reckoning', () => {
  const desk = deskAt(scored);
  const before = state(desk);
  desk.press('scoreMatrix');
  desk.press('processAnswers');
  expect(state(desk)).toEqual(before);
});

it('are found again where and as people have put them, by the id that Sheets gave them', () => {
  const desk = deskAt(scored);
  const sheet = desk.sheet(SUMMARY.title);
  sheet.updateChart(levels(desk).modify().setOption('title', 'Наш график').setPosition(40, 9, 0, 0).build());
  const before = state(desk);
  desk.press('scoreMatrix');
  expect(state(desk)).toEqual(before);
  expect(before[0]).toMatchObject({ title: 'Наш график', row: 40 });
});

it('stay away when somebody has taken them away', () => {
  const desk = deskAt(scored);
  desk.sheet(SUMMARY.title).removeChart(levels(desk));
  desk.press('scoreMatrix');
  desk.press('setUp', { school: 'Школа-пример', programme: 'vremya-rosta', cycle: '1' });
  desk.press('scoreMatrix');
  expect(state(desk).map(({ title }) => title)).not.toContain(LEVELS);
  expect(charts(desk)).toHaveLength(2);
});

it('follow the table when it grows, and move down from under it', () => {
  const desk = deskAt(scored);
  const sheet = desk.sheet(SUMMARY.title);
  const before = desk.rows(SUMMARY).length;
  sheet.updateChart(
    levels(desk)
      .modify()
      .setPosition(before + 1, 1, 0, 0)
      .build(),
  );
  desk.director.addRows(COMPETENCIES, [
    {
      id: 'new.one',
      area: 'Новая область',
      title: 'новая компетенция',
      level0: 'нет',
      level1: 'узнаёт',
      level2: 'повторяет',
      level3: 'владеет',
      level4: 'учит других',
      target: '2',
      consultantFrom: '3',
      inNeedsSurvey: 'нет',
      active: 'да',
    },
  ]);
  desk.press('scoreMatrix');
  const last = desk.rows(SUMMARY).length + 1;
  expect(last).toBe(before + 2);
  expect(state(desk)[0]).toMatchObject({
    row: last + 2,
    ranges: [expect.stringContaining(`B1:B${String(last)}`), expect.anything(), expect.anything()],
  });
});

it('get the one of the indicators from «Посчитать показатели»', () => {
  const desk = deskAt(scored);
  desk.press('countIndicators');
  desk.press('countIndicators');
  const made = state(desk).filter(({ ranges }) => ranges.every((range) => range.startsWith(`${INDICATORS.title}!`)));
  expect(made).toHaveLength(1);
});

it.each(['before', 'after'] as const)('are made exactly once when an execution dies %s a chart is put in', (when) => {
  const death = new Death();
  const desk = deskAt(selfAsked, { faults: death.faults });
  for (const someone of ANSWERING) desk.answer('self', someone.email, selfOf(someone));
  death.at(1, when, ({ method }) => method === 'insertChart');
  pressAndDie(desk, 'processAnswers');
  again(desk, 'processAnswers');
  const titles = state(desk).map(({ title }) => title);
  expect(titles).toHaveLength(3);
  expect(new Set(titles).size).toBe(3);
});

describe('colours', () => {
  const rules = (desk: Desk, title: string): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] =>
    desk.sheet(title).getConditionalFormatRules();

  it('of indicators are set once, however often the table is set up, beside the rules people have made', () => {
    const desk = deskAt(setUp);
    const before = rules(desk, INDICATORS.title).length;
    expect(before).toBeGreaterThan(5);
    const sheet = desk.sheet(INDICATORS.title);
    const app = desk.workspace.globals['SpreadsheetApp'] as typeof SpreadsheetApp;
    const own = app.newConditionalFormatRule().whenTextContains('важно').setBackground('#ffffff');
    sheet.setConditionalFormatRules([
      own.setRanges([sheet.getRange('A2:A9')]).build(),
      ...sheet.getConditionalFormatRules(),
    ]);
    desk.press('setUp', { school: 'Школа-пример', programme: 'vremya-rosta', cycle: '1' });
    const after = rules(desk, INDICATORS.title);
    expect(after).toHaveLength(before + 1);
    expect(after[0]?.getBooleanCondition()?.getCriteriaValues()).toEqual(['важно']);
  });

  it('that somebody has removed come back with the set-up, which mends formats', () => {
    const desk = deskAt(setUp);
    const before = rules(desk, INDICATORS.title).length;
    desk.sheet(INDICATORS.title).setConditionalFormatRules([]);
    desk.press('setUp', { school: 'Школа-пример', programme: 'vremya-rosta', cycle: '1' });
    expect(rules(desk, INDICATORS.title)).toHaveLength(before);
  });

  it('stand on the columns that say how things are', () => {
    const desk = deskAt(setUp);
    const book = readSpreadsheet(desk.workspace.world, desk.workspace.world.activeSpreadsheetId ?? '');
    const coloured = book.sheets.filter(({ conditions }) => conditions.length > 0).map(({ name }) => name);
    for (const name of ['План', 'Показатели', 'Расписание', 'Дефициты и профициты', 'Журнал'])
      expect(coloured).toContain(name);
  });
});

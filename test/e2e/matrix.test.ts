// «Матрица компетенций», profiles and «Сводка»: levels by source, what they mean, how many and what share.
import { COMPETENCIES, LEVELS_TABLE, PROFILE, SUMMARY } from '../../src/workbook/tables';
import type { Desk, Shown } from './desk';
import { ANSWERING, AREAS, type CompetencyId, OWN, PEOPLE, scored, selfAsked, selfOf } from './school';
import { deskAt } from './workspace';

const profile = (desk: Desk, teacher: string, competency: CompetencyId): Shown<typeof PROFILE> =>
  desk.row(PROFILE, { teacher, competency });
const summary = (desk: Desk, competency: CompetencyId): Shown<typeof SUMMARY> => desk.row(SUMMARY, { competency });
const decimal = (text: string): number => Number(text.replace(',', '.'));

describe('levels from different sources', () => {
  it('stand side by side and are never averaged', () => {
    const desk = deskAt(scored);
    expect(profile(desk, 'У-002', 'ict.forms')).toMatchObject({ self: '1', test: '2', observation: '', depth: '1' });
    expect(profile(desk, 'У-001', 'ict.forms')).toMatchObject({ self: '4', test: '', observation: '4' });
  });

  it('stand side by side in «Матрица компетенций» too, a row a teacher', () => {
    const matrix = deskAt(scored).sheet('Матрица компетенций').getDataRange().getDisplayValues();
    const wind = matrix.find((row) => row.includes(PEOPLE.wind.name)) ?? [];
    const heads = matrix.slice(
      0,
      matrix.findIndex((row) => row.includes(PEOPLE.birch.name)),
    );
    // A heading that spans columns stands in its first.
    const above = (column: number): string =>
      heads
        .map(
          (row) =>
            row
              .slice(0, column + 1)
              .reverse()
              .find((cell) => cell !== '') ?? '',
        )
        .join(' | ');
    const forms = wind.flatMap((cell, column) =>
      /гугл-формами/i.test(above(column)) ? [{ cell, head: above(column) }] : [],
    );
    expect(forms.find(({ head }) => /самооценка/i.test(head))?.cell).toBe('1');
    expect(forms.find(({ head }) => /тест/i.test(head))?.cell).toBe('2');
    for (const { name } of OWN) expect(matrix.filter((row) => row.includes(name)).length).toBe(1);
  });

  it('stand there as before when somebody has inserted a column, which goes: no note is left beside', () => {
    const desk = deskAt(scored);
    const sheet = desk.sheet('Матрица компетенций');
    const shown = () => [sheet.getDataRange().getDisplayValues(), notesOf()];
    const notesOf = () =>
      sheet
        .getRange(1, 1, 3, sheet.getMaxColumns())
        .getNotes()
        .flatMap((row, at) => row.flatMap((note, column) => (note === '' ? [] : [[at, column, note]])));
    const before = shown();
    sheet.insertColumnBefore(1);
    sheet.getRange(1, 1).setValue('Моё');
    desk.press('scoreMatrix');
    expect(shown()).toEqual(before);
  });

  it('are told apart in words, with the source and its date', () => {
    expect(profile(deskAt(scored), 'У-002', 'ict.forms').basis).toMatch(/тест.*03\.09\.2026/);
  });
});

describe('what a level means', () => {
  it('is a deficit below the target, with its depth', () => {
    const desk = deskAt(scored);
    expect(profile(desk, 'У-003', 'ict.forms')).toMatchObject({ state: 'дефицит', depth: '2', target: '3' });
    expect(profile(desk, 'У-003', 'ict.spreadsheets')).toMatchObject({ state: 'соответствует', depth: '' });
  });

  it('depends on the target of the person’s role', () => {
    const desk = deskAt(scored);
    expect(profile(desk, 'У-004', 'ict.forms')).toMatchObject({ self: '2', target: '2', state: 'соответствует' });
    expect(profile(desk, 'У-008', 'ict.forms')).toMatchObject({ self: '2', target: '3', state: 'дефицит' });
  });

  it('is a surplus at the consultant threshold when a test or an observation confirms it', () => {
    const desk = deskAt(scored);
    expect(profile(desk, 'У-001', 'ict.forms')).toMatchObject({ state: 'профицит', confirmed: 'да', helps: 'да' });
    expect(profile(desk, 'У-005', 'ict.spreadsheets')).toMatchObject({ state: 'профицит', confirmed: 'да' });
  });

  it('«требует подтверждения» while only the self-assessment says so and the margin is within the error of measurement', () => {
    const desk = deskAt(scored);
    expect(profile(desk, 'У-006', 'ict.presentations')).toMatchObject({
      self: '4',
      state: 'требует подтверждения',
      confirmed: 'нет',
    });
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: 'У-006', competency: 'ict.presentations', source: 'тест', level: '4' },
    ]);
    desk.press('scoreMatrix');
    expect(profile(desk, 'У-006', 'ict.presentations')).toMatchObject({ state: 'профицит', confirmed: 'да' });
  });

  it('is not a surplus when an observed lesson says otherwise', () => {
    const desk = deskAt(scored);
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: 'У-006', competency: 'ict.presentations', source: 'наблюдение', level: '2' },
    ]);
    desk.press('scoreMatrix');
    const row = profile(desk, 'У-006', 'ict.presentations');
    expect(row).toMatchObject({ self: '4', observation: '2', state: 'дефицит' });
    expect(row.basis).toMatch(/самооценк/i);
  });

  it('is «нет данных», not zero, for somebody who has not answered', () => {
    const desk = deskAt(scored);
    for (const id of AREAS.flat())
      expect(profile(desk, 'У-011', id)).toMatchObject({ self: '', state: 'нет данных', depth: '' });
  });

  it('follows the target when a person changes it in «Компетенции»', () => {
    const desk = deskAt(scored);
    desk.type(COMPETENCIES, ({ id }) => id === 'ict.safety', 'target', '4');
    desk.press('scoreMatrix');
    expect(profile(desk, 'У-003', 'ict.safety')).toMatchObject({ target: '4', state: 'дефицит', depth: '1' });
  });

  it('keeps wishes, readiness to help and the questions asked', () => {
    const desk = deskAt(scored);
    const row = profile(desk, 'У-002', 'ict.forms');
    expect(row).toMatchObject({ wants: 'да', helps: 'нет' });
    expect(row.questions).toContain('Как сделать тест с баллами?');
    expect(row.questions).toContain('Как собрать ответы класса?');
  });
});

describe('«Сводка»', () => {
  it('counts answers, wishes, deficits and surpluses of every competency, with shares of those who take part', () => {
    const desk = deskAt(scored);
    expect(summary(desk, 'ict.forms')).toMatchObject({
      teachers: '11',
      answered: '10',
      wants: '4',
      wantsShare: '36,4%',
      deficits: '4',
      deficitsShare: '36,4%',
      surpluses: '1',
      surplusesShare: '9,1%',
      checks: '0',
      consultants: '1',
    });
    expect(summary(desk, 'ict.presentations')).toMatchObject({
      deficits: '1',
      surpluses: '1',
      checks: '1',
      consultants: '0',
    });
    expect(summary(desk, 'ict.safety')).toMatchObject({ deficits: '0', surpluses: '0', wants: '0' });
  });

  it('gives an area’s Cronbach’s α and its error of measurement as the textbook has them', () => {
    const desk = deskAt(scored);
    const items = AREAS[1].map((id) => ANSWERING.map(({ levels }) => levels[id] ?? 3));
    const variance = (values: readonly number[]): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    };
    const totals = ANSWERING.map((_unused, person) => items.reduce((sum, item) => sum + (item[person] ?? 0), 0));
    const alpha = (3 / 2) * (1 - items.reduce((sum, item) => sum + variance(item), 0) / variance(totals));
    expect(decimal(summary(desk, 'ict.forms').reliability)).toBeCloseTo(alpha, 2);
    expect(decimal(summary(desk, 'ict.forms').error)).toBeGreaterThan(0);
    // Everybody alike: nothing to reckon from.
    expect(summary(desk, 'ict.safety').reliability).toBe('');
  });

  it('agrees with the profiles, line by line', () => {
    const desk = deskAt(scored);
    const profiles = desk.rows(PROFILE);
    for (const row of desk.rows(SUMMARY)) {
      const of = profiles.filter(({ competency }) => competency === row.competency);
      const having = (state: string): string => String(of.filter((one) => one.state === state).length);
      expect([row.deficits, row.surpluses, row.checks]).toEqual([
        having('дефицит'),
        having('профицит'),
        having('требует подтверждения'),
      ]);
      expect(of.length).toBe(11);
    }
  });
});

describe('reckoning again', () => {
  it('changes nothing when nothing is new', () => {
    const desk = deskAt(scored);
    const before = desk.picture();
    desk.press('scoreMatrix');
    desk.press('processAnswers');
    expect(desk.picture()).toEqual(before);
  });

  it('names the row of a level that cannot be, and reckons with the rest', () => {
    const desk = deskAt(scored);
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: 'У-999', competency: 'ict.forms', source: 'тест', level: '3' },
      { cycle: '1', teacher: 'У-003', competency: 'ict.nothing', source: 'тест', level: '3' },
      { cycle: '1', teacher: 'У-003', competency: 'ict.forms', source: 'тест', level: '7' },
      { cycle: '1', teacher: 'У-003', competency: 'ict.safety', source: 'тест', level: '4' },
    ]);
    const words = desk.press('scoreMatrix').run.lines.join('\n');
    expect(words).toMatch(/строка 6.*У-999/);
    expect(words).toMatch(/строка 7.*ict\.nothing/);
    expect(words).toMatch(/строка 8.*7/);
    expect(profile(desk, 'У-003', 'ict.safety').test).toBe('4');
    expect(profile(desk, 'У-003', 'ict.forms')).toMatchObject({ test: '', state: 'дефицит' });
  });

  it('leaves levels of another cycle out', () => {
    const desk = deskAt(scored);
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '0', teacher: 'У-003', competency: 'ict.forms', source: 'тест', level: '4' },
    ]);
    desk.press('scoreMatrix');
    expect(profile(desk, 'У-003', 'ict.forms')).toMatchObject({ test: '', state: 'дефицит' });
  });

  it('works with one single answer', () => {
    const desk = deskAt(selfAsked);
    desk.answer('self', PEOPLE.wind.email, selfOf(PEOPLE.wind));
    desk.press('processAnswers');
    expect(profile(desk, 'У-002', 'ict.forms').state).toBe('дефицит');
    expect(summary(desk, 'ict.forms')).toMatchObject({ answered: '1', deficits: '1' });
  });
});

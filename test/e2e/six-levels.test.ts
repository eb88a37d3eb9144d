// The engine is not tied to levels 0…4: the whole way from set-up to groups, indicators and feedback on DigCompEdu's six named levels.
import { readForm } from '../../local/services/form/index';
import { DIGCOMPEDU } from '../../src/programmes/digcompedu';
import { COMPETENCIES, GROUPS, INDICATORS, LEVELS_TABLE, MASTERY, PROFILE, SUMMARY } from '../../src/workbook/tables';
import type { Answers } from '../../src/domain/survey/form-spec';
import type { Desk } from './desk';
import { CONSENT, csv, OWN, OWN_SCHOOL, STAFF_ROWS } from './school';
import { deskAt, type Stage } from './workspace';

const { competencies } = DIGCOMPEDU.framework;
const TOPIC = 'dce.2.2';
const OTHER = 'dce.3.1';
/** Levels in the topic by name; everybody else is at the target, B1. */
const LEVELS: Readonly<Record<string, number>> = {
  'У-001': 5,
  'У-002': 0,
  'У-003': 1,
  'У-004': 1,
  'У-005': 3,
  'У-006': 0,
};
const TIMES = { '3': ['15:00-16:00'] };

function answersOf(code: string): Answers {
  const answers: Record<string, Answers[string]> = { consent: CONSENT, times: TIMES };
  for (const { id } of competencies) answers[`level:${id}`] = String(id === TOPIC ? (LEVELS[code] ?? 2) : 2);
  answers['intent:2'] = { [TOPIC]: [code === 'У-001' ? 'help' : 'want'] };
  return answers;
}

const asked: Stage = {
  name: 'six-levels-asked',
  carryOut: (desk) => {
    desk.press('setUp', { school: OWN_SCHOOL, programme: 'digcompedu', cycle: '1' });
    desk.press('importStaff', { text: csv(STAFF_ROWS) });
    desk.press('sendSelf');
  },
};

const scored: Stage = {
  name: 'six-levels-scored',
  after: asked,
  carryOut: (desk) => {
    for (const { code, email } of OWN) desk.answer('self', email, answersOf(code));
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: 'У-001', competency: TOPIC, source: 'наблюдение', level: '5', date: '03.09.2026' },
    ]);
    desk.press('processAnswers');
  },
};

const column = (desk: Desk, title: string): { values: string[]; colours: string[]; note: string } => {
  const range = desk.sheet('Матрица компетенций').getDataRange();
  const [values, colours, notes] = [range.getDisplayValues(), range.getBackgrounds(), range.getNotes()];
  const at = (values[1] ?? []).findIndex((heading) => heading === title);
  if (at < 0) throw new Error(`no column ${title}`);
  return {
    values: values.slice(2).map((row) => row[at] ?? ''),
    colours: colours.slice(2).map((row) => row[at] ?? ''),
    note: notes[1]?.[at] ?? '',
  };
};

describe('a programme whose scale has six levels', () => {
  it('stands in «Компетенции» with six descriptors and the names of the levels', () => {
    const row = deskAt(asked).row(COMPETENCIES, { id: TOPIC });
    expect(row.levelNames).toBe('A1; A2; B1; B2; C1; C2');
    expect(row.level5).not.toBe('');
    expect(deskAt(asked).rows(COMPETENCIES)).toHaveLength(22);
  });

  it('asks for a level by six descriptions', () => {
    const desk = deskAt(asked);
    const levels = readForm(desk.workspace.world, desk.survey('self').formId).items.filter(({ type }) =>
      type.startsWith('MULTIPLE'),
    );
    expect(levels.filter((item) => JSON.stringify(item).includes(competencies[0]?.descriptors[5] ?? '?'))).toHaveLength(
      1,
    );
  });

  it('scores deficits and surpluses against its own target and threshold', () => {
    const desk = deskAt(scored);
    expect(desk.row(PROFILE, { teacher: 'У-002', competency: TOPIC })).toMatchObject({
      self: '0',
      target: '2',
      state: 'дефицит',
      depth: '2',
    });
    expect(desk.row(PROFILE, { teacher: 'У-001', competency: TOPIC })).toMatchObject({
      observation: '5',
      state: 'профицит',
      confirmed: 'да',
    });
    expect(desk.row(SUMMARY, { competency: TOPIC })).toMatchObject({ answered: '11', deficits: '3', surpluses: '1' });
  });

  it('calls levels by their names where it gives reasons', () => {
    const { basis } = deskAt(scored).row(PROFILE, { teacher: 'У-002', competency: TOPIC });
    expect(basis).toMatch(/^Уровень A1 по самооценке, цель B1/);
  });

  it('shows names in the matrix, from one end of the colours to the other', () => {
    const title = competencies.find(({ id }) => id === TOPIC)?.title ?? '';
    const { values, colours, note } = column(deskAt(scored), `${title} (самооценка)`);
    expect(values.slice(0, 5)).toEqual(['C2', 'A1', 'A2', 'A2', 'B2']);
    expect(new Set(values.map((value, index) => `${value} ${colours[index] ?? ''}`)).size).toBe(new Set(values).size);
    expect([colours[1], colours[0]]).toEqual(['#f4c7c3', '#8fcfa6']);
    expect(note).toMatch(/^A1: .*\nA2: .*\nB1: /);
  });

  it('forms groups, counts indicators and lays means onto the scale of the settings', () => {
    const desk = deskAt(scored);
    desk.press('formGroups');
    const group = desk.rows(GROUPS).filter(({ competency }) => competency === TOPIC);
    expect(group.map(({ teacher }) => teacher).sort()).toEqual(['У-001', 'У-002', 'У-003', 'У-006']);
    expect(group.find(({ teacher }) => teacher === 'У-002')?.reason).toMatch(/уровень A1, цель B1/);
    desk.press('makePlan', { start: '2026-09-01' });
    desk.press('countIndicators');
    expect(desk.rows(INDICATORS).find(({ of }) => of === 'dce.3.')?.fact).toBe('100,0%');
    desk.press('formMastery');
    // 21 competencies at 2 of 5 and one at 5 of 5: (21·1.6 + 4) / 22.
    expect(desk.row(MASTERY, { teacher: 'У-001' }).mean).toBe('1,71');
  });

  it('takes tests and observations on its scale, and refuses what is above it', () => {
    const desk = deskAt(scored);
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: 'У-003', competency: OTHER, source: 'тест', level: '5' },
      { cycle: '1', teacher: 'У-004', competency: OTHER, source: 'тест', level: '6' },
    ]);
    const { run } = desk.press('scoreMatrix');
    expect(desk.row(PROFILE, { teacher: 'У-003', competency: OTHER })).toMatchObject({ test: '5', state: 'профицит' });
    expect(desk.row(PROFILE, { teacher: 'У-004', competency: OTHER }).test).toBe('');
    expect(run.lines.join('\n')).toMatch(/«6» нет на шкале. Впишите целое число от 0 до 5/);
  });
});

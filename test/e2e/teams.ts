// Stages and look-ups for the tests of pairs, communities and levels of mastery.
import { COMMUNITIES, JOURNAL, LEVELS_TABLE, MASTERY, PAIRS, SETTINGS, WISHES } from '../../src/workbook/tables';
import type { Desk, Shown } from './desk';
import { PEOPLE, scored } from './school';
import type { Stage } from './workspace';

/** Pairs stand as a draft. */
export const paired: Stage = {
  name: 'paired',
  after: scored,
  carryOut: (desk) => {
    desk.press('formPairs');
  },
};

/** Pairs, communities and levels of mastery stand as drafts. */
export const teamed: Stage = {
  name: 'teamed',
  after: paired,
  carryOut: (desk) => {
    desk.press('formCommunities');
    desk.press('formMastery');
  },
};

export const pairsOf = (desk: Desk): string[] => desk.rows(PAIRS).map(({ mentor, trainee }) => `${mentor}→${trainee}`);

export const communitiesOf = (desk: Desk): Map<string, Shown<typeof COMMUNITIES>[]> => {
  const found = new Map<string, Shown<typeof COMMUNITIES>[]>();
  for (const row of desk.rows(COMMUNITIES)) found.set(row.community, [...(found.get(row.community) ?? []), row]);
  return found;
};

export const levelOf = (desk: Desk, teacher: string): string => desk.row(MASTERY, { teacher }).level;

/** The last run of an action, by how its words in the journal begin. */
export const runOf = (desk: Desk, action: string): string =>
  desk
    .rows(JOURNAL)
    .filter((row) => row.action.startsWith(action))
    .pop()?.run ?? '';

/** All that a press said: before and after. */
export const said = ({ preview, run }: ReturnType<Desk['press']>): string =>
  [...preview.lines, ...preview.warnings, ...run.lines].join('\n');

/** Writes wishes into the sheet: who, whom, what, about which competency. */
export function wish(
  desk: Desk,
  ...rows: readonly (readonly [who: string, whom: string, kind: string, about?: string])[]
): void {
  desk.director.addRows(
    WISHES,
    rows.map(([who, whom, kind, about = '']) => ({ who, whom, kind, about })),
  );
}

/** What undoing and forming are tried with: the action, how its words in the journal begin, its table. */
export const FORMINGS = [
  ['formPairs', 'Подобрать наст', PAIRS],
  ['formCommunities', 'Собрать сооб', COMMUNITIES],
  ['formMastery', 'Распределить', MASTERY],
] as const;

/** All three tables, in whatever order their rows stand. */
export const sheetsOf = (desk: Desk): readonly string[] =>
  FORMINGS.flatMap(([, , table]) => desk.rows(table).map((row) => JSON.stringify(row))).sort();

/** Answers, a limit and a ban that make each of them come out otherwise. */
export function somethingNew(desk: Desk): void {
  const { crane, hail, wind, winter } = PEOPLE;
  desk.director.addRows(LEVELS_TABLE, [
    { cycle: '1', teacher: hail.code, competency: 'ict.forms', source: 'тест', level: '3' },
    { cycle: '1', teacher: winter.code, competency: 'ict.spreadsheets', source: 'тест', level: '4' },
  ]);
  desk.type(SETTINGS, ({ key }) => key === 'masteryFrom', 'value', '3; 2,7; 1');
  wish(desk, [wind.code, crane.code, 'не ставить вместе']);
}

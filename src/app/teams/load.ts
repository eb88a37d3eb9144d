// What pairs, communities and levels of mastery are made of: people (of one school or of a network), profiles, wishes, settings.
import type { ProfileRow } from '../../domain/scoring/profile';
import type { Message, Outcome, Problem, RowProblem } from '../../domain/message';
import { codeReader } from '../../domain/identity/identify';
import { codeKey, foldText } from '../../domain/staff/normalise';
import type { Teacher } from '../../domain/staff/teacher';
import { readWishes, type Wishes } from '../../domain/grouping/wishes';
import {
  COMMUNITIES,
  LEFT_OUT,
  MASTERY,
  PAIRS,
  SETTINGS,
  TEAM_CHANGES,
  type TEAM_KINDS,
  WISHES,
} from '../../workbook/tables';
import type { Placed, Row, Table } from '../../workbook/schema';
import {
  readTeamSetting,
  TEAM_SETTING_DEFINITIONS,
  type TeamSettingKey,
  type TeamSettings,
  teamSettingsFrom,
} from '../../workbook/team-settings';
import type { Link } from '../action';
import { profilesOf } from '../answers/profiles';
import { type Context, loadContext, notSetUp } from '../context';
import { withSchool } from '../partner/people';
import type { Ports } from '../ports';

export interface TeamData {
  readonly context: Context;
  readonly settings: TeamSettings;
  readonly profiles: readonly ProfileRow[];
  /** Who takes part: own staff, or everybody of the network when the settings mix schools. */
  readonly teachers: readonly Teacher[];
  readonly wishes: Wishes;
  readonly problems: readonly Message[];
}

export type TeamKind = keyof typeof TEAM_KINDS;
export const TABLE_OF: Readonly<Record<TeamKind, Table>> = { pairs: PAIRS, communities: COMMUNITIES, mastery: MASTERY };

/** What the set-up must have made before any of this. */
export const TEAM_TABLES: readonly Table[] = [WISHES, PAIRS, COMMUNITIES, MASTERY, LEFT_OUT, TEAM_CHANGES];

export function loadTeams(ports: Ports): Outcome<TeamData> {
  const missing = notSetUp(ports, ...TEAM_TABLES);
  if (missing !== undefined) return { ok: false, problems: [missing] };
  const context = loadContext(ports);
  if (!context.ok) return context;
  const settings = loadTeamSettings(ports);
  if (!settings.ok) return settings;
  const wide = settings.value.teamSchools === 'within' ? context.value : withPartners(context.value);
  const { profiles, problems } = profilesOf(ports, wide);
  if (!profiles.some(({ state }) => state !== 'unknown')) return { ok: false, problems: [{ code: 'teams.noLevels' }] };
  const { wishes, problems: unreadable } = loadWishes(ports, wide);
  return {
    ok: true,
    value: {
      context: wide,
      settings: settings.value,
      profiles,
      teachers: wide.staff.included.map((teacher) => withSchool(teacher, wide.settings.school)),
      wishes,
      problems: [...unreadable, ...problems],
    },
  };
}

/** The wishes, and which rows of theirs cannot be read. */
export function loadWishes(
  ports: Ports,
  { staff, competencies }: Context,
): { readonly wishes: Wishes; readonly problems: readonly Message[] } {
  const { rows, problems: unreadable } = ports.workbook.read(WISHES);
  const { wishes, problems } = readWishes(rows, staff.all, competencies);
  return {
    wishes,
    problems: [
      ...unreadable,
      ...problems.map((problem) => ({ ...problem, fields: { ...problem.fields, table: WISHES.title } })),
    ],
  };
}

/** The same with people of other schools taking part too. (The programme is read only when asked for: it must not be copied.) */
function withPartners(context: Context): Context {
  const { settings, staff, competencies, problems } = context;
  return {
    settings,
    get programme() {
      return context.programme;
    },
    staff: { ...staff, included: staff.all.filter(({ included }) => included) },
    competencies,
    problems,
  };
}

/** Settings with their defaults; every value that does not fit is a problem naming its row. */
function loadTeamSettings(ports: Ports): Outcome<TeamSettings> {
  const rows = new Map(ports.workbook.read(SETTINGS).rows.map((row) => [row.key, row]));
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  for (const key of Object.keys(TEAM_SETTING_DEFINITIONS) as TeamSettingKey[]) {
    const { title, initial } = TEAM_SETTING_DEFINITIONS[key];
    const row = rows.get(key);
    const found = row?.value ?? initial;
    values[key] = readTeamSetting(key, found);
    if (values[key] === undefined)
      problems.push({
        code: 'settings.value.bad',
        fields: { setting: row?.title ?? title, found, example: initial, row: row?.$row ?? 0 },
      });
  }
  return problems.length === 0
    ? { ok: true, value: teamSettingsFrom(values as Record<TeamSettingKey, unknown>) }
    : { ok: false, problems };
}

/** A row of one of the three tables, as far as they are alike. */
export interface TeamRow {
  readonly $row: number;
  readonly state: string;
  readonly pinned: boolean;
  readonly cycle: string;
  readonly run: string;
  readonly written: unknown;
}

/** Columns with codes of people, as far as a table has them. */
const CODES = ['teacher', 'mentor', 'trainee'] as const;

/** Columns with the number of a pair or a community. */
const NUMBERS = ['pair', 'community'] as const;

/** The numbers in a row of one of the three tables, by column. */
export const numbersIn = (row: object): Readonly<Record<string, string>> => mapTexts(row, NUMBERS, (number) => number);

/** Reads numbers however they are typed: «пос-1» is «ПОС-01»; of other names that differ in case and signs only the first stands. */
function numberReader(): (typed: string) => string {
  const first = new Map<string, string>();
  return (typed) => {
    const key = codeKey(typed);
    const [, prefix = '', number] = /^(П|ПОС)-(\d+)$/.exec(key) ?? [];
    const meant = number === undefined ? (first.get(key) ?? typed.trim()) : `${prefix}-${number.padStart(2, '0')}`;
    first.set(key, meant);
    return key === '' ? typed : meant;
  };
}

/** The rows of the current cycle, with codes as the staff list has them, and numbers as they are meant. */
export function rowsOfCycle<T extends Table>(
  ports: Ports,
  context: Context,
  table: T,
): readonly (Placed<Row<T>> & TeamRow)[] {
  const { cycle } = context.settings;
  const codeOf = codeReader(context.staff.all);
  const numberOf = numberReader();
  const ids = new Map(context.competencies.map(({ id }) => [foldText(id), id]));
  const meant = (row: object): object => {
    const { competency } = row as Partial<Record<string, unknown>>;
    return typeof competency === 'string' ? { competency: ids.get(foldText(competency)) ?? competency } : {};
  };
  return (ports.workbook.read(table).rows as readonly (Placed<Row<T>> & TeamRow)[])
    .filter((row) => row.cycle === cycle || row.cycle === '')
    .map((row) => ({ ...row, ...meant(row), ...mapTexts(row, NUMBERS, numberOf), ...mapTexts(row, CODES, codeOf) }));
}

/** The codes in a row of one of the three tables, by column. */
export const codesIn = (row: object): Readonly<Record<string, string>> => mapTexts(row, CODES, (code) => code);

const mapTexts = (
  row: object,
  columns: readonly string[],
  read: (written: string) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const written = (row as Partial<Record<string, unknown>>)[column];
      return typeof written === 'string' ? [[column, read(written)]] : [];
    }),
  );

/** What is wrong with rows of the table, those of another cycle apart. */
export function faultsOf(ports: Ports, { settings }: Context, table: Table): readonly RowProblem[] {
  const { unread, problems } = ports.workbook.read(table);
  const elsewhere = (unread as readonly { readonly $row: number; readonly cycle?: unknown }[]).filter(
    ({ cycle = '' }) => cycle !== '' && cycle !== settings.cycle,
  );
  return problems.filter(({ row }) => !elsewhere.some(({ $row }) => $row === row));
}

/** The names that go with a row's codes, by column: whoever changes a code need not change the name. */
export const namesIn = (
  row: object,
  { staff }: { readonly staff: Pick<Context['staff'], 'byCode'> },
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(codesIn(row)).flatMap(([column, code]) => {
      const teacher = staff.byCode.get(code);
      return teacher === undefined ? [] : [[column === 'teacher' ? 'name' : `${column}Name`, teacher.name]];
    }),
  );

/** Of rows that stay, names follow the codes; those that were typed without a cycle are of this one from now on. */
export function mendRows(ports: Ports, context: Context, table: Table, rows: readonly TeamRow[]): void {
  ports.workbook.patch(
    table,
    rows.flatMap((row) => {
      const wanted = { ...namesIn(row, context), ...(row.cycle === '' ? { cycle: context.settings.cycle } : {}) };
      const set = unlike(row, wanted);
      return Object.keys(set).length === 0 ? [] : [{ $row: row.$row, set }];
    }),
  );
}

/** What of `wanted` the row does not say yet. */
export function unlike<T extends object>(row: object, wanted: T): Partial<T> {
  const cells = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => JSON.stringify(cells[key]) !== JSON.stringify(value)),
  ) as Partial<T>;
}

/** The competencies that a list names, by title or code, however they were typed. */
export const competenciesNamed = (
  { competencies }: Context,
  list: readonly string[],
): readonly Context['competencies'][number][] =>
  list.flatMap(
    (typed) =>
      competencies.find(({ id, title }) => [title, id].some((text) => foldText(text) === foldText(typed))) ?? [],
  );

/** Where a draft is to be looked at: its own sheet, and who is in none. */
export const draftLinks = (ports: Ports, table: Table): readonly Link[] =>
  [table, LEFT_OUT].map((one) => ({
    label: { code: 'link.sheet', fields: { table: one.title } },
    url: ports.workbook.linkTo(one),
  }));

/** With the problems of its own table: rows that cannot be read, and people of rows that stay whom the staff list does not have or says take no part. */
export function withFaults(ports: Ports, data: TeamData, table: Table, kept: readonly TeamRow[]): TeamData {
  const { byCode } = data.context.staff;
  const faults = [
    ...faultsOf(ports, data.context, table),
    ...kept.flatMap((row) =>
      Object.values(codesIn(row)).flatMap((code): Message[] => {
        const teacher = byCode.get(code);
        if (teacher === undefined)
          return [{ code: 'teams.bad.person', fields: { table: table.title, row: row.$row, teacher: code } }];
        return teacher.included
          ? []
          : [{ code: 'teams.absent', fields: { table: table.title, row: row.$row, name: teacher.name } }];
      }),
    ),
  ];
  return { ...data, problems: [...faults, ...data.problems] };
}

export const isDraft = ({ state }: Pick<TeamRow, 'state'>): boolean => state === 'draft' || state === '';

/** The next number of a kind: «П-01», «ПОС-12»; numbers of `standing` are taken. */
export function numbering(prefix: string, standing: readonly string[]): () => string {
  const taken = standing.map((id) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) : 0));
  let number = Math.max(0, ...taken.filter((one) => Number.isInteger(one)));
  return () => `${prefix}${String(++number).padStart(2, '0')}`;
}

/** Who is left out by a forming, and why. */
export interface LeftOut {
  readonly teacher: string;
  readonly message: Message;
}

/** The same as a row of «Без пары и сообщества» says it. */
export interface LeftOutRow {
  readonly teacher: string;
  readonly reason: string;
}

export const leftOutRows = ({ words }: Ports, left: readonly LeftOut[]): readonly LeftOutRow[] =>
  left.map(({ teacher, message }) => ({ teacher, reason: words.say(message) }));

/** Rewrites the part of «Без пары и сообщества» that one kind of grouping fills. */
export const writeLeftOut = (ports: Ports, { context }: TeamData, kind: TeamKind, left: readonly LeftOut[]): void => {
  replaceLeftOut(ports, context.staff.byCode, kind, leftOutRows(ports, left));
};

/** The same with the reasons as they are to stand. */
export function replaceLeftOut(
  ports: Ports,
  byCode: Pick<Context['staff']['byCode'], 'get'>,
  kind: TeamKind,
  left: readonly LeftOutRow[],
): void {
  const others = ports.workbook.read(LEFT_OUT).rows.filter((row) => row.kind !== kind);
  const own = left.map(({ teacher, reason }) => ({ kind, name: byCode.get(teacher)?.name ?? '', reason, teacher }));
  ports.workbook.replace(LEFT_OUT, [...others, ...own].sort(byKind));
}

const ORDER = ['pairs', 'communities', 'mastery'];
const byKind = (a: { readonly kind: string }, b: { readonly kind: string }): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);

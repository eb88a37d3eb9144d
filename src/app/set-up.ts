// «Настройка»: makes the tables, the settings, the framework's rows and the triggers; run again it mends and never destroys.
import { competencyToRow } from '../domain/framework/rows';
import type { Message } from '../domain/message';
import { CATALOGUE } from '../programmes/catalogue';
import { MATRIX_LABELS, MATRIX_VIEW, matrixWidths } from '../workbook/matrix-view';
import { readSetting } from '../workbook/read-setting';
import { SETTING_DEFINITIONS, type Setting, type SettingKey } from '../workbook/settings';
import {
  BANK,
  COMPETENCIES,
  LEDGER,
  MODULES,
  PARTNERS,
  PLAN,
  SETTINGS,
  STAFF,
  SURVEYS,
  TABLES,
} from '../workbook/tables';
import { REVIEW_SETTING_DEFINITIONS } from '../workbook/review-settings';
import { TEAM_SETTING_DEFINITIONS } from '../workbook/team-settings';
import { accountOf, keepAccount, otherAccount } from './account';
import { type Action, finished, textOf } from './action';
import { COPIED, isCopy } from './context';
import { Ledger } from './effects';
import { keepBeat } from './last-beat';
import type { Ports } from './ports';
import { CALENDAR } from './timetable/modules';

export interface SetUpInput {
  readonly school: string;
  readonly programme: string;
  readonly cycle: string;
  /** The workbook's account has been another one till now: it is to be this person's. */
  readonly take: boolean;
}

interface SetUpCursor {
  readonly table: number;
  readonly created: number;
  readonly repaired: number;
}

export const setUp: Action<SetUpInput, SetUpCursor> = {
  id: 'setUp',
  anyAccount: true,

  fields: (ports) => {
    const known = knownSettings(ports);
    return [
      { name: 'school', kind: 'text', value: known.get('school') ?? '', required: true },
      {
        name: 'programme',
        kind: 'choice',
        options: CATALOGUE.map(({ id, title }) => ({ value: id, label: title })),
        value: known.get('programme') ?? CATALOGUE[0]?.id ?? '',
        required: true,
      },
      { name: 'cycle', kind: 'text', value: known.get('cycle') ?? SETTING_DEFINITIONS.cycle.initial, required: true },
      ...(otherAccount(ports) === undefined
        ? []
        : [
            {
              name: 'account',
              kind: 'choice',
              value: 'keep',
              options: ['keep', 'take'].map((value) => ({
                value,
                label: ports.words.say({ code: `setUp.account.${value}`, fields: { owner: accountOf(ports) ?? '' } }),
              })),
            } as const,
          ]),
    ];
  },

  read(_ports, raw) {
    const school = textOf(raw, 'school', 200);
    const programme = textOf(raw, 'programme', 100);
    const cycle = textOf(raw, 'cycle', 50);
    if (school === undefined || school === '') return { ok: false, problems: [{ code: 'setUp.school.empty' }] };
    if (programme === undefined || !CATALOGUE.some(({ id }) => id === programme)) {
      return {
        ok: false,
        problems: [
          {
            code: 'settings.programme.unknown',
            fields: { found: programme ?? '', known: CATALOGUE.map(({ id }) => id) },
          },
        ],
      };
    }
    if (cycle === undefined || cycle === '') return { ok: false, problems: [{ code: 'setUp.cycle.empty' }] };
    const account = textOf(raw, 'account', 10);
    if (account === undefined || !['', 'keep', 'take'].includes(account))
      return { ok: false, problems: [{ code: 'setUp.account.bad' }] };
    return { ok: true, value: { school, programme, cycle, take: account === 'take' } };
  },

  preview(ports, input) {
    const other = otherAccount(ports);
    const missing = TABLES.filter((table) => !ports.workbook.has(table));
    const programme = ports.programme(input.programme);
    return {
      ok: true,
      value: {
        lines: [
          {
            code: missing.length === 0 ? 'setUp.repairs' : 'setUp.makes',
            fields: { tables: missing.map(({ title }) => title) },
          },
          { code: 'setUp.safe' },
          ...(other !== undefined && !input.take
            ? []
            : [{ code: 'setUp.account.will', fields: { user: ports.user() } }]),
        ],
        counts: [
          { label: { code: 'setUp.count.tables' }, value: String(missing.length) },
          { label: { code: 'setUp.count.competencies' }, value: String(programme?.framework.competencies.length ?? 0) },
        ],
        warnings: [
          ...(isCopy(ports, knownSettings(ports).get('book')) ? [COPIED] : []),
          ...(other === undefined
            ? []
            : [input.take ? { code: 'setUp.account.taken', fields: other.fields ?? {} } : other]),
        ],
      },
    };
  },

  step(ports, _run, input, cursor = { table: 0, created: 0, repaired: 0 }) {
    const table = TABLES[cursor.table];
    if (table !== undefined) {
      const report = ports.workbook.ensure([table]);
      return {
        state: 'going',
        cursor: {
          table: cursor.table + 1,
          created: cursor.created + report.created.length,
          repaired: cursor.repaired + report.repaired.length,
        },
        done: cursor.table + 1,
        total: TABLES.length + 1,
        line: { code: 'setUp.table', fields: { table: table.title } },
      };
    }
    if (!ports.workbook.has(MATRIX_VIEW)) showEmptyMatrix(ports);
    const copied = isCopy(ports, knownSettings(ports).get('book'));
    if (copied) leaveOriginal(ports);
    fillSettings(ports, input);
    const competencies = fillCompetencies(ports, input.programme);
    // A new sheet is the one that is looked at; the work begins with the staff.
    if (cursor.created > 0) showStaff(ports);
    if (input.take && otherAccount(ports) !== undefined) leaveAccount(ports);
    if (input.take || accountOf(ports) === undefined) keepAccount(ports, ports.user());
    const other = otherAccount(ports);
    // Triggers of another account would find nothing: the account's own stay what they are.
    const { created, refused } = other === undefined ? ports.health.ensureTriggers() : { created: 0 };
    if (created > 0) keepBeat(ports);
    const lines: Message[] = [
      { code: 'setUp.done', fields: { created: cursor.created, repaired: cursor.repaired } },
      ...(copied ? [{ code: 'setUp.copied' }] : []),
      ...(competencies > 0 ? [{ code: 'setUp.competencies', fields: { count: competencies } }] : []),
      ...(other === undefined ? [] : [other]),
      ...(created > 0 ? [{ code: 'setUp.triggers' }] : []),
      ...(refused === undefined ? [] : [{ code: 'setUp.triggers.refused', fields: { text: refused } }]),
    ];
    return finished(lines, [
      { label: { code: 'link.sheet', fields: { table: STAFF.title } }, url: ports.workbook.linkTo(STAFF) },
      { label: { code: 'link.sheet', fields: { table: SETTINGS.title } }, url: ports.workbook.linkTo(SETTINGS) },
    ]);
  },
};

function showStaff({ workbook }: Ports): void {
  const staff = workbook.sheets().find(({ table }) => table === STAFF.key);
  if (staff !== undefined) workbook.activate(staff.sheetId);
}

/** Settings as they stand; none when the sheet is missing or damaged: the set-up is what mends it. */
function knownSettings(ports: Ports): ReadonlyMap<string, string> {
  try {
    return new Map(
      ports.workbook.has(SETTINGS) ? ports.workbook.read(SETTINGS).rows.map((row) => [row.key, row.value]) : [],
    );
  } catch (error) {
    if (!ports.explain(error).lasting) throw error;
    return new Map();
  }
}

/** The matrix as it is before anybody has answered: its headings only. */
function showEmptyMatrix(ports: Ports): void {
  const headings = [
    ['', ''],
    [MATRIX_LABELS.code, MATRIX_LABELS.name],
  ];
  ports.workbook.show({ ...MATRIX_VIEW, headings, rows: [], notes: ['', ''], widths: matrixWidths(2) });
}

/** Forgets what the workbook was copied from has outside: its forms, events, folders and letters are none of the copy's. */
function leaveOriginal(ports: Ports): void {
  const { workbook } = ports;
  const survey = { state: 'closed', formId: '' };
  const event = { eventId: '', sent: '', link: '', video: '' };
  const file = { fileId: '', folderId: '' };
  workbook.patch(
    SURVEYS,
    workbook.read(SURVEYS).rows.map(({ $row }) => ({ $row, set: survey })),
  );
  workbook.patch(
    MODULES,
    workbook.read(MODULES).rows.map(({ $row, state, people }) => ({
      $row,
      set: {
        ...event,
        state: state === 'invited' ? 'draft' : state,
        people: state === 'held' ? people : undefined,
      },
    })),
  );
  workbook.patch(
    BANK,
    workbook.read(BANK).rows.map(({ $row }) => ({ $row, set: file })),
  );
  workbook.patch(
    PLAN,
    workbook.read(PLAN).rows.map(({ $row }) => ({ $row, set: { sent: {} } })),
  );
  workbook.patch(
    PARTNERS,
    workbook.read(PARTNERS).rows.map(({ $row }) => ({ $row, set: { shared: '', sharedCycle: '' } })),
  );
  workbook.replace(LEDGER, []);
}

/** What the account till now has made and the new one cannot change: the calendar, folders, documents are made anew when they are needed. */
function leaveAccount(ports: Ports): void {
  ports.store.remove(CALENDAR);
  const kinds: readonly string[] = ['calendar', 'folder', 'document', 'report', 'paper'];
  const ledger = new Ledger(ports, '');
  ledger.settle(
    ports.workbook
      .read(LEDGER)
      .rows.filter(({ kind, state }) => kinds.includes(kind) && (state === 'done' || state === 'intent'))
      .map(({ key }) => ({ key, state: 'undone', ref: '' })),
  );
}

/** Adds the settings that are not there; those named in the set-up dialogue take the person's words. */
function fillSettings(ports: Ports, input: SetUpInput): void {
  const { rows } = ports.workbook.read(SETTINGS);
  const there = new Map(rows.map((row) => [row.key, row]));
  const chosen: Partial<Record<SettingKey, string>> = {
    school: input.school,
    programme: input.programme,
    cycle: input.cycle,
    book: ports.workbook.id(),
  };
  const definitions = Object.entries(SETTING_DEFINITIONS) as [SettingKey, Setting][];
  ports.workbook.append(
    SETTINGS,
    [...definitions, ...Object.entries(TEAM_SETTING_DEFINITIONS), ...Object.entries(REVIEW_SETTING_DEFINITIONS)]
      .filter(([key]) => !there.has(key))
      .map(([key, { title, initial, meaning }]) => ({
        key,
        title,
        value: chosen[key as SettingKey] ?? initial,
        meaning,
      })),
  );
  ports.workbook.patch(
    SETTINGS,
    definitions.flatMap(([key, definition]) => {
      const row = there.get(key);
      const value = chosen[key];
      return row !== undefined &&
        value !== undefined &&
        row.value !== value &&
        readSetting(definition, value) !== undefined
        ? [{ $row: row.$row, set: { value } }]
        : [];
    }),
  );
}

/** Fills an empty framework sheet from the programme; a sheet with rows is the school's own and stays. */
function fillCompetencies(ports: Ports, programmeId: string): number {
  const { rows, problems } = ports.workbook.read(COMPETENCIES);
  const programme = ports.programme(programmeId);
  if (rows.length > 0 || problems.length > 0 || programme === undefined) return 0;
  ports.workbook.append(COMPETENCIES, programme.framework.competencies.map(competencyToRow));
  return programme.framework.competencies.length;
}

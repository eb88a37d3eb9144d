// «Псевдонимы вместо имён»: staff codes instead of names wherever the product writes, the key on a guarded sheet.
import type { Outcome } from '../../domain/message';
import { escaped } from '../../domain/personal/person';
import { personalColumns } from '../../workbook/personal';
import type { Table } from '../../workbook/schema';
import { QUESTIONS, SETTINGS, STAFF, TABLES } from '../../workbook/tables';
import { type Action, finished, type Step, textOf } from '../action';
import { loadContext, loadSettings, loadStaff, notSetUp, type Staff } from '../context';
import { remarked } from '../groups/programmes';
import type { Ports } from '../ports';
import { fullNameOf, type Teacher } from '../../domain/staff/teacher';
import { profilesOf } from '../answers/profiles';
import { type ProfileWritten, writeConclusions, writeProfile } from '../answers/results';

interface PseudonymsInput {
  readonly on: boolean;
}

interface Cursor {
  /** The number of the next table. */
  readonly table: number;
  /** The tables are renamed, and so much of the profile is written. */
  readonly profile?: ProfileWritten;
}

/** The key itself holds the names; questions must stay as their forms ask them, or answers cannot be read. */
const LEFT: readonly string[] = [STAFF.key, SETTINGS.key, QUESTIONS.key];
const RENAMED = TABLES.filter(({ key }) => !LEFT.includes(key));

export const usePseudonyms: Action<PseudonymsInput, Cursor> = {
  id: 'usePseudonyms',

  fields: (ports) => [
    {
      name: 'mode',
      kind: 'choice',
      required: true,
      options: ['on', 'off'].map((value) => ({ value, label: ports.words.say({ code: `pseudonyms.mode.${value}` }) })),
    },
  ],

  read(ports, raw): Outcome<PseudonymsInput> {
    const missing = notSetUp(ports, SETTINGS, STAFF);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const settings = loadSettings(ports);
    if (!settings.ok) return settings;
    const mode = textOf(raw, 'mode', 10);
    return mode === 'on' || mode === 'off'
      ? { ok: true, value: { on: mode === 'on' } }
      : { ok: false, problems: [{ code: 'pseudonyms.mode.none' }] };
  },

  preview(ports, { on }) {
    const staff = staffOf(ports, on);
    return {
      ok: true,
      value: {
        lines: [{ code: on ? 'pseudonyms.will' : 'pseudonyms.back' }],
        counts: [{ label: { code: 'pseudonyms.count' }, value: String(staff.all.length) }],
        warnings: on ? [{ code: 'pseudonyms.left' }] : [],
      },
    };
  },

  step(ports, _run, { on }, cursor = { table: 0 }) {
    const from = cursor.table;
    if (from === 0) {
      const row = ports.workbook.read(SETTINGS).rows.find(({ key }) => key === 'pseudonyms');
      const value = on ? 'да' : 'нет';
      if (row === undefined)
        return { state: 'refused', problems: [{ code: 'workbook.notSetUp', fields: { tables: [SETTINGS.title] } }] };
      if (row.value !== value) ports.workbook.patch(SETTINGS, [{ $row: row.$row, set: { value } }]);
      ports.workbook.guard(STAFF, on);
    }
    const staff = staffOf(ports, on);
    let at = from;
    const going = (next: Cursor): Step<Cursor> => ({
      state: 'going',
      cursor: next,
      done: next.table,
      total: RENAMED.length + 1,
      line: { code: 'pseudonyms.going' },
    });
    if (at < RENAMED.length) {
      const goesOn = ports.clock.stretch();
      for (let table = RENAMED[at]; table !== undefined; table = RENAMED[at]) {
        if (at > from && !goesOn()) return going({ table: at });
        if (ports.workbook.has(table)) rename(ports, table, staff, on);
        at += 1;
      }
      if (!goesOn()) return going({ table: at });
    }
    const context = loadContext(ports);
    if (context.ok) {
      const loaded = profilesOf(ports, context.value);
      const profile = writeProfile(ports, loaded, cursor.profile);
      if (profile !== undefined) return going({ table: at, profile });
      writeConclusions(ports, loaded);
    }
    return finished(
      [{ code: on ? 'pseudonyms.done' : 'pseudonyms.undone' }],
      [{ label: { code: 'link.sheet', fields: { table: STAFF.title } }, url: ports.workbook.linkTo(STAFF) }],
    );
  },
};

/** The staff as it is called in the mode asked for, whatever the setting says yet. */
function staffOf(ports: Ports, on: boolean): Staff {
  const settings = loadSettings(ports);
  if (!settings.ok) throw new Error('settings were read a moment ago');
  return loadStaff(ports, { ...settings.value, pseudonyms: on }).value;
}

/** Names beside codes as they are shown now; on the way to codes also the names inside texts, as the product wrote them. */
function rename(ports: Ports, table: Table, staff: Staff, on: boolean): void {
  const { rows, unread } = ports.workbook.read(table);
  const marks = personalColumns(table);
  const keys = (wanted: string): readonly string[] =>
    [...marks].flatMap(([key, mark]) => (mark === wanted ? [key] : []));
  const [codes, names] = [keys('code'), keys('name')];
  const byShown = new Map(
    staff.all.flatMap(
      (teacher) =>
        [
          [fullNameOf(teacher), teacher],
          [teacher.code, teacher],
        ] as const,
    ),
  );
  const masks = on ? masker(staff.all) : (text: string): string => text;
  const changes = ([...rows, ...unread] as readonly (Readonly<Record<string, unknown>> & { $row: number })[]).flatMap(
    (row) => {
      const set: Record<string, unknown> = {};
      names.forEach((key, index) => {
        // «Наставник» goes with the first code, «Подопечный» with the second.
        const teacher = staff.byCode.get(String(row[codes[index] ?? ''] ?? ''));
        if (teacher !== undefined && row[key] !== '' && row[key] !== teacher.name) set[key] = teacher.name;
      });
      for (const [key, mark] of marks) {
        const value = row[key];
        if (mark === 'codes' && Array.isArray(value) && key !== 'audience') {
          const shown = (value as readonly unknown[]).map((one) => byShown.get(String(one))?.name ?? one);
          if (shown.some((one, index) => one !== value[index])) set[key] = shown;
        } else if (mark === 'words' && value !== undefined && value !== '') {
          const masked = deep(value, masks);
          if (JSON.stringify(masked) !== JSON.stringify(value)) set[key] = masked;
        }
      }
      return Object.keys(set).length === 0 ? [] : [{ $row: row.$row, set }];
    },
  );
  if (changes.length > 0) ports.workbook.patch(table, remarked(ports, table, changes));
}

function deep(value: unknown, masks: (text: string) => string): unknown {
  if (typeof value === 'string') return masks(value);
  if (Array.isArray(value)) return (value as readonly unknown[]).map((one) => deep(one, masks));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one, masks)]));
  return value;
}

/** Replaces every full name, as it is written in the staff list, by its code: one pass whatever the number of people. */
function masker(all: readonly Teacher[]): (text: string) => string {
  const codes = new Map<string, string>();
  for (const teacher of all) if (fullNameOf(teacher).length > 3) codes.set(fullNameOf(teacher), teacher.code);
  if (codes.size === 0) return (text) => text;
  const longest = [...codes.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<!\\p{L})(?:${longest.map(escaped).join('|')})(?!\\p{L})`, 'gu');
  return (text) => text.replace(pattern, (name) => codes.get(name) ?? name);
}

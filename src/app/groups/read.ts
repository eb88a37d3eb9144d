// The groups as they stand in the sheet, put together from its rows (one row a person).
import { codeReader } from '../../domain/identity/identify';
import type { Teacher } from '../../domain/staff/teacher';
import { formatMinute } from '../../domain/local-time';
import type { Placed, Row } from '../../workbook/schema';
import type { Settings } from '../../workbook/settings';
import { WEEKDAYS } from '../../workbook/read-setting';
import { GROUPS, PROGRAMMES } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { surveyKey } from '../surveys/plan';

export type GroupRow = Placed<Row<typeof GROUPS>>;

export interface StandingGroup {
  readonly id: string;
  readonly competency: string;
  readonly title: string;
  /** `published` when any of its rows is, else `closed` when any is, else `draft`. */
  readonly state: string;
  readonly pinned: boolean;
  /** Value of the weekly slot of most rows, '' when none is known. */
  readonly slot: string;
  readonly consultants: readonly Teacher[];
  readonly consultees: readonly Teacher[];
  /** Codes are as the staff list spells them, where it has them. */
  readonly rows: readonly GroupRow[];
}

/** A weekly slot: `3|14:00-15:00` for the rules, «Ср 14:00–15:00» for people. */
export interface Slot {
  readonly value: string;
  readonly label: string;
}

export function slotsOf(settings: Settings): readonly Slot[] {
  return settings.days.flatMap((day) =>
    settings.bands.map(({ start, end }) => ({
      value: `${String(day)}|${formatMinute(start)}-${formatMinute(end)}`,
      label: slotLabel(`${String(day)}|${formatMinute(start)}-${formatMinute(end)}`),
    })),
  );
}

/** «3|15:00-16:00» as the sheet says it, «Ср 15:00–16:00», be it offered now or not; a text that is no slot stays as it is. */
export function slotLabel(value: string): string {
  const [, day, start = '', end = ''] = /^([1-7])\|(\d\d:\d\d)-(\d\d:\d\d)$/.exec(value) ?? [];
  return day === undefined ? value : `${WEEKDAYS[Number(day) - 1] ?? ''} ${start}–${end}`;
}

/** The other way round. */
function slotValue(label: string): string {
  const [, day = '', start, end = ''] = /^(\S+) (\d\d:\d\d)–(\d\d:\d\d)$/.exec(slotKey(label)) ?? [];
  const at = WEEKDAYS.findIndex((weekday) => weekday.toLowerCase() === day);
  return start === undefined || at < 0 ? label : `${String(at + 1)}|${start}-${end}`;
}

/** The group's time as its rows say it, also when it is not offered any more (then `slot` is blank). */
export const writtenSlot = ({ slot, rows }: StandingGroup): string =>
  slot === '' ? slotValue(commonest(rows.map((row) => row.slot))) : slot;

/** A row that is not fixed yet; one typed in has no state. */
export const isDraftRow = ({ state }: Pick<GroupRow, 'state'>): boolean => state === 'draft' || state === '';

/** A weekly slot as people type it, for comparing: with any dash, and spaces around it. */
export const slotKey = (label: string): string =>
  label
    .replace(/[-–—]/g, '–')
    .replace(/\s*–\s*/g, '–')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** What most of the values are, blank ones apart; of equals the first. */
function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0];
}

/**
 * Groups of the current cycle. A row inserted, moved or typed in by hand does not change what the others say of state, time and
 * competency. Codes are found however they are typed; people whose code is not on the staff list are left out (`faultsOf` names them).
 */
export function standingGroups(ports: Ports, context: Context): readonly StandingGroup[] {
  const slots = new Map(slotsOf(context.settings).map(({ label, value }) => [slotKey(label), value]));
  const { byCode } = context.staff;
  const codeOf = codeReader(context.staff.all);
  const groups = new Map<string, GroupRow[]>();
  for (const read of ports.workbook.read(GROUPS).rows) {
    if (read.cycle !== context.settings.cycle && read.cycle !== '') continue;
    groups.set(read.group, [...(groups.get(read.group) ?? []), { ...read, teacher: codeOf(read.teacher) }]);
  }
  return [...groups].map(([id, rows]) => {
    const people = (role: string): Teacher[] =>
      rows.flatMap((row) => {
        const teacher = row.role === role ? byCode.get(row.teacher) : undefined;
        return teacher === undefined ? [] : [teacher];
      });
    const about = commonest(rows.map(({ competency }) => competency));
    const state = ['published', 'closed'].find((one) => rows.some((row) => row.state === one)) ?? 'draft';
    return {
      id,
      competency: about,
      title: context.competencies.find((competency) => competency.id === about)?.title ?? rows[0]?.title ?? '',
      state,
      pinned: rows.some((row) => row.pinned),
      slot: commonest(rows.map(({ slot }) => slots.get(slotKey(slot)) ?? '')),
      consultants: people('consultant'),
      consultees: people('consultee'),
      rows,
    };
  });
}

/** Rows of «Программы занятий» that belong to the current cycle: groups' ids come back in the next one. */
export function programmesOf(ports: Ports, context: Context): readonly Placed<Row<typeof PROGRAMMES>>[] {
  return ports.workbook
    .read(PROGRAMMES)
    .rows.filter(({ survey, group }) => survey === surveyKey(context.settings.cycle, 'agreement', group));
}

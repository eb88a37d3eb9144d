// The groups as they stand in the sheet, put together from its rows (one row a person).
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
  readonly state: string;
  readonly pinned: boolean;
  /** Value of the weekly slot, '' when none is known. */
  readonly slot: string;
  readonly consultants: readonly Teacher[];
  readonly consultees: readonly Teacher[];
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
      label: `${WEEKDAYS[day - 1] ?? ''} ${formatMinute(start)}–${formatMinute(end)}`,
    })),
  );
}

/** Groups of the current cycle. People whose code is not on the staff list are left out (publishing names them). */
export function standingGroups(ports: Ports, context: Context): readonly StandingGroup[] {
  const slots = new Map(slotsOf(context.settings).map(({ label, value }) => [label, value]));
  const groups = new Map<string, GroupRow[]>();
  for (const row of ports.workbook.read(GROUPS).rows) {
    if (row.cycle !== context.settings.cycle && row.cycle !== '') continue;
    groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  }
  return [...groups].map(([id, rows]) => {
    const people = (role: string): Teacher[] =>
      rows.flatMap((row) => {
        const teacher = row.role === role ? context.staff.byCode.get(row.teacher) : undefined;
        return teacher === undefined ? [] : [teacher];
      });
    const first = rows[0];
    return {
      id,
      competency: first?.competency ?? '',
      title:
        context.competencies.find((competency) => competency.id === first?.competency)?.title ?? first?.title ?? '',
      state: first?.state ?? '',
      pinned: rows.some((row) => row.pinned),
      slot: slots.get(first?.slot ?? '') ?? '',
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

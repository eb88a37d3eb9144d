// Checks a timetable, however it was made: by the planner, or by hand in the sheet.
import type { LocalDate } from '../local-time';
import type { BusyTimes, PlacedModule } from './module';
import { isBusy, overlap } from './module';

export interface TimetableRules {
  readonly window?: { readonly from: LocalDate; readonly to: LocalDate };
  readonly holidays?: readonly LocalDate[];
  /** Default 1. */
  readonly maxPerPersonPerDay?: number;
}

export type ClashKind =
  | 'person' // in two modules at once
  | 'day' // more modules a day than a person may have
  | 'room' // a room taken twice at once
  | 'busy' // the person's calendar says no
  | 'window' // outside the window
  | 'holiday';

export interface Clash {
  readonly kind: ClashKind;
  /** Ids of the modules concerned. */
  readonly modules: readonly string[];
  readonly date: LocalDate;
  /** Staff code, for the kinds about a person. */
  readonly person?: string;
  readonly room?: string;
}

/**
 * Everything that is wrong with a timetable; empty when it may be sent out. For modules already sent out, leave their guests'
 * calendars out of `busy`: the invitation itself fills them.
 */
export function findClashes(
  modules: readonly PlacedModule[],
  busy: BusyTimes,
  rules: TimetableRules = {},
): readonly Clash[] {
  const clashes: Clash[] = [];
  const { window, maxPerPersonPerDay = 1 } = rules;
  const holidays = new Set(rules.holidays ?? []);
  for (const { module, date, start, end, people } of modules) {
    if (window !== undefined && (date < window.from || date > window.to)) {
      clashes.push({ kind: 'window', modules: [module], date });
    }
    if (holidays.has(date)) clashes.push({ kind: 'holiday', modules: [module], date });
    for (const { code, email } of people) {
      if (isBusy(busy, email, date, start, end)) clashes.push({ kind: 'busy', modules: [module], date, person: code });
    }
  }
  for (const [date, sameDay] of grouped(modules, ({ date }) => [date])) {
    for (const [person, his] of grouped(sameDay, ({ people }) => [...new Set(people.map(({ code }) => code))])) {
      if (his.length > maxPerPersonPerDay)
        clashes.push({ kind: 'day', modules: his.map(({ module }) => module), date, person });
      for (const [a, b] of overlapping(his)) {
        clashes.push({ kind: 'person', modules: [a.module, b.module], date, person });
      }
    }
    for (const [room, there] of grouped(sameDay, (module) => (module.room === '' ? [] : [module.room]))) {
      for (const [a, b] of overlapping(there))
        clashes.push({ kind: 'room', modules: [a.module, b.module], date, room });
    }
  }
  return clashes;
}

function grouped(
  modules: readonly PlacedModule[],
  keysOf: (module: PlacedModule) => readonly string[],
): ReadonlyMap<string, readonly PlacedModule[]> {
  const groups = new Map<string, PlacedModule[]>();
  for (const module of modules) {
    for (const key of keysOf(module)) groups.set(key, [...(groups.get(key) ?? []), module]);
  }
  return groups;
}

function overlapping(modules: readonly PlacedModule[]): readonly (readonly [PlacedModule, PlacedModule])[] {
  return modules.flatMap((a, index) =>
    modules.slice(index + 1).flatMap((b) => (overlap(a, b) ? [[a, b] as const] : [])),
  );
}

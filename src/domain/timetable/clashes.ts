// Checks a timetable, however it was made: by the planner, or by hand in the sheet.
import type { LocalDate } from '../local-time';
import type { BusyTimes, PlacedModule } from './module';
import { isBusy, overlap } from './module';

export interface TimetableRules {
  readonly window?: { readonly from: LocalDate; readonly to: LocalDate };
  readonly holidays?: readonly LocalDate[];
  /** Default 1. */
  readonly maxPerPersonPerDay?: number;
  /** Room → the most people it holds; others hold any number. */
  readonly seats?: ReadonlyMap<string, number>;
  /** Equipment → groups that can have it at one time. */
  readonly equipment?: ReadonlyMap<string, number>;
  /** Group → equipment it needs. */
  readonly needs?: ReadonlyMap<string, readonly string[]>;
}

export type ClashKind =
  | 'person' // in two modules at once
  | 'day' // more modules a day than a person may have
  | 'room' // a room taken twice at once
  | 'seats' // more people than the room holds
  | 'equipment' // more groups at once than there is of it
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
  /** How many there are, and how many the room holds. */
  readonly people?: number;
  readonly seats?: number;
  readonly equipment?: string;
  /** How many groups can have the equipment at one time. */
  readonly count?: number;
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
  for (const { module, date, start, end, people, room } of modules) {
    const seats = rules.seats?.get(room) ?? Infinity;
    if (people.length > seats)
      clashes.push({ kind: 'seats', modules: [module], date, room, people: people.length, seats });
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
      const counted = his.filter(({ isMeeting }) => isMeeting !== true);
      if (counted.length > maxPerPersonPerDay)
        clashes.push({ kind: 'day', modules: counted.map(({ module }) => module), date, person });
      for (const [a, b] of overlapping(his)) {
        clashes.push({ kind: 'person', modules: [a.module, b.module], date, person });
      }
    }
    for (const [room, there] of grouped(sameDay, (module) => (module.room === '' ? [] : [module.room]))) {
      for (const [a, b] of overlapping(there))
        clashes.push({ kind: 'room', modules: [a.module, b.module], date, room });
    }
    for (const [equipment, users] of grouped(sameDay, ({ group }) => rules.needs?.get(group) ?? [])) {
      const count = rules.equipment?.get(equipment) ?? Infinity;
      for (const at of crowds(users, count))
        clashes.push({ kind: 'equipment', modules: at.map(({ module }) => module), date, equipment, count });
    }
  }
  return clashes;
}

/** Modules that all share a minute and are more than `count`: each such set once, when the last of them begins. */
function crowds(users: readonly PlacedModule[], count: number): readonly (readonly PlacedModule[])[] {
  const found = new Map<string, readonly PlacedModule[]>();
  for (const { start } of users) {
    const at = users.filter((module) => module.start <= start && start < module.end);
    if (at.length > count) found.set(at.map(({ module }) => module).join('\n'), at);
  }
  return [...found.values()];
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

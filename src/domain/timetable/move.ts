// Moving one module by hand, as data: what it does, whether it can be taken back, and what it would meet.
import { type Clash, findClashes, type TimetableRules } from './clashes';
import type { BusyTimes, PlacedModule } from './module';

/** A place in time as the sheet has it: `2026-09-30`, `15:00`, `16:00`, a room or ''. */
export interface Whereabouts {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
}

export interface ModuleMove {
  readonly module: string;
  readonly before: Whereabouts;
  readonly after: Whereabouts;
  /** Of a draft that the planner moved: what its hidden mark was and became, by which it is not a time chosen by hand. */
  readonly sent?: { readonly before: string; readonly after: string };
}

export const isSamePlace = (a: Whereabouts, b: Whereabouts): boolean =>
  a.date === b.date && a.start === b.start && a.end === b.end && a.place === b.place;

/** Reads a move kept as JSON; undefined when it is none. */
export function readMove(kept: unknown): ModuleMove | undefined {
  const { module, before, after } = (kept ?? {}) as Partial<ModuleMove>;
  const fits = (where: unknown): boolean => {
    const { date, start, end, place } = (where ?? {}) as Partial<Whereabouts>;
    return [date, start, end, place].every((text) => typeof text === 'string');
  };
  return typeof module === 'string' && fits(before) && fits(after) ? (kept as ModuleMove) : undefined;
}

/**
 * The clashes that the module would be part of where it is put.
 * @param others  all modules that stand; itself, where it was, may be among them
 * @param busy  calendars of the moved module's people
 */
export function clashesOf(
  moved: PlacedModule,
  others: readonly PlacedModule[],
  busy: BusyTimes,
  rules: TimetableRules,
): readonly Clash[] {
  const sameDay = others.filter(({ module, date }) => module !== moved.module && date === moved.date);
  const clashes = findClashes([...sameDay, moved], busy, rules).filter(({ modules }) => modules.includes(moved.module));
  // Who is at another module at that time is also busy in the calendar, and has two that day: once is enough.
  const met = new Set(clashes.flatMap(({ kind, person }) => (kind === 'person' ? [person] : [])));
  const second = new Set(clashes.flatMap(({ kind, person }) => (kind === 'day' ? [person] : [])));
  return clashes.filter(
    ({ kind, person }) =>
      !(kind === 'day' && met.has(person)) && !(kind === 'busy' && (met.has(person) || second.has(person))),
  );
}

/** The first of these rooms that is free then, as '' always is; undefined when none is. */
export function freeRoom(
  rooms: readonly string[],
  time: Pick<PlacedModule, 'module' | 'date' | 'start' | 'end'>,
  others: readonly PlacedModule[],
): string | undefined {
  const taken = new Set(
    others
      .filter(
        ({ module, date, start, end }) =>
          module !== time.module && date === time.date && start < time.end && time.start < end,
      )
      .map(({ room }) => room),
  );
  return rooms.find((room) => room === '' || !taken.has(room));
}

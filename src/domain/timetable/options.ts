// Every place in time a group's module could take, and why the others are ruled out before the search begins.
import type { LocalDate, MinuteOfDay } from '../local-time';
import { addDays, isoWeekday } from '../local-time';
import type { BusyTimes, Participant, PlacedModule } from './module';
import { isBusy, overlap, parseWeekSlot, weekOf } from './module';

/** A group whose modules are to be placed. */
export interface GroupToPlace {
  readonly id: string;
  readonly people: readonly Participant[];
  /** `d|HH:mm-HH:mm` where everybody can, the best first. */
  readonly weekSlots: readonly string[];
  /** Rooms that are large enough and meant for it; all when absent. */
  readonly rooms?: readonly string[];
  /** Equipment it needs while it meets. */
  readonly needs?: readonly string[];
}

/** A date and time where nothing fixed stands in the way. */
export interface TimeOption {
  readonly date: LocalDate;
  readonly start: MinuteOfDay;
  readonly end: MinuteOfDay;
  readonly week: number;
  /** 0 = the slot that suits best. */
  readonly rank: number;
}

/** Why a date and time is ruled out. */
export type Obstacle =
  | { readonly kind: 'holiday' }
  | { readonly kind: 'busy'; readonly people: readonly string[] }
  | { readonly kind: 'taken'; readonly people: readonly string[]; readonly groups: readonly string[] }
  | { readonly kind: 'room' }
  | { readonly kind: 'equipment'; readonly equipment: readonly string[] };

export interface GroupOptions {
  /** By date, then rank. */
  readonly options: readonly TimeOption[];
  readonly obstacles: readonly Obstacle[];
  /** Weekly slots that could be read. */
  readonly slots: number;
}

export interface Conditions {
  readonly window: { readonly from: LocalDate; readonly to: LocalDate };
  readonly holidays: ReadonlySet<LocalDate>;
  readonly busy: BusyTimes;
  /** Empty: modules take no room. */
  readonly rooms: readonly string[];
  /** Equipment → groups that can have it at one time. */
  readonly equipment: ReadonlyMap<string, number>;
  /** Group → equipment it needs: for modules that stand. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  readonly maxPerPersonPerDay: number;
  /** Modules that nothing may move. */
  readonly fixed: readonly PlacedModule[];
}

/** What stands in the way of a module of this group at this time: nothing (undefined) or the first obstacle. */
export function obstacleAt(
  group: Pick<GroupToPlace, 'id' | 'people' | 'rooms' | 'needs'>,
  time: { readonly date: LocalDate; readonly start: MinuteOfDay; readonly end: MinuteOfDay },
  conditions: Conditions,
): Obstacle | undefined {
  const { date, start, end } = time;
  if (conditions.holidays.has(date)) return { kind: 'holiday' };
  const busy = group.people.filter(({ email }) => isBusy(conditions.busy, email, date, start, end));
  if (busy.length > 0) return { kind: 'busy', people: busy.map(({ code }) => code) };
  const sameDay = conditions.fixed.filter((module) => module.date === date);
  const taken = group.people.filter(({ code }) => {
    const his = sameDay.filter(({ people }) => people.some((one) => one.code === code));
    const modules = his.filter(({ isMeeting }) => isMeeting !== true);
    return modules.length >= conditions.maxPerPersonPerDay || his.some((module) => overlap(module, time));
  });
  const groups = sameDay.filter(
    (module) => module.group === group.id || module.people.some(({ code }) => taken.some((one) => one.code === code)),
  );
  if (taken.length > 0 || groups.length > 0) {
    return {
      kind: 'taken',
      people: taken.map(({ code }) => code),
      groups: [...new Set(groups.map((module) => module.group))],
    };
  }
  const short = (group.needs ?? []).filter((id) => {
    const users = sameDay.filter(
      (module) => overlap(module, time) && conditions.needs.get(module.group)?.includes(id) === true,
    );
    return users.length >= (conditions.equipment.get(id) ?? 0);
  });
  if (short.length > 0) return { kind: 'equipment', equipment: short };
  const { rooms } = conditions;
  const free = (group.rooms ?? rooms).filter(
    (room) => room === '' || !sameDay.some((module) => module.room === room && overlap(module, time)),
  );
  return rooms.length > 0 && free.length === 0 ? { kind: 'room' } : undefined;
}

/** All times of a group's weekly slots inside the window, sorted into possible and not. */
export function optionsOf(group: GroupToPlace, conditions: Conditions): GroupOptions {
  const slots = group.weekSlots.map(parseWeekSlot);
  const options: TimeOption[] = [];
  const obstacles: Obstacle[] = [];
  for (let date = conditions.window.from; date <= conditions.window.to; date = addDays(date, 1)) {
    const weekday = isoWeekday(date);
    slots.forEach((slot, rank) => {
      if (slot === undefined || slot.weekday !== weekday) return;
      const { start, end } = slot;
      const obstacle = obstacleAt(group, { date, start, end }, conditions);
      if (obstacle === undefined) options.push({ date, start, end, week: weekOf(date), rank });
      else obstacles.push(obstacle);
    });
  }
  return { options, obstacles, slots: slots.filter((slot) => slot !== undefined).length };
}

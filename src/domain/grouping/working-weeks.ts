// What the working calendar leaves of the weekly slots, and how many groups rooms and equipment bear in one of them.
import type { LocalDate } from '../local-time';
import { addDays, dayNumber, isoWeekday } from '../local-time';
import type { WeekSlot } from './from-profiles';

export interface Weeks {
  /** Both days belong to it. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly holidays: readonly LocalDate[];
  readonly modulesPerGroup: number;
}

/** Slots whose weekday has fewer working days in the window than a group has modules: a group there could not hold them. */
export function closedSlots(
  slots: readonly WeekSlot[],
  { from, to, holidays, modulesPerGroup }: Weeks,
): readonly string[] {
  const off = new Set(holidays);
  const days = new Map<number, number>();
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const weekday = isoWeekday(date);
    if (!off.has(date)) days.set(weekday, (days.get(weekday) ?? 0) + 1);
  }
  return slots.map(({ value }) => value).filter((value) => (days.get(Number(value.charAt(0))) ?? 0) < modulesPerGroup);
}

/**
 * Groups that can share `count` rooms (or pieces of equipment) in one weekly slot: they take turns over the weeks of the window, each
 * needing it for `modulesPerGroup` of them. Never fewer than `count`: those can use it at once in any week.
 */
export function groupsInSlot(count: number, { from, to, modulesPerGroup }: Weeks): number {
  const weeks = Math.floor((dayNumber(to) - dayNumber(from) + 1) / 7);
  return Math.max(count, count * Math.floor(weeks / modulesPerGroup));
}

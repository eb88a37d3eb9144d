// Weekly slots in which a whole group can meet.
import { formatMinute, isoWeekday, type LocalDate, type MinuteOfDay } from '../../domain/local-time';
import type { Settings } from '../../workbook/settings';
import type { AllAnswers } from '../answers/load';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { areFormersTimes } from './programmes';
import { programmesOf, slotKey, slotsOf, type StandingGroup } from './read';

/**
 * Slot values of a group, best first: agreed with the consultants, then the group's own, then the others in which everybody can. The
 * group's own stays among them whoever did not name it: the director has put it in the sheet. People who named no times can always; a
 * time that consultants agreed to suits them whatever they said before.
 */
export function weekSlots(
  settings: Settings,
  answers: AllAnswers,
  group: StandingGroup,
  agreed: readonly string[] = [],
): readonly string[] {
  const all = slotsOf(settings).map(({ value }) => value);
  const wished = new Set(agreed);
  const suits = (slot: string): boolean => unsuited(answers, group, slot, agreed).length === 0;
  const common = all.filter((slot) => slot === group.slot || suits(slot));
  const rank = (slot: string): number => (wished.has(slot) ? 0 : slot === group.slot ? 1 : 2);
  return [...common].sort((a, b) => rank(a) - rank(b) || all.indexOf(a) - all.indexOf(b));
}

/**
 * Names of those who named times, but not this one. Consultants who have answered named those they agreed to, not for whoever has joined
 * them since; where none has, the times were typed in, for all.
 */
export function unsuited(
  answers: AllAnswers,
  { id, consultants, consultees }: Pick<StandingGroup, 'id' | 'consultants' | 'consultees'>,
  slot: string,
  agreed: readonly string[] = [],
): readonly string[] {
  const given = answers.agreements.get(id);
  const silent = consultants.filter(({ code }) => given?.has(code) !== true);
  const unheard = !agreed.includes(slot) ? consultants : silent.length < consultants.length ? silent : [];
  return [...unheard, ...consultees]
    .filter(({ code, included }) => {
      if (!included) return false;
      const times = answers.self.get(code)?.times ?? [];
      return times.length > 0 && !times.includes(slot);
    })
    .map(({ name }) => name);
}

/** Every way in which the offered times may be written → their value. */
const written = (settings: Settings): ReadonlyMap<string, string> =>
  new Map(
    slotsOf(settings).flatMap(({ label, value }) => [
      [slotKey(label), value],
      [slotKey(value), value],
    ]),
  );

/** Group id → slots its consultants agreed to, in this cycle; not those of a consultant whom others have replaced since. */
export function agreedSlots(
  ports: Ports,
  context: Context,
  answers: AllAnswers,
  groups: readonly StandingGroup[],
): ReadonlyMap<string, readonly string[]> {
  const valueOf = slotReader(context.settings);
  const standing = new Map(groups.map((group) => [group.id, group]));
  return new Map(
    programmesOf(ports, context).flatMap((row): [string, readonly string[]][] => {
      const group = standing.get(row.group);
      if (group !== undefined && areFormersTimes(ports, row, group, answers, valueOf)) return [];
      return [[row.group, row.slots.map(valueOf).filter((slot) => slot !== '')]];
    }),
  );
}

/** A time's value by any way in which it may be written; '' of one that is not offered. */
export function slotReader(settings: Settings): (slot: string) => string {
  const values = written(settings);
  return (slot) => values.get(slotKey(slot)) ?? '';
}

/** Times of «Программы занятий» that are none of those offered: they count for nothing, which is to be said. */
export function agreedUnknown(
  ports: Ports,
  context: Context,
): readonly { readonly group: string; readonly slot: string }[] {
  const values = written(context.settings);
  return programmesOf(ports, context).flatMap(({ group, slots }) =>
    slots.filter((slot) => !values.has(slotKey(slot))).map((slot) => ({ group, slot })),
  );
}

/** The weekly slot of a place in time. */
export const slotAt = (date: LocalDate, start: MinuteOfDay, end: MinuteOfDay): string =>
  `${String(isoWeekday(date))}|${formatMinute(start)}-${formatMinute(end)}`;

// Says why no time was found for a group's module, and who or what would have to give way.
import type { LocalDate } from '../local-time';
import type { Message } from '../message';
import type { GroupOptions, GroupToPlace, Obstacle } from './options';

const PEOPLE_NAMED = 5;

/**
 * The reason in the order in which it would have to be mended: no weekly slot at all; no room that is large enough and meant for it; no such weekday in the window; all of them
 * holidays; calendars; other modules of the same people; rooms; or (times there are) fewer than the modules wanted.
 * @param missing modules without a time
 * @param rooms  all there are; none where nobody needs one
 * @param rivals  groups whose modules stand at its times, in its rooms or with its people
 * @param wanted  modules that every group is to have
 * @param onlyRoom  the one room that it could have, and the groups that have it, where that alone is in the way at some of its times
 */
export function whyImpossible(
  group: GroupToPlace,
  { options, obstacles, slots }: GroupOptions,
  window: { readonly from: LocalDate; readonly to: LocalDate },
  nameOf: (code: string) => string,
  missing: number,
  rooms: readonly string[] = [],
  rivals: readonly string[] = [],
  wanted = 1,
  onlyRoom?: { readonly room: string; readonly groups: readonly string[] },
): Message {
  const fields = { group: group.id, from: window.from, to: window.to, slots: [...group.weekSlots], missing };
  if (slots === 0) return { code: 'timetable.noSlot', fields };
  if (rooms.length > 0 && group.rooms?.length === 0)
    return { code: 'timetable.noSeats', fields: { ...fields, seats: group.people.length } };
  if (options.length > 0) {
    const tight = {
      ...fields,
      times: options.length,
      days: new Set(options.map(({ date }) => date)).size,
      several: wanted > 1 ? 1 : 0,
    };
    return onlyRoom === undefined
      ? { code: 'timetable.tooTight', fields: { ...tight, groups: mostFrequent(rivals) } }
      : {
          code: 'timetable.onlyRoom',
          fields: { ...tight, room: onlyRoom.room, groups: mostFrequent(onlyRoom.groups) },
        };
  }
  if (obstacles.length === 0) return { code: 'timetable.noDay', fields };
  const count = (kind: Obstacle['kind']): number => obstacles.filter((obstacle) => obstacle.kind === kind).length;
  const counts = {
    times: obstacles.length,
    holidays: count('holiday'),
    busy: count('busy'),
    taken: count('taken'),
    rooms: count('room'),
    short: count('equipment'),
  };
  const people = mostFrequent(obstacles.flatMap((obstacle) => ('people' in obstacle ? obstacle.people : []))).map(
    nameOf,
  );
  const groups = mostFrequent(obstacles.flatMap((obstacle) => ('groups' in obstacle ? obstacle.groups : [])));
  const all = { ...fields, ...counts, people, groups };
  const equipment = mostFrequent(obstacles.flatMap((one) => (one.kind === 'equipment' ? one.equipment : [])));
  if (counts.short > 0 && counts.short >= Math.max(counts.busy, counts.taken, counts.rooms))
    return { code: 'timetable.noEquipment', fields: { ...all, equipment } };
  if (counts.holidays === counts.times) return { code: 'timetable.holidays', fields: all };
  if (counts.busy >= counts.taken && counts.busy >= counts.rooms) return { code: 'timetable.busy', fields: all };
  if (counts.taken >= counts.rooms) return { code: 'timetable.taken', fields: all };
  return { code: 'timetable.noRoom', fields: all };
}

/** The most frequent first; equal ones in text order; at most five. */
function mostFrequent(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, PEOPLE_NAMED)
    .map(([text]) => text);
}

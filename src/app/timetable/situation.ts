// Everything the moving of modules starts from: the modules as they stand, their people's calendars, rooms, the school's rules.
import { absoluteMinute, addDays, formatMinute, isoWeekday, localDateTime, parseMinute } from '../../domain/local-time';
import type { Message, Outcome } from '../../domain/message';
import type { Clash, TimetableRules } from '../../domain/timetable/clashes';
import { type BusyTime, type BusyTimes, type PlacedModule, withoutOwn } from '../../domain/timetable/module';
import { clashesOf, freeRoom, type Whereabouts } from '../../domain/timetable/move';
import { GROUPS, MODULE_CHANGES, MODULES } from '../../workbook/tables';
import { type AllAnswers, loadAnswers } from '../answers/load';
import { type Context, loadContext, notSetUp } from '../context';
import { slotsOf, standingGroups } from '../groups/read';
import { agreedSlots, unsuited } from '../groups/slots';
import { isFor, spacesOf } from '../groups/spaces';
import { placesAbroad } from '../partner/places';
import type { Ports } from '../ports';
import { peopleOf } from './lesson-people';
import { clashFields, meansOf } from './means';
import { hasEnded, toldTime } from './modules';
import { otherModules, placedModule, type RoomedModule, roomedModules, roomReader } from './rooms';
import { windowOf } from './window';

export interface TimetableSituation {
  readonly context: Context;
  readonly modules: readonly RoomedModule[];
  /** Those that stand or are still to be sent, with a readable time, and what else takes rooms and people. */
  readonly active: readonly PlacedModule[];
  readonly window: { readonly from: string; readonly to: string };
  /** Why a module may not be moved; undefined when it may. */
  fixed(module: RoomedModule): Message | undefined;
  /** What the module would meet there, in words; when `moved` stands where it is put. */
  clashes(module: RoomedModule, where: Whereabouts, moved?: Put): readonly Message[];
  /** Is that over by the school's clock? */
  isOver(where: Whereabouts): boolean;
  /** Who of the group did not name this time as convenient. */
  unsuited(module: RoomedModule, where: Whereabouts): readonly string[];
  /** Where it would meet then: where it is now when that is free, else the first free room that is large enough and meant for it. */
  room(module: RoomedModule, time: Omit<Whereabouts, 'place'>): string;
}

/** A module, and where it is put. */
export interface Put {
  readonly module: RoomedModule;
  readonly where: Whereabouts;
}

const isDraft = ({ row }: RoomedModule): boolean => row.state === 'draft' || row.state === '';

/** @param asked id of a module whose people's calendars are needed too; those of drafts are looked into anyway */
export function loadTimetable(ports: Ports, asked?: string): Outcome<TimetableSituation> {
  const missing = notSetUp(ports, MODULES, GROUPS, MODULE_CHANGES);
  if (missing !== undefined) return { ok: false, problems: [missing] };
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const { settings } = context;
  const modules = roomedModules(ports, context);
  const window = windowOf(ports, settings);
  const standing = modules.filter(({ row }) => row.state !== 'cancelled');
  const others = otherModules(ports, context);
  const active = [...standing.flatMap((module) => placedModule(module) ?? []), ...others];
  const groups = [...new Map(modules.map(({ group }) => [group.id, group])).values()];
  // Not the days from tomorrow on, in which modules are placed: one that was placed may come near.
  const term = { from: settings.windowFrom, to: window.to };
  const rules: TimetableRules = { window: term, holidays: settings.holidays, ...meansOf(ports, context, groups) };
  const { rooms } = spacesOf(ports, context);
  const abroad = placesAbroad(ports, context, groups);
  const roomOf = roomReader(ports, context);
  const calendars = new Map<string, readonly BusyTime[] | 'unknown'>();
  const read = new Set<number>();
  /** Of those for whom a time may be news, all at once; of the people of another module when it is put elsewhere. */
  const busy = (module: RoomedModule): BusyTimes => {
    if (!read.has(module.row.$row)) {
      const news = modules.filter((one) => isDraft(one) || one.row.module === asked || isElsewhere(one));
      const those = [module, ...(read.size === 0 ? news : [])];
      for (const [email, times] of calendarsOf(ports, those, window)) calendars.set(email, times);
      for (const { row } of those) read.add(row.$row);
    }
    return calendars;
  };
  const activeWith = ({ module: { row }, where }: Put): readonly PlacedModule[] => {
    const rest = standing.filter((module) => module.row.$row !== row.$row);
    const there = standing.find((module) => module.row.$row === row.$row);
    const put = there === undefined ? undefined : placed(there, where);
    const isTimed = put !== undefined && put.date !== '' && put.start < put.end;
    return [...rest.flatMap((module) => placedModule(module) ?? []), ...(isTimed ? [put] : []), ...others];
  };
  let answers: AllAnswers | undefined;
  let agreed: ReadonlyMap<string, readonly string[]> | undefined;

  const placed = (module: RoomedModule, { date, start, end, place }: Whereabouts): PlacedModule => ({
    module: module.row.module,
    group: module.row.group,
    date,
    start: parseMinute(start) ?? 0,
    end: parseMinute(end) ?? 0,
    room: roomOf(place, abroad.get(module.group.id)).room,
    people: peopleOf(module.group),
  });
  return {
    ok: true,
    value: {
      context,
      modules,
      active,
      window,

      fixed: (module) => {
        const fields = { module: module.row.module };
        if (module.row.state === 'held' || module.row.state === 'cancelled') return { code: 'move.fixed', fields };
        return module.row.state === 'invited' && hasEnded(ports, module) ? { code: 'move.over', fields } : undefined;
      },

      clashes(module, where, moved) {
        const here = placed(module, where);
        // An invitation that is out fills its guests' calendars itself.
        const told = toldTime(module.row);
        const asksCalendars = module.row.state !== 'invited' || (told !== undefined && !isAt(told, here));
        const seen: BusyTimes = asksCalendars ? busy(module) : new Map();
        const known = told === undefined ? seen : withoutOwn(seen, told);
        const all = moved === undefined ? active : activeWith(moved);
        return clashesOf(here, all, known, rules).map((clash) => worded(context, clash, module.row.module));
      },

      isOver: ({ date, start }) =>
        date !== '' &&
        absoluteMinute(localDateTime(date, parseMinute(start) ?? 0)) <= absoluteMinute(ports.clock.localNow()),

      unsuited(module, { date, start, end }) {
        answers ??= loadAnswers(ports, context);
        agreed ??= agreedSlots(ports, context, answers, standingGroups(ports, context));
        const slot = `${String(isoWeekday(date))}|${start}-${end}`;
        return unsuited(answers, module.group, slot, agreed.get(module.group.id));
      },

      room(module, { date, start, end }) {
        const people = peopleOf(module.group).length;
        const fitting = rooms.filter((room) => isFor(room, module.group.competency) && room.seats >= people);
        const { place, state } = module.row;
        // An invited module without a room meets online, and goes on to.
        if (place === '' && state === 'invited') return '';
        const there = abroad.get(module.group.id);
        if (there !== undefined) return place === '' ? there.place : place;
        const titles = fitting.map(({ title }) => title);
        const now = module.room;
        // Whoever takes no room goes on so, unless there are only rooms by now.
        if (now === '' && (place !== '' || titles.length === 0 || titles.includes(''))) return place;
        const free = freeRoom(
          now === '' ? titles : [now, ...titles],
          placed(module, { date, start, end, place }),
          active,
        );
        return free === undefined || free === now ? place : free;
      },
    },
  };
}

function calendarsOf(
  ports: Ports,
  modules: readonly RoomedModule[],
  { from, to }: { readonly from: string; readonly to: string },
): BusyTimes {
  const people = modules.flatMap(({ group }) => [...group.consultants, ...group.consultees]);
  const emails = [...new Set(people.map(({ email }) => email).filter((email) => email !== ''))].sort();
  return emails.length === 0 || to < from ? new Map() : ports.calendars.busy(emails, from, to);
}

/** Do guests know of this time? */
const isAt = (told: BusyTime, { date, start, end }: PlacedModule): boolean =>
  absoluteMinute(told.start) === absoluteMinute(localDateTime(date, start)) &&
  absoluteMinute(told.end) === absoluteMinute(localDateTime(date, end));

/** Has it been moved since its guests were told when it is? */
function isElsewhere(module: RoomedModule): boolean {
  const told = toldTime(module.row);
  const now = placedModule(module);
  return told !== undefined && now !== undefined && !isAt(told, now);
}

/** A clash from the side of one module: what is in its way. */
function worded(context: Context, clash: Clash, module: string): Message {
  const fields = clashFields(context, clash);
  return {
    code: `move.clash.${clash.kind}`,
    fields: { ...fields, modules: clash.modules.filter((id) => id !== module) },
  };
}

/** Every place in time that the settings offer inside the window and from today on, day by day. */
export function offeredTimes(
  ports: Ports,
  { context, window }: TimetableSituation,
): readonly Omit<Whereabouts, 'place'>[] {
  const { settings } = context;
  const days = new Set(settings.days);
  const holidays = new Set(settings.holidays);
  const found: Omit<Whereabouts, 'place'>[] = [];
  const first = window.from > ports.clock.today() ? window.from : addDays(ports.clock.today(), 1);
  for (let date = first; date <= window.to; date = addDays(date, 1)) {
    if (!days.has(isoWeekday(date)) || holidays.has(date)) continue;
    for (const { start, end } of settings.bands)
      found.push({ date, start: formatMinute(start), end: formatMinute(end) });
  }
  return found;
}

export const bandsOf = ({ settings }: Context): readonly string[] => [
  ...new Set(slotsOf(settings).map(({ value }) => value.slice(2))),
];

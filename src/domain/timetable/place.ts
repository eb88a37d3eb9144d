// Puts the modules of the groups on dates and times: no clashes, nobody twice a day, drafts that still fit left where they are.
import type { LocalDate } from '../local-time';
import type { Message } from '../message';
import type { BusyTimes, Participant, PlacedModule } from './module';
import { overlap, weekOf } from './module';
import type { Conditions, GroupOptions, GroupToPlace } from './options';
import { obstacleAt, optionsOf } from './options';
import type { Spot, Task } from './board';
import { Board } from './board';
import { plan } from './planner';
import { whyImpossible } from './impossible';

export type { BusyTime, BusyTimes, Participant, PlacedModule } from './module';
export type { GroupToPlace } from './options';

/** A module of an earlier planning that nobody has been told about yet. */
export interface DraftModule extends PlacedModule {
  /** A person chose this time: it stays where nothing clashes, even outside the weekly slots, and is not moved for others. */
  readonly byHand?: boolean;
}

export interface PlacingInput {
  readonly groups: readonly GroupToPlace[];
  /** Invitations are out, or held: not moved, and counted towards `modulesPerGroup`. */
  readonly existing: readonly PlacedModule[];
  readonly drafts?: readonly DraftModule[];
  /** Both days belong to it. */
  readonly window: { readonly from: LocalDate; readonly to: LocalDate };
  readonly holidays: readonly LocalDate[];
  readonly busy: BusyTimes;
  /** None: no rooms are taken. */
  readonly rooms?: readonly string[];
  /** What groups need besides a room, and how many can have it at one time. */
  readonly equipment?: readonly { readonly id: string; readonly count: number }[];
  /** Group → equipment it needs, of groups in `existing` for which nothing is placed any more. */
  readonly needs?: ReadonlyMap<string, readonly string[]>;
  /** Default 1. */
  readonly maxPerPersonPerDay?: number;
  readonly modulesPerGroup: number;
  /** Ids that new modules must not take: of modules that were cancelled. */
  readonly takenIds?: readonly string[];
}

/** A group with modules for which no time was found. */
export interface Impossible {
  readonly group: string;
  /** How many. */
  readonly missing: number;
  readonly reason: Message;
}

export interface Placing {
  /** New and kept modules (not `existing`), by date, start, id. */
  readonly placed: readonly PlacedModule[];
  readonly impossible: readonly Impossible[];
  /** Drafts that could not be placed, or of which there are too many: they stand where they stood, and nothing else is put there. */
  readonly held: readonly PlacedModule[];
  /** Codes of people in the placed modules whose calendars could not be seen. */
  readonly unseen: readonly string[];
}

/**
 * Places `modulesPerGroup` modules of every group (those in `existing` counted in). A module gets the first free time in the
 * order: consultants' and group's least loaded week, best weekly slot, earliest date; the group with the fewest free times goes
 * first, and what has none gets room by moving other drafts. A draft that finds no time at all holds its place (`held`). Nothing
 * placed clashes (`findClashes`), and one group has at most one module a day. The same input gives the same timetable; its own
 * result fed back as drafts comes out unchanged.
 */
export function placeModules(input: PlacingInput): Placing {
  const groups = new Map(input.groups.map((group) => [group.id, group]));
  const held: PlacedModule[] = [];
  const surplus = new Set<string>();
  const reasons = new Map<string, Impossible>();
  for (;;) {
    const stays = new Set(held.map(({ module }) => module));
    const drafts = (input.drafts ?? []).filter(({ module }) => !stays.has(module));
    const found = placeOnce({ ...input, existing: [...input.existing, ...held], drafts }, surplus);
    const placed = new Set(found.placed.map(({ module }) => module));
    const left = drafts.filter(({ module }) => !placed.has(module));
    for (const one of found.impossible) if (!reasons.has(one.group)) reasons.set(one.group, one);
    if (left.length === 0) {
      // Whose draft stands for the missing module is not missed any more, but is told why all the same.
      const short = new Set(held.flatMap(({ module, group }) => (surplus.has(module) ? [] : [group])));
      const impossible = input.groups.flatMap(
        ({ id }) =>
          found.impossible.find(({ group }) => group === id) ?? (short.has(id) ? (reasons.get(id) ?? []) : []),
      );
      return { ...found, impossible, held };
    }
    for (const draft of left) {
      // One that found no time stands for the module that is missing; of those beyond what is wanted none does.
      const lacking = found.impossible.find(({ group }) => group === draft.group)?.missing ?? 0;
      const standing = held.filter(({ module, group }) => group === draft.group && !stays.has(module)).length;
      if (standing >= lacking) surplus.add(draft.module);
      // Whoever belongs to the group by now would have to come.
      held.push({ ...plain(draft), people: groups.get(draft.group)?.people ?? draft.people });
    }
  }
}

/** @param surplus ids among `existing` that do not count towards what is wanted */
function placeOnce(input: PlacingInput, surplus: ReadonlySet<string>): Omit<Placing, 'held'> {
  const byHand = keptByHand(input, surplus);
  const fixed = [...input.existing, ...byHand];
  const conditions = conditionsOf(input, fixed);
  const options = new Map<string, GroupOptions>();
  const tasks: Task[] = [];
  const ids: string[] = [];
  const missing = new Map<string, number>();
  const usedIds = new Set([
    ...[...fixed, ...(input.drafts ?? [])].map(({ module }) => module),
    ...(input.takenIds ?? []),
  ]);
  for (const group of input.groups) {
    const found = optionsOf(group, conditions);
    options.set(group.id, found);
    const wanted = input.modulesPerGroup - countOf(fixed, group.id, surplus);
    const left = (input.drafts ?? []).filter((draft) => draft.group === group.id && !byHand.includes(draft));
    const spotOf = (draft: DraftModule): Task['now'] => draftSpot(draft, found, group.rooms ?? conditions.rooms);
    // Of too many those that could stay come first.
    const drafts = [...left.filter(spotOf), ...left.filter((draft) => spotOf(draft) === undefined)];
    for (let n = 0; n < wanted; n++) {
      const draft = drafts[n];
      const now = draft === undefined ? undefined : spotOf(draft);
      tasks.push({ group, options: found.options, ...(now === undefined ? {} : { now }) });
      ids.push(draft?.module ?? '');
    }
  }
  const spots = plan(new Board(tasks, conditions));

  const placed: PlacedModule[] = [...byHand.map(plain)];
  const fresh: { task: Task; spot: Spot }[] = [];
  spots.forEach((spot, index) => {
    const task = tasks[index];
    if (task === undefined) return;
    if (spot === undefined) missing.set(task.group.id, (missing.get(task.group.id) ?? 0) + 1);
    else if (ids[index] === undefined || ids[index] === '') fresh.push({ task, spot });
    else placed.push(moduleAt(ids[index], task.group, spot));
  });
  fresh.sort((a, b) =>
    a.spot.option.date < b.spot.option.date ? -1 : a.spot.option.date > b.spot.option.date ? 1 : 0,
  );
  for (const { task, spot } of fresh) placed.push(moduleAt(freeId(task.group.id, usedIds), task.group, spot));
  placed.sort((a, b) => compare(a.date, b.date) || a.start - b.start || compare(a.module, b.module));

  const names = namesOf(input.groups);
  return {
    placed,
    impossible: input.groups.flatMap((group) => {
      const count = missing.get(group.id);
      const found = options.get(group.id);
      if (count === undefined || found === undefined) return [];
      return [
        {
          group: group.id,
          missing: count,
          reason: whyImpossible(
            group,
            found,
            input.window,
            names,
            count,
            conditions.rooms,
            rivalsOf(group, found, placed, conditions),
            input.modulesPerGroup,
            onlyRoom(group, found, [...input.existing, ...placed], conditions),
          ),
        },
      ];
    }),
    unseen: unseen(placed, input.busy),
  };
}

/**
 * Groups of the modules placed on this group's days with its people, or at its times in one of the rooms it could have or with the equipment it
 * needs; once a module.
 */
function rivalsOf(
  group: GroupToPlace,
  { options }: GroupOptions,
  placed: readonly PlacedModule[],
  { rooms, needs }: Conditions,
): readonly string[] {
  const own = new Set(group.people.map(({ code }) => code));
  const fitting = group.rooms ?? rooms;
  return placed
    .filter(
      (module) =>
        module.group !== group.id &&
        options.some(
          (option) =>
            option.date === module.date &&
            (module.people.some(({ code }) => own.has(code)) ||
              (overlap(option, module) &&
                ((module.room !== '' && fitting.includes(module.room)) ||
                  (group.needs ?? []).some((id) => needs.get(module.group)?.includes(id) === true)))),
        ),
    )
    .map((module) => module.group);
}

/** The group's one room and who has it, where at some time nothing else is in the way; undefined otherwise. */
function onlyRoom(
  group: GroupToPlace,
  { options }: GroupOptions,
  standing: readonly PlacedModule[],
  conditions: Conditions,
): { readonly room: string; readonly groups: readonly string[] } | undefined {
  const [room = '', ...others] = group.rooms ?? conditions.rooms;
  if (room === '' || others.length > 0) return undefined;
  const times = options.filter((time) => obstacleAt(group, time, { ...conditions, fixed: standing })?.kind === 'room');
  if (times.length === 0) return undefined;
  const there = standing.filter(
    (module) => module.room === room && times.some((time) => time.date === module.date && overlap(time, module)),
  );
  return { room, groups: there.map((module) => module.group) };
}

function conditionsOf(input: PlacingInput, fixed: readonly PlacedModule[]): Conditions {
  return {
    window: input.window,
    holidays: new Set(input.holidays),
    busy: input.busy,
    rooms: input.rooms ?? [],
    equipment: new Map((input.equipment ?? []).map(({ id, count }) => [id, count])),
    needs: new Map([...(input.needs ?? []), ...input.groups.map(({ id, needs }) => [id, needs ?? []] as const)]),
    maxPerPersonPerDay: input.maxPerPersonPerDay ?? 1,
    fixed,
  };
}

/** The group's modules, those in `surplus` apart. */
const countOf = (modules: readonly PlacedModule[], group: string, surplus: ReadonlySet<string>): number =>
  modules.filter((one) => one.group === group && !surplus.has(one.module)).length;

/** Drafts at times a person chose, as far as they clash with nothing sent out and with none of one another. */
function keptByHand(input: PlacingInput, surplus: ReadonlySet<string>): readonly DraftModule[] {
  const kept: DraftModule[] = [];
  for (const draft of input.drafts ?? []) {
    const group = input.groups.find(({ id }) => id === draft.group);
    if (draft.byHand !== true || group === undefined) continue;
    const own = kept.filter((module) => module.group === group.id).length;
    const sent = countOf(input.existing, group.id, surplus);
    if (own + sent >= input.modulesPerGroup) continue;
    const conditions = conditionsOf(input, [...input.existing, ...kept]);
    if (stands({ ...draft, people: group.people }, group.needs ?? [], conditions)) {
      kept.push({ ...draft, people: group.people });
    }
  }
  return kept;
}

function stands(draft: PlacedModule, needs: readonly string[], conditions: Conditions): boolean {
  const { from, to } = conditions.window;
  if (draft.date < from || draft.date > to) return false;
  const taken = conditions.fixed.some(
    (module) =>
      draft.room !== '' &&
      module.room === draft.room &&
      module.date === draft.date &&
      module.start < draft.end &&
      draft.start < module.end,
  );
  // The draft has its own room: whether the listed rooms are free does not matter.
  return (
    !taken &&
    obstacleAt({ id: draft.group, people: draft.people, needs }, draft, { ...conditions, rooms: [] }) === undefined
  );
}

/** Where a draft is now, when that is still one of the group's times. */
function draftSpot(draft: DraftModule, { options }: GroupOptions, rooms: readonly string[]): Task['now'] {
  const option = options.find(
    ({ date, start, end }) => date === draft.date && start === draft.start && end === draft.end,
  );
  const hasRoom = rooms.length === 0 || rooms.includes(draft.room);
  return option === undefined ? undefined : { ...option, week: weekOf(draft.date), room: draft.room, hasRoom };
}

function moduleAt(module: string, group: GroupToPlace, { option, room }: Spot): PlacedModule {
  const { date, start, end } = option;
  return { module, group: group.id, date, start, end, room, people: group.people };
}

const plain = ({ module, group, date, start, end, room, people }: DraftModule): PlacedModule => ({
  module,
  group,
  date,
  start,
  end,
  room,
  people,
});

/** `<group>-1`, `<group>-2` …: the first not in use. */
function freeId(group: string, used: Set<string>): string {
  let n = 1;
  while (used.has(`${group}-${String(n)}`)) n += 1;
  const id = `${group}-${String(n)}`;
  used.add(id);
  return id;
}

function namesOf(groups: readonly GroupToPlace[]): (code: string) => string {
  const names = new Map(groups.flatMap(({ people }) => people.map(({ code, name }) => [code, name ?? code] as const)));
  return (code) => names.get(code) ?? code;
}

function unseen(placed: readonly PlacedModule[], busy: BusyTimes): readonly string[] {
  const blind = ({ email }: Participant): boolean => !Array.isArray(busy.get(email));
  return [...new Set(placed.flatMap(({ people }) => people.filter(blind).map(({ code }) => code)))].sort(compare);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

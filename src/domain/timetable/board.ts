// The timetable under construction: who stands where, what is free, and who would have to go.
import type { LocalDate } from '../local-time';
import type { PlacedModule } from './module';
import { overlap, weekOf } from './module';
import type { Conditions, GroupToPlace, TimeOption } from './options';

/** One module to be placed. */
export interface Task {
  readonly group: GroupToPlace;
  /** The same list for all tasks of a group. */
  readonly options: readonly TimeOption[];
  /** Where a draft has it now; kept when it can be, and without its room at least the time is. */
  readonly now?: TimeOption & { readonly room: string; readonly hasRoom: boolean };
}

export interface Spot {
  readonly option: TimeOption;
  readonly room: string;
}

/** A spot with the tasks that must go for it. */
export interface Opening extends Spot {
  readonly blockers: readonly number[];
}

/** A group's side of the board: what does not change during the search. */
interface Party {
  readonly id: string;
  readonly options: readonly TimeOption[];
  readonly byDate: ReadonlyMap<LocalDate, readonly TimeOption[]>;
  /** Keys under which its weekly load is counted: its consultants and itself. */
  readonly loadKeys: readonly string[];
  readonly rooms: readonly string[];
  readonly needs: readonly string[];
  /** Number of a party → codes of the people in both. */
  readonly common: readonly (readonly string[])[];
}

export class Board {
  readonly spots: (Spot | undefined)[];
  private readonly parties: readonly Party[];
  private readonly partyOf: readonly number[];
  /** Room → the numbers of the parties that can use it: rooms of one kind stand for one another. */
  private readonly roomKinds = new Map<string, string>();
  private readonly byDate = new Map<LocalDate, number[]>();
  private readonly load = new Map<string, number>();
  /** Person and date → fixed modules. */
  private readonly fixedPerDay = new Map<string, number>();
  private readonly fixedByDate = new Map<LocalDate, readonly PlacedModule[]>();
  /** Date → times something was put there or lifted; a free count is good as long as this stays. */
  private readonly changes = new Map<LocalDate, number>();
  private readonly freeCounts: readonly Map<LocalDate, { readonly at: number; readonly count: number }>[];

  constructor(
    readonly tasks: readonly Task[],
    private readonly conditions: Conditions,
  ) {
    this.spots = tasks.map(() => undefined);
    const firsts = [...new Map(tasks.map((task) => [task.group.id, task])).values()];
    const codes = firsts.map(({ group }) => new Set(group.people.map(({ code }) => code)));
    this.parties = firsts.map(({ group, options }, number) => ({
      id: group.id,
      options,
      byDate: byDateOf(options),
      loadKeys: loadKeys(group.id, group.people),
      rooms: conditions.rooms.length === 0 ? [''] : (group.rooms ?? conditions.rooms),
      needs: group.needs ?? [],
      common: codes.map((others) => [...(codes[number] ?? [])].filter((code) => others.has(code))),
    }));
    this.parties.forEach(({ rooms }, number) => {
      for (const room of rooms) this.roomKinds.set(room, `${this.roomKinds.get(room) ?? ''} ${String(number)}`);
    });
    const numbers = new Map(firsts.map(({ group }, number) => [group.id, number]));
    this.partyOf = tasks.map(({ group }) => numbers.get(group.id) ?? 0);
    this.freeCounts = this.parties.map(() => new Map());
    for (const module of conditions.fixed) {
      this.fixedByDate.set(module.date, [...(this.fixedByDate.get(module.date) ?? []), module]);
      if (module.isMeeting !== true)
        for (const { code } of module.people) add(this.fixedPerDay, `${code} ${module.date}`, 1);
      for (const key of loadKeys(module.group, module.people))
        add(this.load, `${key} ${String(weekOf(module.date))}`, 1);
    }
  }

  /** Number of the task's group: tasks of one group are alike. */
  party(task: number): number {
    return this.partyOf[task] ?? 0;
  }

  put(task: number, { option, room }: Spot): void {
    this.spots[task] = { option, room };
    this.byDate.set(option.date, [...(this.byDate.get(option.date) ?? []), task]);
    this.count(task, option, 1);
  }

  lift(task: number): void {
    const option = this.spots[task]?.option;
    if (option === undefined) return;
    this.spots[task] = undefined;
    const staying = (this.byDate.get(option.date) ?? []).filter((other) => other !== task);
    this.byDate.set(option.date, staying);
    this.count(task, option, -1);
  }

  /** Brings back what `spots` was. */
  restore(snapshot: readonly (Spot | undefined)[]): void {
    const changed = snapshot.flatMap((spot, task) => (spot === this.spots[task] ? [] : [{ spot, task }]));
    for (const { task } of changed) this.lift(task);
    for (const { spot, task } of changed) if (spot !== undefined) this.put(task, spot);
  }

  /** How many times are free for the task. */
  freeCount(task: number): number {
    const party = this.parties[this.party(task)];
    const known = this.freeCounts[this.party(task)];
    if (party === undefined || known === undefined) return 0;
    let sum = 0;
    for (const [date, options] of party.byDate) {
      const at = this.changes.get(date) ?? 0;
      let entry = known.get(date);
      if (entry?.at !== at) {
        entry = { at, count: options.filter((option) => this.opening(task, option)?.blockers.length === 0).length };
        known.set(date, entry);
      }
      sum += entry.count;
    }
    return sum;
  }

  /**
   * All times of the task that fixed modules leave possible, the best first: where its draft is, then consultants' and group's
   * least loaded weeks, then the slot that suits best, then the earliest.
   */
  openings(task: number): readonly Opening[] {
    return this.inOrder(task).flatMap((option) => this.opening(task, option) ?? []);
  }

  /**
   * Every free spot of the task that is different for the others: at each time, of the rooms that the same groups can use one.
   * The best times first.
   */
  freeSpots(task: number): readonly Spot[] {
    const rooms = this.parties[this.party(task)]?.rooms ?? [];
    return this.inOrder(task).flatMap((option) => {
      const kinds = new Set<string>();
      return rooms.flatMap((room) => {
        const kind = this.roomKinds.get(room) ?? '';
        if (kinds.has(kind) || this.blockers(task, { option, room })?.length !== 0) return [];
        kinds.add(kind);
        return [{ option, room }];
      });
    });
  }

  /** The best free spot; undefined when there is none. */
  bestFree(task: number): Spot | undefined {
    for (const option of this.inOrder(task)) {
      const opening = this.opening(task, option);
      if (opening?.blockers.length === 0) return opening;
    }
    return undefined;
  }

  /** Placed tasks that must go for this one to stand there; undefined when a fixed module is in the way. */
  blockers(task: number, { option, room }: Spot): readonly number[] | undefined {
    const { date } = option;
    const inRoom = (other: { readonly room: string }): boolean => room !== '' && other.room === room;
    if (this.fixedByDate.get(date)?.some((module) => inRoom(module) && overlap(module, option)) === true)
      return undefined;
    const sameDay = this.byDate.get(date);
    if (sameDay === undefined || sameDay.length === 0) return [];
    const found = new Set<number>();
    const perPerson = new Map<string, number[]>();
    const party = this.parties[this.party(task)];
    for (const other of sameDay) {
      const spot = this.spots[other];
      if (spot === undefined || other === task) continue;
      const common = party?.common[this.party(other)] ?? [];
      const meets = overlap(spot.option, option);
      const sameGroup = this.party(other) === this.party(task);
      if (sameGroup || (meets && (common.length > 0 || inRoom(spot)))) found.add(other);
      for (const code of common) perPerson.set(code, [...(perPerson.get(code) ?? []), other]);
    }
    for (const [code, others] of perPerson) {
      const staying = others.filter((other) => !found.has(other));
      const fixedOnes = this.fixedPerDay.get(`${code} ${date}`) ?? 0;
      const excess = fixedOnes + staying.length + 1 - this.conditions.maxPerPersonPerDay;
      for (const other of staying.slice(0, Math.max(0, excess))) found.add(other);
    }
    for (const id of party?.needs ?? [])
      for (const other of this.crowding(id, option, sameDay, task, found)) found.add(other);
    return [...found];
  }

  /** Tasks that must go for there to be enough of the equipment, when those in `going` go anyway. */
  private crowding(
    id: string,
    option: TimeOption,
    sameDay: readonly number[],
    task: number,
    going: ReadonlySet<number>,
  ): readonly number[] {
    const { equipment, needs } = this.conditions;
    const staying = sameDay.filter((other) => {
      const spot = this.spots[other];
      const uses = this.parties[this.party(other)]?.needs.includes(id) === true;
      return other !== task && !going.has(other) && uses && spot !== undefined && overlap(spot.option, option);
    });
    const fixedOnes = (this.fixedByDate.get(option.date) ?? []).filter(
      (module) => overlap(module, option) && needs.get(module.group)?.includes(id) === true,
    ).length;
    const excess = fixedOnes + staying.length + 1 - (equipment.get(id) ?? 0);
    return staying.slice(0, Math.max(0, excess));
  }

  /** The time with the room that pushes the fewest modules aside, rooms in their order; undefined when fixed ones hold all. */
  private opening(task: number, option: TimeOption): Opening | undefined {
    const rooms = this.parties[this.party(task)]?.rooms ?? [];
    const now = this.tasks[task]?.now;
    const own = now !== undefined && isAt(now, option) && rooms.includes(now.room) ? [now.room] : [];
    let best: Opening | undefined;
    for (const room of [...own, ...rooms]) {
      const blockers = this.blockers(task, { option, room });
      if (blockers === undefined) continue;
      if (best === undefined || blockers.length < best.blockers.length) best = { option, room, blockers };
      if (best.blockers.length === 0) break;
    }
    return best;
  }

  /** Every spot of the task that fixed modules leave possible, in every room, with those who would have to go; the best times first. */
  everySpot(task: number): readonly Opening[] {
    const rooms = this.parties[this.party(task)]?.rooms ?? [];
    return this.inOrder(task).flatMap((option) =>
      rooms.flatMap((room) => {
        const blockers = this.blockers(task, { option, room });
        return blockers === undefined ? [] : [{ option, room, blockers }];
      }),
    );
  }

  /** Is the task where its draft is, or would it be there? Where the draft's room is not to be had any more, at its time. */
  isHome(task: number, spot = this.spots[task]): boolean {
    const now = this.tasks[task]?.now;
    return (
      now !== undefined && spot !== undefined && isAt(now, spot.option) && (!now.hasRoom || spot.room === now.room)
    );
  }

  /** Do fixed modules leave the task's draft where it is? */
  couldStay(task: number): boolean {
    const now = this.tasks[task]?.now;
    if (now === undefined) return false;
    return now.hasRoom
      ? this.blockers(task, { option: now, room: now.room }) !== undefined
      : this.opening(task, now) !== undefined;
  }

  /** Puts drafts where they are, those first that keep their rooms: as far as nobody has to go for it. */
  keepDrafts(): void {
    for (const hasRoom of [true, false])
      this.tasks.forEach(({ now }, task) => {
        if (now?.hasRoom === hasRoom) this.goHome(task);
      });
  }

  /** Puts the task where its draft is, when nobody has to go for it. */
  private goHome(task: number): void {
    const now = this.tasks[task]?.now;
    if (now === undefined || this.isHome(task)) return;
    const home = now.hasRoom ? { option: now, room: now.room } : this.opening(task, now);
    if (home === undefined || this.blockers(task, home)?.length !== 0) return;
    this.lift(task);
    this.put(task, home);
  }

  private inOrder(task: number): readonly TimeOption[] {
    const party = this.parties[this.party(task)];
    const now = this.tasks[task]?.now;
    if (party === undefined) return [];
    const loads = new Map<number, number>();
    for (const { week } of party.options) {
      if (loads.has(week)) continue;
      const sum = party.loadKeys.reduce((total, key) => total + (this.load.get(`${key} ${String(week)}`) ?? 0), 0);
      loads.set(week, sum);
    }
    const loadOf = (option: TimeOption): number => loads.get(option.week) ?? 0;
    const away = (option: TimeOption): number => (now !== undefined && isAt(now, option) ? 0 : 1);
    return [...party.options].sort(
      (a, b) =>
        away(a) - away(b) ||
        loadOf(a) - loadOf(b) ||
        a.rank - b.rank ||
        (a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start),
    );
  }

  private count(task: number, { date, week }: TimeOption, by: number): void {
    add(this.changes, date, 1);
    for (const key of this.parties[this.party(task)]?.loadKeys ?? []) add(this.load, `${key} ${String(week)}`, by);
  }
}

const isAt = (a: TimeOption, b: TimeOption): boolean => a.date === b.date && a.start === b.start && a.end === b.end;

function loadKeys(group: string, people: GroupToPlace['people']): readonly string[] {
  return [...people.filter(({ role }) => role === 'consultant').map(({ code }) => code), `:${group}`];
}

function byDateOf(options: readonly TimeOption[]): ReadonlyMap<LocalDate, readonly TimeOption[]> {
  const found = new Map<LocalDate, TimeOption[]>();
  for (const option of options) {
    const there = found.get(option.date);
    if (there === undefined) found.set(option.date, [option]);
    else there.push(option);
  }
  return found;
}

function add(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

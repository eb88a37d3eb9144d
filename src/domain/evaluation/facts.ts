// The numbers behind the verdict: who was reached, who came, what it cost, and what consultees gained by consultant and group size.
import { pairKey, type TeacherCompetency } from '../scoring/level';

export interface EvaluatedGroup {
  readonly competency: string;
  /** Codes. */
  readonly consultants: readonly string[];
  readonly consultees: readonly string[];
}

/** A session that has been held. */
export interface HeldModule {
  /** How many consulted in it, and how many learned. */
  readonly consultants: number;
  readonly consultees: number;
  readonly guests: number;
  /** As somebody wrote it down. */
  readonly came: number | undefined;
  /** Guests who had accepted in the calendar; undefined when nobody was asked there. */
  readonly accepted: number | undefined;
  /** How many gave feedback: they were there. */
  readonly feedback: number;
  /** Minutes; undefined without a readable time. */
  readonly minutes: number | undefined;
}

export interface Share {
  readonly have: number;
  readonly of: number;
}

/** Deficits whose owner learns in a group of that competency. */
export function coverageOf(deficits: readonly TeacherCompetency[], groups: readonly EvaluatedGroup[]): Share {
  const served = new Set(
    groups.flatMap(({ competency, consultees }) => consultees.map((teacher) => pairKey({ teacher, competency }))),
  );
  return { have: deficits.filter((deficit) => served.has(pairKey(deficit))).length, of: deficits.length };
}

export interface Attendance extends Share {
  /** Sessions by where their number comes from. */
  readonly marked: number;
  readonly counted: number;
  /** Sessions of which nothing is known: left out. */
  readonly unknown: number;
}

/**
 * Seats taken of seats offered. A number written down counts; else the greater of those who had accepted and those who gave
 * feedback (each is a lower bound of who came, the first roughly); a session of which neither is known is left out.
 */
export function attendanceOf(modules: readonly HeldModule[]): Attendance {
  const seen = modules.map((module) => {
    const counted = Math.max(module.accepted ?? 0, module.feedback);
    const known = module.came !== undefined ? module.came : counted > 0 ? counted : undefined;
    return { ...module, known: known === undefined ? undefined : Math.min(known, module.guests) };
  });
  const known = seen.filter((module) => module.known !== undefined);
  return {
    have: known.reduce((sum, module) => sum + (module.known ?? 0), 0),
    of: known.reduce((sum, { guests }) => sum + guests, 0),
    marked: known.filter(({ came }) => came !== undefined).length,
    counted: known.filter(({ came }) => came === undefined).length,
    unknown: seen.length - known.length,
  };
}

export interface Cost {
  /** Person-hours, preparation included. */
  readonly consultants: number;
  readonly consultees: number;
  /** Person-hours of both for one closed deficit; undefined while none is known to be closed. */
  readonly perClosed: number | undefined;
  /** Sessions without a readable time: not counted. */
  readonly timeless: number;
}

/** `preparation`: hours of each consultant before a session. `closed`: deficits of consultees closed by the next cycle. */
export function costOf(modules: readonly HeldModule[], preparation: number, closed: number | undefined): Cost {
  let [consultants, consultees, timeless] = [0, 0, 0];
  for (const { minutes, ...people } of modules) {
    if (minutes === undefined) timeless += 1;
    const hours = (minutes ?? 0) / 60;
    consultants += people.consultants * (hours + (minutes === undefined ? 0 : preparation));
    consultees += people.consultees * hours;
  }
  const perClosed = closed === undefined || closed === 0 ? undefined : (consultants + consultees) / closed;
  return { consultants, consultees, perClosed, timeless };
}

/** How a person's level in a competency went from this cycle to the next. */
export interface LevelChange extends TeacherCompetency {
  readonly change: number;
  readonly wasDeficit: boolean;
  /** Was a deficit and is none. */
  readonly closed: boolean;
}

export interface GroupedGain {
  /** Consultant's code, number of consultees, … */
  readonly key: string;
  readonly people: number;
  readonly gain: number;
}

export interface Gains {
  /** Deficits of consultees whose next level is known, and how many of them were closed. */
  readonly closed: Share;
  readonly members: GroupedGain | undefined;
  /** Those who had a deficit and no group: what happens without the model. */
  readonly others: GroupedGain | undefined;
  readonly byConsultant: readonly GroupedGain[];
  readonly bySize: readonly GroupedGain[];
}

/** A consultee of a group with two consultants counts with each of them. */
export function gainsOf(groups: readonly EvaluatedGroup[], changes: readonly LevelChange[]): Gains {
  const byKey = new Map(changes.map((change) => [pairKey(change), change]));
  const learned = groups.flatMap((group) =>
    group.consultees.flatMap((teacher) => {
      const change = byKey.get(pairKey({ teacher, competency: group.competency }));
      return change === undefined ? [] : [{ group, change }];
    }),
  );
  const inside = new Set(learned.map(({ change }) => change));
  const without = changes.filter((change) => change.wasDeficit && !inside.has(change));
  const deficits = [...inside].filter(({ wasDeficit }) => wasDeficit);
  return {
    closed: { have: deficits.filter(({ closed }) => closed).length, of: deficits.length },
    members: meanOf('', [...inside]),
    others: meanOf('', without),
    byConsultant: grouped(learned.flatMap(({ group, change }) => group.consultants.map((key) => ({ key, change })))),
    bySize: grouped(learned.map(({ group, change }) => ({ key: String(group.consultees.length), change }))).sort(
      (a, b) => Number(a.key) - Number(b.key),
    ),
  };
}

function grouped(rows: readonly { readonly key: string; readonly change: LevelChange }[]): GroupedGain[] {
  return [...new Set(rows.map(({ key }) => key))].flatMap(
    (key) =>
      meanOf(
        key,
        rows.filter((row) => row.key === key).map(({ change }) => change),
      ) ?? [],
  );
}

const meanOf = (key: string, changes: readonly LevelChange[]): GroupedGain | undefined =>
  changes.length === 0
    ? undefined
    : { key, people: changes.length, gain: changes.reduce((sum, { change }) => sum + change, 0) / changes.length };

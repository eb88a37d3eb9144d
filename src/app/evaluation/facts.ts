// What the evaluation is reckoned from: groups, sessions, feedback and levels of one cycle, and levels of the next.
import {
  type Attendance,
  attendanceOf,
  type Cost,
  costOf,
  coverageOf,
  type EvaluatedGroup,
  type Gains,
  gainsOf,
  type HeldModule,
  type LevelChange,
  type Share,
} from '../../domain/evaluation/facts';
import { analyseFeedback } from '../../domain/feedback/analyse';
import type { Transition } from '../../domain/growth/compare';
import type { Outcome } from '../../domain/message';
import { MODULES } from '../../workbook/tables';
import { profilesOf } from '../answers/profiles';
import type { Context } from '../context';
import { standingGroups } from '../groups/read';
import { compare } from '../growth/compare';
import { cyclesWithLevels, inCycle } from '../growth/cycles';
import type { Ports } from '../ports';
import { standingModules } from '../timetable/modules';

export interface Facts {
  readonly groups: readonly EvaluatedGroup[];
  readonly modules: readonly HeldModule[];
  readonly coverage: Share;
  readonly attendance: Attendance;
  /** Index 0 … 100 and how many answers; the index is undefined below three. */
  readonly satisfaction: Readonly<
    Record<'consultee' | 'consultant', { readonly index: number | undefined; readonly answers: number }>
  >;
  readonly cost: Cost;
  /** Undefined until levels of a later cycle are known. */
  readonly gains: Gains | undefined;
  readonly next: string | undefined;
}

/** @param cycle whose groups are evaluated; `preparation` in hours a session and consultant */
export function factsOf(ports: Ports, context: Context, cycle: string, preparation: number): Outcome<Facts> {
  const then = inCycle(context, cycle);
  const { profiles, answers } = profilesOf(ports, then);
  const groups: readonly EvaluatedGroup[] = standingGroups(ports, then)
    .filter(({ state }) => state === 'published' || state === 'closed')
    .map(({ competency, consultants, consultees }) => ({
      competency,
      consultants: consultants.map(({ code }) => code),
      consultees: consultees.map(({ code }) => code),
    }));
  const modules = standingModules(ports, then)
    .filter(({ row }) => row.state === 'held')
    .map(({ row, there, start, end }): HeldModule => ({
      consultants: there.consultants.length,
      consultees: there.consultees.length,
      guests: row.guests ?? there.consultants.length + there.consultees.length,
      came: row.came,
      accepted: row.accepted,
      feedback: new Set(answers.feedback.filter(({ module }) => module === row.module).map(({ teacher }) => teacher))
        .size,
      minutes: start === undefined || end === undefined ? undefined : end - start,
    }));
  const changes = changesAfter(ports, context, cycle);
  if (!changes.ok) return changes;
  const gains = changes.value === undefined ? undefined : gainsOf(groups, changes.value.levels);
  const satisfied = (side: 'consultee' | 'consultant'): Facts['satisfaction']['consultee'] => {
    const given = answers.feedback.filter((one) => one.side === side);
    return {
      index: analyseFeedback({ module: '', side, asked: given.length, answered: given.length, answers: given }).index,
      answers: given.length,
    };
  };
  return {
    ok: true,
    value: {
      groups,
      modules,
      coverage: coverageOf(
        profiles.filter(({ state }) => state === 'deficit'),
        groups,
      ),
      attendance: attendanceOf(modules),
      satisfaction: { consultee: satisfied('consultee'), consultant: satisfied('consultant') },
      cost: costOf(modules, preparation, gains?.closed.have),
      gains,
      next: changes.value?.cycle,
    },
  };
}

const WAS_DEFICIT: readonly Transition[] = ['remained', 'closed', 'toSurplus'];

/** Changes of levels up to the next cycle; undefined while nobody has been measured again. */
function changesAfter(
  ports: Ports,
  context: Context,
  cycle: string,
): Outcome<{ readonly cycle: string; readonly levels: readonly LevelChange[] } | undefined> {
  const cycles = cyclesWithLevels(ports);
  const next = cycles[cycles.indexOf(cycle) + 1];
  if (!cycles.includes(cycle) || next === undefined) return { ok: true, value: undefined };
  const comparison = compare(ports, context, cycle, next);
  if (!comparison.ok) return comparison;
  const levels = comparison.value.growth.levels.map(({ teacher, competency, before, after, transition }) => ({
    teacher,
    competency,
    change: after - before,
    wasDeficit: WAS_DEFICIT.includes(transition),
    closed: transition === 'closed' || transition === 'toSurplus',
  }));
  return { ok: true, value: levels.length === 0 ? undefined : { cycle: next, levels } };
}

/** Cycles that have held sessions, in the order of the timetable. */
export const cyclesWithModules = (ports: Ports): readonly string[] =>
  ports.workbook.has(MODULES)
    ? [
        ...new Set(
          ports.workbook
            .read(MODULES)
            .rows.filter(({ state, cycle }) => state === 'held' && cycle !== '')
            .map(({ cycle }) => cycle),
        ),
      ]
    : [];

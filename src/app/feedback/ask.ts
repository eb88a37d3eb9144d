// «Отзывы» (A7): when a module has ended, its consultants and consultees each get their own form, once a round.
import type { Outcome } from '../../domain/message';
import { MODULES, SURVEYS } from '../../workbook/tables';
import { type Action, NO_FIELDS } from '../action';
import { type Context, loadContext } from '../context';
import type { Ports } from '../ports';
import { carryOut, dueLetters, previewSurveys, type SurveyCursor } from '../surveys/carry-out';
import type { SurveyPlan } from '../surveys/plan';
import { recordIn, recordOf } from '../timetable/lesson-people';
import { endOf, isOver, standingModules, type StandingModule } from '../timetable/modules';
import { refreshAttendance } from '../timetable/attendance';
import { askedOf, nextRounds, planOf, roundsOf, SIDES } from './rounds';

export const askFeedback: Action<Record<string, never>, SurveyCursor> = {
  id: 'askFeedback',
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const outcome = planned(ports);
    if (!outcome.ok) return outcome;
    const preview = previewSurveys(ports, outcome.value.context, outcome.value.plans);
    return {
      ok: true,
      value: {
        ...preview,
        lines: [{ code: 'feedback.will', fields: { modules: outcome.value.ended.length } }, ...preview.lines],
      },
    };
  },

  step(ports, run, _input, cursor) {
    if (cursor === undefined) {
      const context = loadContext(ports);
      if (!context.ok) return { state: 'refused', problems: context.problems };
      refreshAttendance(ports, context.value);
      markHeld(ports, context.value);
    }
    const outcome = planned(ports);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    return carryOut(ports, outcome.value.context, run, outcome.value.plans, cursor);
  },
};

/**
 * Invited modules that have ended are held; one that a person marked as held without an invitation gets its round here. Where nothing
 * says who was there it is the group as it is now, whatever becomes of the group later.
 */
function markHeld(ports: Ports, context: Context): void {
  const nextRound = nextRounds(ports, context);
  ports.workbook.patch(
    MODULES,
    endedModules(ports, context)
      .filter((module) => module.row.state !== 'held' || module.row.round === '' || isUnrecorded(module))
      .map(({ row, there }) => ({
        $row: row.$row,
        set: {
          state: 'held',
          people: isUnrecorded({ row, there }) ? recordOf(there) : row.people,
          round: row.round === '' ? nextRound() : row.round,
        },
      })),
  );
}

/** Is it to be written down who was there? */
const isUnrecorded = ({ row, there }: Pick<StandingModule, 'row' | 'there'>): boolean =>
  recordIn(row) === undefined && there.consultants.length + there.consultees.length > 0;

/** Modules that have ended and whose people are to be asked. */
export function endedModules(ports: Ports, context: Context): readonly StandingModule[] {
  return standingModules(ports, context).filter((module) => isOver(ports, module));
}

/** Modules as they are once those that have ended are marked: the preview comes before that. */
function asHeld(ports: Ports, context: Context): readonly StandingModule[] {
  const nextRound = nextRounds(ports, context);
  return standingModules(ports, context).map((module) => {
    const { row } = module;
    return isOver(ports, module)
      ? { ...module, row: { ...row, state: 'held', round: row.round === '' ? nextRound() : row.round } }
      : module;
  });
}

function planned(
  ports: Ports,
): Outcome<{ context: Context; ended: readonly StandingModule[]; plans: readonly SurveyPlan[] }> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const ended = endedModules(ports, context);
  if (ended.length === 0) return { ok: false, problems: [{ code: 'feedback.noneEnded' }] };
  const plans = roundsOf(asHeld(ports, context)).flatMap(([round, modules]) =>
    SIDES.map((side) => planOf(ports, context, round, modules, side)),
  );
  return { ok: true, value: { context, ended, plans: plans.filter(({ audience }) => audience.length > 0) } };
}

/**
 * For the heartbeat: when people are to be asked next (epoch ms). Now, when somebody of a module already held has not been written
 * to; else when the next invited module ends; undefined when nothing is coming.
 */
export function feedbackDueAt(ports: Ports, context: Context): number | undefined {
  if (!context.settings.autoFeedback) return undefined;
  const modules = standingModules(ports, context);
  if (isOwed(ports, context, modules)) return ports.clock.now();
  const ends = modules.flatMap((module) => {
    const end = module.row.state === 'invited' ? endOf(ports, module) : undefined;
    return end === undefined ? [] : [ports.clock.instant(end)];
  });
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** Is there a held module whose people have not been asked, or written down: the run was stopped, or a person wrote «проведено» himself? */
function isOwed(ports: Ports, context: Context, modules: readonly StandingModule[]): boolean {
  const held = modules.filter(({ row }) => row.state === 'held');
  if (held.length === 0) return false;
  const { rows, unread } = ports.workbook.read(SURVEYS);
  if (held.some((module) => module.row.round === '' || isUnrecorded(module))) return true;
  // About a row that cannot be read the run would be refused, every hour anew: it waits until the row is mended.
  if (unread.some(({ key }) => key === undefined)) return false;
  const states = new Map<string | undefined, string>([
    ...unread.map(({ key }) => [key, ''] as const),
    ...rows.map(({ key, state }) => [key, state] as const),
  ]);
  const asked = roundsOf(held)
    .flatMap(([round, of]) => SIDES.map((side) => askedOf(context, round, of, side)))
    .filter(({ audience }) => audience.length > 0);
  if (asked.some(({ key }) => !states.has(key))) return true;
  // A form that was taken back or is lost stays so until a person asks again.
  return dueLetters(
    ports,
    asked.filter(({ key }) => states.get(key) === 'open'),
  ).some(({ to }) => to.length > 0);
}

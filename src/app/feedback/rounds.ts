// The rounds of feedback: modules that were invited together share two forms, one for each side.
import { scaleOf } from '../../domain/framework/framework';
import { feedbackForm, type FeedbackSide } from '../../domain/survey/feedback';
import type { Teacher } from '../../domain/staff/teacher';
import type { FormSpec } from '../../domain/survey/form-spec';
import { SURVEYS } from '../../workbook/tables';
import { FEEDBACK_MODULE } from '../answers/load';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { answerUntil, dotted, surveyKey, type SurveyPlan } from '../surveys/plan';
import { standingModules, type StandingModule } from '../timetable/modules';

export const SIDES = ['consultant', 'consultee'] as const;

/** A person finds a module among so many, and their list fits into the cell that keeps the question. */
const MOST_MODULES = 100;
const MOST_TITLE = 150;

/**
 * Modules invited together are one round: they share the two feedback forms. A round whose forms exist takes no more modules, nor does
 * a full one. Gives one module after another its round.
 */
export function nextRounds(ports: Ports, context: Context): () => string {
  const closed = new Set(
    ports.workbook
      .read(SURVEYS)
      .rows.filter(({ kind, cycle }) => kind.startsWith('feedback') && cycle === context.settings.cycle)
      .map(({ key }) => key.split('/').pop() ?? ''),
  );
  const sizes = new Map(roundsOf(standingModules(ports, context)).map(([round, { length }]) => [round, length]));
  let number = 1;
  return () => {
    for (; ; number++) {
      const round = String(number);
      const size = sizes.get(round) ?? 0;
      if (closed.has(round) || size >= MOST_MODULES) continue;
      sizes.set(round, size + 1);
      return round;
    }
  };
}

/** Round → its modules; cancelled ones belong to none. */
export function roundsOf(modules: readonly StandingModule[]): [string, StandingModule[]][] {
  const rounds = new Map<string, StandingModule[]>();
  for (const module of modules) {
    const { round, state } = module.row;
    if (round !== '' && state !== 'cancelled') rounds.set(round, [...(rounds.get(round) ?? []), module]);
  }
  return [...rounds];
}

/** The two forms of a round, whether or not any of its modules has ended yet. */
export function roundPlans(ports: Ports, context: Context, round: string): readonly SurveyPlan[] {
  const modules = roundsOf(standingModules(ports, context)).find(([id]) => id === round)?.[1] ?? [];
  return SIDES.map((side) => planOf(ports, context, round, modules, side));
}

/** Which form of a round it is, and whom it asks: the people of the modules that have been held. */
export function askedOf(
  context: Context,
  round: string,
  modules: readonly StandingModule[],
  side: FeedbackSide,
): Pick<SurveyPlan, 'key' | 'kind' | 'audience' | 'parts'> {
  const held = modules.filter(({ row }) => row.state === 'held');
  const peopleOf = ({ there }: StandingModule): readonly Teacher[] =>
    side === 'consultant' ? there.consultants : there.consultees;
  const people = held.flatMap(peopleOf);
  const parts = new Map<string, string[]>();
  for (const module of held)
    for (const { code } of peopleOf(module)) parts.set(code, [...(parts.get(code) ?? []), module.row.module].sort());
  const kind = side === 'consultant' ? 'feedback.consultant' : 'feedback.consultee';
  return {
    key: surveyKey(context.settings.cycle, kind, round),
    kind,
    audience: [...new Map(people.map((teacher) => [teacher.code, teacher])).values()],
    parts,
  };
}

/** The form of a side lists all the round's modules; letters go to the people of those that have ended. */
export function planOf(
  ports: Ports,
  context: Context,
  round: string,
  modules: readonly StandingModule[],
  side: FeedbackSide,
): SurveyPlan {
  const ended = modules.filter((module) => module.row.state === 'held');
  return {
    ...askedOf(context, round, modules, side),
    about: ports.words.say({ code: 'feedback.round', fields: { round } }),
    spec: specOf(ports, context, round, modules, side),
    until: answerUntil(ports.clock, context),
    mail: context.programme.texts.mails.feedback,
    fields: { module: [...new Set(ended.map(({ group }) => group.title))].join(', '), date: '' },
  };
}

/** In a list of a hundred a long title is told by how it begins. */
const brief = (title: string): string => (title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE)}…` : title);

/** The highest level of a competency's scale; 0 of one no longer in use. */
function topOf(context: Context, competency: string): number {
  const known = context.competencies.find(({ id }) => id === competency);
  return known === undefined ? 0 : scaleOf(known).top;
}

function specOf(
  ports: Ports,
  context: Context,
  round: string,
  modules: readonly StandingModule[],
  side: FeedbackSide,
): FormSpec {
  const spec = feedbackForm(side, {
    programme: context.programme,
    school: context.settings.school,
    cycle: context.settings.cycle,
    module: {
      id: round,
      title: ports.words.say({ code: 'feedback.round', fields: { round } }),
      date: '',
      consultants: [],
    },
    top: Math.max(0, ...modules.map(({ group }) => topOf(context, group.competency))),
  });
  const choose = {
    key: FEEDBACK_MODULE,
    type: 'choice' as const,
    title: ports.words.say({ code: 'feedback.which' }),
    required: true,
    options: modules.map(({ row, group }) => ({
      label: `${row.module} · ${brief(group.title)} · ${dotted(row.date)} ${row.start}`,
      value: row.module,
    })),
  };
  return { ...spec, items: [choose, ...spec.items] };
}

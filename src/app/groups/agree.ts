// «Согласовать с консультантами» (A5): each group's consultants get its questions and propose topics and times.
import type { Outcome } from '../../domain/message';
import { agreementForm } from '../../domain/survey/agreement';
import type { FormSpec } from '../../domain/survey/form-spec';
import { PROGRAMMES } from '../../workbook/tables';
import { type Action, NO_FIELDS } from '../action';
import { type AllAnswers, loadAnswers } from '../answers/load';
import { type Context, loadContext } from '../context';
import type { Ports } from '../ports';
import { carryOut, previewSurveys, type SurveyCursor } from '../surveys/carry-out';
import { answerUntil, surveyKey, type SurveyPlan } from '../surveys/plan';
import { type Slot, slotsOf, standingGroups, type StandingGroup } from './read';
import { unsuited, weekSlots } from './slots';

export const agreeProgrammes: Action<Record<string, never>, SurveyCursor> = {
  id: 'agreeProgrammes',
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const outcome = planned(ports);
    if (!outcome.ok) return outcome;
    return { ok: true, value: previewSurveys(ports, outcome.value.context, outcome.value.plans) };
  },

  step(ports, run, _input, cursor) {
    const outcome = planned(ports);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    const { context, groups, plans, answers } = outcome.value;
    if (cursor === undefined) addProgrammes(ports, context, groups, answers, run.run);
    return carryOut(ports, context, run, plans, cursor);
  },
};

function planned(
  ports: Ports,
): Outcome<{ context: Context; answers: AllAnswers; groups: readonly StandingGroup[]; plans: readonly SurveyPlan[] }> {
  const context = loadContext(ports);
  if (!context.ok) return context;
  const groups = standingGroups(ports, context.value).filter(({ state }) => state === 'published');
  if (groups.length === 0) return { ok: false, problems: [{ code: 'groups.nonePublished' }] };
  const answers = loadAnswers(ports, context.value);
  const plans = groups.flatMap((group) => planOf(ports, context.value, answers, group));
  return { ok: true, value: { context: context.value, answers, groups, plans } };
}

function planOf(ports: Ports, context: Context, answers: AllAnswers, group: StandingGroup): readonly SurveyPlan[] {
  const competency = context.competencies.find(({ id }) => id === group.competency);
  if (competency === undefined) return [];
  const questions = questionsOf(answers, group);
  const names = (people: StandingGroup['consultants']): string[] => people.map(({ name }) => name);
  let spec: FormSpec | undefined;
  return [
    {
      key: surveyKey(context.settings.cycle, 'agreement', group.id),
      kind: 'agreement',
      about: `${group.id} · ${competency.title}`,
      // Of a region's groups an execution makes a few forms.
      get spec() {
        return (spec ??= agreementForm({
          programme: context.programme,
          school: context.settings.school,
          cycle: context.settings.cycle,
          group: {
            id: group.id,
            competency,
            consultants: names(group.consultants),
            consultees: names(group.consultees),
            questions,
            slots: offeredSlots(context, answers, group),
          },
        }));
      },
      audience: group.consultants,
      until: answerUntil(ports.clock, context),
      mail: context.programme.texts.mails.agreement,
      fields: {
        competency: competency.title,
        consultees: names(group.consultees).join(', '),
        questions: questions.join('; '),
      },
    },
  ];
}

/** Times that suit everybody of the group; when there is none, all, so that the consultants can say what would suit them. */
function offeredSlots(context: Context, answers: AllAnswers, group: StandingGroup): readonly Slot[] {
  const all = slotsOf(context.settings);
  const offered = weekSlots(context.settings, answers, group);
  return offered.some((slot) => unsuited(answers, group, slot).length === 0)
    ? all.filter(({ value }) => offered.includes(value))
    : all;
}

/** What the group's consultees asked to be worked through, each once. */
export function questionsOf(answers: AllAnswers, group: StandingGroup): readonly string[] {
  const asked = group.consultees.flatMap(({ code }) => {
    // The competency's code may have been typed: «constructor» must not find what every object has.
    const questions = new Map(Object.entries(answers.self.get(code)?.questions ?? {}));
    return [
      ...(questions.get(group.competency) ?? []),
      ...(answers.addressed.get(group.competency)?.get(code)?.topics ?? []),
    ];
  });
  return [...new Set(asked)];
}

/** A row of «Программы занятий» for every group that has none yet. */
function addProgrammes(
  ports: Ports,
  context: Context,
  groups: readonly StandingGroup[],
  answers: AllAnswers,
  run: string,
): void {
  const { rows, unread } = ports.workbook.read(PROGRAMMES);
  const there = new Set([...rows, ...unread].map(({ survey }) => survey));
  ports.workbook.append(
    PROGRAMMES,
    groups.flatMap((group) => {
      const survey = surveyKey(context.settings.cycle, 'agreement', group.id);
      if (there.has(survey)) return [];
      return [
        {
          group: group.id,
          title: group.title,
          consultants: group.consultants.map(({ name }) => name),
          questions: questionsOf(answers, group).join('\n'),
          topics: '',
          practice: '',
          materials: '',
          slots: [],
          place: '',
          remark: '',
          state: 'waiting',
          survey,
          written: '',
          run,
        },
      ];
    }),
  );
}

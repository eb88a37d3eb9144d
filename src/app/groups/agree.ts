// «Согласовать с консультантами» (A5): each group's consultants get its questions and propose topics and times.
import type { Message, Outcome } from '../../domain/message';
import { agreementForm } from '../../domain/survey/agreement';
import type { FormSpec } from '../../domain/survey/form-spec';
import { type Action, NO_FIELDS } from '../action';
import { type AllAnswers, loadAnswers } from '../answers/load';
import { type Context, loadContext } from '../context';
import type { Ports } from '../ports';
import { carryOut, previewSurveys, type SurveyCursor } from '../surveys/carry-out';
import { answerUntil, type SurveyPlan } from '../surveys/plan';
import { type AgreementForm, agreementForms, releaseFormer } from './agreement-forms';
import { followGroup, type ProgrammeRow, addProgrammes, questionsNow, questionsOf, writeFollowing } from './programmes';
import { programmesOf, type Slot, slotsOf, standingGroups, type StandingGroup } from './read';
import { slotReader, unsuited, weekSlots } from './slots';

export const agreeProgrammes: Action<Record<string, never>, SurveyCursor> = {
  id: 'agreeProgrammes',
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const outcome = planned(ports);
    if (!outcome.ok) return outcome;
    const { context, plans, asked } = outcome.value;
    const preview = previewSurveys(ports, context, plans);
    return { ok: true, value: { ...preview, lines: [...preview.lines, ...asked.flatMap(said)] } };
  },

  step(ports, run, _input, cursor) {
    const outcome = planned(ports);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    const { context, plans, asked } = outcome.value;
    if (cursor === undefined) {
      addProgrammes(ports, context, outcome.value, run.run);
      writeFollowing(
        ports,
        asked.flatMap(({ row, changed }) => (row === undefined ? [] : [{ row, set: changed.set }])),
      );
    }
    releaseFormer(
      ports,
      context,
      asked.map(({ form }) => form),
    );
    return carryOut(ports, context, run, plans, cursor);
  },
};

/** A group with what its row of «Программы занятий» is to say, and the form by which its consultants are asked. */
interface AskedGroup {
  readonly group: StandingGroup;
  readonly row: ProgrammeRow | undefined;
  readonly changed: ReturnType<typeof followGroup>;
  readonly form: AgreementForm;
}

interface Asked {
  readonly context: Context;
  readonly answers: AllAnswers;
  readonly groups: readonly StandingGroup[];
  readonly asked: readonly AskedGroup[];
  readonly plans: readonly SurveyPlan[];
}

function planned(ports: Ports): Outcome<Asked> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const groups = standingGroups(ports, context).filter(({ state }) => state === 'published');
  if (groups.length === 0) return { ok: false, problems: [{ code: 'groups.nonePublished' }] };
  const answers = loadAnswers(ports, context);
  const rows = new Map(programmesOf(ports, context).map((row) => [row.group, row]));
  const formOf = agreementForms(ports, context, answers);
  const valueOf = slotReader(context.settings);
  const asked = groups.map((group): AskedGroup => {
    const row = rows.get(group.id);
    const { offered, choose } = formOf(group);
    const now =
      row === undefined
        ? { questions: questionsOf(answers, group), byHand: false }
        : questionsNow(ports, row, group, answers, offered);
    const changed = row === undefined ? { set: {}, times: [] } : followGroup(ports, row, group, answers, now, valueOf);
    return { group, row, changed, form: choose(now) };
  });
  const plans = asked.flatMap((one) => planOf(ports, context, answers, one));
  return { ok: true, value: { context, answers, groups, asked, plans } };
}

/** What asking anew changes in a row, before it does. */
function said({ group, row, changed, form }: AskedGroup): readonly Message[] {
  const { set, times } = changed;
  if (row === undefined) return [];
  const names = group.consultants.map(({ name }) => name);
  return [
    ...(set.consultants === undefined && !form.isFurther
      ? []
      : [
          {
            code: 'agree.anew',
            fields: {
              group: group.id,
              names,
              changed: set.consultants === undefined ? 0 : 1,
              letters: form.isFurther ? 1 : 0,
              waits: set.state === undefined ? 0 : 1,
            },
          },
        ]),
    ...(times.length === 0 ? [] : [{ code: 'agree.times', fields: { group: group.id, times } }]),
    ...(set.questions === undefined ? [] : [{ code: 'agree.questions', fields: { group: group.id } }]),
    ...(row.state === 'edited' && set.consultants !== undefined
      ? [{ code: 'agree.edited', fields: { group: group.id } }]
      : []),
    ...(form.isFurther && form.byHand ? [{ code: 'agree.byHand', fields: { group: group.id } }] : []),
  ];
}

function planOf(
  ports: Ports,
  context: Context,
  answers: AllAnswers,
  { group, form }: AskedGroup,
): readonly SurveyPlan[] {
  const competency = context.competencies.find(({ id }) => id === group.competency);
  // Those who stay have answered by an earlier form: nobody is left to be asked by one that is not there.
  if (competency === undefined || (form.audience.length === 0 && !form.isOpen)) return [];
  const { questions } = form;
  const names = (people: StandingGroup['consultants']): string[] => people.map(({ name }) => name);
  let spec: FormSpec | undefined;
  return [
    {
      key: form.key,
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
      audience: form.audience,
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

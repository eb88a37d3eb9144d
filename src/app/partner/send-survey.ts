// «Опросить школу-партнёра» (A8): the needs survey or the self-assessment of our framework, to the people of one agreed school.
import type { Outcome } from '../../domain/message';
import { needsSurvey } from '../../domain/survey/needs';
import { selfAssessment } from '../../domain/survey/self-assessment';
import { type Action, textOf } from '../action';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { withConsent } from '../privacy/consent';
import { carryOut, previewSurveys, type SurveyCursor } from '../surveys/carry-out';
import { answerUntil, surveyKey, type SurveyPlan } from '../surveys/plan';
import { bandOptions, dayOptions } from '../surveys/send';
import { chosenSchool, readSchool, schoolField } from './choose';

interface PartnerSurveyInput {
  readonly school: string;
  readonly kind: 'needs' | 'self';
}

export const sendPartnerSurvey: Action<PartnerSurveyInput, SurveyCursor> = {
  id: 'sendPartnerSurvey',

  fields: (ports) => [
    schoolField(ports),
    {
      name: 'kind',
      kind: 'choice',
      required: true,
      options: (['self', 'needs'] as const).map((value) => ({
        value,
        label: ports.words.say({ code: `partner.survey.${value}` }),
      })),
      value: 'self',
    },
  ],

  read(ports, raw) {
    const school = readSchool(ports, raw);
    if (!school.ok) return school;
    const kind = textOf(raw, 'kind', 20);
    return kind === 'needs' || kind === 'self'
      ? { ok: true, value: { school: school.value, kind } }
      : { ok: false, problems: [{ code: 'partner.survey.none' }] };
  },

  preview(ports, input) {
    const planned = planOf(ports, input);
    return planned.ok
      ? { ok: true, value: previewSurveys(ports, planned.value.context, [planned.value.plan]) }
      : planned;
  },

  step(ports, run, input, cursor) {
    const planned = planOf(ports, input);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    return carryOut(ports, planned.value.context, run, [planned.value.plan], cursor);
  },
};

function planOf(
  ports: Ports,
  { school, kind }: PartnerSurveyInput,
): Outcome<{ readonly context: Context; readonly plan: SurveyPlan }> {
  const chosen = chosenSchool(ports, school);
  if (!chosen.ok) return chosen;
  const { context, partner } = chosen.value;
  if (context.competencies.length === 0)
    return { ok: false, problems: [{ code: 'surveys.noCompetencies' }, ...context.problems.slice(0, 10)] };
  const { competencies, settings } = context;
  const programme = withConsent(ports, context);
  if (!programme.ok) return programme;
  const asked = { programme: programme.value, competencies, school, cycle: settings.cycle };
  return {
    ok: true,
    value: {
      context,
      plan: {
        key: surveyKey(settings.cycle, kind, school),
        kind,
        about: school,
        spec:
          kind === 'needs'
            ? needsSurvey(asked)
            : selfAssessment({ ...asked, days: dayOptions(context), bands: bandOptions(context) }),
        audience: partner.people,
        until: answerUntil(ports.clock, context),
        mail: programme.value.texts.mails.invite,
        fields: {},
      },
    },
  };
}

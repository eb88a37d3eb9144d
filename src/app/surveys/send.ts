// The three surveys of the staff: needs (everybody), self-assessment (everybody), addressed (those who chose a technology).
import type { Outcome } from '../../domain/message';
import type { Competency } from '../../domain/framework/framework';
import type { Teacher } from '../../domain/staff/teacher';
import { addressedSurvey } from '../../domain/survey/addressed';
import type { FormKind, Option } from '../../domain/survey/form-spec';
import { needsSurvey } from '../../domain/survey/needs';
import { selfAssessment } from '../../domain/survey/self-assessment';
import { formatMinute } from '../../domain/local-time';
import type { ActionId } from '../../shared/contract';
import { WEEKDAYS } from '../../workbook/read-setting';
import { type Action, NO_FIELDS } from '../action';
import { loadAnswers } from '../answers/load';
import { type Context, loadContext } from '../context';
import type { Ports } from '../ports';
import { withConsent } from '../privacy/consent';
import { carryOut, previewSurveys, type SurveyCursor } from './carry-out';
import { answerUntil, surveyKey, type SurveyPlan } from './plan';

/** The plans of a kind, or why there are none. */
type Planner = (ports: Ports, context: Context) => Outcome<readonly SurveyPlan[]>;

function surveyAction(id: ActionId, planner: Planner): Action<Record<string, never>, SurveyCursor> {
  const planned = (ports: Ports): Outcome<{ context: Context; plans: readonly SurveyPlan[] }> => {
    const context = loadContext(ports);
    if (!context.ok) return context;
    if (context.value.staff.included.length === 0)
      return { ok: false, problems: [{ code: 'surveys.noStaff' }, ...context.value.problems.slice(0, 10)] };
    if (context.value.competencies.length === 0)
      return { ok: false, problems: [{ code: 'surveys.noCompetencies' }, ...context.value.problems.slice(0, 10)] };
    const plans = planner(ports, context.value);
    return plans.ok ? { ok: true, value: { context: context.value, plans: plans.value } } : plans;
  };
  return {
    id,
    fields: NO_FIELDS,
    read: () => ({ ok: true, value: {} }),
    preview(ports) {
      const outcome = planned(ports);
      if (!outcome.ok) return outcome;
      const { context, plans } = outcome.value;
      return { ok: true, value: previewSurveys(ports, context, plans) };
    },
    step(ports, run, _input, cursor) {
      const outcome = planned(ports);
      if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
      return carryOut(ports, outcome.value.context, run, outcome.value.plans, cursor);
    },
  };
}

function plan(
  ports: Ports,
  context: Context,
  kind: FormKind,
  about: { id: string; title: string },
  audience: readonly Teacher[],
  spec: SurveyPlan['spec'],
): SurveyPlan {
  return {
    key: surveyKey(context.settings.cycle, kind, about.id),
    kind,
    about: about.title,
    spec,
    audience,
    until: answerUntil(ports.clock, context),
    mail: context.programme.texts.mails.invite,
    fields: {},
  };
}

const EVERYBODY = { id: '', title: '' };

export const sendNeeds = surveyAction('sendNeeds', (ports, context) => {
  const programme = withConsent(ports, context);
  if (!programme.ok) return programme;
  const spec = needsSurvey({
    programme: programme.value,
    competencies: context.competencies,
    school: context.settings.school,
    cycle: context.settings.cycle,
  });
  return { ok: true, value: [plan(ports, context, 'needs', EVERYBODY, context.staff.included, spec)] };
});

export const sendSelf = surveyAction('sendSelf', (ports, context) => {
  const programme = withConsent(ports, context);
  if (!programme.ok) return programme;
  const spec = selfAssessment({
    programme: programme.value,
    competencies: context.competencies,
    school: context.settings.school,
    cycle: context.settings.cycle,
    days: dayOptions(context),
    bands: bandOptions(context),
  });
  return { ok: true, value: [plan(ports, context, 'self', EVERYBODY, context.staff.included, spec)] };
});

/** One form a technology, only to those who chose it in the needs survey. */
export const sendAddressed = surveyAction('sendAddressed', (ports, context) => {
  const needs = loadAnswers(ports, context).needs;
  const choosers = (competency: Competency): Teacher[] =>
    context.staff.included.filter(({ code }) => needs.get(code)?.competencies.includes(competency.id) === true);
  const plans = context.competencies
    .filter((competency) => competency.practice.length > 0)
    .map((competency) => ({ competency, audience: choosers(competency) }))
    .filter(({ audience }) => audience.length > 0)
    .map(({ competency, audience }) =>
      plan(
        ports,
        context,
        'addressed',
        competency,
        audience,
        addressedSurvey({
          programme: context.programme,
          competency,
          school: context.settings.school,
          cycle: context.settings.cycle,
        }),
      ),
    );
  return plans.length > 0 ? { ok: true, value: plans } : { ok: false, problems: [{ code: 'surveys.nobodyChose' }] };
});

export function dayOptions(context: Context): readonly Option[] {
  return context.settings.days.map((day) => ({ label: WEEKDAYS[day - 1] ?? '', value: String(day) }));
}

export function bandOptions(context: Context): readonly Option[] {
  return context.settings.bands.map(({ start, end }) => {
    const text = `${formatMinute(start)}-${formatMinute(end)}`;
    return { label: text.replace('-', '–'), value: text };
  });
}

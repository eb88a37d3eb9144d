// The home view as data: where the cycle stands, the numbers that matter with their source, and what to do next.
import type { LocalDate } from '../domain/local-time';
import type { Message } from '../domain/message';
import type { ActionId, StepState } from '../shared/contract';
import {
  ANSWERS,
  COMPETENCIES,
  FEEDBACK,
  GROUPS,
  MODULES,
  PROFILE,
  PROGRAMMES,
  SETTINGS,
  STAFF,
  SUMMARY,
  SURVEYS,
  BANK,
} from '../workbook/tables';
import type { Row } from '../workbook/schema';
import { loadSettings, loadStaff, notSetUp } from './context';
import { besideCycle } from './home-beside';
import type { Books } from './ports';

export interface HomeStep {
  readonly action: ActionId;
  readonly state: StepState;
  readonly line: Message;
}

export interface Home {
  readonly steps: readonly HomeStep[];
  /** What runs alongside the cycle. */
  readonly beside: readonly HomeStep[];
  readonly numbers: readonly { readonly label: Message; readonly value: string; readonly source: Message }[];
  readonly next: ActionId | undefined;
  readonly problems: readonly Message[];
}

/**
 * Reads the tables once each; makes no other service call.
 * @param today at the school
 */
export function home(ports: Books, today: LocalDate): Home {
  if (
    notSetUp(
      ports,
      SETTINGS,
      STAFF,
      COMPETENCIES,
      SURVEYS,
      ANSWERS,
      PROFILE,
      SUMMARY,
      GROUPS,
      MODULES,
      FEEDBACK,
      PROGRAMMES,
      BANK,
    ) !== undefined
  ) {
    return {
      steps: [{ action: 'setUp', state: 'now', line: { code: 'home.setUp.now' } }],
      beside: [],
      numbers: [],
      next: 'setUp',
      problems: [],
    };
  }
  const settings = loadSettings(ports);
  if (!settings.ok) {
    return {
      steps: [{ action: 'setUp', state: 'problem', line: { code: 'home.setUp.problem' } }],
      beside: [],
      numbers: [],
      next: 'setUp',
      problems: settings.problems,
    };
  }
  const { cycle } = settings.value;
  const people = loadStaff(ports, settings.value).value;
  const staff = people.included;
  const own = settings.value.school.toLowerCase();
  const others = people.all.filter(({ included, school }) => included && school !== '' && school.toLowerCase() !== own);
  const surveys = ports.workbook.read(SURVEYS).rows.filter((row) => row.cycle === cycle);
  const answers = ports.workbook.columns(ANSWERS, ['state']);
  // Not the profile itself: a region's has a hundred thousand rows, and the page is opened often.
  const summary = ports.workbook.read(SUMMARY).rows;
  const groups = ports.workbook.columns(GROUPS, ['group', 'state', 'cycle']).filter((row) => row.cycle === cycle);
  const modules = ports.workbook.read(MODULES).rows.filter((row) => row.cycle === cycle);
  const programmes = ports.workbook.read(PROGRAMMES).rows;
  const feedback = ports.workbook.read(FEEDBACK).rows;

  const survey = (kind: string): (typeof surveys)[number] | undefined =>
    surveys.find((row) => row.kind === kind && (row.about === '' || kind === 'addressed'));
  const surveyStep = (action: ActionId, kind: string): HomeStep => {
    const row = survey(kind);
    if (row === undefined) return { action, state: 'now', line: { code: 'home.survey.none' } };
    return {
      action,
      state: 'done',
      line: { code: 'home.survey.coverage', fields: { answered: row.answered ?? 0, audience: row.audienceCount ?? 0 } },
    };
  };
  /** A step that may be left out: once the work has gone past it, it is no longer what comes next. */
  const optional = (step: HomeStep, isPast: boolean): HomeStep =>
    step.state === 'now' && isPast ? { ...step, state: 'waiting' } : step;
  const unknown = answers.filter(({ state }) => state === 'unknown').length;
  const inAll = (key: 'answered' | 'deficits' | 'surpluses' | 'checks'): number =>
    summary.reduce((sum, row) => sum + (row[key] ?? 0), 0);
  const [deficits, surpluses] = [inAll('deficits'), inAll('surpluses')];
  const known = inAll('answered') + deficits + surpluses + inAll('checks');
  const groupIds = (state: string): number =>
    new Set(groups.filter((row) => row.state === state).map(({ group }) => group)).size;
  const drafts = groupIds('draft');
  const published = groupIds('published');
  const agreed = programmes.filter(({ state }) => state !== 'waiting').length;
  const invited = modules.filter(({ state }) => state === 'invited' || state === 'held').length;
  const draftModules = modules.filter(({ state }) => state === 'draft').length;
  const received = feedback.reduce((sum, row) => sum + (row.received ?? 0), 0);

  const raw: HomeStep[] = [
    { action: 'setUp', state: 'done', line: { code: 'home.setUp.done' } },
    {
      action: 'importStaff',
      state: staff.length > 0 ? 'done' : 'now',
      line: { code: 'home.staff', fields: { count: staff.length } },
    },
    optional(surveyStep('sendNeeds', 'needs'), survey('self') !== undefined || known > 0),
    surveyStep('sendSelf', 'self'),
    {
      action: 'processAnswers',
      state: unknown > 0 ? 'problem' : known > 0 ? 'done' : 'now',
      line: { code: unknown > 0 ? 'home.answers.unknown' : 'home.answers', fields: { count: answers.length, unknown } },
    },
    optional(surveyStep('sendAddressed', 'addressed'), groups.length > 0),
    {
      action: 'formGroups',
      state: drafts + published > 0 ? 'done' : 'now',
      line: { code: 'home.groups', fields: { drafts, published } },
    },
    {
      action: 'publishGroups',
      state: published > 0 && drafts === 0 ? 'done' : 'now',
      line: { code: 'home.groups', fields: { drafts, published } },
    },
    optional(
      {
        action: 'agreeProgrammes',
        state: programmes.length > 0 ? 'done' : 'now',
        line: { code: 'home.agreed', fields: { agreed, total: programmes.length } },
      },
      modules.length > 0,
    ),
    {
      action: 'makeTimetable',
      state: modules.length > 0 ? 'done' : 'now',
      line: { code: 'home.modules', fields: { drafts: draftModules, invited } },
    },
    {
      action: 'sendInvitations',
      state: invited > 0 && draftModules === 0 ? 'done' : 'now',
      line: { code: 'home.modules', fields: { drafts: draftModules, invited } },
    },
    feedbackStep(surveys, modules, received, today),
  ];
  // Only the first step that is not done is «now»; those behind it wait.
  const first = raw.findIndex(({ state }) => state === 'now');
  const steps = raw.map((step, index): HomeStep =>
    step.state === 'now' && index !== first ? { ...step, state: 'waiting' } : step,
  );
  const source = (table: { readonly title: string }): Message => ({
    code: 'home.source',
    fields: { table: table.title },
  });
  return {
    steps,
    beside: besideCycle(ports, cycle, own === '' ? 0 : others.length),
    numbers: [
      { label: { code: 'home.number.staff' }, value: String(staff.length), source: source(STAFF) },
      { label: { code: 'home.number.deficits' }, value: String(deficits), source: source(PROFILE) },
      { label: { code: 'home.number.surpluses' }, value: String(surpluses), source: source(PROFILE) },
      { label: { code: 'home.number.groups' }, value: String(published + drafts), source: source(GROUPS) },
    ],
    next: first < 0 ? undefined : raw[first]?.action,
    problems: [],
  };
}

/** Forms that are there have collected nothing yet: it is over when somebody has answered, or the last day has passed. */
function feedbackStep(
  surveys: readonly Pick<Row<typeof SURVEYS>, 'kind' | 'until'>[],
  modules: readonly Pick<Row<typeof MODULES>, 'state'>[],
  received: number,
  today: LocalDate,
): HomeStep {
  const action = 'askFeedback';
  const until = surveys.reduce(
    (last, { kind, until: day }) => (kind.startsWith('feedback') && day > last ? day : last),
    '',
  );
  if (received > 0) return { action, state: 'done', line: { code: 'home.feedback', fields: { received } } };
  if (until === '') return { action, state: 'now', line: { code: 'home.feedback', fields: { received } } };
  // The links stand in the invitations, so the forms are made before there is anything to ask about.
  if (modules.every(({ state }) => state !== 'held'))
    return { action, state: 'waiting', line: { code: 'home.feedback.ahead' } };
  return until >= today
    ? { action, state: 'waiting', line: { code: 'home.feedback.asked', fields: { until } } }
    : { action, state: 'done', line: { code: 'home.feedback.over', fields: { until } } };
}

// The home view as data: where the cycle stands, the numbers that matter with their source, and what to do next.
import type { LocalDate } from '../domain/local-time';
import type { Message } from '../domain/message';
import { schoolKey } from '../domain/staff/normalise';
import type { ActionId, StepState } from '../shared/contract';
import {
  ANSWERS,
  COMPETENCIES,
  FEEDBACK,
  GROUPS,
  LEDGER,
  MODULES,
  PROFILE,
  PROGRAMMES,
  SETTINGS,
  STAFF,
  SUMMARY,
  SURVEYS,
} from '../workbook/tables';
import type { Row } from '../workbook/schema';
import { loadSettings, loadStaff, notSetUp } from './context';
import { besideCycle } from './home-beside';
import { HomeParts, UNTOLD } from './home-parts';
import { besideByJournal } from './home-runs';
import type { Books, Ports } from './ports';

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
 * @param ports with words the journal is read too, whose runs are known by them
 * @param today at the school
 */
export function home(ports: Books & Partial<Pick<Ports, 'words'>>, today: LocalDate): Home {
  const { workbook } = ports;
  const parts = new HomeParts(workbook);
  const { step } = parts;
  // Any other sheet that is not there has been deleted: that costs what depends on it.
  if (notSetUp(ports, SETTINGS) !== undefined) {
    return nothingBut(step([], 'setUp', 'now', { code: 'home.setUp.now' }), 'setUp', []);
  }
  const isHeld = parts.lacks(COMPETENCIES, LEDGER);
  const [settings] = parts.read(SETTINGS, () => [loadSettings(ports)]);
  const wrong = step([SETTINGS], 'setUp', 'problem', { code: 'home.setUp.problem' });
  if (settings === undefined) return nothingBut(wrong, 'selfCheck', parts.problems());
  if (!settings.ok) return nothingBut(wrong, 'setUp', settings.problems);
  const { cycle } = settings.value;
  const people = parts.read(STAFF, () => [loadStaff(ports, settings.value).value])[0];
  const staff = people?.included ?? [];
  const own = schoolKey(settings.value.school);
  const others = (people?.all ?? []).filter(
    ({ included, school }) => included && school !== '' && schoolKey(school) !== own,
  );
  const surveys = parts.read(SURVEYS, () => workbook.read(SURVEYS).rows).filter((row) => row.cycle === cycle);
  const answers = parts.read(ANSWERS, () => workbook.columns(ANSWERS, ['state']));
  // Not the profile itself: a region's has a hundred thousand rows, and the page is opened often.
  const summary = parts.read(SUMMARY, () => workbook.read(SUMMARY).rows);
  const groups = parts
    .read(GROUPS, () => workbook.columns(GROUPS, ['group', 'state', 'cycle']))
    .filter((row) => row.cycle === cycle);
  const modules = parts.read(MODULES, () => workbook.read(MODULES).rows).filter((row) => row.cycle === cycle);
  const programmes = parts.read(PROGRAMMES, () => workbook.read(PROGRAMMES).rows);
  const feedback = parts.read(FEEDBACK, () => workbook.read(FEEDBACK).rows);

  const survey = (kind: string): (typeof surveys)[number] | undefined =>
    surveys.find((row) => row.kind === kind && (row.about === '' || kind === 'addressed'));
  const surveyStep = (action: ActionId, kind: string): HomeStep => {
    const row = survey(kind);
    if (row === undefined) return step([SURVEYS], action, 'now', { code: 'home.survey.none' });
    const fields = { answered: row.answered ?? 0, audience: row.audienceCount ?? 0 };
    return step([SURVEYS], action, 'done', { code: 'home.survey.coverage', fields });
  };
  /** A step that may be left out: once the work has gone past it, or nobody can tell, it is no longer what comes next. */
  const optional = (one: HomeStep, isPast: boolean, behind: { readonly title: string }): HomeStep =>
    one.state === 'now' && (isPast || parts.broken().includes(behind.title)) ? { ...one, state: 'waiting' } : one;
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

  const inGroups: Message = { code: 'home.groups', fields: { drafts, published } };
  const inModules: Message = { code: 'home.modules', fields: { drafts: draftModules, invited } };
  const cycleSteps: HomeStep[] = [
    step([STAFF], 'importStaff', staff.length > 0 ? 'done' : 'now', {
      code: 'home.staff',
      fields: { count: staff.length },
    }),
    optional(surveyStep('sendNeeds', 'needs'), survey('self') !== undefined || known > 0, SUMMARY),
    surveyStep('sendSelf', 'self'),
    step([ANSWERS, SUMMARY], 'processAnswers', unknown > 0 ? 'problem' : known > 0 ? 'done' : 'now', {
      code: unknown > 0 ? 'home.answers.unknown' : 'home.answers',
      fields: { count: answers.length, unknown },
    }),
    optional(surveyStep('sendAddressed', 'addressed'), groups.length > 0, GROUPS),
    step([GROUPS], 'formGroups', drafts + published > 0 ? 'done' : 'now', inGroups),
    step([GROUPS], 'publishGroups', published > 0 && drafts === 0 ? 'done' : 'now', inGroups),
    optional(
      step([PROGRAMMES], 'agreeProgrammes', programmes.length > 0 ? 'done' : 'now', {
        code: 'home.agreed',
        fields: { agreed, total: programmes.length },
      }),
      modules.length > 0,
      MODULES,
    ),
    step([MODULES], 'makeTimetable', modules.length > 0 ? 'done' : 'now', inModules),
    step([MODULES], 'sendInvitations', invited > 0 && draftModules === 0 ? 'done' : 'now', inModules),
    step([SURVEYS, MODULES, FEEDBACK], 'askFeedback', ...feedbackState(surveys, modules, received, today)),
  ];
  const beside = [
    ...besideCycle(workbook, parts, cycle, own === '' ? 0 : others.length),
    ...(ports.words === undefined ? [] : besideByJournal(workbook, ports.words, parts)),
  ];
  const tables = parts.broken();
  const raw: HomeStep[] = [
    tables.length === 0
      ? step([], 'setUp', 'done', { code: 'home.setUp.done' })
      : step([], 'setUp', 'problem', { code: 'home.setUp.broken', fields: { tables } }),
    ...cycleSteps,
  ];
  // Only the first step that is not done is «now»; those behind it wait, and those behind one that nobody can tell of.
  const first = isHeld ? 0 : raw.findIndex(({ state, line }) => state === 'now' || line.code === UNTOLD);
  const steps = raw.map((one, index): HomeStep =>
    one.state === 'now' && index !== first ? { ...one, state: 'waiting' } : one,
  );
  const number = (
    label: Message,
    value: number,
    table: { readonly title: string },
    source = table,
  ): Home['numbers'][number] => ({
    label,
    value: parts.number(value, table),
    source: { code: 'home.source', fields: { table: source.title } },
  });
  return {
    steps,
    beside,
    numbers: [
      number({ code: 'home.number.staff' }, staff.length, STAFF),
      number({ code: 'home.number.deficits' }, deficits, SUMMARY, PROFILE),
      number({ code: 'home.number.surpluses' }, surpluses, SUMMARY, PROFILE),
      number({ code: 'home.number.groups' }, published + drafts, GROUPS),
    ],
    next: raw[first]?.state === 'problem' ? 'selfCheck' : raw[first]?.action,
    problems: parts.problems(),
  };
}

/** Before the settings are there and right nothing else can be told. */
const nothingBut = (step: HomeStep, next: ActionId, problems: readonly Message[]): Home => ({
  steps: [step],
  beside: [],
  numbers: [],
  next,
  problems,
});

/** Forms that are there have collected nothing yet: it is over when somebody has answered, or the last day has passed. */
function feedbackState(
  surveys: readonly Pick<Row<typeof SURVEYS>, 'kind' | 'until'>[],
  modules: readonly Pick<Row<typeof MODULES>, 'state'>[],
  received: number,
  today: LocalDate,
): [StepState, Message] {
  const until = surveys.reduce(
    (last, { kind, until: day }) => (kind.startsWith('feedback') && day > last ? day : last),
    '',
  );
  if (received > 0) return ['done', { code: 'home.feedback', fields: { received } }];
  if (until === '') return ['now', { code: 'home.feedback', fields: { received } }];
  // The links stand in the invitations, so the forms are made before there is anything to ask about.
  if (modules.every(({ state }) => state !== 'held')) return ['waiting', { code: 'home.feedback.ahead' }];
  return until >= today
    ? ['waiting', { code: 'home.feedback.asked', fields: { until } }]
    : ['done', { code: 'home.feedback.over', fields: { until } }];
}

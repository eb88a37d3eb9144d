// Whatever call an action dies at: finished, it comes to the same end as if it had not.
import { ExecutionKilled } from '../../local/index';
import type { ActionId } from '../../src/shared/contract';
import {
  ANSWERS,
  BANK,
  GROUPS,
  GROWTH,
  GROWTH_PEOPLE,
  JOURNAL,
  LEDGER,
  LEVELS_TABLE,
  MODULES,
  NEXT_GROUPS,
  PARTNERS,
  PLAN,
  PROFILE,
  PROGRAMMES,
  SETTINGS,
  STAFF,
  SURVEYS,
} from '../../src/workbook/tables';
import { COMMUNITIES, LEFT_OUT, MASTERY, PAIRS } from '../../src/workbook/tables';
import { addressees, Death, liveForms, twice } from './death';
import type { Desk } from './desk';
import {
  ANSWERING,
  csv,
  grouped,
  invited,
  needsAsked,
  needsOf,
  OWN,
  PEOPLE,
  published,
  scored,
  SET_UP,
  STAFF_ROWS,
  setUp,
  staffed,
  timetabled,
} from './school';
import { twice as askedTwice } from './growth';
import { invitedThere, SCHOOL } from './partners';
import { paired, teamed, wish } from './teams';
import { DAY, deskAt, emptyDesk, HOUR, type Stage } from './workspace';

/** A usual run tries a sixth of the places; with `FAULTS=all` in the environment all of them are tried. */
const SHARE = process.env.FAULTS === 'all' ? 1 : 1 / 6;

/** One action, dying once at many of its calls; what must be true after it has been finished. */
interface Sweep {
  readonly action: ActionId;
  readonly from: Stage | undefined;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly prepare?: (desk: Desk) => void;
  readonly deaths: number;
  /** The state of affairs to be equal, however the run went. */
  readonly result: (desk: Desk) => unknown;
}

/** The first module is over; nobody has been asked yet. */
const heldAtLast: Stage = {
  name: 'held-at-last',
  after: invited,
  carryOut: (desk) => {
    desk.sleep(DAY + 8 * HOUR);
    desk.workspace.save();
  },
};

/** Градов has learned what he lacked. */
const learned = (desk: Desk): void => {
  desk.director.addRows(LEVELS_TABLE, [
    { cycle: '1', teacher: 'У-003', competency: 'ict.forms', source: 'тест', level: '4' },
  ]);
};

/** Rows written before and after a death carry the numbers of different runs. */
const withoutRun = (row: Readonly<Record<string, string>>): unknown => ({ ...row, run: '' });

const SWEEPS: readonly Sweep[] = [
  {
    action: 'setUp',
    from: undefined,
    input: SET_UP,
    deaths: 20,
    result: (desk) => ({
      sheets: desk.director.spreadsheet.getSheets().map((sheet) => ({
        name: sheet.getName(),
        hidden: sheet.isSheetHidden(),
        frozen: sheet.getFrozenRows(),
        headings: sheet.getDataRange().getDisplayValues()[0],
        lists: sheet
          .getRange(2, 1, 1, Math.max(1, sheet.getLastColumn()))
          .getDataValidations()[0]
          ?.map((rule) => rule?.getCriteriaValues()[0] as unknown),
      })),
      settings: desk.rows(SETTINGS),
      clocks: desk.workspace.triggers.map(({ event, handler }) => [event, handler]),
    }),
  },
  {
    action: 'importStaff',
    from: setUp,
    input: { text: csv(STAFF_ROWS) },
    deaths: 8,
    result: (desk) => desk.rows(STAFF).map(({ code, name, email }) => [code, name, email]),
  },
  {
    action: 'sendSelf',
    from: staffed,
    deaths: 16,
    result: (desk) => ({
      forms: liveForms(desk),
      items: desk.form('self').items.map(({ title, ...item }) => ['required' in item ? item.required : '', title]),
      rows: desk.rows(SURVEYS).length,
      twice: twice(addressees(desk)),
      // At most one letter may be in doubt, and then it is on record.
      letters: OWN.map(
        ({ email }) =>
          addressees(desk).includes(email) ||
          desk.rows(LEDGER).some(({ who, state }) => who === email && state === 'неизвестно, дошло ли'),
      ),
    }),
  },
  {
    action: 'processAnswers',
    from: needsAsked,
    prepare: (desk) => {
      for (const someone of ANSWERING) desk.answer('needs', someone.email, needsOf(someone));
      desk.answer('needs', PEOPLE.wind.email, { needs: ['none'], consent: 'vr-2026-1' });
    },
    deaths: 10,
    result: (desk) => ({
      answers: desk.rows(ANSWERS).map(({ teacher, state }) => `${teacher} ${state}`),
      profile: desk.rows(PROFILE).length,
      survey: desk.survey('needs').answered,
    }),
  },
  {
    action: 'formGroups',
    from: scored,
    deaths: 5,
    result: (desk) => desk.rows(GROUPS).map(({ group, teacher, role }) => `${group} ${teacher} ${role}`),
  },
  {
    action: 'formPairs',
    from: paired,
    // Something new is known: pairs go and others come.
    prepare: learned,
    deaths: 8,
    result: (desk) => ({ pairs: desk.rows(PAIRS).map(withoutRun), left: desk.rows(LEFT_OUT) }),
  },
  {
    action: 'formCommunities',
    from: teamed,
    // Two who were together must not be any more: people move.
    prepare: (desk) => {
      wish(desk, [PEOPLE.wind.code, PEOPLE.crane.code, 'не ставить вместе']);
    },
    deaths: 12,
    result: (desk) => ({ communities: desk.rows(COMMUNITIES).map(withoutRun), left: desk.rows(LEFT_OUT) }),
  },
  {
    action: 'formMastery',
    from: scored,
    deaths: 5,
    result: (desk) => ({ levels: desk.rows(MASTERY).map(withoutRun), left: desk.rows(LEFT_OUT) }),
  },
  {
    action: 'publishTeams',
    from: teamed,
    deaths: 6,
    result: (desk) => [PAIRS, COMMUNITIES, MASTERY].map((table) => desk.rows(table).map(({ state }) => state)),
  },
  {
    action: 'makeTimetable',
    from: published,
    deaths: 8,
    result: (desk) => desk.rows(MODULES).map(({ module, date, start }) => `${module} ${date} ${start}`),
  },
  {
    action: 'sendInvitations',
    from: timetabled,
    deaths: 12,
    result: (desk) => ({
      events: desk.standingEvents().map(({ summary, start }) => [summary, start?.dateTime]),
      guests: desk
        .invitations()
        .map(({ kind, to, subject }) => `${kind} ${to.join()} ${subject}`)
        .sort(),
      calendars: new Set(desk.events().map(({ organizer }) => organizer?.email)).size,
      modules: desk.rows(MODULES).map(({ state }) => state),
    }),
  },
  {
    action: 'agreeProgrammes',
    from: published,
    deaths: 10,
    result: (desk) => ({
      forms: liveForms(desk),
      programmes: desk.rows(PROGRAMMES).map(({ group, survey }) => `${group} ${survey}`),
      surveys: desk.rows(SURVEYS).map(({ key, state }) => `${key} ${state}`),
      twice: twice(desk.letters().map(({ to, subject }) => `${to.join()} ${subject}`)),
    }),
  },
  {
    action: 'askFeedback',
    from: heldAtLast,
    deaths: 8,
    result: (desk) => ({
      forms: liveForms(desk),
      modules: desk.rows(MODULES).map(({ module, state }) => `${module} ${state}`),
      surveys: desk.rows(SURVEYS).map(({ key, state, audienceCount }) => `${key} ${state} ${audienceCount}`),
      twice: twice(desk.letters().map(({ to, subject }) => `${to.join()} ${subject}`)),
    }),
  },
  {
    action: 'makePlan',
    from: staffed,
    input: { start: '2026-09-07' },
    deaths: 4,
    result: (desk) => desk.rows(PLAN).map(({ measure, number, start, end }) => `${measure} ${number} ${start} ${end}`),
  },
  {
    action: 'importPlan',
    from: staffed,
    input: { text: '№\tМероприятие\tСроки\n1\tСеминар\tмай 2027\n2\tПедсовет\tежемесячно, март – май 2027' },
    deaths: 4,
    result: (desk) => desk.rows(PLAN).map(({ measure, number, start, end }) => `${measure} ${number} ${start} ${end}`),
  },
  {
    action: 'refreshPlan',
    from: {
      name: 'plan-to-die',
      after: staffed,
      carryOut: (desk) => void desk.press('makePlan', { start: '2026-09-07' }),
    },
    deaths: 6,
    result: (desk) => [
      desk.rows(PLAN).map(({ standing }) => standing),
      desk.sheet('План-график').getDataRange().getDisplayValues(),
    ],
  },
  {
    action: 'askPupils',
    from: staffed,
    input: { occasion: 'before', classes: '5А; 5Б' },
    deaths: 8,
    result: (desk) => ({
      forms: liveForms(desk),
      surveys: desk.rows(SURVEYS).map(({ key, state }) => `${key} ${state}`),
      items: desk.form('pupils/before').items.length,
    }),
  },
  {
    action: 'setUpBank',
    from: staffed,
    deaths: 10,
    result: (desk) => ({
      folders: desk
        .files()
        .filter(({ mimeType, trashed }) => mimeType.endsWith('.folder') && !trashed)
        .map(({ name }) => name),
      forms: liveForms(desk),
      surveys: desk.rows(SURVEYS).map(({ key }) => key),
    }),
  },
  {
    action: 'fileResources',
    from: { name: 'bank-to-die', after: staffed, carryOut: (desk) => void desk.press('setUpBank') },
    input: {
      title: 'Памятка',
      kind: 'other',
      competency: 'ict.forms',
      file: { name: 'Памятка.txt', contentType: 'text/plain', base64: Buffer.from('1').toString('base64') },
    },
    deaths: 8,
    result: (desk) => ({
      files: desk.files().filter(({ name, trashed }) => name === 'Памятка.txt' && !trashed).length,
      rows: desk.rows(BANK).map(({ resource, title }) => [resource, title]),
    }),
  },
  {
    action: 'countGrowth',
    from: askedTwice,
    input: { before: '1', after: '2' },
    deaths: 4,
    result: (desk) => [GROWTH, GROWTH_PEOPLE, NEXT_GROUPS].map((table) => desk.rows(table)),
  },
  {
    action: 'refreshPartners',
    from: scored,
    deaths: 4,
    result: (desk) => desk.rows(PARTNERS).map(withoutRun),
  },
  {
    action: 'sharePartnerReport',
    from: invitedThere,
    input: { school: SCHOOL },
    deaths: 10,
    result: (desk) => ({
      files: desk
        .files()
        .filter(({ name, trashed }) => name.includes(SCHOOL) && !trashed)
        .map(({ name, permissions }) => [name, permissions.map(({ role }) => role)]),
      partners: desk.rows(PARTNERS).map(withoutRun),
      twice: twice(desk.letters().map(({ to, subject }) => `${to.join()} ${subject}`)),
    }),
  },
];

/** The action without its preview, to the end. */
function carryOut(desk: Desk, action: ActionId, input: Readonly<Record<string, unknown>>): void {
  let run = desk.director.ask({ method: 'start', action, input });
  while (run.state === 'running') run = desk.director.ask({ method: 'pump', run: run.run });
  expect([run.state, run.lines]).toEqual(['done', run.lines]);
}

/** `a.b.0.c: 1 ≠ 2` for every leaf that differs. */
function differences(reached: unknown, expected: unknown, path = ''): string[] {
  if (typeof reached !== 'object' || typeof expected !== 'object' || reached === null || expected === null)
    return reached === expected ? [] : [`${path}: ${JSON.stringify(reached)} ≠ ${JSON.stringify(expected)}`];
  const [one, other] = [reached as Record<string, unknown>, expected as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    differences(one[key], other[key], `${path}.${key}`),
  );
}

/** What undoing must have taken away, whenever it died. */
const UNDONE: readonly (readonly [string, Stage, (desk: Desk) => unknown])[] = [
  ['the needs survey', needsAsked, (desk) => [liveForms(desk), desk.survey('needs').state, desk.letters().length]],
  ['the draft of groups', grouped, (desk) => desk.rows(GROUPS).length],
  ['the draft of pairs', paired, (desk) => desk.rows(PAIRS).length],
  [
    'the invitations',
    invited,
    (desk) => [
      desk.standingEvents().length,
      desk.invitations('cancellation').length,
      desk.rows(MODULES).map(({ state }) => state),
    ],
  ],
];

describe('undoing that dies at any call', () => {
  it.each(UNDONE)('of %s comes to the same end', (_name, stage, result) => {
    const whole = new Death();
    const undisturbed = deskAt(stage, { faults: whole.faults });
    const target = undisturbed.lastRun().run;
    whole.count = 0;
    carryOut(undisturbed, 'undoRun', { run: target });
    const calls = whole.count;
    const wrong: string[] = [];
    const DEATHS = 6;
    for (let n = 0; n < DEATHS; n++) {
      const at = 1 + Math.floor(((n + 0.5) * calls) / DEATHS);
      const death = new Death();
      const desk = deskAt(stage, { faults: death.faults });
      death.at(at, n % 2 === 0 ? 'after' : 'before');
      expect(() => carryOut(desk, 'undoRun', { run: target })).toThrow(ExecutionKilled);
      if (desk.home().running !== undefined) desk.finishOpenRun();
      // A death before the run was written down: pressed again.
      if (desk.row(JOURNAL, { run: target }).state !== 'отменён') carryOut(desk, 'undoRun', { run: target });
      const found = differences(result(desk), result(undisturbed));
      if (found.length > 0) wrong.push(`call ${String(at)} of ${String(calls)}: ${found.slice(0, 4).join('; ')}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('dying at any call', () => {
  it.each(SWEEPS.map((sweep) => [sweep.action, sweep] as const))(
    '«%s» comes to the same end',
    (_name, { action, from, input = {}, prepare, deaths, result }) => {
      const open = (death: Death): Desk => {
        const desk = from === undefined ? emptyDesk({ faults: death.faults }) : deskAt(from, { faults: death.faults });
        prepare?.(desk);
        return desk;
      };
      const whole = new Death();
      const undisturbed = open(whole);
      whole.count = 0;
      carryOut(undisturbed, action, input);
      const calls = whole.count;
      const expected = result(undisturbed);

      const wrong: string[] = [];
      const places = Math.ceil(deaths * SHARE);
      for (let n = 0; n < places; n++) {
        const at = 1 + Math.floor(((n + 0.5) * calls) / places);
        const how = n % 2 === 0 ? 'before' : 'after';
        const death = new Death();
        const desk = open(death);
        death.at(at, how);
        expect(() => carryOut(desk, action, input)).toThrow(ExecutionKilled);
        const fatal = desk.workspace.calls[desk.workspace.calls.length - 1];
        if (desk.home().running !== undefined) desk.finishOpenRun();
        carryOut(desk, action, input);
        const found = differences(result(desk), expected);
        if (found.length > 0)
          wrong.push(
            `${how} call ${String(at)} of ${String(calls)} (${fatal?.service ?? ''}.${fatal?.method ?? ''}): ${found.slice(0, 4).join('; ')}`,
          );
      }
      expect(wrong).toEqual([]);
    },
  );
});

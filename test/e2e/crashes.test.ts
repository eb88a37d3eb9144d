// Whatever dies when: pressing again (or the next heartbeat) finishes the work, and nothing outside has happened twice.
import { ExecutionKilled, type ServiceCall } from '../../local/index';
import { ANSWERS, GROUPS, JOURNAL, LEDGER, MODULES, SELF_CHECK, STAFF } from '../../src/workbook/tables';
import { addressees, again, Death, liveForms, pressAndDie, twice } from './death';
import {
  ANSWERING,
  CONSENT,
  csv,
  EVERYBODY,
  grouped,
  invited,
  needsAsked,
  OWN,
  setUp,
  STAFF_ROWS,
  staffed,
  timetabled,
} from './school';
import { DAY, deskAt, HOUR, reopened } from './workspace';

const isLetter = ({ service, method }: ServiceCall): boolean => service === 'MailApp' && method === 'sendEmail';
const isEvent = ({ service, method }: ServiceCall): boolean => service === 'Calendar.Events' && method === 'insert';

describe('letters', () => {
  it.each(['before', 'after'] as const)(
    'the execution dies %s the fourth letter is sent: everybody else gets one, the doubtful one is named and not sent again',
    (how) => {
      const death = new Death();
      const desk = deskAt(staffed, { faults: death.faults });
      death.at(4, how, isLetter);
      pressAndDie(desk, 'sendNeeds');
      const words = again(desk, 'sendNeeds');
      const fourth = OWN[3]?.email ?? '';
      expect(twice(addressees(desk))).toEqual([]);
      expect(
        addressees(desk)
          .filter((email) => email !== fourth)
          .sort(),
      ).toEqual(
        OWN.map(({ email }) => email)
          .filter((email) => email !== fourth)
          .sort(),
      );
      expect(addressees(desk).includes(fourth)).toBe(how === 'after');
      expect(words).toContain(fourth);
      expect(
        desk
          .rows(LEDGER)
          .filter(({ state }) => state === 'неизвестно, дошло ли')
          .map(({ who }) => who),
      ).toEqual([fourth]);
      expect(liveForms(desk).length).toBe(1);
    },
  );

  it('the page is gone for good: the heartbeat finishes the sending', () => {
    const death = new Death();
    const desk = deskAt(staffed, { faults: death.faults });
    death.at(4, 'after', isLetter);
    pressAndDie(desk, 'sendNeeds');
    desk.wait(2 * HOUR);
    expect(desk.home().running).toBeUndefined();
    expect(addressees(desk).sort()).toEqual(OWN.map(({ email }) => email).sort());
    expect(desk.rows(JOURNAL).pop()?.result).toContain(OWN[3]?.email);
  });

  it('the service fails at one letter: the run says so; the others get theirs, nobody two', () => {
    let broken = true;
    const desk = deskAt(staffed, {
      faults: (call) => {
        if (!broken || !isLetter(call) || desk.letters().length !== 3) return undefined;
        broken = false;
        return { when: 'before', error: 'Сервис временно недоступен: Gmail' };
      },
    });
    const reply = desk.call({ method: 'start', action: 'sendNeeds', input: {} });
    if (!reply.ok) expect(reply.problems[0]?.text).toMatch(/Сделанное сохранено/);
    again(desk, 'sendNeeds');
    expect(twice(addressees(desk))).toEqual([]);
    expect(addressees(desk).length).toBeGreaterThanOrEqual(OWN.length - 1);
  });

  it('while a run is open another is refused with its name, and it can be stopped', () => {
    const death = new Death();
    const desk = deskAt(staffed, { faults: death.faults });
    death.at(4, 'after', isLetter);
    pressAndDie(desk, 'sendNeeds');
    expect(desk.refusal('sendSelf')).toMatch(/потребност/i);
    const run = desk.home().running?.run ?? '';
    expect(desk.director.ask({ method: 'stop', run }).state).toBe('stopped');
    expect(desk.home().running).toBeUndefined();
    expect(desk.lastRun()).toMatchObject({ run, state: 'остановлен' });
    desk.press('sendSelf');
  });
});

describe('invitations', () => {
  it.each(['before', 'after'] as const)(
    'the execution dies %s the second event is made: every guest gets one invitation a module',
    (how) => {
      const death = new Death();
      const desk = deskAt(timetabled, { faults: death.faults });
      death.at(2, how, isEvent);
      pressAndDie(desk, 'sendInvitations');
      again(desk, 'sendInvitations');
      expect(desk.standingEvents().length).toBe(2);
      expect(twice(desk.invitations().map(({ to, subject }) => `${to.join()} ${subject}`))).toEqual([]);
      expect(desk.invitations('invitation').length).toBe(8);
      expect(desk.rows(MODULES).map(({ state }) => state)).toEqual([
        'приглашения отправлены',
        'приглашения отправлены',
      ]);
    },
  );

  it.each([
    ['the execution dies before it', { kill: 'before' }, 1, true],
    ['the execution dies after it', { kill: 'after' }, 2, true],
    ['Google fails after it', { when: 'after', error: 'Сервис временно недоступен: Календарь' }, 2, true],
    [
      'Google refuses it',
      { when: 'before', error: 'Not allowed', api: { code: 403, reason: 'insufficientPermissions' } },
      1,
      false,
    ],
  ] as const)(
    'the calendar is being made and %s: one calendar has the events, and an empty one that may be left is told until it is deleted',
    (_what, fault, calendars, told) => {
      let armed = true;
      const desk = deskAt(timetabled, {
        faults: ({ execution, service, method }) => {
          if (!armed || execution === 0 || service !== 'Calendar.Calendars' || method !== 'insert') return undefined;
          armed = false;
          return fault;
        },
      });
      const words: string[] = [];
      try {
        const reply = desk.call({ method: 'start', action: 'sendInvitations', input: {} });
        if (reply.ok) words.push(...reply.value.lines);
      } catch (error) {
        expect(error).toBeInstanceOf(ExecutionKilled);
      }
      words.push(again(desk, 'sendInvitations'));
      const { Calendar: api } = desk.workspace.globals as { Calendar: typeof Calendar };
      const own = (api?.CalendarList.list().items ?? []).filter(({ primary }) => primary !== true);
      expect(own.length).toBe(calendars);
      const empty = own.filter(({ id = '' }) => (api?.Events.list(id).items ?? []).length === 0);
      expect(empty.length).toBe(calendars - 1);
      expect(desk.invitations('invitation').length).toBe(8);
      const LEFT = /остался второй календарь с этим названием, без событий/;
      expect(LEFT.test(words.join('\n'))).toBe(told);
      const finding = (mode: string): string => {
        desk.press('selfCheck', { mode });
        return desk
          .rows(SELF_CHECK)
          .flatMap(({ what, found, todo }) => (what === 'Календарь' ? [found, todo] : []))
          .join('\n');
      };
      expect(LEFT.test(finding('check'))).toBe(told);
      for (const { id = '' } of empty) api?.Calendars.remove(id);
      expect(finding('mend')).toMatch(/^Календарь программы на месте/);
      expect(finding('check')).not.toMatch(LEFT);
    },
  );

  it.each(['before', 'after'] as const)('the execution dies %s a moved event is changed: one notice a guest', (how) => {
    const death = new Death();
    const desk = deskAt(invited, { faults: death.faults });
    desk.type(MODULES, ({ title }) => /формами/.test(title), 'date', '09.09.2026');
    death.at(1, how, ({ service, method }) => service === 'Calendar.Events' && ['patch', 'update'].includes(method));
    pressAndDie(desk, 'sendInvitations');
    again(desk, 'sendInvitations');
    expect(desk.invitations('update').length).toBe(4);
  });

  it.each(['before', 'after'] as const)('the execution dies %s an event is cancelled: one notice a guest', (how) => {
    const death = new Death();
    const desk = deskAt(invited, { faults: death.faults });
    desk.type(MODULES, ({ title }) => /формами/.test(title), 'state', 'отменено');
    death.at(1, how, ({ service, method }) => service === 'Calendar.Events' && method === 'remove');
    pressAndDie(desk, 'sendInvitations');
    again(desk, 'sendInvitations');
    expect(desk.invitations('cancellation').length).toBe(4);
    expect(desk.standingEvents().length).toBe(1);
  });
});

describe('an error after the sheet was written', () => {
  it('is waited out, and the rows are there once', () => {
    let writes = 0;
    const desk = deskAt(setUp, {
      // The first write is the journal's row, the second the staff.
      faults: ({ execution, service, method }) =>
        execution !== 0 && service === 'Range' && method === 'setValues' && ++writes === 2
          ? { when: 'after', error: 'Нечто невиданное' }
          : undefined,
    });
    desk.press('importStaff', { text: csv(STAFF_ROWS) });
    expect(desk.rows(STAFF).map(({ code }) => code)).toEqual(EVERYBODY.map(({ code }) => code));
  });

  it('in the heartbeat, does not make its other parts write twice', () => {
    let writes = 0;
    const desk = deskAt(needsAsked, {
      faults: ({ execution, service, method }) =>
        execution !== 0 && service === 'Range' && method === 'setValues' && ++writes === 1
          ? { when: 'after', error: 'Нечто невиданное' }
          : undefined,
    });
    desk.answer('needs', ANSWERING[0]?.email ?? '', { needs: ['none'], consent: CONSENT });
    desk.wait(2 * HOUR);
    expect(desk.rows(ANSWERS).length).toBe(1);
    expect(desk.survey('needs').answered).toBe('1');
  });
});

it('a death right after the register got the form: the ledger knows that the form was made', () => {
  const death = new Death();
  const desk = deskAt(staffed, { faults: death.faults });
  let built = false;
  // The register is the last table written before the letters are planned.
  death.at(2, 'after', ({ service, method }) => {
    if (method === 'setAcceptingResponses') built = true;
    return built && service === 'Range' && method === 'setValues';
  });
  pressAndDie(desk, 'sendNeeds');
  again(desk, 'sendNeeds');
  expect(desk.rows(LEDGER).filter(({ kind, state }) => kind === 'форма' && state !== 'сделано')).toEqual([]);
});

it.each([1, 2, 3])('a death after write %i of publishing: all groups belong to the run that published them', (nth) => {
  const death = new Death();
  const desk = deskAt(grouped, { faults: death.faults });
  // The first write is the journal's row.
  death.at(nth + 1, 'after', ({ service, method }) => service === 'Range' && method === 'setValues');
  pressAndDie(desk, 'publishGroups');
  if (desk.home().running !== undefined) desk.finishOpenRun();
  const { run } = desk.lastRun();
  expect(new Set(desk.rows(GROUPS).map((row) => `${row.run} ${row.state}`))).toEqual(new Set([`${run} опубликована`]));
});

it('a reminder in doubt is named and not sent again', () => {
  const death = new Death();
  const desk = deskAt(needsAsked, { faults: death.faults });
  desk.sleep(3 * DAY);
  death.at(3, 'before', isLetter);
  const sent = desk.letters().length;
  pressAndDie(desk, 'remind');
  const words = again(desk, 'remind');
  const third = OWN[2]?.email ?? '';
  expect(words).toContain(third);
  expect(
    desk
      .rows(LEDGER)
      .filter(({ state }) => state === 'неизвестно, дошло ли')
      .map(({ who }) => who),
  ).toEqual([third]);
  expect(addressees(desk).slice(sent)).toEqual(OWN.map(({ email }) => email).filter((email) => email !== third));
});

it('a death between the end of a run and its row in the journal: the run ends again, and the row says what was done', () => {
  const death = new Death();
  const desk = deskAt(staffed, { faults: death.faults });
  let writing = false;
  death.at(1, 'before', ({ service, method, args }) => {
    if (service === 'MailApp') writing = true;
    return writing && service === 'Properties' && method === 'setProperty' && String(args[1]).includes('"done"');
  });
  pressAndDie(desk, 'sendNeeds');
  desk.wait(2 * HOUR);
  expect(desk.home().running).toBeUndefined();
  expect(desk.rows(JOURNAL).map(({ state }) => state)).not.toContain('идёт');
  expect(desk.lastRun().result).toMatch(/писем отправлено: 11/);
});

it('what was written before a death is still there when the machine is started again', () => {
  const death = new Death();
  const desk = deskAt(staffed, { faults: death.faults });
  death.at(4, 'after', isLetter);
  pressAndDie(desk, 'sendNeeds');
  const after = reopened(desk);
  expect(after.home().running?.action).toBe('sendNeeds');
  after.finishOpenRun();
  expect(addressees(after).sort()).toEqual(OWN.map(({ email }) => email).sort());
});

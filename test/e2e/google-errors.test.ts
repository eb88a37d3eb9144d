// What Google itself says no to: what passes is waited out, a day's limit is waited for, and the rest stops with words that help.
import type { Fault, ServiceCall } from '../../local/index';
import { withhold } from '../../local/runtime/consent';
import type { ActionId } from '../../src/shared/contract';
import { LEDGER, MODULES, PLAN } from '../../src/workbook/tables';
import { addressees, liveForms, twice } from './death';
import type { Desk } from './desk';
import { OWN, PEOPLE, SET_UP, staffed, timetabled } from './school';
import { DAY, deskAt, HOUR } from './workspace';

type Where = (call: ServiceCall) => boolean;
const at =
  (service: string, method: string): Where =>
  (call) =>
    call.execution !== 0 && call.service === service && call.method === method;

/** Fails at the first `times` calls that fit. */
function failing(
  fits: Where,
  fault: Fault,
  times = 1,
): { faults: (call: ServiceCall) => Fault | undefined; left: number } {
  const state = {
    left: times,
    faults: (call: ServiceCall): Fault | undefined => {
      if (state.left <= 0 || !fits(call)) return undefined;
      state.left -= 1;
      return fault;
    },
  };
  return state;
}

const EVERYBODY = OWN.map(({ email }) => email);
const INSERT = at('Calendar.Events', 'insert');
/** Virtual ms that an act waited: without a latency model nothing else takes time. */
function waited(desk: Desk, act: () => void): number {
  const from = desk.now();
  act();
  return desk.now() - from;
}

describe('a trouble that passes', () => {
  it.each<[string, Fault]>([
    ['English', { when: 'before', error: "We're sorry, a server error occurred. Please wait a bit and try again." }],
    [
      'Russian',
      { when: 'after', error: 'К сожалению, произошла ошибка сервера. Подождите немного и повторите попытку.' },
    ],
    ['words nobody has seen', { when: 'before', error: 'うまくいきませんでした' }],
  ])('at the form, in %s: is waited out within the same press, and there is one form', (_name, fault) => {
    const trouble = failing(at('Form', 'setDescription'), fault, 2);
    const desk = deskAt(staffed, { faults: trouble.faults });
    const ms = waited(desk, () => expect(desk.press('sendNeeds').run.state).toBe('done'));
    expect(trouble.left).toBe(0);
    expect(liveForms(desk).length).toBe(1);
    expect(addressees(desk)).toEqual(EVERYBODY);
    // Half a second to a second, then twice that.
    expect(ms).toBeGreaterThanOrEqual(1500);
    expect(ms).toBeLessThan(3000);
  });

  it.each<[number, string]>([
    [403, 'rateLimitExceeded'],
    [429, 'rateLimitExceeded'],
    [503, 'backendError'],
  ])('at an event, %i %s, before or after it was made: one event and one invitation a guest', (code, reason) => {
    for (const when of ['before', 'after'] as const) {
      const desk = deskAt(timetabled, {
        faults: failing(INSERT, { when, error: 'Позже', api: { code, reason } }).faults,
      });
      const ms = waited(desk, () => expect(desk.press('sendInvitations').run.state).toBe('done'));
      expect(desk.standingEvents().length).toBe(2);
      expect(twice(desk.invitations().map(({ to, subject }) => `${to.join()} ${subject}`))).toEqual([]);
      expect(desk.invitations('invitation').length).toBe(8);
      expect(ms).toBeGreaterThanOrEqual(500);
      expect(ms).toBeLessThan(1000);
    }
  });

  it('that does not pass: the person is told that it goes on by itself, and the heartbeat does it when Google is back', () => {
    const trouble = failing(
      INSERT,
      { when: 'before', error: 'Backend Error', api: { code: 503, reason: 'backendError' } },
      1e9,
    );
    const desk = deskAt(timetabled, { faults: trouble.faults });
    let words = '';
    const ms = waited(desk, () => {
      const reply = desk.call({ method: 'start', action: 'sendInvitations', input: {} });
      words = reply.ok ? '' : (reply.problems[0]?.text ?? '');
    });
    expect(words).toMatch(/Google сейчас занят или не отвечает\. Сделанное сохранено/);
    expect(words).toMatch(/Backend Error/);
    // Within the time of a page call.
    expect(ms).toBeLessThan(25_000);
    // Half a day of outage does not end the run.
    desk.wait(12 * HOUR);
    expect(desk.standingEvents()).toEqual([]);
    expect(desk.home().running?.state).toBe('running');
    trouble.left = 0;
    desk.wait(2 * HOUR);
    expect(desk.home().running).toBeUndefined();
    expect(desk.standingEvents().length).toBe(2);
    expect(desk.rows(MODULES).map(({ state }) => state)).toEqual(['приглашения отправлены', 'приглашения отправлены']);
  });

  it('of the mail service: the letter is in doubt, the others go with the next heartbeat, and nobody gets two', () => {
    const trouble = failing(at('MailApp', 'sendEmail'), { when: 'before', error: 'Сервис временно недоступен: Gmail' });
    const desk = deskAt(staffed, { faults: trouble.faults });
    const { run } = desk.press('sendNeeds');
    expect(run.state).toBe('waiting');
    expect(run.lines.join()).toMatch(/Почта Google сейчас не отвечает\. Отправлено: 0, осталось: 10/);
    desk.wait(2 * HOUR);
    expect(addressees(desk)).toEqual(EVERYBODY.slice(1));
    expect(desk.lastRun().result).toContain(EVERYBODY[0]);
  });

  it('of the mail service for half a day: a letter an hour at most is in doubt, the rest arrive', () => {
    const trouble = failing(at('MailApp', 'sendEmail'), { when: 'before', error: 'Service unavailable: Gmail' }, 3);
    const desk = deskAt(staffed, { faults: trouble.faults });
    desk.press('sendNeeds');
    desk.wait(5 * HOUR);
    expect(addressees(desk)).toEqual(EVERYBODY.slice(3));
    expect(desk.rows(LEDGER).filter(({ state }) => state === 'неизвестно, дошло ли').length).toBe(3);
  });
});

describe('a permission that was not given', () => {
  const NEED: Readonly<Record<string, readonly [words: string, actions: readonly ActionId[]]>> = {
    'spreadsheets.currentonly': ['эта таблица', ['sendNeeds', 'formGroups', 'setUp']],
    'drive.file': ['файлы дополнения на Диске', ['sendNeeds', 'setUpBank', 'makeRoutes', 'exportPerson', 'writeNote']],
    forms: ['формы', ['sendNeeds', 'processAnswers', 'agreeProgrammes']],
    'calendar.app.created': ['календарь программы', ['sendInvitations', 'calendarPlan']],
    'calendar.freebusy': ['занятость в календарях', ['makeTimetable']],
    'script.send_mail': ['отправка писем', ['sendNeeds', 'agreeProgrammes']],
    'userinfo.email': ['ваш адрес почты', ['formGroups', 'sendNeeds']],
  };

  it.each(Object.entries(NEED))(
    '«%s»: the preview says so before anything is made, the start stops with its name and where to give it, and given it the work is finished',
    (scope, [words, actions]) => {
      for (const action of actions) {
        const desk = deskAt(timetabled);
        desk.director.addRows(PLAN, [{ title: 'Семинар', when: '15.10.2026' }]);
        const input = { ...SET_UP, person: PEOPLE.hail.code };
        withhold(desk.workspace.world, [`https://www.googleapis.com/auth/${scope}`]);
        const preview = desk.call({ method: 'preview', action, input });
        const before = preview.ok ? preview.value.warnings.join('\n') : (preview.problems[0]?.text ?? '');
        expect(before).toContain(words);
        expect(before).toMatch(/https:\/\/script\.google\.com.*отмет/s);
        const start = desk.call({ method: 'start', action, input });
        const said = start.ok ? start.value.lines.join('\n') : (start.problems[0]?.text ?? '');
        expect(said).toMatch(new RegExp(`нужного доступа: ${words}\\. Откройте https://.*отметьте все галочки`));
        withhold(desk.workspace.world, []);
        expect(desk.home().running).toBeUndefined();
        expect(desk.press(action, input).run.state).toBe('done');
        expect(twice(desk.letters().map(({ to, subject }) => `${to.join()} ${subject}`))).toEqual([]);
      }
    },
  );

  it('of which some are not needed: the step that does not need them is done all the same', () => {
    const desk = deskAt(staffed);
    withhold(
      desk.workspace.world,
      ['calendar.freebusy', 'script.scriptapp'].map((name) => `https://www.googleapis.com/auth/${name}`),
    );
    const { preview, run } = desk.press('sendNeeds');
    expect(preview.warnings.join('\n')).toContain('Не дано: занятость в календарях, работа по расписанию.');
    expect(run.state).toBe('done');
  });
});

describe('a limit of the day', () => {
  it('of the mail that ends before its counter does: nothing is in doubt, the rest goes the next day', () => {
    const trouble = failing(
      (call) => at('MailApp', 'sendEmail')(call) && addressesSent >= 4,
      { when: 'before', error: 'Служба вызвана слишком много раз за один день: email.' },
      1e9,
    );
    let addressesSent = 0;
    const desk = deskAt(staffed, {
      faults: (call) => {
        const fault = trouble.faults(call);
        if (fault === undefined && at('MailApp', 'sendEmail')(call)) addressesSent += 1;
        return fault;
      },
    });
    const { run } = desk.press('sendNeeds');
    expect(run.state).toBe('waiting');
    expect(run.lines.join()).toMatch(/Отправлено: 4, осталось: 7/);
    trouble.left = 0;
    desk.wait(2 * HOUR);
    expect(addressees(desk)).toEqual(EVERYBODY);
    expect(desk.rows(LEDGER).filter(({ state }) => state === 'неизвестно, дошло ли')).toEqual([]);
  });

  it('of the calendar: what is made is kept, the run waits and says so, and goes on the next day by itself', () => {
    let made = 0;
    let used = true;
    const desk = deskAt(timetabled, {
      faults: (call) => {
        if (!INSERT(call) || ++made < 2 || !used) return undefined;
        return {
          when: 'before',
          error: 'Calendar usage limits exceeded.',
          api: { code: 403, reason: 'quotaExceeded' },
        };
      },
    });
    const { run } = desk.press('sendInvitations');
    expect(run.state).toBe('waiting');
    expect(run.lines.join()).toMatch(/Дневной лимит Google исчерпан.*само.*Calendar usage limits exceeded/);
    expect(desk.standingEvents().length).toBe(1);
    expect(desk.rows(MODULES).filter(({ state }) => state === 'приглашения отправлены').length).toBe(1);
    desk.wait(3 * HOUR);
    expect(desk.standingEvents().length).toBe(1);
    used = false;
    desk.wait(2 * HOUR);
    expect(desk.standingEvents().length).toBe(2);
    expect(desk.invitations('invitation').length).toBe(8);
    expect(desk.home().running).toBeUndefined();
  });
});

describe('what a person must mend', () => {
  it.each([
    'Specified permissions are not sufficient to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail',
    'Указанных разрешений недостаточно для вызова MailApp.sendEmail. Необходимые разрешения: https://www.googleapis.com/auth/script.send_mail',
  ])('consent in part: says which to give, nothing is in doubt, and the next press goes on from there: %s', (error) => {
    const trouble = failing(at('MailApp', 'sendEmail'), { when: 'before', error }, 1e9);
    const desk = deskAt(staffed, { faults: trouble.faults });
    let words = '';
    const ms = waited(desk, () => {
      words = desk.refusal('sendNeeds');
    });
    expect(words).toMatch(/не дал дополнению нужного доступа.*отметьте все галочки.*script\.send_mail/);
    expect(desk.home().running).toBeUndefined();
    expect(ms).toBe(0);
    trouble.left = 0;
    desk.press('sendNeeds');
    expect(addressees(desk)).toEqual(EVERYBODY);
    expect(liveForms(desk).length).toBe(1);
  });

  it('access taken back while the heartbeat works: it stops, and the journal says what to do', () => {
    let lost = false;
    const desk = deskAt(timetabled, {
      faults: (call) =>
        lost && INSERT(call)
          ? {
              when: 'before',
              error: 'Request had insufficient scopes',
              api: { code: 403, reason: 'insufficientPermissions' },
            }
          : undefined,
    });
    lost = true;
    expect(desk.refusal('sendInvitations')).toMatch(/нужного доступа/);
    expect(desk.lastRun()).toMatchObject({ state: 'ошибка' });
    expect(desk.lastRun().result).toMatch(/галочки/);
    lost = false;
    desk.press('sendInvitations');
    expect(desk.standingEvents().length).toBe(2);
    expect(desk.invitations('invitation').length).toBe(8);
  });

  it('no room in Drive: is said as such, and the bank is finished after room was made', () => {
    const trouble = failing(
      at('Drive.Files', 'create'),
      {
        when: 'before',
        error: 'The user’s Drive storage quota has been exceeded.',
        api: { code: 403, reason: 'storageQuotaExceeded' },
      },
      1e9,
    );
    const desk = deskAt(staffed, { faults: trouble.faults });
    expect(desk.refusal('setUpBank')).toMatch(/на Google Диске не осталось места/i);
    trouble.left = 0;
    desk.press('setUpBank');
    const folders = desk.files().filter(({ mimeType }) => mimeType.endsWith('.folder'));
    expect(twice(folders.map(({ name, parents }) => `${parents.join()}/${name}`))).toEqual([]);
  });

  it('nobody knows what: it is tried a few times, then the run ends with Google’s own words and frees the way', () => {
    const trouble = failing(INSERT, { when: 'before', error: 'Нечто невиданное' }, 1e9);
    const desk = deskAt(timetabled, { faults: trouble.faults });
    for (let times = 0; times < 2; times++) {
      const run = desk.home().running?.run;
      const reply =
        run === undefined
          ? desk.call({ method: 'start', action: 'sendInvitations', input: {} })
          : desk.call({ method: 'pump', run });
      expect(reply.ok ? '' : reply.problems[0]?.text).toMatch(/Сделанное сохранено.*Нечто невиданное/);
    }
    expect(desk.finishOpenRun().state).toBe('failed');
    expect(desk.lastRun().result).toMatch(/Нечто невиданное/);
    desk.wait(DAY);
    trouble.left = 0;
    desk.press('sendInvitations');
    expect(desk.standingEvents().length).toBe(2);
  });
});

describe('access that only a person can give back', () => {
  const SHARE = at('Drive.Permissions', 'create');

  it.each<[string, Where, Fault, ActionId, RegExp]>([
    [
      'a service that is switched off',
      INSERT,
      { when: 'before', error: 'API is disabled.', api: { code: 403, reason: 'accessNotConfigured' } },
      'sendInvitations',
      /выключена служба.*ждать бесполезно.*включить её по ссылке/,
    ],
    [
      'a protected cell',
      at('Range', 'setValues'),
      { when: 'before', error: 'Вы пытаетесь изменить защищенную ячейку или объект.' },
      'sendInvitations',
      /защищены, и менять их вам нельзя.*Попросите владельца/,
    ],
  ])('%s: the person hears what to do, and the run does not stay open', (_what, where, fault, action, words) => {
    const trouble = failing(where, fault, 1e9);
    const desk = deskAt(timetabled, { faults: trouble.faults });
    const reply = desk.call({ method: 'start', action, input: {} });
    expect(reply.ok ? reply.value.lines.join() : reply.problems.map(({ text }) => text).join()).toMatch(words);
    expect(desk.home().running).toBeUndefined();
    trouble.left = 0;
    expect(desk.press(action).run.state).toBe('done');
    expect(desk.standingEvents().length).toBe(2);
  });

  it.each(['rateLimitExceeded', 'userRateLimitExceeded'])(
    'sharing refused with %s is waited out: everybody gets access, and nobody is blamed',
    (reason) => {
      const trouble = failing(SHARE, { when: 'before', error: 'Позже', api: { code: 403, reason } }, 3);
      const desk = deskAt(staffed, { faults: trouble.faults });
      desk.set('shareBank', 'да');
      const { run } = desk.press('setUpBank');
      expect(run.state).toBe('done');
      expect(run.lines.join()).not.toMatch(/Доступ не открылся/);
      const root = desk.files().find(({ permissions }) => permissions.length > 1);
      expect(root?.permissions.length).toBe(1 + OWN.length);
    },
  );

  it('the day’s limit of sharing is waited for, and nobody is given access twice', () => {
    let given = 0;
    const desk = deskAt(staffed, {
      faults: (call) =>
        SHARE(call) && ++given === 4
          ? { when: 'before', error: 'Лимит', api: { code: 403, reason: 'sharingRateLimitExceeded' } }
          : undefined,
    });
    desk.set('shareBank', 'да');
    const { run } = desk.press('setUpBank');
    expect(run.state).toBe('waiting');
    expect(run.lines.join()).toMatch(/Дневной лимит Google исчерпан/);
    desk.wait(2 * HOUR);
    expect(desk.home().running).toBeUndefined();
    expect(given).toBe(OWN.length + 1);
  });

  it.each([
    [400, 'invalidSharingRequest'],
    [403, 'cannotInviteNonGoogleUser'],
    [403, 'shareOutNotPermitted'],
  ])('an address that Drive refuses with %i %s is named, and the others get access', (code, reason) => {
    const desk = deskAt(staffed, {
      faults: failing(SHARE, { when: 'before', error: 'Нет', api: { code, reason } }).faults,
    });
    desk.set('shareBank', 'да');
    const { run } = desk.press('setUpBank');
    expect(run.state).toBe('done');
    expect(run.lines.join()).toMatch(/не открыл/i);
    expect(desk.files().find(({ permissions }) => permissions.length > 1)?.permissions.length).toBe(OWN.length);
  });
});

it('the mail’s limit of the day in words nobody has seen: nothing is in doubt, and the rest go the next day', () => {
  let sent = 0;
  const desk: Desk = deskAt(staffed, {
    faults: (call) => {
      if (!at('MailApp', 'sendEmail')(call) || ++sent !== 4) return undefined;
      const { world } = desk.workspace;
      world.spend('mail.recipients', desk.workspace.quota('mail.recipients'), 'другой скрипт');
      return { when: 'before', error: 'Dienst zu oft für einen Tag aufgerufen: email.' };
    },
  });
  const { run } = desk.press('sendNeeds');
  expect(run.state).toBe('waiting');
  expect(run.lines.join()).toMatch(/На сегодня Google больше не отправляет писем\. Отправлено: 3/);
  desk.sleep(DAY);
  desk.wait(2 * HOUR);
  expect(addressees(desk)).toEqual(EVERYBODY);
  expect(desk.rows(LEDGER).map(({ state }) => state)).not.toContain('неизвестно, дошло ли');
});

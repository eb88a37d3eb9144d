// Calendars, the calendar list, sharing and settings.
import type { ExecutionContext } from '../../../../local/runtime/world';
import { addCalendar, setCalendarScopes } from '../../../../local/services/calendar';
import { DIRECTOR, MENTOR, module, plain, refusal, setUp, TEACHER } from './setup';

describe('Calendars (https://developers.google.com/workspace/calendar/api/v3/reference/calendars)', () => {
  it('makes a secondary calendar of the user, in UTC unless a zone is given', () => {
    const { calendar, own } = setUp();
    expect(own).toMatch(/^c_[0-9a-f]{64}@group\.calendar\.google\.com$/);
    const other = calendar.Calendars.insert({ summary: 'Другой', description: 'Для проб' });
    expect(other).toMatchObject({
      kind: 'calendar#calendar',
      summary: 'Другой',
      description: 'Для проб',
      timeZone: 'UTC',
    });
    expect(other.id).not.toBe(own);
    expect(refusal(() => calendar.Calendars.insert({}))).toEqual({
      code: 400,
      reason: 'required',
      message: 'Missing title.',
    });
  });

  // "If you want to access the primary calendar of the currently logged in user, use the "primary" keyword."
  it('the primary calendar’s id is the user’s e-mail', () => {
    const { calendar } = setUp();
    expect(calendar.Calendars.get('primary')).toMatchObject({
      id: DIRECTOR,
      summary: DIRECTOR,
      timeZone: 'Asia/Novokuznetsk',
    });
    expect(plain(calendar.Calendars.get(DIRECTOR))).toEqual(plain(calendar.Calendars.get('primary')));
  });

  it('patch keeps and update drops what is not sent', () => {
    const { calendar } = setUp();
    const { id = '' } = calendar.Calendars.insert({ summary: 'А', description: 'Б' });
    expect(calendar.Calendars.patch({ summary: 'В' }, id)).toMatchObject({ summary: 'В', description: 'Б' });
    expect(calendar.Calendars.update({ summary: 'Г' }, id).description).toBeUndefined();
  });

  it('a removed calendar is not found any more', () => {
    const { calendar, own } = setUp();
    calendar.Calendars.remove(own);
    expect(refusal(() => calendar.Calendars.get(own))).toEqual({ code: 404, reason: 'notFound', message: 'Not Found' });
    expect(refusal(() => calendar.Events.insert(module(), own))).toMatchObject({ code: 404 });
  });

  it('another person’s calendar is not found unless it is shared', () => {
    const { world, calendar, own } = setUp();
    world.user = MENTOR;
    expect(refusal(() => calendar.Events.list(own))).toMatchObject({ code: 404 });
    world.user = DIRECTOR;
    calendar.Acl.insert({ role: 'reader', scope: { type: 'user', value: MENTOR } }, own);
    world.user = MENTOR;
    expect(calendar.Events.list(own).accessRole).toBe('reader');
    expect(refusal(() => calendar.Events.insert(module(), own))).toEqual({
      code: 403,
      reason: 'requiredAccessLevel',
      message: 'You need to have writer access to this calendar.',
    });
  });
});

describe('CalendarList (https://developers.google.com/workspace/calendar/api/v3/reference/calendarList)', () => {
  it('holds the primary calendar and those the user made', () => {
    const { calendar, own } = setUp();
    const items = calendar.CalendarList.list().items ?? [];
    expect(items.map(({ id, accessRole, primary }) => [id, accessRole, primary])).toEqual([
      [own, 'owner', undefined],
      [DIRECTOR, 'owner', true],
    ]);
    expect(calendar.CalendarList.get(own)).toMatchObject({
      kind: 'calendar#calendarListEntry',
      summary: 'Время роста',
    });
  });

  it('a shared calendar is on it once it is added', () => {
    const { world, calendar, own } = setUp();
    calendar.Acl.insert({ role: 'reader', scope: { type: 'user', value: TEACHER } }, own, { sendNotifications: false });
    world.user = TEACHER;
    expect(refusal(() => calendar.CalendarList.get(own))).toMatchObject({ code: 404 });
    expect(calendar.CalendarList.insert({ id: own })).toMatchObject({ id: own, accessRole: 'reader' });
    expect(calendar.CalendarList.patch({ summaryOverride: 'Модули' }, own).summaryOverride).toBe('Модули');
    calendar.CalendarList.remove(own);
    expect(refusal(() => calendar.CalendarList.get(own))).toMatchObject({ code: 404 });
  });
});

describe('Acl and Settings', () => {
  // https://developers.google.com/workspace/calendar/api/v3/reference/acl/insert: "sendNotifications … The default is True."
  it('sharing tells the person by mail unless told not to', () => {
    const { world, calendar, own } = setUp();
    const rule = calendar.Acl.insert({ role: 'writer', scope: { type: 'user', value: TEACHER } }, own);
    expect(rule).toMatchObject({ kind: 'calendar#aclRule', id: `user:${TEACHER}`, role: 'writer' });
    expect(world.outbox.map(({ kind, to }) => [kind, to])).toEqual([['share', [TEACHER]]]);
    expect(calendar.Acl.list(own).items?.map(({ id, role }) => [id, role])).toEqual([
      [`user:${DIRECTOR}`, 'owner'],
      [`user:${TEACHER}`, 'writer'],
    ]);
    calendar.Acl.remove(own, `user:${TEACHER}`);
    expect(refusal(() => calendar.Acl.get(own, `user:${TEACHER}`))).toMatchObject({ code: 404 });
  });

  // https://developers.google.com/workspace/calendar/api/v3/reference/settings#resource
  it('settings give the Workspace’s time zone and language', () => {
    const { calendar } = setUp();
    expect(calendar.Settings.get('timezone').value).toBe('Asia/Novokuznetsk');
    expect(calendar.Settings.get('locale').value).toBe('ru');
    expect(() => calendar.Settings.get('weekStart')).toThrow('NotEmulated');
  });
});

describe('calendar.app.created (https://developers.google.com/workspace/calendar/api/auth)', () => {
  const AUTH = 'https://www.googleapis.com/auth/';
  const running: ExecutionContext = {
    index: 1,
    functionName: 'publish',
    authMode: 'FULL',
    origin: 'menu',
    user: DIRECTOR,
    startedAt: 0,
    activeSpreadsheetId: undefined,
  };

  it('shows a script only the calendars it made; a wider scope shows all', () => {
    const { world, calendar, own } = setUp();
    const byHand = addCalendar(world, { owner: DIRECTOR, summary: 'Дежурства' });
    setCalendarScopes(world, [`${AUTH}calendar.app.created`, `${AUTH}calendar.freebusy`]);
    world.execution = running;
    expect(calendar.Events.insert(module(), own).status).toBe('confirmed');
    for (const id of ['primary', byHand]) {
      expect(refusal(() => calendar.Events.insert(module(), id))).toMatchObject({ code: 404 });
      expect(refusal(() => calendar.Calendars.get(id))).toMatchObject({ code: 404 });
      expect(refusal(() => calendar.CalendarList.get(id))).toMatchObject({ code: 404 });
    }
    const timeMin = '2026-09-01T00:00:00Z';
    const { calendars } = calendar.Freebusy.query({
      timeMin,
      timeMax: '2026-09-02T00:00:00Z',
      items: [{ id: 'primary' }],
    });
    expect(calendars.primary).toEqual({ busy: [] });
    setCalendarScopes(world, [`${AUTH}calendar.app.created`, `${AUTH}calendar.events.owned`]);
    expect(calendar.Events.insert(module(), byHand).status).toBe('confirmed');
  });
});

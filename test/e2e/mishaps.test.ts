// What people and Google do in between: calendars and events deleted, addresses missing or shared, forms that will not open.
import type { ActionId } from '../../src/shared/contract';
import type { Table } from '../../src/workbook/schema';
import { ANSWERS, GROUPS, MODULES, PROFILE, SELF_CHECK, STAFF, SURVEYS } from '../../src/workbook/tables';
import type { Desk, Event, Shown } from './desk';
import { liveForms } from './death';
import { ANSWERING, invited, needsAsked, needsOf, OWN, PEOPLE, published, scored, staffed, timetabled } from './school';
import { DAY, deskAt, type Stage } from './workspace';

const calendarApi = (desk: Desk): typeof Calendar => desk.workspace.globals['Calendar'] as typeof Calendar;
const forms = (desk: Desk): Shown<typeof MODULES> => desk.row(MODULES, { title: 'работа с гугл-формами' });
const move = (desk: Desk, date: string): void => {
  desk.type(MODULES, ({ title }) => /формами/.test(title), 'date', date);
};
const about = (desk: Desk): Event[] => desk.standingEvents().filter(({ summary }) => /формами/.test(summary ?? ''));

describe('the calendar', () => {
  it('deleted by a person is made anew at the next change, and the guests have one standing event a module', () => {
    const desk = deskAt(invited);
    const calendarId = desk.events()[0]?.organizer?.email ?? '';
    for (const { id } of desk.events())
      calendarApi(desk)?.Events?.remove(calendarId, id ?? '', { sendUpdates: 'none' });
    calendarApi(desk)?.Calendars?.remove(calendarId);
    move(desk, '09.09.2026');
    desk.press('sendInvitations');
    expect(about(desk).length).toBe(1);
    expect(about(desk)[0]?.start?.dateTime).toMatch(/^2026-09-09/);
    expect(forms(desk).state).toBe('приглашения отправлены');
  });

  it.each([
    ['as it was', '02.09.2026'],
    ['moved by a day', '03.09.2026'],
    ['moved by a week', '09.09.2026'],
  ])(
    'with an event deleted by a person, %s: the preview says so and what to choose; sent, it stands again',
    (_how, date) => {
      const desk = deskAt(invited);
      const calendarId = desk.events()[0]?.organizer?.email ?? '';
      calendarApi(desk)?.Events?.remove(calendarId, forms(desk).eventId, { sendUpdates: 'all' });
      move(desk, date);
      const told = desk.invitations().length;
      const { preview, run } = desk.press('sendInvitations');
      expect(preview.warnings.join()).toMatch(
        /«работа с гугл-формами».*удалили из календаря.*сначала поставьте там «отменено»/,
      );
      expect(preview.counts.map(({ value }) => value)).toEqual(['0', '1', '0', '4']);
      expect(run.lines.join()).toMatch(/удалили из календаря.*приглашены на эти занятия снова/);
      expect(about(desk).length).toBe(1);
      expect(about(desk)[0]?.start?.dateTime).toMatch(new RegExp(`^${date.split('.').reverse().join('-')}`));
      expect(forms(desk).state).toBe('приглашения отправлены');
      expect(desk.invitations().length).toBe(told + 4);
      expect(desk.press('sendInvitations').preview.warnings).toEqual([]);
    },
  );

  it('with an event deleted by a person who then cancels the session leaves it at that', () => {
    const desk = deskAt(invited);
    const calendarId = desk.events()[0]?.organizer?.email ?? '';
    calendarApi(desk)?.Events?.remove(calendarId, forms(desk).eventId, { sendUpdates: 'all' });
    desk.type(MODULES, ({ title }) => /формами/.test(title), 'state', 'отменено');
    const { preview } = desk.press('sendInvitations');
    expect(preview.warnings).toEqual([]);
    expect(about(desk)).toEqual([]);
    expect(forms(desk).state).toBe('отменено');
  });

  it('with an event deleted by a person: the hourly check cancels the session and says how to invite again, which works', () => {
    const desk = deskAt(invited);
    const calendarId = desk.events()[0]?.organizer?.email ?? '';
    calendarApi(desk)?.Events?.remove(calendarId, forms(desk).eventId, { sendUpdates: 'all' });
    desk.workspace.run('onHeartbeat');
    expect(forms(desk)).toMatchObject({ state: 'отменено', remark: expect.stringContaining('поставьте') as string });
    desk.type(MODULES, ({ title }) => /формами/.test(title), 'state', 'черновик');
    desk.press('sendInvitations');
    expect(about(desk).length).toBe(1);
  });
});

describe('addresses', () => {
  it('of a group’s member missing: he is named before the invitations go, the others are invited', () => {
    const desk = deskAt(timetabled);
    desk.type(STAFF, ({ code }) => code === PEOPLE.hail.code, 'email', '');
    const { preview } = desk.press('sendInvitations');
    expect(preview.warnings.join('\n')).toContain(PEOPLE.hail.name);
    expect(desk.invitations('invitation').length).toBe(7);
  });

  it('of two people the same: an answer from there is nobody’s until its code or a person tells whose', () => {
    const desk = deskAt(needsAsked);
    desk.type(STAFF, ({ code }) => code === PEOPLE.hail.code, 'email', PEOPLE.wind.email);
    desk.answer('needs', PEOPLE.wind.email, needsOf(PEOPLE.wind));
    desk.answer('needs', PEOPLE.wind.email, { ...needsOf(PEOPLE.hail), code: PEOPLE.hail.code });
    desk.press('processAnswers');
    expect(desk.rows(ANSWERS).map(({ teacher, state }) => [teacher, state])).toEqual([
      ['', 'не опознан'],
      ['У-003', 'учтён'],
    ]);
    expect(desk.rows(ANSWERS)[0]?.nearest).toContain(PEOPLE.wind.name);
  });

  it('changed in «Сотрудники» since: letters and invitations go to the new one', () => {
    const desk = deskAt(invited);
    desk.type(STAFF, ({ code }) => code === PEOPLE.hail.code, 'email', 'gradov.new@school.example');
    desk.press('sendInvitations');
    const guests = about(desk)[0]?.attendees?.map(({ email }) => email) ?? [];
    expect(guests).toContain('gradov.new@school.example');
    expect(guests).not.toContain(PEOPLE.hail.email);
  });
});

describe('a form', () => {
  it('that Google does not open for answers: no letter leaves, the run says so, and pressing again finishes it', () => {
    let closed = true;
    const desk = deskAt(staffed, {
      faults: ({ execution, method }) =>
        closed && execution !== 0 && method === 'setAcceptingResponses'
          ? { when: 'before', error: 'Форма не опубликована' }
          : undefined,
    });
    const reply = desk.call({ method: 'start', action: 'sendNeeds', input: {} });
    expect(reply.ok && reply.value.state === 'done').toBe(false);
    expect(desk.letters()).toEqual([]);
    closed = false;
    if (desk.home().running !== undefined) desk.finishOpenRun();
    desk.press('sendNeeds');
    expect(desk.letters().length).toBe(OWN.length);
    expect(liveForms(desk).length).toBe(1);
  });

  it('closed by a person for answers is no fault: what came in is read', () => {
    const desk = deskAt(needsAsked);
    for (const someone of ANSWERING.slice(0, 3)) desk.answer('needs', someone.email, needsOf(someone));
    (desk.workspace.globals['FormApp'] as typeof FormApp)
      .openById(desk.survey('needs').formId)
      .setAcceptingResponses(false);
    desk.press('processAnswers');
    expect(desk.survey('needs').answered).toBe('3');
  });
});

describe('dates', () => {
  it('in the past are refused before anybody is invited, with the row', () => {
    const desk = deskAt(timetabled);
    move(desk, '31.08.2026');
    const row = desk.rows(MODULES).findIndex(({ title }) => /формами/.test(title)) + 2;
    const { preview } = desk.press('sendInvitations');
    expect(preview.warnings.join('\n')).toMatch(new RegExp(`строка ${String(row)}(?!\\d)`));
    expect(about(desk)).toEqual([]);
  });

  it('that are none are named with row and column, and the other modules are invited', () => {
    const desk = deskAt(timetabled);
    move(desk, 'скоро');
    const row = desk.rows(MODULES).findIndex(({ title }) => /формами/.test(title)) + 2;
    const words = (() => {
      const reply = desk.call({ method: 'preview', action: 'sendInvitations', input: {} });
      return reply.ok ? reply.value.warnings.join('\n') : reply.problems.map(({ text }) => text).join('\n');
    })();
    expect(words).toMatch(new RegExp(`строка ${String(row)}(?!\\d)`));
    expect(words).toContain('скоро');
  });

  it('of a timetable that nobody sent in time are found anew', () => {
    const desk = deskAt(timetabled);
    desk.sleep(2 * DAY);
    desk.press('makeTimetable');
    expect(forms(desk).date).toBe('09.09.2026');
  });
});

it('a teacher set to «нет» since the groups were published gets no invitation, as the column’s note promises', () => {
  const desk = deskAt(published);
  desk.type(STAFF, ({ code }) => code === PEOPLE.hail.code, 'included', 'нет');
  desk.press('makeTimetable');
  desk.press('sendInvitations');
  expect(desk.invitations().length).toBeGreaterThan(0);
  expect(desk.invitations().some(({ to }) => to.includes(PEOPLE.hail.email))).toBe(false);
});

describe('a row inserted above the headings', () => {
  const shown = (desk: Desk, { title }: { readonly title: string }): string[][] =>
    desk.sheet(title).getDataRange().getDisplayValues();
  const findings = (desk: Desk): string[] =>
    desk.rows(SELF_CHECK).flatMap(({ what, found, todo }) => (what === 'Листы и столбцы' ? [`${found} ${todo}`] : []));

  it.each<[string, Stage, Table, ActionId]>([
    ['read by rows', published, GROUPS, 'makeTimetable'],
    ['written anew', scored, PROFILE, 'scoreMatrix'],
    ['to which rows are added', staffed, SURVEYS, 'sendNeeds'],
  ])(
    'of a table %s: refused by its name, nothing is overwritten; the self-check deletes the row',
    (_how, stage, table, action) => {
      const desk = deskAt(stage);
      desk.sheet(table.title).insertRowBefore(1);
      const before = shown(desk, table);
      expect(desk.refusal(action)).toContain(
        `На листе «${table.title}» над заголовками что-то вставлено: они стоят в строке 2, а должны в первой. Удалите`,
      );
      expect(shown(desk, table)).toEqual(before);
      expect(findings(checked(desk, 'check')).join()).toMatch(/над заголовками.*исправить, что можно/);
      expect(findings(checked(desk, 'mend')).join()).toMatch(/Все листы и столбцы на месте/);
      expect(shown(desk, table)).toEqual(before.slice(1));
      expect(desk.press(action).run.state).toBe('done');
    },
  );

  it('with something written in it is left to the person', () => {
    const desk = deskAt(staffed);
    desk.sheet(STAFF.title).insertRowsBefore(1, 2);
    desk.sheet(STAFF.title).getRange(1, 3).setValue('Список на сентябрь');
    const before = shown(desk, STAFF);
    expect(findings(checked(desk, 'mend')).join()).toMatch(/«Сотрудники» над заголовками.*в строке 3.*Перенесите/);
    expect(shown(desk, STAFF)).toEqual(before);
  });

  it('with something written beside our columns is left to the person too', () => {
    const desk = deskAt(staffed);
    const sheet = desk.sheet(STAFF.title);
    const beside = sheet.getLastColumn() + 2;
    sheet.insertRowBefore(1);
    sheet.getRange(1, beside).setValue('Список на сентябрь');
    expect(findings(checked(desk, 'mend')).join()).toMatch(/«Сотрудники» над заголовками.*в строке 2.*Перенесите/);
    expect(sheet.getRange(1, beside).getValue()).toBe('Список на сентябрь');
  });

  it('is found also where hardly any rows are left', () => {
    const desk = deskAt(staffed);
    const sheet = desk.sheet(STAFF.title);
    sheet.deleteRows(3, sheet.getMaxRows() - 2);
    sheet.insertRowBefore(1);
    expect(sheet.getMaxRows()).toBe(3);
    expect(findings(checked(desk, 'mend')).join()).toMatch(/Все листы и столбцы на месте/);
    expect(shown(desk, STAFF)[0]).toContain('ФИО');
  });

  it('is not seen where a person has worded the headings anew', () => {
    const desk = deskAt(staffed);
    const head = desk.sheet(STAFF.title).getRange(1, 1, 1, desk.sheet(STAFF.title).getLastColumn());
    head.setValues(head.getValues().map((row) => row.map((cell) => `Наш ${String(cell).toLowerCase()}`)));
    expect(desk.press('sendNeeds').run.state).toBe('done');
  });

  function checked(desk: Desk, mode: 'check' | 'mend'): Desk {
    desk.press('selfCheck', { mode });
    return desk;
  }
});

// «Отправить приглашения» (A6): an event a module with its guests and programme; every change told once, nothing told twice.
import { addBusy } from '../../local/services/calendar/index';
import { GROUPS, MODULES, PROGRAMMES } from '../../src/workbook/tables';
import type { Desk, Event, Shown } from './desk';
import { agreementAsked, invited, PEOPLE, type Person, published, timetabled } from './school';
import { DAY, deskAt, HOUR } from './workspace';

type Module = Shown<typeof MODULES>;
const of = (desk: Desk, title: RegExp): Module => {
  const found = desk.rows(MODULES).filter((row) => title.test(row.title) && row.state !== 'отменено');
  if (found[0] === undefined || found.length > 1) throw new Error(`${String(found.length)} modules`);
  return found[0];
};
const forms = (desk: Desk): Module => of(desk, /гугл-формами/);
const write = (desk: Desk, module: string, set: Partial<Module>): void => {
  for (const [column, text] of Object.entries(set))
    desk.type(MODULES, (row) => row.module === module, column as keyof Module, text);
};
const eventOf = (desk: Desk, { eventId }: Module): Event => {
  const event = desk.events().find(({ id }) => id === eventId);
  if (event === undefined) throw new Error(`no event ${eventId}`);
  return event;
};
const guests = (event: Event): string[] => (event.attendees ?? []).map(({ email }) => email ?? '').sort();
const told = (desk: Desk, kind: 'invitation' | 'update' | 'cancellation'): string[] =>
  desk
    .invitations(kind)
    .map(({ to }) => to.join())
    .sort();
const emails = (...people: Person[]): string[] => people.map(({ email }) => email).sort();
const FORMS_GROUP = [PEOPLE.birch, PEOPLE.wind, PEOPLE.hail, PEOPLE.frost];
const SHEETS_GROUP = [PEOPLE.fir, PEOPLE.wind, PEOPLE.crane, PEOPLE.winter];

describe('what is against the school’s rules', () => {
  it.each<[string, (desk: Desk, date: string) => void, RegExp]>([
    ['a day off', (desk, date) => desk.set('holidays', date), /нерабочий день/],
    ['a day after the last', (desk) => desk.set('windowTo', '01.09.2026'), /вне срока занятий/],
    [
      'a guest who is busy then',
      (desk) => {
        const start = Date.parse('2026-09-02T15:30:00+07:00');
        addBusy(desk.workspace.world, { email: PEOPLE.hail.email, start, end: start + HOUR, summary: 'личное' });
        desk.workspace.save();
      },
      /Градов.*занято в календаре/,
    ],
  ])('is told before invitations go, and not forbidden: %s', (_title, arrange, words) => {
    const desk = deskAt(timetabled);
    arrange(desk, forms(desk).date);
    const { preview } = desk.press('sendInvitations');
    expect(preview.warnings.join('\n')).toMatch(words);
    expect(desk.standingEvents().length).toBe(2);
    // What is out is not told of again.
    expect(desk.press('sendInvitations').preview.warnings).toEqual([]);
  });
});

describe('the first sending', () => {
  it('makes one event a module in a calendar of the programme’s own, at the module’s time, with the group as guests', () => {
    const desk = deskAt(invited);
    expect(desk.events().length).toBe(2);
    const event = eventOf(desk, forms(desk));
    expect(event.start?.dateTime).toMatch(/^2026-09-02T15:00:00/);
    expect(event.end?.dateTime).toMatch(/^2026-09-02T16:00:00/);
    expect(event.summary).toMatch(/гугл-формами/);
    expect(guests(event).filter((email) => email.endsWith('@school.example'))).toEqual(emails(...FORMS_GROUP));
    expect(forms(desk)).toMatchObject({ state: 'приглашения отправлены', guests: '4' });
  });

  it('sends every guest one invitation a module', () => {
    const desk = deskAt(invited);
    expect(told(desk, 'invitation')).toEqual(emails(...FORMS_GROUP, ...SHEETS_GROUP));
    expect(told(desk, 'update')).toEqual([]);
    for (const mail of desk.invitations()) expect(mail.ics).toContain('METHOD:REQUEST');
  });

  it('meets on video where there is no room, and says where where there is', () => {
    const online = deskAt(invited);
    expect(eventOf(online, forms(online)).hangoutLink).toMatch(/^https:/);
    expect(forms(online).video).toMatch(/^https:/);
    const desk = deskAt(timetabled);
    write(desk, forms(desk).module, { place: 'каб. 214' });
    desk.press('sendInvitations');
    const event = eventOf(desk, forms(desk));
    expect(event.location).toBe('каб. 214');
    expect(event.hangoutLink).toBeUndefined();
  });

  it('carries the programme: who consults, topics, questions, the task, links to materials', () => {
    const desk = deskAt(agreementAsked);
    const { group } = desk.row(GROUPS, { teacher: 'У-001' });
    desk.answer(`agreement/${group}`, PEOPLE.birch.email, {
      ready: 'yes',
      topics: 'Тест с баллами',
      task: 'Каждый делает тест',
      materials: 'https://materials.example/forms',
    });
    desk.press('processAnswers');
    desk.press('makeTimetable');
    desk.press('sendInvitations');
    const { description = '' } = eventOf(desk, forms(desk));
    for (const words of [
      'Тест с баллами',
      'Каждый делает тест',
      'https://materials.example/forms',
      PEOPLE.birch.name,
      'Как настроить переходы?',
    ])
      expect(description).toContain(words);
  });

  it('shows in the preview how many events and guests, and a real event; the preview sends nothing', () => {
    const desk = deskAt(timetabled);
    const before = desk.picture();
    const preview = desk.director.ask({ method: 'preview', action: 'sendInvitations', input: {} });
    expect(desk.picture()).toEqual(before);
    expect(preview.counts.map(({ value }) => value)).toEqual(expect.arrayContaining(['2', '8']));
    expect(preview.example?.kind).toBe('event');
    expect(preview.example?.body).toContain('02.09.2026 15:00');
  });

  it('is not repeated by a second press', () => {
    const desk = deskAt(invited);
    const before = desk.picture();
    desk.press('sendInvitations');
    expect(desk.picture()).toEqual(before);
  });

  it('names the row of a module without a time and invites to the others', () => {
    const desk = deskAt(timetabled);
    const { module } = forms(desk);
    write(desk, module, { date: '' });
    const row = desk.rows(MODULES).findIndex((one) => one.module === module) + 2;
    const { preview } = desk.press('sendInvitations');
    expect(preview.warnings.join('\n')).toMatch(new RegExp(`строка ${String(row)}`));
    expect(desk.events().length).toBe(1);
  });

  it('refuses while one person is on two modules at once, naming him', () => {
    const desk = deskAt(timetabled);
    const { date, start, end } = forms(desk);
    write(desk, of(desk, /таблиц/).module, { date, start, end });
    expect(desk.refusal('sendInvitations')).toContain(PEOPLE.wind.name);
    expect(desk.events()).toEqual([]);
  });
});

describe('a change', () => {
  it('of the time moves the event and is told once to every guest', () => {
    const desk = deskAt(invited);
    write(desk, forms(desk).module, { date: '03.09.2026', start: '16:00', end: '17:00' });
    desk.press('sendInvitations');
    expect(eventOf(desk, forms(desk)).start?.dateTime).toMatch(/^2026-09-03T16:00:00/);
    expect(told(desk, 'update')).toEqual(emails(...FORMS_GROUP));
    expect(desk.events().length).toBe(2);
    desk.press('sendInvitations');
    expect(told(desk, 'update')).toEqual(emails(...FORMS_GROUP));
  });

  it('of the programme is told once, and leaves the answers that guests have given', () => {
    const desk = deskAt(agreementAsked);
    desk.press('makeTimetable');
    desk.press('sendInvitations');
    desk.workspace.respond({ email: PEOPLE.wind.email, eventId: forms(desk).eventId, status: 'accepted' });
    desk.type(PROGRAMMES, ({ group }) => group === forms(desk).group, 'topics', 'Новые темы');
    desk.press('sendInvitations');
    const event = eventOf(desk, forms(desk));
    expect(event.description).toContain('Новые темы');
    expect(event.attendees?.find(({ email }) => email === PEOPLE.wind.email)?.responseStatus).toBe('accepted');
    expect(told(desk, 'update').length).toBe(4);
  });

  it('keeps what a guest answers between the reading of the event and its change', () => {
    let answers = 0;
    const desk: Desk = deskAt(invited, {
      faults: ({ execution, service, method }) => {
        if (execution === 0 || service !== 'Calendar.Events' || method !== 'patch' || answers > 0) return undefined;
        answers += 1;
        desk.workspace.respond({ email: PEOPLE.wind.email, eventId: forms(desk).eventId, status: 'accepted' });
        return undefined;
      },
    });
    write(desk, forms(desk).module, { date: '03.09.2026', start: '16:00', end: '17:00' });
    desk.press('sendInvitations');
    expect(answers).toBe(1);
    const event = eventOf(desk, forms(desk));
    expect(event.start?.dateTime).toMatch(/^2026-09-03T16:00:00/);
    expect(event.attendees?.find(({ email }) => email === PEOPLE.wind.email)?.responseStatus).toBe('accepted');
    expect(told(desk, 'update')).toEqual(emails(...FORMS_GROUP));
  });

  it('from video to a room gives the place, and does not leave the video link behind', () => {
    const desk = deskAt(invited);
    write(desk, forms(desk).module, { place: 'каб. 214' });
    desk.press('sendInvitations');
    const event = eventOf(desk, forms(desk));
    expect(event.location).toBe('каб. 214');
    expect(event.hangoutLink).toBeUndefined();
    expect(forms(desk).video).toBe('');
  });

  it('of the members invites the new one and tells the one who is out', () => {
    const desk = deskAt(invited);
    const { group, name } = desk.row(GROUPS, { teacher: 'У-008', role: 'консультируемый' });
    expect(name).toBe(PEOPLE.frost.name);
    desk.type(GROUPS, ({ teacher }) => teacher === 'У-008', 'name', PEOPLE.rain.name);
    desk.type(GROUPS, ({ teacher }) => teacher === 'У-008', 'teacher', PEOPLE.rain.code);
    desk.press('sendInvitations');
    expect(group).toBe(forms(desk).group);
    expect(guests(eventOf(desk, forms(desk)))).toContain(PEOPLE.rain.email);
    expect(guests(eventOf(desk, forms(desk)))).not.toContain(PEOPLE.frost.email);
    const reached = (person: Person): number =>
      desk.invitations().filter(({ to, subject }) => to.includes(person.email) && /формами/.test(subject)).length;
    expect(reached(PEOPLE.rain)).toBe(1);
    expect(reached(PEOPLE.frost)).toBe(2);
  });
});

describe('a cancellation', () => {
  it('cancels the event and is told once to every guest', () => {
    const desk = deskAt(invited);
    const { module, eventId } = forms(desk);
    write(desk, module, { state: 'отменено' });
    desk.press('sendInvitations');
    desk.press('sendInvitations');
    expect(desk.events().find(({ id }) => id === eventId)?.status).toBe('cancelled');
    expect(told(desk, 'cancellation')).toEqual(emails(...FORMS_GROUP));
    expect(desk.standingEvents().length).toBe(1);
  });

  it('makes room for another module of the group, which is told as a new one', () => {
    const desk = deskAt(invited);
    write(desk, forms(desk).module, { state: 'отменено' });
    desk.press('sendInvitations');
    desk.press('makeTimetable');
    desk.press('sendInvitations');
    expect(desk.standingEvents().filter(({ summary }) => /формами/.test(summary ?? '')).length).toBe(1);
    expect(told(desk, 'invitation').length).toBe(12);
    expect(told(desk, 'cancellation').length).toBe(4);
  });

  it('taken back by setting the state to «черновик» again invites anew', () => {
    const desk = deskAt(invited);
    const { module } = forms(desk);
    write(desk, module, { state: 'отменено' });
    desk.press('sendInvitations');
    write(desk, module, { state: 'черновик' });
    desk.press('sendInvitations');
    expect(desk.standingEvents().filter(({ summary }) => /формами/.test(summary ?? '')).length).toBe(1);
    expect(told(desk, 'invitation').length + told(desk, 'update').length).toBe(12);
  });
});

describe('a run undone', () => {
  it('cancels the events and tells the guests; inviting again brings standing events', () => {
    const desk = deskAt(invited);
    desk.press('undoRun', { run: desk.lastRun().run });
    expect(desk.standingEvents()).toEqual([]);
    expect(told(desk, 'cancellation').length).toBe(8);
    desk.press('makeTimetable');
    desk.press('sendInvitations');
    expect(desk.standingEvents().length).toBe(2);
    expect(told(desk, 'invitation').length).toBe(16);
  });
});

describe('answers of guests', () => {
  /** Three of the second module's guests have accepted, one has declined. */
  function answered(): Desk {
    const desk = deskAt(invited);
    const { eventId } = of(desk, /таблиц/);
    for (const someone of [PEOPLE.fir, PEOPLE.wind, PEOPLE.crane])
      desk.workspace.respond({ email: someone.email, eventId, status: 'accepted' });
    desk.workspace.respond({ email: PEOPLE.winter.email, eventId, status: 'declined' });
    return desk;
  }

  it('are counted in «Расписание» at the next press', () => {
    const desk = answered();
    desk.press('sendInvitations');
    expect(of(desk, /таблиц/).accepted).toBe('3');
    expect(desk.invitations('update')).toEqual([]);
  });

  it('are counted by themselves within the day', () => {
    const desk = answered();
    desk.wait(8 * HOUR);
    expect(of(desk, /таблиц/).accepted).toBe('3');
  });

  it('are still read when the module is held', () => {
    const desk = deskAt(invited);
    const { eventId } = forms(desk);
    for (const someone of FORMS_GROUP) desk.workspace.respond({ email: someone.email, eventId, status: 'accepted' });
    desk.sleep(DAY + 8 * HOUR);
    desk.press('askFeedback');
    expect(forms(desk)).toMatchObject({ accepted: '4', state: 'проведено' });
  });
});

it('has nothing to send before there is a timetable', () => {
  const desk = deskAt(published);
  const { preview } = desk.press('sendInvitations');
  expect(preview.lines.join()).toMatch(/Отправлять нечего/);
  expect(desk.events()).toEqual([]);
});

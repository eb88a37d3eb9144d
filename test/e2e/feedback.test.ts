// «Отзывы» (A7): asked by themselves when a module has ended, once, each side its own form; few answers stay hidden.
import type { Answers } from '../../src/domain/survey/form-spec';
import { FEEDBACK, MODULES, SURVEYS } from '../../src/workbook/tables';
import { Death } from './death';
import type { Desk, Shown } from './desk';
import { invited, PEOPLE, type Person } from './school';
import { DAY, deskAt, HOUR, type Stage } from './workspace';

/** The first module (forms, 2 September 15:00–16:00) has just been held: the heartbeat has asked. */
const firstHeld: Stage = {
  name: 'first-held',
  after: invited,
  carryOut: (desk) => {
    desk.workspace.advanceTo(new Date('2026-09-02T10:30:00Z'));
  },
};

/** Both modules have been held. */
const bothHeld: Stage = {
  name: 'both-held',
  after: firstHeld,
  carryOut: (desk) => {
    desk.sleep(new Date('2026-09-08T07:30:00Z').getTime() - desk.now());
    desk.wait(2 * HOUR);
  },
};

const FORMS_LEARN = [PEOPLE.wind, PEOPLE.hail, PEOPLE.frost];
const SHEETS_LEARN = [PEOPLE.wind, PEOPLE.crane, PEOPLE.winter];
const moduleOf = (desk: Desk, title: RegExp): string =>
  desk.rows(MODULES).find((row) => title.test(row.title))?.module ?? '';
const asked = (desk: Desk): string[] =>
  desk
    .letters()
    .filter(({ subject }) => /Как прошло занятие/.test(subject))
    .map(({ to }) => to.join())
    .sort();
const emails = (...people: readonly Person[]): string[] => people.map(({ email }) => email).sort();
const feedback = (desk: Desk, title: RegExp, side: string): Shown<typeof FEEDBACK> =>
  desk.row(FEEDBACK, { module: moduleOf(desk, title), side });

const learned = (module: string, before: number, now: number, scale: number, comments: string): Answers => ({
  module,
  before,
  now,
  'scale:usefulness': scale,
  'scale:clarity': scale,
  'scale:practice': scale,
  'scale:pace': scale,
  again: 'no',
  comments,
});
const say = (desk: Desk, someone: Person, answers: Answers): void => {
  desk.answer('feedback.consultee/1', someone.email, answers);
};

describe('asking', () => {
  it('happens within an hour after a module has ended, by itself: two forms, a letter to everybody who was there', () => {
    const desk = deskAt(firstHeld);
    expect(asked(desk)).toEqual(emails(PEOPLE.birch, ...FORMS_LEARN));
    const kinds = desk
      .rows(SURVEYS)
      .filter(({ kind }) => kind.startsWith('отзыв'))
      .map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['отзыв консультанта', 'отзыв участника']);
    expect(desk.row(MODULES, { module: moduleOf(desk, /формами/) }).state).toBe('проведено');
    expect(desk.row(MODULES, { module: moduleOf(desk, /таблиц/) }).state).toBe('приглашения отправлены');
  });

  it('dies between two columns of the register: the next attempt writes down the last day and the silent ones all the same', () => {
    const rounds = (desk: Desk): Partial<Shown<typeof SURVEYS>>[] =>
      desk
        .rows(SURVEYS)
        .filter(({ kind }) => kind.startsWith('отзыв'))
        .map(({ audienceCount, missing, until }) => ({ audienceCount, missing, until }));
    const second = (desk: Desk): void => {
      desk.sleep(new Date('2026-09-08T07:30:00Z').getTime() - desk.now());
      desk.wait(3 * HOUR);
    };
    const undisturbed = deskAt(firstHeld);
    second(undisturbed);
    for (let nth = 1; ; nth++) {
      const death = new Death();
      const desk = deskAt(firstHeld, { faults: death.faults });
      let died = false;
      death.at(nth, 'after', ({ service, method, args }) => {
        const wrote = service === 'Range' && method === 'setValues' && JSON.stringify(args).includes(PEOPLE.crane.name);
        died ||= wrote;
        return wrote;
      });
      second(desk);
      expect(rounds(desk)).toEqual(rounds(undisturbed));
      if (!died || nth === 4) return;
    }
  });

  it('does not happen before the module has ended', () => {
    const desk = deskAt(invited);
    desk.workspace.advanceTo(new Date('2026-09-02T08:55:00Z'));
    expect(asked(desk)).toEqual([]);
    expect(desk.refusal('askFeedback')).toMatch(/рано/i);
  });

  it('asks consultants and consultees different questions', () => {
    const desk = deskAt(firstHeld);
    const titles = (key: string): string[] => desk.form(key).items.map(({ title }) => title);
    const consultant = titles('feedback.consultant/1');
    const consultee = titles('feedback.consultee/1');
    expect(consultant.join('\n')).toMatch(/группа была готова/);
    expect(consultee.join('\n')).toMatch(/до занятия/);
    expect(consultee.join('\n')).toMatch(/владеете сейчас/);
    expect(consultant.join('\n')).not.toMatch(/владеете сейчас/);
    for (const key of ['feedback.consultant/1', 'feedback.consultee/1'])
      expect(desk.form(key)).toMatchObject({ published: true, accepting: true });
  });

  it('names the session in the letter', () => {
    const letter = deskAt(firstHeld).letters().pop();
    expect(letter?.subject).toMatch(/гугл-формами/);
    expect(letter?.text).not.toMatch(/Дата:\s*$/m);
  });

  it('is done once: later heartbeats and the button send nothing more', () => {
    const desk = deskAt(firstHeld);
    desk.wait(5 * HOUR);
    desk.press('askFeedback');
    expect(asked(desk).length).toBe(4);
    expect(desk.files().filter(({ name, trashed }) => /Отзыв/.test(name) && !trashed).length).toBe(2);
  });

  it('asks about a later module of the same round only those who were there, and no form is made twice', () => {
    const desk = deskAt(bothHeld);
    expect(desk.rows(MODULES).map(({ state }) => state)).toEqual(['проведено', 'проведено']);
    expect(new Set(asked(desk))).toEqual(new Set(emails(PEOPLE.birch, ...FORMS_LEARN, PEOPLE.fir, ...SHEETS_LEARN)));
    expect(desk.files().filter(({ name, trashed }) => /Отзыв/.test(name) && !trashed).length).toBe(2);
  });

  it('tells somebody who was in both that the second is asked about too', () => {
    const desk = deskAt(bothHeld);
    const letters = desk
      .letters()
      .filter(({ to, subject }) => to.includes(PEOPLE.wind.email) && /Как прошло занятие/.test(subject));
    expect(letters.some(({ text }) => /формами/.test(text))).toBe(true);
    expect(letters.some(({ text }) => /таблиц/.test(text))).toBe(true);
  });

  it('waits for the button when the settings say so', () => {
    const desk = deskAt(invited);
    desk.set('autoFeedback', 'нет');
    desk.workspace.advanceTo(new Date('2026-09-02T12:30:00Z'));
    expect(asked(desk)).toEqual([]);
    desk.press('askFeedback');
    expect(asked(desk)).toEqual(emails(PEOPLE.birch, ...FORMS_LEARN));
  });

  it('waits for the morning when it was held up until the night', () => {
    const desk = deskAt(invited);
    // Google ran no heartbeats in the evening: 2 a.m. at the school.
    desk.sleep(Date.parse('2026-09-02T19:00:00Z') - desk.now());
    desk.wait(5 * HOUR);
    expect(asked(desk)).toEqual([]);
    desk.wait(2 * HOUR);
    expect(asked(desk)).toEqual(emails(PEOPLE.birch, ...FORMS_LEARN));
  });

  it('does not ask about a module that was cancelled', () => {
    const desk = deskAt(invited);
    desk.type(MODULES, ({ title }) => /формами/.test(title), 'state', 'отменено');
    desk.press('sendInvitations');
    desk.sleep(DAY + 8 * HOUR);
    desk.wait(2 * HOUR);
    expect(asked(desk)).toEqual([]);
  });

  it('gives the guests the way to the feedback form in the event itself, without another notice', () => {
    const desk = deskAt(firstHeld);
    const { url } = desk.survey('feedback.consultee/1');
    const event = desk.events().find(({ summary }) => /формами/.test(summary ?? ''));
    expect(event?.description).toContain(url);
  });
});

describe('analysis', () => {
  it('reckons the response rate, the index, «до» and «сейчас» and keeps what was said', () => {
    const desk = deskAt(firstHeld);
    const module = moduleOf(desk, /формами/);
    say(desk, PEOPLE.wind, learned(module, 1, 3, 5, 'Побольше примеров'));
    say(desk, PEOPLE.hail, learned(module, 1, 2, 4, ''));
    say(desk, PEOPLE.frost, { ...learned(module, 2, 4, 3, ''), again: 'yes' });
    desk.press('processAnswers');
    const row = feedback(desk, /формами/, 'консультируемый');
    // Scales 5, 4, 3 of 1…5 → 100, 75, 50 of 100.
    expect(row).toMatchObject({
      asked: '3',
      received: '3',
      rate: '100,0%',
      index: '75,0',
      before: '1,33',
      now: '3,00',
      gain: '1,67',
      again: '33,3%',
    });
    expect(row.comments).toContain('Побольше примеров');
    expect(row.comments).not.toContain(PEOPLE.wind.name);
  });

  it('hides averages and comments of fewer than three, and says so', () => {
    const desk = deskAt(firstHeld);
    const module = moduleOf(desk, /формами/);
    say(desk, PEOPLE.wind, learned(module, 1, 3, 5, 'Побольше примеров'));
    say(desk, PEOPLE.hail, learned(module, 1, 2, 4, ''));
    desk.press('processAnswers');
    const row = feedback(desk, /формами/, 'консультируемый');
    expect(row).toMatchObject({
      asked: '3',
      received: '2',
      index: '',
      before: '',
      now: '',
      gain: '',
      again: '',
      comments: '',
    });
    expect(row.remark).toMatch(/от 3 ответов/);
    // The consultant is one: his averages would be he himself.
    desk.answer('feedback.consultant/1', PEOPLE.birch.email, {
      module,
      'scale:readiness': 4,
      'scale:activity': 5,
      'scale:goals': 4,
      again: 'no',
    });
    desk.press('processAnswers');
    expect(feedback(desk, /формами/, 'консультант')).toMatchObject({ received: '1', index: '' });
  });

  it('shows a module nobody has answered about yet as such', () => {
    const desk = deskAt(firstHeld);
    desk.press('processAnswers');
    expect(feedback(desk, /формами/, 'консультируемый')).toMatchObject({ received: '0', rate: '0,0%', index: '' });
  });

  it('counts the answers about a module held later too, and each under its own module', () => {
    const desk = deskAt(bothHeld);
    for (const someone of FORMS_LEARN) say(desk, someone, learned(moduleOf(desk, /формами/), 1, 3, 5, ''));
    for (const someone of SHEETS_LEARN) say(desk, someone, learned(moduleOf(desk, /таблиц/), 0, 2, 3, ''));
    desk.press('processAnswers');
    expect(feedback(desk, /формами/, 'консультируемый')).toMatchObject({ asked: '3', received: '3', index: '100,0' });
    expect(feedback(desk, /таблиц/, 'консультируемый')).toMatchObject({ asked: '3', received: '3', index: '50,0' });
  });

  it('takes the last answer of one person about one module', () => {
    const desk = deskAt(firstHeld);
    const module = moduleOf(desk, /формами/);
    for (const someone of FORMS_LEARN) say(desk, someone, learned(module, 1, 3, 5, ''));
    desk.press('processAnswers');
    desk.sleep(HOUR);
    for (const someone of FORMS_LEARN) say(desk, someone, learned(module, 1, 3, 1, ''));
    desk.press('processAnswers');
    expect(feedback(desk, /формами/, 'консультируемый')).toMatchObject({ received: '3', index: '0,0' });
  });

  it('does not count an answer of somebody who was not in the group', () => {
    const desk = deskAt(firstHeld);
    const module = moduleOf(desk, /формами/);
    for (const someone of [...FORMS_LEARN, PEOPLE.moon]) say(desk, someone, learned(module, 1, 3, 5, ''));
    desk.press('processAnswers');
    expect(feedback(desk, /формами/, 'консультируемый')).toMatchObject({ asked: '3', received: '3' });
  });
});

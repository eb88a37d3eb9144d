// The calendars port: an event is made once and its guests hear of every change once, however often the work is repeated.
import { createLocalWorkspace, type LocalWorkspace } from '../../local/index';
import { addBusy, readCalendars } from '../../local/services/calendar/index';
import type { EventSpec } from '../../src/app/ports/calendars';
import { createCalendars } from '../../src/google/calendars';
import { createEventEraser } from '../../src/google/event-eraser';
import { createZone } from '../../src/google/zone';

const TIME_ZONE = 'Asia/Novokuznetsk';

const EVENT: EventSpec = {
  eventId: 'a1b2c3d4e5',
  title: 'Занятие: формы',
  description: 'Что разберём',
  place: 'каб. 12',
  start: '2026-10-05T14:00',
  end: '2026-10-05T15:00',
  guests: [
    { email: 'one@school.example', name: 'Первая А. А.' },
    { email: 'two@school.example', name: 'Вторая Б. Б.' },
  ],
  video: false,
};

function fresh(): { workspace: LocalWorkspace; calendars: ReturnType<typeof createCalendars>; own: string } {
  const workspace = createLocalWorkspace({ now: new Date('2026-09-01T02:00:00Z'), timeZone: TIME_ZONE });
  Object.assign(globalThis, { Calendar: workspace.globals['Calendar'] });
  const calendars = createCalendars(
    TIME_ZONE,
    createZone(() => 420),
    createEventEraser,
  );
  return { workspace, calendars, own: calendars.create('Время роста') };
}

/** To whom messages went since the last look, and of what kind. */
function letters(workspace: LocalWorkspace): () => string[] {
  let seen = 0;
  return () => {
    const news = workspace.outbox.slice(seen);
    seen = workspace.outbox.length;
    return news.flatMap(({ to }) => to).sort();
  };
}

describe('an event', () => {
  it('is made at the school’s time, and every guest is told', () => {
    const { workspace, calendars, own } = fresh();
    const told = letters(workspace);
    const state = calendars.insert(own, EVENT);
    expect(state).toMatchObject({ eventId: EVENT.eventId, cancelled: false });
    expect(state?.guests).toEqual([
      { email: 'one@school.example', name: 'Первая А. А.', response: 'needsAction' },
      { email: 'two@school.example', name: 'Вторая Б. Б.', response: 'needsAction' },
    ]);
    expect(told()).toEqual(['one@school.example', 'two@school.example']);
    const [listed] = calendars.list(own, '2026-10-05', '2026-10-05');
    expect(listed).toEqual(state);
  });

  it('of whole days has days and no hours, its end exclusive, and is recognised when made again', () => {
    const { workspace, calendars, own } = fresh();
    const days: EventSpec = { ...EVENT, start: '2026-10-05T00:00', end: '2026-10-08T00:00', allDay: true, guests: [] };
    const first = calendars.insert(own, days);
    const stands = (): unknown =>
      readCalendars(workspace.world)
        .calendars.flatMap(({ events }) => events)
        .map(({ start, end }) => [start, end]);
    expect(stands()).toEqual([[{ date: '2026-10-05' }, { date: '2026-10-08' }]]);
    const calls = workspace.calls.length;
    expect(calendars.insert(own, days)).toEqual(first);
    expect(workspace.calls.slice(calls).map(({ method }) => method)).not.toContain('patch');
    calendars.insert(own, { ...days, end: '2026-10-07T00:00' });
    expect(stands()).toEqual([[{ date: '2026-10-05' }, { date: '2026-10-07' }]]);
  });

  it('made again by an attempt that does not know of the first is the same, and nobody is told twice', () => {
    const { workspace, calendars, own } = fresh();
    const first = calendars.insert(own, EVENT);
    const told = letters(workspace);
    told();
    expect(calendars.insert(own, EVENT)).toEqual(first);
    expect(told()).toEqual([]);
    expect(calendars.list(own, '2026-10-01', '2026-10-31')).toHaveLength(1);
  });

  it('keeps the answers of its guests when it is changed', () => {
    const { workspace, calendars, own } = fresh();
    calendars.insert(own, EVENT);
    workspace.respond({ email: 'two@school.example', eventId: EVENT.eventId, status: 'accepted' });
    const state = calendars.update(own, { ...EVENT, place: 'каб. 14' });
    expect(state?.guests).toEqual([
      { email: 'one@school.example', name: 'Первая А. А.', response: 'needsAction' },
      { email: 'two@school.example', name: 'Вторая Б. Б.', response: 'accepted' },
    ]);
  });

  it('loses what the new timetable no longer has: the place, a guest', () => {
    const { calendars, own } = fresh();
    calendars.insert(own, EVENT);
    const state = calendars.update(own, { ...EVENT, place: '', guests: EVENT.guests.slice(0, 1) });
    expect(state?.guests.map(({ email }) => email)).toEqual(['one@school.example']);
    // A second attempt finds nothing left to change.
    expect(calendars.insert(own, { ...EVENT, place: '', guests: EVENT.guests.slice(0, 1) })).toEqual(state);
  });

  it('cancelled twice tells its guests once, and comes back under its own id when it is wanted again', () => {
    const { workspace, calendars, own } = fresh();
    calendars.insert(own, EVENT);
    const told = letters(workspace);
    told();
    calendars.cancel(own, EVENT.eventId);
    calendars.cancel(own, EVENT.eventId);
    expect(told()).toEqual(['one@school.example', 'two@school.example']);
    expect(calendars.list(own, '2026-10-01', '2026-10-31').map(({ cancelled }) => cancelled)).toEqual([true]);
    expect(calendars.insert(own, EVENT)).toMatchObject({ eventId: EVENT.eventId, cancelled: false });
    expect(told()).toEqual(['one@school.example', 'two@school.example']);
  });

  it('never made cannot be cancelled, and that is no failure', () => {
    const { calendars, own } = fresh();
    expect(() => {
      calendars.cancel(own, 'neverwas0');
    }).not.toThrow();
  });

  it('is not made in a calendar that is gone', () => {
    const { calendars } = fresh();
    expect(calendars.insert('gone@group.calendar.google.com', EVENT)).toBeUndefined();
  });
});

describe('busy times', () => {
  it('come in the school’s time, over a window longer than one question may span', () => {
    const { workspace, calendars } = fresh();
    const busy = (start: string, end: string): void => {
      addBusy(workspace.world, {
        email: 'one@school.example',
        start: new Date(`${start}:00+07:00`).getTime(),
        end: new Date(`${end}:00+07:00`).getTime(),
      });
    };
    busy('2026-10-05T09:00', '2026-10-05T10:30');
    busy('2027-01-15T14:00', '2027-01-15T15:00');
    const found = calendars.busy(['one@school.example', 'two@school.example'], '2026-10-01', '2027-01-31');
    expect(found.get('one@school.example')).toEqual([
      { start: '2026-10-05T09:00', end: '2026-10-05T10:30' },
      { start: '2027-01-15T14:00', end: '2027-01-15T15:00' },
    ]);
    expect(found.get('two@school.example')).toEqual([]);
  });

  it('are asked for in batches that Calendar takes, whatever the number of people', () => {
    const { workspace, calendars } = fresh();
    const people = Array.from({ length: 120 }, (_unused, index) => `teacher${String(index)}@school.example`);
    const before = workspace.calls.length;
    expect([...calendars.busy(people, '2026-10-01', '2026-10-14').keys()]).toEqual(people);
    const asked = workspace.calls.slice(before);
    expect(asked).toHaveLength(3);
    // https://developers.google.com/workspace/calendar/api/v3/reference/freebusy/query: at most 50 calendars
    for (const { args } of asked)
      expect((args[0] as { readonly items: readonly unknown[] }).items.length).toBeLessThanOrEqual(50);
  });
});

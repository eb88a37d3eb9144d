// Events: what guests hold is what the sheet says, whatever an earlier attempt left behind.
import type { EventSpec } from '../../src/app/ports/calendars';
import { createCalendars } from '../../src/google/calendars';
import { createEventEraser } from '../../src/google/event-eraser';
import { googleWorld, type GoogleWorld, TIME_ZONE, zone } from './google-world';

const EVENT: EventSpec = {
  eventId: 'abc0123',
  title: 'Группа Г-01',
  description: 'Темы',
  place: 'Каб. 12',
  start: '2026-09-07T14:00',
  end: '2026-09-07T15:00',
  guests: [
    { email: 'Anna@school.example', name: 'Анна' },
    { email: 'vera@school.example', name: 'Вера' },
  ],
  video: false,
};
const ONLINE = { ...EVENT, place: '', video: true };

function calendar(): {
  readonly world: GoogleWorld;
  readonly id: string;
  readonly calendars: ReturnType<typeof createCalendars>;
  readonly standing: () => GoogleAppsScript.Calendar.Schema.Event;
  /** Kinds of the notices that guests got since the last question. */
  readonly notices: () => string[];
} {
  const world = googleWorld();
  const calendars = createCalendars(TIME_ZONE, zone, createEventEraser);
  const id = calendars.create('Время роста');
  let seen = 0;
  return {
    world,
    id,
    calendars,
    standing: () => {
      const found = Calendar?.Events.get(id, EVENT.eventId);
      if (found === undefined) throw new Error('no event');
      return found;
    },
    notices: () => {
      const kinds = world.workspace.outbox.slice(seen).map(({ kind }) => kind);
      seen = world.workspace.outbox.length;
      return kinds;
    },
  };
}

describe('an event whose id is taken', () => {
  it('is left as it is, and nobody is told, when it says what it must', () => {
    const { calendars, id, notices } = calendar();
    calendars.insert(id, EVENT);
    notices();
    expect(calendars.insert(id, EVENT)?.guests.length).toBe(2);
    expect(notices()).toEqual([]);
  });

  it('is left as it is when it says so online', () => {
    const { calendars, id, notices } = calendar();
    calendars.insert(id, ONLINE);
    notices();
    calendars.insert(id, ONLINE);
    expect(notices()).toEqual([]);
  });

  it.each<[string, Partial<EventSpec>]>([
    ['start', { start: '2026-09-21T14:00', end: '2026-09-21T15:00' }],
    ['end', { end: '2026-09-07T15:30' }],
    ['title', { title: 'Группа Г-02' }],
    ['description', { description: 'Другие темы' }],
    ['place', { place: 'Каб. 5' }],
    [
      'guests',
      {
        guests: [
          { email: 'vera@school.example', name: 'Вера' },
          { email: 'oleg@school.example', name: 'Олег' },
        ],
      },
    ],
    ['video', { place: '', video: true }],
  ])('is changed, and its guests are told once, when its %s differs', (_what, change) => {
    const { calendars, id, notices, standing } = calendar();
    calendars.insert(id, EVENT);
    notices();
    const wanted = { ...EVENT, ...change };
    calendars.insert(id, wanted);
    expect(new Date(standing().start?.dateTime ?? 0)).toEqual(zone.toDate(wanted.start));
    expect(new Date(standing().end?.dateTime ?? 0)).toEqual(zone.toDate(wanted.end));
    expect([standing().summary, standing().description, standing().location ?? '']).toEqual([
      wanted.title,
      wanted.description,
      wanted.place,
    ]);
    expect((standing().attendees ?? []).map(({ email }) => email?.toLowerCase())).toEqual(
      wanted.guests.map(({ email }) => email.toLowerCase()),
    );
    expect(standing().hangoutLink !== undefined).toBe(wanted.video);
    expect(notices().length).toBeGreaterThan(0);
    calendars.insert(id, wanted);
    expect(notices()).toEqual([]);
  });

  it('comes back when it was cancelled', () => {
    const { calendars, id, standing } = calendar();
    calendars.insert(id, EVENT);
    calendars.cancel(id, EVENT.eventId);
    expect(calendars.insert(id, ONLINE)?.cancelled).toBe(false);
    expect(standing().hangoutLink).toBeDefined();
  });
});

describe('a meeting that moves', () => {
  it('from a room to the net loses its place and gets a link', () => {
    const { calendars, id, standing } = calendar();
    calendars.insert(id, EVENT);
    expect(calendars.update(id, ONLINE)?.video).not.toBe('');
    expect(standing().location ?? '').toBe('');
  });

  it('from the net to a room loses its link, and gets a new one when it goes back', () => {
    const { calendars, id, standing } = calendar();
    const first = calendars.insert(id, ONLINE)?.video;
    expect(calendars.update(id, EVENT)?.video).toBe('');
    expect(standing().location).toBe('Каб. 12');
    const second = calendars.update(id, ONLINE)?.video;
    expect([first === '', second === '']).toEqual([false, false]);
  });

  it('keeps its link when only the time changes', () => {
    const { calendars, id } = calendar();
    const first = calendars.insert(id, ONLINE)?.video;
    expect(calendars.update(id, { ...ONLINE, end: '2026-09-07T15:30' })?.video).toBe(first);
  });

  it('keeps the answers that guests have given', () => {
    const { calendars, id, standing } = calendar();
    calendars.insert(id, EVENT);
    const attendees = (standing().attendees ?? []).map((guest) => ({ ...guest, responseStatus: 'accepted' }));
    Calendar?.Events.patch({ attendees }, id, EVENT.eventId);
    const changed = calendars.insert(id, { ...EVENT, place: 'Каб. 5' });
    expect(changed?.guests.map(({ response }) => response)).toEqual(['accepted', 'accepted']);
  });
});

// The programme's own calendar: made when it is first needed, kept by its id.
import type { Message } from '../domain/message';
import { effectKey, Ledger } from './effects';
import type { Ports } from './ports';
import type { EventSpec, EventState } from './ports/calendars';
import { CALENDAR } from './timetable/modules';

/**
 * The programme's calendar: its id is kept with the workbook and in the ledger, because it cannot be searched for: Calendar chooses the
 * id, and `CalendarList.list` is not open to `calendar.app.created`. Who died while making it may have left one without events: that is
 * written down, and told until somebody has deleted it.
 */
export class OwnCalendar {
  readonly #key: string;
  #id: string | undefined;

  constructor(
    private readonly ports: Ports,
    private readonly title: string,
    private readonly ledger: Ledger,
  ) {
    this.#key = effectKey(ports, 'calendar');
    const kept = ports.store.get(CALENDAR);
    this.#id = kept ?? ledger.ref(this.#key);
    if (kept === undefined && this.#id !== undefined) ports.store.set(CALENDAR, this.#id);
  }

  get id(): string {
    return this.#id ?? this.#make();
  }

  /** Makes the event; when somebody has deleted the calendar, in a new one. */
  insert(event: EventSpec): EventState {
    const state = this.ports.calendars.insert(this.id, event) ?? this.ports.calendars.insert(this.#make(), event);
    if (state === undefined) throw new Error('a calendar just made is gone');
    return state;
  }

  #make(): string {
    const { ports, ledger } = this;
    const key = this.#key;
    if (ledger.state(key) === 'intent') this.#lose();
    else if (ledger.isFresh(key)) ledger.intend([{ key, kind: 'calendar', what: this.title, who: '', ref: '' }]);
    else ledger.renew(key);
    const id = this.#create();
    ledger.settle([{ key, state: 'done', ref: id }]);
    ports.store.set(CALENDAR, id);
    this.#id = id;
    return id;
  }

  #create(): string {
    try {
      return this.ports.calendars.create(this.title);
    } catch (error) {
      const { lasting, passes } = this.ports.explain(error);
      // Refused, so surely not made.
      if (lasting || passes === 'day') this.ledger.settle([{ key: this.#key, state: 'undone' }]);
      throw error;
    }
  }

  /** An attempt was begun and not ended. */
  #lose(): void {
    const key = lostKey(this.ports);
    this.ledger.intend([{ key, kind: 'calendar', what: this.title, who: '', ref: '' }]);
    this.ledger.settle([{ key, state: 'doubt' }]);
    this.ports.workbook.flush();
  }
}

const lostKey = (ports: Ports): string => effectKey(ports, 'calendar', 'lost');

/** What to do when an empty calendar may have been left; nothing otherwise. */
export function lostCalendar(ports: Ports, ledger: Ledger, title: string): readonly Message[] {
  return ledger.state(lostKey(ports)) === 'doubt' ? [{ code: 'calendar.lost', fields: { title } }] : [];
}

/** The person has deleted it, or found none. */
export function forgetLostCalendar(ports: Ports): void {
  new Ledger(ports, '').settle([{ key: lostKey(ports), state: 'undone' }]);
}

// The programme's own calendar: made when it is first needed, kept by its id.
import { effectKey, type Ledger } from './effects';
import type { EventSpec, EventState, Ports } from './ports';
import { CALENDAR } from './timetable/modules';

/** The programme's calendar: its id is kept with the workbook and in the ledger, because it cannot be searched for. */
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
    this.ledger.intend([{ key: this.#key, kind: 'calendar', what: this.title, who: '', ref: '' }]);
    const id = this.ports.calendars.create(this.title);
    this.ledger.settle([{ key: this.#key, state: 'done', ref: id }]);
    this.ports.store.set(CALENDAR, id);
    this.#id = id;
    return id;
  }
}

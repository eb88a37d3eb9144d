// The product's calendars and their events, and when people are busy.
import type { LocalDate, LocalDateTime } from '../../domain/local-time';

export interface EventSpec {
  /** Deterministic id (base32hex of the effect's key). */
  readonly eventId: string;
  readonly title: string;
  readonly description: string;
  /** '' = online only. */
  readonly place: string;
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  /** Whole days: `start` is midnight of the first, `end` midnight after the last. */
  readonly allDay?: true;
  readonly guests: readonly { readonly email: string; readonly name: string }[];
  readonly video: boolean;
}

export interface EventState {
  readonly eventId: string;
  readonly link: string;
  readonly video: string;
  readonly cancelled: boolean;
  /** On the school's clock; '' for whole days. */
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  /** Title, description and place. */
  readonly text: string;
  readonly guests: readonly {
    readonly email: string;
    /** As the product invited them; '' when Calendar does not tell. */
    readonly name: string;
    readonly response: 'accepted' | 'declined' | 'tentative' | 'needsAction';
  }[];
}

export interface Busy {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
}

export interface Calendars {
  /** Makes a calendar of the product's own. It cannot be searched for later: whoever makes it keeps its id. */
  create(title: string): string;
  /**
   * Makes the event and tells its guests; when the id is taken (an earlier attempt got through), gives what is there. Undefined when
   * the calendar itself is gone.
   */
  insert(calendarId: string, event: EventSpec): EventState | undefined;
  /** Changes the event and tells its guests once; undefined when it, or the calendar, is gone. */
  update(calendarId: string, event: EventSpec): EventState | undefined;
  /** Cancels and tells the guests; already gone is fine. */
  cancel(calendarId: string, eventId: string): void;
  /** Takes guests out of an event, and cleans its texts, without telling anybody; gone events are fine. */
  forget(
    calendarId: string,
    eventId: string,
    isGuest: (guest: { readonly email: string; readonly name: string }) => boolean,
    clean: (text: string) => string,
  ): void;
  /** Our events in a window, with guests' answers: one call a page. */
  list(calendarId: string, from: LocalDate, to: LocalDate): readonly EventState[];
  /** Busy intervals in the school's time zone; 'unknown' for people whose calendar cannot be seen. */
  busy(emails: readonly string[], from: LocalDate, to: LocalDate): ReadonlyMap<string, readonly Busy[] | 'unknown'>;
}

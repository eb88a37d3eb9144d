// What the use cases need from the world. `google/` implements these on Apps Script; nothing here names a Google service.
import type { LocalDate, LocalDateTime } from '../../domain/local-time';
import type { Message, Problem } from '../../domain/message';
import type * as planning from '../../domain/planning';
import type { Programme } from '../../domain/programme/programme';
import type { Table } from '../../workbook/schema';
import type { LateActions } from '../actions';
import type { Views } from '../views';
import type { Calendars } from './calendars';
import type { Docs, Files } from './drive';
import type { Forms } from './forms';
import type { Health } from './health';
import type { Workbook } from './workbook';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Already escaped HTML. */
  readonly html: string;
}

export interface Mail {
  /** Recipients that may still be written to today. */
  left(): number;
  send(letter: Letter): void;
}

/** Small texts kept with the workbook (never with a copy of it). A value is at most 9 KB. */
export interface Store {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  /**
   * Goes along with the next `set` in the same call, at the latest when the turn ends; undefined removes. Only for what does no harm
   * when the execution dies before that.
   */
  later(key: string, value: string | undefined): void;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  today(): LocalDate;
  localNow(): LocalDateTime;
  /** Epoch ms → the school's wall clock. */
  local(at: number): LocalDateTime;
  /** The school's wall clock → epoch ms. */
  instant(at: LocalDateTime): number;
  /** May another step be begun in this execution? */
  mayGoOn(): boolean;
  /**
   * For a step that has read what it needs and does one thing after another. Where the reading took long, this execution may go on some
   * times as long: else one in a region would read for half a minute to do a single thing. Gives whether one more thing may be begun.
   */
  stretch(): () => boolean;
  /** Waits so many ms; false (at once) when this execution has no time for that. */
  pause(ms: number): boolean;
}

/** What an exception means to a person and to a run. */
export interface Trouble {
  readonly problem: Problem;
  /** Repeating is pointless until somebody has mended something. */
  readonly lasting: boolean;
  /** Nothing need be mended, it passes by itself: in seconds, or when Google's day is over. What was asked for was not done. */
  readonly passes?: 'soon' | 'day';
  /** The table that lacks nothing but columns that came after the workbook was made: making it anew adds these. */
  readonly behind?: Table;
}

/** What reading the workbook takes: less than all ports, so that the cards can do it. */
export type Books = Pick<Ports, 'workbook'>;

/** Puts a message into words (implemented by `messages/`). */
export interface Words {
  say(message: Message): string;
}

/** What `domain/planning.ts` exports. */
export type Planning = typeof planning;

/**
 * What the bundle of late actions exports. Documents are written, answers deleted and things looked at by late actions only: so that part
 * of Google is there.
 */
export interface LateBundle {
  readonly LATE: LateActions;
  readonly VIEWS: Views;
  createDocs(): Docs;
  createEventEraser(listed: ReadonlyMap<string, object>): Pick<Calendars, 'forget'>;
  createFormEraser(): Pick<Forms, 'forget'>;
  createHealth(handlers: { readonly heartbeat: string; readonly formSubmitted: string }): Health;
}

/** Permissions that the user has not given, and where they are given. */
export interface Withheld {
  readonly scopes: readonly string[];
  readonly url: string;
}

export interface Ports {
  readonly health: Health;
  /** Scopes of the manifest that the user has not given; undefined where Google does not tell. */
  withheld(): Withheld | undefined;
  readonly workbook: Workbook;
  readonly forms: Forms;
  readonly calendars: Calendars;
  readonly files: Files;
  readonly docs: Docs;
  readonly mail: Mail;
  readonly store: Store;
  readonly clock: Clock;
  readonly words: Words;
  /** The searches for groups and dates: large, so loaded only when asked for. */
  planning(): Planning;
  /** The actions that are not needed at every click: loaded only when asked for (`actionOf`). */
  late(): LateActions;
  /** The page's views that come with them. */
  views(): Views;
  /** A programme template by its id; undefined when the build holds none of that id. */
  programme(id: string): Programme | undefined;
  /** SHA-256 of a text, lower-case hex. */
  sha256(text: string): string;
  /** A text's UTF-8 bytes in base64. */
  base64(text: string): string;
  /** What an exception of the other ports means. */
  explain(error: unknown): Trouble;
  /** A number in [0, 1), another each time. */
  chance(): number;
  /** E-mail of the person who runs this. */
  user(): string;
  /** Runs while no other execution of this workbook does; undefined when the turn did not come in time. */
  exclusively<T>(work: () => T): { readonly value: T } | undefined;
  /** Splits delimited text into cells. */
  parseCsv(text: string, delimiter: string): readonly (readonly string[])[];
}

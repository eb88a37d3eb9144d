// What the use cases need from the world. `google/` implements these on Apps Script; nothing here names a Google service.
import type { LocalDate, LocalDateTime } from '../domain/local-time';
import type { Message, Outcome, Problem, RowProblem } from '../domain/message';
import type { DocumentModel } from '../domain/document/document';
import type { Mention } from '../domain/personal/person';
import type { FormItem } from '../domain/binding/propose';
import type * as planning from '../domain/planning';
import type { Programme } from '../domain/programme/programme';
import type { AskedItem, FormSpec, RawAnswer } from '../domain/survey/form-spec';
import type { Chart } from '../workbook/charts';
import type { Placed, Row, Table, Unread } from '../workbook/schema';
import type { LateActions } from './actions';
import type { Views } from './views';

/** A table as read: good rows with their place, and what is wrong with the others. */
export interface TableData<T extends Table> {
  readonly rows: readonly Placed<Row<T>>[];
  /**
   * Rows left out of `rows` for a bad cell, with the cells that could be read: by their keys they are known to be there, so that
   * nothing is made a second time for them. Their cells stay untouched in the sheet.
   */
  readonly unread: readonly Unread<Row<T>>[];
  /** What is wrong with the rows left out. (In a machine table only a cell it cannot be without can be wrong: any other counts as empty.) */
  readonly problems: readonly RowProblem[];
}

/** What `ensure` made or mended. */
export interface EnsureReport {
  readonly created: readonly string[];
  readonly repaired: readonly string[];
}

/** A sheet whose columns depend on the data (the matrix): headings, cells, and how to colour them. */
export interface SheetView {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  /** Key of the table whose sheet a new sheet is put behind. */
  readonly after?: string;
  /** Heading rows, then data rows; all of one width. Numbers stay numbers. */
  readonly headings: readonly (readonly string[])[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly frozenColumns: number;
  readonly widths: readonly number[];
  /** Per heading of the last heading row: note or ''. */
  readonly notes: readonly string[];
  /**
   * A heat map over the columns from `firstColumn` (0-based): what stands in a cell → background. `columns` (first = `firstColumn`)
   * have colours of their own.
   */
  readonly heat?: {
    readonly firstColumn: number;
    readonly colours?: Readonly<Record<string, string>>;
    readonly columns?: readonly Readonly<Record<string, string>>[];
  };
}

export interface SheetInfo {
  readonly sheetId: number;
  readonly title: string;
  /** The table's key when the sheet is one of ours. */
  readonly table?: string;
}

/** The workbook as the database. Every method is whole-table: a few service calls whatever the size. */
export interface Workbook {
  /** Stable id of this workbook; part of every effect's key. */
  id(): string;
  url(): string;
  /** Creates missing sheets and columns, mends headings' metadata, formats and validation; never deletes or overwrites data. */
  ensure(tables: readonly Table[]): EnsureReport;
  /** Is the table's sheet there? */
  has(table: Pick<Table, 'key'>): boolean;
  /** The sheet's last row, the headings' among them: for whoever reads a long table otherwise than a short one. One call. */
  height(table: Table): number;
  read<T extends Table>(table: T): TableData<T>;
  /**
   * Some columns of all rows that have something in them: for whoever only counts, of tables that grow with a region. A call for each
   * run of neighbouring columns that was not read yet, and one more; an unreadable cell is as an empty one.
   */
  columns<T extends Table, K extends keyof Row<T> & string>(
    table: T,
    keys: readonly K[],
  ): readonly Placed<Pick<Row<T>, K>>[];
  /** What `read` gives; what is wrong with the sheet when it met one that people have broken. Any other error is thrown. */
  unlessBroken<T>(read: () => T): Outcome<T>;
  /** These rows alone, by their numbers in the sheet: a call for each run of those that lie near each other. */
  rowsAt<T extends Table>(table: T, numbers: readonly number[]): TableData<T>;
  /** Adds rows below the last; gives the first one's row in the sheet. What was read or written in this execution is not read again. */
  append<T extends Table>(table: T, rows: readonly Row<T>[]): number;
  /**
   * Changes rows and adds rows below, in at most three calls whatever their number: for a table that was read a moment ago and to
   * which only the product adds rows. Many scattered changes are written as one rectangle, what lies between as it was read.
   */
  upsert<T extends Table>(
    table: T,
    changes: readonly { readonly $row: number; readonly set: Partial<Row<T>> }[],
    added: readonly Row<T>[],
  ): void;
  /** Changes some cells of some rows (by `$row`); all others, formulas among them, stay as they are. Reads nothing for a few runs of rows. */
  patch<T extends Table>(table: T, changes: readonly { readonly $row: number; readonly set: Partial<Row<T>> }[]): void;
  /** Deletes whole rows of the sheet (by `$row`); the others move up. */
  remove(table: Table, rows: readonly number[]): void;
  /** Replaces all rows of a machine-filled table. */
  replace<T extends Table>(table: T, rows: readonly Row<T>[]): void;
  /** Replaces the rows from number `at` (from 0) on with a part of what is to be `total` rows; the last part clears what lies below. */
  replacePart<T extends Table>(table: T, at: number, rows: readonly Row<T>[], total: number): void;
  /**
   * Makes the charts that were never made, and gives those there are the rows there are now. One that somebody has taken away stays
   * away.
   */
  draw(charts: readonly Chart[]): void;
  /** Writes a view in one go, replacing what it showed. */
  show(view: SheetView): void;
  /**
   * Takes somebody out of the views: rows with a cell that `is` the person go, other texts are cleaned; gives the number of rows and
   * cells. Views are those sheets of ours that are none of `tables`.
   */
  cleanViews(tables: readonly Table[], is: (text: string) => boolean, clean: (text: string) => string): number;
  /** Lets only whoever runs this edit the table's sheet, and hides it; or lets everybody again, and shows it. */
  guard(table: Table, closed: boolean): void;
  /** Is the table's sheet guarded? */
  isGuarded(table: Table): boolean;
  /** All sheets, ours and the school's own. */
  sheets(): readonly SheetInfo[];
  /** Displayed values of any sheet, as text, as people see them. */
  readText(sheetId: number): readonly (readonly string[])[];
  /** Nothing read so far is believed any more: after an error nobody knows whether the last write got through. */
  forget(): void;
  /** Makes what was written visible to others and durable before an outward effect. */
  flush(): void;
  /** Makes a sheet the one that is looked at; false when it is not there, or hidden. */
  activate(sheetId: number): boolean;
  /** A link to the table's sheet. */
  linkTo(table: Table): string;
}

/** A form as the product finds it again. */
export interface FormState {
  readonly formId: string;
  readonly url: string;
  readonly editUrl: string;
  readonly accepting: boolean;
}

/** One answer set as Forms holds it. */
export interface ResponseData {
  readonly responseId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Collected e-mail, lower-cased; '' when the form collects none. */
  readonly email: string;
  readonly answers: readonly { readonly itemId: string; readonly answer: RawAnswer }[];
}

/** What a form asks, whoever made it. */
export interface FormPicture {
  readonly formId: string;
  readonly title: string;
  readonly url: string;
  readonly editUrl: string;
  readonly collectsEmail: boolean;
  readonly items: readonly FormItem[];
}

export interface Forms {
  /** Reads a form of anybody's that the user may edit; it is never changed. A call an item and more: seldom. */
  inspect(formId: string): FormPicture | 'closed' | 'trashed';
  /** The form made earlier for this effect key, if it is there and not in the bin. */
  find(key: string): string | undefined;
  /** Makes a blank form with the effect key attached in the same call; its file lies in `folderId` (My Drive when undefined). */
  create(key: string, fileName: string, folderId: string | undefined): string;
  /**
   * Builds settings and items from where an earlier attempt stopped (items already there are kept; the last one is set again),
   * until `mayGoOn` says no. `items` is complete when `done`.
   */
  build(
    formId: string,
    spec: FormSpec,
    mayGoOn: () => boolean,
  ): { readonly done: boolean; readonly built: number; readonly items: readonly AskedItem[] };
  /** Publishes, opens for answers, and reads the state back. */
  publish(formId: string): FormState;
  /** Ids of all items there are, headings among them; undefined when the form is gone. Two service calls. */
  itemIds(formId: string): ReadonlySet<string> | undefined;
  /** Undefined when the form is gone. */
  state(formId: string): FormState | undefined;
  /** Responses submitted at or after `since` (epoch ms), or all; undefined when the form is gone. Two service calls. */
  responses(formId: string, since: number | undefined): readonly ResponseData[] | undefined;
  /** Ids of the product's forms that lie in the bin: their answers can still be read, but nobody can answer. One call. */
  inBin(): ReadonlySet<string>;
  /**
   * Deletes the responses that `isTheirs` names, and rewords what of the form's own texts `clean` changes (without it none is read); gives
   * how many responses went, undefined when the form is gone. One that `isOver` is closed where all its responses go, so that they can go
   * at once. Copies of responses in a spreadsheet that somebody attached stay.
   */
  forget(
    formId: string,
    isTheirs: (response: Omit<ResponseData, 'answers'>) => boolean,
    how: { readonly clean?: (text: string) => string; readonly isOver?: boolean },
  ): number | undefined;
  /** Puts the form's file in the bin. */
  trash(formId: string): void;
}

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

export interface FileSpec {
  readonly fileId: string;
  readonly key: string;
  readonly name: string;
  readonly parent: string;
  readonly description: string;
}

export interface Files {
  /** Ids to be used for new folders and files, so that a repeated attempt finds the first. */
  newIds(count: number): readonly string[];
  /** Makes a folder with this id; an id already taken means it was made before. */
  createFolder(folder: {
    readonly folderId: string;
    readonly key: string;
    readonly name: string;
    readonly parent: string | undefined;
  }): void;
  /** Uploads content; an id already taken means it was uploaded before. */
  createFile(file: FileSpec & { readonly contentType: string; readonly base64: string }): void;
  trash(fileId: string): void;
  /** Deletes it for good, past the bin; gone is fine. */
  remove(fileId: string): void;
  /** Everything the product has made and that is not in the bin: a call a thousand. */
  own(): readonly { readonly fileId: string; readonly name: string; readonly description: string }[];
  rename(fileId: string, name: string, description: string): void;
  /** Takes it out of the bin; what is gone for good stays gone. What lies in the bin only because of its folder comes with that. */
  restore(fileId: string): void;
  /** Takes the right to open it back; a right that is not there is fine. */
  unshare(fileId: string, email: string): void;
  /** Lets somebody open it, without a notification mail; false when Drive refuses the address. */
  share(fileId: string, email: string, role: 'reader' | 'writer'): boolean;
  link(fileId: string): string;
}

/** Google documents that hold parts of ours between paragraphs of people. */
export interface Docs {
  /** The document made earlier for this effect key, if it is there and not in the bin. */
  find(key: string): string | undefined;
  /** Ids of the product's documents that lie in the bin, by themselves or with their folder. One call. */
  inBin(): ReadonlySet<string>;
  /** Makes a blank document with the effect key attached in the same call. Those it is shared with cannot share it on. */
  create(key: string, name: string, folderId: string): string;
  /** Writes everything into a document just made. One call. */
  fill(documentId: string, model: DocumentModel): void;
  /**
   * Writes our parts anew and leaves every other paragraph alone; a document that is still blank gets everything. Two calls. False
   * when the document is gone.
   */
  write(documentId: string, model: DocumentModel): boolean;
  /** Puts `stand` in the place of every mention, wherever in the body it is; gone documents are fine. One call, two where there is any. */
  reword(documentId: string, mentions: (text: string) => readonly Mention[], stand: string): void;
  link(documentId: string): string;
}

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

/** In the bin: by itself or because of the folder it lies in. */
type Place = 'there' | 'bin' | 'gone';

/** What the product stands on, looked at without changing it. */
export interface Health {
  /** The triggers of this user: a wrong one has our handler but not our event. Google's own words when they mean nothing to us. */
  triggers():
    { readonly heartbeats: number; readonly hints: number; readonly wrong: number } | { readonly untold: string };
  /** Makes sure that the heartbeat and the submit hint are there, once each. */
  ensureTriggers(): { readonly created: number; /** Google's own words when it refused. */ readonly refused?: string };
  /** Deletes doubled and wrong triggers, or all of them (`anew`), then makes what is missing; Google's own words when it refused. */
  mendTriggers(anew: boolean): string | undefined;
  /** Time zones of the workbook and of the script, and the workbook's locale. */
  zones(): { readonly workbook: string; readonly script: string; readonly locale: string };
  /** Time zone of a calendar; undefined when it is gone. */
  calendarZone(calendarId: string): string | undefined;
  /** Gives a calendar of ours the workbook's time zone. */
  mendZone(calendarId: string): void;
  /** UTF-8 bytes of all properties kept with the workbook, and of the largest. */
  storeBytes(): { readonly all: number; readonly largest: number };
  /** Where a file or folder is. */
  file(fileId: string): Place;
  /** The same of many folders: a call a thousand that Drive has of us, and one for each that is gone. */
  folders(ids: readonly string[]): ReadonlyMap<string, Place>;
  /**
   * Tables above whose headings somebody has inserted rows: where the headings stand now, and whether nothing stands above them. A table
   * seen in order is not looked at again in the same execution.
   */
  movedHeadings(
    tables: readonly Table[],
  ): readonly { readonly table: Table; readonly row: number; readonly empty: boolean }[];
  /** Deletes the rows above `row`. */
  deleteRowsAbove(table: Table, row: number): void;
  /** Tables that are not whole: titles of the columns that the sheet lacks; undefined when the sheet itself is missing. */
  broken(
    tables: readonly Table[],
  ): readonly { readonly table: Table; readonly columns: readonly string[] | undefined }[];
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

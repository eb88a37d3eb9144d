// What the pages ask of the server and what they are told: types only, the same for both sides.
import type { MenuView } from '../runtime/screen';
import type { CellStyle, ChartState, Rect } from '../services/spreadsheet/state';
import type { Answer } from '../services/form/state';

export type Language = 'ru' | 'en';

/** Somebody who can sign in. */
export interface Person {
  readonly email: string;
  /** '' when only the address is known. */
  readonly name: string;
  /** What the person is, in the sample's own words: «заместитель директора», «учитель». */
  readonly role?: string;
}

/** Something the one who started the Workspace offers beside it, such as «the other teachers answer». */
export interface HelperView {
  readonly id: string;
  readonly title: string;
  readonly help: string;
}

/** What is true for every window. */
export interface DeskView {
  readonly language: Language;
  readonly timeZone: string;
  /** Virtual clock, ms. */
  readonly now: number;
  readonly people: readonly Person[];
  readonly helpers: readonly HelperView[];
  /** The spreadsheet the add-on works in, when there is one. */
  readonly book: { readonly id: string; readonly name: string } | undefined;
}

/** What awaits one person. */
export interface SummaryView {
  readonly unread: number;
  /** Invitations without an answer to events that are not over. */
  readonly unanswered: number;
  readonly next: readonly EventView[];
  /** What the person may do with the add-on's spreadsheet. */
  readonly book: Access;
}

export type Access = 'none' | 'view' | 'edit';

export interface TabView {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly color: string | null;
}

export interface BookView {
  readonly id: string;
  readonly name: string;
  readonly access: Access;
  readonly activeSheet: number;
  readonly tabs: readonly TabView[];
}

/** A cell that shows anything; indexes into `SheetView.styles`. */
export interface CellView {
  readonly r: number;
  readonly c: number;
  /** The text it shows. */
  readonly t: string;
  readonly s?: number;
  /** What is edited, when it differs from `t`. */
  readonly e?: string;
  /** Numbers and dates stand on the right, true and false in the middle. */
  readonly k?: 'n' | 'b';
  /** The number a formula gives. */
  readonly v?: number;
  readonly note?: string;
  readonly link?: string;
  /** Why a formula's value is not known here. */
  readonly unknown?: string;
}

/** A rectangle whose cells offer values. */
export interface ChoiceView {
  readonly box: Rect;
  readonly values: readonly string[];
  readonly help: string | null;
}

export interface ChartView {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly position: ChartState['position'];
  readonly width: number;
  readonly height: number;
  /** Names along the axis. */
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly color: string; readonly values: readonly number[] }[];
}

export interface SheetView {
  readonly id: number;
  readonly name: string;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Pixels, where they differ from the default. */
  readonly widths: Readonly<Record<number, number>>;
  readonly heights: Readonly<Record<number, number>>;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly gridlines: boolean;
  readonly merges: readonly Rect[];
  readonly styles: readonly CellStyle[];
  readonly cells: readonly CellView[];
  readonly choices: readonly ChoiceView[];
  readonly charts: readonly ChartView[];
  /** Conditional formatting that is not drawn here: a rule by a formula. */
  readonly undrawn: number;
}

export interface CellEntry {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export type TabChange =
  | { readonly kind: 'add'; readonly name: string }
  | { readonly kind: 'rename'; readonly sheet: number; readonly name: string }
  | { readonly kind: 'delete' | 'hide' | 'show'; readonly sheet: number };

/** A page of the script, to be fetched at `/page/<token>`. */
export interface ScriptPageView {
  readonly token: string;
  readonly title: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly modal: boolean | undefined;
}

/** What an execution left on the screen of the window it ran in. */
export interface ScreenView {
  readonly menus: readonly MenuView[];
  readonly sidebar: ScriptPageView | undefined;
  readonly dialog: ScriptPageView | undefined;
  readonly toasts: readonly { readonly title: string; readonly message: string }[];
}

/** An execution's end. `error`: what the script threw, as its page's failure handler gets it. */
export interface RunView {
  readonly result: unknown;
  readonly error: { readonly name: string; readonly message: string } | undefined;
  readonly screen: ScreenView;
}

export interface MailLine {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** The beginning of the text. */
  readonly opening: string;
  readonly read: boolean;
  readonly attachments: number;
}

export interface MailView extends MailLine {
  readonly replyTo: string | undefined;
  readonly cc: readonly string[];
  readonly text: string;
  /** The letter has an HTML part, at `/letter/<id>`. */
  readonly html: boolean;
  readonly files: readonly { readonly index: number; readonly name: string; readonly size: number }[];
  /** The invitation it brings, when the event still stands. */
  readonly event: EventView | undefined;
}

export type GuestAnswer = 'accepted' | 'declined' | 'tentative';

export interface EventView {
  readonly id: string;
  readonly calendar: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  /** ISO 8601: a date for a whole day, else an instant with its offset. */
  readonly start: string;
  readonly end: string;
  readonly organiser: string;
  readonly guests: readonly { readonly email: string; readonly name: string; readonly answer: string }[];
  /** The person's own answer, when invited. */
  readonly mine: string | undefined;
  readonly meeting: string | undefined;
}

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'folder' | 'sheet' | 'form' | 'doc' | 'file';
  readonly parent: string | undefined;
  readonly owner: string;
  readonly modified: string;
  readonly size: number | undefined;
  readonly description: string;
  readonly trashed: boolean;
  /** Who else may see it: address and role. */
  readonly shared: readonly { readonly who: string; readonly role: string }[];
}

export interface DriveView {
  readonly root: string;
  readonly files: readonly FileView[];
}

/** A question or heading of a form, as a respondent sees it. */
export interface FormItemView {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  readonly choices: readonly string[];
  readonly other: boolean;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly lower: number;
  readonly upper: number;
  readonly leftLabel: string;
  readonly rightLabel: string;
  readonly includesYear: boolean;
  readonly url: string;
}

export interface FormView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly sections: readonly {
    readonly title: string;
    readonly help: string;
    readonly items: readonly FormItemView[];
  }[];
  readonly collectEmail: boolean;
  readonly progressBar: boolean;
  readonly respondAgain: boolean;
  readonly allowEdits: boolean;
  /** Why it cannot be answered now, in words; '' when it can. */
  readonly closed: string;
  /** The person's own responses, oldest first. */
  readonly mine: readonly { readonly id: string; readonly at: number }[];
  /** What is filled in when it opens, by item id. */
  readonly filled: Readonly<Record<string, Answer>>;
  readonly editing: string | undefined;
  /** For whoever may edit the form: how many answered. */
  readonly responses: number | undefined;
}

/** What of a section is not right yet, and where the form goes on. */
export interface SectionCheck {
  readonly problems: readonly { readonly itemId: number; readonly message: string }[];
  readonly next: number | 'submit';
}

export interface SubmittedView {
  readonly responseId: string;
  readonly confirmation: string;
}

/** Every question a page may ask: parameters and answer. */
export interface Methods {
  desk: { params: object; reply: DeskView };
  summary: { params: object; reply: SummaryView };
  book: { params: { book: string }; reply: BookView };
  sheet: { params: { book: string; sheet: number }; reply: SheetView };
  edit: { params: { book: string; sheet: number; entries: readonly CellEntry[] }; reply: null };
  tab: { params: { book: string; change: TabChange }; reply: number };
  open: { params: { book: string }; reply: RunView };
  click: { params: { book: string; captions: readonly string[] }; reply: RunView };
  run: { params: { book: string; name: string; args: readonly unknown[] }; reply: RunView };
  mail: { params: { box: 'in' | 'sent' }; reply: readonly MailLine[] };
  letter: { params: { id: string }; reply: MailView };
  events: { params: { from: string; to: string }; reply: readonly EventView[] };
  respond: { params: { event: string; answer: GuestAnswer }; reply: null };
  drive: { params: object; reply: DriveView };
  form: { params: { form: string; query: string }; reply: FormView };
  section: {
    params: { form: string; section: number; answers: Readonly<Record<string, unknown>> };
    reply: SectionCheck;
  };
  submit: {
    params: { form: string; answers: Readonly<Record<string, unknown>>; editing: string | undefined };
    reply: SubmittedView;
  };
  /** Where a link of Google's leads here: a path below the person's own, or `undefined` when it leads outside. */
  resolve: { params: { url: string }; reply: { path: string | undefined } };
  advance: { params: { to: number }; reply: null };
  helper: { params: { id: string }; reply: string };
}

export type Method = keyof Methods;

/** Methods that by themselves change nothing that others see; a letter opened for the first time is counted apart. */
export const READS: ReadonlySet<Method> = new Set<Method>([
  'desk',
  'summary',
  'book',
  'sheet',
  'mail',
  'letter',
  'events',
  'drive',
  'form',
  'section',
  'resolve',
]);

/** Methods that run the script and so may take long. */
export const LONG: ReadonlySet<Method> = new Set<Method>(['open', 'click', 'run', 'submit', 'advance', 'helper']);

/** What went wrong: a code the page has words for, or the words of whoever refused. */
export interface Failure {
  readonly code: FailureCode;
  readonly text: string;
}

export type FailureCode = 'malformed' | 'noAccess' | 'unknown' | 'refused' | 'broken' | 'lost';

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export interface DialogView {
  readonly id: number;
  readonly kind: 'alert' | 'prompt';
  readonly title: string | undefined;
  readonly message: string;
  readonly buttons: readonly string[];
}

/** What the server tells every window without being asked. */
export type Notice =
  | { readonly kind: 'changed'; readonly revision: number; readonly now: number }
  | { readonly kind: 'busy'; readonly what: Method; readonly who: string; readonly since: number; readonly now: number }
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'dialog' } & { readonly dialog: DialogView })
  | { readonly kind: 'dialogGone'; readonly id: number };

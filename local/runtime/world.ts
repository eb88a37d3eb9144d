// The state of a local Workspace, shared by its services: clock, ids, stored slices, quotas, and the hooks between them.
import { DAILY_QUOTAS } from './quotas';
import { NotEmulated, ScriptError } from './service';

export type Edition = 'consumer' | 'workspace';

/** A quota's name; the limits per edition are in `quotas.ts`. */
export type QuotaName =
  | 'mail.recipients'
  | 'calendar.events'
  | 'triggers.minutes'
  | 'spreadsheets.created'
  | 'documents.created'
  | 'properties.calls';

/** Who runs the current execution and how far it may go (https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle). */
export interface ExecutionContext {
  readonly index: number;
  readonly functionName: string;
  readonly authMode: 'NONE' | 'LIMITED' | 'FULL';
  /** How it began; a clock trigger has no user interface. */
  readonly origin: 'menu' | 'rpc' | 'simpleTrigger' | 'trigger' | 'direct';
  readonly user: string;
  readonly startedAt: number;
  /** The spreadsheet this execution is bound to, when there is one. */
  readonly activeSpreadsheetId: string | undefined;
}

/** A file as Drive knows it. Forms, spreadsheets and documents have one too; their content is kept by their own service. */
export interface FileRecord {
  id: string;
  name: string;
  mimeType: string;
  parents: string[];
  description: string;
  appProperties: Record<string, string>;
  properties: Record<string, string>;
  owner: string;
  trashed: boolean;
  createdTime: number;
  modifiedTime: number;
  /** Content of an ordinary (not Google-native) file, base64. */
  content?: string;
  permissions: PermissionRecord[];
  starred: boolean;
  webViewLink?: string;
}

export interface PermissionRecord {
  id: string;
  type: 'user' | 'group' | 'domain' | 'anyone';
  role: 'owner' | 'organizer' | 'fileOrganizer' | 'writer' | 'commenter' | 'reader';
  emailAddress?: string;
  view?: string;
}

/** What a kind of Google-native file does when Drive creates or deletes one. */
export interface FileKind {
  /** Called after the record exists; creates the native content (a blank form, spreadsheet, document). */
  created(file: FileRecord): void;
  /** Called when the file is deleted for good. */
  deleted(file: FileRecord): void;
  /** The link people open. */
  link(file: FileRecord): string;
  /** Called when Drive has copied the record: fills the copy's content. Absent: copying this kind is not emulated. */
  copied?(source: FileRecord, copy: FileRecord): void;
}

/** Drive's registry, implemented by `services/drive`; the other services register their files through it. */
export interface FileRegistry {
  /** Creates a record owned by the current user; `id` defaults to a fresh one. Does NOT call the kind's `created`. */
  register(file: { id?: string; name: string; mimeType: string; parents?: string[]; content?: string }): FileRecord;
  find(id: string): FileRecord | undefined;
  touch(id: string): void;
}

/** A message that left for somebody's mailbox. */
export interface MailRecord {
  id: string;
  at: number;
  /** `mail`: sent by a script; `invitation`/`update`/`cancellation`: sent by Calendar (iMIP, RFC 6047); `share`: by Drive; `receipt`: by Forms; `reply`: a guest's answer. */
  kind: 'mail' | 'invitation' | 'update' | 'cancellation' | 'share' | 'receipt' | 'reply';
  from: string;
  fromName?: string;
  replyTo?: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  text: string;
  html?: string;
  /** The text/calendar part of an iMIP message. */
  ics?: string;
  /** `content` is base64; `cid` marks an inline image, which the HTML shows as `<img src="cid:…">`. */
  attachments: { name: string; contentType: string; content: string; cid?: string }[];
}

/** A respondent's submission, as the runtime needs it to fire `onFormSubmit` triggers. */
export interface FormSubmission {
  formId: string;
  responseId: string;
  at: number;
  /** Where the answers were also written, when the form has a destination. */
  destination?: {
    spreadsheetId: string;
    sheetId: number;
    row: number;
    values: unknown[];
    namedValues: Record<string, string[]>;
  };
}

/** The virtual clock: starts where the options say and moves only when work is charged or time is advanced. */
export class VirtualClock {
  #now: number;
  constructor(start: number) {
    this.#now = start;
  }
  /** Milliseconds since the epoch. */
  now(): number {
    return this.#now;
  }
  /** Moves the clock on by `ms` (≥ 0). */
  charge(ms: number): void {
    this.#now += ms;
  }
  /** Moves the clock to `when`; never backwards. */
  moveTo(when: number): void {
    if (when > this.#now) this.#now = when;
  }
}

export interface WorldOptions {
  now: number;
  timeZone: string;
  /** Apps Script locale of new spreadsheets, e.g. `ru_RU`. */
  locale: string;
  user: string;
  edition: Edition;
  /** State read back from disk. */
  stored?: StoredState;
}

/** Everything that survives an execution, as plain JSON. */
export interface StoredState {
  now: number;
  nextId: number;
  slices: Record<string, unknown>;
}

/** Two forms of the same state: `unpack` gives back what `pack` was given. */
export interface Packing<T, P> {
  readonly pack: (state: T) => P;
  readonly unpack: (packed: P) => T;
}

interface QuotaSlice {
  /** Quota and user → what was used in the 24 hours from the first use. */
  windows: Record<string, { since: number; used: number }>;
}

/** One local Workspace's shared state and the hooks by which its services meet. */
export class World {
  readonly clock: VirtualClock;
  readonly timeZone: string;
  readonly locale: string;
  readonly edition: Edition;
  /** Who runs scripts when no execution says otherwise. */
  user: string;
  /** The running execution; services are called outside one only through `LocalWorkspace.globals`. */
  execution: ExecutionContext | undefined;
  /** Active document of executions started by menu or page. */
  activeSpreadsheetId: string | undefined;
  readonly fileKinds = new Map<string, FileKind>();
  #files: FileRegistry | undefined;
  #nextId: number;
  readonly #slices: Record<string, unknown>;
  /** Of the slices that have been worked with; the others are as they were stored. */
  readonly #packings = new Map<string, Packing<unknown, unknown>>();
  readonly #submissionListeners: ((submission: FormSubmission) => void)[] = [];

  constructor(options: WorldOptions) {
    this.clock = new VirtualClock(options.stored?.now ?? options.now);
    this.timeZone = options.timeZone;
    this.locale = options.locale;
    this.user = options.user;
    this.edition = options.edition;
    this.#nextId = options.stored?.nextId ?? 1;
    this.#slices = options.stored?.slices ?? {};
  }

  /** The current execution's user, else the Workspace's. */
  get effectiveUser(): string {
    return this.execution?.user ?? this.user;
  }

  /**
   * A service's own persistent state: plain JSON, made by `initial` the first time. Mutate it in place.
   * @param packing how it is written down shorter than it is worked with
   */
  slice<T, P = T>(key: string, initial: () => T, packing?: Packing<T, P>): T {
    if (packing !== undefined && !this.#packings.has(key)) {
      this.#packings.set(key, packing as Packing<unknown, unknown>);
      if (key in this.#slices) this.#slices[key] = packing.unpack(this.#slices[key] as P);
    }
    if (!(key in this.#slices)) this.#slices[key] = initial();
    return this.#slices[key] as T;
  }

  /** All state as plain JSON (partly by reference: serialise at once). */
  stored(): StoredState {
    const slices = { ...this.#slices };
    for (const [key, { pack }] of this.#packings) slices[key] = pack(slices[key]);
    return { now: this.clock.now(), nextId: this.#nextId, slices };
  }

  /** A fresh integer, unique in this Workspace. */
  nextNumber(): number {
    return this.#nextId++;
  }

  /** Tells the world that `id`, made by a service in its own way, is an id and not data; gives it back. */
  issued(id: string): string {
    return id;
  }

  /** A fresh id that looks like Google's: `length` characters of the URL-safe alphabet, the same in every run. */
  nextId(length = 44): string {
    return scatter(this.nextNumber(), length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
  }

  /** A fresh positive integer id below 2^31 (form items, sheets): an odd multiplier permutes the residues, so none repeats. */
  nextIntId(): number {
    return Math.imul(this.nextNumber(), 0x9e3779b1) & 0x7fffffff || this.nextIntId();
  }

  get files(): FileRegistry {
    if (this.#files === undefined) throw new NotEmulated('Drive registry before the Drive service is set up');
    return this.#files;
  }
  set files(registry: FileRegistry) {
    this.#files = registry;
  }

  /** Every message sent so far, oldest first. */
  get outbox(): MailRecord[] {
    return this.slice<MailRecord[]>('outbox', () => []);
  }

  /** Puts a message in the outbox. Quotas are the sender's business. */
  post(mail: Omit<MailRecord, 'id' | 'at'>): MailRecord {
    const record: MailRecord = { id: this.nextId(16), at: this.clock.now(), ...mail };
    this.outbox.push(record);
    return record;
  }

  /** Called by Forms when a RESPONDENT (not a script) submits; the runtime fires triggers. */
  formSubmitted(submission: FormSubmission): void {
    for (const listener of this.#submissionListeners) listener(submission);
  }
  onFormSubmitted(listener: (submission: FormSubmission) => void): void {
    this.#submissionListeners.push(listener);
  }

  /** How much of a daily quota is left. */
  quotaLeft(name: QuotaName, user = this.effectiveUser): number {
    return Math.max(0, DAILY_QUOTAS[name][this.edition] - this.#window(name, user).used);
  }

  /** Spends a daily quota or throws as Apps Script does when it is exhausted. */
  spend(name: QuotaName, amount: number, serviceLabel: string, user = this.effectiveUser): void {
    if (this.quotaLeft(name, user) < amount)
      throw new ScriptError(`Service invoked too many times for one day: ${serviceLabel}.`);
    this.#window(name, user).used += amount;
  }

  /** "Quotas are per user": same page. */
  #window(name: QuotaName, user: string): { since: number; used: number } {
    const { windows } = this.slice<QuotaSlice>('quotas', () => ({ windows: {} }));
    const key = `${name} ${user.toLowerCase()}`;
    let window = windows[key];
    // "Quotas … reset at the end of a 24-hour window": https://developers.google.com/apps-script/guides/services/quotas
    if (window === undefined || this.clock.now() - window.since >= 24 * 3_600_000) {
      window = { since: this.clock.now(), used: 0 };
      windows[key] = window;
    }
    return window;
  }
}

/** Spreads a counter over `length` letters so that ids do not look alike, the same in every run (a 64-bit mix per letter). */
function scatter(counter: number, length: number, alphabet: string): string {
  let state = (counter * 0x9e3779b1) >>> 0;
  let text = '';
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state ^ (state >>> 15), 0x85ebca6b) + counter + i * 0x27d4eb2f) >>> 0;
    text += alphabet[(state >>> 8) % alphabet.length] ?? '';
  }
  return text;
}

// The local Workspace: the Apps Script services on this machine, running the very files that `clasp push` would upload.
import type { EditMade } from './runtime/events';
import type { Host } from './runtime/homepage';
import { createWorkspace } from './runtime/workspace';
import type { Deployment } from './runtime/state';
import type { DialogHandler, MenuView, PageView, Screen } from './runtime/screen';
import type { SnapshotOptions } from './runtime/snapshot';
import type { StoredTrigger } from './runtime/triggers';
import type { ExecutionRecord, Fault, LatencyModel, ServiceCall } from './runtime/types';
import type { CardView } from './services/card';
import type { Edition, ExecutionContext, MailRecord, QuotaName, World } from './runtime/world';

export { ApiError, NotEmulated, ScriptError } from './runtime/service';
export { ExecutionKilled } from './runtime/types';
export { requiredScopes, sufficientScopes } from './runtime/scopes';
export { NO_LATENCY, TYPICAL_LATENCY } from './runtime/latency';
export { IllegalValue } from './runtime/serialise';
export type { DialogAnswer, DialogHandler, DialogRequest, MenuView, PageView } from './runtime/screen';
export type { SnapshotOptions } from './runtime/snapshot';
export type { EditMade } from './runtime/events';
export type { Host } from './runtime/homepage';
export type { CardView } from './services/card';
export type { StoredTrigger } from './runtime/triggers';
export type { ExecutionRecord, Fault, LatencyModel, LogEntry, ServiceCall } from './runtime/types';
export type { Edition, MailRecord, QuotaName, World } from './runtime/world';

export interface LocalWorkspaceOptions {
  /** Folder where state is kept between runs; in memory when absent. State found there wins over `now`. */
  dir?: string;
  /** A state as `LocalWorkspace.state()` gave it: where this one begins, unless `dir` holds one. */
  state?: string;
  /** The virtual clock starts here. Default: 1 September 2025, 08:00 UTC. */
  now?: Date;
  /** IANA name. Default: Asia/Novokuznetsk. */
  timeZone?: string;
  /** Default: ru_RU. */
  locale?: string;
  /** E-mail of who runs scripts. Default: director@school.example. */
  user?: string;
  /** Which quotas. Default: workspace. */
  edition?: Edition;
  /** Virtual time charged per service call. Default: none. */
  latency?: 'none' | 'typical' | LatencyModel;
  /** Asked before every service call: what goes wrong at it. */
  faults?: (call: ServiceCall) => Fault | undefined;
  /** An add-on (default) or a script bound to the document: trigger limits and what `onOpen` may do differ. */
  deployment?: Deployment;
}

/** What the user sees and does in the open document. */
export interface LocalUi {
  readonly menus: readonly MenuView[];
  readonly sidebar: PageView | undefined;
  readonly dialog: PageView | undefined;
  /** Toasts of the active document so far. */
  readonly toasts: readonly { at: number; title: string; message: string }[];
  /** Alerts and prompts so far, each with its answer. */
  readonly dialogs: Screen['dialogs'];
  /** Clicks an item by its captions from the menu bar down; runs its function as the user. */
  click(...captions: string[]): unknown;
  /** Closes the sidebar or dialog. */
  close(what: 'sidebar' | 'dialog'): void;
}

export interface LocalWorkspace {
  /** SpreadsheetApp, FormApp, Calendar, Drive … for use from outside scripts: no scope, no time limit, execution 0. */
  readonly globals: Record<string, unknown>;
  /**
   * Installs a built project, as `clasp push` would.
   * @param distDir holds appsscript.json, .js/.gs and .html files; read now, and again when state is read back from `dir`
   */
  install(distDir: string): void;
  /** Creates a spreadsheet and makes it the active document; gives its id. */
  createSpreadsheet(name: string): string;
  /**
   * Runs a function in a fresh V8 context, with the 6-minute limit. Returns a host copy of its result.
   * @throws the script's error; ExecutionKilled when a fault or a limit ended it
   */
  run(functionName: string, ...args: unknown[]): unknown;
  /** The same as a page would call it through google.script.run: arguments and result pass its serialisation. */
  rpc(functionName: string, ...args: unknown[]): unknown;
  /** A person has typed into a sheet (`editCell`): runs the project's `onEdit` and the installed triggers for edits, as the user. */
  edited(edit: EditMade): void;
  /**
   * Opens the panel of a Workspace add-on (a project whose manifest has `addOns`) in a host: its homepage's cards. Sheets shows it beside
   * the active document; Calendar and Drive have none.
   */
  homepage(host: Host): CardView[];
  /**
   * A respondent fills the published form in. Fires installed triggers. Gives the response id.
   * @param by who, when (default: now; a later moment moves the clock there), and which response is edited
   */
  submitForm(
    formId: string,
    answers: Record<string, unknown>,
    by?: { email?: string; at?: Date; editResponseId?: string },
  ): string;
  /** Moves the clock on and fires due clock triggers on the way. */
  advanceTo(when: Date): void;
  /** Every service call since creation. */
  readonly calls: readonly ServiceCall[];
  /** All user-visible state as plain JSON with ids normalised. */
  snapshot(options?: SnapshotOptions): unknown;

  /** The state itself, for the Workspace's own screens and exporters. */
  readonly world: World;
  /** Every message sent so far. */
  readonly outbox: readonly MailRecord[];
  /** Who answers alerts and prompts; without a handler asking is NotEmulated. */
  answerDialogs(handler: DialogHandler | undefined): void;
  /** A guest answers an invitation. */
  respond(answer: { email: string; eventId: string; status: 'accepted' | 'declined' | 'tentative' }): void;
  readonly ui: LocalUi;
  /** Installed triggers, oldest first. */
  readonly triggers: readonly StoredTrigger[];
  /** Executions so far with status and log, oldest first. */
  readonly executions: readonly ExecutionRecord[];
  /**
   * The user opens the active document: the screen is cleared and `onOpen` runs.
   * As an add-on: in AuthMode.NONE until a function of it has been used in the document, then LIMITED; bound: LIMITED.
   */
  openDocument(options?: { authMode?: ExecutionContext['authMode'] }): void;
  /** How much of a daily quota is left. */
  quota(name: QuotaName): number;
  /** Another execution takes a lock (`script`, `document` or `user`) until the returned function is called. */
  holdLock(name: 'script' | 'document' | 'user'): () => void;
  /** Makes another spreadsheet the active document. */
  activate(spreadsheetId: string): void;
  /** The whole state as text, to begin another Workspace from: as if the machine had been copied at this moment. */
  state(): string;
  /** Writes the state to `dir` now. Changes through `globals` are written soon by themselves; those through `world` are not. */
  save(): void;
}

/** Makes a Workspace, empty or as `dir` holds it. */
export function createLocalWorkspace(options: LocalWorkspaceOptions = {}): LocalWorkspace {
  return createWorkspace(options);
}

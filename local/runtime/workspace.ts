// The Workspace behind `createLocalWorkspace`: brings the services, the executions, the triggers and the disk together.
import { existsSync } from 'node:fs';
import type { LocalUi, LocalWorkspace, LocalWorkspaceOptions } from '..';
import type { CardView } from '../services/card';
import { respondToInvitation, setCalendarScopes } from '../services/calendar';
import { createDriveRegistry, markForeign, setOnlyAppFiles, withAllFiles } from '../services/drive';
import { submitAsRespondent } from '../services/form';
import { newSpreadsheet } from '../services/spreadsheet';
import { findBook } from '../services/spreadsheet/state';
import { createScriptContext } from './context';
import { clockEvent, type EditMade, editEvent, formSubmitEvent, openEvent, sheetSubmitEvent } from './events';
import { execute, ExecutionGate, type Kernel, type Plan } from './execution';
import { createGlobals } from './globals';
import { cardsOf, homepageEvent, homepageFunction, type Host } from './homepage';
import { NO_LATENCY, TYPICAL_LATENCY } from './latency';
import { Membrane } from './membrane';
import {
  parseSaved,
  readSaved,
  savedNow,
  type SavedWorkspace,
  saveSoon,
  saveWaiting,
  textOf,
  writeSaved,
} from './persistence';
import { loadProject, type Project } from './project';
import { hostRealm } from './realm';
import { grantedScopes } from './consent';
import { authorise } from './scopes';
import type { MenuItemView, MenuView } from './screen';
import { serialiseArgument, serialiseResult } from './serialise';
import { ScriptError } from './service';
import { takeSnapshot } from './snapshot';
import { runtimeOf } from './state';
import { TrackedWorld } from './tracked-world';
import { dueTrigger, rearm, storedTriggers, type StoredTrigger } from './triggers';
import type { FormSubmission } from './world';

const MINUTE = 60_000;
/** Real milliseconds of passing time that a killed process may lose. */
const BETWEEN_SAVES_MS = 2000;

/** Scopes that show files the app has nothing to do with. */
const ALL_OF_DRIVE = /\/auth\/drive(\.readonly|\.metadata|\.metadata\.readonly)?$/;

/** What the kernel keeps between runs. */
interface RuntimeSlice {
  executions: number;
  /** Documents in which a function of the add-on has been used. */
  enabled: string[];
}

/** Makes the Workspace; see `LocalWorkspace` for what each member does. */
export function createWorkspace(options: LocalWorkspaceOptions): LocalWorkspace {
  const saved =
    (options.dir === undefined ? undefined : readSaved(options.dir)) ??
    (options.state === undefined ? undefined : parseSaved(options.state, 'the given state'));
  const world = new TrackedWorld({
    now: (options.now ?? new Date(Date.UTC(2025, 8, 1, 8))).getTime(),
    timeZone: options.timeZone ?? 'Asia/Novokuznetsk',
    locale: options.locale ?? 'ru_RU',
    user: options.user ?? 'director@school.example',
    edition: options.edition ?? 'workspace',
    ...(saved === undefined ? {} : { stored: saved.world }),
  });
  world.files = createDriveRegistry(world);
  world.activeSpreadsheetId = saved?.activeSpreadsheetId;
  const state = runtimeOf(world);
  state.deployment = options.deployment ?? 'addon';
  const own = world.slice<RuntimeSlice>('runtime', () => ({ executions: 0, enabled: [] }));

  let busy = false;
  const latency = options.latency ?? 'none';
  const kernel: Kernel = {
    world,
    state,
    calls: [],
    executions: [],
    latency: latency === 'none' ? NO_LATENCY : latency === 'typical' ? TYPICAL_LATENCY : latency,
    faults: options.faults,
    authorise: (call, context) => {
      authorise(call, context, grantedScopes(world, state.project?.manifest.oauthScopes));
    },
    nextExecution: () => ++own.executions,
    unscoped: (body) => {
      const { dir } = options;
      // While something runs the state is not whole; what runs will save.
      if (dir !== undefined && !busy) saveSoon(dir, save);
      return withAllFiles(world, body);
    },
  };
  const outside = new Membrane(hostRealm, new ExecutionGate(kernel, undefined, Infinity));
  const globals = Object.fromEntries(
    Object.entries(createGlobals(world, undefined)).map(([name, service]) => [name, outside.service(service)]),
  );
  state.outside = {
    membrane: outside,
    compile: (parameters, body) => {
      const script = createScriptContext({ now: () => world.clock.now(), seed: 0 });
      for (const [name, service] of Object.entries(globals)) script.define(name, service);
      return script.compile(parameters, body);
    },
  };

  const whole = (): SavedWorkspace => ({
    world: world.stored(),
    ...(state.project === undefined ? {} : { project: state.project.folder }),
    ...(world.activeSpreadsheetId === undefined ? {} : { activeSpreadsheetId: world.activeSpreadsheetId }),
  });

  let savedAt = performance.now();

  function save(): void {
    if (options.dir === undefined) return;
    savedNow(options.dir);
    writeSaved(options.dir, whole());
  }

  /** While time passes: a state of a whole school takes longer to write than a trigger to run. Who ends must still save. */
  function saveNowAndThen(): void {
    const now = performance.now();
    if (now - savedAt < BETWEEN_SAVES_MS) return;
    save();
    savedAt = performance.now();
  }

  /** Does something that changes state, and keeps the result whatever comes of it. */
  function keeping<T>(body: () => T): T {
    const outermost = !busy;
    if (outermost && options.dir !== undefined) saveWaiting(options.dir);
    busy = true;
    try {
      return body();
    } finally {
      if (outermost) busy = false;
      // Inside another execution the state is not whole; that one will save.
      if (world.execution === undefined) save();
    }
  }

  function project(): Project {
    if (state.project === undefined) throw new Error('No script is installed: call install(distDir) first');
    return state.project;
  }

  function install(folder: string): void {
    state.project = loadProject(folder);
    const scopes = state.project.manifest.oauthScopes;
    setOnlyAppFiles(world, scopes !== undefined && !scopes.some((scope) => ALL_OF_DRIVE.test(scope)));
    setCalendarScopes(world, scopes);
  }

  /** As the user at the screen. */
  function runAsUser(
    functionName: string,
    origin: Plan['origin'],
    args: readonly unknown[],
    more: Partial<Pick<Plan, 'authMode' | 'args' | 'optional'>> = {},
  ): unknown {
    if (
      world.activeSpreadsheetId !== undefined &&
      origin !== 'simpleTrigger' &&
      !own.enabled.includes(world.activeSpreadsheetId)
    )
      own.enabled.push(world.activeSpreadsheetId);
    return execute(kernel, project(), {
      functionName,
      origin,
      authMode: 'FULL',
      user: world.user,
      activeSpreadsheetId: world.activeSpreadsheetId,
      args: () => args.map((arg) => outside.toHost(arg, `an argument of ${functionName}`)),
      ...more,
    });
  }

  /** Functions whose names end in «_» are not for pages, menus or triggers: guides/html/communication#private_functions */
  function refusePrivate(functionName: string): void {
    if (functionName.endsWith('_'))
      throw new ScriptError(`Script function not found: ${functionName} (a name that ends in _ is private)`);
  }

  /** Runs a trigger's function as whoever made the trigger. Its failure is recorded, not thrown. */
  function fire(trigger: StoredTrigger, args: Plan['args']): void {
    const startedAt = world.clock.now();
    const refused = (error: string): void => {
      const index = kernel.nextExecution();
      const { handler: functionName } = trigger;
      const record = {
        index,
        functionName,
        origin: 'trigger',
        startedAt,
        endedAt: startedAt,
        status: 'failed',
      } as const;
      kernel.executions.push({ ...record, error, logs: [] });
    };
    // https://developers.google.com/apps-script/guides/services/quotas: «Triggers total runtime»
    const left = world.quotaLeft('triggers.minutes', trigger.user);
    if (left <= 0) return refused('Exception: Service using too much computer time for one day');
    if (trigger.handler.endsWith('_')) return refused(`Exception: Script function not found: ${trigger.handler}`);
    try {
      execute(kernel, project(), {
        functionName: trigger.handler,
        origin: 'trigger',
        authMode: 'FULL',
        user: trigger.user,
        activeSpreadsheetId: trigger.documentId ?? (trigger.source === 'SPREADSHEETS' ? trigger.sourceId : undefined),
        args,
      });
    } catch {
      // `execute` has recorded it; live would send its owner a digest mail, which is not emulated.
    }
    const minutes = (world.clock.now() - startedAt) / MINUTE;
    world.spend('triggers.minutes', Math.min(left, minutes), 'trigger', trigger.user);
  }

  const submissions: FormSubmission[] = [];
  world.onFormSubmitted((submission) => submissions.push(submission));

  function fireSubmissions(): void {
    for (let next = submissions.shift(); next !== undefined; next = submissions.shift()) {
      const submission = next;
      const { destination, formId } = submission;
      for (const trigger of [...storedTriggers(world)]) {
        if (trigger.event !== 'ON_FORM_SUBMIT') continue;
        if (trigger.source === 'FORMS' && trigger.sourceId === formId)
          fire(trigger, (services) => [formSubmitEvent(services, trigger, submission)]);
        else if (destination !== undefined && trigger.sourceId === destination.spreadsheetId)
          fire(trigger, (services) => [sheetSubmitEvent(services, trigger, destination)]);
      }
    }
  }

  function advance(until: number): void {
    for (;;) {
      const trigger = dueTrigger(world, until);
      if (trigger?.nextAt === undefined) break;
      world.clock.moveTo(trigger.nextAt);
      const at = world.clock.now();
      fire(trigger, () => [clockEvent(trigger, at)]);
      rearm(trigger, world.clock.now());
      saveNowAndThen();
    }
    world.clock.moveTo(until);
  }

  /** Triggers that edits fire: https://developers.google.com/apps-script/guides/triggers#onedite ; an error stays in the record. */
  function edited(edit: EditMade): void {
    const id = edit.spreadsheetId;
    // An add-on that nobody has used in the document has no triggers there.
    if (state.project !== undefined && (state.deployment === 'bound' || own.enabled.includes(id))) {
      try {
        execute(kernel, project(), {
          functionName: 'onEdit',
          origin: 'simpleTrigger',
          authMode: 'LIMITED',
          user: world.user,
          activeSpreadsheetId: id,
          optional: true,
          args: (services) => [editEvent(services, 'LIMITED', edit)],
        });
      } catch {
        // `execute` has recorded it; whoever types sees nothing of it.
      }
    }
    for (const trigger of [...storedTriggers(world)])
      if (trigger.event === 'ON_EDIT' && trigger.sourceId === id)
        fire(trigger, (services) => [editEvent(services, 'FULL', edit, trigger)]);
  }

  function openDocument(authMode: Plan['authMode'] | undefined): void {
    const id = world.activeSpreadsheetId;
    if (id === undefined) throw new Error('No document is active: call createSpreadsheet(name) first');
    Object.assign(state.screen, { menus: [], sidebar: undefined, dialog: undefined });
    const usual = state.deployment === 'bound' || own.enabled.includes(id) ? 'LIMITED' : 'NONE';
    const mode = authMode ?? usual;
    runAsUser('onOpen', 'simpleTrigger', [], {
      authMode: mode,
      optional: true,
      args: (services) => [openEvent(services, mode, id)],
    });
    for (const trigger of [...storedTriggers(world)])
      if (trigger.event === 'ON_OPEN' && trigger.sourceId === id)
        fire(trigger, (services) => [openEvent(services, 'FULL', id, trigger)]);
  }

  function click(captions: readonly string[]): unknown {
    let item: MenuItemView | undefined;
    for (const [depth, caption] of captions.entries()) {
      if (depth === 0) item = state.screen.menus.filter(({ title }) => title === caption).map(asItem)[0];
      else if (item?.kind === 'submenu') item = item.menu.items.find((entry) => captionOf(entry) === caption);
      else item = undefined;
    }
    if (item?.kind !== 'item') throw new Error(`No menu item «${captions.join('» › «')}»`);
    const { functionName } = item;
    refusePrivate(functionName);
    return keeping(() => outside.toRealm(runAsUser(functionName, 'menu', []), `the result of ${functionName}`));
  }

  /** The panel of a Workspace add-on: only in Sheets is there a document. */
  function homepage(host: Host): CardView[] {
    const { manifest } = project();
    const functionName = homepageFunction(manifest, host);
    const result = execute(kernel, project(), {
      functionName,
      origin: 'direct',
      authMode: 'FULL',
      user: world.user,
      activeSpreadsheetId: host === 'sheets' ? world.activeSpreadsheetId : undefined,
      args: () => [homepageEvent(manifest, host)],
    });
    return cardsOf(result, functionName);
  }

  const ui: LocalUi = {
    get menus() {
      return state.screen.menus;
    },
    get sidebar() {
      return state.screen.sidebar;
    },
    get dialog() {
      return state.screen.dialog;
    },
    get toasts() {
      const id = world.activeSpreadsheetId;
      return id === undefined ? [] : (findBook(world, id)?.toasts ?? []);
    },
    get dialogs() {
      return state.screen.dialogs;
    },
    click: (...captions) => click(captions),
    close: (what) => {
      state.screen[what] = undefined;
    },
  };

  // A build folder that is gone leaves the state as it is, with nothing installed.
  if (saved?.project !== undefined && existsSync(saved.project)) install(saved.project);

  return {
    globals,
    install: (distDir) => keeping(() => install(distDir)),
    createSpreadsheet: (name) =>
      keeping(() => {
        const id = newSpreadsheet(world, name);
        // The user's own file: Drive does not show it to an app that has only drive.file.
        markForeign(world, id);
        return (world.activeSpreadsheetId = id);
      }),
    run: (functionName, ...args) =>
      keeping(() => outside.toRealm(runAsUser(functionName, 'direct', args), `the result of ${functionName}`)),
    rpc: (functionName, ...args) => {
      refusePrivate(functionName);
      const sent = args.map((arg) => serialiseArgument(arg));
      return keeping(() => serialiseResult(runAsUser(functionName, 'rpc', sent)));
    },
    edited: (edit) => keeping(() => edited(edit)),
    homepage: (host) => keeping(() => homepage(host)),
    submitForm: (formId, answers, by = {}) =>
      keeping(() => {
        const { at, ...who } = by;
        if (at !== undefined && at.getTime() > world.clock.now()) advance(at.getTime());
        const id = submitAsRespondent(world, formId, answers, {
          ...who,
          ...(at === undefined ? {} : { at: at.getTime() }),
        });
        fireSubmissions();
        return id;
      }),
    advanceTo: (when) => keeping(() => advance(when.getTime())),
    calls: kernel.calls,
    snapshot: (snapshotOptions = {}) => takeSnapshot(world, snapshotOptions),
    world,
    get outbox() {
      return world.outbox;
    },
    answerDialogs: (handler) => {
      state.screen.answer = handler;
    },
    respond: (answer) => keeping(() => respondToInvitation(world, answer)),
    ui,
    get triggers() {
      return storedTriggers(world);
    },
    executions: kernel.executions,
    openDocument: (how = {}) => keeping(() => openDocument(how.authMode)),
    quota: (name) => world.quotaLeft(name),
    holdLock: (name) => {
      const suffix = { script: '', document: `:${world.activeSpreadsheetId ?? ''}`, user: `:${world.user}` }[name];
      state.heldLocks.set(name + suffix, -1);
      return () => void state.heldLocks.delete(name + suffix);
    },
    activate: (spreadsheetId) => keeping(() => void (world.activeSpreadsheetId = spreadsheetId)),
    state: () => textOf(whole()),
    save,
  };
}

function asItem(menu: MenuView): MenuItemView {
  return { kind: 'submenu', menu };
}

function captionOf(item: MenuItemView): string | undefined {
  if (item.kind === 'item') return item.caption;
  return item.kind === 'submenu' ? item.menu.title : undefined;
}

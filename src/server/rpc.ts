// The page's one door: checks the request, runs the use case, words the answer.
import { otherAccount } from '../app/account';
import { ACTION_IDS, actionOf, isActionId } from '../app/actions';
import type { Field, Preview, RawInput } from '../app/action';
import { findResources } from '../app/bank/search';
import { home, type HomeStep } from '../app/home';
import { missingPermissions } from '../app/permissions';
import type { Ports } from '../app/ports';
import { pumpRun, startRun, stopRun } from '../app/runs/engine';
import { currentRun, type RunRecord } from '../app/runs/record';
import { notSetUp } from '../app/context';
import type { Message, Outcome } from '../domain/message';
import { createPorts } from '../google/ports';
import type {
  ActionId,
  FieldView,
  HomeView,
  PreviewView,
  ProblemView,
  Reply,
  ReplyOf,
  Request,
  RunView,
  StepView,
} from '../shared/contract';
import { JOURNAL, RUN_STATES } from '../workbook/tables';
import { guarded } from './guard';
import { isViewId, openDialog } from './menu';
import { HANDLERS } from './triggers';
import { say } from './words';

/** A page call may work this long before it answers, so that progress is seen. */
const PAGE_WORKING_MS = 25_000;

export function answer(request: unknown): Reply<ReplyOf[keyof ReplyOf]> {
  const startedAt = Date.now();
  const outcome = guarded((): Outcome<ReplyOf[keyof ReplyOf]> => {
    const checked = checkedRequest(request);
    if (checked === undefined) return { ok: false, problems: [{ code: 'rpc.malformed' }] };
    return dispatch(createPorts({ say }, HANDLERS, startedAt, PAGE_WORKING_MS), checked);
  });
  return outcome.ok ? { ok: true, value: outcome.value } : { ok: false, problems: outcome.problems.map(problemView) };
}

function dispatch(ports: Ports, request: Request): Outcome<ReplyOf[keyof ReplyOf]> {
  switch (request.method) {
    case 'home':
      return { ok: true, value: homeView(ports) };
    case 'fields':
      return {
        ok: true,
        value: actionOf(ports, request.action)
          .fields(ports)
          .map((field) => fieldView(request.action, field)),
      };
    case 'preview': {
      const preview = actionOf(ports, request.action).preview(ports, request.input);
      return preview.ok
        ? { ok: true, value: previewView(request.action, preview.value, missingPermissions(ports)) }
        : preview;
    }
    case 'start':
      return viewed(startRun(ports, actionOf(ports, request.action), request.input));
    case 'pump':
      return viewed(pumpRun(ports, actionOf, request.run));
    case 'stop':
      return viewed(stopRun(ports, request.run));
    case 'groups':
      return ports.views().groups(ports, request.edit);
    case 'timetable':
      return ports.views().timetable(ports, request.module, request.edit);
    case 'coverage':
      return ports.views().coverage(ports);
    case 'sheet':
      return ports.workbook.activate(request.sheet)
        ? { ok: true, value: { shown: request.sheet } }
        : { ok: false, problems: [{ code: 'link.gone' }] };
    case 'dialog':
      openDialog(request.view);
      return { ok: true, value: { opened: request.view } };
    case 'runs':
      return { ok: true, value: lastRuns(ports) };
    case 'search':
      return { ok: true, value: findResources(ports, request.query) };
  }
}

/** Nothing from a page is believed: undefined unless it is exactly a request. */
function checkedRequest(request: unknown): Request | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  const { method, action, input, run, query, edit, view, module, sheet } = request as Record<string, unknown>;
  switch (method) {
    case 'home':
    case 'coverage':
    case 'runs':
      return { method };
    case 'groups':
      return edit === undefined ? { method } : isRecord(edit) ? { method, edit } : undefined;
    case 'timetable':
      if ((module !== undefined && !isShort(module)) || (edit !== undefined && !isRecord(edit))) return undefined;
      return { method, ...(module === undefined ? {} : { module }), ...(edit === undefined ? {} : { edit }) };
    case 'sheet':
      return typeof sheet === 'number' && Number.isInteger(sheet) ? { method, sheet } : undefined;
    case 'dialog':
      return isViewId(view) ? { method, view } : undefined;
    case 'fields':
      return isActionId(action) ? { method, action } : undefined;
    case 'preview':
    case 'start':
      return isActionId(action) && isRecord(input) ? { method, action, input } : undefined;
    case 'pump':
    case 'stop':
      return typeof run === 'string' && run.length <= 50 ? { method, run } : undefined;
    case 'search':
      return isShort(query) ? { method, query } : undefined;
    default:
      return undefined;
  }
}

const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= 200;

const isRecord = (value: unknown): value is RawInput =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const problemView = (problem: Message): ProblemView => ({ code: problem.code, text: say(problem) });

/** An action's name over its own screens: there the menu's «…» has nothing more to promise. */
const headingOf = (action: ActionId): string => say({ code: `action.${action}` }).replace(/…$/, '');

function previewView(action: ActionId, preview: Preview, missing: readonly Message[]): PreviewView {
  return {
    action,
    title: headingOf(action),
    lines: preview.lines.map(say),
    counts: preview.counts.map(({ label, value }) => ({ label: say(label), value })),
    ...(preview.example === undefined ? {} : { example: preview.example }),
    warnings: [...missing, ...preview.warnings].map(say),
    ...(preview.columns === undefined
      ? {}
      : { columns: preview.columns.map((column) => ({ ...column, label: say(column.label) })) }),
    ...(preview.ready === undefined ? {} : { ready: preview.ready }),
    confirm: say({ code: `confirm.${action}` }),
  };
}

function fieldView(action: ActionId, field: Field): FieldView {
  return {
    name: field.name,
    label: say({ code: `field.${action}.${field.name}` }),
    help: say({ code: `field.${action}.${field.name}.help` }),
    kind: field.kind,
    options: field.options ?? [],
    value: field.value ?? '',
    required: field.required ?? false,
  };
}

function viewed(outcome: Outcome<RunRecord>): Outcome<RunView> {
  return outcome.ok ? { ok: true, value: runView(outcome.value) } : outcome;
}

function runView(record: RunRecord): RunView {
  return {
    run: record.run,
    action: record.action,
    title: headingOf(record.action),
    state: record.state,
    done: record.done,
    total: record.total,
    lines: record.lines.map(say),
    links: record.links.map(({ label, url }) => ({ label: say(label), url, ...sheetOf(url) })),
    undoable: record.state === 'done' && record.action !== 'undoRun',
  };
}

/** Links with a sheet's id are `linkTo`'s own: to this spreadsheet. */
function sheetOf(url: string): { readonly sheet?: number } {
  const id = /#gid=(\d+)$/.exec(url)?.[1];
  return id === undefined ? {} : { sheet: Number(id) };
}

function homeView(ports: Ports): HomeView {
  const view = home(ports, ports.clock.today());
  const other = otherAccount(ports);
  const record = currentRun(ports);
  const open = record !== undefined && (record.state === 'running' || record.state === 'waiting') ? record : undefined;
  return {
    title: say({ code: 'menu.title' }),
    steps: view.steps.map(stepView),
    beside: view.beside.map(stepView),
    numbers: view.numbers.map(({ label, value, source }) => ({ label: say(label), value, source: say(source) })),
    next: view.next,
    running: open === undefined ? undefined : runView(open),
    problems: [...(other === undefined ? [] : [other]), ...view.problems].map(problemView),
  };
}

const stepView = ({ action, state, line }: HomeStep): StepView => ({
  action,
  title: say({ code: `action.${action}` }),
  state,
  line: say(line),
});

const LAST_RUNS = 10;

/** The journal's last rows; which action a row was is known from its words. */
function lastRuns(ports: Ports): readonly RunView[] {
  if (notSetUp(ports, JOURNAL) !== undefined) return [];
  const byTitle = new Map(ACTION_IDS.map((action) => [say({ code: `action.${action}` }), action]));
  return ports.workbook
    .read(JOURNAL)
    .rows.slice(-LAST_RUNS)
    .reverse()
    .flatMap(({ run, action: title, state, result }) => {
      const action = byTitle.get(title);
      const known = state in RUN_STATES ? (state as keyof typeof RUN_STATES) : 'done';
      return action === undefined
        ? []
        : [
            {
              run,
              action,
              title,
              state: known,
              done: 0,
              total: 0,
              lines: result.split('\n'),
              links: [],
              undoable: known === 'done' && action !== 'undoRun',
            },
          ];
    });
}

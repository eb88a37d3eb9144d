// Runs an action in small steps with a checkpoint after each, so that whatever dies can be taken up again.
import { backoffMs } from '../../domain/backoff';
import type { Message, Outcome } from '../../domain/message';
import type { ActionId } from '../../shared/contract';
import { otherAccount } from '../account';
import type { Action, Field, Link, Preview, RawInput, RunInfo, Step } from '../action';
import type { Ports, Trouble } from '../ports';
import { beginJournal, endJournal, nextRun } from './journal';
import { currentRun, fitsAsInput, isOpen, keep, park, parkedRun, type RunRecord, type RunState } from './record';

/** An action with its types forgotten: what the registry holds. */
export interface AnyAction {
  readonly id: ActionId;
  fields(ports: Ports): readonly Field[];
  preview(ports: Ports, raw: RawInput): Outcome<Preview>;
  read(ports: Ports, raw: RawInput): Outcome<unknown>;
  begin(ports: Ports, input: unknown): void;
  step(ports: Ports, run: RunInfo, input: unknown, cursor: unknown): Step<unknown>;
}

/** Forgets an action's types. What comes back to `step` is what its own `read` and `step` gave, through JSON. */
export function anyAction<I, C>(action: Action<I, C>): AnyAction {
  const read = (ports: Ports, raw: RawInput): Outcome<I> => {
    const other = action.anyAccount === true ? undefined : otherAccount(ports);
    return other === undefined ? action.read(ports, raw) : { ok: false, problems: [other] };
  };
  return {
    id: action.id,
    fields: (ports) => action.fields(ports),
    read,
    preview(ports, raw) {
      const input = read(ports, raw);
      return input.ok ? action.preview(ports, input.value) : input;
    },
    begin: (ports, input) => action.begin?.(ports, input as I),
    step: (ports, run, input, cursor) => action.step(ports, run, input as I, cursor as C | undefined),
  };
}

/** What an idle heartbeat remembers; any run makes it out of date. */
export const IDLE = 'idle';
/** A run that fails in this many executions in a row ends: somebody must look at it. */
const MOST_FAILURES = 3;
/** The same while Google itself is out of order: the heartbeat tries for two days. */
const MOST_OUTAGES = 48;
/** How often a step is tried again within an execution, after a wait. */
const MOST_RETRIES = 3;
const BUSY = { ok: false, problems: [{ code: 'run.busy' }] } as const;

/** Checks the input, writes the run into the journal, and does what fits into this execution. */
export function startRun(ports: Ports, action: AnyAction, raw: RawInput): Outcome<RunRecord> {
  const turn = ports.exclusively((): Outcome<RunRecord> => {
    const open = currentRun(ports);
    if (isOpen(open)) {
      const gone = makeWay(ports, action, open);
      if (gone !== undefined) return gone;
    }
    const input = action.read(ports, raw);
    if (!input.ok) return input;
    ports.store.later(IDLE, undefined);
    const by = ports.user();
    const record: RunRecord = {
      run: nextRun(ports),
      action: action.id,
      by,
      ...(fitsAsInput(input.value) ? { input: input.value } : {}),
      state: 'running',
      done: 0,
      total: 0,
      lines: [],
      links: [],
    };
    action.begin(ports, input.value);
    // The record first: a death between the two leaves a run that goes on, not a row of one that nobody knows.
    keep(ports, record);
    beginJournal(ports, record);
    return work(ports, action, record, input.value);
  });
  return turn?.value ?? BUSY;
}

/** Another run is open: the set-up mends what may be holding it, so it goes first; one that only waits is put aside. */
function makeWay(ports: Ports, action: AnyAction, open: RunRecord): Outcome<RunRecord> | undefined {
  if (action.id === 'setUp') {
    end(ports, open, 'stopped', [{ code: 'run.stopped' }], []);
    return undefined;
  }
  if (open.state === 'waiting' && open.action !== action.id && parkedRun(ports) === undefined) {
    park(ports, open);
    return undefined;
  }
  return { ok: false, problems: [{ code: 'run.another', fields: { action: open.action, run: open.run } }] };
}

/** Goes on with the open run for as long as this execution may; a finished run is given back as it is. */
export function pumpRun(
  ports: Ports,
  actionOf: (ports: Ports, id: ActionId) => AnyAction,
  run?: string,
): Outcome<RunRecord> {
  const turn = ports.exclusively((): Outcome<RunRecord> => {
    const record = currentRun(ports);
    if (record === undefined || (run !== undefined && record.run !== run)) return unknownRun(run);
    if (!isOpen(record)) {
      // Died between the record and its row in the journal: the row is mended now.
      endJournal(ports, record);
      return { ok: true, value: record };
    }
    if (record.by !== ports.user())
      return { ok: false, problems: [{ code: 'run.otherUser', fields: { run: record.run, by: record.by } }] };
    if (record.input === undefined)
      return { ok: true, value: end(ports, record, 'failed', [{ code: 'run.inputLost' }], []) };
    return work(ports, actionOf(ports, record.action), record, record.input);
  });
  return turn?.value ?? BUSY;
}

/** Stops the open run where it stands; what was done stays and is in the journal. */
export function stopRun(ports: Ports, run: string): Outcome<RunRecord> {
  const turn = ports.exclusively((): Outcome<RunRecord> => {
    const record = currentRun(ports);
    if (record?.run !== run) return unknownRun(run);
    return { ok: true, value: isOpen(record) ? end(ports, record, 'stopped', [{ code: 'run.stopped' }], []) : record };
  });
  return turn?.value ?? BUSY;
}

const unknownRun = (run: string | undefined): Outcome<RunRecord> => ({
  ok: false,
  problems: [{ code: 'run.unknown', fields: { run: run ?? '' } }],
});

function work(ports: Ports, action: AnyAction, from: RunRecord, input: unknown): Outcome<RunRecord> {
  let record: RunRecord = { ...from, state: 'running' };
  let failures = 0;
  do {
    let step: Step<unknown>;
    try {
      step = action.step(ports, { run: record.run, action: record.action }, input, record.cursor);
    } catch (error) {
      const trouble = ports.explain(error);
      ports.workbook.forget();
      failures += 1;
      // Steps may be repeated from their cursor, so a trouble is waited out here and not at each call.
      const again = !trouble.lasting && trouble.passes !== 'day' && failures <= MOST_RETRIES;
      if (again && ports.clock.pause(backoffMs(failures, ports.chance()))) continue;
      return failed(ports, record, trouble);
    }
    failures = 0;
    if (step.state === 'finished') return { ok: true, value: end(ports, record, 'done', step.lines, step.links) };
    if (step.state === 'refused') return { ok: true, value: end(ports, record, 'failed', step.problems, []) };
    record = {
      ...record,
      failures: 0,
      cursor: step.cursor,
      done: step.done,
      total: step.total,
      lines: [step.line],
      state: step.state === 'waiting' ? 'waiting' : 'running',
    };
    keep(ports, record);
  } while (record.state === 'running' && ports.clock.mayGoOn());
  return { ok: true, value: record };
}

/** The run may be taken up a few times; then, or when repeating is pointless, it ends and frees the way for others. */
function failed(ports: Ports, record: RunRecord, { problem, lasting, passes }: Trouble): Outcome<RunRecord> {
  if (passes === 'day') {
    const { done, total } = record;
    const lines = total > done ? [problem, { code: 'run.left', fields: { done, left: total - done } }] : [problem];
    const waiting: RunRecord = { ...record, state: 'waiting', lines };
    keep(ports, waiting);
    return { ok: true, value: waiting };
  }
  const failures = (record.failures ?? 0) + 1;
  const most = passes === 'soon' ? MOST_OUTAGES : MOST_FAILURES;
  if (lasting || failures >= most) return { ok: true, value: end(ports, record, 'failed', [problem], []) };
  keep(ports, { ...record, failures });
  return { ok: false, problems: [problem] };
}

function end(
  ports: Ports,
  record: RunRecord,
  state: RunState,
  lines: readonly Message[],
  links: readonly Link[],
): RunRecord {
  const { run, action, by, total } = record;
  const ended: RunRecord = {
    run,
    action,
    by,
    total,
    state,
    lines,
    links,
    done: state === 'done' ? total : record.done,
  };
  // The journal first: a death between the two leaves a run that goes on and ends again, not a row that stays «идёт».
  endJournal(ports, ended);
  keep(ports, ended);
  return ended;
}

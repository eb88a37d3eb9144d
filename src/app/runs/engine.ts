// Runs an action in small steps with a checkpoint after each, so that whatever dies can be taken up again.
import type { Message, Outcome } from '../../domain/message';
import type { ActionId } from '../../shared/contract';
import type { Action, Field, Link, Preview, RawInput, RunInfo, Step } from '../action';
import type { Ports } from '../ports';
import { beginJournal, endJournal } from './journal';
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
  return {
    id: action.id,
    fields: (ports) => action.fields(ports),
    read: (ports, raw) => action.read(ports, raw),
    preview(ports, raw) {
      const input = action.read(ports, raw);
      return input.ok ? action.preview(ports, input.value) : input;
    },
    begin: (ports, input) => action.begin?.(ports, input as I),
    step: (ports, run, input, cursor) => action.step(ports, run, input as I, cursor as C | undefined),
  };
}

/** What an idle heartbeat remembers; any run makes it out of date. */
export const IDLE = 'idle';
/** A step that throws this often in a row ends its run: somebody must look at it. */
const MOST_FAILURES = 3;
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
      run: beginJournal(ports, action.id, by),
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
    keep(ports, record);
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
  actions: Readonly<Record<ActionId, AnyAction>>,
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
    return work(ports, actions[record.action], record, record.input);
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
  let record = from;
  do {
    let step: Step<unknown>;
    try {
      step = action.step(ports, { run: record.run, action: record.action }, input, record.cursor);
    } catch (error) {
      return failed(ports, record, error);
    }
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

/** The step may be repeated a few times; then, or when repeating is pointless, the run ends and frees the way for others. */
function failed(ports: Ports, record: RunRecord, error: unknown): Outcome<RunRecord> {
  const { problem, lasting } = ports.explain(error);
  const failures = (record.failures ?? 0) + 1;
  if (lasting || failures >= MOST_FAILURES) return { ok: true, value: end(ports, record, 'failed', [problem], []) };
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
  keep(ports, ended);
  endJournal(ports, ended);
  return ended;
}

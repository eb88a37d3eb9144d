// Presses a button of a region and counts what that cost: the same for every part of the bench.
import { performance } from 'node:perf_hooks';
import { Director } from '../examples/demo/director';
import type { LocalWorkspace, ServiceCall } from '../local/index';
import type { ActionId, Request, RunView } from '../src/shared/contract';
import { excessOf, fewestIn, fewestOf } from './fewest';
import type { MemoryProbe } from './memory';
import { nameOf, Recorder } from './recorder';

/** Executions end before this, in virtual seconds. */
export const LONGEST_SECONDS = 4.5 * 60;
const DAY_MS = 86_400_000;

export interface StepCost {
  readonly action: string;
  readonly calls: number;
  /** Were all calls of a kind in one execution one call. */
  readonly fewest: number;
  /** Which calls are more than that. */
  readonly excess: string;
  /** The same, were the step's executions also as few as the modelled time lets them be. */
  readonly fewestInAll: number;
  readonly executions: number;
  readonly seconds: number;
  /** The longest execution, virtual seconds. */
  readonly longest: number;
  readonly wallSeconds: number;
  /** The largest property written, bytes. */
  readonly property: number;
  /** The longest text written into a cell, characters; absent where memory is watched, for then the log keeps no cells. */
  readonly text?: number;
  /** Absent where it was not watched. */
  readonly memoryMb?: number;
}

type Watcher = <T>(execution: () => T) => T;

/** The deputy director of a region: every press is measured. */
export class RegionDesk {
  readonly director: Director;
  readonly steps: StepCost[] = [];
  /** What did not come to its end, and why. */
  readonly failures: string[] = [];
  readonly #recorder: Recorder;

  constructor(
    readonly workspace: LocalWorkspace,
    private readonly probe: MemoryProbe | undefined,
    private readonly progress: ((line: string) => void) | undefined,
  ) {
    this.director = new Director(workspace);
    this.#recorder = new Recorder(workspace);
  }

  /** Starts the action and follows it to its end, over days where a quota makes it wait. */
  press(action: ActionId, input: Readonly<Record<string, unknown>> = {}, label: string = action): void {
    this.#measure(label, (watched) => {
      this.#follow(
        watched(() => this.director.ask({ method: 'start', action, input })),
        watched,
      );
    });
  }

  /** A part of the work whose failure does not stop the others. */
  attempt(part: () => void): void {
    try {
      part();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.failures.push(why);
      this.progress?.(`FAILED ${why}`);
    }
  }

  /** One question of the page, which changes nothing. */
  ask(request: Request, label: string): void {
    this.#measure(label, (watched) => {
      watched(() => this.director.ask(request));
    });
  }

  /** So many hourly heartbeats, one after another. */
  beat(times: number, label: string): void {
    this.#measure(label, (watched) => {
      for (let beat = 0; beat < times; beat += 1) {
        watched(() => this.workspace.run('onHeartbeat'));
        this.wait(DAY_MS / 24);
      }
    });
    const open = this.director.ask({ method: 'home' }).running;
    if (open !== undefined) this.#finish(open, `${label}, начатое ею`);
  }

  /** What a heartbeat began is gone on with, or nothing else can be pressed. */
  #finish(open: RunView, label: string): void {
    this.#measure(label, (watched) => {
      this.#follow(open, watched);
    });
  }

  #follow(begun: RunView, watched: Watcher): void {
    let run = begun;
    while (run.state === 'running' || run.state === 'waiting') {
      if (run.state === 'waiting') this.wait(DAY_MS);
      const { run: id } = run;
      run = watched(() => this.director.ask({ method: 'pump', run: id }));
    }
    if (run.state !== 'done') throw new Error(`${run.action}: ${run.state}: ${run.lines.join(' ')}`);
  }

  /** Time passes with the triggers asleep: heartbeats have a step of their own. */
  wait(ms: number): void {
    const { clock } = this.workspace.world;
    clock.moveTo(clock.now() + ms);
  }

  #measure(label: string, work: (watched: Watcher) => void): void {
    this.#recorder.cut('');
    const before = this.workspace.executions.length;
    const begun = performance.now();
    let memory = 0;
    work((execution) => {
      if (this.probe === undefined) return execution();
      const { result, megabytes } = this.probe.watch(execution);
      memory = Math.max(memory, megabytes);
      return result;
    });
    const { calls, executions, modelledSeconds: seconds } = this.#recorder.cut(label);
    const ran = this.workspace.executions.slice(before);
    const cost: StepCost = {
      action: label,
      calls: calls.length,
      fewest: fewestOf(calls),
      excess: excessOf(calls),
      fewestInAll: fewestIn(Math.max(1, Math.ceil(seconds / LONGEST_SECONDS)), calls),
      executions,
      seconds,
      longest: Math.max(...ran.map(({ startedAt, endedAt }) => (endedAt - startedAt) / 1000)),
      wallSeconds: (performance.now() - begun) / 1000,
      property: Math.max(0, ...calls.filter((call) => /^Properties\.setPropert/.test(nameOf(call))).map(bytesOf)),
      ...(this.probe === undefined
        ? { text: calls.reduce((most, call) => Math.max(most, longestText(call)), 0) }
        : { memoryMb: memory }),
    };
    this.progress?.(
      `${label}: ${String(executions)} executions, the longest ${cost.longest.toFixed(0)} virtual s; ${cost.wallSeconds.toFixed(1)} s here`,
    );
    this.steps.push(cost);
  }
}

/** The largest value a call sets. */
function bytesOf({ args }: ServiceCall): number {
  const [first, second] = args;
  const values = typeof first === 'object' && first !== null ? Object.values(first) : [second];
  return Math.max(0, ...values.map((value) => Buffer.byteLength(String(value), 'utf8')));
}

function longestText({ args }: ServiceCall): number {
  let longest = 0;
  for (const arg of args)
    for (const row of Array.isArray(arg) ? (arg as readonly unknown[]) : [])
      for (const cell of Array.isArray(row) ? (row as readonly unknown[]) : [row])
        if (typeof cell === 'string') longest = Math.max(longest, cell.length);
  return longest;
}

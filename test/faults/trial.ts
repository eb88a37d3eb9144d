// One disturbance of one scene: the faults, then what a person (or the next heartbeat) does about it, then the state reached.
import {
  createLocalWorkspace,
  ExecutionKilled,
  type Fault,
  type LocalWorkspace,
  type ServiceCall,
} from '../../local/index';
import type { Reply, ReplyOf, Request, RunView } from '../../src/shared/contract';
import type { Between } from './between';
import { SETTING, type Press, type Scene } from './scenes';

const MINUTE = 60_000;
/** Heartbeats after the one that was disturbed, which nothing disturbs. */
const NEXT_BEATS = 2;
/** A person who is refused again and again gives up after so many times more than there were faults. */
const MOST_PRESSES = 3;

export interface Ended {
  readonly workspace: LocalWorkspace;
  /** Calls that the undisturbed part made; faults count from 1. */
  readonly calls: number;
  /** What the person was told, refusals among it. */
  readonly said: readonly string[];
}

/** Asked before each call of an execution, those of the next attempts too: its number from 1. */
export type Watch = (position: number, workspace: LocalWorkspace, call: ServiceCall) => Fault | undefined;

/** Plays a scene to its end, however often that takes. */
export function play(scene: Scene, watch: Watch, between?: Between): Ended {
  let calls = 0;
  let faults = 0;
  let watching = false;
  const workspace: LocalWorkspace = createLocalWorkspace({
    ...SETTING,
    state: scene.state,
    faults: (call) => {
      if (!watching || call.execution === 0) return undefined;
      calls += 1;
      const fault = watch(calls, workspace, call);
      if (fault !== undefined) faults += 1;
      return fault;
    },
  });
  const said: string[] = [];
  const { clock } = workspace.world;
  const survives = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof ExecutionKilled)) throw error;
    }
  };
  if (scene.does === 'heartbeat') {
    // The trigger is due at this very moment. What it leaves is the next ones' business; they come at once, so that stamps are equal.
    watching = true;
    workspace.advanceTo(new Date(clock.now()));
    const first = calls;
    let well = 0;
    while (well < NEXT_BEATS) {
      const before = faults;
      survives(() => void workspace.run('onHeartbeat'));
      if (faults === before) well += 1;
    }
    return { workspace, calls: first, said };
  }
  // Waiting between attempts stays within one minute, so that stamps in the sheets are equal.
  clock.moveTo(clock.now() - (clock.now() % MINUTE) + MINUTE);
  const person = new Person(workspace, scene.does, said);
  watching = true;
  const well = person.press();
  const first = calls;
  if (between !== undefined) survives(() => between.act(workspace));
  if (!well) person.takeUp(() => MOST_PRESSES + faults);
  if (!well && between !== undefined) undisturbed(() => survives(() => between.act(workspace)));
  return { workspace, calls: first, said };

  /** Once more as long as the last of the faults comes in it. */
  function undisturbed(act: () => void): void {
    let before;
    do {
      before = faults;
      act();
    } while (faults > before);
  }
}

/** Who pressed, sees what the page shows, and presses again where it does not show an end. */
class Person {
  /** The runs before this press. */
  readonly #before: ReadonlySet<string>;

  constructor(
    private readonly workspace: LocalWorkspace,
    private readonly does: Press,
    private readonly said: string[],
  ) {
    this.#before = new Set(this.#ask({ method: 'runs' })?.map(({ run }) => run));
  }

  /** One press, followed to its end; false when it is not seen to end well. */
  press(): boolean {
    return this.#survives(() => {
      const { action, input } = this.does;
      if (this.#ask({ method: 'preview', action, input }) === undefined) return false;
      return this.#follow(this.#ask({ method: 'start', action, input }));
    });
  }

  /**
   * The page is opened again: an open run goes on; where none is open and nothing is done, the button is pressed again.
   * @param most how often at most
   */
  takeUp(most: () => number): void {
    for (let times = 0; times < most(); times++) if (this.#survives(() => this.#once())) return;
    throw new Error(`after ${String(most())} presses it is not done`);
  }

  #once(): boolean {
    const home = this.#ask({ method: 'home' });
    // Who is not shown whether a run is open looks once more.
    if (home === undefined) return false;
    if (home.running !== undefined) return this.#follow(this.#ask({ method: 'pump', run: home.running.run }));
    const runs = this.#ask({ method: 'runs' });
    if (runs === undefined) return false;
    const isDone = ({ run, action, state }: (typeof runs)[number]): boolean =>
      action === this.does.action && state === 'done' && !this.#before.has(run);
    return runs.some(isDone) || this.press();
  }

  #survives(act: () => boolean): boolean {
    try {
      return act();
    } catch (error) {
      if (error instanceof ExecutionKilled) return false;
      throw error;
    }
  }

  #follow(begun: RunView | undefined): boolean {
    let run = begun;
    while (run?.state === 'running') run = this.#ask({ method: 'pump', run: run.run });
    if (run !== undefined) this.said.push(...run.lines);
    return run?.state === 'done';
  }

  #ask<R extends Request>(request: R): ReplyOf[R['method']] | undefined {
    const reply = this.workspace.rpc('rpc', request) as Reply<ReplyOf[R['method']]>;
    if (reply.ok) return reply.value;
    this.said.push(...reply.problems.map(({ text }) => text));
    return undefined;
  }
}

// One disturbance of one scene: the fault, then what a person (or the next heartbeat) does about it, then the state reached.
import { createLocalWorkspace, ExecutionKilled, type Fault, type LocalWorkspace } from '../../local/index';
import type { Reply, ReplyOf, Request, RunView } from '../../src/shared/contract';
import { SETTING, type Press, type Scene } from './scenes';

const MINUTE = 60_000;
/** Heartbeats after the one that was disturbed. */
const NEXT_BEATS = 2;
/** A person who is refused again and again gives up after this many times. */
const MOST_PRESSES = 4;

export interface Ended {
  readonly workspace: LocalWorkspace;
  /** Calls that the undisturbed part made; faults count from 1. */
  readonly calls: number;
  /** What the person was told, refusals among it. */
  readonly said: readonly string[];
}

/** Asked before each call of an execution: its number from 1. */
export type Watch = (position: number, workspace: LocalWorkspace) => Fault | undefined;

/** Plays a scene to its end, however often that takes. */
export function play(scene: Scene, watch: Watch): Ended {
  let calls = 0;
  let watching = false;
  const workspace: LocalWorkspace = createLocalWorkspace({
    ...SETTING,
    state: scene.state,
    faults: ({ execution }) => {
      if (!watching || execution === 0) return undefined;
      calls += 1;
      return watch(calls, workspace);
    },
  });
  const said: string[] = [];
  const { clock } = workspace.world;
  if (scene.does === 'heartbeat') {
    // The trigger is due at this very moment. What it leaves is the next ones' business; they come at once, so that stamps are equal.
    watching = true;
    workspace.advanceTo(new Date(clock.now()));
    watching = false;
    for (let times = 0; times < NEXT_BEATS; times++) workspace.run('onHeartbeat');
    return { workspace, calls, said };
  }
  // Waiting between attempts stays within one minute, so that stamps in the sheets are equal.
  clock.moveTo(clock.now() - (clock.now() % MINUTE) + MINUTE);
  const person = new Person(workspace, scene.does, said);
  watching = true;
  const well = person.press();
  watching = false;
  if (!well) person.takeUp();
  return { workspace, calls, said };
}

/** Who pressed, sees what the page shows, and presses again where it does not show an end. */
class Person {
  /** The last run before this press. */
  readonly #before: string | undefined;

  constructor(
    private readonly workspace: LocalWorkspace,
    private readonly does: Press,
    private readonly said: string[],
  ) {
    this.#before = this.#ask({ method: 'runs' })?.[0]?.run;
  }

  /** One press, followed to its end; false when it is not seen to end well. */
  press(): boolean {
    const { action, input } = this.does;
    try {
      if (this.#ask({ method: 'preview', action, input }) === undefined) return false;
      return this.#follow(this.#ask({ method: 'start', action, input }));
    } catch (error) {
      if (error instanceof ExecutionKilled) return false;
      throw error;
    }
  }

  /** The page is opened again: an open run goes on; where none is open and nothing is done, the button is pressed again. */
  takeUp(): void {
    for (let times = 0; times < MOST_PRESSES; times++) {
      const open = this.#ask({ method: 'home' })?.running;
      if (open !== undefined) {
        if (this.#follow(this.#ask({ method: 'pump', run: open.run }))) return;
        continue;
      }
      const last = this.#ask({ method: 'runs' })?.[0];
      const done = last?.action === this.does.action && last.state === 'done' && last.run !== this.#before;
      if (done || this.press()) return;
    }
    throw new Error(`after ${String(MOST_PRESSES)} presses it is not done`);
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

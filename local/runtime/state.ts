// What the kernel's services share beside the World and what does not outlive the process: project, screen, logs, locks.
import type { Membrane } from './membrane';
import type { Project } from './project';
import { createScreen, type Screen } from './screen';
import type { LogEntry } from './types';
import type { World } from './world';

/** How the script is attached to the document: decides the trigger limits and what `onOpen` may do. */
export type Deployment = 'addon' | 'bound';

/** A running execution's way into its own realm, for HtmlService templates. */
export interface ScriptScope {
  readonly membrane: Pick<Membrane<unknown>, 'toHost'>;
  /** Compiles a function in the script's realm, in sight of the script's globals. */
  compile(parameters: readonly string[], body: string): (...args: unknown[]) => unknown;
}

/** The kernel's part of one local Workspace. */
export interface RuntimeState {
  project: Project | undefined;
  deployment: Deployment;
  /** The realm of the running execution; none while nothing runs. */
  scope: ScriptScope | undefined;
  /** Where templates made from outside any execution run: a realm of its own each, in sight of the services. */
  outside: ScriptScope | undefined;
  /** What the user has on the screen in the open document. */
  readonly screen: Screen;
  /** Where Logger and console write now. */
  logs: LogEntry[];
  /** Locks held by «other executions» (tests set these) or by an outer execution while a nested one runs. */
  readonly heldLocks: Map<string, number>;
}

const states = new WeakMap<World, RuntimeState>();

/** The runtime state of a world, made on first use. */
export function runtimeOf(world: World): RuntimeState {
  let state = states.get(world);
  if (state === undefined) {
    state = {
      project: undefined,
      deployment: 'addon',
      scope: undefined,
      outside: undefined,
      screen: createScreen(),
      logs: [],
      heldLocks: new Map(),
    };
    states.set(world, state);
  }
  return state;
}

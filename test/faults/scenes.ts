// The scenes of a school's cycle: every press of a button and every kind of heartbeat, each with the state just before it.
import { createLocalWorkspace, type LocalWorkspace, type LocalWorkspaceOptions } from '../../local/index';
import { Cycle, type School } from '../../examples/demo/cycle';
import { Director, type Done } from '../../examples/demo/director';
import type { ActionId } from '../../src/shared/contract';

/** One thing that may be disturbed: what is done, and the whole Workspace before it. */
export interface Scene {
  /** `sendNeeds`, `processAnswers 3`, `heartbeat 2`. */
  readonly name: string;
  readonly does: Press | 'heartbeat';
  /** As `LocalWorkspace.state` gives it. */
  readonly state: string;
}

export interface Press {
  readonly action: ActionId;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Where the schools are; the clock begins on a Monday at five in the morning there. */
export const SETTING: LocalWorkspaceOptions = {
  now: new Date('2026-09-06T22:00:00Z'),
  timeZone: 'Asia/Novokuznetsk',
  locale: 'ru_RU',
  user: 'director@school.example',
};

/** A Workspace in which somebody works while the scenes are kept. */
export interface Stage {
  readonly workspace: LocalWorkspace;
  /** Whoever presses buttons here is recorded. */
  readonly director: Director;
  /** Until now, in their order. */
  scenes(): readonly Scene[];
}

/** Presses are told to whoever watches before they happen. */
class Watched extends Director {
  constructor(
    workspace: LocalWorkspace,
    private readonly before: (press: Press) => void,
  ) {
    super(workspace);
  }

  override act(action: ActionId, input: Readonly<Record<string, unknown>> = {}): Done {
    this.before({ action, input });
    return super.act(action, input);
  }
}

/**
 * An empty spreadsheet with the add-on installed. Every press becomes a scene; of the many heartbeats those that call the same
 * kinds of services are alike, and the first of each becomes one.
 */
export function openStage(name: string, dist: string): Stage {
  const scenes: Scene[] = [];
  const numbers = new Map<string, number>();
  const named = (what: string): string => {
    const number = (numbers.get(what) ?? 0) + 1;
    numbers.set(what, number);
    return number === 1 ? what : `${what} ${String(number)}`;
  };
  const kinds = new Set<string>();
  let beat: { readonly execution: number; readonly state: string; readonly services: Set<string> } | undefined;
  const closeBeat = (): void => {
    const kind = [...(beat?.services ?? [])].sort().join();
    if (beat !== undefined && !kinds.has(kind)) {
      kinds.add(kind);
      scenes.push({ name: named('heartbeat'), does: 'heartbeat', state: beat.state });
    }
    beat = undefined;
  };
  const workspace = createLocalWorkspace({
    ...SETTING,
    faults: ({ execution, service, method }) => {
      if (execution === 0) return undefined;
      if (beat?.execution !== execution) {
        closeBeat();
        if (workspace.world.execution?.origin === 'trigger')
          beat = { execution, state: workspace.state(), services: new Set() };
      }
      beat?.services.add(`${service}.${method}`);
      return undefined;
    },
  });
  workspace.install(dist);
  workspace.createSpreadsheet(name);
  const director = new Watched(workspace, (does) => {
    closeBeat();
    scenes.push({ name: named(does.action), does, state: workspace.state() });
  });
  return {
    workspace,
    director,
    scenes: () => {
      closeBeat();
      return scenes;
    },
  };
}

/** The scenes of the whole cycle of a school, as the demo plays it. */
export function scenesOf(school: School, dist: string): readonly Scene[] {
  const stage = openStage(`Время роста — ${school.name}`, dist);
  new Cycle(stage.workspace, stage.director, school, { step: () => undefined }).run();
  return stage.scenes();
}

// The demo's whole cycle, cut at every step: what each costs, and how long all of it takes on this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Cycle } from '../examples/demo/cycle';
import { Director } from '../examples/demo/director';
import { summarise, type Summary } from '../examples/demo/summary';
import { writeFiles } from '../examples/demo/write-files';
import type { LocalWorkspace } from '../local/index';
import { type FormCost, formCosts } from './forms';
import { type Cost, Recorder } from './recorder';
import { newWorkspace, sampleSchool } from './schools';

export interface CycleCost {
  readonly onOpen: Cost;
  readonly steps: readonly Cost[];
  readonly forms: readonly FormCost[];
  readonly summary: Summary;
  readonly heartbeats: Heartbeats;
  /** From reading the sample's files to the last file written. */
  readonly wallSeconds: number;
  /** Of this process, all its threads: says how much of the wall time was waiting for a busy machine. */
  readonly cpuSeconds: number;
}

/** What the hourly checks of the whole cycle cost: on live Apps Script their time a day is limited. */
export interface Heartbeats {
  readonly executions: number;
  readonly callsEach: number;
  /** Modelled minutes on the fullest day. */
  readonly minutesOfFullestDay: number;
}

const DAY_MS = 86_400_000;

function heartbeatsOf({ calls, executions }: LocalWorkspace): Heartbeats {
  const ran = executions.filter(({ functionName }) => functionName === 'onHeartbeat');
  const indexes = new Set(ran.map(({ index }) => index));
  const days = new Map<number, number>();
  for (const { startedAt, endedAt } of ran) {
    const day = Math.floor(startedAt / DAY_MS);
    days.set(day, (days.get(day) ?? 0) + (endedAt - startedAt) / 60_000);
  }
  const made = calls.filter(({ execution }) => indexes.has(execution)).length;
  return {
    executions: ran.length,
    callsEach: made / Math.max(1, ran.length),
    minutesOfFullestDay: Math.max(0, ...days.values()),
  };
}

export async function cycleOfSample(): Promise<CycleCost> {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const school = await sampleSchool();
  const workspace = newWorkspace(school.name);
  const recorder = new Recorder(workspace);
  const onOpen = recorder.measure('onOpen', () => {
    workspace.openDocument();
  });
  const director = new Director(workspace);
  const steps: Cost[] = [];
  new Cycle(workspace, director, school, {
    step: (title) => {
      steps.push(recorder.cut(title));
    },
  }).run();
  const summary = summarise(workspace, director, school.programme, school.name);
  const out = mkdtempSync(join(tmpdir(), 'vremya-rosta-bench-'));
  try {
    const { activeSpreadsheetId = '' } = workspace.world;
    await writeFiles(workspace, activeSpreadsheetId, summary, out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  const wallSeconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    onOpen,
    steps,
    forms: formCosts(workspace.calls, director),
    summary,
    heartbeats: heartbeatsOf(workspace),
    wallSeconds,
    cpuSeconds: (user + system) / 1_000_000,
  };
}

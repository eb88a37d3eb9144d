// Prints the bars of the grouping solver: known instances under time limits, and balanced teams beside a published heuristic.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate, validateProblem } from '../src/domain/grouping/solve';
import type { GroupingProblem, GroupingSolution } from '../src/domain/grouping/solve';
import { FAMILIES, makeInstance } from './groups-instances';
import { teamsRows } from './groups-teams';
import { bars, heading, note, table } from './report';

/** What is known of an instance: the best cost, its part for deficits left unserved, and the bar of each time limit in percent. */
interface Known {
  readonly problem: () => GroupingProblem;
  readonly best: number;
  readonly f1: number;
  readonly limits: readonly (readonly [seconds: number, percent: number])[];
  readonly seeds: readonly number[];
}

const stored = (name: string) => (): GroupingProblem => {
  const url = new URL(`../test/domain/grouping/instances/${name}.json`, import.meta.url);
  const checked = validateProblem(JSON.parse(readFileSync(url, 'utf8')));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.problem;
};
const made = (family: string, seed: number) => (): GroupingProblem => makeInstance(family, FAMILIES[family]!, seed);

const SCHOOL: Known['limits'] = [
  [1, 3],
  [5, 1],
];

/** Proven optima where stored; elsewhere the best of long runs, with the least f1 by an integer programme (HiGHS) for the tight ones. */
const KNOWN: readonly Known[] = [
  { problem: stored('m020x08-s1'), best: 9644, f1: 9400, limits: [[1, 3]], seeds: [1, 2, 3] },
  { problem: stored('m061x12-s2'), best: 38675, f1: 37900, limits: SCHOOL, seeds: [1, 2, 3] },
  { problem: stored('m061x12-s4t'), best: 39929, f1: 39000, limits: SCHOOL, seeds: [1, 2, 3] },
  { problem: made('m061x12t', 3), best: 36224, f1: 35400, limits: SCHOOL, seeds: [1, 2, 3] },
  { problem: made('m120x16', 1), best: 137888, f1: 136300, limits: [[10, 5]], seeds: [1] },
];

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Solves the problem by the command, as somebody runs it: starting it counts too. */
function byCommand(problem: GroupingProblem, seconds: number, seed: number): GroupingSolution {
  const folder = mkdtempSync(join(tmpdir(), 'groups-'));
  try {
    const file = join(folder, 'problem.json');
    writeFileSync(file, JSON.stringify(problem));
    const script = fileURLToPath(new URL('groups.mjs', import.meta.url));
    const args = [script, file, '--seconds', String(seconds), '--seed', String(seed)];
    // The command counts its time from the start of its npm, and this one's is long ago.
    const env = { ...process.env, npm_lifecycle_event: undefined };
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env })) as GroupingSolution;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Takes about a minute and a half. */
export function showGroups(): void {
  heading(
    'Группы: потеря охвата и отставание от лучшего известного решения (медиана по зёрнам), предел времени на всю команду',
  );
  const rows = KNOWN.flatMap(({ problem: make, best, f1, limits, seeds }) => {
    const problem = make();
    return limits.map(([seconds, percent]) => {
      const found = seeds.map((seed) => byCommand(problem, seconds, seed));
      return {
        what: `${problem.id}, ${String(seconds)} с`,
        percent,
        broken: found.reduce((sum, { groups }) => sum + evaluate(problem, groups).broken.length, 0),
        loss: median(found.map(({ costParts }) => costParts.f1 - f1)),
        gap: median(found.map(({ cost }) => (100 * (cost - best)) / (best - f1))),
      };
    });
  });
  bars(
    rows.flatMap(({ what, percent, broken, loss, gap }) => [
      { what: `${what}: нарушенных правил`, measured: broken, most: 0 },
      { what: `${what}: потеря охвата`, measured: Math.max(0, loss), most: 0 },
      { what: `${what}: отставание, %`, measured: Math.max(0, gap), most: percent },
    ]),
  );

  heading('Разнородные команды равного размера: цена повторов, меньше — лучше, у обоих одно и то же время');
  const teams = teamsRows(3);
  table(
    ['задача', 'секунд', 'наш поиск', 'парные обмены (LCW)'],
    teams.map(({ instance, seconds, ours, published }) => [instance, seconds, ours, published]),
  );
  note('LCW: Lotfi, Cerveny, 1991; Weitz, Lakshminarayanan, 1997; с новыми началами, пока есть время');
}

// Two searches of one problem at once, as the grouping command does with time enough and a second core.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { betterOf, solveByTwo, suitsTwo } from '../../bench/groups-twin';
import { FAMILIES, makeInstance } from '../../bench/groups-instances';
import { solve } from '../../src/domain/grouping/solve';
import type { GroupingProblem, GroupingSolution } from '../../src/domain/grouping/solve';

function staff(family: string): GroupingProblem {
  const shape = FAMILIES[family];
  if (!shape) throw new Error(family);
  return makeInstance(family, shape, 1);
}

const problem = staff('m020x08');
const solution = solve(problem, { maxRounds: 200 });
const like = (change: Partial<GroupingSolution>): GroupingSolution => ({ ...solution, ...change });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'twin-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A second thread that does what `code` says. */
function thread(name: string, code: string): URL {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads';\n${code}`);
  return pathToFileURL(file);
}

describe('of two solutions', () => {
  it('the cheaper one is given, whichever search found it', () => {
    const dear = like({ cost: 10, groups: [] });
    const cheap = like({ cost: 9 });
    expect(betterOf(dear, cheap).groups).toBe(cheap.groups);
    expect(betterOf(cheap, dear).groups).toBe(cheap.groups);
    expect(betterOf(cheap, dear).cost).toBe(9);
  });

  it('the higher bound holds, but never above the cost, and so does the higher least of what stays unserved', () => {
    const one = like({ cost: 10, bound: 8, leastUnserved: -Infinity });
    expect(betterOf(one, like({ cost: 11, bound: 9.5, leastUnserved: 7 }))).toMatchObject({
      cost: 10,
      bound: 9.5,
      leastUnserved: 7,
    });
    expect(betterOf(one, like({ cost: 11, bound: 10.5 })).bound).toBe(10);
  });
});

describe('the second search', () => {
  it('gets the problem, another seed and a time that ends before the first one’s', async () => {
    const file = join(folder, 'got.json');
    const script = thread(
      'tells',
      `import { writeFileSync } from 'node:fs';
       writeFileSync(${JSON.stringify(file)}, JSON.stringify(workerData));
       parentPort.postMessage({ cost: 1e9, bound: 0, leastUnserved: 0, groups: [] });`,
    );
    const begun = Date.now();
    const found = await solveByTwo(problem, 5, 800, script);
    const {
      problem: its,
      seed,
      until,
    } = JSON.parse(readFileSync(file, 'utf8')) as {
      problem: unknown;
      seed: number;
      until: number;
    };
    expect(its).toEqual(problem);
    expect(seed).not.toBe(5);
    expect(until).toBeGreaterThan(begun);
    expect(until).toBeLessThan(begun + 800);
    expect(found.groups.length).toBeGreaterThan(0);
  });

  it('is believed when it has found the cheaper solution', async () => {
    const script = thread(
      'cheaper',
      `parentPort.postMessage({ cost: -1, bound: -1, leastUnserved: 0, groups: ['its'] });`,
    );
    expect((await solveByTwo(problem, 1, 800, script)).groups).toEqual(['its']);
  });

  it.each([
    ['fails', `throw new Error('no memory');`],
    ['never answers', `setInterval(() => undefined, 1000);`],
  ])('may %s: the first one’s solution is given in time all the same', async (name, code) => {
    const begun = Date.now();
    const found = await solveByTwo(problem, 1, 800, thread(name.replace(' ', '-'), code));
    expect(found.groups.length).toBeGreaterThan(0);
    expect(Date.now() - begun).toBeLessThan(1800);
  });

  it('is made with time enough for a school’s staff only', () => {
    const school = staff('m061x12');
    expect(suitsTwo(school, 4000)).toBe(availableParallelism() > 1);
    expect(suitsTwo(school, 700)).toBe(false);
    expect(suitsTwo({ ...school, teachers: staff('r1200x20').teachers }, 4000)).toBe(false);
  });
});

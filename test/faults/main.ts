// `npm run test:faults`: a fault at every service call of the sample school's cycle; ends with 1 when anything is lost or done twice.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { another, beat, edit, sort } from './between';
import { sampleSchool } from './school';
import { ROOT } from '../root';
import { type Scene, scenesOf } from './scenes';
import { readTroubles, replay, series, type SeriesReport } from './series';
import { smallScenes } from './small-cycle';
import { everyPosition, roundsOf, type SceneReport, spread, sweep } from './sweep';
import { FAULTS } from './trouble';

/** Of a loop's rounds so many are disturbed, from the first to the last. */
const ROUNDS = 4;

const { values } = parseArgs({
  options: {
    /** Every round of every loop. */
    every: { type: 'boolean', default: false },
    /** So many positions a scene, spread evenly. */
    spread: { type: 'string' },
    /** Scenes whose name begins so; several by commas. */
    only: { type: 'string', default: '' },
    /** `1/2`: the first half of the scenes, taken in turn; for several processes side by side. */
    part: { type: 'string', default: '1/1' },
    /** The school of twelve people instead of the sample school. */
    small: { type: 'boolean', default: false },
    /** Instead of single faults so many pairs of them a scene: the second one while the first is made good. */
    twice: { type: 'string' },
    /** The same with three. */
    thrice: { type: 'string' },
    /** Draws other pairs. */
    seed: { type: 'string', default: '1' },
    /** A heartbeat comes before the person presses again. */
    beat: { type: 'boolean', default: false },
    /** The person inserts a column into every sheet before pressing again. */
    edit: { type: 'boolean', default: false },
    /** The person sorts sheets before pressing again. */
    sort: { type: 'boolean', default: false },
    /** The person presses another button first. */
    another: { type: 'boolean', default: false },
    /** Only these troubles, as they were printed. */
    at: { type: 'string' },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function sayScene({ scene, calls, positions, faults, played, survived, failures }: SceneReport): void {
  say(
    `${scene}: обращений ${String(calls)}, мест ${String(positions)}, сбоев ${String(faults)} (разных ${String(played)}), пережито ${String(survived)}`,
  );
  for (const { fault, position, call, what } of failures)
    say(`  ${fault} at call ${String(position)}, ${call}:\n    ${what.split('\n').join('\n    ')}`);
}

if ([values.beat, values.edit, values.sort, values.another].filter(Boolean).length > 1)
  throw new Error('one thing at a time may happen in between');
const between = values.beat ? beat : values.edit ? edit : values.sort ? sort : values.another ? another : undefined;

function saySeries({ scene, series: tried, failures }: SeriesReport): void {
  say(`${scene}: рядов ${String(tried)}, другое состояние ${String(failures.length)}`);
  for (const { troubles, what } of failures) say(`  ${troubles}\n    ${what.split('\n').join('\n    ')}`);
}

function oneByOne(scenes: readonly Scene[]): boolean {
  const choose =
    values.spread !== undefined ? spread(Number(values.spread)) : values.every ? everyPosition : roundsOf(ROUNDS);
  say(`Сцен: ${String(scenes.length)}; в каждом месте ${String(FAULTS.length)} сбоя: ${FAULTS.join(', ')}.`);
  if (values.spread !== undefined) say(`Мест в сцене не больше ${values.spread}, поровну по всей её длине.`);
  else if (!values.every)
    say(
      `Из кругов одного цикла взято ${String(ROUNDS)}, от первого до последнего; остальное всё (--every: все круги).`,
    );
  const reports: SceneReport[] = [];
  for (const scene of scenes) {
    const report = sweep(scene, choose);
    sayScene(report);
    reports.push(report);
  }
  const sum = (of: (report: SceneReport) => number): string =>
    String(reports.reduce((total, report) => total + of(report), 0));
  say(
    `Всего обращений ${sum(({ calls }) => calls)}, мест ${sum(({ positions }) => positions)}, сбоев ${sum(({ faults }) => faults)} (разных ${sum(({ played }) => played)}), пережито ${sum(({ survived }) => survived)}.`,
  );
  return reports.every(({ failures }) => failures.length === 0);
}

function oneAfterAnother(scenes: readonly Scene[], length: number, count: string): boolean {
  const seed = Number(values.seed);
  say(`Сцен: ${String(scenes.length)}; рядов из ${String(length)} сбоев в сцене: ${count}; --seed ${String(seed)}.`);
  const reports = scenes.map((scene) => {
    const report = series(scene, { series: Number(count), length, seed, between });
    saySeries(report);
    return report;
  });
  const tried = reports.reduce((total, report) => total + report.series, 0);
  const other = reports.reduce((total, { failures }) => total + failures.length, 0);
  say(`Всего рядов ${String(tried)}, другое состояние ${String(other)}.`);
  return other === 0;
}

function again(scenes: readonly Scene[], at: string): boolean {
  const found = scenes.map((scene) => ({ scene: scene.name, what: replay(scene, readTroubles(at), between) }));
  for (const { scene, what } of found) say(`${scene}: ${what ?? 'то же состояние'}`);
  return found.every(({ what }) => what === undefined);
}

const dist = mkdtempSync(join(tmpdir(), 'faults-dist-'));
try {
  // Its own copy: a build made meanwhile must not change the product under test.
  cpSync(join(ROOT, 'dist'), dist, { recursive: true });
  const [part = 1, parts = 1] = values.part.split('/').map(Number);
  const scenes = (values.small ? smallScenes(dist) : scenesOf(await sampleSchool(), dist))
    .filter(({ name }) => values.only.split(',').some((begin) => name.startsWith(begin)))
    .filter((_scene, index) => index % parts === part - 1);
  const well =
    values.at !== undefined
      ? again(scenes, values.at)
      : values.twice !== undefined
        ? oneAfterAnother(scenes, 2, values.twice)
        : values.thrice !== undefined
          ? oneAfterAnother(scenes, 3, values.thrice)
          : oneByOne(scenes);
  if (!well) process.exitCode = 1;
} finally {
  rmSync(dist, { recursive: true, force: true });
}

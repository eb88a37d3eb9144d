// `npm run test:faults`: a fault at every service call of the sample school's cycle; ends with 1 when anything is lost or done twice.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, sampleSchool } from './school';
import { scenesOf } from './scenes';
import { everyPosition, FAULTS, roundsOf, type SceneReport, spread, sweep } from './sweep';

/** Of a loop's rounds so many are disturbed, from the first to the last. */
const ROUNDS = 4;

const { values } = parseArgs({
  options: {
    /** Every round of every loop. */
    every: { type: 'boolean', default: false },
    /** So many positions a scene, spread evenly. */
    spread: { type: 'string' },
    /** Scenes whose name begins so. */
    only: { type: 'string', default: '' },
    /** `1/2`: the first half of the scenes, taken in turn; for several processes side by side. */
    part: { type: 'string', default: '1/1' },
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

const dist = mkdtempSync(join(tmpdir(), 'faults-dist-'));
try {
  // Its own copy: a build made meanwhile must not change the product under test.
  cpSync(join(ROOT, 'dist'), dist, { recursive: true });
  const [part = 1, parts = 1] = values.part.split('/').map(Number);
  const choose =
    values.spread !== undefined ? spread(Number(values.spread)) : values.every ? everyPosition : roundsOf(ROUNDS);
  const scenes = scenesOf(await sampleSchool(), dist)
    .filter(({ name }) => name.startsWith(values.only))
    .filter((_scene, index) => index % parts === part - 1);
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
  if (reports.some(({ failures }) => failures.length > 0)) process.exitCode = 1;
} finally {
  rmSync(dist, { recursive: true, force: true });
}

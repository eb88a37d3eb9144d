// `npm run demo`: the whole cycle of a school on the local Workspace, then real files. Default: the sample school.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLocalWorkspace } from '../../local/index';
import { readStaff } from '../../src/domain/staff/import';
import type { RowProblem } from '../../src/domain/message';
import { sayIn } from '../../src/messages/all';
import { PROGRAMMES } from '../../src/programmes';
import { parseAnswers } from '../answers-format';
import { checkAnswers, readLevels } from './check-input';
import { Cycle, RefusedAnswer, type School } from './cycle';
import { Director, Refused } from './director';
import { readTable, UnreadableFile } from './read-table';
import { summarise, type Summary } from './summary';
import { writeFiles } from './write-files';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const SAMPLE = resolve(HERE, '../sample-school');

/** Something in what was given is wrong: said line by line, exit code 2, nothing written. */
class BadInput extends Error {
  override readonly name = 'BadInput';
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

interface Options {
  readonly staff: string;
  readonly answers: string;
  readonly levels: string | undefined;
  readonly programme: string;
  readonly school: string | undefined;
  readonly out: string;
  /** The sample school: its people are made up, so a second cycle may be made up too. */
  readonly sample: boolean;
}

function options(): Options {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        staff: { type: 'string' },
        answers: { type: 'string' },
        levels: { type: 'string' },
        programme: { type: 'string', default: 'vremya-rosta' },
        school: { type: 'string' },
        out: { type: 'string', default: 'out' },
      },
    }));
  } catch {
    throw new BadInput([
      'Не понимаю параметры. Пример: npm run demo -- --staff сотрудники.csv --answers ответы.csv --programme vremya-rosta --out out',
    ]);
  }
  const own = values.staff !== undefined || values.answers !== undefined;
  if (own && (values.staff === undefined || values.answers === undefined))
    throw new BadInput(['Нужны оба файла: --staff (сотрудники) и --answers (ответы)']);
  return {
    staff: resolve(values.staff ?? join(SAMPLE, 'staff.csv')),
    answers: resolve(values.answers ?? join(SAMPLE, 'answers.csv')),
    levels: values.levels !== undefined ? resolve(values.levels) : own ? undefined : join(SAMPLE, 'levels.csv'),
    programme: values.programme,
    school: values.school,
    out: resolve(values.out),
    sample: !own,
  };
}

/** Reads and checks everything before anything is made: every row that is wrong is named. */
async function readSchool(given: Options): Promise<School> {
  const programme = PROGRAMMES.find(({ id }) => id === given.programme);
  if (programme === undefined) {
    throw new BadInput([
      `--programme ${given.programme}: такой программы нет. Есть: ${PROGRAMMES.map(({ id }) => id).join(', ')}`,
    ]);
  }
  const staff = await readTable(given.staff);
  const answers = await readTable(given.answers);
  const people = readStaff(staff, []);
  const parsed = parseAnswers(answers);
  const levels =
    given.levels === undefined
      ? { rows: [], problems: [] }
      : readLevels(programme, await readTable(given.levels), new Set(people.added.map(({ code }) => code)));
  const problems = [
    ...inFile(given.staff, people.problems),
    ...inFile(given.answers, [...parsed.problems, ...checkAnswers(programme, parsed.submissions)]),
    ...inFile(given.levels ?? '', levels.problems),
  ];
  if (problems.length > 0) throw new BadInput(problems);
  const included = people.added.filter((teacher) => teacher.included);
  const schools = included.map(({ school }) => school);
  const common =
    [...new Set(schools)].sort(
      (a, b) => schools.filter((one) => one === b).length - schools.filter((one) => one === a).length,
    )[0] ?? '';
  const name = given.school ?? (common === '' ? 'Наша школа' : common);
  if (!included.some(({ school }) => school === '' || school.toLowerCase() === name.toLowerCase()))
    throw new BadInput([`${given.staff}: в списке нет ни одного участника школы «${name}»`]);
  return { name, staff, levels: levels.rows, submissions: parsed.submissions, programme: programme.id };
}

/** The virtual clock starts early on the day of the first answer. */
function startOf(school: School): Date {
  const first = school.submissions.map(({ at }) => at).sort()[0] ?? '2026-09-07T07:00';
  const [date = '', time = ''] = first.split('T');
  return new Date(`${date}T${time < '06:00' ? '00:00' : '05:00'}:00+07:00`);
}

function inFile(file: string, problems: readonly RowProblem[]): string[] {
  return problems.map((problem) => `${file}: ${sayIn('ru', problem)}`);
}

/** The folder the files are first written into, made before the long work begins: a place that cannot be written to is said at once. */
function makeDraft(draft: string): void {
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
  } catch {
    throw new BadInput([`--out: в папку ${dirname(draft)} нельзя записать. Выберите другую папку`]);
  }
}

function sayStep(number: number, title: string, lines: readonly string[]): void {
  const [first = '', ...rest] = lines;
  process.stdout.write(`${String(number).padStart(3)}. ${title}: ${first}\n`);
  for (const line of rest) process.stdout.write(`     ${line}\n`);
}

function sayEnd(summary: Summary, written: readonly string[], out: string, seconds: number): void {
  const line = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  const per = (share: number): string => `${(Math.round(share * 1000) / 10).toFixed(1).replace('.', ',')} %`;
  line('');
  line(
    `Учителей: ${String(summary.teachers)}; оценили себя: ${String(summary.answered)}; групп: ${String(summary.groups.length)}; занятий: ${String(summary.modules.length)}; без группы осталось дефицитов: ${String(summary.uncovered.length)}`,
  );
  line('Потребности, дефициты, профициты:');
  for (const { title, needs, deficits, surpluses } of summary.competencies) {
    line(
      `  ${title}: ${String(needs.count)} (${per(needs.share)}) · ${String(deficits.count)} (${per(deficits.share)}) · ${String(surpluses.count)} (${per(surpluses.share)})`,
    );
  }
  line(
    `Писем отправлено: ${String(summary.mail.sent)}; папок банка: ${String(summary.bank.folders)}; материалов: ${String(summary.bank.resources)}`,
  );
  line(
    `Обращений к сервисам Google: ${String(summary.calls.total)}; на живом аккаунте это около ${String(Math.round(summary.calls.modelledSeconds / 60))} мин. работы Google за весь цикл, считая ежечасные проверки; здесь прошло ${seconds.toFixed(1).replace('.', ',')} с`,
  );
  line(`Файлы в ${out}:`);
  for (const name of written) line(`  ${name}`);
}

/** Runs the cycle and writes its files beside the target, then moves them in piece by piece: what else lies there stays. */
async function carryOut(
  given: Options,
  school: School,
  draft: string,
): Promise<{ readonly summary: Summary; readonly written: readonly string[] }> {
  const workspace = createLocalWorkspace({
    now: startOf(school),
    timeZone: 'Asia/Novokuznetsk',
    locale: 'ru_RU',
    user: 'director@school.example',
    latency: 'typical',
  });
  workspace.install(join(ROOT, 'dist'));
  const spreadsheetId = workspace.createSpreadsheet(`Время роста — ${school.name}`);
  const director = new Director(workspace);
  let number = 0;
  const cycle = new Cycle(workspace, director, school, {
    step: (title, lines) => {
      number += 1;
      sayStep(number, title, lines);
    },
  });
  cycle.run();
  const first = summarise(workspace, director, given.programme, school.name);
  if (given.sample) cycle.again();
  cycle.note();
  // Needs, deficits and surpluses are those of the first cycle; forms, letters and calls are all there were.
  const { competencies } = first;
  const summary = given.sample
    ? { ...summarise(workspace, director, given.programme, school.name), competencies }
    : first;
  const written = await writeFiles(workspace, spreadsheetId, summary, draft);
  mkdirSync(given.out, { recursive: true });
  for (const name of readdirSync(draft)) {
    rmSync(join(given.out, name), { recursive: true, force: true });
    renameSync(join(draft, name), join(given.out, name));
  }
  return { summary, written };
}

async function main(): Promise<void> {
  const begun = Date.now();
  const given = options();
  const school = await readSchool(given);
  const draft = `${given.out}.partial`;
  makeDraft(draft);
  try {
    const { summary, written } = await carryOut(given, school, draft);
    sayEnd(summary, written, given.out, (Date.now() - begun) / 1000);
  } catch (error) {
    if (error instanceof RefusedAnswer)
      throw new BadInput([`${given.answers}: Строка ${String(error.row)}: ${error.message}`]);
    throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  if (error instanceof BadInput) {
    for (const line of error.lines) process.stderr.write(`${line}\n`);
    process.exitCode = 2;
  } else if (error instanceof UnreadableFile) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof Refused) {
    for (const line of error.texts) process.stderr.write(`${line}\n`);
    process.exitCode = 1;
  } else throw error;
}

// Schools for the benchmarks: the sample one with its answers, and plain ones of any size.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Director } from '../examples/demo/director';
import { readTable } from '../examples/demo/read-table';
import type { School } from '../examples/demo/cycle';
import { parseAnswers } from '../examples/answers-format';
import { createLocalWorkspace, type LocalWorkspace, type LocalWorkspaceOptions } from '../local/index';
import type { ActionId } from '../src/shared/contract';
import { LEVELS_TABLE } from '../src/workbook/tables';
import { Recorder } from './recorder';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DIST = join(ROOT, 'dist');

/** A school from its tables, the third one with results of tests and observations. */
export async function schoolFrom(
  name: string,
  files: { readonly staff: string; readonly answers: string; readonly levels?: string },
): Promise<School> {
  const { submissions, problems } = parseAnswers(await readTable(files.answers));
  if (problems.length > 0) throw new Error(`${files.answers} has ${String(problems.length)} bad rows`);
  const [headings = [], ...levels] = files.levels === undefined ? [] : await readTable(files.levels);
  const keyOf = new Map<string, string>(Object.entries(LEVELS_TABLE.columns).map(([key, { title }]) => [title, key]));
  return {
    name,
    staff: await readTable(files.staff),
    levels: levels.map((row) =>
      Object.fromEntries(headings.map((heading, index) => [keyOf.get(heading) ?? heading, row[index] ?? ''])),
    ),
    submissions,
    programme: 'vremya-rosta',
  };
}

/** The school of the demo. */
export function sampleSchool(): Promise<School> {
  const file = (name: string): string => join(ROOT, 'examples/sample-school', name);
  return schoolFrom('Школа № 1', {
    staff: file('staff.csv'),
    answers: file('answers.csv'),
    levels: file('levels.csv'),
  });
}

/** A small one, for checks that need the whole cycle but not its size. */
export function secondSchool(): Promise<School> {
  const file = (name: string): string => join(ROOT, 'examples/second-school', name);
  return schoolFrom('Вторая школа', { staff: file('staff.csv'), answers: file('answers.csv') });
}

/** A workspace with the built product in an empty spreadsheet, on the typical latency model. */
export function newWorkspace(
  name: string,
  edition: 'consumer' | 'workspace' = 'consumer',
  faults?: LocalWorkspaceOptions['faults'],
): LocalWorkspace {
  const workspace = createLocalWorkspace({
    now: new Date('2026-09-06T22:00:00Z'),
    timeZone: 'Asia/Novokuznetsk',
    locale: 'ru_RU',
    latency: 'typical',
    edition,
    ...(faults === undefined ? {} : { faults }),
  });
  workspace.install(DIST);
  workspace.createSpreadsheet(name);
  return workspace;
}

export interface Bench {
  readonly workspace: LocalWorkspace;
  readonly director: Director;
  readonly recorder: Recorder;
}

export const codeOf = (number: number): string => `У-${String(number).padStart(3, '0')}`;
export const emailOf = (number: number): string => `teacher${String(number)}@school.example`;

/** A school that is set up and has `teachers` on its list. */
export function schoolOf(teachers: number): Bench {
  const workspace = newWorkspace(`Школа на ${String(teachers)} учителей`);
  const director = new Director(workspace);
  workspace.openDocument();
  director.act('setUp', { school: 'Школа', programme: 'vremya-rosta', cycle: '1' });
  const rows = Array.from({ length: teachers }, (_unused, index) => [
    codeOf(index + 1),
    `Учителева У. ${String(index + 1)}`,
    emailOf(index + 1),
    index % 2 === 0 ? 'математика' : 'история',
  ]);
  director.act('importStaff', {
    sheet: director.pasteSheet('Список', [['Код', 'ФИО', 'Электронная почта', 'Предметы'], ...rows]),
  });
  return { workspace, director, recorder: new Recorder(workspace) };
}

/** Confirms an action and follows it to its end, without the preview that a person would look at first. */
export function runAction(director: Director, action: ActionId, input: Readonly<Record<string, unknown>> = {}): void {
  let run = director.ask({ method: 'start', action, input });
  while (run.state === 'running') run = director.ask({ method: 'pump', run: run.run });
  if (run.state !== 'done') throw new Error(`${action}: ${run.state}: ${run.lines.join(' ')}`);
}

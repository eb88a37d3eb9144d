// The Workspace behind `npm start`: the built add-on installed, the sample school set up; it knows both the product and local/.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLocalWorkspace, type LocalWorkspace, type LocalWorkspaceOptions } from '../local/index';
import type { CommandOptions } from '../local/cli';
import { readSaved, writeSaved } from '../local/runtime/persistence';
import type { Person } from '../local/web/contract';
import { Host } from '../local/web/host/host';
import { serveHost } from '../local/web/worker';
import { STAFF } from '../src/workbook/tables';
import { Director } from './demo/director';
import { readTable } from './demo/read-table';
import { sampleHelpers } from './start-helpers';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const SAMPLE = join(ROOT, 'examples/sample-school');
const DIRECTOR = 'director@school.example';

const WORKSPACE: LocalWorkspaceOptions = {
  now: new Date('2026-09-06T22:00:00Z'),
  timeZone: 'Asia/Novokuznetsk',
  locale: 'ru_RU',
  user: DIRECTOR,
  latency: 'typical',
};

/** Makes a Workspace with the add-on and a spreadsheet; the sample school unless `empty`. */
async function begin(options: LocalWorkspaceOptions, empty: boolean): Promise<LocalWorkspace> {
  const workspace = createLocalWorkspace(options);
  workspace.install(join(ROOT, 'dist'));
  workspace.createSpreadsheet(empty ? 'Время роста' : 'Время роста — Школа № 1');
  workspace.world.slice('start', () => ({ sample: !empty }));
  if (empty) {
    workspace.save();
    return workspace;
  }
  workspace.openDocument();
  const director = new Director(workspace);
  director.act('setUp', { school: 'Школа № 1', programme: 'vremya-rosta', cycle: '1' });
  director.act('importStaff', {
    sheet: director.pasteSheet('Список из школы', await readTable(join(SAMPLE, 'staff.csv'))),
  });
  director.act('sendNeeds');
  const staff = director.spreadsheet.getSheetByName(STAFF.title);
  if (staff !== null) director.spreadsheet.setActiveSheet(staff);
  return workspace;
}

/** What is in the folder, or a new Workspace which is then kept there. */
async function open({ dir, empty }: CommandOptions): Promise<LocalWorkspace> {
  if (dir === undefined) return await begin(WORKSPACE, empty);
  if (readSaved(dir) === undefined) {
    // Made in memory first: a start broken off half-way leaves nothing behind.
    const { world } = await begin(WORKSPACE, empty);
    writeSaved(dir, {
      world: world.stored(),
      ...(world.activeSpreadsheetId === undefined ? {} : { activeSpreadsheetId: world.activeSpreadsheetId }),
    });
  }
  const workspace = createLocalWorkspace({ ...WORKSPACE, dir });
  // Always the add-on as it is built now.
  workspace.install(join(ROOT, 'dist'));
  return workspace;
}

function peopleOf(sample: boolean): Person[] {
  const director: Person = {
    email: DIRECTOR,
    name: 'Заместитель директора',
    role: 'ведёт программу, владеет таблицей',
  };
  if (!sample) return [director];
  const [, ...rows] = readFileSync(join(SAMPLE, 'staff.csv'), 'utf8').trim().split('\n');
  const teachers = rows.map((row): Person => {
    const [, name = '', email = '', subjects = '', school = '', position = ''] = row
      .split(';')
      .map((cell) => cell.replace(/^"|"$/g, ''));
    return { email, name, role: [position, subjects, school].filter((part) => part !== '').join(' · ') };
  });
  return [director, ...teachers.filter(({ email }) => email !== '')];
}

await serveHost(async ({ options, ask, progress }) => {
  const given = options as CommandOptions;
  const workspace = await open(given);
  const { sample } = workspace.world.slice('start', () => ({ sample: false }));
  return new Host(workspace, {
    language: given.language,
    people: peopleOf(sample),
    helpers: sample ? await sampleHelpers(workspace, SAMPLE) : [],
    ask,
    progress,
  });
});

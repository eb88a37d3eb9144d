// State on disk: written whole or not at all.
import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalWorkspace, type LocalWorkspace } from '../../../local';
import { readSaved, writeSaved } from '../../../local/runtime/persistence';
import { temporaryFolder, writeProject } from './project';

const CODE = `
  function set(v) { PropertiesService.getScriptProperties().setProperty('v', v); return Math.random(); }
  function get() { return PropertiesService.getScriptProperties().getProperty('v'); }
  function arm() { ScriptApp.newTrigger('set').timeBased().everyHours(1).create(); }
  function fail() { set('kept'); throw new Error('late'); }`;

it('comes back: clock, documents, properties, triggers, project', () => {
  const dir = temporaryFolder();
  const first = createLocalWorkspace({ dir, now: new Date('2025-09-01T08:00:00Z') });
  const id = first.createSpreadsheet('Школа');
  first.install(writeProject(CODE));
  const chance = first.run('set', 'x');
  first.run('arm');
  first.advanceTo(new Date('2025-09-01T08:00:10Z'));
  const second = createLocalWorkspace({ dir, now: new Date('2030-01-01T00:00:00Z') });
  expect(second.world.clock.now()).toBe(Date.parse('2025-09-01T08:00:10Z'));
  expect(second.world.activeSpreadsheetId).toBe(id);
  expect(second.triggers).toHaveLength(1);
  expect(second.run('get')).toBe('x');
  expect(second.snapshot()).toEqual(first.snapshot());
  // Executions go on counting, so chance does not repeat itself.
  expect(second.run('set', 'y')).not.toBe(chance);
});

it('keeps formats and rules of whole columns, each row again its own', () => {
  const first = createLocalWorkspace();
  first.createSpreadsheet('Школа');
  const sheetOf = (ws: LocalWorkspace): GoogleAppsScript.Spreadsheet.Sheet =>
    (ws.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp).getActiveSheet();
  const { newDataValidation } = first.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const sheet = sheetOf(first);
  sheet.getRange('B2:C1000').setBackground('#ffeeee');
  sheet.getRange('B500').setBackground('#eeffee');
  sheet.getRange('D2:D900').setDataValidation(newDataValidation().requireValueInList(['да', 'нет']).build());
  const second = createLocalWorkspace({ state: first.state() });
  expect(second.snapshot()).toEqual(first.snapshot());
  expect(second.state()).toBe(first.state());
  expect(first.state().length).toBeLessThan(10_000);
  const again = sheetOf(second);
  again.getRange('B600').setBackground('#0000ff');
  again.getRange('D700').clearDataValidations();
  expect(again.getRange('B599:B601').getBackgrounds()).toEqual([['#ffeeee'], ['#0000ff'], ['#ffeeee']]);
  expect(
    again
      .getRange('D699:D701')
      .getDataValidations()
      .map(([rule]) => rule === null),
  ).toEqual([false, true, false]);
});

it('keeps what a failed execution did before it failed', () => {
  const dir = temporaryFolder();
  const ws = createLocalWorkspace({ dir });
  ws.install(writeProject(CODE));
  expect(() => ws.run('fail')).toThrow('late');
  expect(createLocalWorkspace({ dir }).run('get')).toBe('kept');
});

it('keeps changes made from outside when told to', () => {
  const dir = temporaryFolder();
  const ws = createLocalWorkspace({ dir });
  (ws.globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService)
    .getScriptProperties()
    .setProperty('v', 'o');
  ws.save();
  const again = createLocalWorkspace({ dir });
  again.install(writeProject(CODE));
  expect(again.run('get')).toBe('o');
});

it('writes nothing without a folder', () => {
  const ws = createLocalWorkspace();
  ws.install(writeProject(CODE));
  ws.run('set', 'x');
  ws.save();
  expect(createLocalWorkspace().calls).toEqual([]);
});

it('ignores a half-written file of a killed process', () => {
  const dir = temporaryFolder();
  createLocalWorkspace({ dir }).createSpreadsheet('Школа');
  writeFileSync(join(dir, 'workspace.json.1.tmp'), '{"version":1,"wor');
  expect(createLocalWorkspace({ dir }).world.activeSpreadsheetId).toBeDefined();
});

it('is whole whenever the writing process is killed', async () => {
  const dir = temporaryFolder();
  const big = 'x'.repeat(2_000_000);
  writeSaved(dir, { world: { now: 0, nextId: 1, slices: { big } } });
  const writer = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', WRITER, dir], {
    stdio: 'ignore',
  });
  const gone = new Promise((resolve) => writer.on('exit', resolve));
  try {
    while (readdirSync(dir).length === 1 && (readSaved(dir)?.world.now ?? 0) < 3)
      await new Promise((resolve) => setTimeout(resolve, 20));
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 7));
      expect(readSaved(dir)?.world.slices).toEqual({ big });
    }
  } finally {
    // It would write for ever.
    writer.kill('SIGKILL');
  }
  await gone;
  expect(readSaved(dir)?.world.slices).toEqual({ big });
});

const WRITER = `
  import { writeSaved } from './local/runtime/persistence.ts';
  const slices = { big: 'x'.repeat(2_000_000) };
  for (let now = 1; ; now++) writeSaved(process.argv[1], { world: { now, nextId: 1, slices } });`;

describe('changes made through `globals`', () => {
  const properties = (ws: ReturnType<typeof createLocalWorkspace>): GoogleAppsScript.Properties.Properties =>
    (ws.globals['PropertiesService'] as typeof PropertiesService).getScriptProperties();

  it('are there for the next Workspace on the same folder, without save()', () => {
    const dir = temporaryFolder();
    properties(createLocalWorkspace({ dir })).setProperty('v', 'outside');
    expect(properties(createLocalWorkspace({ dir })).getProperty('v')).toBe('outside');
  });

  it('are written when the turn of the event loop is over', async () => {
    const dir = temporaryFolder();
    properties(createLocalWorkspace({ dir })).setProperty('v', 'outside');
    await new Promise((resolve) => setImmediate(resolve));
    expect(JSON.stringify(readSaved(dir))).toContain('outside');
  });

  it('made while a script runs wait for its end: a process killed in it leaves the state before', () => {
    const dir = temporaryFolder();
    const states: string[] = [];
    const ws = createLocalWorkspace({
      dir,
      faults: (call) => {
        if (call.method === 'setProperty' && call.execution > 0) {
          properties(ws).setProperty('meanwhile', '1');
          states.push(JSON.stringify(readSaved(dir)));
        }
        return undefined;
      },
    });
    ws.install(writeProject(CODE));
    properties(ws).setProperty('v', 'before');
    ws.run('set', 'x');
    expect(states[0]).toContain('before');
    expect(states[0]).not.toContain('meanwhile');
    expect(JSON.stringify(readSaved(dir))).toContain('meanwhile');
  });
});

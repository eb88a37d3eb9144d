// Installing a project: https://developers.google.com/apps-script/guides/clasp and https://developers.google.com/apps-script/manifest
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalWorkspace } from '../../../local';
import { loadProject } from '../../../local/runtime/project';
import { temporaryFolder, workspaceWith, writeProject } from './project';

it('takes code and pages from subfolders too, and nothing else', () => {
  const folder = writeProject('function f() {}', {}, { 'notes.txt': 'syntax error {' });
  mkdirSync(join(folder, 'ui'));
  writeFileSync(join(folder, 'ui', 'sidebar.html'), '<p>');
  expect([...loadProject(folder).pages]).toEqual([['ui/sidebar', '<p>']]);
});

it('refuses a folder without a manifest or without code, and code that does not parse', () => {
  const folder = temporaryFolder();
  expect(() => loadProject(folder)).toThrow('No appsscript.json');
  writeFileSync(join(folder, 'appsscript.json'), '{}');
  expect(() => loadProject(folder)).toThrow('No script files');
  writeFileSync(join(folder, 'Code.js'), 'function {');
  expect(() => loadProject(folder)).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
});

it('is read anew when a file has been written since', () => {
  const folder = writeProject('function f() { return 1; }');
  const before = loadProject(folder);
  expect(loadProject(folder)).toBe(before);
  const ws = createLocalWorkspace();
  ws.install(folder);
  writeFileSync(join(folder, 'Code.js'), 'function f() { return 2; }');
  expect(ws.run('f')).toBe(1);
  ws.install(folder);
  expect(ws.run('f')).toBe(2);
});

it('is what runs need', () => {
  expect(() => createLocalWorkspace().run('f')).toThrow('No script is installed');
});

it('may be gone when the state is read back: the state stays', () => {
  const dir = temporaryFolder();
  const project = writeProject('function f() { return 1; }');
  const ws = createLocalWorkspace({ dir });
  ws.install(project);
  const id = ws.createSpreadsheet('Школа');
  rmSync(project, { recursive: true });
  const again = createLocalWorkspace({ dir });
  expect(again.world.activeSpreadsheetId).toBe(id);
  expect(() => again.run('f')).toThrow('No script is installed');
});

it('fails in the run, with the script’s own error, when its global code fails', () => {
  const ws = workspaceWith('throw new TypeError("at load"); function f() {}');
  expect(() => ws.run('f')).toThrow(expect.objectContaining({ name: 'TypeError', message: 'at load' }));
});

it('runs one execution inside another when the user does something while a dialog is open', () => {
  const ws = workspaceWith(`
    function ask() {
      const before = new Date(2025, 0, 1).getHours();
      SpreadsheetApp.getUi().alert('Готово?');
      console.log('after');
      return [before, new Date(1e12).getHours() /* summer time then */, Session.getEffectiveUser().getEmail()];
    }
    function other() { console.log('inside'); return 1; }`);
  ws.createSpreadsheet('Школа');
  ws.answerDialogs(() => {
    expect(ws.rpc('other')).toBe(1);
    return { button: 'OK' };
  });
  expect(ws.run('ask')).toEqual([0, 9, 'director@school.example']);
  expect(ws.executions.map(({ functionName, logs }) => [functionName, logs.map(({ text }) => text)])).toEqual([
    ['ask', ['after']],
    ['other', ['inside']],
  ]);
});

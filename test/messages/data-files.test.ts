// The wordings as they ship: in files of their own, read only when something is said.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalWorkspace, type LocalWorkspace } from '../../local/index';
import { WORDINGS } from '../../src/messages/all';
import { MENU } from '../../src/messages/ru/menu';
import { built, DIST } from '../build/dist';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function installed(dist: string): LocalWorkspace {
  const workspace = createLocalWorkspace();
  workspace.install(dist);
  workspace.createSpreadsheet('Рост педагогов');
  return workspace;
}

/** The build with its wordings replaced; without them when there is no text. */
function spoilt(text?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  folders.push(folder);
  cpSync(DIST, folder, { recursive: true });
  if (text === undefined) rmSync(join(folder, 'WordsRu.html'));
  else writeFileSync(join(folder, 'WordsRu.html'), text);
  return folder;
}

const refusal = (workspace: LocalWorkspace): unknown =>
  workspace.rpc('rpc', { method: 'preview', action: 'formGroups', input: {} });
const logs = (workspace: LocalWorkspace): unknown => workspace.executions.map((execution) => execution.logs);

describe('the data files of wordings', () => {
  it.each([
    ['WordsRu.html', WORDINGS.ru],
    ['WordsEn.html', WORDINGS.en],
  ])('%s holds every wording, and no markup', (name, wordings) => {
    const text = built(name);
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual(wordings);
  });

  it('hold all wordings: the code has only those of the menu', () => {
    const code = built('Code.js');
    const ofMenu = new Set<string>(Object.values(MENU));
    const carried = [...Object.values<string>(WORDINGS.ru), ...Object.values<string>(WORDINGS.en)].filter(
      (wording) => wording.length > 30 && !ofMenu.has(wording) && code.includes(wording),
    );
    expect(carried).toEqual([]);
  });
});

describe('the add-on as installed', () => {
  it('refuses in Russian words', () => {
    const workspace = installed(DIST);
    expect(refusal(workspace)).toEqual({
      ok: false,
      problems: [
        {
          code: 'workbook.notSetUp',
          text: expect.stringMatching(
            /^Таблица ещё не настроена: .* Выберите в меню «Время роста» пункт «Настроить таблицу…»\.$/,
          ),
        },
      ],
    });
    expect(logs(workspace)).toEqual([[]]);
  });

  it.each([
    ['missing', undefined],
    ['broken', '{"menu.title":'],
  ])('works on with codes in brackets, and logs why, when the wordings are %s', (_, text) => {
    const workspace = installed(spoilt(text));
    expect(refusal(workspace)).toEqual({
      ok: false,
      problems: [{ code: 'workbook.notSetUp', text: '[workbook.notSetUp]' }],
    });
    // Once an execution, however much is said.
    expect(logs(workspace)).toEqual([[expect.objectContaining({ text: expect.stringContaining('WordsRu') })]]);
  });

  it('builds its menu when a document opens without reading anything', () => {
    const workspace = installed(spoilt());
    const before = workspace.calls.length;
    workspace.openDocument({ authMode: 'NONE' });
    expect(workspace.calls.slice(before).map(({ service, method }) => `${service}.${method}`)).toEqual([
      'SpreadsheetApp.getUi',
      'Menu.addToUi',
    ]);
    expect(workspace.ui.menus.map(({ title }) => title)).toEqual([MENU['menu.title']]);
    expect(JSON.stringify(workspace.ui.menus)).toContain(MENU['action.undoRun']);
    // A look at the wordings, which are not there, would have been logged.
    expect(logs(workspace)).toEqual([[]]);
  });
});

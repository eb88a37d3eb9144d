// Authorization modes and scopes: https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
import { createLocalWorkspace, requiredScopes, type ServiceCall } from '../../../local';
import { authorise, sufficientScopes } from '../../../local/runtime/scopes';
import type { ExecutionContext } from '../../../local/runtime/world';
import { workspaceWith } from './project';

const AUTH = 'https://www.googleapis.com/auth/';

function call(name: string): ServiceCall {
  const dot = name.lastIndexOf('.');
  return { index: 0, execution: 1, service: name.slice(0, dot), method: name.slice(dot + 1), args: [] };
}

function context(authMode: ExecutionContext['authMode']): ExecutionContext {
  return {
    index: 1,
    functionName: 'f',
    authMode,
    origin: 'menu',
    user: 'u',
    startedAt: 0,
    activeSpreadsheetId: undefined,
  };
}

describe('what a mode allows', () => {
  it.each([
    ['SpreadsheetApp.getUi', true, true],
    ['Ui.createAddonMenu', true, true],
    ['Menu.addToUi', true, true],
    ['Session.getActiveUserLocale', true, true],
    ['SpreadsheetApp.getActiveSpreadsheet', false, true],
    ['Range.getValues', false, true],
    ['Properties.getProperty', false, true],
    ['SpreadsheetApp.openById', false, false],
    ['Session.getActiveUser', false, false],
    ['FormApp.create', false, false],
    ['Calendar.Events.insert', false, false],
    ['MailApp.sendEmail', false, false],
    ['ScriptApp.newTrigger', false, false],
    ['Ui.showSidebar', false, false],
    ['UrlFetchApp.fetch', false, false],
  ])('%s: NONE %s, LIMITED %s, FULL true', (name, none, limited) => {
    const allowed = (mode: ExecutionContext['authMode']): boolean => {
      try {
        authorise(call(name), context(mode), undefined);
        return true;
      } catch {
        return false;
      }
    };
    expect([allowed('NONE'), allowed('LIMITED'), allowed('FULL')]).toEqual([none, limited, true]);
  });

  it('is said in live’s words', () => {
    expect(() => authorise(call('FormApp.create'), context('LIMITED'), undefined)).toThrow(
      `You do not have permission to call FormApp.create. Required permissions: ${AUTH}forms`,
    );
  });
});

describe('scopes', () => {
  it('of the manifest must be sufficient for the call', () => {
    const granted = [`${AUTH}spreadsheets.currentonly`];
    expect(() => authorise(call('Range.getValues'), context('FULL'), granted)).not.toThrow();
    expect(() => authorise(call('SpreadsheetApp.openById'), context('FULL'), granted)).toThrow(
      `Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: ${AUTH}spreadsheets`,
    );
    expect(() => authorise(call('Form.getTitle'), context('FULL'), granted)).toThrow(
      `Required permissions: (${AUTH}forms.currentonly || ${AUTH}forms)`,
    );
  });

  it('are taken from the code when the manifest lists none', () => {
    // https://developers.google.com/apps-script/concepts/scopes#setting_explicit_scopes
    expect(() => authorise(call('SpreadsheetApp.openById'), context('FULL'), undefined)).not.toThrow();
  });

  it.each([
    ['SpreadsheetApp.getUi', []],
    ['SpreadsheetApp.create', ['spreadsheets']],
    ['Sheet.getRange', ['spreadsheets.currentonly', 'spreadsheets']],
    ['Properties.setProperty', []],
    ['Cache.get', []],
    ['Lock.tryLock', []],
    ['MailApp.getRemainingDailyQuota', ['script.send_mail']],
    ['ScriptApp.getProjectTriggers', ['script.scriptapp']],
    ['ClockTriggerBuilder.create', ['script.scriptapp']],
    ['Ui.alert', []],
    ['Ui.showModalDialog', ['script.container.ui']],
    ['Session.getEffectiveUser', ['userinfo.email']],
    ['Calendar.Events.insert', ['calendar', 'calendar.app.created', 'calendar.events', 'calendar.events.owned']],
    ['Calendar.Freebusy.query', ['calendar', 'calendar.events.freebusy', 'calendar.freebusy', 'calendar.readonly']],
    ['Drive.Files.remove', ['drive', 'drive.appdata', 'drive.file']],
    ['Drive.Permissions.create', ['drive', 'drive.file']],
    ['Docs.Documents.batchUpdate', ['documents', 'drive', 'drive.file']],
  ])('%s needs one of %j', (name, scopes) => {
    expect(sufficientScopes(call(name))).toEqual(scopes.map((scope) => AUTH + scope));
  });

  it('that calls need are listed once per method', () => {
    expect(
      requiredScopes([call('Sheet.getRange'), call('Cache.get'), call('MailApp.sendEmail'), call('Sheet.getRange')]),
    ).toEqual([
      { name: 'MailApp.sendEmail', anyOf: [`${AUTH}script.send_mail`] },
      { name: 'Sheet.getRange', anyOf: [`${AUTH}spreadsheets.currentonly`, `${AUTH}spreadsheets`] },
    ]);
  });

  it('are enforced in executions and not for calls from outside', () => {
    const ws = workspaceWith('function who() { return Session.getEffectiveUser().getEmail(); }', {
      manifest: { oauthScopes: [`${AUTH}forms`] },
    });
    expect(() => ws.run('who')).toThrow('Specified permissions are not sufficient to call Session.getEffectiveUser');
    expect((ws.globals.Session as GoogleAppsScript.Base.Session).getEffectiveUser().getEmail()).toBe(
      'director@school.example',
    );
  });
});

describe('opening the document', () => {
  const code = `
    function onOpen(e) {
      const menu = SpreadsheetApp.getUi().createAddonMenu().addItem(String(e.authMode), 'use');
      menu.addToUi();
      if (typeof probe === 'function') probe();
    }
    function use() { return 'used'; }`;

  it('runs an add-on’s onOpen in AuthMode.NONE', () => {
    const ws = workspaceWith(code);
    ws.createSpreadsheet('Школа');
    ws.openDocument();
    expect(ws.ui.menus).toEqual([{ title: '', items: [{ kind: 'item', caption: 'NONE', functionName: 'use' }] }]);
    expect(ws.ui.click('', 'NONE')).toBe('used');
    expect(ws.executions.map(({ origin }) => origin)).toEqual(['simpleTrigger', 'menu']);
  });

  it('runs onOpen in AuthMode.LIMITED once the add-on has been used in the document, and in a bound script', () => {
    const ws = workspaceWith(code);
    ws.createSpreadsheet('Школа');
    ws.run('use');
    ws.openDocument();
    expect(ws.ui.menus[0]?.items).toMatchObject([{ caption: 'LIMITED' }]);
    const bound = workspaceWith(code, { deployment: 'bound' });
    bound.createSpreadsheet('Школа');
    bound.openDocument();
    expect(bound.ui.menus[0]?.items).toMatchObject([{ caption: 'LIMITED' }]);
  });

  it.each([
    [
      'PropertiesService.getDocumentProperties()',
      'You do not have permission to call PropertiesService.getDocumentProperties',
    ],
    ['SpreadsheetApp.getActiveSpreadsheet()', 'You do not have permission to call SpreadsheetApp.getActiveSpreadsheet'],
  ])('in AuthMode.NONE refuses %s', (what, error) => {
    const ws = workspaceWith(`${code} function probe() { ${what}; }`);
    ws.createSpreadsheet('Школа');
    expect(() => ws.openDocument()).toThrow(error);
  });

  it('does nothing when the script has no onOpen', () => {
    const ws = workspaceWith('function other() {}');
    ws.createSpreadsheet('Школа');
    ws.openDocument();
    expect(ws.ui.menus).toEqual([]);
  });

  it('gives a simple trigger 30 seconds', () => {
    // https://developers.google.com/apps-script/guides/triggers#restrictions
    const ws = workspaceWith(`${code} function probe() { Utilities.sleep(31000); }`);
    ws.createSpreadsheet('Школа');
    expect(() => ws.openDocument()).toThrow('Exceeded maximum execution time');
  });
});

// The contract: `globals` are for checks from outside, which need no scope.
it('Calls from outside scripts see every file, while a script with drive.file sees its own only', () => {
  const ws = workspaceWith('function see(id) { return Drive.Files.get(id).name; }', {
    manifest: {
      oauthScopes: [`${AUTH}drive.file`],
      dependencies: { enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }] },
    },
  });
  const id = ws.createSpreadsheet('Школа');
  const fileName = (workspace: typeof ws, file: string): unknown =>
    (workspace.globals['Drive'] as { Files: { get(id: string): { name: string } } }).Files.get(file).name;
  expect(() => ws.run('see', id)).toThrow('File not found');
  expect(fileName(ws, id)).toBe('Школа');
  expect(() => ws.run('see', id)).toThrow('File not found');
  const bare = createLocalWorkspace();
  expect(fileName(bare, bare.createSpreadsheet('Без сценария'))).toBe('Без сценария');
});

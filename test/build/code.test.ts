// dist/Code.js as Apps Script loads it: anew for every click, seeing nothing but top-level functions.
import { createContext, Script, type Context } from 'node:vm';
import * as entryPoints from '../../src/entry-points';
import { LATE_TABLES } from '../../src/workbook/late-tables';
import { built } from './dist';

const code = built('Code.js');
const script = new Script(code, { filename: 'Code.js' });
const names = Object.keys(entryPoints);

/** Google's services and what other platforms offer: nothing of it may be touched while the file loads. */
const UNTOUCHED = [
  ...['SpreadsheetApp', 'FormApp', 'Calendar', 'Drive', 'Docs', 'MailApp', 'HtmlService', 'ScriptApp', 'Session'],
  ...['PropertiesService', 'CacheService', 'LockService', 'Utilities', 'Logger', 'UrlFetchApp', 'Browser', 'console'],
  ...['DriveApp', 'DocumentApp', 'CalendarApp', 'GmailApp', 'Jdbc', 'Maps', 'LanguageApp', 'ContentService'],
  ...['process', 'require', 'module', 'Buffer', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ...['fetch', 'URL', 'TextEncoder', 'TextDecoder', 'structuredClone', 'performance', 'crypto', 'window', 'document'],
];

/** A fresh context with the language's own globals only; reading any of `UNTOUCHED` throws. */
function bareContext(): { context: Context; touched: string[] } {
  const touched: string[] = [];
  const context = createContext({});
  for (const name of UNTOUCHED) {
    Object.defineProperty(context, name, {
      configurable: true,
      get: () => {
        touched.push(name);
        throw new Error(`${name} was touched at global scope`);
      },
    });
  }
  return { context, touched };
}

function loaded(): Context {
  const { context } = bareContext();
  script.runInContext(context);
  return context;
}

/** Gives the context a service in place of the trap. */
function serve(context: Context, name: string, service: unknown): void {
  Object.defineProperty(context, name, { configurable: true, value: service });
}

it('loads with the language’s own globals alone, and touches no service', () => {
  const { context, touched } = bareContext();
  expect(() => {
    script.runInContext(context);
  }).not.toThrow();
  expect(touched).toEqual([]);
});

it('adds nothing to the global scope but the entry points', () => {
  const before = new Set(Object.getOwnPropertyNames(bareContext().context));
  const added = Object.getOwnPropertyNames(loaded()).filter((name) => !before.has(name));
  expect(added.sort()).toEqual([...names].sort());
});

it('declares every entry point as a function at the top of the file, for Apps Script to see', () => {
  const declared = [...code.matchAll(/^function (\w+)\(\) \{\n\}$/gm)].map(([, name]) => name);
  expect(declared.sort()).toEqual([...names].sort());
  // Nothing else stands outside the bundle's own scope.
  const rest = code.replace(/^function \w+\(\) \{\n\}\n/gm, '').trim();
  expect(rest.startsWith('(()=>{')).toBe(true);
  expect(rest.endsWith('})();')).toBe(true);
});

/** Without services no entry point can go far: what it wants first tells whose work it does. */
const WANTS_FIRST: Readonly<Record<string, RegExp>> = {
  onOpen: /SpreadsheetApp was touched/,
  onInstall: /SpreadsheetApp was touched/,
  // The one catch of the server writes what failed into the log.
  onHeartbeat: /console was touched/,
  onFormSubmitted: /console was touched/,
  // A refusal is put into words, and that these cannot be read goes into the log.
  rpc: /console was touched/,
};

it.each(names)('%s does the bundle’s work once the file has loaded, not the empty function’s', (name) => {
  const entry = loaded()[name] as () => unknown;
  const outcome = ((): string => {
    try {
      return JSON.stringify(entry());
    } catch (error) {
      return String(error);
    }
  })();
  expect(outcome).toMatch(WANTS_FIRST[name] ?? /HtmlService was touched/);
});

it('builds the menu from entry points only, with nothing but the user interface at hand', () => {
  const context = loaded();
  const items: string[] = [];
  const menu = {
    addItem: (_caption: string, functionName: string) => (items.push(functionName), menu),
    addSeparator: () => menu,
    addToUi: () => undefined,
  };
  serve(context, 'SpreadsheetApp', { getUi: () => ({ createMenu: () => menu, createAddonMenu: () => menu }) });
  (context['onOpen'] as (event: unknown) => void)({ authMode: 'NONE' });
  expect(items.length).toBeGreaterThan(10);
  expect(items.filter((name) => !names.includes(name))).toEqual([]);
  // Every menu function is in the menu, and none twice.
  expect([...items].sort()).toEqual(names.filter((name) => name.startsWith('menu')).sort());
});

it('answers a malformed request with words instead of throwing', () => {
  const context = loaded();
  serve(context, 'console', { error: () => undefined, warn: () => undefined });
  const reply = (context['rpc'] as (request: unknown) => unknown)({ method: 'deleteEverything' });
  expect(reply).toMatchObject({ ok: false, problems: [{ code: 'rpc.malformed' }] });
});

it('names no service whose scope would be wider than ours', () => {
  expect(
    code.match(/\b(DriveApp|DocumentApp|CalendarApp|GmailApp|UrlFetchApp|ContactsApp|GroupsApp)\b/g) ?? [],
  ).toEqual([]);
});

it('evaluates nothing but the files of the build’s own that load later', () => {
  expect(code.match(/\beval\(/g) ?? []).toEqual([]);
  expect(code.match(/\bnew Function\(/g) ?? []).toHaveLength(1);
  const [, file = ''] =
    /new Function\(`\$\{HtmlService\.createTemplateFromFile\((\w+)\)\.getRawContent\(\)\}/.exec(code) ?? [];
  expect(file).not.toBe('');
  // Which files: names written in the code, never a value from elsewhere.
  const [, maker = ''] = new RegExp(`function (\\w+)\\(${file}\\)\\{[^}]*new Function`).exec(code) ?? [];
  const asked = [...code.matchAll(new RegExp(`\\b${maker}\\(([^)]*)\\)`, 'g'))].map(([, argument]) => argument);
  expect(asked.filter((argument) => argument !== file).sort()).toEqual(['"Intake"', '"Late"', '"Planning"']);
});

it('carries nothing of the late actions: their tables load with them', () => {
  const titles = LATE_TABLES.map(({ about }) => about);
  expect(titles.filter((about) => code.includes(about))).toEqual([]);
  expect(titles.filter((about) => !built('Late.html').includes(about))).toEqual([]);
});

describe.each(['Planning.html', 'Intake.html', 'Late.html'])('%s', (name) => {
  it('loads with the language’s own globals alone, touches no service, and leaves nothing but its functions', () => {
    const { context, touched } = bareContext();
    const before = new Set(Object.getOwnPropertyNames(context));
    new Script(built(name)).runInContext(context);
    expect(touched).toEqual([]);
    expect(Object.getOwnPropertyNames(context).filter((global) => !before.has(global))).toEqual(['library']);
    const exported = Object.values(context['library'] as Readonly<Record<string, unknown>>);
    expect(exported.length).toBeGreaterThan(0);
    expect(exported.filter((one) => typeof one !== 'function')).toEqual([]);
  });
});

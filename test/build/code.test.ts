// dist/Code.js as Apps Script loads it: anew for every click, seeing nothing but top-level functions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script, type Context } from 'node:vm';
import { ACTION_IDS, ACTIONS } from '../../src/app/actions';
import * as entryPoints from '../../src/entry-points';
import { filesOf } from '../messages/source-codes';
import { built } from './dist';
import { ROOT } from '../root';

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

const BUNDLES = ['Planning', 'Actions'] as const;

/** A bundle loaded by itself: what it exports, which services it touched, which globals it left. */
function bundle(name: (typeof BUNDLES)[number]): {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly touched: readonly string[];
  readonly left: readonly string[];
} {
  const { context, touched } = bareContext();
  const before = new Set(Object.getOwnPropertyNames(context));
  const body = built(`${name}.html`);
  const exports = new Script(`(() => {${body}\n})()`, { filename: name }).runInContext(context) as object;
  const left = Object.getOwnPropertyNames(context).filter((global) => !before.has(global));
  return { exports: { ...exports }, touched, left };
}

const sourceFiles = (): readonly string[] => filesOf(join(ROOT, 'src')).map((file) => readFileSync(file, 'utf8'));

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

describe('what is evaluated at run time', () => {
  /** The only text ever evaluated: the raw content of the project file whose name the one variable holds. */
  const EVALUATED = /new Function\(HtmlService\.createTemplateFromFile\(\w+\)\.getRawContent\(\)\)\(\)/g;
  const OTHERS = /\beval\(|\bnew Function\b|\bFunction\(|\.constructor\(/g;

  it('is, in the code, the raw content of a project file in one place, and nothing else', () => {
    expect(code.match(EVALUATED) ?? []).toHaveLength(1);
    expect(code.replace(EVALUATED, '').match(OTHERS) ?? []).toEqual([]);
  });

  it('is one of the two bundles, by names written in the code', () => {
    const files = sourceFiles().flatMap((text) => [...text.matchAll(/\bcreateBundle(?:<\w+>)?\(([^)]*)\)/g)]);
    // The declaration, and a call a bundle.
    expect(files.map(([, argument]) => argument).sort()).toEqual(["'Actions'", "'Planning'", 'file: BundleFile']);
  });

  it.each(BUNDLES)('is never more inside %s.html', (name) => {
    expect(built(`${name}.html`).match(OTHERS) ?? []).toEqual([]);
  });
});

describe.each(BUNDLES)('%s.html', (name) => {
  it('loads with the language’s own globals alone, touches no service, and leaves nothing', () => {
    const { touched, left } = bundle(name);
    expect(touched).toEqual([]);
    expect(left).toEqual([]);
  });
});

it('exports nothing but searches from Planning.html', () => {
  const searches = Object.values(bundle('Planning').exports);
  expect(searches.length).toBeGreaterThan(0);
  expect(searches.filter((search) => typeof search !== 'function')).toEqual([]);
});

it('exports from Actions.html exactly the actions that the code has not got, the views of the page, and what of Google only they ask', () => {
  const { LATE, VIEWS, createDocs, createEventEraser, createFormEraser, createHealth, ...others } = bundle('Actions')
    .exports as {
    readonly LATE: Readonly<Record<string, { id: string }>>;
    readonly VIEWS: object;
    readonly createDocs: unknown;
    readonly createEventEraser: unknown;
    readonly createFormEraser: unknown;
    readonly createHealth: unknown;
  };
  const makers = [createDocs, createEventEraser, createFormEraser, createHealth];
  expect(makers.map((one) => typeof one)).toEqual(makers.map(() => 'function'));
  expect(others).toEqual({});
  expect(Object.values(VIEWS).filter((view) => typeof view !== 'function')).toEqual([]);
  const late = ACTION_IDS.filter((id) => ACTIONS[id] === 'late');
  expect(Object.keys(LATE).sort()).toEqual([...late].sort());
  expect(Object.entries(LATE).filter(([id, action]) => action.id !== id)).toEqual([]);
});

// Executions: https://developers.google.com/apps-script/guides/v8-runtime
import { workspaceWith } from './project';

/** Standard built-in objects of ECMAScript 2023 and Annex B, as Node 20's V8 has them. */
const ECMASCRIPT =
  'AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError ' +
  'FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl JSON Map Math ' +
  'NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol ' +
  'SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI ' +
  'decodeURIComponent encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape';

/** https://developers.google.com/apps-script/reference, without advanced services. */
const APPS_SCRIPT =
  'Browser CacheService CalendarApp CardService Charts ConferenceDataService ContactsApp ContentService DataStudioApp ' +
  'DocumentApp DriveApp FormApp GmailApp GroupsApp HtmlService Jdbc LanguageApp LinearOptimizationService LockService ' +
  'Logger MailApp Maps MimeType PropertiesService ScriptApp Session SitesApp SlidesApp SpreadsheetApp UrlFetchApp ' +
  'Utilities XmlService console';

describe('the global object', () => {
  it('holds exactly the ECMAScript globals, the Apps Script globals and what the script declares', () => {
    const ws = workspaceWith('function names() { return Object.getOwnPropertyNames(globalThis); }');
    const names = ws.run('names') as string[];
    expect(names.sort()).toEqual([...ECMASCRIPT.split(' '), ...APPS_SCRIPT.split(' '), 'names'].sort());
  });

  it.each([
    'setTimeout',
    'process',
    'fetch',
    'URL',
    'TextEncoder',
    'structuredClone',
    'require',
    'WebAssembly',
    'window',
  ])('has no %s', (name) => {
    const ws = workspaceWith(`function probe() { return typeof ${name}; }`);
    expect(ws.run('probe')).toBe('undefined');
  });

  it('leads nowhere out of the context, by whatever it inherits', () => {
    const ws = workspaceWith(`
      function out() {
        return [globalThis.constructor, this.constructor, SpreadsheetApp.constructor, SpreadsheetApp.getActive.constructor]
          .map((thing) => thing.constructor('return typeof process')());
      }
      function mark() { const before = globalThis.constructor.mark; globalThis.constructor.mark = 1; return typeof before; }`);
    expect(ws.run('out')).toEqual(['undefined', 'undefined', 'undefined', 'undefined']);
    expect([ws.run('mark'), ws.run('mark')]).toEqual(['undefined', 'undefined']);
  });

  it('makes a long function from text the same way in every execution', () => {
    // The text is compiled once a process; https://tc39.es/ecma262/#sec-createdynamicfunction
    const ws = workspaceWith(`
      const SECRET = 'global';
      function make(body) { const SECRET = 'local'; return new Function('a', 'b = 2', body + '/*' + '.'.repeat(60000) + '*/'); }
      function probe() {
        const one = make('this.count = (this.count || 0) + 1; return [SECRET, a, b, count, this === globalThis];');
        const other = make('this.count = (this.count || 0) + 1; return [SECRET, a, b, count, this === globalThis];');
        return [one(1), other(3, 4), one === other, one.name, one.length, one instanceof Function, one.constructor === Function,
          Object.getPrototypeOf(one) === Function.prototype, one.toString().slice(0, 30), typeof Function('return 1' + ' '.repeat(60000))];
      }
      function refused() { try { make('}, function () {'); } catch (error) { return [error instanceof SyntaxError, error.name]; } }`);
    const seen = [
      ['global', 1, 2, 1, true],
      ['global', 3, 4, 2, true],
      ...[false, 'anonymous', 1, true, true, true, 'function anonymous(a,b = 2\n) {', 'function'],
    ];
    // Nothing of one execution is left in the next.
    for (let execution = 0; execution < 3; execution++) {
      expect(ws.run('probe')).toEqual(seen);
      expect(ws.run('refused')).toEqual([true, 'SyntaxError']);
    }
  });

  it('has an advanced service only when the manifest enables it', () => {
    // https://developers.google.com/apps-script/guides/services/advanced#enable_advanced_services
    const code = 'function probe() { return [typeof Calendar, typeof Drive]; } function use() { Drive.Files; }';
    const enabledAdvancedServices = [{ userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3' }];
    const ws = workspaceWith(code, { manifest: { dependencies: { enabledAdvancedServices } } });
    expect(ws.run('probe')).toEqual(['object', 'undefined']);
    expect(() => ws.run('use')).toThrow('Drive is not defined');
  });

  it('lets a script declare a name that a built-in has', () => {
    const ws = workspaceWith('const Map = 1; function get() { return [Map, typeof Set, Array.isArray([])]; }');
    expect(ws.run('get')).toEqual([1, 'function', true]);
  });
});

describe('a run', () => {
  it('starts from nothing: no state but what services keep is carried over', () => {
    const ws = workspaceWith(
      'let n = 0; function count() { globalThis.m = (globalThis.m || 0) + 1; return [++n, m]; }',
    );
    expect([ws.run('count'), ws.run('count')]).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it.each([
    ['a function', 'function f(x) { return x + 1; }', 'f'],
    ['a var', 'var f = function (x) { return x + 1; };', 'f'],
    ['a const', 'const f = (x) => x + 1;', 'f'],
    ['a method', 'const menu = { by: 1, f(x) { return x + this.by; } };', 'menu.f'],
    ['an async function', 'async function f(x) { await null; return x + 1; }', 'f'],
  ])('calls %s', (_kind, code, name) => {
    // https://developers.google.com/apps-script/guides/v8-runtime#improved_function_detection
    expect(workspaceWith(code).run(name, 1)).toBe(2);
  });

  it.each(['missing', 'Object', 'Array.from', 'SpreadsheetApp.getActive', 'value', 'f()'])(
    'refuses %s, which is no function of the script',
    (name) => {
      const ws = workspaceWith('var value = 1; function f() {}');
      expect(() => ws.run(name)).toThrow(`Script function not found: ${name}`);
    },
  );

  it('fails with the error of an async function', () => {
    const ws = workspaceWith('async function f() { await null; throw new TypeError("late"); }');
    expect(() => ws.run('f')).toThrow(expect.objectContaining({ name: 'TypeError', message: 'late' }));
  });

  it('survives a promise that nobody handles', async () => {
    const ws = workspaceWith('function f() { Promise.reject(new Error("lost")); return 1; }');
    expect(ws.run('f')).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
  });

  it('is listed with its status and its log', () => {
    const ws = workspaceWith(`
      function good() { console.info('rows %s', 3, { a: [1] }); Logger.log('x'); }
      function bad() { throw new RangeError('too far'); }`);
    ws.run('good');
    expect(() => ws.run('bad')).toThrow('too far');
    expect(ws.executions).toMatchObject([
      { index: 1, functionName: 'good', status: 'completed', logs: [{ text: 'rows 3 { a: [ 1 ] }' }, { text: 'x' }] },
      { index: 2, functionName: 'bad', status: 'failed', error: 'RangeError: too far' },
    ]);
  });

  it('sees the files of the project as one global scope, in order of name', () => {
    const ws = workspaceWith('const BASE = 40; function sum() { return BASE + part(); }', {
      files: { 'part.gs': 'function part() { return BASE / 20; }' },
    });
    expect(ws.run('sum')).toBe(42);
  });
});

describe('time and chance', () => {
  const code = `
    function now() { return [new Date().getTime(), Date.now(), new Date(2025, 0, 1).getTime(), new Date() instanceof Date,
      new Date().constructor === Date, Date.length, typeof Date()]; }
    function chance() { return [Math.random(), Math.random()]; }
    function local() { return [new Date().getHours(), new Date(2025, 6, 1, 12).toISOString()]; }
    function wait() { Utilities.sleep(1500); return Date.now(); }`;

  it('gives the virtual time however it is asked', () => {
    const now = Date.UTC(2025, 8, 1, 8);
    const ws = workspaceWith(code, { now: new Date(now) });
    expect(ws.run('now')).toEqual([now, now, Date.UTC(2024, 11, 31, 17), true, true, 7, 'string']);
    expect(ws.run('wait')).toBe(now + 1500);
  });

  // https://developers.google.com/apps-script/guides/services/quotas : script runtime
  it('goes on for a script that waits in a loop, and ends its execution after six minutes', () => {
    const ws = workspaceWith(`
      function wait(ms) { const start = Date.now(); while (Date.now() - start < ms); return Date.now() - start; }
      function stubborn() {
        const start = new Date();
        for (;;) { try { while (new Date() - start < 1e9); } catch (e) { CacheService.getScriptCache().put('k', '1'); } }
      }
      function read() { return CacheService.getScriptCache().get('k'); }
      function ask() { for (let i = 0; i < 9000; i++) Date.now(); return Date.now(); }`);
    const start = ws.world.clock.now();
    expect(ws.run('ask')).toBe(start);
    // The question after the loop passes a millisecond too.
    expect(ws.run('wait', 2000)).toBe(2001);
    expect(ws.world.clock.now() - start).toBeLessThan(2100);
    expect(() => ws.run('wait', 7 * 60_000)).toThrow('Exceeded maximum execution time');
    expect(() => ws.run('stubborn')).toThrow('Exceeded maximum execution time');
    expect(ws.run('read')).toBeNull();
  });

  it('has the local time zone of the manifest, and leaves the process its own', () => {
    // https://developers.google.com/apps-script/manifest (timeZone)
    const before = new Date(0).getHours();
    const ws = workspaceWith(code, {
      now: new Date('2025-09-01T08:00:00Z'),
      manifest: { timeZone: 'America/New_York' },
    });
    expect(ws.run('local')).toEqual([4, '2025-07-01T16:00:00.000Z']);
    expect(new Date(0).getHours()).toBe(before);
  });

  it('draws the same numbers in every Workspace and other ones in every execution', () => {
    const [a, b] = [workspaceWith(code), workspaceWith(code)];
    const first = a.run('chance') as number[];
    expect(b.run('chance')).toEqual(first);
    expect(a.run('chance')).not.toEqual(first);
    expect(first.every((x) => x >= 0 && x < 1)).toBe(true);
  });
});

it('the call log says of a call on a sheet, a range or a form which one it is about, and nothing of others', () => {
  const ws = workspaceWith(`function look() {
    const [first, second] = [SpreadsheetApp.getActive().getSheets()[0], SpreadsheetApp.getActive().insertSheet('Второй')];
    first.getRange('A1').getValue();
    second.getRange('A1').getValue();
    const form = FormApp.create('Анкета');
    form.getDescription();
    return [first.getSheetId(), second.getSheetId(), form.getId()];
  }`);
  ws.createSpreadsheet('Школа');
  const [first, second, form] = ws.run('look') as unknown[];
  const of = (method: string): unknown[] => ws.calls.filter((call) => call.method === method).map(({ on }) => on);
  expect(of('getValue')).toEqual([first, second]);
  expect(of('getDescription')).toEqual([form]);
  expect(of('insertSheet')).toEqual([undefined]);
});

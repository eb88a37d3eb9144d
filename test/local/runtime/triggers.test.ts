// Triggers: https://developers.google.com/apps-script/guides/triggers/installable
import fc from 'fast-check';
import { nextFiring, rearm, type Schedule, type StoredTrigger } from '../../../local/runtime/triggers';
import { workspaceWith } from './project';

const HOUR = 3_600_000;
const NOW = Date.UTC(2025, 8, 1, 8);

const CODE = `
  function hourly() { return ScriptApp.newTrigger('beat').timeBased().everyHours(1).create().getUniqueId(); }
  function daily() { ScriptApp.newTrigger('beat').timeBased().everyDays(1).atHour(7).create(); }
  function once(ms) { ScriptApp.newTrigger('beat').timeBased().after(ms).create(); }
  function beat(e) {
    const store = PropertiesService.getScriptProperties();
    store.setProperty(String(Date.now()), [e.authMode, e.triggerUid, e.hour, e.minute, Session.getEffectiveUser().getEmail()].join());
  }
  function slow() { Utilities.sleep(300000); }
  function everySlow() { ScriptApp.newTrigger('slow').timeBased().everyHours(1).create(); }
  function fails() { throw new Error('heart attack'); }
  function everyFail() { ScriptApp.newTrigger('fails').timeBased().everyHours(1).create(); }
  function gone() { ScriptApp.newTrigger('missing').timeBased().everyHours(1).create(); }
  function stop() { for (const t of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(t); }
  function beats() { return PropertiesService.getScriptProperties().getProperties(); }
  function noUi() { ScriptApp.newTrigger('useUi').timeBased().everyHours(1).create(); }
  function useUi() { SpreadsheetApp.getUi(); }`;

function workspace(options: Parameters<typeof workspaceWith>[1] = {}): ReturnType<typeof workspaceWith> {
  const ws = workspaceWith(CODE, { now: new Date(NOW), ...options });
  ws.createSpreadsheet('Школа');
  return ws;
}

describe('advanceTo', () => {
  it('fires an hourly trigger once an hour, always at the minute it was given', () => {
    const ws = workspace();
    const uid = ws.run('hourly');
    ws.advanceTo(new Date(NOW + 5 * HOUR));
    const beats = Object.entries(ws.run('beats') as Record<string, string>).map(
      ([at, text]) => [Number(at), text] as const,
    );
    expect(beats).toHaveLength(5);
    for (const [index, [at, text]] of beats.entries()) {
      const first = beats[0]?.[0] ?? 0;
      expect(at).toBe(first + index * HOUR);
      const date = new Date(at);
      expect(text).toBe(`FULL,${String(uid)},${date.getUTCHours()},${date.getUTCMinutes()},director@school.example`);
    }
    expect(ws.world.clock.now()).toBe(NOW + 5 * HOUR);
  });

  it('fires a daily trigger within its hour of the script’s time zone', () => {
    // atHour(7): «between 7 and 8»; Novokuznetsk is UTC+7
    const ws = workspace();
    ws.run('daily');
    ws.advanceTo(new Date(NOW + 72 * HOUR));
    const hours = Object.keys(ws.run('beats') as object).map((at) => new Date(Number(at)).getUTCHours());
    expect(hours).toEqual([0, 0, 0]);
  });

  it('fires a one-off trigger once and keeps it listed', () => {
    const ws = workspace();
    ws.run('once', 90_000);
    ws.advanceTo(new Date(NOW + HOUR));
    expect(Object.keys(ws.run('beats') as object)).toEqual([String(NOW + 90_000)]);
    expect(ws.triggers).toHaveLength(1);
  });

  it('never moves the clock back', () => {
    const ws = workspace();
    ws.advanceTo(new Date(NOW - HOUR));
    expect(ws.world.clock.now()).toBe(NOW);
  });

  it('records a trigger that fails, and goes on', () => {
    const ws = workspace();
    ws.run('everyFail');
    ws.advanceTo(new Date(NOW + 2 * HOUR));
    const runs = ws.executions.filter(({ origin }) => origin === 'trigger');
    expect(runs.map(({ status, error }) => [status, error])).toEqual([
      ['failed', 'Error: heart attack'],
      ['failed', 'Error: heart attack'],
    ]);
  });

  it('records a trigger whose function is gone', () => {
    const ws = workspace();
    ws.run('gone');
    ws.advanceTo(new Date(NOW + HOUR));
    expect(ws.executions.at(-1)?.error).toBe('Exception: Script function not found: missing');
  });

  it('gives a clock trigger no user interface', () => {
    const ws = workspace();
    ws.run('noUi');
    ws.advanceTo(new Date(NOW + HOUR));
    expect(ws.executions.at(-1)?.error).toMatch(/getUi/);
  });

  it.each([
    ['consumer', 18],
    ['workspace', 24],
  ] as const)('stops firing when the day’s trigger minutes of a %s account are used up', (edition, runs) => {
    // 90 min or 6 h a day: https://developers.google.com/apps-script/guides/services/quotas; each run takes 5 minutes
    const ws = workspace({ edition });
    ws.run('everySlow');
    ws.advanceTo(new Date(NOW + 24 * HOUR));
    const fired = ws.executions.filter(({ origin }) => origin === 'trigger');
    expect(fired.filter(({ status }) => status === 'completed')).toHaveLength(runs);
    expect(new Set(fired.slice(runs).map(({ error }) => error))).toEqual(
      new Set(runs === 24 ? [] : ['Exception: Service using too much computer time for one day']),
    );
  });

  it('stops when the trigger is deleted', () => {
    const ws = workspace();
    ws.run('hourly');
    ws.run('stop');
    ws.advanceTo(new Date(NOW + 3 * HOUR));
    expect(ws.run('beats')).toEqual({});
  });
});

describe('the limits of an add-on', () => {
  // https://developers.google.com/workspace/add-ons/concepts/editor-triggers
  it('allow one trigger of each type per user and document', () => {
    const ws = workspace();
    ws.run('hourly');
    expect(() => ws.run('hourly')).toThrow(
      'This add-on has created too many time-based triggers in this document for this Google user account.',
    );
    ws.createSpreadsheet('Другая');
    ws.run('hourly');
    expect(ws.triggers).toHaveLength(2);
  });

  it('do not apply to a script bound to the document, which may have twenty', () => {
    // https://developers.google.com/apps-script/guides/services/quotas: «Triggers: 20 / user / script»
    const ws = workspace({ deployment: 'bound' });
    for (let i = 0; i < 20; i++) ws.run('hourly');
    expect(() => ws.run('hourly')).toThrow('This script has too many triggers.');
  });
});

describe('a schedule', () => {
  const trigger = (schedule: Schedule, uid = '4000000000000000007'): StoredTrigger => ({
    uid,
    handler: 'f',
    event: 'CLOCK',
    source: 'CLOCK',
    user: 'u',
    schedule,
    timeZone: 'Asia/Novokuznetsk',
  });
  const schedules = fc.oneof(
    fc.record({ kind: fc.constant('hours' as const), every: fc.integer({ min: 1, max: 12 }) }),
    fc.record({
      kind: fc.constant('days' as const),
      every: fc.integer({ min: 1, max: 5 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: -1, max: 59 }),
    }),
    fc.record({
      kind: fc.constant('weeks' as const),
      every: fc.integer({ min: 1, max: 3 }),
      weekday: fc.integer({ min: 0, max: 6 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: -1, max: 59 }),
    }),
  );
  const uids = fc.bigInt({ min: 4n * 10n ** 18n, max: 5n * 10n ** 18n - 1n }).map(String);

  it('always fires later than now, and evenly', () => {
    const period = (schedule: Schedule): number =>
      schedule.kind === 'hours'
        ? schedule.every * HOUR
        : (schedule.kind === 'days' ? 1 : 7) * 24 * HOUR * ('every' in schedule ? schedule.every : 1);
    fc.assert(
      fc.property(schedules, uids, fc.integer({ min: NOW, max: NOW + 1e10 }), (schedule, uid, now) => {
        const stored = trigger(schedule, uid);
        const first = nextFiring(stored, now) ?? 0;
        expect(first).toBeGreaterThan(now);
        stored.nextAt = first;
        for (let i = 1; i <= 3; i++) {
          rearm(stored, stored.nextAt ?? 0);
          expect(stored.nextAt).toBe(first + i * period(schedule));
        }
      }),
    );
  });

  it.each([
    [{ kind: 'weeks', every: 1, weekday: 1, hour: 9, minute: -1 } as const, /^2025-09-08T02/],
    [{ kind: 'monthDay', day: 15, hour: 9, minute: -1 } as const, /^2025-09-15T02/],
    [{ kind: 'once', at: NOW + 5 } as const, /^2025-09-01T08:00:00.005/],
    [{ kind: 'minutes', every: 5 } as const, /^2025-09-01T08:05/],
  ])('%j', (schedule, at) => {
    // 1 September 2025 is a Monday; 15:00 in Novokuznetsk
    expect(new Date(nextFiring(trigger(schedule), NOW) ?? 0).toISOString()).toMatch(at);
  });
});

// https://developers.google.com/apps-script/guides/triggers#onedite
// https://developers.google.com/apps-script/guides/triggers/events#edit
describe('an edit by a person', () => {
  const EDITING = `
    function onEdit(e) {
      const store = PropertiesService.getScriptProperties();
      store.setProperty('edit', [e.authMode, e.range.getA1Notation(), e.value, e.oldValue, e.source.getName(), 'triggerUid' in e].join());
      if (e.value === 'сломать') throw new Error('сломано');
      e.range.offset(0, 1).setValue('проверено');
    }
    function install() { ScriptApp.newTrigger('installed').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
    function installed(e) { PropertiesService.getScriptProperties().setProperty('installed', [e.authMode, typeof e.triggerUid].join()); }
    function seen() { return PropertiesService.getScriptProperties().getProperties(); }`;
  const made = (spreadsheetId: string, more: object = {}) => ({
    spreadsheetId,
    sheetId: 0,
    row: 2,
    column: 1,
    rows: 1,
    columns: 1,
    ...more,
  });
  const open = (options: Parameters<typeof workspaceWith>[1] = { deployment: 'bound' }) => {
    const ws = workspaceWith(EDITING, options);
    const id = ws.createSpreadsheet('Школа');
    return { ws, id, seen: () => ws.run('seen') as Record<string, string> };
  };

  it('runs onEdit with what was edited, in AuthMode.LIMITED, and what it writes stays', () => {
    const { ws, id, seen } = open();
    ws.edited(made(id, { value: '5', oldValue: '4' }));
    expect(seen()['edit']).toBe('LIMITED,A2,5,4,Школа,false');
    const app = ws.globals['SpreadsheetApp'] as typeof SpreadsheetApp;
    expect(app.openById(id).getSheets()[0]?.getRange('B2').getValue()).toBe('проверено');
    expect(ws.executions.map(({ functionName, origin }) => [functionName, origin])).toContainEqual([
      'onEdit',
      'simpleTrigger',
    ]);
  });

  it('tells no values of several cells', () => {
    const { ws, id, seen } = open();
    ws.edited(made(id, { rows: 3, columns: 2 }));
    expect(seen()['edit']).toBe('LIMITED,A2:B4,,,Школа,false');
  });

  it('never shows the person an error of onEdit, but records it', () => {
    const { ws, id } = open();
    ws.edited(made(id, { value: 'сломать' }));
    expect(ws.executions.find(({ functionName }) => functionName === 'onEdit')).toMatchObject({ status: 'failed' });
  });

  it('runs no function of an add-on that nobody has used in the document yet', () => {
    const { ws, id, seen } = open({});
    ws.edited(made(id, { value: '5' }));
    expect(seen()).toEqual({});
    ws.edited(made(id, { value: '5' }));
    expect(seen()['edit']).toContain('LIMITED');
  });

  it('fires installed triggers in full authorisation', () => {
    const { ws, id, seen } = open();
    ws.run('install');
    ws.edited(made(id, { value: '5' }));
    expect(seen()['installed']).toBe('FULL,string');
  });

  it('needs no onEdit', () => {
    const ws = workspaceWith('function f() {}', { deployment: 'bound' });
    const id = ws.createSpreadsheet('Школа');
    expect(() => ws.edited(made(id))).not.toThrow();
  });
});

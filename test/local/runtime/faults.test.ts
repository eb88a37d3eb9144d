// Faults, the 6-minute limit and the call log: DESIGN §5 and https://developers.google.com/apps-script/guides/services/quotas
import { ExecutionKilled, type Fault, type ServiceCall } from '../../../local';
import { workspaceWith } from './project';

const CODE = `
  function write() {
    const store = PropertiesService.getScriptProperties();
    try {
      store.setProperty('a', 1);
      store.setProperty('b', 2);
    } catch (e) {
      try { store.setProperty('caught', e.message); } catch (again) { }
    } finally {
      store.setProperty('finally', 'reached');
    }
    return 'ended';
  }
  function read() { return PropertiesService.getScriptProperties().getProperties(); }`;

function faultAt(method: string, arg: unknown, fault: Fault): (call: ServiceCall) => Fault | undefined {
  return (call) => (call.method === method && call.args[0] === arg ? fault : undefined);
}

it('logs every service call with its position, execution, service, method and arguments', () => {
  const ws = workspaceWith(CODE);
  ws.run('write');
  ws.run('read');
  expect(
    ws.calls.map((call) => `${call.index} ${call.execution} ${call.service}.${call.method}(${call.args.join()})`),
  ).toEqual([
    '0 1 PropertiesService.getScriptProperties()',
    '1 1 Properties.setProperty(a,1)',
    '2 1 Properties.setProperty(b,2)',
    '3 1 Properties.setProperty(finally,reached)',
    '4 2 PropertiesService.getScriptProperties()',
    '5 2 Properties.getProperties()',
  ]);
});

it('makes a call fail before its effect', () => {
  const ws = workspaceWith(CODE, {
    faults: faultAt('setProperty', 'a', { when: 'before', error: 'Service unavailable' }),
  });
  expect(ws.run('write')).toBe('ended');
  expect(ws.run('read')).toEqual({ caught: 'Service unavailable', finally: 'reached' });
});

it('makes a call fail after its effect', () => {
  const ws = workspaceWith(CODE, {
    faults: faultAt('setProperty', 'a', { when: 'after', error: 'Service timed out' }),
  });
  ws.run('write');
  expect(ws.run('read')).toEqual({ a: '1', caught: 'Service timed out', finally: 'reached' });
});

it.each([
  ['before', {}],
  ['after', { b: '2' }],
] as const)('kills the execution %s a call: no handler of it reaches a service', (kill, kept) => {
  const ws = workspaceWith(CODE, { faults: faultAt('setProperty', 'b', { kill }) });
  expect(() => ws.run('write')).toThrow(ExecutionKilled);
  expect(ws.run('read')).toEqual({ a: '1', ...kept });
  expect(ws.executions[0]).toMatchObject({ status: 'killed' });
});

it('kills even when the script swallows everything', () => {
  const ws = workspaceWith(
    'function f() { try { PropertiesService.getScriptProperties(); } catch (e) { return 1; } }',
    {
      faults: () => ({ kill: 'before' }),
    },
  );
  expect(() => ws.run('f')).toThrow('Killed before PropertiesService.getScriptProperties');
});

it('kills a call from outside without harm to later ones', () => {
  let kill = true;
  const ws = workspaceWith(CODE, { faults: () => (kill ? { kill: 'before' } : undefined) });
  const session = ws.globals.Session as GoogleAppsScript.Base.Session;
  expect(() => session.getActiveUser()).toThrow(ExecutionKilled);
  kill = false;
  expect(session.getActiveUser().getEmail()).toBe('director@school.example');
  expect(ws.calls.at(-1)).toMatchObject({ execution: 0, service: 'Session', method: 'getActiveUser' });
});

describe('the time limit', () => {
  const code = `
    function slow(minutes) {
      const store = PropertiesService.getScriptProperties();
      try { for (let i = 0; i < minutes * 60; i++) Utilities.sleep(1000); store.setProperty('done', 1); }
      finally { store.setProperty('finally', 1); }
    }
    function read() { return PropertiesService.getScriptProperties().getProperties(); }`;

  it('is six minutes of virtual time', () => {
    const ws = workspaceWith(code);
    ws.run('slow', 5);
    expect(() => ws.run('slow', 7)).toThrow('Exceeded maximum execution time');
    expect(ws.executions[1]?.status).toBe('killed');
  });

  it('lets no handler reach a service', () => {
    const ws = workspaceWith(code);
    expect(() => ws.run('slow', 7)).toThrow(ExecutionKilled);
    expect(ws.run('read')).toEqual({});
  });

  it('is reached by calls that cost time', () => {
    const ws = workspaceWith('function f() { for (;;) PropertiesService.getScriptProperties().getProperty("x"); }', {
      latency: 'typical',
    });
    const before = ws.world.clock.now();
    expect(() => ws.run('f')).toThrow('Exceeded maximum execution time');
    expect(ws.world.clock.now() - before).toBeGreaterThanOrEqual(360_000);
  });
});

describe('latency', () => {
  const code = 'function f() { PropertiesService.getScriptProperties(); }';

  it('is nothing by default', () => {
    const ws = workspaceWith(code);
    const before = ws.world.clock.now();
    ws.run('f');
    expect(ws.world.clock.now()).toBe(before);
  });

  it('can be a model of one’s own: per execution, per call and per element', () => {
    const ws = workspaceWith(
      'function f() { Utilities.getUuid(); CacheService.getScriptCache().removeAll(["a", "b"]); }',
      {
        latency: {
          perExecution: 1000,
          perCall: (call) => (call.method === 'removeAll' ? 100 : 10),
          perElement: () => 1,
        },
      },
    );
    const before = ws.world.clock.now();
    ws.run('f');
    // Utilities answers from memory.
    expect(ws.world.clock.now() - before).toBe(1000 + 10 + 100 + 2);
  });
});

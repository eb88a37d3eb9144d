// https://developers.google.com/apps-script/guides/logging
import { workspaceWith } from '../../runtime/project';

it('keeps each line with its level, whatever is logged', () => {
  const ws = workspaceWith(`
    function f() {
      console.log('n = %s', 5);
      console.warn({ a: 1 }, [1]);
      console.error(new Error('беда').message);
      const loop = {}; loop.self = loop;
      console.info(loop, new Map([[1, 2]]), undefined, Session);
    }`);
  ws.run('f');
  expect(ws.executions[0]?.logs.map(({ level, text }) => [level, text])).toEqual([
    ['log', 'n = 5'],
    ['warn', '{ a: 1 } [ 1 ]'],
    ['error', 'беда'],
    ['info', '<ref *1> { self: [Circular *1] } Map(1) { 1 => 2 } undefined Session'],
  ]);
});

it('measures virtual time', () => {
  const ws = workspaceWith('function f() { console.time("t"); Utilities.sleep(20); console.timeEnd("t"); }');
  ws.run('f');
  expect(ws.executions[0]?.logs[0]?.text).toBe('t: 20ms');
});

it('gives Logger’s lines back until they are cleared', () => {
  // https://developers.google.com/apps-script/reference/base/logger
  const ws = workspaceWith(`
    function f() {
      Logger.log('a %s', 1).log({ b: 2 });
      const before = Logger.getLog();
      Logger.clear();
      return [before, Logger.getLog()];
    }`);
  expect(ws.run('f')).toEqual(['a 1\n{ b: 2 }\n', '']);
});

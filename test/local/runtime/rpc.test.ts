// google.script.run: https://developers.google.com/apps-script/guides/html/reference/run#myFunction(...)
import fc from 'fast-check';
import { serialiseArgument, serialiseResult } from '../../../local/runtime/serialise';
import { workspaceWith } from './project';

const CODE = `
  function echo(...args) { return args; }
  function echoOne(x) { return x; }
  function hidden_() { return 1; }
  function give(what) {
    if (what === 'date') return { at: new Date() };
    if (what === 'function') return [() => 1];
    if (what === 'service') return Session;
    if (what === 'nothing') return undefined;
    const loop = {}; loop.loop = loop;
    return what === 'loop' ? loop : { a: undefined, b: [undefined, 1], c: NaN };
  }
  function fail() { throw new Error('Не найдено'); }`;

it('passes primitives, arrays and objects as copies', () => {
  const ws = workspaceWith(CODE);
  const sent = { text: 'я', list: [1, true, null, { deep: [] }] };
  expect(ws.rpc('echo', sent, 2)).toEqual([sent, 2]);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // JSON has no −0
      expect(serialiseResult(serialiseArgument(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 50, examples: [[JSON.parse('[{"__proto__":false}]')], [{ zero: -0 }]] },
  );
});

it.each([
  ['a Date', new Date()],
  ['a Date inside', { list: [new Date()] }],
  ['a function', () => 1],
  ['a Map', new Map()],
  ['a symbol', Symbol('s')],
])('refuses %s as an argument', (_name, value) => {
  expect(() => workspaceWith(CODE).rpc('echo', value)).toThrow(TypeError);
});

it('refuses an argument that contains itself', () => {
  const loop: Record<string, unknown> = {};
  loop.loop = loop;
  expect(() => serialiseArgument(loop)).toThrow(TypeError);
});

it('turns undefined in arrays into null and leaves it out of objects', () => {
  expect(workspaceWith(CODE).rpc('echoOne', { a: undefined, b: [undefined, 1] })).toEqual({ b: [null, 1] });
  expect(workspaceWith(CODE).rpc('give', 'undefined')).toEqual({ b: [null, 1], c: null });
});

it.each(['date', 'function', 'service', 'nothing'])('gives null for a result with an illegal value (%s)', (what) => {
  expect(workspaceWith(CODE).rpc('give', what)).toBeNull();
});

it('hands the script’s error on', () => {
  expect(() => workspaceWith(CODE).rpc('fail')).toThrow('Не найдено');
});

it('calls no function whose name ends in an underscore', () => {
  // https://developers.google.com/apps-script/guides/html/communication#private_functions
  expect(() => workspaceWith(CODE).rpc('hidden_')).toThrow('hidden_');
});

// The store: read once a turn, and what can wait is written with what cannot.
import { createLocalWorkspace } from '../../local/index';
import { createStore } from '../../src/google/store';

function fresh(): { open: () => ReturnType<typeof createStore>; made: (work: () => void) => string[] } {
  const workspace = createLocalWorkspace({ now: new Date('2026-09-01T02:00:00Z') });
  workspace.createSpreadsheet('Школа');
  Object.assign(globalThis, { PropertiesService: workspace.globals['PropertiesService'] });
  return {
    open: createStore,
    made: (work) => {
      const before = workspace.calls.length;
      work();
      return workspace.calls.slice(before).map(({ method }) => method);
    },
  };
}

it('gives what was set, to this turn and to the next', () => {
  const { open } = fresh();
  const store = open();
  store.set('a', '1');
  expect([store.get('a'), store.get('b'), open().get('a')]).toEqual(['1', undefined, '1']);
  store.remove('a');
  expect([store.get('a'), open().get('a')]).toEqual([undefined, undefined]);
});

it('asks for all properties once, present or not, until another execution may have written', () => {
  const { open, made } = fresh();
  const store = open();
  expect(made(() => [store.get('a'), store.get('b'), store.get('a')])).toEqual(['getProperties']);
  open().set('a', '2');
  store.forget();
  expect(store.get('a')).toBe('2');
});

it('writes what can wait in one call with the next that cannot', () => {
  const { open, made } = fresh();
  const store = open();
  store.set('gone', '1');
  store.later('gone', undefined);
  store.later('b', '2');
  expect([store.get('gone'), store.get('b'), open().get('b')]).toEqual([undefined, '2', undefined]);
  expect(made(() => store.set('c', '3'))).toEqual(['setProperties']);
  const next = open();
  expect([next.get('gone'), next.get('b'), next.get('c')]).toEqual([undefined, '2', '3']);
});

it('writes at the end of the turn what no other writing took along, and nothing when nothing waits', () => {
  const { open, made } = fresh();
  const store = open();
  store.later('a', '1');
  expect(made(() => store.settle())).toEqual(['setProperty']);
  expect(made(() => store.settle())).toEqual([]);
  expect(open().get('a')).toBe('1');
});

it('does not believe what Google refused to keep', () => {
  const { open } = fresh();
  const store = open();
  store.set('a', '1');
  expect(() => store.set('a', 'я'.repeat(10_000))).toThrow();
  expect(store.get('a')).toBe('1');
});

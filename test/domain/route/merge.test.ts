// Routes made anew: the facts go in, what people have typed stays, and making them again changes nothing.
import fc from 'fast-check';
import type { Level } from '../../../src/domain/framework/framework';
import {
  confirmRisen,
  mergedState,
  mergeRoutes,
  type RouteItem,
  WORDS,
  type WordedGround,
} from '../../../src/domain/route/merge';
import { evidenceOf, ROUTE_STATES, type RouteGround, type RouteModule, stateOf } from '../../../src/domain/route/route';

const module = (more: Partial<RouteModule> = {}): RouteModule => ({
  module: 'М-01',
  date: '2026-10-12',
  start: '14:00',
  end: '15:00',
  place: '',
  state: 'invited',
  feedback: false,
  ...more,
});
const ground = (more: Partial<RouteGround> = {}): WordedGround => ({
  teacher: 'У-1',
  competency: 'ict.forms',
  role: 'learns',
  level: 1,
  goal: 3,
  group: '',
  modules: [],
  wordsFrom: (from) => ({
    partners: 'с группой',
    when: 'в среду',
    resources: '',
    task: 'урок',
    evidence: `с уровня ${String(from)}`,
  }),
  ...more,
});

/** What stands after a merge, as the register would read it back. */
function after(items: readonly RouteItem[], grounds: readonly WordedGround[]): RouteItem[] {
  const { added, changes } = mergeRoutes(items, grounds);
  const of = new Map(changes.map((change) => [change.item, change]));
  const kept = items.flatMap((item) => {
    const change = of.get(item);
    return change === undefined ? [item] : change.kind === 'remove' ? [] : [change.to];
  });
  return [...kept, ...added];
}
const first = (grounds: readonly WordedGround[]): RouteItem => {
  const [item] = after([], grounds);
  if (item === undefined) throw new Error('no item');
  return item;
};

describe('the state of an item by the facts', () => {
  it.each([
    ['planned while no session is fixed', ground(), 1, 'planned'],
    ['planned while the session is a draft', ground({ modules: [module({ state: 'draft' })] }), 1, 'planned'],
    ['doing once people are invited', ground({ modules: [module()] }), 1, 'doing'],
    [
      'doing when the session was held and he has said nothing',
      ground({ modules: [module({ state: 'held' })] }),
      1,
      'doing',
    ],
    ['done with his feedback', ground({ modules: [module({ state: 'held', feedback: true })] }), 1, 'done'],
    ['confirmed when the level has come to the goal', ground({ level: 3 }), 1, 'confirmed'],
    ['not confirmed when it was there from the beginning', ground({ level: 3 }), 3, 'planned'],
    ['not confirmed without a level to begin with', ground({ level: 3 }), undefined, 'planned'],
    ['never confirmed for a consultant', ground({ role: 'consults', level: 4, goal: 4 }), 3, 'planned'],
  ] as const)('is %s', (_title, one, from, state) => {
    expect(stateOf(one, from)).toBe(state);
  });

  it('has evidence: each session held, and the growth', () => {
    const one = ground({
      level: 4,
      modules: [module({ state: 'held', feedback: true }), module({ module: 'М-02', state: 'held' })],
    });
    expect(evidenceOf(one, 1)).toEqual([
      { code: 'route.evidence.feedback', fields: { module: 'М-01', date: '2026-10-12' } },
      { code: 'route.evidence.held', fields: { module: 'М-02', date: '2026-10-12' } },
      { code: 'route.evidence.level', fields: { from: 1, level: 4, goal: 3 } },
    ]);
  });
});

describe('a state that a person has chosen', () => {
  it.each([
    ['stands while the facts say what they said', 'done', 'planned', 'planned', 'done'],
    ['stands while the facts catch up', 'done', 'planned', 'doing', 'done'],
    ['gives way when the facts get further', 'doing', 'planned', 'confirmed', 'confirmed'],
    ['taken back stands as long as nothing new has happened', 'planned', 'done', 'done', 'planned'],
    ['cancelled stays cancelled whatever happens', 'cancelled', 'planned', 'confirmed', 'cancelled'],
  ] as const)('%s', (_title, state, written, derived, expected) => {
    expect(mergedState(state, written, derived)).toBe(expected);
  });
});

describe('a register made anew', () => {
  it('takes a new ground in with the level it begins at, and keeps that level when it rises', () => {
    const item = first([ground()]);
    expect(item).toMatchObject({ from: 1, level: 1, goal: 3, state: 'planned', evidence: 'с уровня 1' });
    const [risen] = after([item], [ground({ level: 3 })]);
    expect(risen).toMatchObject({ from: 1, level: 3, state: 'confirmed', evidence: 'с уровня 1' });
  });

  it('lets an item go when its ground is gone and nothing was done in it', () => {
    expect(after([first([ground()])], [])).toEqual([]);
  });

  it.each([
    ['somebody has typed a word', { task: 'своё' }, 'cancelled'],
    ['it is under way', { state: 'doing' }, 'cancelled'],
    ['it is done', { state: 'done' }, 'done'],
    ['it is confirmed', { state: 'confirmed' }, 'confirmed'],
  ] as const)('keeps an item without ground when %s', (_title, more, state) => {
    const item = { ...first([ground()]), ...more };
    const { cancelled } = mergeRoutes([item], []);
    expect(after([item], []).map((one) => one.state)).toEqual([state]);
    expect(cancelled).toEqual(state === 'cancelled' ? [item] : []);
  });

  it('lets a cancelled item live on when its ground comes back', () => {
    const item = { ...first([ground()]), task: 'своё' };
    const [cancelled] = after([item], []);
    expect(cancelled?.state).toBe('cancelled');
    expect(after(cancelled === undefined ? [] : [cancelled], [ground({ modules: [module()] })])).toMatchObject([
      { state: 'doing', task: 'своё' },
    ]);
  });

  it('leaves a person’s own row alone and makes no second one beside it', () => {
    const own: RouteItem = { ...first([ground()]), task: 'моё', written: undefined };
    expect(after([own], [ground({ modules: [module()] })])).toEqual([own]);
    expect(after([own], [])).toEqual([own]);
  });
});

// Any school, any typing in between.

const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
const anyGround: fc.Arbitrary<WordedGround> = fc
  .record({
    teacher: fc.constantFrom('У-1', 'У-2'),
    competency: fc.constantFrom('a', 'b'),
    role: fc.constantFrom('learns' as const, 'consults' as const),
    level: fc.option(level, { nil: undefined }),
    goal: level,
    group: fc.constantFrom('', 'Г-1'),
    modules: fc.array(
      fc.record({
        module: fc.constantFrom('М-1', 'М-2'),
        state: fc.constantFrom('draft' as const, 'invited' as const, 'held' as const),
        feedback: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    word: fc.constantFrom('x', 'y'),
  })
  .map(({ modules, word, ...rest }) =>
    ground({
      ...rest,
      modules: modules.map((one) => module(one)),
      wordsFrom: (from) => ({
        partners: word,
        when: word,
        resources: word,
        task: word,
        evidence: `${word}${String(from)}`,
      }),
    } as Partial<WordedGround>),
  );
const grounds = fc.array(anyGround, { maxLength: 6 });
/** Cells that a person types over, by place. */
const typing = fc.array(
  fc.record({
    at: fc.nat({ max: 5 }),
    column: fc.constantFrom(...WORDS, 'state' as const),
    text: fc.constantFrom('своё', ''),
    state: fc.constantFrom(...ROUTE_STATES),
  }),
  { maxLength: 4 },
);
const typed = (
  items: readonly RouteItem[],
  edits: readonly { at: number; column: string; text: string; state: string }[],
): RouteItem[] =>
  items.map((item, index) =>
    edits
      .filter(({ at }) => at === index)
      .reduce<RouteItem>(
        (now, { column, text, state }) => ({ ...now, [column]: column === 'state' ? state : text }),
        item,
      ),
  );

describe('whatever the school and whatever is typed', () => {
  it('making routes a second time changes nothing', () => {
    fc.assert(
      fc.property(grounds, typing, grounds, (before, edits, now) => {
        const once = after(typed(after([], before), edits), now);
        const { added, changes } = mergeRoutes(once, now);
        expect({ added, changes }).toEqual({ added: [], changes: [] });
      }),
    );
  });

  it('a word that a person has typed is there afterwards, and its row with it', () => {
    fc.assert(
      fc.property(grounds, typing, grounds, (before, edits, now) => {
        const standing = typed(after([], before), edits);
        const result = after(standing, now);
        for (const item of standing)
          for (const name of WORDS) {
            if (item[name] === item.written?.[name]) continue;
            const same = result.filter(
              (one) => one.teacher === item.teacher && one.competency === item.competency && one.role === item.role,
            );
            expect(same.map((one) => one[name])).toContain(item[name]);
          }
      }),
    );
  });

  it('there is one item a teacher, competency and role, for every ground', () => {
    fc.assert(
      fc.property(grounds, grounds, (before, now) => {
        const keys = after(after([], before), now).map(
          ({ teacher, competency, role }) => `${teacher}|${competency}|${role}`,
        );
        expect(new Set(keys).size).toBe(keys.length);
        for (const one of now) expect(keys).toContain(`${one.teacher}|${one.competency}|${one.role}`);
      }),
    );
  });
});

describe('a cycle that is over but not closed', () => {
  it('is confirmed by the levels of the next survey, and changes in nothing else', () => {
    const item = first([ground({ modules: [module({ state: 'held', feedback: true })] })]);
    const [change] = confirmRisen([item], () => 3);
    expect(change).toMatchObject({
      kind: 'change',
      to: { ...item, level: 3, state: 'confirmed', written: { task: 'урок', state: 'confirmed' } },
    });
    expect(confirmRisen(change?.kind === 'change' ? [change.to] : [], () => 3)).toEqual([]);
    expect(confirmRisen([item], () => undefined)).toEqual([]);
    expect(confirmRisen([item], () => 2)).toMatchObject([{ to: { level: 2, state: 'done' } }]);
  });
});

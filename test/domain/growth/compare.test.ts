// Two cycles side by side: who is matched, what becomes of deficits, and what the next groups could be.
import fc from 'fast-check';
import { compareCycles, transitionOf } from '../../../src/domain/growth/compare';
import { nextGroups } from '../../../src/domain/growth/next-groups';
import type { Level } from '../../../src/domain/framework/framework';
import type { ProfileRow, ProfileState } from '../../../src/domain/scoring/profile';

function row(teacher: string, competency: string, state: ProfileState, more: Partial<ProfileRow> = {}): ProfileRow {
  return {
    teacher,
    name: `Учитель ${teacher}`,
    competency,
    title: `Компетенция ${competency}`,
    self: undefined,
    test: undefined,
    observation: undefined,
    target: 3,
    state,
    depth: undefined,
    confirmed: true,
    wants: false,
    helps: false,
    questions: '',
    basis: { code: 'profile.unknown' },
    ...more,
  };
}

const level = (teacher: string, competency: string, self: Level | undefined): ProfileRow =>
  row(teacher, competency, self === undefined ? 'unknown' : self < 3 ? 'deficit' : 'norm', { self });

const compared = (
  before: readonly ProfileRow[],
  after: readonly ProfileRow[],
  error: number | undefined = undefined,
): ReturnType<typeof compareCycles> => compareCycles({ before, after, errorOf: () => error, meanError: error });

describe('matching', () => {
  it('counts only people and competencies with a level in both cycles', () => {
    const before = [level('1', 'a', 1), level('2', 'a', 1), level('1', 'old', 0), level('3', 'a', undefined)];
    const after = [level('1', 'a', 3), level('4', 'a', 0), level('1', 'new', 0), level('3', 'a', 4)];
    const growth = compared(before, after);
    expect(growth.levels.map(({ teacher, competency }) => [teacher, competency])).toEqual([['1', 'a']]);
    expect(growth.competencies.map(({ competency, change }) => [competency, change?.n])).toEqual([
      ['a', 1],
      ['new', undefined],
    ]);
  });

  it('sets a test against a test, never against a self-assessment', () => {
    const before = [row('1', 'a', 'deficit', { self: 1, test: 2 }), row('2', 'a', 'deficit', { self: 1 })];
    const after = [row('1', 'a', 'norm', { self: 4, test: 3 }), row('2', 'a', 'norm', { test: 3 })];
    const { levels } = compared(before, after);
    expect(levels).toMatchObject([{ teacher: '1', source: 'test', before: 2, after: 3, reliable: 'unknown' }]);
  });

  it('tells a reliable change only from the error of the self-assessment', () => {
    // √2 · 0.5 · 1.96 = 1.386: one level is within it, two are not.
    const pair = (before: Level, after: Level): string | undefined =>
      compared([level('1', 'a', before)], [level('1', 'a', after)], 0.5).levels[0]?.reliable;
    expect([pair(1, 2), pair(1, 3), pair(3, 1)]).toEqual(['within', 'rise', 'fall']);
  });
});

describe('the verdict', () => {
  const cycle = (of: Level, people: number): ProfileRow[] =>
    Array.from({ length: people }, (_, at) => level(String(at), 'a', of));

  it('is «few» below five people, and sure only when chance gives it less than once in twenty', () => {
    const verdict = (people: number): string | undefined =>
      compared(cycle(1, people), cycle(3, people)).competencies[0]?.verdict;
    // Of five who all rose, 2/32 = 0.0625; of six, 2/64.
    expect([verdict(4), verdict(5), verdict(6)]).toEqual(['few', 'unsure', 'rise']);
    expect(compared(cycle(3, 6), cycle(1, 6)).competencies[0]?.verdict).toBe('fall');
    expect(compared(cycle(3, 6), cycle(3, 6)).competencies[0]?.verdict).toBe('same');
  });

  it('is stricter when many competencies are looked at', () => {
    const many = (of: Level): ProfileRow[] =>
      cycle(of, 6).flatMap((one) => ['a', 'b'].map((c) => ({ ...one, competency: c })));
    expect(compared(many(1), many(3)).competencies.map(({ verdict }) => verdict)).toEqual(['unsure', 'unsure']);
    expect(compared(many(1), many(3)).total.verdict).toBe('rise');
  });
});

describe('transitions', () => {
  it.each([
    ['deficit', 'deficit', 'remained'],
    ['deficit', 'norm', 'closed'],
    ['deficit', 'check', 'closed'],
    ['deficit', 'surplus', 'toSurplus'],
    ['norm', 'deficit', 'appeared'],
    ['surplus', 'deficit', 'appeared'],
    ['check', 'surplus', 'newSurplus'],
    ['surplus', 'surplus', 'keptSurplus'],
    ['surplus', 'check', 'lostSurplus'],
    ['norm', 'check', 'same'],
    ['unknown', 'deficit', undefined],
    ['surplus', 'unknown', undefined],
  ] as const)('%s → %s is %s', (before, after, transition) => {
    expect(transitionOf(before, after)).toBe(transition);
  });

  it('add up: every deficit of the first cycle remained, was closed, or became a surplus', () => {
    const state = fc.constantFrom<ProfileState>('deficit', 'norm', 'surplus', 'check', 'unknown');
    fc.assert(
      fc.property(fc.array(fc.tuple(state, state), { maxLength: 30 }), (pairs) => {
        const rows = (at: 0 | 1): ProfileRow[] => pairs.map((pair, n) => row(String(n), 'a', pair[at]));
        const { transitions } = compared(rows(0), rows(1)).total;
        expect(transitions.closed + transitions.toSurplus + transitions.remained).toBe(transitions.deficits);
        expect(transitions.deficits).toBe(pairs.filter(([was, is]) => was === 'deficit' && is !== 'unknown').length);
      }),
    );
  });
});

describe('the next groups', () => {
  const able = { helps: true, self: 4 as const };

  it('say who can consult now, for the first time, and whose deficits are left', () => {
    const before = [
      row('1', 'a', 'deficit'),
      row('2', 'a', 'deficit'),
      row('3', 'a', 'deficit'),
      row('4', 'b', 'deficit'),
    ];
    const after = [
      row('1', 'a', 'surplus', able),
      row('2', 'a', 'deficit'),
      row('3', 'a', 'deficit'),
      row('4', 'b', 'norm'),
    ];
    expect(nextGroups(before, after, 2)).toMatchObject([
      {
        competency: 'a',
        step: 'group',
        consultants: ['Учитель 1'],
        fresh: ['Учитель 1'],
        firstTime: true,
        consultees: ['Учитель 2', 'Учитель 3'],
      },
    ]);
  });

  it.each([
    ['pair', [row('1', 'a', 'surplus', able), row('2', 'a', 'deficit')]],
    ['ask', [row('1', 'a', 'surplus'), row('2', 'a', 'deficit')]],
    ['confirm', [row('1', 'a', 'check', { helps: true }), row('2', 'a', 'deficit')]],
    ['outside', [row('1', 'a', 'norm'), row('2', 'a', 'deficit')]],
    ['closed', [row('1', 'a', 'surplus', able), row('2', 'a', 'norm')]],
  ])('propose «%s»', (step, after) => {
    expect(nextGroups([], after, 2).map((one) => one.step)).toEqual([step]);
  });

  it('do not call a consultant new who consulted before', () => {
    const before = [row('1', 'a', 'surplus', able)];
    const after = [row('1', 'a', 'surplus', able), row('2', 'a', 'deficit')];
    expect(nextGroups(before, after, 2)).toMatchObject([{ fresh: [], firstTime: false }]);
    expect(nextGroups(before, [row('1', 'a', 'surplus', able)], 2)).toEqual([]);
  });
});

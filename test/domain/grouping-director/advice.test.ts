// What is said of groups besides their people: wishes, what would cover a deficit, how good they are, what changed, what would help.
import fc from 'fast-check';
import { Adviser, distanceFromBest } from '../../../src/domain/grouping/advice';
import type { GroupingPolicy } from '../../../src/domain/grouping/from-profiles';
import { comparedCosts, differences } from '../../../src/domain/grouping/differences';
import { evaluate } from '../../../src/domain/grouping/evaluate';
import type { GroupingGroup, GroupingProblem, GroupingSolution } from '../../../src/domain/grouping/problem';
import { isMet, obstacleTo, wished } from '../../../src/domain/grouping/requests';
import { solve } from '../../../src/domain/grouping/solve';
import { gainOf, ranked, scenariosOf } from '../../../src/domain/grouping/what-if';
import { closedSlots, groupsInSlot } from '../../../src/domain/grouping/working-weeks';
import { bruteForce } from '../grouping/brute-force';
import { problems } from '../grouping/arbitrary';
import { PROBLEM, SLOTS } from './school';

const NAMES = {
  person: (code: string) => code,
  title: (id: string) => id,
  slot: (slot: number) => String(slot),
  takesPart: () => true,
  profile: () => undefined,
  admits: () => true,
};
const group = (id: string, competency: string, slot: number, lead: string, ...members: string[]) => ({
  id,
  competency,
  slot,
  consultants: [lead],
  members,
});
const adviser = (groups: GroupingGroup[], problem: GroupingProblem = PROBLEM): Adviser =>
  new Adviser({
    problem,
    solution: { groups, unserved: evaluate(problem, groups).unserved },
    profiles: [],
    teachers: [],
    competencies: [],
    slots: SLOTS,
  });
const without = (...ids: string[]): GroupingProblem => ({
  ...PROBLEM,
  teachers: PROBLEM.teachers.filter(({ id }) => !ids.includes(id)),
});
/** The same rules, and nothing but wishes costs anything. */
const FREE = ({ params }: GroupingProblem): GroupingProblem['params'] => ({
  ...params,
  price: { uncovered: 0, leftOut: 0, group: 0, load: 0, subjRepeat: 0, schoolRepeat: 0, slot: 0, oldPair: 0 },
});
const wish = (who: string, whom: string, kind: 'together' | 'apart' | 'pinned', about = '') => ({
  row: 2,
  who,
  whom,
  kind,
  about,
});

/** «K» alone can lead «a» and could lead «b», which «L» can as well; nobody leads twice, and «1», «2», «3» need both. */
const TWO_LEADS: GroupingProblem = {
  ...PROBLEM,
  teachers: (
    [
      ['K', '44'],
      ['L', '34'],
      ['1', '11'],
      ['2', '11'],
      ['3', '11'],
      ['4', '31'],
      ['5', '31'],
    ] as const
  ).map(([id, lvl], subj) => ({ id, lvl, subj, school: 0, av: '22' })),
  subjects: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
  params: { ...PROBLEM.params, U: 3, U1: 3, cmax: 1, k: 1 },
};

const solved = (problem: GroupingProblem): GroupingSolution => solve(problem, { maxRounds: 3000 });

describe('a wish', () => {
  const asking = (problem: GroupingProblem, ...list: readonly ReturnType<typeof wish>[]): GroupingProblem => ({
    ...problem,
    ...wished(problem, list, 10, []),
  });
  const meet = (groups: readonly GroupingGroup[], who: string, whom: string, about = ''): boolean =>
    isMet(PROBLEM, { kind: 'pinned', who, whom, about }, groups);

  it('to be apart forbids the pair; to be together has its price, kept together a higher one; each where it is about', () => {
    const asked = wished(
      PROBLEM,
      [
        wish('1', '2', 'apart'),
        wish('3', '5', 'apart', 'b'),
        wish('2', 'K', 'together'),
        wish('5', 'K', 'pinned', 'a'),
      ],
      10,
      [],
    );
    expect(asked).toEqual({
      forbidden: [[2, 3]],
      forbiddenIn: [{ a: 4, b: 6, competency: 'b' }],
      wishes: [
        { a: 3, b: 0, price: 10, bLeads: true },
        { a: 6, b: 0, price: expect.any(Number) as unknown, competency: 'a' },
      ],
    });
  });

  it('that no group can meet is left out, and its reason is told', () => {
    expect(obstacleTo(PROBLEM, wish('1', '3', 'together'))).toBe('topic');
    const apart = {
      ...PROBLEM,
      teachers: PROBLEM.teachers.map((one) => (one.id === 'K' ? { ...one, av: '02' } : one)),
    };
    expect(obstacleTo(apart, wish('1', 'K', 'together'))).toBe('time');
    expect(wished(apart, [wish('1', 'K', 'pinned')], 10, [])).toEqual({});
    expect(adviser([], apart).openWishes([wish('1', '3', 'together'), wish('1', 'K', 'pinned')])).toEqual([
      expect.objectContaining({ code: 'wish.open.time', fields: expect.objectContaining({ pinned: 1 }) as unknown }),
      expect.objectContaining({ code: 'wish.open.topic' }),
    ]);
  });

  it.each([
    ['everywhere', '', ''],
    ['in the topic it is about', 'a', 'a'],
    ['in the only topic they could meet in', '', 'a'],
  ])('against a ban %s is told to be banned, not to be dear', (_where, about, banned) => {
    const list = [wish('1', 'K', 'together', about), wish('K', '1', 'apart', banned)];
    const problem = asking(PROBLEM, ...list);
    expect(problem.wishes).toBeUndefined();
    expect(adviser([], problem).openWishes(list)).toMatchObject([{ code: 'wish.open.banned' }]);
  });

  it('changes whom the engine puts together', () => {
    expect(meet(solved(PROBLEM).groups, '1', '2')).toBe(true);
    expect(meet(solved(asking(PROBLEM, wish('1', '2', 'apart'))).groups, '1', '2')).toBe(false);
  });

  it('to be apart in one topic leaves the two together in another', () => {
    const problem = asking(TWO_LEADS, wish('1', '2', 'apart', 'b'));
    const { groups } = solved(problem);
    expect([meet(groups, '1', '2', 'a'), meet(groups, '1', '2', 'b')]).toEqual([true, false]);
    expect(evaluate(problem, groups).broken).toEqual([]);
    expect(evaluate(problem, solved(asking(TWO_LEADS, wish('1', '2', 'pinned', 'b'))).groups).broken).toMatchObject([
      { code: 'forbidden_pair' },
    ]);
  });

  it.each(['together', 'pinned'] as const)('to be %s in one topic is not paid off by another', (kind) => {
    const list = [wish('1', 'K', kind, 'b')];
    const dear = { ...TWO_LEADS, ...wished(TWO_LEADS, list, 5000, []) };
    expect(evaluate(dear, solved(TWO_LEADS).groups).costParts.f5).toBe(dear.wishes?.[0]?.price);
    const { groups, costParts } = solved(dear);
    expect([meet(groups, '1', 'K', 'b'), costParts.f5]).toEqual([true, 0]);
    expect(adviser(groups, dear).openWishes(list)).toEqual([]);
  });
});

describe('a pair kept together by a person', () => {
  // «1» learns with «K» at one time or with «L» at the other: where the deep deficits of «2» wait, and «5» only company.
  const school = (price: Partial<GroupingProblem['params']['price']>): GroupingProblem => ({
    ...PROBLEM,
    teachers: (
      [
        ['K', '4', '10'],
        ['L', '4', '01'],
        ['1', '2', '11'],
        ['2', '0', '01'],
        ['5', '2', '10'],
      ] as const
    ).map(([id, lvl, av], subj) => ({ id, lvl, av, subj, school: 0 })),
    subjects: ['a', 'b', 'c', 'd', 'e'],
    competencies: ['a'],
    params: { ...PROBLEM.params, U: 3, U1: 3, cmax: 1, k: 1, price: { ...PROBLEM.params.price, ...price } },
  });

  it.each([
    ['by default', {}],
    ['where a deficit without a group is the dearest', { uncovered: 1000, leftOut: 1000 }],
    ['where nothing costs anything', { uncovered: 0, leftOut: 0, group: 0, load: 0, slot: 0 }],
    ['where groups are the dearest', { uncovered: 1, leftOut: 0, group: 1000, load: 1000, slot: 1000 }],
  ])('outweighs everything else, whatever the prices: %s', (_which, price) => {
    const problem = school(price);
    const pinned = { ...problem, ...wished(problem, [wish('1', 'K', 'pinned')], 10, []) };
    expect(solved(pinned).groups).toMatchObject([{ consultants: ['K'], members: ['1', '5'] }]);
  });

  it('is together in the best groups, whenever there are groups in which it is', () => {
    let held = 0;
    fc.assert(
      fc.property(problems({ teachers: 6, competencies: 2, slots: 2 }), fc.nat(5), fc.nat(5), (drawn, one, other) => {
        const [who, whom] = [drawn.teachers[one]?.id, drawn.teachers[other]?.id];
        if (who === undefined || whom === undefined || who === whom) return;
        const bare = { ...drawn, wishes: [], locked: [] };
        const problem = { ...bare, ...wished(bare, [wish(who, whom, 'pinned')], 10, []) };
        const [pin] = problem.wishes;
        const possible =
          pin === undefined
            ? undefined
            : bruteForce({ ...bare, params: FREE(bare), previous: [], wishes: [{ ...pin, price: 1 }] });
        if (pin === undefined || possible !== 0) return;
        held++;
        expect(bruteForce(problem)).toBeLessThan(pin.price);
      }),
      { numRuns: 300, seed: 20270115 },
    );
    expect(held).toBeGreaterThan(5);
  });
});

describe('a wish of two, of whom one can help the other', () => {
  // «K» leads «a», «L» leads «b»; «1» and «K» could also learn «b» side by side.
  const problem: GroupingProblem = {
    ...TWO_LEADS,
    teachers: TWO_LEADS.teachers.map((one) => (one.id === 'K' ? { ...one, lvl: '41' } : one)),
  };
  const ask = (...list: readonly ReturnType<typeof wish>[]): GroupingProblem['wishes'] =>
    wished(problem, list, 10, []).wishes;
  const [one, lead] = [2, 0];

  it.each([
    ['the learner', wish('1', 'K', 'together')],
    ['the helper', wish('K', '1', 'together')],
    ['the learner, about that topic', wish('1', 'K', 'together', 'a')],
  ])('is met only where the helper leads, whoever asks: %s', (_who, asked) => {
    const about = asked.about === '' ? {} : { competency: asked.about };
    expect(ask(asked)).toEqual([{ a: one, b: lead, price: 10, bLeads: true, ...about }]);
  });

  it('is of two who learn side by side where neither can help, where it is about another topic, or where help is banned', () => {
    for (const asked of [
      ask(wish('1', '2', 'together')),
      ask(wish('1', 'K', 'together', 'b')),
      ask(wish('1', 'K', 'apart', 'a'), wish('1', 'K', 'together')),
    ])
      expect(asked).toEqual([expect.not.objectContaining({ bLeads: true })]);
  });

  it('asks for no one’s lead where each can help the other, and where a person pinned them together', () => {
    const each = {
      ...problem,
      teachers: problem.teachers.map((person) => (person.id === '1' ? { ...person, lvl: '14' } : person)),
    };
    expect(wished(each, [wish('1', 'K', 'together')], 10, []).wishes).toEqual([{ a: one, b: lead, price: 10 }]);
    expect(ask(wish('1', 'K', 'pinned'))).toEqual([{ a: one, b: lead, price: expect.any(Number) as unknown }]);
  });

  it('is not told to be met by two who sit side by side, and says who should lead', () => {
    const asked = [wish('1', 'K', 'together')];
    const aside = group('Г1', 'b', 0, 'L', '1', 'K');
    expect(adviser([aside], problem).openWishes(asked)).toMatchObject([
      { code: 'wish.open.worse', fields: { name: '1', other: 'K', lead: 'K' } },
    ]);
    expect(adviser([aside], problem).pairsOf(aside, asked)).not.toContainEqual(
      expect.objectContaining({ fields: expect.objectContaining({ wished: 1 }) as unknown }),
    );
    expect(adviser([group('Г1', 'a', 0, 'K', '1', '2')], problem).openWishes(asked)).toEqual([]);
    const standing = [{ ...aside, slot: SLOTS[0]?.value ?? '' }];
    expect(wished(problem, asked, 10, standing).wishes).toHaveLength(1);
  });
});

describe('a pair of a group', () => {
  it('is told to be together by a wish about the group’s topic only', () => {
    const one = group('Г1', 'a', 0, 'K', '1', '2');
    const wishedFor = (about: string): boolean =>
      adviser([one])
        .pairsOf(one, [wish('1', '2', 'together', about)])
        .some(({ fields }) => fields?.['wished'] === 1);
    expect([wishedFor(''), wishedFor('a'), wishedFor('b')]).toEqual([true, true, false]);
  });
});

describe('the working calendar', () => {
  const weeks = { from: '2026-09-07', to: '2026-10-04', holidays: [], modulesPerGroup: 1 };
  it('closes a weekly slot whose days are all off, or too few for the modules', () => {
    const off = ['2026-09-07', '2026-09-14', '2026-09-21'];
    expect(closedSlots(SLOTS, { ...weeks, holidays: off })).toEqual([]);
    expect(closedSlots(SLOTS, { ...weeks, holidays: [...off, '2026-09-28'] })).toEqual(['1|14:00-15:00']);
    expect(closedSlots(SLOTS, { ...weeks, holidays: off, modulesPerGroup: 2 })).toEqual(['1|14:00-15:00']);
  });

  it('lets groups take turns with a room over the weeks', () => {
    expect(groupsInSlot(2, weeks)).toBe(8);
    expect(groupsInSlot(2, { ...weeks, modulesPerGroup: 3 })).toBe(2);
    expect(groupsInSlot(2, { ...weeks, to: '2026-09-09' })).toBe(2);
  });
});

describe('what would cover a deficit', () => {
  const { price } = PROBLEM.params;
  /** With the person free at these times. */
  const at = (code: string, av: string, problem = PROBLEM): GroupingProblem => ({
    ...problem,
    teachers: problem.teachers.map((one) => (one.id === code ? { ...one, av } : one)),
  });
  const dear = { ...PROBLEM, params: { ...PROBLEM.params, price: { ...price, group: 100_000 } } };
  const cover = (problem: GroupingProblem, groups: GroupingGroup[], teacher: string): string[] => {
    const one = adviser(groups, problem);
    return one
      .uncoveredReasons()
      .filter((need) => need.teacher === teacher)
      .flatMap((need) => one.coverFor(need).map(({ code }) => code));
  };
  it.each<[string, GroupingProblem, string]>([
    ['a consultant, where there is none', without('K'), 'cover.consultant'],
    ['company, where too few can come', at('2', '02', at('5', '02')), 'cover.company'],
    ['others who need it, where too few do', without('2', '5'), 'cover.company.needed'],
    [
      'a higher limit or another consultant, where nobody may lead more',
      { ...PROBLEM, params: { ...PROBLEM.params, k: 0 } },
      'cover.load',
    ],
    ['to form groups, where nothing stands in the way', PROBLEM, 'cover.possible'],
    ['cheaper groups, where one costs more than it brings', dear, 'cover.dear'],
    [
      'other rules, where no group can keep them',
      { ...PROBLEM, params: { ...PROBLEM.params, U1: 1, cmax: 1 } },
      'cover.rules',
    ],
    ['a higher limit of his own', { ...PROBLEM, params: { ...PROBLEM.params, m: 0 } }, 'cover.ownLimit'],
    ['a time in common', at('K', '02'), 'cover.time'],
  ])('is %s', (_title, problem, code) => {
    expect(cover(problem, [], '1')).toEqual([code]);
  });

  describe('names what binds', () => {
    const reasons = (problem: GroupingProblem, groups: GroupingGroup[]): unknown[] => {
      const one = adviser(groups, problem);
      const need = one.uncoveredReasons().find(({ teacher, competency }) => teacher === '2' && competency === 'a');
      return need === undefined
        ? []
        : [...[...need.messages, ...one.coverFor(need)].map(({ code }) => code), need.messages[0]?.fields];
    };
    const kit = { id: '0 класс', title: 'класс', capacity: 0, competencies: ['a'] };

    it('equipment that is not there, or that others have', () => {
      const fields = expect.objectContaining({ equipment: ['класс'], rooms: 0 }) as unknown;
      expect(reasons({ ...PROBLEM, resources: [kit] }, [])).toEqual(['uncovered.limit.means', 'cover.means', fields]);
      const shared = { ...kit, capacity: 1, competencies: ['a', 'b'] };
      const others = [group('B', 'b', 0, 'L', '3'), group('C', 'b', 1, 'L', '4')];
      expect(reasons({ ...PROBLEM, resources: [shared] }, others)[0]).toBe('uncovered.limit.means');
      expect(reasons({ ...PROBLEM, resources: [shared] }, others.slice(1))[0]).toBe('uncovered.possible');
      const taken = { ...shared, taken: [1, 0] };
      expect(reasons({ ...PROBLEM, resources: [taken] }, others.slice(1))[0]).toBe('uncovered.limit.means');
    });

    it('rooms', () => {
      const fields = expect.objectContaining({ equipment: [], rooms: 1 }) as unknown;
      expect(reasons({ ...PROBLEM, resources: [{ id: '*', capacity: 0 }] }, [])[2]).toEqual(fields);
    });

    it('a ban on those beside whom there is a place', () => {
      const banned = { ...PROBLEM, forbidden: [[2, 3]] as [number, number][] };
      expect(reasons(banned, [group('A', 'a', 0, 'K', '1', '5')])).toEqual([
        'uncovered.limit.apart',
        'cover.apart',
        expect.objectContaining({ names: ['1'], more: 0 }),
      ]);
    });
  });

  it('is to take back a ban, where it keeps somebody from every consultant of the topic', () => {
    const banned = (about: string, whom = 'L'): string[] => {
      const problem = {
        ...PROBLEM,
        ...wished(PROBLEM, [wish('5', whom, 'apart', about)], 10, []),
      };
      const one = adviser([], problem);
      return one
        .uncoveredReasons()
        .filter(({ teacher, competency }) => teacher === '5' && competency === 'b')
        .flatMap((need) => [...need.messages, ...one.coverFor(need)].map(({ code }) => code));
    };
    expect(banned('b')).toEqual(['uncovered.limit.banned', 'cover.banned']);
    expect(banned('')).toEqual(['uncovered.limit.banned', 'cover.banned']);
    expect(banned('a')).toEqual(['uncovered.possible', 'cover.possible']);
    expect(banned('', '3')).toEqual(['uncovered.possible', 'cover.possible']);
  });

  it('and a topic without any consultant is a weak point, as one with a single one is', () => {
    expect(
      adviser([], without('K'))
        .singlePoints()
        .map(({ message }) => message.code),
    ).toEqual(['group.noPoint', 'group.singlePoint']);
  });
});

describe('how good the groups are', () => {
  it('is never said to be nearer to the best than it is', () => {
    fc.assert(
      fc.property(problems({ teachers: 6, competencies: 2, slots: 2 }), (problem) => {
        const solution = solve(problem, { seed: 1, maxRounds: 30 });
        const percent = distanceFromBest(problem, solution);
        const best = bruteForce(problem);
        if (percent !== undefined && best !== undefined)
          expect(solution.cost).toBeLessThanOrEqual(best * (1 + percent / 100) + 1e-6);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what changed', () => {
  const first = group('Г1', 'a', 0, 'K', '1', '2');
  const second = group('Г2', 'b', 1, 'L', '3', '4');
  const before = [first, second];
  const codes = (after: typeof before, problem = PROBLEM): string[] =>
    differences(problem, before, after, NAMES).map(({ code }) => code);
  it.each<[string, typeof before, string[]]>([
    ['nothing, under new numbers', before.map((one) => ({ ...one, id: `${one.id}x` })), []],
    ['a group gone', [first], ['change.group.gone']],
    ['a new group', [...before, group('Г3', 'a', 1, 'K', '5', '9')], ['change.group.new']],
    ['another time', [group('Г1', 'a', 1, 'K', '1', '2'), second], ['change.group.slot']],
    ['a newcomer', [group('Г1', 'a', 0, 'K', '1', '2', '5'), second], ['change.came.learns']],
    ['one who waits', [group('Г1', 'a', 0, 'K', '1'), second], ['change.left.waits']],
    ['another consultant', [group('Г1', 'a', 0, 'L', '1', '2'), second], ['change.left.free', 'change.came.leads']],
    [
      'another consultant at a time that the first one cannot',
      [group('Г1', 'a', 2, 'L', '1', '2'), second],
      ['change.group.slot', 'change.left.time', 'change.came.leads'],
    ],
  ])('is told: %s', (_title, after, expected) => {
    expect(codes(after)).toEqual(expected);
  });

  it('says that a deficit is gone', () => {
    const learnt = {
      ...PROBLEM,
      teachers: PROBLEM.teachers.map((one) => (one.id === '2' ? { ...one, lvl: '33' } : one)),
    };
    expect(codes([group('Г1', 'a', 0, 'K', '1'), second], learnt)).toEqual(['change.left.learnt']);
  });

  it('is better or worse by as much as the costs differ', () => {
    const [better, covered] = comparedCosts(PROBLEM, [first], before);
    const points = evaluate(PROBLEM, [first]).cost - evaluate(PROBLEM, before).cost;
    expect(better).toEqual({ code: 'compare.better', fields: { points } });
    expect(covered).toEqual({ code: 'compare.uncovered', fields: { was: 4, now: 2 } });
    expect(comparedCosts(PROBLEM, before, [first])[0]).toEqual({ code: 'compare.worse', fields: { points } });
    expect(comparedCosts(PROBLEM, before, before)).toEqual([{ code: 'compare.same' }]);
  });
});

describe('what a change would gain', () => {
  const problem = without('K');
  const base = solve(problem);
  /** Nothing but the number itself changes with a rule: no rooms, nothing that stands. */
  const byOther =
    (now: GroupingProblem) =>
    ({
      groupLeast: L = now.params.L,
      groupMost: U = now.params.U,
      perConsultant: U1 = now.params.U1,
      consultantsMost: cmax = now.params.cmax,
      groupsPerConsultee: m = now.params.m,
      groupsPerConsultant: k = now.params.k,
    }: Partial<GroupingPolicy>): GroupingProblem => ({ ...now, params: { ...now.params, L, U, U1, cmax, m, k } });
  const scenarios = scenariosOf(problem, base.unserved, [], SLOTS, NAMES, byOther(problem), problem);
  const gains = scenarios.map((scenario) => ({ id: scenario.id, gain: gainOf(problem, base.groups, scenario) }));

  it('ranks the consultant first without whom nobody learns', () => {
    expect(ranked(gains)[0]).toEqual({ id: 'new a', gain: { covered: 3, weight: 12, people: 2, groups: 1 } });
  });

  it('is nothing for a rule that holds nobody back', () => {
    expect(gains.find(({ id }) => id === 'k')?.gain).toEqual({ covered: 0, weight: 0, people: 0, groups: 0 });
  });

  it('is what a higher limit lets in: one consultant may lead one group, and two wait for a second', () => {
    // «1» cannot on Wednesdays; «2» and «5» can only then: one consultant would have to lead both groups.
    const needy: GroupingProblem = {
      ...PROBLEM,
      teachers: ['K', '1', '2', '3', '5'].map((id, n) => ({
        id,
        subj: n % 3,
        school: 0,
        lvl: id === 'K' ? '43' : '13',
        av: id === 'K' ? '22' : id === '1' || id === '3' ? '20' : '02',
      })),
      params: { ...PROBLEM.params, k: 1 },
    };
    const now = solve(needy);
    expect(now.unserved).toHaveLength(2);
    const limits = scenariosOf(needy, now.unserved, [], SLOTS, NAMES, byOther(needy), needy);
    const gains_ = ranked(limits.map((scenario) => ({ id: scenario.id, gain: gainOf(needy, now.groups, scenario) })));
    expect(gains_[0]).toEqual({ id: 'k', gain: { covered: 2, weight: 8, people: 2, groups: 1 } });
    expect(gains_.find(({ id }) => id === 'U')?.gain.covered).toBe(0);
  });

  it('does not try a rule that changes nothing, since the rooms of every topic bound the groups', () => {
    const sizes = problem.competencies.map((competency) => ({ competency, U: 2, cmax: 1 }));
    const bounded = { ...problem, sizes };
    const rules = scenariosOf(bounded, [], [], SLOTS, NAMES, byOther(bounded), bounded).map(({ id }) => id);
    expect(rules.slice(0, 4)).toEqual(['m', 'k', 'U1', 'L']);
    expect(scenarios.map(({ id }) => id).slice(0, 6)).toEqual(['m', 'k', 'U1', 'U', 'cmax', 'L']);
  });

  it('gives every change an id of its own', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  });
});

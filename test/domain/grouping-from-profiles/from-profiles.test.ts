// How profiles, times and the school's rules become a grouping problem, and how its solution is explained.
import fc from 'fast-check';
import type { Competency } from '../../../src/domain/framework/framework';
import { evaluate } from '../../../src/domain/grouping/evaluate';
import { Explainer, groupId } from '../../../src/domain/grouping/explain';
import type { GroupingInput, GroupingPolicy } from '../../../src/domain/grouping/from-profiles';
import { problemFromProfiles } from '../../../src/domain/grouping/from-profiles';
import { solve } from '../../../src/domain/grouping/solve';
import { validateProblem } from '../../../src/domain/grouping/validate';
import type { ProfileRow, ProfileState } from '../../../src/domain/scoring/profile';
import type { Teacher } from '../../../src/domain/staff/teacher';

const POLICY: GroupingPolicy = {
  groupLeast: 2,
  groupMost: 8,
  perConsultant: 5,
  consultantsMost: 2,
  groupsPerConsultee: 2,
  groupsPerConsultant: 2,
  allowUnconfirmed: false,
  onlyWishes: false,
};
const SLOTS = [
  { value: '1|14:00-15:00', label: 'Пн 14:00–15:00' },
  { value: '3|14:00-15:00', label: 'Ср 14:00–15:00' },
];
const teacher = (code: string, subject: string, over: Partial<Teacher> = {}): Teacher => ({
  code,
  name: `Имя ${code}`,
  email: '',
  subjects: subject === '' ? [] : [subject],
  school: '',
  role: 'учитель',
  included: true,
  ...over,
});
const competency = (id: string, active = true): Competency => ({
  id,
  area: 'ИКТ',
  title: `Название ${id}`,
  descriptors: ['0', '1', '2', '3', '4'],
  target: 3,
  roleTargets: {},
  consultantFrom: 3,
  inNeedsSurvey: true,
  practice: [],
  active,
});
const profile = (code: string, id: string, state: ProfileState, over: Partial<ProfileRow> = {}): ProfileRow => ({
  teacher: code,
  name: `Имя ${code}`,
  competency: id,
  title: id,
  self: 1,
  test: undefined,
  observation: undefined,
  target: 3,
  state,
  depth: state === 'deficit' ? 2 : undefined,
  confirmed: state === 'surplus',
  wants: false,
  helps: state === 'surplus',
  questions: '',
  basis: { code: 'x', fields: { source: 'self', level: 1, target: 3, consultantFrom: 3 } },
  ...over,
});
const input = (over: Partial<GroupingInput>): GroupingInput => ({
  profiles: [],
  teachers: [],
  competencies: [competency('a'), competency('b')],
  times: new Map(),
  slots: SLOTS,
  history: [],
  policy: POLICY,
  ...over,
});

describe('a group that is kept though it breaks a rule', () => {
  it('keeps its room: none is formed beside it where there is one room', () => {
    const problem = problemFromProfiles(
      input({
        slots: SLOTS.slice(0, 1),
        teachers: ['K', '1', '2', 'L', '3', '4'].map((id, n) => teacher(id, ['x', 'y', 'z'][n % 3] ?? '')),
        profiles: [
          profile('K', 'a', 'surplus'),
          profile('1', 'a', 'deficit'),
          profile('2', 'a', 'norm'),
          profile('L', 'b', 'surplus'),
          profile('3', 'b', 'deficit'),
          profile('4', 'b', 'deficit'),
        ],
        resources: [{ id: '*', capacity: 1 }],
        locked: [{ competency: 'a', slot: SLOTS[0]?.value ?? '', consultants: ['K'], members: ['1', '2'] }],
      }),
    );
    expect(problem.locked).toBeUndefined();
    expect(solve(problem).groups).toEqual([]);
    expect(evaluate(problem, [{ competency: 'b', slot: 0, consultants: ['L'], members: ['3', '4'] }]).broken).toEqual([
      { code: 'no_room', where: 'groups[0]' },
    ]);
  });
});

it('takes the sizes of a topic from its rooms, but leaves the rules where no lawful group would fit in', () => {
  const bound = { groupMost: 3, consultantsMost: 1, seats: 4, none: false };
  const problem = problemFromProfiles(
    input({
      bounds: [
        { ...bound, competency: 'a' },
        { ...bound, competency: 'b', none: true },
      ],
    }),
  );
  expect(problem.sizes).toEqual([{ competency: 'a', U: 3, cmax: 1 }]);
  expect(problemFromProfiles(input({})).sizes).toBeUndefined();
});

describe('the level of a teacher in the grouping problem', () => {
  it.each<[string, Partial<ProfileRow> & { state: ProfileState }, Partial<GroupingPolicy>, string]>([
    ['deficit of depth 4', { state: 'deficit', depth: 4 }, {}, '0'],
    ['deficit of depth 3', { state: 'deficit', depth: 3 }, {}, '0'],
    ['deficit of depth 2', { state: 'deficit', depth: 2 }, {}, '1'],
    ['deficit of depth 1', { state: 'deficit', depth: 1 }, {}, '2'],
    ['deficit without a wish, only wishes wanted', { state: 'deficit' }, { onlyWishes: true }, '3'],
    ['deficit with a wish, only wishes wanted', { state: 'deficit', wants: true }, { onlyWishes: true }, '1'],
    ['surplus, willing', { state: 'surplus' }, {}, '4'],
    ['surplus, not willing', { state: 'surplus', helps: false }, {}, '3'],
    ['unconfirmed, willing', { state: 'check', helps: true }, {}, '3'],
    ['unconfirmed, willing and allowed', { state: 'check', helps: true }, { allowUnconfirmed: true }, '4'],
    ['unconfirmed, allowed, not willing', { state: 'check' }, { allowUnconfirmed: true }, '3'],
    ['norm', { state: 'norm', helps: true }, {}, '3'],
    ['unknown', { state: 'unknown' }, {}, '3'],
  ])('%s', (_title, { state, ...over }, policy, level) => {
    const problem = problemFromProfiles(
      input({
        teachers: [teacher('T', 'x')],
        profiles: [profile('T', 'a', state, over)],
        policy: { ...POLICY, ...policy },
      }),
    );
    expect(problem.teachers[0]?.lvl).toBe(`${level}3`);
  });
});

describe('the grouping problem', () => {
  it.each([
    ['nothing said', undefined, '11'],
    ['no slot chosen', { canSlots: [], preferred: [] }, '11'],
    ['a slot chosen', { canSlots: ['3|14:00-15:00'], preferred: [] }, '02'],
    ['one possible, one preferred', { canSlots: SLOTS.map(({ value }) => value), preferred: ['3|14:00-15:00'] }, '12'],
    ['only slots no longer offered', { canSlots: ['7|09:00-10:00'], preferred: [] }, '00'],
  ])('takes times: %s', (_title, times, av) => {
    expect(
      problemFromProfiles(input({ teachers: [teacher('T', 'x')], times: new Map(times && [['T', times]]) })).teachers[0]
        ?.av,
    ).toBe(av);
  });

  it('numbers subjects and schools whatever their spelling; the role stands in for a subject', () => {
    const problem = problemFromProfiles(
      input({
        teachers: [
          teacher('1', 'Физика', { school: 'Школа № 1' }),
          teacher('2', 'физика', { school: 'школа №1' }),
          teacher('3', '', { role: 'психолог', school: 'Школа 2' }),
          teacher('4', 'Химия', { included: false }),
        ],
      }),
    );
    expect(problem.teachers.map(({ subj, school }) => [subj, school])).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
    expect([problem.subjects, problem.schools]).toEqual([['Физика', 'психолог'], 2]);
  });

  it('takes people’s own limits, the school’s rules, history between people it knows, active competencies', () => {
    const problem = problemFromProfiles(
      input({
        teachers: [teacher('1', 'x', { maxAsConsultee: 1, maxAsConsultant: 0 }), teacher('2', 'y')],
        competencies: [competency('a'), competency('off', false)],
        history: [
          ['1', '2'],
          ['2', '1'],
          ['1', 'gone'],
          ['1', '1'],
        ],
      }),
    );
    expect(problem.teachers[0]).toMatchObject({ maxMember: 1, maxLead: 0 });
    expect(problem.history).toEqual([[0, 1]]);
    expect(problem.competencies).toEqual(['a']);
    expect(problem.params).toMatchObject({ L: 2, U: 8, U1: 5, cmax: 2, m: 2, k: 2 });
  });
});

describe('groups that stand', () => {
  const base = input({
    teachers: [teacher('K', 'x'), teacher('1', 'y'), teacher('2', 'y'), teacher('3', 'z')],
    profiles: [
      profile('K', 'a', 'surplus'),
      ...['1', '2', '3'].map((code) => profile(code, 'a', 'deficit')),
      profile('3', 'b', 'deficit'),
    ],
  });
  const standing = { competency: 'a', slot: '1|14:00-15:00', consultants: ['K'], members: ['1', '2'] };

  it('are locked when they keep every rule', () => {
    const problem = problemFromProfiles({ ...base, locked: [standing] });
    expect(problem.locked).toEqual([{ competency: 'a', slot: 0, consultants: ['K'], members: ['1', '2'] }]);
    expect(validateProblem(problem).ok).toBe(true);
  });

  it.each([
    ['too small', { ...standing, members: ['1'] }],
    ['a time that is gone', { ...standing, slot: '' }],
    ['a consultant without the surplus', { ...standing, consultants: ['3'] }],
  ])('are taken out of the problem when edited by hand: %s', (_title, group) => {
    const problem = problemFromProfiles({ ...base, locked: [group] });
    expect(problem.locked).toBeUndefined();
    expect(validateProblem(problem).ok).toBe(true);
    const first = problem.teachers.find(({ id }) => id === '1');
    expect(first).toMatchObject({ lvl: '33', maxMember: 1, av: group.slot === '' ? '11' : '01' });
    expect(problem.teachers.find(({ id }) => id === group.consultants[0])?.maxLead).toBe(1);
  });
});

describe('explanations', () => {
  const people = [
    teacher('K', 'Информатика'),
    teacher('1', 'Физика'),
    teacher('2', 'Химия'),
    teacher('3', 'Физика'),
    teacher('W', 'Труд'),
    teacher('4', 'История'),
  ];
  const explain = (profiles: ProfileRow[], over: Partial<GroupingInput> = {}): Explainer => {
    const given = input({ teachers: people, profiles, ...over });
    const problem = problemFromProfiles(given);
    return new Explainer({
      problem,
      solution: solve(problem, { seed: 1, maxRounds: 2000 }),
      profiles,
      teachers: given.teachers,
      competencies: given.competencies,
      slots: SLOTS,
      allowUnconfirmed: given.policy.allowUnconfirmed,
    });
  };
  const needy = (...codes: string[]): ProfileRow[] => codes.map((code) => profile(code, 'a', 'deficit'));

  it('of a group name its consultants, subjects and how well the time suits', () => {
    const profiles = [profile('K', 'a', 'surplus'), ...needy('1', '2')];
    const explainer = explain(profiles, { times: new Map([['1', { canSlots: ['3|14:00-15:00'], preferred: [] }]]) });
    const group = { competency: 'a', slot: 1, consultants: ['K'], members: ['1', '2'] };
    expect(explainer.reasonForGroup(group)).toEqual({
      code: 'group.reason',
      fields: {
        title: 'Название a',
        consultants: ['Имя K'],
        members: 2,
        subjects: ['Информатика', 'Физика', 'Химия'],
        schools: [],
        slot: 'Ср 14:00–15:00',
        suits: 1,
        people: 3,
      },
    });
    expect(explainer.reasonForMember(group, '1')).toEqual({
      code: 'group.member.consultee',
      fields: {
        title: 'Название a',
        target: 3,
        source: 'self',
        level: 1,
        consultantFrom: 3,
        subjects: ['Информатика', 'Химия'],
        slot: 'Ср 14:00–15:00',
        suits: 2,
        consultants: ['Имя K'],
        depth: 2,
      },
    });
    expect(explainer.reasonForMember(group, 'K')).toMatchObject({
      code: 'group.member.consultant',
      fields: { members: 2 },
    });
  });

  const times = (slot: string): { canSlots: string[]; preferred: string[] } => ({ canSlots: [slot], preferred: [] });
  it.each<[string, ProfileRow[], Partial<GroupingInput>, string, Record<string, unknown>]>([
    ['nobody has the surplus', needy('1', '2'), {}, 'uncovered.noConsultant', {}],
    [
      'somebody has it and is not willing',
      [...needy('1', '2'), profile('W', 'a', 'surplus', { helps: false })],
      {},
      'uncovered.noConsultant.unwilling',
      { names: ['Имя W'] },
    ],
    [
      'somebody may have it, unconfirmed',
      [...needy('1', '2'), profile('W', 'a', 'check')],
      {},
      'uncovered.noConsultant.check',
      { names: ['Имя W'] },
    ],
    [
      'somebody has it, unconfirmed, which is enough, and is not willing',
      [...needy('1', '2'), profile('W', 'a', 'check', { helps: false })],
      { policy: { ...POLICY, allowUnconfirmed: true } },
      'uncovered.noConsultant.unwilling',
      { names: ['Имя W'] },
    ],
    [
      'no common time',
      [...needy('1', '2'), profile('K', 'a', 'surplus')],
      {
        times: new Map([
          ['1', times('1|14:00-15:00')],
          ['2', times('1|14:00-15:00')],
          ['K', times('3|14:00-15:00')],
        ]),
      },
      'uncovered.noCommonSlot',
      { names: ['Имя K'], slots: ['Ср 14:00–15:00'] },
    ],
    ['too few', [...needy('1'), profile('K', 'a', 'surplus')], {}, 'uncovered.tooFew', { least: 2, together: 1 }],
    [
      'one subject',
      [...needy('1', '3'), profile('W', 'a', 'surplus')],
      { teachers: people.map((one) => (one.code === 'W' ? { ...one, subjects: ['Физика'] } : one)) },
      'uncovered.tooFew.oneSubject',
      { slot: 'Пн 14:00–15:00' },
    ],
    [
      'somebody has it and leads no groups by a limit of their own',
      [...needy('1', '2'), profile('K', 'a', 'surplus')],
      { teachers: people.map((one) => (one.code === 'K' ? { ...one, maxAsConsultant: 0 } : one)) },
      'uncovered.noConsultant.own',
      { names: ['Имя K'] },
    ],
    [
      'own limit',
      [...needy('1', '2'), profile('K', 'a', 'surplus')],
      { policy: { ...POLICY, groupsPerConsultee: 0 } },
      'uncovered.limit.own',
      { groups: 0, limit: 0 },
    ],
    [
      'consultants’ limit',
      [...needy('1', '2'), profile('K', 'a', 'surplus')],
      { policy: { ...POLICY, groupsPerConsultant: 0 } },
      'uncovered.limit.consultants',
      { names: ['Имя K'] },
    ],
  ])('of an uncovered deficit say what would cover it: %s', (_title, profiles, over, code, fields) => {
    const reasons = explain(profiles, over).uncoveredReasons();
    expect(reasons.length).toBeGreaterThan(0);
    for (const { messages, depth } of reasons) {
      expect(messages.map((message) => message.code)).toContain(code);
      expect(messages.find((message) => message.code === code)?.fields).toMatchObject(fields);
      expect(depth).toBe(2);
    }
  });

  it('name the one person on whom a competency hangs', () => {
    const [point, ...others] = explain([
      profile('K', 'a', 'surplus'),
      ...needy('1', '2'),
      profile('K', 'b', 'surplus'),
    ]).singlePoints();
    expect(point).toEqual({
      competency: 'a',
      teacher: 'K',
      message: { code: 'group.singlePoint', fields: { title: 'Название a', name: 'Имя K', groups: 1, needy: 2 } },
    });
    expect(others).toEqual([]);
  });

  it('count nobody who leads no groups by a limit of their own among those on whom a competency hangs', () => {
    const able = [profile('K', 'a', 'surplus'), profile('W', 'a', 'surplus'), ...needy('1', '2')];
    const points = (...idle: readonly string[]): string[] =>
      explain(able, {
        teachers: people.map((one) => (idle.includes(one.code) ? { ...one, maxAsConsultant: 0 } : one)),
      })
        .singlePoints()
        .map(({ teacher: only, message }) => `${message.code} ${only}`);
    expect([points(), points('W'), points('W', 'K')]).toEqual([[], ['group.singlePoint K'], ['group.noPoint ']]);
  });

  it('give a group an id that says which group of which competency it is', () => {
    expect(groupId('ict.spreadsheets', 2)).toBe('ict.spreadsheets-g2');
  });
});

it('any staff makes a valid problem; standing groups never make it invalid; every unserved deficit gets a reason', () => {
  const states = fc.constantFrom<ProfileState>('deficit', 'surplus', 'norm', 'check', 'unknown');
  const staff = fc.array(
    fc.record({
      subject: fc.constantFrom('Физика', 'Химия', ''),
      a: states,
      b: states,
      depth: fc.integer({ min: 1, max: 4 }),
      wants: fc.boolean(),
      helps: fc.boolean(),
      slots: fc.subarray(SLOTS.map(({ value }) => value)),
      limit: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    }),
    { maxLength: 9 },
  );
  const code = fc.integer({ min: 0, max: 9 }).map(String);
  const plans = fc.array(
    fc.record({
      competency: fc.constantFrom('a', 'b', 'gone'),
      slot: fc.constantFrom('', ...SLOTS.map(({ value }) => value)),
      consultants: fc.uniqueArray(code, { maxLength: 2 }),
      members: fc.uniqueArray(code, { maxLength: 3 }),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(staff, plans, fc.boolean(), (drawn, locked, onlyWishes) => {
      const teachers = drawn.map(({ subject, limit }, n) =>
        teacher(String(n), subject, limit === undefined ? {} : { maxAsConsultee: limit, maxAsConsultant: limit }),
      );
      const profiles = drawn.flatMap((one, n) =>
        (['a', 'b'] as const).map((id) =>
          profile(String(n), id, one[id], {
            wants: one.wants,
            helps: one.helps,
            ...(one[id] === 'deficit' ? { depth: one.depth } : {}),
          }),
        ),
      );
      const times = new Map(drawn.map(({ slots }, n) => [String(n), { canSlots: slots, preferred: [] }]));
      const given = input({ teachers, profiles, times, locked, policy: { ...POLICY, onlyWishes } });
      const problem = problemFromProfiles(given);
      expect(validateProblem(problem)).toMatchObject({ ok: true });
      const solution = solve(problem, { seed: 1, maxRounds: 50 });
      expect(evaluate(problem, solution.groups).broken).toEqual([]);
      const explainer = new Explainer({
        problem,
        solution,
        profiles,
        teachers,
        competencies: given.competencies,
        slots: SLOTS,
      });
      expect(explainer.uncoveredReasons()).toHaveLength(solution.unserved.length);
      for (const group of solution.groups) {
        for (const person of [...group.consultants, ...group.members])
          expect(explainer.reasonForMember(group, person).code).toMatch(/^group\.member\./);
      }
    }),
    { numRuns: 60 },
  );
});

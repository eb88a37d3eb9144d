// The evaluation of the model: each number, its grade, and the one conclusion.
import fc from 'fast-check';
import {
  attendanceOf,
  costOf,
  coverageOf,
  type EvaluatedGroup,
  gainsOf,
  type HeldModule,
  type LevelChange,
} from '../../../src/domain/evaluation/facts';
import { concludeOn, type Grade, gradeOf } from '../../../src/domain/evaluation/rules';

const GROUP: EvaluatedGroup = { competency: 'a', consultants: ['К'], consultees: ['1', '2'] };
const PAIR: EvaluatedGroup = { competency: 'b', consultants: ['К', 'Л'], consultees: ['3', '4', '5'] };
const held = (more: Partial<HeldModule> = {}): HeldModule => ({
  consultants: 1,
  consultees: 2,
  guests: 4,
  came: undefined,
  accepted: undefined,
  feedback: 0,
  minutes: 60,
  ...more,
});

describe('a grade', () => {
  it.each([
    [70, { good: 70, bad: 40 }, 'good'],
    [69.9, { good: 70, bad: 40 }, 'middle'],
    [40, { good: 70, bad: 40 }, 'middle'],
    [39.9, { good: 70, bad: 40 }, 'bad'],
    [undefined, { good: 70, bad: 40 }, 'unknown'],
    // Hours: less is better.
    [10, { good: 10, bad: 25 }, 'good'],
    [25, { good: 10, bad: 25 }, 'middle'],
    [25.1, { good: 10, bad: 25 }, 'bad'],
  ] as const)('of %s against %j is %s', (value, threshold, grade) => {
    expect(gradeOf(value, threshold)).toBe(grade);
  });
});

describe('the conclusion', () => {
  it.each([
    ['keep', ['good', 'good', 'middle']],
    ['keep', ['good', 'middle', 'unknown', 'good', 'middle', 'unknown']],
    ['change', ['good', 'middle', 'middle']],
    ['change', ['good', 'good', 'bad']],
    ['stop', ['good', 'bad', 'bad']],
    ['stop', ['bad', 'bad']],
    ['early', ['good', 'good', 'unknown', 'unknown']],
    ['early', []],
  ] as const)('is «%s» of %j', (conclusion, grades) => {
    expect(concludeOn(grades, 2)).toBe(conclusion);
  });

  it('never gets better when a grade gets worse', () => {
    const known = fc.constantFrom<Grade>('good', 'middle', 'bad');
    const order = ['stop', 'change', 'keep'];
    fc.assert(
      fc.property(fc.array(known, { minLength: 3, maxLength: 6 }), fc.nat({ max: 5 }), (grades, at) => {
        const worse = grades.map((grade, index) =>
          index === at % grades.length ? (grade === 'good' ? 'middle' : 'bad') : grade,
        );
        expect(order.indexOf(concludeOn(worse, 2))).toBeLessThanOrEqual(order.indexOf(concludeOn(grades, 2)));
      }),
    );
  });
});

describe('the numbers', () => {
  it('coverage is of deficits, each by a group of its own competency', () => {
    const deficits = [
      { teacher: '1', competency: 'a' },
      { teacher: '1', competency: 'b' },
      { teacher: '3', competency: 'b' },
      { teacher: '9', competency: 'a' },
    ];
    expect(coverageOf(deficits, [GROUP, PAIR])).toEqual({ have: 2, of: 4 });
    expect(coverageOf([], [GROUP])).toEqual({ have: 0, of: 0 });
  });

  it('attendance takes what was written down, else the greater of accepted and feedback, never more than invited', () => {
    expect(
      attendanceOf([
        held({ came: 0, accepted: 4 }),
        held({ accepted: 1, feedback: 3 }),
        held({ accepted: 2, feedback: 1 }),
        held({ came: 9 }),
        held(),
      ]),
    ).toEqual({ have: 0 + 3 + 2 + 4, of: 16, marked: 2, counted: 2, unknown: 1 });
  });

  it('cost is hours of everybody, and preparation of consultants', () => {
    // 1 h, one consultant (+1 h before it), two consultees; 1½ h, two consultants (+1 each), three consultees.
    const modules = [held(), held({ consultants: 2, consultees: 3, minutes: 90 }), held({ minutes: undefined })];
    expect(costOf(modules, 1, 4)).toEqual({
      consultants: 2 + 5,
      consultees: 2 + 4.5,
      perClosed: 13.5 / 4,
      timeless: 1,
    });
    expect(costOf(modules, 1, 0).perClosed).toBeUndefined();
    expect(costOf(modules, 1, undefined).perClosed).toBeUndefined();
  });

  it('gain is told by consultant and by size of the group, beside those who had no group', () => {
    const change = (teacher: string, competency: string, by: number, more: Partial<LevelChange> = {}): LevelChange => ({
      teacher,
      competency,
      change: by,
      wasDeficit: true,
      closed: by >= 2,
      ...more,
    });
    const gains = gainsOf(
      [GROUP, PAIR],
      [
        change('1', 'a', 2),
        change('2', 'a', 0),
        change('3', 'b', 1),
        change('4', 'b', 3, { wasDeficit: false, closed: false }),
        change('9', 'a', 1),
        change('8', 'a', 4, { wasDeficit: false }),
      ],
    );
    expect(gains).toEqual({
      closed: { have: 1, of: 3 },
      members: { key: '', people: 4, gain: 1.5 },
      others: { key: '', people: 1, gain: 1 },
      byConsultant: [
        { key: 'К', people: 4, gain: 1.5 },
        { key: 'Л', people: 2, gain: 2 },
      ],
      bySize: [
        { key: '2', people: 2, gain: 1 },
        { key: '3', people: 2, gain: 2 },
      ],
    });
  });
});

// Mentor pairs: the promises kept whatever the school, and the true optimum against every set of pairs there is.
import fc from 'fast-check';
import {
  type MentorAndTrainee,
  matchPairs,
  needWeight,
  Pairing,
  type PairPolicy,
  type PairsInput,
  TOPICS,
} from '../../../../src/domain/grouping/pairs/pairs';
import type { SchoolRule } from '../../../../src/domain/grouping/school-rule';
import { MOST_PRICE, USUAL_PAIR_PRICES } from '../../../../src/domain/grouping/team-prices';
import { both, row, type School, schools, teacher, wish, wishes } from '../people';

const POLICY: PairPolicy = {
  traineesPerMentor: 1,
  allowUnconfirmed: false,
  onlyWishes: false,
  schools: 'any',
  prices: USUAL_PAIR_PRICES,
};

const inputOf = (school: School, policy: Partial<PairPolicy> = {}, more: Partial<PairsInput> = {}): PairsInput => ({
  ...school,
  policy: { ...POLICY, ...policy },
  kept: [],
  drafts: [],
  ...more,
});

const policies = fc.record({
  traineesPerMentor: fc.integer({ min: 1, max: 2 }),
  onlyWishes: fc.boolean(),
  schools: fc.constantFrom<SchoolRule>('within', 'any', 'mixed'),
});

const price = fc.integer({ min: 0, max: MOST_PRICE });
const prices = fc.record({ asked: price, offered: price, sameSubject: price, otherSchool: price, drafted: price });

const SMALL = schools({ least: 2, most: 6, competencies: 2 });
const MIDDLE = schools({ least: 5, most: 25, competencies: 4 });
const NO_WISHES = wishes();

/** All sets of pairs that the rules allow besides those pinned, each as (mutual, pairs, worth). */
function bestByTrying(input: PairsInput): readonly [number, number, number] {
  const pairing = new Pairing(input);
  const pinned = matchPairs(input).pairs.filter(({ request }) => request === 'pinned');
  const drafted = new Set(input.drafts.map(({ mentor, trainee }) => `${mentor}\n${trainee}`));
  const taught = new Set(pinned.map(({ trainee }) => trainee));
  const trainees = input.teachers.filter(({ code, maxAsConsultee }) => !taught.has(code) && maxAsConsultee !== 0);
  const left = new Map(
    input.teachers.map((one) => [
      one.code,
      pairing.placesOf(one) - pinned.filter(({ mentor }) => mentor === one.code).length,
    ]),
  );
  const better = (a: readonly [number, number, number], b: readonly [number, number, number]): boolean =>
    a[0] !== b[0] ? a[0] > b[0] : a[1] !== b[1] ? a[1] > b[1] : a[2] > b[2];
  const best = (index: number): readonly [number, number, number] => {
    const trainee = trainees[index];
    if (trainee === undefined) return [0, 0, 0];
    let result = best(index + 1);
    for (const { code } of input.teachers) {
      const worth = pairing.worth(code, trainee.code, drafted);
      if (worth === 0 || (left.get(code) ?? 0) <= 0) continue;
      left.set(code, (left.get(code) ?? 0) - 1);
      const [mutual, pairs, sum] = best(index + 1);
      left.set(code, (left.get(code) ?? 0) + 1);
      const found = [mutual + Number(pairing.isMutual(code, trainee.code)), pairs + 1, sum + worth] as const;
      if (better(found, result)) result = found;
    }
    return result;
  };
  return best(0);
}

const measured = (input: PairsInput): readonly [number, number, number] => {
  const pairing = new Pairing(input);
  const drafted = new Set(input.drafts.map(({ mentor, trainee }) => `${mentor}\n${trainee}`));
  const pairs = matchPairs(input).pairs.filter(({ request }) => request !== 'pinned');
  return [
    pairs.filter(({ request }) => request === 'mutual').length,
    pairs.length,
    pairs.reduce((sum, { mentor, trainee }) => sum + pairing.worth(mentor, trainee, drafted), 0),
  ];
};

describe('whatever the school', () => {
  it('the pairs are the best there are: mutual wishes first, then the number of pairs, then their worth', () => {
    fc.assert(
      fc.property(SMALL, policies, prices, (school, policy, priced) => {
        const input = inputOf(school, { ...policy, prices: priced });
        expect(measured(input)).toEqual(bestByTrying(input));
      }),
      { numRuns: 300 },
    );
  });

  it('no two who asked for each other and could be a pair are both left with others, or with nobody', () => {
    fc.assert(
      fc.property(MIDDLE, policies, (school, policy) => {
        const input = inputOf(school, policy);
        const pairing = new Pairing(input);
        const { pairs } = matchPairs(input);
        /** With somebody by a mutual wish or by a person's decision: no worse. */
        const content = ({ request }: { readonly request: string }): boolean =>
          request === 'mutual' || request === 'pinned';
        for (const mentor of school.teachers)
          for (const trainee of school.teachers) {
            if (!pairing.isMutual(mentor.code, trainee.code) || trainee.maxAsConsultee === 0) continue;
            const led = pairs.filter((pair) => pair.mentor === mentor.code);
            const own = pairs.find((pair) => pair.trainee === trainee.code);
            if (own?.mentor === mentor.code) continue;
            const mentorWouldCome = led.filter(content).length < pairing.placesOf(mentor);
            const traineeWouldCome = own === undefined || !content(own);
            expect([mentor.code, trainee.code, mentorWouldCome && traineeWouldCome]).toEqual([
              mentor.code,
              trainee.code,
              false,
            ]);
          }
      }),
      { numRuns: 200 },
    );
  });

  it('a pair keeps the rules: somebody able and willing, a need, no ban, own limits, the schools', () => {
    fc.assert(
      fc.property(MIDDLE, policies, (school, policy) => {
        const input = inputOf(school, policy);
        const { pairs } = matchPairs(input);
        expect(new Set(pairs.map(({ trainee }) => trainee)).size).toBe(pairs.length);
        const byCode = new Map(school.teachers.map((one) => [one.code, one]));
        const rows = new Map(school.profiles.map((one) => [`${one.teacher} ${one.competency}`, one]));
        for (const { code, maxAsConsultant } of school.teachers) {
          const led = pairs.filter(({ mentor, request }) => mentor === code && request !== 'pinned').length;
          expect(led).toBeLessThanOrEqual(Math.min(policy.traineesPerMentor, maxAsConsultant ?? Infinity));
        }
        for (const { mentor, trainee, competencies, request } of pairs) {
          expect(mentor).not.toBe(trainee);
          if (request === 'pinned') {
            expect(
              school.wishes.list.some(({ kind, who, whom }) => kind === 'pinned' && [who, whom].includes(mentor)),
            ).toBe(true);
            continue;
          }
          expect(competencies.length).toBeGreaterThan(0);
          expect(competencies.length).toBeLessThanOrEqual(TOPICS);
          expect(byCode.get(trainee)?.maxAsConsultee).not.toBe(0);
          if (policy.schools === 'within') expect(byCode.get(mentor)?.school).toBe(byCode.get(trainee)?.school);
          for (const id of competencies) {
            const need = rows.get(`${trainee} ${id}`);
            const help = rows.get(`${mentor} ${id}`);
            expect(need?.state).toBe('deficit');
            if (policy.onlyWishes) expect(need?.wants).toBe(true);
            expect(school.wishes.forbids(mentor, trainee, id)).toBe(false);
            const mutual = school.wishes.mutual(mentor, trainee, id) && help?.state !== 'deficit';
            const asked = help?.helps === true || school.wishes.wants(mentor, trainee, id);
            expect(mutual || (help?.state === 'surplus' && asked)).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the same school gives the same pairs, and these as a draft give them again', () => {
    fc.assert(
      fc.property(MIDDLE, policies, (school, policy) => {
        const once = matchPairs(inputOf(school, policy));
        expect(matchPairs(inputOf(school, policy))).toEqual(once);
        expect(matchPairs(inputOf(school, policy, { drafts: once.pairs }))).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });

  it('one more mentor never means fewer mutual pairs, nor fewer pairs for as many mutual ones', () => {
    fc.assert(
      fc.property(MIDDLE, (school) => {
        const [mutual, pairs] = measured(inputOf({ ...school, wishes: NO_WISHES }));
        const helper = teacher('У-99');
        const wider = {
          ...school,
          wishes: NO_WISHES,
          teachers: [...school.teachers, helper],
          profiles: [...school.profiles, ...school.competencies.map((id) => row('У-99', id, 4, { helps: true }))],
        };
        const [mutualAfter, pairsAfter] = measured(inputOf(wider));
        expect(mutualAfter).toBe(mutual);
        expect(pairsAfter).toBeGreaterThanOrEqual(pairs);
      }),
      { numRuns: 100 },
    );
  });

  it('kept pairs take their people’s places and are not given again', () => {
    fc.assert(
      fc.property(MIDDLE, (school) => {
        const free = { ...school, wishes: NO_WISHES };
        const [first] = matchPairs(inputOf(free)).pairs;
        fc.pre(first !== undefined);
        const kept: readonly MentorAndTrainee[] = first === undefined ? [] : [first];
        const { pairs } = matchPairs(inputOf(free, {}, { kept }));
        expect(pairs.some(({ trainee }) => trainee === first?.trainee)).toBe(false);
        expect(pairs.some(({ mentor }) => mentor === first?.mentor)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a topic that a wish names', () => {
  /** «п» lacks «x» least of all; «м» has everything, and offers help in all but «x». */
  const heavier = ['a', 'b', 'c'];
  const profiles = [
    ...heavier.flatMap((id) => [row('м', id, 4, { helps: true }), row('п', id, 0, { wants: true })]),
    row('м', 'x', 4),
    row('п', 'x', 2),
  ];
  const topicsBy = (...told: readonly ReturnType<typeof wish>[]): readonly string[] => {
    const school = { teachers: [teacher('м'), teacher('п')], profiles, competencies: heavier, wishes: wishes(...told) };
    return matchPairs(inputOf(school)).pairs[0]?.competencies ?? [];
  };

  it.each([
    ['asked for by both', both('м', 'п', 'x')],
    ['asked for by one, by the other in general', [wish('м', 'п', 'together', 'x'), wish('п', 'м')]],
    ['offered by the mentor', [wish('м', 'п', 'together', 'x')]],
    ['decided by a person', [wish('п', 'м', 'pinned', 'x')]],
  ])('is what the pair works on before heavier needs: %s', (_by, told) => {
    expect(topicsBy(...told)).toEqual(['x', 'a', 'b']);
  });

  it.each([
    ['no topic is named', both('м', 'п')],
    ['the mentor cannot help in it', [wish('п', 'м', 'together', 'x')]],
    ['it is banned', [wish('п', 'м', 'pinned'), wish('п', 'м', 'apart', 'x')]],
  ])('is not taken up when %s', (_when, told) => {
    expect(topicsBy(...told)).toEqual(heavier);
  });

  it('says who is the mentor of a pinned pair, whoever could help more in other topics', () => {
    const told = wishes(wish('м', 'п', 'pinned', 'y'));
    const more = [...profiles, row('м', 'y', 1), row('п', 'y', 4)];
    const school = { teachers: [teacher('м'), teacher('п')], profiles: more, competencies: heavier, wishes: told };
    const pinned = matchPairs(inputOf(school)).pairs.filter(({ request }) => request === 'pinned');
    expect(pinned).toMatchObject([{ mentor: 'п', trainee: 'м', competencies: ['y'] }]);
  });

  it('is worked on by a pair that both asked for, whatever the school', () => {
    fc.assert(
      fc.property(schools({ least: 2, most: 8, competencies: 6 }), (school) => {
        for (const { mentor, trainee, competencies, request } of matchPairs(inputOf(school)).pairs)
          if (request === 'mutual')
            expect(competencies.some((id) => school.wishes.mutual(mentor, trainee, id))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('by hand', () => {
  const people = ['м', 'н', 'а', 'б'].map((code) => teacher(code));
  /** Two who can help, two who need it; «а» needs it more. */
  const profiles = [
    row('м', 'x', 4, { helps: true }),
    row('н', 'x', 4, { helps: false }),
    row('а', 'x', 0),
    row('б', 'x', 2),
  ];
  const school = (told = NO_WISHES): School => ({ teachers: people, profiles, competencies: ['x'], wishes: told });
  const pairs = (told = NO_WISHES, policy: Partial<PairPolicy> = {}, more: Partial<PairsInput> = {}): string[] =>
    matchPairs(inputOf(school(told), policy, more)).pairs.map(
      ({ mentor, trainee, request }) => `${mentor}→${trainee} ${request}`,
    );

  it('the deepest need comes first when there is one mentor', () => {
    expect(pairs()).toEqual(['м→а none']);
  });

  it('a mutual wish goes before the deepest need', () => {
    expect(pairs(wishes(...both('м', 'б')))).toEqual(['м→б mutual']);
  });

  it('somebody who has not offered help in general may offer it to one', () => {
    expect(pairs(wishes(wish('н', 'б')))).toEqual(['м→а none', 'н→б mentor']);
  });

  it('of two who ask for the same mentor whoever is asked back gets him', () => {
    expect(pairs(wishes(wish('а', 'м'), ...both('м', 'б')))).toEqual(['м→б mutual']);
  });

  it('a pair with a ban is not made, even when both ask for it', () => {
    expect(pairs(wishes(...both('м', 'а'), wish('а', 'м', 'apart')))).toEqual(['м→б none']);
  });

  it('a person’s decision goes before everything, and the levels say who is the mentor', () => {
    expect(pairs(wishes(wish('б', 'м', 'pinned'), ...both('м', 'а')))).toEqual(['м→б pinned']);
    expect(pairs(wishes(wish('м', 'б', 'pinned')))).toEqual(['м→б pinned']);
  });

  it('when the levels do not tell, the second named is the mentor', () => {
    expect(pairs(wishes(wish('м', 'н', 'pinned')))).toContain('н→м pinned');
  });

  it('a mutual wish needs no surplus: a level that reaches the target and is above is enough', () => {
    const equals = {
      ...school(wishes(...both('м', 'а'))),
      profiles: [row('м', 'x', 3), row('н', 'x', 3), row('а', 'x', 2), row('б', 'x', 2)],
    };
    expect(matchPairs(inputOf(equals)).pairs.map(({ mentor, trainee }) => `${mentor}→${trainee}`)).toEqual(['м→а']);
  });

  it('a draft is kept while nothing much better has come', () => {
    const even = { ...school(), profiles: [row('м', 'x', 4, { helps: true }), row('а', 'x', 1), row('б', 'x', 2)] };
    const drafts = [{ mentor: 'м', trainee: 'б' }];
    const made = (more: Partial<PairsInput>): string[] =>
      matchPairs(inputOf(even, {}, more)).pairs.map(({ trainee }) => trainee);
    expect([made({}), made({ drafts })]).toEqual([['а'], ['б']]);
  });

  it('the prices of the settings say what the draft and somebody’s request weigh', () => {
    const even = { ...school(), profiles: [row('м', 'x', 4, { helps: true }), row('а', 'x', 1), row('б', 'x', 2)] };
    const drafts = [{ mentor: 'м', trainee: 'б' }];
    const asked = { ...even, wishes: wishes(wish('б', 'м')) };
    const made = (of: School, changed: Partial<PairPolicy['prices']>, more: Partial<PairsInput> = {}): string[] =>
      matchPairs(inputOf(of, { prices: { ...USUAL_PAIR_PRICES, ...changed } }, more)).pairs.map(
        ({ trainee }) => trainee,
      );
    expect([made(even, {}, { drafts }), made(even, { drafted: 2 }, { drafts })]).toEqual([['б'], ['а']]);
    expect([made(asked, {}), made(asked, { asked: 2 })]).toEqual([['б'], ['а']]);
  });

  it('and given up when it costs a pair or a mutual wish', () => {
    expect(pairs(wishes(...both('м', 'а')), {}, { drafts: [{ mentor: 'м', trainee: 'б' }] })).toEqual(['м→а mutual']);
  });

  it('a mentor takes as many as the settings say, and no more than his own limit', () => {
    expect(pairs(NO_WISHES, { traineesPerMentor: 2 })).toEqual(['м→а none', 'м→б none']);
    const limited = { ...school(), teachers: [teacher('м', { maxAsConsultant: 1 }), ...people.slice(1)] };
    expect(matchPairs(inputOf(limited, { traineesPerMentor: 2 })).pairs).toHaveLength(1);
  });

  it('schools are kept apart, left free or mixed as the settings say', () => {
    const two = {
      ...school(),
      teachers: ['м', 'н', 'а', 'б'].map((code) => teacher(code, { school: 'мб'.includes(code) ? 'А' : 'Б' })),
      // «а» of the other school needs it as much as «б» of the mentor's own.
      profiles: [row('м', 'x', 4, { helps: true }), row('а', 'x', 1), row('б', 'x', 1, { wants: false })],
    };
    const trainees = (rule: SchoolRule): string[] =>
      matchPairs(inputOf(two, { schools: rule })).pairs.map(({ trainee }) => trainee);
    expect([trainees('within'), trainees('mixed')]).toEqual([['б'], ['а']]);
    expect(trainees('any')).toHaveLength(1);
  });

  it('weighs a need by the square of its depth, twice when it is wanted', () => {
    expect([row('а', 'x', 2), row('а', 'x', 0), row('а', 'x', 1, { wants: true })].map(needWeight)).toEqual([1, 9, 8]);
  });
});

it('in a region nobody is compared with those who have no surplus in what he lacks', () => {
  const people = 200;
  const topics = 40;
  let looked = 0;
  const profiles = Array.from({ length: people }, (_u, n) =>
    Array.from({ length: topics }, (_v, k) => {
      const at = (n * 7 + k * 3) % topics;
      const one = row(`T${String(n)}`, `k${String(k)}`, at === 0 ? 4 : at < 4 ? 1 : 3, {
        helps: at === 0,
        wants: true,
      });
      return {
        ...one,
        get state() {
          looked += 1;
          return one.state;
        },
      };
    }),
  ).flat();
  const teachers = Array.from({ length: people }, (_u, n) => teacher(`T${String(n)}`));
  const { pairs } = matchPairs(inputOf({ teachers, profiles, wishes: NO_WISHES, competencies: [] }));
  expect(pairs).toHaveLength(people);
  // To compare everybody with everybody takes a look at every need of each pair: 120,000.
  expect(looked).toBeLessThan(2 * people * people);
});

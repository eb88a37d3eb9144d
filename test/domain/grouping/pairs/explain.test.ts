// Why somebody has no mentor, or no trainee, and what would help; why a wish did not come true.
import { PairsExplainer } from '../../../../src/domain/grouping/pairs/explain';
import { matchPairs, type PairPolicy, type PairsInput } from '../../../../src/domain/grouping/pairs/pairs';
import { WORDINGS, say } from '../../../../src/messages/all';
import { USUAL_PAIR_PRICES } from '../../../../src/domain/grouping/team-prices';
import { both, row, teacher, wish, wishes } from '../people';

const COMPETENCY = { id: 'x', title: 'Формы' } as ConstructorParameters<typeof PairsExplainer>[2][number];
const POLICY: PairPolicy = {
  traineesPerMentor: 1,
  allowUnconfirmed: false,
  onlyWishes: false,
  schools: 'within',
  prices: USUAL_PAIR_PRICES,
};

/** «м» can help and offers it, «а» needs it. */
const able = row('м', 'x', 4, { helps: true });
const needy = row('а', 'x', 1);
const input = (more: Partial<PairsInput> = {}): PairsInput => ({
  profiles: [able, needy],
  teachers: [teacher('м'), teacher('а')],
  wishes: wishes(),
  policy: POLICY,
  kept: [],
  drafts: [],
  ...more,
});
const explained = (given: PairsInput): PairsExplainer => new PairsExplainer(given, matchPairs(given), [COMPETENCY]);
const leftOut = (given: PairsInput): string[] =>
  explained(given)
    .leftOut()
    .map(({ teacher: code, message }) => `${code} ${message.code}`);

describe('who is left without a mentor', () => {
  it('is nobody when all are in pairs', () => {
    expect(leftOut(input())).toEqual([]);
  });

  it.each<[string, Partial<PairsInput>, readonly string[]]>([
    [
      'his own limit is 0',
      { teachers: [teacher('м'), teacher('а', { maxAsConsultee: 0 })] },
      ['м pairs.free.others', 'а pairs.left.own'],
    ],
    ['nobody masters it', { profiles: [row('м', 'x', 3), needy] }, ['а pairs.left.nobody']],
    ['whoever masters it has not offered help', { profiles: [row('м', 'x', 4), needy] }, ['а pairs.left.unwilling']],
    [
      'a high level is not confirmed',
      { profiles: [{ ...able, state: 'check', confirmed: false }, needy] },
      ['а pairs.left.check'],
    ],
    [
      'the only one who could is forbidden',
      { wishes: wishes(wish('а', 'м', 'apart')) },
      ['м pairs.free.others', 'а pairs.left.forbidden'],
    ],
    [
      'the only one who could is of another school',
      { teachers: [teacher('м', { school: 'А' }), teacher('а', { school: 'Б' })] },
      ['м pairs.free.others', 'а pairs.left.school'],
    ],
    [
      'the mentor’s own limit is 0',
      { teachers: [teacher('м', { maxAsConsultant: 0 }), teacher('а')] },
      ['а pairs.left.mentorLimit'],
    ],
    [
      'the mentor is taken by somebody who needs it more',
      { profiles: [able, needy, row('б', 'x', 0)], teachers: [teacher('м'), teacher('а'), teacher('б')] },
      ['а pairs.left.busy'],
    ],
    [
      'nothing is known of him',
      { profiles: [able, row('а', 'x', undefined)] },
      ['м pairs.free.noNeed', 'а pairs.left.unknown'],
    ],
  ])('when %s', (_why, more, said) => {
    expect(leftOut(input(more))).toEqual(said);
  });

  it('is told whether one more place would help, truly', () => {
    const busy = (policy: Partial<PairPolicy>): string[] =>
      explained(
        input({
          profiles: [able, row('а', 'x', 2), row('б', 'x', 0), row('в', 'x', 1)],
          teachers: ['м', 'а', 'б', 'в'].map((code) => teacher(code)),
          policy: { ...POLICY, ...policy },
        }),
      )
        .leftOut()
        .map(
          ({ teacher: code, message }) =>
            `${code} ${String(message.fields?.['places'])} ${String(message.fields?.['gains'])}`,
        );
    expect(busy({})).toEqual(['а 2 0', 'в 2 1']);
    expect(busy({ traineesPerMentor: 2 })).toEqual(['а 3 1']);
    expect(busy({ traineesPerMentor: 3 })).toEqual([]);
  });

  it('hears it in words without a hole', () => {
    const [message] = explained(input({ profiles: [row('м', 'x', 4), needy] })).leftOut();
    expect(say(message?.message ?? { code: '' })).toBe(
      'Нужным владеют, но не отметили «готов помочь»: Учитель м. Поговорите с ними; взаимное пожелание можно записать на лист «Пожелания».',
    );
  });
});

describe('a mutual wish that did not come true', () => {
  const unmet = (more: Partial<PairsInput>): string[] =>
    explained(input(more))
      .unmet()
      .map(({ code }) => code);

  it.each<[string, Partial<PairsInput>, string]>([
    ['neither has what the other lacks', { profiles: [able, row('а', 'x', 3)] }, 'pairs.unmet.needless'],
    ['one takes no part', { teachers: [teacher('м')] }, 'pairs.unmet.absent'],
    ['there is a ban too', { wishes: wishes(...both('м', 'а'), wish('м', 'а', 'apart')) }, 'pairs.unmet.forbidden'],
    [
      'they are of different schools',
      { teachers: [teacher('м', { school: 'А' }), teacher('а', { school: 'Б' })] },
      'pairs.unmet.school',
    ],
    ['an own limit is 0', { teachers: [teacher('м', { maxAsConsultant: 0 }), teacher('а')] }, 'pairs.unmet.limit'],
    ['the trainee has a kept mentor', { kept: [{ mentor: 'н', trainee: 'а' }] }, 'pairs.unmet.taken'],
  ])('because %s', (_why, more, code) => {
    expect(unmet({ wishes: wishes(...both('м', 'а')), ...more })).toEqual([code]);
    expect(Object.keys(WORDINGS.ru)).toContain(code);
  });

  it('is told once, whoever wrote it first, and not at all when it came true', () => {
    expect(unmet({ wishes: wishes(...both('а', 'м')) })).toEqual([]);
    expect(unmet({ wishes: wishes(...both('а', 'м')), profiles: [able, row('а', 'x', 3)] })).toHaveLength(1);
  });

  it('and a pin that could not be followed, are both told', () => {
    const kept = [{ mentor: 'н', trainee: 'а' }];
    expect(unmet({ wishes: wishes(wish('а', 'м', 'pinned')), kept })).toEqual(['pairs.unmet.pinned']);
  });
});

describe('why two are a pair', () => {
  const reason = (given: PairsInput): string => {
    const [pair] = matchPairs(given).pairs;
    return pair === undefined ? '' : say(explained(given).reason(pair));
  };

  it('names the topic and both levels', () => {
    expect(reason(input())).toBe('«Формы»: у подопечного уровень 1, цель 3; у наставника уровень 4.');
  });

  it('begins with whose wish it is', () => {
    expect(reason(input({ wishes: wishes(...both('м', 'а')) }))).toMatch(/^Оба хотят работать вместе\. «Формы»/);
    expect(reason(input({ wishes: wishes(wish('а', 'м')) }))).toMatch(/^Подопечный просил этого наставника\./);
    expect(reason(input({ wishes: wishes(wish('м', 'а')) }))).toMatch(/^Наставник просил этого подопечного\./);
    expect(reason(input({ wishes: wishes(wish('м', 'а', 'pinned')) }))).toMatch(/^Закреплено на листе «Пожелания»\./);
  });

  it('says so when the levels show nothing to learn', () => {
    const given = input({ wishes: wishes(wish('м', 'а', 'pinned')), profiles: [row('м', 'x', 3), row('а', 'x', 3)] });
    expect(reason(given)).toBe(
      'Закреплено на листе «Пожелания». По уровням не видно, чему учиться: тему выберите сами.',
    );
  });
});

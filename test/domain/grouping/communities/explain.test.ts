// Why somebody is in a community, or in none, in words.
import { CommunitiesExplainer } from '../../../../src/domain/grouping/communities/explain';
import { type CommunitiesInput, formCommunities } from '../../../../src/domain/grouping/communities/form';
import { say } from '../../../../src/messages/all';
import { USUAL_COMMUNITY_PRICES } from '../../../../src/domain/grouping/team-prices';
import { both, row, teacher, wish, wishes } from '../people';

const COMPETENCY = { id: 'x', title: 'Формы' } as ConstructorParameters<typeof CommunitiesExplainer>[2][number];
const CODES = ['м', 'а', 'б', 'в'];

const input = (more: Partial<CommunitiesInput> = {}): CommunitiesInput => ({
  profiles: [
    row('м', 'x', 4, { helps: true }),
    row('а', 'x', 1, { wants: true }),
    row('б', 'x', 2),
    row('в', 'x', undefined),
  ],
  teachers: CODES.map((code) => teacher(code)),
  competencies: ['x'],
  wishes: wishes(),
  policy: { least: 3, most: 5, schools: 'any', prices: USUAL_COMMUNITY_PRICES },
  kept: [],
  drafts: [],
  ...more,
});

/** What is said of each member, by code; the community must be one. */
function said(given: CommunitiesInput): Record<string, string> {
  const plan = formCommunities(given);
  const [community] = plan.communities;
  if (community === undefined) return {};
  const explainer = new CommunitiesExplainer(given, plan, [COMPETENCY]);
  return Object.fromEntries(community.members.map((code) => [code, say(explainer.reason(community, code))]));
}

describe('the reason', () => {
  it('of a member says level and target, the deficit and how many share it; of whoever is unknown, that he is not left alone', () => {
    expect(said(input())).toEqual({
      м: 'Тьютор. «Формы»: уровень 4, цель 3. Владеет и готов помочь.',
      а: '«Формы»: уровень 1, цель 3. Дефицит, хочет его закрыть. Тот же ещё у 1 участника.',
      б: '«Формы»: уровень 2, цель 3. Дефицит. Тот же ещё у 1 участника.',
      в: '«Формы»: уровень неизвестен. Здесь, чтобы никто не остался без сообщества и чтобы размеры были ровными.',
    });
  });

  it.each([
    ['a surplus without an offer', row('м', 'x', 4), /Владеет; спросите, готов ли вести/],
    ['a level not confirmed', row('м', 'x', 4, { state: 'check' as const }), /ещё не подтверждён/],
    ['the target just reached', row('м', 'x', 3), /ближе всех к профициту/],
    ['the least deficit', row('м', 'x', 2), /дефицит наименьший: поддержите тьютора/],
  ])('of a tutor by %s says so', (_what, tutor, words) => {
    const profiles = [tutor, row('а', 'x', 0), row('б', 'x', 0), row('в', 'x', 0)];
    expect(said(input({ profiles }))['м']).toMatch(words);
  });

  it('names those whom somebody asked for', () => {
    expect(said(input({ wishes: wishes(wish('а', 'б')) }))['а']).toMatch(/Хочет вместе: Учитель б\.$/);
  });
});

describe('whoever is left', () => {
  const left = (given: CommunitiesInput): string[] => {
    const plan = formCommunities(given);
    return new CommunitiesExplainer(given, plan, [COMPETENCY]).leftOut().map(({ message }) => say(message));
  };

  it('hears why and what would help', () => {
    const [few] = left(input({ teachers: [teacher('м'), teacher('а')] }));
    expect(few).toMatch(/^Людей меньше, чем нужно для сообщества \(3\)\. Уменьшите настройку/);
    const [own] = left(
      input({ teachers: [...CODES.map((code) => teacher(code)), teacher('г', { maxAsConsultee: 0 })] }),
    );
    expect(own).toMatch(/групп как консультируемый — 0/);
    const [sizes] = left(input({ policy: { least: 3, most: 3, schools: 'any', prices: USUAL_COMMUNITY_PRICES } }));
    expect(sizes).toMatch(/по 3–3/);
    const [apart] = left(
      input({ wishes: wishes(wish('а', 'б', 'apart'), wish('а', 'в', 'apart'), wish('а', 'м', 'apart')) }),
    );
    expect(apart).toMatch(/^Запреты на листе «Пожелания»/);
  });
});

describe('a wish that did not come true', () => {
  it('is told when both asked, or when it was pinned; once', () => {
    const given = input({
      kept: [['а', 'м', 'г']],
      wishes: wishes(...both('а', 'б'), wish('в', 'м', 'pinned'), wish('б', 'г')),
    });
    const plan = formCommunities(given);
    expect(new CommunitiesExplainer(given, plan, [COMPETENCY]).unmet().map(({ code }) => code)).toEqual([
      'communities.unmet.without',
      'communities.unmet.pinned',
    ]);
  });

  it('says that others come first only where both are in a community', () => {
    const given = input({
      kept: [
        ['а', 'м', 'г'],
        ['б', 'в'],
      ],
      wishes: wishes(...both('а', 'б')),
    });
    const unmet = new CommunitiesExplainer(given, formCommunities(given), [COMPETENCY]).unmet();
    expect(unmet.map(({ code }) => code)).toEqual(['communities.unmet.mutual']);
  });
});

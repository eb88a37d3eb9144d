// Settings of pairs, communities and levels of mastery: rows of «Настройки» that only late actions read.
import type { MasteryBounds } from '../domain/grouping/mastery';
import type { SchoolRule } from '../domain/grouping/school-rule';
import {
  type CommunityPrices,
  MOST_PRICE,
  type PairPrices,
  USUAL_COMMUNITY_PRICES,
  USUAL_PAIR_PRICES,
} from '../domain/grouping/team-prices';
import { readSetting } from './read-setting';
import type { Setting } from './settings';

/** A price of the third order: the need of one level that the person does not ask to close weighs 1. */
const price = <T extends string>(title: T, usual: number, meaning: string) =>
  ({ kind: 'whole', title, initial: String(usual), meaning, least: 0, most: MOST_PRICE }) as const;

export const TEAM_SETTING_DEFINITIONS = {
  teamSchools: {
    kind: 'text',
    title: 'Пары и сообщества из разных школ',
    initial: 'внутри школы',
    meaning:
      '«внутри школы» — только из одной школы; «можно» — школа не важна, партнёры участвуют; «вперемешку» — лучше из разных школ.',
  },
  traineesPerMentor: {
    kind: 'whole',
    title: 'Подопечных у наставника',
    initial: '1',
    meaning: 'Сколько пар одновременно может вести один наставник. Личный предел консультанта важнее.',
    least: 1,
    most: 10,
  },
  communityLeast: {
    kind: 'whole',
    title: 'В сообществе не меньше человек',
    initial: '3',
    meaning: 'Наименьшее число людей в сообществе (ПОС) вместе с тьютором.',
    least: 2,
    most: 20,
  },
  communityMost: {
    kind: 'whole',
    title: 'В сообществе не больше человек',
    initial: '5',
    meaning: 'Наибольшее число людей в сообществе (ПОС) вместе с тьютором.',
    least: 2,
    most: 20,
  },
  pairAsked: price(
    'Пары, цена: просьба подопечного',
    USUAL_PAIR_PRICES.asked,
    'Баллы за пару, о которой просил подопечный. Для сравнения: дефицит на один уровень — 1, на два — 4, на три — 9, при «хочу освоить» вдвое. Взаимное пожелание исполняется прежде всего остального.',
  ),
  pairOffered: price(
    'Пары, цена: предложение наставника',
    USUAL_PAIR_PRICES.offered,
    'Баллы за пару, которую предложил наставник.',
  ),
  pairSubject: price('Пары, цена: общий предмет', USUAL_PAIR_PRICES.sameSubject, 'Баллы за пару с общим предметом.'),
  pairSchool: price(
    'Пары, цена: разные школы',
    USUAL_PAIR_PRICES.otherSchool,
    'Баллы за пару из разных школ, когда пары и сообщества собираются «вперемешку».',
  ),
  pairStay: price(
    'Пары, цена: пара из черновика',
    USUAL_PAIR_PRICES.drafted,
    'Баллы за пару прежнего черновика: чем больше, тем меньше перемен при новом подборе.',
  ),
  communityMutual: price(
    'Сообщества, цена: взаимное пожелание',
    USUAL_COMMUNITY_PRICES.mutual,
    'Баллы за двоих в одном сообществе, которые хотят быть вместе.',
  ),
  communityAsked: price(
    'Сообщества, цена: пожелание одного',
    USUAL_COMMUNITY_PRICES.asked,
    'Баллы за двоих в одном сообществе, если хочет один из них.',
  ),
  communitySchool: price(
    'Сообщества, цена: ещё одна школа',
    USUAL_COMMUNITY_PRICES.otherSchool,
    'Баллы за каждую школу сообщества, кроме первой, когда они собираются «вперемешку».',
  ),
  communityStay: price(
    'Сообщества, цена: вместе в черновике',
    USUAL_COMMUNITY_PRICES.stay,
    'Баллы за двоих, которые были вместе в прежнем черновике: чем больше, тем меньше перемен.',
  ),
  masteryFrom: {
    kind: 'text',
    title: 'Границы уровней мастерства',
    initial: '3,2; 2,5; 1,5',
    meaning:
      'Средний уровень (0…4), с которого начинаются высокое мастерство, совершенствование и становление. Ниже последней границы — постоянная помощь.',
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type TeamSettingKey = keyof typeof TEAM_SETTING_DEFINITIONS;

export interface TeamSettings {
  readonly teamSchools: SchoolRule;
  readonly traineesPerMentor: number;
  readonly communityLeast: number;
  readonly communityMost: number;
  readonly masteryFrom: MasteryBounds;
  readonly pairPrices: PairPrices;
  readonly communityPrices: CommunityPrices;
}

const SCHOOL_RULES: ReadonlyMap<string, SchoolRule> = new Map([
  ['внутри школы', 'within'],
  ['можно', 'any'],
  ['вперемешку', 'mixed'],
]);

/** Reads a setting's text; undefined when it does not fit. */
export function readTeamSetting(key: TeamSettingKey, text: string): unknown {
  switch (key) {
    case 'teamSchools':
      return SCHOOL_RULES.get(text.trim().toLowerCase());
    case 'masteryFrom':
      return readBounds(text);
    default:
      return readSetting(TEAM_SETTING_DEFINITIONS[key], text);
  }
}

/** The settings from what `readTeamSetting` gave for each key. */
export function teamSettingsFrom(values: Readonly<Record<TeamSettingKey, unknown>>): TeamSettings {
  const number = (key: TeamSettingKey): number => values[key] as number;
  return {
    teamSchools: values.teamSchools as SchoolRule,
    traineesPerMentor: number('traineesPerMentor'),
    communityLeast: number('communityLeast'),
    communityMost: number('communityMost'),
    masteryFrom: values.masteryFrom as MasteryBounds,
    pairPrices: {
      asked: number('pairAsked'),
      offered: number('pairOffered'),
      sameSubject: number('pairSubject'),
      otherSchool: number('pairSchool'),
      drafted: number('pairStay'),
    },
    communityPrices: {
      mutual: number('communityMutual'),
      asked: number('communityAsked'),
      otherSchool: number('communitySchool'),
      stay: number('communityStay'),
    },
  };
}

/** Three falling numbers within 0 … 4, a comma or a point before the decimals. */
function readBounds(text: string): MasteryBounds | undefined {
  const parts = text.split(/[;\n]/).map((part) => part.trim().replace(',', '.'));
  const numbers = parts.filter((part) => /^\d(\.\d+)?$/.test(part)).map(Number);
  const [high = 0, improving = 0, forming = 0] = numbers;
  const fits = parts.length === 3 && numbers.length === 3 && high <= 4 && high > improving && improving > forming;
  return fits && forming > 0 ? [high, improving, forming] : undefined;
}

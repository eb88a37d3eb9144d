// Settings of pairs, communities and levels of mastery: rows of «Настройки» that only late actions read.
import type { MasteryBounds } from '../domain/grouping/mastery';
import type { SchoolRule } from '../domain/grouping/school-rule';
import { readSetting, type Setting } from './settings';

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

/** Three falling numbers within 0 … 4, a comma or a point before the decimals. */
function readBounds(text: string): MasteryBounds | undefined {
  const parts = text.split(/[;\n]/).map((part) => part.trim().replace(',', '.'));
  const numbers = parts.filter((part) => /^\d(\.\d+)?$/.test(part)).map(Number);
  const [high = 0, improving = 0, forming = 0] = numbers;
  const fits = parts.length === 3 && numbers.length === 3 && high <= 4 && high > improving && improving > forming;
  return fits && forming > 0 ? [high, improving, forming] : undefined;
}

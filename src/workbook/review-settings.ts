// Settings of growth, of the evaluation of the model and of partner schools: rows of «Настройки» that only late actions read.
import type { Rules, Threshold } from '../domain/evaluation/rules';
import { readSetting } from './read-setting';
import type { Setting } from './settings';

export const REVIEW_SETTING_DEFINITIONS = {
  growthReliability: {
    kind: 'text',
    title: 'Надёжность самооценки',
    initial: '',
    meaning:
      'Для листа «Динамика по учителям»: надёжность анкеты, от 0 до 1, если она известна, например 0,8. Пусто — α Кронбаха по ответам первого из сравниваемых циклов.',
  },
  modelCoverage: {
    kind: 'text',
    title: 'Модель: охват дефицитов, %',
    initial: '70; 40',
    meaning: 'Пороги листа «Оценка модели»: от первого числа — хорошо, меньше второго — плохо.',
  },
  modelAttendance: {
    kind: 'text',
    title: 'Модель: посещаемость, %',
    initial: '70; 50',
    meaning: 'От первого числа — хорошо, меньше второго — плохо.',
  },
  modelConsultees: {
    kind: 'text',
    title: 'Модель: отзывы участников, индекс',
    initial: '70; 50',
    meaning: 'Индекс эффективности 0…100: от первого числа — хорошо, меньше второго — плохо.',
  },
  modelConsultants: {
    kind: 'text',
    title: 'Модель: отзывы консультантов, индекс',
    initial: '70; 50',
    meaning: 'Индекс эффективности 0…100: от первого числа — хорошо, меньше второго — плохо.',
  },
  modelClosed: {
    kind: 'text',
    title: 'Модель: закрыто дефицитов участников, %',
    initial: '50; 20',
    meaning: 'По следующему циклу: от первого числа — хорошо, меньше второго — плохо.',
  },
  modelHours: {
    kind: 'text',
    title: 'Модель: человеко-часов на закрытый дефицит',
    initial: '10; 25',
    meaning: 'Здесь меньше — лучше: до первого числа — хорошо, больше второго — плохо.',
  },
  modelPreparation: {
    kind: 'text',
    title: 'Модель: часов подготовки консультанта',
    initial: '1',
    meaning: 'Сколько часов консультант готовится к одному занятию; входит в затраты на листе «Оценка модели».',
  },
  modelStopFrom: {
    kind: 'whole',
    title: 'Модель: прекратить, если плохо',
    initial: '2',
    meaning:
      'При стольких критериях с оценкой «плохо» вывод — прекратить. Без единого «плохо» и когда хорошо не меньше половины — оставить, иначе — изменить.',
    least: 1,
    most: 6,
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type ReviewSettingKey = keyof typeof REVIEW_SETTING_DEFINITIONS;

export interface ReviewSettings {
  /** 0 … 1 as stated; `alpha`: to be computed from the answers. */
  readonly growthReliability: number | 'alpha';
  readonly model: Rules['thresholds'];
  /** Hours of a consultant before a session. */
  readonly modelPreparation: number;
  readonly modelStopFrom: number;
}

/** As the rows of the sheet give them, one by one. */
type Read = Readonly<Record<ReviewSettingKey, unknown>>;

/** Reads a setting's text; undefined when it does not fit. */
export function readReviewSetting(key: ReviewSettingKey, text: string): unknown {
  switch (key) {
    case 'growthReliability':
      return text.trim() === '' ? 'alpha' : readNumber(text, 1);
    case 'modelPreparation':
      return readNumber(text, 100);
    case 'modelCoverage':
    case 'modelAttendance':
    case 'modelConsultees':
    case 'modelConsultants':
    case 'modelClosed':
      return readThreshold(text, ({ good, bad }) => good >= bad);
    case 'modelHours':
      return readThreshold(text, ({ good, bad }) => good <= bad);
    default:
      return readSetting(REVIEW_SETTING_DEFINITIONS[key], text);
  }
}

/** 0 … `most`, a comma or a point before the decimals. */
function readNumber(text: string, most: number): number | undefined {
  const trimmed = text.trim().replace(',', '.');
  const number = Number(trimmed);
  return /^\d+(\.\d+)?$/.test(trimmed) && number <= most ? number : undefined;
}

/** Two numbers: from where it is good, from where it is bad. Refused when they stand the wrong way round. */
function readThreshold(text: string, isRight: (threshold: Threshold) => boolean): Threshold | undefined {
  const [good, bad, ...more] = text.split(/[;\n]/).map((part) => readNumber(part, 1000));
  return good === undefined || bad === undefined || more.length > 0 || !isRight({ good, bad })
    ? undefined
    : { good, bad };
}

/** The settings as the rules want them, from values that could all be read. */
export function reviewSettingsFrom(read: Read): ReviewSettings {
  return {
    growthReliability: read.growthReliability as number | 'alpha',
    model: {
      coverage: read.modelCoverage as Threshold,
      attendance: read.modelAttendance as Threshold,
      consultees: read.modelConsultees as Threshold,
      consultants: read.modelConsultants as Threshold,
      closed: read.modelClosed as Threshold,
      hours: read.modelHours as Threshold,
    },
    modelPreparation: read.modelPreparation as number,
    modelStopFrom: read.modelStopFrom as number,
  };
}

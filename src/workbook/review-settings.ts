// Settings of growth, of the evaluation of the model and of partner schools: rows of «Настройки» that only late actions read.
import { readSetting, type Setting } from './settings';

export const REVIEW_SETTING_DEFINITIONS = {
  growthReliability: {
    kind: 'text',
    title: 'Надёжность самооценки',
    initial: '',
    meaning:
      'Для листа «Динамика по учителям»: надёжность анкеты, от 0 до 1, если она известна, например 0,8. Пусто — α Кронбаха по ответам первого из сравниваемых циклов.',
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type ReviewSettingKey = keyof typeof REVIEW_SETTING_DEFINITIONS;

export interface ReviewSettings {
  /** 0 … 1 as stated; `alpha`: to be computed from the answers. */
  readonly growthReliability: number | 'alpha';
}

/** Reads a setting's text; undefined when it does not fit. */
export function readReviewSetting(key: ReviewSettingKey, text: string): unknown {
  switch (key) {
    case 'growthReliability':
      return text.trim() === '' ? 'alpha' : readNumber(text, 1);
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

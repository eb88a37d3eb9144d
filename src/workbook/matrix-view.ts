// «Матрица компетенций»: a view whose columns follow the framework; levels as a heat map.
import { levelName, type Scale } from '../domain/framework/framework';

export const MATRIX_VIEW = {
  key: 'matrix',
  title: 'Матрица компетенций',
  about: 'Уровни: строка — учитель, столбец — компетенция и источник. Пересчитывается, править здесь не нужно.',
  after: 'summary',
  frozenColumns: 2,
} as const;

/** From the lowest level to the highest. */
const SHADES = ['#f4c7c3', '#fce8b2', '#fff7d6', '#e4f1e1', '#cfe8d5', '#8fcfa6'] as const;
/** Which of the shades a scale of so many levels takes, so that its ends are always the ends. */
const TAKEN: Readonly<Record<number, readonly number[]>> = {
  3: [0, 2, 5],
  4: [0, 1, 4, 5],
  5: [0, 1, 2, 4, 5],
  6: [0, 1, 2, 3, 4, 5],
};

/** What may stand in a column of this scale → its background. */
export function shadesOf(scale: Scale): Readonly<Record<string, string>> {
  const taken = TAKEN[scale.top + 1] ?? [];
  return Object.fromEntries(taken.map((shade, level) => [String(levelName(scale, level)), SHADES[shade] ?? '']));
}

/** Headings that are not data. */
export const MATRIX_LABELS = {
  code: 'Код',
  name: 'ФИО',
  legend: 'Красный — низкий уровень, зелёный — высокий. Что он значит — в примечании к заголовку.',
  sources: { self: 'самооценка', test: 'тест', observation: 'наблюдение' },
} as const;

/** Pixels: code, name, then columns of levels as wide as the longest word of a heading. */
export const matrixWidths = (columns: number): readonly number[] =>
  Array.from({ length: columns }, (_unused, index) => [70, 240][index] ?? 130);

// «Матрица компетенций»: a view whose columns follow the framework; levels as a heat map.

export const MATRIX_VIEW = {
  key: 'matrix',
  title: 'Матрица компетенций',
  about: 'Уровни 0…4: строка — учитель, столбец — компетенция и источник. Пересчитывается, править здесь не нужно.',
  after: 'summary',
  frozenColumns: 2,
  heat: {
    firstColumn: 2,
    colours: { '0': '#f4c7c3', '1': '#fce8b2', '2': '#fff7d6', '3': '#cfe8d5', '4': '#8fcfa6' },
  },
} as const;

/** Headings that are not data. */
export const MATRIX_LABELS = {
  code: 'Код',
  name: 'ФИО',
  legend: '0 — не владеет, 4 — обучает коллег. Красный — низкий уровень, зелёный — высокий, пусто — нет данных.',
  sources: { self: 'самооценка', test: 'тест', observation: 'наблюдение' },
} as const;

/** Pixels: code, name, then narrow columns of levels. */
export const matrixWidths = (columns: number): readonly number[] =>
  Array.from({ length: columns }, (_unused, index) => [70, 220][index] ?? 110);

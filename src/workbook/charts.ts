// The charts on «Сводка»: which columns of which table they draw, and where they stand under the table.
import type { Table } from './schema';
import { ANSWER_DAYS, INDICATORS, SUMMARY } from './tables';

export interface Chart {
  /** Stable key: by it the chart is found again, wherever people have moved it and whatever they call it. */
  readonly key: string;
  readonly title: string;
  /** `bars` lie, so that long names can be read beside them; a `line` needs the labels in order. */
  readonly kind: 'bars' | 'line';
  /** On whose sheet it stands. */
  readonly on: Table;
  /** Whose rows it draws: one column of labels, one or more of numbers. */
  readonly from: Table;
  readonly labels: string;
  readonly series: readonly string[];
  /** A colour a series. */
  readonly colours: readonly string[];
  /** Its first place: column of its left edge, and which of the rows of charts below the table, from 0. */
  readonly place: { readonly column: number; readonly shelf: number };
}

/** Pixels; a sheet's row is 21 high, so a shelf of charts takes 22 rows. */
export const CHART_WIDTH = 700;
export const CHART_HEIGHT = 420;
export const SHELF_ROWS = 22;

const RIGHT_COLUMN = 6;

export const SUMMARY_CHARTS: readonly Chart[] = [
  {
    key: 'levels',
    title: 'Дефициты и профициты по компетенциям, учителей',
    kind: 'bars',
    on: SUMMARY,
    from: SUMMARY,
    labels: 'title',
    series: ['deficits', 'surpluses'],
    colours: ['#d93025', '#188038'],
    place: { column: 1, shelf: 0 },
  },
  {
    key: 'needs',
    title: 'Что выбрали в опросе потребностей и хотят освоить, учителей',
    kind: 'bars',
    on: SUMMARY,
    from: SUMMARY,
    labels: 'title',
    series: ['needs', 'wants'],
    colours: ['#1a73e8', '#f9ab00'],
    place: { column: RIGHT_COLUMN, shelf: 0 },
  },
  {
    key: 'answers',
    title: 'Ответы на анкеты, нарастающим итогом',
    kind: 'line',
    on: SUMMARY,
    from: ANSWER_DAYS,
    labels: 'date',
    series: ['total'],
    colours: ['#1a73e8'],
    place: { column: 1, shelf: 1 },
  },
];

export const INDICATOR_CHARTS: readonly Chart[] = [
  {
    key: 'indicators',
    title: 'Показатели: план на сегодня, факт и цель',
    kind: 'bars',
    on: SUMMARY,
    from: INDICATORS,
    labels: 'title',
    series: ['plan', 'fact', 'target'],
    colours: ['#9aa0a6', '#1a73e8', '#188038'],
    place: { column: RIGHT_COLUMN, shelf: 1 },
  },
];

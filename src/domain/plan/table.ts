// A plan's table as schools write it → measures with dates, and what could not be understood, row by row.
import type { RowProblem } from '../message';
import type { LocalDate } from '../local-time';
import { type Columns, headerOf, isStage } from './headings';
import type { GridRow } from './paste';
import { calendarYear, hull, type Period } from './period';
import type { Repeat } from './repeat';
import { type Assumed, periodIn, readWhen, type When, type WhenContext } from './when';

/** A measure of the plan as read. */
export interface Measure {
  /** Row of the sheet or line of the text it was read from. */
  readonly row: number;
  readonly number: string;
  readonly stage: string;
  readonly title: string;
  /** The plan's own words about the time. */
  readonly when: string;
  /** '' when the words name no day. */
  readonly start: LocalDate | '';
  readonly end: LocalDate | '';
  readonly repeat: Repeat | '';
  /** The stretches of `repeat` «dates». */
  readonly times: readonly Period[];
  readonly responsible: string;
  readonly audience: string;
  readonly result: string;
  /** What was assumed about the time; `above`: the cell was empty, as under a merged one, and the time is that of the row above. */
  readonly assumed: readonly (Assumed | 'above')[];
  /** Words about the time that say nothing of it. */
  readonly unread: string;
}

export interface PlanReading {
  readonly measures: readonly Measure[];
  /** Rows whose time is not understood; their words are kept. */
  readonly problems: readonly RowProblem[];
  /** Tables of a plan that were found. */
  readonly tables: number;
  /** Rows with something in them that belong to no such table. */
  readonly outside: number;
}

/** A row as gathered, before its time is read. */
interface Draft {
  readonly row: number;
  number: string;
  stage: string;
  stagePeriod: Period | undefined;
  year: number | undefined;
  title: string;
  when: string;
  above: boolean;
  responsible: string;
  audience: string;
  result: string;
}

/** The programme's own time where it is known: what «весь период» means. */
export function readPlan(grid: readonly GridRow[], programme?: Period): PlanReading {
  const { tables, outside } = gathered(grid);
  // «Весь период» of a plan whose time nobody has given is the time from its first date to its last, if need be of all plans here.
  const all = hullOf(tables.flat());
  const measures = tables.flatMap((table) => {
    const whole = programme ?? hullOf(table) ?? all;
    return table.map((draft) => measureOf(draft, whole));
  });
  const problems = measures
    .filter(({ start, assumed }) => start === '' && !assumed.includes('elsewhere'))
    .map(({ row, title, when }): RowProblem => ({
      code: when === '' ? 'plan.row.noDate' : 'plan.row.unread',
      row,
      fields: { title: title.slice(0, 80), when },
    }));
  return {
    measures,
    problems,
    tables: tables.length,
    outside,
  };
}

/** From the first explicit date of a table to its last: of its stages and of its rows. */
function hullOf(drafts: readonly Draft[]): Period | undefined {
  return hull(
    drafts.flatMap(({ when, stagePeriod, year }) => [
      ...(stagePeriod === undefined ? [] : [stagePeriod]),
      ...(readWhen(when, year === undefined ? {} : { year })?.periods ?? []),
    ]),
  );
}

function measureOf(draft: Draft, programme: Period | undefined): Measure {
  const { row, number, stage, title, when, responsible, audience, result } = draft;
  const whole = draft.year === undefined ? (draft.stagePeriod ?? programme) : calendarYear(draft.year);
  const context: WhenContext = {
    ...(whole === undefined ? {} : { whole }),
    ...(draft.year === undefined ? {} : { year: draft.year }),
  };
  const read: When = readWhen(when, context) ?? { periods: [], assumed: [], unread: '' };
  const time = hull(read.periods);
  const several = read.periods.length > 1 && read.repeat === undefined;
  return {
    row,
    number,
    stage,
    title,
    when,
    start: time?.from ?? '',
    end: time?.to ?? '',
    repeat: several ? 'dates' : (read.repeat ?? ''),
    times: several ? read.periods : [],
    responsible,
    audience,
    result,
    assumed: [...read.assumed, ...(draft.above ? (['above'] as const) : [])],
    unread: read.unread,
  };
}

const NUMBER = /^\d+(?:\.\d+)*\.?$/;
const YEAR = /^20\d\d(?:\s*г\.?|\s*год)?$/;

/** Rows by table, with the rows that go on from one page to the next joined. */
function gathered(grid: readonly GridRow[]): {
  readonly tables: readonly (readonly Draft[])[];
  readonly outside: number;
} {
  const tables: Draft[][] = [];
  let outside = 0;
  let columns: Columns | undefined;
  let rows: { row: number; cells: readonly string[] }[] = [];
  let title = '';
  let before = '';
  const close = (): void => {
    if (columns !== undefined && rows.length > 0) tables.push(draftsOf(columns, rows, title));
    rows = [];
  };
  for (const { row, cells } of grid) {
    if (!cells.some((cell) => cell !== '')) continue;
    const header = headerOf(cells);
    const filled = cells.filter((cell) => cell !== '');
    const [only = ''] = filled;
    if (header !== undefined) {
      close();
      columns = header;
      // «2. Программные мероприятия основного этапа» above its table.
      title = isStage(before) ? before : '';
    } else if (columns === undefined) outside += 1;
    else if (cells.length === 1 && !isStage(only)) {
      // A line of text ends the table; a sheet's rows are all as wide as the table.
      close();
      columns = undefined;
      outside += 1;
    } else rows.push({ row, cells });
    before = filled.length === 1 ? (only.split('\n').pop() ?? '') : '';
  }
  close();
  return { tables, outside };
}

function draftsOf(columns: Columns, rows: readonly GridRow[], heading: string): Draft[] {
  const at = (cells: readonly string[], index: number | undefined): string =>
    index === undefined ? '' : (cells[index] ?? '');
  const shifted = rows.map(({ row, cells }) => ({ row, cells: shift(cells, columns) }));
  const measured = shifted.filter(({ cells }) => at(cells, columns.measure) !== '');
  // Where most rows have a number of their own, one without goes on from the row above.
  const numbered =
    columns.number !== undefined &&
    measured.filter(({ cells }) => NUMBER.test(at(cells, columns.number))).length > measured.length * 0.6;
  const drafts: Draft[] = [];
  let stage = heading;
  let stagePeriod = periodIn(heading);
  let section = '';
  let year: number | undefined;
  for (const { row, cells } of shifted) {
    const filled = cells.filter((cell) => cell !== '');
    const [first = ''] = filled;
    if (filled.length === 0 || filled.every((cell, index) => cell === String(index + 1))) continue;
    const last = drafts[drafts.length - 1];
    const lone =
      filled.length === 1 &&
      [columns.number, columns.measure, columns.section, 0].some((index) => at(cells, index) === first);
    if (lone && !startsLow(first)) {
      stage = first;
      stagePeriod = periodIn(first) ?? (isStage(first) ? undefined : stagePeriod);
      section = '';
      year = undefined;
      continue;
    }
    const head = at(cells, columns.section);
    if (YEAR.test(head)) {
      year = Number(head.slice(0, 4));
      section = head;
    } else if (head !== '') section = head;
    const number = at(cells, columns.number).replace(/\.$/, '');
    const title = at(cells, columns.measure);
    const when = at(cells, columns.when);
    const result = joined(
      [...columns.details, ...columns.results].map((index) => at(cells, index)),
      '\n',
    );
    if (last !== undefined && ((numbered && number === '') || title === '' || startsLow(title))) {
      last.title = joined([last.title, title], ' ');
      last.when = joined([last.when, when], ' ');
      last.responsible = joined([last.responsible, at(cells, columns.responsible)], ' ');
      last.audience = joined([last.audience, at(cells, columns.audience)], ' ');
      last.result = joined([last.result, result], ' ');
      continue;
    }
    if (title === '') continue;
    const above =
      when === '' && !numbered && last !== undefined && last.when !== '' && last.stage === stageOf(stage, section);
    drafts.push({
      row,
      number,
      stage: stageOf(stage, section),
      stagePeriod,
      year,
      title,
      when: above ? (last?.when ?? '') : when,
      above,
      responsible: at(cells, columns.responsible),
      audience: at(cells, columns.audience),
      result,
    });
  }
  return drafts;
}

const joined = (texts: readonly string[], by: string): string => texts.filter((text) => text !== '').join(by);
const stageOf = (stage: string, section: string): string => joined([stage, section], ' / ');

/** Does the text begin in the middle of a sentence? */
const startsLow = (text: string): boolean => /^[а-яёa-z]/.test(text) && !/^[а-яёa-z]\)/.test(text);

/** A row whose cells stand one column too far left, as under a cell merged over rows: its measure stands before the measures, its time among them. */
function shift(cells: readonly string[], { measure, when, section }: Columns): readonly string[] {
  if (section === undefined || section !== measure - 1 || when !== measure + 1) return cells;
  const [head = '', second = '', third = ''] = [cells[section], cells[measure], cells[when]];
  const read = third === '' && head !== '' && !YEAR.test(head) ? readWhen(second, { year: 2000 }) : undefined;
  const isTime =
    read !== undefined &&
    read.unread === '' &&
    (read.periods.length > 0 || read.repeat !== undefined || /период|года/.test(second));
  return isTime ? [...cells.slice(0, section), '', ...cells.slice(section)] : cells;
}

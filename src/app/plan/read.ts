// «План» as the rules see it: every measure with its time laid out, where the words alone must do too.
import { isLocalDate, type LocalDate } from '../../domain/local-time';
import type { RowProblem } from '../../domain/message';
import { hull, type Period } from '../../domain/plan/period';
import { occurrences, type Repeat } from '../../domain/plan/repeat';
import type { TimedMeasure } from '../../domain/plan/standing';
import { readWhen, type When } from '../../domain/plan/when';
import type { Placed, Row } from '../../workbook/schema';
import type { Settings } from '../../workbook/settings';
import { PLAN, PLAN_STATES } from '../../workbook/tables';
import type { Ports } from '../ports';

export type PlanRow = Placed<Row<typeof PLAN>>;

/** A measure of the plan as it stands. */
export interface PlanItem extends TimedMeasure {
  readonly row: PlanRow;
  /** The time as read from the words, where the cells for days are empty and the words say it. */
  readonly read: When | undefined;
  readonly period: Period | undefined;
}

/** The programme's own time by the settings; undefined when they do not give both ends. */
export function programmePeriod({ programmeFrom, programmeTo }: Settings): Period | undefined {
  return programmeFrom !== '' && programmeTo !== '' && programmeFrom <= programmeTo
    ? { from: programmeFrom, to: programmeTo }
    : undefined;
}

/** Rows in the order of the sheet, and what is wrong with some of them. */
export function planItems(
  ports: Ports,
  settings: Settings,
): { readonly items: readonly PlanItem[]; readonly problems: readonly RowProblem[] } {
  const { rows, problems } = ports.workbook.read(PLAN);
  const whole = programmePeriod(settings) ?? hull(rows.flatMap((row) => writtenPeriod(row) ?? []));
  const bad: RowProblem[] = [...problems];
  const items = rows.map((row): PlanItem => {
    const written = writtenPeriod(row);
    const read = written === undefined ? readWhen(row.when, whole === undefined ? {} : { whole }) : undefined;
    if (row.start !== '' && row.end !== '' && row.end < row.start)
      bad.push({
        code: 'plan.row.order',
        row: row.$row,
        fields: { table: PLAN.title, title: row.title, start: row.start, end: row.end },
      });
    for (const column of ['times', 'doneOn'] as const) {
      const found = row[column].filter((text) => (readWhen(text)?.periods ?? []).length === 0);
      if (found.length > 0)
        bad.push({
          code: 'plan.row.dates',
          row: row.$row,
          column: PLAN.columns[column].title,
          fields: { table: PLAN.title, found },
        });
    }
    const period = written ?? hull(read?.periods ?? []);
    const times = row.times.flatMap((text) => readWhen(text)?.periods ?? []);
    const several = read !== undefined && read.periods.length > 1 && read.repeat === undefined;
    const repeat = (row.repeat !== '' ? row.repeat : several ? 'dates' : (read?.repeat ?? '')) as Repeat | '';
    return {
      row,
      read,
      period,
      windows:
        period === undefined ? [] : occurrences(repeat, period, times.length > 0 ? times : several ? read.periods : []),
      state: row.state in PLAN_STATES ? (row.state as keyof typeof PLAN_STATES) : 'planned',
      doneOn: row.doneOn.flatMap((text): LocalDate[] => {
        const day = readWhen(text)?.periods[0]?.to;
        return day !== undefined && isLocalDate(day) ? [day] : [];
      }),
    };
  });
  return { items, problems: bad };
}

/** From the cells for days; one of them alone is the day itself. */
function writtenPeriod({ start, end }: PlanRow): Period | undefined {
  const from = start !== '' ? start : end;
  const to = end !== '' ? end : start;
  return from === '' || to < from ? undefined : { from, to };
}

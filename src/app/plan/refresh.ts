// «Обновить план-график» (A13): fills the days that only words name, says how each measure stands, draws the chart.
import { chartOf } from '../../domain/plan/chart';
import { hull } from '../../domain/plan/period';
import { standingOf } from '../../domain/plan/standing';
import type { Message, Outcome } from '../../domain/message';
import { PLAN } from '../../workbook/tables';
import { PLAN_LABELS, PLAN_MARKS, PLAN_VIEW, planWidths } from '../../workbook/plan-view';
import { type Action, finished, NO_FIELDS } from '../action';
import { loadSettings, notSetUp } from '../context';
import type { Ports } from '../ports';
import type { SheetView } from '../ports/workbook';
import { type PlanItem, planItems, type PlanRow } from './read';
import { codeOf, lastNumber, shownPeriod, understood } from './write';

const SHOWN_OVERDUE = 20;

export const refreshPlan: Action<Record<string, never>, never> = {
  id: 'refreshPlan',
  anyAccount: true,
  fields: NO_FIELDS,
  read(ports) {
    const missing = notSetUp(ports, PLAN);
    return missing === undefined ? { ok: true, value: {} } : { ok: false, problems: [missing] };
  },

  preview(ports) {
    const loaded = loadPlan(ports);
    if (!loaded.ok) return loaded;
    const { items, problems } = loaded.value;
    const counts = countsOf(ports, items);
    const unread = items.filter(({ row, period }) => period !== undefined && row.start === '' && row.end === '').length;
    return {
      ok: true,
      value: {
        lines: [
          { code: 'plan.refresh.will', fields: { count: items.length } },
          ...(unread > 0 ? [{ code: 'plan.refresh.words', fields: { count: unread } }] : []),
        ],
        counts: (['done', 'now', 'overdue', 'ahead', 'undated'] as const).map((kind) => ({
          label: { code: `plan.count.${kind}` },
          value: String(counts.get(kind) ?? 0),
        })),
        warnings: [...overdueLines(ports, items), ...problems],
      },
    };
  },

  step(ports) {
    const loaded = loadPlan(ports);
    if (!loaded.ok) return { state: 'refused', problems: loaded.problems };
    const { items, problems } = loaded.value;
    ports.workbook.patch(PLAN, refreshed(ports, items));
    ports.workbook.show(viewOf(ports, items));
    const overdue = overdueLines(ports, items);
    return finished(
      [
        { code: 'plan.refresh.done', fields: { count: items.length, overdue: overdue.length } },
        ...overdue.slice(0, SHOWN_OVERDUE),
        ...problems,
      ],
      [{ label: { code: 'link.sheet', fields: { table: PLAN.title } }, url: ports.workbook.linkTo(PLAN) }],
    );
  },
};

/** The plan with something in it. */
function loadPlan(ports: Ports): Outcome<ReturnType<typeof planItems>> {
  const settings = loadSettings(ports);
  if (!settings.ok) return settings;
  const plan = planItems(ports, settings.value);
  return plan.items.length === 0
    ? { ok: false, problems: [{ code: 'plan.empty' }, ...plan.problems] }
    : { ok: true, value: plan };
}

function countsOf(ports: Ports, items: readonly PlanItem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const { kind } = standingOf(item, ports.clock.today());
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** What is overdue, longest first. */
export function overdueLines(ports: Ports, items: readonly PlanItem[]): readonly Message[] {
  return items
    .flatMap((item) => {
      const standing = standingOf(item, ports.clock.today());
      return standing.kind === 'overdue' ? [{ item, standing }] : [];
    })
    .sort((a, b) => b.standing.days - a.standing.days)
    .map(({ item: { row }, standing: { since, days, missed, times } }) => ({
      code: times > 1 ? 'plan.overdue.times' : 'plan.overdue',
      fields: { title: nameOf(row), since, days, missed, times, responsible: row.responsible },
    }));
}

export const nameOf = ({ number, title }: Pick<PlanRow, 'number' | 'title'>): string =>
  number === '' ? title : `${number} ${title}`;

/** Cells that change: days read from words, codes of rows added by hand, how each measure stands. */
function refreshed(ports: Ports, items: readonly PlanItem[]): readonly { $row: number; set: Partial<PlanRow> }[] {
  let number = lastNumber(ports);
  return items.flatMap((item) => {
    const { row, read, period } = item;
    const standing = ports.words.say(standingWords(ports, item));
    const set: Partial<PlanRow> = {
      ...(row.measure === '' ? { measure: codeOf((number += 1)) } : {}),
      ...(row.standing === standing ? {} : { standing }),
      ...(row.state === '' ? { state: 'planned' } : {}),
      ...(read === undefined || period === undefined
        ? {}
        : {
            start: period.from,
            end: period.to,
            ...(row.repeat === '' && read.repeat !== undefined ? { repeat: read.repeat } : {}),
            ...(row.repeat === '' && read.repeat === undefined && read.periods.length > 1
              ? { repeat: 'dates', times: read.periods.map(shownPeriod) }
              : {}),
            ...(row.remark === '' ? { remark: understood(ports, read) } : {}),
          }),
    };
    return Object.keys(set).length === 0 ? [] : [{ $row: row.$row, set }];
  });
}

function standingWords(ports: Ports, item: PlanItem): Message {
  const standing = standingOf(item, ports.clock.today());
  return { code: `plan.standing.${standing.kind}`, fields: { ...standing } };
}

function viewOf(ports: Ports, items: readonly PlanItem[]): SheetView {
  const { columns, rows, scale } = chartOf(items, ports.clock.today());
  const head = columns.map(({ from }, index) => {
    const before = columns[index - 1]?.from ?? '';
    const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
    const name = PLAN_LABELS.months[month - 1] ?? '';
    return scale === 'week'
      ? [
          from.slice(0, 7) === before.slice(0, 7) ? '' : name,
          `${PLAN_LABELS.weekOf} ${from.slice(8)}.${from.slice(5, 7)}`,
        ]
      : [year === before.slice(0, 4) ? '' : ports.words.say({ code: 'plan.year', fields: { year } }), name];
  });
  return {
    ...PLAN_VIEW,
    headings: [
      [PLAN_LABELS.legend, '', '', '', ...head.map(([upper = '']) => upper)],
      [
        PLAN_LABELS.measure,
        PLAN_LABELS.responsible,
        PLAN_LABELS.time,
        PLAN_LABELS.standing,
        ...head.map(([, lower = '']) => lower),
      ],
    ],
    rows: items.map((item, index) => [
      nameOf(item.row),
      item.row.responsible,
      timeOf(item),
      ports.words.say(standingWords(ports, item)),
      ...(rows[index] ?? []).map((mark) => PLAN_MARKS[mark]),
    ]),
    widths: planWidths(columns.length),
    notes: Array.from({ length: 4 + columns.length }, () => ''),
  };
}

/** Never a bare date: the sheet would make a number of it. */
function timeOf({ windows, period, row }: PlanItem): string {
  const whole = hull(windows) ?? period;
  if (whole === undefined) return row.when === '' ? PLAN_LABELS.undated : row.when;
  const often =
    row.repeat === ''
      ? ''
      : (PLAN.columns.repeat.choices[row.repeat as keyof typeof PLAN.columns.repeat.choices] ?? '');
  const days = whole.from === whole.to ? `${PLAN_LABELS.day} ${shownPeriod(whole)}` : shownPeriod(whole);
  return [days, often].filter((text) => text !== '').join(', ');
}

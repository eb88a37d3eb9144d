// «Посчитать показатели» (A14): plan, fact, deviation, forecast with its basis; who is nearest to the line; what to do.
import { addDays, isoWeekday, type LocalDate } from '../../domain/local-time';
import { forecastOf, plannedOn, type Point, verdictOf } from '../../domain/indicator/forecast';
import type { IndicatorSource } from '../../domain/indicator/template';
import type { Message, Outcome } from '../../domain/message';
import { INDICATOR_CHARTS } from '../../workbook/charts';
import type { Placed, Row } from '../../workbook/schema';
import { INDICATOR_FACTS, INDICATOR_SOURCES, INDICATORS, MOTIVATION } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import { type Context, loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import { type Fact, Facts } from './facts';
import { motivationRows } from './pupils';

type IndicatorRow = Row<typeof INDICATORS>;
const PREFIX = 'П-';

interface Counted {
  readonly $row: number | undefined;
  readonly row: IndicatorRow;
  readonly fact: Fact;
  readonly verdict: ReturnType<typeof verdictOf>;
}

export const countIndicators: Action<Record<string, never>, never> = {
  id: 'countIndicators',
  anyAccount: true,
  fields: NO_FIELDS,
  read(ports) {
    const missing = notSetUp(ports, INDICATORS, INDICATOR_FACTS, MOTIVATION);
    return missing === undefined ? { ok: true, value: {} } : { ok: false, problems: [missing] };
  },

  preview(ports) {
    const outcome = counted(ports, '');
    if (!outcome.ok) return outcome;
    const { all, problems } = outcome.value;
    return {
      ok: true,
      value: {
        lines: all.map(({ row, verdict }) => lineOf(row, verdict)),
        counts: (['reached', 'onTrack', 'behind', 'missed'] as const).map((verdict) => ({
          label: { code: `indicator.count.${verdict}` },
          value: String(all.filter((one) => one.verdict === verdict).length),
        })),
        warnings: problems,
      },
    };
  },

  step(ports, run) {
    const outcome = counted(ports, run.run);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    const { all, facts, problems } = outcome.value;
    ports.workbook.patch(
      INDICATORS,
      all.flatMap(({ $row, row }) => ($row === undefined ? [] : [{ $row, set: computedOf(row) }])),
    );
    ports.workbook.append(
      INDICATORS,
      all.flatMap(({ $row, row }) => ($row === undefined ? [row] : [])),
    );
    keepFacts(ports, run.run, all);
    ports.workbook.replace(MOTIVATION, motivationRows(ports, facts.motivation));
    ports.workbook.draw(INDICATOR_CHARTS);
    return finished(
      [...all.map(({ row, verdict }) => lineOf(row, verdict)), ...problems],
      [INDICATORS, INDICATOR_FACTS].map((table) => ({
        label: { code: 'link.sheet', fields: { table: table.title } },
        url: ports.workbook.linkTo(table),
      })),
    );
  },
};

const percent = (share: number | undefined): number => Math.round((share ?? 0) * 1000) / 10;

const lineOf = ({ title, fact, target, forecast }: IndicatorRow, verdict: Counted['verdict']): Message => ({
  code: `indicator.line.${verdict}`,
  fields: { title, fact: percent(fact), target: percent(target), forecast: percent(forecast) },
});

/** Everything the sheet gets, in the order of its rows; the programme's indicators that are not there yet come last. */
function counted(
  ports: Ports,
  run: string,
): Outcome<{ all: readonly Counted[]; facts: Facts; problems: readonly Message[] }> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const { rows, unread, problems } = ports.workbook.read(INDICATORS);
  const there = new Set([...rows, ...unread].map(({ indicator }) => indicator));
  // An empty sheet takes the programme's; a school that has thrown one out does not get it again.
  const fresh = rows.length + unread.length === 0 ? templateRows(ports, context, run) : [];
  const numbers = [...there]
    .map((code) => Number((code ?? '').slice(PREFIX.length)))
    .filter((number) => Number.isInteger(number));
  let number = Math.max(0, ...numbers);
  const named = rows.map((row) =>
    row.indicator === '' ? { ...row, indicator: `${PREFIX}${String((number += 1)).padStart(3, '0')}` } : row,
  );
  const facts = new Facts(ports, context);
  const history = factsByIndicator(ports);
  const one = (row: IndicatorRow, $row: number | undefined): Counted => {
    const fact = facts.of({
      source: (row.source in INDICATOR_SOURCES ? row.source : 'hand') as IndicatorSource,
      of: row.of,
      least: row.least,
      months: row.months,
      target: row.target ?? 0,
      typed: row.fact,
    });
    return { $row, fact, ...judged(ports, context, row, fact, history.get(row.indicator) ?? []) };
  };
  return {
    ok: true,
    value: {
      all: [...named.map((row) => one(row, row.$row)), ...fresh.map((row) => one(row, undefined))],
      facts,
      problems,
    },
  };
}

function templateRows(ports: Ports, { programme, settings }: Context, run: string): readonly IndicatorRow[] {
  return programme.indicators.map(({ id, title, source, of, least, months, target, week }): IndicatorRow => ({
    title,
    source,
    of,
    least,
    months,
    baseline: undefined,
    target,
    due: settings.programmeFrom === '' ? settings.programmeTo : endOfWeek(settings.programmeFrom, week),
    plan: undefined,
    fact: undefined,
    deviation: undefined,
    forecast: undefined,
    verdict: '',
    basis: '',
    nearest: '',
    advice: '',
    origin: '',
    counted: ports.clock.today(),
    indicator: id,
    run,
  }));
}

/** Sunday of the programme's week. */
const endOfWeek = (start: LocalDate, week: number): LocalDate => addDays(start, 7 * week - isoWeekday(start));

/** What these count begins with the programme. */
const FROM_NOTHING: ReadonlySet<string> = new Set(['groups', 'modules', 'lessons', 'surveys', 'plan']);

/** The row with plan, deviation, forecast and conclusion in it. */
function judged(
  ports: Ports,
  { settings }: Context,
  row: IndicatorRow,
  fact: Fact,
  history: readonly Point[],
): { readonly row: IndicatorRow; readonly verdict: Counted['verdict'] } {
  const today = ports.clock.today();
  const { programmeFrom } = settings;
  const target = row.target ?? 0;
  // Groups, sessions, answers and measures are none before the programme; skill is not: there the first fact stands for it.
  const known = row.baseline ?? (FROM_NOTHING.has(row.source) ? 0 : undefined);
  const started = programmeFrom !== '' && programmeFrom <= today;
  const begins = started && known !== undefined ? { date: programmeFrom, value: known } : undefined;
  const first = begins ?? history.find(({ date }) => date >= programmeFrom) ?? { date: today, value: fact.value ?? 0 };
  const plan =
    !started || row.due === ''
      ? undefined
      : plannedOn(
          today,
          { date: programmeFrom, value: Math.min(first.value, target) },
          { date: row.due, value: target },
        );
  // Growth between two surveys has no pace of its own: it is there or not.
  const moves = row.source !== 'motivation' && fact.value !== undefined && row.due !== '';
  const points =
    fact.value === undefined
      ? []
      : [
          ...(begins === undefined || begins.date === today ? [] : [begins]),
          ...history.filter(({ date }) => date < today && date > (begins?.date ?? '')),
          { date: today, value: fact.value },
        ];
  const forecast = moves ? forecastOf(points, row.due) : undefined;
  const verdict = verdictOf(fact.value, target, row.due === '' ? today : row.due, today, forecast);
  const say = (message: Message): string => ports.words.say(message);
  const lines = (messages: readonly Message[]): string => messages.map(say).join('\n');
  const helps = verdict !== 'reached' && verdict !== 'onTrack';
  return {
    verdict,
    row: {
      ...row,
      plan,
      fact: fact.value,
      deviation: plan === undefined || fact.value === undefined ? undefined : fact.value - plan,
      forecast: forecast?.value,
      verdict,
      basis: say(
        forecast === undefined
          ? { code: moves ? 'indicator.basis.early' : 'indicator.basis.none' }
          : {
              code: 'indicator.basis',
              fields: { pace: percent(forecast.pace), points: forecast.points, from: forecast.from, to: forecast.to },
            },
      ),
      nearest: verdict === 'reached' ? '' : lines(fact.nearest),
      advice: helps ? lines(fact.advice) : '',
      origin: say(fact.origin),
      counted: today,
    },
  };
}

/** What a count writes over; the definition stays as people have it, and a fact typed by hand as typed. */
function computedOf(row: IndicatorRow): Partial<IndicatorRow> {
  const { plan, fact, deviation, forecast, verdict, basis, nearest, advice, origin, counted: on, indicator } = row;
  return {
    plan,
    ...(row.source === 'hand' ? {} : { fact }),
    deviation,
    forecast,
    verdict,
    basis,
    nearest,
    advice,
    origin,
    counted: on,
    indicator,
  };
}

function factsByIndicator(ports: Ports): ReadonlyMap<string, readonly Point[]> {
  const all = new Map<string, Point[]>();
  for (const { indicator, date, fact } of ports.workbook.read(INDICATOR_FACTS).rows)
    if (fact !== undefined && date !== '') all.set(indicator, [...(all.get(indicator) ?? []), { date, value: fact }]);
  return all;
}

/** One fact a day and indicator: counted twice a day, the last stands. */
function keepFacts(ports: Ports, run: string, all: readonly Counted[]): void {
  const today = ports.clock.today();
  const there = new Map<string, Placed<Row<typeof INDICATOR_FACTS>>>(
    ports.workbook
      .read(INDICATOR_FACTS)
      .rows.filter(({ date }) => date === today)
      .map((row) => [row.indicator, row]),
  );
  const known = all.filter(({ fact }) => fact.value !== undefined);
  const rowOf = ({ row, fact }: Counted): Row<typeof INDICATOR_FACTS> => ({
    date: today,
    indicator: row.indicator,
    title: row.title,
    fact: fact.value,
    origin: row.origin,
    run,
  });
  ports.workbook.patch(
    INDICATOR_FACTS,
    known.flatMap((one) => {
      const standing = there.get(one.row.indicator);
      return standing === undefined
        ? []
        : [{ $row: standing.$row, set: { fact: one.fact.value, origin: one.row.origin } }];
    }),
  );
  ports.workbook.append(INDICATOR_FACTS, known.filter(({ row }) => !there.has(row.indicator)).map(rowOf));
}

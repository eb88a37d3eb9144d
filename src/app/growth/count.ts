// «Посчитать динамику» (A8): growth of matched people between two cycles, by competency and by teacher, and what to do next.
import type { CompetencyGrowth, Growth } from '../../domain/growth/compare';
import { MIN_MATCHED } from '../../domain/growth/paired';
import type { NextGroup } from '../../domain/growth/next-groups';
import type { Message, Outcome } from '../../domain/message';
import type { Row, Table } from '../../workbook/schema';
import { GROWTH, GROWTH_PEOPLE, NEXT_GROUPS, SETTINGS } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { type Context, loadContext, loadSettings, notSetUp } from '../context';
import type { Ports } from '../ports';
import { compare, type Comparison } from './compare';
import { cyclesWithLevels } from './cycles';

interface GrowthInput {
  readonly before: string;
  readonly after: string;
}

const TABLES: readonly Table[] = [GROWTH, GROWTH_PEOPLE, NEXT_GROUPS];

export const countGrowth: Action<GrowthInput, never> = {
  id: 'countGrowth',
  anyAccount: true,

  fields: (ports) => {
    const cycles = cyclesWithLevels(ports);
    const settings = notSetUp(ports, SETTINGS) === undefined ? loadSettings(ports) : undefined;
    const current = settings?.ok === true ? settings.value.cycle : '';
    const last = cycles.includes(current) ? cycles.indexOf(current) : cycles.length - 1;
    const options = cycles.map((cycle) => ({ value: cycle, label: cycle }));
    return [
      { name: 'before', kind: 'choice', required: true, options, value: cycles[last - 1] ?? '' },
      { name: 'after', kind: 'choice', required: true, options, value: cycles[last] ?? '' },
    ];
  },

  read(ports, raw) {
    const missing = notSetUp(ports, ...TABLES);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const cycles = cyclesWithLevels(ports);
    if (cycles.length < 2) return { ok: false, problems: [{ code: 'growth.oneCycle', fields: { cycles } }] };
    const [before, after] = [textOf(raw, 'before', 50) ?? '', textOf(raw, 'after', 50) ?? ''];
    if (before === after || !cycles.includes(before) || !cycles.includes(after))
      return { ok: false, problems: [{ code: 'growth.cycles.none', fields: { cycles } }] };
    return { ok: true, value: { before, after } };
  },

  preview(ports, input) {
    const outcome = counted(ports, input);
    if (!outcome.ok) return outcome;
    const { comparison, context } = outcome.value;
    const { total, competencies } = comparison.growth;
    return {
      ok: true,
      value: {
        lines: linesOf(comparison, input),
        counts: [
          { label: { code: 'growth.count.people' }, value: String(total.change?.n ?? 0) },
          {
            label: { code: 'growth.count.competencies' },
            value: String(competencies.filter(({ change }) => change !== undefined).length),
          },
          {
            label: { code: 'growth.count.sure' },
            value: String(competencies.filter(({ verdict }) => verdict === 'rise').length),
          },
        ],
        warnings: [...onlyLines(comparison, input), ...context.problems.slice(0, 10)],
      },
    };
  },

  step(ports, _run, input) {
    const outcome = counted(ports, input);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    const { comparison } = outcome.value;
    ports.workbook.replace(GROWTH, growthRows(ports, comparison, input));
    ports.workbook.replace(GROWTH_PEOPLE, peopleRows(ports, comparison.growth));
    ports.workbook.replace(
      NEXT_GROUPS,
      comparison.next.map((one) => nextRow(ports, one)),
    );
    return finished(
      [...linesOf(comparison, input), ...onlyLines(comparison, input)],
      TABLES.map((table) => ({
        label: { code: 'link.sheet', fields: { table: table.title } },
        url: ports.workbook.linkTo(table),
      })),
    );
  },
};

function counted(ports: Ports, input: GrowthInput): Outcome<{ context: Context; comparison: Comparison }> {
  const context = loadContext(ports);
  if (!context.ok) return context;
  const comparison = compare(ports, context.value, input.before, input.after);
  if (!comparison.ok) return comparison;
  if (comparison.value.growth.total.change === undefined)
    return { ok: false, problems: [{ code: 'growth.nobody', fields: { ...input } }] };
  return { ok: true, value: { context: context.value, comparison: comparison.value } };
}

function linesOf({ growth, next }: Comparison, { before, after }: GrowthInput): readonly Message[] {
  const { total, competencies } = growth;
  const rising = competencies.filter(({ verdict }) => verdict === 'rise').map(({ title }) => title);
  const { closed, toSurplus, remained, appeared, deficits } = total.transitions;
  const firstTime = next.filter((one) => one.firstTime).map(({ title }) => title);
  return [
    {
      code: 'growth.total',
      fields: {
        before,
        after,
        people: total.change?.n ?? 0,
        was: total.change?.meanBefore ?? 0,
        is: total.change?.meanAfter ?? 0,
      },
    },
    verdictMessage(total),
    {
      code: 'growth.transitions',
      fields: { deficits, closed: closed + toSurplus, surplus: toSurplus, remained, appeared },
    },
    ...(rising.length > 0 ? [{ code: 'growth.rising', fields: { titles: rising } }] : []),
    ...(firstTime.length > 0 ? [{ code: 'growth.firstTime', fields: { titles: firstTime } }] : []),
  ];
}

/** What of the frameworks is not common, and so not compared. */
const onlyLines = ({ only }: Comparison, { before, after }: GrowthInput): readonly Message[] =>
  (
    [
      [before, only.before],
      [after, only.after],
    ] as const
  ).flatMap(([cycle, titles]) => (titles.length === 0 ? [] : [{ code: 'growth.only', fields: { cycle, titles } }]));

/** «рост надёжный, эффект большой»; the bounds of sizes are J. Cohen's, Statistical Power Analysis (1988), ch. 2. */
function verdictMessage({ verdict, change }: CompetencyGrowth): Message {
  const d = Math.abs(change?.effect?.value ?? 0);
  const size = d < 0.2 ? 'tiny' : d < 0.5 ? 'small' : d < 0.8 ? 'medium' : 'large';
  return {
    code: `growth.verdict.${verdict}`,
    fields: { people: change?.n ?? 0, size: change?.effect === undefined ? '' : size },
  };
}

function growthRows(ports: Ports, comparison: Comparison, input: GrowthInput): readonly Row<typeof GROWTH>[] {
  const { growth, error, reliability } = comparison;
  const about: readonly Message[] = [
    { code: 'growth.about', fields: { ...input } },
    ...onlyLines(comparison, input),
    { code: `growth.error.${error}`, fields: { reliability: reliability ?? 0 } },
  ];
  const all = ports.words.say({ code: 'growth.all' });
  return [
    rowOf(ports, { ...growth.total, title: all }, about),
    ...growth.competencies.map((one) => rowOf(ports, one, remarksOf(one))),
  ];
}

const remarksOf = ({ change }: CompetencyGrowth): readonly Message[] =>
  change === undefined
    ? [{ code: 'growth.unmatched' }]
    : change.n < MIN_MATCHED
      ? [{ code: 'growth.few', fields: { least: MIN_MATCHED } }]
      : change.effect === undefined
        ? [{ code: 'growth.noSpread' }]
        : [];

function rowOf(ports: Ports, one: CompetencyGrowth, remarks: readonly Message[]): Row<typeof GROWTH> {
  const { change, transitions } = one;
  return {
    title: one.title,
    people: change?.n ?? 0,
    before: change?.meanBefore,
    after: change?.meanAfter,
    gain: change?.gain,
    verdict: ports.words.say(verdictMessage(one)),
    risen: change?.risen,
    fallen: change?.fallen,
    hake: change?.hakeOfMeans,
    hakePeople: change?.hakeOfPeople,
    effect: change?.effect?.value,
    low: change?.effect?.low,
    high: change?.effect?.high,
    p: change?.test?.p,
    ...transitions,
    remark: remarks.map((remark) => ports.words.say(remark)).join('\n'),
    competency: one.competency,
  };
}

/** A teacher's mean first, then the competencies. */
function peopleRows(ports: Ports, { people, levels }: Growth): readonly Row<typeof GROWTH_PEOPLE>[] {
  return people.flatMap((person) => {
    const { teacher, name, before, after, competencies: count, reliable } = person;
    return [
      {
        teacher,
        name,
        title: ports.words.say({ code: 'growth.all.of', fields: { count } }),
        source: '',
        before,
        after,
        change: after - before,
        reliable,
        transition: '',
        competency: '',
      },
      ...levels
        .filter((level) => level.teacher === teacher)
        .map((level) => ({
          teacher,
          name,
          title: level.title,
          source: level.source,
          before: level.before,
          after: level.after,
          change: level.after - level.before,
          reliable: level.reliable,
          transition: level.transition,
          competency: level.competency,
        })),
    ];
  });
}

function nextRow(ports: Ports, one: NextGroup): Row<typeof NEXT_GROUPS> {
  const { competency, title, step, consultants, fresh, firstTime, consultees, silent, unconfirmed } = one;
  return {
    title,
    step,
    deficits: consultees.length,
    consultants,
    fresh,
    consultees,
    remark: [
      { code: `growth.next.${step}`, fields: { silent, unconfirmed } },
      ...(firstTime ? [{ code: 'growth.next.firstTime' }] : []),
    ]
      .map((message) => ports.words.say(message))
      .join('\n'),
    competency,
  };
}

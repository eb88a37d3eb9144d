// «Загрузить уровни»: levels from any sheet of the workbook or pasted text, as what the person says they are: tests, observations, or
// a self-assessment made elsewhere. They are rows of «Тесты и наблюдения» and are scored with the rest (ADR 0029).
import { indexStaff } from '../../domain/identity/identify';
import { isLocalDate, type LocalDate } from '../../domain/local-time';
import type { Message, Outcome } from '../../domain/message';
import { type KnownLevelRow, LEVELS_RULES, type LevelsField, readLevels } from '../../domain/records/levels';
import { correctColumns, findTable, lettersOf } from '../../domain/table/headings';
import type { Row } from '../../workbook/schema';
import { LEVEL_SOURCES, LEVELS_TABLE, STAFF } from '../../workbook/tables';
import { type Action, finished, textOf, textExample } from '../action';
import { loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import {
  badCorrections,
  listed,
  placedIn,
  rowsOfSource,
  sourceFields,
  sourceOf,
  type TableSource,
  understoodColumns,
} from '../table-source';

type Source = keyof typeof LEVEL_SOURCES;
interface ImportLevelsInput {
  readonly table: TableSource;
  readonly source: Source;
  /** Day of the levels whose rows say none. */
  readonly date: LocalDate;
}

const SHOWN_ROWS = 8;
const isSource = (text: string | undefined): text is Source =>
  text !== undefined && Object.prototype.hasOwnProperty.call(LEVEL_SOURCES, text);

export const importLevels: Action<ImportLevelsInput, never> = {
  id: 'importLevels',
  anyAccount: true,

  fields: (ports) => [
    ...sourceFields(ports),
    {
      name: 'source',
      kind: 'choice',
      required: true,
      options: Object.entries(LEVEL_SOURCES).map(([value, label]) => ({ value, label })),
    },
    { name: 'date', kind: 'date', required: true },
  ],

  read(ports, raw) {
    const missing = notSetUp(ports, STAFF, LEVELS_TABLE);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const table = sourceOf(ports, raw);
    if (table === undefined) return { ok: false, problems: [{ code: 'records.nothing' }] };
    const [source, date] = [textOf(raw, 'source', 20), textOf(raw, 'date', 20) ?? ''];
    if (!isSource(source)) return { ok: false, problems: [{ code: 'levels.import.source' }] };
    if (!isLocalDate(date)) return { ok: false, problems: [{ code: 'levels.import.date' }] };
    return { ok: true, value: { table, source, date } };
  },

  preview(ports, input) {
    const planned = plan(ports, input);
    if (!planned.ok) return planned;
    const { fresh, known, lines, problems } = planned.value;
    return {
      ok: true,
      value: {
        lines: [
          {
            code: 'levels.import.will',
            fields: { count: fresh.length, people: new Set(fresh.map(({ teacher }) => teacher)).size },
          },
          { code: `levels.import.as.${input.source}` },
          ...lines,
        ],
        counts: [
          { label: { code: 'levels.count.added' }, value: String(fresh.length) },
          { label: { code: 'records.count.known' }, value: String(known) },
          { label: { code: 'records.count.problems' }, value: String(problems.length) },
        ],
        ...textExample(fresh[0], () => ({
          title: ports.words.say({ code: 'levels.import.example' }),
          body: fresh
            .slice(0, SHOWN_ROWS)
            .map(({ name, competency, level }) => `${name} · ${competency} · ${String(level ?? '')}`)
            .join('\n'),
        })),
        warnings: listed(problems),
      },
    };
  },

  step(ports, run, input) {
    const planned = plan(ports, input);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    const { fresh, problems } = planned.value;
    ports.workbook.append(
      LEVELS_TABLE,
      fresh.map((row) => ({ ...row, run: run.run })),
    );
    return finished(
      [{ code: 'levels.import.done', fields: { count: fresh.length } }, ...listed(problems)],
      [
        {
          label: { code: 'link.sheet', fields: { table: LEVELS_TABLE.title } },
          url: ports.workbook.linkTo(LEVELS_TABLE),
        },
      ],
    );
  },
};

interface Planned {
  readonly fresh: readonly Row<typeof LEVELS_TABLE>[];
  readonly known: number;
  readonly lines: readonly Message[];
  readonly problems: readonly Message[];
}

function plan(ports: Ports, { table: from, source, date }: ImportLevelsInput): Outcome<Planned> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const { rows, name } = rowsOfSource(ports, from);
  const found = findTable(rows, LEVELS_RULES, ['teacher']);
  if (found === undefined) return { ok: false, problems: [{ code: 'levels.import.noTable' }] };
  const header = rows[found.headerRow] ?? [];
  const { table, unread } = correctColumns(found, header, LEVELS_RULES, from.corrections);
  if (unread.length > 0) return { ok: false, problems: badCorrections(unread) };
  const reading = readLevels(rows, table, indexStaff(context.staff.all), context.competencies);
  const { levels, problems, matched, unmatched } = reading;
  if (levels.length === 0)
    return { ok: false, problems: [{ code: 'levels.import.none' }, ...listed(placedIn(name, problems))] };
  const keyOf = (row: Pick<Row<typeof LEVELS_TABLE>, 'cycle' | 'teacher' | 'competency' | 'source' | 'date'>): string =>
    [row.cycle, row.teacher, row.competency, row.source, row.date].join('|');
  const standing = new Map(ports.workbook.read(LEVELS_TABLE).rows.map((row) => [keyOf(row), row.level]));
  const fresh: Row<typeof LEVELS_TABLE>[] = [];
  const clashes: Message[] = [];
  for (const one of levels) {
    const row = rowOf(one, source, context.settings.cycle, one.date === '' ? date : one.date, name);
    const key = keyOf(row);
    const before = standing.get(key);
    // What stands was written by a person or an earlier import: nobody overwrites it unseen.
    if (before === undefined) fresh.push(row);
    else if (before !== row.level)
      clashes.push({
        code: 'levels.import.clash',
        fields: { name: row.name, title: one.competency.title, there: before, found: one.level },
      });
    standing.set(key, before ?? one.level);
  }
  return {
    ok: true,
    value: {
      fresh,
      known: levels.length - fresh.length - clashes.length,
      lines: [
        ...understoodColumns(
          { columns: table.columns, unused: unmatched },
          header,
          (field: LevelsField) => LABELS[field],
        ),
        ...(matched.length === 0
          ? []
          : [
              {
                code: 'levels.import.matched',
                fields: {
                  columns: matched
                    .slice(0, 10)
                    .map(({ column, heading, competency }) => `${lettersOf(column)} «${heading}» → ${competency.id}`),
                  more: Math.max(0, matched.length - 10),
                },
              },
            ]),
      ],
      problems: [...clashes, ...placedIn(name, problems)],
    },
  };
}

const LABELS: Readonly<Record<LevelsField, string>> = {
  teacher: LEVELS_TABLE.columns.teacher.title,
  competency: LEVELS_TABLE.columns.competency.title,
  level: LEVELS_TABLE.columns.level.title,
  date: LEVELS_TABLE.columns.date.title,
  evidence: LEVELS_TABLE.columns.evidence.title,
};

const rowOf = (
  { teacher, competency, level, evidence }: KnownLevelRow,
  source: Source,
  cycle: string,
  date: LocalDate,
  origin: string,
): Row<typeof LEVELS_TABLE> => ({
  cycle,
  teacher: teacher.code,
  name: teacher.name,
  competency: competency.id,
  source,
  level,
  date,
  evidence: evidence === '' ? origin : evidence,
  run: '',
});

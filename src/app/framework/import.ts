// «Добавить компетенции»: a ready framework, or a table with free headings; what stands is changed or switched off, never deleted.
import type { Competency } from '../../domain/framework/framework';
import { findFramework, type FrameworkField, readFramework } from '../../domain/framework/import';
import { type FrameworkMerge, mergeFramework } from '../../domain/framework/merge';
import { competencyFromRow, competencyToRow } from '../../domain/framework/rows';
import type { Message, Outcome } from '../../domain/message';
import { levelsAsked } from '../../domain/binding/bind';
import type { ItemSpec } from '../../domain/survey/form-spec';
import { CATALOGUE } from '../../programmes/catalogue';
import { COMPETENCIES, FRAMEWORK_CHANGES, QUESTIONS, SURVEYS } from '../../workbook/tables';
import { type Action, finished, textOf, textExample } from '../action';
import { loadSettings, notSetUp } from '../context';
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

type From = { readonly ready: string } | { readonly table: TableSource };
interface ImportFrameworkInput {
  readonly from: From;
  readonly others: 'keep' | 'off';
}

const SHOWN_ROWS = 6;

export const importFramework: Action<ImportFrameworkInput, never> = {
  id: 'importFramework',
  anyAccount: true,

  fields: (ports) => [
    {
      name: 'ready',
      kind: 'choice',
      options: readyFrameworks(ports).map(({ id, title }) => ({ value: id, label: title })),
    },
    ...sourceFields(ports),
    {
      name: 'others',
      kind: 'choice',
      value: 'keep',
      options: (['keep', 'off'] as const).map((value) => ({
        value,
        label: ports.words.say({ code: `framework.others.${value}` }),
      })),
    },
  ],

  read(ports, raw) {
    const missing = notSetUp(ports, COMPETENCIES, FRAMEWORK_CHANGES, QUESTIONS, SURVEYS);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const others = textOf(raw, 'others', 10) === 'off' ? 'off' : 'keep';
    const table = sourceOf(ports, raw);
    if (table !== undefined) return { ok: true, value: { from: { table }, others } };
    const ready = textOf(raw, 'ready', 100) ?? '';
    return readyFrameworks(ports).some(({ id }) => id === ready)
      ? { ok: true, value: { from: { ready }, others } }
      : { ok: false, problems: [{ code: 'framework.import.nothing' }] };
  },

  preview(ports, input) {
    const planned = plan(ports, input);
    if (!planned.ok) return planned;
    const { merge, lines, problems } = planned.value;
    const { added, changed, switchedOff, unchanged } = merge;
    const fresh = [...added, ...changed.map(({ after }) => after)];
    return {
      ok: true,
      value: {
        lines: [
          {
            code: fresh.length + switchedOff.length === 0 ? 'framework.import.same' : 'framework.import.will',
            fields: { added: added.length, changed: changed.length, off: switchedOff.length },
          },
          ...lines,
        ],
        counts: [
          { label: { code: 'framework.count.added' }, value: String(added.length) },
          { label: { code: 'framework.count.changed' }, value: String(changed.length) },
          { label: { code: 'framework.count.off' }, value: String(switchedOff.length) },
          { label: { code: 'framework.count.unchanged' }, value: String(unchanged) },
          { label: { code: 'framework.count.problems' }, value: String(problems.length) },
        ],
        ...textExample(fresh[0], () => ({
          title: ports.words.say({ code: 'framework.import.example' }),
          body: fresh.slice(0, SHOWN_ROWS).map(shown).join('\n\n'),
        })),
        warnings: listed(problems),
      },
    };
  },

  step(ports, run, input) {
    const planned = plan(ports, input);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    const { merge, problems } = planned.value;
    const { added, changed, switchedOff } = merge;
    const differing = [...changed, ...switchedOff];
    // What was, first: an attempt that dies after it can be taken back, and knows again what it has yet to do.
    const known = new Set(
      ports.workbook.read(FRAMEWORK_CHANGES).rows.flatMap((row) => (row.run === run.run ? [row.competency] : [])),
    );
    ports.workbook.append(
      FRAMEWORK_CHANGES,
      [...added.map((after) => ({ before: undefined, after })), ...differing]
        .filter(({ after }) => !known.has(after.id))
        .map(({ before, after }) => ({ run: run.run, competency: after.id, before, after })),
    );
    const rowOf = new Map(ports.workbook.read(COMPETENCIES).rows.map((row) => [row.id.trim(), row.$row]));
    ports.workbook.patch(
      COMPETENCIES,
      differing.flatMap(({ after }) => {
        const $row = rowOf.get(after.id);
        return $row === undefined ? [] : [{ $row, set: competencyToRow(after) }];
      }),
    );
    ports.workbook.append(COMPETENCIES, added.map(competencyToRow));
    // By the record, not by what this attempt did: an earlier one may have done a part.
    const record = ports.workbook.read(FRAMEWORK_CHANGES).rows.filter((row) => row.run === run.run);
    const [fresh, others] = [record.filter((row) => isNew(row.before)), record.filter((row) => !isNew(row.before))];
    const off = others.filter((row) => !(row.after as Competency).active).length;
    return finished(
      [
        {
          code: 'framework.import.done',
          fields: { added: fresh.length, changed: others.length - off, off },
        },
        ...listed(problems),
      ],
      [
        {
          label: { code: 'link.sheet', fields: { table: COMPETENCIES.title } },
          url: ports.workbook.linkTo(COMPETENCIES),
        },
      ],
    );
  },
};

/** An empty cell of the record: there was nothing before. */
const isNew = (before: unknown): boolean => before === undefined || before === null;

/** «Название: 0 — … · 1 — …». */
function shown({ title, descriptors, levelNames = [] }: Competency): string {
  return [title, ...descriptors.map((text, level) => `${levelNames[level] ?? String(level)} — ${text}`)].join('\n');
}

/** The frameworks of all templates, their further ones too. None before the build's data is there. */
function readyFrameworks(ports: Ports): readonly { id: string; title: string; competencies: readonly Competency[] }[] {
  if (!ports.workbook.has(COMPETENCIES)) return [];
  return CATALOGUE.flatMap(({ id }) => {
    const programme = ports.programme(id);
    return programme === undefined ? [] : [programme.framework, ...(programme.more ?? [])];
  });
}

interface Planned {
  readonly merge: FrameworkMerge;
  /** How the columns were understood. */
  readonly lines: readonly Message[];
  readonly problems: readonly Message[];
}

function plan(ports: Ports, { from, others }: ImportFrameworkInput): Outcome<Planned> {
  const { rows, problems: unreadable } = ports.workbook.read(COMPETENCIES);
  const outcomes = rows.map((row) => ({ row, outcome: competencyFromRow(row) }));
  const faults = outcomes.flatMap(({ row, outcome }) =>
    outcome.ok ? [] : outcome.problems.map((problem) => ({ ...problem, row: row.$row })),
  );
  // A competency whose row cannot be read would be taken for one that is not there.
  if (unreadable.length + faults.length > 0)
    return { ok: false, problems: [...listed([...unreadable, ...faults]), { code: 'framework.import.mendFirst' }] };
  const standing = outcomes.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
  const incoming = 'ready' in from ? readyOne(ports, from.ready) : fromTable(ports, from.table, standing);
  if (!incoming.ok) return incoming;
  const merge = mergeFramework(standing, incoming.value.competencies, others, asked(ports));
  return {
    ok: true,
    value: {
      merge,
      lines: incoming.value.lines,
      problems: [...incoming.value.problems, ...merge.problems],
    },
  };
}

type Incoming = Outcome<{
  competencies: readonly Competency[];
  lines: readonly Message[];
  problems: readonly Message[];
}>;

function readyOne(ports: Ports, id: string): Incoming {
  const found = readyFrameworks(ports).find((framework) => framework.id === id);
  return found === undefined
    ? { ok: false, problems: [{ code: 'framework.import.nothing' }] }
    : { ok: true, value: { competencies: found.competencies, lines: [], problems: [] } };
}

function fromTable(ports: Ports, source: TableSource, standing: readonly Competency[]): Incoming {
  const { rows, name } = rowsOfSource(ports, source);
  const found = findFramework(rows, source.corrections);
  if (found === undefined) return { ok: false, problems: [{ code: 'framework.import.noTable' }] };
  if (found.unread.length > 0) return { ok: false, problems: badCorrections(found.unread) };
  const { table } = found;
  const { competencies, problems, assumed } = readFramework(
    rows,
    table,
    standing,
    ports.words.say({ code: 'framework.import.area' }),
  );
  if (competencies.length === 0)
    return { ok: false, problems: [{ code: 'framework.import.none' }, ...listed(placedIn(name, problems))] };
  return {
    ok: true,
    value: {
      competencies,
      lines: understoodColumns(
        table,
        rows[table.headerRow] ?? [],
        (field: FrameworkField) => COMPETENCIES.columns[field].title,
      ),
      problems: [
        ...(assumed > 0 ? [{ code: 'framework.import.assumed', fields: { count: assumed } }] : []),
        ...placedIn(name, problems),
      ],
    },
  };
}

/** Competencies about which a form of this cycle has asked for a level. */
function asked(ports: Ports): ReadonlySet<string> {
  const settings = loadSettings(ports);
  const cycle = settings.ok ? settings.value.cycle : undefined;
  const surveys = new Set(
    ports.workbook.read(SURVEYS).rows.flatMap((row) => (cycle === undefined || row.cycle === cycle ? [row.key] : [])),
  );
  return new Set(
    ports.workbook
      .read(QUESTIONS)
      .rows.flatMap(({ survey, spec }) =>
        surveys.has(survey) && spec !== undefined ? levelsAsked(spec as ItemSpec) : [],
      ),
  );
}

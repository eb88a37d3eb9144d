// «Загрузить сотрудников»: from any sheet of the workbook or from pasted text, with a report; nobody is ever removed.
import { findHeader } from '../domain/staff/headers';
import { readStaff, type StaffImport } from '../domain/staff/import';
import { chosenMapping, hasNames, type StaffChoices } from '../domain/staff/mapping';
import { guessDelimiter } from '../domain/staff/csv';
import type { Message, Outcome } from '../domain/message';
import type { Teacher } from '../domain/staff/teacher';
import type { Row } from '../workbook/schema';
import { STAFF } from '../workbook/tables';
import { type Action, finished, textOf } from './action';
import { notSetUp, teacherFromRow } from './context';
import type { Ports } from './ports';
import { erasedCodes } from './privacy/used-codes';
import { choicesOf, columnChoices } from './staff-columns';

export type ImportInput = ({ readonly sheetId: number } | { readonly text: string }) & {
  readonly choices?: StaffChoices;
};

/** Problems listed in full; the rest is counted. */
const SHOWN_PROBLEMS = 20;

export const importStaff: Action<ImportInput, never> = {
  id: 'importStaff',
  anyAccount: true,

  fields: (ports) => [
    {
      name: 'sheet',
      kind: 'choice',
      options: ports.workbook
        .sheets()
        .filter(({ table }) => table === undefined)
        .map(({ sheetId, title }) => ({ value: String(sheetId), label: title })),
    },
    { name: 'text', kind: 'longText' },
  ],

  read(ports, raw) {
    const missing = notSetUp(ports, STAFF);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const text = textOf(raw, 'text', 2_000_000);
    const sheet = textOf(raw, 'sheet', 20);
    const choices = choicesOf(raw);
    if (text !== undefined && text !== '') return { ok: true, value: { text, choices } };
    if (
      sheet !== undefined &&
      /^\d+$/.test(sheet) &&
      ports.workbook.sheets().some(({ sheetId }) => sheetId === Number(sheet))
    ) {
      return { ok: true, value: { sheetId: Number(sheet), choices } };
    }
    return { ok: false, problems: [{ code: 'importStaff.nothing' }] };
  },

  preview(ports, input) {
    const rows = rowsOf(ports, input);
    const mapping = chosenMapping(rows, choicesIn(input));
    const columns = columnChoices(ports, rows, mapping);
    const outcome = plan(ports, input);
    // Without names nothing can be taken, but the person may say which column they are in.
    if (!outcome.ok && !hasNames(mapping))
      return { ok: true, value: { lines: [], counts: [], columns, ready: false, warnings: outcome.problems } };
    if (!outcome.ok) return outcome;
    const { added, changed, unchanged, problems } = outcome.value;
    const first = added[0] ?? changed[0]?.after;
    return {
      ok: true,
      value: {
        lines: [{ code: 'importStaff.will', fields: { added: added.length, changed: changed.length } }],
        counts: [
          { label: { code: 'importStaff.count.added' }, value: String(added.length) },
          { label: { code: 'importStaff.count.changed' }, value: String(changed.length) },
          { label: { code: 'importStaff.count.unchanged' }, value: String(unchanged) },
          { label: { code: 'importStaff.count.problems' }, value: String(problems.length) },
        ],
        ...(first === undefined
          ? {}
          : {
              example: {
                kind: 'text' as const,
                title: first.name,
                body: [first.code, first.email, first.subjects.join('; '), first.role].filter(Boolean).join(' · '),
              },
            }),
        columns,
        warnings: listed(remarks(outcome.value)),
      },
    };
  },

  step(ports, run, input) {
    const outcome = plan(ports, input);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    const { added, changed } = outcome.value;
    const rowOf = new Map(ports.workbook.read(STAFF).rows.map((row) => [row.code, row.$row]));
    ports.workbook.patch(
      STAFF,
      changed.flatMap(({ after }) => {
        const $row = rowOf.get(after.code);
        return $row === undefined ? [] : [{ $row, set: facts(after) }];
      }),
    );
    ports.workbook.append(
      STAFF,
      added.map((teacher) => ({ ...facts(teacher), remark: '', run: run.run })),
    );
    return finished(
      [
        { code: 'importStaff.done', fields: { added: added.length, changed: changed.length } },
        ...listed(remarks(outcome.value)),
      ],
      [{ label: { code: 'link.sheet', fields: { table: STAFF.title } }, url: ports.workbook.linkTo(STAFF) }],
    );
  },
};

const choicesIn = ({ choices }: ImportInput): StaffChoices => choices ?? { columns: {} };

const rowsOf = (ports: Ports, input: ImportInput): readonly (readonly string[])[] =>
  'text' in input
    ? ports.parseCsv(input.text.replace(/^\ufeff/, ''), guessDelimiter(input.text))
    : ports.workbook.readText(input.sheetId);

function plan(ports: Ports, input: ImportInput): Outcome<Omit<StaffImport, 'unchanged'> & { unchanged: number }> {
  const rows = rowsOf(ports, input);
  const existing = ports.workbook.read(STAFF);
  // Somebody whose row cannot be read would be taken for a new person.
  if (existing.problems.length > 0)
    return { ok: false, problems: [...existing.problems.slice(0, SHOWN_PROBLEMS), { code: 'importStaff.mendFirst' }] };
  const mapping = chosenMapping(rows, choicesIn(input));
  if (!hasNames(mapping))
    return {
      ok: false,
      problems: findHeader(rows) === undefined ? readStaff(rows, []).problems : [{ code: 'importStaff.noNames' }],
    };
  const result = readStaff(rows, existing.rows.map(teacherFromRow), mapping, erasedCodes(ports));
  if (result.mapping === undefined) return { ok: false, problems: result.problems };
  return { ok: true, value: { ...result, unchanged: result.unchanged.length } };
}

/** What is wrong, what is worth a look, and how many rows were empty. */
function remarks({
  problems,
  notices,
  emptyRows,
}: Pick<StaffImport, 'problems' | 'notices' | 'emptyRows'>): readonly Message[] {
  return [
    ...problems,
    ...notices,
    ...(emptyRows > 0 ? [{ code: 'importStaff.emptyRows', fields: { count: emptyRows } }] : []),
  ];
}

function listed(problems: readonly Message[]): readonly Message[] {
  const shown = problems.slice(0, SHOWN_PROBLEMS);
  return problems.length > shown.length
    ? [...shown, { code: 'problems.more', fields: { count: problems.length - shown.length } }]
    : shown;
}

function facts(teacher: Teacher): Omit<Row<typeof STAFF>, 'remark' | 'run'> {
  return {
    code: teacher.code,
    name: teacher.name,
    email: teacher.email,
    subjects: teacher.subjects,
    school: teacher.school,
    role: teacher.role,
    included: teacher.included,
    maxAsConsultee: teacher.maxAsConsultee,
    maxAsConsultant: teacher.maxAsConsultant,
  };
}

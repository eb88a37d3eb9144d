// The format of an answers file (see README.md here): cells → typed submissions, and submissions → what a respondent ticks and types.
import type { Answer, Answers, AskedItem, FormKind, FormSpec, ItemSpec, Option } from '../src/domain/survey/form-spec';
import * as keys from '../src/domain/survey/keys';
import { isLocalDate, localDateTime, parseMinute, type LocalDateTime } from '../src/domain/local-time';
import type { RowProblem } from '../src/domain/message';

/** One form filled in by one person. */
export interface Submission {
  /** 1-based row of the file. */
  readonly row: number;
  readonly kind: FormKind;
  readonly at: LocalDateTime;
  /** As typed by the respondent; '' when the form was sent without one. */
  readonly email: string;
  /** Which form of its kind: competency id of an addressed survey, a group (agreement) or a session (feedback); '' otherwise. */
  readonly about: string;
  readonly answers: Answers;
}

export interface ParsedAnswers {
  readonly submissions: readonly Submission[];
  /** One a bad cell; its row gives no submission. */
  readonly problems: readonly RowProblem[];
}

/** Headings of the four leading columns, as codes and as people write them. */
const LEAD = {
  form: ['form', 'анкета', 'вид'],
  at: ['at', 'отправлено', 'время', 'отметка времени'],
  email: ['email', 'e-mail', 'электронная почта', 'почта'],
  about: ['about', 'о чём', 'о чем'],
} as const;
type LeadColumn = keyof typeof LEAD;

/** Kinds as codes and as the workbook names them. */
const KINDS: Readonly<Record<FormKind, readonly string[]>> = {
  needs: ['опрос потребностей'],
  self: ['самооценка'],
  addressed: ['адресный опрос'],
  agreement: ['согласование с консультантом'],
  'feedback.consultant': ['отзыв консультанта'],
  'feedback.consultee': ['отзыв участника'],
  offer: ['предложить материал'],
  pupils: ['анкета учеников'],
};

type CellKind = 'text' | 'level' | 'number' | 'list' | 'grid' | 'code';

const EXACT: Readonly<Record<string, CellKind>> = {
  [keys.CODE]: 'text',
  [keys.CONSENT]: 'text',
  [keys.NEEDS]: 'list',
  [keys.NEEDS_OTHER]: 'text',
  [keys.TIMES]: 'grid',
  [keys.NEED]: 'code',
  [keys.TOPIC]: 'text',
  [keys.READY]: 'code',
  [keys.COVERED]: 'list',
  [keys.TOPICS]: 'text',
  [keys.TASK]: 'text',
  [keys.MATERIALS]: 'text',
  [keys.SLOTS]: 'list',
  [keys.OTHER_TIME]: 'text',
  [keys.PLACE]: 'text',
  [keys.COMMENTS]: 'text',
  [keys.BEFORE]: 'number',
  [keys.NOW]: 'number',
  [keys.AGAIN]: 'code',
  [keys.APPLIED]: 'text',
  [keys.DIFFICULTIES]: 'text',
  [keys.GROUP]: 'code',
  [keys.RESOURCE_TITLE]: 'text',
  [keys.RESOURCE_KIND]: 'code',
  [keys.RESOURCE_COMPETENCY]: 'code',
  [keys.RESOURCE_LINK]: 'text',
  [keys.RESOURCE_ANNOTATION]: 'text',
  [keys.RESOURCE_TAGS]: 'text',
};

const PREFIXED: readonly (readonly [string, CellKind])[] = [
  [keys.LEVEL_PREFIX, 'level'],
  [keys.INTENT_PREFIX, 'grid'],
  [keys.QUESTIONS_PREFIX, 'text'],
  [keys.PRACTICE_PREFIX, 'code'],
  [keys.SCALE_PREFIX, 'number'],
];

function cellKind(key: string): CellKind | undefined {
  if (Object.prototype.hasOwnProperty.call(EXACT, key)) return EXACT[key];
  return PREFIXED.find(([prefix]) => key.startsWith(prefix) && key.length > prefix.length)?.[1];
}

/** `2026-09-07T09:05`, `2026-09-07 9:05`, `07.09.2026 09:05` (seconds allowed) → local date-time. */
function readAt(text: string): LocalDateTime | undefined {
  const [day = '', time = ''] = text.trim().split(/[T ]+/);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(day);
  const date =
    dotted === null
      ? day
      : `${dotted[3] ?? ''}-${(dotted[2] ?? '').padStart(2, '0')}-${(dotted[1] ?? '').padStart(2, '0')}`;
  const minute = parseMinute(time.replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1'));
  return isLocalDate(date) && minute !== undefined ? localDateTime(date, minute) : undefined;
}

const parts = (cell: string): string[] =>
  cell
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function readGrid(cell: string): Answer | undefined {
  const rows = new Map<string, string[]>();
  for (const part of parts(cell)) {
    const [row = '', column = '', ...rest] = part.split('|').map((piece) => piece.trim());
    if (row === '' || column === '' || rest.length > 0) return undefined;
    rows.set(row, [...(rows.get(row) ?? []), column]);
  }
  return Object.fromEntries(rows);
}

/** A cell that is not empty → the answer, undefined when it does not fit. */
function readCell(kind: CellKind, cell: string): Answer | undefined {
  const text = cell.trim();
  switch (kind) {
    case 'text':
      return text;
    case 'code':
      return /\s/.test(text) ? undefined : text;
    case 'level':
      return /^[0-4]$/.test(text) ? text : undefined;
    case 'number':
      return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
    case 'list':
      return parts(text);
    case 'grid':
      return readGrid(text);
  }
}

const simple = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

interface Heading {
  readonly title: string;
  readonly lead?: LeadColumn;
  readonly kind?: CellKind;
}

function readHeading(title: string): Heading {
  const lead = (Object.keys(LEAD) as LeadColumn[]).find((name) =>
    (LEAD[name] as readonly string[]).includes(simple(title)),
  );
  if (lead !== undefined) return { title, lead };
  const kind = cellKind(title.trim());
  return { title, ...(kind === undefined ? {} : { kind }) };
}

function readKind(cell: string): FormKind | undefined {
  const text = simple(cell);
  return (Object.keys(KINDS) as FormKind[]).find((kind) => kind === text || KINDS[kind].includes(text));
}

function headingProblems(headings: readonly Heading[]): RowProblem[] {
  const problems: RowProblem[] = [];
  const seen = new Set<string>();
  for (const { title, lead, kind } of headings) {
    if (title.trim() === '') continue;
    const key = lead ?? title.trim();
    if (lead === undefined && kind === undefined)
      problems.push({ code: 'answers.column.unknown', row: 1, column: title, fields: { column: title } });
    else if (seen.has(key))
      problems.push({ code: 'answers.column.repeated', row: 1, column: title, fields: { column: title } });
    seen.add(key);
  }
  for (const lead of ['form', 'at', 'email'] as const) {
    if (!seen.has(lead)) problems.push({ code: 'answers.column.missing', row: 1, fields: { column: lead } });
  }
  return problems;
}

/**
 * Reads an answers sheet: headings in the first row, a submission a row, empty rows passed over.
 *
 * Problems (all with `row`, most with `column`; `fields.found` is the cell): `answers.empty`, `answers.column.missing` /
 * `.unknown` / `.repeated` (`fields.column`) – with one of these no row is read –, `answers.form.unknown`, `answers.at.bad`,
 * `answers.email.missing`, `answers.about.missing`, `answers.level.bad`, `answers.number.bad`, `answers.code.bad`,
 * `answers.grid.bad`.
 */
export function parseAnswers(sheet: readonly (readonly string[])[]): ParsedAnswers {
  const [first, ...body] = sheet;
  if (first === undefined || body.every((row) => row.every((cell) => cell.trim() === '')))
    return { submissions: [], problems: [{ code: 'answers.empty', row: 1 }] };
  const headings = first.map((title) => readHeading(title.replace(/^\uFEFF/, '')));
  const bad = headingProblems(headings);
  if (bad.length > 0) return { submissions: [], problems: bad };
  const submissions: Submission[] = [];
  const problems: RowProblem[] = [];
  body.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const read = readRow(headings, cells, index + 2);
    if ('submission' in read) submissions.push(read.submission);
    else problems.push(...read.problems);
  });
  return { submissions, problems };
}

/** Kinds of which there are several forms at a time. */
const HAS_ABOUT: readonly FormKind[] = [
  'addressed',
  'agreement',
  'feedback.consultant',
  'feedback.consultee',
  'pupils',
];

function readRow(
  headings: readonly Heading[],
  cells: readonly string[],
  row: number,
): { submission: Submission } | { problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const lead: Record<LeadColumn, string> = { form: '', at: '', email: '', about: '' };
  const answers: Record<string, Answer> = {};
  headings.forEach(({ title, lead: name, kind }, index) => {
    const cell = (cells[index] ?? '').trim();
    if (name !== undefined) lead[name] = cell;
    if (kind === undefined || cell === '') return;
    const answer = readCell(kind, cell);
    if (answer === undefined)
      problems.push({ code: `answers.${kind}.bad`, row, column: title, fields: { found: cell } });
    else answers[title.trim()] = answer;
  });
  const titleOf = (name: LeadColumn): string => headings.find((heading) => heading.lead === name)?.title ?? name;
  const blame = (code: string, name: LeadColumn): void => {
    problems.push({ code, row, column: titleOf(name), fields: { found: lead[name] } });
  };
  const kind = readKind(lead.form);
  const at = readAt(lead.at);
  if (kind === undefined) blame('answers.form.unknown', 'form');
  if (at === undefined) blame('answers.at.bad', 'at');
  if (lead.email === '') blame('answers.email.missing', 'email');
  if (kind !== undefined && HAS_ABOUT.includes(kind) && lead.about === '') blame('answers.about.missing', 'about');
  if (kind === undefined || at === undefined || problems.length > 0) return { problems };
  return { submission: { row, kind, at, email: lead.email, about: lead.about, answers } };
}

/** What a respondent enters for one question; a grid by its rows' labels. */
export type RespondentAnswer =
  string | number | readonly string[] | Readonly<Record<string, string | readonly string[]>>;

export interface RespondentAnswers {
  /** Question's title → what is entered. */
  readonly answers: Readonly<Record<string, RespondentAnswer>>;
  /** What the form does not offer: no such question (`value` ''), or no such choice. */
  readonly missing: readonly { readonly key: string; readonly value: string }[];
}

type Form = FormSpec | readonly ItemSpec[] | readonly AskedItem[];

/** The questions of a form given in any of its three shapes. */
function itemsOf(form: Form): readonly ItemSpec[] {
  const items: readonly (ItemSpec | AskedItem)[] = 'items' in form ? form.items : form;
  return items.map((item) => ('spec' in item ? item.spec : item));
}

/** Turns values back into labels: the inverse of `decodeAnswers`. Values the form does not offer are left out and reported. */
export function toRespondentAnswers(form: Form, answers: Answers): RespondentAnswers {
  const items = new Map(itemsOf(form).map((item) => [item.key, item]));
  // A question may read `__proto__`: a map takes any word for a key, and fromEntries makes a member of it.
  const entered = new Map<string, RespondentAnswer>();
  const missing: { key: string; value: string }[] = [];
  for (const [key, answer] of Object.entries(answers)) {
    const item = items.get(key);
    const value = item === undefined ? undefined : enter(item, answer, (gone) => missing.push({ key, value: gone }));
    if (item === undefined) missing.push({ key, value: '' });
    else if (value !== undefined) entered.set(item.title, value);
  }
  return { answers: Object.fromEntries(entered), missing };
}

function labelsOf(
  options: readonly Option[],
  values: readonly string[],
  other: boolean,
  gone: (value: string) => void,
): string[] {
  return values.flatMap((value) => {
    const label = options.find((option) => option.value === value)?.label ?? (other ? value : undefined);
    if (label === undefined) gone(value);
    return label === undefined ? [] : [label];
  });
}

const isList = (answer: Answer): answer is readonly string[] => Array.isArray(answer);
const asList = (answer: Answer): readonly string[] =>
  isList(answer) ? answer : typeof answer === 'object' ? Object.keys(answer) : [String(answer)];

function enter(item: ItemSpec, answer: Answer, gone: (value: string) => void): RespondentAnswer | undefined {
  switch (item.type) {
    case 'section':
    case 'header':
      return undefined;
    case 'text':
    case 'paragraph':
    case 'date':
      return asList(answer).join('\n');
    case 'scale': {
      const value = Number(answer);
      if (value >= item.low && value <= item.high) return value;
      gone(asList(answer).join());
      return undefined;
    }
    case 'choice':
      return labelsOf(item.options, asList(answer).slice(0, 1), item.other === true, gone)[0];
    case 'checkbox': {
      const labels = labelsOf(item.options, asList(answer), item.other === true, gone);
      return labels.length > 0 ? labels : undefined;
    }
    case 'grid':
    case 'checkboxGrid': {
      if (typeof answer !== 'object' || isList(answer)) {
        gone(asList(answer).join());
        return undefined;
      }
      const rows = Object.entries(answer).flatMap(([row, columns]): [string, string | readonly string[]][] => {
        const [rowLabel] = labelsOf(item.rows, [row], false, gone);
        const labels = labelsOf(item.columns, columns, false, gone);
        const [label] = labels;
        if (rowLabel === undefined || label === undefined) return [];
        return [[rowLabel, item.type === 'grid' ? label : labels]];
      });
      return rows.length > 0 ? Object.fromEntries(rows) : undefined;
    }
  }
}

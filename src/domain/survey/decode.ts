// From what Google Forms holds to answers in the rules' own terms, by item id and the questions as they were when the form was built.
import { isLocalDate } from '../local-time';
import type { Answer, Answers, AskedItem, ItemSpec, Option, RawAnswer } from './form-spec';
import { labelKey } from './labels';

/** An answer, or a part of one, that stands for nothing the question offered. */
export interface Unreadable {
  readonly key: string;
  readonly answer: RawAnswer;
}

export interface Decoded {
  readonly answers: Answers;
  readonly unreadable: readonly Unreadable[];
}

/** One item's answer: what could be read, and what could not. */
interface Read {
  readonly answer?: Answer;
  readonly strange?: RawAnswer;
}

type Given = RawAnswer[number];

function valueOf(options: readonly Option[], label: string): string | undefined {
  // Nearly always letter by letter what the form was built with.
  const same = options.find((option) => option.label === label);
  if (same !== undefined) return same.value;
  const wanted = labelKey(label);
  return options.find((option) => labelKey(option.label) === wanted)?.value;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';

function readText(raw: RawAnswer): Read {
  if (!isText(raw)) return { strange: raw };
  const text = raw.trim();
  return text === '' ? {} : { answer: text };
}

function readChoice(raw: RawAnswer, options: readonly Option[], other: boolean): Read {
  if (!isText(raw)) return { strange: raw };
  if (labelKey(raw) === '') return {};
  const value = valueOf(options, raw);
  if (value !== undefined) return { answer: value };
  return other ? { answer: raw.trim() } : { strange: raw };
}

/** Several labels → values in the question's order, then own words (when allowed) in the order given. */
function readLabels(
  given: readonly string[],
  options: readonly Option[],
  other: boolean,
): Read & { readonly known: readonly string[] } {
  const labels = given.filter((label) => labelKey(label) !== '');
  const strangers = labels.filter((label) => valueOf(options, label) === undefined);
  const chosen = new Set(labels.map((label) => valueOf(options, label)));
  const known = [
    ...options.map((option) => option.value).filter((value) => chosen.has(value)),
    ...(other ? strangers.map((label) => label.trim()) : []),
  ];
  return { known, ...(other || strangers.length === 0 ? {} : { strange: strangers }) };
}

function readCheckbox(raw: RawAnswer, options: readonly Option[], other: boolean): Read {
  const list: readonly Given[] = isText(raw) ? [raw] : raw;
  if (!list.every(isText)) return { strange: raw };
  const { known, strange } = readLabels(list, options, other);
  return { ...(known.length > 0 ? { answer: known } : {}), ...(strange === undefined ? {} : { strange }) };
}

function readScale(raw: RawAnswer, low: number, high: number): Read {
  if (!isText(raw)) return { strange: raw };
  if (raw.trim() === '') return {};
  const value = Number(raw);
  return Number.isInteger(value) && value >= low && value <= high ? { answer: value } : { strange: raw };
}

function readDate(raw: RawAnswer): Read {
  if (!isText(raw)) return { strange: raw };
  const text = raw.trim();
  if (text === '') return {};
  return isLocalDate(text) ? { answer: text } : { strange: raw };
}

/**
 * A grid answers row by row, in the rows' order. When the number of rows is no longer the one asked, nobody can say which row an
 * answer belongs to: better none than one laid to the wrong competency.
 */
function readGrid(raw: RawAnswer, rows: readonly Option[], columns: readonly Option[]): Read {
  if (isText(raw)) return raw.trim() === '' ? {} : { strange: raw };
  if (raw.length !== rows.length) return raw.every(isBlank) ? {} : { strange: raw };
  const answer: Record<string, readonly string[]> = {};
  const strange: string[] = [];
  rows.forEach((row, index) => {
    const cell: Given | undefined = raw[index];
    if (cell === null || cell === undefined) return;
    const { known, strange: unknown } = readLabels(isText(cell) ? [cell] : cell, columns, false);
    if (known.length > 0) answer[row.value] = known;
    if (Array.isArray(unknown)) strange.push(...unknown.filter(isText));
  });
  return {
    ...(Object.keys(answer).length > 0 ? { answer } : {}),
    ...(strange.length > 0 ? { strange } : {}),
  };
}

function readItem(spec: ItemSpec, raw: RawAnswer): Read {
  switch (spec.type) {
    case 'section':
    case 'header':
      return {};
    case 'text':
    case 'paragraph':
      return readText(raw);
    case 'choice':
      return readChoice(raw, spec.options, spec.other === true);
    case 'checkbox':
      return readCheckbox(raw, spec.options, spec.other === true);
    case 'scale':
      return readScale(raw, spec.low, spec.high);
    case 'grid':
    case 'checkboxGrid':
      return readGrid(raw, spec.rows, spec.columns);
    case 'date':
      return readDate(raw);
  }
}

/**
 * Decodes one respondent's answers.
 *
 * Titles, order and new questions of the director's own do not matter: an item is known by its id, one that was not asked by us is
 * passed over. Labels become values by the spec saved when the form was built; text of one's own is kept where the question
 * invites it. A label that the question never had goes to `unreadable`; everything else is read all the same. Questions left
 * alone are absent from `answers`. Levels and other choices are texts, scales numbers, grids records by row value.
 */
export function decodeAnswers(
  asked: readonly AskedItem[],
  given: readonly { readonly itemId: string; readonly answer: RawAnswer }[],
): Decoded {
  const specs = new Map(asked.map((item) => [item.itemId, item.spec]));
  const answers: Record<string, Answer> = {};
  const unreadable: Unreadable[] = [];
  for (const { itemId, answer: raw } of given) {
    const spec = specs.get(itemId);
    if (spec === undefined) continue;
    const { answer, strange } = readItem(spec, raw);
    if (answer !== undefined) answers[spec.key] = answer;
    if (strange !== undefined) unreadable.push({ key: spec.key, answer: strange });
  }
  return { answers, unreadable };
}

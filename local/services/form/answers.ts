// From what a script or a person gives as an answer to what the form keeps: the types of `ItemResponse.getResponse`.
import { ScriptError } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { FormRefusal, words } from './refusal';
import type { Answer, ChoiceItemState, DateState, GridState, QuestionState } from './state';
import { keepsCheckboxRule, keepsTextRule } from './validation';

/** Calendar fields of an instant in a time zone, two digits each. */
function zoned(at: Date, timeZone: string): { year: string; month: string; day: string; hour: string; minute: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return {
    year: of('year').padStart(4, '0'),
    month: of('month'),
    day: of('day'),
    hour: of('hour'),
    minute: of('minute'),
  };
}

/** A date answer: `YYYY-MM-DD`, without the year when the item has none, with ` HH:mm` for a date-time item. */
export function dateAnswer(item: DateState, at: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = zoned(at, timeZone);
  const whole = `${item.includesYear ? `${year}-` : ''}${month}-${day}`;
  return item.type === 'DATETIME' ? `${whole} ${hour}:${minute}` : whole;
}

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * A time-of-day answer; values out of range turn the clock over (10:90 is 11:30, -1:60 is 00:00):
 * https://developers.google.com/apps-script/reference/forms/time-item#createResponse(Integer,Integer)
 */
export function timeAnswer(hour: number, minute: number): string {
  const total = (((hour * 60 + minute) % 1440) + 1440) % 1440;
  return `${two(Math.floor(total / 60))}:${two(total % 60)}`;
}

/**
 * A duration answer; values out of range become the nearest one in range (hours 0–72, minutes and seconds 0–59):
 * https://developers.google.com/apps-script/reference/forms/duration-item#createResponse(Integer,Integer,Integer)
 */
export function durationAnswer(hours: number, minutes: number, seconds: number): string {
  const clamp = (n: number, top: number): string => two(Math.min(Math.max(n, 0), top));
  return `${clamp(hours, 72)}:${clamp(minutes, 59)}:${clamp(seconds, 59)}`;
}

/**
 * The choices of an answer, in the form's order, what was typed into «Other» last. `undefined` when one of the values
 * is not offered.
 */
export function chosen(item: ChoiceItemState, values: readonly string[]): string[] | undefined {
  const offered = item.choices.map((choice) => choice.value);
  const own = values.filter((value) => !offered.includes(value));
  if (own.length > (item.other ? 1 : 0)) return undefined;
  return [...offered.filter((value) => values.includes(value)), ...own];
}

/** Error of `createResponse` for a value the item does not offer; that it throws is documented, its text is not. */
export function invalidResponse(value: unknown): ScriptError {
  return new ScriptError(`Invalid response submitted to item: ${String(value)}.`);
}

/** A grid's answers from a script: as many as rows, `null` where a row has none (not in a required grid). */
export function scriptGridAnswer(item: GridState, rows: readonly (string | readonly string[] | null)[]): Answer {
  if (rows.length !== item.rows.length) throw invalidResponse(rows);
  for (const row of rows) {
    if (row === null ? item.required : [row].flat().some((value) => !item.columns.includes(value)))
      throw invalidResponse(row);
  }
  return rows.map((row) =>
    Array.isArray(row) ? item.columns.filter((column) => row.includes(column)) : row,
  ) as Answer;
}

/** Whether a person left the question alone. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.every(isBlank);
  return typeof value === 'object' && !(value instanceof Date) && Object.values(value).every(isBlank);
}

/**
 * What the published form makes of a person's answer.
 * @param value as a person would give it: text, number or list; a grid as a list by rows or as `{row: column}`
 * @throws FormRefusal naming the question
 */
export function personAnswer(world: World, item: QuestionState, value: unknown): Answer {
  const refuse = (code: 'choice' | 'scale' | 'format' | 'rule', fields: Record<string, string | number>): FormRefusal =>
    new FormRefusal(world, code, { question: item.title, itemId: item.id, ...fields });
  const asText = (expected: string): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    throw refuse('format', { value: String(value), expected });
  };
  switch (item.type) {
    case 'TEXT':
    case 'PARAGRAPH_TEXT': {
      const text = asText('text');
      if (item.type === 'TEXT' && /[\r\n]/.test(text)) throw refuse('format', { value: text, expected: 'one line' });
      if (item.rule !== undefined && !keepsTextRule(item.rule, text))
        throw refuse('rule', { message: item.rule.help || words(world).ruleBroken, value: text });
      return text;
    }
    case 'LIST':
    case 'MULTIPLE_CHOICE': {
      const picked = chosen(item, [asText('a choice')])?.[0];
      if (picked === undefined) throw refuse('choice', { value: asText('a choice') });
      return picked;
    }
    case 'CHECKBOX': {
      const values = (Array.isArray(value) ? value : [value]).map(String);
      const picked = chosen(item, values);
      if (picked === undefined) {
        const strangers = values.filter((each) => item.choices.every((choice) => choice.value !== each));
        throw refuse('choice', { value: strangers.join(', ') });
      }
      if (item.rule !== undefined && !keepsCheckboxRule(item.rule, picked.length))
        throw refuse('rule', { message: item.rule.help || words(world).ruleBroken, value: picked.join(', ') });
      return picked;
    }
    case 'SCALE':
    case 'RATING': {
      const [lower, upper] = item.type === 'SCALE' ? [item.lower, item.upper] : [1, item.level];
      const text = asText('a number').trim();
      if (!/^\d+$/.test(text) || Number(text) < lower || Number(text) > upper)
        throw refuse('scale', { value: text, lower, upper });
      return String(Number(text));
    }
    case 'DATE':
    case 'DATETIME':
      return personDate(world, item, value);
    case 'TIME': {
      const found = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(asText('HH:mm').trim());
      if (found === null) throw refuse('format', { value: String(value), expected: 'HH:mm' });
      return timeAnswer(Number(found[1]), Number(found[2]));
    }
    case 'DURATION': {
      const found = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/.exec(asText('HH:mm:ss').trim());
      if (found === null || Number(found[1]) > 72)
        throw refuse('format', { value: String(value), expected: 'HH:mm:ss' });
      return durationAnswer(Number(found[1]), Number(found[2]), Number(found[3]));
    }
    case 'GRID':
    case 'CHECKBOX_GRID':
      return personGrid(world, item, value);
  }
}

function personDate(world: World, item: DateState, value: unknown): string {
  if (value instanceof Date) return dateAnswer(item, value, world.timeZone);
  const expected = `${item.includesYear ? 'YYYY-' : ''}MM-DD${item.type === 'DATETIME' ? ' HH:mm' : ''}`;
  const refusal = new FormRefusal(world, 'format', {
    question: item.title,
    itemId: item.id,
    value: String(value),
    expected,
  });
  const shape = /^(?:(\d{4})-)?(\d{2})-(\d{2})(?:[ T]([01]\d|2[0-3]):([0-5]\d))?$/.exec(String(value).trim());
  if (shape === null) throw refusal;
  const [, year, month = '', day = '', hour, minute] = shape;
  if ((year !== undefined) !== item.includesYear || (hour !== undefined) !== (item.type === 'DATETIME')) throw refusal;
  // A leap year stands in for a date without a year, so that 29 February is one.
  const real = new Date(Date.UTC(Number(year ?? 2024), Number(month) - 1, Number(day)));
  if (real.getUTCMonth() !== Number(month) - 1 || real.getUTCDate() !== Number(day)) throw refusal;
  const date = `${year === undefined ? '' : `${year}-`}${month}-${day}`;
  return hour === undefined ? date : `${date} ${hour}:${minute ?? ''}`;
}

function personGrid(world: World, item: GridState, value: unknown): Answer {
  const question = { question: item.title, itemId: item.id };
  const byRow: unknown[] = Array.isArray(value)
    ? value
    : item.rows.map((row) => (value as Record<string, unknown>)[row.label]);
  const strangers =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value).filter((key) => item.rows.every((row) => row.label !== key))
      : [];
  if (typeof value !== 'object' || byRow.length > item.rows.length || strangers.length > 0)
    throw new FormRefusal(world, 'format', {
      ...question,
      value: strangers.length > 0 ? strangers.join(', ') : String(value),
      expected: 'rows of the grid',
    });
  const rows = item.rows.map((_, index) => {
    const given = byRow[index];
    if (isBlank(given)) return null;
    const columns = (Array.isArray(given) ? given : [given]).map(String);
    const stranger = columns.find((column) => !item.columns.includes(column));
    if (stranger !== undefined || (item.type === 'GRID' && columns.length > 1))
      throw new FormRefusal(world, 'choice', { ...question, value: stranger ?? columns.join(', ') });
    return item.columns.filter((column) => columns.includes(column));
  });
  if (item.rule !== undefined) {
    const taken = rows.flatMap((row) => row ?? []);
    const twice = taken.find((column, index) => taken.indexOf(column) !== index);
    if (twice !== undefined) {
      const fields = { ...question, column: twice, message: item.rule.help };
      throw new FormRefusal(world, item.rule.help === '' ? 'onePerColumn' : 'rule', fields);
    }
  }
  return item.type === 'GRID' ? rows.map((row) => row?.[0] ?? null) : rows;
}

/** The first row of a required grid that has no answer. */
export function unansweredRow(item: GridState, answer: Answer): string | undefined {
  return item.rows.find((_, index) => isBlank(answer[index]))?.label;
}

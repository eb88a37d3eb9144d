// A response as a row of the destination spreadsheet.
import { NotEmulated } from '../../runtime/service';
import type { FormSubmission, World } from '../../runtime/world';
import { appendFormRow, formRowStands, updateFormRow } from '../spreadsheet';
import { isRussian, words } from './refusal';
import { isQuestion } from './state';
import type { Answer, FormState, QuestionState, ResponseState } from './state';

interface Cell {
  header: string;
  /** What goes into the cell. */
  value: unknown;
  /** What the event object of a trigger carries: text, as it is displayed. */
  shown: string;
}

function cellsOf(world: World, form: FormState, response: ResponseState): Cell[] {
  const { timestamp, email } = words(world);
  const at = new Date(response.at);
  const cells: Cell[] = [{ header: timestamp, value: at, shown: shownTimestamp(world, at) }];
  if (form.collectEmail) cells.push({ header: email, value: response.email, shown: response.email });
  for (const item of form.items) {
    if (isQuestion(item)) cells.push(...questionCells(item, response.answers[String(item.id)]));
  }
  return cells;
}

function questionCells(item: QuestionState, answer: Answer | undefined): Cell[] {
  const cell = (header: string, shown: string, value: unknown = shown): Cell => ({ header, value, shown });
  if ('rows' in item)
    return item.rows.map((row, index) =>
      cell(`${item.title} [${row.label}]`, [answer?.[index] ?? []].flat().join(', ')),
    );
  const shown = [answer ?? ''].flat(2).join(', ');
  const numeric = (item.type === 'SCALE' || item.type === 'RATING') && shown !== '';
  return [cell(item.title, shown, numeric ? Number(shown) : shown)];
}

/** `28.09.2026 9:05:00` or `9/28/2026 9:05:00`, in the Workspace's time zone. */
function shownTimestamp(world: World, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: world.timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const time = `${Number(of('hour'))}:${of('minute')}:${of('second')}`;
  return isRussian(world)
    ? `${of('day').padStart(2, '0')}.${of('month').padStart(2, '0')}.${of('year')} ${time}`
    : `${of('month')}/${of('day')}/${of('year')} ${time}`;
}

/** Throws, before anything is changed, when a change of the response could not be carried to the sheet. */
export function checkEditReachesSheet(world: World, form: FormState, response: ResponseState): void {
  const { destination: spreadsheetId, id: formId } = form;
  if (spreadsheetId === undefined || response.destination === undefined) return;
  if (world.files.find(spreadsheetId) === undefined) return;
  const { timestamp: header } = words(world);
  if (!formRowStands(world, { spreadsheetId, formId, header }, response.destination, response.at))
    throw new NotEmulated('editing a response whose row in the destination spreadsheet was moved, changed or removed');
}

/**
 * Writes the response into the form's destination, if it has one: below the others or, when it was edited, over its own
 * row, with the new time (https://github.com/mozilla/network-pulse/issues/158). Live Sheets also marks the changed cells
 * with a note, whose wording is not documented; none is made here.
 * @param before the response before it was edited
 * @returns what the event object of a form-submit trigger says of it
 */
export function writeToDestination(
  world: World,
  form: FormState,
  response: ResponseState,
  before?: ResponseState,
): FormSubmission['destination'] | undefined {
  const spreadsheetId = form.destination;
  if (spreadsheetId === undefined || world.files.find(spreadsheetId) === undefined) return undefined;
  const cells = cellsOf(world, form, response);
  const row = {
    spreadsheetId,
    formId: form.id,
    headers: cells.map((cell) => cell.header),
    values: cells.map((cell) => cell.value),
  };
  const own = before?.destination;
  const place = own === undefined ? appendFormRow(world, row) : updateFormRow(world, row, own);
  response.destination = place;
  // Of an edited response scripts are told the time and what has changed; the rest is blank.
  const old = own === undefined || before === undefined ? [] : cellsOf(world, form, before);
  const told = cells.map(({ shown }, index) => (index > 0 && old[index]?.shown === shown ? '' : shown));
  // By a map: a question may read `__proto__` or `constructor`.
  const named = new Map<string, string[]>();
  for (const [index, { header }] of cells.entries())
    named.set(header, [...(named.get(header) ?? []), told[index] ?? '']);
  return { spreadsheetId, ...place, values: told, namedValues: Object.fromEntries(named) };
}

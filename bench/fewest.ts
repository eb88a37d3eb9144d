// The fewest calls by which the same effects could be had: whatever can go into one call goes into one.
import type { ServiceCall } from '../local/index';
import { nameOf } from './recorder';

/** A request of a few megabytes: more cells than this are written or read in parts. */
export const CELLS_A_CALL = 100_000;
/** https://developers.google.com/workspace/calendar/api/v3/reference/freebusy/query */
const CALENDARS_A_QUESTION = 50;

/**
 * What has no batch in Apps Script: each event, file, right, letter, document, chart, mark and width is a call of its own, and so are a
 * form's items with each text and setting of theirs.
 * Of a right: https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/create takes one file and one person.
 * Of a file deleted: https://developers.google.com/workspace/drive/api/reference/rest/v3/files/delete takes one id; the requests that the
 * REST interface bundles are not to be had through the advanced service.
 * Of an item: https://developers.google.com/apps-script/reference/forms/item#getTitle() gives the title of one.
 */
const EACH = new RegExp(
  [
    /^MailApp\.sendEmail$/,
    /^Calendar\.\w+\.(insert|patch|update|remove)$/,
    /^Drive\.Files\.(create|update|remove)$/,
    /^Drive\.Permissions\.create$/,
    /^Docs\./,
    /^Sheet\.(newChart|insertChart|updateChart|addDeveloperMetadata|setColumnWidths)$/,
    /^DeveloperMetadata\.setValue$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
const OF_A_FORM = /^(Form\.(add|set)|\w*Item\.)/;
/** Before each letter its intent is made durable, or a death would leave more than one in doubt: a cell written, and a flush. */
const A_LETTER = 2;
const OF_A_LETTER = /^(Range\.setValues|SpreadsheetApp\.flush)$/;

const cells = new WeakMap<ServiceCall, number>();

/** Cells of a call's largest argument; counted once, as the log may be rid of them later. */
export function cellsOf(call: ServiceCall): number {
  let known = cells.get(call);
  if (known === undefined) {
    const counts = call.args.map((arg) =>
      Array.isArray(arg) ? arg.reduce<number>((sum, row) => sum + widthOf(row), 0) : 0,
    );
    cells.set(call, (known = Math.max(0, ...counts)));
  }
  return known;
}

const widthOf = (row: unknown): number => (Array.isArray(row) ? row.length : 1);

/** One execution's calls of a kind: the same method, of the same sheet or the same form: a call on one says nothing of another. */
interface Kind {
  readonly name: string;
  readonly calls: ServiceCall[];
}

function kindsOf(calls: readonly ServiceCall[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const call of calls) {
    const name = nameOf(call);
    const about = name === 'FormApp.openById' ? String(call.args[0]) : String(call.on ?? '');
    // Reading or writing a property, one or many.
    const key = `${name.replace(/Propert(y|ies)$/, '')} ${about}`;
    const kind = kinds.get(key) ?? { name, calls: [] };
    kind.calls.push(call);
    kinds.set(key, kind);
  }
  return [...kinds.values()];
}

function needed({ name, calls }: Kind): number {
  if (isEach({ name, calls })) return calls.length;
  if (name === 'Calendar.Freebusy.query') {
    const asked = calls.reduce((sum, { args }) => sum + ((args[0] as { items?: unknown[] }).items?.length ?? 0), 0);
    return Math.ceil(asked / CALENDARS_A_QUESTION);
  }
  const parts = Math.ceil(calls.reduce((sum, call) => sum + cellsOf(call), 0) / CELLS_A_CALL);
  return Math.min(calls.length, Math.max(1, parts));
}

const isEach = ({ name }: Kind): boolean => EACH.test(name) || OF_A_FORM.test(name);
const lettersIn = (calls: readonly ServiceCall[]): number =>
  calls.filter((call) => nameOf(call) === 'MailApp.sendEmail').length;
const total = (kinds: readonly Kind[]): number => kinds.reduce((sum, kind) => sum + needed(kind), 0);

/** What is of one kind goes into one call. */
const fewestOfExecution = (calls: readonly ServiceCall[]): number =>
  total(kindsOf(calls)) + A_LETTER * lettersIn(calls);

/** A form is worked on in one execution, however many there are. */
const isOnce = (kind: Kind): boolean => isEach(kind) || /^Form(App)?\./.test(kind.name);

/** The same work in so many executions and no more: each reads, writes and takes its turn once. */
export function fewestIn(executions: number, calls: readonly ServiceCall[]): number {
  const kinds = kindsOf(calls);
  return (
    total(kinds.filter(isOnce)) +
    executions * total(kinds.filter((kind) => !isOnce(kind))) +
    A_LETTER * lettersIn(calls)
  );
}

function byExecution(calls: readonly ServiceCall[]): readonly (readonly ServiceCall[])[] {
  const executions = new Map<number, ServiceCall[]>();
  for (const call of calls) {
    const own = executions.get(call.execution) ?? [];
    own.push(call);
    executions.set(call.execution, own);
  }
  return [...executions.values()];
}

/** Of several executions, each by itself. */
export const fewestOf = (calls: readonly ServiceCall[]): number =>
  byExecution(calls).reduce((sum, own) => sum + fewestOfExecution(own), 0);

/** Which kinds take more than is needed, the worst first: for a closer look. */
export function excessOf(calls: readonly ServiceCall[]): string {
  const more = new Map<string, number>();
  for (const own of byExecution(calls))
    for (const kind of kindsOf(own)) {
      const letters = OF_A_LETTER.test(kind.name) ? lettersIn(own) : 0;
      const excess = kind.calls.length - needed(kind) - letters;
      if (excess > 0) more.set(kind.name, (more.get(kind.name) ?? 0) + excess);
    }
  return [...more]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(', ');
}

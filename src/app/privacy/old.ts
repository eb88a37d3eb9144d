// What is kept longer than the term: what goes, and what stays all the same and must be named.
import { addDays, type LocalDate } from '../../domain/local-time';
import type { Message } from '../../domain/message';
import { type Person, personFinder } from '../../domain/personal/person';
import { datedColumns, isAboutPeople, isAgeless } from '../../workbook/personal';
import type { Table } from '../../workbook/schema';
import { ANSWERS, LEDGER, MODULES, ROUTES, STAFF, SURVEYS, TABLES, WISHES } from '../../workbook/tables';
import type { Ports } from '../ports';
import type { EventState } from '../ports/calendars';
import type { TableData } from '../ports/workbook';
import { readIfShort } from '../short-tables';
import { type PeopleRecord, recordIn } from '../timetable/lesson-people';
import { CALENDAR } from '../timetable/modules';
import { SPAN_DAYS } from './addresses';
import { cardKeys } from './files';
import { standOf } from './subject';
import type { Trace } from './traces';

type Cells = Readonly<Record<string, unknown>> & { readonly $row: number };

/** People and their wishes are kept as long as they are on the list: they are erased one by one. */
const KEPT: readonly Table[] = [STAFF, WISHES];
/** Rows named at most. */
const MOST_NAMED = 10;

/**
 * How old a row is: `old` goes; `current` has no date of its own and belongs to the current cycle, whose surveys are old already;
 * of an `unclear` one nobody can tell, for somebody has spoilt its date.
 */
type Age = 'young' | 'old' | 'current' | 'unclear';

export interface OldRows {
  readonly traces: readonly Trace[];
  /** What stays although it may be older than the term. */
  readonly kept: readonly Message[];
}

/** Rows about people by their age; addresses of letters that old. */
export function oldRows(ports: Ports, before: LocalDate, cycle: string): OldRows {
  const cycles = oldCycles(ports, before);
  const traces: Trace[] = [];
  const kept: Message[] = [];
  for (const table of TABLES) {
    if (!ports.workbook.has(table) || KEPT.includes(table)) continue;
    if (table.key === LEDGER.key) traces.push(...lettersBefore(ports, before));
    if (table.key === MODULES.key) traces.push(...lessonsBefore(ports, before));
    if (!isAboutPeople(table)) continue;
    const fields = { table: table.title };
    if (isAgeless(table)) {
      const count = cycles.has(cycle)
        ? ports.workbook.columns(table, Object.keys(table.columns).slice(0, 1)).length
        : 0;
      if (count > 0) kept.push({ code: 'retention.kept.cycle', fields: { ...fields, count, cycle } });
      continue;
    }
    const ages = agesIn(ports, table, { before, cycle, cycles });
    const of = (age: Age): readonly number[] => [...ages].flatMap(([$row, one]) => (one === age ? [$row] : []));
    if (of('old').length > 0) traces.push({ table, rows: of('old'), cleaned: [] });
    if (of('current').length > 0)
      kept.push({ code: 'retention.kept.cycle', fields: { ...fields, count: of('current').length, cycle } });
    const unclear = of('unclear').map(String);
    if (unclear.length > 0)
      kept.push({ code: 'retention.kept.unclear', fields: { ...fields, rows: unclear.slice(0, MOST_NAMED) } });
  }
  return { traces, kept };
}

interface Term {
  readonly before: LocalDate;
  /** The current cycle. */
  readonly cycle: string;
  /** Cycles all of whose surveys are old. */
  readonly cycles: ReadonlySet<string>;
}

function agesIn(
  ports: Ports,
  table: Table,
  term: Term,
  { rows, unread }: TableData<Table> = ports.workbook.read(table),
): ReadonlyMap<number, Age> {
  const all = [...rows, ...unread] as readonly Cells[];
  const ages = new Map(all.map((row) => [row.$row, ageOf(datedColumns(table), row, term)] as const));
  if (table.key !== ANSWERS.key) return ages;
  const undated = all.filter(({ at }) => at === undefined || at === '');
  return new Map([...ages, ...answersByForm(ports, undated, term.before)]);
}

function ageOf(dated: readonly string[], row: Cells, { before, cycle, cycles }: Term): Age {
  const last = dated.reduce((most, key) => (String(row[key] ?? '') > most ? String(row[key]) : most), '');
  if (last >= before) return 'young';
  const isSpoilt = dated.some((key) => row[key] === undefined);
  if (last !== '') return isSpoilt ? 'unclear' : 'old';
  // What is reckoned anew for every cycle has no cycle of its own.
  const own = String(row['cycle'] ?? '') || cycle;
  if (cycles.has(own)) return own === cycle ? 'current' : 'old';
  return isSpoilt ? 'unclear' : 'young';
}

/** Of answers whose time somebody has spoilt the form knows when they were given; of a form that is gone, its own age says enough. */
function answersByForm(ports: Ports, undated: readonly Cells[], before: LocalDate): ReadonlyMap<number, Age> {
  if (undated.length === 0) return new Map();
  const until = ports.clock.instant(`${before}T00:00`);
  const surveys = new Map(surveysOf(ports).map((survey) => [survey.key, survey]));
  const young = new Map<string, ReadonlySet<string> | undefined>();
  return new Map(
    undated.map((row) => {
      const survey = surveys.get(String(row['survey'] ?? ''));
      if (survey === undefined || survey.formId === '') return [row.$row, 'unclear'] as const;
      if (!young.has(survey.formId)) {
        const responses = ports.forms.responses(survey.formId, until);
        young.set(survey.formId, responses && new Set(responses.map(({ responseId }) => responseId)));
      }
      const known = young.get(survey.formId);
      if (known === undefined) return [row.$row, survey.created < before ? 'old' : 'unclear'] as const;
      return [row.$row, known.has(String(row['response'] ?? '')) ? 'young' : 'old'] as const;
    }),
  );
}

interface Survey {
  readonly $row: number;
  readonly key: string;
  readonly formId: string;
  /** '' where somebody has spoilt it. */
  readonly created: string;
  /** Its last day is past. The school's own forms are the school's to close, and what is offered to the bank is taken for ever. */
  readonly isOver: boolean;
}

const ENDLESS: readonly string[] = ['bound', 'offer'];

/** Every survey of the register, spoilt rows among them. */
export function surveysOf(ports: Ports): readonly Survey[] {
  const { rows, unread } = ports.workbook.read(SURVEYS);
  const today = ports.clock.today();
  return [...rows, ...unread].map(({ $row, key = '', formId = '', created = '', kind, until = '' }) => ({
    $row,
    key,
    formId,
    created,
    isOver: kind !== undefined && !ENDLESS.includes(kind) && until !== '' && until < today,
  }));
}

/** Cycles all of whose surveys were made before the day. */
function oldCycles(ports: Ports, before: LocalDate): ReadonlySet<string> {
  const last = new Map<string, string>();
  for (const { cycle, created } of ports.workbook.read(SURVEYS).rows)
    if (created > (last.get(cycle) ?? '')) last.set(cycle, created);
  return new Set([...last].flatMap(([cycle, created]) => (created < before ? [cycle] : [])));
}

/** The ledger keeps that a letter went, by its key: to whom need not be known for that. */
function lettersBefore(ports: Ports, before: LocalDate): readonly Trace[] {
  const cleaned = ports.workbook
    .read(LEDGER)
    .rows.filter(({ kind, at, who }) => kind === 'mail' && at < before && who !== '')
    .map(({ $row }) => ({ $row, set: { who: '' } }));
  return cleaned.length === 0 ? [] : [{ table: LEDGER, rows: [], cleaned }];
}

/** Guests of events that are over go: so do those whom «Расписание» keeps of lessons that old. */
function lessonsBefore(ports: Ports, before: LocalDate): readonly Trace[] {
  const nobody: PeopleRecord = { consultants: [], consultees: [] };
  const cleaned = ports.workbook
    .read(MODULES)
    .rows.filter((row) => {
      const record = recordIn(row);
      return (
        row.date !== '' &&
        row.date < before &&
        record !== undefined &&
        record.consultants.length + record.consultees.length > 0
      );
    })
    .map(({ $row }) => ({ $row, set: { people: nobody } }));
  return cleaned.length === 0 ? [] : [{ table: MODULES, rows: [], cleaned }];
}

/** Old files about one person: what was exported, and routes none of whose rows stay. Certificates stay: three years are the law. */
export function oldFiles(ports: Ports, before: LocalDate, traces: readonly Trace[]): readonly OldFile[] {
  const gone = new Set(traces.find(({ table }) => table.key === ROUTES.key)?.rows);
  const { rows, unread } = ports.workbook.has(ROUTES) ? ports.workbook.read(ROUTES) : { rows: [], unread: [] };
  const standing = new Set([...rows, ...unread].flatMap(({ $row, document }) => (gone.has($row) ? [] : [document])));
  return filesBefore(ports, before).filter(({ link }) => link === undefined || !standing.has(link));
}

/** Looked at at a time: more than an execution deletes. */
const FILES_AT_ONCE = 500;

/**
 * The old ones of the next files, from the ledger's row `after` on: of routes only their own rows are read. `last` is the row of the
 * last file looked at; undefined when there are no more.
 */
export function nextOldFiles(
  ports: Ports,
  before: LocalDate,
  cycle: string,
  after: number,
): { readonly files: readonly OldFile[]; readonly last: number | undefined } {
  const next = filesBefore(ports, before)
    .filter(({ $row }) => $row > after)
    .slice(0, FILES_AT_ONCE);
  const links = new Set(next.flatMap(({ link = '' }) => (link === '' ? [] : [link])));
  const standing = links.size === 0 || !ports.workbook.has(ROUTES) ? links : standingOf(ports, before, cycle, links);
  return {
    files: next.filter(({ link }) => link === undefined || !standing.has(link)),
    last: next[next.length - 1]?.$row,
  };
}

/** Which of these documents of routes have a row that stays. */
function standingOf(ports: Ports, before: LocalDate, cycle: string, links: ReadonlySet<string>): ReadonlySet<string> {
  readIfShort(ports, ROUTES);
  const rows = ports.workbook.columns(ROUTES, ['document']).filter(({ document }) => links.has(document));
  const data = ports.workbook.rowsAt(
    ROUTES,
    rows.map(({ $row }) => $row),
  );
  const ages = agesIn(ports, ROUTES, { before, cycle, cycles: oldCycles(ports, before) }, data);
  return new Set(rows.flatMap(({ $row, document }) => (ages.get($row) === 'old' ? [] : [document])));
}

/** Files about one person that the ledger says are old. */
function filesBefore(ports: Ports, before: LocalDate): readonly OldFile[] {
  if (!ports.workbook.has(LEDGER)) return [];
  const cards = cardKeys(ports);
  return ports.workbook.read(LEDGER).rows.flatMap(({ $row, key, kind, what, who, ref, run, state, at }) => {
    if (state !== 'done' || ref === '' || at >= before) return [];
    const isExport =
      kind === 'paper' && (who !== '' || what === ports.words.say({ code: 'export.file', fields: { run } }));
    const isRoute = kind === 'document' && who !== '' && !cards.has(key);
    return isExport ? [{ $row, key, ref }] : isRoute ? [{ $row, key, ref, link: ports.docs.link(ref) }] : [];
  });
}

interface OldFile {
  /** In the ledger. */
  readonly $row: number;
  readonly key: string;
  readonly ref: string;
  /** Of a route's document: by it its rows are found. */
  readonly link?: string;
}

/** Events that were over before the day and still have guests. One call a page. */
export function oldEvents(ports: Ports, before: LocalDate): readonly EventState[] {
  const calendarId = ports.store.get(CALENDAR);
  if (calendarId === undefined) return [];
  return ports.calendars
    .list(calendarId, addDays(before, -SPAN_DAYS), addDays(before, -1))
    .filter(({ cancelled, guests }) => !cancelled && guests.length > 0);
}

/** Takes every guest, and the names of the staff, out of the next old events, as far as the time suffices. Nobody is told. */
export function forgetOldEvents(ports: Ports, before: LocalDate): { more: boolean } {
  const calendarId = ports.store.get(CALENDAR) ?? '';
  const { rows, unread } = ports.workbook.read(STAFF);
  const people = [...rows, ...unread].map(({ code = '', name = '', email = '' }): Person => ({ code, name, email }));
  let done = 0;
  const events = oldEvents(ports, before);
  const goesOn = ports.clock.stretch();
  for (const { eventId, text, guests } of events) {
    if (done > 0 && !goesOn()) return { more: true };
    const named = [...people, ...guests.map(({ name, email }): Person => ({ code: '', name, email }))].filter(
      ({ name, code }) => (name !== '' && text.includes(name)) || (code !== '' && text.includes(code)),
    );
    const finders = named.map((person) => personFinder(person, standOf(ports)));
    ports.calendars.forget(
      calendarId,
      eventId,
      () => true,
      (part) => finders.reduce((cleaned, finder) => finder.clean(cleaned), part),
    );
    done += 1;
  }
  return { more: false };
}

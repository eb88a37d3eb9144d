// A person in the files that the product has made: documents about the person go, names of files and mentions in documents are cleaned.
import type { PersonFinder } from '../../domain/personal/person';
import { schoolKey } from '../../domain/staff/normalise';
import { BANK, GROUPS, LEDGER, LESSONS, STAFF, SURVEYS } from '../../workbook/tables';
import { effectKey, Ledger } from '../effects';
import type { Ports } from '../ports';
import type { Subject } from './subject';

/** Documents gone through between two checkpoints. */
const DOCUMENTS_A_STEP = 25;

interface FileTraces {
  /** About the person, whole: routes, what was exported, results of partner schools in which the person stands. */
  readonly gone: readonly { readonly key: string; readonly ref: string }[];
  readonly renamed: readonly { readonly fileId: string; readonly name: string; readonly description: string }[];
  /** Documents that may name the person. */
  readonly documents: readonly string[];
}

export function fileTraces(ports: Ports, { person }: Subject, finder: PersonFinder): FileTraces {
  if (!ports.workbook.has(LEDGER)) return { gone: [], renamed: [], documents: [] };
  const rows = ports.workbook.read(LEDGER).rows.filter(({ ref }) => ref !== '');
  const cards = cardKeys(ports);
  const reports = reportsOf(ports, finder);
  const gone = rows.filter(
    ({ kind, who, key }) =>
      (person.code !== '' && who === person.code && (kind === 'paper' || (kind === 'document' && !cards.has(key)))) ||
      (kind === 'report' && reports(who)),
  );
  const lost = new Set(gone.map(({ ref }) => ref));
  const ours = new Set([
    ...rows.map(({ ref }) => ref),
    ...columnOf(ports, BANK, 'fileId'),
    ...columnOf(ports, SURVEYS, 'formId'),
  ]);
  return {
    gone,
    renamed: ports.files.own().flatMap(({ fileId, name, description }) => {
      if (!ours.has(fileId) || lost.has(fileId)) return [];
      const clean = { fileId, name: finder.clean(name), description: finder.clean(description) };
      return clean.name === name && clean.description === description ? [] : [clean];
    }),
    documents: rows.flatMap(({ kind, state, ref }) =>
      kind === 'document' && state === 'done' && !lost.has(ref) ? [ref] : [],
    ),
  };
}

/**
 * Goes on from document number `at`; undefined when all is done.
 * @returns the number of the next document
 */
export function forgetFiles(
  ports: Ports,
  subject: Subject,
  finder: PersonFinder,
  stand: string,
  at: number,
): number | undefined {
  const { gone, renamed, documents } = fileTraces(ports, subject, finder);
  for (const { ref } of gone) ports.files.remove(ref);
  new Ledger(ports, '').settle(gone.map(({ key }) => ({ key, state: 'undone', ref: '' })));
  for (const { fileId, name, description } of renamed) ports.files.rename(fileId, name, description);
  let next = at;
  const goesOn = ports.clock.stretch();
  for (const document of documents.slice(at, at + DOCUMENTS_A_STEP)) {
    if (next > at && !goesOn()) return next;
    ports.docs.reword(document, finder.mentions, stand);
    next += 1;
  }
  return next < documents.length ? next : undefined;
}

/** Cards of lessons stay in the bank: only who gave the lesson goes. */
export function cardKeys(ports: Ports): ReadonlySet<string> {
  return new Set(columnOf(ports, LESSONS, 'lesson').map((lesson) => effectKey(ports, 'document', 'card', lesson)));
}

/** Which partner schools' results hold the person: those of the person's own school, of every school when he consults. */
function reportsOf(ports: Ports, finder: PersonFinder): (school: string) => boolean {
  const own = ports.workbook.has(STAFF)
    ? ports.workbook.read(STAFF).rows.filter(({ code, email }) => finder.is(code) || (email !== '' && finder.is(email)))
    : [];
  const consults =
    ports.workbook.has(GROUPS) &&
    ports.workbook.read(GROUPS).rows.some(({ teacher, role }) => role === 'consultant' && finder.is(teacher));
  return (school) => consults || own.some((teacher) => schoolKey(teacher.school) === schoolKey(school));
}

function columnOf<K extends string>(
  ports: Ports,
  table: typeof BANK | typeof SURVEYS | typeof LESSONS,
  column: K,
): readonly string[] {
  if (!ports.workbook.has(table)) return [];
  return ports.workbook.read(table).rows.flatMap((row) => {
    const value = (row as Readonly<Record<string, unknown>>)[column];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}

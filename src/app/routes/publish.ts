// Routes as Google documents: made once, written anew when something has changed, open to their teacher and nobody else.
import type { Row } from '../../workbook/schema';
import { ROUTES } from '../../workbook/tables';
import { effectKey, Ledger } from '../effects';
import type { Ports } from '../ports';
import { shareEach } from '../sharing';
import { modelOf, type RouteDocument } from './document';
import type { RouteData } from './load';
import { readRoutes, type RoutePlaces, routePlaces, rowsAbout } from './outline';

/** Documents to be written between two checkpoints. */
const BATCH = 60;
/** So many times as many are read together where some of those before are to be written; where none is, all that are left. */
const MORE_TIMES = 4;
/** Looked at between two checkpoints, whether or not they are to be written. */
const MOST_LOOKED = 2500;

export interface PublishCursor {
  /** How many of the documents (in the order of the register) have been dealt with. */
  readonly at: number;
  readonly made: number;
  readonly written: number;
  /** Names of those whom Drive refused, or who have no address: the first ones, and how many in all. */
  readonly refused: readonly string[];
  readonly refusedCount: number;
  readonly unaddressed: readonly string[];
  readonly unaddressedCount: number;
}

export const PUBLISH_START: PublishCursor = {
  at: 0,
  made: 0,
  written: 0,
  refused: [],
  refusedCount: 0,
  unaddressed: [],
  unaddressedCount: 0,
};
const MOST_NAMES = 10;

interface Wanted extends RouteDocument {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  /** What is to stand in it: put together anew for those that are written, as thousands of them would take up much memory. */
  readonly model: () => ReturnType<typeof modelOf>;
  readonly digest: string;
}

/**
 * Deals with the next documents; `done` when there are no more.
 * @param closed the day on which the cycle is closed, which the document then says
 */
export function publishNext(
  ports: Ports,
  data: RouteData,
  run: string,
  cursor: PublishCursor,
  { cycle, closed }: { readonly cycle: string; readonly closed: string },
): { readonly cursor: PublishCursor; readonly total: number; readonly done: boolean } {
  const documents = routePlaces(ports, data.context, cycle);
  if (cursor.at >= documents.length) return { cursor, total: documents.length, done: true };
  const ledger = new Ledger(ports, run);
  const next = documents.slice(cursor.at, cursor.at + MOST_LOOKED);
  const allStood = cursor.at > 0 && cursor.made + cursor.written === 0;
  const wanted = nextWanted(ports, data, ledger, next, { closed, atOnce: allStood ? MOST_LOOKED : BATCH });
  ledger.look(wanted.map(({ key }) => key));
  restoreDocuments(ports, ledger, wanted);
  // A document that nobody has begun is open to nobody.
  const fresh = new Set(wanted.flatMap(({ key }) => (ledger.isFresh(key) ? [key] : [])));
  const { made, written, dealt } = writeDocuments(ports, ledger, wanted, fresh);
  const shared = shareDocuments(ports, ledger, wanted.slice(0, dealt), fresh);
  const names = (before: readonly string[], more: readonly string[]): readonly string[] =>
    [...before, ...more].slice(0, MOST_NAMES);
  const dealtWith: PublishCursor = {
    at: cursor.at + dealt,
    made: cursor.made + made,
    written: cursor.written + written,
    refused: names(cursor.refused, shared.refused),
    refusedCount: cursor.refusedCount + shared.refused.length,
    unaddressed: names(cursor.unaddressed, shared.unaddressed),
    unaddressedCount: cursor.unaddressedCount + shared.unaddressed.length,
  };
  return { cursor: dealtWith, total: documents.length, done: dealtWith.at >= documents.length };
}

/** The next documents, until enough of them are to be written. `atOnce`: so many are read first. */
function nextWanted(
  ports: Ports,
  data: RouteData,
  ledger: Ledger,
  documents: readonly RoutePlaces[],
  { closed, atOnce }: { readonly closed: string; readonly atOnce: number },
): readonly Wanted[] {
  const wanted: Wanted[] = [];
  let changed = 0;
  // Where the first ones stand as they should, many do.
  for (let from = 0, count = atOnce; from < documents.length;) {
    for (const one of readRoutes(ports, documents.slice(from, from + count))) {
      if (changed === BATCH) return wanted;
      const { name = '', email = '' } = data.context.staff.byCode.get(one.teacher) ?? {};
      const model = (): ReturnType<typeof modelOf> => modelOf(ports, data, one, closed);
      const key = routeKey(ports, one.cycle, one.teacher);
      const digest = ports.sha256(JSON.stringify(model())).slice(0, 16);
      wanted.push({ ...one, name, email, model, key, digest });
      // Those that stand as they should cost nothing: they do not count.
      if (isReadable(one) && (ledger.state(key) !== 'done' || one.rows.some(({ sent }) => sent !== digest)))
        changed += 1;
    }
    from += count;
    count = changed === 0 ? MOST_LOOKED : count * MORE_TIMES;
  }
  return wanted;
}

/** The folder in which all routes lie; it is never shared. One in the bin is taken out of it, one that is gone is made anew. */
function routesFolder(ports: Ports, ledger: Ledger): string {
  const key = routesFolderKey(ports);
  const name = ports.words.say({ code: 'route.folder' });
  const standing = ledger.state(key) === 'done' ? ledger.ref(key) : undefined;
  if (standing !== undefined) {
    const where = ports.health.file(standing);
    if (where === 'bin') ports.files.restore(standing);
    if (where !== 'gone') return standing;
    ledger.settle([{ key, state: 'undone' }]);
  }
  if (ledger.isFresh(key))
    ledger.intend([{ key, kind: 'folder', what: name, who: '', ref: ports.files.newIds(1)[0] ?? '' }]);
  const folderId = ledger.ref(key);
  if (folderId === undefined) throw new Error('Drive gave no id for the folder of routes');
  ports.files.createFolder({ folderId, key, name, parent: undefined });
  ledger.settle([{ key, state: 'done' }]);
  return folderId;
}

/** The effect of making a teacher's document of a cycle. */
export const routeKey = (ports: Ports, cycle: string, teacher: string): string =>
  effectKey(ports, 'document', 'route', cycle, teacher);

export const routesFolderKey = (ports: Ports): string => effectKey(ports, 'folder', 'routes');

/**
 * Takes documents out of the bin, where somebody has put them by themselves or with their folder: what their teachers wrote comes back,
 * and the link in their letters leads somewhere. One call when there are none.
 */
function restoreDocuments(ports: Ports, ledger: Ledger, wanted: readonly Wanted[]): void {
  const ids = wanted.flatMap(({ key }) => (ledger.state(key) === 'done' ? (ledger.ref(key) ?? []) : []));
  if (ids.length === 0) return;
  const lying = (): readonly string[] => {
    const bin = ports.docs.inBin();
    return ids.filter((id) => bin.has(id));
  };
  if (lying().length === 0) return;
  routesFolder(ports, ledger);
  for (const id of lying()) ports.files.restore(id);
}

/** N documents: three calls for a new one at most, two for one that has changed, none for one that has not. */
function writeDocuments(
  ports: Ports,
  ledger: Ledger,
  wanted: readonly Wanted[],
  fresh: ReadonlySet<string>,
): { readonly made: number; readonly written: number; readonly dealt: number } {
  ledger.intend(
    wanted
      .filter(isReadable)
      .map((one) => ({ key: one.key, kind: 'document', what: fileName(ports, one), who: one.teacher, ref: '' })),
  );
  const settled: { key: string; state: 'done' | 'undone'; ref?: string }[] = [];
  const patches: { $row: number; set: Partial<Row<typeof ROUTES>> }[] = [];
  let [made, written, dealt] = [0, 0, 0];
  let folder: string | undefined;
  const goesOn = ports.clock.stretch();
  for (const one of wanted) {
    if (dealt > 0 && !goesOn()) break;
    dealt += 1;
    if (!isReadable(one)) continue;
    const { key, model, digest, rows } = one;
    const known = ledger.state(key) === 'done' ? ledger.ref(key) : undefined;
    // Begun by an attempt that died: what it made is found by its key.
    const found = known ?? (fresh.has(key) ? undefined : ports.docs.find(key));
    let id = found;
    const isSame = known !== undefined && rows.every(({ sent }) => sent === digest);
    if (id !== undefined && !isSame && !ports.docs.write(id, model())) id = undefined;
    if (id === undefined) {
      folder ??= routesFolder(ports, ledger);
      ledger.renew(key);
      id = ports.docs.create(key, fileName(ports, one), folder);
      ports.docs.fill(id, model());
      made += 1;
    } else if (!isSame) written += 1;
    if (known !== id) settled.push({ key, state: 'done', ref: id });
    const link = ports.docs.link(id);
    for (const { $row, sent, document } of rows)
      if (sent !== digest || document !== link) patches.push({ $row, set: { sent: digest, document: link } });
  }
  // The time was over before these were begun: the next step need not look for them.
  const left = wanted.slice(dealt).filter(({ key }) => fresh.has(key));
  ledger.settle([...settled, ...left.map(({ key }) => ({ key, state: 'undone' as const }))]);
  ports.workbook.patch(ROUTES, patches);
  return { made, written, dealt };
}

/** Of a route whose every row has a bad cell nobody knows what it is. */
const isReadable = ({ rows }: RouteDocument): boolean => rows.length > 0;

/** The code tells people of one name apart. */
const fileName = (ports: Ports, { name, teacher, cycle }: Pick<Wanted, 'name' | 'teacher' | 'cycle'>): string =>
  ports.words.say({ code: 'route.doc.file', fields: { name, code: teacher, cycle } });

/** Opens each document to its teacher for writing, once, without a mail; takes it back from an address that is not his any more. */
function shareDocuments(
  ports: Ports,
  ledger: Ledger,
  wanted: readonly Wanted[],
  fresh: ReadonlySet<string>,
): { readonly refused: readonly string[]; readonly unaddressed: readonly string[] } {
  const all = wanted.flatMap((one) => {
    const id = ledger.ref(one.key);
    return id === undefined ? [] : [{ ...one, id, share: effectKey(ports, 'share', id, one.email) }];
  });
  const emails = new Map(all.flatMap(({ key, id, email }) => (fresh.has(key) ? [] : [[id, email] as const])));
  const old = rowsAbout(ports, ledger, emails).filter(
    ({ kind, ref, who, state }) =>
      kind === 'share' && who !== emails.get(ref) && (state === 'done' || state === 'intent'),
  );
  for (const { ref, who } of old) ports.files.unshare(ref, who);
  if (old.length > 0) ledger.settle(old.map(({ key }) => ({ key, state: 'undone' as const })));
  const addressed = all.filter(({ email }) => email !== '');
  ledger.intend(
    addressed.map(({ share, id, email, ...one }) => ({
      key: share,
      kind: 'share',
      what: fileName(ports, one),
      who: email,
      ref: id,
    })),
  );
  const waiting = addressed.filter(({ share }) => ledger.state(share) === 'intent');
  const refused = shareEach(
    ports,
    ledger,
    waiting.map(({ share: key, id: fileId, email }) => ({ key, fileId, email })),
    'writer',
  );
  return {
    refused: waiting.filter(({ share }) => refused.has(share)).map(({ name }) => name),
    unaddressed: all.filter(({ email }) => email === '').map(({ name }) => name),
  };
}

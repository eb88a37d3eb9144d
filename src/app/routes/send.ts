// «Разослать маршруты»: one letter to each teacher with the link to the own route; a second one only of a changed route, and only when asked for.
import type { Message } from '../../domain/message';
import { fullNameOf, type Teacher } from '../../domain/staff/teacher';
import type { Row } from '../../workbook/schema';
import { LEDGER, ROUTES } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { type Context, loadContext, notSetUp } from '../context';
import { effectKey, Ledger } from '../effects';
import { type Addressed, letterFrom, unfinished } from '../letters';
import { postOn, type SendingCursor } from '../long-post';
import type { Ports } from '../ports';
import { readIfShort } from '../short-tables';
import { readRoutes, type RoutePlaces, routePlaces, rowsAbout } from './outline';
import { routeKey } from './publish';
import type { RouteRow } from './register';

/** Whom to write to: those who have had no letter, or those too whose route has changed since theirs. */
const AUDIENCES = ['new', 'changed'] as const;
type AudienceChoice = (typeof AUDIENCES)[number];

interface SendInput {
  readonly to: AudienceChoice;
  readonly cycle: string;
}

/** Names shown of those who get no letter. */
const MOST_NAMES = 10;
/** Competencies named in a letter; the document has them all. */
const MOST_TITLES = 5;

interface Post {
  /** `at` is the place of whom it goes to. */
  readonly letters: readonly (Addressed & { readonly at: number })[];
  readonly firsts: number;
  readonly again: number;
  /** Have their letter, and their route is as it was then. */
  readonly upToDate: number;
  /** Their route has changed since their letter; they are written to only when asked for. */
  readonly changed: number;
  /** Why some get no letter, and what to do. */
  readonly left: readonly Message[];
}

export const sendRoutes: Action<SendInput, SendingCursor> = {
  id: 'sendRoutes',

  fields: (ports) => [
    {
      name: 'to',
      kind: 'choice',
      required: true,
      options: AUDIENCES.map((value) => ({ value, label: ports.words.say({ code: `route.send.to.${value}` }) })),
      value: 'new',
    },
  ],

  read(ports, raw) {
    const missing = notSetUp(ports, ROUTES, LEDGER);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const loaded = loadContext(ports);
    if (!loaded.ok) return loaded;
    const { cycle } = loaded.value.settings;
    const typed = textOf(raw, 'to', 20);
    const to = typed === '' ? 'new' : AUDIENCES.find((one) => one === typed);
    if (to === undefined) return { ok: false, problems: [{ code: 'rpc.malformed' }] };
    readIfShort(ports, ROUTES);
    return ports.workbook.columns(ROUTES, ['closed', 'cycle']).some((row) => row.cycle === cycle && row.closed === '')
      ? { ok: true, value: { to, cycle } }
      : { ok: false, problems: [{ code: 'route.send.none', fields: { cycle } }] };
  },

  preview(ports, input) {
    const loaded = loadContext(ports);
    if (!loaded.ok) return loaded;
    const places = routePlaces(ports, loaded.value, input.cycle);
    const { letters, firsts, again, upToDate, changed, left } = lettersToSend(ports, loaded.value, input, '', places);
    const first = letters[0]?.letter();
    return {
      ok: true,
      value: {
        lines: [
          {
            code: letters.length === 0 ? 'route.send.nothing' : 'route.send.will',
            fields: { letters: letters.length },
          },
          ...(changed > 0 ? [{ code: 'route.send.changed', fields: { changed } }] : []),
        ],
        counts: [
          { label: { code: 'route.count.first' }, value: String(firsts) },
          { label: { code: 'route.count.again' }, value: String(again) },
          { label: { code: 'route.count.told' }, value: String(upToDate + changed) },
        ],
        ...(first === undefined
          ? {}
          : { example: { kind: 'mail' as const, title: `${first.to} · ${first.subject}`, body: first.text } }),
        warnings: left,
        ...(letters.length === 0 ? { ready: false as const } : {}),
      },
    };
  },

  step(ports, run, input, from = {}) {
    const loaded = loadContext(ports);
    if (!loaded.ok) return { state: 'refused', problems: loaded.problems };
    const places = routePlaces(ports, loaded.value, input.cycle);
    let left: readonly Message[] = [];
    const { posted, sent, cursor } = postOn(ports, run.run, from, places.length, (first, end) => {
      const looked = lettersToSend(ports, loaded.value, input, run.run, places.slice(first, end));
      // The last look through is at everybody.
      left = looked.left;
      return looked.letters.map((letter) => ({ ...letter, at: first + letter.at }));
    });
    const more = unfinished(posted, sent, { cursor, done: sent, total: sent + posted.left });
    if (more !== undefined) return more;
    const fields = { sent, names: posted.doubtful };
    return finished(
      [
        { code: 'route.send.done', fields },
        ...(posted.doubtful.length > 0 ? [{ code: 'mail.doubt', fields }] : []),
        ...left,
      ],
      [{ label: { code: 'link.sheet', fields: { table: ROUTES.title } }, url: ports.workbook.linkTo(ROUTES) }],
    );
  },
};

/**
 * Who of these is to be written to. A letter is about a document, an address and what the document says: a document made anew and a
 * corrected address are told of, a changed route only when asked for. Letters that `run` has sent stay in the list, so that it counts
 * them.
 */
function lettersToSend(
  ports: Ports,
  context: Context,
  { to, cycle }: SendInput,
  run: string,
  places: readonly RoutePlaces[],
): Post {
  const ledger = new Ledger(ports, run);
  const bin = ports.docs.inBin();
  const without: Record<Without, string[]> = { document: [], bin: [], address: [], access: [] };
  ledger.look(places.map(({ teacher }) => routeKey(ports, cycle, teacher)));
  const routes = readRoutes(ports, places).flatMap(({ teacher: code, rows }, at) => {
    const teacher = context.staff.byCode.get(code);
    // Of rows that cannot be read nobody knows what they say.
    if (teacher === undefined || rows.length === 0) return [];
    const documentKey = routeKey(ports, cycle, code);
    const documentId = ledger.state(documentKey) === 'done' ? ledger.ref(documentKey) : undefined;
    const why = whyNot(ports, ledger, bin, documentId, teacher.email);
    if (documentId === undefined || why !== undefined) {
      without[why ?? 'document'].push(teacher.name);
      return [];
    }
    const route = { cycle, teacher, rows, documentId };
    return [{ ...route, at, key: effectKey(ports, 'mail', ...aboutOf(route)) }];
  });
  const known = new Map(ledger.look(routes.map(({ key }) => key)).map((row) => [row.key, row]));
  // What this run has planned to whoever had no letter is a first one.
  const isPlanned = ({ key }: (typeof routes)[number]): boolean =>
    to === 'new' && run !== '' && known.get(key)?.state === 'planned' && known.get(key)?.run === run;
  const asked = new Set(routes.flatMap((route) => (isPlanned(route) ? [] : [route.documentId])));
  const told = new Set(
    rowsAbout(ports, ledger, asked).flatMap((row) => (wasSent(row, run) ? [`${row.ref}|${row.who}`] : [])),
  );
  const letters: Post['letters'][number][] = [];
  let [firsts, again, upToDate, changed] = [0, 0, 0, 0];
  for (const { key, at, ...route } of routes) {
    const isFirst = !told.has(`${route.documentId}|${route.teacher.email}`);
    const standing = known.get(key);
    if (standing !== undefined && wasSent(standing, run)) upToDate += 1;
    else if (!isFirst && to !== 'changed') changed += 1;
    else {
      letters.push({ ...letterTo(ports, context, { ...route, isFirst }), at });
      if (isFirst) firsts += 1;
      else again += 1;
    }
  }
  const left = (Object.keys(without) as Without[]).flatMap((why): readonly Message[] => {
    const count = without[why].length;
    const names = without[why].slice(0, MOST_NAMES);
    return count === 0 ? [] : [{ code: `route.send.without.${why}`, fields: { names, count } }];
  });
  return { letters, firsts, again, upToDate, changed, left };
}

type Without = 'document' | 'bin' | 'address' | 'access';

/** Why a letter with the link would be of no use. */
function whyNot(
  ports: Ports,
  ledger: Ledger,
  bin: ReadonlySet<string>,
  documentId: string | undefined,
  email: string,
): Without | undefined {
  if (documentId === undefined) return 'document';
  if (bin.has(documentId)) return 'bin';
  if (email === '') return 'address';
  return ledger.state(effectKey(ports, 'share', documentId, email)) === 'done' ? undefined : 'access';
}

/** Has this letter been sent by another run? */
const wasSent = ({ kind, state, run }: Row<typeof LEDGER>, own: string): boolean =>
  kind === 'mail' && state !== 'planned' && state !== 'undone' && run !== own;

interface TeachersRoute {
  readonly cycle: string;
  readonly teacher: Teacher;
  readonly rows: readonly RouteRow[];
  readonly documentId: string;
}

/** What makes a letter the same letter. */
const aboutOf = ({ cycle, teacher, rows, documentId }: TeachersRoute): readonly string[] => {
  const digest = rows.find(({ sent }) => sent !== '')?.sent ?? '';
  return ['route', cycle, teacher.code, teacher.email, documentId, digest];
};

function letterTo(
  ports: Ports,
  { settings, programme }: Context,
  { isFirst, ...route }: TeachersRoute & { readonly isFirst: boolean },
): Addressed {
  const { cycle, teacher, rows, documentId } = route;
  const titles = (role: RouteRow['role']): string => {
    const all = rows.filter((row) => row.role === role && row.state !== 'cancelled').map(({ title }) => title);
    const fields = { titles: all.slice(0, MOST_TITLES), count: all.length };
    return all.length === 0 ? '' : ports.words.say({ code: 'route.mail.titles', fields });
  };
  return {
    about: aboutOf(route),
    to: teacher.email,
    ref: documentId,
    what: ports.words.say({ code: 'route.mail', fields: { cycle } }),
    letter: () =>
      letterFrom(isFirst ? programme.texts.mails.route : programme.texts.mails.routeChanged, teacher.email, {
        // The person's own letter: nobody else reads it.
        name: fullNameOf(teacher),
        cycle,
        learns: titles('learns'),
        consults: titles('consults'),
        link: ports.docs.link(documentId),
        notes: ports.words.say({ code: 'route.doc.notes' }),
        school: settings.school === '' ? programme.texts.schoolFallback : settings.school,
        programme: programme.title,
      }),
  };
}

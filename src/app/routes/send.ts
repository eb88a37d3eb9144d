// «Разослать маршруты»: one letter to each teacher with the link to the own route; a second one only of a changed route, and only when asked for.
import type { Message } from '../../domain/message';
import { fullNameOf, type Teacher } from '../../domain/staff/teacher';
import type { Row } from '../../workbook/schema';
import { LEDGER, ROUTES } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { type Context, loadContext, notSetUp } from '../context';
import { effectKey, Ledger } from '../effects';
import { type Addressed, letterFrom, post, unfinished } from '../letters';
import type { Ports } from '../ports';
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
  readonly letters: readonly Addressed[];
  readonly firsts: number;
  readonly again: number;
  /** Have their letter, and their route is as it was then. */
  readonly upToDate: number;
  /** Their route has changed since their letter; they are written to only when asked for. */
  readonly changed: number;
  /** Why some get no letter, and what to do. */
  readonly left: readonly Message[];
}

export const sendRoutes: Action<SendInput, null> = {
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
    return ports.workbook.read(ROUTES).rows.some((row) => row.cycle === cycle && row.closed === '')
      ? { ok: true, value: { to, cycle } }
      : { ok: false, problems: [{ code: 'route.send.none', fields: { cycle } }] };
  },

  preview(ports, input) {
    const loaded = loadContext(ports);
    if (!loaded.ok) return loaded;
    const { letters, firsts, again, upToDate, changed, left } = lettersToSend(ports, loaded.value, input, '');
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

  step(ports, run, input) {
    const loaded = loadContext(ports);
    if (!loaded.ok) return { state: 'refused', problems: loaded.problems };
    const { letters, left } = lettersToSend(ports, loaded.value, input, run.run);
    const posted = post(ports, run.run, letters);
    const more = unfinished(posted, posted.sentInAll, {
      cursor: null,
      done: posted.sentInAll,
      total: posted.sentInAll + posted.left,
    });
    if (more !== undefined) return more;
    const fields = { sent: posted.sentInAll, names: posted.doubtful };
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
 * Who is to be written to. A letter is about a document, an address and what the document says: a document made anew and a corrected
 * address are told of, a changed route only when asked for. Letters that `run` has sent stay in the list, so that it counts them.
 */
function lettersToSend(ports: Ports, context: Context, { to, cycle }: SendInput, run: string): Post {
  const ledger = new Ledger(ports, run);
  const mine = new Set(ledger.rowsOf(run).map(({ key }) => key));
  const wasSent = ({ key, kind, state }: Pick<Row<typeof LEDGER>, 'key' | 'kind' | 'state'>): boolean =>
    kind === 'mail' && state !== 'planned' && state !== 'undone' && !mine.has(key);
  const sent = ports.workbook.read(LEDGER).rows.filter(wasSent);
  const told = new Set(sent.map(({ ref, who }) => `${ref}|${who}`));
  const keys = new Set(sent.map(({ key }) => key));
  const bin = ports.docs.inBin();
  const without: Record<Without, string[]> = { document: [], bin: [], address: [], access: [] };
  const letters: Addressed[] = [];
  let [firsts, again, upToDate, changed] = [0, 0, 0, 0];
  for (const { teacher, rows } of routesOf(ports, context, cycle)) {
    const documentKey = routeKey(ports, cycle, teacher.code);
    const documentId = ledger.state(documentKey) === 'done' ? ledger.ref(documentKey) : undefined;
    const why = whyNot(ports, ledger, bin, documentId, teacher.email);
    if (documentId === undefined || why !== undefined) {
      without[why ?? 'document'].push(teacher.name);
      continue;
    }
    const isFirst = !told.has(`${documentId}|${teacher.email}`);
    const letter = letterTo(ports, context, { cycle, teacher, rows, documentId, isFirst });
    if (keys.has(effectKey(ports, 'mail', ...letter.about))) upToDate += 1;
    else if (!isFirst && to !== 'changed') changed += 1;
    else {
      letters.push(letter);
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

interface TeachersRoute {
  readonly teacher: Teacher;
  readonly rows: readonly RouteRow[];
}

/** Routes of the cycle that are not closed, of people on the staff list, in the order of their first rows. */
function routesOf(ports: Ports, { staff }: Context, cycle: string): readonly TeachersRoute[] {
  const routes = new Map<string, RouteRow[]>();
  for (const row of ports.workbook.read(ROUTES).rows)
    if (row.cycle === cycle && row.closed === '') {
      const known = routes.get(row.teacher);
      if (known === undefined) routes.set(row.teacher, [row]);
      else known.push(row);
    }
  return [...routes].flatMap(([code, rows]) => {
    const teacher = staff.byCode.get(code);
    return teacher === undefined ? [] : [{ teacher, rows }];
  });
}

function letterTo(
  ports: Ports,
  { settings, programme }: Context,
  {
    cycle,
    teacher,
    rows,
    documentId,
    isFirst,
  }: TeachersRoute & { readonly cycle: string; readonly documentId: string; readonly isFirst: boolean },
): Addressed {
  const digest = rows.find(({ sent }) => sent !== '')?.sent ?? '';
  const titles = (role: RouteRow['role']): string => {
    const all = rows.filter((row) => row.role === role && row.state !== 'cancelled').map(({ title }) => title);
    const fields = { titles: all.slice(0, MOST_TITLES), count: all.length };
    return all.length === 0 ? '' : ports.words.say({ code: 'route.mail.titles', fields });
  };
  return {
    about: ['route', cycle, teacher.code, teacher.email, documentId, digest],
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

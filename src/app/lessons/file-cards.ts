// «Завести технологические карты» (A10): lessons without a card get one from the programme's template, in the bank's folder.
import { resourceNumber } from '../../domain/bank/register';
import { lessonCard, type CardLesson } from '../../domain/lessons/card';
import type { Message, Outcome } from '../../domain/message';
import { fillTemplate } from '../../domain/programme/template';
import { oneLine } from '../../domain/text';
import type { Row } from '../../workbook/schema';
import { BANK, LEDGER, LESSONS, OUTREACH } from '../../workbook/tables';
import { folderFor, plannedFolders } from '../bank/folders';
import { type Action, finished, NO_FIELDS } from '../action';
import { type Context, loadContext, notSetUp } from '../context';
import { effectKey, Ledger } from '../effects';
import type { Ports } from '../ports';
import { dotted } from '../surveys/plan';
import { shareEach } from '../sharing';
import { authorOf, type KnownLesson, type LessonRow, readLessons } from './read';

interface CardCursor {
  readonly made: number;
  readonly refused: readonly string[];
}

/** Cards between two checkpoints. */
const BATCH = 40;
const MOST_NAME = 200;
const MOST_NAMES = 10;
const PREFIX = 'УР-';

interface Waiting {
  readonly context: Context;
  readonly lessons: readonly KnownLesson[];
  readonly problems: readonly Message[];
}

export const fileLessonCards: Action<Record<string, never>, CardCursor> = {
  id: 'fileLessonCards',
  fields: NO_FIELDS,
  read(ports) {
    const missing = notSetUp(ports, LESSONS, OUTREACH, BANK, LEDGER);
    return missing === undefined ? { ok: true, value: {} } : { ok: false, problems: [missing] };
  },

  preview(ports) {
    const waiting = lessonsWithoutCard(ports);
    if (!waiting.ok) return waiting;
    const { context, lessons, problems } = waiting.value;
    const [first] = lessons;
    return {
      ok: true,
      value: {
        lines: [{ code: 'lessons.cards.will', fields: { count: lessons.length } }],
        counts: [{ label: { code: 'lessons.count.cards' }, value: String(lessons.length) }],
        ...(first === undefined
          ? {}
          : { example: { kind: 'text' as const, title: fileName(context, first), body: exampleOf(context, first) } }),
        warnings: problems.slice(0, 10),
      },
    };
  },

  step(ports, run, _input, cursor = { made: 0, refused: [] }) {
    const found = lessonsWithoutCard(ports);
    if (!found.ok) return { state: 'refused', problems: found.problems };
    const { context, lessons, problems } = found.value;
    numberLessons(ports);
    fillCodes(ports, context);
    const batch = lessons.slice(0, BATCH);
    const done = batch.length === 0 ? undefined : fileCards(ports, context, run.run, batch);
    const made = cursor.made + (done?.made ?? 0);
    const refused = [...cursor.refused, ...(done?.refused ?? [])].slice(0, MOST_NAMES);
    const left = lessons.length - (done?.made ?? 0);
    if (left > 0)
      return {
        state: 'going',
        cursor: { made, refused },
        done: made,
        total: made + left,
        line: { code: 'lessons.cards.going', fields: { done: made, total: made + left } },
      };
    return finished(
      [
        { code: 'lessons.cards.done', fields: { count: made } },
        ...(refused.length > 0 ? [{ code: 'lessons.cards.refused', fields: { names: refused } }] : []),
        ...problems.slice(0, 10),
      ],
      [LESSONS, BANK].map((table) => ({
        label: { code: 'link.sheet', fields: { table: table.title } },
        url: ports.workbook.linkTo(table),
      })),
    );
  },
};

/** Lessons not cancelled that have no card. Refused when the bank has no folders. */
function lessonsWithoutCard(ports: Ports): Outcome<Waiting> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const folders = plannedFolders(ports, context);
  if (folderFor(folders, new Ledger(ports, ''), '', '') === undefined)
    return { ok: false, problems: [{ code: 'bank.file.noFolder' }] };
  const { lessons, problems } = readLessons(ports, context);
  return {
    ok: true,
    value: { context, lessons: lessons.filter(({ row }) => row.card === '' && row.state !== 'cancelled'), problems },
  };
}

/** Gives every lesson a code of its own, and a row that was copied another one: by it its card is found again. */
function numberLessons(ports: Ports): void {
  const { rows, unread } = ports.workbook.read(LESSONS);
  const taken = new Set(unread.flatMap(({ lesson = '' }) => (lesson === '' ? [] : [lesson])));
  let last = Math.max(0, ...[...rows, ...unread].map(({ lesson = '' }) => numberOf(lesson)));
  const changes = rows.flatMap(({ $row, lesson }) => {
    if (lesson !== '' && !taken.has(lesson)) {
      taken.add(lesson);
      return [];
    }
    last += 1;
    return [{ $row, set: { lesson: `${PREFIX}${String(last).padStart(3, '0')}` } }];
  });
  ports.workbook.patch(LESSONS, changes);
}

const numberOf = (lesson: string): number => Number(/^УР-(\d{1,9})$/.exec(lesson)?.[1] ?? 0);

/** Codes by names and names by codes, in both registers, where a person has given only one. */
function fillCodes(ports: Ports, context: Context): void {
  const known = (row: { $row: number; name: string; teacher: string }) => {
    const author = authorOf(context, row);
    if (typeof author !== 'object' || (row.teacher !== '' && row.name !== '')) return [];
    return [{ $row: row.$row, set: { teacher: author.code, name: row.name === '' ? author.name : row.name } }];
  };
  ports.workbook.patch(LESSONS, ports.workbook.read(LESSONS).rows.flatMap(known));
  ports.workbook.patch(OUTREACH, ports.workbook.read(OUTREACH).rows.flatMap(known));
}

interface Card {
  readonly row: LessonRow;
  readonly lesson: KnownLesson;
  readonly key: string;
  readonly folderId: string;
}

/** N cards, four calls each: made, filled, opened to the teacher; the register, the bank and the ledger are written once for all. */
function fileCards(
  ports: Ports,
  context: Context,
  run: string,
  lessons: readonly KnownLesson[],
): { readonly made: number; readonly refused: readonly string[] } {
  const ledger = new Ledger(ports, run);
  const folders = plannedFolders(ports, context);
  const codes = new Map(ports.workbook.read(LESSONS).rows.map(({ $row, lesson }) => [$row, lesson]));
  const cards = lessons.flatMap((lesson): Card[] => {
    const folderId = folderFor(folders, ledger, lesson.row.competency, 'card');
    return folderId === undefined
      ? []
      : [
          {
            row: lesson.row,
            lesson,
            key: effectKey(ports, 'document', 'card', codes.get(lesson.row.$row) ?? ''),
            folderId,
          },
        ];
  });
  const fresh = new Set(cards.filter(({ key }) => ledger.isFresh(key)).map(({ key }) => key));
  ledger.intend(
    cards.map(({ key, lesson }) => ({
      key,
      kind: 'document',
      what: fileName(context, lesson),
      who: lesson.teacher.code,
      ref: '',
    })),
  );
  // The codes by which cards are found again are durable before any is made, whether or not an intent was new.
  ports.workbook.flush();
  const made: (Card & { readonly id: string })[] = [];
  const goesOn = ports.clock.stretch();
  for (const card of cards) {
    if (made.length > 0 && !goesOn()) break;
    made.push({ ...card, id: writeCard(ports, context, ledger, fresh, card) });
  }
  // The time was over before the others were begun: the next step need not look for them.
  const left = cards.slice(made.length).filter(({ key }) => fresh.has(key));
  ledger.settle([
    ...made.map(({ key, id }) => ({ key, state: 'done' as const, ref: id })),
    ...left.map(({ key }) => ({ key, state: 'undone' as const })),
  ]);
  const refused = share(ports, context, ledger, made);
  register(ports, context, run, made);
  ports.workbook.patch(
    LESSONS,
    made.map(({ row, id }) => ({ $row: row.$row, set: { card: ports.docs.link(id) } })),
  );
  return { made: made.length, refused };
}

/** The card of a lesson whose link a person has deleted is the one that was made; one in the bin is not written to: it is made anew. */
function writeCard(ports: Ports, context: Context, ledger: Ledger, fresh: ReadonlySet<string>, card: Card): string {
  const { key, lesson, folderId } = card;
  const model = lessonCard(context.programme.bank.lessonCard, factsOf(context, lesson));
  const found = fresh.has(key) ? undefined : standingCard(ports, ledger, key);
  if (found !== undefined && ports.docs.write(found, model)) return found;
  ledger.renew(key);
  const id = ports.docs.create(key, fileName(context, lesson), folderId);
  ports.docs.fill(id, model);
  return id;
}

/** One call to Drive either way; a search may miss what has just been made, so that what the ledger knows is not searched for. */
function standingCard(ports: Ports, ledger: Ledger, key: string): string | undefined {
  const known = ledger.ref(key);
  if (known === undefined) return ports.docs.find(key);
  return ports.health.file(known) === 'there' ? known : undefined;
}

function share(
  ports: Ports,
  context: Context,
  ledger: Ledger,
  cards: readonly (Card & { readonly id: string })[],
): readonly string[] {
  const wanted = cards
    .filter(({ lesson }) => lesson.teacher.email !== '')
    .map((card) => ({
      ...card,
      email: card.lesson.teacher.email,
      share: effectKey(ports, 'share', card.id, card.lesson.teacher.email),
    }));
  ledger.intend(
    wanted.map(({ share: key, id, email, lesson }) => ({
      key,
      kind: 'share',
      what: fileName(context, lesson),
      who: email,
      ref: id,
    })),
  );
  const waiting = wanted.filter(({ share: key }) => ledger.state(key) === 'intent');
  const refused = shareEach(
    ports,
    ledger,
    waiting.map(({ share: key, id: fileId, email }) => ({ key, fileId, email })),
    'writer',
  );
  return waiting.filter(({ share: key }) => refused.has(key)).map(({ lesson }) => lesson.teacher.name);
}

/** The bank's register knows each card once; one that was made anew by its new file. */
function register(
  ports: Ports,
  context: Context,
  run: string,
  cards: readonly (Card & { readonly id: string })[],
): void {
  const { rows, unread } = ports.workbook.read(BANK);
  const there = new Set([...rows, ...unread].map(({ origin }) => origin));
  const anew = new Map(cards.map((card) => [card.key, card]));
  ports.workbook.patch(
    BANK,
    rows.flatMap(({ $row, origin, fileId }) => {
      const card = anew.get(origin);
      if (card === undefined || card.id === fileId) return [];
      return [{ $row, set: { link: ports.docs.link(card.id), fileId: card.id, folderId: card.folderId } }];
    }),
  );
  const numbers = [...rows, ...unread].map(({ resource = '' }) => resource);
  ports.workbook.append(
    BANK,
    cards
      .filter(({ key }) => !there.has(key))
      .map(({ key, id, folderId, lesson }): Row<typeof BANK> => {
        const resource = resourceNumber(numbers);
        numbers.push(resource);
        const { row, teacher } = lesson;
        return {
          resource,
          title: fileName(context, lesson),
          kind: 'card',
          competency: row.competency,
          competencyTitle: titleOf(context, row.competency),
          author: teacher.name,
          link: ports.docs.link(id),
          annotation: '',
          tags: [row.subject, row.group].filter((tag) => tag !== ''),
          state: 'accepted',
          added: ports.clock.today(),
          origin: key,
          fileId: id,
          folderId,
          run,
        };
      }),
  );
}

const titleOf = ({ competencies }: Context, competency: string): string =>
  competencies.find(({ id }) => id === competency)?.title ?? '';

const factsOf = (context: Context, { row, teacher }: KnownLesson): CardLesson => ({
  teacher: teacher.name,
  date: row.date === '' ? '' : dotted(row.date),
  group: row.group,
  subject: row.subject,
  topic: row.topic,
  tool: row.tool,
  competency: titleOf(context, row.competency),
  school: context.settings.school === '' ? context.programme.texts.schoolFallback : context.settings.school,
});

const fileName = (context: Context, lesson: KnownLesson): string =>
  oneLine(fillTemplate(context.programme.bank.lessonCard.fileName, { ...factsOf(context, lesson) })).slice(
    0,
    MOST_NAME,
  );

const exampleOf = (context: Context, lesson: KnownLesson): string => {
  const fields = { ...factsOf(context, lesson) };
  return context.programme.bank.lessonCard.facts
    .map(({ label, value }) => `${label}: ${fillTemplate(value, fields)}`)
    .join('\n');
};

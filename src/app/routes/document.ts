// A teacher's route of a cycle as a document: what he will do, with whom, when; how he has grown; room for his own notes.
import type { Competency } from '../../domain/framework/framework';
import type { Block, DocumentModel, Inline, Run } from '../../domain/document/document';
import type { MessageFields } from '../../domain/message';
import { type Growth, growthOf } from '../../domain/route/growth';
import { ROUTE_STATE_LABELS } from '../../workbook/tables';
import type { Ports } from '../ports';
import { itemOf, type RouteRow, type StandingItem } from './register';
import type { RouteData } from './load';

/** A document that is to be: one teacher's rows of one cycle. */
export interface RouteDocument {
  readonly cycle: string;
  readonly teacher: string;
  readonly rows: readonly RouteRow[];
  /** The teacher's rows of earlier cycles. */
  readonly past: readonly RouteRow[];
}

/** @param closed the day on which the cycle is closed; '' while it goes on */
export function modelOf(
  ports: Ports,
  { context, levelOf }: RouteData,
  { cycle, teacher, rows, past }: RouteDocument,
  closed: string,
): DocumentModel {
  const say = (code: string, fields: MessageFields = {}): string => ports.words.say({ code, fields });
  const name = context.staff.byCode.get(teacher)?.name ?? '';
  const { settings, programme, competencies } = context;
  const titled = new Map(competencies.map((competency) => [competency.id, competency]));
  const items = rows.map(itemOf);
  const earlier = past.map((row) => ({ ...itemOf(row), cycle: row.cycle }));
  const growth = growthOf(teacher, cycle, earlier, levelOf);
  return {
    parts: [
      {
        key: 'route',
        blocks: [
          { kind: 'title', text: say('route.doc.title', { name }) },
          {
            kind: 'subtitle',
            text: say('route.doc.subtitle', { school: settings.school, programme: programme.title, cycle }),
          },
          {
            kind: 'paragraph',
            text: [{ text: say(closed === '' ? 'route.doc.how' : 'route.doc.closed', { closed }), muted: true }],
          },
          ...(growth.length === 0 ? [] : growthBlocks(say, growth, titled)),
          { kind: 'heading', level: 1, text: say('route.doc.items') },
          ...(items.length === 0 ? [] : [overview(say, items)]),
          ...items.flatMap((item) => itemBlocks(say, item, titled.get(item.competency))),
        ],
      },
      {
        once: [
          { kind: 'heading', level: 1, text: say('route.doc.notes') },
          { kind: 'paragraph', text: say('route.doc.notes.hint') },
        ],
      },
    ],
  };
}

type Say = (code: string, fields?: MessageFields) => string;

/** Competencies are named in the middle of a sentence; here they begin a line. */
const capital = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);

const shown = (level: number | undefined): string => (level === undefined ? '—' : String(level));

function overview(say: Say, items: readonly StandingItem[]): Block {
  return {
    kind: 'table',
    head: [
      say('route.doc.head.what'),
      say('route.doc.head.level'),
      say('route.doc.head.partners'),
      say('route.doc.head.when'),
      say('route.doc.head.state'),
    ],
    rows: items.map(({ row, role, from, level, goal, state, partners, when }) => [
      role === 'consults' ? say('route.doc.consults', { title: capital(row.title) }) : capital(row.title),
      role === 'consults' ? shown(level) : `${shown(level ?? from)} → ${shown(goal)}`,
      partners,
      when,
      ROUTE_STATE_LABELS[state],
    ]),
    widths: [118, 60, 106, 92, 75],
  };
}

function itemBlocks(say: Say, item: StandingItem, competency: Competency | undefined): readonly Block[] {
  const { row, role, goal, task, evidence, resources, state } = item;
  const descriptor = role === 'learns' && goal !== undefined ? (competency?.descriptors[goal] ?? '') : '';
  const points: readonly (readonly [label: string, text: Inline])[] = [
    [say('route.doc.goal'), descriptor],
    [say('route.doc.task'), task],
    ...lines(resources).map((line): readonly [string, Inline] => [say('route.doc.resource'), linked(line)]),
    ...lines(evidence).map((line): readonly [string, Inline] => [say('route.doc.evidence'), line]),
    [say('route.doc.remark'), row.remark],
  ];
  const list = points.filter(([, text]) => text !== '');
  return [
    {
      kind: 'heading',
      level: 2,
      text: state === 'cancelled' ? say('route.doc.cancelled', { title: capital(row.title) }) : capital(row.title),
    },
    ...(list.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            ordered: false,
            items: list.map(([label, text]): Inline => [
              { text: `${label} `, bold: true },
              ...(typeof text === 'string' ? [{ text }] : text),
            ]),
          },
        ]),
  ];
}

function growthBlocks(say: Say, growth: readonly Growth[], titled: ReadonlyMap<string, Competency>): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: say('route.doc.growth') },
    {
      kind: 'table',
      head: [say('route.doc.head.what'), say('route.doc.head.before'), say('route.doc.head.now')],
      rows: growth.map(({ competency, before, now }) => [
        capital(titled.get(competency)?.title ?? competency),
        String(before),
        now > before ? [{ text: `${String(now)} ↑`, bold: true }] : String(now),
      ]),
      widths: [277, 87, 87],
    },
  ];
}

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

/** «Название — https://…»: the name becomes the link. */
function linked(line: string): readonly Run[] {
  const found = /^(.*?)\s+—\s+(https?:\/\/\S+)$/.exec(line);
  return found === null ? [{ text: line }] : [{ text: found[1] ?? '', link: found[2] ?? '' }];
}

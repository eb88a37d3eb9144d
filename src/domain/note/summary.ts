// The note in four paragraphs: what there was, what has been done, what came of it, what is next.
import type { Block, Run } from '../document/document';
import type { Message } from '../message';
import type { NoteFacts, Sourced } from './facts';
import { percent, shareOf, type Writer } from './writer';

interface Said {
  readonly message: Message;
  /** Absent: the sentence has no number of its own. */
  readonly sourced?: Sourced;
}

/** Four paragraphs, each beginning with its question. */
export function summarySection(writer: Writer, facts: NoteFacts): readonly Block[] {
  const paragraph = (label: Message, said: readonly Said[]): Block => ({
    kind: 'paragraph',
    room: true,
    text: [
      { text: writer.say(label), bold: true },
      ...said.flatMap(({ message, sourced }): readonly Run[] => [
        { text: ' ' },
        ...(sourced === undefined ? [{ text: writer.say(message) }] : writer.stated(message, sourced)),
      ]),
    ],
  });
  return [
    writer.heading(1, { code: 'note.summary' }),
    paragraph({ code: 'note.summary.was' }, was(facts)),
    paragraph({ code: 'note.summary.done' }, done(facts)),
    paragraph({ code: 'note.summary.came' }, came(facts)),
    paragraph({ code: 'note.summary.next' }, next(facts)),
  ];
}

/** The four paragraphs as plain text, for a preview. */
export const summaryText = (writer: Writer, facts: NoteFacts): string =>
  summarySection(writer, facts)
    .flatMap((block) =>
      block.kind === 'paragraph' && typeof block.text !== 'string' ? [block.text.map(({ text }) => text).join('')] : [],
    )
    .join('\n\n');

function was({ competencies, teachers }: NoteFacts): readonly Said[] {
  const { rows } = competencies;
  const answered = Math.max(0, ...rows.map((row) => row.answered));
  const chosen = [...rows].sort((a, b) => b.needs - a.needs)[0];
  const worst = [...rows].sort((a, b) => b.deficits - a.deficits)[0];
  const sum = (key: 'deficits' | 'surpluses'): number => rows.reduce((total, row) => total + row[key], 0);
  const said: Said[] = [];
  if (chosen !== undefined && chosen.needs > 0)
    said.push({
      message: {
        code: 'note.was.needs',
        fields: { title: chosen.title, count: chosen.needs, share: percent(chosen.needsShare) },
      },
      sourced: competencies,
    });
  if (answered === 0 || worst === undefined) return [...said, { message: { code: 'note.self.none' } }];
  said.push({
    message: {
      code: 'note.was.levels',
      fields: { answered, teachers, deficits: sum('deficits'), surpluses: sum('surpluses') },
    },
    sourced: competencies,
  });
  if (worst.deficits > 0)
    said.push({
      message: {
        code: 'note.was.worst',
        fields: { title: worst.title, count: worst.deficits, share: percent(worst.deficitsShare) },
      },
      sourced: competencies,
    });
  return said;
}

function done({ groups, modules, resources, routes }: NoteFacts): readonly Said[] {
  const count = groups.rows.reduce((sum, row) => sum + row.groups, 0);
  return [
    count === 0
      ? { message: { code: 'note.groups.none' } }
      : { message: { code: 'note.done.groups', fields: { groups: count, people: groups.people } }, sourced: groups },
    ...(modules.held + modules.invited === 0
      ? []
      : [
          {
            message: { code: 'note.done.modules', fields: { held: modules.held, invited: modules.invited } },
            sourced: modules,
          },
        ]),
    ...(routes.teachers === 0
      ? []
      : [{ message: { code: 'note.done.routes', fields: { teachers: routes.teachers } }, sourced: routes }]),
    ...(resources.bank.accepted === 0
      ? []
      : [
          {
            message: { code: 'note.done.bank', fields: { accepted: resources.bank.accepted } },
            sourced: resources.bank,
          },
        ]),
  ];
}

function came({ indicators, feedback, growth }: NoteFacts): readonly Said[] {
  const known = indicators.rows.filter(({ standing }) => standing !== 'unknown');
  const reached = known.filter(({ standing }) => standing === 'reached').length;
  const heard = feedback.sides.filter(({ index }) => index !== undefined);
  const [all] = growth.rows;
  return [
    indicators.rows.length === 0
      ? { message: { code: 'note.indicators.none' } }
      : {
          message: {
            code: 'note.came.indicators',
            fields: { reached, all: indicators.rows.length, unknown: indicators.rows.length - known.length },
          },
          sourced: indicators,
        },
    ...heard.map(({ side, index = 0, received }) => ({
      message: {
        code: side === 'consultant' ? 'note.came.consultants' : 'note.came.consultees',
        fields: { index, have: received.have, of: received.of },
      },
      sourced: feedback,
    })),
    ...(heard.length === 0 ? [{ message: { code: 'note.feedback.none' } }] : []),
    all === undefined
      ? { message: { code: 'note.growth.none' } }
      : {
          message: {
            code: 'note.came.growth',
            fields: {
              people: all.people,
              closed: all.closed,
              toSurplus: all.toSurplus,
              ...(all.gain === undefined ? {} : { known: 1, gain: all.gain }),
            },
          },
          sourced: growth,
        },
  ];
}

function next({ uncovered, plan, indicators, groups }: NoteFacts): readonly Said[] {
  const left = uncovered.rows.reduce((sum, { count }) => sum + count, 0);
  const open = indicators.rows.filter(({ standing }) => standing === 'open' || standing === 'missed').length;
  const { covered } = groups;
  const said: readonly Said[] = [
    ...(left === 0
      ? []
      : [
          {
            message: {
              code: 'note.next.uncovered',
              fields: {
                count: left,
                ...(covered.of === 0 ? {} : { share: percent(shareOf(covered.have, covered.of)) }),
              },
            },
            sourced: { sources: [...uncovered.sources, ...groups.coveredSources] },
          },
        ]),
    ...(open === 0
      ? []
      : [{ message: { code: 'note.next.indicators', fields: { count: open } }, sourced: indicators }]),
    ...(plan.overdue.length === 0
      ? []
      : [{ message: { code: 'note.next.overdue', fields: { count: plan.overdue.length } }, sourced: plan }]),
  ];
  return said.length === 0 ? [{ message: { code: 'note.prospects.none' } }] : said;
}

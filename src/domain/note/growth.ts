// «Динамика» and «Оценка модели»: what the sheets of that name say, or plainly that there is nothing to compare yet.
import type { Block } from '../document/document';
import type { NoteFacts } from './facts';
import { capital } from './results';
import { type Writer } from './writer';

/** Growth between two cycles, by competency. */
export function growthSection(writer: Writer, { growth }: NoteFacts): readonly Block[] {
  const heading = writer.heading(2, { code: 'note.growth' });
  const [all, ...rows] = growth.rows;
  if (all === undefined) return [heading, writer.words({ code: 'note.growth.none' })];
  return [
    heading,
    writer.fact(
      {
        code: 'note.growth.all',
        fields: {
          people: all.people,
          closed: all.closed,
          toSurplus: all.toSurplus,
          remained: all.remained,
          appeared: all.appeared,
          ...(all.before === undefined || all.after === undefined || all.gain === undefined
            ? {}
            : { known: 1, before: all.before, after: all.after, gain: all.gain }),
          verdict: all.verdict,
        },
      },
      growth,
    ),
    ...(rows.length === 0
      ? []
      : writer.table(
          { code: 'note.table.growth' },
          [
            { code: 'note.head.competency' },
            { code: 'note.head.both' },
            { code: 'note.head.was' },
            { code: 'note.head.became' },
            { code: 'note.head.growth' },
            { code: 'note.head.closed' },
            { code: 'note.head.verdict' },
          ],
          rows.map(({ title, people, before, after, gain, closed, verdict }) => [
            capital(title),
            people,
            before,
            after,
            gain,
            closed,
            verdict,
          ]),
          [122, 56, 42, 46, 54, 54, 76],
          growth,
        )),
  ];
}

/** Whether the model of mobile groups works, criterion by criterion. */
export function evaluationSection(writer: Writer, { evaluation }: NoteFacts): readonly Block[] {
  const heading = writer.heading(2, { code: 'note.evaluation' });
  const { rows, conclusion, why } = evaluation;
  if (rows.length === 0) return [heading, writer.words({ code: 'note.evaluation.none' })];
  return [
    heading,
    ...(conclusion === ''
      ? []
      : [writer.fact({ code: 'note.evaluation.conclusion', fields: { conclusion, why } }, evaluation)]),
    ...writer.table(
      { code: 'note.table.evaluation' },
      [
        { code: 'note.head.criterion' },
        { code: 'note.head.value' },
        { code: 'note.head.threshold' },
        { code: 'note.head.grade' },
        { code: 'note.head.origin' },
      ],
      rows.map(({ title, value, threshold, grade, origin }) => [title, value, threshold, grade, origin]),
      [95, 80, 80, 55, 140],
      evaluation,
    ),
  ];
}

// «Перспективы»: what the numbers ask to be done next. Each item follows from a fact; without facts there is no item.
import type { Block, Inline } from '../document/document';
import type { NoteFacts, UncoveredReason } from './facts';
import { percent, type Writer } from './writer';

/** Measures and indicators named one by one; the rest is in the sheets. */
const MOST = 8;

/** Tasks for the next cycle, then the plan's next measures. */
export function prospectsSection(writer: Writer, facts: NoteFacts): readonly Block[] {
  const tasks = tasksOf(writer, facts);
  const { plan } = facts;
  return [
    writer.heading(1, { code: 'note.prospects' }),
    ...(tasks.length === 0
      ? [writer.words({ code: 'note.prospects.none' })]
      : [writer.words({ code: 'note.prospects.tasks' }), ...writer.list(tasks, true)]),
    ...(plan.next.length === 0
      ? []
      : writer.table(
          { code: 'note.table.next' },
          [{ code: 'note.head.measure' }, { code: 'note.head.due' }],
          plan.next
            .slice(0, MOST)
            .map(({ title, due }) => [title, writer.say({ code: 'note.cell.date', fields: { date: due } })]),
          [350, 100],
          plan,
        )),
  ];
}

function tasksOf(writer: Writer, facts: NoteFacts): readonly Inline[] {
  const { uncovered, indicators, plan, resources, growth, evaluation, competencies } = facts;
  const left = new Map<UncoveredReason, number>();
  for (const { reasons } of uncovered.rows)
    for (const { reason, count } of reasons) left.set(reason, (left.get(reason) ?? 0) + count);
  return [
    ...[...left].map(([reason, count]) => writer.stated({ code: `note.task.${reason}`, fields: { count } }, uncovered)),
    ...indicators.rows
      .filter(({ standing }) => standing === 'missed' || standing === 'open')
      .slice(0, MOST)
      .map(({ title, target, fact, advice }) =>
        writer.stated(
          {
            code: 'note.task.indicator',
            fields: {
              title,
              target: percent(target),
              ...(fact === undefined ? {} : { known: 1, fact: percent(fact) }),
              advice,
            },
          },
          indicators,
        ),
      ),
    ...plan.overdue
      .slice(0, MOST)
      .map(({ title, due }) => writer.stated({ code: 'note.task.overdue', fields: { title, due } }, plan)),
    ...(plan.overdue.length > MOST
      ? [writer.stated({ code: 'note.task.overdue.more', fields: { count: plan.overdue.length - MOST } }, plan)]
      : []),
    ...(resources.people.silent > 0
      ? [
          writer.stated(
            { code: 'note.task.silent', fields: { silent: resources.people.silent } },
            { sources: resources.people.sources },
          ),
        ]
      : []),
    ...(resources.bank.accepted > 0 && resources.bank.without.length > 0
      ? [
          writer.stated(
            { code: 'note.task.bank', fields: { titles: resources.bank.without } },
            { sources: resources.bank.sources },
          ),
        ]
      : []),
    ...evaluation.rows
      .filter(({ advice }) => advice !== '')
      .slice(0, MOST)
      .map(({ title, advice }) =>
        writer.stated({ code: 'note.task.evaluation', fields: { title, advice } }, evaluation),
      ),
    ...(growth.rows.length === 0 && competencies.rows.some(({ answered }) => answered > 0)
      ? [writer.say({ code: 'note.task.cycle' })]
      : []),
  ];
}

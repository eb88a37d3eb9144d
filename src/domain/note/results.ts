// «Итоги»: what was found, who learned with whom, what came of it against the plan.
import type { Block } from '../document/document';
import type { CompetencyFact, FeedbackSide, NoteFacts } from './facts';
import { percent, shareOf, small, type Writer } from './writer';

/** Needs by competency, deficits and surpluses. */
export function needsSection(writer: Writer, { surveys, competencies, teachers }: NoteFacts): readonly Block[] {
  const { rows } = competencies;
  const heading = writer.heading(2, { code: 'note.needs' });
  const asked = writer.list(
    surveys.map(({ title, answered, sources }) =>
      writer.stated(
        {
          code: 'note.survey',
          fields: { title, have: answered.have, of: answered.of, share: percent(shareOf(answered.have, answered.of)) },
        },
        { sources },
      ),
    ),
  );
  if (rows.length === 0) return [heading, ...asked, writer.words({ code: 'note.needs.none' })];
  const chosen = rows.some(({ needs }) => needs > 0);
  const assessed = rows.some(({ answered }) => answered > 0);
  return [
    heading,
    ...(asked.length > 0 ? asked : [writer.words({ code: 'note.surveys.none' })]),
    ...(chosen
      ? writer.chart(
          {
            caption: { code: 'note.chart.needs' },
            label: { code: 'note.head.competency' },
            columns: [{ head: { code: 'note.head.needs' }, fill: 'blue' }],
            rows: byNumber(rows, 'needs')
              .filter(({ needs }) => needs > 0)
              .map(({ title, needs, needsShare }) => ({
                label: capital(title),
                bars: [{ share: needsShare, text: writer.counted(needs, needsShare) }],
              })),
          },
          competencies,
        )
      : [writer.words({ code: 'note.chart.needs.none' })]),
    ...(assessed
      ? [
          ...writer.chart(
            {
              caption: { code: 'note.chart.deficits' },
              label: { code: 'note.head.competency' },
              columns: [
                { head: { code: 'note.head.deficits' }, fill: 'orange' },
                { head: { code: 'note.head.surpluses' }, fill: 'green' },
              ],
              rows: byNumber(rows, 'deficits').map((row) => ({
                label: capital(row.title),
                bars: [
                  { share: row.deficitsShare, text: writer.counted(row.deficits, row.deficitsShare) },
                  { share: row.surplusesShare, text: writer.counted(row.surpluses, row.surplusesShare) },
                ],
              })),
            },
            competencies,
          ),
          writer.fact({ code: 'note.shares', fields: { teachers } }, competencies),
          ...writer.table(
            { code: 'note.table.levels' },
            [
              { code: 'note.head.competency' },
              { code: 'note.head.answered' },
              { code: 'note.head.wants' },
              { code: 'note.head.checks' },
              { code: 'note.head.consultants' },
            ],
            rows.map((row) => [capital(row.title), row.answered, row.wants, row.checks, row.consultants]),
            [178, 58, 58, 78, 78],
            competencies,
          ),
        ]
      : [writer.words({ code: 'note.self.none' })]),
  ];
}

/** Groups by competency, sessions, deficits that no group has taken. */
export function groupsSection(writer: Writer, facts: NoteFacts): readonly Block[] {
  const { groups, modules, uncovered } = facts;
  const heading = writer.heading(2, { code: 'note.groups' });
  if (groups.rows.length === 0) return [heading, writer.words({ code: 'note.groups.none' })];
  const count = groups.rows.reduce((sum, row) => sum + row.groups, 0);
  const { covered } = groups;
  const sessions = modules.held + modules.invited + modules.draft;
  return [
    heading,
    writer.fact(
      {
        code: 'note.groups.people',
        fields: {
          groups: count,
          people: groups.people,
          teachers: facts.teachers,
          share: percent(shareOf(groups.people, facts.teachers)),
          consultants: groups.consultants,
          consultees: groups.consultees,
          mixed: groups.mixed,
        },
      },
      groups,
    ),
    ...(covered.of === 0
      ? []
      : [
          writer.fact(
            {
              code: 'note.groups.covered',
              fields: { have: covered.have, of: covered.of, share: percent(shareOf(covered.have, covered.of)) },
            },
            { sources: groups.coveredSources },
          ),
        ]),
    ...writer.table(
      { code: 'note.table.groups' },
      [
        { code: 'note.head.competency' },
        { code: 'note.head.groups' },
        { code: 'note.head.leading' },
        { code: 'note.head.learning' },
        { code: 'note.head.held' },
      ],
      groups.rows.map((row) => [capital(row.title), row.groups, row.consultants, row.consultees, row.held]),
      [178, 50, 78, 72, 72],
      { sources: [...groups.sources, ...modules.sources] },
    ),
    ...(sessions === 0
      ? [writer.words({ code: 'note.modules.none' })]
      : [
          writer.fact(
            {
              code: 'note.modules',
              fields: { sessions, held: modules.held, invited: modules.invited, cancelled: modules.cancelled },
            },
            modules,
          ),
        ]),
    ...(modules.came.of === 0
      ? []
      : [
          writer.fact(
            {
              code: 'note.modules.came',
              fields: {
                have: modules.came.have,
                of: modules.came.of,
                share: percent(shareOf(modules.came.have, modules.came.of)),
              },
            },
            modules,
          ),
        ]),
    ...(modules.accepted.of === 0
      ? []
      : [
          writer.fact(
            {
              code: 'note.modules.accepted',
              fields: {
                have: modules.accepted.have,
                of: modules.accepted.of,
                share: percent(shareOf(modules.accepted.have, modules.accepted.of)),
              },
            },
            modules,
          ),
        ]),
    ...(uncovered.rows.length === 0
      ? []
      : writer.table(
          { code: 'note.table.uncovered' },
          [{ code: 'note.head.competency' }, { code: 'note.head.uncovered' }, { code: 'note.head.reasons' }],
          uncovered.rows.map(({ title, count: left, reasons }) => [
            capital(title),
            left,
            reasons
              .map(({ reason, count: many }) => writer.say({ code: `note.reason.${reason}`, fields: { count: many } }))
              .join('; '),
          ]),
          [178, 72, 200],
          uncovered,
        )),
  ];
}

/** Both sides on the sessions. */
export function feedbackSection(writer: Writer, { feedback }: NoteFacts): readonly Block[] {
  const heading = writer.heading(2, { code: 'note.feedback' });
  const asked = feedback.sides.filter(({ received }) => received.of > 0);
  if (asked.every(({ received }) => received.have === 0))
    return [heading, writer.words({ code: 'note.feedback.none' })];
  const gain = (side: FeedbackSide): number | undefined =>
    side.before === undefined || side.now === undefined ? undefined : side.now - side.before;
  return [
    heading,
    ...writer.table(
      { code: 'note.table.feedback' },
      [
        { code: 'note.head.side' },
        { code: 'note.head.received' },
        { code: 'note.head.index' },
        { code: 'note.head.before' },
        { code: 'note.head.now' },
        { code: 'note.head.gain' },
      ],
      asked.map((side) => [
        writer.say({ code: side.side === 'consultant' ? 'note.side.consultant' : 'note.side.consultee' }),
        writer.say({ code: 'note.cell.of', fields: { have: side.received.have, of: side.received.of } }),
        side.index,
        side.before,
        side.now,
        gain(side),
      ]),
      [120, 70, 80, 60, 60, 60],
      feedback,
    ),
    ...(feedback.hidden > 0
      ? [writer.fact({ code: 'note.feedback.hidden', fields: { rows: feedback.hidden } }, feedback)]
      : []),
  ];
}

/** Plan and fact of the programme's indicators. */
export function indicatorsSection(writer: Writer, { indicators }: NoteFacts): readonly Block[] {
  const { rows, counted } = indicators;
  const heading = writer.heading(2, { code: 'note.indicators' });
  if (rows.length === 0) return [heading, writer.words({ code: 'note.indicators.none' })];
  const origins = rows.filter(({ fact, origin }) => fact !== undefined && origin !== '');
  return [
    heading,
    ...(counted === '' ? [] : [writer.fact({ code: 'note.indicators.counted', fields: { counted } }, indicators)]),
    ...writer.chart(
      {
        caption: { code: 'note.chart.indicators' },
        ofWhole: true,
        label: { code: 'note.head.indicator' },
        columns: [
          { head: { code: 'note.head.target' }, fill: 'grey' },
          { head: { code: 'note.head.fact' }, fill: 'blue' },
        ],
        rows: rows.map(({ title, target, fact }) => ({
          label: title,
          bars: [
            { share: target, text: writer.share(target) },
            fact === undefined ? undefined : { share: fact, text: writer.share(fact) },
          ],
        })),
      },
      indicators,
    ),
    ...writer.table(
      { code: 'note.table.indicators' },
      [
        { code: 'note.head.indicator' },
        { code: 'note.head.due' },
        { code: 'note.head.plan' },
        { code: 'note.head.forecast' },
        { code: 'note.head.verdict' },
      ],
      rows.map(({ title, due, plan, forecast, verdict }) => [
        title,
        due === '' ? '' : writer.say({ code: 'note.cell.date', fields: { date: due } }),
        writer.share(plan),
        writer.share(forecast),
        verdict,
      ]),
      [160, 62, 68, 68, 92],
      indicators,
    ),
    ...(origins.length === 0
      ? []
      : [
          writer.words({ code: 'note.indicators.origins' }),
          ...writer.list(origins.map(({ title, origin }) => small(`${title}: ${origin}`))),
        ]),
  ];
}

/** Routes and the programme's plan: how far the work has come. */
export function workSection(writer: Writer, { routes, plan }: NoteFacts): readonly Block[] {
  const { teachers, items, confirmed, done, doing, planned, cancelled } = routes;
  return [
    writer.heading(2, { code: 'note.routes' }),
    items === 0
      ? writer.words({ code: 'note.routes.none' })
      : writer.fact(
          { code: 'note.routes.states', fields: { teachers, items, confirmed, done, doing, planned, cancelled } },
          routes,
        ),
    writer.heading(2, { code: 'note.plan' }),
    plan.measures === 0
      ? writer.words({ code: 'note.plan.none' })
      : writer.fact(
          {
            code: 'note.plan.states',
            fields: {
              measures: plan.measures,
              done: plan.done,
              share: percent(shareOf(plan.done, plan.measures)),
              overdue: plan.overdue.length,
            },
          },
          plan,
        ),
  ];
}

/** Competencies are named in the middle of a sentence; here they begin a cell. */
export const capital = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);

/** The greatest first; those of one number stay in the order of the framework. */
function byNumber(rows: readonly CompetencyFact[], key: 'needs' | 'deficits'): readonly CompetencyFact[] {
  return [...rows].sort((a, b) => b[key] - a[key]);
}

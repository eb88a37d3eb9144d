// «Опубликовать пары и сообщества»: checks the drafts as the director left them and fixes them; nothing is sent.
import { readWishes, type Wishes } from '../../domain/grouping/wishes';
import type { Outcome, Problem } from '../../domain/message';
import { foldText } from '../../domain/staff/normalise';
import { COMMUNITIES, MASTERY, PAIRS, TEAM_KINDS, WISHES } from '../../workbook/tables';
import type { Table } from '../../workbook/schema';
import { type Action, finished, textsOf } from '../action';
import { type Context, loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import { codesIn, isDraft, rowsOfCycle, TEAM_TABLES, type TeamRow } from './load';

type Kind = keyof typeof TEAM_KINDS;
const KINDS = Object.keys(TEAM_KINDS) as Kind[];
const TABLE_OF: Readonly<Record<Kind, Table>> = { pairs: PAIRS, communities: COMMUNITIES, mastery: MASTERY };

interface Drafts {
  readonly kind: Kind;
  readonly rows: readonly TeamRow[];
  /** Who of them takes no part by the staff list. */
  readonly absent: readonly string[];
  /** Of the current cycle, as rows without any are. */
  readonly context: Context;
}

export const publishTeams: Action<{ readonly kinds: readonly Kind[] }, never> = {
  id: 'publishTeams',
  anyAccount: true,

  fields: () => [
    { name: 'kinds', kind: 'choices', options: KINDS.map((kind) => ({ value: kind, label: TABLE_OF[kind].title })) },
  ],

  read(ports, raw) {
    const missing = notSetUp(ports, ...TEAM_TABLES);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const chosen = textsOf(raw, 'kinds', KINDS.length);
    if (chosen === undefined || chosen.some((kind) => !KINDS.includes(kind as Kind)))
      return { ok: false, problems: [{ code: 'rpc.malformed' }] };
    return { ok: true, value: { kinds: chosen.length === 0 ? KINDS : KINDS.filter((kind) => chosen.includes(kind)) } };
  },

  preview(ports, { kinds }) {
    const drafts = checkedDrafts(ports, kinds);
    if (!drafts.ok) return drafts;
    const rows = drafts.value.reduce((sum, one) => sum + one.rows.length, 0);
    const absent = [...new Set(drafts.value.flatMap((one) => one.absent))];
    return {
      ok: true,
      value: {
        lines: [{ code: 'teams.publish.will', fields: { rows } }],
        counts: drafts.value.map((one) => ({
          label: { code: 'teams.count.rows', fields: { table: TABLE_OF[one.kind].title } },
          value: String(one.rows.length),
        })),
        warnings: absent.length === 0 ? [] : [{ code: 'teams.publish.absent', fields: { names: absent } }],
      },
    };
  },

  step(ports, run, { kinds }) {
    const drafts = checkedDrafts(ports, kinds);
    if (!drafts.ok) return { state: 'refused', problems: drafts.problems };
    // The run that published them is the one whose undoing makes them drafts again. It comes first: an attempt that died between the
    // two leaves drafts, which the next one publishes.
    for (const { kind, rows, context } of drafts.value) {
      ports.workbook.patch(
        TABLE_OF[kind],
        rows.map((row) => ({
          $row: row.$row,
          set: {
            run: run.run,
            ...codesIn(row),
            ...namesIn(row, context),
            ...topicIn(row, context),
            ...(row.cycle === '' ? { cycle: context.settings.cycle } : {}),
          },
        })),
      );
      ports.workbook.patch(
        TABLE_OF[kind],
        rows.map(({ $row }) => ({ $row, set: { state: 'published' } })),
      );
    }
    return finished(
      [{ code: 'teams.publish.done', fields: { rows: drafts.value.reduce((sum, one) => sum + one.rows.length, 0) } }],
      drafts.value.map(({ kind }) => ({
        label: { code: 'link.sheet', fields: { table: TABLE_OF[kind].title } },
        url: ports.workbook.linkTo(TABLE_OF[kind]),
      })),
    );
  },
};

/** The drafts of the chosen kinds when they hold together; otherwise every reason why not, with its row. */
function checkedDrafts(ports: Ports, kinds: readonly Kind[]): Outcome<readonly Drafts[]> {
  const context = loadContext(ports);
  if (!context.ok) return context;
  const check: Readonly<Record<Kind, () => readonly Problem[]>> = {
    pairs: () => pairProblems(ports, context.value),
    communities: () => communityProblems(ports, context.value),
    mastery: () => masteryProblems(ports, context.value),
  };
  const problems = kinds.flatMap((kind) => [...ports.workbook.read(TABLE_OF[kind]).problems, ...check[kind]()]);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: kinds.map((kind) => {
      const rows = rowsOfCycle(ports, context.value, TABLE_OF[kind]).filter(isDraft);
      return { kind, rows, absent: absentIn(context.value, rows), context: context.value };
    }),
  };
}

/** Names of those who stand in the rows though the staff list says that they take no part. */
const absentIn = ({ staff }: Context, rows: readonly TeamRow[]): readonly string[] =>
  rows
    .flatMap((row) => Object.values(codesIn(row)))
    .flatMap((code) => {
      const teacher = staff.byCode.get(code);
      return teacher?.included === false ? [teacher.name] : [];
    });

/** A code that nobody on the staff list has. */
function stranger(context: Context, table: Table, row: number, teacher: string): readonly Problem[] {
  return context.staff.byCode.has(teacher)
    ? []
    : [{ code: 'teams.bad.person', fields: { table: table.title, row, teacher } }];
}

function pairProblems(ports: Ports, context: Context): readonly Problem[] {
  const all = rowsOfCycle(ports, context, PAIRS);
  const wishes = wishesOf(ports, context);
  const taught = new Set(all.filter((row) => !isDraft(row)).map(({ trainee }) => trainee));
  return all.filter(isDraft).flatMap(({ $row: row, pair, mentor, trainee, competencies }): readonly Problem[] => {
    const twice = taught.has(trainee);
    taught.add(trainee);
    const fields = { row, pair };
    return [
      ...stranger(context, PAIRS, row, mentor),
      ...stranger(context, PAIRS, row, trainee),
      ...(mentor === trainee ? [{ code: 'pairs.bad.self', fields }] : []),
      ...(twice ? [{ code: 'pairs.bad.twice', fields: { ...fields, name: nameOf(context, trainee) } }] : []),
      ...(wishes.forbids(mentor, trainee)
        ? [{ code: 'pairs.bad.forbidden', fields }]
        : named(context, competencies)
            .filter(({ id }) => wishes.forbids(mentor, trainee, id))
            .map(({ title }) => ({ code: 'pairs.bad.topic', fields: { ...fields, title } }))),
    ];
  });
}

/** The competencies that a list names, by title or code, however they were typed. */
function named({ competencies }: Context, list: readonly string[]): Context['competencies'] {
  const folded = new Set(list.map(foldText));
  return competencies.filter(({ id, title }) => folded.has(foldText(title)) || folded.has(foldText(id)));
}

const wishesOf = (ports: Ports, { staff, competencies }: Context): Wishes =>
  readWishes(ports.workbook.read(WISHES).rows, staff.all, competencies).wishes;

function communityProblems(ports: Ports, context: Context): readonly Problem[] {
  const all = rowsOfCycle(ports, context, COMMUNITIES);
  const placed = new Set(all.filter((row) => !isDraft(row)).map(({ teacher }) => teacher));
  const drafted = new Set(all.filter(isDraft).map(({ community }) => community));
  const wishes = wishesOf(ports, context);
  const problems: Problem[] = [];
  for (const { $row: row, community, competency, teacher } of all.filter(isDraft)) {
    problems.push(...stranger(context, COMMUNITIES, row, teacher));
    if (!context.competencies.some(({ id }) => id === competency))
      problems.push({ code: 'communities.bad.competency', fields: { row, community, found: competency } });
    if (placed.has(teacher))
      problems.push({ code: 'communities.bad.twice', fields: { row, community, name: nameOf(context, teacher) } });
    placed.add(teacher);
  }
  // A newcomer joins those who are published already.
  for (const community of drafted) {
    const members = all.filter((one) => one.community === community);
    const fields = { row: members[0]?.$row ?? 0, community };
    const tutors = members.filter(({ role }) => role === 'tutor').length;
    if (tutors !== 1) problems.push({ code: 'communities.bad.tutors', fields: { ...fields, tutors } });
    if (members.length < 2) problems.push({ code: 'communities.bad.alone', fields });
    if (new Set(members.map(({ competency }) => competency)).size > 1)
      problems.push({ code: 'communities.bad.mixed', fields });
    members.forEach((one, index) => {
      for (const other of members.slice(index + 1))
        if (wishes.forbids(one.teacher, other.teacher, one.competency))
          problems.push({
            code: 'communities.bad.forbidden',
            fields: { ...fields, one: nameOf(context, one.teacher), other: nameOf(context, other.teacher) },
          });
    });
  }
  return problems;
}

function masteryProblems(ports: Ports, context: Context): readonly Problem[] {
  const all = rowsOfCycle(ports, context, MASTERY);
  const placed = new Set(all.filter((row) => !isDraft(row)).map(({ teacher }) => teacher));
  return all.filter(isDraft).flatMap(({ $row: row, teacher }): readonly Problem[] => {
    const twice = placed.has(teacher);
    placed.add(teacher);
    return [
      ...stranger(context, MASTERY, row, teacher),
      ...(twice ? [{ code: 'mastery.bad.twice', fields: { row, name: nameOf(context, teacher) } }] : []),
    ];
  });
}

const nameOf = ({ staff }: Context, code: string): string => staff.byCode.get(code)?.name ?? code;

/** The names that go with a row's codes, by column: whoever changes a code need not change the name. */
const namesIn = (row: object, context: Context): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(codesIn(row)).map(([column, code]) => [
      column === 'teacher' ? 'name' : `${column}Name`,
      nameOf(context, code),
    ]),
  );

/** The topic of a community's row, its code spelled as the framework does and its title beside it. */
function topicIn(row: object, { competencies }: Context): { readonly competency?: string; readonly title?: string } {
  const { competency } = row as { readonly competency?: string };
  const known = competencies.find(({ id }) => id === competency);
  return known === undefined ? {} : { competency: known.id, title: known.title };
}

// Do drafts of pairs, communities and levels hold together as somebody has left them? Every reason why not, with its row.
import type { Message, Outcome, Problem } from '../../domain/message';
import { uniqueBy } from '../../domain/identity/identify';
import { foldText } from '../../domain/staff/normalise';
import { fullNameOf } from '../../domain/staff/teacher';
import { COMMUNITIES, MASTERY, PAIRS } from '../../workbook/tables';
import type { Table } from '../../workbook/schema';
import { type Context, loadContext } from '../context';
import type { Ports } from '../ports';
import { writtenIn } from './by-hand';
import {
  codesIn,
  competenciesNamed,
  faultsOf,
  isDraft,
  loadWishes,
  namesIn,
  rowsOfCycle,
  TABLE_OF,
  type TeamKind,
  type TeamRow,
} from './load';

export interface Drafts {
  readonly kind: TeamKind;
  readonly rows: readonly TeamRow[];
}

export interface Checked {
  /** Of the current cycle, as rows without any are. */
  readonly context: Context;
  readonly drafts: readonly Drafts[];
  /** What somebody should look at before publishing them. */
  readonly warnings: readonly Message[];
}

/** The drafts of the chosen kinds when they hold together; otherwise every reason why not, with its row. */
export function checkedDrafts(ports: Ports, kinds: readonly TeamKind[]): Outcome<Checked> {
  const context = loadContext(ports);
  if (!context.ok) return context;
  const check: Readonly<Record<TeamKind, () => readonly Problem[]>> = {
    pairs: () => pairProblems(ports, context.value),
    communities: () => communityProblems(ports, context.value),
    mastery: () => masteryProblems(ports, context.value),
  };
  const problems = kinds.flatMap((kind) => [...faultsOf(ports, context.value, TABLE_OF[kind]), ...check[kind]()]);
  if (problems.length > 0) return { ok: false, problems };
  const drafts = kinds.map((kind) => ({
    kind,
    rows: rowsOfCycle(ports, context.value, TABLE_OF[kind]).filter(isDraft),
  }));
  // Levels of mastery know no wishes.
  const wishes = kinds.every((kind) => kind === 'mastery') ? [] : loadWishes(ports, context.value).problems;
  const typed = drafts.flatMap(({ kind, rows }) => namesTyped(context.value, TABLE_OF[kind], rows));
  const absent = absentIn(
    context.value,
    drafts.flatMap(({ rows }) => rows),
  );
  return { ok: true, value: { context: context.value, drafts, warnings: [...wishes, ...typed, ...absent] } };
}

/** That people stand in the rows who take no part by the staff list. */
function absentIn({ staff }: Context, rows: readonly TeamRow[]): readonly Message[] {
  const names = rows
    .flatMap((row) => Object.values(codesIn(row)))
    .flatMap((code) => {
      const teacher = staff.byCode.get(code);
      return teacher?.included === false ? [teacher.name] : [];
    });
  return names.length === 0 ? [] : [{ code: 'teams.publish.absent', fields: { names: [...new Set(names)] } }];
}

/** Of a name that nobody on the staff list has: did the person have it before? Then the other names begin as they do now. */
function isFormerName(found: string, name: string): boolean {
  const initials = (text: string): string => {
    const [, ...others] = text.split(/[\s.]+/).filter((word) => word !== '');
    return foldText(others.map((word) => word.slice(0, 1)).join(' '));
  };
  return initials(found) !== '' && initials(found) === initials(name);
}

/** Names of somebody else than the code says, where the code was not changed: perhaps it was forgotten. */
function namesTyped(context: Context, table: Table, rows: readonly TeamRow[]): readonly Message[] {
  const codes = uniqueBy(context.staff.all, (teacher) => foldText(fullNameOf(teacher)));
  const known = new Set(context.staff.all.map((teacher) => foldText(fullNameOf(teacher))));
  return rows.flatMap((row) => {
    const cells = row as unknown as Readonly<Record<string, unknown>>;
    const written = writtenIn(row);
    return Object.entries(codesIn(row)).flatMap(([column, code]): Message[] => {
      const [title, name = ''] = Object.entries(namesIn({ [column]: code }, context))[0] ?? [];
      const found = String(cells[title ?? ''] ?? '');
      if (found === '' || foldText(found) === foldText(name) || (written?.[column] ?? code) !== code) return [];
      const other = codes.get(foldText(found))?.code ?? '';
      if (!known.has(foldText(found)) && isFormerName(found, name)) return [];
      return [
        {
          code: 'teams.publish.name',
          fields: { table: table.title, row: row.$row, found, teacher: code, name, other },
        },
      ];
    });
  });
}

/** A code that nobody on the staff list has. */
function stranger(context: Context, table: Table, row: number, teacher: string): readonly Problem[] {
  return context.staff.byCode.has(teacher)
    ? []
    : [{ code: 'teams.bad.person', fields: { table: table.title, row, teacher } }];
}

function pairProblems(ports: Ports, context: Context): readonly Problem[] {
  const all = rowsOfCycle(ports, context, PAIRS);
  const wishes = loadWishes(ports, context).wishes;
  const taught = new Set(all.filter((row) => !isDraft(row)).map(({ trainee }) => trainee));
  // Which row has a number: a published one, else the first.
  const numbers = new Map<string, number>();
  for (const { pair, $row } of [...all.filter((row) => !isDraft(row)), ...all])
    if (!numbers.has(pair)) numbers.set(pair, $row);
  return all.filter(isDraft).flatMap(({ $row: row, pair, mentor, trainee, competencies }): readonly Problem[] => {
    const twice = taught.has(trainee);
    taught.add(trainee);
    const fields = { row, pair };
    const other = numbers.get(pair) ?? row;
    return [
      ...stranger(context, PAIRS, row, mentor),
      ...stranger(context, PAIRS, row, trainee),
      ...(mentor === trainee ? [{ code: 'pairs.bad.self', fields }] : []),
      ...(twice ? [{ code: 'pairs.bad.twice', fields: { ...fields, name: nameOf(context, trainee) } }] : []),
      ...(other === row ? [] : [{ code: 'pairs.bad.number', fields: { ...fields, other } }]),
      ...(wishes.forbids(mentor, trainee)
        ? [{ code: 'pairs.bad.forbidden', fields }]
        : competenciesNamed(context, competencies)
            .filter(({ id }) => wishes.forbids(mentor, trainee, id))
            .map(({ title }) => ({ code: 'pairs.bad.topic', fields: { ...fields, title } }))),
    ];
  });
}

function communityProblems(ports: Ports, context: Context): readonly Problem[] {
  const all = rowsOfCycle(ports, context, COMMUNITIES);
  const placed = new Set(all.filter((row) => !isDraft(row)).map(({ teacher }) => teacher));
  const drafted = new Set(all.filter(isDraft).map(({ community }) => community));
  const wishes = loadWishes(ports, context).wishes;
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

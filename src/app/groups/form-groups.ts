// «Сформировать группы»: consultants with a surplus and consultees with a deficit, across subjects, with a time they share.
import type { Adviser } from '../../domain/grouping/advice';
import type { GroupingProblem, GroupingSolution } from '../../domain/grouping/problem';
import type { Message, Outcome } from '../../domain/message';
import type { Row, Table, Unread } from '../../workbook/schema';
import { GROUP_CHANGES, GROUPS, MODULES, OVERVIEW, PROGRAMMES, SURVEYS, UNCOVERED } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import type { Profiles } from '../answers/profiles';
import { notSetUp } from '../context';
import type { Ports, TableData } from '../ports';
import { surveyKey } from '../surveys/plan';
import { named, writeExplained } from './explained';
import { recordChange } from './changes';
import { standingGroups, type StandingGroup } from './read';
import { loadSituation, planOf, type Situation } from './situation';

/** Sentences of one kind shown at once; the sheets have them all. */
const MOST_LINES = 10;

/** What the drafts were last formed from, and the bound found then: without anything new they are not formed again. */
const FORMED = 'formed';

interface Draft {
  readonly situation: Situation;
  readonly problem: GroupingProblem;
  readonly solution: GroupingSolution;
  readonly adviser: Adviser;
  /** Groups that stay as they are: published or pinned. */
  readonly kept: readonly StandingGroup[];
  /** Draft groups that the new ones replace. */
  readonly dropped: readonly StandingGroup[];
  readonly groups: readonly { readonly id: string; readonly group: GroupingSolution['groups'][number] }[];
  /** What is different from the drafts there were, and why. */
  readonly changes: readonly Message[];
  /** What the director should know besides: how good the groups are, open wishes, weak points. */
  readonly remarks: readonly Message[];
}

export const formGroups: Action<Record<string, never>, never> = {
  id: 'formGroups',
  anyAccount: true,
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const draft = draftGroups(ports);
    if (!draft.ok) return draft;
    const { groups, solution, kept, dropped, situation, changes, remarks } = draft.value;
    const first = groups[0];
    return {
      ok: true,
      value: {
        lines: [
          { code: 'groups.will', fields: { groups: groups.length, kept: kept.length } },
          ...(dropped.length > 0 ? [{ code: 'groups.replaces', fields: { groups: dropped.length } }] : []),
          ...changes.slice(0, MOST_LINES),
        ],
        counts: [
          { label: { code: 'groups.count.groups' }, value: String(groups.length) },
          {
            label: { code: 'groups.count.covered' },
            value: String(groups.reduce((sum, { group }) => sum + group.members.length, 0)),
          },
          { label: { code: 'groups.count.uncovered' }, value: String(solution.unserved.length) },
        ],
        ...(first === undefined
          ? {}
          : {
              example: {
                kind: 'text' as const,
                title: situation.naming.title(first.group.competency),
                body: [...first.group.consultants, ...first.group.members].map(situation.naming.person).join('\n'),
              },
            }),
        warnings: [...remarks.slice(0, MOST_LINES), ...situation.problems.slice(0, MOST_LINES)],
      },
    };
  },

  step(ports, run) {
    const outcome = draftGroups(ports);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    const { situation, adviser, groups, solution, dropped, changes, remarks } = outcome.value;
    const { context } = situation.profiles;
    // First, because it is told from the drafts as they still are.
    if (changes.length > 0) {
      recordChange(ports, context, run.run, {
        groups: [...new Set([...dropped, ...groups].map(({ id }) => id))],
        what: changes.map((change) => ports.words.say(change)).join('\n'),
        why: ports.words.say({ code: 'groups.reformed' }),
      });
    }
    ports.workbook.remove(
      GROUPS,
      dropped.flatMap(({ rows }) => rows.map(({ $row }) => $row)),
    );
    ports.workbook.append(
      GROUPS,
      groups.flatMap(({ id, group }) => rowsOf(ports, situation, adviser, id, group, run.run)),
    );
    writeExplained(ports, situation, adviser, standingGroups(ports, context));
    remember(ports, situation, solution.bound);
    return finished(
      [
        {
          code: 'groups.done',
          fields: {
            groups: groups.length,
            people: groups.reduce((sum, { group }) => sum + group.members.length, 0),
            uncovered: solution.unserved.length,
          },
        },
        ...changes.slice(0, MOST_LINES),
        ...remarks.slice(0, MOST_LINES),
        { code: 'groups.next' },
      ],
      [GROUPS, OVERVIEW, UNCOVERED].map((table) => ({
        label: { code: 'link.sheet', fields: { table: table.title } },
        url: ports.workbook.linkTo(table),
      })),
    );
  },
};

/** The groups that would be formed now. The same workbook gives the same groups. */
function draftGroups(ports: Ports): Outcome<Draft> {
  const missing = notSetUp(ports, OVERVIEW, GROUP_CHANGES);
  if (missing !== undefined) return { ok: false, problems: [missing] };
  const loaded = loadSituation(ports);
  if (!loaded.ok) return loaded;
  const situation = loaded.value;
  const { standing, slots } = situation;
  const { context } = situation.profiles;
  const kept = standing.filter((group) => group.pinned || group.state !== 'draft');
  const drafts = standing.filter((group) => !kept.includes(group));
  const problem = situation.problem(kept, drafts);
  const solution = bestGroups(ports, situation, problem, drafts);
  const fresh = solution.groups.filter((group) => !standing.some((standingGroup) => isSame(standingGroup, group)));
  // A draft that would be formed again just so stays where it is, with its number.
  const dropped = drafts.filter((draft) => !solution.groups.some((group) => isSame(draft, group)));
  let number = greatestNumber(
    ports,
    context,
    standing.filter((group) => !dropped.includes(group)).map(({ id }) => id),
  );
  const nextId = (): string => `Г-${String(++number).padStart(2, '0')}`;
  const groups = fresh.map((group) => ({ id: nextId(), group }));
  const before = named(ports, drafts, slots);
  const stays = before.filter(({ id }) => !dropped.some((group) => group.id === id));
  const adviser = situation.adviser(problem, solution);
  return {
    ok: true,
    value: {
      situation,
      problem,
      solution,
      adviser,
      kept,
      dropped,
      groups,
      changes:
        drafts.length === 0
          ? []
          : ports
              .planning()
              .differences(
                problem,
                before,
                [...stays, ...groups.map(({ id, group }) => ({ ...group, id }))],
                situation.naming,
              ),
      remarks: [
        adviser.quality(solution),
        ...adviser.openWishes(situation.wishes),
        ...adviser.singlePoints().map(({ message }) => message),
      ],
    },
  };
}

/**
 * Nothing new since the drafts were formed: they stand, so that a second press changes nothing. Otherwise the best groups found; the
 * drafts themselves when nothing better was. The search is bounded by trials, never by the clock: the preview and the run must find
 * the same groups.
 */
function bestGroups(
  ports: Ports,
  situation: Situation,
  problem: GroupingProblem,
  drafts: readonly StandingGroup[],
): GroupingSolution {
  const planning = ports.planning();
  const asTheyStand = [...(problem.locked ?? []), ...(problem.previous ?? [])];
  const standing = { groups: asTheyStand, ...planning.evaluate(problem, asTheyStand) };
  if (drafts.length > 0) {
    const formed = JSON.parse(ports.store.get(FORMED) ?? '{}') as { digest?: string; bound?: number | null };
    if (formed.digest === digestOf(ports, situation)) return { ...standing, bound: formed.bound ?? -Infinity };
  }
  const solution = planning.solve(problem, { seed: 1 });
  const asGood = drafts.length > 0 && standing.broken.length === 0 && standing.cost <= solution.cost;
  return asGood ? { ...standing, bound: solution.bound } : solution;
}

/** Of everything the groups are formed from, and of the drafts themselves. */
function digestOf(ports: Ports, { standing, problem }: Situation): string {
  const kept = standing.filter((group) => group.pinned || group.state !== 'draft');
  const drafts = standing.filter((group) => !kept.includes(group)).map((group) => [group.id, planOf(group)]);
  return ports.sha256(JSON.stringify([problem(kept), drafts]));
}

function remember(ports: Ports, situation: Situation, bound: number): void {
  const standing = standingGroups(ports, situation.profiles.context);
  ports.store.set(FORMED, JSON.stringify({ digest: digestOf(ports, { ...situation, standing }), bound }));
}

/**
 * The greatest group number that this cycle has used. A number is not given again after its rows were deleted: programmes, forms and
 * modules that carry it are about other people.
 */
function greatestNumber(ports: Ports, context: Profiles['context'], standing: readonly string[]): number {
  const { workbook } = ports;
  const agreements = `${surveyKey(context.settings.cycle, 'agreement', '')}/`;
  const afterPrefix = (key: string): string => (key.startsWith(agreements) ? key.slice(agreements.length) : '');
  // A row with a bad cell carries its number all the same.
  const all = <T extends Table>({ rows, unread }: TableData<T>): readonly Unread<Row<T>>[] => [...rows, ...unread];
  const used = [
    ...standing,
    ...all(workbook.read(PROGRAMMES)).map(({ survey = '' }) => afterPrefix(survey)),
    ...all(workbook.read(SURVEYS)).map(({ key = '' }) => afterPrefix(key)),
    ...all(workbook.read(MODULES)).flatMap(({ group = '', cycle }) =>
      cycle === context.settings.cycle ? [group] : [],
    ),
  ];
  return Math.max(0, ...used.map((id) => Number(/^Г-(\d{1,6})$/.exec(id)?.[1] ?? '0')));
}

function isSame(standing: StandingGroup, group: GroupingSolution['groups'][number]): boolean {
  const codes = (teachers: readonly { code: string }[]): string =>
    teachers
      .map(({ code }) => code)
      .sort()
      .join();
  return (
    standing.competency === group.competency &&
    codes(standing.consultants) === [...group.consultants].sort().join() &&
    codes(standing.consultees) === [...group.members].sort().join()
  );
}

function rowsOf(
  ports: Ports,
  { profiles, slots }: Situation,
  adviser: Adviser,
  id: string,
  group: GroupingSolution['groups'][number],
  run: string,
): Row<typeof GROUPS>[] {
  const { context } = profiles;
  const slot = slots[group.slot]?.label ?? '';
  const people = [
    ...group.consultants.map((code) => ({ code, role: 'consultant' as const })),
    ...group.members.map((code) => ({ code, role: 'consultee' as const })),
  ];
  return people.map(({ code, role }) => {
    const teacher = context.staff.byCode.get(code);
    return {
      group: id,
      name: teacher?.name ?? '',
      role,
      competency: group.competency,
      title: context.competencies.find((competency) => competency.id === group.competency)?.title ?? '',
      teacher: code,
      subjects: teacher?.subjects ?? [],
      slot,
      state: 'draft',
      pinned: false,
      reason: ports.words.say(adviser.reasonForMember(group, code)),
      cycle: context.settings.cycle,
      run,
    };
  });
}

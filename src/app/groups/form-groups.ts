// «Сформировать группы»: consultants with a surplus and consultees with a deficit, across subjects, with a time they share.
import { Explainer } from '../../domain/grouping/explain';
import { problemFromProfiles } from '../../domain/grouping/from-profiles';
import type { GroupingSolution } from '../../domain/grouping/solve';
import type { Outcome } from '../../domain/message';
import type { Row, Table, Unread } from '../../workbook/schema';
import { GROUPS, MODULES, PROGRAMMES, SURVEYS, UNCOVERED } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import { loadProfiles, type Profiles } from '../answers/profiles';
import type { Ports, TableData } from '../ports';
import { surveyKey } from '../surveys/plan';
import { slotsOf, standingGroups, type StandingGroup } from './read';

interface Draft {
  readonly profiles: Profiles;
  readonly solution: GroupingSolution;
  readonly explainer: Explainer;
  /** Groups that stay as they are: published or pinned. */
  readonly kept: readonly StandingGroup[];
  /** Draft groups that the new ones replace. */
  readonly dropped: readonly StandingGroup[];
  readonly groups: readonly { readonly id: string; readonly group: GroupingSolution['groups'][number] }[];
}

export const formGroups: Action<Record<string, never>, never> = {
  id: 'formGroups',
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const draft = draftGroups(ports);
    if (!draft.ok) return draft;
    const { groups, solution, kept, dropped, profiles } = draft.value;
    const title = (id: string): string =>
      profiles.context.competencies.find((competency) => competency.id === id)?.title ?? id;
    const first = groups[0];
    const name = (code: string): string => profiles.context.staff.byCode.get(code)?.name ?? code;
    return {
      ok: true,
      value: {
        lines: [
          { code: 'groups.will', fields: { groups: groups.length, kept: kept.length } },
          ...(dropped.length > 0 ? [{ code: 'groups.replaces', fields: { groups: dropped.length } }] : []),
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
                title: title(first.group.competency),
                body: [...first.group.consultants, ...first.group.members].map(name).join('\n'),
              },
            }),
        warnings: profiles.problems.slice(0, 10),
      },
    };
  },

  step(ports, run) {
    const outcome = draftGroups(ports);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    const { profiles, explainer, groups, solution, dropped } = outcome.value;
    ports.workbook.remove(
      GROUPS,
      dropped.flatMap(({ rows }) => rows.map(({ $row }) => $row)),
    );
    ports.workbook.append(
      GROUPS,
      groups.flatMap(({ id, group }) => rowsOf(ports, profiles, explainer, id, group, run.run)),
    );
    ports.workbook.replace(UNCOVERED, uncoveredRows(ports, profiles, explainer));
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
        { code: 'groups.next' },
      ],
      [
        { label: { code: 'link.sheet', fields: { table: GROUPS.title } }, url: ports.workbook.linkTo(GROUPS) },
        { label: { code: 'link.sheet', fields: { table: UNCOVERED.title } }, url: ports.workbook.linkTo(UNCOVERED) },
      ],
    );
  },
};

/** The groups that would be formed now. The same workbook gives the same groups. */
function draftGroups(ports: Ports): Outcome<Draft> {
  const loaded = loadProfiles(ports);
  if (!loaded.ok) return loaded;
  const { context, answers, profiles } = loaded.value;
  if (!profiles.some((profile) => profile.state !== 'unknown'))
    return { ok: false, problems: [{ code: 'groups.noLevels' }] };
  const standing = standingGroups(ports, context);
  const kept = standing.filter((group) => group.pinned || group.state !== 'draft');
  const drafts = standing.filter((group) => !kept.includes(group));
  const { settings } = context;
  const slots = slotsOf(settings);
  const problem = problemFromProfiles({
    profiles,
    teachers: context.staff.included,
    competencies: context.competencies,
    times: Object.fromEntries(
      [...answers.self].map(([code, { times }]) => [
        code,
        times.length === 0 ? undefined : { canSlots: times, preferred: times },
      ]),
    ),
    slots,
    history: [],
    locked: kept.map((group) => ({
      competency: group.competency,
      slot: group.slot,
      consultants: group.consultants.map(({ code }) => code),
      members: group.consultees.map(({ code }) => code),
    })),
    policy: {
      groupLeast: settings.groupLeast,
      groupMost: settings.groupMost,
      perConsultant: settings.perConsultant,
      consultantsMost: settings.consultantsMost,
      groupsPerConsultee: settings.groupsPerConsultee,
      groupsPerConsultant: settings.groupsPerConsultant,
      allowUnconfirmed: settings.allowUnconfirmed,
      onlyWishes: settings.onlyWishes,
    },
  });
  // The search is bounded by trials, never by the clock: the preview and the run, and a second press, must find the same groups.
  const solution = ports.planning().solve(problem, { seed: 1 });
  const fresh = solution.groups.filter((group) => !standing.some((standingGroup) => isSame(standingGroup, group)));
  // A draft that would be formed again just so stays where it is, with its number.
  const dropped = drafts.filter((draft) => !solution.groups.some((group) => isSame(draft, group)));
  let number = greatestNumber(
    ports,
    context,
    standing.filter((group) => !dropped.includes(group)).map(({ id }) => id),
  );
  const nextId = (): string => `Г-${String(++number).padStart(2, '0')}`;
  const explainer = new Explainer({
    problem,
    solution,
    profiles,
    teachers: context.staff.included,
    competencies: context.competencies,
    slots,
  });
  return {
    ok: true,
    value: {
      profiles: loaded.value,
      solution,
      explainer,
      kept,
      dropped,
      groups: fresh.map((group) => ({ id: nextId(), group })),
    },
  };
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
  profiles: Profiles,
  explainer: Explainer,
  id: string,
  group: GroupingSolution['groups'][number],
  run: string,
): Row<typeof GROUPS>[] {
  const { context } = profiles;
  const slot = slotsOf(context.settings)[group.slot]?.label ?? '';
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
      reason: ports.words.say(explainer.reasonForMember(group, code)),
      cycle: context.settings.cycle,
      run,
    };
  });
}

function uncoveredRows(ports: Ports, { context }: Profiles, explainer: Explainer): Row<typeof UNCOVERED>[] {
  return explainer.uncoveredReasons().map(({ teacher, competency, depth, reason, message }) => ({
    teacher,
    name: context.staff.byCode.get(teacher)?.name ?? '',
    competency,
    title: context.competencies.find(({ id }) => id === competency)?.title ?? '',
    depth,
    reason: ports.words.say(message),
    code: reason,
  }));
}

// «Сформировать группы»: consultants with a surplus and consultees with a deficit, across subjects, with a time they share.
import type { Adviser } from '../../domain/grouping/advice';
import type { AppliedEdit, EditedGroup } from '../../domain/grouping/editor';
import type { StandingPlan } from '../../domain/grouping/from-profiles';
import type { GroupingProblem, GroupingSolution } from '../../domain/grouping/problem';
import type { Message, Outcome } from '../../domain/message';
import type { Row, Table, Unread } from '../../workbook/schema';
import {
  GROUP_CHANGES,
  GROUPS,
  MODULES,
  OVERVIEW,
  PROGRAMMES,
  SURVEYS,
  UNCOVERED,
  VARIANTS,
} from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import type { Profiles } from '../answers/profiles';
import { loadSettings, notSetUp } from '../context';
import type { Ports } from '../ports';
import type { TableData } from '../ports/workbook';
import { firstKey, surveyKey } from '../surveys/plan';
import { changesOf, recordChange } from './changes';
import { editedOf, named } from './explained';
import type { StandingGroup } from './read';
import { loadSituation, planOf, type Situation } from './situation';
import { variantsOf } from './variants';
import { explainDrafts, writeApplied } from './write-groups';

/** Sentences of one kind shown at once; the sheets have them all. */
const MOST_LINES = 10;

/** Property with what the drafts were last formed from, and what was proven then: without anything new they are not formed again. */
const FORMED = 'formed';

interface Formed {
  readonly digest?: string;
  /** Of the cost, and of what is left unserved: null when nothing is known. */
  readonly bound?: number | null;
  readonly leastUnserved?: number | null;
}

/** Of everything that will stand: published, pinned and drafts, new or not. */
interface Totals {
  readonly groups: number;
  /** Deficits that a group covers, and those that none does. */
  readonly covered: number;
  readonly uncovered: number;
  /** Drafts that stay as they are. */
  readonly same: number;
}

interface Draft {
  readonly situation: Situation;
  readonly problem: GroupingProblem;
  readonly solution: GroupingSolution;
  readonly adviser: Adviser;
  /** Groups that stay as they are: published or pinned. */
  readonly kept: readonly StandingGroup[];
  /** The new groups, and drafts that meet at another time now. */
  readonly groups: readonly { readonly id: string; readonly group: GroupingSolution['groups'][number] }[];
  /** The drafts that these replace, and these: as the director can take it back. */
  readonly applied: AppliedEdit;
  readonly totals: Totals;
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
    const { groups, kept, applied, situation, changes, remarks, totals } = draft.value;
    const replaced = applied.before.groups;
    const fresh = groups.filter(({ id }) => !replaced.some((one) => one.id === id)).length;
    const drafts = groups.length + totals.same;
    const first = groups[0];
    return {
      ok: true,
      value: {
        lines: [
          ...(fresh > 0 || drafts === 0 ? [{ code: 'groups.will', fields: { groups: fresh } }] : []),
          ...(replaced.length > 0 ? [{ code: 'groups.replaces', fields: { groups: replaced.length } }] : []),
          ...(totals.same > 0 ? [{ code: 'groups.same', fields: { groups: totals.same } }] : []),
          ...(kept.length > 0 ? [{ code: 'groups.kept', fields: { groups: kept.length } }] : []),
          ...changes.slice(0, MOST_LINES),
        ],
        counts: [
          { label: { code: 'groups.count.groups' }, value: String(totals.groups) },
          { label: { code: 'groups.count.covered' }, value: String(totals.covered) },
          { label: { code: 'groups.count.uncovered' }, value: String(totals.uncovered) },
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
    const begun = takenUp(ports, run.run);
    if (begun !== undefined) return begun;
    const outcome = draftGroups(ports);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    const { situation, adviser, groups, applied, changes, remarks, totals } = outcome.value;
    const { context } = situation.profiles;
    // First, because it is told from the drafts as they still are.
    if (changes.length > 0) {
      recordChange(ports, context, run.run, {
        groups: [...new Set([...applied.before.groups, ...applied.after.groups].map(({ id }) => id))],
        what: changes.map((change) => ports.words.say(change)).join('\n'),
        why: ports.words.say({ code: 'groups.reformed' }),
        edit: applied,
      });
    }
    // Before the drafts are written: whoever finds them after an attempt that died is not to look for better ones.
    remember(ports, outcome.value);
    const formed = new Map(groups.map(({ id, group }) => [id, group]));
    writeApplied(ports, situation, applied, 'do', run.run, ({ id }, code) => {
      const group = formed.get(id);
      return group === undefined ? '' : ports.words.say(adviser.reasonForMember(group, code));
    });
    explainDrafts(ports, situation, adviser);
    return ended(ports, [
      {
        code: 'groups.done',
        fields: {
          ...totals,
          same: groups.length + applied.before.groups.length === 0 ? 1 : 0,
          changed: groups.length < totals.groups ? groups.length : 0,
        },
      },
      ...changes.slice(0, MOST_LINES),
      ...remarks.slice(0, MOST_LINES),
    ]);
  },
};

/** A forming that was written down and died: what was decided then is done now. */
function takenUp(ports: Ports, run: string): ReturnType<typeof ended> | undefined {
  const loaded = ports.workbook.has(GROUP_CHANGES) ? loadSettings(ports) : undefined;
  if (loaded?.ok !== true) return undefined;
  const row = changesOf(ports, loaded.value.cycle).find((one) => one.run === run);
  const applied = row === undefined ? undefined : ports.planning().readApplied(row.edit);
  const situation = applied === undefined ? undefined : loadSituation(ports);
  if (row === undefined || applied === undefined || situation?.ok !== true) return undefined;
  writeApplied(ports, situation.value, applied, 'do', run);
  explainDrafts(ports, situation.value);
  return ended(ports, [{ code: 'edit.done', fields: { what: row.what } }]);
}

const ended = (ports: Ports, lines: readonly Message[]): ReturnType<typeof finished> =>
  finished(
    [...lines, { code: 'groups.next' }],
    [GROUPS, OVERVIEW, UNCOVERED].map((table) => ({
      label: { code: 'link.sheet', fields: { table: table.title } },
      url: ports.workbook.linkTo(table),
    })),
  );

/** The groups that would be formed now. The same workbook gives the same groups. */
function draftGroups(ports: Ports): Outcome<Draft> {
  const missing = notSetUp(ports, OVERVIEW, GROUP_CHANGES);
  if (missing !== undefined) return { ok: false, problems: [missing] };
  const loaded = loadSituation(ports);
  if (!loaded.ok) return loaded;
  const situation = loaded.value;
  const { standing, slots } = situation;
  const kept = standing.filter((group) => group.pinned || group.state !== 'draft');
  const drafts = standing.filter((group) => !kept.includes(group));
  const problem = situation.problem(kept, drafts);
  const solution = bestGroups(ports, situation, problem, kept, drafts);
  const same = (standingGroup: StandingGroup, group: GroupingSolution['groups'][number]): boolean =>
    standingGroup.slot === slots[group.slot]?.value &&
    competencyAndPeople(planOf(standingGroup)) === competencyAndPeople(group);
  const fresh = solution.groups.filter((group) => !standing.some((one) => same(one, group)));
  // A draft that would be formed again just so stays where it is.
  const dropped = drafts.filter((draft) => !solution.groups.some((group) => same(draft, group)));
  const groups = numbered(ports, situation, dropped, fresh);
  const before = named(ports, drafts, slots);
  const stays = before.filter(({ id }) => !dropped.some((group) => group.id === id));
  const fixed = named(ports, kept, slots);
  const all = [...fixed, ...stays, ...groups.map(({ id, group }) => ({ ...group, id }))];
  const everything = situation.problem([]);
  const { unserved } = ports.planning().evaluate(everything, all);
  const adviser = situation.adviser(everything, { groups: all, unserved });
  const needs = everything.teachers.reduce((sum, { lvl }) => sum + lvl.replace(/[34]/g, '').length, 0);
  return {
    ok: true,
    value: {
      situation,
      problem,
      solution,
      adviser,
      kept,
      groups,
      applied: {
        edit: { kind: 'form' },
        before: { groups: dropped.map(editedOf), pairs: [] },
        after: {
          groups: groups.map(({ id, group: { competency, slot, consultants, members } }) => ({
            id,
            competency,
            slot: slots[slot]?.value ?? '',
            consultants,
            members,
            pinned: false,
          })),
          pairs: [],
        },
      },
      totals: {
        groups: all.length,
        covered: needs - unserved.length,
        uncovered: unserved.length,
        same: stays.length,
      },
      changes:
        drafts.length === 0
          ? []
          : ports.planning().differences(everything, [...fixed, ...before], all, situation.naming),
      remarks: [
        ...adviser.quality(solution),
        ...leastRemark(situation),
        ...sizeRemark(situation),
        ...adviser.openWishes(situation.wishes),
        ...adviser.singlePoints().map(({ message }) => message),
      ],
    },
  };
}

/** Topics named in one sentence; the rest is counted. */
const MOST_NAMED = 5;

/** That the least size is above the greatest: the least one holds. */
function leastRemark({ profiles }: Situation): readonly Message[] {
  const { groupLeast: least, groupMost: most } = profiles.context.settings;
  return least > most ? [{ code: 'groups.leastAboveMost', fields: { least, most } }] : [];
}

/** That rooms, not the settings, say how large a group may be: of which topics, where it is not so of all. */
function sizeRemark({ bounds, profiles, naming }: Situation): readonly Message[] {
  const all = profiles.context.competencies.filter(({ active }) => active).length;
  // The same number of seats makes the same sizes.
  return bounds
    .filter(({ seats }, n) => bounds.findIndex((other) => other.seats === seats) === n)
    .map(({ seats, none, groupMost, consultantsMost }) => {
      const alike = bounds.filter((other) => other.seats === seats);
      const titles = alike.length === all ? [] : alike.map(({ competency }) => naming.title(competency));
      const fields = {
        ...{ seats, members: groupMost, consultants: consultantsMost },
        ...{ titles: titles.slice(0, MOST_NAMED), more: Math.max(0, titles.length - MOST_NAMED) },
      };
      return { code: none ? 'groups.seats.none' : 'groups.seats', fields };
    });
}

/** A group that goes on under other people or at another time keeps its number; a new one gets the next that nobody had. */
function numbered(
  ports: Ports,
  { standing, slots, profiles }: Situation,
  dropped: readonly StandingGroup[],
  fresh: GroupingSolution['groups'],
): Draft['groups'] {
  const unnamed = fresh.map((group, n) => ({ ...group, id: `new ${String(n).padStart(6, '0')}` }));
  const before = ports.planning().matched(named(ports, dropped, slots), unnamed);
  let number = greatestNumber(
    ports,
    profiles.context,
    standing.map(({ id }) => id),
  );
  return fresh.map((group, n) => {
    const one = unnamed[n];
    const known = one === undefined ? undefined : before.get(one)?.id;
    return { id: known ?? `Г-${String(++number).padStart(2, '0')}`, group };
  });
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
  kept: readonly StandingGroup[],
  drafts: readonly StandingGroup[],
): GroupingSolution {
  const planning = ports.planning();
  const asTheyStand = [...(problem.locked ?? []), ...(problem.previous ?? [])];
  const standing = { groups: asTheyStand, ...planning.evaluate(problem, asTheyStand) };
  if (drafts.length > 0) {
    const formed = JSON.parse(ports.store.get(FORMED) ?? '{}') as Formed;
    if (formed.digest === digestOf(ports, situation.problem(kept), drafts.map(editedOf)))
      return { ...standing, bound: formed.bound ?? -Infinity, leastUnserved: formed.leastUnserved ?? -Infinity };
  }
  const solution = planning.solve(problem, { seed: 1 });
  const asGood = drafts.length > 0 && standing.broken.length === 0 && standing.cost <= solution.cost;
  return asGood ? { ...standing, bound: solution.bound, leastUnserved: solution.leastUnserved } : solution;
}

/** Of everything the groups are formed from, and of the drafts themselves, in whatever order they stand. */
function digestOf(ports: Ports, problem: GroupingProblem, drafts: readonly EditedGroup[]): string {
  const content = drafts.map(({ id, competency, slot, consultants, members }) =>
    JSON.stringify([id, competency, slot, [...consultants].sort(), [...members].sort()]),
  );
  return ports.sha256(JSON.stringify([problem, content.sort()]));
}

/** What the drafts will be. */
function remember(ports: Ports, { situation, kept, solution, applied }: Draft): void {
  const { before, after } = applied;
  const replaced = new Set([...before.groups, ...after.groups].map(({ id }) => id));
  const stays = situation.standing.filter((group) => !kept.includes(group) && !replaced.has(group.id)).map(editedOf);
  const digest = digestOf(ports, situation.problem(kept), [...stays, ...after.groups]);
  const { bound, leastUnserved } = solution;
  ports.store.set(FORMED, JSON.stringify({ digest, bound, leastUnserved }));
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
    ...all(workbook.read(SURVEYS)).map(({ key = '' }) => afterPrefix(firstKey(key))),
    ...all(workbook.read(MODULES)).flatMap(({ group = '', cycle }) =>
      cycle === context.settings.cycle ? [group] : [],
    ),
    // A variant may bring its groups back, and an edit that is taken back its own.
    ...(workbook.has(VARIANTS) ? variantsOf(ports) : []).flatMap(({ groups }) =>
      groups.filter(ports.planning().isGroup).map(({ id }) => id),
    ),
    ...changesOf(ports, context.settings.cycle).flatMap(({ groups }) => groups),
  ];
  return Math.max(0, ...used.map((id) => Number(/^Г-(\d{1,6})$/.exec(id)?.[1] ?? '0')));
}

const competencyAndPeople = (plan: Pick<StandingPlan, 'competency' | 'consultants' | 'members'>): string =>
  JSON.stringify([plan.competency, [...plan.consultants].sort(), [...plan.members].sort()]);

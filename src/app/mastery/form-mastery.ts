// «Распределить по уровням мастерства»: four groups by the mean level, each teacher with the reason and what to do next.
import { MASTERY_LEVELS, type Mastery, type MasteryLevel, masteryLevels } from '../../domain/grouping/mastery';
import type { Message, Outcome } from '../../domain/message';
import { MASTERY } from '../../workbook/tables';
import type { Placed, Row } from '../../workbook/schema';
import { type Action, finished, NO_FIELDS, textExample } from '../action';
import type { Ports } from '../ports';
import { formedBy, isByHand, type Written } from '../teams/by-hand';
import { recordChanges } from '../teams/changes';
import {
  draftLinks,
  isDraft,
  loadTeams,
  mendRows,
  rowsOfCycle,
  type TeamData,
  unlike,
  withFaults,
  writeLeftOut,
} from '../teams/load';

type MasteryRow = Placed<Row<typeof MASTERY>>;

interface Draft {
  readonly data: TeamData;
  readonly left: readonly { readonly teacher: string; readonly message: Message }[];
  readonly patches: readonly { readonly row: MasteryRow; readonly set: Partial<Row<typeof MASTERY>> }[];
  readonly fresh: readonly Mastery[];
  /** Draft rows of people whose level is known no more, and second rows of one person. */
  readonly dropped: readonly MasteryRow[];
  /** Rows whose level stays: published, pinned, or set by hand. */
  readonly kept: readonly MasteryRow[];
  /** Rows of the draft whose people have a level again. */
  readonly again: readonly MasteryRow[];
  /** People whose level is another than in the draft. */
  readonly changed: number;
  /** How many are at each level when it is done. */
  readonly sizes: Readonly<Record<MasteryLevel, number>>;
  readonly example: Mastery | undefined;
}

export const formMastery: Action<Record<string, never>, never> = {
  id: 'formMastery',
  anyAccount: true,
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const draft = draftMastery(ports);
    if (!draft.ok) return draft;
    const { data, left, fresh, kept, changed, sizes, example } = draft.value;
    return {
      ok: true,
      value: {
        lines: [{ code: 'mastery.will', fields: { fresh: fresh.length, changed, kept: kept.length } }],
        counts: [
          ...MASTERY_LEVELS.map((level) => ({
            label: { code: `mastery.count.${level}` },
            value: String(sizes[level]),
          })),
          { label: { code: 'teams.count.left' }, value: String(left.length) },
        ],
        ...textExample(example, ({ teacher, reason, goal }) => ({
          title: data.context.staff.byCode.get(teacher)?.name ?? '',
          body: [reason, goal].map((message) => ports.words.say(message)).join('\n'),
        })),
        warnings: data.problems.slice(0, 10),
      },
    };
  },

  step(ports, run) {
    const draft = draftMastery(ports);
    if (!draft.ok) return { state: 'refused', problems: draft.problems };
    const { data, left, patches, fresh, dropped, kept, again, changed, sizes } = draft.value;
    recordChanges(ports, data.context, 'mastery', run.run, dropped, patches, left);
    ports.workbook.patch(
      MASTERY,
      patches.map(({ row: { $row }, set }) => ({ $row, set })),
    );
    mendRows(ports, data.context, MASTERY, [...kept, ...again]);
    ports.workbook.append(
      MASTERY,
      [...fresh]
        .sort((a, b) => MASTERY_LEVELS.indexOf(a.level) - MASTERY_LEVELS.indexOf(b.level))
        .map((mastery) => ({
          ...wordsOf(ports, mastery, mastery.level),
          level: mastery.level,
          name: data.context.staff.byCode.get(mastery.teacher)?.name ?? '',
          teacher: mastery.teacher,
          state: 'draft',
          pinned: false,
          cycle: data.context.settings.cycle,
          run: run.run,
          written: writtenOf(mastery, run.run),
        })),
    );
    ports.workbook.remove(
      MASTERY,
      dropped.map(({ $row }) => $row),
    );
    writeLeftOut(ports, data, 'mastery', left);
    return finished(
      [
        { code: 'mastery.done', fields: { ...sizes, fresh: fresh.length, changed, left: left.length } },
        { code: 'teams.next' },
      ],
      draftLinks(ports, MASTERY),
    );
  },
};

function draftMastery(ports: Ports): Outcome<Draft> {
  const loaded = loadTeams(ports);
  if (!loaded.ok) return loaded;
  const data = loaded.value;
  const { context, settings, profiles, teachers } = data;
  const { levels, left } = masteryLevels(
    profiles,
    teachers.map(({ code }) => code),
    settings.masteryFrom,
  );
  const byTeacher = new Map(levels.map((mastery) => [mastery.teacher, mastery]));
  const patches: Draft['patches'][number][] = [];
  const dropped: MasteryRow[] = [];
  const sizes = { high: 0, improving: 0, forming: 0, help: 0 };
  const kept: MasteryRow[] = [];
  const again: MasteryRow[] = [];
  let changed = 0;
  const standing = rowsOfCycle(ports, context, MASTERY);
  const fixed = (row: MasteryRow): boolean => row.pinned || !isDraft(row) || isByHand(row, 'level');
  const there = new Set<string>();
  // A person's own decision first: of two rows of one person the fixed one stands.
  for (const row of [...standing.filter(fixed), ...standing.filter((row) => !fixed(row))]) {
    const mastery = byTeacher.get(row.teacher);
    const level = fixed(row) ? (row.level as MasteryLevel) : mastery?.level;
    if (level === undefined || (!fixed(row) && there.has(row.teacher))) {
      dropped.push(row);
      continue;
    }
    there.add(row.teacher);
    sizes[level] += 1;
    (fixed(row) ? kept : again).push(row);
    if (row.level !== level) changed += 1;
    const set = unlike(row, {
      ...(mastery === undefined ? { groupGoal: groupGoalOf(ports, level) } : wordsOf(ports, mastery, level)),
      ...(mastery === undefined || fixed(row) ? {} : { level, written: writtenOf(mastery, formedBy(row) || row.run) }),
    });
    if (Object.keys(set).length > 0) patches.push({ row, set });
  }
  const fresh = levels.filter(({ teacher }) => !there.has(teacher));
  for (const { level } of fresh) sizes[level] += 1;
  return {
    ok: true,
    value: {
      data: withFaults(ports, data, MASTERY, kept),
      left: left.filter(({ teacher }) => !there.has(teacher)),
      patches,
      fresh,
      dropped,
      kept,
      again,
      changed,
      sizes,
      example: levels[0],
    },
  };
}

const writtenOf = ({ teacher, level }: Mastery, run: string): Written => ({ run, teacher, level });

const groupGoalOf = (ports: Ports, level: MasteryLevel): string => ports.words.say({ code: `mastery.group.${level}` });

/**
 * What is said of a level. Of one that a person has set, or that was published before the answers changed, the goals are its own, and
 * where the answers say another it says so.
 */
function wordsOf(
  ports: Ports,
  { level, mean, reason, goal }: Mastery,
  stands: MasteryLevel,
): Pick<Row<typeof MASTERY>, 'mean' | 'reason' | 'goal' | 'groupGoal'> {
  return {
    mean,
    reason: ports.words.say(level === stands ? reason : { code: 'mastery.disagrees', fields: { level, mean } }),
    goal: ports.words.say({ ...goal, code: `mastery.goal.${stands}` }),
    groupGoal: groupGoalOf(ports, stands),
  };
}

/** What rows whose level somebody has set by hand are to say, by their place in the sheet. */
export function wordsByHand(ports: Ports): ReadonlyMap<number, Partial<Row<typeof MASTERY>>> {
  const draft = draftMastery(ports);
  const patches = draft.ok ? draft.value.patches : [];
  return new Map(patches.flatMap(({ row, set }) => (isByHand(row, 'level') ? [[row.$row, set] as const] : [])));
}

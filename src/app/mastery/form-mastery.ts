// «Распределить по уровням мастерства»: four groups by the mean level, each teacher with the reason and what to do next.
import { MASTERY_LEVELS, type Mastery, type MasteryLevel, masteryLevels } from '../../domain/grouping/mastery';
import type { Message, Outcome } from '../../domain/message';
import { MASTERY } from '../../workbook/tables';
import type { Placed, Row } from '../../workbook/schema';
import { type Action, finished, NO_FIELDS, textExample } from '../action';
import type { Ports } from '../ports';
import { draftLinks, isDraft, loadTeams, rowsOfCycle, type TeamData, withFaults, writeLeftOut } from '../teams/load';

type MasteryRow = Placed<Row<typeof MASTERY>>;

interface Draft {
  readonly data: TeamData;
  readonly left: readonly { readonly teacher: string; readonly message: Message }[];
  readonly patches: readonly { readonly $row: number; readonly set: Partial<Row<typeof MASTERY>> }[];
  readonly fresh: readonly Mastery[];
  /** Draft rows of people whose level is known no more, and second rows of one person. */
  readonly dropped: readonly MasteryRow[];
  readonly kept: number;
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
        lines: [{ code: 'mastery.will', fields: { fresh: fresh.length, changed, kept } }],
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
    const { data, left, patches, fresh, dropped, changed, sizes } = draft.value;
    ports.workbook.patch(MASTERY, patches);
    ports.workbook.append(
      MASTERY,
      [...fresh]
        .sort((a, b) => MASTERY_LEVELS.indexOf(a.level) - MASTERY_LEVELS.indexOf(b.level))
        .map((mastery) => ({
          ...computed(ports, data, mastery),
          teacher: mastery.teacher,
          state: 'draft',
          pinned: false,
          cycle: data.context.settings.cycle,
          run: run.run,
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
  let kept = 0;
  let changed = 0;
  const standing = rowsOfCycle(ports, context, MASTERY);
  const fixed = (row: MasteryRow): boolean => row.pinned || !isDraft(row);
  const there = new Set<string>();
  // A person's own decision first: of two rows of one person the fixed one stands.
  for (const row of [...standing.filter(fixed), ...standing.filter((row) => !fixed(row))]) {
    const mastery = byTeacher.get(row.teacher);
    if (fixed(row)) {
      kept += 1;
      there.add(row.teacher);
      const level = row.level as MasteryLevel;
      sizes[level] += 1;
      if (mastery === undefined) continue;
      // The level stays; what is said of it follows the answers, and where they disagree it says so.
      const set = level === mastery.level ? computed(ports, data, mastery) : disagreeing(ports, mastery, level);
      if (differs(row, set)) patches.push({ $row: row.$row, set });
    } else if (mastery === undefined || there.has(row.teacher)) dropped.push(row);
    else {
      there.add(row.teacher);
      sizes[mastery.level] += 1;
      if (row.level !== mastery.level) changed += 1;
      const set = computed(ports, data, mastery);
      if (differs(row, set)) patches.push({ $row: row.$row, set });
    }
  }
  const fresh = levels.filter(({ teacher }) => !there.has(teacher));
  for (const { level } of fresh) sizes[level] += 1;
  return {
    ok: true,
    value: {
      data: withFaults(ports, data, MASTERY, standing.filter(fixed)),
      left: left.filter(({ teacher }) => !there.has(teacher)),
      patches,
      fresh,
      dropped,
      kept,
      changed,
      sizes,
      example: levels[0],
    },
  };
}

type Computed = Pick<Row<typeof MASTERY>, 'level' | 'name' | 'mean' | 'reason' | 'goal' | 'groupGoal'>;

function computed(ports: Ports, { context }: TeamData, { teacher, level, mean, reason, goal }: Mastery): Computed {
  return {
    level,
    name: context.staff.byCode.get(teacher)?.name ?? '',
    mean,
    reason: ports.words.say(reason),
    goal: ports.words.say(goal),
    groupGoal: ports.words.say({ code: `mastery.group.${level}` }),
  };
}

/** Of a row whose level a person has set, or that was published before the answers changed. */
function disagreeing(ports: Ports, { level, mean, goal }: Mastery, stands: MasteryLevel): Partial<Computed> {
  return {
    mean,
    reason: ports.words.say({ code: 'mastery.disagrees', fields: { level, mean } }),
    goal: ports.words.say({ ...goal, code: `mastery.goal.${stands}` }),
    groupGoal: ports.words.say({ code: `mastery.group.${stands}` }),
  };
}

const differs = (row: MasteryRow, set: Partial<Computed>): boolean =>
  Object.entries(set).some(([key, value]) => row[key as keyof Computed] !== value);

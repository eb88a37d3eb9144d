// «Обзор групп» and «Без группы»: every group, every pair and every deficit left, explained from how the groups stand now.
import type { Adviser } from '../../domain/grouping/advice';
import type { NamedGroup } from '../../domain/grouping/differences';
import type { EditedGroup } from '../../domain/grouping/editor';
import type { Row } from '../../workbook/schema';
import { OVERVIEW, UNCOVERED } from '../../workbook/tables';
import type { Ports } from '../ports';
import { type Slot, type StandingGroup, writtenSlot } from './read';
import { planOf, type Situation } from './situation';

export const editedOf = (group: StandingGroup): EditedGroup => ({
  ...planOf(group),
  slot: writtenSlot(group),
  id: group.id,
  pinned: group.pinned,
});

/** The groups with their numbers, as the rules see them. */
export function named(ports: Ports, groups: readonly StandingGroup[], slots: readonly Slot[]): NamedGroup[] {
  const plans = ports.planning().plansOf({ groups: groups.map(editedOf), pairs: [] }, slots);
  return plans.map((plan, at) => ({ ...plan, id: groups[at]?.id ?? '' }));
}

/** Rewrites both sheets. `adviser` knows the solution, `standing` are all groups of the cycle. */
export function writeExplained(
  ports: Ports,
  situation: Situation,
  adviser: Adviser,
  standing: readonly StandingGroup[],
): void {
  const { naming, slots, wishes, profiles } = situation;
  const say = (message: Parameters<Ports['words']['say']>[0]): string => ports.words.say(message);
  const weak = new Map(adviser.singlePoints().map(({ competency, message }) => [competency, say(message)]));
  const groups = named(ports, standing, slots);
  const rows: Row<typeof OVERVIEW>[] = groups.map((group) => ({
    group: group.id,
    title: naming.title(group.competency),
    why: say(adviser.reasonForGroup(group)),
    pairs: adviser.pairsOf(group, wishes).map(say).join('\n'),
    risk: weak.get(group.competency) ?? '',
  }));
  const about = new Set(groups.map(({ competency }) => competency));
  const lonely = [...weak]
    .filter(([competency]) => !about.has(competency))
    .map(([competency, risk]) => ({ group: '', title: naming.title(competency), why: '', pairs: '', risk }));
  ports.workbook.replace(OVERVIEW, [...rows, ...lonely]);
  ports.workbook.replace(
    UNCOVERED,
    adviser.uncoveredReasons().map((need) => ({
      teacher: need.teacher,
      name: profiles.context.staff.byCode.get(need.teacher)?.name ?? '',
      competency: need.competency,
      title: naming.title(need.competency),
      depth: need.depth,
      reason: need.messages.map(say).join(' '),
      cover: adviser.coverFor(need).map(say).join(' '),
      code: need.reason,
    })),
  );
}

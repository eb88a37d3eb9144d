// The groups as an editor on the page shows them: as they stand, or as they would stand after an edit that is not made yet.
import type { Outcome } from '../../domain/message';
import type { GroupsView } from '../../shared/contract';
import { GROUP_CHANGES, VARIANTS } from '../../workbook/tables';
import type { RawInput } from '../action';
import type { Ports } from '../ports';
import { changesOf } from './changes';
import { nextToRedo } from '../edit-walk';
import { editGroups, judged, planEdit, type PlannedEdit, said } from './edit';
import { goneTold } from './gone';
import { seenOf } from './seen';
import { slotLabel } from './read';
import { loadSituation, type Situation } from './situation';
import { variantsOf } from './variants';
import { draftOf } from './write-groups';

export function groupsView(ports: Ports, edit: RawInput | undefined): Outcome<GroupsView> {
  if (edit === undefined) {
    const situation = loadSituation(ports);
    if (!situation.ok) return situation;
    return { ok: true, value: viewOf(ports, situation.value, undefined) };
  }
  const input = editGroups.read(ports, edit);
  if (!input.ok) return input;
  const plan = planEdit(ports, input.value);
  return plan.ok ? { ok: true, value: viewOf(ports, plan.value.situation, plan.value) } : plan;
}

function viewOf(ports: Ports, situation: Situation, plan: PlannedEdit | undefined): GroupsView {
  const planning = ports.planning();
  const { naming, slots, standing, profiles } = situation;
  const { say } = ports.words;
  const draft = plan?.after ?? draftOf(situation);
  const problem = situation.problem([], [], {}, draft);
  const wishes = situation.wishesIn(draft);
  const plans = planning.plansOf(draft, slots);
  const { unserved } = planning.evaluate(problem, plans);
  const adviser = situation.adviser(problem, {
    groups: plans.map((group, at) => ({ ...draft.groups[at], ...group })),
    unserved,
  });
  const states = new Map(standing.map(({ id, state }) => [id, state]));
  return {
    groups: draft.groups.flatMap((group, at) => {
      const whole = plans[at];
      if (whole === undefined) return [];
      const person = (role: 'consultant' | 'consultee') => (teacher: string) => ({
        teacher,
        name: naming.person(teacher),
        subjects: (profiles.context.staff.byCode.get(teacher)?.subjects ?? []).join(', '),
        role,
        reason: say(adviser.reasonForMember(whole, teacher)),
      });
      return [
        {
          group: group.id,
          title: naming.title(group.competency),
          slot: naming.slot(whole.slot) || slotLabel(group.slot),
          state: states.get(group.id) ?? 'draft',
          pinned: group.pinned,
          why: say(adviser.reasonForGroup(whole)),
          people: [
            ...[...new Set(group.consultants)].map(person('consultant')),
            ...[...new Set(group.members)].map(person('consultee')),
          ],
          pairs: adviser.pairsOf(whole, wishes).map(say),
        },
      ];
    }),
    uncovered: adviser.uncoveredReasons().map((need) => ({
      teacher: need.teacher,
      name: naming.person(need.teacher),
      title: naming.title(need.competency),
      reason: need.messages.map(say).join(' '),
      cover: adviser.coverFor(need).map(say).join(' '),
    })),
    broken: planning.brokenRules(problem, draft, slots, naming).map(say),
    change:
      plan === undefined
        ? []
        : [said(plan), ...judged(ports, plan).lines, ...goneTold(ports, plan.gone ?? [])].map(say),
    ...walkOf(ports, situation, plan),
    slots,
    variants: ports.workbook.has(VARIANTS) ? variantsOf(ports).map(({ name }) => name) : [],
    seen: ports.workbook.has(GROUP_CHANGES) ? seenOf(ports, situation) : '',
  };
}

/** What undoing and redoing would be about, as the list of changes will stand once `plan` is carried out. */
function walkOf(ports: Ports, situation: Situation, plan: PlannedEdit | undefined): Pick<GroupsView, 'undo' | 'redo'> {
  if (!ports.workbook.has(GROUP_CHANGES)) return { undo: '', redo: '' };
  const { settings } = situation.profiles.context;
  const rows = changesOf(ports, settings.cycle).flatMap((row) => {
    if (ports.planning().readApplied(row.edit) === undefined) return [];
    if (plan === undefined) return [row];
    if (plan.row === undefined) return row.state === 'undone' ? [] : [row];
    return [row.$row === plan.row.$row ? { ...row, state: plan.direction === 'do' ? 'done' : 'undone' } : row];
  });
  if (plan !== undefined && plan.row === undefined) return { undo: ports.words.say(said(plan)), redo: '' };
  const done = rows.filter(({ state }) => state === 'done');
  return { undo: done[done.length - 1]?.what ?? '', redo: nextToRedo(rows)?.what ?? '' };
}

// Writes groups as an editor left them back into «Группы» (and pairs into «Пожелания»), touching only what is different.
import type { AppliedEdit, Draft, EditedGroup } from '../../domain/grouping/editor';
import type { Adviser } from '../../domain/grouping/advice';
import type { Wish } from '../../domain/grouping/wishes';
import type { Placed, Row } from '../../workbook/schema';
import { GROUPS, OVERVIEW, WISHES } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { type ChangeRow, settleChanges } from './changes';
import { editedOf, named, writeExplained } from './explained';
import { withoutGone } from './gone';
import { slotLabel, standingGroups, writtenSlot } from './read';
import type { NumberedGroup, Situation } from './situation';

/** The groups and pairs of the workbook as the editor takes them. */
export const draftOf = ({ standing, wishes }: Situation): Draft => ({
  groups: standing.map(editedOf),
  pairs: wishes.flatMap(({ who, whom, kind, about }) => (kind === 'together' ? [] : [{ who, whom, kind, about }])),
});

/** Why somebody is in a group, in words. */
type Reason = (group: EditedGroup, code: string) => string;

/** Carries a change out, or takes it back; may be done twice. */
export function writeApplied(
  ports: Ports,
  situation: Situation,
  { edit, before, after }: AppliedEdit,
  direction: 'do' | 'undo',
  run: string,
  reason?: Reason,
): void {
  const [from, wanted] = direction === 'do' ? [before, after] : [after, before];
  // Also where an attempt that died is gone on with.
  const to = withoutGone(situation, wanted);
  if (edit.kind === 'form' || edit.kind === 'restore') {
    // Whole sets change places: a group with other people is written anew, so that its rows stand together.
    const now = new Map(standingGroups(ports, situation.profiles.context).map((group) => [group.id, editedOf(group)]));
    const other = to.groups.filter((group) => {
      const one = now.get(group.id);
      return one !== undefined && peoplePrint(one) !== peoplePrint(group);
    });
    writeDraft(ports, situation, { groups: other, pairs: [] }, NOTHING, run);
  }
  writeDraft(ports, situation, from, to, run, reason);
}

/**
 * Takes a change back, or does it again; may be done twice. The row is marked first: groups that are half as they were would be taken for
 * groups that have changed since, and a row that stands already as it is to stand for one that another run has settled.
 */
export function settle(
  ports: Ports,
  situation: Situation,
  row: ChangeRow,
  applied: AppliedEdit,
  direction: 'do' | 'undo',
  run: string,
  why: string,
): void {
  settleChanges(ports, [row], { settled: run });
  writeApplied(ports, situation, applied, direction, run);
  settleChanges(ports, [row], {
    state: direction === 'do' ? 'done' : 'undone',
    ...(row.why === '' && why !== '' ? { why } : {}),
  });
}

const NOTHING: Draft = { groups: [], pairs: [] };

const peoplePrint = ({ competency, consultants, members }: EditedGroup): string =>
  JSON.stringify([competency, [...consultants].sort(), [...members].sort()]);

/**
 * Makes the sheets say what `to` says of the groups and pairs that `from` or `to` touch. What they say already stays as it is, so it
 * may be done twice.
 * @param run marks the rows of groups that were not there
 * @param reason when it is not known yet, whoever calls has the groups explained after
 */
function writeDraft(
  ports: Ports,
  situation: Situation,
  from: Draft,
  to: Draft,
  run: string,
  reason: Reason = () => '',
): void {
  const { workbook } = ports;
  const { naming } = situation;
  const { context } = situation.profiles;
  const standing = new Map(standingGroups(ports, context).map((group) => [group.id, group]));
  const patches: { $row: number; set: Partial<Row<typeof GROUPS>> }[] = [];
  const added: Row<typeof GROUPS>[] = [];
  const gone: number[] = [];
  for (const { id } of from.groups) {
    if (to.groups.some((group) => group.id === id)) continue;
    gone.push(...(standing.get(id)?.rows ?? []).map(({ $row }) => $row));
  }
  for (const group of to.groups) {
    const now = standing.get(group.id);
    const rows = now?.rows ?? [];
    const label = slotLabel(group.slot);
    const wanted = peopleOf(group);
    const known = new Set([...(now?.consultants ?? []), ...(now?.consultees ?? [])].map(({ code }) => code));
    for (const row of rows) {
      if (!wanted.some(({ code, role }) => row.teacher === code && row.role === role)) {
        // A code that is not on the staff list is the director's to mend: publishing names it.
        if (known.has(row.teacher)) gone.push(row.$row);
        continue;
      }
      const set = {
        ...(row.pinned === group.pinned ? {} : { pinned: group.pinned }),
        ...((now !== undefined && writtenSlot(now) === group.slot) || row.slot === label
          ? {}
          : { slot: label, reason: reason(group, row.teacher) || row.reason }),
      };
      if (Object.keys(set).length > 0) patches.push({ $row: row.$row, set });
    }
    for (const { code, role } of wanted) {
      if (rows.some((row) => row.teacher === code && row.role === role)) continue;
      const teacher = context.staff.byCode.get(code);
      added.push({
        group: group.id,
        name: teacher?.name ?? '',
        role,
        competency: group.competency,
        title: naming.title(group.competency),
        teacher: code,
        subjects: teacher?.subjects ?? [],
        slot: label,
        state: now?.state ?? 'draft',
        pinned: group.pinned,
        reason: reason(group, code),
        cycle: context.settings.cycle,
        run: rows[0]?.run ?? run,
      });
    }
  }
  workbook.patch(GROUPS, patches);
  workbook.append(GROUPS, added);
  workbook.remove(GROUPS, gone);
  writePairs(ports, context, from, to);
}

/** Rows are compared by what they mean: somebody may have typed a code in another way since, or the same wish once more. */
function writePairs(ports: Ports, { staff, competencies }: Context, from: Draft, to: Draft): void {
  const kinds = [...from.pairs, ...to.pairs].map(({ kind }) => kind as string);
  if (kinds.length === 0) return;
  const { readWishes, samePair } = ports.planning();
  let rows: readonly Placed<Row<typeof WISHES>>[] = ports.workbook
    .read(WISHES)
    .rows.filter(({ kind }) => kinds.includes(kind));
  const read = (): readonly Wish[] => readWishes(rows, staff.all, competencies).wishes.list;
  const there = read();
  ports.workbook.append(
    WISHES,
    to.pairs.filter((pair) => !there.some((wish) => samePair(pair, wish))).map((pair) => ({ ...pair, note: '' })),
  );
  const gone: number[] = [];
  // Of one wish written twice the first row only is read.
  for (let going = there; going.length > 0;) {
    going = read().filter((wish) => from.pairs.some((pair) => samePair(pair, wish)));
    gone.push(...going.map(({ row }) => row));
    rows = rows.filter(({ $row }) => !gone.includes($row));
  }
  ports.workbook.remove(WISHES, gone);
}

const peopleOf = ({ consultants, members }: EditedGroup): { code: string; role: 'consultant' | 'consultee' }[] => [
  ...consultants.map((code) => ({ code, role: 'consultant' as const })),
  ...members.map((code) => ({ code, role: 'consultee' as const })),
];

/** As `explainAnew`, with the reasons in all drafts: levels change. What is published keeps the reasons it was published with. */
export function explainDrafts(ports: Ports, situation: Situation, adviser?: Adviser): void {
  const drafts = standingGroups(ports, situation.profiles.context).filter(({ state }) => state === 'draft');
  explainAnew(
    ports,
    situation,
    drafts.map(({ id }) => id),
    adviser,
  );
}

/** Knows these groups, which are all that stand or will stand: the solver's problem would leave out those that stay, and their people. */
function adviserOf(ports: Ports, situation: Situation, groups: readonly NumberedGroup[]): Adviser {
  const problem = situation.problem([]);
  return situation.adviser(problem, { groups, unserved: ports.planning().evaluate(problem, groups).unserved });
}

/**
 * Explains the groups as they stand now: the two sheets, and the reason in every row of a group that was changed.
 * @param known an adviser who knows these groups already
 */
export function explainAnew(ports: Ports, situation: Situation, changed: readonly string[], known?: Adviser): void {
  const { context } = situation.profiles;
  const standing = standingGroups(ports, context);
  const groups = named(ports, standing, situation.slots);
  const adviser = known ?? adviserOf(ports, situation, groups);
  ports.workbook.patch(
    GROUPS,
    standing.flatMap(({ id, rows }, at) => {
      const group = groups[at];
      if (group === undefined || !changed.includes(id)) return [];
      return rows.flatMap(({ $row, teacher, reason }) => {
        const words = ports.words.say(adviser.reasonForMember(group, teacher));
        return words === reason ? [] : [{ $row, set: { reason: words } }];
      });
    }),
  );
  if (ports.workbook.has(OVERVIEW)) writeExplained(ports, situation, adviser, standing);
}

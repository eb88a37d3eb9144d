// What keeps a group from being held, with the row where it can be mended.
import type { Problem } from '../../domain/message';
import type { Context } from '../context';
import type { StandingGroup } from './read';

/** Unknown people, somebody twice, a side missing, competencies mixed. */
export function faultsOf(
  { staff }: Context,
  { id: group, rows, consultants, consultees }: StandingGroup,
): readonly Problem[] {
  const row = rows[0]?.$row ?? 0;
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { $row, teacher, name } of rows) {
    if (!staff.byCode.has(teacher)) problems.push({ code: 'groups.bad.person', fields: { row: $row, group, teacher } });
    if (seen.has(teacher))
      problems.push({
        code: 'groups.bad.twice',
        fields: { row: $row, group, name: staff.byCode.get(teacher)?.name ?? name },
      });
    seen.add(teacher);
  }
  if (consultants.length === 0) problems.push({ code: 'groups.bad.noConsultant', fields: { row, group } });
  if (consultees.length === 0) problems.push({ code: 'groups.bad.noConsultee', fields: { row, group } });
  if (new Set(rows.map(({ competency }) => competency)).size > 1)
    problems.push({ code: 'groups.bad.mixed', fields: { row, group } });
  return problems;
}

/** Of the groups that are published already: nobody publishes them again, so that whoever goes on with them is to hear of it. */
export const faultsOfPublished = (context: Context, groups: readonly StandingGroup[]): readonly Problem[] =>
  groups.filter(({ state }) => state === 'published').flatMap((group) => faultsOf(context, group));

// «Опубликовать группы»: checks the drafts as the director left them and fixes them; nothing is sent yet.
import type { Message, Outcome, Problem } from '../../domain/message';
import { GROUPS } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import { loadContext } from '../context';
import type { Ports } from '../ports';
import { standingGroups, type StandingGroup } from './read';
import { loadSituation } from './situation';
import { draftOf } from './write-groups';

/** Broken rules shown at once; the editor has them all. */
const MOST_LINES = 10;

export const publishGroups: Action<Record<string, never>, never> = {
  id: 'publishGroups',
  anyAccount: true,
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const drafts = checkedDrafts(ports);
    if (!drafts.ok) return drafts;
    return {
      ok: true,
      value: {
        lines: [{ code: 'groups.publish.will', fields: { groups: drafts.value.length } }],
        counts: [
          { label: { code: 'groups.count.groups' }, value: String(drafts.value.length) },
          {
            label: { code: 'groups.count.people' },
            value: String(new Set(drafts.value.flatMap(({ rows }) => rows.map(({ teacher }) => teacher))).size),
          },
        ],
        warnings: brokenIn(ports, drafts.value),
      },
    };
  },

  step(ports, run) {
    const drafts = checkedDrafts(ports);
    if (!drafts.ok) return { state: 'refused', problems: drafts.problems };
    const rows = drafts.value.flatMap((group) => group.rows);
    // The run that published them is the one whose undoing makes them drafts again. Before the state: what is published is not looked at again.
    ports.workbook.patch(
      GROUPS,
      rows.map(({ $row }) => ({ $row, set: { run: run.run } })),
    );
    ports.workbook.patch(
      GROUPS,
      rows.map(({ $row }) => ({ $row, set: { state: 'published' } })),
    );
    return finished(
      [{ code: 'groups.publish.done', fields: { groups: drafts.value.length } }],
      [{ label: { code: 'link.sheet', fields: { table: GROUPS.title } }, url: ports.workbook.linkTo(GROUPS) }],
    );
  },
};

/** The school's rules that these groups break, with whom it is about: the director decides, but knows. */
function brokenIn(ports: Ports, drafts: readonly StandingGroup[]): readonly Message[] {
  const situation = drafts.length === 0 ? undefined : loadSituation(ports);
  // Groups put together by hand before anybody's level is known: there is nothing to hold them against.
  if (situation?.ok !== true) return [];
  const { slots, naming, problem } = situation.value;
  const ids = new Set(drafts.map(({ id }) => id));
  const names = new Set(drafts.flatMap(({ rows }) => rows.map(({ teacher }) => naming.person(teacher))));
  const broken = ports
    .planning()
    .brokenRules(problem([]), draftOf(situation.value), slots, naming.person)
    .filter(({ fields }) => ids.has(String(fields?.['group'])) || names.has(String(fields?.['name'])));
  return broken.length === 0
    ? []
    : [{ code: 'groups.publish.broken', fields: { rules: broken.length } }, ...broken.slice(0, MOST_LINES)];
}

/** Draft groups that hold together; otherwise every reason why not, with its row. */
function checkedDrafts(ports: Ports): Outcome<readonly StandingGroup[]> {
  const context = loadContext(ports);
  if (!context.ok) return context;
  const { problems: unreadable } = ports.workbook.read(GROUPS);
  const drafts = standingGroups(ports, context.value).filter(({ state }) => state === 'draft' || state === '');
  const problems: Problem[] = [...unreadable];
  for (const group of drafts) {
    const row = group.rows[0]?.$row ?? 0;
    const seen = new Set<string>();
    for (const member of group.rows) {
      if (!context.value.staff.byCode.has(member.teacher))
        problems.push({
          code: 'groups.bad.person',
          fields: { row: member.$row, group: group.id, teacher: member.teacher },
        });
      if (seen.has(member.teacher))
        problems.push({ code: 'groups.bad.twice', fields: { row: member.$row, group: group.id, name: member.name } });
      seen.add(member.teacher);
    }
    if (group.consultants.length === 0)
      problems.push({ code: 'groups.bad.noConsultant', fields: { row, group: group.id } });
    if (group.consultees.length === 0)
      problems.push({ code: 'groups.bad.noConsultee', fields: { row, group: group.id } });
    if (new Set(group.rows.map(({ competency }) => competency)).size > 1)
      problems.push({ code: 'groups.bad.mixed', fields: { row, group: group.id } });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: drafts };
}

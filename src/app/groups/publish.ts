// «Опубликовать группы»: checks the drafts as the director left them and fixes them; nothing is sent yet.
import type { Message, Outcome } from '../../domain/message';
import type { Row } from '../../workbook/schema';
import { GROUPS } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import { type Context, loadContext } from '../context';
import type { Ports } from '../ports';
import { faultsOf } from './faults';
import { isDraftRow, slotsOf, standingGroups, type StandingGroup } from './read';
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
        lines: [{ code: 'groups.publish.will', fields: { groups: drafts.value.groups.length } }],
        counts: [
          { label: { code: 'groups.count.groups' }, value: String(drafts.value.groups.length) },
          {
            label: { code: 'groups.count.people' },
            value: String(new Set(draftRows(ports, drafts.value).map(({ teacher }) => teacher)).size),
          },
        ],
        warnings: [...timesApart(drafts.value), ...brokenIn(ports, drafts.value.groups)],
      },
    };
  },

  step(ports, run) {
    const drafts = checkedDrafts(ports);
    if (!drafts.ok) return { state: 'refused', problems: drafts.problems };
    const rows = draftRows(ports, drafts.value);
    // The run that published them is the one whose undoing makes them drafts again. Before the state: what is published is not looked at again.
    ports.workbook.patch(
      GROUPS,
      rows.map(({ $row, set }) => ({ $row, set: { ...set, run: run.run } })),
    );
    ports.workbook.patch(
      GROUPS,
      rows.map(({ $row }) => ({ $row, set: { state: 'published' } })),
    );
    return finished(
      [{ code: 'groups.publish.done', fields: { groups: drafts.value.groups.length } }, ...timesApart(drafts.value)],
      [{ label: { code: 'link.sheet', fields: { table: GROUPS.title } }, url: ports.workbook.linkTo(GROUPS) }],
    );
  },
};

interface Drafts {
  readonly context: Context;
  /** Groups with rows that are not published yet. */
  readonly groups: readonly StandingGroup[];
}

/** The rows to be published, with what a person who typed them left out or wrote in another way. */
function draftRows(
  ports: Ports,
  { context, groups }: Drafts,
): readonly { readonly $row: number; readonly teacher: string; readonly set: Partial<Row<typeof GROUPS>> }[] {
  const { cycle } = context.settings;
  const typed = new Map(ports.workbook.read(GROUPS).rows.map(({ $row, teacher }) => [$row, teacher]));
  return groups.flatMap((group) => {
    const label = labelOf(context, group);
    return group.rows.filter(isDraftRow).map(({ $row, teacher, slot, cycle: own }) => ({
      $row,
      teacher,
      set: {
        ...(typed.get($row) === teacher ? {} : { teacher }),
        ...(own === cycle ? {} : { cycle }),
        ...(label === '' || label === slot ? {} : { slot: label }),
      },
    }));
  });
}

const labelOf = ({ settings }: Context, { slot }: StandingGroup): string =>
  slotsOf(settings).find(({ value }) => value === slot)?.label ?? '';

/** Groups whose rows name several times: of which there will be one. */
function timesApart({ context, groups }: Drafts): readonly Message[] {
  return groups.flatMap((group) => {
    const times = new Set(group.rows.map(({ slot }) => slot.trim()).filter((slot) => slot !== ''));
    const slot = labelOf(context, group);
    return times.size < 2 || slot === ''
      ? []
      : [{ code: 'groups.publish.times', fields: { group: group.id, slot, times: [...times] } }];
  });
}

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
    .brokenRules(problem([]), draftOf(situation.value), slots, naming)
    .filter(({ fields }) => ids.has(String(fields?.['group'])) || names.has(String(fields?.['name'])));
  return broken.length === 0
    ? []
    : [{ code: 'groups.publish.broken', fields: { rules: broken.length } }, ...broken.slice(0, MOST_LINES)];
}

/** Groups with drafts, all of which hold together; otherwise every reason why not, with its row. */
function checkedDrafts(ports: Ports): Outcome<Drafts> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const groups = standingGroups(ports, context).filter(({ rows }) => rows.some(isDraftRow));
  const problems = [...ports.workbook.read(GROUPS).problems, ...groups.flatMap((group) => faultsOf(context, group))];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { context, groups } };
}

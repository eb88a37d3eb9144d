// «Собрать сообщества (ПОС)»: everybody in a community of shared needs with a tutor; a draft that a person edits, pins and publishes.
import { CommunitiesExplainer } from '../../domain/grouping/communities/explain';
import { type CommunitiesPlan, formCommunities as form } from '../../domain/grouping/communities/form';
import type { Community } from '../../domain/grouping/communities/model';
import type { Message, Outcome } from '../../domain/message';
import { COMMUNITIES } from '../../workbook/tables';
import type { Placed, Row } from '../../workbook/schema';
import { type Action, finished, NO_FIELDS, textExample } from '../action';
import type { Ports } from '../ports';
import { isByHand } from '../teams/by-hand';
import { recordChanges } from '../teams/changes';
import {
  draftLinks,
  isDraft,
  loadTeams,
  mendRows,
  numbering,
  rowsOfCycle,
  type TeamData,
  withFaults,
  writeLeftOut,
} from '../teams/load';

type MemberRow = Placed<Row<typeof COMMUNITIES>>;

interface Standing {
  readonly id: string;
  readonly rows: readonly MemberRow[];
}

interface Draft {
  readonly data: TeamData;
  readonly plan: CommunitiesPlan;
  readonly kept: readonly Standing[];
  /** Communities of the draft that come out again just so. */
  readonly same: readonly { readonly standing: Standing; readonly community: Community }[];
  /** New or changed ones. */
  readonly fresh: readonly (GoingOn & { readonly id: string })[];
  readonly dropped: readonly Standing[];
  /** People who are in another community than in the draft. */
  readonly moved: number;
  readonly explainer: CommunitiesExplainer;
}

/** A community of the plan, and the draft that goes on in it: it keeps its number, and what somebody has chosen for it by hand. */
interface GoingOn {
  /** As it comes out by levels and wishes alone. */
  readonly formed: Community;
  readonly community: Community;
  readonly draft: Standing | undefined;
}

export const formCommunities: Action<Record<string, never>, never> = {
  id: 'formCommunities',
  anyAccount: true,
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const draft = draftCommunities(ports);
    if (!draft.ok) return draft;
    const { data, plan, kept, same, dropped, moved, explainer } = draft.value;
    const [first] = plan.communities;
    const name = (code: string): string => data.context.staff.byCode.get(code)?.name ?? code;
    return {
      ok: true,
      value: {
        lines: [
          { code: 'communities.will', fields: { communities: plan.communities.length, kept: kept.length } },
          ...(dropped.length + same.length === 0
            ? []
            : [{ code: 'communities.changes', fields: { same: same.length, moved } }]),
        ],
        counts: [
          { label: { code: 'communities.count.communities' }, value: String(plan.communities.length) },
          {
            label: { code: 'communities.count.people' },
            value: String(plan.communities.reduce((sum, { members }) => sum + members.length, 0)),
          },
          { label: { code: 'teams.count.left' }, value: String(plan.left.length) },
        ],
        ...textExample(first, ({ focus, tutor, members }) => ({
          title: titleOf(data, focus),
          body: [tutor, ...members.filter((code) => code !== tutor)].map(name).join('\n'),
        })),
        warnings: [...data.problems.slice(0, 10), ...explainer.unmet().slice(0, 10)],
      },
    };
  },

  step(ports, run) {
    const draft = draftCommunities(ports, run.run);
    if (!draft.ok) return { state: 'refused', problems: draft.problems };
    const { data, plan, kept, same, fresh, dropped, moved, explainer } = draft.value;
    const rowsIn = (standing: readonly Standing[]): readonly MemberRow[] => standing.flatMap(({ rows }) => rows);
    const patched = same.flatMap(({ standing, community }) =>
      standing.rows.flatMap((row) => {
        const reason = ports.words.say(explainer.reason(community, row.teacher));
        return reason === row.reason ? [] : [{ row, set: { reason } }];
      }),
    );
    const left = explainer.leftOut();
    recordChanges(ports, data.context, 'communities', run.run, rowsIn(dropped), patched, left);
    ports.workbook.patch(
      COMMUNITIES,
      patched.map(({ row: { $row }, set }) => ({ $row, set })),
    );
    mendRows(ports, data.context, COMMUNITIES, rowsIn([...kept, ...same.map(({ standing }) => standing)]));
    // First the new rows, then away with the old: whatever dies between, nothing is lost, and the next attempt comes to the same.
    ports.workbook.append(
      COMMUNITIES,
      fresh.flatMap((one) => rowsOf(ports, data, explainer, one, run.run)),
    );
    ports.workbook.remove(
      COMMUNITIES,
      rowsIn(dropped).map(({ $row }) => $row),
    );
    writeLeftOut(ports, data, 'communities', left);
    return finished(
      [
        {
          code: 'communities.done',
          fields: {
            communities: plan.communities.length,
            people: plan.communities.reduce((sum, { members }) => sum + members.length, 0),
            same: same.length,
            moved,
            left: plan.left.length,
          },
        },
        ...qualityOf(plan),
        ...explainer.unmet().slice(0, 10),
        { code: 'teams.next' },
      ],
      draftLinks(ports, COMMUNITIES),
    );
  },
};

/** How good the division is: the best possible, or how much is known about it. */
function qualityOf({ communities, exact, value, bound }: CommunitiesPlan): readonly Message[] {
  if (communities.length === 0) return [];
  if (exact) return [{ code: 'communities.best' }];
  return bound > 0 ? [{ code: 'communities.quality', fields: { percent: Math.floor((100 * value) / bound) } }] : [];
}

const titleOf = ({ context }: TeamData, id: string): string =>
  context.competencies.find((competency) => competency.id === id)?.title ?? id;

/**
 * The communities that would be formed now. The same workbook gives the same communities.
 * @param run the run that does it: rows it has written already, before its step died, are its result
 */
function draftCommunities(ports: Ports, run = ''): Outcome<Draft> {
  const loaded = loadTeams(ports);
  if (!loaded.ok) return loaded;
  const data = loaded.value;
  const { context, settings, profiles, teachers, wishes } = data;
  if (settings.communityLeast > settings.communityMost)
    return {
      ok: false,
      problems: [
        { code: 'communities.limits', fields: { least: settings.communityLeast, most: settings.communityMost } },
      ],
    };
  const standing = standingCommunities(ports, data, run);
  const kept = standing.filter(({ rows }) => rows.some((row) => row.pinned || !isDraft(row)));
  const drafts = standing.filter((one) => !kept.includes(one));
  const codesOf = ({ rows }: Standing): string[] => rows.map(({ teacher }) => teacher);
  const input = {
    profiles,
    teachers,
    wishes,
    competencies: context.competencies.map(({ id }) => id),
    policy: {
      least: settings.communityLeast,
      most: settings.communityMost,
      schools: settings.teamSchools,
      prices: settings.communityPrices,
    },
    kept: kept.map(codesOf),
    drafts: once(drafts.map(codesOf)),
  };
  const formed = form(input);
  // Of the same people the rows that this very run has written come first.
  const own = drafts.filter(({ rows }) => run !== '' && rows.some((row) => row.run === run));
  const going = goingOn(
    formed.communities,
    [...own, ...drafts.filter((one) => !own.includes(one))],
    new Set(input.competencies),
  );
  const plan = { ...formed, communities: going.map(({ community }) => community) };
  const isSame = ({ rows }: Standing, { focus, tutor, members }: Community): boolean =>
    rows.length === members.length &&
    rows.every(
      (row) =>
        row.competency === focus &&
        members.includes(row.teacher) &&
        row.role === (row.teacher === tutor ? 'tutor' : 'member'),
    );
  const same: Draft['same'][number][] = [];
  const changed: GoingOn[] = [];
  for (const one of going) {
    const { community } = one;
    const found = drafts.find(
      (draft) => isSame(draft, community) && !same.some(({ standing: still }) => still === draft),
    );
    if (found === undefined) changed.push(one);
    else same.push({ standing: found, community });
  }
  const dropped = drafts.filter((one) => !same.some(({ standing: still }) => still === one));
  const next = numbering(
    'ПОС-',
    standing.map(({ id }) => id),
  );
  const fresh = changed.map((one) => ({ ...one, id: one.draft?.id ?? next() }));
  const before = new Map(drafts.flatMap(({ id, rows }) => rows.map(({ teacher }) => [teacher, id] as const)));
  const moved = fresh.flatMap(({ id, community }) =>
    community.members.filter((code) => before.has(code) && before.get(code) !== id),
  ).length;
  return {
    ok: true,
    value: {
      data: withFaults(
        ports,
        data,
        COMMUNITIES,
        kept.flatMap(({ rows }) => rows),
      ),
      plan,
      kept,
      same,
      fresh,
      dropped,
      moved,
      explainer: new CommunitiesExplainer(input, plan, context.competencies, context.staff.all),
    },
  };
}

/** Communities as they stand; those of this very run last, apart from older rows under the same number. */
function standingCommunities(ports: Ports, { context }: TeamData, run: string): readonly Standing[] {
  const rows = rowsOfCycle(ports, context, COMMUNITIES);
  const own = rows.filter((row) => run !== '' && row.run === run);
  return [rows.filter((row) => !own.includes(row)), own].flatMap((part) => {
    const communities = new Map<string, MemberRow[]>();
    for (const row of part) communities.set(row.community, [...(communities.get(row.community) ?? []), row]);
    return [...communities].map(([id, members]) => ({ id, rows: members }));
  });
}

/** Each person in one community only: in the last that names him. */
function once(communities: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return [...communities]
    .reverse()
    .map((codes) =>
      codes.filter((code) => {
        const first = !seen.has(code);
        seen.add(code);
        return first;
      }),
    )
    .reverse();
}

/** Which draft goes on in which community: in the one with most of its people, two at least; each number once. */
function goingOn(
  plan: readonly Community[],
  drafts: readonly Standing[],
  known: ReadonlySet<string>,
): readonly GoingOn[] {
  const at = new Map<string, number[]>();
  drafts.forEach(({ rows }, draft) => {
    for (const { teacher } of rows) at.set(teacher, [...(at.get(teacher) ?? []), draft]);
  });
  const common = plan.flatMap((formed) => {
    const shared = new Map<number, number>();
    for (const code of formed.members)
      for (const draft of at.get(code) ?? []) shared.set(draft, (shared.get(draft) ?? 0) + 1);
    return [...shared]
      .sort(([one], [other]) => one - other)
      .flatMap(([draft, people]) => {
        const one = drafts[draft];
        return one === undefined || people < 2 ? [] : [{ formed, draft: one, people }];
      });
  });
  const found = new Map<Community, Standing>();
  const taken = new Set<string>();
  for (const { formed, draft } of common.sort((a, b) => b.people - a.people)) {
    if (found.has(formed) || taken.has(draft.id)) continue;
    found.set(formed, draft);
    taken.add(draft.id);
  }
  return plan.map((formed) => {
    const draft = found.get(formed);
    return { formed, draft, community: draft === undefined ? formed : asChosen(formed, draft.rows, known) };
  });
}

/** The community with the focus and the tutor that somebody has chosen for it by hand in the draft, where they can be. */
function asChosen(formed: Community, rows: readonly MemberRow[], known: ReadonlySet<string>): Community {
  const [chosen = '', ...others] = new Set(rows.map(({ competency }) => competency));
  const byHand = others.length === 0 && known.has(chosen) && rows.every((row) => isByHand(row, 'competency'));
  const focus = byHand ? chosen : formed.focus;
  const [tutor, ...more] = rows.filter(({ role }) => role === 'tutor');
  const stays =
    tutor !== undefined &&
    more.length + others.length === 0 &&
    chosen === focus &&
    formed.members.includes(tutor.teacher) &&
    (byHand || isByHand(tutor, 'role', 'teacher'));
  return { ...formed, focus, tutor: stays ? tutor.teacher : formed.tutor };
}

function rowsOf(
  ports: Ports,
  data: TeamData,
  explainer: CommunitiesExplainer,
  { id, community, formed }: GoingOn & { readonly id: string },
  run: string,
): Row<typeof COMMUNITIES>[] {
  const { context } = data;
  const { tutor, members, focus } = community;
  return [tutor, ...members.filter((code) => code !== tutor)].map((code) => {
    const teacher = context.staff.byCode.get(code);
    return {
      community: id,
      name: teacher?.name ?? '',
      role: code === tutor ? 'tutor' : 'member',
      competency: focus,
      title: titleOf(data, focus),
      teacher: code,
      subjects: teacher?.subjects ?? [],
      school: teacher?.school ?? '',
      state: 'draft',
      pinned: false,
      reason: ports.words.say(explainer.reason(community, code)),
      cycle: context.settings.cycle,
      run,
      written: { run, teacher: code, role: code === formed.tutor ? 'tutor' : 'member', competency: formed.focus },
    };
  });
}

// «Подобрать наставнические пары»: who helps whom one to one; a draft that a person edits, pins and publishes.
import { type LeftOut, PairsExplainer } from '../../domain/grouping/pairs/explain';
import { keyOf, matchPairs, type MentorPair, type PairsPlan } from '../../domain/grouping/pairs/pairs';
import type { Message, Outcome } from '../../domain/message';
import { PAIRS } from '../../workbook/tables';
import type { Placed, Row } from '../../workbook/schema';
import { type Action, finished, NO_FIELDS, textExample } from '../action';
import type { Ports } from '../ports';
import { formedBy, isByHand, type Written } from '../teams/by-hand';
import { recordChanges } from '../teams/changes';
import {
  competenciesNamed,
  draftLinks,
  isDraft,
  loadTeams,
  mendRows,
  numbering,
  rowsOfCycle,
  type TeamData,
  unlike,
  withFaults,
  writeLeftOut,
} from '../teams/load';

type PairRow = Placed<Row<typeof PAIRS>>;

interface Draft {
  readonly data: TeamData;
  readonly plan: PairsPlan;
  /** Published and pinned pairs: they stay. */
  readonly kept: readonly PairRow[];
  /** Pairs of the draft that come out again, with what they now are. */
  readonly same: readonly { readonly row: PairRow; readonly pair: MentorPair }[];
  readonly fresh: readonly MentorPair[];
  readonly dropped: readonly PairRow[];
  readonly explainer: PairsExplainer;
  readonly left: readonly LeftOut[];
  readonly unmet: readonly Message[];
}

export const formPairs: Action<Record<string, never>, never> = {
  id: 'formPairs',
  anyAccount: true,
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const draft = draftPairs(ports);
    if (!draft.ok) return draft;
    const { data, plan, kept, same, fresh, dropped, explainer, left, unmet } = draft.value;
    const [first] = plan.pairs;
    const name = (code: string): string => data.context.staff.byCode.get(code)?.name ?? code;
    return {
      ok: true,
      value: {
        lines: [
          { code: 'pairs.will', fields: { pairs: plan.pairs.length, kept: kept.length } },
          ...(dropped.length + same.length === 0
            ? []
            : [
                {
                  code: 'pairs.changes',
                  fields: { same: same.length, fresh: fresh.length, dropped: dropped.length },
                },
              ]),
        ],
        counts: [
          { label: { code: 'pairs.count.pairs' }, value: String(plan.pairs.length) },
          {
            label: { code: 'pairs.count.mutual' },
            value: String(plan.pairs.filter(({ request }) => request === 'mutual').length),
          },
          { label: { code: 'teams.count.left' }, value: String(new Set(left.map(({ teacher }) => teacher)).size) },
        ],
        ...textExample(first, (pair) => ({
          title: `${name(pair.mentor)} → ${name(pair.trainee)}`,
          body: ports.words.say(explainer.reason(pair)),
        })),
        warnings: [...data.problems.slice(0, 10), ...unmet.slice(0, 10)],
      },
    };
  },

  step(ports, run) {
    const draft = draftPairs(ports);
    if (!draft.ok) return { state: 'refused', problems: draft.problems };
    const { data, plan, kept, same, fresh, dropped, explainer, left, unmet } = draft.value;
    const next = numbering(
      'П-',
      [...kept, ...same.map(({ row }) => row)].map(({ pair }) => pair),
    );
    const patched = same.flatMap(({ row, pair }) => {
      const set = unlike(row, restated(ports, data, explainer, row, pair));
      return Object.keys(set).length === 0 ? [] : [{ row, set }];
    });
    recordChanges(ports, data.context, 'pairs', run.run, dropped, patched, left);
    ports.workbook.patch(
      PAIRS,
      patched.map(({ row: { $row }, set }) => ({ $row, set })),
    );
    mendRows(ports, data.context, PAIRS, [...kept, ...same.map(({ row }) => row)]);
    // First the new rows, then away with the old: whatever dies between, nothing is lost, and the next attempt comes to the same.
    ports.workbook.append(
      PAIRS,
      fresh.map((pair) => ({
        ...wordsOf(ports, data, explainer, pair),
        pair: next(),
        state: 'draft',
        pinned: false,
        cycle: data.context.settings.cycle,
        run: run.run,
        written: writtenOf(data, pair, run.run),
      })),
    );
    ports.workbook.remove(
      PAIRS,
      dropped.map(({ $row }) => $row),
    );
    writeLeftOut(ports, data, 'pairs', left);
    return finished(
      [
        {
          code: 'pairs.done',
          fields: {
            pairs: plan.pairs.length,
            kept: kept.length,
            same: same.length,
            fresh: fresh.length,
            dropped: dropped.length,
            left: new Set(left.map(({ teacher }) => teacher)).size,
          },
        },
        ...(plan.pairs.length > 0 ? [{ code: 'pairs.best' }] : []),
        ...unmet.slice(0, 10),
        { code: 'teams.next' },
      ],
      draftLinks(ports, PAIRS),
    );
  },
};

/** The pairs that would be formed now. The same workbook gives the same pairs. */
function draftPairs(ports: Ports): Outcome<Draft> {
  const loaded = loadTeams(ports);
  if (!loaded.ok) return loaded;
  const data = loaded.value;
  const { context, settings, profiles, teachers, wishes } = data;
  const standing = rowsOfCycle(ports, context, PAIRS);
  const kept = standing.filter((row) => row.pinned || !isDraft(row));
  const drafts = standing.filter((row) => !kept.includes(row));
  const input = {
    profiles,
    teachers,
    wishes,
    kept,
    drafts,
    policy: {
      traineesPerMentor: settings.traineesPerMentor,
      schools: settings.teamSchools,
      prices: settings.pairPrices,
      allowUnconfirmed: context.settings.allowUnconfirmed,
      onlyWishes: context.settings.onlyWishes,
    },
  };
  const plan = matchPairs(input);
  const pairs = new Map(plan.pairs.map((pair) => [keyOf(pair), pair]));
  const same: Draft['same'][number][] = [];
  const dropped: PairRow[] = [];
  for (const row of drafts) {
    const pair = pairs.get(keyOf(row));
    if (pair === undefined) dropped.push(row);
    else {
      same.push({ row, pair });
      // A row typed twice stands once.
      pairs.delete(keyOf(row));
    }
  }
  const explainer = new PairsExplainer(input, plan, context.competencies, context.staff.all);
  return {
    ok: true,
    value: {
      data: withFaults(ports, data, PAIRS, kept),
      plan,
      kept,
      same,
      fresh: [...pairs.values()],
      dropped,
      explainer,
      left: explainer.leftOut(),
      unmet: explainer.unmet(),
    },
  };
}

const titlesOf = ({ context }: TeamData, { competencies }: MentorPair): readonly string[] =>
  competencies.map((id) => context.competencies.find((competency) => competency.id === id)?.title ?? id);

const writtenOf = (data: TeamData, pair: MentorPair, run: string): Written => ({
  run,
  mentor: pair.mentor,
  trainee: pair.trainee,
  competencies: titlesOf(data, pair),
});

function wordsOf(
  ports: Ports,
  data: TeamData,
  explainer: PairsExplainer,
  pair: MentorPair,
): Pick<
  Row<typeof PAIRS>,
  'mentorName' | 'traineeName' | 'mentor' | 'trainee' | 'competencies' | 'request' | 'reason'
> {
  const { byCode } = data.context.staff;
  return {
    mentorName: byCode.get(pair.mentor)?.name ?? '',
    traineeName: byCode.get(pair.trainee)?.name ?? '',
    mentor: pair.mentor,
    trainee: pair.trainee,
    competencies: titlesOf(data, pair),
    request: pair.request,
    reason: ports.words.say(explainer.reason(pair)),
  };
}

/** What a row of a pair that comes out again is to say. Topics that somebody has chosen stay, and the reason is theirs. */
function restated(
  ports: Ports,
  data: TeamData,
  explainer: PairsExplainer,
  row: PairRow,
  pair: MentorPair,
): Partial<Row<typeof PAIRS>> {
  const { request } = pair;
  if (row.competencies.length === 0 || !isByHand(row, 'competencies'))
    return {
      competencies: titlesOf(data, pair),
      request,
      reason: ports.words.say(explainer.reason(pair)),
      written: writtenOf(data, pair, formedBy(row) || row.run),
    };
  const competencies = competenciesNamed(data.context, row.competencies).map(({ id }) => id);
  // Of a topic in words of their own nothing is known.
  return competencies.length === 0
    ? { request }
    : { request, reason: ports.words.say(explainer.reason({ ...pair, competencies })) };
}

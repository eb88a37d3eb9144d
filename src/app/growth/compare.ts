// Two cycles of the workbook compared, with the error of measurement as the settings say.
import type { Outcome } from '../../domain/message';
import { compareCycles, type Growth } from '../../domain/growth/compare';
import { errorFrom } from '../../domain/growth/reliable';
import { type NextGroup, nextGroups } from '../../domain/growth/next-groups';
import { sampleOf } from '../../domain/indicator/effect';
import type { ProfileRow } from '../../domain/scoring/profile';
import { reliabilityOf } from '../../domain/scoring/reliability';
import { COMPETENCIES } from '../../workbook/tables';
import { type Profiles, profilesOf } from '../answers/profiles';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { loadReviewSettings } from '../review/settings';
import { inCycle } from './cycles';

export interface Comparison {
  readonly growth: Growth;
  readonly next: readonly NextGroup[];
  /** Titles of what was measured in only one of the cycles: not compared. */
  readonly only: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Where the error of measurement comes from; `none` when it cannot be reckoned for the whole questionnaire. */
  readonly error: 'stated' | 'alpha' | 'none';
  /** As stated, or Cronbach's alpha of the common competencies. */
  readonly reliability: number | undefined;
  readonly before: Profiles;
  readonly after: Profiles;
}

export function compare(ports: Ports, context: Context, before: string, after: string): Outcome<Comparison> {
  const settings = loadReviewSettings(ports);
  if (!settings.ok) return settings;
  const first = profilesOf(ports, inCycle(context, before));
  const second = profilesOf(ports, inCycle(context, after));
  const stated = settings.value.growthReliability;
  const asked = (profiles: Profiles): ReadonlySet<string> =>
    new Set(profiles.profiles.filter(({ state }) => state !== 'unknown').map(({ competency }) => competency));
  const [then, now] = [asked(first), asked(second)];
  const common = context.competencies.map(({ id }) => id).filter((id) => then.has(id) && now.has(id));
  const scale = reliabilityOf(completeRows(first.profiles, common), common.length);
  const means = completeRows(first.profiles, common).map(
    (row) => row.reduce((sum, level) => sum + level, 0) / row.length,
  );
  const meanError =
    stated === 'alpha'
      ? scale.sumError === undefined
        ? undefined
        : scale.sumError / common.length
      : means.length < 2
        ? undefined
        : errorFrom(sampleOf(means).sd, stated);
  const byArea = new Map(first.reliability.map(({ area, itemError }) => [area, itemError]));
  const errorOf = (competency: string): number | undefined => {
    if (stated === 'alpha') return byArea.get(context.competencies.find(({ id }) => id === competency)?.area ?? '');
    const levels = completeRows(first.profiles, [competency]).flat();
    return levels.length < 2 ? undefined : errorFrom(sampleOf(levels).sd, stated);
  };
  const isCommon = ({ competency }: ProfileRow): boolean => common.includes(competency);
  return {
    ok: true,
    value: {
      growth: compareCycles({
        before: first.profiles.filter(isCommon),
        after: second.profiles.filter(isCommon),
        errorOf,
        meanError,
      }),
      next: nextGroups(first.profiles, second.profiles, context.settings.groupLeast),
      only: onlyIn(ports, measured(first), measured(second)),
      error: meanError === undefined ? 'none' : stated === 'alpha' ? 'alpha' : 'stated',
      reliability: stated === 'alpha' ? scale.alpha : stated,
      before: first,
      after: second,
    },
  };
}

/** Self-assessed levels of the people who gave all of these. */
function completeRows(
  profiles: readonly ProfileRow[],
  competencies: readonly string[],
): readonly (readonly number[])[] {
  const at = new Map(competencies.map((id, index) => [id, index]));
  const rows = new Map<string, number[]>();
  for (const { teacher, competency, self } of profiles) {
    const index = at.get(competency);
    if (index === undefined || self === undefined) continue;
    const row = rows.get(teacher) ?? [];
    row.push(self);
    rows.set(teacher, row);
  }
  return [...rows.values()].filter(({ length }) => length === competencies.length);
}

/** Competencies of which anybody's level is known, those included that the framework no longer uses. */
const measured = ({ answers, profiles }: Profiles): ReadonlySet<string> =>
  new Set([
    ...[...answers.self.values()].flatMap(({ levels }) => Object.keys(levels)),
    ...profiles.filter(({ state }) => state !== 'unknown').map(({ competency }) => competency),
  ]);

function onlyIn(ports: Ports, before: ReadonlySet<string>, after: ReadonlySet<string>): Comparison['only'] {
  const titles = new Map(ports.workbook.read(COMPETENCIES).rows.map(({ id, title }) => [id, title]));
  const titled = (ids: readonly string[]): readonly string[] => ids.map((id) => titles.get(id) ?? id);
  return {
    before: titled([...before].filter((id) => !after.has(id))),
    after: titled([...after].filter((id) => !before.has(id))),
  };
}

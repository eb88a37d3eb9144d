// What taking a framework in changes of the one that stands: nothing is ever deleted, and what is being surveyed keeps its scale.
import type { Problem } from '../message';
import { checkFramework } from './check';
import type { Competency } from './framework';

export interface FrameworkChange {
  readonly before: Competency | undefined;
  readonly after: Competency;
}

export interface FrameworkMerge {
  readonly added: readonly Competency[];
  readonly changed: readonly FrameworkChange[];
  readonly switchedOff: readonly FrameworkChange[];
  readonly unchanged: number;
  /** `framework.import.inUse` (title): asked in a survey, so its scale stays as it was asked; faults of the whole as `checkFramework` finds them. */
  readonly problems: readonly Problem[];
}

/**
 * @param others 'keep' leaves competencies that the new framework does not name as they are; 'off' puts them out of use
 * @param inUse ids that a survey of this cycle has asked about
 */
export function mergeFramework(
  standing: readonly Competency[],
  incoming: readonly Competency[],
  others: 'keep' | 'off',
  inUse: ReadonlySet<string>,
): FrameworkMerge {
  const byId = new Map(standing.map((competency) => [competency.id.toLowerCase(), competency]));
  const added: Competency[] = [];
  const changed: FrameworkChange[] = [];
  const problems: Problem[] = [];
  let unchanged = 0;
  for (const competency of incoming) {
    const before = byId.get(competency.id.toLowerCase());
    // Written as it stands: ids differ by letter case only for people.
    const after = before === undefined ? competency : { ...competency, id: before.id };
    if (before === undefined) added.push(after);
    else if (same(before, after)) unchanged += 1;
    else if (inUse.has(before.id) && !sameScale(before, after))
      problems.push({ code: 'framework.import.inUse', fields: { title: before.title } });
    else changed.push({ before, after });
  }
  const named = new Set(incoming.map(({ id }) => id.toLowerCase()));
  const switchedOff =
    others === 'keep'
      ? []
      : standing
          .filter(({ id, active }) => active && !named.has(id.toLowerCase()))
          .map((before) => ({ before, after: { ...before, active: false } }));
  const after = new Map(standing.map((competency) => [competency.id, competency]));
  for (const change of [...changed, ...switchedOff]) after.set(change.after.id, change.after);
  for (const competency of added) after.set(competency.id, competency);
  return {
    added,
    changed,
    switchedOff,
    unchanged,
    problems: [...problems, ...checkFramework([...after.values()])],
  };
}

const sameScale = (a: Competency, b: Competency): boolean =>
  a.descriptors.length === b.descriptors.length && (a.levelNames ?? []).join('\n') === (b.levelNames ?? []).join('\n');

/** Equal but for the order of the roles. */
export function same(a: Competency, b: Competency): boolean {
  const plain = (competency: Competency): string =>
    JSON.stringify([
      competency.id,
      competency.area,
      competency.title,
      competency.descriptors,
      competency.levelNames ?? [],
      competency.target,
      Object.entries(competency.roleTargets).sort(([x], [y]) => (x < y ? -1 : 1)),
      competency.consultantFrom,
      competency.inNeedsSurvey,
      competency.practice,
      competency.active,
    ]);
  return plain(a) === plain(b);
}

// Who has reached a line in a set of competencies, and who is nearest to it.
import type { ProfileRow } from '../scoring/profile';

export interface Progress {
  readonly teacher: string;
  readonly name: string;
  /** Competencies of the set at or above the target. */
  readonly reached: number;
  /** The cheapest way over the line: levels still missing, competency by competency. */
  readonly missing: readonly { readonly competency: string; readonly title: string; readonly levels: number }[];
  /** Sum of the levels missing; 0 when over the line; undefined when too little is known. */
  readonly distance: number | undefined;
}

/** Is the competency in the set? A prefix ends with a full stop («dee.»). */
export const isInSet = (competency: string, set: readonly string[]): boolean =>
  set.some((part) => (part.endsWith('.') ? competency.startsWith(part) : competency === part));

/**
 * How far each teacher is from having `least` competencies of the set at the target. Rows without a level count as unknown: they
 * are no way over the line.
 */
export function masteryOf(profiles: readonly ProfileRow[], set: readonly string[], least: number): readonly Progress[] {
  const byTeacher = new Map<string, ProfileRow[]>();
  for (const row of profiles)
    if (isInSet(row.competency, set)) byTeacher.set(row.teacher, [...(byTeacher.get(row.teacher) ?? []), row]);
  return [...byTeacher].map(([teacher, rows]): Progress => {
    const known = rows.filter(({ state }) => state !== 'unknown');
    const reached = known.filter(({ depth }) => depth === undefined).length;
    const missing = known
      .flatMap(({ competency, title, depth }) => (depth === undefined ? [] : [{ competency, title, levels: depth }]))
      .sort((a, b) => a.levels - b.levels)
      .slice(0, Math.max(0, least - reached));
    const enough = reached + missing.length >= least;
    return {
      teacher,
      name: rows[0]?.name ?? teacher,
      reached,
      missing,
      distance: enough ? missing.reduce((sum, { levels }) => sum + levels, 0) : undefined,
    };
  });
}

/** Those not over the line, nearest first; who is as near as another stands by name. */
export function nearestOf(progress: readonly Progress[]): readonly Progress[] {
  return progress
    .filter(({ distance }) => distance !== undefined && distance > 0)
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0) || a.name.localeCompare(b.name, 'ru'));
}

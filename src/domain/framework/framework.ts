// A competency framework: areas, competencies, level descriptors, targets.

/** Levels of mastery. 0 = not yet met … 4 = teaches others. */
export type Level = 0 | 1 | 2 | 3 | 4;
export const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];

export interface Competency {
  /** Stable id, e.g. `ict.spreadsheets`: Latin letters, digits, dots, hyphens. */
  readonly id: string;
  readonly area: string;
  readonly title: string;
  /** One behaviourally worded sentence a level, index = level. */
  readonly descriptors: readonly [string, string, string, string, string];
  /** Level every teacher should reach. */
  readonly target: Level;
  /** Other targets by role (lower-cased role → level). */
  readonly roleTargets: Readonly<Record<string, Level>>;
  /** From this level on a teacher may consult others (once confirmed). */
  readonly consultantFrom: Level;
  /** Offered in the needs survey as a technology to choose. */
  readonly inNeedsSurvey: boolean;
  /** Practical questions of the addressed survey, to those who chose it. */
  readonly practice: readonly string[];
  readonly active: boolean;
}

export interface Framework {
  readonly id: string;
  readonly title: string;
  /** Where its facts come from. */
  readonly source: string;
  readonly competencies: readonly Competency[];
}

/** The level a teacher in `role` should reach. */
export function targetFor(competency: Competency, role: string): Level {
  return competency.roleTargets[role.trim().toLowerCase()] ?? competency.target;
}

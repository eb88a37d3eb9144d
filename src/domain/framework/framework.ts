// A competency framework: areas, competencies, their scales of levels, targets.

/** A place on a competency's scale: 0 is the lowest, one less than the number of descriptors the highest. */
export type Level = number;

/** A scale shorter than this cannot tell a deficit, a norm and a surplus apart; a longer one than the table has columns for. */
export const FEWEST_LEVELS = 3;
export const MOST_LEVELS = 6;

/** How levels are read: the highest, and their names where they have any («A1» …); without names they are numbers. */
export interface Scale {
  readonly top: Level;
  readonly names: readonly string[];
}

export interface Competency {
  /** Stable id, e.g. `ict.spreadsheets`: Latin letters, digits, dots, hyphens. */
  readonly id: string;
  readonly area: string;
  readonly title: string;
  /** One behaviourally worded sentence a level, index = level: as many as the scale has levels. */
  readonly descriptors: readonly string[];
  /** Names of the levels, lowest first, as many as there are descriptors; absent: levels are numbers from 0. */
  readonly levelNames?: readonly string[];
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

/** The competency's scale. */
export const scaleOf = ({ descriptors, levelNames = [] }: Pick<Competency, 'descriptors' | 'levelNames'>): Scale => ({
  top: descriptors.length - 1,
  names: levelNames,
});

/** A level as people read it: its name on the scale, its number where it has none. */
export const levelName = (scale: Scale | undefined, level: Level): string | number => scale?.names[level] ?? level;

/** The level that a person has written, by number or by name; undefined when the scale has none such. */
export function levelFrom({ top, names }: Scale, text: string): Level | undefined {
  const written = text.trim();
  const named = names.findIndex((name) => name.toLowerCase() === written.toLowerCase());
  if (named >= 0) return named;
  return /^\d+(?:[.,]0+)?$/.test(written) && parseInt(written, 10) <= top ? parseInt(written, 10) : undefined;
}

/** The level a teacher in `role` should reach. */
export function targetFor(competency: Competency, role: string): Level {
  const { roleTargets, target } = competency;
  const name = role.trim().toLowerCase();
  // Whoever types `__proto__` as somebody's position must not be given the prototype for a level.
  return (Object.prototype.hasOwnProperty.call(roleTargets, name) ? roleTargets[name] : undefined) ?? target;
}

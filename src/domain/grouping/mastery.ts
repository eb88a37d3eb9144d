// Levels of a teacher's mastery as a whole: high, improving, forming, constant help; each with its reason and goal.
import type { Message } from '../message';
import type { ProfileRow } from '../scoring/profile';
import { levelOf } from './pairs/pairs';

export type MasteryLevel = 'high' | 'improving' | 'forming' | 'help';
/** From the highest. */
export const MASTERY_LEVELS: readonly MasteryLevel[] = ['high', 'improving', 'forming', 'help'];

/** The mean level from which each of the three upper groups begins: high, improving, forming; falling. */
export type MasteryBounds = readonly [number, number, number];

export interface Mastery {
  readonly teacher: string;
  readonly level: MasteryLevel;
  /** Mean level laid onto 0 … 4, rounded to hundredths: as people see it, so it decides. */
  readonly mean: number;
  readonly reason: Message;
  /** What this teacher does next. */
  readonly goal: Message;
}

export interface MasteryPlan {
  readonly levels: readonly Mastery[];
  readonly left: readonly { readonly teacher: string; readonly message: Message }[];
}

/** Titles in one sentence. */
const LISTED = 3;
/** The bounds of the settings are on a scale from 0 to this; levels of a longer or shorter scale are laid onto it. */
const COMMON_TOP = 4;

/** A deciding level on the common scale. */
function onCommonScale(row: ProfileRow): number {
  const level = levelOf(row) ?? 0;
  return row.scale === undefined ? level : (level * COMMON_TOP) / row.scale.top;
}

/** Less than this share of the competencies known says too little of the whole. */
const LEAST_KNOWN = 0.5;

/**
 * A level of mastery for each teacher: the mean of the deciding levels of the competencies whose level is known, against the bounds
 * (at a bound is above it). Somebody of whom less than half of the competencies are known is left out: the mean would say nothing.
 * @param teachers codes, in the order wanted
 */
export function masteryLevels(
  profiles: readonly ProfileRow[],
  teachers: readonly string[],
  bounds: MasteryBounds,
): MasteryPlan {
  const byTeacher = new Map<string, ProfileRow[]>();
  for (const row of profiles) byTeacher.set(row.teacher, [...(byTeacher.get(row.teacher) ?? []), row]);
  const levels: Mastery[] = [];
  const left: MasteryPlan['left'][number][] = [];
  for (const teacher of teachers) {
    const rows = byTeacher.get(teacher) ?? [];
    const known = rows.filter((row) => levelOf(row) !== undefined);
    if (known.length === 0 || known.length < rows.length * LEAST_KNOWN) {
      left.push({
        teacher,
        message: { code: 'mastery.left.unknown', fields: { known: known.length, all: rows.length } },
      });
      continue;
    }
    const sum = known.reduce((total, row) => total + onCommonScale(row), 0);
    const mean = Math.round((sum / known.length) * 100) / 100;
    const level = masteryOf(mean, bounds);
    const place = MASTERY_LEVELS.indexOf(level);
    const lacks = known
      .filter(({ state }) => state === 'deficit')
      .sort((a, b) => (b.depth ?? 0) - (a.depth ?? 0) || Number(b.wants) - Number(a.wants))
      .map(({ title }) => title);
    const strong = known.filter(({ state }) => state === 'surplus').map(({ title }) => title);
    levels.push({
      teacher,
      level,
      mean,
      reason: {
        code: 'mastery.reason',
        fields: {
          mean,
          known: known.length,
          all: rows.length,
          /** The bound it reaches; 0 at the lowest level, which has none. */
          from: bounds[place] ?? 0,
          /** The bound it does not reach; 0 at the highest. */
          below: place === 0 ? 0 : (bounds[place - 1] ?? 0),
          deficits: lacks.length,
          surpluses: strong.length,
        },
      },
      goal: {
        code: `mastery.goal.${level}`,
        fields: { lacks: lacks.slice(0, LISTED), strong: strong.slice(0, LISTED) },
      },
    });
  }
  return { levels, left };
}

/** The level that a mean reaches. */
export function masteryOf(mean: number, [high, improving, forming]: MasteryBounds): MasteryLevel {
  return mean >= high ? 'high' : mean >= improving ? 'improving' : mean >= forming ? 'forming' : 'help';
}

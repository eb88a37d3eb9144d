// A level of mastery as known from one source, and which of several sources decides.
import type { Level } from '../framework/framework';
import type { LocalDate } from '../local-time';

export type LevelSource = 'self' | 'test' | 'observation';

/** In the order in which people are shown them. */
export const LEVEL_SOURCE_ORDER: readonly LevelSource[] = ['self', 'test', 'observation'];

export interface LevelRecord {
  /** Code. */
  readonly teacher: string;
  /** Id. */
  readonly competency: string;
  readonly source: LevelSource;
  readonly level: Level;
  /** '' = unknown, older than any known date. */
  readonly date: LocalDate | '';
}

export interface KnownLevel {
  readonly level: Level;
  readonly date: LocalDate | '';
}

/** The latest level of each source, of one teacher in one competency. */
export type KnownLevels = Readonly<Partial<Record<LevelSource, KnownLevel>>>;

/** A teacher's wish, offer or choice about a competency. */
export interface TeacherCompetency {
  readonly teacher: string;
  readonly competency: string;
}

export const pairKey = ({ teacher, competency }: TeacherCompetency): string => `${teacher}\n${competency}`;

/** The latest record of each source, by teacher and competency (`pairKey`); of two on one day the later in the list. */
export function latestLevels(levels: readonly LevelRecord[]): ReadonlyMap<string, KnownLevels> {
  const latest = new Map<string, Partial<Record<LevelSource, KnownLevel>>>();
  for (const record of levels) {
    const key = pairKey(record);
    const known = latest.get(key) ?? {};
    const before = known[record.source];
    if (before === undefined || record.date >= before.date)
      known[record.source] = { level: record.level, date: record.date };
    latest.set(key, known);
  }
  return latest;
}

/**
 * Which source decides: the later of test and observation where there is one (the observation, of one day: it saw the work
 * itself), otherwise the self-assessment. Levels of different sources are never averaged.
 */
export function decidingSource(known: KnownLevels): LevelSource | undefined {
  const { self, test, observation } = known;
  if (observation !== undefined && (test === undefined || observation.date >= test.date)) return 'observation';
  if (test !== undefined) return 'test';
  return self === undefined ? undefined : 'self';
}

// Growth from one cycle's route to the next: level before → level now, competency by competency.
import type { Level } from '../framework/framework';

export interface PastItem {
  readonly cycle: string;
  readonly teacher: string;
  readonly competency: string;
  readonly role: 'learns' | 'consults';
  readonly from: Level | undefined;
}

export interface Growth {
  readonly competency: string;
  /** The level with which the last route before this one began. */
  readonly before: Level;
  readonly now: Level;
}

/**
 * What a teacher learned in earlier cycles, with his level then and now. Of several cycles with the same competency the last counts:
 * rows are given in the order in which they were written.
 */
export function growthOf(
  teacher: string,
  cycle: string,
  items: readonly PastItem[],
  levelOf: (teacher: string, competency: string) => Level | undefined,
): readonly Growth[] {
  const before = new Map<string, Level>();
  for (const item of items)
    if (item.teacher === teacher && item.cycle !== cycle && item.role === 'learns' && item.from !== undefined)
      before.set(item.competency, item.from);
  return [...before].flatMap(([competency, from]) => {
    const now = levelOf(teacher, competency);
    return now === undefined ? [] : [{ competency, before: from, now }];
  });
}

// What the next cycle's groups could be: who can consult now, whose deficits are left, and where there are consultants at last.
import type { ProfileRow } from '../scoring/profile';

/** What is to be done about a competency that still has deficits, or could do without a group. */
export type NextStep =
  | 'group' // consultants and enough people to learn
  | 'pair' // a consultant, but fewer people than a group has
  | 'ask' // confirmed surpluses, but nobody offered to help
  | 'confirm' // only surpluses that still want confirmation
  | 'outside' // nobody can: a course, or another school
  | 'closed'; // no deficit is left

export interface NextGroup {
  readonly competency: string;
  readonly title: string;
  readonly step: NextStep;
  /** Confirmed surplus and willing to help, names. */
  readonly consultants: readonly string[];
  /** Those of them who could not consult in the earlier cycle. */
  readonly fresh: readonly string[];
  /** Nobody could consult in it before. */
  readonly firstTime: boolean;
  /** Confirmed surplus, help not offered. */
  readonly silent: readonly string[];
  /** Wants confirmation first. */
  readonly unconfirmed: readonly string[];
  /** Whose deficit remains or has come. */
  readonly consultees: readonly string[];
}

/** A row a competency where there are deficits or new consultants; `least`: consultees that make a group. Most deficits first. */
export function nextGroups(
  before: readonly ProfileRow[],
  after: readonly ProfileRow[],
  least: number,
): readonly NextGroup[] {
  const able = ({ state, confirmed, helps }: ProfileRow): boolean => state === 'surplus' && confirmed && helps;
  const titles = new Map(after.map(({ competency, title }) => [competency, title]));
  return [...titles]
    .map(([competency, title]): NextGroup => {
      const own = after.filter((row) => row.competency === competency);
      const earlier = new Set(
        before.filter((row) => row.competency === competency && able(row)).map(({ teacher }) => teacher),
      );
      const names = (fits: (row: ProfileRow) => boolean): readonly string[] => own.filter(fits).map(({ name }) => name);
      const consultants = names(able);
      const consultees = names(({ state }) => state === 'deficit');
      const silent = names((row) => row.state === 'surplus' && !able(row));
      const unconfirmed = names(({ state, helps }) => state === 'check' && helps);
      return {
        competency,
        title,
        consultants,
        fresh: names((row) => able(row) && !earlier.has(row.teacher)),
        firstTime: consultants.length > 0 && earlier.size === 0,
        silent,
        unconfirmed,
        consultees,
        step: stepOf(consultants.length, consultees.length, silent.length, unconfirmed.length, least),
      };
    })
    .filter(({ consultees, fresh }) => consultees.length > 0 || fresh.length > 0)
    .sort((a, b) => b.consultees.length - a.consultees.length);
}

function stepOf(consultants: number, consultees: number, silent: number, unconfirmed: number, least: number): NextStep {
  if (consultees === 0) return 'closed';
  if (consultants > 0) return consultees >= least ? 'group' : 'pair';
  return silent > 0 ? 'ask' : unconfirmed > 0 ? 'confirm' : 'outside';
}

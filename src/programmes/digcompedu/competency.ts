// A shorter way to write a competency of DigCompEdu: what all have in common is said once.
import type { Competency, Level } from '../../domain/framework/framework';

interface Draft {
  /** As the framework numbers it: «3.2». */
  readonly number: string;
  readonly area: string;
  readonly title: string;
  /** A1 … C2. */
  readonly descriptors: readonly [string, string, string, string, string, string];
  /** With practical questions it is offered in the needs survey. */
  readonly practice?: readonly string[];
}

/** The framework's six levels: newcomer, explorer, integrator, expert, leader, pioneer. */
export const LEVEL_NAMES = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
const level = (name: (typeof LEVEL_NAMES)[number]): Level => LEVEL_NAMES.indexOf(name);

/** B1 is where digital technology has become a part of one's teaching; from C1 on one leads others. */
const TARGET = level('B1');
const YOUNG = { 'молодой специалист': level('A2') } as const;
const CONSULTANT_FROM = level('C1');

export function competency({ number, practice = [], ...draft }: Draft): Competency {
  return {
    ...draft,
    id: `dce.${number}`,
    levelNames: LEVEL_NAMES,
    target: TARGET,
    roleTargets: YOUNG,
    consultantFrom: CONSULTANT_FROM,
    practice,
    inNeedsSurvey: practice.length > 0,
    active: true,
  };
}

// A shorter way to write a competency of this programme: what nearly all have in common is said once.
import type { Competency, Level } from '../../domain/framework/framework';

interface Draft {
  readonly id: string;
  readonly area: string;
  readonly title: string;
  readonly descriptors: Competency['descriptors'];
  readonly target: Level;
  readonly roleTargets?: Competency['roleTargets'];
  readonly practice?: readonly string[];
  readonly inNeedsSurvey?: boolean;
}

/** Only who teaches others already (level 4) consults in this programme. */
const CONSULTANT_FROM: Level = 4;

export function competency({ roleTargets = {}, practice = [], inNeedsSurvey = false, ...draft }: Draft): Competency {
  return { ...draft, roleTargets, practice, inNeedsSurvey, consultantFrom: CONSULTANT_FROM, active: true };
}

// Why a level is a deficit, a surplus or neither: English.
import type { SCORING as RU } from '../ru/scoring';
import type { Wording } from '../wording';

const OF = '{?date} of {date}{/}';
const SOURCE = `{?source=test}by a test${OF}{:}{?source=observation}by an observation${OF}{:}by self-assessment{/}{/}`;

/** The self-assessment and another source two levels apart or more. */
const GAP = '{?gap} The self-assessment ({selfRead}) is {gap} {gap|level|levels} away from the check.{/}';

/** The error of measurement may be 0. */
const NEAR = '{?error=}{:} ({error}){/}';

export const SCORING: Readonly<Record<keyof typeof RU, Wording>> = {
  'profile.unknown':
    'The level is unknown: there is no self-assessment, test or observation. The target is {targetRead}.',
  'profile.deficit': `Level {levelRead} ${SOURCE}, target {targetRead}: {depth} {depth|level|levels} short.${GAP}`,
  'profile.deficit.near': `Level {levelRead} ${SOURCE}, target {targetRead}: {depth} {depth|level|levels} short, but within the error of measurement${NEAR}. Make sure by a test or in a lesson.${GAP}`,
  'profile.norm': `Level {levelRead} ${SOURCE}, target {targetRead} reached; one may consult from {fromRead}.${GAP}`,
  'profile.check': `Level {levelRead} ${SOURCE}: enough for a consultant (from {fromRead}), but by less than the error of measurement${NEAR}. Confirm it by a test or in a lesson.${GAP}`,
  'profile.surplus.observation': `Level {levelRead} ${SOURCE}: may consult (from {fromRead}), confirmed by observation.${GAP}`,
  'profile.surplus.test': `Level {levelRead} ${SOURCE}: may consult (from {fromRead}), confirmed by a test.${GAP}`,
  'profile.surplus.margin': `Level {levelRead} ${SOURCE}: may consult (from {fromRead}), by more than the error of measurement${NEAR}.${GAP}`,
  'profile.surplus.noerror': `Level {levelRead} ${SOURCE}: may consult (from {fromRead}). The error of measurement cannot be computed from so few answers, so the self-assessment is believed.${GAP}`,
};

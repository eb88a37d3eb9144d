// How high a synthetic teacher's level comes out: a general skill, a leaning in the area, the competency's difficulty, chance.
import type { Dice } from './dice';
import type { Competency, Level } from '../../src/domain/framework/framework';

export interface Ability {
  readonly general: number;
  readonly young: boolean;
  /** Area → leaning, filled as areas come up. */
  readonly areas: Map<string, number>;
}

/** The share of a leaning common to the whole area: answers within an area agree about as well as in a good questionnaire. */
const GENERAL = 0.75;
const AREA = 0.55;
const OWN = 0.4;

export function levelOf(
  dice: Dice,
  ability: Ability,
  competency: Competency,
  as: { readonly consults: boolean; readonly chose: boolean; readonly needs: boolean },
): Level {
  const leaning = ability.areas.get(competency.area) ?? dice.normal();
  ability.areas.set(competency.area, leaning);
  const middle = competency.target - 0.2 + (ability.young ? 0.3 : 0);
  const raw = middle + GENERAL * ability.general + AREA * leaning + OWN * dice.normal();
  if (as.consults) return 4;
  const [low, high] = as.needs ? [0, 2] : as.chose ? [2, 3] : [0, 3];
  const shifted = Math.round(as.needs ? raw - 1 : raw);
  const bounded = Math.min(Math.max(shifted, low), high);
  return bounded;
}

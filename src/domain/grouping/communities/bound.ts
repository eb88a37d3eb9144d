// What no division into communities can exceed: a Lagrangian relaxation of who learns what from whom.

/** Enough for the bound to settle; each round is a pass over people and competencies. */
const ROUNDS = 300;

/**
 * An upper bound on the needs served and the tutors' worth in `communities` communities of at most `most` people.
 *
 * Relaxed: in a focus no more people learn than its tutors can have beside them. That limit is priced instead (a price a focus, any
 * price gives a valid bound: M. Fisher, Management Science 27, 1981); everybody then takes the best place for himself, exactly
 * `communities` of them as tutors. The prices are improved by subgradient steps; the least bound counts.
 *
 * @param needs, tutors  person · competencies + competency → worth of learning, worth as a tutor
 */
export function placesBound(
  needs: Int32Array,
  tutors: Int32Array,
  competencies: number,
  communities: number,
  most: number,
): number {
  const people = needs.length / competencies;
  const price = new Float64Array(competencies);
  const excess = new Float64Array(competencies);
  const learns = new Int32Array(people);
  const leads = new Int32Array(people);
  const change = new Float64Array(people);
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    let sum = 0;
    excess.fill(0);
    for (let i = 0; i < people; i++) {
      let learning = -Infinity;
      let leading = -Infinity;
      for (let c = 0; c < competencies; c++) {
        const asLearner = needs[i * competencies + c]! - price[c]!;
        const asTutor = tutors[i * competencies + c]! + (most - 1) * price[c]!;
        if (asLearner > learning) {
          learning = asLearner;
          learns[i] = c;
        }
        if (asTutor > leading) {
          leading = asTutor;
          leads[i] = c;
        }
      }
      sum += learning;
      change[i] = leading - learning;
    }
    const order = [...change.keys()].sort((a, b) => change[b]! - change[a]!);
    order.forEach((i, rank) => {
      if (rank < communities) {
        sum += change[i]!;
        excess[leads[i]!]! -= most - 1;
      } else excess[learns[i]!]! += 1;
    });
    least = Math.min(least, sum);
    const length = excess.reduce((total, one) => total + one * one, 0);
    if (length === 0) break;
    const step = (2 * Math.abs(sum)) / (length * (round + 10));
    for (let c = 0; c < competencies; c++) price[c] = Math.max(0, price[c]! + step * excess[c]!);
  }
  // Everything is worth whole numbers; a hair's breadth of rounding must not cost a unit.
  return Math.floor(least + 1e-6);
}

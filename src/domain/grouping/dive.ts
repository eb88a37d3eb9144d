// A start of the search from the relaxation: its surest leaders are settled on one after another.
import type { Relaxation } from './bound';
import type { Guide } from './guide';
import type { Model } from './model';
import type { Random } from './random';
import type { Seating } from './seating';
import type { State } from './state';

/** Staff up to which a dive takes a few hundredths of a second; its time grows with the square. */
export const MOST_DIVABLE = 200;
/** Steps of the relaxation after each entry that is settled on, and their length as a share of Polyak's. */
const STEPS = 15;
const LENGTH = 1;
/** Weight of the present step in the average meanwhile. */
const FRESH = 0.1;
/** Disturbance of the usages, as a share: dives are to end in different valleys. */
const NOISE = 0.3;
/** Entries used less than this are not settled on. */
const LEAST_USAGE = 0.03;

/**
 * Diving (Wolsey, "Integer Programming", 1998, ch. 12) with a Lagrangian relaxation: again and again the entry of `model.lead` that the
 * relaxation uses most is settled on and the prices follow. Which valley of the solutions this ends in is chosen by the whole problem,
 * not by the moves of a hot search. The relaxation is afterwards as it was.
 * @param target the cost of some solution under the prices of the relaxation: under others the steps would be of a wrong length
 * @returns the entries settled on, in that order
 */
export function dive(relaxation: Relaxation, model: Model, guide: Guide, random: Random, target: number): number[] {
  const { lead, maxLead } = model;
  const left = maxLead.slice();
  for (const { consultants } of model.fixed) for (const j of consultants) left[j]!--;
  const liking = likings(model, random);
  const settled: number[] = [];
  return relaxation.aside(() => {
    for (;;) {
      const entry = surest(relaxation, model, guide, liking, (j) => left[j]! > 0);
      if (entry < 0) return settled;
      settled.push(entry);
      settleOn(relaxation, model, guide, entry, --left[lead[entry]!]! <= 0);
      relaxation.settle(STEPS, LENGTH, FRESH, target);
    }
  });
}

/** [entry of model.lead] by what its usage is multiplied, so that each dive goes another way. */
export function likings(model: Model, random: Random): Float64Array {
  return Float64Array.from(model.lead, () => 1 + NOISE * (2 * random.next() - 1));
}

/** The entry that the relaxation uses most of those that may be settled on, or −1. */
export function surest(
  relaxation: Relaxation,
  model: Model,
  guide: Guide,
  liking: Float64Array,
  mayLead: (person: number) => boolean,
): number {
  let found = -1;
  let most = LEAST_USAGE;
  for (let e = 0; e < model.lead.length; e++) {
    if (!relaxation.isFree(e) || !model.open[guide.pair[e]!]) continue;
    const usage = relaxation.usageOf(e) * liking[e]!;
    if (usage <= most || !mayLead(model.lead[e]!)) continue;
    most = usage;
    found = e;
  }
  return found;
}

/** @param last true when the person may lead no more after this */
export function settleOn(relaxation: Relaxation, model: Model, guide: Guide, entry: number, last: boolean): void {
  const { lead, slots } = model;
  relaxation.force(entry, guide.pair[entry]! % slots);
  if (last) for (let e = 0; e < lead.length; e++) if (lead[e] === lead[entry]) relaxation.exclude(e);
}

/** Opens the groups of the settled entries, in random order, in a state that holds the locked groups only; nobody sits in them yet. */
export function open(settled: readonly number[], seating: Seating, guide: Guide): void {
  const { state: s, model: m, random } = seating;
  const list = settled.slice();
  while (list.length) {
    const at = random.below(list.length);
    const e = list[at]!;
    list[at] = list[list.length - 1]!;
    list.pop();
    const ct = guide.pair[e]!;
    const c = (ct / m.slots) | 0;
    const t = ct - c * m.slots;
    if (s.freeGroups < 2 || !s.hasResources(c, t)) continue;
    const g = s.openGroup(c, t);
    if (seating.mayLead(g, m.lead[e]!)) seating.admitLead(g, m.lead[e]!);
    else s.closeGroup(g);
  }
}

/** Opens the groups of the settled entries and seats everybody; too small ones are closed. */
export function plant(settled: readonly number[], seating: Seating, guide: Guide): void {
  const { state: s, model: m } = seating;
  open(settled, seating, guide);
  for (const g of own(s)) seating.fill(g, false);
  for (let i = 0; i < m.n; i++) seating.toPool(i);
  seating.seatPool();
  closeUnlawful(seating);
}

/** Takes the groups apart that may not stay as they are, and seats their people elsewhere. */
export function closeUnlawful(seating: Seating): void {
  const { state: s } = seating;
  // Who goes to a better seat may leave a group of one subject behind; each round closes one at least.
  for (;;) {
    const unlawful = own(s).filter((g) => s.tooSmall(g) || !s.mixed(g));
    if (unlawful.length === 0) break;
    for (const g of unlawful) seating.takeApart(g);
    seating.seatPool();
  }
  s.commit();
}

function own(s: State): number[] {
  return [...s.active.subarray(0, s.activeCount)].filter((g) => !s.locked[g]);
}

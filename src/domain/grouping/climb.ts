// The search in the tree of the consultants' choices, and the seating of what it finds.
import { closeUnlawful, open } from './dive';
import type { Guide } from './guide';
import type { LeaderTree } from './leader-tree';
import { lossOf } from './loss';
import type { Model } from './model';
import type { Moves } from './moves';
import type { Random } from './random';
import type { PackedGroups, State } from './state';
import { Transfers } from './transfers';

/** What steps in the tree look at in about the time of a trial. */
const WORK_A_TRIAL = 900;
/**
 * After so many kicks in vain the groups of a leaf are seated nearly as well as can be. A kick of somebody's seat takes as long as a
 * trial: of 122 leaves found among the best choices 67 were seated as well as was looked for with 60, 101 with 400.
 */
const KICKS = 300;
/** Of the way from the best coverage to the bound, the part that the first search is to go … */
const AMBITION = 0.8;
/** … and how much of that part the next one is to go: what was far is near afterwards, or was too far. */
const LESS = 0.7;
/** When it is to go less than this, searches begin among the best choices found instead of from nothing. */
const NEAR = 0.2;
/** Entries that such a search lets go. */
const RELEASED = 16;
/** Share of the releases that are of entries about the same people. */
const RELATED = 0.5;
/** Disturbance of how many people two entries have in common. */
const NOISE = 6;
/** Share of those searches that look for other choices as good. */
const ASIDE = 0.3;
/** After so many of them in vain, one from nothing looks for other choices as good to begin among. */
const VAIN = 12;
/** Nodes after which a search gives up that is to go more than one step, and one among the best choices. */
const NODES_ON_THE_WAY = 80;
const NODES_NEAR = 40;

export interface Climbing {
  readonly tree: LeaderTree;
  readonly guide: Guide;
  readonly random: Random;
  /** Under the prices of the problem itself. */
  readonly workshop: { readonly state: State; readonly moves: Moves };
  readonly from: PackedGroups;
  /** What took as long as so many trials is done; true when it is time to stop. */
  readonly spend: (trials: number) => boolean;
  /** Groups that have been found. */
  readonly take: (groups: PackedGroups) => void;
}

/**
 * Looks in the tree for consultants' choices that allow a better coverage, and seats everybody; again and again. Far steps come first:
 * from a poor coverage the next better ones are as poor, and each takes a seating. Afterwards most of the best choices stay and the
 * others are made anew (large neighbourhood search: Shaw, "Using constraint programming and local search methods to solve vehicle
 * routing problems", 1998): with so much settled a node takes a third of the time, and far fewer nodes tell that nothing better is there.
 */
export function climb(climbing: Climbing): void {
  const { tree, guide, random, workshop, from, spend, take } = climbing;
  const { model } = workshop.state;
  let counted = tree.work;
  const spendWork = (): boolean => {
    const trials = Math.ceil((tree.work - counted) / WORK_A_TRIAL);
    counted = tree.work;
    return spend(trials);
  };
  let coverage = tree.coverageOf(from);
  let held: readonly number[] = [];
  let ambition = AMBITION;
  let vain = 0;
  // A search takes time even where its root is refused at once.
  while (!spend(1)) {
    const isStuck = vain >= VAIN;
    const isNear = held.length > 0 && ambition < NEAR && !isStuck;
    const isAside = isStuck || (isNear && random.next() < ASIDE);
    const step = isAside ? 0 : tree.stepTowards(coverage, isNear ? 0 : ambition);
    const kept = isNear ? keptOf(held, model, guide, random) : [];
    const most = isNear ? NODES_NEAR : tree.isFar(step) ? NODES_ON_THE_WAY : Infinity;
    let nodes = 0;
    const settled = tree.search(coverage, step, random, () => spendWork() || ++nodes > most, kept);
    if (step > 0) ambition *= LESS;
    vain = isNear ? vain + 1 : 0;
    if (!settled) continue;
    const groups = seat(climbing, settled, coverage - step);
    take(groups);
    const reached = tree.coverageOf(groups);
    if (!isNear || !tree.isWorse(reached, coverage)) held = settled;
    if (tree.isWorse(coverage, reached)) vain = 0;
    coverage = Math.min(coverage, reached);
  }
}

/** The entries but `RELEASED`: any, or those that have most people in common with one of them. */
function keptOf(entries: readonly number[], model: Model, guide: Guide, random: Random): readonly number[] {
  const pivot = entries[random.below(entries.length)]!;
  const rivals = random.next() < RELATED ? rivalry(pivot, model, guide) : (): number => 0;
  return entries
    .map((entry) => ({ entry, order: entry === pivot ? Infinity : rivals(entry) + NOISE * random.next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, -RELEASED)
    .map(({ entry }) => entry);
}

/** How many people could be members of an entry's group and of the pivot's. */
function rivalry(pivot: number, { n, cand, candStart }: Model, guide: Guide): (entry: number) => number {
  const wanted = new Uint8Array(n);
  const peopleOf = (entry: number): Int32Array => {
    const ct = guide.pair[entry]!;
    return cand.subarray(candStart[ct]!, candStart[ct + 1]!);
  };
  for (const i of peopleOf(pivot)) wanted[i] = 1;
  return (entry) => {
    let common = 0;
    for (const i of peopleOf(entry)) common += wanted[i]!;
    return common;
  };
}

/** The groups of these entries of `model.lead` with everybody seated as well as can be found, or until the coverage is as looked for. */
function seat(
  { guide, random, workshop: { state, moves }, spend }: Climbing,
  settled: readonly number[],
  coverage: number,
): PackedGroups {
  const { gain, leftOutPrice } = state.model;
  state.clear();
  open(settled, moves.seating, guide);
  state.priceShortage(2 * gain.reduce((most, price) => Math.max(most, price), leftOutPrice));
  const transfers = new Transfers(state, random);
  transfers.settle();
  const isSeated = (): boolean => state.shortage === 0 && lossOf(state) <= coverage;
  transfers.kick(KICKS, () => spend(1) || isSeated());
  state.priceShortage(0);
  closeUnlawful(moves.seating);
  return state.pack();
}

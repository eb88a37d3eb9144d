// The search in the tree of the consultants' choices, and the seating of what it finds.
import { closeUnlawful, open } from './dive';
import type { Guide } from './guide';
import type { LeaderTree } from './leader-tree';
import type { Moves } from './moves';
import type { Random } from './random';
import type { PackedGroups, State } from './state';
import { Transfers } from './transfers';

/** About how many trials a node of the tree takes as long as, at 61 teachers, and a kick of somebody's seat. */
const NODE_TRIALS = 20;
const KICK_TRIALS = 4;
/** After so many kicks in vain the groups of a leaf are seated about as well as can be; far fewer tell how good a leaf on the way is. */
const KICKS = 200;
const KICKS_ON_THE_WAY = 60;
/** Of the way from the best coverage to the bound, the part that the first search is to go … */
const AMBITION = 0.8;
/** … and how much of that part the next one is to go: what was far is near afterwards, or was too far. */
const LESS = 0.7;
/** Nodes after which a search that is to go more than one step gives up. */
const NODES_ON_THE_WAY = 80;

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
 * Looks in the tree for consultants' choices that allow a better coverage, or others that allow one as good, and seats everybody; again
 * and again. Far steps come first: from a poor coverage the next better ones are as poor, and each takes a seating.
 */
export function climb(climbing: Climbing): void {
  const { tree, random, workshop, from, spend, take } = climbing;
  const node = Math.ceil(NODE_TRIALS * Math.pow(workshop.state.model.n / 61, 2));
  let coverage = tree.coverageOf(from);
  let ambition = AMBITION;
  /** One step further nothing was found: others as good come in turn with that. */
  let isAside = false;
  // A search takes time even where its root is refused at once.
  while (!spend(node)) {
    const step: number = isAside ? 0 : tree.stepTowards(coverage, ambition);
    const isFar = tree.isFar(step);
    let nodes = 0;
    const tooLong = (): boolean => isFar && ++nodes > NODES_ON_THE_WAY;
    const settled = tree.search(coverage, step, random, () => spend(node) || tooLong());
    isAside = !settled && step > 0 && !isFar;
    if (step > 0) ambition *= LESS;
    if (!settled) continue;
    const groups = seat(climbing, settled, isFar ? KICKS_ON_THE_WAY : KICKS);
    take(groups);
    coverage = Math.min(coverage, tree.coverageOf(groups));
  }
}

/** The groups of these entries of `model.lead` with everybody seated as well as can be found. */
function seat(
  { guide, random, workshop: { state, moves }, spend }: Climbing,
  settled: readonly number[],
  kicks: number,
): PackedGroups {
  const { gain, leftOutPrice } = state.model;
  state.clear();
  open(settled, moves.seating, guide);
  state.priceShortage(2 * gain.reduce((most, price) => Math.max(most, price), leftOutPrice));
  const transfers = new Transfers(state, random);
  transfers.settle();
  transfers.kick(kicks, () => spend(KICK_TRIALS));
  state.priceShortage(0);
  closeUnlawful(moves.seating);
  return state.pack();
}

// The mobile-groups problem and its solution as plain data (format vr-mobile-groups/1), and the check of an unknown input.

export interface GroupingTeacher {
  id: string;
  /** Index into `subjects`. */
  subj: number;
  /** Index of the school, 0 … schools − 1. */
  school: number;
  /** One character a competency: 0, 1, 2 = deficit of depth 3, 2, 1; 3 = neither; 4 = surplus and willing to consult. */
  lvl: string;
  /** One character a slot: 0 cannot, 1 can, 2 prefers. */
  av: string;
  /** This person's own limit of groups as a member, when it differs from `params.m`. */
  maxMember?: number;
  /** This person's own limit of groups as a consultant, when it differs from `params.k`. */
  maxLead?: number;
}

export interface GroupingPrices {
  uncovered: number;
  leftOut: number;
  group: number;
  load: number;
  subjRepeat: number;
  schoolRepeat: number;
  slot: number;
  oldPair: number;
  /** For a person moved out of a `previous` group; 0 when absent. */
  change?: number;
}

export interface GroupingParams {
  /** Least and greatest number of members of a group. */
  L: number;
  U: number;
  /** Members a consultant can take. */
  U1: number;
  /** Consultants a group can have. */
  cmax: number;
  /** Groups a person can be a member of, and a consultant of. */
  m: number;
  k: number;
  /** Weight of an unserved deficit by depth, index 0 … 3. */
  w: number[];
  price: GroupingPrices;
}

export interface GroupingGroup {
  competency: string;
  slot: number;
  consultants: string[];
  members: string[];
}

/** A wish that two people meet in some group, at least one of them learning; its price is paid while they do not. */
export interface GroupingWish {
  /** Teacher indexes. */
  a: number;
  b: number;
  price: number;
  /** True when it is fulfilled only where `b` is a consultant («хочу к …»). */
  bLeads?: boolean;
  /** The competency it is about: fulfilled only in a group of this one; in any when absent. */
  competency?: string;
}

/** Two people, by their indexes, who must not meet in a group of this competency. */
export interface GroupingBan {
  a: number;
  b: number;
  competency: string;
}

/** Rooms or equipment that groups need while they meet: so many groups at most can have it at one time. */
export interface GroupingResource {
  id: string;
  /** Groups that can have it in one slot. */
  capacity: number;
  /** Of these, by slot, those that groups outside the problem have; none when absent. */
  taken?: number[];
  /** What people call it; rooms as such have no name. */
  title?: string;
  /** Competencies whose groups need it; all when absent. */
  competencies?: string[];
}

/** How large groups of one competency may be, where that is less than `params` allow: the rooms they can meet in may be small. */
export interface GroupingSize {
  competency: string;
  /** Greatest number of members, L … params.U. */
  U: number;
  /** Consultants a group can have, 1 … params.cmax. */
  cmax: number;
}

export interface GroupingProblem {
  format: 'vr-mobile-groups/1';
  id: string;
  teachers: GroupingTeacher[];
  subjects: string[];
  schools: number;
  /** How many weekly time slots there are. */
  slots: number;
  competencies: string[];
  /** Pairs of teacher indexes that have worked together before. */
  history: [number, number][];
  params: GroupingParams;
  /** Pairs of teacher indexes that must not meet in one group. */
  forbidden?: [number, number][];
  /** Pairs that must not meet in a group of one competency, and may in others. */
  forbiddenIn?: GroupingBan[];
  /** Groups that stay exactly as they are; their people are busy in their slots and their limits are used up. */
  locked?: GroupingGroup[];
  wishes?: GroupingWish[];
  resources?: GroupingResource[];
  /** Competencies whose groups are smaller than those of the others may be, each once. */
  sizes?: GroupingSize[];
  /**
   * The groups as they stood. `price.change` is paid for every person of theirs who does not come to a group of the same competency
   * in the same slot and role, as far as this is still possible for that person.
   */
  previous?: GroupingGroup[];
}

/** How many members and consultants a group of the competency may have. */
export function sizeOf(
  { sizes = [], params }: GroupingProblem,
  competency: string,
): Pick<GroupingParams, 'U' | 'cmax'> {
  return sizes.find((one) => one.competency === competency) ?? params;
}

/** How many members a group of the competency may have with so many consultants. */
export function mostMembers(problem: GroupingProblem, competency: string, consultants: number): number {
  return Math.min(sizeOf(problem, competency).U, problem.params.U1 * consultants);
}

export type UnservedReason = 'no_consultant' | 'no_common_slot' | 'too_few' | 'limit';

export interface UnservedNeed {
  teacher: string;
  competency: string;
  reason: UnservedReason;
}

/** The parts of the cost; f1 … f4 as in the format, f5 what wishes and changes cost (0 in a problem without them). */
export interface CostParts {
  f1: number;
  f2: number;
  f3: number;
  f4: number;
  f5: number;
}

export interface GroupingSolution {
  groups: GroupingGroup[];
  unserved: UnservedNeed[];
  cost: number;
  costParts: CostParts;
  /** No solution of the problem costs less than this. */
  bound: number;
  /** No solution of the problem has a smaller `costParts.f1`, as far as that is known, else −Infinity. */
  leastUnserved: number;
}

/** `code` says what is wrong, `where` is the path inside the input, e.g. `teachers[3].lvl`. */
export interface InputProblem {
  code: string;
  where: string;
}

export type ValidatedProblem = { ok: true; problem: GroupingProblem } | { ok: false; problems: InputProblem[] };

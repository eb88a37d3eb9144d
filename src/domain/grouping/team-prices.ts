// What makes a mentor pair or a learning community better besides the needs it serves; «Настройки» names each and holds its value.

/**
 * Whole numbers 0 … `MOST_PRICE`, in units of need: a deficit of depth d weighs d², twice when the person wants to close it. A wish of
 * both sides has no price in a pair: it comes before everything else.
 */
export interface PairPrices {
  /** The trainee has asked for this mentor. */
  readonly asked: number;
  /** The mentor has offered to help this trainee. */
  readonly offered: number;
  /** They teach the same subject. */
  readonly sameSubject: number;
  /** They come from different schools, where schools are to mix. */
  readonly otherSchool: number;
  /** They were a pair in the draft. */
  readonly drafted: number;
}

/** In the same units; for every two people of a community. */
export interface CommunityPrices {
  /** Both want to be together. */
  readonly mutual: number;
  /** One of them does. */
  readonly asked: number;
  /** For every school beyond the first, where schools are to mix. */
  readonly otherSchool: number;
  /** They were together in the draft. */
  readonly stay: number;
}

/**
 * So little that no sum of prices outweighs what must hold in a community of 20: a tutor, those kept together or apart. Its 190 pairs come to
 * less than 60,000 when each has the greatest price of a wish, of one about the focus, and of the draft.
 */
export const MOST_PRICE = 100;

export const USUAL_PAIR_PRICES: PairPrices = { asked: 4, offered: 2, sameSubject: 1, otherSchool: 3, drafted: 6 };
export const USUAL_COMMUNITY_PRICES: CommunityPrices = { mutual: 8, asked: 3, otherSchool: 3, stay: 4 };

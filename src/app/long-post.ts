// Letters to more people than one execution writes to: each execution looks at the next of them only.
import { type Addressed, post, type Posted } from './letters';
import type { Ports } from './ports';

/** Where a sending stands; absent at the beginning, and when everybody is looked through once more. */
export interface SendingCursor {
  /** How many of all addressees, in their order, are done with: what is before them need not be looked at each time. */
  readonly past?: number;
  /** Letters to those that went. */
  readonly sent?: number;
  /** Letters to the others that are to go. */
  readonly left?: number;
}

/** More letters than an execution sends: so many addressees are looked at at a time once everybody's letter is planned. */
const WINDOW = 300;

interface Sending {
  readonly posted: Posted;
  /** Letters that went, by this run or before. */
  readonly sent: number;
  readonly cursor: Required<SendingCursor>;
}

/**
 * Sends what is left. What the cursor is past was settled by earlier executions; as people may have moved rows and added colleagues
 * since, everything is looked through once more before the run ends.
 * @param lettersOf letters to the addressees from number `from` on, before number `to` where one is given; `at` is whose it is
 * @param addressees how many there are
 */
export function postOn(
  ports: Ports,
  run: string,
  { past = 0, sent = 0, left = 0 }: SendingCursor,
  addressees: number,
  lettersOf: (from: number, to: number | undefined) => readonly (Addressed & { readonly at: number })[],
): Sending {
  const letters = lettersOf(past, past === 0 ? undefined : past + WINDOW);
  const posted = post(ports, run, letters);
  const cursor = {
    past: letters[posted.next]?.at ?? past + WINDOW,
    sent: sent + posted.doneBefore,
    left: past === 0 ? posted.left : Math.max(posted.left, left - posted.settled),
  };
  if (posted.why === 'done' && past > 0)
    return postOn(ports, run, cursor.past < addressees ? cursor : {}, addressees, lettersOf);
  return { posted: { ...posted, left: cursor.left }, sent: sent + posted.sentInAll, cursor };
}

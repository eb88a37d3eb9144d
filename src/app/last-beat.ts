// When the heartbeat last came to its end: a trigger that is there need not be one that Google calls.
import type { Ports } from './ports';

/** Property that holds it (epoch ms). */
export const LAST_BEAT = 'beat';

/** Also told when the trigger is made: from then on its beats are waited for. */
export const keepBeat = ({ store, clock }: Ports): void => store.set(LAST_BEAT, String(clock.now()));

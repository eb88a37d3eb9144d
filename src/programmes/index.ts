// The programme templates a school can start from.
import type { Programme } from '../domain/programme/programme';
import { DIGCOMPEDU } from './digcompedu';
import { VREMYA_ROSTA } from './vremya-rosta';

export const PROGRAMMES: readonly Programme[] = [VREMYA_ROSTA, DIGCOMPEDU];

/** Undefined when there is no such template. */
export function programmeById(id: string): Programme | undefined {
  return PROGRAMMES.find((programme) => programme.id === id);
}

// Tables that only late actions use: they load with those (`app/late.ts`), not with every click.
import type { Table } from './schema';
import { COMMUNITIES, LEFT_OUT, MASTERY, PAIRS } from './tables/teams';
import { WISHES } from './tables/wishes';

export * from './tables/teams';
export * from './tables/wishes';

/** In the order of their sheets. */
export const LATE_TABLES: readonly Table[] = [WISHES, PAIRS, COMMUNITIES, MASTERY, LEFT_OUT];

// What runs beside the cycle and leaves no table of its own to count: when it was last done, as the journal tells.
import { JOURNAL } from '../workbook/tables';
import type { HomeStep } from './home';
import type { HomeParts } from './home-parts';
import type { Words } from './ports';
import type { Workbook } from './ports/workbook';

const TOLD = ['sendRoutes', 'evaluateModel', 'writeNote'] as const;

/** One read of the journal; what was undone counts as not done. */
export function besideByJournal(workbook: Workbook, words: Words, parts: HomeParts): readonly HomeStep[] {
  const rows = parts.read(JOURNAL, () => workbook.read(JOURNAL).rows);
  return TOLD.map((action): HomeStep => {
    const title = words.say({ code: `action.${action}` });
    const done = rows.filter((row) => row.action === title && row.state === 'done').map(({ at }) => at);
    const last = done[done.length - 1];
    return parts.step([JOURNAL], action, last === undefined ? 'waiting' : 'done', {
      code: `home.${action}`,
      fields: { at: last?.slice(0, 10) ?? '' },
    });
  });
}

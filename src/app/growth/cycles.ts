// Cycles as the workbook knows them, and the context as it is in another of them.
import { LEVELS_TABLE, SETTINGS, SURVEYS } from '../../workbook/tables';
import { type Context, notSetUp } from '../context';
import type { Ports } from '../ports';

/** Cycles in which somebody's level could have been measured, in the order of their coming. */
export function cyclesWithLevels(ports: Ports): readonly string[] {
  if (notSetUp(ports, SURVEYS, LEVELS_TABLE, SETTINGS) !== undefined) return [];
  const assessed = ports.workbook.read(SURVEYS).rows.filter(({ kind }) => kind === 'self');
  const measured = ports.workbook.read(LEVELS_TABLE).rows;
  return [...new Set([...assessed, ...measured].map(({ cycle }) => cycle))].filter((cycle) => cycle !== '');
}

/** The same workbook as it was asked about in another cycle. (The programme is read only when asked for: it must not be copied.) */
export function inCycle(context: Context, cycle: string): Context {
  const { settings, staff, competencies, problems } = context;
  return {
    settings: { ...settings, cycle },
    get programme() {
      return context.programme;
    },
    staff,
    competencies,
    problems,
  };
}

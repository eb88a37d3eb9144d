// The days in which modules may be held, from the settings and today.
import { addDays, type LocalDate } from '../../domain/local-time';
import type { Settings } from '../../workbook/settings';
import type { Ports } from '../ports';

const DEFAULT_DAYS = 28;

/** Both days belong to it; `to` lies before `from` when the settings are turned round or the window is past. */
export function windowOf({ clock }: Ports, { windowFrom, windowTo }: Settings): { from: LocalDate; to: LocalDate } {
  const from = windowFrom > clock.today() ? windowFrom : addDays(clock.today(), 1);
  return { from, to: windowTo === '' ? addDays(from, DEFAULT_DAYS) : windowTo };
}

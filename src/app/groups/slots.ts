// Weekly slots in which a whole group can meet.
import type { Settings } from '../../workbook/settings';
import type { AllAnswers } from '../answers/load';
import { slotsOf, type StandingGroup } from './read';

/**
 * Slot values in which everybody of the group can, best first: agreed with the consultants, then the one the group was formed for,
 * then the others. People who named no times can always; a time that the consultants agreed to suits them whatever they said before.
 */
export function weekSlots(
  settings: Settings,
  answers: AllAnswers,
  group: StandingGroup,
  agreed: readonly string[] = [],
): readonly string[] {
  const all = slotsOf(settings).map(({ value }) => value);
  const wished = new Set(agreed);
  const said = (code: string, slot: string): boolean => {
    const times = answers.self.get(code)?.times ?? [];
    return times.length === 0 || times.includes(slot);
  };
  const common = all.filter(
    (slot) =>
      group.consultees.every(({ code }) => said(code, slot)) &&
      group.consultants.every(({ code }) => said(code, slot) || wished.has(slot)),
  );
  const rank = (slot: string): number => (wished.has(slot) ? 0 : slot === group.slot ? 1 : 2);
  return [...common].sort((a, b) => rank(a) - rank(b) || all.indexOf(a) - all.indexOf(b));
}

// What a change of groups leaves to be done or known once it is made: invitations to be sent again, people who do not come back.
import type { AppliedEdit, Draft, EditedGroup } from '../../domain/grouping/editor';
import type { Message } from '../../domain/message';
import { MODULES } from '../../workbook/tables';
import type { Ports } from '../ports';
import type { PlannedEdit } from './edit';
import { goneTold } from './gone';

/** Groups that a change is about. */
export const touched = ({ before, after }: AppliedEdit): string[] => [
  ...new Set([...before.groups, ...after.groups].map(({ id }) => id)),
];

/** What is to be said of a change beside what it does and which rules it breaks. */
export const followsFrom = (ports: Ports, plan: PlannedEdit): readonly Message[] => [
  ...goneTold(ports, plan.gone ?? []),
  ...invitesAgain(ports, plan),
];

/** Sessions with invitations whose guests will hear of the change with the next ones, and those that stay at the group's former time. */
function invitesAgain(ports: Ports, { applied }: PlannedEdit): readonly Message[] {
  const { before, after } = applied;
  const invited = ports.workbook.read(MODULES).rows.filter(({ state }) => state === 'invited');
  const told = (code: string, of: (group: EditedGroup) => string): readonly Message[] => {
    const was = (id: string, { groups }: Draft): string =>
      groups
        .filter((group) => group.id === id)
        .map(of)
        .join();
    const changed = touched(applied).filter((id) => was(id, before) !== was(id, after));
    const modules = invited.filter(({ group }) => changed.includes(group)).map(({ module }) => module);
    return modules.length === 0 ? [] : [{ code, fields: { modules } }];
  };
  return [
    ...told('edit.invite', ({ consultants, members }) => [...consultants, ...members].sort().join()),
    ...told('edit.slotInvited', ({ slot }) => String(slot)),
  ];
}

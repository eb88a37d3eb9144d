// What a change of groups leaves to be done or known once it is made: invitations to be sent again, people who do not come back.
import type { AppliedEdit, Draft, EditedGroup } from '../../domain/grouping/editor';
import type { Message } from '../../domain/message';
import { MODULES } from '../../workbook/tables';
import type { Ports } from '../ports';
import { timeOf } from '../timetable/modules';
import type { PlannedEdit } from './edit';
import { goneTold } from './gone';
import { slotAt } from './slots';

/** Groups that a change is about. */
export const touched = ({ before, after }: AppliedEdit): string[] => [
  ...new Set([...before.groups, ...after.groups].map(({ id }) => id)),
];

/** What is to be said of a change beside what it does and which rules it breaks. */
export const followsFrom = (ports: Ports, plan: PlannedEdit): readonly Message[] => [
  ...goneTold(ports, plan.gone ?? []),
  ...invitesAgain(ports, plan),
];

/** Sessions with invitations whose guests will hear of the change with the next ones, and those that stay at another time than the group's. */
function invitesAgain(ports: Ports, { situation, applied, direction, row }: PlannedEdit): readonly Message[] {
  const { cycle } = situation.profiles.context.settings;
  const invited = ports.workbook
    .read(MODULES)
    .rows.filter((module) => module.state === 'invited' && module.cycle === cycle);
  const differs = (of: (group: EditedGroup) => string): ((id: string) => boolean) => {
    const inAll = (id: string, { groups }: Draft): string =>
      groups
        .filter((group) => group.id === id)
        .map(of)
        .join();
    return (id) => inAll(id, applied.before) !== inAll(id, applied.after);
  };
  const told = (code: string, modules: typeof invited): readonly Message[] =>
    modules.length === 0 ? [] : [{ code, fields: { modules: modules.map(({ module }) => module) } }];
  const otherPeople = differs(({ consultants, members }) => [...consultants, ...members].sort().join());
  const otherTime = differs(({ slot }) => slot);
  const slots = new Map((direction === 'do' ? applied.after : applied.before).groups.map(({ id, slot }) => [id, slot]));
  const standsAt = (module: (typeof invited)[number]): string | undefined => {
    const time = timeOf(module);
    return time === undefined || module.date === '' ? undefined : slotAt(module.date, time.start, time.end);
  };
  return [
    // Of a change of the list nobody knows whether its guests have heard of it.
    ...told(
      row === undefined ? 'edit.invite' : 'edit.inviteBack',
      invited.filter(({ group }) => otherPeople(group)),
    ),
    ...told(
      'edit.slotInvited',
      invited.filter((module) => otherTime(module.group) && standsAt(module) !== slots.get(module.group)),
    ),
  ];
}

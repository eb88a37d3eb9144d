// Invitations after somebody was erased: the others must not be told of a change that is none of theirs.
import { GROUPS, MODULES, PROGRAMMES } from '../../workbook/tables';
import type { Person, PersonFinder } from '../../domain/personal/person';
import type { Ports } from '../ports';
import { digestOf, plannedChanges, type Told } from '../timetable/changes';
import type { Subject } from './subject';
import { traceIn } from './traces';

/** Modules of the person's groups whose invitations say what the sheets say, before anything is erased. */
export function quietModules(ports: Ports, { person }: Subject, finder: PersonFinder): readonly string[] {
  const planned = plannedChanges(ports);
  if (!planned.ok) return [];
  const changed = new Set(
    planned.value.changes.flatMap((change) =>
      change.kind === 'cancel' || isOnlyOf(ports, person, change) ? [] : [change.module.row.module],
    ),
  );
  const named = new Set(traceIn(ports, PROGRAMMES, finder).cleaned.map(({ $row }) => $row));
  const groups = new Set([
    ...ports.workbook.read(GROUPS).rows.flatMap(({ teacher, group }) => (finder.is(teacher) ? [group] : [])),
    ...(named.size === 0
      ? []
      : ports.workbook.read(PROGRAMMES).rows.flatMap(({ $row, group }) => (named.has($row) ? [group] : []))),
  ]);
  return ports.workbook
    .read(MODULES)
    .rows.filter(({ group, module, state }) => state === 'invited' && groups.has(group) && !changed.has(module))
    .map(({ module }) => module);
}

/** Is there nothing to be told of but that the person has another address now? */
const isOnlyOf = (ports: Ports, { email, earlier = [] }: Person, { module, event }: Told): boolean =>
  earlier.some((before) => {
    const guests = event.guests.map((guest) => (guest.email === email ? { ...guest, email: before } : guest));
    return digestOf(ports, { ...event, guests }) === module.row.sent;
  });

/** After it: the events have lost the guest already, so that the modules count as told. */
export function keepQuiet(ports: Ports, modules: readonly string[]): void {
  const planned = modules.length === 0 ? undefined : plannedChanges(ports);
  if (planned?.ok !== true) return;
  ports.workbook.patch(
    MODULES,
    planned.value.changes.flatMap((change) =>
      change.kind === 'update' && modules.includes(change.module.row.module)
        ? [{ $row: change.module.row.$row, set: { sent: change.digest, guests: change.event.guests.length } }]
        : [],
    ),
  );
}

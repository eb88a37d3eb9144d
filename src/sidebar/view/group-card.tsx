// One group as a card: who is in it, what may be done about it, why it is together.
import type { GroupPersonView, GroupsView, GroupView } from '../../shared/contract';
import { groupId, type GroupsEditor, personId } from '../editor/groups';
import type { Say } from '../words';
import { type Dragged, editOfDrop, type EditorProps } from './groups-screen';
import { MenuButton, type MenuItem } from './menu';

const STATES = {
  draft: 'groups.state.draft',
  published: 'groups.state.published',
  closed: 'groups.state.closed',
} as const;

interface CardProps extends EditorProps {
  readonly group: GroupView;
  readonly dragged: Dragged | undefined;
  readonly onDrag: (dragged: Dragged | undefined) => void;
}

export function GroupCard(props: CardProps) {
  const { say, editor, state, view, group, dragged, onDrag } = props;
  const drop = dragged === undefined ? undefined : editOfDrop(view, dragged, group.group);
  const touched = state.trial?.view !== undefined && isChanged(state.view, group);
  const title = `${group.group} · ${group.title}`;
  const stateKey = STATES[group.state as keyof typeof STATES];
  return (
    <li
      class={['card', drop === undefined ? '' : 'droppable', touched ? 'changed' : ''].filter(Boolean).join(' ')}
      onDragOver={(happened) => {
        if (drop !== undefined) happened.preventDefault();
      }}
      onDrop={(happened) => {
        happened.preventDefault();
        onDrag(undefined);
        if (drop !== undefined) void editor.attempt(...drop);
      }}
    >
      <MenuButton
        say={say}
        id={groupId(group.group)}
        class="card-head"
        label={say('groups.group', { group: group.group })}
        hint={say('groups.actions')}
        items={() => groupItems(props)}
      >
        <span class="card-title">{title}</span>
        <span class="quiet">
          {[group.slot, stateKey === undefined ? '' : say(stateKey), group.pinned ? say('groups.pinned') : '']
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </MenuButton>
      <People {...props} role="consultant" />
      <People {...props} role="consultee" />
      <details>
        <summary>{say('groups.why')}</summary>
        <p>{group.why}</p>
        {group.pairs.map((pair) => (
          <p key={pair}>{pair}</p>
        ))}
      </details>
    </li>
  );
}

function People(props: CardProps & { readonly role: GroupPersonView['role'] }) {
  const { say, group, role, onDrag, state, view } = props;
  const people = group.people.filter((person) => person.role === role);
  const key = role === 'consultant' ? 'groups.consultants' : 'groups.consultees';
  return (
    <>
      <p class="role">{say(key)}</p>
      <ul class="people" aria-label={`${group.group}: ${say(key)}`}>
        {people.map((person) => (
          <li
            key={person.teacher}
            draggable={group.state !== 'closed' && state.trial === undefined}
            onDragStart={(happened) => {
              happened.dataTransfer?.setData('text/plain', person.name);
              onDrag({ person: person.teacher, from: group.group });
            }}
            onDragEnd={() => {
              onDrag(undefined);
            }}
          >
            <MenuButton
              say={say}
              id={personId(group.group, person.teacher)}
              class="person"
              label={person.name}
              hint={say('groups.person', { role: say(`groups.role.${role}`) })}
              about={[person.reason]}
              items={() => personItems(say, props.editor, view, group, person)}
            >
              <span>{person.name}</span>
              <span class="quiet">{person.subjects}</span>
            </MenuButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function groupItems({ say, editor, view, group }: CardProps): readonly MenuItem[] {
  const from = group.group;
  const id = groupId(from);
  return [
    {
      label: say(group.pinned ? 'groups.unpin' : 'groups.pin'),
      onPick: () => void editor.attempt({ what: group.pinned ? 'unpin' : 'pin', from }, id),
    },
    {
      label: say('groups.slot'),
      opens: view.slots
        .filter(({ label }) => label !== group.slot)
        .map(({ value, label }) => ({
          label,
          onPick: () => void editor.attempt({ what: 'slot', from, slot: value }, id),
        })),
    },
  ];
}

function personItems(
  say: Say,
  editor: GroupsEditor,
  view: GroupsView,
  { group: from, people: here }: GroupView,
  { teacher: person, role }: GroupPersonView,
): readonly MenuItem[] {
  const id = personId(from, person);
  const others = view.groups.filter(
    ({ group, state, people }) =>
      group !== from && state !== 'closed' && !people.some(({ teacher }) => teacher === person),
  );
  const mates = view.groups.flatMap(({ group, title, people }) =>
    people.filter(({ teacher }) => teacher !== person).map((mate) => ({ ...mate, group, title })),
  );
  const known = new Set<string>();
  const everybody = mates.filter(({ teacher }) => !known.has(teacher) && known.add(teacher));
  return [
    {
      label: say('groups.move'),
      opens: others.map(({ group: to, title, slot }) => ({
        label: `${to} · ${title}`,
        note: slot,
        onPick: () => void editor.attempt({ what: 'move', person, from, to }, id, personId(to, person)),
      })),
    },
    {
      label: say('groups.swap'),
      opens: mates
        .filter(
          ({ group, teacher }) =>
            others.some((other) => other.group === group) && !here.some((one) => one.teacher === teacher),
        )
        .map(({ teacher: other, name, group: to, title }) => ({
          label: name,
          note: `${to} · ${title}`,
          onPick: () => void editor.attempt({ what: 'swap', person, from, other, to }, id, personId(to, person)),
        })),
    },
    {
      label: say('groups.forbid'),
      opens: everybody.map(({ teacher: other, name, group }) => ({
        label: name,
        note: group,
        onPick: () => void editor.attempt({ what: 'forbid', person, other }, id),
      })),
    },
    {
      label: say(role === 'consultant' ? 'groups.keep.learners' : 'groups.keep'),
      onPick: () => void editor.attempt({ what: 'keep', person, from }, id),
    },
    {
      label: say('groups.remove'),
      onPick: () => void editor.attempt({ what: 'remove', person, from }, id, groupId(from)),
    },
  ];
}

/** Would the edit being tried make this group another? */
function isChanged(before: GroupsView | undefined, now: GroupView): boolean {
  const was = before?.groups.find(({ group }) => group === now.group);
  const print = ({ slot, pinned, people }: GroupView): string =>
    JSON.stringify([slot, pinned, people.map(({ teacher, role }) => `${role} ${teacher}`)]);
  return was === undefined || print(was) !== print(now);
}

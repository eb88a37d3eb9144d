// «Редактор групп»: the groups as cards; people are moved by drag or by menu; what an edit changes is seen before it is made.
import { useEffect, useState } from 'preact/hooks';
import type { GroupsView } from '../../shared/contract';
import type { Client } from '../client';
import { createGroupsEditor, groupId, type GroupsEditor, type GroupsState, personId } from '../editor/groups';
import { useFocus, useStore } from '../editor/store';
import type { ScreenProps } from './app';
import { GroupCard } from './group-card';
import { MenuButton } from './menu';
import { EditorFrame } from './editor-frame';
import { Bottom, Button } from './parts';
import { TrialBar } from './trial-bar';
import { Variants } from './variants';
import { Walk } from './walk';

/** What the parts of the editor share. */
export interface EditorProps {
  readonly say: ScreenProps['say'];
  readonly editor: GroupsEditor;
  readonly state: GroupsState;
  /** What is shown: the groups as they are, or as they would be. */
  readonly view: GroupsView;
}

/** A person being dragged; `from` is '' for one without a group. */
export interface Dragged {
  readonly person: string;
  readonly from: string;
}

export function GroupsScreen({ controller, say, state: page, client }: ScreenProps & { readonly client: Client }) {
  const [editor] = useState(() => createGroupsEditor(client));
  const state = useStore(editor.store);
  const [query, setQuery] = useState('');
  const [dragged, setDragged] = useState<Dragged>();
  useEffect(() => void editor.load(), [editor]);
  useFocus(state.focus);

  const view = state.trial?.view ?? state.view;
  const found = view === undefined ? [] : filtered(view, query);
  const props = view === undefined ? undefined : { say, editor, state, view };
  return (
    <EditorFrame
      controller={controller}
      say={say}
      state={page}
      client={client}
      id="groups"
      editor={state}
      isThere={view !== undefined}
      onLoad={() => void editor.load()}
    >
      {props !== undefined && (
        <>
          <p class="quiet">{say('groups.help')}</p>
          <Walk {...props}>
            <button type="button" class="button small" onClick={() => void controller.openAction('formGroups')}>
              {say('groups.reform')}
            </button>
          </Walk>
          <input
            type="search"
            aria-label={say('groups.find')}
            placeholder={say('groups.find')}
            value={query}
            onInput={(happened) => {
              setQuery(happened.currentTarget.value);
            }}
          />
          {props.view.groups.length === 0 && <p>{say('groups.none')}</p>}
          {props.view.groups.length > 0 && found.length === 0 && <p role="status">{say('groups.noneFound')}</p>}
          <ul class="cards">
            {found.map((group) => (
              <GroupCard key={group.group} {...props} group={group} dragged={dragged} onDrag={setDragged} />
            ))}
          </ul>
          <Uncovered {...props} query={query} onDrag={setDragged} />
          {props.view.broken.length > 0 && (
            <section class="box careful" aria-labelledby="broken">
              <h2 id="broken">{say('groups.broken')}</h2>
              <ul class="lines">
                {props.view.broken.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          )}
          <Variants {...props} controller={controller} />
        </>
      )}
      {state.trial === undefined || props === undefined ? (
        <Bottom>
          <Button main onPress={() => void controller.openAction('publishGroups')}>
            {say('groups.publish')}
          </Button>
          <Button onPress={() => void controller.openHome()}>{say('page.home')}</Button>
        </Bottom>
      ) : (
        <TrialBar {...props} {...weighed(state)} />
      )}
    </EditorFrame>
  );
}

/** The edit being tried in words: what it does, and which rules of the school it breaks or mends. */
function weighed({ view: now, trial }: GroupsState) {
  const then = trial?.view;
  const broken = now?.broken ?? [];
  return {
    change: then?.change ?? [],
    broken: then?.broken.filter((line) => !broken.includes(line)) ?? [],
    mended: then === undefined ? [] : broken.filter((line) => !then.broken.includes(line)),
  };
}

function Uncovered({
  say,
  editor,
  view,
  query,
  onDrag,
}: EditorProps & { readonly query: string; readonly onDrag: (dragged: Dragged | undefined) => void }) {
  const people = view.uncovered.filter(({ name, title }) => matches(query, name, title));
  return (
    <section aria-labelledby="uncovered">
      <h2 id="uncovered">
        {say('groups.uncovered')} · {view.uncovered.length}
      </h2>
      {view.uncovered.length === 0 && <p>{say('groups.uncoveredNone')}</p>}
      <ul class="people">
        {people.map(({ teacher, name, title, reason, cover }) => {
          const id = `left ${teacher} ${title}`;
          return (
            <li
              key={id}
              draggable
              onDragStart={(happened) => {
                happened.dataTransfer?.setData('text/plain', name);
                onDrag({ person: teacher, from: '' });
              }}
              onDragEnd={() => {
                onDrag(undefined);
              }}
            >
              <MenuButton
                say={say}
                id={id}
                class="person"
                label={name}
                hint={say('groups.actions')}
                about={[reason, cover]}
                items={() => [
                  {
                    label: say('groups.add'),
                    opens: view.groups
                      .filter(
                        ({ state, people: there }) =>
                          state !== 'closed' && !there.some((one) => one.teacher === teacher),
                      )
                      .map((group) => ({
                        label: `${group.group} · ${group.title}`,
                        note: group.slot,
                        onPick: () =>
                          void editor.attempt(
                            { what: 'add', person: teacher, to: group.group, role: 'consultee' },
                            id,
                            personId(group.group, teacher),
                          ),
                      })),
                  },
                ]}
              >
                <span>{name}</span>
                <span class="quiet">{title}</span>
              </MenuButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const matches = (query: string, ...texts: readonly string[]): boolean =>
  texts.some((text) => text.toLowerCase().includes(query.trim().toLowerCase()));

function filtered(view: GroupsView, query: string): GroupsView['groups'] {
  return view.groups.filter(({ group, title, people }) =>
    matches(query, group, title, ...people.map(({ name }) => name)),
  );
}

/** Where a dropped person goes: undefined when the card is no place for him. */
export function editOfDrop(
  view: GroupsView,
  { person, from }: Dragged,
  to: string,
): Parameters<GroupsEditor['attempt']> | undefined {
  const target = view.groups.find(({ group }) => group === to);
  if (target === undefined || target.state === 'closed' || target.people.some(({ teacher }) => teacher === person))
    return undefined;
  return from === ''
    ? [{ what: 'add', person, to, role: 'consultee' }, groupId(to), personId(to, person)]
    : [{ what: 'move', person, from, to }, personId(from, person), personId(to, person)];
}

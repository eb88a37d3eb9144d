// The sheets of a spreadsheet: tabs, and what can be done with them.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BookView, TabChange, TabView } from '../contract';
import { ask } from './api';
import { failureOf, sayFailure, useApp } from './app-state';
import { Menu, type MenuEntry, Modal } from './parts';

interface TabsProps {
  readonly book: BookView;
  readonly current: number | undefined;
  readonly onOpen: (sheet: number) => void;
}

export function Tabs({ book, current, onOpen }: TabsProps) {
  const { say, person, tell } = useApp();
  const [renamed, setRenamed] = useState<TabView>();
  const list = useRef<HTMLUListElement>(null);
  // A script may leave the person on a sheet whose tab is out of sight; so may a sidebar that takes room.
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return undefined;
    const observer = new ResizeObserver(() => {
      box.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    observer.observe(box);
    return () => {
      observer.disconnect();
    };
  }, [current, book.tabs.length]);
  const change = (what: TabChange): void => {
    ask(person, 'tab', { book: book.id, change: what }).then(
      (sheet) => {
        if (what.kind === 'add' || what.kind === 'show') onOpen(sheet);
      },
      (error: unknown) => {
        tell(sayFailure(say, failureOf(error)));
      },
    );
  };
  const editable = book.access === 'edit';
  const hidden = book.tabs.filter((tab) => tab.hidden && tab.id !== current);
  const shown = book.tabs.filter((tab) => !tab.hidden || tab.id === current);
  const entriesOf = (tab: TabView): MenuEntry[] => [
    {
      kind: 'item',
      caption: say('sheet.rename'),
      run: () => {
        setRenamed(tab);
      },
    },
    {
      kind: 'item',
      caption: say('sheet.hide'),
      run: () => {
        change({ kind: 'hide', sheet: tab.id });
      },
    },
    {
      kind: 'item',
      caption: say('sheet.delete'),
      run: () => {
        if (confirm(say('sheet.deleteSure', { name: tab.name }))) change({ kind: 'delete', sheet: tab.id });
      },
    },
  ];
  const chosen = book.tabs.find(({ id }) => id === current);
  return (
    <nav class="tabs" aria-label={say('sheet.tabs')}>
      {editable && (
        <button
          type="button"
          class="icon"
          aria-label={say('sheet.addTab')}
          title={say('sheet.addTab')}
          onClick={() => {
            change({ kind: 'add', name: '' });
          }}
        >
          +
        </button>
      )}
      {hidden.length > 0 && (
        <Menu
          up
          caption="☰"
          label={say('sheet.hidden')}
          entries={hidden.map((tab) => ({
            kind: 'item',
            caption: say('sheet.show', { name: tab.name }),
            run: () => {
              // Who may only look sees a hidden sheet without changing it for others.
              if (editable) change({ kind: 'show', sheet: tab.id });
              else onOpen(tab.id);
            },
          }))}
        />
      )}
      {editable && chosen !== undefined && (
        <Menu up caption="⋯" label={say('sheet.tabMenu', { name: chosen.name })} entries={entriesOf(chosen)} />
      )}
      <ul ref={list} tabIndex={0} aria-label={say('sheet.tabs')}>
        {shown.map((tab) => (
          <li key={tab.id}>
            <button
              type="button"
              aria-current={tab.id === current ? 'true' : undefined}
              style={tab.color === null ? undefined : { boxShadow: `inset 0 -3px ${tab.color}` }}
              onClick={() => {
                onOpen(tab.id);
              }}
            >
              {tab.name}
            </button>
          </li>
        ))}
      </ul>
      {renamed !== undefined && (
        <Rename
          tab={renamed}
          onClose={(name) => {
            setRenamed(undefined);
            if (name !== undefined && name !== renamed.name) change({ kind: 'rename', sheet: renamed.id, name });
          }}
        />
      )}
    </nav>
  );
}

function Rename({ tab, onClose }: { readonly tab: TabView; readonly onClose: (name?: string) => void }) {
  const { say } = useApp();
  const [name, setName] = useState(tab.name);
  return (
    <Modal
      title={say('sheet.rename')}
      width={400}
      onClose={() => {
        onClose();
      }}
    >
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          onClose(name.trim());
        }}
      >
        <label class="field">
          {say('sheet.newName')}
          <input
            type="text"
            required
            value={name}
            onInput={(event) => {
              setName(event.currentTarget.value);
            }}
          />
        </label>
        <button type="submit" class="main">
          {say('sheet.rename')}
        </button>
      </form>
    </Modal>
  );
}

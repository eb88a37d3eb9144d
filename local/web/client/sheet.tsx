// The spreadsheet: its tabs and cells, the script's menu, sidebar and dialogs.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MenuItemView, MenuView } from '../../runtime/screen';
import type { BookView, CellEntry, RunView, ScreenView, ScriptPageView } from '../contract';
import { ask } from './api';
import { failureOf, sayFailure, useApp, useAsked } from './app-state';
import { Frame, RunFailure } from './frame';
import { Grid } from './grid';
import { GridModel, nameOf, type Selection } from './grid-model';
import { Menu, type MenuEntry, Modal, Waiting } from './parts';
import { addressOf, addressOfLink, go } from './route';
import { Tabs } from './tabs';
import { totalOf } from './totals';

const FIRST: Selection = { row: 1, column: 1, toRow: 1, toColumn: 1 };

export function SheetPage({ book, sheet }: { readonly book: string; readonly sheet: string }) {
  const { say, desk, person } = useApp();
  useEffect(() => {
    if (book === '' && desk.book !== undefined) go(addressOf(person, `sheet/${desk.book.id}`), true);
  }, [book, desk.book?.id]);
  if (book === '') return <p class="empty">{say(desk.book === undefined ? 'sheet.noBook' : 'app.loading')}</p>;
  return <Book id={book} sheet={sheet} />;
}

function Book({ id, sheet }: { readonly id: string; readonly sheet: string }) {
  const { value: book, failure, again } = useAsked('book', { book: id });
  if (book === undefined) return <Waiting failure={failure} again={again} />;
  return <Opened book={book} sheet={sheet} />;
}

/** What the script shows in this window, and the way to run it. */
function useScript(book: BookView): {
  readonly screen: ScreenView | undefined;
  readonly click: (captions: readonly string[]) => void;
  readonly run: (name: string, args: readonly unknown[]) => Promise<unknown>;
  readonly close: (what: 'sidebar' | 'dialog') => void;
} {
  const { person, say, tell } = useApp();
  const [screen, setScreen] = useState<ScreenView>();
  /** An execution replaces only what it showed anew. */
  const shown = ({ screen: next, error }: RunView, quiet: boolean): void => {
    setScreen((before) => ({
      ...next,
      sidebar: next.sidebar ?? before?.sidebar,
      dialog: next.dialog ?? before?.dialog,
    }));
    for (const { title, message } of next.toasts) tell(title === '' ? message : `${title}: ${message}`);
    if (error !== undefined && !quiet) tell(say('sheet.scriptError', { text: error.message }));
  };
  const failed = (error: unknown): void => {
    tell(sayFailure(say, failureOf(error)));
  };
  useEffect(() => {
    if (book.access !== 'edit') return;
    ask(person, 'open', { book: book.id }).then((result) => {
      shown(result, false);
    }, failed);
  }, [book.id, book.access]);
  return {
    screen,
    click: (captions) => {
      ask(person, 'click', { book: book.id, captions }).then((result) => {
        shown(result, false);
      }, failed);
    },
    run: async (name, args) => {
      const result = await ask(person, 'run', { book: book.id, name, args });
      // The page's own handlers tell of its errors.
      shown(result, true);
      if (result.error !== undefined) throw new RunFailure(result.error.name, result.error.message);
      return result.result;
    },
    close: (what) => {
      setScreen((before) => (before === undefined ? undefined : { ...before, [what]: undefined }));
    },
  };
}

function Opened({ book, sheet }: { readonly book: BookView; readonly sheet: string }) {
  const { say, person, tell } = useApp();
  const visible = book.tabs.filter(({ hidden }) => !hidden);
  const wanted = book.tabs.find(({ id }) => String(id) === sheet);
  const current = wanted ?? visible.find(({ id }) => id === book.activeSheet) ?? visible[0];
  const script = useScript(book);
  const [saving, setSaving] = useState(0);
  const {
    value: view,
    failure,
    again,
  } = useAsked('sheet', current === undefined ? undefined : { book: book.id, sheet: current.id });
  const last = useRef(view);
  if (view !== undefined) last.current = view;
  // While another tab is fetched the former stays, so that the page does not blink.
  const drawn = view ?? last.current;
  const model = useMemo(() => (drawn === undefined ? undefined : new GridModel(drawn)), [drawn]);
  const [selections, setSelections] = useState<Readonly<Record<number, Selection>>>({});
  const selection = (drawn === undefined ? undefined : selections[drawn.id]) ?? FIRST;
  const editable = book.access === 'edit';

  const enter = (entries: readonly CellEntry[]): void => {
    if (drawn === undefined || entries.length === 0) return;
    setSaving((count) => count + 1);
    ask(person, 'edit', { book: book.id, sheet: drawn.id, entries })
      .then(
        () => {
          if (entries.length > 1) tell(say('sheet.pasted', { n: entries.length }));
        },
        (error: unknown) => {
          tell(sayFailure(say, failureOf(error)));
        },
      )
      .finally(() => {
        setSaving((count) => count - 1);
      });
  };
  const open = (id: number): void => {
    go(addressOf(person, `sheet/${book.id}/${String(id)}`));
  };

  const { screen } = script;
  return (
    <div class={`book ${screen?.sidebar === undefined ? '' : 'with-sidebar'}`}>
      <div class="book-head">
        <h1>{book.name}</h1>
        <Menus screen={screen} editable={editable} onClick={script.click} />
        <span class="state" role="status">
          {!editable ? say('sheet.readOnly') : say(saving > 0 ? 'sheet.saving' : 'sheet.saved')}
        </span>
      </div>
      {model !== undefined && (
        <CellLine model={model} selection={selection} editable={editable} onEnter={enter} key={model.sheet.id} />
      )}
      {model === undefined ? (
        <Waiting failure={failure} again={again} />
      ) : (
        <Grid
          model={model}
          editable={editable}
          selection={selection}
          onSelect={(next) => {
            setSelections((before) => ({ ...before, [model.sheet.id]: next }));
          }}
          onEnter={enter}
        />
      )}
      <div class="foot">
        <Tabs book={book} current={current?.id} onOpen={open} />
        {model !== undefined && <Totals model={model} selection={selection} />}
      </div>
      {screen?.sidebar !== undefined && (
        <Sidebar
          page={screen.sidebar}
          run={script.run}
          close={() => {
            script.close('sidebar');
          }}
        />
      )}
      {screen?.dialog !== undefined && (
        <ScriptDialog
          page={screen.dialog}
          run={script.run}
          close={() => {
            script.close('dialog');
          }}
        />
      )}
    </div>
  );
}

function Totals({ model, selection }: { readonly model: GridModel; readonly selection: Selection }) {
  const { say, desk } = useApp();
  const { cells, sum, numbers } = useMemo(() => totalOf(model.sheet, selection), [model, selection]);
  const number = new Intl.NumberFormat(desk.language, { maximumFractionDigits: 4 });
  return (
    <p class="totals">
      {model.sheet.undrawn > 0 && <span>{say('sheet.undrawn', { n: model.sheet.undrawn })}</span>}
      {cells > 1 && <span>{say('sheet.selected', { n: cells })}</span>}
      {cells > 1 && numbers > 1 && <span>{say('sheet.sum', { sum: number.format(sum) })}</span>}
    </p>
  );
}

interface MenusProps {
  readonly screen: ScreenView | undefined;
  readonly editable: boolean;
  readonly onClick: (captions: readonly string[]) => void;
}

function Menus({ screen, editable, onClick }: MenusProps) {
  const { say } = useApp();
  if (!editable) return null;
  if (screen === undefined) return <span class="state">{say('sheet.opening')}</span>;
  if (screen.menus.length === 0) return <span class="state">{say('sheet.noMenu')}</span>;
  const entries = (items: readonly MenuItemView[], path: readonly string[]): MenuEntry[] =>
    items.map((item) => {
      if (item.kind === 'separator') return { kind: 'separator' };
      if (item.kind === 'submenu') {
        const { title, items: inside } = item.menu;
        return { kind: 'submenu', caption: title, entries: entries(inside, [...path, title]) };
      }
      const { caption } = item;
      return {
        kind: 'item',
        caption,
        run: () => {
          onClick([...path, caption]);
        },
      };
    });
  return (
    <div class="menus" role="group" aria-label={say('sheet.menus')}>
      {screen.menus.map((menu: MenuView) => (
        <Menu caption={menu.title} entries={entries(menu.items, [menu.title])} />
      ))}
    </div>
  );
}

interface CellLineProps {
  readonly model: GridModel;
  readonly selection: Selection;
  readonly editable: boolean;
  readonly onEnter: (entries: readonly CellEntry[]) => void;
}

/** The line above the grid: which cell, and what is in it in full. */
function CellLine({ model, selection, editable, onEnter }: CellLineProps) {
  const { say, person } = useApp();
  const { row, column } = selection;
  const content = model.edited(row, column);
  const [draft, setDraft] = useState<string>();
  const link = model.cell(row, column)?.link ?? /^https?:\/\/\S+$/.exec(model.cell(row, column)?.t ?? '')?.[0];
  useEffect(() => {
    setDraft(undefined);
  }, [row, column]);
  const commit = (): void => {
    if (draft !== undefined && draft !== content) onEnter([{ row, column, text: draft }]);
    setDraft(undefined);
  };
  return (
    <div class="cell-line">
      <output aria-label={say('sheet.address')}>{nameOf(selection)}</output>
      <input
        type="text"
        aria-label={say('sheet.content')}
        readOnly={!editable}
        value={draft ?? content}
        onInput={(event) => {
          setDraft(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          else if (event.key === 'Escape') setDraft(undefined);
        }}
        onBlur={commit}
      />
      {link !== undefined && (
        <a href={addressOfLink(person, link)} target="_blank" rel="noopener">
          {say('sheet.openLink')}
        </a>
      )}
    </div>
  );
}

interface PageProps {
  readonly page: ScriptPageView;
  readonly run: (name: string, args: readonly unknown[]) => Promise<unknown>;
  readonly close: () => void;
}

/** 300 px wide, as live: https://developers.google.com/apps-script/reference/base/ui#showSidebar(Object) */
function Sidebar({ page, run, close }: PageProps) {
  const { say, person } = useApp();
  return (
    <aside class="sidebar" aria-label={say('sheet.sidebar', { title: page.title })}>
      <header>
        <h2>{page.title}</h2>
        <button type="button" class="icon" aria-label={say('sheet.closeSidebar')} onClick={close}>
          ×
        </button>
      </header>
      <Frame
        key={page.token}
        src={`/page/${page.token}?as=${encodeURIComponent(person)}`}
        title={say('sheet.sidebar', { title: page.title })}
        onRun={run}
        onClose={close}
        onFocusEditor={() => document.querySelector<HTMLElement>('.cells')?.focus({ preventScroll: true })}
      />
    </aside>
  );
}

const DIALOG_WIDTH = 600;
const DIALOG_HEIGHT = 400;

function ScriptDialog({ page, run, close }: PageProps) {
  const { say, person } = useApp();
  const [size, setSize] = useState<{ width?: number; height?: number }>({});
  const width = size.width ?? page.width ?? DIALOG_WIDTH;
  const height = size.height ?? page.height ?? DIALOG_HEIGHT;
  const frame = (
    <Frame
      key={page.token}
      src={`/page/${page.token}?as=${encodeURIComponent(person)}`}
      title={say('sheet.dialog', { title: page.title })}
      height={height}
      onRun={run}
      onClose={close}
      onSize={(next) => {
        setSize((before) => ({ ...before, ...next }));
      }}
    />
  );
  if (page.modal !== false)
    return (
      <Modal title={page.title} onClose={close} width={width} class="script">
        {frame}
      </Modal>
    );
  return (
    <section
      class="modeless"
      aria-label={say('sheet.dialog', { title: page.title })}
      style={{ width: `${String(width)}px` }}
    >
      <header>
        <h2>{page.title}</h2>
        <button type="button" class="icon" aria-label={say('app.close')} onClick={close}>
          ×
        </button>
      </header>
      {frame}
    </section>
  );
}

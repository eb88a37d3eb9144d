// Small parts that several pages use.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../contract';
import { sayFailure, useApp } from './app-state';

/** Loading, or why it did not come. */
export function Waiting({ failure, again }: { readonly failure: Failure | undefined; readonly again: () => void }) {
  const { say } = useApp();
  if (failure === undefined)
    return (
      <p class="waiting" role="status">
        {say('app.loading')}
      </p>
    );
  return (
    <div class="notice bad" role="alert">
      <p>{sayFailure(say, failure)}</p>
      <button type="button" onClick={again}>
        {say('app.retry')}
      </button>
    </div>
  );
}

export function Notice({ failure }: { readonly failure: Failure | undefined }) {
  const { say } = useApp();
  return failure === undefined ? null : (
    <div class="notice bad" role="alert">
      <p>{sayFailure(say, failure)}</p>
    </div>
  );
}

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: number | undefined;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A dialog over the page; Escape closes it, the focus stays inside. */
export function Modal({ title, onClose, width, class: name = '', children }: ModalProps) {
  const { say } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`modal ${name}`}
      aria-label={title}
      style={width === undefined ? undefined : { width: `${String(width)}px` }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="modal-head">
        <h2>{title}</h2>
        <button type="button" class="icon" aria-label={say('app.close')} onClick={onClose}>
          ×
        </button>
      </div>
      {children}
    </dialog>
  );
}

export type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly run: () => void }
  | { readonly kind: 'separator' }
  | { readonly kind: 'submenu'; readonly caption: string; readonly entries: readonly MenuEntry[] };

interface MenuProps {
  readonly caption: ComponentChildren;
  readonly label?: string;
  readonly entries: readonly MenuEntry[];
  readonly class?: string;
  /** Opens above the button. */
  readonly up?: boolean;
}

/** A button that opens a menu. Arrows move, Escape closes. */
export function Menu({ caption, label, entries, class: name = '', up = false }: MenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const items = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useEffect(() => {
    if (!open) return;
    items()[0]?.focus();
    const away = (event: Event): void => {
      if (box.current?.contains(event.target as Node) !== true) setOpen(false);
    };
    addEventListener('pointerdown', away);
    addEventListener('blur', away);
    return () => {
      removeEventListener('pointerdown', away);
      removeEventListener('blur', away);
    };
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (next !== undefined && open) all[next % all.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class={`menu ${name}`} ref={box} onKeyDown={move}>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {caption}
      </button>
      {open && (
        <div role="menu" class={up ? 'up' : ''}>
          <Entries entries={entries} close={close} />
        </div>
      )}
    </div>
  );
}

function Entries({ entries, close }: { readonly entries: readonly MenuEntry[]; readonly close: () => void }) {
  return (
    <>
      {entries.map((entry) => {
        if (entry.kind === 'separator') return <hr role="separator" />;
        if (entry.kind === 'submenu')
          return (
            <div role="group" aria-label={entry.caption}>
              <div class="submenu" role="presentation">
                {entry.caption}
              </div>
              <Entries entries={entry.entries} close={close} />
            </div>
          );
        return (
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              close();
              entry.run();
            }}
          >
            {entry.caption}
          </button>
        );
      })}
    </>
  );
}

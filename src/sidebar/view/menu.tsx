// A button with a menu under it, by mouse or keyboard: arrows, Home, End, letters, Escape. It opens in the flow of the page,
// so that nothing of it is cut in a narrow sidebar.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Say } from '../words';

export interface MenuItem {
  readonly label: string;
  readonly note?: string;
  /** What it opens (at once, or when it has come; nothing when it does not come), or what it does. */
  readonly opens?: readonly MenuItem[] | (() => Promise<readonly MenuItem[] | undefined>);
  readonly onPick?: () => void;
}

interface MenuProps {
  readonly say: Say;
  readonly id: string;
  /** What a screen reader calls the menu, and what it hears after the words on the button. */
  readonly label: string;
  readonly hint: string;
  readonly class: string;
  /** Asked for when the menu opens. */
  readonly items: () => readonly MenuItem[];
  /** Told when it opens and closes. */
  readonly onOpen?: (open: boolean) => void;
  /** Said above the items, a paragraph each: what the button is about. */
  readonly about?: readonly string[];
  readonly children: ComponentChildren;
}

export function MenuButton({ say, id, label, hint, class: look, items, onOpen, about = [], children }: MenuProps) {
  const [pages, setPages] = useState<readonly (readonly MenuItem[])[]>([]);
  const host = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = pages.length > 0;
  const show = (next: readonly (readonly MenuItem[])[]): void => {
    if (next.length > 0 !== open) onOpen?.(next.length > 0);
    setPages(next);
  };
  const latest = useRef(pages);
  latest.current = pages;
  const openPage = async (opens: NonNullable<MenuItem['opens']>): Promise<void> => {
    if (typeof opens !== 'function') {
      show([...pages, opens]);
      return;
    }
    const waiting = [...pages, [{ label: say('page.loading') }]];
    show(waiting);
    const come = await opens();
    // The person may have closed the menu, or gone back, meanwhile.
    if (latest.current !== waiting) return;
    if (come === undefined) close();
    else show([...pages, come]);
  };
  const close = (): void => {
    show([]);
    button.current?.focus();
  };
  const back = (): void => {
    if (pages.length > 1) show(pages.slice(0, -1));
    else close();
  };

  // Each page of the menu begins with the focus on its first item.
  useLayoutEffect(() => {
    if (pages.length > 0) host.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [pages]);
  useEffect(() => {
    if (!open) return undefined;
    const outside = ({ target }: Event): void => {
      if (target instanceof Node && host.current?.contains(target) === false) show([]);
    };
    document.addEventListener('pointerdown', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
    };
  }, [open]);

  const onKey = (happened: KeyboardEvent): void => {
    if (!open) return;
    const all = [...(host.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = placeOf(happened.key, at, all);
    if (to !== undefined) all[to]?.focus();
    else if (happened.key === 'Escape') close();
    else if (happened.key === 'ArrowLeft') back();
    else if (happened.key === 'ArrowRight' && all[at]?.getAttribute('aria-haspopup') === 'menu') all[at]?.click();
    else {
      if (happened.key === 'Tab') show([]);
      return;
    }
    happened.preventDefault();
    happened.stopPropagation();
  };

  const page = pages[pages.length - 1];
  return (
    <div class="menu-host" ref={host} onKeyDown={onKey}>
      <button
        ref={button}
        id={id}
        type="button"
        class={look}
        aria-haspopup="menu"
        aria-expanded={open ? 'true' : 'false'}
        onClick={() => {
          if (open) close();
          else show([items()]);
        }}
      >
        {children}
        <span class="unseen">{hint}</span>
      </button>
      {page !== undefined && (
        <div class="menu-box">
          {pages.length === 1 &&
            about
              .filter((line) => line !== '')
              .map((line) => (
                <p key={line} class="quiet">
                  {line}
                </p>
              ))}
          <div role="menu" class="menu" aria-label={label}>
            {page.map(({ label: text, note, opens, onPick }, index) => (
              <button
                key={index}
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-haspopup={opens === undefined ? undefined : 'menu'}
                onClick={() => {
                  if (opens !== undefined) void openPage(opens);
                  else {
                    close();
                    onPick?.();
                  }
                }}
              >
                <span>{text}</span>
                {note !== undefined && note !== '' && <span class="quiet">{note}</span>}
              </button>
            ))}
            {page.length === 0 && (
              <button type="button" role="menuitem" tabIndex={-1} onClick={back}>
                {say('menu.none')}
              </button>
            )}
            {pages.length > 1 && (
              <button type="button" role="menuitem" tabIndex={-1} class="menu-back" onClick={back}>
                {say('menu.back')}
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** Where a key moves the focus; undefined when it does not. */
function placeOf(key: string, at: number, all: readonly HTMLElement[]): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % all.length;
    case 'ArrowUp':
      return (at - 1 + all.length) % all.length;
    case 'Home':
      return 0;
    case 'End':
      return all.length - 1;
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const begins = (element: HTMLElement): boolean =>
        (element.textContent ?? '').toLowerCase().startsWith(key.toLowerCase());
      const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins);
      return next === undefined ? undefined : all.indexOf(next);
    }
  }
}

// Small pieces every screen is made of.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LinkView } from '../../shared/contract';
import type { Trouble } from '../client';
import { webAddress } from '../links';
import type { Say } from '../words';

interface ScreenFrame {
  readonly title: string;
  /** Number of the visit and name of the screen: when either changes, the heading takes the focus. */
  readonly visit: number;
  readonly name: string;
  readonly children: ComponentChildren;
}

/**
 * A screen with its heading. A new screen's heading takes the focus, so that a screen reader begins there. One that says what stands
 * over the window already (Sheets writes it there) is only heard.
 */
export function Screen({ title, visit, name, children }: ScreenFrame) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = `${String(visit)} ${name}`;
  useLayoutEffect(() => {
    // The first screen leaves the focus where the person has it: in the spreadsheet.
    if (visit <= 1 && (name === 'home' || name === 'opening')) return;
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [shown]);
  return (
    <main>
      <h1 ref={heading} tabIndex={-1} class={title === document.title ? 'unseen' : undefined}>
        {title}
      </h1>
      {children}
    </main>
  );
}

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onPress?: () => void;
  /** The one obvious button of the screen. */
  readonly main?: boolean;
  readonly submit?: boolean;
  readonly busy?: boolean;
}

/** While busy a button keeps the focus and says so, but does nothing. */
export function Button({ children, onPress, main = false, submit = false, busy = false }: ButtonProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={main ? 'button main' : 'button'}
      aria-disabled={busy ? 'true' : undefined}
      onClick={(happened) => {
        if (busy) happened.preventDefault();
        else onPress?.();
      }}
    >
      {children}
    </button>
  );
}

/** The buttons of a screen, always in sight. */
export function Bottom({ children }: { readonly children: ComponentChildren }) {
  return <div class="bottom">{children}</div>;
}

export function Loading({ text }: { readonly text: string }) {
  return (
    <p class="loading" role="status">
      <span class="spinner" aria-hidden="true" />
      {text}
    </p>
  );
}

/** What went wrong, read out at once and brought into sight. */
export function TroubleBox({
  say,
  trouble,
  onRetry,
}: {
  readonly say: Say;
  readonly trouble: Trouble;
  readonly onRetry?: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [trouble]);
  return (
    <div class="box bad" role="alert" ref={box}>
      <p class="box-title">
        <Icon shape="problem" />
        {say('problems.title')}
      </p>
      {trouble.kind === 'refused' ? (
        trouble.problems.map(({ text }, index) => <p key={index}>{text}</p>)
      ) : (
        <>
          <p>{say(`connection.${trouble.reason}`)}</p>
          {trouble.detail !== '' && <p class="quiet">{say('connection.detail', { detail: trouble.detail })}</p>}
        </>
      )}
      {onRetry !== undefined && <Button onPress={onRetry}>{say('page.retry')}</Button>}
    </div>
  );
}

/** A link to a web address in a new tab; anything else is shown as text. */
export function OutLink({ say, label, url }: LinkView & { readonly say: Say }) {
  const address = webAddress(url);
  if (address === undefined) return <span>{label}</span>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {label}
      <span class="unseen"> ({say('page.newTab')})</span>
    </a>
  );
}

const SHAPES = {
  done: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.6 14.6-4.3-4.3 1.5-1.5 2.8 2.8 6-6 1.5 1.5-7.5 7.5Z',
  now: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-2 14.5v-9l7 4.5-7 4.5Z',
  waiting: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Z',
  problem: 'M12 2 1 21h22L12 2Zm1 16h-2v-2h2v2Zm0-4h-2V9h2v5Z',
  mail: 'M3 5h18v14H3V5Zm9 7.5L5.5 7h13L12 12.5ZM5 8.9V17h14V8.9l-7 5.9-7-5.9Z',
  event: 'M7 2h2v2h6V2h2v2h4v17H3V4h4V2Zm-2 7v10h14V9H5Z',
  form: 'M5 2h14v20H5V2Zm3 5v2h8V7H8Zm0 4v2h8v-2H8Zm0 4v2h5v-2H8Z',
  text: 'M4 5h16v2H4V5Zm0 4h16v2H4V9Zm0 4h16v2H4v-2Zm0 4h10v2H4v-2Z',
} as const;

/** A picture beside words that say the same. */
export function Icon({ shape }: { readonly shape: keyof typeof SHAPES }) {
  return (
    <svg class={`icon ${shape}`} viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={SHAPES[shape]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}

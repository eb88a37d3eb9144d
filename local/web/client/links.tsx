// Links: to pages of one's own without loading anew, to Google's addresses by way of finding out where they lead here.
import type { ComponentChildren, JSX } from 'preact';
import { useApp } from './app-state';
import { addressOf, addressOfLink, go } from './route';

interface LinkProps {
  /** Below the person's own: `mail/<id>`. */
  readonly to: string;
  readonly class?: string | undefined;
  readonly current?: boolean;
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A link to a page of this window's person. */
export function Link({ to, class: name, current, label, children }: LinkProps) {
  const { person } = useApp();
  const address = addressOf(person, to);
  return (
    <a
      href={address}
      class={name}
      aria-current={current === true ? 'page' : undefined}
      aria-label={label}
      onClick={(event) => {
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(address);
      }}
    >
      {children}
    </a>
  );
}

const ADDRESS = /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]]/g;

/** Plain text with its web addresses as links and its lines as they are. */
export function LinkedText({ text }: { readonly text: string }) {
  const { person } = useApp();
  const parts: (string | JSX.Element)[] = [];
  let from = 0;
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(text.slice(from, found.index));
    parts.push(
      <a href={addressOfLink(person, found[0])} target="_blank" rel="noopener">
        {found[0]}
      </a>,
    );
    from = found.index + found[0].length;
  }
  parts.push(text.slice(from));
  return <div class="plain">{parts}</div>;
}

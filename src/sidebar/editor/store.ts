// A small state with listeners: what each editor of the page keeps its state in.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

export interface Store<S> {
  get(): S;
  /** Puts these parts in place of what they were and tells the listeners. */
  set(part: Partial<S>): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(part) {
      state = { ...state, ...part };
      listeners.forEach((listener) => {
        listener();
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The state as it stands; draws the component again when it changes. */
export function useStore<S>(store: Store<S>): S {
  const [state, setState] = useState(store.get());
  useEffect(() => {
    const look = (): void => {
      setState(store.get());
    };
    look();
    return store.subscribe(look);
  }, [store]);
  return state;
}

/** Where the focus is to go once the page shows it; `times` grows, so that the same place can be asked for again. */
export interface FocusWish {
  readonly id: string;
  readonly times: number;
}

export const wishFocus = (before: FocusWish | undefined, id: string): FocusWish => ({
  id,
  times: (before?.times ?? 0) + 1,
});

/** Gives the wished element the focus after it has been drawn; the heading, where it is on the page no more. */
export function useFocus(wish: FocusWish | undefined): void {
  useLayoutEffect(() => {
    if (wish !== undefined) (document.getElementById(wish.id) ?? document.querySelector('h1'))?.focus();
  }, [wish?.id, wish?.times]);
}

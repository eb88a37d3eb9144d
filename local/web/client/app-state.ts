// What all parts of a page share: the person, the words, the clock, what is going on.
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { DeskView, DialogView, Failure, Method, Methods, Notice } from '../contract';
import type { Say } from '../words';
import { ask, Refusal } from './api';

export type Busy = Extract<Notice, { kind: 'busy' }>;

export interface AppState {
  readonly person: string;
  readonly say: Say;
  readonly desk: DeskView;
  /** Grows with every change in the Workspace: what is shown is then asked for again. */
  readonly revision: number;
  /** Virtual clock, ms. */
  readonly now: number;
  readonly busy: Busy | undefined;
  readonly online: boolean;
  readonly dialog: DialogView | undefined;
  /** Shows a short message for a while. */
  readonly tell: (message: string) => void;
}

export const App = createContext<AppState | undefined>(undefined);

export function useApp(): AppState {
  const app = useContext(App);
  if (app === undefined) throw new Error('outside of the page');
  return app;
}

/** A failure in words. */
export function sayFailure(say: Say, { code, text }: Failure): string {
  return say(`failure.${code}`, { text });
}

export function failureOf(error: unknown): Failure {
  return error instanceof Refusal ? error.failure : { code: 'broken', text: String(error) };
}

export interface Asked<T> {
  /** The last answer; what was known stays while a newer one is fetched. */
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
  readonly again: () => void;
}

/** Asks when the page opens, when the parameters change, and whenever something has changed in the Workspace. */
export function useAsked<M extends Method>(
  method: M,
  params: Methods[M]['params'] | undefined,
): Asked<Methods[M]['reply']> {
  const { person, revision, online } = useApp();
  const [state, setState] = useState<{ key: string; value?: Methods[M]['reply']; failure?: Failure }>({ key: '' });
  const [turn, setTurn] = useState(0);
  const key = params === undefined ? '' : JSON.stringify([method, person, params]);
  const latest = useRef(0);
  useEffect(() => {
    if (params === undefined || !online) return;
    const mine = ++latest.current;
    ask(person, method, params).then(
      (value) => {
        if (mine === latest.current) setState({ key, value });
      },
      (error: unknown) => {
        if (mine === latest.current) setState({ key, failure: failureOf(error) });
      },
    );
  }, [key, revision, turn, online]);
  const again = useCallback(() => {
    setTurn((before) => before + 1);
  }, []);
  const current = state.key === key;
  return { value: current ? state.value : undefined, failure: current ? state.failure : undefined, again };
}

// What the buttons of every editor do: an edit is tried first, shown with what it changes, then made or dropped.
import type { ActionId } from '../../shared/contract';
import type { Answer, Client, Trouble } from '../client';
import { carryOut } from './carry-out';
import { createStore, type FocusWish, type Store, wishFocus } from './store';

/** Input of the action that makes the edit. */
export type Edit = Readonly<Record<string, string>> & { readonly what: string };

/** An edit that is not made yet. */
export interface Trial<V> {
  readonly edit: Edit;
  /** How everything would stand; absent while the server thinks or wants a reason. */
  readonly view: V | undefined;
  readonly needsWhy: boolean;
  readonly why: string;
  /** Ids of the elements where the focus goes when it is dropped, and when it is made. */
  readonly from: string;
  readonly to: string;
  /** How many other edits were asked for since: they wait until this one is made or dropped. */
  readonly turnedAway: number;
}

export interface TrialState<V> {
  readonly view: V | undefined;
  readonly trial: Trial<V> | undefined;
  readonly busy: 'loading' | 'trying' | 'saving' | undefined;
  readonly trouble: Trouble | undefined;
  /** What was done last, in words; read out. */
  readonly said: readonly string[];
  readonly focus: FocusWish | undefined;
}

export interface TrialEditor<V> {
  readonly store: Store<TrialState<V>>;
  /** Reads everything anew, and drops what is on trial; not while an edit is being written. */
  load(): Promise<void>;
  /** Shows what the edit would change; not over another one that is on trial. `from`, `to`: where the focus is before, and should be after. */
  attempt(edit: Edit, from: string, to?: string): Promise<void>;
  setWhy(why: string): void;
  /** Asks again, with the reason written. */
  again(): Promise<void>;
  apply(): Promise<void>;
  /** `said`: what is read out. */
  drop(said: string): void;
}

/** Ids of elements that take the focus. */
export const APPLY = 'apply-edit';
export const WHY = 'edit-why';

interface Editable<V> {
  readonly client: Client;
  /** The action that makes an edit. */
  readonly action: ActionId;
  /** How everything stands, or would stand after an edit. */
  readonly look: (edit?: Edit) => Promise<Answer<V>>;
  /** What was shown of a trial, once it is what stands. */
  readonly settle: (view: V) => V;
}

export function createTrialEditor<V extends { readonly seen: string }>({
  client,
  action,
  look,
  settle,
}: Editable<V>): TrialEditor<V> {
  const store = createStore<TrialState<V>>({
    view: undefined,
    trial: undefined,
    busy: undefined,
    trouble: undefined,
    said: [],
    focus: undefined,
  });
  const focusOn = (id: string): FocusWish => wishFocus(store.get().focus, id);
  /** Grows with every question: what still comes of an earlier one is dropped. */
  let asked = 0;

  async function load(): Promise<void> {
    asked += 1;
    const mine = asked;
    store.set({ busy: 'loading', trouble: undefined, trial: undefined });
    const answer = await look();
    if (asked !== mine) return;
    store.set(answer.kind === 'value' ? { busy: undefined, view: answer.value } : { busy: undefined, trouble: answer });
  }

  async function attempt(asking: Omit<Trial<V>, 'view' | 'needsWhy' | 'turnedAway'>): Promise<void> {
    if (store.get().busy !== undefined) return;
    asked += 1;
    const mine = asked;
    const trial = { ...asking, turnedAway: 0 };
    const { why, edit } = trial;
    const needsWhy = why !== '';
    store.set({ busy: 'trying', trouble: undefined, said: [], trial: { ...trial, view: undefined, needsWhy } });
    const answer = await look(why === '' ? edit : { ...edit, why });
    if (asked !== mine) return;
    if (answer.kind === 'value')
      store.set({ busy: undefined, trial: { ...trial, needsWhy, view: answer.value }, focus: focusOn(APPLY) });
    else if (answer.kind === 'refused' && answer.problems.some(({ code }) => code === 'edit.why'))
      store.set({ busy: undefined, trial: { ...trial, needsWhy: true, view: undefined }, focus: focusOn(WHY) });
    else store.set({ busy: undefined, trial: undefined, trouble: answer, focus: focusOn(trial.from) });
  }

  return {
    store,

    async load() {
      if (store.get().busy !== 'saving') await load();
    },

    async attempt(edit, from, to = from) {
      const { trial, busy } = store.get();
      if (trial === undefined || busy !== undefined) await attempt({ edit, why: '', from, to });
      else {
        const turnedAway = trial.turnedAway + 1;
        store.set({ trial: { ...trial, turnedAway }, focus: focusOn(trial.view === undefined ? WHY : APPLY) });
      }
    },

    setWhy(why) {
      const { trial } = store.get();
      if (trial !== undefined) store.set({ trial: { ...trial, why } });
    },

    async again() {
      const { trial } = store.get();
      if (trial !== undefined) await attempt({ ...trial, why: trial.why.trim() });
    },

    async apply() {
      const { trial, busy } = store.get();
      if (trial?.view === undefined || busy !== undefined) return;
      store.set({ busy: 'saving' });
      const { edit, why } = trial;
      const { answer, wasLost } = await carryOut(client, action, { ...edit, why, seen: trial.view.seen });
      if (answer.kind === 'value' && !wasLost) {
        // What was shown is what is now.
        const view = settle(trial.view);
        store.set({ busy: undefined, view, trial: undefined, said: answer.value.lines, focus: focusOn(trial.to) });
        return;
      }
      // Things may be other than they were when the edit was tried, or the edit may be made already.
      await load();
      store.set(
        answer.kind === 'value'
          ? { said: answer.value.lines, focus: focusOn(trial.to) }
          : { trouble: answer, focus: focusOn(trial.from) },
      );
    },

    drop(said) {
      const { trial } = store.get();
      if (trial !== undefined) store.set({ trial: undefined, said: [said], focus: focusOn(trial.from) });
    },
  };
}

// What the group editor's buttons do: each edit is tried first, shown with what it changes, then applied or dropped.
import type { GroupsView } from '../../shared/contract';
import type { Client, Trouble } from '../client';
import { carryOut } from './carry-out';
import { createStore, type FocusWish, type Store, wishFocus } from './store';

/** Input of the action `editGroups`. */
export type Edit = Readonly<Record<string, string>> & { readonly what: string };

/** An edit that is not made yet. */
export interface Trial {
  readonly edit: Edit;
  /** The groups as they would be; absent while the server thinks or wants a reason. */
  readonly view: GroupsView | undefined;
  readonly needsWhy: boolean;
  readonly why: string;
  /** Where the focus goes when it is dropped, and when it is made. */
  readonly from: string;
  readonly to: string;
}

export interface GroupsState {
  readonly view: GroupsView | undefined;
  readonly trial: Trial | undefined;
  readonly busy: 'loading' | 'trying' | 'saving' | undefined;
  readonly trouble: Trouble | undefined;
  /** What was done last, in words; read out. */
  readonly said: readonly string[];
  readonly compared: readonly string[] | undefined;
  readonly focus: FocusWish | undefined;
}

export interface GroupsEditor {
  readonly store: Store<GroupsState>;
  load(): Promise<void>;
  /** Shows what the edit would change. `from`, `to`: ids of the elements that have the focus before, and should have it after. */
  attempt(edit: Edit, from: string, to?: string): Promise<void>;
  setWhy(why: string): void;
  /** Asks again, with the reason written. */
  again(): Promise<void>;
  apply(): Promise<void>;
  /** `said`: what is read out. */
  drop(said: string): void;
  saveVariant(name: string): Promise<void>;
  compare(one: string, other: string): Promise<void>;
}

/** Ids of elements that take the focus. */
export const APPLY = 'apply-edit';
export const WHY = 'edit-why';
export const personId = (group: string, person: string): string => `person ${group} ${person}`;
export const groupId = (group: string): string => `group ${group}`;

export function createGroupsEditor(client: Client): GroupsEditor {
  const store = createStore<GroupsState>({
    view: undefined,
    trial: undefined,
    busy: undefined,
    trouble: undefined,
    said: [],
    compared: undefined,
    focus: undefined,
  });
  const focusOn = (id: string): FocusWish => wishFocus(store.get().focus, id);

  async function load(): Promise<void> {
    store.set({ busy: 'loading', trouble: undefined, trial: undefined });
    const answer = await client.call({ method: 'groups' });
    store.set(answer.kind === 'value' ? { busy: undefined, view: answer.value } : { busy: undefined, trouble: answer });
  }

  async function attempt(trial: Omit<Trial, 'view' | 'needsWhy'>): Promise<void> {
    if (store.get().busy !== undefined) return;
    store.set({
      busy: 'trying',
      trouble: undefined,
      said: [],
      trial: { ...trial, view: undefined, needsWhy: trial.why !== '' },
    });
    const answer = await client.call({ method: 'groups', edit: { ...trial.edit, why: trial.why } });
    if (answer.kind === 'value') {
      const { needsWhy = false } = store.get().trial ?? {};
      store.set({ busy: undefined, trial: { ...trial, needsWhy, view: answer.value }, focus: focusOn(APPLY) });
    } else if (answer.kind === 'refused' && answer.problems.some(({ code }) => code === 'edit.why')) {
      store.set({ busy: undefined, trial: { ...trial, needsWhy: true, view: undefined }, focus: focusOn(WHY) });
    } else {
      store.set({ busy: undefined, trial: undefined, trouble: answer, focus: focusOn(trial.from) });
    }
  }

  return {
    store,
    load,
    attempt: (edit, from, to = from) => attempt({ edit, why: '', from, to }),

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
      const answer = await carryOut(client, 'editGroups', { ...trial.edit, why: trial.why });
      if (answer.kind === 'value') {
        store.set({
          busy: undefined,
          // What was shown is what is now.
          view: { ...trial.view, change: [] },
          trial: undefined,
          said: answer.value.lines,
          focus: focusOn(trial.to),
        });
        return;
      }
      // The groups may be other than they were when the edit was tried, or the edit may be made already.
      await load();
      store.set({ trouble: answer });
    },

    drop(said) {
      const { trial } = store.get();
      if (trial !== undefined) store.set({ trial: undefined, said: [said], focus: focusOn(trial.from) });
    },

    async saveVariant(name) {
      const { busy, view } = store.get();
      if (busy !== undefined || view === undefined) return;
      store.set({ busy: 'saving', trouble: undefined });
      const answer = await carryOut(client, 'groupVariants', { what: 'save', name });
      store.set(
        answer.kind === 'value'
          ? { busy: undefined, said: answer.value.lines, view: { ...view, variants: [...view.variants, name] } }
          : { busy: undefined, trouble: answer },
      );
    },

    async compare(one, other) {
      if (store.get().busy !== undefined) return;
      store.set({ busy: 'trying', trouble: undefined, compared: undefined });
      const input = { what: 'compare', one, other };
      const answer = await client.call({ method: 'preview', action: 'groupVariants', input });
      store.set(
        answer.kind === 'value'
          ? { busy: undefined, compared: answer.value.lines }
          : { busy: undefined, trouble: answer },
      );
    },
  };
}

// What the group editor's buttons do besides trying edits: variants kept and compared.
import type { GroupsView } from '../../shared/contract';
import type { Client, Trouble } from '../client';
import { carryOut } from './carry-out';
import { createStore, type Store } from './store';
import { createTrialEditor, type TrialEditor, type TrialState } from './trial';

export type GroupsState = TrialState<GroupsView>;

export interface VariantsState {
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  /** Does again what the trouble prevented. */
  readonly again: () => Promise<unknown>;
  /** What was done. */
  readonly said: readonly string[];
  /** How two sets differ, as long as the groups stand as they did then. */
  readonly compared: readonly string[];
  /** Names of those kept since the groups were read. */
  readonly kept: readonly string[];
}

export interface GroupsEditor extends TrialEditor<GroupsView> {
  readonly variants: Store<VariantsState>;
  /** Gives whether it is kept. */
  saveVariant(name: string): Promise<boolean>;
  compare(one: string, other: string): Promise<void>;
}

/** Ids of elements that take the focus. */
export const personId = (group: string, person: string): string => `person ${group} ${person}`;
export const groupId = (group: string): string => `group ${group}`;

export function createGroupsEditor(client: Client): GroupsEditor {
  const trials = createTrialEditor<GroupsView>({
    client,
    action: 'editGroups',
    look: (edit) => client.call({ method: 'groups', ...(edit === undefined ? {} : { edit }) }),
    settle: (view) => ({ ...view, change: [] }),
  });
  const variants = createStore<VariantsState>({
    busy: false,
    trouble: undefined,
    again: () => Promise.resolve(),
    said: [],
    compared: [],
    kept: [],
  });
  let view = trials.store.get().view;
  trials.store.subscribe(() => {
    if (trials.store.get().view === view) return;
    ({ view } = trials.store.get());
    variants.set({ said: [], compared: [] });
  });
  const begin = (again: VariantsState['again']): boolean => {
    if (variants.get().busy) return false;
    variants.set({ busy: true, trouble: undefined, again, said: [], compared: [] });
    return true;
  };

  async function saveVariant(name: string): Promise<boolean> {
    if (!begin(() => saveVariant(name))) return false;
    const { answer } = await carryOut(client, 'groupVariants', { what: 'save', name });
    variants.set(
      answer.kind === 'value'
        ? { busy: false, said: answer.value.lines, kept: [...variants.get().kept, name] }
        : { busy: false, trouble: answer },
    );
    return answer.kind === 'value';
  }

  async function compare(one: string, other: string): Promise<void> {
    if (!begin(() => compare(one, other))) return;
    const input = { what: 'compare', one, other };
    const answer = await client.call({ method: 'preview', action: 'groupVariants', input });
    variants.set(
      answer.kind === 'value'
        ? { busy: false, compared: [...answer.value.lines, ...answer.value.warnings] }
        : { busy: false, trouble: answer },
    );
  }

  return { ...trials, variants, saveVariant, compare };
}

// What the timetable editor's buttons do besides trying moves: the times a module could go to.
import type { SlotView, TimetableView } from '../../shared/contract';
import type { Client } from '../client';
import { createStore, type Store } from './store';
import { createTrialEditor, type TrialEditor, type TrialState } from './trial';

export type TimetableState = TrialState<TimetableView>;

/** The module in hand, with the times it could go to once they are known. */
export interface InHand {
  readonly module: string;
  readonly options: readonly SlotView[];
}

export interface TimetableEditor extends TrialEditor<TimetableView> {
  readonly hand: Store<{ readonly held: InHand | undefined }>;
  /** Takes a module in hand: what its times are is asked for. Gives the times; undefined when they did not come, which is told. */
  pick(module: string): Promise<readonly SlotView[] | undefined>;
  letGo(): void;
}

/** Id of the element that takes the focus. */
export const moduleId = (module: string): string => `module ${module}`;

export function createTimetableEditor(client: Client): TimetableEditor {
  const trials = createTrialEditor<TimetableView>({
    client,
    action: 'moveModule',
    look: (edit) => client.call({ method: 'timetable', ...(edit === undefined ? {} : { edit }) }),
    settle: (view) => ({ ...view, change: [], meets: [] }),
  });
  const hand = createStore<{ readonly held: InHand | undefined }>({ held: undefined });
  return {
    ...trials,
    hand,

    async pick(module) {
      hand.set({ held: { module, options: [] } });
      const answer = await client.call({ method: 'timetable', module });
      if (answer.kind !== 'value') {
        trials.store.set({ trouble: answer });
        return undefined;
      }
      const { options } = answer.value;
      if (hand.get().held?.module === module) hand.set({ held: { module, options } });
      return options;
    },

    letGo() {
      hand.set({ held: undefined });
    },
  };
}

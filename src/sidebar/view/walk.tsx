// Undo and redo of an editor; each says what it is about.
import type { ComponentChildren } from 'preact';
import type { TrialEditor, TrialState } from '../editor/trial';
import type { Say } from '../words';

interface WalkProps<V> {
  readonly say: Say;
  readonly editor: Pick<TrialEditor<V>, 'attempt'>;
  readonly state: TrialState<V>;
  readonly view: { readonly undo: string; readonly redo: string };
  /** More buttons in the row. */
  readonly children?: ComponentChildren;
}

export function Walk<V>({ say, editor, state, view, children }: WalkProps<V>) {
  const idle = state.busy === undefined && state.trial === undefined;
  const button = (what: 'undo' | 'redo') => (
    <button
      type="button"
      id={`walk-${what}`}
      class="button small"
      aria-disabled={view[what] !== '' && idle ? undefined : 'true'}
      title={view[what]}
      onClick={() => {
        if (view[what] !== '' && idle) void editor.attempt({ what }, `walk-${what}`);
      }}
    >
      {say(`trial.${what}`)}
      {view[what] !== '' && <span class="unseen">: {view[what]}</span>}
    </button>
  );
  return (
    <div class="row">
      {button('undo')}
      {button('redo')}
      {children}
    </div>
  );
}

// What the edit being tried would change, for better and for worse, with the choice to make it or not.
import { APPLY, type TrialEditor, type TrialState, WHY } from '../editor/trial';
import type { Say } from '../words';
import { Loading } from './parts';

interface BarProps<V> {
  readonly say: Say;
  readonly editor: Pick<TrialEditor<V>, 'setWhy' | 'again' | 'apply' | 'drop'>;
  readonly state: TrialState<V>;
  /** What the edit does, what it would break, and what it would mend. */
  readonly change: readonly string[];
  readonly broken: readonly string[];
  readonly mended: readonly string[];
}

export function TrialBar<V>({ say, editor, state, change, broken, mended }: BarProps<V>) {
  const { trial, busy } = state;
  if (trial === undefined) return null;
  const drop = (): void => {
    if (busy === undefined) editor.drop(say('trial.dropped'));
  };
  const disabled = busy === undefined ? undefined : 'true';
  return (
    <section
      class="bottom trial"
      aria-labelledby="trial"
      onKeyDown={(happened) => {
        if (happened.key === 'Escape') drop();
      }}
    >
      <h2 id="trial">{say('trial.change')}</h2>
      <div class="trial-text" id="trial-text" role="status" tabIndex={0}>
        {change.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Lines title={say('trial.broken')} lines={broken} look="worse" />
        <Lines title={say('trial.mended')} lines={mended} look="better" />
      </div>
      {trial.turnedAway > 0 && (
        <p key={trial.turnedAway} role="alert">
          {say('trial.first')}
        </p>
      )}
      {busy !== undefined && <Loading text={say(busy === 'saving' ? 'trial.saving' : 'trial.trying')} />}
      {trial.needsWhy && trial.view === undefined && busy === undefined && (
        <form
          class="field"
          onSubmit={(happened) => {
            happened.preventDefault();
            void editor.again();
          }}
        >
          <label for={WHY}>{say('trial.reason')}</label>
          <p class="help" id="why-help">
            {say('trial.reasonHelp')}
          </p>
          <input
            id={WHY}
            type="text"
            aria-describedby="why-help"
            required
            maxLength={500}
            value={trial.why}
            onInput={(happened) => {
              editor.setWhy(happened.currentTarget.value);
            }}
          />
          <button type="submit" class="button main">
            {say('trial.try')}
          </button>
        </form>
      )}
      <div class="row">
        {trial.view !== undefined && (
          <button
            type="button"
            id={APPLY}
            class="button main"
            // The focus comes here: what would be applied is read out with the button.
            aria-describedby="trial-text"
            aria-disabled={disabled}
            onClick={() => void editor.apply()}
          >
            {say('trial.apply')}
          </button>
        )}
        <button type="button" class="button" aria-disabled={disabled} onClick={drop}>
          {say('trial.drop')}
        </button>
      </div>
    </section>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly look: string;
}

function Lines({ title, lines, look }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <div class={look}>
      <p class="role">{title}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

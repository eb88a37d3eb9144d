// What the edit being tried would change, for better and for worse, with the choice to make it or not.
import { APPLY, type Trial, WHY } from '../editor/groups';
import type { EditorProps } from './groups-screen';
import { Loading } from './parts';

export function TrialBar({ say, editor, state, trial }: EditorProps & { readonly trial: Trial }) {
  const { view, needsWhy, why } = trial;
  const broken = view?.broken.filter((line) => state.view?.broken.includes(line) !== true) ?? [];
  const mended = view === undefined ? [] : (state.view?.broken.filter((line) => !view.broken.includes(line)) ?? []);
  const drop = (): void => {
    editor.drop(say('groups.dropped'));
  };
  return (
    <section
      class="bottom trial"
      aria-labelledby="trial"
      onKeyDown={(happened) => {
        if (happened.key === 'Escape') drop();
      }}
    >
      <h2 id="trial">{say('groups.change')}</h2>
      <div class="trial-text" role="status" tabIndex={-1}>
        {view?.change.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Lines title={say('groups.newlyBroken')} lines={broken} look="worse" />
        <Lines title={say('groups.mended')} lines={mended} look="better" />
      </div>
      {state.busy !== undefined && <Loading text={say(state.busy === 'saving' ? 'groups.saving' : 'groups.trying')} />}
      {needsWhy && view === undefined && state.busy === undefined && (
        <form
          class="field"
          onSubmit={(happened) => {
            happened.preventDefault();
            void editor.again();
          }}
        >
          <label for={WHY}>{say('groups.reason')}</label>
          <p class="help" id="why-help">
            {say('groups.reasonHelp')}
          </p>
          <input
            id={WHY}
            type="text"
            aria-describedby="why-help"
            required
            maxLength={500}
            value={why}
            onInput={(happened) => {
              editor.setWhy(happened.currentTarget.value);
            }}
          />
          <button type="submit" class="button main">
            {say('groups.try')}
          </button>
        </form>
      )}
      <div class="row">
        {view !== undefined && (
          <button
            type="button"
            id={APPLY}
            class="button main"
            aria-describedby="trial"
            aria-disabled={state.busy === undefined ? undefined : 'true'}
            onClick={() => void editor.apply()}
          >
            {say('groups.apply')}
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-disabled={state.busy === undefined ? undefined : 'true'}
          onClick={() => {
            if (state.busy === undefined) drop();
          }}
        >
          {say('groups.drop')}
        </button>
      </div>
    </section>
  );
}

function Lines({
  title,
  lines,
  look,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly look: string;
}) {
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

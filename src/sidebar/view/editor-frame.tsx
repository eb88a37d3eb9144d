// What every editor's screen has around its own: where its step stands, the tools of a view, what went wrong, what was done last.
import type { ComponentChildren } from 'preact';
import type { ViewId } from '../../shared/contract';
import type { Client } from '../client';
import type { TrialState } from '../editor/trial';
import type { ScreenProps } from './app';
import { Loading, Screen, TroubleBox } from './parts';
import { ViewTools } from './view-tools';
import { WizardBar } from './wizard-bar';

interface FrameProps extends ScreenProps {
  readonly client: Client;
  readonly id: ViewId;
  readonly editor: Pick<TrialState<unknown>, 'busy' | 'trouble' | 'said'>;
  /** Has something been shown: without it a failure is that of loading. */
  readonly isThere: boolean;
  readonly onLoad: () => void;
  readonly children: ComponentChildren;
}

export function EditorFrame({ controller, say, state, client, id, editor, isThere, onLoad, children }: FrameProps) {
  return (
    <Screen title={say(`view.${id}`)} visit={state.visit} name="view">
      <WizardBar controller={controller} say={say} step={{ view: id }} />
      <ViewTools say={say} view={id} client={client} onReload={onLoad} />
      {editor.trouble !== undefined && (
        <TroubleBox
          say={say}
          trouble={editor.trouble}
          {...(isThere && editor.trouble.kind === 'refused' ? {} : { onRetry: onLoad })}
        />
      )}
      {editor.busy === 'loading' && <Loading text={say(isThere ? 'page.updating' : 'page.loading')} />}
      <div role="status" class={editor.said.length > 0 ? 'said' : undefined}>
        {editor.said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {children}
    </Screen>
  );
}

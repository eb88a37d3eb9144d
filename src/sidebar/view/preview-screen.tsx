// What an action will do, with figures and a real example, before it is done.
import type { PreviewView } from '../../shared/contract';
import type { Screen as ScreenState } from '../state';
import type { Say } from '../words';
import { WizardBar } from './wizard-bar';
import type { ScreenProps } from './app';
import { Columns } from './columns';
import { Bottom, Button, Icon, Loading, Screen, TroubleBox } from './parts';

type Props = ScreenProps & { readonly screen: Extract<ScreenState, { readonly name: 'preview' }> };

export function PreviewScreen({ controller, say, state, screen }: Props) {
  const { preview } = screen;
  return (
    <Screen title={preview.title} visit={state.visit} name="preview">
      <WizardBar controller={controller} say={say} step={{ action: screen.action }} />
      <p class="quiet">{say('preview.nothingYet')}</p>
      {preview.lines.length > 0 && (
        <section aria-labelledby="will" aria-live={preview.columns === undefined ? undefined : 'polite'}>
          <h2 id="will">{say('preview.will')}</h2>
          <ul class="lines">
            {preview.lines.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {preview.counts.length > 0 && (
        <section aria-labelledby="counts">
          <h2 id="counts">{say('preview.counts')}</h2>
          <dl class="counts">
            {preview.counts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {preview.columns !== undefined && (
        <Columns
          say={say}
          columns={preview.columns}
          onColumn={(name, value) => void controller.setColumn(name, value)}
        />
      )}
      {preview.warnings.length > 0 && <Warnings say={say} warnings={preview.warnings} />}
      {preview.example !== undefined && <Example say={say} example={preview.example} />}
      {state.trouble !== undefined && <TroubleBox say={say} trouble={state.trouble} />}
      {state.busy && <Loading text={say(screen.checking === true ? 'page.checking' : 'page.starting')} />}
      <Bottom>
        <Button
          main
          busy={state.busy || preview.ready === false}
          onPress={() => void (state.trouble?.kind === 'lost' ? controller.retry() : controller.confirm())}
        >
          {state.trouble?.kind === 'lost' ? say('page.retry') : preview.confirm}
        </Button>
        <Button busy={state.busy} onPress={() => void controller.back()}>
          {say('page.back')}
        </Button>
      </Bottom>
    </Screen>
  );
}

function Warnings({ say, warnings }: { readonly say: Say; readonly warnings: readonly string[] }) {
  return (
    <section class="box careful" aria-labelledby="warnings">
      <h2 id="warnings" class="box-title">
        <Icon shape="problem" />
        {say('preview.warnings')}
      </h2>
      {warnings.map((warning, index) => (
        <p key={index}>{warning}</p>
      ))}
    </section>
  );
}

/** A mail, an event or a form as a card: text only, exactly as it would leave. */
function Example({ say, example }: { readonly say: Say; readonly example: NonNullable<PreviewView['example']> }) {
  const { kind, title, body } = example;
  return (
    <section aria-labelledby="example">
      <h2 id="example">{say(`example.${kind}`)}</h2>
      <div class={`example ${kind}`}>
        <p class="example-title">
          <Icon shape={kind} />
          {title}
        </p>
        {body !== '' && (
          <div class="example-body" tabIndex={0} role="group" aria-label={title}>
            {body}
          </div>
        )}
      </div>
    </section>
  );
}

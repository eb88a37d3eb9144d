// Home: what to do next, where the cycle stands, the figures, the methodical bank and the last runs.
import type { HomeView, ViewId } from '../../shared/contract';
import type { Controller } from '../controller';
import { isOpen } from '../state';
import type { Say } from '../words';
import type { ScreenProps } from './app';
import { Icon, Loading, Screen, TroubleBox } from './parts';
import { RunCard } from './run-card';
import { RunList } from './run-list';
import { SearchBox } from './search-box';

export function HomeScreen({ controller, say, state }: ScreenProps) {
  const { home, follow, busy, trouble } = state;
  return (
    <Screen title={home?.title ?? say('page.title')} visit={state.visit} name="home">
      {trouble !== undefined && <TroubleBox say={say} trouble={trouble} onRetry={() => void controller.retry()} />}
      {busy && home === undefined && <Loading text={say('page.loading')} />}
      {follow !== undefined && (
        <section class="box" aria-labelledby="run-now">
          <h2 id="run-now">{say(isOpen(follow.view) ? 'home.running' : 'home.ended')}</h2>
          <RunCard controller={controller} say={say} follow={follow} titled />
        </section>
      )}
      {home !== undefined && (
        <>
          {home.problems.length > 0 && (
            <section class="box bad" aria-labelledby="home-problems">
              <h2 id="home-problems" class="box-title">
                <Icon shape="problem" />
                {say('home.problems')}
              </h2>
              {home.problems.map(({ text }, index) => (
                <p key={index}>{text}</p>
              ))}
            </section>
          )}
          {follow === undefined && <Next controller={controller} say={say} home={home} />}
          <Steps controller={controller} id="steps" title={say('home.steps')} say={say} steps={home.steps} />
          {home.numbers.length > 0 && <Numbers say={say} numbers={home.numbers} />}
          {home.beside.length > 0 && (
            <Steps controller={controller} id="beside" title={say('home.beside')} say={say} steps={home.beside} />
          )}
          {home.steps.length > 1 && <Views controller={controller} say={say} />}
          <SearchBox controller={controller} say={say} search={state.search} />
          <RunList controller={controller} say={say} runs={state.runs} />
          <p class="quiet updating" role="status">
            {busy ? say('page.updating') : ''}
          </p>
        </>
      )}
    </Screen>
  );
}

interface HomeProps {
  readonly controller: Controller;
  readonly say: Say;
  readonly home: HomeView;
}

function Next({ controller, say, home }: HomeProps) {
  const { next } = home;
  if (next === undefined) return null;
  const step = home.steps.find(({ action }) => action === next);
  return (
    <button type="button" class="next" onClick={() => void controller.openAction(next)}>
      <span class="next-label">{say('home.next')}</span>
      <span class="next-title">{step?.title ?? say(`action.${next}`)}</span>
      {step !== undefined && step.line !== '' && <span class="next-line">{step.line}</span>}
    </button>
  );
}

interface StepsProps {
  readonly controller: Controller;
  readonly say: Say;
  readonly id: string;
  readonly title: string;
  readonly steps: HomeView['steps'];
}

function Steps({ controller, say, id, title: heading, steps }: StepsProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ol class="steps">
        {steps.map(({ action, title, state, line }) => (
          <li key={action} class={state} aria-current={state === 'now' ? 'step' : undefined}>
            <button type="button" onClick={() => void controller.openAction(action)}>
              <Icon shape={state} />
              <span class="step-text">
                <span class="step-title">{title}</span>
                <span class="step-line">
                  <span class="step-state">{say(`step.${state}`)}</span>
                  {line !== '' && <span> · {line}</span>}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is looked at and mended in a view of its own. */
const VIEWS: readonly ViewId[] = ['coverage', 'groups', 'timetable'];

function Views({ controller, say }: Omit<HomeProps, 'home'>) {
  return (
    <section aria-labelledby="views">
      <h2 id="views">{say('home.views')}</h2>
      <div class="row">
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            class="button small"
            onClick={() => {
              controller.openView(view);
            }}
          >
            {say(`view.${view}`)}
          </button>
        ))}
      </div>
    </section>
  );
}

function Numbers({ say, numbers }: { readonly say: Say; readonly numbers: HomeView['numbers'] }) {
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{say('home.numbers')}</h2>
      <dl class="numbers">
        {numbers.map(({ label, value, source }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="value">{value}</dd>
            <dd class="quiet">{say('home.source', { source })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

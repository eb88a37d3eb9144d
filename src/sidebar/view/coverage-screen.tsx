// «Кто не ответил»: by survey, who is silent, who cannot be reached, when each was written to last.
import { useEffect, useState } from 'preact/hooks';
import type { CoverageView } from '../../shared/contract';
import type { Client } from '../client';
import { createStore, useStore } from '../editor/store';
import type { Part } from '../state';
import type { Say } from '../words';
import type { ScreenProps } from './app';
import { Bottom, Button, Loading, OutLink, Screen, TroubleBox } from './parts';
import { WizardBar } from './wizard-bar';
import { ViewTools } from './view-tools';

type Survey = CoverageView['surveys'][number];

interface Wanted {
  /** '' = all. */
  readonly survey: string;
  readonly query: string;
  readonly unreachable: boolean;
}

export function CoverageScreen({ controller, say, state: page, client }: ScreenProps & { readonly client: Client }) {
  const [store] = useState(() => createStore<{ readonly part: Part<CoverageView> }>({ part: { state: 'absent' } }));
  const { part } = useStore(store);
  const [wanted, setWanted] = useState<Wanted>({ survey: '', query: '', unreachable: false });
  const load = async (): Promise<void> => {
    store.set({ part: { state: 'loading' } });
    const answer = await client.call({ method: 'coverage' });
    store.set({
      part: answer.kind === 'value' ? { state: 'here', value: answer.value } : { state: 'trouble', trouble: answer },
    });
  };
  useEffect(() => void load(), [store]);

  const surveys = part.state === 'here' ? part.value.surveys : [];
  return (
    <Screen title={say('view.coverage')} visit={page.visit} name="view">
      <WizardBar controller={controller} say={say} step={{ view: 'coverage' }} />
      <ViewTools say={say} view="coverage" client={client} onReload={() => void load()} />
      {part.state === 'loading' && <Loading text={say('page.loading')} />}
      {part.state === 'trouble' && <TroubleBox say={say} trouble={part.trouble} onRetry={() => void load()} />}
      {part.state === 'here' && surveys.length === 0 && <p>{say('coverage.none')}</p>}
      {surveys.length > 0 && (
        <>
          <Filter say={say} surveys={surveys} wanted={wanted} onWanted={setWanted} />
          {surveys
            .filter(({ survey }) => wanted.survey === '' || wanted.survey === survey)
            .map((survey) => (
              <SurveyPart key={survey.survey} say={say} survey={survey} wanted={wanted} />
            ))}
        </>
      )}
      <Bottom>
        {surveys.some(({ open, silent }) => open && silent.length > 0) && (
          <Button main onPress={() => void controller.openAction('remind')}>
            {say('coverage.remind')}
          </Button>
        )}
        <Button onPress={() => void controller.openAction('processAnswers')}>{say('coverage.read')}</Button>
        <Button onPress={() => void controller.openHome()}>{say('page.home')}</Button>
      </Bottom>
    </Screen>
  );
}

interface FilterProps {
  readonly say: Say;
  readonly surveys: readonly Survey[];
  readonly wanted: Wanted;
  readonly onWanted: (wanted: Wanted) => void;
}

function Filter({ say, surveys, wanted, onWanted }: FilterProps) {
  return (
    <>
      <div class="field">
        <label for="coverage-survey">{say('coverage.survey')}</label>
        <select
          id="coverage-survey"
          value={wanted.survey}
          onChange={(happened) => {
            onWanted({ ...wanted, survey: happened.currentTarget.value });
          }}
        >
          <option value="">{say('coverage.all')}</option>
          {surveys.map(({ survey, title }) => (
            <option key={survey} value={survey}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <input
        type="search"
        aria-label={say('coverage.find')}
        placeholder={say('coverage.find')}
        value={wanted.query}
        onInput={(happened) => {
          onWanted({ ...wanted, query: happened.currentTarget.value });
        }}
      />
      <div class="field">
        <label class="tick">
          <input
            type="checkbox"
            checked={wanted.unreachable}
            onChange={(happened) => {
              onWanted({ ...wanted, unreachable: happened.currentTarget.checked });
            }}
          />
          <span>{say('coverage.unreachable')}</span>
        </label>
      </div>
    </>
  );
}

function SurveyPart({ say, survey, wanted }: { readonly say: Say; readonly survey: Survey; readonly wanted: Wanted }) {
  const { asked, answered, silent, open, until, url, title } = survey;
  const shown = silent.filter(
    ({ name, subjects, reachable }) =>
      !(wanted.unreachable && reachable) &&
      `${name} ${subjects}`.toLowerCase().includes(wanted.query.trim().toLowerCase()),
  );
  const id = `survey ${survey.survey}`.replace(/\s/g, '-');
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <progress aria-labelledby={id} max={asked} value={answered} />
      <p class="quiet">
        {[
          say('coverage.answered', { answered, asked }),
          open ? (until === '' ? '' : say('coverage.until', { until })) : say('coverage.closed'),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {url !== '' && open && (
        <p>
          <OutLink say={say} label={say('coverage.form')} url={url} />
        </p>
      )}
      {silent.length === 0 && <p>{say('coverage.allAnswered')}</p>}
      {silent.length > 0 && shown.length === 0 && <p>{say('coverage.noneFound')}</p>}
      <ul class="people silent">
        {shown.map(({ teacher, name, subjects, reachable, written }) => (
          <li key={teacher}>
            <span>{name}</span>
            <span class="quiet">
              {[subjects, written === '' ? say('coverage.notWritten') : say('coverage.written', { written })]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {!reachable && <span class="clash-line">{say('coverage.noEmail')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

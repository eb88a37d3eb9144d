// Search in the methodical bank.
import { useState } from 'preact/hooks';
import type { Controller } from '../controller';
import type { Part, Found } from '../state';
import type { Say } from '../words';
import { Button, OutLink, TroubleBox } from './parts';

interface SearchProps {
  readonly controller: Controller;
  readonly say: Say;
  readonly search: Part<Found>;
}

export function SearchBox({ controller, say, search }: SearchProps) {
  const [query, setQuery] = useState('');
  const find = (): void => void controller.search(query);
  return (
    <section aria-labelledby="bank">
      <h2 id="bank">{say('search.title')}</h2>
      <form
        class="search"
        role="search"
        onSubmit={(happened) => {
          happened.preventDefault();
          find();
        }}
      >
        <input
          type="search"
          aria-label={say('search.label')}
          value={query}
          maxLength={200}
          onInput={(happened) => {
            setQuery(happened.currentTarget.value);
          }}
        />
        <Button submit busy={search.state === 'loading'}>
          {say('search.submit')}
        </Button>
      </form>
      <p class="quiet" role="status">
        {statusOf(say, search)}
      </p>
      {search.state === 'trouble' && <TroubleBox say={say} trouble={search.trouble} onRetry={find} />}
      {search.state === 'here' && (
        <ul class="plain">
          {search.value.resources.map(({ resource, title, line, link }) => (
            <li key={resource}>
              <OutLink say={say} label={title} url={link} />
              <span class="quiet">{line}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function statusOf(say: Say, search: Part<Found>): string {
  if (search.state === 'loading') return say('search.searching');
  if (search.state !== 'here') return '';
  const { query, resources } = search.value;
  return resources.length === 0 ? say('search.none', { query }) : say('search.found', { count: resources.length });
}

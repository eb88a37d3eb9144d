// A link of Google's: goes where it leads in this Workspace, or says that it leads outside.
import { useEffect } from 'preact/hooks';
import { useApp, useAsked } from './app-state';
import { Waiting } from './parts';
import { addressOf, go } from './route';

export function OpenPage({ url }: { readonly url: string }) {
  const { say, person } = useApp();
  const { value, failure, again } = useAsked('resolve', { url });
  useEffect(() => {
    if (value?.path !== undefined) go(addressOf(person, value.path), true);
  }, [value?.path]);
  if (value === undefined || value.path !== undefined) return <Waiting failure={failure} again={again} />;
  return (
    <section class="card narrow">
      <h1>{say('outside.title')}</h1>
      <p>{say('outside.lead')}</p>
      <p>
        <code>{url}</code>
      </p>
    </section>
  );
}

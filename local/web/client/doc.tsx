// A Google document, to read.
import { useApp } from './app-state';
import { Frame } from './frame';

export function DocPage({ id }: { readonly id: string }) {
  const { say, person } = useApp();
  return (
    <div class="document">
      <h1 class="unseen">{say('doc.title')}</h1>
      <Frame src={`/doc/${id}?as=${encodeURIComponent(person)}`} title={say('doc.body')} />
    </div>
  );
}

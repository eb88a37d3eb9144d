// The last runs: fetched when the list is opened, so that home costs one call.
import { useEffect, useState } from 'preact/hooks';
import type { RunView } from '../../shared/contract';
import type { Controller } from '../controller';
import type { State } from '../state';
import type { Say } from '../words';
import { Button, Loading, OutLink, TroubleBox } from './parts';

interface RunListProps {
  readonly controller: Controller;
  readonly say: Say;
  readonly runs: State['runs'];
}

export function RunList({ controller, say, runs }: RunListProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open && runs.state === 'absent') void controller.loadRuns();
  }, [open, runs.state]);
  return (
    <details
      class="runs"
      onToggle={(happened) => {
        setOpen(happened.currentTarget.open);
      }}
    >
      <summary>{say('runs.title')}</summary>
      {runs.state === 'loading' && <Loading text={say('page.loading')} />}
      {runs.state === 'trouble' && (
        <TroubleBox say={say} trouble={runs.trouble} onRetry={() => void controller.loadRuns()} />
      )}
      {runs.state === 'here' && runs.value.length === 0 && <p>{say('runs.none')}</p>}
      {runs.state === 'here' && (
        <ul class="plain">
          {runs.value.map((run) => (
            <PastRun key={run.run} controller={controller} say={say} run={run} />
          ))}
        </ul>
      )}
    </details>
  );
}

function PastRun({
  controller,
  say,
  run,
}: {
  readonly controller: Controller;
  readonly say: Say;
  readonly run: RunView;
}) {
  return (
    <li>
      <span class="run-title">{run.title}</span>
      <span class="quiet">
        {say('run.number', { run: run.run })} · {say(`run.state.${run.state}`)}
      </span>
      {run.lines.map((line, index) => (
        <span key={index}>{line}</span>
      ))}
      {run.links.map((link) => (
        <OutLink key={link.url} say={say} {...link} />
      ))}
      {run.undoable && (
        <Button onPress={() => void controller.openAction('undoRun', { run: run.run })}>{say('run.undo')}</Button>
      )}
    </li>
  );
}

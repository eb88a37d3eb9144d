// A run as it goes: progress, what is being done, what came of it, and what may be done about it.
import type { Controller } from '../controller';
import { type Follow, isOpen } from '../state';
import type { Say } from '../words';
import { Button, Icon, OutLink, TroubleBox } from './parts';

interface RunCardProps {
  readonly controller: Controller;
  readonly say: Say;
  readonly follow: Follow;
  /** Show the run's title (the run's own screen has it as the heading). */
  readonly titled?: boolean;
}

const SHAPE_OF = {
  running: 'now',
  waiting: 'waiting',
  done: 'done',
  stopped: 'problem',
  failed: 'problem',
  undone: 'done',
} as const;

export function RunCard({ controller, say, follow, titled = false }: RunCardProps) {
  const { view, phase, trouble } = follow;
  const open = isOpen(view);
  const pumping = phase !== 'idle';
  return (
    <div class="run">
      {titled && <p class="run-title">{view.title}</p>}
      <p class={`run-state ${view.state}`}>
        <Icon shape={SHAPE_OF[view.state]} />
        {say(`run.state.${view.state}`)}
        {open && view.total > 0 && (
          <span class="quiet"> · {say('run.of', { done: view.done, total: view.total })}</span>
        )}
      </p>
      {open && <Progress say={say} follow={follow} />}
      <div aria-live="polite" class="run-lines">
        {view.lines.map((line, index) => (
          <p key={index}>{line}</p>
        ))}
        {open && <p class="quiet">{say(noteOf(follow))}</p>}
      </div>
      {trouble !== undefined && <TroubleBox say={say} trouble={trouble} onRetry={() => void controller.resume()} />}
      {view.links.length > 0 && (
        <ul class="plain links" aria-label={say('run.links')}>
          {view.links.map((link) => (
            <li key={link.url}>
              {link.sheet === undefined ? (
                <OutLink say={say} {...link} />
              ) : (
                <SheetLink controller={controller} say={say} label={link.label} sheet={link.sheet} />
              )}
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        {view.state === 'waiting' && !pumping && (
          <Button onPress={() => void controller.resume()}>{say('run.resume')}</Button>
        )}
        {open && (
          <Button busy={phase === 'stopping'} onPress={() => void controller.stop()}>
            {say('run.stop')}
          </Button>
        )}
        {(view.state === 'stopped' || view.state === 'failed') && (
          <Button onPress={() => void controller.openAction(view.action)}>{say('run.again')}</Button>
        )}
        {!open && view.undoable && (
          <Button onPress={() => void controller.openAction('undoRun', { run: view.run })}>{say('run.undo')}</Button>
        )}
      </div>
    </div>
  );
}

function SheetLink({
  controller,
  say,
  label,
  sheet,
}: Pick<RunCardProps, 'controller' | 'say'> & { readonly label: string; readonly sheet: number }) {
  return (
    <button type="button" class="link" onClick={() => void controller.showSheet(sheet)}>
      {say('link.goTo', { label })}
    </button>
  );
}

function Progress({ say, follow }: { readonly say: Say; readonly follow: Follow }) {
  const { done, total, state } = follow.view;
  const label = say('run.progress');
  // Without a total the bar only shows that something is going on.
  if (total === 0) return state === 'waiting' ? null : <progress aria-label={label} />;
  return <progress aria-label={label} max={total} value={Math.min(done, total)} />;
}

function noteOf({ phase, view }: Follow): 'run.stopping' | 'run.held' | 'run.waitingWhy' | 'run.keepsGoing' {
  if (phase === 'stopping') return 'run.stopping';
  if (phase === 'held') return 'run.held';
  return view.state === 'waiting' ? 'run.waitingWhy' : 'run.keepsGoing';
}

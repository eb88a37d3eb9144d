// What every view of its own offers: a larger window, the way out of it, and the newest data.
import { useState } from 'preact/hooks';
import type { ViewId } from '../../shared/contract';
import type { Client, Trouble } from '../client';
import { isWide, closeWindow } from '../room';
import type { Say } from '../words';
import { TroubleBox } from './parts';

interface ToolsProps {
  readonly say: Say;
  readonly view: ViewId;
  readonly client: Client;
  readonly onReload: () => void;
}

export function ViewTools({ say, view, client, onReload }: ToolsProps) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [opened, setOpened] = useState(false);
  const widen = async (): Promise<void> => {
    const answer = await client.call({ method: 'dialog', view });
    setOpened(answer.kind === 'value');
    setTrouble(answer.kind === 'value' ? undefined : answer);
  };
  const wide = isWide();
  return (
    <>
      <div class="row tools">
        <button type="button" class="button small" onClick={wide ? closeWindow : () => void widen()}>
          {say(wide ? 'view.close' : 'view.wide')}
        </button>
        <button type="button" class="button small" onClick={onReload}>
          {say('view.reload')}
        </button>
      </div>
      {opened && (
        <p role="status" class="quiet">
          {say('view.wideOpened')}
        </p>
      )}
      {trouble !== undefined && <TroubleBox say={say} trouble={trouble} onRetry={() => void widen()} />}
    </>
  );
}

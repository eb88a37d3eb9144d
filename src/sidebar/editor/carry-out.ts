// Does an action from inside an editor: starts it and follows it to its end, without leaving the screen.
import type { ActionId, RunView } from '../../shared/contract';
import type { Answer, Client, Trouble } from '../client';
import type { Input } from '../fields';

/** Executions of one run that may die in a row before a person must be told. */
const MOST_DEATHS = 3;

export interface CarriedOut {
  /** The ended run, or what a person must be told. */
  readonly answer: Answer<RunView>;
  /** An answer was lost on the way: what stands now is to be looked at anew. */
  readonly wasLost: boolean;
}

/** Follows a run whose execution dies on to its end. */
export async function carryOut(client: Client, action: ActionId, input: Input): Promise<CarriedOut> {
  let answer: Answer<RunView> = await client.call({ method: 'start', action, input });
  let deaths = 0;
  for (;;) {
    const open = answer.kind === 'lost' && deaths < MOST_DEATHS ? await leftOpen(client, action) : undefined;
    if (answer.kind === 'lost') deaths += 1;
    const run: RunView | undefined = answer.kind === 'value' ? answer.value : open;
    if (run?.state !== 'running') break;
    answer = await client.call({ method: 'pump', run: run.run });
  }
  const failed = answer.kind === 'value' && answer.value.state !== 'done' ? refusal(answer.value) : undefined;
  return { answer: failed ?? answer, wasLost: deaths > 0 };
}

/** The run of this action that an execution which died has left half way: others wait until it is carried on. */
async function leftOpen(client: Client, action: ActionId): Promise<RunView | undefined> {
  const home = await client.call({ method: 'home' });
  const run = home.kind === 'value' ? home.value.running : undefined;
  return run?.action === action && run.state === 'running' ? run : undefined;
}

const refusal = ({ lines }: RunView): Trouble => ({
  kind: 'refused',
  problems: lines.map((text) => ({ code: 'run.ended', text })),
});

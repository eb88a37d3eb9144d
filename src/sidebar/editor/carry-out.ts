// Does an action from inside an editor: starts it and follows it to its end, without leaving the screen.
import type { ActionId, RunView } from '../../shared/contract';
import type { Answer, Client, Trouble } from '../client';
import type { Input } from '../fields';

/** The ended run, or what a person must be told. What came of a call whose answer was lost is unknown: look anew. */
export async function carryOut(client: Client, action: ActionId, input: Input): Promise<Answer<RunView>> {
  let answer: Answer<RunView> = await client.call({ method: 'start', action, input });
  while (answer.kind === 'value' && answer.value.state === 'running')
    answer = await client.call({ method: 'pump', run: answer.value.run });
  return answer.kind === 'value' && answer.value.state !== 'done' ? refusal(answer.value) : answer;
}

const refusal = ({ lines }: RunView): Trouble => ({
  kind: 'refused',
  problems: lines.map((text) => ({ code: 'run.ended', text })),
});

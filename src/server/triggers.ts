// What the two triggers do. The submit trigger is a mere hint: the heartbeat reconciles answers from the forms anyway.
import { heartbeat } from '../app/heartbeat';
import { createPorts } from '../google/ports';
import { guarded } from './guard';
import { say } from './words';

/** Names under which `entry-points.ts` exports the trigger functions. */
export const HANDLERS = { heartbeat: 'onHeartbeat', formSubmitted: 'onFormSubmitted' } as const;

/** A step of a region takes more than a minute: begun by then it ends within 4.5 minutes, and at 6 Google ends the execution. */
const TRIGGER_WORKING_MS = 3 * 60_000;

export function beat(): void {
  const startedAt = Date.now();
  const outcome = guarded(() => ({
    ok: true,
    value: heartbeat(createPorts({ say }, HANDLERS, startedAt, TRIGGER_WORKING_MS)),
  }));
  const said = outcome.ok ? outcome.value : outcome.problems;
  if (said.length > 0) console.info(said.map(say).join('\n'));
}

// The one catch: expected refusals are data; whatever else is thrown becomes a problem with a trace in the log.
import type { Outcome } from '../domain/message';
import { explain } from '../google/explain';

/** Runs `work`; an exception becomes a refusal that says what to do. */
export function guarded<T>(work: () => Outcome<T>): Outcome<T> {
  try {
    return work();
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { ok: false, problems: [explain(error).problem] };
  }
}

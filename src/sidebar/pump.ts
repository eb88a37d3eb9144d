// Carries an open run on: asks the server for the next portion every time the last one came, one call at a time.
import type { RunView } from '../shared/contract';
import type { Answer, Trouble } from './client';

/** What the page says about the pumping itself. */
export type PumpPhase = 'working' | 'held' | 'stopping';

export interface PumpPorts {
  pump(run: string): Promise<Answer<RunView>>;
  stop(run: string): Promise<Answer<RunView>>;
  /** Waits `ms` milliseconds, or less when a stop is asked for meanwhile. */
  wait(ms: number): Promise<void>;
  stopAsked(): boolean;
  onView(view: RunView): void;
  onPhase(phase: PumpPhase): void;
}

/** Calls lost one after another before a person is asked: a lost call may be retried, the server does nothing twice. */
const LOST_IN_SILENCE = 2;
/** Answers without any progress before the page slows down. */
const STILL_IN_HASTE = 3;
const SHORTEST_WAIT = 1000;
const LONGEST_WAIT = 15_000;
/** The server's word for «another execution is at it»: the heartbeat or another window. */
const BUSY = 'run.busy';

/**
 * Pumps until the run is no longer `running`, or a stop was asked for and answered. Gives the trouble that a person must
 * see, or undefined when the run ended or waits.
 */
export async function pumpRun(first: RunView, ports: PumpPorts): Promise<Trouble | undefined> {
  let view = first;
  let lost = 0;
  let still = 0;
  let pauses = 0;

  const pause = (phase: PumpPhase): Promise<void> => {
    ports.onPhase(ports.stopAsked() ? 'stopping' : phase);
    pauses += 1;
    return ports.wait(Math.min(SHORTEST_WAIT * 2 ** (pauses - 1), LONGEST_WAIT));
  };

  while (view.state === 'running' || (view.state === 'waiting' && ports.stopAsked())) {
    const stopping = ports.stopAsked();
    ports.onPhase(stopping ? 'stopping' : 'working');
    const answer = await (stopping ? ports.stop(view.run) : ports.pump(view.run));

    if (answer.kind === 'value') {
      still = sameProgress(view, answer.value) ? still + 1 : 0;
      lost = 0;
      view = answer.value;
      ports.onView(view);
      if (still < STILL_IN_HASTE) pauses = 0;
      else await pause('working');
    } else if (answer.kind === 'refused' && answer.problems.some(({ code }) => code === BUSY)) {
      lost = 0;
      await pause('held');
    } else if (answer.kind === 'lost' && answer.reason === 'lost' && lost < LOST_IN_SILENCE) {
      lost += 1;
      await pause('working');
    } else {
      return answer;
    }
  }
  return undefined;
}

function sameProgress(before: RunView, after: RunView): boolean {
  return (
    before.done === after.done && before.total === after.total && before.lines.join('\n') === after.lines.join('\n')
  );
}

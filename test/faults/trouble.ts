// One disturbed play of a scene: which calls go wrong and how, and whether the scene comes to the same end in spite of it.
import { ExecutionKilled, type Fault } from '../../local/index';
import type { Between } from './between';
import { deleteLostCalendars, differences, fingerprint } from './compare';
import type { Scene } from './scenes';
import { type Ended, play, type Watch } from './trial';

export type FaultKind = 'error before' | 'error after' | 'death before' | 'death after';
export const FAULTS: readonly FaultKind[] = ['error before', 'error after', 'death before', 'death after'];

/** What goes wrong, by the number of the call: from the press on (1), through everything that is done afterwards. */
export type Troubles = ReadonlyMap<number, FaultKind>;

/** What services say when they fail: a passing trouble in both languages, and words that nobody has seen before. */
const WORDS = [
  'Сервис временно недоступен: Таблицы',
  "We're sorry, a server error occurred. Please wait a bit and try again.",
  'Нечто невиданное',
] as const;

const MOST_LINES = 12;

function faultOf(kind: FaultKind, position: number): Fault {
  const when = kind.endsWith('before') ? 'before' : 'after';
  return kind.startsWith('death') ? { kill: when } : { when, error: WORDS[position % WORDS.length] ?? WORDS[0] };
}

/** How a scene ends undisturbed. */
export class Expected {
  readonly #print: string;
  #snapshot: unknown;

  constructor(
    private readonly scene: Scene,
    private readonly whole: Ended,
    private readonly between?: Between,
  ) {
    this.#print = fingerprint(whole.workspace);
  }

  /**
   * Undefined when the scene came to the same end; else what differs.
   * @param watch looks on at each call
   */
  trial(troubles: Troubles, watch?: Watch): string | undefined {
    let ended: Ended;
    try {
      ended = play(
        this.scene,
        (position, workspace, call) => {
          watch?.(position, workspace, call);
          const kind = troubles.get(position);
          return kind === undefined ? undefined : faultOf(kind, position);
        },
        this.between,
      );
    } catch (error) {
      if (error instanceof ExecutionKilled) throw error;
      return error instanceof Error ? error.message : String(error);
    }
    deleteLostCalendars(ended.workspace);
    if (fingerprint(ended.workspace) === this.#print) return undefined;
    this.#snapshot ??= this.whole.workspace.snapshot();
    const found = differences(ended.workspace.snapshot(), this.#snapshot, ended.said, troubles.size, this.between?.own);
    return found.length === 0
      ? undefined
      : [...found.slice(0, MOST_LINES), `said: ${ended.said.join(' | ')}`].join('\n');
  }
}

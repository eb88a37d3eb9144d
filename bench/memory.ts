// How much memory a script's execution holds, as near as one heap shared with the emulator lets it be told.
import { GCProfiler, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ServiceCall } from '../local/index';
import { cellsOf } from './fewest';

/** So much may be allocated before everything dead is collected at the next call: how fine the peak is seen. */
const LEAST_STRIDE = 2 * 1024 ** 2;
/** The more lives the longer a collection takes. */
const STRIDE_OF_BASE = 0.05;
/** A write of so many cells is looked at by itself: the sheets keep what it brought. */
const LARGE = 10_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
// The flag is the whole process's: the scripts' global objects made from now on must have no `gc`.
setFlagsFromString('--no-expose-gc');
const used = (): number => getHeapStatistics().used_heap_size;

/**
 * Watches executions: what lives after a full collection, less what lived before the execution began, less what large writes have added
 * (that is the sheets', not the script's). An estimate from above: proxies, small writes and the emulator's copies are in it.
 */
export class MemoryProbe {
  #base = 0;
  /** What the sheets have gained by large writes. */
  #gained = 0;
  #peak = 0;
  #last = 0;
  /** Living bytes before a large write that is being made. */
  #before: number | undefined;
  #previous: ServiceCall | undefined;
  #profiler: GCProfiler | undefined;

  /** To be asked at every service call: `faults` of the Workspace. */
  readonly look = (call: ServiceCall): undefined => {
    if (this.#profiler === undefined) return;
    // The log keeps what was written; in the live service nobody does.
    if (this.#previous !== undefined) forgetCells(this.#previous);
    this.#previous = call;
    const isLarge = cellsOf(call) >= LARGE;
    if (
      !isLarge &&
      this.#before === undefined &&
      used() - this.#last < Math.max(LEAST_STRIDE, this.#base * STRIDE_OF_BASE)
    )
      return;
    const living = this.#living();
    if (this.#before !== undefined) this.#gained += Math.max(0, living - this.#before);
    this.#before = isLarge ? living : undefined;
    this.#note(living);
  };

  /** What `work`, one execution, gives, and how many megabytes it held at most. */
  watch<T>(work: () => T): { readonly result: T; readonly megabytes: number } {
    this.#previous = this.#before = undefined;
    this.#gained = this.#peak = 0;
    this.#base = this.#living();
    const result = work();
    this.#ownCollections();
    this.#profiler = undefined;
    return { result, megabytes: this.#peak / 1024 ** 2 };
  }

  #note(living: number): void {
    this.#peak = Math.max(this.#peak, living - this.#base - this.#gained);
  }

  #living(): number {
    if (this.#profiler !== undefined) this.#ownCollections();
    collect();
    this.#profiler = new GCProfiler();
    this.#profiler.start();
    return (this.#last = used());
  }

  /** Full collections that the engine made by itself, in the middle of a long computation without calls. */
  #ownCollections(): void {
    const { statistics } = this.#profiler?.stop() ?? { statistics: [] };
    // Within a large write nobody can tell how much of it the sheets have already.
    if (this.#before !== undefined) return;
    for (const { gcType, afterGC } of statistics)
      if (gcType === 'MarkSweepCompact') this.#note(afterGC.heapStatistics.usedHeapSize);
  }
}

function forgetCells({ args }: ServiceCall): void {
  args.forEach((arg, at) => {
    if (Array.isArray(arg)) (args as unknown[])[at] = [];
  });
}

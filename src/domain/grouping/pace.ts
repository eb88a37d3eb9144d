// How far a search has come, by its trials and by the clock.
import { FRACTION } from './fraction';

export interface SearchClock {
  now: () => number;
  deadlineMs: number;
}

/** A search is over when its trials are made or its time has passed, whichever comes first. */
export class Pace {
  /** Trials made so far; nodes and kicks count as so many as take as long. */
  round = 0;
  /** Trials that may be made; 0 where only the clock counts. */
  maxRounds = 0;
  private startedAt: number;
  private allowedMs: number;
  /** Share of the time that had passed at the last look at the clock. */
  private passed = FRACTION;

  /** Time counts from now on. */
  constructor(private readonly clock: SearchClock | undefined) {
    this.startedAt = clock ? clock.now() : 0;
    this.allowedMs = clock ? clock.deadlineMs : 0;
  }

  get isTimed(): boolean {
    return this.clock !== undefined;
  }

  /** Trials that may still be made. */
  get left(): number {
    return this.maxRounds ? this.maxRounds - this.round : Infinity;
  }

  /**
   * Share of the search that is behind, 0 … 1.
   * @param looks false where the time of the last look at the clock will do
   */
  progress(looks = true): number {
    if (!this.clock) return this.round / Math.max(1, this.maxRounds);
    if (looks) this.passed = (this.clock.now() - this.startedAt) / Math.max(1, this.allowedMs);
    return this.maxRounds ? Math.max(this.passed, this.round / this.maxRounds) : this.passed;
  }

  /**
   * How many trials the time will allow, judged by the first ones.
   * @param trials made since the beginning
   * @param reserved share of the time that is not for trials
   */
  foresee(trials: number, reserved: number): number {
    const left = 1 - this.progress() - reserved;
    const rounds = (trials * Math.max(0, left)) / Math.max(1e-3, this.passed);
    return this.maxRounds ? Math.min(this.maxRounds, rounds) : rounds;
  }

  /** What time is left is the whole from now on. */
  startAnew(): void {
    if (!this.clock) return;
    const now = this.clock.now();
    this.allowedMs -= now - this.startedAt;
    this.startedAt = now;
  }
}

// Repeatable pseudo-random numbers whose state is one integer, so that a checkpoint can carry it.

/** Mulberry32 (T. Ettinger, public domain): 32-bit state, period 2^32, passes the usual small tests. */
export class Random {
  state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let x = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number in [0, n); 0 when n is 0. */
  below(n: number): number {
    return (this.next() * n) | 0;
  }
}

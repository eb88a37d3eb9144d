// A World that remembers which ids it gave out, so that a snapshot can tell ids from data.
import { World } from './world';

/** Ids given out so far; kept with the state. */
interface Issued {
  ids: string[];
  numbers: number[];
}

/** The kernel's World. */
export class TrackedWorld extends World {
  get #record(): Issued {
    return this.slice<Issued>('issuedIds', () => ({ ids: [], numbers: [] }));
  }
  override nextId(length?: number): string {
    return this.issued(super.nextId(length));
  }
  override nextIntId(): number {
    const id = super.nextIntId();
    this.#record.numbers.push(id);
    return id;
  }
  override issued(id: string): string {
    this.#record.ids.push(id);
    return id;
  }
  issuedIds(): ReadonlySet<string> {
    return new Set(this.#record.ids);
  }
  issuedNumbers(): ReadonlySet<number> {
    return new Set(this.#record.numbers);
  }
}

// The ledger of everything that leaves the workbook: by it every effect happens once, and a run can be undone.
import type { EFFECT_KINDS, EFFECT_STATES } from '../workbook/tables';
import { LEDGER } from '../workbook/tables';
import type { Placed, Row } from '../workbook/schema';
import type { Ports } from './ports';

export type EffectKind = keyof typeof EFFECT_KINDS;
export type EffectState = keyof typeof EFFECT_STATES;

export interface Effect {
  readonly key: string;
  readonly kind: EffectKind;
  readonly what: string;
  readonly who: string;
  readonly ref: string;
}

/** Deterministic key of an effect: the same workbook, cycle and thing give the same key. Hex, so it is also a valid event id. */
export function effectKey(ports: Ports, kind: EffectKind | 'file', ...parts: readonly string[]): string {
  return ports.sha256([ports.workbook.id(), kind, ...parts].join('|'));
}

/** The ledger as read at the beginning of a step; writes go to the sheet and to this picture of it. */
export class Ledger {
  readonly #byKey = new Map<string, Placed<Row<typeof LEDGER>>>();

  constructor(
    private readonly ports: Ports,
    private readonly run: string,
  ) {
    const { rows, unread } = ports.workbook.read(LEDGER);
    for (const row of rows) this.#byKey.set(row.key, row);
    // Somebody has spoilt a row: that its effect was begun is still known, and it is not begun again.
    for (const { key, $row } of unread) {
      if (key !== undefined && key !== '')
        this.#byKey.set(key, { key, kind: '', what: '', who: '', state: 'doubt', ref: '', run: '', at: '', $row });
    }
  }

  state(key: string): EffectState | undefined {
    const state = this.#byKey.get(key)?.state;
    return state === undefined || state === '' ? undefined : (state as EffectState);
  }

  /** Id of what was made (or is to be made with a pre-generated id). */
  ref(key: string): string | undefined {
    const ref = this.#byKey.get(key)?.ref;
    return ref === '' ? undefined : ref;
  }

  rowsOf(run: string): readonly Row<typeof LEDGER>[] {
    return this.#rows((row) => row.run === run);
  }

  /** Has the run made anything outside that still stands? That belongs to the workbook's account. */
  reachesOut(run: string): boolean {
    return this.rowsOf(run).some(({ kind, state }) => kind !== 'mail' && state !== 'undone');
  }

  /** Letters that were begun and not ended: as executions take turns, the one that began them has died. */
  lettersBegun(): readonly Row<typeof LEDGER>[] {
    return this.#rows(({ kind, state }) => kind === 'mail' && state === 'intent');
  }

  /** Effects of a kind about one thing. */
  rowsAbout(about: EffectKind, thing: string): readonly Row<typeof LEDGER>[] {
    return this.#rows(({ kind, ref }) => kind === about && ref === thing);
  }

  #rows(fits: (row: Row<typeof LEDGER>) => boolean): readonly Row<typeof LEDGER>[] {
    return [...this.#byKey.values()].filter(fits);
  }

  /** Has this effect never been begun, or been taken back since? */
  isFresh(key: string): boolean {
    const state = this.state(key);
    return state === undefined || state === 'undone';
  }

  /** Writes down fresh effects, and makes it durable before any of them happens. One taken back earlier begins anew in its row. */
  intend(effects: readonly Effect[], state: 'planned' | 'intent' = 'intent'): void {
    const fresh = effects.filter((effect) => this.isFresh(effect.key));
    if (fresh.length === 0) return;
    const at = this.ports.clock.localNow();
    const rowOf = (effect: Effect): Row<typeof LEDGER> => ({ ...effect, state, run: this.run, at });
    this.ports.workbook.patch(
      LEDGER,
      fresh.flatMap((effect) => {
        const standing = this.#byKey.get(effect.key);
        return standing === undefined ? [] : [{ $row: standing.$row, set: rowOf(effect) }];
      }),
    );
    const added = fresh.filter(({ key }) => !this.#byKey.has(key)).map(rowOf);
    for (const effect of fresh) {
      const standing = this.#byKey.get(effect.key);
      if (standing !== undefined) this.#byKey.set(effect.key, { ...rowOf(effect), $row: standing.$row });
    }
    if (added.length > 0) {
      const first = this.ports.workbook.append(LEDGER, added);
      added.forEach((row, index) => this.#byKey.set(row.key, { ...row, $row: first + index }));
    }
    this.ports.workbook.flush();
  }

  /** What was made is gone and is made anew: durable before that happens, so that whoever comes after a death looks for it by its key. */
  renew(key: string): void {
    if (this.isFresh(key) || this.state(key) === 'intent') return;
    this.settle([{ key, state: 'intent', ref: '' }]);
    this.ports.workbook.flush();
  }

  /** Moves effects to other states in one write. `ref` only where it became known. What another run only intended is the run's that does it. */
  settle(changes: readonly { readonly key: string; readonly state: EffectState; readonly ref?: string }[]): void {
    const at = this.ports.clock.localNow();
    const rows = changes.flatMap((change) => {
      const row = this.#byKey.get(change.key);
      if (row === undefined) return [];
      const isMine = this.run !== '' && (row.state === 'intent' || row.state === 'planned');
      const set = { state: change.state, ref: change.ref ?? row.ref, run: isMine ? this.run : row.run, at };
      this.#byKey.set(change.key, { ...row, ...set });
      return [{ $row: row.$row, set }];
    });
    this.ports.workbook.patch(LEDGER, rows);
  }
}

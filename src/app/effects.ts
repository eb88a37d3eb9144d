// The ledger of everything that leaves the workbook: by it every effect happens once, and a run can be undone.
import type { EFFECT_KINDS, EFFECT_STATES } from '../workbook/tables';
import { LEDGER } from '../workbook/tables';
import type { Placed, Row } from '../workbook/schema';
import type { Ports } from './ports';
import type { TableData } from './ports/workbook';
import { readIfShort } from './short-tables';

export type EffectKind = keyof typeof EFFECT_KINDS;
export type EffectState = keyof typeof EFFECT_STATES;

/** A row whose state somebody has spoilt is in doubt. */
const stateOf = (cell: string): EffectState => (cell === '' ? 'doubt' : (cell as EffectState));

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

type LedgerRow = Placed<Row<typeof LEDGER>>;

/**
 * The ledger as read at the beginning of a step; writes go to the sheet and to this picture of it. Of a long one keys and states are
 * read, then the rows that are asked for.
 */
export class Ledger {
  readonly #standing = new Map<string, { readonly state: EffectState; readonly $row: number }>();
  /** Rows read whole: of a small ledger all of them. */
  readonly #whole = new Map<string, LedgerRow>();
  #isWhole = false;

  constructor(
    private readonly ports: Ports,
    private readonly run: string,
  ) {
    if (readIfShort(ports, LEDGER)) this.#readAll();
    else
      for (const { key, state, $row } of ports.workbook.columns(LEDGER, ['key', 'state']))
        if (key !== '') this.#standing.set(key, { state: stateOf(state), $row });
  }

  state(key: string): EffectState | undefined {
    return this.#standing.get(key)?.state;
  }

  /** Id of what was made (or is to be made with a pre-generated id). */
  ref(key: string): string | undefined {
    const ref = this.look([key])[0]?.ref;
    return ref === '' ? undefined : ref;
  }

  rowsOf(run: string): readonly Row<typeof LEDGER>[] {
    if (!this.#isWhole) this.#readAll();
    return [...this.#whole.values()].filter((row) => row.run === run);
  }

  /** Letters in a state. Those that were begun and not ended: as executions take turns, the one that began them has died. */
  lettersIn(state: EffectState): readonly Row<typeof LEDGER>[] {
    return this.look([...this.#standing].flatMap(([key, row]) => (row.state === state ? [key] : []))).filter(
      ({ kind }) => kind === 'mail',
    );
  }

  /** Reads what stands about these keys, in as few calls as it takes: for whoever asks for one after another of them. */
  look(keys: readonly string[]): readonly LedgerRow[] {
    const missing = keys.flatMap((key) => (this.#whole.has(key) ? [] : (this.#standing.get(key)?.$row ?? [])));
    if (missing.length > 0) this.#take(this.ports.workbook.rowsAt(LEDGER, missing));
    return keys.flatMap((key) => this.#whole.get(key) ?? []);
  }

  #readAll(): void {
    this.#take(this.ports.workbook.read(LEDGER));
    this.#isWhole = true;
  }

  #take({ rows, unread }: TableData<typeof LEDGER>): void {
    for (const row of rows) this.#keep(row);
    // Somebody has spoilt a row: that its effect was begun is still known, and it is not begun again.
    for (const { key, $row } of unread)
      if (key !== undefined && key !== '')
        this.#keep({ key, kind: '', what: '', who: '', state: 'doubt', ref: '', run: '', at: '', $row });
  }

  #keep(row: LedgerRow): void {
    this.#whole.set(row.key, row);
    this.#standing.set(row.key, { state: stateOf(row.state), $row: row.$row });
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
        const standing = this.#standing.get(effect.key);
        return standing === undefined ? [] : [{ $row: standing.$row, set: rowOf(effect) }];
      }),
    );
    const added = fresh.filter(({ key }) => !this.#standing.has(key)).map(rowOf);
    for (const effect of fresh) {
      const standing = this.#standing.get(effect.key);
      if (standing !== undefined) this.#keep({ ...rowOf(effect), $row: standing.$row });
    }
    if (added.length > 0) {
      const first = this.ports.workbook.append(LEDGER, added);
      added.forEach((row, index) => {
        this.#keep({ ...row, $row: first + index });
      });
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
    this.look(changes.map(({ key }) => key));
    const rows = changes.flatMap((change) => {
      const row = this.#whole.get(change.key);
      if (row === undefined) return [];
      const isMine = this.run !== '' && (row.state === 'intent' || row.state === 'planned');
      const set = { state: change.state, ref: change.ref ?? row.ref, run: isMine ? this.run : row.run, at };
      this.#keep({ ...row, ...set });
      return [{ $row: row.$row, set }];
    });
    this.ports.workbook.patch(LEDGER, rows);
  }
}

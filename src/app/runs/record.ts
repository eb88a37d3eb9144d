// A run as it is kept between executions, in a property of at most 9 KB.
import type { Message, MessageFields } from '../../domain/message';
import type { ActionId } from '../../shared/contract';
import type { RUN_STATES } from '../../workbook/tables';
import type { Link } from '../action';
import type { Ports } from '../ports';

export type RunState = keyof typeof RUN_STATES;

export interface RunRecord {
  readonly run: string;
  readonly action: ActionId;
  /** E-mail of who started it: only that person's executions go on with it, or letters would leave from another's mailbox. */
  readonly by: string;
  /** Absent when it was too large to keep (a file): then the run cannot be taken up by another execution. */
  readonly input?: unknown;
  readonly cursor?: unknown;
  readonly state: RunState | 'waiting';
  readonly done: number;
  readonly total: number;
  readonly lines: readonly Message[];
  readonly links: readonly Link[];
  /** Exceptions in a row without a step done between them. */
  readonly failures?: number;
}

/** Property values hold 9 KB. https://developers.google.com/apps-script/guides/services/quotas */
const MOST_BYTES = 8500;
const MOST_INPUT_BYTES = 3000;
const MOST_LINES = 12;
const MOST_ITEMS = 10;
const LONGEST_TEXT = 160;

const CURRENT = 'run';
const PARKED = 'parked';

/** The run that is under way or was the last. */
export const currentRun = (ports: Ports): RunRecord | undefined => readRecord(ports, CURRENT);

/** A run that waits (for tomorrow's mail quota) while others go on. */
export const parkedRun = (ports: Ports): RunRecord | undefined => readRecord(ports, PARKED);

function readRecord(ports: Ports, key: string): RunRecord | undefined {
  const text = ports.store.get(key);
  return text === undefined ? undefined : (JSON.parse(text) as RunRecord);
}

/** Writes the checkpoint. What the step wrote into sheets is made durable first, so that a cursor never runs ahead of its rows. */
export function keep(ports: Ports, record: RunRecord): void {
  ports.workbook.flush();
  ports.store.set(CURRENT, bounded(record));
}

export function park(ports: Ports, record: RunRecord): void {
  ports.store.set(PARKED, bounded(record));
}

/** Brings a parked run back; the one that was current has ended. */
export function unpark(ports: Ports, record: RunRecord): void {
  ports.store.set(CURRENT, bounded(record));
  ports.store.remove(PARKED);
}

export const isOpen = (record: RunRecord | undefined): record is RunRecord =>
  record !== undefined && (record.state === 'running' || record.state === 'waiting');

/** May the input be kept with the record? */
export const fitsAsInput = (input: unknown): boolean => utf8Length(JSON.stringify(input)) <= MOST_INPUT_BYTES;

/** The record as text that fits a property: long lists and texts of what is only shown are shortened, never the input or cursor. */
export function bounded(record: RunRecord): string {
  const shown = record.lines.slice(0, MOST_LINES).map(shortened);
  const more = record.lines.length - shown.length;
  const lines = more > 0 ? [...shown, { code: 'problems.more', fields: { count: more } }] : shown;
  for (let count = lines.length; ; count--) {
    const text = JSON.stringify({ ...record, lines: lines.slice(0, count) });
    if (count <= 1 || utf8Length(text) <= MOST_BYTES) return text;
  }
}

function shortened<M extends Message>(message: M): M {
  if (message.fields === undefined) return message;
  const fields: Record<string, MessageFields[string]> = {};
  for (const [name, value] of Object.entries(message.fields)) {
    if (typeof value === 'string') fields[name] = cut(value);
    else fields[name] = typeof value === 'number' ? value : value.slice(0, MOST_ITEMS).map(cut);
  }
  return { ...message, fields };
}

const cut = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text);

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

// What every action of the product looks like: it checks its input, shows what it would do, and does it in small steps.
import type { Message, Outcome, Problem } from '../domain/message';
import { showable } from '../domain/text';
import type { ActionId } from '../shared/contract';
import type { Ports } from './ports';

/** What a person may have typed or chosen before an action; untrusted. */
export type RawInput = Readonly<Record<string, unknown>>;

/** A question the page asks before the preview. Labels are messages `field.<action>.<name>` and `….help`. */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'longText' | 'choice' | 'choices' | 'date' | 'flag' | 'file';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string;
  readonly required?: boolean;
}

/** An example of what leaves the workbook, exactly as it would leave. */
export interface Example {
  readonly kind: 'mail' | 'event' | 'form' | 'text';
  readonly title: string;
  readonly body: string;
}

/** A column of what a person gave: which one it is, and which it could be. `name` is a field of the action's input. */
export interface ColumnChoice {
  readonly name: string;
  readonly label: Message;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The column's first value; '' when there is none. */
  readonly example: string;
}

/** What an action would do, shown before it is done. */
export interface Preview {
  readonly columns?: readonly ColumnChoice[];
  /** False: as things stand it would be refused; the warnings say why. */
  readonly ready?: false;
  readonly lines: readonly Message[];
  readonly counts: readonly { readonly label: Message; readonly value: string }[];
  readonly example?: Example;
  readonly warnings: readonly Message[];
}

/** The part of a preview that shows the first of what there would be; nothing when there is none. */
export const textExample = <T>(
  first: T | undefined,
  shown: (first: T) => Omit<Example, 'kind'>,
): { readonly example?: Example } => (first === undefined ? {} : { example: { kind: 'text', ...shown(first) } });

export interface Link {
  readonly label: Message;
  readonly url: string;
}

/** This run of an action: its id marks what it makes. */
export interface RunInfo {
  readonly run: string;
  readonly action: ActionId;
}

/** What a step tells the engine. `cursor` is JSON; the next step begins from it, in this execution or a later one. */
export type Step<C> =
  | {
      readonly state: 'going';
      readonly cursor: C;
      readonly done: number;
      readonly total: number;
      readonly line: Message;
    }
  /** Cannot go on now, but later can (mail quota): the heartbeat tries again. */
  | {
      readonly state: 'waiting';
      readonly cursor: C;
      readonly done: number;
      readonly total: number;
      readonly line: Message;
    }
  | { readonly state: 'finished'; readonly lines: readonly Message[]; readonly links: readonly Link[] }
  | { readonly state: 'refused'; readonly problems: readonly Problem[] };

/**
 * One thing a person can start. `I` is its checked input (JSON), `C` its cursor (JSON).
 * `step` must be idempotent: it may be run again from the same cursor after dying anywhere inside.
 */
export interface Action<I, C> {
  readonly id: ActionId;
  /** Needs the workbook only: whoever may edit that may start it, under whatever account. Any other needs the workbook's own account. */
  readonly anyAccount?: true;
  fields(ports: Ports): readonly Field[];
  read(ports: Ports, raw: RawInput): Outcome<I>;
  preview(ports: Ports, input: I): Outcome<Preview>;
  /** Before the first step: puts into the store, by `later`, what must be on record together with the run's beginning. */
  begin?(ports: Ports, input: I): void;
  step(ports: Ports, run: RunInfo, input: I, cursor: C | undefined): Step<C>;
}

export const NO_FIELDS = (): readonly Field[] => [];

export const finished = (
  lines: readonly Message[],
  links: readonly Link[] = [],
): { state: 'finished'; lines: readonly Message[]; links: readonly Link[] } => ({
  state: 'finished',
  lines,
  links,
});

/** Reads a text field of untrusted input, as it can be shown; '' when absent; undefined when it is no text or too long. */
export function textOf(raw: RawInput, name: string, most = 10_000): string | undefined {
  const value = raw[name];
  if (value === undefined || value === null) return '';
  return typeof value === 'string' && value.length <= most ? showable(value).trim() : undefined;
}

/** Reads a list-of-texts field; undefined when it is anything else. */
export function textsOf(raw: RawInput, name: string, most = 1000): readonly string[] | undefined {
  const value = raw[name];
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (!Array.isArray(value) || value.length > most) return undefined;
  const texts = value as readonly unknown[];
  return texts.every((text): text is string => typeof text === 'string' && text.length <= 10_000) ? texts : undefined;
}

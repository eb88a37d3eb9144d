// An execution that dies at a chosen service call, and the person who then opens the page again.
import { ExecutionKilled, type Fault, type ServiceCall } from '../../local/index';
import type { ActionId } from '../../src/shared/contract';
import type { Desk } from './desk';

/** Decides at which call the running execution dies; armed once. */
export class Death {
  #armed: ((call: ServiceCall) => boolean) | undefined;
  #how: 'before' | 'after' = 'before';
  /** Calls made while watched. */
  count = 0;

  readonly faults = (call: ServiceCall): Fault | undefined => {
    // Execution 0 is the person at the screen.
    if (call.execution === 0) return undefined;
    this.count += 1;
    if (this.#armed?.(call) !== true) return undefined;
    this.#armed = undefined;
    return { kill: this.#how };
  };

  /** At the `nth` call from now (from 1) of those that fit. */
  at(nth: number, how: 'before' | 'after', fits: (call: ServiceCall) => boolean = () => true): void {
    let seen = 0;
    this.#how = how;
    this.#armed = (call) => fits(call) && ++seen === nth;
  }

  disarm(): void {
    this.#armed = undefined;
  }
}

/** A press that dies: the page is told nothing. */
export function pressAndDie(desk: Desk, action: ActionId, input: Readonly<Record<string, unknown>> = {}): void {
  expect(() => desk.press(action, input)).toThrow(ExecutionKilled);
}

/** The person opens the sidebar again: an open run goes on, else the button is pressed again. */
export function again(desk: Desk, action: ActionId, input: Readonly<Record<string, unknown>> = {}): string {
  const words: string[] = [];
  if (desk.home().running !== undefined) words.push(...desk.finishOpenRun().lines);
  words.push(...desk.press(action, input).run.lines);
  return words.join('\n');
}

const isWrite = ({ method }: ServiceCall): boolean => /set|append|delete|insert|flush/i.test(method);

/**
 * An action that dies after its `nth` write, and the person who opens the sidebar again. Gives what the run says at its end ('' where none
 * was open), or undefined when it has not died.
 */
export function dyingAtWrite(
  desk: Desk,
  death: Death,
  nth: number,
  action: ActionId,
  input: Readonly<Record<string, string>>,
): string | undefined {
  death.at(nth, 'after', isWrite);
  let died = false;
  try {
    desk.call({ method: 'start', action, input });
  } catch (error) {
    expect(error).toBeInstanceOf(ExecutionKilled);
    died = true;
  }
  death.disarm();
  if (!died) return undefined;
  return desk.home().running === undefined ? '' : desk.finishOpenRun().lines.join(' ');
}

export const addressees = (desk: Desk): string[] => desk.letters().map(({ to }) => to.join());
export const twice = (list: readonly string[]): string[] => list.filter((one, index) => list.indexOf(one) !== index);
export const liveForms = (desk: Desk): string[] =>
  desk
    .files()
    .filter(({ mimeType, trashed }) => mimeType.endsWith('.form') && !trashed)
    .map(({ name }) => name);

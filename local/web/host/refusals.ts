// Why the Workspace does not do what a page asks: told to the person, never a stack trace.
import { ApiError, NotEmulated, ScriptError } from '../../runtime/service';
import type { Failure, FailureCode } from '../contract';

/** A refusal whose code the page has words for. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: FailureCode,
    text = '',
  ) {
    super(text);
  }
}

/** What a page is told of an error. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Refused) return { code: error.code, text: error.message };
  if (error instanceof ScriptError || error instanceof ApiError || error instanceof NotEmulated)
    return { code: 'refused', text: error.message };
  return { code: 'broken', text: error instanceof Error ? error.message : String(error) };
}

// Talks to the server: one typed promise a call, over google.script.run.
import type { ProblemView, ReplyOf, Request } from '../shared/contract';

/**
 * As much of `google.script.run` as the page uses: every `with…Handler` gives a runner, and a server function is a
 * method of it. See https://developers.google.com/apps-script/guides/html/reference/run
 */
export interface ScriptRun {
  withSuccessHandler(handler: (reply: unknown) => void): ScriptRun;
  withFailureHandler(handler: (error: unknown) => void): ScriptRun;
  rpc(request: Request): void;
}

/** Why there is no answer: the call failed, the page stands apart from its spreadsheet, or the answer is no Reply. */
export type LossReason = 'lost' | 'noServer' | 'strange';

export type Answer<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemView[] }
  | { readonly kind: 'lost'; readonly reason: LossReason; readonly detail: string };

/** An answer without a value: what a person must be told. */
export type Trouble = Exclude<Answer<never>, { readonly kind: 'value' }>;

export type Method = Request['method'];
/** The request of one method; `M` is taken from what is written in `method`. */
export type RequestOf<M extends Method> = Extract<Request, { readonly method: M }> & { readonly method: M };

export interface Client {
  /** Sends a request. Never rejects: what went wrong is in the answer. */
  call<M extends Method>(request: RequestOf<M>): Promise<Answer<ReplyOf[M]>>;
}

/** `runner` is asked at every call, since Google puts `google.script.run` into the page in its own time. */
export function createClient(runner: () => ScriptRun | undefined): Client {
  return {
    call<M extends Method>(request: RequestOf<M>): Promise<Answer<ReplyOf[M]>> {
      const run = runner();
      if (run === undefined) return Promise.resolve({ kind: 'lost', reason: 'noServer', detail: '' });
      return new Promise((resolve) => {
        const failed = (error: unknown): void => {
          resolve({ kind: 'lost', reason: 'lost', detail: messageOf(error) });
        };
        try {
          run
            .withSuccessHandler((reply) => {
              resolve(readReply<ReplyOf[M]>(reply));
            })
            .withFailureHandler(failed)
            .rpc(request);
        } catch (error) {
          failed(error);
        }
      });
    },
  };
}

/**
 * Turns what came over the wire into an answer. The shape of the envelope is checked (another version of the script may
 * be behind an old page); what is inside a good envelope is the contract's word.
 */
export function readReply<T>(reply: unknown): Answer<T> {
  const strange: Answer<T> = { kind: 'lost', reason: 'strange', detail: '' };
  if (!isRecord(reply)) return strange;
  if (reply.ok === true) {
    return isRecord(reply.value) ? { kind: 'value', value: withoutNulls(reply.value) as T } : strange;
  }
  if (reply.ok !== false || !Array.isArray(reply.problems)) return strange;
  const problems = (reply.problems as readonly unknown[]).filter(isProblem);
  return problems.length === 0 ? strange : { kind: 'refused', problems };
}

/** What the server left undefined may come over the wire as null: for the page both are absent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([key, part]) => [key, withoutNulls(part)]),
  );
}

function isProblem(value: unknown): value is ProblemView {
  return isRecord(value) && typeof value.code === 'string' && typeof value.text === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function messageOf(error: unknown): string {
  if (typeof error === 'string') return error;
  return isRecord(error) && typeof error.message === 'string' ? error.message : '';
}

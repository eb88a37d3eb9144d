// A server for the page's tests: answers by the method's name, and tells when it was never told what to answer.
import type { Reply, ReplyOf, Request } from '../../src/shared/contract';

type Answers = {
  readonly [M in Request['method']]?: (request: Extract<Request, { readonly method: M }>) => unknown;
};

export const value = <T>(view: T): Reply<T> => ({ ok: true, value: view });
export const refused = (...texts: readonly string[]): Reply<never> => ({
  ok: false,
  problems: texts.map((text) => ({ code: 'test.problem', text })),
});
export const busy: Reply<never> = { ok: false, problems: [{ code: 'run.busy', text: 'Занято.' }] };

/** Answers each call with what `answers` gives for its method. */
export function serverOf(answers: Answers): (request: Request) => unknown {
  return (request) => {
    const answer = answers[request.method] as ((request: Request) => unknown) | undefined;
    if (answer === undefined) throw new Error(`The test gives no answer to ${request.method}`);
    return answer(request);
  };
}

/** Gives the views one after another, the last for ever. */
export function inTurn<M extends keyof ReplyOf>(...views: readonly Reply<ReplyOf[M]>[]): () => Reply<ReplyOf[M]> {
  let next = 0;
  return () => {
    const view = views[Math.min(next, views.length - 1)];
    next += 1;
    if (view === undefined) throw new Error('no view');
    return view;
  };
}

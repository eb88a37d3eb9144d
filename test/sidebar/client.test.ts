import { createClient, readReply, type ScriptRun } from '../../src/sidebar/client';
import type { Request } from '../../src/shared/contract';

type Handler = (value: unknown) => void;

/** A google.script.run that does with a request what `act` says. */
function runOf(act: (request: Request, success: Handler, failure: Handler) => void): ScriptRun {
  const runner = (success: Handler, failure: Handler): ScriptRun => ({
    withSuccessHandler: (handler) => runner(handler, failure),
    withFailureHandler: (handler) => runner(success, handler),
    rpc: (request) => {
      act(request, success, failure);
    },
  });
  return runner(
    () => undefined,
    () => undefined,
  );
}

describe('a call', () => {
  it('gives the value of a good reply', async () => {
    const requests: Request[] = [];
    const run = runOf((request, success) => {
      requests.push(request);
      success({ ok: true, value: [] });
    });
    await expect(createClient(() => run).call({ method: 'runs' })).resolves.toEqual({ kind: 'value', value: [] });
    expect(requests).toEqual([{ method: 'runs' }]);
  });

  it('gives the message of a failure, whether it comes as an Error, an object, a string or nothing', async () => {
    for (const [error, detail] of [
      [new Error('Exceeded maximum execution time'), 'Exceeded maximum execution time'],
      [{ message: 'NetworkError' }, 'NetworkError'],
      ['Service unavailable', 'Service unavailable'],
      [undefined, ''],
    ] as const) {
      const run = runOf((_request, _success, failure) => {
        failure(error);
      });
      await expect(createClient(() => run).call({ method: 'home' })).resolves.toEqual({
        kind: 'lost',
        reason: 'lost',
        detail,
      });
    }
  });

  it('is lost, not broken, when google.script.run refuses the argument', async () => {
    const run = runOf(() => {
      throw new TypeError('Failed due to illegal value');
    });
    await expect(createClient(() => run).call({ method: 'home' })).resolves.toMatchObject({
      kind: 'lost',
      detail: 'Failed due to illegal value',
    });
  });

  it('says that the page stands apart from its spreadsheet when there is no google.script.run', async () => {
    await expect(createClient(() => undefined).call({ method: 'home' })).resolves.toMatchObject({ reason: 'noServer' });
  });
});

describe('a reply', () => {
  it('that refuses gives its problems', () => {
    const problem = { code: 'staff.email.bad', text: 'Строка 14: …' };
    expect(readReply({ ok: false, problems: [problem] })).toEqual({ kind: 'refused', problems: [problem] });
  });

  it('has nothing where the server left something undefined, though it came over the wire as null', () => {
    expect(readReply({ ok: true, value: { next: null, steps: [{ line: null, title: 'x' }] } })).toEqual({
      kind: 'value',
      value: { steps: [{ title: 'x' }] },
    });
  });

  it.each([
    [null],
    [undefined],
    ['ok'],
    [{}],
    [{ ok: true }],
    [{ ok: true, value: null }],
    [{ ok: false }],
    [{ ok: false, problems: [] }],
    [{ ok: false, problems: [{ code: 'x' }] }],
  ])('that is no Reply is called strange: %p', (reply) => {
    expect(readReply(reply)).toMatchObject({ kind: 'lost', reason: 'strange' });
  });
});

import type { Reply, Request, RunView } from '../../src/shared/contract';
import { createClient, type ScriptRun } from '../../src/sidebar/client';
import { type Controller, createController } from '../../src/sidebar/controller';
import { inTurn, refused, serverOf, value } from './fake-server';
import { ALL_FIELDS, ENDED, HOME, MAIL_PREVIEW, RESOURCES, RUN } from './samples';

type Handler = (value: unknown) => void;

/** A controller before a server; sleeping takes no time. */
function controllerOf(server: (request: Request) => unknown): { controller: Controller; calls: Request[] } {
  const calls: Request[] = [];
  const runner = (success: Handler, failure: Handler): ScriptRun => ({
    withSuccessHandler: (handler) => runner(handler, failure),
    withFailureHandler: (handler) => runner(success, handler),
    rpc: (request) => {
      calls.push(request);
      new Promise((resolve) => {
        resolve(server(request));
      }).then(success, failure);
    },
  });
  const nothing: Handler = () => undefined;
  const client = createClient(() => runner(nothing, nothing));
  return { controller: createController(client, () => Promise.resolve()), calls };
}

/** A value that comes when it is let go. */
function later<T>(): { readonly promise: Promise<T>; readonly give: (value: T) => void } {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

const FORM = ALL_FIELDS.slice(0, 1);

describe('opening', () => {
  it('home costs one call', async () => {
    const { controller, calls } = controllerOf(serverOf({ home: () => value(HOME) }));
    await controller.openHome();
    expect(controller.state()).toMatchObject({ screen: { name: 'home' }, home: HOME, busy: false });
    expect(calls).toEqual([{ method: 'home' }]);
  });

  it('an action asks its fields; an action without fields goes on to its preview', async () => {
    const fields = inTurn<'fields'>(value(FORM), value([]));
    const { controller, calls } = controllerOf(serverOf({ fields, preview: () => value(MAIL_PREVIEW) }));
    await controller.openAction('setUp');
    expect(controller.state().screen).toMatchObject({ name: 'fields', form: { values: { school: '' } } });
    await controller.openAction('sendSelf');
    expect(controller.state().screen).toMatchObject({ name: 'preview', form: undefined, input: {} });
    expect(calls.map(({ method }) => method)).toEqual(['fields', 'fields', 'preview']);
  });

  it('an action drops the answer to a screen the person has left', async () => {
    const slow = later<Reply<typeof HOME>>();
    const { controller } = controllerOf(serverOf({ home: () => slow.promise, fields: () => value(FORM) }));
    const home = controller.openHome();
    await controller.openAction('setUp');
    slow.give(refused('поздно'));
    await home;
    expect(controller.state()).toMatchObject({ screen: { name: 'fields' }, trouble: undefined, busy: false });
  });
});

describe('the form', () => {
  it('is not sent while something required is empty', async () => {
    const { controller, calls } = controllerOf(
      serverOf({ fields: () => value(FORM), preview: () => value(MAIL_PREVIEW) }),
    );
    await controller.openAction('setUp');
    await controller.submitFields();
    expect(controller.state().screen).toMatchObject({ missing: ['school'] });
    expect(calls).toHaveLength(1);
    controller.setValue('school', 'Лицей');
    expect(controller.state().screen).toMatchObject({ missing: [] });
    await controller.submitFields();
    expect(calls[1]).toEqual({ method: 'preview', action: 'setUp', input: { school: 'Лицей' } });
  });

  it('is sent once, however often the button is pressed', async () => {
    const slow = later<Reply<typeof MAIL_PREVIEW>>();
    const { controller, calls } = controllerOf(serverOf({ fields: () => value(FORM), preview: () => slow.promise }));
    await controller.openAction('setUp');
    controller.setValue('school', 'Лицей');
    const first = controller.submitFields();
    await controller.submitFields();
    slow.give(value(MAIL_PREVIEW));
    await first;
    expect(calls.filter(({ method }) => method === 'preview')).toHaveLength(1);
  });

  it('keeps its values when the server objects, and when the person comes back from the preview', async () => {
    const preview = inTurn<'preview'>(refused('Уже есть'), value(MAIL_PREVIEW));
    const { controller } = controllerOf(serverOf({ fields: () => value(FORM), preview }));
    await controller.openAction('setUp');
    controller.setValue('school', 'Лицей');
    await controller.submitFields();
    const filled = { screen: { name: 'fields', form: { values: { school: 'Лицей' } } } };
    expect(controller.state()).toMatchObject({ ...filled, trouble: { problems: [{ text: 'Уже есть' }] } });
    await controller.submitFields();
    expect(controller.state().screen.name).toBe('preview');
    await controller.back();
    expect(controller.state()).toMatchObject({ ...filled, trouble: undefined });
  });
});

describe('a start', () => {
  const begun = {
    fields: () => value([]),
    preview: () => value(MAIL_PREVIEW),
  };

  it('is followed to the end on a screen of its own; home is fetched anew afterwards', async () => {
    const server = serverOf({ ...begun, start: () => value(RUN), pump: () => value(ENDED), home: () => value(HOME) });
    const { controller, calls } = controllerOf(server);
    await controller.openAction('sendSelf');
    await controller.confirm();
    expect(controller.state()).toMatchObject({
      screen: { name: 'run' },
      follow: { view: { state: 'done' }, phase: 'idle' },
    });
    await controller.openHome();
    expect(controller.state()).toMatchObject({ screen: { name: 'home' }, follow: undefined });
    expect(calls.map(({ method }) => method)).toEqual(['fields', 'preview', 'start', 'pump', 'home']);
  });

  it('that the server refuses leaves the preview, with the reason', async () => {
    const { controller } = controllerOf(serverOf({ ...begun, start: () => refused('Идёт другой запуск') }));
    await controller.openAction('sendSelf');
    await controller.confirm();
    expect(controller.state()).toMatchObject({ screen: { name: 'preview' }, trouble: { kind: 'refused' } });
  });

  it('whose answer was lost is followed when it did begin, never begun a second time', async () => {
    const server = serverOf({
      ...begun,
      start: () => Promise.reject(new Error('lost')),
      home: () => value({ ...HOME, running: RUN }),
      pump: () => value(ENDED),
    });
    const { controller, calls } = controllerOf(server);
    await controller.openAction('sendSelf');
    await controller.confirm();
    expect(controller.state()).toMatchObject({ screen: { name: 'preview' }, trouble: { kind: 'lost' } });
    await controller.retry();
    expect(controller.state()).toMatchObject({ screen: { name: 'run' }, follow: { view: { state: 'done' } } });
    expect(calls.map(({ method }) => method)).toEqual(['fields', 'preview', 'start', 'home', 'pump']);
  });

  it('whose answer was lost is begun again when nothing had begun', async () => {
    let starts = 0;
    const server = serverOf({
      ...begun,
      start: () => {
        starts += 1;
        return starts === 1 ? Promise.reject(new Error('lost')) : value(ENDED);
      },
      home: () => value(HOME),
    });
    const { controller } = controllerOf(server);
    await controller.openAction('sendSelf');
    await controller.confirm();
    await controller.retry();
    expect(starts).toBe(2);
    expect(controller.state()).toMatchObject({ screen: { name: 'run' }, follow: { view: { state: 'done' } } });
  });
});

describe('an open run', () => {
  it('of an earlier session is carried on from home, and once only', async () => {
    const slow = later<Reply<RunView>>();
    const server = serverOf({ home: () => value({ ...HOME, running: RUN }), pump: () => slow.promise });
    const { controller, calls } = controllerOf(server);
    void controller.openHome();
    await settled();
    void controller.openHome();
    await settled();
    expect(calls.map(({ method }) => method)).toEqual(['home', 'pump', 'home']);
    expect(controller.state().follow).toMatchObject({ view: RUN, phase: 'working' });
  });

  it('goes on while the person looks at something else', async () => {
    const slow = later<Reply<RunView>>();
    const server = serverOf({
      home: () => value({ ...HOME, running: RUN }),
      pump: () => slow.promise,
      fields: () => value(FORM),
    });
    const { controller, calls } = controllerOf(server);
    const opening = controller.openHome();
    await settled();
    await controller.openAction('setUp');
    slow.give(value(ENDED));
    await opening;
    expect(controller.state()).toMatchObject({ screen: { name: 'fields' }, follow: { view: { state: 'done' } } });
    // Home is not fetched for somebody who is not there.
    expect(calls.map(({ method }) => method)).toEqual(['home', 'pump', 'fields']);
  });

  it('is stopped after the portion in flight', async () => {
    const slow = later<Reply<RunView>>();
    const home = inTurn<'home'>(value({ ...HOME, running: RUN }), value(HOME));
    const server = serverOf({ home, pump: () => slow.promise, stop: () => value({ ...RUN, state: 'stopped' }) });
    const { controller, calls } = controllerOf(server);
    const opening = controller.openHome();
    await settled();
    await controller.stop();
    expect(controller.state().follow?.phase).toBe('stopping');
    slow.give(value({ ...RUN, done: 3 }));
    await opening;
    expect(calls.map(({ method }) => method)).toEqual(['home', 'pump', 'stop', 'home']);
    expect(controller.state().follow?.view.state).toBe('stopped');
  });

  it('that met trouble shows it and goes on when asked to', async () => {
    let broken = true;
    const home = inTurn<'home'>(value({ ...HOME, running: RUN }), value(HOME));
    const server = serverOf({ home, pump: () => (broken ? refused('Нет доступа к форме') : value(ENDED)) });
    const { controller } = controllerOf(server);
    await controller.openHome();
    expect(controller.state().follow).toMatchObject({
      phase: 'idle',
      trouble: { problems: [{ text: 'Нет доступа к форме' }] },
    });
    broken = false;
    await controller.resume();
    expect(controller.state().follow).toMatchObject({ view: { state: 'done' }, trouble: undefined });
  });

  it('that waits is left alone, and may be gone on with or stopped by the person', async () => {
    const waiting: RunView = { ...RUN, state: 'waiting', done: 39 };
    const server = serverOf({
      home: () => value({ ...HOME, running: waiting }),
      pump: () => value(waiting),
      stop: () => value({ ...RUN, state: 'stopped' }),
    });
    const { controller, calls } = controllerOf(server);
    await controller.openHome();
    expect(calls.map(({ method }) => method)).toEqual(['home']);
    await controller.resume();
    expect(calls.map(({ method }) => method)).toEqual(['home', 'pump']);
    await controller.openAction('undoRun', { run: 'З-0012' });
    await controller.stop();
    expect(calls.map(({ method }) => method).slice(-1)).toEqual(['stop']);
    expect(controller.state().follow?.view.state).toBe('stopped');
  });
});

describe('the parts of home', () => {
  it('the last runs are fetched once, and again after a run has ended', async () => {
    const server = serverOf({
      runs: () => value([ENDED]),
      home: inTurn<'home'>(value({ ...HOME, running: RUN }), value(HOME)),
      pump: () => value(ENDED),
    });
    const { controller, calls } = controllerOf(server);
    await controller.loadRuns();
    await controller.loadRuns();
    expect(controller.state().runs).toEqual({ state: 'here', value: [ENDED] });
    expect(calls).toHaveLength(1);
    await controller.openHome();
    expect(controller.state().runs).toEqual({ state: 'absent' });
  });

  it('a search sends what was typed without the blanks around it, and nothing for nothing', async () => {
    const { controller, calls } = controllerOf(serverOf({ search: () => value(RESOURCES) }));
    await controller.search('   ');
    await controller.search(' критерии ');
    expect(calls).toEqual([{ method: 'search', query: 'критерии' }]);
    expect(controller.state().search).toEqual({ state: 'here', value: { query: 'критерии', resources: RESOURCES } });
  });

  it('a search that failed says so beside the box only', async () => {
    const { controller } = controllerOf(serverOf({ search: () => refused('Банк ещё не создан') }));
    await controller.search('критерии');
    expect(controller.state()).toMatchObject({ search: { state: 'trouble' }, trouble: undefined });
  });
});

// What the buttons do: calls the server, follows the run, and tells the state what happened.
import type { ActionId, ReplyOf, RunView, ViewId } from '../shared/contract';
import type { Client, Method, RequestOf } from './client';
import { type FieldValue, type Input, inputOf, missingFields, startingValues } from './fields';
import { pumpRun } from './pump';
import { type FormState, type Happening, isOpen, reduce, type State, STARTING_STATE } from './state';

export interface Controller {
  state(): State;
  /** Calls `listener` after every change; gives the way to stop that. */
  subscribe(listener: () => void): () => void;
  openHome(): Promise<void>;
  /** `input` given beforehand (the run to undo) leaves out the form. */
  openAction(action: ActionId, input?: Input): Promise<void>;
  openView(view: ViewId): void;
  /** Shows a sheet of the spreadsheet. */
  showSheet(sheet: number): Promise<void>;
  setValue(name: string, value: FieldValue | undefined): void;
  /** Says which column of the preview's list is what; the preview follows when the person has chosen. */
  setColumn(name: string, value: string): Promise<void>;
  /** Checks the form; when it is whole, asks for the preview. */
  submitFields(): Promise<void>;
  confirm(): Promise<void>;
  back(): Promise<void>;
  /** Does again what the screen's trouble prevented. */
  retry(): Promise<void>;
  stop(): Promise<void>;
  /** Goes on with a run after trouble or waiting. */
  resume(): Promise<void>;
  loadRuns(): Promise<void>;
  search(query: string): Promise<void>;
}

/** Choices that follow each other this fast are asked about once, ms. */
const CHOOSING_MS = 400;

/** `sleep` waits that many milliseconds. */
export function createController(client: Client, sleep: (ms: number) => Promise<void>): Controller {
  let state = STARTING_STATE;
  const listeners = new Set<() => void>();
  const dispatch = (happening: Happening): void => {
    state = reduce(state, happening);
    listeners.forEach((listener) => {
      listener();
    });
  };

  let again = (): Promise<void> => Promise.resolve();
  /** Id of the run being pumped. */
  let pumped: string | undefined;
  let stopAsked = false;
  /** Grows with every column chosen: only the last choice is asked about and answered. */
  let choice = 0;
  let wake = (): void => undefined;

  /** Asks for something the screen cannot do without; an answer that comes after the person has left is dropped. */
  async function ask<M extends Method>(
    request: RequestOf<M>,
    then: (value: ReplyOf[M]) => void | Promise<void>,
    retry: () => Promise<void> = () => ask(request, then),
  ): Promise<void> {
    const { visit } = state;
    again = retry;
    dispatch({ type: 'asked' });
    const answer = await client.call<M>(request);
    if (state.visit !== visit) return;
    if (answer.kind === 'value') await then(answer.value);
    else dispatch({ type: 'troubled', trouble: answer });
  }

  const loadHome = (): Promise<void> =>
    ask({ method: 'home' }, (home) => {
      dispatch({ type: 'homeCame', home });
      if (home.running !== undefined && isOpen(home.running)) return follow(home.running);
      return undefined;
    });

  const askPreview = (action: ActionId, form: FormState | undefined, input: Input): Promise<void> =>
    ask({ method: 'preview', action, input }, (preview) => {
      dispatch({ type: 'previewCame', action, form, input, preview });
    });

  /** The preview anew, with what was chosen meanwhile kept. */
  async function previewOfChoice(): Promise<void> {
    const { screen, visit } = state;
    if (screen.name !== 'preview') return;
    const asked = choice;
    again = previewOfChoice;
    const { action, form, input } = screen;
    const answer = await client.call({ method: 'preview', action, input });
    if (state.visit !== visit || choice !== asked) return;
    if (answer.kind === 'value') dispatch({ type: 'previewCame', action, form, input, preview: answer.value });
    else dispatch({ type: 'troubled', trouble: answer });
  }

  const showRun = (run: RunView): Promise<void> => {
    dispatch({ type: 'followed', view: run });
    dispatch({ type: 'went', screen: { name: 'run' } });
    return follow(run);
  };

  const start = (action: ActionId, input: Input): Promise<void> =>
    ask({ method: 'start', action, input }, showRun, () => startAfterLoss(action, input));

  /** A start whose answer was lost may have begun: then it is followed, not begun again. */
  const startAfterLoss = (action: ActionId, input: Input): Promise<void> =>
    ask(
      { method: 'home' },
      ({ running }) => (running?.action === action && isOpen(running) ? showRun(running) : start(action, input)),
      () => startAfterLoss(action, input),
    );

  /** Shows a run and pumps it until it ends, wherever in the page the person is meanwhile. */
  async function follow(run: RunView): Promise<void> {
    dispatch({ type: 'followed', view: run });
    if (pumped === run.run) return;
    pumped = run.run;
    // Another run may take the place of one that ended unseen: what still comes of the old one is dropped.
    const tell = (happening: Happening): void => {
      if (pumped === run.run) dispatch(happening);
    };
    const trouble = await pumpRun(run, {
      pump: (id) => client.call({ method: 'pump', run: id }),
      stop: (id) => client.call({ method: 'stop', run: id }),
      wait: (ms) =>
        Promise.race([
          sleep(ms),
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
        ]),
      stopAsked: () => stopAsked,
      onView(view) {
        tell({ type: 'followed', view });
      },
      onPhase(phase) {
        tell({ type: 'phased', phase });
      },
    });
    if (pumped !== run.run) return;
    tell(trouble === undefined ? { type: 'phased', phase: 'idle' } : { type: 'runTroubled', trouble });
    pumped = undefined;
    stopAsked = false;
    dispatch({ type: 'runsChanged', runs: { state: 'absent' } });
    const ended = state.follow !== undefined && !isOpen(state.follow.view);
    if (ended && state.screen.name === 'home') await loadHome();
  }

  function goHome(): Promise<void> {
    dispatch({ type: 'went', screen: { name: 'home' } });
    return loadHome();
  }

  /** Goes on with the run shown, unless it is being pumped already. */
  async function carryOn(): Promise<void> {
    if (pumped !== undefined || state.follow === undefined) return;
    const { view } = state.follow;
    await follow(view.state === 'waiting' && !stopAsked ? { ...view, state: 'running' } : view);
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },

    openHome: goHome,

    async openAction(action, input) {
      dispatch({ type: 'went', screen: { name: 'opening', action } });
      if (input !== undefined) {
        await askPreview(action, undefined, input);
        return;
      }
      await ask({ method: 'fields', action }, async (fields) => {
        if (fields.length === 0) await askPreview(action, undefined, {});
        else dispatch({ type: 'fieldsCame', action, form: { fields, values: startingValues(fields) } });
      });
    },

    openView(view) {
      dispatch({ type: 'went', screen: { name: 'view', view } });
    },

    async showSheet(sheet) {
      const answer = await client.call({ method: 'sheet', sheet });
      if (answer.kind !== 'value') dispatch({ type: 'troubled', trouble: answer });
    },

    setValue(name, value) {
      dispatch({ type: 'valueSet', name, value });
    },

    async setColumn(name, value) {
      choice += 1;
      const { visit } = state;
      const mine = choice;
      dispatch({ type: 'columnSet', name, value });
      await sleep(CHOOSING_MS);
      if (choice === mine && state.visit === visit) await previewOfChoice();
    },

    async submitFields() {
      const { screen, busy } = state;
      if (screen.name !== 'fields' || busy) return;
      const { fields, values } = screen.form;
      const names = missingFields(fields, values);
      dispatch({ type: 'foundMissing', names });
      if (names.length === 0) await askPreview(screen.action, screen.form, inputOf(fields, values));
    },

    async confirm() {
      const { screen, busy } = state;
      if (screen.name === 'preview' && !busy && screen.preview.ready !== false)
        await start(screen.action, screen.input);
    },

    async back() {
      const { screen } = state;
      if (screen.name !== 'preview' || screen.form === undefined) {
        await goHome();
        return;
      }
      const { action, form } = screen;
      dispatch({ type: 'went', screen: { name: 'fields', action, form, missing: [] } });
    },

    async retry() {
      if (!state.busy) await again();
    },

    async stop() {
      stopAsked = true;
      dispatch({ type: 'phased', phase: 'stopping' });
      wake();
      await carryOn();
    },

    resume: carryOn,

    async loadRuns() {
      if (state.runs.state === 'loading' || state.runs.state === 'here') return;
      dispatch({ type: 'runsChanged', runs: { state: 'loading' } });
      const answer = await client.call({ method: 'runs' });
      dispatch({
        type: 'runsChanged',
        runs: answer.kind === 'value' ? { state: 'here', value: answer.value } : { state: 'trouble', trouble: answer },
      });
    },

    async search(query) {
      const wanted = query.trim();
      if (wanted === '' || state.search.state === 'loading') return;
      dispatch({ type: 'searchChanged', search: { state: 'loading' } });
      const answer = await client.call({ method: 'search', query: wanted });
      dispatch({
        type: 'searchChanged',
        search:
          answer.kind === 'value'
            ? { state: 'here', value: { query: wanted, resources: answer.value } }
            : { state: 'trouble', trouble: answer },
      });
    },
  };
}

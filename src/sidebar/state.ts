// Everything the page shows, as data, and how each event changes it. No DOM, no calls.
import type { ActionId, FieldView, HomeView, PreviewView, ResourceView, RunView, ViewId } from '../shared/contract';
import type { Trouble } from './client';
import type { FieldValue, FileInput, Input, Values } from './fields';
import type { PumpPhase } from './pump';

/** A form with what was typed into it. */
export interface FormState {
  readonly fields: readonly FieldView[];
  readonly values: Values;
}

export type Screen =
  | { readonly name: 'home' }
  /** An action was chosen; its fields or its preview are on the way. */
  | { readonly name: 'opening'; readonly action: ActionId }
  | {
      readonly name: 'fields';
      readonly action: ActionId;
      readonly form: FormState;
      readonly missing: readonly string[];
    }
  | {
      readonly name: 'preview';
      readonly action: ActionId;
      /** The form to go back to; absent when the action asks nothing. */
      readonly form: FormState | undefined;
      readonly input: Input;
      readonly preview: PreviewView;
      /** A column was chosen, and what it changes is not known yet. */
      readonly checking?: true;
    }
  | { readonly name: 'run' }
  /** A view with a state of its own. */
  | { readonly name: 'view'; readonly view: ViewId };

/** The run being carried on, or the one that has just ended. */
export interface Follow {
  readonly view: RunView;
  readonly phase: PumpPhase | 'idle';
  readonly trouble: Trouble | undefined;
}

/** What is fetched for a part of a screen. */
export type Part<T> =
  | { readonly state: 'absent' }
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'trouble'; readonly trouble: Trouble };

export interface Found {
  readonly query: string;
  readonly resources: readonly ResourceView[];
}

export interface State {
  readonly screen: Screen;
  /** Grows with every change of screen: an answer to an earlier screen is not for this one. */
  readonly visit: number;
  /** A call of the screen itself is on the way. */
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  readonly home: HomeView | undefined;
  readonly follow: Follow | undefined;
  readonly runs: Part<readonly RunView[]>;
  readonly search: Part<Found>;
}

export type Happening =
  | { readonly type: 'went'; readonly screen: Screen }
  | { readonly type: 'asked' }
  | { readonly type: 'troubled'; readonly trouble: Trouble }
  | { readonly type: 'homeCame'; readonly home: HomeView }
  | { readonly type: 'fieldsCame'; readonly action: ActionId; readonly form: FormState }
  | { readonly type: 'valueSet'; readonly name: string; readonly value: FieldValue | undefined }
  | { readonly type: 'foundMissing'; readonly names: readonly string[] }
  | {
      readonly type: 'previewCame';
      readonly action: ActionId;
      readonly form: FormState | undefined;
      readonly input: Input;
      readonly preview: PreviewView;
    }
  /** A column was chosen: its preview is on the way. */
  | { readonly type: 'columnSet'; readonly name: string; readonly value: string }
  | { readonly type: 'followed'; readonly view: RunView }
  | { readonly type: 'phased'; readonly phase: PumpPhase | 'idle' }
  | { readonly type: 'runTroubled'; readonly trouble: Trouble }
  | { readonly type: 'runsChanged'; readonly runs: State['runs'] }
  | { readonly type: 'searchChanged'; readonly search: State['search'] };

export const STARTING_STATE: State = {
  screen: { name: 'home' },
  visit: 0,
  busy: false,
  trouble: undefined,
  home: undefined,
  follow: undefined,
  runs: { state: 'absent' },
  search: { state: 'absent' },
};

/** A run that may still do something. */
export const isOpen = (run: RunView): boolean => run.state === 'running' || run.state === 'waiting';

/** The state after something happened. */
export function reduce(state: State, happening: Happening): State {
  switch (happening.type) {
    case 'went':
      return {
        ...state,
        screen: happening.screen,
        visit: state.visit + 1,
        busy: false,
        trouble: undefined,
        // The result of an ended run is shown until the person goes elsewhere.
        follow:
          state.follow !== undefined && (isOpen(state.follow.view) || happening.screen.name === 'run')
            ? state.follow
            : undefined,
      };
    case 'asked':
      return { ...state, busy: true, trouble: undefined };
    case 'troubled':
      return { ...state, busy: false, trouble: happening.trouble };
    case 'homeCame':
      return { ...state, busy: false, trouble: undefined, home: happening.home };
    case 'fieldsCame':
      return {
        ...state,
        busy: false,
        trouble: undefined,
        screen: { name: 'fields', action: happening.action, form: happening.form, missing: [] },
      };
    case 'valueSet':
      return state.screen.name === 'fields'
        ? { ...state, screen: withValue(state.screen, happening.name, happening.value) }
        : state;
    case 'foundMissing':
      return state.screen.name === 'fields'
        ? { ...state, trouble: undefined, screen: { ...state.screen, missing: happening.names } }
        : state;
    case 'previewCame': {
      const { action, form, input, preview } = happening;
      return { ...state, busy: false, trouble: undefined, screen: { name: 'preview', action, form, input, preview } };
    }
    case 'columnSet':
      return state.screen.name === 'preview'
        ? {
            ...state,
            busy: true,
            trouble: undefined,
            screen: withColumn(state.screen, happening.name, happening.value),
          }
        : state;
    case 'followed':
      return { ...state, follow: { view: happening.view, phase: state.follow?.phase ?? 'idle', trouble: undefined } };
    case 'phased':
      return state.follow === undefined || state.follow.phase === happening.phase
        ? state
        : { ...state, follow: { ...state.follow, phase: happening.phase } };
    case 'runTroubled':
      return state.follow === undefined
        ? state
        : { ...state, follow: { ...state.follow, phase: 'idle', trouble: happening.trouble } };
    case 'runsChanged':
      return { ...state, runs: happening.runs };
    case 'searchChanged':
      return { ...state, search: happening.search };
  }
}

type PreviewScreen = Extract<Screen, { readonly name: 'preview' }>;

/** What was chosen shows at once; what follows from it comes with the new preview. */
function withColumn(screen: PreviewScreen, name: string, value: string): PreviewScreen {
  const { columns = [] } = screen.preview;
  return {
    ...screen,
    checking: true,
    input: { ...screen.input, [name]: value },
    preview: {
      ...screen.preview,
      columns: columns.map((column) => (column.name === name ? { ...column, value } : column)),
    },
  };
}

type FieldsScreen = Extract<Screen, { readonly name: 'fields' }>;

const TITLE = 'title';

const isFile = (value: FieldValue | undefined): value is FileInput => typeof value === 'object' && 'base64' in value;

function withValue(screen: FieldsScreen, name: string, value: FieldValue | undefined): FieldsScreen {
  const others = Object.entries(screen.form.values).filter(([other]) => other !== name);
  const values = Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
  const { fields } = screen.form;
  // A file brings its name along for what has no title yet.
  if (isFile(value) && fields.some((field) => field.name === TITLE) && values[TITLE] === '')
    values[TITLE] = value.name.replace(/\.[^.]+$/, '');
  return {
    ...screen,
    form: { ...screen.form, values },
    missing: screen.missing.filter((other) => other !== name && !(other === TITLE && values[TITLE] !== '')),
  };
}

// What the server wrote into the page: which action or view to open, whether there is room, and in which language.
import { PAGE_RU } from '../messages/page.ru';
import type { ActionId, ViewId } from '../shared/contract';
import type { Language } from './words';

export interface Start {
  readonly action?: ActionId;
  readonly view?: ViewId;
  /** The page stands in a dialog, not in a sidebar of 300 px. */
  readonly wide?: true;
  readonly language: Language;
}

/**
 * Reads the JSON of the `data-start` attribute. Whatever cannot be understood is left out, so that the page
 * always opens: without an action it opens at home, without a language it speaks Russian.
 */
export function readStart(text: string | undefined): Start {
  const start = parse(text ?? '');
  if (typeof start !== 'object' || start === null) return { language: 'ru' };
  const { action, view, wide, language } = start as Readonly<Record<string, unknown>>;
  return {
    ...(isAction(action) ? { action } : {}),
    ...(isView(view) ? { view } : {}),
    ...(wide === true ? { wide } : {}),
    language: language === 'en' ? 'en' : 'ru',
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The words name every action (checked by the types), so they are the list of actions too. */
function isAction(value: unknown): value is ActionId {
  return typeof value === 'string' && Object.keys(PAGE_RU).includes(`action.${value}`);
}

const VIEWS: Readonly<Record<ViewId, true>> = { groups: true, timetable: true, coverage: true };

function isView(value: unknown): value is ViewId {
  return typeof value === 'string' && Object.prototype.hasOwnProperty.call(VIEWS, value);
}

// What the user sees of the add-on in the open document: menus, sidebar, dialog, toasts, and who answers dialogs.

/** A menu as `onOpen` built it. */
export interface MenuView {
  title: string;
  items: MenuItemView[];
}
export type MenuItemView =
  { kind: 'item'; caption: string; functionName: string } | { kind: 'separator' } | { kind: 'submenu'; menu: MenuView };

/** A page shown in the sidebar or a dialog. */
export interface PageView {
  title: string;
  html: string;
  width: number | undefined;
  height: number | undefined;
  /** `undefined` for the sidebar. */
  modal: boolean | undefined;
}

/** A question the script puts to the user, who must answer before it goes on. */
export interface DialogRequest {
  kind: 'alert' | 'prompt';
  title: string | undefined;
  message: string;
  /** Names of the buttons offered, e.g. `['YES', 'NO']`. */
  buttons: string[];
}

/** The answer: which button, and for a prompt the text entered. */
export interface DialogAnswer {
  /** One of the request's buttons, or `CLOSE`. */
  button: string;
  text?: string;
}

export type DialogHandler = (request: DialogRequest) => DialogAnswer;

/** The open document's window, as far as the add-on draws in it. */
export interface Screen {
  menus: MenuView[];
  sidebar: PageView | undefined;
  dialog: PageView | undefined;
  /** Every alert and prompt so far with its answer. */
  dialogs: { request: DialogRequest; answer: DialogAnswer }[];
  answer: DialogHandler | undefined;
}

/** A window in which nothing has been shown yet. */
export function createScreen(): Screen {
  return { menus: [], sidebar: undefined, dialog: undefined, dialogs: [], answer: undefined };
}

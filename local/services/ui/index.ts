// Ui: the menus, dialogs and sidebars that SpreadsheetApp.getUi() offers.
import { NotEmulated, ScriptError, ServiceObject, scriptEnum, type ScriptEnum } from '../../runtime/service';
import type { DialogAnswer, DialogRequest, MenuView } from '../../runtime/screen';
import { runtimeOf } from '../../runtime/state';
import type { World } from '../../runtime/world';
import { HtmlOutput } from '../html/output';

const BUTTON = scriptEnum('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const BUTTON_SET = scriptEnum('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

/** https://developers.google.com/apps-script/reference/base/ui */
export class Ui extends ServiceObject {
  readonly _name = 'Ui';
  readonly Button = BUTTON;
  readonly ButtonSet = BUTTON_SET;
  constructor(readonly _world: World) {
    super();
  }
  override get _free(): ReadonlySet<string> {
    return UI_FREE;
  }
  createMenu(caption: string): Menu {
    return new Menu(this._world, caption);
  }
  /** A submenu of «Extensions» named after the add-on; the add-on's name is not in the manifest, so it is left empty here. */
  createAddonMenu(): Menu {
    return new Menu(this._world, '');
  }
  /** `alert(prompt)`, `alert(prompt, buttons)`, `alert(title, prompt, buttons)`. */
  alert(...args: unknown[]): ScriptEnum {
    const { title, message, buttons } = dialogArguments(args, 'alert');
    return button(this.#ask({ kind: 'alert', title, message, buttons }));
  }
  /** `prompt(prompt)`, `prompt(prompt, buttons)`, `prompt(title, prompt, buttons)`. */
  prompt(...args: unknown[]): PromptResponse {
    const { title, message, buttons } = dialogArguments(args, 'prompt');
    const answer = this.#ask({ kind: 'prompt', title, message, buttons });
    return new PromptResponse(button(answer), answer.text ?? '');
  }
  showSidebar(page: unknown): void {
    const output = html(page, 'showSidebar');
    runtimeOf(this._world).screen.sidebar = { ...output._page(), modal: undefined, title: output.getTitle() ?? '' };
  }
  showModalDialog(page: unknown, title: string): void {
    this.#showDialog(html(page, 'showModalDialog'), title, true);
  }
  showModelessDialog(page: unknown, title: string): void {
    this.#showDialog(html(page, 'showModelessDialog'), title, false);
  }
  #showDialog(output: HtmlOutput, title: string, modal: boolean): void {
    runtimeOf(this._world).screen.dialog = { ...output._page(), title, modal };
  }
  /** Puts a question to whoever `LocalWorkspace.answerDialogs` named. */
  #ask(request: DialogRequest): DialogAnswer {
    const { screen } = runtimeOf(this._world);
    if (screen.answer === undefined)
      throw new NotEmulated(`answering «${request.message}»: nobody is at the screen (LocalWorkspace.answerDialogs)`);
    const answer = screen.answer(request);
    if (answer.button !== 'CLOSE' && !request.buttons.includes(answer.button))
      throw new NotEmulated(`pressing ${answer.button} where there is only ${request.buttons.join(', ')}`);
    screen.dialogs.push({ request, answer });
    return answer;
  }
}

/** Building a menu happens in memory; `addToUi` shows it. */
const UI_FREE: ReadonlySet<string> = new Set(['createMenu', 'createAddonMenu']);

/** https://developers.google.com/apps-script/reference/base/menu */
export class Menu extends ServiceObject {
  readonly _name = 'Menu';
  readonly _view: MenuView;
  constructor(
    readonly _world: World,
    title: string,
  ) {
    super();
    this._view = { title, items: [] };
  }
  override get _free(): ReadonlySet<string> {
    return MENU_FREE;
  }
  addItem(caption: string, functionName: string): this {
    if (typeof caption !== 'string' || typeof functionName !== 'string')
      throw new ScriptError(
        `The parameters (${typeof caption},${typeof functionName}) don't match the method signature for Ui.Menu.addItem.`,
      );
    this._view.items.push({ kind: 'item', caption, functionName });
    return this;
  }
  addSeparator(): this {
    this._view.items.push({ kind: 'separator' });
    return this;
  }
  addSubMenu(menu: Menu): this {
    this._view.items.push({ kind: 'submenu', menu: menu._view });
    return this;
  }
  addToUi(): void {
    const { menus } = runtimeOf(this._world).screen;
    const same = menus.findIndex(({ title }) => title === this._view.title);
    if (same < 0) menus.push(this._view);
    else menus[same] = this._view;
  }
}

const MENU_FREE: ReadonlySet<string> = new Set(['addItem', 'addSeparator', 'addSubMenu']);

/** https://developers.google.com/apps-script/reference/base/prompt-response */
class PromptResponse extends ServiceObject {
  readonly _name = 'PromptResponse';
  readonly #button: ScriptEnum;
  readonly #text: string;
  constructor(button: ScriptEnum, text: string) {
    super();
    this.#button = button;
    this.#text = text;
  }
  override get _free(): 'all' {
    return 'all';
  }
  getSelectedButton(): ScriptEnum {
    return this.#button;
  }
  getResponseText(): string {
    return this.#text;
  }
}

function button(answer: DialogAnswer): ScriptEnum {
  return Object.values(BUTTON).find(({ _value }) => _value === answer.button) ?? BUTTON.CLOSE;
}

function dialogArguments(
  args: readonly unknown[],
  method: string,
): { title: string | undefined; message: string; buttons: string[] } {
  const texts = args.filter((arg) => typeof arg === 'string');
  const set = Object.values(BUTTON_SET).find((value) => value === args[texts.length]);
  const fits =
    (args.length === 1 && texts.length === 1) ||
    (set !== undefined && args.length === texts.length + 1 && (texts.length === 1 || texts.length === 2));
  if (!fits)
    throw new ScriptError(
      `The parameters (${args.map((arg) => (typeof arg === 'string' ? 'String' : typeof arg)).join(',')}) ` +
        `don't match the method signature for Ui.${method}.`,
    );
  const buttons = (set ?? BUTTON_SET.OK)._value.split('_');
  return { title: texts.length === 2 ? texts[0] : undefined, message: texts.at(-1) ?? '', buttons };
}

function html(page: unknown, method: string): HtmlOutput {
  if (page instanceof HtmlOutput) return page;
  throw new ScriptError(`The parameters (${typeof page}) don't match the method signature for Ui.${method}.`);
}

/**
 * The user interface of the open document.
 * @throws ScriptError in executions without one: clock triggers, and whatever runs outside a document
 */
export function createUi(world: World): Ui {
  const origin = world.execution?.origin;
  if (origin === 'trigger') throw new ScriptError('Cannot call SpreadsheetApp.getUi() from this context.');
  return new Ui(world);
}

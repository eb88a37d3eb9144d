// HtmlTemplate: HTML with scriptlets, evaluated in the script's own realm.
import { NotEmulated, ServiceObject } from '../../runtime/service';
import type { OpenObject } from '../../runtime/membrane';
import { runtimeOf } from '../../runtime/state';
import type { World } from '../../runtime/world';
import { escapeAt, HtmlPosition } from './escape';
import { HtmlOutput } from './output';

/** `<? code ?>`, `<?= escaped ?>`, `<?!= raw ?>`: https://developers.google.com/apps-script/guides/html/templates#scriptlets */
const SCRIPTLET = /<\?(!?=)?([\s\S]*?)\?>/g;

/** https://developers.google.com/apps-script/reference/html/html-template */
export class HtmlTemplate extends ServiceObject implements OpenObject {
  readonly _name = 'HtmlTemplate';
  readonly #world: World;
  readonly #source: string;
  readonly #variables = new Map<string, unknown>();
  constructor(world: World, source: string) {
    super();
    this.#world = world;
    this.#source = source;
  }
  override get _free(): 'all' {
    return 'all';
  }
  /** «Any properties … are pushed to the template as variables»: same guide, «Pushing variables to templates». */
  _assign(key: string, value: unknown): void {
    this.#variables.set(key, value);
  }
  _assigned(key: string): { readonly value: unknown } | undefined {
    return this.#variables.has(key) ? { value: this.#variables.get(key) } : undefined;
  }
  getRawContent(): string {
    return this.#source;
  }
  /** Runs the scriptlets and returns the page. */
  evaluate(): HtmlOutput {
    const { scope } = runtimeOf(this.#world);
    if (scope === undefined) throw new NotEmulated('HtmlTemplate.evaluate outside an execution of a script');
    const position = new HtmlPosition();
    let page = '';
    const raw = (value: unknown): void => {
      const markup = value === null || value === undefined ? '' : String(value);
      page += markup;
      position.advance(markup);
    };
    const print = (value: unknown): void => {
      page += escapeAt(position, value);
    };
    const template = scope.compile(['__raw', '__print', ...this.#variables.keys()], compile(this.#source));
    template(raw, print, ...this.#variables.values());
    return new HtmlOutput(page);
  }
}

/** The template as the body of a function that puts its pieces out one by one. */
function compile(source: string): string {
  let body = '';
  let end = 0;
  const literal = (text: string): void => {
    if (text !== '') body += `__raw(${JSON.stringify(text)});\n`;
  };
  for (const match of source.matchAll(SCRIPTLET)) {
    const [whole, kind, code = ''] = match;
    literal(source.slice(end, match.index));
    end = match.index + whole.length;
    if (kind === undefined) body += `${code}\n`;
    // A statement may end its expression with a semicolon.
    else body += `${kind === '=' ? '__print' : '__raw'}(${code.trim().replace(/;+$/, '')});\n`;
  }
  literal(source.slice(end));
  return body;
}

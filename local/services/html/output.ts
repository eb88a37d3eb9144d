// HtmlOutput: a page a script builds and shows.
import { NotEmulated, ScriptError, ServiceObject, scriptEnum, type ScriptEnum } from '../../runtime/service';
import type { PageView } from '../../runtime/screen';
import { type ScriptBlob, textBlob } from '../utilities/blob';
import { escapeHtml } from './escape';

/** https://developers.google.com/apps-script/reference/html/x-frame-options-mode */
export const X_FRAME_OPTIONS_MODE = scriptEnum('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);
/** https://developers.google.com/apps-script/reference/html/sandbox-mode */
export const SANDBOX_MODE = scriptEnum('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);

/** Meta tags that live accepts: https://developers.google.com/apps-script/reference/html/html-output#addMetaTag(String,String) */
const META_TAGS = new Set([
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
]);

/** https://developers.google.com/apps-script/reference/html/html-output */
export class HtmlOutput extends ServiceObject {
  readonly _name = 'HtmlOutput';
  #content: string;
  #title: string | null = null;
  #width: number | null = null;
  #height: number | null = null;
  readonly #meta: HtmlOutputMetaTag[] = [];
  constructor(content = '') {
    super();
    this.#content = content;
  }
  override get _free(): 'all' {
    return 'all';
  }
  /** What a browser would be given, for the emulator's own screens. */
  _page(): Omit<PageView, 'title' | 'modal'> {
    const meta = this.#meta
      .map((tag) => `<meta name="${escapeHtml(tag.getName())}" content="${escapeHtml(tag.getContent())}">`)
      .join('');
    return { html: meta + this.#content, width: this.#width ?? undefined, height: this.#height ?? undefined };
  }
  append(addedContent: string): this {
    this.#content += String(addedContent);
    return this;
  }
  /** Adds text whose markup is shown, not obeyed. Where it lands matters, so only text position is known. */
  appendUntrusted(addedContent: string): this {
    if (/<[^>]*$|<(script|style)\b(?![\s\S]*<\/\1)/i.test(this.#content))
      throw new NotEmulated('HtmlOutput.appendUntrusted inside a tag, script or style');
    this.#content += escapeHtml(String(addedContent));
    return this;
  }
  clear(): this {
    this.#content = '';
    return this;
  }
  getContent(): string {
    return this.#content;
  }
  setContent(content: string): this {
    this.#content = String(content);
    return this;
  }
  getBlob(): ScriptBlob {
    return textBlob(this.#content, 'text/html');
  }
  getTitle(): string | null {
    return this.#title;
  }
  setTitle(title: string): this {
    this.#title = String(title);
    return this;
  }
  getWidth(): number | null {
    return this.#width;
  }
  setWidth(width: number | null): this {
    this.#width = width;
    return this;
  }
  getHeight(): number | null {
    return this.#height;
  }
  setHeight(height: number | null): this {
    this.#height = height;
    return this;
  }
  /** Has no effect any more: same page, `setSandboxMode`. */
  setSandboxMode(_mode: ScriptEnum): this {
    return this;
  }
  /** Concerns web apps only; dialogs and sidebars take no notice. */
  setXFrameOptionsMode(mode: ScriptEnum): this {
    if (!Object.values(X_FRAME_OPTIONS_MODE).includes(mode))
      throw new ScriptError(
        `The parameters (${typeof mode}) don't match the method signature for HtmlOutput.setXFrameOptionsMode.`,
      );
    return this;
  }
  addMetaTag(name: string, content: string): this {
    if (!META_TAGS.has(name)) throw new ScriptError('The specified meta tag cannot be used in this context.');
    this.#meta.push(new HtmlOutputMetaTag(name, content));
    return this;
  }
  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.#meta];
  }
}

/** https://developers.google.com/apps-script/reference/html/html-output-meta-tag */
class HtmlOutputMetaTag extends ServiceObject {
  readonly _name = 'HtmlOutputMetaTag';
  readonly #tag: string;
  readonly #content: string;
  constructor(tag: string, content: string) {
    super();
    this.#tag = tag;
    this.#content = content;
  }
  override get _free(): 'all' {
    return 'all';
  }
  getName(): string {
    return this.#tag;
  }
  getContent(): string {
    return this.#content;
  }
}

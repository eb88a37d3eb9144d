// HtmlService: pages from text, files and templates.
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import { runtimeOf } from '../../runtime/state';
import type { World } from '../../runtime/world';
import { ScriptBlob } from '../utilities/blob';
import { HtmlOutput, SANDBOX_MODE, X_FRAME_OPTIONS_MODE } from './output';
import { HtmlTemplate } from './template';

export { HtmlOutput } from './output';

/** https://developers.google.com/apps-script/reference/html/html-service */
class HtmlService extends ServiceObject {
  readonly _name = 'HtmlService';
  readonly XFrameOptionsMode = X_FRAME_OPTIONS_MODE;
  readonly SandboxMode = SANDBOX_MODE;
  constructor(readonly _world: World) {
    super();
  }
  /** Files of the project and text are at hand. */
  override get _free(): 'all' {
    return 'all';
  }
  createHtmlOutput(html: unknown = ''): HtmlOutput {
    return new HtmlOutput(text(html, 'createHtmlOutput'));
  }
  createHtmlOutputFromFile(filename: string): HtmlOutput {
    return new HtmlOutput(this.#file(filename));
  }
  createTemplate(html: unknown): HtmlTemplate {
    return new HtmlTemplate(this._world, text(html, 'createTemplate'));
  }
  createTemplateFromFile(filename: string): HtmlTemplate {
    return new HtmlTemplate(this._world, this.#file(filename));
  }
  #file(filename: string): string {
    const page = runtimeOf(this._world).project?.pages.get(String(filename).replace(/\.html$/, ''));
    if (page === undefined) throw new ScriptError(`No HTML file named ${filename} was found.`);
    return page;
  }
}

function text(html: unknown, method: string): string {
  if (typeof html === 'string') return html;
  if (html instanceof ScriptBlob) return html.getDataAsString();
  throw new NotEmulated(`HtmlService.${method} with ${html === null ? 'null' : typeof html}`);
}

/** The global `HtmlService` of one execution. */
export function createHtmlService(world: World): ServiceObject {
  return new HtmlService(world);
}

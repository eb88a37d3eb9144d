// Opens the real sidebar page in a real browser, with a server of the test's own behind google.script.run.
import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import type { Request } from '../../src/shared/contract';
import { ROOT } from '../root';

/** Width of a sidebar in Google Sheets, px. */
export const SIDEBAR_WIDTH = 300;
const ADDRESS = 'https://sidebar.example/';

/** Gives what the server returns: a Reply as a rule. A rejection arrives at the failure handler. */
export type FakeServer = (request: Request) => unknown;

export interface OpenPage {
  readonly page: Page;
  /** Every request that reached the server, in order. */
  readonly calls: readonly Request[];
  /** Addresses the page itself asked for beside its own. */
  readonly outside: readonly string[];
  /** Uncaught errors and console errors. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export interface PageOptions {
  readonly server: FakeServer;
  readonly start?: unknown;
  readonly dark?: boolean;
  /** A dialog is wider than the sidebar, px. */
  readonly width?: number;
  readonly html?: string;
}

/** The page as esbuild makes it. */
export function buildPage(...flags: readonly '--fake-language'[]): string {
  return execFileSync(process.execPath, ['test/sidebar/build-page.mjs', ...flags], { cwd: ROOT, encoding: 'utf8' });
}

let built: string | undefined;

/** Opens the page at the sidebar's width; the server answers as `server` says. */
export async function openPage(browser: Browser, options: PageOptions): Promise<OpenPage> {
  const {
    server,
    start = { language: 'ru' },
    dark = false,
    html = (built ??= buildPage()),
    width = SIDEBAR_WIDTH,
  } = options;
  const context = await browser.newContext({
    viewport: { width, height: 700 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'ru-RU',
  });
  const page = await context.newPage();
  const calls: Request[] = [];
  const outside: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  // As HtmlService puts it: escaped for an attribute.
  const value = JSON.stringify(start).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const body = html.replace('<?= start ?>', () => value);
  await context.route('**/*', async (route) => {
    if (route.request().url() === ADDRESS) {
      await route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
      return;
    }
    outside.push(route.request().url());
    await route.abort();
  });
  await page.exposeFunction('askServer', async (request: Request): Promise<unknown> => {
    calls.push(request);
    return await server(request);
  });
  await page.addInitScript(putScriptRun);
  await page.goto(ADDRESS);
  return { page, calls, outside, errors, close: () => context.close() };
}

/** Runs in the page: google.script.run as Google makes it, every `with…Handler` a new runner. */
function putScriptRun(): void {
  type Handler = (value: unknown) => void;
  const { askServer } = window as unknown as { askServer: (request: unknown) => Promise<unknown> };
  const runner = (success: Handler, failure: Handler): unknown => ({
    withSuccessHandler: (handler: Handler) => runner(handler, failure),
    withFailureHandler: (handler: Handler) => runner(success, handler),
    rpc: (request: unknown) => {
      askServer(request).then(success, failure);
    },
  });
  const nothing: Handler = () => undefined;
  Object.assign(window, { google: { script: { run: runner(nothing, nothing) } } });
}

/** A view of the server without its Russian words: what is left to read on the page is the page's own. */
export const blank = (view: unknown): unknown =>
  JSON.parse(
    JSON.stringify(view, (_key, part: unknown) => (typeof part === 'string' && /[А-яЁё]/.test(part) ? '' : part)),
  );

/** Words on the page that are not of the fake language. */
export const foreign = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const own = (text: string | null): string => (text ?? '').replace(/⟦[^⟧]*⟧/g, '');
    const texts = [...document.querySelectorAll('main *')].flatMap((element) => [
      ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => own(node.textContent)),
      own(element.getAttribute('aria-label')),
      own(element.getAttribute('title')),
      own(element.getAttribute('placeholder')),
    ]);
    return texts.filter((text) => /[А-яЁё]|[a-z]{3,}/i.test(text));
  });

/** What sticks out of the page's width or is cut off, as «tag.class: right edge». Unseen text for screen readers does not count. */
export function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = window.innerWidth;
    const isCut = (element: Element): boolean =>
      getComputedStyle(element).overflowX !== 'visible' &&
      !element.matches('input, textarea, select') &&
      element.scrollWidth > element.clientWidth + 1;
    const out = [...document.querySelectorAll('body *')]
      .filter((element) => element.closest('.unseen, svg') === null)
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ element, box }) => box.right > width + 0.5 || box.left < -0.5 || isCut(element))
      .map(({ element, box }) => `${element.tagName}.${element.className}: ${String(box.right)}`);
    return document.documentElement.scrollWidth > width ? [...out, 'the page itself'] : out;
  });
}

/** Texts whose contrast with their ground is under 4.5 : 1 (formula: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function paleTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundOf = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)';
      const colour = getComputedStyle(element).backgroundColor;
      return channels(colour)[3] === 0 ? groundOf(element.parentElement) : colour;
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== ''),
      )
      .filter((element) => element.tagName !== 'SCRIPT')
      .flatMap((element) => {
        const text = luminance(getComputedStyle(element).color);
        const ground = luminance(groundOf(element));
        const ratio = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
        return ratio < 4.5 ? [`${ratio.toFixed(2)} ${element.textContent ?? ''}`] : [];
      });
  });
}

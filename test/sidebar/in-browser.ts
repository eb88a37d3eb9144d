// What the browser tests of the sidebar share: one browser a file, pages that are closed and checked after each test, pictures.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser';
import { ROOT } from '../root';
import { openPage, overflowing, type OpenPage, paleTexts, type PageOptions } from './page';

const SCREENS = join(ROOT, 'out', 'screens');

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Height of a sidebar on a small laptop, px. */
const USUAL_HEIGHT = 700;

/**
 * Gives a test file its browser; call once at its top. Gives the way to open a page. After each test the pages are closed,
 * and none may have asked anything of the network or met an error nobody saw.
 */
export function inBrowser(): (options: PageOptions) => Promise<OpenPage> {
  let browser: Browser;
  const opened: OpenPage[] = [];

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const pages = opened.splice(0);
    const outside = pages.flatMap((page) => page.outside);
    const errors = pages.flatMap((page) => page.errors);
    await Promise.all(pages.map((page) => page.close()));
    expect({ outside, errors }).toEqual({ outside: [], errors: [] });
  });

  return async (options) => {
    const page = await openPage(browser, options);
    opened.push(page);
    return page;
  };
}

/** Takes a picture of the whole screen, and checks it for what sticks out, what is too pale, and what axe finds wrong. */
export async function look(page: Page, name: string): Promise<void> {
  const height = await page.evaluate(() => Math.max(document.documentElement.scrollHeight, 500));
  const width = page.viewportSize()?.width ?? 0;
  await page.setViewportSize({ width, height });
  await page.screenshot({ path: join(SCREENS, `sidebar-${name}.png`) });
  expect(await overflowing(page)).toEqual([]);
  expect(await paleTexts(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width, height: USUAL_HEIGHT });
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong, as «rule: element». */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (context: Document, options: object) => Promise<{ violations: readonly Violation[] }> };
    };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const found = await axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values } });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
  });
}

/** Text of what has the focus; '' when nothing has. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')));

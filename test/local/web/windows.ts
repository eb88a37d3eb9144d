// What the browser tests of the pages share: the server as a process of its own, windows, axe, pictures.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { openBrowser } from '../../browser';
import { ROOT } from '../../root';

const SCREENS = join(ROOT, 'out', 'screens');
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

export interface RunningServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the program and waits until it says its address. */
export async function startServer(script: string, port: string, ...args: readonly string[]): Promise<RunningServer> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script, '--port', port, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer): void => {
      said += part.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      reject(new Error(`the server ended with ${String(code)}: ${said}`));
    });
  });
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export interface Windows {
  readonly folder: string;
  /** The server's address; it may be started anew in between. */
  address(): string;
  restart(): Promise<void>;
  /** Opens a window of its own at a person's page; '' for the page where one signs in. */
  open(person: string, path?: string, size?: { width: number; height: number }): Promise<Page>;
}

/**
 * Gives a test file its server and its browser; call once at its top. After each test the windows are closed, and none may
 * have let a request out or met an error that nobody expected.
 */
export function inWindows(script: string, ...args: readonly string[]): Windows {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-web-'));
  let browser: Browser;
  let server: RunningServer;
  const start = (port: string): Promise<RunningServer> => startServer(script, port, '--dir', folder, ...args);
  const outside: string[] = [];
  const errors: string[] = [];
  const contexts: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    [browser, server] = await Promise.all([openBrowser(), start('0')]);
  });
  afterAll(async () => {
    await Promise.all([browser.close(), server.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect({ outside: outside.splice(0), errors: errors.splice(0) }).toEqual({ outside: [], errors: [] });
  });

  return {
    folder,
    address: () => server.address,
    restart: async () => {
      await server.stop();
      // At the same address, so that open windows find it again.
      server = await start(new URL(server.address).port);
    },
    open: async (person, path = '', size = { width: 1280, height: 800 }) => {
      const context = await browser.newContext({ viewport: size, locale: 'ru-RU' });
      contexts.push(context);
      // Whatever would leave for another address passes here, from frames and new windows too.
      await context.route(
        (url) => !url.href.startsWith(server.address) && url.protocol !== 'data:',
        async (route) => {
          outside.push(route.request().url());
          await route.abort();
        },
      );
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`${server.address}/${person === '' ? '' : `as/${encodeURIComponent(person)}/${path}`}`);
      return page;
    },
  };
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong, in the page and in each of its frames, as «rule: element»; `known` is looked at elsewhere. */
async function violations(page: Page, known: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) found.push(...(await violationsIn(frame, frame === page.mainFrame(), known)));
  return found;
}

async function violationsIn(frame: Frame, whole: boolean, known: string): Promise<string[]> {
  await frame.evaluate(AXE);
  // A frame is a part of the page: that it has landmarks and a heading of its own is not asked.
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', ...(whole ? ['best-practice'] : [])];
  const results = await frame.evaluate(
    ([values, exclude]) =>
      (
        window as unknown as {
          axe: { run: (context: object, options: object) => Promise<{ violations: readonly Violation[] }> };
        }
      ).axe.run(
        { include: [['html']], ...(exclude === '' ? {} : { exclude: [[exclude]] }) },
        { iframes: false, resultTypes: ['violations'], runOnly: { type: 'tag', values } },
      ),
    [tags, whole ? known : ''] as const,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
}

/**
 * Takes a picture for `out/screens/` and checks the page: nothing wrong by axe, nothing wider than the window.
 * @param known selector of what another picture's check has covered already: the cells of a sheet take axe seconds
 */
export async function look(page: Page, name: string, known = ''): Promise<void> {
  await picture(page, name);
  expect(await violations(page, known)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
}

/** Takes a picture for `out/screens/` only: of a page whose kind another picture has checked. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(SCREENS, `workspace-${name}.png`) });
}

/** Opens an item of a menu of the spreadsheet. */
export async function chooseMenu(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** A cell of the open sheet. */
export const cell = (page: Page, row: number, column: number) =>
  page.locator(`[data-cell="${String(row)},${String(column)}"]`);

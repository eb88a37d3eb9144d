// A real browser for the tests: the Chromium that comes with npm, on any x64 Linux, with nothing installed by hand.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { ROOT } from './root';

/** Starts the browser; the test that opened it closes it. Nothing of it calls home. */
export async function openBrowser(): Promise<Browser> {
  const home = unpack();
  return await chromium.launch({
    executablePath: join(home, 'chromium'),
    headless: true,
    args: [
      '--headless=shell',
      '--no-sandbox',
      '--no-zygote',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-pings',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
    env: {
      ...process.env,
      // The libraries a plain machine lacks (NSS and the like) come in the package, beside the browser.
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  });
}

/** How long a page may take to show what is expected of it before the test fails, ms: much more than on any machine seen. */
const PATIENCE = 10_000;

/**
 * Repeats a check of a page until it holds, and throws what it threw last when it does not within the patience. A page draws
 * when it comes to it: a check that looks once depends on how busy the machine is.
 */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 30))) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() >= until) throw error;
    }
  }
}

/**
 * Unpacks the browser once into node_modules/.cache and gives that directory. The package unpacks into the temporary
 * directory, and its libraries only where it believes to be on AWS Lambda; both are told to it by the environment, which
 * jest's sandbox cannot change for itself: hence a process of its own. The directory appears whole or not at all, since
 * test files start at the same time.
 */
function unpack(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as {
    readonly version: string;
  };
  const home = join(ROOT, 'node_modules', '.cache', 'vremya-rosta', `chromium-${version}`);
  if (existsSync(home)) return home;

  mkdirSync(dirname(home), { recursive: true });
  const staging = mkdtempSync(`${home}-`);
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  if (status !== 0) throw new Error(`The browser could not be unpacked: ${stderr}`);
  writeFileSync(join(staging, 'fonts.conf'), fontSettings(home));
  try {
    renameSync(staging, home);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/** One font for every machine, so that what fits on one fits on all: the package's Open Sans stands in for Roboto. */
function fontSettings(home: string): string {
  const stands = ['Roboto', 'Arial', 'sans-serif', 'system-ui'].map(
    (family) => `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
  ${stands.join('\n  ')}
</fontconfig>
`;
}

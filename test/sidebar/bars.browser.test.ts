// The page's own work is short: what it costs the browser besides waiting for the server.
import type { CDPSession, Page } from 'playwright-core';
import type { GroupsView } from '../../src/shared/contract';
import { serverOf, value } from './fake-server';
import { inBrowser } from './in-browser';
import { HOME } from './samples';

const open = inBrowser();
/** Allowed for the first paint and for each click, ms. */
const BAR = 100;

/** A school of sixty: fifteen groups of eight. */
const GROUPS: GroupsView = {
  groups: Array.from({ length: 15 }, (_unused, at) => ({
    group: `Г-${String(at + 1)}`,
    title: `Тема ${String(at + 1)}`,
    slot: 'Ср 15:00–16:00',
    state: 'draft',
    pinned: false,
    why: 'Почему',
    people: Array.from({ length: 8 }, (_other, number) => ({
      teacher: `У-${String(at)}-${String(number)}`,
      name: `Учитель ${String(at)}-${String(number)}`,
      subjects: 'Физика',
      role: number === 0 ? ('consultant' as const) : ('consultee' as const),
      reason: 'Здесь, потому что',
    })),
    pairs: Array.from({ length: 7 }, (_other, number) => `Пара ${String(number)}`),
  })),
  uncovered: [],
  broken: [],
  change: [],
  undo: '',
  redo: '',
  slots: [{ value: '3|15:00-16:00', label: 'Ср 15:00–16:00' }],
  variants: [],
  seen: '',
};

/** Script, style and layout so far, ms of the page's thread. https://chromedevtools.github.io/devtools-protocol/tot/Performance/ */
async function work(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return 1000 * (of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration'));
}

async function measured(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** The least of three: another process on the machine can only make it longer. */
async function least(attempt: () => Promise<number>): Promise<number> {
  return Math.min(await attempt(), await attempt(), await attempt());
}

it('draws home within the bar', async () => {
  const cost = await least(async () => {
    const { page } = await open({ server: serverOf({ home: () => value(HOME) }) });
    const session = await measured(page);
    await page.reload();
    await page.getByText('Шаги цикла').waitFor();
    return await work(session);
  });
  expect(cost).toBeLessThan(BAR);
});

it('draws fifteen groups, opens a menu and filters, each within the bar', async () => {
  const { page } = await open({
    server: serverOf({ groups: () => value(GROUPS) }),
    start: { view: 'groups', language: 'ru' },
  });
  const session = await measured(page);
  await page.locator('.card').nth(14).waitFor();
  const cost = (act: () => Promise<void>): Promise<number> =>
    least(async () => {
      const before = await work(session);
      await act();
      return (await work(session)) - before;
    });
  const clicks = {
    reload: await cost(async () => {
      await page.reload();
      await page.locator('.card').nth(14).waitFor();
    }),
    menu: await cost(async () => {
      await page.locator('.person').nth(20).click();
      await page.getByRole('menuitem').first().waitFor();
      await page.keyboard.press('Escape');
    }),
    filter: await cost(async () => {
      await page.getByRole('searchbox').fill('Учитель 7-1');
      await page.locator('.card').nth(1).waitFor({ state: 'detached' });
      await page.getByRole('searchbox').fill('');
      await page.locator('.card').nth(14).waitFor();
    }),
  };
  expect(Object.entries(clicks).filter(([, ms]) => ms >= BAR)).toEqual([]);
});

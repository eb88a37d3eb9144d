// What holds for the whole page, in a real browser: hostile words, the language, the weight.
import type { Page } from 'playwright-core';
import { serverOf, value } from './fake-server';
import { inBrowser, look } from './in-browser';
import { buildPage, overflowing } from './page';
import { ALL_FIELDS, ENDED, HOME, MAIL_PREVIEW, RUN } from './samples';

const open = inBrowser();

it('shows HTML in the server’s words as the text it is', async () => {
  const evil = '<img src="https://evil.example/x" onerror="document.title=\'взлом\'"><b>жирный</b>';
  const home = {
    ...HOME,
    title: evil,
    steps: HOME.steps.map((step) => ({ ...step, title: evil, line: evil })),
    numbers: [{ label: evil, value: evil, source: evil }],
    running: {
      ...RUN,
      title: evil,
      state: 'waiting' as const,
      lines: [evil],
      links: [{ label: evil, url: `javascript:${evil}` }],
    },
  };
  const preview = {
    ...MAIL_PREVIEW,
    title: evil,
    lines: [evil],
    counts: [{ label: evil, value: evil }],
    warnings: [evil],
    confirm: evil,
    example: { kind: 'mail' as const, title: evil, body: evil },
  };
  const fields = ALL_FIELDS.map((field) => ({
    ...field,
    label: evil,
    help: evil,
    required: false,
    options: [{ value: 'x', label: evil }],
  }));
  const server = serverOf({ home: () => value(home), fields: () => value(fields), preview: () => value(preview) });
  const { page } = await open({ server });
  const check = async (): Promise<void> => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('img, b').count()).toBe(0);
    expect(await page.title()).toBe('Время роста');
    expect(await overflowing(page)).toEqual([]);
  };
  await page.getByText(evil).first().waitFor();
  await check();
  await page.locator('.steps button').first().click();
  await page.getByRole('textbox').first().waitFor();
  await check();
  await page.getByRole('button', { name: 'Посмотреть' }).click();
  await page.getByText('предварительный просмотр').waitFor();
  await check();
  await look(page, 'hostile-preview');
});

it('says every word of its own in the language it was opened in', async () => {
  const blank = (view: unknown): unknown =>
    JSON.parse(
      JSON.stringify(view, (key, part: unknown) => (typeof part === 'string' && /[А-яЁё]/.test(part) ? '' : part)),
    );
  const server = serverOf({
    home: () => value(blank({ ...HOME, running: { ...RUN, state: 'waiting' } })),
    runs: () => value([]),
    search: () => value([]),
    fields: () => value(blank(ALL_FIELDS)),
    preview: () => value(blank(MAIL_PREVIEW)),
    start: () => value(blank(ENDED)),
  });
  const foreign = (page: Page): Promise<readonly string[]> =>
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
  const { page } = await open({ server, start: { language: 'en' }, html: buildPage('--fake-language') });
  await page.getByText('⟦home.steps⟧').waitFor();
  await page.getByText('⟦runs.title⟧').click();
  await page.getByText('⟦runs.none⟧').waitFor();
  await page.getByRole('searchbox').fill('1');
  await page.keyboard.press('Enter');
  await page.getByText('⟦search.none').waitFor();
  expect(await foreign(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.locator('.steps button').first().click();
  await page.getByText('⟦fields.preview⟧').click();
  await page.getByText('⟦fields.missing⟧').waitFor();
  expect(await foreign(page)).toEqual([]);
  await page.locator('#field-school').fill('7');
  await page.locator('#field-programme').selectOption('vr');
  await page.locator('#field-school').press('Enter');
  await page.getByText('⟦preview.will⟧').waitFor();
  expect(await foreign(page)).toEqual([]);
});

it('weighs less than 120 KB with everything in it', () => {
  expect(Buffer.byteLength(buildPage())).toBeLessThan(120 * 1024);
});

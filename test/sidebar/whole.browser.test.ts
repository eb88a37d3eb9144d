// What holds for the whole page, in a real browser: hostile words, the language, the weight.
import { timetabled } from '../e2e/school';
import { deskAt } from '../e2e/workspace';
import { serverOf, value } from './fake-server';
import { inBrowser, look } from './in-browser';
import { blank, buildPage, foreign, overflowing } from './page';
import { ALL_FIELDS, ENDED, HOME, MAIL_PREVIEW, RUN } from './samples';
import { eventually } from '../browser';

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
    await eventually(async () => {
      expect(await page.locator('img, b').count()).toBe(0);
    });
    await eventually(async () => {
      expect(await page.title()).toBe('Время роста');
    });
    await eventually(async () => {
      expect(await overflowing(page)).toEqual([]);
    });
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
  const server = serverOf({
    home: () => value(blank({ ...HOME, running: { ...RUN, state: 'waiting' } })),
    runs: () => value([]),
    search: () => value([]),
    fields: () => value(blank(ALL_FIELDS)),
    preview: () => value(blank(MAIL_PREVIEW)),
    start: () => value(blank(ENDED)),
  });
  const { page } = await open({ server, start: { language: 'en' }, html: buildPage('--fake-language') });
  await page.getByText('⟦home.steps⟧').waitFor();
  await page.getByText('⟦runs.title⟧').click();
  await page.getByText('⟦runs.none⟧').waitFor();
  await page.getByRole('searchbox').fill('1');
  await page.keyboard.press('Enter');
  await page.getByText('⟦search.none').waitFor();
  await eventually(async () => {
    expect(await foreign(page)).toEqual([]);
  });
  await eventually(async () => {
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
  await page.locator('.steps button').first().click();
  await page.getByText('⟦fields.preview⟧').click();
  await page.getByText('⟦fields.missing⟧').waitFor();
  await eventually(async () => {
    expect(await foreign(page)).toEqual([]);
  });
  await page.locator('#field-school').fill('7');
  await page.locator('#field-programme').selectOption('vr');
  await page.locator('#field-school').press('Enter');
  await page.getByText('⟦preview.will⟧').waitFor();
  await eventually(async () => {
    expect(await foreign(page)).toEqual([]);
  });
});

it.each(['groups', 'timetable', 'coverage'])(
  'says every word of the view «%s» in the language it was opened in',
  async (view) => {
    const desk = deskAt(timetabled);
    const { page } = await open({
      server: (request) => blank(desk.workspace.rpc('rpc', request)),
      start: { language: 'en', view },
      html: buildPage('--fake-language'),
    });
    await page.locator('.cards, .week, .silent').first().waitFor();
    await eventually(async () => {
      expect(await foreign(page)).toEqual([]);
    });
    const menu = page.getByRole('button', { name: /ctions/ }).last();
    if ((await menu.count()) === 0) return;
    await menu.click();
    await page.getByRole('menuitem').first().click();
    await page.getByRole('menuitem').nth(1).waitFor();
    await eventually(async () => {
      expect(await foreign(page)).toEqual([]);
    });
  },
);

it('weighs less than 120 KB with everything in it', () => {
  expect(Buffer.byteLength(buildPage())).toBeLessThan(120 * 1024);
});

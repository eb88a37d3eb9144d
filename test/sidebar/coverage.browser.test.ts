// «Кто не ответил» in a real browser, with the real product on the local Workspace behind it.
import { STAFF } from '../../src/workbook/tables';
import { OWN, PEOPLE, selfAsked, selfOf } from '../e2e/school';
import { DAY, deskAt } from '../e2e/workspace';
import { inBrowser, look } from './in-browser';
import { pageOf } from './school-page';
import { eventually } from '../browser';

const open = inBrowser();
const START = { view: 'coverage', language: 'ru' };

it.each([
  ['light', false],
  ['dark', true],
])(
  'names who is silent and who cannot be reached, finds a person, and leads to the reminder (%s)',
  async (name, dark) => {
    const desk = deskAt(selfAsked);
    const { birch, wind, hail } = PEOPLE;
    desk.answer('self', birch.email, selfOf(birch));
    desk.press('processAnswers');
    desk.type(STAFF, ({ code }) => code === wind.code, 'email', '');
    const { page, calls } = await open(pageOf(desk, { start: START, dark }));
    await page.getByText(`Ответили 1 из ${String(OWN.length)}`).waitFor();
    const silent = page.locator('.silent li');
    await eventually(async () => {
      expect(await silent.count()).toBe(OWN.length - 1);
    });
    await eventually(async () => {
      expect(await silent.filter({ hasText: birch.name }).count()).toBe(0);
    });
    await silent
      .filter({ hasText: hail.name })
      .getByText(/последнее письмо 01\.09\.2026/)
      .waitFor();
    await look(page, `coverage-${name}`);
    await page.getByLabel('Только без адреса почты').check();
    await silent.getByText('нет адреса почты').waitFor();
    await eventually(async () => {
      expect(await silent.allInnerTexts()).toEqual([expect.stringContaining(wind.name)]);
    });
    await page.getByLabel('Только без адреса почты').uncheck();
    await page.getByRole('searchbox').fill(hail.name.slice(0, 4));
    await eventually(async () => {
      expect(await silent.count()).toBe(1);
    });
    expect(calls.map(({ method }) => method)).toEqual(['coverage']);
    desk.sleep(7 * DAY);
    await page.getByRole('button', { name: 'Напомнить' }).click();
    await page.getByText('Что произойдёт').waitFor();
  },
);

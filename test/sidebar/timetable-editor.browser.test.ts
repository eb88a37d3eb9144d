// «Расписание по неделям» in a real browser, with the real product on the local Workspace behind it: by mouse, by keyboard, clashes.
import type { Page } from 'playwright-core';
import { MODULES } from '../../src/workbook/tables';
import type { Desk } from '../e2e/desk';
import { invited, timetabled } from '../e2e/school';
import { deskAt } from '../e2e/workspace';
import { inBrowser, look } from './in-browser';
import { pageOf } from './school-page';
import { eventually } from '../browser';

const open = inBrowser();
const START = { view: 'timetable', language: 'ru' };
const WIDE = { width: 1100, start: { ...START, wide: true } };

const of = (desk: Desk, title: RegExp) => {
  const found = desk.rows(MODULES).find((row) => title.test(row.title));
  if (found === undefined) throw new Error('no such module');
  return found;
};
const FORMS = /формами/;
const card = (page: Page, title: RegExp) => page.locator('.module').filter({ hasText: title });
const head = (page: Page, title: RegExp) => card(page, title).locator('.card-head');
const said = (page: Page) => page.locator('.said');
const when = ({ date, start }: { date: string; start: string }): string => `${date} ${start}`;
const focusedId = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

it.each([
  ['light', false],
  ['dark', true],
])('shows a week with its modules, and the times one could go to, within 300 px (%s)', async (name, dark) => {
  const desk = deskAt(timetabled);
  const { page } = await open(pageOf(desk, { start: START, dark }));
  await head(page, FORMS).waitFor();
  await page.getByText('Накладок нет.').waitFor();
  await look(page, `timetable-${name}`);
  await head(page, FORMS).click();
  await page.getByRole('menuitem', { name: 'Перенести на…' }).click();
  await page
    .getByRole('menuitem', { name: /подходит всем/ })
    .first()
    .waitFor();
  await look(page, `timetable-menu-${name}`);
});

it('moves a module by keyboard alone and takes the move back: the focus stays with the module', async () => {
  const desk = deskAt(timetabled);
  const before = of(desk, FORMS);
  const { page, calls } = await open(pageOf(desk, { start: START }));
  await head(page, FORMS).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page
    .getByRole('menuitem', { name: /подходит всем/ })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const trial = page.getByRole('region', { name: 'Что изменится' });
  await trial.getByText(new RegExp(`^${before.module} .*${before.date}.* → `)).waitFor();
  await eventually(async () => {
    expect(await focusedId(page)).toBe('apply-edit');
  });
  expect(when(of(desk, FORMS))).toBe(when(before));
  await page.keyboard.press('Enter');
  await said(page).getByText(`${before.module} `).first().waitFor();
  await eventually(async () => {
    expect(await focusedId(page)).toBe(`module ${before.module}`);
  });
  expect(when(of(desk, FORMS))).not.toBe(when(before));
  expect(calls.map(({ method }) => method)).toEqual(['timetable', 'timetable', 'timetable', 'start']);
  await page.getByRole('button', { name: /^Отменить правку/ }).press('Enter');
  await trial.getByText(/^Возвращено: /).waitFor();
  await page.keyboard.press('Enter');
  await said(page)
    .getByText(/^Возвращено: /)
    .waitFor();
  expect(of(desk, FORMS)).toEqual(before);
});

it('moves a module by drag to a time when its people are at another module: the clash is said before and marked after', async () => {
  const desk = deskAt(timetabled);
  const [forms, sheets] = [of(desk, FORMS), of(desk, /таблиц/)];
  desk.type(MODULES, ({ module }) => module === forms.module, 'date', sheets.date);
  desk.type(MODULES, ({ module }) => module === forms.module, 'start', '16:00');
  desk.type(MODULES, ({ module }) => module === forms.module, 'end', '17:00');
  const { page } = await open(pageOf(desk, WIDE));
  await head(page, FORMS).waitFor();
  await look(page, 'timetable-wide');
  const slot = page.locator('.slot').filter({ has: page.locator('.module').filter({ hasText: /таблиц/ }) });
  await card(page, FORMS).dragTo(slot.locator('.slot-time'));
  const trial = page.getByRole('region', { name: 'Что изменится' });
  await trial.getByText('Будет нарушено').waitFor();
  await trial.getByText(`Ветрова Б. Б. в это время на другом занятии (${sheets.module}).`).waitFor();
  await look(page, 'timetable-wide-trial');
  await page.getByRole('button', { name: 'Применить' }).click();
  await said(page).getByText(forms.module).first().waitFor();
  expect(when(of(desk, FORMS))).toBe(when(sheets));
  await page.getByRole('region', { name: 'Накладки' }).getByText('Ветрова Б. Б.').first().waitFor();
  await eventually(async () => {
    expect(await card(page, FORMS).locator('.clash').count()).toBeGreaterThan(0);
  });
  await look(page, 'timetable-clash');
});

it('tells guests of an invited module’s new time only by the invitations that follow', async () => {
  const desk = deskAt(invited);
  const sent = desk.invitations().length;
  const { page } = await open(pageOf(desk, { start: START }));
  await head(page, FORMS).click();
  await page.getByRole('menuitem', { name: 'Перенести на…' }).click();
  await page
    .getByRole('menuitem', { name: /подходит всем/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Применить' }).click();
  await said(page).getByText('Приглашения на').waitFor();
  await look(page, 'timetable-invited');
  expect(desk.invitations().length).toBe(sent);
  await page.locator('.bottom').getByRole('button', { name: 'Отправить приглашения' }).click();
  await page.getByRole('button', { name: 'Отправить', exact: true }).click();
  await page.getByText('Готово: событий отправлено — 1.').waitFor();
  const guests = Number(of(desk, FORMS).guests);
  expect(desk.invitations('update').length).toBe(guests);
});

it('follows a module on trial to its week, and back when it stays: the focus is on it again', async () => {
  const desk = deskAt(timetabled);
  const { module } = of(desk, FORMS);
  const { page } = await open(pageOf(desk, { start: START }));
  await head(page, FORMS).click();
  await page.getByRole('menuitem', { name: 'Перенести на…' }).click();
  await page.getByRole('menuitem', { name: /^Ср 23\.09, 15:00/ }).click();
  await page.getByRole('heading', { name: /21\.09 – 25\.09/ }).waitFor();
  await card(page, FORMS).waitFor();
  await page.getByRole('button', { name: 'Применить' }).press('Escape');
  await eventually(async () => {
    expect(await focusedId(page)).toBe(`module ${module}`);
  });
});

it('has a module of a mistyped year in a week of that year, and one of no readable time once, below the weeks', async () => {
  const desk = deskAt(timetabled);
  const [forms, sheets] = [of(desk, FORMS), of(desk, /таблиц/)];
  desk.type(MODULES, ({ module }) => module === forms.module, 'date', '02.09.2062');
  desk.type(MODULES, ({ module }) => module === sheets.module, 'start', '');
  const { page } = await open(pageOf(desk, { start: START }));
  await page
    .getByRole('region', { name: 'Без дня или времени' })
    .getByText(/таблиц/)
    .waitFor();
  expect(await card(page, /таблиц/).count()).toBe(1);
  await page.getByRole('button', { name: new RegExp(`^${forms.module}`) }).click();
  await card(page, FORMS).waitFor();
  await page.getByRole('heading', { name: /28\.08\.2062/ }).waitFor();
  await look(page, 'timetable-mistyped');
});

// «Редактор групп» in a real browser, with the real product on the local Workspace behind it: by mouse, by keyboard, undo, variants.
import type { Page } from 'playwright-core';
import { GROUPS } from '../../src/workbook/tables';
import type { Desk } from '../e2e/desk';
import { grouped, PEOPLE, published } from '../e2e/school';
import { deskAt } from '../e2e/workspace';
import { inBrowser, look } from './in-browser';
import { pageOf } from './school-page';
import { eventually } from '../browser';

const open = inBrowser();
const START = { view: 'groups', language: 'ru' };
const WIDE = { width: 1100, start: { ...START, wide: true } };

const groupOf = (desk: Desk, competency: string): string =>
  desk.rows(GROUPS).find((row) => row.competency === competency)?.group ?? '';
const membersOf = (desk: Desk, group: string): string[] =>
  desk
    .rows(GROUPS)
    .filter((row) => row.group === group)
    .map(({ teacher }) => teacher)
    .sort();
const card = (page: Page, group: string) => page.locator('.card').filter({ hasText: `${group} · ` });
const person = (page: Page, group: string, name: string) =>
  card(page, group).getByRole('button', { name: new RegExp(`^${name}`) });
const focusedId = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
const said = (page: Page) => page.locator('.said');
const { frost } = PEOPLE;

it.each([
  ['light', false],
  ['dark', true],
])('shows every group with its people, and why they are together, within 300 px (%s)', async (look_, dark) => {
  const desk = deskAt(grouped);
  const { page } = await open(pageOf(desk, { start: START, dark }));
  const forms = groupOf(desk, 'ict.forms');
  await person(page, forms, frost.name).waitFor();
  await card(page, forms).getByText('Почему вместе').click();
  await card(page, forms).getByText('поможет').first().waitFor();
  await look(page, `groups-${look_}`);
  await person(page, forms, frost.name).click();
  await page.getByRole('menuitem', { name: 'Переместить в…' }).click();
  await look(page, `groups-menu-${look_}`);
});

it('moves a person by keyboard alone: what changes is read out first, the focus stays with the person', async () => {
  const desk = deskAt(grouped);
  const [forms, sheets] = [groupOf(desk, 'ict.forms'), groupOf(desk, 'ict.spreadsheets')];
  const { page, calls } = await open(pageOf(desk, { start: START }));
  await person(page, forms, frost.name).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await eventually(async () => {
    expect(await focusedId(page)).toBe(`person ${forms} ${frost.code}`);
  });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  // The other group is the first of the list.
  await page.keyboard.press('Enter');
  const trial = page.getByRole('region', { name: 'Что изменится' });
  await trial.getByText(`${frost.name}: из группы ${forms} в группу ${sheets}.`).waitFor();
  await trial.getByText(/Хуже на/).waitFor();
  await trial.getByText('Будет нарушено').waitFor();
  await look(page, 'groups-trial');
  expect(membersOf(desk, forms)).toContain(frost.code);
  await eventually(async () => {
    expect(await focusedId(page)).toBe('apply-edit');
  });
  await page.keyboard.press('Escape');
  await eventually(async () => {
    expect(await focusedId(page)).toBe(`person ${forms} ${frost.code}`);
  });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  // The other group is the first of the list.
  await page.keyboard.press('Enter');
  await trial.getByText('Будет нарушено').waitFor();
  await page.keyboard.press('Enter');
  await said(page).getByText(`${frost.name}: из группы ${forms} в группу ${sheets}.`).waitFor();
  await eventually(async () => {
    expect(await focusedId(page)).toBe(`person ${sheets} ${frost.code}`);
  });
  expect(membersOf(desk, sheets)).toContain(frost.code);
  expect(membersOf(desk, forms)).not.toContain(frost.code);
  // One call to see the groups, one to see an edit, one to make it.
  expect(calls.map(({ method }) => method)).toEqual(['groups', 'groups', 'groups', 'start']);
});

it('moves a person by drag in the large window, takes it back, and does it again', async () => {
  const desk = deskAt(grouped);
  const [forms, sheets] = [groupOf(desk, 'ict.forms'), groupOf(desk, 'ict.spreadsheets')];
  const before = membersOf(desk, forms);
  const { page } = await open(pageOf(desk, WIDE));
  await page.setViewportSize({ width: WIDE.width, height: 1000 });
  await person(page, forms, frost.name).dragTo(card(page, sheets), { targetPosition: { x: 60, y: 20 } });
  await page.getByRole('button', { name: 'Применить' }).waitFor();
  await look(page, 'groups-wide-trial');
  await page.getByRole('button', { name: 'Применить' }).click();
  await said(page).getByText(frost.name).first().waitFor();
  expect(membersOf(desk, sheets)).toContain(frost.code);
  await look(page, 'groups-wide');
  // The window is headed «Редактор групп» by Sheets: the page's heading is there for screen readers only.
  expect(await page.getByRole('heading', { level: 1, name: 'Редактор групп' }).boundingBox()).toMatchObject({
    width: 1,
  });
  await page.getByRole('button', { name: /^Отменить правку/ }).click();
  await page
    .getByRole('region', { name: 'Что изменится' })
    .getByText(`Возвращено: ${frost.name} снова в группе ${forms}, а не ${sheets}.`)
    .waitFor();
  await page.getByRole('button', { name: 'Применить' }).click();
  await said(page).getByText('Возвращено').waitFor();
  expect(membersOf(desk, forms)).toEqual(before);
  await page.getByRole('button', { name: /^Вернуть правку/ }).click();
  await page.getByRole('button', { name: 'Применить' }).click();
  await said(page).getByText(frost.name).first().waitFor();
  expect(membersOf(desk, sheets)).toContain(frost.code);
  await eventually(async () => {
    expect(await page.getByRole('button', { name: 'Вернуть правку' }).getAttribute('aria-disabled')).toBe('true');
  });
});

it('gives somebody without a group a place, pins a group, and keeps two apart', async () => {
  const desk = deskAt(grouped);
  const forms = groupOf(desk, 'ict.forms');
  const { page } = await open(pageOf(desk, { start: START }));
  await page.getByRole('button', { name: new RegExp(`^${PEOPLE.viburnum.name}`) }).click();
  await page.getByRole('menuitem', { name: 'Добавить в…' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${forms} · `) }).click();
  await page.getByRole('button', { name: 'Применить' }).click();
  await said(page).getByText(PEOPLE.viburnum.name).first().waitFor();
  expect(membersOf(desk, forms)).toContain(PEOPLE.viburnum.code);
  await card(page, forms).locator('.card-head').click();
  await page.getByRole('menuitem', { name: 'Закрепить группу' }).click();
  await page.getByRole('button', { name: 'Применить' }).click();
  await card(page, forms).getByText('закреплена').waitFor();
  await person(page, forms, PEOPLE.wind.name).click();
  await page.getByRole('menuitem', { name: 'Не ставить вместе с…' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${PEOPLE.hail.name}`) }).click();
  await page
    .getByRole('region', { name: 'Что изменится' })
    .getByText(`${PEOPLE.wind.name} и ${PEOPLE.hail.name}: не ставить вместе.`)
    .waitFor();
  await page.getByText('Будет нарушено').waitFor();
  await page.getByRole('button', { name: 'Не менять' }).click();
  await said(page).getByText('Оставлено как было.').waitFor();
});

it('asks why before a published group changes', async () => {
  const desk = deskAt(published);
  const forms = groupOf(desk, 'ict.forms');
  const { page } = await open(pageOf(desk, { start: START }));
  await person(page, forms, frost.name).click();
  await page.getByRole('menuitem', { name: 'Убрать из группы' }).click();
  const why = page.getByLabel('Почему меняется группа');
  await why.waitFor();
  await eventually(async () => {
    expect(await focusedId(page)).toBe('edit-why');
  });
  await look(page, 'groups-why');
  await why.fill('Уходит в отпуск');
  await why.press('Enter');
  await page
    .getByRole('region', { name: 'Что изменится' })
    .getByText(`${frost.name}: больше не в группе ${forms}.`)
    .waitFor();
  await page.getByRole('button', { name: 'Применить' }).click();
  await said(page).getByText(frost.name).first().waitFor();
  expect(membersOf(desk, forms)).not.toContain(frost.code);
});

it('keeps a variant and says in words how it differs from the groups of now', async () => {
  const desk = deskAt(grouped);
  const forms = groupOf(desk, 'ict.forms');
  const { page } = await open(pageOf(desk, { start: START }));
  await page.getByLabel('Название варианта').fill('До правки');
  await page.getByRole('button', { name: 'Сохранить нынешний' }).click();
  await page.getByText('Вариант «До правки»: групп 2.').waitFor();
  await person(page, forms, frost.name).click();
  await page.getByRole('menuitem', { name: 'Убрать из группы' }).click();
  await page.getByRole('button', { name: 'Применить' }).click();
  await said(page).getByText(frost.name).first().waitFor();
  await page.getByRole('button', { name: 'Сравнить' }).click();
  await page.getByText('Чем отличаются').waitFor();
  await page
    .getByText(new RegExp(`${frost.name}: больше не в группе ${forms}`))
    .last()
    .waitFor();
  await look(page, 'groups-compared');
});

it('tells what the server refuses, and leaves the groups as they are', async () => {
  const desk = deskAt(grouped);
  const forms = groupOf(desk, 'ict.forms');
  const { page } = await open(pageOf(desk, { start: START }));
  await person(page, forms, frost.name).waitFor();
  // Meanwhile somebody takes the person out in another window.
  desk.press('editGroups', { what: 'remove', person: frost.code, from: forms });
  await person(page, forms, frost.name).click();
  await page.getByRole('menuitem', { name: 'Убрать из группы' }).click();
  await page.getByRole('alert').getByText(`Этого человека нет в группе ${forms}.`).waitFor();
  await page.getByRole('button', { name: 'Обновить' }).click();
  await person(page, forms, frost.name).waitFor({ state: 'detached' });
});

it('opens in a dialog over the sheet from the sidebar and from the menu', async () => {
  const desk = deskAt(grouped);
  const { page } = await open(pageOf(desk, { start: START }));
  await page.getByRole('button', { name: 'В большом окне' }).click();
  await page.getByText('Редактор открыт в большом окне.').waitFor();
  expect(desk.workspace.ui.dialog?.title).toBe('Редактор групп');
  expect(desk.workspace.ui.dialog?.html).toContain('&quot;wide&quot;:true');
});

it('holds to the edit on trial: another one waits, and the focus is somewhere when «Применить» is refused', async () => {
  const desk = deskAt(grouped);
  const forms = groupOf(desk, 'ict.forms');
  const { page } = await open(pageOf(desk, { start: START }));
  const remove = async (name: string): Promise<void> => {
    await person(page, forms, name).click();
    await page.getByRole('menuitem', { name: 'Убрать из группы' }).click();
  };
  await remove(frost.name);
  const trial = page.getByRole('region', { name: 'Что изменится' });
  await trial.getByRole('button', { name: 'Применить' }).waitFor();
  await remove(PEOPLE.hail.name);
  await trial.getByRole('alert').getByText('Сначала примените эту правку').waitFor();
  await trial.getByText(frost.name).waitFor();
  await look(page, 'groups-turned-away');
  // However much there is to say, it begins with what is changed, and the buttons are in sight.
  await page.setViewportSize({ width: 300, height: 330 });
  expect(await trial.locator('.trial-text').evaluate((text) => [text.scrollTop, text.clientHeight > 0])).toEqual([
    0,
    true,
  ]);
  expect(await trial.evaluate((bar) => bar.scrollHeight - bar.clientHeight)).toBe(0);
  desk.press('editGroups', { what: 'remove', person: frost.code, from: forms });
  await trial.getByRole('button', { name: 'Применить' }).press('Enter');
  await page.getByRole('alert').getByText('Пока вы смотрели, листы изменились').waitFor();
  await eventually(async () => {
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });
  await person(page, forms, frost.name).waitFor({ state: 'detached' });
});

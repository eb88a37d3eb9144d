// `npm start` with the sample school in a real browser: the deputy director and a teacher, each in a window of their own.
import type { Page } from 'playwright-core';
import { cell, chooseMenu, inWindows, look } from './windows';
import { eventually } from '../../browser';

const DIRECTOR = 'director@school.example';
const TEACHER = 'berezova.aa@school.example';

const windows = inWindows('examples/start.ts');

/** The sidebar's own page. */
const sidebarOf = (page: Page) => page.frameLocator('.sidebar iframe');

it('begins with the school’s staff in the spreadsheet and a first letter in every teacher’s mailbox', async () => {
  const page = await windows.open('');
  await page.getByText('71 человек').waitFor();
  await page.getByRole('link', { name: /Заместитель директора/ }).click();
  await page.getByRole('heading', { name: 'Здравствуйте!' }).waitFor();
  await look(page, 'home');
  await page.getByRole('link', { name: 'Открыть таблицу' }).click();
  await cell(page, 2, 2).getByText('Берёзова А. А.').waitFor();
  await look(page, 'school-sheet', '.cells');
  const teacher = await windows.open(TEACHER, 'mail');
  await teacher.getByRole('link', { name: /Какие технологии Вы хотите освоить/ }).waitFor();
});

it('carries an action of the menu to its end, while the teacher’s window shows the letter arrive by itself', async () => {
  const teacher = await windows.open(TEACHER, 'mail');
  await teacher.locator('.letters li').first().waitFor();
  await eventually(async () => {
    expect(await teacher.locator('.letters li').count()).toBe(1);
  });
  const page = await windows.open(DIRECTOR, 'sheet');
  await chooseMenu(page, 'Время роста', 'Разослать самооценку…');
  const sidebar = sidebarOf(page);
  await sidebar.getByText('Будет создана 1 форма; уйдёт 61 письмо.').waitFor();
  await look(page, 'action-preview', '.cells');
  await sidebar.getByRole('button', { name: 'Разослать', exact: true }).click();
  await sidebar.getByText('Форм готово: 1, писем отправлено: 61.').waitFor();
  await look(page, 'action-done', '.cells');
  await teacher.getByRole('link', { name: /Самооценка ИКТ-компетенций/ }).waitFor();
  await eventually(async () => {
    expect(await teacher.locator('.letters li').count()).toBe(2);
  });
  // A link in the sidebar opens the page of this Workspace that it stands for.
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    sidebar.getByRole('link').filter({ visible: true }).first().click(),
  ]);
  await opened.waitForURL(/\/as\/director%40school\.example\/(sheet|form)\//);
});

it('lets the teacher answer from the letter, and the director see the answer counted', async () => {
  const teacher = await windows.open(TEACHER, 'mail');
  await teacher.getByRole('link', { name: /Какие технологии Вы хотите освоить/ }).click();
  const [form] = await Promise.all([
    teacher.context().waitForEvent('page'),
    teacher.frameLocator('.letter iframe').getByRole('link').first().click(),
  ]);
  await form.getByRole('button', { name: 'Далее' }).click();
  await form.getByText('Исправьте ответы').waitFor();
  await form.getByLabel('Работа с гугл-формами').check();
  await form.getByRole('button', { name: 'Далее' }).click();
  await form.getByRole('button', { name: 'Назад' }).waitFor();
  await look(form, 'school-form');
  await form.getByLabel('Даю согласие').check();
  await form.getByRole('button', { name: 'Отправить' }).click();
  await form.getByRole('link', { name: 'Изменить ответ' }).waitFor();
  // Wide enough for the column of the counts to be in sight.
  const page = await windows.open(DIRECTOR, 'sheet', { width: 2600, height: 700 });
  await page.getByRole('button', { name: 'Опросы', exact: true }).click();
  await page.getByRole('grid', { name: 'Лист «Опросы»' }).waitFor();
  const heading = page.getByRole('gridcell', { name: 'Ответили', exact: true });
  const column = Number((await heading.getAttribute('data-cell'))?.split(',')[1]);
  // Within the hour the add-on reads the answers by itself.
  await page.getByRole('button', { name: 'Перевести время' }).click();
  await page.getByRole('button', { name: 'На час вперёд' }).click();
  await cell(page, 2, column).getByText('1', { exact: true }).waitFor();
});

it('reminds those who are silent when the time is moved forward', async () => {
  // Tall enough for the setting to be in sight: only what is, is drawn.
  const page = await windows.open(DIRECTOR, 'sheet', { width: 1280, height: 1400 });
  await page.getByRole('button', { name: 'Настройки', exact: true }).click();
  await page.getByRole('grid', { name: 'Лист «Настройки»' }).waitFor();
  const setting = page.getByRole('gridcell', { name: 'Напоминать самим', exact: true });
  const [row = 0, column = 0] = ((await setting.getAttribute('data-cell')) ?? '').split(',').map(Number);
  await cell(page, row, column + 1).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('да');
  await page.keyboard.press('Enter');
  await cell(page, row, column + 1)
    .getByText('да')
    .waitFor();
  const silent = await windows.open('radugina.be@school.example', 'mail');
  await silent.locator('.letters li').nth(1).waitFor();
  await silent.getByRole('button', { name: 'Перевести время' }).click();
  const [day] = /\d{4}-\d\d-\d\d/.exec(await silent.getByLabel('До момента').inputValue()) ?? [];
  const later = new Date(Date.parse(`${day ?? ''}T00:00:00Z`) + 2 * 86_400_000).toISOString().slice(0, 10);
  await silent.getByLabel('До момента').fill(`${later}T12:00`);
  await silent.getByRole('button', { name: 'Перевести', exact: true }).click();
  await silent
    .getByText(/Идёт время/)
    .first()
    .waitFor();
  await silent.locator('.letters li').nth(3).waitFor();
  await eventually(async () => {
    expect(await silent.locator('.letters .subject').first().textContent()).toMatch(/^Ждём Вашего ответа/);
  });
});

it('is as it was when it is started again', async () => {
  await windows.restart();
  const teacher = await windows.open(TEACHER, 'mail');
  await teacher
    .getByRole('link', { name: /Самооценка ИКТ-компетенций/ })
    .first()
    .waitFor();
  const page = await windows.open(DIRECTOR, 'sheet');
  await chooseMenu(page, 'Время роста', 'Открыть панель');
  await sidebarOf(page).getByText('Шаги цикла').waitFor();
});

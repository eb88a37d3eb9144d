// The staff list in the sidebar: which column is what, corrected with the result in sight; and a file filed in the bank.
import { BANK, STAFF } from '../../src/workbook/tables';
import type { Desk } from '../e2e/desk';
import { setUp, staffed } from '../e2e/school';
import { deskAt } from '../e2e/workspace';
import { inBrowser, look } from './in-browser';
import { pageOf } from './school-page';
import { eventually } from '../browser';

const open = inBrowser();

/** The heading of the addresses says nothing of e-mail, and that of the old addresses does. */
const LIST = `Список педагогов;;;
Кто работает;Писать сюда;Почта (старая);Ведёт
Осипова Ольга;osipova@school.example;osipova;Химия
Рощин Роман;roschin@school.example;roschin@old.example;Физика
Сомова Софья;somova@school.example;;Музыка`;

async function openList(desk: Desk, dark = false) {
  const opened = await open(pageOf(desk, { start: { action: 'importStaff', language: 'ru' }, dark }));
  await opened.page.getByLabel('Или вставьте список').fill(LIST);
  await opened.page.getByRole('button', { name: 'Посмотреть' }).click();
  await opened.page.getByRole('heading', { name: 'Столбцы списка' }).waitFor();
  return opened;
}

const previews = (calls: readonly { readonly method: string }[]): number =>
  calls.filter(({ method }) => method === 'preview').length;

it.each([
  ['light', false],
  ['dark', true],
])('lets a person say which column is what where no headings are known (%s)', async (name, dark) => {
  const desk = deskAt(setUp);
  const { page, calls } = await openList(desk, dark);
  const confirm = page.getByRole('button', { name: 'Загрузить', exact: true });
  await eventually(async () => {
    expect(await confirm.getAttribute('aria-disabled')).toBe('true');
  });
  await page.getByText('Не нашлась строка заголовков').waitFor();
  await look(page, `columns-missing-${name}`);
  // Three choices one after another are one question to the server.
  const before = previews(calls);
  await page.evaluate(() => {
    for (const [field, chosen] of [
      ['header', '1'],
      ['name', '0'],
      ['subjects', '3'],
    ]) {
      const select = document.querySelector<HTMLSelectElement>(`#choice-column-${String(field)}`);
      if (select !== null) select.value = chosen ?? '';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  await page.getByText('Новых сотрудников: 2, обновится записей: 0').waitFor();
  expect(previews(calls)).toBe(before + 1);
  await page.getByText('Например: Осипова Ольга').waitFor();
  await look(page, `columns-problems-${name}`);
});

it('counts again with every column that is chosen, keeps the focus on it, and takes what was shown', async () => {
  const desk = deskAt(setUp);
  const { page } = await openList(desk);
  await page.getByLabel('Заголовки').selectOption('1');
  await page.getByLabel('ФИО').selectOption('0');
  await page.getByText('Например: Осипова Ольга').waitFor();
  await page.getByLabel('Почта').focus();
  await page.getByLabel('Почта').selectOption('1');
  await page.getByText('Новых сотрудников: 3').waitFor();
  await eventually(async () => {
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('choice-column-email');
  });
  await page.getByLabel('Предметы').selectOption('3');
  await page.getByText('Например: Химия').waitFor();
  await look(page, 'columns-ready');
  await page.getByRole('button', { name: 'Загрузить', exact: true }).click();
  await page.getByText('Добавлено сотрудников: 3, обновлено: 0.').waitFor();
  expect(desk.rows(STAFF).map(({ name, email, subjects }) => [name, email, subjects])).toEqual([
    ['Осипова Ольга', 'osipova@school.example', 'Химия'],
    ['Рощин Роман', 'roschin@school.example', 'Физика'],
    ['Сомова Софья', 'somova@school.example', 'Музыка'],
  ]);
});

it('files a file: it is chosen first and brings its name along; then topic and kind, the preview, the bank', async () => {
  const desk = deskAt(staffed);
  desk.press('setUpBank');
  const { page } = await open(pageOf(desk, { start: { action: 'fileResources', language: 'ru' } }));
  await page
    .getByLabel('Файл', { exact: true })
    .setInputFiles({ name: 'Тест с баллами.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
  await page.getByText('Выбран файл «Тест с баллами.pdf»').waitFor();
  await eventually(async () => {
    expect(await page.getByLabel('Название').inputValue()).toBe('Тест с баллами');
  });
  await page.getByLabel('Вид материала').selectOption({ index: 1 });
  await page.getByLabel('Компетенция').selectOption({ label: 'работа с гугл-формами' });
  await look(page, 'resource-fields');
  await page.getByRole('button', { name: 'Посмотреть' }).click();
  await page.getByRole('button', { name: 'Добавить', exact: true }).waitFor();
  await look(page, 'resource-preview');
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await page.locator('.run-state.done').waitFor();
  expect(desk.rows(BANK).map(({ title }) => title)).toEqual(['Тест с баллами']);
  expect(desk.files().filter(({ name, trashed }) => name.includes('Тест с баллами') && !trashed)).toHaveLength(1);
});

// The whole cycle by clicking, from an empty workbook to feedback analysed: the deputy director and the teachers, each in a window.
import type { Locator, Page } from 'playwright-core';
import { cell, chooseMenu, inWindows, look, picture } from './windows';
import { eventually } from '../../browser';

const DIRECTOR = 'director@school.example';
const CONSULTANT = 'berezina@school.example';
const LEARNERS = ['vetrova@school.example', 'gradov@school.example', 'dozhdeva@school.example'];
const OTHERS = ['elovskiy@school.example', 'zhuravleva@school.example'];

/** Made-up people: one who teaches forms, three who want to learn them, two who want nothing. */
const STAFF = `ФИО;Электронная почта;Предметы;Должность
Берёзина А. А.;berezina@school.example;Математика;руководитель МО
Ветрова Б. Б.;vetrova@school.example;Русский язык;учитель
Градов В. В.;gradov@school.example;Физика;учитель
Дождева Г. Г.;dozhdeva@school.example;История;учитель
Еловский Д. Д.;elovskiy@school.example;Информатика;учитель
Журавлёва Е. Е.;zhuravleva@school.example;Биология;учитель`;
const TOPIC = 'Работа с гугл-формами';

const windows = inWindows('examples/start.ts', '--empty');

/** What axe has found right on other pictures. */
const CELLS = '.cells';
const sidebarOf = (page: Page) => page.frameLocator('.sidebar iframe');

/** The deputy director's spreadsheet with its menu. */
const desk = (): Promise<Page> => windows.open(DIRECTOR, 'sheet');

/** Presses the button of the preview and waits for the end of the run. */
async function confirm(page: Page, button: string, name: string): Promise<void> {
  const sidebar = sidebarOf(page);
  await sidebar.getByRole('button', { name: button, exact: true }).waitFor();
  await picture(page, `cycle-${name}-preview`);
  await sidebar.getByRole('button', { name: button, exact: true }).click();
  await sidebar.locator('.run-state.done').waitFor();
  await picture(page, `cycle-${name}-done`);
}

async function act(page: Page, item: string, button: string, name: string): Promise<void> {
  await chooseMenu(page, 'Время роста', item);
  await confirm(page, button, name);
}

/** Opens a sheet by its tab and waits for its cells. */
async function openSheet(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).click();
  await page.getByRole('grid', { name: `Лист «${title}»` }).waitFor();
}

/** Opens the form from the teacher's letter with that subject, the newest first. */
async function formOf(person: string, subject: RegExp): Promise<Page> {
  const mail = await windows.open(person, 'mail');
  await mail.getByRole('link', { name: subject }).first().click();
  const [form] = await Promise.all([
    mail.context().waitForEvent('page'),
    mail.frameLocator('.letter iframe').getByRole('link').first().click(),
  ]);
  await form.locator('.question').first().waitFor();
  return form;
}

/** The mark that answers a question, or an answer of another kind; undefined when the person leaves it as it is. */
type Answer = (title: string, question: Locator) => Locator | Promise<void> | undefined;

/**
 * Fills the form in, section by section, and sends it. `name`: a picture is taken of the first section, and every mark is
 * clicked as a finger does, once it stands still and in view; who comes after with the same form only clicks.
 */
async function fillIn(form: Page, answer: Answer, name = ''): Promise<void> {
  let first = true;
  for (;;) {
    const questions = form.locator('.question');
    for (const [index, title] of (await questions.locator('h2').allTextContents()).entries()) {
      const given = await answer(title, questions.nth(index));
      if (given === undefined) continue;
      if (name !== '') await given.check();
      else
        await given.evaluate((mark: HTMLInputElement) => {
          mark.click();
        });
    }
    if (first && name !== '') await look(form, `cycle-form-${name}`);
    first = false;
    const next = form.getByRole('button', { name: 'Далее' });
    if ((await next.count()) === 0) break;
    const before = await questions.first().getAttribute('id');
    await next.click();
    await form
      .locator(`.question:not(#${String(before)})`)
      .first()
      .waitFor();
    await form.locator(`#${String(before)}`).waitFor({ state: 'detached' });
  }
  await form.getByRole('button', { name: 'Отправить' }).click();
  await form.getByRole('link', { name: 'Изменить ответ' }).waitFor();
}

const chosen = (question: Locator, number: number): Locator => question.locator('input[type=radio]').nth(number);
const agreed: Answer = (title, question) =>
  title.startsWith('Ваше решение') ? question.getByLabel('Даю согласие') : undefined;

/** The self-assessment: `level` is that of forms, everything else is at the target. */
const selfAnswer =
  (level: number, mark: string): Answer =>
  (title, question) => {
    if (title.startsWith('Облачные инструменты учителя: что хотите') && mark !== '')
      return question.getByLabel(`${TOPIC}: ${mark}`);
    if (title.startsWith('Дни и часы')) return question.getByLabel('Ср: 15:00–16:00');
    if (title.startsWith('Ваше решение')) return agreed(title, question);
    return /\*/.test(title) ? chosen(question, title.startsWith(TOPIC) ? level : 3) : undefined;
  };

/** The first of the list, the highest of each scale; before the session the person was at level 2. */
const feedback: Answer = (title, question) => {
  if (!title.includes('*')) return undefined;
  if (title.startsWith('О каком занятии')) return firstOf(question);
  if (title.startsWith('Как Вы владели')) return chosen(question, 2);
  return question.locator('input[type=radio]').last();
};

/** Chooses the first that is offered, be it a list or a row of buttons. */
async function firstOf(question: Locator): Promise<void> {
  const list = question.locator('select');
  if ((await list.count()) > 0) await list.selectOption({ index: 1 });
  else await chosen(question, 0).check();
}

it('sets the empty workbook up and takes the staff list', async () => {
  const page = await desk();
  await chooseMenu(page, 'Время роста', 'Открыть панель');
  const sidebar = sidebarOf(page);
  await sidebar.getByText('Шаги цикла').waitFor();
  await look(page, 'cycle-empty', CELLS);
  await sidebar
    .getByRole('button', { name: /Настроить таблицу/ })
    .first()
    .click();
  await sidebar.getByLabel(/^Школа/).fill('Школа № 1');
  await sidebar.getByLabel(/^Программа/).selectOption({ label: 'Время роста' });
  await sidebar.getByLabel(/^Цикл/).fill('1');
  await look(page, 'cycle-set-up', CELLS);
  await sidebar.getByRole('button', { name: 'Посмотреть' }).click();
  await confirm(page, 'Настроить', 'set-up');
  await chooseMenu(page, 'Время роста', 'Загрузить сотрудников…');
  await sidebar.getByRole('textbox').first().fill(STAFF);
  await sidebar.getByRole('button', { name: 'Посмотреть' }).click();
  await confirm(page, 'Загрузить', 'staff');
  await openSheet(page, 'Сотрудники');
  await cell(page, 7, 2).getByText('Журавлёва Е. Е.').waitFor();
});

it('asks the teachers twice; they answer in the forms that the letters lead to', async () => {
  const page = await desk();
  await act(page, 'Разослать опрос потребностей…', 'Разослать', 'needs');
  await act(page, 'Разослать самооценку…', 'Разослать', 'self');
  const needs: Answer = (title, question) =>
    title.startsWith('Отметьте технологии') ? question.getByLabel(TOPIC) : agreed(title, question);
  await fillIn(await formOf(LEARNERS[0] ?? '', /Какие технологии/), needs, 'needs');
  await fillIn(await formOf(CONSULTANT, /Самооценка/), selfAnswer(4, 'Готов помочь коллегам'), 'self');
  for (const person of LEARNERS) await fillIn(await formOf(person, /Самооценка/), selfAnswer(1, 'Хочу освоить'));
  await fillIn(await formOf(OTHERS[0] ?? '', /Самооценка/), selfAnswer(3, ''));
});

it('shows who is silent, takes an observed lesson and processes the answers', async () => {
  const page = await desk();
  await chooseMenu(page, 'Время роста', 'Кто не ответил…');
  const dialog = page.frameLocator('dialog iframe');
  await dialog.getByText('Журавлёва Е. Е.').first().waitFor();
  await look(page, 'cycle-coverage', CELLS);
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).first().click();
  await openSheet(page, 'Тесты и наблюдения');
  await cell(page, 2, 1).click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '1\tУ-001\t\tict.forms\tнаблюдение\t4\t03.09.2026\n');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await cell(page, 2, 5).getByText('наблюдение').waitFor();
  await act(page, 'Обработать ответы…', 'Обработать', 'answers');
  await openSheet(page, 'Матрица компетенций');
  await cell(page, 3, 2).getByText('Берёзина А. А.').waitFor();
  await picture(page, 'cycle-matrix');
});

it('forms groups, opens them in the editor and publishes them', async () => {
  const page = await desk();
  await act(page, 'Сформировать группы…', 'Составить черновик', 'groups');
  await chooseMenu(page, 'Время роста', 'Редактор групп…');
  const dialog = page.frameLocator('dialog iframe');
  await dialog
    .locator('.card')
    .getByRole('button', { name: /^Градов В. В./ })
    .waitFor();
  await look(page, 'cycle-groups-editor', CELLS);
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).first().click();
  await act(page, 'Опубликовать группы…', 'Опубликовать', 'publish');
});

it('agrees with the consultant, makes the timetable and invites', async () => {
  const page = await desk();
  await act(page, 'Согласовать с консультантами…', 'Разослать консультантам', 'agree');
  const agree: Answer = (title, question) => {
    if (title.startsWith('Готовы ли Вы провести')) return question.getByLabel('Да', { exact: true });
    if (title.startsWith('Темы занятия')) return question.getByRole('textbox').fill('Тест с баллами\nОтветы класса');
    return agreed(title, question);
  };
  await fillIn(await formOf(CONSULTANT, /Вы консультант/), agree, 'agreement');
  await act(page, 'Обработать ответы…', 'Обработать', 'agreed');
  await act(page, 'Составить расписание…', 'Составить', 'timetable');
  await chooseMenu(page, 'Время роста', 'Расписание по неделям…');
  await page.frameLocator('dialog iframe').locator('.week').getByText('гугл-формами').first().waitFor();
  await look(page, 'cycle-timetable-editor', CELLS);
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).first().click();
  await act(page, 'Отправить приглашения…', 'Отправить', 'invite');
});

it('shows the session in the guests’ calendars, and the answer of one who will come', async () => {
  const guest = await windows.open(LEARNERS[0] ?? '', 'calendar');
  const shown = guest
    .locator('.view')
    .getByText(/гугл-формами/)
    .first();
  await shown.waitFor();
  await picture(guest, 'cycle-calendar');
  await shown.click();
  await guest.getByRole('button', { name: 'Да', exact: true }).click();
  await guest.getByText('Темы: Тест с баллами').waitFor();
  await guest.getByText('придут: 1, не придут: 0, возможно: 0, не ответили: 3').waitFor();
  await look(guest, 'cycle-event');
  const organiser = await windows.open(DIRECTOR, 'calendar');
  await organiser
    .locator('.view')
    .getByText(/гугл-формами/)
    .first()
    .click();
  await organiser.getByText('придут: 1, не придут: 0, возможно: 0, не ответили: 3').waitFor();
});

it('asks both sides after the session', async () => {
  const page = await desk();
  await page.getByRole('button', { name: 'Перевести время' }).click();
  await page.getByRole('button', { name: 'На неделю вперёд' }).click();
  await page
    .getByText(/1\d сентября/)
    .first()
    .waitFor();
  await fillIn(await formOf(CONSULTANT, /Как прошло занятие/), feedback, 'feedback-consultant');
  for (const person of LEARNERS)
    await fillIn(
      await formOf(person, /Как прошло занятие/),
      feedback,
      person === LEARNERS[0] ? 'feedback-consultee' : '',
    );
});

it('analyses the feedback: the sheet has a row for each side, and every step of the cycle is done', async () => {
  const page = await desk();
  await act(page, 'Обработать ответы…', 'Обработать', 'feedback');
  await openSheet(page, 'Отзывы');
  const row = async (number: number): Promise<string> => {
    const texts = await Promise.all([3, 4, 5, 6, 8, 9, 10].map((column) => cell(page, number, column).textContent()));
    return texts.join(' | ');
  };
  await cell(page, 3, 10).getByText('2,00').waitFor();
  await eventually(async () => {
    expect(await row(2)).toMatch(/^консультант \| 1 \| 1 \| 100,0\s?%/);
  });
  // One who was at level 2 before is at 4 now, by each one's own word.
  await eventually(async () => {
    expect(await row(3)).toMatch(/^консультируемый \| 3 \| 3 \| 100,0\s?% \| 2,00 \| 4,00 \| 2,00$/);
  });
  await picture(page, 'cycle-feedback');
  // What is done shows as done.
  await chooseMenu(page, 'Время роста', 'Открыть панель');
  await sidebarOf(page).getByText('Шаги цикла').waitFor();
  await eventually(async () => {
    expect(await sidebarOf(page).locator('#steps + ol > li.done').count()).toBeGreaterThanOrEqual(11);
  });
  await eventually(async () => {
    expect(await sidebarOf(page).getByText('Следующий шаг').count()).toBe(0);
  });
  await look(page, 'cycle-home', CELLS);
});

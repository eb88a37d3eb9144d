// Every page of the Workspace in a real browser, over a small add-on that has one of everything.
import type { Page } from 'playwright-core';
import { DIRECTOR, MENTOR, TEACHER } from './fixture/workspace';
import { cell, chooseMenu, inWindows, look } from './windows';
import { eventually } from '../../browser';

/** The rows of a sheet, which one test looks at for all. */
const CELLS = '.cells';

/** Writes into the chosen cell. The test's keyboard has Latin keys only: F2 opens the cell for other letters. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const windows = inWindows('test/local/web/fixture/start.ts');

it('lets a person choose who to be, by name or by any address', async () => {
  const page = await windows.open('');
  await page.getByRole('heading', { name: 'Кто вы?' }).waitFor();
  await look(page, 'sign-in');
  await page.getByLabel('Найти по имени или адресу').fill('учит');
  await eventually(async () => {
    expect(await page.locator('.people a').allTextContents()).toEqual([expect.stringContaining('Учитель')]);
  });
  await page.getByLabel('Другой адрес').fill('New.Teacher@school.example');
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByText('Таблицу вам не открывали').waitFor();
  await eventually(async () => {
    expect(await page.locator('.who .name').textContent()).toBe('new.teacher@school.example');
  });
  await look(page, 'home-teacher');
});

it('shows a sheet with its formats, notes, merged cells and charts, and text of cells only as text', async () => {
  const page = await windows.open(DIRECTOR, 'sheet', { width: 1000, height: 620 });
  await cell(page, 6, 2).getByText('6,5').waitFor();
  await eventually(async () => {
    expect(await cell(page, 3, 6).locator('.text').innerText()).toBe('Объединённые\nячейки');
  });
  await eventually(async () => {
    expect(await cell(page, 2, 2).evaluate((node) => getComputedStyle(node).backgroundColor)).toBe(
      'rgb(183, 225, 205)',
    );
  });
  await eventually(async () => {
    expect(await cell(page, 3, 1).getAttribute('title')).toBe('Примечание: Примечание к ячейке');
  });
  await eventually(async () => {
    expect(await page.getByRole('columnheader', { name: 'H', exact: true }).count()).toBe(0);
  });
  await eventually(async () => {
    expect(await page.getByRole('img', { name: 'Диаграмма «Баллы»' }).count()).toBe(1);
  });
  await cell(page, 4, 1).hover();
  await eventually(async () => {
    expect(await page.locator('.grid b').count()).toBe(0);
  });
  await look(page, 'sheet');
});

it('takes what is typed and pasted as Sheets would, and shows it in another window at once', async () => {
  const [page, other] = [await windows.open(DIRECTOR, 'sheet'), await windows.open(DIRECTOR, 'sheet')];
  await cell(other, 2, 1).waitFor();
  await cell(page, 12, 1).click();
  await page.keyboard.type('=B2*2');
  await page.keyboard.press('Enter');
  await cell(other, 12, 1).getByText('6').waitFor();
  await eventually(async () => {
    expect(await page.getByRole('status').filter({ hasText: 'Сохранено' }).count()).toBe(1);
  });
  await cell(page, 12, 1).click();
  await eventually(async () => {
    expect(await page.getByLabel('Содержимое ячейки').inputValue()).toBe('=B2*2');
  });
  // The list of the validation rule refuses anything else, and the cell stays as it was.
  await cell(page, 2, 5).click();
  await write(page, 'чуть-чуть');
  await page.getByText('violates the data validation rules').waitFor();
  await eventually(async () => {
    expect(await cell(page, 2, 5).textContent()).toBe('');
  });
  await cell(page, 14, 1).click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'один\t1\n"два\nстроки"\t2\n');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await cell(other, 15, 2).getByText('2').waitFor();
  await eventually(async () => {
    expect(await cell(other, 15, 1).locator('.text').innerText()).toBe('два\nстроки');
  });
  await eventually(async () => {
    expect(await page.getByText('Сумма: 3').count()).toBe(1);
  });
  await page.keyboard.press('Delete');
  await cell(other, 15, 2).getByText('2').waitFor({ state: 'detached' });
});

it('adds, renames, hides, shows and deletes sheets', async () => {
  const page = await windows.open(DIRECTOR, 'sheet');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Добавить лист' }).click();
  await page.getByRole('button', { name: 'Действия с листом «Лист3»' }).click();
  await page.getByRole('menuitem', { name: 'Переименовать' }).click();
  await page.getByLabel('Новое название листа').fill('Проба');
  await look(page, 'rename', CELLS);
  await page.getByRole('button', { name: 'Переименовать', exact: true }).click();
  const tab = page.locator('.tabs li button', { hasText: 'Проба' });
  await tab.waitFor();
  await page.getByRole('button', { name: 'Действия с листом «Проба»' }).click();
  await page.getByRole('menuitem', { name: 'Скрыть' }).click();
  await page.getByRole('button', { name: 'Скрытые листы' }).click();
  await page.getByRole('menuitem', { name: 'Показать «Скрытый»' }).waitFor();
  await page.keyboard.press('Escape');
  await tab.click();
  await page.getByRole('button', { name: 'Действия с листом «Проба»' }).click();
  await page.getByRole('menuitem', { name: 'Удалить' }).click();
  await tab.waitFor({ state: 'detached' });
});

it('asks the script’s questions in the window that ran it, while the script stands still', async () => {
  const [page, other] = [await windows.open(DIRECTOR, 'sheet'), await windows.open(DIRECTOR, 'sheet')];
  await cell(other, 2, 1).waitFor();
  await chooseMenu(page, 'Опыт', 'Спросить');
  await page.getByRole('dialog', { name: 'Проверка' }).waitFor();
  await look(page, 'alert', CELLS);
  await eventually(async () => {
    expect(await other.getByRole('dialog').count()).toBe(0);
  });
  await page.getByRole('button', { name: 'Да', exact: true }).click();
  await cell(other, 20, 1).getByText('да').waitFor();
  await chooseMenu(page, 'Опыт', 'Узнать имя');
  await page.getByLabel('Ваш ответ').fill('Вера');
  await page.getByRole('button', { name: 'ОК', exact: true }).click();
  await cell(other, 21, 1).getByText('OK: Вера').waitFor();
  // A window that is closed leaves no script hanging.
  await chooseMenu(page, 'Опыт', 'Спросить');
  await page.getByRole('dialog', { name: 'Проверка' }).waitFor();
  await page.close();
  await cell(other, 20, 1).getByText('закрыто').waitFor();
});

it('runs google.script.run of a sidebar with its handlers, and keeps the page away from everything else', async () => {
  const page = await windows.open(DIRECTOR, 'sheet');
  await chooseMenu(page, 'Опыт', 'Открыть панель');
  const panel = page.frameLocator('.sidebar iframe');
  const result = panel.locator('#result');
  const press = async (name: string, words: string): Promise<void> => {
    await panel.getByRole('button', { name }).click();
    await result.getByText(words, { exact: true }).waitFor();
  };
  await press('Сложить', 'сумма 5, мой объект');
  await press('Отказ', 'отказ: Намеренный отказ, мой объект');
  await press('Тайное', 'undefined');
  await press('Дата', 'Failed due to illegal value in property: 0');
  await look(page, 'sidebar', CELLS);
  const frame = page.frames().find((each) => each.url().includes('/page/'));
  const alone = await frame?.evaluate(async () => {
    const tried = await Promise.allSettled([fetch('https://example.com/'), fetch('/api/desk', { method: 'POST' })]);
    let around: string;
    try {
      around = parent.document.title;
    } catch {
      around = 'закрыто';
    }
    return [window.origin, around, ...tried.map(({ status }) => status)];
  });
  expect(alone).toEqual(['null', 'закрыто', 'rejected', 'rejected']);
  const [opened] = await Promise.all([page.context().waitForEvent('page'), panel.getByText('Наружу').click()]);
  await opened.getByText('https://example.com/outside').waitFor();
  await look(opened, 'outside-link');
  await panel.getByRole('button', { name: 'Закрыть' }).click();
  await page.locator('.sidebar').waitFor({ state: 'detached' });
});

it('shows dialogs and toasts of the script, says its errors in words and every window that it is running', async () => {
  const [page, other] = [await windows.open(DIRECTOR, 'sheet'), await windows.open(TEACHER, 'mail')];
  await chooseMenu(page, 'Опыт', 'Открыть окно');
  const button = page.frameLocator('dialog iframe').getByRole('button', { name: 'Готово' });
  await button.waitFor();
  await look(page, 'dialog', CELLS);
  await button.click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await chooseMenu(page, 'Опыт', 'Сообщить');
  await page.getByText('Опыт: Всё в порядке').waitFor();
  await chooseMenu(page, 'Опыт', 'Сломаться');
  await page.getByText('Скрипт остановился с ошибкой: Так и было задумано').waitFor();
  await chooseMenu(page, 'Опыт', 'Долго считать');
  await other.getByText(/Выполняется скрипт · Заместитель · \d+ с/).waitFor();
  await page.getByText(/Выполняется скрипт/).waitFor();
  await page.screenshot({ path: 'out/screens/workspace-busy.png' });
  await cell(page, 22, 1).getByText('готово').waitFor();
  await other.getByText(/Выполняется скрипт/).waitFor({ state: 'detached' });
});

it('lets a teacher fill in every kind of question, says what is wrong at the question, and lets the answer be changed', async () => {
  const page = await windows.open(TEACHER, 'mail');
  await page.getByRole('link', { name: /Анкета/ }).click();
  await page.locator('.plain a').waitFor();
  await look(page, 'letter');
  const [form] = await Promise.all([page.context().waitForEvent('page'), page.locator('.plain a').click()]);
  await form.getByRole('button', { name: 'Далее' }).click();
  await form.getByText('Исправьте ответы, отмеченные красным: 4 вопроса.').waitFor();
  await look(form, 'form-problems');
  const age = form.getByRole('textbox', { name: 'Возраст' });
  await age.fill('17');
  await form.getByLabel('Другое: ваш вариант').fill('Астрономия');
  await form.getByLabel('пн').check();
  await form.getByLabel('Класс').selectOption('2');
  await form.getByRole('group', { name: 'Оценка' }).getByLabel('4').check();
  await form.getByLabel('утро: да').check();
  await form.getByLabel('вечер: нет').check();
  await form.getByLabel('ср: 15:00').check();
  await form.getByLabel('День', { exact: true }).fill('2026-09-09');
  await form.getByLabel('Час', { exact: true }).fill('14:30');
  await form.getByRole('group', { name: 'Нужен ли второй раздел?' }).getByLabel('да').check();
  await form.getByRole('button', { name: 'Далее' }).click();
  await form.getByText('От 18 до 99', { exact: true }).waitFor();
  await age.fill('35');
  await form.getByRole('button', { name: 'Далее' }).click();
  await form.getByText('Только для тех, кому нужно.').waitFor();
  await form.getByLabel('Расскажите').fill('О звёздах');
  await look(form, 'form-section');
  await form.getByRole('button', { name: 'Отправить' }).click();
  await form.getByText('Спасибо, ответ получен.').waitFor();
  await look(form, 'form-sent');
  await form.getByRole('link', { name: 'Изменить ответ' }).click();
  await form.getByText('Вы меняете отправленный ответ.').waitFor();
  await eventually(async () => {
    expect(await age.inputValue()).toBe('35');
  });
  await eventually(async () => {
    expect(await form.getByLabel('Другое: ваш вариант').inputValue()).toBe('Астрономия');
  });
  await eventually(async () => {
    expect(await form.getByLabel('ср: 15:00').isChecked()).toBe(true);
  });
  // By another way through the form: the second section is no longer part of the answer.
  await form.getByRole('group', { name: 'Нужен ли второй раздел?' }).getByLabel('нет').check();
  await form.getByRole('button', { name: 'Далее' }).click();
  await form.getByText('Спасибо, ответ получен.').waitFor();
  const owner = await windows.open(
    DIRECTOR,
    form
      .url()
      .split(`/as/${encodeURIComponent(TEACHER)}/`)[1]
      ?.split('?')[0],
  );
  await owner.getByText('Ответов: 1. Вы владеете этой формой').waitFor();
  // Whose the answer is not, does not see it.
  const stranger = await windows.open(MENTOR, form.url().split(`/as/${encodeURIComponent(TEACHER)}/`)[1]);
  await stranger.getByText('Нет доступа.').waitFor();
});

it('shows a letter’s HTML without running anything of it or asking anything for it', async () => {
  const page = await windows.open(TEACHER, 'mail');
  await page.getByRole('link', { name: /Письмо с разметкой/ }).click();
  const letter = page.frameLocator('.letter iframe');
  const [form] = await Promise.all([
    page.context().waitForEvent('page'),
    letter.getByRole('link', { name: 'Ответить' }).click(),
  ]);
  await form.getByRole('heading', { name: 'Большая анкета' }).waitFor();
  await eventually(async () => {
    expect(await letter.locator('body').innerText()).not.toContain('взлом');
  });
  await eventually(async () => {
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
  await look(page, 'letter-html');
});

it('takes a guest’s yes, no and maybe to an invitation, in the letter and in the calendar', async () => {
  const organiser = await windows.open(DIRECTOR, 'calendar');
  const page = await windows.open(TEACHER, 'mail');
  await page.getByRole('link', { name: /Приглашение: Занятие/ }).click();
  await page.getByRole('button', { name: 'Может быть' }).click();
  await page.getByText('возможно: 1, не ответили: 1').waitFor();
  await page.getByRole('link', { name: 'Календарь' }).click();
  await page.locator('.view').getByText('Занятие <i>первое</i>').waitFor();
  await look(page, 'calendar');
  await page.locator('.lines').getByText('Занятие <i>первое</i>').click();
  await page.getByRole('button', { name: 'Да', exact: true }).click();
  await look(page, 'event');
  await organiser.locator('.view').getByText('Занятие <i>первое</i>').click();
  await organiser.getByText('придут: 1, не придут: 0, возможно: 0, не ответили: 1').waitFor();
  const mail = await windows.open(DIRECTOR, 'mail');
  await mail.getByText('Принято: Занятие <i>первое</i>').first().waitFor();
  await page.getByRole('button', { name: 'Закрыть' }).click();
  await page.getByRole('button', { name: 'Месяц' }).click();
  await look(page, 'calendar-month');
});

it('shows each person the files he or she may see, opens documents and hands out files', async () => {
  const page = await windows.open(TEACHER, 'drive/shared');
  await page.getByRole('link', { name: 'Банк' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Памятка.txt' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Памятка.txt');
  await look(page, 'drive-folder');
  const owner = await windows.open(DIRECTOR, 'drive');
  await owner.getByText('teacher@school.example: читатель').waitFor();
  await look(owner, 'drive');
  await owner.getByRole('link', { name: 'Записка' }).click();
  await owner.frameLocator('.document iframe').getByText('Текст записки').waitFor();
  await look(owner, 'document');
  const stranger = await windows.open(MENTOR, 'drive/shared');
  await stranger.getByText('Здесь пусто.').waitFor();
});

it('moves the time forward, and what was due on the way arrives', async () => {
  const page = await windows.open(TEACHER, 'mail');
  await page.locator('.letters li').nth(2).waitFor();
  await eventually(async () => {
    expect(await page.getByText('Напоминание').count()).toBe(0);
  });
  await page.getByRole('button', { name: 'Перевести время' }).click();
  await look(page, 'clock');
  await page.getByRole('button', { name: 'До 9:00 следующего дня' }).click();
  // While the time goes by, the same words stand in what the window says it is doing.
  await page.locator('.clock').getByText('вт, 8 сентября в 09:00').waitFor();
  // The clock is told at once, the letters come with the next look at the mailbox.
  await page.locator('.letters').getByText('Напоминание').nth(23).waitFor();
  await eventually(async () => {
    expect(await page.locator('.letters').getByText('Напоминание').count()).toBe(24);
  });
  await page.getByRole('button', { name: 'Перевести время' }).click();
  await page.getByLabel('До момента').fill('2026-09-01T09:00');
  await page.getByRole('button', { name: 'Перевести', exact: true }).click();
  await page.getByText('Время можно перевести только вперёд').waitFor();
});

it('fits a narrow window', async () => {
  const size = { width: 390, height: 780 };
  for (const path of ['', 'mail', 'calendar', 'drive/shared']) {
    const page = await windows.open(TEACHER, path, size);
    await page.locator('main *').first().waitFor();
    await page.waitForTimeout(200);
    await look(page, `narrow-${path === '' ? 'home' : path.split('/').join('-')}`);
  }
});

it('keeps everything over a restart, and an open window goes on by itself', async () => {
  const page = await windows.open(DIRECTOR, 'sheet');
  await cell(page, 2, 1).waitFor();
  await cell(page, 16, 1).click();
  await write(page, 'останется');
  await page.getByText('Сохранено').waitFor();
  await windows.restart();
  await cell(page, 17, 1).click();
  await write(page, 'и потом');
  const again = await windows.open(DIRECTOR, 'sheet');
  await cell(again, 17, 1).getByText('и потом').waitFor();
  await cell(again, 16, 1).getByText('останется').waitFor();
  await chooseMenu(again, 'Опыт', 'Сообщить');
  await again.getByText('Опыт: Всё в порядке').waitFor();
});

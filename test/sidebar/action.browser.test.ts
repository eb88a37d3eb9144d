// An action from its questions to its result, in a real browser, 300 px wide.
import { inTurn, refused, serverOf, value } from './fake-server';
import { focused, inBrowser, look } from './in-browser';
import { ALL_FIELDS, ENDED, EXAMPLES, HOME, MAIL_PREVIEW, RUN } from './samples';
import { eventually } from '../browser';

const open = inBrowser();

describe('an action', () => {
  it.each([
    ['light', false],
    ['dark', true],
  ])('asks its fields within 300 px, each with its name and help (%s)', async (name, dark) => {
    const { page } = await open({
      server: serverOf({ fields: () => value(ALL_FIELDS) }),
      start: { action: 'sendSelf', language: 'ru' },
      dark,
    });
    await page.getByLabel('Название школы').waitFor();
    await eventually(async () => {
      expect(await page.getByRole('group', { name: 'О чём спрашивать' }).getByRole('checkbox').count()).toBe(3);
    });
    await eventually(async () => {
      expect(await page.getByLabel('Название школы').getAttribute('aria-describedby')).toBe('field-school-help');
    });
    await look(page, `fields-${name}`);
    await page.getByRole('button', { name: 'Посмотреть' }).click();
    await page.getByText('Заполните это поле.').waitFor();
    await page.setViewportSize({ width: 300, height: 700 });
    await eventually(async () => {
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-school');
    });
    await look(page, `fields-missing-${name}`);
  });

  it('is carried through by keyboard alone: fields, preview, run, result, home', async () => {
    const server = serverOf({
      home: () => value(HOME),
      fields: () => value(ALL_FIELDS),
      preview: () => value(MAIL_PREVIEW),
      start: () => value(RUN),
      pump: inTurn<'pump'>(value({ ...RUN, done: 30 }), value(ENDED)),
    });
    const { page, calls } = await open({ server });
    await page.getByRole('button', { name: 'Следующий шаг' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Название школы').waitFor();
    await eventually(async () => {
      expect(await focused(page)).toBe('Разослать самооценку');
    });
    // Past the two ways to the steps before and after.
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('Школа № 7');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page
      .getByLabel('Материал')
      .setInputFiles({ name: 'памятка.txt', mimeType: 'text/plain', buffer: Buffer.from('Привет') });
    await page.getByText('Выбран файл «памятка.txt», 1 КБ').waitFor();
    await page.getByLabel('Название школы').press('Enter');
    await page.getByRole('heading', { level: 1, name: MAIL_PREVIEW.title }).waitFor();
    expect(calls.find(({ method }) => method === 'preview')).toEqual({
      method: 'preview',
      action: 'sendSelf',
      input: {
        school: 'Школа № 7',
        programme: 'vr',
        areas: ['ict', 'assess'],
        until: '2025-12-05',
        text: '',
        anonymous: false,
        material: { name: 'памятка.txt', contentType: 'text/plain', base64: Buffer.from('Привет').toString('base64') },
      },
    });
    await eventually(async () => {
      expect(await focused(page)).toBe(MAIL_PREVIEW.title);
    });
    const confirm = page.getByRole('button', { name: MAIL_PREVIEW.confirm });
    for (
      let presses = 0;
      presses < 7 && !(await confirm.evaluate((button) => button === document.activeElement));
      presses += 1
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByText('Отправлено 61 письмо.').waitFor();
    await eventually(async () => {
      expect(await focused(page)).toBe(ENDED.title);
    });
    await eventually(async () => {
      expect(await page.getByRole('button', { name: 'Отменить запуск' }).isVisible()).toBe(true);
    });
    await look(page, 'run-done');
    await page.getByRole('button', { name: 'На главную' }).press('Enter');
    await page.getByRole('heading', { name: HOME.title }).waitFor();
    expect(calls.map(({ method }) => method)).toEqual(['home', 'fields', 'preview', 'start', 'pump', 'pump', 'home']);
  });

  it('keeps what was typed when the person comes back from the preview', async () => {
    const server = serverOf({ fields: () => value(ALL_FIELDS.slice(0, 1)), preview: () => value(MAIL_PREVIEW) });
    const { page } = await open({ server, start: { action: 'setUp', language: 'ru' } });
    await page.getByLabel('Название школы').fill('Лицей');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Назад' }).click();
    await eventually(async () => {
      expect(await page.getByLabel('Название школы').inputValue()).toBe('Лицей');
    });
    await eventually(async () => {
      expect(await focused(page)).toBe('Настроить таблицу');
    });
  });

  it('shows the server’s objections beside the form', async () => {
    const server = serverOf({
      fields: () => value(ALL_FIELDS.slice(0, 1)),
      preview: () => refused('Строка 14: адрес «uchitel@» не похож на почту. Исправьте его на листе «Сотрудники».'),
    });
    const { page } = await open({ server, start: { action: 'importStaff', language: 'ru' } });
    await page.getByLabel('Название школы').fill('Лицей');
    await page.keyboard.press('Enter');
    await eventually(async () => {
      expect(await page.getByRole('alert').innerText()).toContain('Строка 14');
    });
    await eventually(async () => {
      expect(await page.getByLabel('Название школы').inputValue()).toBe('Лицей');
    });
    await look(page, 'fields-refused');
  });

  it('refuses a file over 5 MB before it is sent', async () => {
    const server = serverOf({ fields: () => value(ALL_FIELDS.slice(-1)) });
    const { page } = await open({ server, start: { action: 'fileResources', language: 'ru' } });
    await page
      .getByLabel('Материал')
      .setInputFiles({ name: 'видео.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(5 * 1024 * 1024 + 1) });
    await page.getByText('Файл «видео.mp4» больше 5 МБ').waitFor();
    await look(page, 'file-too-large');
  });

  it('shows the preview of an action without questions at once', async () => {
    for (const example of [MAIL_PREVIEW.example, ...EXAMPLES]) {
      if (example === undefined) continue;
      const server = serverOf({ fields: () => value([]), preview: () => value({ ...MAIL_PREVIEW, example }) });
      const { page } = await open({
        server,
        start: { action: 'sendSelf', language: 'ru' },
        dark: example.kind === 'event',
      });
      await page.getByText(example.title).waitFor();
      await eventually(async () => {
        expect(await page.getByRole('button', { name: MAIL_PREVIEW.confirm }).isVisible()).toBe(true);
      });
      await look(page, `preview-${example.kind}`);
    }
  });

  it('shows what cannot be previewed yet, and why', async () => {
    const server = serverOf({
      fields: () => value([]),
      preview: () => refused('Сначала обработайте ответы: матрица ещё пуста.'),
    });
    const { page } = await open({ server, start: { action: 'formGroups', language: 'ru' } });
    await page.getByText('матрица ещё пуста').waitFor();
    await look(page, 'opening-refused');
  });

  it('stops between two portions: the stop waits for the pump in flight', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const server = serverOf({
      fields: () => value([]),
      preview: () => value(MAIL_PREVIEW),
      start: () => value({ ...RUN, total: 0 }),
      pump: async () => {
        await held;
        return value({ ...RUN, done: 12 });
      },
      stop: () => value({ ...RUN, state: 'stopped', done: 12, lines: ['Остановлено: отправлено 12 писем из 61.'] }),
    });
    const { page, calls } = await open({ server, start: { action: 'sendSelf', language: 'ru' } });
    await page.getByRole('button', { name: MAIL_PREVIEW.confirm }).click();
    const stop = page.getByRole('button', { name: 'Остановить' });
    await look(page, 'run-going');
    await stop.click();
    await page.getByText('Останавливаем').waitFor();
    await look(page, 'run-stopping');
    release();
    await page.getByText('Остановлено: отправлено 12 писем из 61.').waitFor();
    expect(calls.slice(-2).map(({ method }) => method)).toEqual(['pump', 'stop']);
    await look(page, 'run-stopped');
  });

  it.each([
    ['waiting', 'Ждёт'],
    ['failed', 'Не выполнено'],
  ] as const)('shows a run that is %s', async (state, words) => {
    const server = serverOf({
      fields: () => value([]),
      preview: () => value(MAIL_PREVIEW),
      start: () => value({ ...RUN, state, done: 39, lines: ['Дневной запас писем исчерпан: осталось 22 письма.'] }),
    });
    const { page } = await open({ server, start: { action: 'sendSelf', language: 'ru' } });
    await page.getByRole('button', { name: MAIL_PREVIEW.confirm }).click();
    await page.getByRole('paragraph').filter({ hasText: words }).first().waitFor();
    await eventually(async () => {
      expect(await page.getByRole('button', { name: 'Продолжить сейчас' }).count()).toBe(state === 'waiting' ? 1 : 0);
    });
    await eventually(async () => {
      expect(await page.getByRole('button', { name: 'Начать снова' }).count()).toBe(state === 'failed' ? 1 : 0);
    });
    await look(page, `run-${state}`);
  });
});

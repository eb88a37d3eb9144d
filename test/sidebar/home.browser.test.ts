// Home as people meet it: in a real browser, 300 px wide.
import { inTurn, serverOf, value } from './fake-server';
import { focused, inBrowser, look } from './in-browser';
import { ENDED, HOME, MAIL_PREVIEW, RESOURCES, RUN } from './samples';
import { eventually } from '../browser';

const open = inBrowser();

/** Never answers: what is shown meanwhile can be looked at. */
const never = (): Promise<never> => new Promise(() => undefined);

describe('home', () => {
  it.each([
    ['light', false],
    ['dark', true],
  ])('shows the cycle, the next action, the figures with their sources, all within 300 px (%s)', async (name, dark) => {
    const { page, calls } = await open({ server: serverOf({ home: () => value(HOME) }), dark });
    await page.getByRole('heading', { level: 1, name: HOME.title }).waitFor();
    await eventually(async () => {
      expect(await page.getByRole('listitem').count()).toBe(HOME.steps.length + HOME.beside.length);
    });
    await eventually(async () => {
      expect(await page.getByRole('listitem').filter({ hasText: 'Обработка ответов' }).innerText()).toContain(
        'Нужно внимание · Не узнаны трое ответивших',
      );
    });
    await eventually(async () => {
      expect(await page.getByText('Источник: лист «Сводка», B4').isVisible()).toBe(true);
    });
    await eventually(async () => {
      expect(await page.getByRole('button', { name: 'Следующий шаг' }).innerText()).toContain('Самооценка');
    });
    expect(calls).toEqual([{ method: 'home' }]);
    await look(page, `home-${name}`);
  });

  it('says first what must be mended in the settings', async () => {
    const problems = [{ code: 'settings.target', text: 'Настройка «Целевой уровень»: 7 больше наибольшего уровня 4.' }];
    const steps = [
      { action: 'setUp', title: 'Настроить таблицу', state: 'problem', line: 'Одна из настроек заполнена неверно.' },
    ] as const;
    const { page } = await open({
      server: serverOf({ home: () => value({ ...HOME, steps, numbers: [], next: 'setUp', problems }) }),
    });
    await page.getByRole('region', { name: 'Сначала исправьте' }).getByText('7 больше').waitFor();
    await look(page, 'home-problems');
  });

  it('says that it is loading, and leaves the focus in the spreadsheet', async () => {
    const { page } = await open({ server: never });
    await eventually(async () => {
      expect(await page.getByRole('status').first().innerText()).toBe('Загружаем…');
    });
    await eventually(async () => {
      expect(await focused(page)).toBe('');
    });
    await look(page, 'home-loading');
  });

  it('says what to do when the server does not answer, and tries again', async () => {
    let broken = true;
    const server = serverOf({
      home: () => (broken ? Promise.reject(new Error('Authorisation is required')) : value(HOME)),
    });
    const { page } = await open({ server });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    await eventually(async () => {
      expect(await alert.innerText()).toContain('Сервер Google не ответил');
    });
    await eventually(async () => {
      expect(await alert.innerText()).toContain('Authorisation is required');
    });
    await look(page, 'home-lost');
    broken = false;
    await page.getByRole('button', { name: 'Повторить' }).click();
    await page.getByRole('heading', { name: HOME.title }).waitFor();
    await eventually(async () => {
      expect(await alert.count()).toBe(0);
    });
  });

  it('finds resources of the bank; what is no web address does not become a link', async () => {
    const server = serverOf({
      home: () => value(HOME),
      search: ({ query }) => value(query === 'критерии' ? RESOURCES : []),
    });
    const { page, calls } = await open({ server });
    const box = page.getByRole('searchbox');
    await box.fill('  критерии ');
    await box.press('Enter');
    await page.getByText('Найдено: 2').waitFor();
    const link = page.getByRole('link', { name: 'Памятка' });
    await eventually(async () => {
      expect(await link.getAttribute('target')).toBe('_blank');
    });
    await eventually(async () => {
      expect(await link.getAttribute('rel')).toContain('noopener');
    });
    await eventually(async () => {
      expect(await page.getByRole('link').count()).toBe(1);
    });
    expect(calls[1]).toEqual({ method: 'search', query: 'критерии' });
    await look(page, 'home-search');
    await box.fill('неведомое');
    await page.getByRole('button', { name: 'Найти' }).click();
    await page.getByText('По запросу «неведомое» ничего не найдено').waitFor();
  });

  it('fetches the last runs when their list is opened, and offers to undo', async () => {
    const runs = [
      ENDED,
      { ...ENDED, run: 'З-0011', title: 'Опрос потребностей', state: 'stopped', undoable: false, links: [] } as const,
    ];
    const undo = {
      ...MAIL_PREVIEW,
      action: 'undoRun',
      title: 'Отмена запуска З-0012',
      confirm: 'Отменить запуск',
    } as const;
    const server = serverOf({ home: () => value(HOME), runs: () => value(runs), preview: () => value(undo) });
    const { page, calls } = await open({ server });
    await page.getByText('Последние запуски').click();
    await page.getByText('Запуск З-0011 · Остановлено').waitFor();
    await look(page, 'home-runs');
    await page.getByRole('button', { name: 'Отменить запуск' }).click();
    await page.getByRole('heading', { name: undo.title }).waitFor();
    expect(calls.slice(1)).toEqual([
      { method: 'runs' },
      { method: 'preview', action: 'undoRun', input: { run: 'З-0012' } },
    ]);
  });

  it('goes on with a run that an earlier session left open, and shows home anew when it ends', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const home = inTurn<'home'>(value({ ...HOME, running: { ...RUN, done: 20 } }), value({ ...HOME, title: 'После' }));
    const pump = inTurn<'pump'>(value({ ...RUN, done: 40, lines: ['Отправлено 40 писем'] }), value(ENDED));
    let pumps = 0;
    const server = serverOf({
      home,
      pump: async () => {
        pumps += 1;
        if (pumps === 2) await held;
        return pump();
      },
    });
    const { page, calls } = await open({ server });
    await page.getByText('Отправлено 40 писем').waitFor();
    await eventually(async () => {
      expect(await page.getByRole('progressbar').getAttribute('value')).toBe('40');
    });
    await look(page, 'home-running');
    release();
    await page.getByRole('heading', { name: 'После', exact: true }).waitFor();
    await page.getByText('Последний запуск завершён').waitFor();
    expect(calls.map(({ method }) => method)).toEqual(['home', 'pump', 'pump', 'home']);
    await look(page, 'home-ended');
  });
});

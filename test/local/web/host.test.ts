// What the Workspace tells a page and what it refuses, without any browser.
import fc from 'fast-check';
import { addForeignFile } from '../../../local/services/drive';
import { allForms } from '../../../local/services/form';
import { submitAsRespondent } from '../../../local/services/form';
import { Host } from '../../../local/web/host/host';
import type { Method, Methods, Reply } from '../../../local/web/contract';
import { temporaryFolder } from '../runtime/project';
import { DIRECTOR, fixtureWorkspace, MENTOR, TEACHER } from './fixture/workspace';

const METHODS: readonly Method[] = [
  'desk',
  'summary',
  'book',
  'sheet',
  'edit',
  'tab',
  'open',
  'click',
  'run',
  'mail',
  'letter',
  'events',
  'respond',
  'drive',
  'form',
  'section',
  'submit',
  'resolve',
  'advance',
  'helper',
];

function setUp() {
  const workspace = fixtureWorkspace(temporaryFolder(), false);
  const host = new Host(workspace, {
    language: 'ru',
    people: [{ email: DIRECTOR, name: 'Заместитель' }],
    ask: () => ({ button: 'CLOSE' }),
    progress: () => undefined,
  });
  const tell = <M extends Method>(as: string, method: M, params: Methods[M]['params']) =>
    host.handle(method, { ...params, as }) as Reply<Methods[M]['reply']>;
  /** The answer, or the code of the refusal. */
  const ask = <M extends Method>(as: string, method: M, params: Methods[M]['params']): Methods[M]['reply'] => {
    const reply = tell(as, method, params);
    if (!reply.ok) throw new Error(`${reply.failure.code} ${reply.failure.text}`);
    return reply.value;
  };
  const book = workspace.world.activeSpreadsheetId ?? '';
  const [form] = allForms(workspace.world);
  return { workspace, host, tell, ask, book, form: form?.id ?? '' };
}

const refused = (reply: Reply<unknown>): string => (reply.ok ? 'not refused' : reply.failure.code);

describe('a question', () => {
  const { host } = setUp();

  it('that is none is refused as malformed, whatever it holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), fc.jsonValue(), (method, params) => {
        const reply = host.handle(method, params);
        return reply.ok ? false : reply.failure.code === 'malformed';
      }),
      { numRuns: 300 },
    );
    for (const method of ['', 'constructor', '__proto__', 'toString', 'handle'])
      expect(refused(host.handle(method, { as: DIRECTOR }))).toBe('malformed');
  });

  it('with anything in its parameters never breaks the Workspace', () => {
    const value = fc.oneof(fc.jsonValue(), fc.integer(), fc.string());
    const names = [
      'book',
      'sheet',
      'entries',
      'change',
      'captions',
      'name',
      'args',
      'box',
      'id',
      'from',
      'to',
      'event',
    ];
    const more = ['answer', 'form', 'query', 'section', 'answers', 'editing', 'url'];
    const params = fc.record(Object.fromEntries([...names, ...more].map((name) => [name, value])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), params, (method, sent) => {
        const reply = host.handle(method, { ...sent, as: MENTOR });
        return reply.ok || reply.failure.code !== 'broken';
      }),
      { numRuns: 1000 },
    );
  });
});

it('takes the name of something every object has for an id like any other', () => {
  const { tell, host, ask } = setUp();
  for (const id of ['toString', '__proto__', 'constructor']) {
    expect(refused(tell(MENTOR, 'book', { book: id }))).toBe('noAccess');
    expect(refused(tell(MENTOR, 'form', { form: id, query: '' }))).toBe('unknown');
    expect(refused(tell(MENTOR, 'letter', { id }))).toBe('noAccess');
    expect(host.content('file', id, MENTOR)).toBeUndefined();
    expect(host.content('page', id, MENTOR)).toBeUndefined();
    expect(ask(MENTOR, 'resolve', { url: `https://docs.google.com/forms/d/${id}/edit` }).path).toBeUndefined();
  }
});

describe('the spreadsheet', () => {
  it('is there for those who have access to it only', () => {
    const { tell, book } = setUp();
    expect(refused(tell(TEACHER, 'book', { book }))).toBe('noAccess');
    expect(refused(tell(TEACHER, 'sheet', { book, sheet: 0 }))).toBe('noAccess');
    expect(refused(tell(TEACHER, 'edit', { book, sheet: 0, entries: [{ row: 1, column: 1, text: 'x' }] }))).toBe(
      'noAccess',
    );
    expect(refused(tell(TEACHER, 'run', { book, name: 'add', args: [1, 2] }))).toBe('noAccess');
    expect(refused(tell(TEACHER, 'tab', { book, change: { kind: 'add', name: '' } }))).toBe('noAccess');
  });

  it('gives a cell to edit with all its digits, a formula as typed, and a text that looks like a number with an apostrophe', () => {
    const { ask, book } = setUp();
    const entries = [
      { row: 30, column: 1, text: '12,345678' },
      { row: 30, column: 2, text: '45,5%' },
      { row: 30, column: 3, text: "'007" },
      { row: 30, column: 4, text: '=СУММ(B2;B3)'.replace('СУММ', 'SUM') },
      { row: 30, column: 5, text: '01.09.2026' },
    ];
    ask(DIRECTOR, 'edit', { book, sheet: 0, entries });
    const row = ask(DIRECTOR, 'sheet', { book, sheet: 0 }).cells.filter(({ r }) => r === 30);
    expect(row.map(({ t, e }) => [t, e ?? t])).toEqual([
      ['12,345678', '12,345678'],
      ['45,50%', '45,5%'],
      ['007', "'007"],
      ['4,5', '=SUM(B2;B3)'],
      ['01.09.2026', '01.09.2026'],
    ]);
  });

  it('runs the project’s onEdit for what a person types', () => {
    const { ask, book, workspace } = setUp();
    ask(DIRECTOR, 'open', { book });
    workspace.run('toast');
    for (const text of ['сначала', 'отметь'])
      ask(DIRECTOR, 'edit', { book, sheet: 0, entries: [{ row: 40, column: 1, text }] });
    const row = ask(DIRECTOR, 'sheet', { book, sheet: 0 }).cells.filter(({ r }) => r === 40);
    expect(row.map(({ t }) => t)).toEqual(['отметь', 'было: сначала']);
  });

  it('grows under a paste that is larger than the sheet', () => {
    const { ask, book } = setUp();
    const entries = [1, 1005].map((row) => ({ row, column: 30, text: 'край' }));
    ask(DIRECTOR, 'edit', { book, sheet: 0, entries });
    const { maxRows, maxColumns } = ask(DIRECTOR, 'sheet', { book, sheet: 0 });
    expect([maxRows, maxColumns]).toEqual([1005, 30]);
  });

  it('hands a script’s result, error, sidebar and toasts to the window that ran it', () => {
    const { ask, book } = setUp();
    const opened = ask(DIRECTOR, 'open', { book });
    expect(opened.screen.menus.map(({ title }) => title)).toEqual(['Опыт']);
    expect(ask(DIRECTOR, 'run', { book, name: 'add', args: [2, 3] })).toMatchObject({ result: { sum: 5 } });
    expect(ask(DIRECTOR, 'run', { book, name: 'refuse', args: [] }).error).toEqual({
      name: 'Error',
      message: 'Намеренный отказ',
    });
    expect(ask(DIRECTOR, 'run', { book, name: 'hidden_', args: [] }).error?.message).toMatch(/not found/);
    const { screen } = ask(DIRECTOR, 'click', { book, captions: ['Опыт', 'Открыть панель'] });
    expect(screen.sidebar?.title).toBe('Панель опыта');
    expect(ask(DIRECTOR, 'click', { book, captions: ['Опыт', 'Ещё', 'Сообщить'] }).screen).toMatchObject({
      sidebar: undefined,
      toasts: [{ title: 'Опыт', message: 'Всё в порядке' }],
    });
  });
});

describe('a letter', () => {
  it('is shown to whom it went and to nobody else, with its attachments', () => {
    const { host, ask, tell } = setUp();
    const [letter] = ask(TEACHER, 'mail', { box: 'in' }).filter(({ subject }) => subject === 'Анкета');
    const id = letter?.id ?? '';
    expect(letter?.read).toBe(false);
    expect(ask(TEACHER, 'letter', { id }).files).toEqual([{ index: 0, name: 'Вложение.txt', size: 12 }]);
    expect(Buffer.from(host.content('attachment', `${id}/0`, TEACHER)?.content ?? []).toString()).toBe('внутри');
    expect(refused(tell(MENTOR, 'letter', { id }))).toBe('noAccess');
    expect(host.content('attachment', `${id}/0`, MENTOR)).toBeUndefined();
    expect(ask(TEACHER, 'mail', { box: 'in' }).find((line) => line.id === id)?.read).toBe(true);
    expect(ask(DIRECTOR, 'mail', { box: 'sent' }).map((line) => line.id)).toContain(id);
  });

  it('counts as a change for everybody only when it is opened for the first time', () => {
    const { host, ask } = setUp();
    const [letter] = ask(TEACHER, 'mail', { box: 'in' });
    const before = host.revision;
    ask(TEACHER, 'letter', { id: letter?.id ?? '' });
    ask(TEACHER, 'letter', { id: letter?.id ?? '' });
    expect(host.revision).toBe(before + 1);
  });
});

describe('a form', () => {
  const answers = { Возраст: 30, Оценка: 3, Сетка: { утро: 'да', вечер: 'да' }, 'Нужен ли второй раздел?': 'нет' };

  it('shows nobody the answers of others', () => {
    const { workspace, ask, tell, form } = setUp();
    const secret = { ...answers, Предмет: 'Тайноведение' };
    const id = submitAsRespondent(workspace.world, form, secret, { email: MENTOR });
    const view = ask(TEACHER, 'form', { form, query: '' });
    expect(JSON.stringify(view)).not.toMatch(/Тайноведение|mentor@/);
    expect(view.responses).toBeUndefined();
    expect(refused(tell(TEACHER, 'form', { form, query: `edit2=${id}` }))).toBe('noAccess');
    expect(refused(tell(TEACHER, 'submit', { form, answers, editing: id }))).toBe('noAccess');
    expect(Object.values(ask(MENTOR, 'form', { form, query: `edit2=${id}` }).filled)).toContain('Тайноведение');
    expect(ask(DIRECTOR, 'form', { form, query: '' }).responses).toBe(1);
  });

  it('says why it is closed', () => {
    const { workspace, ask, tell, form } = setUp();
    const state = allForms(workspace.world)[0];
    if (state !== undefined) Object.assign(state, { accepting: false, closedMessage: 'До встречи весной.' });
    expect(ask(TEACHER, 'form', { form, query: '' }).closed).toMatch(/До встречи весной\.$/);
    expect(refused(tell(TEACHER, 'submit', { form, answers, editing: undefined }))).toBe('refused');
  });
});

describe('an invitation', () => {
  it('is answered by those who are invited', () => {
    const { ask, tell } = setUp();
    const [event] = ask(TEACHER, 'summary', {}).next;
    const id = event?.id ?? '';
    ask(TEACHER, 'respond', { event: id, answer: 'declined' });
    expect(refused(tell('stranger@school.example', 'respond', { event: id, answer: 'accepted' }))).toBe('unknown');
    const span = { from: '2026-09-07T00:00:00Z', to: '2026-09-12T00:00:00Z' };
    const [seen] = ask(DIRECTOR, 'events', span);
    expect(seen?.guests.map(({ answer }) => answer)).toEqual(['declined', 'needsAction']);
    expect(ask(TEACHER, 'summary', {}).unanswered).toBe(0);
  });
});

describe('Drive', () => {
  it('lists what is the person’s own or shared by name, and gives files to those only', () => {
    const { workspace, host, ask } = setUp();
    const names = (as: string): string[] => ask(as, 'drive', {}).files.map(({ name }) => name);
    expect(names(TEACHER)).toEqual(['Банк', 'Памятка.txt']);
    expect(names(MENTOR)).toEqual([]);
    const file = ask(TEACHER, 'drive', {}).files.find(({ name }) => name === 'Памятка.txt')?.id ?? '';
    expect(Buffer.from(host.content('file', file, TEACHER)?.content ?? []).toString()).toBe('Текст памятки');
    expect(host.content('file', file, MENTOR)).toBeUndefined();
    workspace.world.user = MENTOR;
    const own = addForeignFile(workspace.world, { name: 'Личное.txt', mimeType: 'text/plain', content: 'eA==' });
    workspace.world.user = DIRECTOR;
    expect(names(MENTOR)).toEqual(['Личное.txt']);
    expect(host.content('file', own, DIRECTOR)).toBeUndefined();
  });
});

describe('a link', () => {
  it('of Google’s leads to the page that stands for it here, any other leads outside', () => {
    const { workspace, ask, book, form } = setUp();
    const path = (url: string): string | undefined => ask(TEACHER, 'resolve', { url }).path;
    const published = allForms(workspace.world)[0]?.publishedId ?? '';
    expect(path(`https://docs.google.com/forms/d/e/${published}/viewform?usp=x`)).toBe(`form/${form}?usp=x`);
    expect(path(`https://docs.google.com/forms/d/${form}/edit`)).toBe(`form/${form}`);
    expect(path(`https://docs.google.com/spreadsheets/d/${book}/edit#gid=7`)).toBe(`sheet/${book}/7`);
    expect(path('https://www.google.com/calendar/event?eid=x')).toBe('calendar');
    const outside = [
      'https://docs.google.com/forms/d/e/nothing/viewform',
      'https://docs.google.com.evil.example/spreadsheets/d/x/edit',
      `http://docs.google.com/forms/d/${form}/edit`,
      'https://example.com/',
      'javascript:alert(1)',
      'нет',
    ];
    for (const url of outside) expect(path(url)).toBeUndefined();
  });
});

describe('the clock', () => {
  it('is moved forward by at most 400 days, and says how far it has come', () => {
    const { workspace, tell } = setUp();
    const now = workspace.world.clock.now();
    const day = 86_400_000;
    expect(refused(tell(TEACHER, 'advance', { to: now }))).toBe('malformed');
    expect(refused(tell(TEACHER, 'advance', { to: now + 401 * day }))).toBe('malformed');
    const told: number[] = [];
    const host = new Host(workspace, {
      language: 'ru',
      people: [],
      ask: () => ({ button: 'CLOSE' }),
      progress: (at) => told.push(at),
    });
    expect(host.handle('advance', { as: TEACHER, to: now + day })).toEqual({ ok: true, value: null });
    expect(told).toEqual([6, 12, 18, 24].map((hours) => now + hours * 3_600_000));
    expect(workspace.world.user).toBe(DIRECTOR);
  });
});

import type { MessageFields, RowProblem } from '../../src/domain/message';
import { say, sayIn } from '../../src/messages/all';
import { RUSSIAN } from '../../src/messages/languages';
import { speaker } from '../../src/messages/say';

describe('saying a message', () => {
  it('speaks Russian unless asked otherwise', () => {
    expect(say({ code: 'menu.title' })).toBe('Время роста');
    expect(say({ code: 'action.sendNeeds' })).toBe('Разослать опрос потребностей…');
    expect(sayIn('en', { code: 'action.sendNeeds' })).toBe('Send the needs survey…');
  });

  it('puts numbers, dates and words in their forms into the sentence', () => {
    expect(say({ code: 'undo.letters', fields: { count: 21 } })).toBe(
      '21 письмо уже ушло: вернуть его нельзя. Если нужно, предупредите адресатов.',
    );
    expect(say({ code: 'timetable.window', fields: { from: '2026-11-30', to: '2026-11-02' } })).toContain(
      'Последняя дата занятий (02.11.2026) раньше первой (30.11.2026).',
    );
  });

  it('names the place of a row problem first: sheet, row, column', () => {
    const problem: RowProblem = {
      code: 'cell.notDate',
      row: 14,
      column: 'Дата',
      fields: { found: 'завтра', table: 'Расписание' },
    };
    expect(say(problem)).toBe(
      'Лист «Расписание», строка 14, столбец «Дата»: «завтра» — не дата. Впишите дату так: 30.11.2026.',
    );
    const inFile: RowProblem = { code: 'answers.email.missing', row: 3 };
    expect(say(inFile)).toBe('Строка 3: Нет адреса почты. Впишите, кто отвечал.');
    const inFramework: RowProblem = { code: 'framework.area.missing', row: 5, fields: { id: 'ict.forms', title: '' } };
    expect(say(inFramework)).toBe(
      'Лист «Компетенции», строка 5: Компетенция ict.forms: не указана область. Заполните столбец «Область».',
    );
  });

  it('names another message inside a message', () => {
    expect(say({ code: 'run.another', fields: { run: 'З-0007', action: 'sendSelf' } })).toContain(
      'З-0007, «Разослать самооценку…»',
    );
  });

  it('counts the names that were not listed', () => {
    const names = ['Петрова', 'Сидоров'];
    expect(say({ code: 'surveys.noEmail', fields: { count: 7, names } })).toContain('Петрова, Сидоров и ещё 5.');
    expect(say({ code: 'surveys.noEmail', fields: { count: 2, names } })).toContain('Петрова, Сидоров.');
    expect(say({ code: 'uncovered.limit.consultants', fields: { names, more: 3 } })).toContain(
      'Петрова, Сидоров и ещё 3.',
    );
  });

  it('says the code of a message that has no words instead of failing', () => {
    expect(say({ code: 'no.such.code', fields: { a: 1 } })).toMatch(/\[no\.such\.code\]$/);
    expect(say({ code: 'toString' })).toMatch(/\[toString\]$/);
    expect(sayIn('en', { code: 'no.such.code' })).toMatch(/\[no\.such\.code\]$/);
  });

  it('says something whatever fields are missing', () => {
    expect(say({ code: 'run.unknown' })).toBe('Запуск не выбран. Возьмите номер на листе «Журнал».');
    expect(say({ code: 'link.sheet' })).toBe('Лист «—»');
  });

  it('marks the fake language in full, values aside', () => {
    expect(sayIn('fake', { code: 'link.sheet', fields: { table: 'Опросы' } })).toBe('⟦Ли\u0301ст «Опросы»⟧');
    expect(sayIn('fake', { code: 'undo.letters', fields: { count: 2 } })).toContain('⟦2 пи\u0301сьма\u0301');
    const names = { count: 3, names: ['Петрова'] };
    expect(sayIn('fake', { code: 'surveys.noEmail', fields: names })).toContain('Петрова и\u0301 е\u0301щё\u0301 2.');
  });
});

describe('a speaker', () => {
  it('asks for the wordings once, and not before something is to be said', () => {
    let asked = 0;
    const speak = speaker(RUSSIAN, () => {
      asked += 1;
      return { 'a.b': 'да', 'a.c': 'нет' };
    });
    expect(asked).toBe(0);
    expect([speak({ code: 'a.b' }), speak({ code: 'a.c' }), speak({ code: 'a.d' })]).toEqual(['да', 'нет', '[a.d]']);
    expect(asked).toBe(1);
  });

  it('says the codes in brackets when there are no wordings at all', () => {
    const speak = speaker(RUSSIAN, () => ({}));
    expect(speak({ code: 'groups.done', fields: { groups: 2 } })).toBe('[groups.done]');
    const problem: RowProblem = { code: 'cell.notDate', row: 14, fields: { table: 'Расписание' } };
    expect(speak(problem)).toBe('[cell.notDate]');
  });
});

describe('a wording that chooses its sentence', () => {
  const ru = (code: string, fields: MessageFields): string => say({ code, fields });

  it.each([
    ['home.staff', {}, 'Участников пока нет.'],
    ['home.staff', { count: 0 }, 'Участников пока нет.'],
    ['home.staff', { count: 21 }, 'Участвует 21 сотрудник.'],
    ['home.groups', { drafts: 0, published: 0 }, 'Групп пока нет.'],
    ['home.groups', { drafts: 0, published: 3 }, 'Черновиков: 0, опубликовано: 3.'],
    ['framework.area.missing', {}, 'Компетенция без названия: не указана область. Заполните столбец «Область».'],
    [
      'framework.area.missing',
      { id: 'ict', title: 'Сайты' },
      'Компетенция «Сайты» (ict): не указана область. Заполните столбец «Область».',
    ],
    ['staff.name.missing', { name: '', email: '' }, 'Нет имени. Впишите фамилию, имя и отчество.'],
    [
      'staff.name.missing',
      { name: '#', email: 'a@b.ru' },
      'Вместо имени записано «#» (почта a@b.ru). Впишите фамилию, имя и отчество.',
    ],
    ['bank.file.title', { number: 1 }, 'Нет названия. Заполните поле «Название».'],
    ['bank.file.title', { number: 2 }, 'Материал 2: нет названия. Заполните поле «Название».'],
    [
      'settings.value.bad',
      { setting: 'Цикл', found: '', example: '', row: 0 },
      'Лист «Настройки»: настройка «Цикл» пуста. Исправьте его по подсказке в столбце «Что это значит» или очистите ячейку.',
    ],
    [
      'settings.value.bad',
      { setting: 'Цикл', found: 'я', example: '1', row: 3 },
      'Лист «Настройки», строка 3: настройке «Цикл» не подходит значение «я». Впишите в столбец «Значение», например: 1',
    ],
    ['remind.survey', { title: 'С', audience: 5, answered: 5, names: [] }, '«С»: ответили все, 5 из 5.'],
    [
      'remind.survey',
      { title: 'С', audience: 25, answered: 21, names: ['А', 'Б'] },
      '«С»: ответил 21 из 25. Ждём ответа: А, Б и ещё 2.',
    ],
    [
      'profile.deficit.near',
      { levelRead: 0, source: 'self', targetRead: 2, depth: 2, error: 0, gap: 0 },
      'Уровень 0 по самооценке, цель 2: не хватает 2 уровней, но это в пределах ошибки измерения (0). Уточните тестом или на уроке.',
    ],
    [
      'profile.norm',
      { levelRead: 2, source: 'test', date: '2026-10-01', targetRead: 2, fromRead: 3, gap: 2, selfRead: 4 },
      'Уровень 2 по тесту от 01.10.2026, цель 2 достигнута; консультировать можно с 3. Самооценка (4) расходится с проверкой на 2 уровня.',
    ],
    [
      'group.member.consultee',
      { level: 0, target: 3, consultants: ['А. А.'], subjects: [], slot: '3|14:00-15:00', suits: 2 },
      'Дефицит: уровень 0, цель 3. Поможет: А. А. Ср 14:00–15:00 — удобное время.',
    ],
    [
      'group.member.consultee',
      { consultants: [], subjects: ['химия'], slot: '3|14:00-15:00', suits: 0 },
      'Дефицит: уровень неизвестен. Рядом другие предметы: химия. Ср 14:00–15:00 среди своего времени не указано.',
    ],
    [
      'timetable.taken',
      { group: 'Г-1', from: '2026-10-01', to: '2026-10-09', people: ['А'], groups: ['Г-2'] },
      'Группа Г-1: с 01.10.2026 по 09.10.2026 участники заняты на других занятиях: А (группы Г-2). Отодвиньте дату «Занятия не позже» на листе «Настройки» или перенесите другие занятия.',
    ],
  ] as const)('%s with %j', (code, fields, text) => {
    expect(ru(code, fields)).toBe(text);
  });
});

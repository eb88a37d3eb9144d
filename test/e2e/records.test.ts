// Courses and levels that a school has in tables of its own: read by name, added once, taken back whole.
import { COURSES, LEVELS_TABLE, PROFILE } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { PEOPLE, scored, staffed } from './school';
import { deskAt } from './workspace';

const HOSTILE = '=1+1';
const lastRun = (desk: Desk): string => desk.lastRun().run;
const formulas = (desk: Desk, title: string): string[] =>
  desk.sheet(title).getDataRange().getFormulas().flat().filter(Boolean);

const COURSE_ROWS = [
  ['Сведения о повышении квалификации'],
  ['ФИО педагога', 'Тема курсов', 'Кол-во часов', 'Дата выдачи', 'Организация', 'Рег. номер'],
  ['Ветрова Б. Б.', 'Цифровые инструменты учителя', '72 ч.', '12.03.2025', 'Институт развития образования', '123-45'],
  ['', HOSTILE, '16', '2024 г.', '', ''],
  ['Ветрова Б. Б.', 'Цифровые инструменты учителя', '72', '12.03.2025', '', ''],
  ['У-003', 'Физика: эксперимент', 'много', '31.02.2025', 'Вуз', ''],
  ['Незнакомова Н. Н.', 'Курс', '36', '01.02.2025', '', ''],
  ['Градов В. В.', '', '36', '01.02.2025', '', ''],
];

describe('records of courses', () => {
  it('go to the people they are about, by name or code, dates and hours as written', () => {
    const desk = deskAt(staffed);
    const sheet = desk.director.pasteSheet('КПК', COURSE_ROWS);
    const { preview } = desk.press('importCourses', { sheet });
    expect(preview.counts.map(({ value }) => value)).toEqual(['3', '2', '1', '4']);
    expect(
      desk.rows(COURSES).map(({ teacher, title, hours, date, origin }) => [teacher, title, hours, date, origin]),
    ).toEqual([
      ['У-002', 'Цифровые инструменты учителя', '72', '12.03.2025', 'КПК'],
      ['У-002', HOSTILE, '16', '01.01.2024', 'КПК'],
      ['У-003', 'Физика: эксперимент', '', '', 'КПК'],
    ]);
    expect(formulas(desk, COURSES.title)).toEqual([]);
  });

  it('are named row by row where something cannot be read', () => {
    const desk = deskAt(staffed);
    const words = desk
      .press('importCourses', { sheet: desk.director.pasteSheet('КПК', COURSE_ROWS) })
      .preview.warnings.join('\n');
    expect(words).toMatch(/Лист «КПК», строка 6.*Дата «31\.02\.2025»/);
    expect(words).toMatch(/строка 6.*часов «много»/);
    expect(words).toMatch(/строка 7.*«Незнакомова Н. Н.»: такого сотрудника в списке нет/);
    expect(words).toMatch(/строка 8.*Градов В. В.: не указан курс/);
  });

  it('are not added twice, and are taken back by undoing', () => {
    const desk = deskAt(staffed);
    const sheet = desk.director.pasteSheet('КПК', COURSE_ROWS);
    desk.press('importCourses', { sheet });
    const [before, run] = [desk.rows(COURSES), lastRun(desk)];
    desk.press('importCourses', { sheet });
    expect(desk.rows(COURSES)).toEqual(before);
    desk.press('undoRun', { run });
    expect(desk.rows(COURSES)).toEqual([]);
  });

  it('are read by the columns that a person names', () => {
    const desk = deskAt(staffed);
    const text = ['Учитель\tТема\tВремя', 'Градов В. В.\tОпыт\t18'].join('\n');
    desk.press('importCourses', { text, columns: 'Часы = C' });
    expect(desk.row(COURSES, { title: 'Опыт' }).hours).toBe('18');
  });

  it('are refused without a table, with what to do', () => {
    expect(deskAt(staffed).refusal('importCourses', {})).toMatch(/Выберите лист/);
    expect(deskAt(staffed).refusal('importCourses', { text: 'просто текст' })).toMatch(/Таблица курсов не найдена/);
  });
});

const WIDE = [
  ['ФИО', 'Гугл-формы', 'Электронные таблицы', 'Настроение', 'Дата'],
  ['Ветрова Б. Б.', '4', '', 'хорошее', ''],
  ['Градов В. В.', '7', '2', '', '20.08.2026'],
];

describe('levels from a table', () => {
  it('are found in a wide table by the wording of its columns, and count as what the person says they are', () => {
    const desk = deskAt(scored);
    const sheet = desk.director.pasteSheet('Тесты весной', WIDE);
    const { preview } = desk.press('importLevels', { sheet, source: 'test', date: '2026-09-10' });
    expect(preview.lines.join('\n')).toMatch(
      /B «Гугл-формы» → ict\.forms, C «Электронные таблицы» → ict\.spreadsheets/,
    );
    expect(preview.lines.join('\n')).toMatch(/Не использованы столбцы: D «Настроение»/);
    expect(preview.warnings.join('\n')).toMatch(/Лист «Тесты весной», строка 3.*«7» — не уровень.*от 0 до 4/);
    desk.press('scoreMatrix');
    expect(desk.row(PROFILE, { teacher: 'У-002', competency: 'ict.forms' })).toMatchObject({
      test: '4',
      self: '1',
      state: 'профицит',
    });
    expect(desk.row(LEVELS_TABLE, { teacher: 'У-003', competency: 'ict.spreadsheets' })).toMatchObject({
      date: '20.08.2026',
      evidence: 'Тесты весной',
    });
  });

  it('are found in a long table too, competencies by code or title', () => {
    const desk = deskAt(staffed);
    const text = [
      'Код сотрудника;Компетенция;Уровень;Основание',
      'У-002;ict.forms;2;урок 5А',
      'У-002;Электронные таблицы;3;',
      'У-002;Вышивание;3;',
    ].join('\n');
    const { preview } = desk.press('importLevels', { text, source: 'observation', date: '2026-09-10' });
    expect(
      desk.rows(LEVELS_TABLE).map(({ competency, level, source, evidence }) => [competency, level, source, evidence]),
    ).toEqual([
      ['ict.forms', '2', 'наблюдение', 'урок 5А'],
      ['ict.spreadsheets', '3', 'наблюдение', 'Вставленная таблица'],
    ]);
    expect(preview.warnings.join('\n')).toMatch(/Компетенция «Вышивание» не найдена/);
  });

  it.each([
    ['2026-12-31', '3'],
    ['2020-01-01', '1'],
  ])('of a self-assessment of %s stand beside the answers: the later counts', (date, level) => {
    const desk = deskAt(scored);
    const text = `ФИО;Гугл-формы\n${PEOPLE.wind.name};3`;
    desk.press('importLevels', { text, source: 'self', date });
    desk.press('scoreMatrix');
    expect(desk.row(PROFILE, { teacher: 'У-002', competency: 'ict.forms' }).self).toBe(level);
  });

  it('are not added twice, do not overwrite what stands, and are taken back by undoing', () => {
    const desk = deskAt(staffed);
    const [text, other] = ['3', '1'].map((level) => `ФИО;Гугл-формы\n${PEOPLE.wind.name};${level}`);
    desk.press('importLevels', { text, source: 'test', date: '2026-09-10' });
    const [before, run] = [desk.rows(LEVELS_TABLE), lastRun(desk)];
    desk.press('importLevels', { text, source: 'test', date: '2026-09-10' });
    const { preview } = desk.press('importLevels', { text: other, source: 'test', date: '2026-09-10' });
    expect(preview.warnings.join('\n')).toMatch(/уже записан уровень 3, в таблице — 1/);
    expect(desk.rows(LEVELS_TABLE)).toEqual(before);
    desk.press('undoRun', { run });
    expect(desk.rows(LEVELS_TABLE)).toEqual([]);
  });

  it('are refused without a source or a day', () => {
    const desk = deskAt(staffed);
    const text = `ФИО;Гугл-формы\n${PEOPLE.wind.name};3`;
    expect(desk.refusal('importLevels', { text, date: '2026-09-10' })).toMatch(/тест, наблюдение или самооценка/);
    expect(desk.refusal('importLevels', { text, source: 'test' })).toMatch(/на какой день/);
  });
});

// «Добавить компетенции»: ready frameworks and a school's own table beside what stands; nothing deleted, nothing surveyed broken.
import { COMPETENCIES, PROFILE } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { PEOPLE, scored, setUp } from './school';
import { deskAt } from './workspace';

const ids = (desk: Desk): string[] => desk.rows(COMPETENCIES).map(({ id }) => id);
const lastRun = (desk: Desk): string => desk.lastRun().run;

const OWN = [
  ['Рамка школы, принята 1 сентября'],
  ['Раздел', 'Умение учителя', 'Не владеет', 'Базовый', 'Высокий', 'Ожидаемый уровень', 'Ответственный'],
  [
    'Оценивание',
    'Критериальное оценивание',
    'Критериев нет',
    'Есть критерии',
    'Критерии составляют ученики',
    'Базовый',
    'МО',
  ],
  ['', 'Обратная связь ученику', 'Только отметка', 'Отметка и совет', 'Совет и план', '', 'МО'],
  ['', '=HYPERLINK("http://evil.example")', 'нет', 'немного', 'вполне', '9', ''],
  ['', 'Критериальное оценивание', 'а', 'б', 'в', '', ''],
  ['', 'Без уровней', '', '', '', '', ''],
];
const pasted = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n');

describe('a ready framework', () => {
  it('stands beside the programme’s own, and is taken back whole', () => {
    const desk = deskAt(setUp);
    const before = desk.rows(COMPETENCIES);
    const { preview } = desk.press('importFramework', { ready: 'vremya-rosta.4k-teachers' });
    expect(preview.counts[0]).toEqual({ label: 'Новых компетенций', value: '8' });
    expect(ids(desk)).toHaveLength(20);
    expect(ids(desk)).toContain('k4.carried.kaizen');
    desk.press('undoRun', { run: lastRun(desk) });
    expect(desk.rows(COMPETENCIES)).toEqual(before);
  });

  it('changes nothing when it is there already', () => {
    const desk = deskAt(setUp);
    desk.press('importFramework', { ready: 'vremya-rosta.equipment' });
    const before = desk.rows(COMPETENCIES);
    const { preview } = desk.press('importFramework', { ready: 'vremya-rosta.equipment' });
    expect(preview.lines[0]).toMatch(/уже есть/);
    expect(desk.rows(COMPETENCIES)).toEqual(before);
  });

  it('may take the place of another, which is switched off and not deleted; undoing switches it on again', () => {
    const desk = deskAt(setUp);
    const before = desk.rows(COMPETENCIES);
    desk.press('importFramework', { ready: 'digcompedu', others: 'off' });
    const rows = desk.rows(COMPETENCIES);
    expect(rows).toHaveLength(34);
    expect(rows.filter(({ active }) => active === 'нет').map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    desk.press('undoRun', { run: lastRun(desk) });
    expect(desk.rows(COMPETENCIES)).toEqual(before);
  });
});

describe('a table of the school', () => {
  it('is read by free headings, levels by the words over their columns, and shows how it was understood', () => {
    const desk = deskAt(setUp);
    const sheet = desk.director.pasteSheet('Наша рамка', OWN);
    const { preview } = desk.press('importFramework', { sheet });
    expect(preview.lines.join('\n')).toMatch(/B «Умение учителя» → Компетенция.*C «Не владеет» → Уровень 0/);
    expect(preview.lines.join('\n')).toMatch(/Не использованы столбцы: G «Ответственный»/);
    const row = desk.row(COMPETENCIES, { title: 'Критериальное оценивание' });
    expect(row).toMatchObject({
      area: 'Оценивание',
      level0: 'Критериев нет',
      level2: 'Критерии составляют ученики',
      level3: '',
      levelNames: 'Не владеет; Базовый; Высокий',
      target: '1',
      consultantFrom: '2',
      active: 'да',
    });
    expect(row.id).toMatch(/^own\.[a-z-]+$/);
    expect(desk.row(COMPETENCIES, { title: 'Обратная связь ученику' }).area).toBe('Оценивание');
  });

  it('names each row that is wrong, in the school’s own sheet, and takes the others', () => {
    const desk = deskAt(setUp);
    const sheet = desk.director.pasteSheet('Наша рамка', OWN);
    const { preview } = desk.press('importFramework', { sheet });
    const words = preview.warnings.join('\n');
    expect(words).toMatch(/Лист «Наша рамка», строка 5.*целевого уровня 9 нет на шкале.*от 0 до 2/);
    expect(words).toMatch(/строка 6.*такая компетенция в таблице уже была/);
    expect(words).toMatch(/строка 7.*описано 0 уровней, а в шкале нужно не меньше 3/);
    expect(words).toMatch(/не указаны цель или порог консультанта/);
    expect(ids(desk)).toHaveLength(14);
    expect(desk.sheet(COMPETENCIES.title).getDataRange().getFormulas().flat().filter(Boolean)).toEqual([]);
  });

  it('is read by the columns that a person names where the headings say nothing', () => {
    const desk = deskAt(setUp);
    const text = pasted([
      ['Что', 'Нет', 'Да', 'Очень'],
      ['Рефлексия урока', 'не пишет', 'пишет', 'учит писать'],
    ]);
    expect(desk.refusal('importFramework', { text })).toMatch(/Таблица компетенций не найдена/);
    expect(desk.refusal('importFramework', { text, columns: 'Компетенция = Я' })).toMatch(
      /«Компетенция = Я».*непонятно/,
    );
    desk.press('importFramework', {
      text,
      columns: 'Компетенция = A\nУровень 0 = Нет\nУровень 1 = C\nУровень 2 = D',
    });
    expect(desk.row(COMPETENCIES, { title: 'Рефлексия урока' })).toMatchObject({ level2: 'учит писать', target: '1' });
  });

  it('changes a competency of the same title in its place, keeping its id', () => {
    const desk = deskAt(setUp);
    const text = pasted([
      ['Компетенция', 'Целевой уровень', 'Уровень 0', 'Уровень 1', 'Уровень 2', 'Уровень 3', 'Уровень 4'],
      ['Работа с Гугл-формами', '2', 'нет', 'чуть', 'по образцу', 'сам', 'учит других'],
    ]);
    desk.press('importFramework', { text });
    expect(desk.row(COMPETENCIES, { id: 'ict.forms' })).toMatchObject({ target: '2', level4: 'учит других' });
    expect(ids(desk)).toHaveLength(12);
  });
});

describe('a framework that has been surveyed', () => {
  it('keeps the scale that was asked, and says so', () => {
    const desk = deskAt(scored);
    const before = desk.row(PROFILE, { teacher: PEOPLE.wind.code, competency: 'ict.forms' });
    const text = pasted([
      ['Компетенция', 'Уровень 0', 'Уровень 1', 'Уровень 2'],
      ['работа с гугл-формами', 'нет', 'немного', 'вполне'],
    ]);
    const { preview } = desk.press('importFramework', { text });
    expect(preview.warnings.join('\n')).toMatch(/«работа с гугл-формами»: об этой компетенции уже спрашивали/);
    desk.press('scoreMatrix');
    expect(desk.row(PROFILE, { teacher: PEOPLE.wind.code, competency: 'ict.forms' })).toEqual(before);
  });

  it('comes back as it was when a switched-off competency is switched on again', () => {
    const desk = deskAt(scored);
    const before = desk.rows(PROFILE);
    desk.press('importFramework', { ready: 'vremya-rosta.4k-pupils', others: 'off' });
    desk.press('scoreMatrix');
    expect(desk.rows(PROFILE).every(({ competency }) => competency.startsWith('k4.'))).toBe(true);
    desk.press('undoRun', {
      run: desk.director.ask({ method: 'runs' }).find(({ action }) => action === 'importFramework')?.run,
    });
    desk.press('scoreMatrix');
    expect(desk.rows(PROFILE)).toEqual(before);
  });

  it('loses nothing by undoing: competencies asked about meanwhile stay', () => {
    const desk = deskAt(setUp);
    desk.press('importFramework', { ready: 'vremya-rosta.4k-pupils' });
    const run = lastRun(desk);
    desk.type(COMPETENCIES, ({ id }) => id === 'k4.pupils.critical', 'target', '2');
    const done = desk.press('undoRun', { run });
    expect(done.run.lines.join('\n')).toMatch(/развитие критического мышления/);
    expect(ids(desk).filter((id) => id.startsWith('k4.'))).toEqual(['k4.pupils.critical']);
  });
});

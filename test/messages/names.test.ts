// What a wording tells a person to open, choose or fill in really bears that name.
import { WORDINGS } from '../../src/messages/all';
import type { Wordings } from '../../src/messages/wording';
import { MATRIX_VIEW } from '../../src/workbook/matrix-view';
import { PLAN_VIEW } from '../../src/workbook/plan-view';
import { SETTING_DEFINITIONS } from '../../src/workbook/settings';
import { TABLES } from '../../src/workbook/tables';
import { REVIEW_SETTING_DEFINITIONS } from '../../src/workbook/review-settings';
import { TEAM_SETTING_DEFINITIONS } from '../../src/workbook/team-settings';
import { templatesOf } from './templates';

const SHEETS = new Set<string>([...TABLES.map(({ title }) => title), MATRIX_VIEW.title, PLAN_VIEW.title]);
const COLUMNS = new Set(TABLES.flatMap(({ columns }) => Object.values(columns).map(({ title }) => title)));
const CHOICES = new Set(
  TABLES.flatMap(({ columns }) => Object.values(columns).flatMap(({ choices }) => Object.values(choices ?? {}))),
);
const SETTINGS = new Set<string>(
  Object.values({ ...SETTING_DEFINITIONS, ...TEAM_SETTING_DEFINITIONS, ...REVIEW_SETTING_DEFINITIONS }).map(
    ({ title }) => title,
  ),
);

/** Words in quotation marks that are no names of ours: what to type, Google's own menus, answers to forms. */
const OTHERS: Readonly<Record<'ru' | 'en', readonly string[]>> = {
  ru: [
    'да',
    'нет',
    '1',
    'осень 2026',
    '+',
    'Сервисы',
    'Расширения',
    'Apps Script',
    'Выполнения',
    'Триггеры',
    'Данные',
    'Защитить листы и диапазоны',
    'Файл',
    'История версий',
    'Смотреть историю версий',
    'Опубликовать',
    'готов помочь',
    'можно',
    'строка|столбец',
    'Сроки',
    'весь период',
    'До',
    'Компетенция = B',
    'Целевой уровень = Норма',
    'Область = нет',
    'Курс = C',
    'Дата = Период обучения',
    'Документ = нет',
    'ФИО = B',
    'Уровень = Балл',
    'Дата = нет',
    'Умение',
    'Показатель',
    'Тема',
    'Программа',
    'Настройки доступа',
    'Редактор',
    'Время роста',
    'Времени роста',
    'Россия',
    'исправить, что можно',
    'перенести ко мне',
    'Удалить календарь',
  ],
  en: [
    'Extensions',
    'Apps Script',
    'Executions',
    'Triggers',
    'Data',
    'Protect sheets and ranges',
    'да',
    'нет',
    '1',
    'можно',
    'ready to help',
    'autumn 2026',
    '+',
    'Services',
    'Publish',
    'row|column',
    'Сроки',
    'the whole period',
    'До',
    'Компетенция = B',
    'Целевой уровень = Норма',
    'Область = нет',
    'Курс = C',
    'Дата = Период обучения',
    'Документ = нет',
    'ФИО = B',
    'Уровень = Балл',
    'Дата = нет',
    'Умение',
    'Показатель',
    'Тема',
    'Программа',
    'Время роста',
    'yes',
    'mend what can be mended',
    'move them to me',
    'Settings',
    'Remove calendar',
  ],
};

const quoted = (wordings: Wordings, marks: RegExp): string[] =>
  Object.values(wordings).flatMap((wording) =>
    templatesOf(wording).templates.flatMap((template) =>
      [...template.matchAll(marks)].map(([, name = '']) => name.replace(/\{level\}/, '1')),
    ),
  );

const known = (name: string): boolean =>
  SHEETS.has(name) || COLUMNS.has(name) || CHOICES.has(name) || SETTINGS.has(name);

describe('names in messages', () => {
  it.each([
    ['Russian', quoted(WORDINGS.ru, /«((?:[^«»{}]|\{level\})+)»/g), OTHERS.ru],
    ['English', quoted(WORDINGS.en, /“((?:[^“”{}]|\{level\})+)”/g), OTHERS.en],
  ])('are names of sheets, columns, choices or settings in %s', (_, names, others) => {
    expect([...new Set(names)].filter((name) => !known(name) && !others.includes(name))).toEqual([]);
    expect(others.filter((other) => !names.includes(other) && !['да', 'нет'].includes(other))).toEqual([]);
  });

  it.each([
    ['Russian', quoted(WORDINGS.ru, /(?:[Лл]ист[а-я]*|на листе) «([^«»{}]+)»/g)],
    ['English', quoted(WORDINGS.en, /[Ss]heets? “([^“”{}]+)”/g)],
  ])('after the word sheet are names of sheets in %s', (_, names) => {
    expect(names.length).toBeGreaterThan(20);
    expect([...new Set(names)].filter((name) => !SHEETS.has(name))).toEqual([]);
  });

  it.each([
    ['Russian', quoted(WORDINGS.ru, /[Сс]толбе?ц[а-я]* «([^«»{}]+)»/g)],
    ['English', quoted(WORDINGS.en, /columns? “([^“”{}]+)”/g)],
  ])('after the word column are headings of columns in %s', (_, names) => {
    expect([...new Set(names)].filter((name) => !COLUMNS.has(name))).toEqual([]);
  });

  it.each([
    ['Russian', quoted(WORDINGS.ru, /настройк[а-я]* «([^«»{}]+)»/g)],
    ['English', quoted(WORDINGS.en, /settings? “([^“”{}]+)”/g)],
  ])('after the word setting are settings in %s', (_, names) => {
    expect([...new Set(names)].filter((name) => !SETTINGS.has(name))).toEqual([]);
  });
});

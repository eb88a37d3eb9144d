// «Методический банк» (A11): folders by competency and kind, what is filed, what teachers offer, moderation and search.
import { FRAMEWORK } from '../../src/programmes/vremya-rosta/framework';
import type { Answers } from '../../src/domain/survey/form-spec';
import { BANK } from '../../src/workbook/tables';
import type { DriveFileView } from '../../local/services/drive/index';
import type { Desk } from './desk';
import { OWN, PEOPLE, staffed } from './school';
import { deskAt, type Stage } from './workspace';

const bankMade: Stage = {
  name: 'bank-made',
  after: staffed,
  carryOut: (desk) => {
    desk.press('setUpBank');
  },
};

const FOLDER = 'application/vnd.google-apps.folder';
const folders = (desk: Desk): DriveFileView[] =>
  desk
    .files()
    .filter(
      ({ mimeType, trashed, appProperties }) =>
        mimeType === FOLDER && !trashed && Object.keys(appProperties).length > 0,
    );
const pathOf = (desk: Desk, file: DriveFileView): string => {
  const parent = desk.files().find(({ id }) => file.parents.includes(id));
  return parent === undefined || Object.keys(parent.appProperties).length === 0
    ? file.name
    : `${pathOf(desk, parent)} / ${file.name}`;
};
const found = (desk: Desk, query: string): string[] =>
  desk.director.ask({ method: 'search', query }).map(({ title }) => title);

const LINK = {
  title: 'Алгоритм урока с формой',
  kind: 'algorithm',
  competency: 'ict.forms',
  link: 'https://bank.example/algorithm',
  author: 'Методсовет',
  annotation: 'Пять шагов от цели до разбора',
  tags: 'формы, тест',
};
const FILE = {
  title: 'Таблица успеваемости',
  kind: 'recommendation',
  competency: 'ict.spreadsheets',
  annotation: 'Как вести таблицу',
  tags: 'таблицы',
  file: {
    name: 'Таблица.txt',
    contentType: 'text/plain',
    base64: Buffer.from('Один ученик — одна строка', 'utf8').toString('base64'),
  },
};
const OFFER: Answers = {
  title: 'Тест за пять минут',
  kind: 'template',
  competency: 'ict.forms',
  link: 'https://bank.example/quick-test',
  annotation: 'Для начала урока',
  tags: 'формы; разминка',
};
const offer = (desk: Desk, answers: Answers = OFFER): void => {
  desk.answer('bank/offer', PEOPLE.hail.email, answers);
  desk.press('processAnswers');
};

describe('folders', () => {
  it('stand on Drive by competency and, within it, by kind, under one root', () => {
    const desk = deskAt(bankMade);
    const paths = folders(desk).map((folder) => pathOf(desk, folder));
    expect(paths.filter((path) => !path.includes(' / '))).toEqual(['Методический банк «Время роста»']);
    for (const { title } of FRAMEWORK.competencies) {
      const own = paths.filter((path) => path.toLowerCase().includes(title.toLowerCase()));
      expect([title, own.length > 3]).toEqual([title, true]);
    }
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('and the form for offers are not made again by a second press', () => {
    const desk = deskAt(bankMade);
    const before = desk.picture();
    desk.press('setUpBank');
    expect(desk.picture()).toEqual(before);
  });

  it('are opened to the staff for reading only when the settings say so', () => {
    const desk = deskAt(bankMade);
    const root = (): DriveFileView | undefined =>
      folders(desk).find(({ name }) => name.startsWith('Методический банк'));
    expect(root()?.permissions.filter(({ role }) => role !== 'owner')).toEqual([]);
    desk.set('shareBank', 'да');
    desk.press('setUpBank');
    const readers = root()
      ?.permissions.filter(({ role }) => role === 'reader')
      .map(({ emailAddress }) => emailAddress)
      .sort();
    expect(readers).toEqual(OWN.map(({ email }) => email).sort());
    const before = desk.picture();
    desk.press('setUpBank');
    expect(desk.picture()).toEqual(before);
  });
});

describe('filing', () => {
  it('puts a file into the folder of its competency and kind, whole, and into the register with its link', () => {
    const desk = deskAt(bankMade);
    desk.press('fileResources', FILE);
    const file = desk.files().find(({ name }) => name === 'Таблица.txt');
    expect(Buffer.from(file?.content ?? '', 'base64').toString('utf8')).toBe('Один ученик — одна строка');
    expect(file === undefined ? '' : pathOf(desk, file)).toMatch(/электронных таблиц.*рекомендаци/i);
    const row = desk.row(BANK, { title: FILE.title });
    expect(row).toMatchObject({
      kind: 'методическая рекомендация',
      competency: 'ict.spreadsheets',
      state: 'в банке',
      added: '01.09.2026',
    });
    expect(row.link).toContain(file?.id);
  });

  it('takes a link into the register', () => {
    const desk = deskAt(bankMade);
    desk.press('fileResources', LINK);
    expect(desk.row(BANK, { title: LINK.title })).toMatchObject({
      link: LINK.link,
      author: LINK.author,
      annotation: LINK.annotation,
      tags: 'формы; тест',
      kind: 'алгоритм',
    });
  });

  it('takes several at once, and the same ones never twice', () => {
    const desk = deskAt(bankMade);
    desk.press('fileResources', { resources: [FILE, LINK] });
    const before = desk.picture();
    desk.press('fileResources', { resources: [FILE, LINK] });
    expect(desk.picture()).toEqual(before);
    expect(desk.rows(BANK).length).toBe(2);
  });

  it.each([
    ['no title', { ...LINK, title: ' ' }, /названи/i],
    ['no such kind', { ...LINK, kind: 'poem' }, /вид/i],
    ['a kind that is a name of the language', { ...LINK, kind: 'constructor' }, /вид/i],
    ['no such competency', { ...LINK, competency: 'ict.nothing' }, /компетенци/i],
    ['neither link nor file', { ...LINK, link: '' }, /ссылк/i],
    ['a link that is a script', { ...LINK, link: 'javascript:alert(1)' }, /ссылк/i],
    [
      'a file that is none',
      { ...LINK, link: '', file: { name: 'x', contentType: 'text/plain', base64: '@@@' } },
      /файл/i,
    ],
  ])('refuses %s in words and files nothing', (_name, input, words) => {
    const desk = deskAt(bankMade);
    const before = desk.picture();
    expect(desk.refusal('fileResources', input)).toMatch(words);
    expect(desk.picture()).toEqual(before);
  });

  it('needs the folders first for a file, and says so', () => {
    const desk = deskAt(staffed);
    expect(desk.refusal('fileResources', FILE)).toMatch(/Папок банка ещё нет/);
    expect(desk.rows(BANK)).toEqual([]);
  });
});

describe('offers', () => {
  it('come through a form with all competencies and kinds to choose from', () => {
    const form = deskAt(bankMade).form('bank/offer');
    expect(form).toMatchObject({ published: true, accepting: true });
    const choices = form.items.flatMap((item) => ('choices' in item ? [item.choices.length] : []));
    expect(Math.max(...choices)).toBe(FRAMEWORK.competencies.length);
  });

  it('wait for the moderator in the register, with their author', () => {
    const desk = deskAt(bankMade);
    offer(desk);
    expect(desk.row(BANK, { title: 'Тест за пять минут' })).toMatchObject({
      state: 'на модерации',
      author: PEOPLE.hail.name,
      kind: 'шаблон',
      competency: 'ict.forms',
      link: 'https://bank.example/quick-test',
      tags: 'формы; разминка',
    });
  });

  it('are taken once, and what the moderator wrote stays', () => {
    const desk = deskAt(bankMade);
    offer(desk);
    desk.type(BANK, () => true, 'title', 'Тест за десять минут');
    desk.type(BANK, () => true, 'state', 'в банке');
    const before = desk.picture();
    desk.press('processAnswers');
    expect(desk.picture()).toEqual(before);
  });

  it('of one person may be several, each counts', () => {
    const desk = deskAt(bankMade);
    offer(desk);
    offer(desk, { ...OFFER, title: 'Ещё один тест', link: 'https://bank.example/another' });
    expect(desk.rows(BANK).map(({ title }) => title)).toEqual(['Тест за пять минут', 'Ещё один тест']);
  });

  it('are found only after the moderator has accepted them', () => {
    const desk = deskAt(bankMade);
    offer(desk);
    expect(found(desk, 'тест')).toEqual([]);
    desk.type(BANK, () => true, 'state', 'в банке');
    expect(found(desk, 'тест')).toEqual(['Тест за пять минут']);
    desk.type(BANK, () => true, 'state', 'отклонено');
    expect(found(desk, 'тест')).toEqual([]);
  });
});

describe('search', () => {
  it('finds by words of title, annotation, tags, author and competency, in any form and order, «ё» as «е»', () => {
    const desk = deskAt(bankMade);
    desk.press('fileResources', {
      resources: [
        FILE,
        LINK,
        { ...LINK, title: 'Приёмы проверки', link: 'https://bank.example/3', tags: 'оценивание', annotation: '' },
      ],
    });
    expect(found(desk, 'формой алгоритм')).toEqual([LINK.title]);
    expect(found(desk, 'успеваемости')).toEqual([FILE.title]);
    expect(found(desk, 'приемы')).toEqual(['Приёмы проверки']);
    expect(found(desk, 'Методсовет').sort()).toEqual([LINK.title, 'Приёмы проверки'].sort());
    expect(found(desk, 'шагов')).toEqual([LINK.title]);
    expect(found(desk, 'фотосинтез')).toEqual([]);
  });

  it('gives the link to open it', () => {
    const desk = deskAt(bankMade);
    desk.press('fileResources', LINK);
    expect(desk.director.ask({ method: 'search', query: 'алгоритм' })[0]?.link).toBe(LINK.link);
  });
});

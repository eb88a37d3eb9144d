// Lessons with ICT (A10): the register, technological cards filed in the bank exactly once, and who uses ICT regularly.
import { readDocument } from '../../local/services/docs';
import type { DriveFileView } from '../../local/services/drive/index';
import { BANK, INDICATORS, LEDGER, LESSONS, OUTREACH, STAFF } from '../../src/workbook/tables';
import { again, Death, pressAndDie } from './death';
import type { Desk, Shown } from './desk';
import { lesson } from './lessons';
import { csv, OWN, PEOPLE, STAFF_ROWS, setUp, staffed } from './school';
import { deskAt, type Stage } from './workspace';

const DOCUMENT = 'application/vnd.google-apps.document';
const cards = (desk: Desk): DriveFileView[] =>
  desk.files().filter(({ mimeType, trashed }) => mimeType === DOCUMENT && !trashed);
const textOf = (desk: Desk, id: string): string =>
  JSON.stringify(readDocument(desk.workspace.world, id)?.body?.content ?? []);

/** The bank's folders are there and three lessons are written down. */
const given: Stage = {
  name: 'lessons-given',
  after: staffed,
  carryOut: (desk) => {
    desk.press('setUpBank');
    desk.director.addRows(LESSONS, [
      lesson(),
      lesson({
        name: '',
        teacher: PEOPLE.wind.code,
        topic: '\'=HYPERLINK("http://evil.example";"x")',
        subject: 'Литература',
      }),
      lesson({ name: PEOPLE.fir.name, topic: 'Сортировка', competency: '', card: 'https://school.example/own-card' }),
    ]);
    desk.workspace.save();
  },
};

describe('technological cards', () => {
  it('are made for lessons without one, in the competency’s folder, open to the teacher for writing, known to the bank and linked', () => {
    const desk = deskAt(given);
    const { preview, run } = desk.press('fileLessonCards');
    expect(preview.lines.join()).toMatch(/Для 2 уроков/);
    expect(preview.example?.body).toContain('Тема: Плотность вещества');
    expect(run.lines.join()).toMatch(/Карт заведено: 2/);
    const [first, second] = cards(desk);
    expect(cards(desk)).toHaveLength(2);
    const folder = desk.files().find(({ id }) => first?.parents.includes(id));
    expect(folder?.name).toBe('Технологическая карта');
    expect(first?.permissions.filter(({ role }) => role !== 'owner')).toMatchObject([
      { type: 'user', role: 'writer', emailAddress: PEOPLE.hail.email },
    ]);
    expect(desk.rows(LESSONS).map(({ card }) => card)).toEqual([
      `https://docs.google.com/document/d/${first?.id ?? ''}/edit`,
      `https://docs.google.com/document/d/${second?.id ?? ''}/edit`,
      'https://school.example/own-card',
    ]);
    expect(desk.rows(BANK)).toMatchObject([
      { kind: 'технологическая карта', competency: 'ict.forms', author: PEOPLE.hail.name, state: 'в банке' },
      { kind: 'технологическая карта', author: PEOPLE.wind.name },
    ]);
    const text = textOf(desk, first?.id ?? '');
    for (const word of ['Плотность вещества', '8Б', 'Гугл-форма', '15.10.2026', 'Ход урока'])
      expect(text).toContain(word);
    // Names and codes are filled from each other.
    expect(desk.rows(LESSONS).map(({ name, teacher }) => [name, teacher])).toEqual([
      [PEOPLE.hail.name, PEOPLE.hail.code],
      [PEOPLE.wind.name, PEOPLE.wind.code],
      [PEOPLE.fir.name, PEOPLE.fir.code],
    ]);
  });

  it('have the lessons’ codes and the intents made durable by one flush before the first is made', () => {
    const desk = deskAt(given);
    const before = desk.workspace.calls.length;
    desk.press('fileLessonCards');
    const calls = desk.workspace.calls
      .slice(before)
      .filter(({ execution }) => execution > 0)
      .map(({ service, method }) => `${service}.${method}`);
    const first = calls.indexOf('Drive.Files.create');
    expect(calls.slice(0, first).filter((call) => call === 'SpreadsheetApp.flush')).toHaveLength(1);
    const written = calls.lastIndexOf('Range.setValues', first);
    expect(calls.slice(written, first)).toContain('SpreadsheetApp.flush');
  });

  it('take hostile words as text', () => {
    const desk = deskAt(given);
    desk.press('fileLessonCards');
    expect(cards(desk)[1]?.name).toContain('=HYPERLINK');
    const formulas = [LESSONS, BANK].flatMap(({ title }) => desk.sheet(title).getDataRange().getFormulas().flat());
    // The topic that a person typed as a formula is his; nothing of ours is one.
    expect(formulas.filter((formula) => formula !== '')).toEqual([]);
  });

  it('are not made again, also of a lesson whose link somebody has deleted, or whose row was copied', () => {
    const desk = deskAt(given);
    desk.press('fileLessonCards');
    const before = cards(desk).map(({ id }) => id);
    expect(desk.press('fileLessonCards').run.lines.join()).toMatch(/Заводить нечего/);
    const link = desk.rows(LESSONS)[0]?.card;
    desk.type(LESSONS, ({ topic }) => topic === 'Плотность вещества', 'card', '');
    desk.press('fileLessonCards');
    expect(cards(desk).map(({ id }) => id)).toEqual(before);
    expect(desk.rows(LESSONS)[0]?.card).toBe(link);
    expect(desk.rows(BANK)).toHaveLength(2);
    const [row] = desk.rows(LESSONS);
    desk.director.addRows(LESSONS, [{ ...row, card: '', date: '22.10.2026' }]);
    desk.press('fileLessonCards');
    expect(cards(desk)).toHaveLength(3);
    expect(new Set(desk.rows(LESSONS).map(({ lesson: code }) => code)).size).toBe(4);
  });

  it('deleted with their links are made anew once, also when the execution that makes them dies', () => {
    const death = new Death();
    const desk = deskAt(given, { faults: death.faults });
    desk.press('fileLessonCards');
    const { Drive: drive } = desk.workspace.globals as { Drive: NonNullable<typeof Drive> };
    for (const { id } of cards(desk)) drive.Files.remove(id);
    desk.type(LESSONS, ({ card }) => card.includes('docs.google.com'), 'card', '');
    death.at(2, 'after', ({ service, method }) => service === 'Drive.Files' && method === 'create');
    pressAndDie(desk, 'fileLessonCards');
    desk.finishOpenRun();
    expect(cards(desk)).toHaveLength(2);
  });

  it('in the bin are left there, and made anew once', () => {
    const desk = deskAt(given);
    desk.press('fileLessonCards');
    const { Drive: drive } = desk.workspace.globals as { Drive: NonNullable<typeof Drive> };
    const [old] = cards(desk);
    drive.Files.update({ trashed: true }, old?.id ?? '');
    const link = desk.rows(LESSONS)[0]?.card;
    for (let times = 0; times < 2; times++) {
      desk.type(LESSONS, ({ topic }) => topic === 'Плотность вещества', 'card', '');
      desk.press('fileLessonCards');
      expect(cards(desk)).toHaveLength(2);
    }
    expect(desk.rows(LESSONS)[0]?.card).not.toBe(link);
    expect(desk.rows(BANK).map(({ link: linked }) => linked)).toEqual(
      desk.rows(LESSONS).flatMap(({ card }) => (card.includes('docs.google.com') ? [card] : [])),
    );
    expect(desk.rows(LESSONS)[0]?.card).toContain(cards(desk).find(({ name }) => name === old?.name)?.id);
  });

  it('are not made of cancelled lessons, nor of teachers nobody knows: these are named', () => {
    const desk = deskAt(staffed);
    desk.press('setUpBank');
    desk.director.addRows(LESSONS, [lesson({ state: 'отменён' }), lesson({ name: 'Никто Н. Н.' })]);
    const { preview, run } = desk.press('fileLessonCards');
    expect(preview.warnings.join()).toMatch(/Никто Н\. Н\..*такого учителя нет/);
    expect(run.lines.join('\n')).toMatch(/Никто/);
    expect(cards(desk)).toEqual([]);
  });

  it('of two teachers of one name want the code', () => {
    const desk = deskAt(setUp);
    desk.press('importStaff', {
      text: csv(
        STAFF_ROWS.map((row) =>
          row[0] === PEOPLE.wind.code ? row.map((cell, at) => (at === 1 ? PEOPLE.hail.name : cell)) : row,
        ),
      ),
    });
    desk.press('setUpBank');
    desk.director.addRows(LESSONS, [lesson(), lesson({ teacher: PEOPLE.wind.code })]);
    const { run } = desk.press('fileLessonCards');
    expect(run.lines.join('\n')).toMatch(/таких учителей несколько/);
    expect(
      cards(desk).map(({ permissions }) => permissions.find(({ role }) => role === 'writer')?.emailAddress),
    ).toEqual([PEOPLE.wind.email]);
  });

  it('of a teacher without an address are made and shared with nobody', () => {
    const desk = deskAt(given);
    desk.type(STAFF, ({ code }) => code === PEOPLE.hail.code, 'email', '');
    desk.press('fileLessonCards');
    expect(cards(desk)[0]?.permissions.filter(({ role }) => role !== 'owner')).toEqual([]);
  });

  it('want the bank’s folders first', () => {
    const desk = deskAt(staffed);
    desk.director.addRows(LESSONS, [lesson()]);
    expect(desk.refusal('fileLessonCards')).toMatch(/Папок банка ещё нет/);
  });

  it.each([
    ['Drive.Files', 'create', 'before'],
    ['Drive.Files', 'create', 'after'],
    ['Docs.Documents', 'batchUpdate', 'before'],
    ['Docs.Documents', 'batchUpdate', 'after'],
    ['Drive.Permissions', 'create', 'after'],
  ] as const)('are made once when the execution dies at %s.%s (%s)', (service, method, how) => {
    const death = new Death();
    const desk = deskAt(given, { faults: death.faults });
    death.at(2, how, (call) => call.service === service && call.method === method);
    pressAndDie(desk, 'fileLessonCards');
    again(desk, 'fileLessonCards');
    expect(cards(desk)).toHaveLength(2);
    for (const card of cards(desk)) {
      expect(textOf(desk, card.id).match(/Ход урока/g)).toHaveLength(1);
      expect(card.permissions.filter(({ role }) => role === 'writer')).toHaveLength(1);
    }
    expect(desk.rows(BANK)).toHaveLength(2);
    expect(desk.rows(LEDGER).filter(({ state }) => state === 'начато')).toEqual([]);
  });

  it('go with their run: documents into the bin, rows out of the bank, links out of the lessons', () => {
    const desk = deskAt(given);
    const { run } = desk.press('fileLessonCards');
    desk.press('undoRun', { run: run.run });
    expect(cards(desk)).toEqual([]);
    expect(desk.rows(BANK)).toEqual([]);
    expect(desk.rows(LESSONS).map(({ card }) => card)).toEqual(['', '', 'https://school.example/own-card']);
    desk.press('fileLessonCards');
    expect(cards(desk)).toHaveLength(2);
  });
});

describe('talks and articles', () => {
  it('get the author’s code', () => {
    const desk = deskAt(given);
    desk.director.addRows(OUTREACH, [
      { name: PEOPLE.birch.name, title: 'Формы на уроке', kind: 'статья', state: 'отправлено', level: 'муниципальный' },
    ]);
    desk.press('fileLessonCards');
    expect(desk.rows(OUTREACH)).toMatchObject([{ teacher: PEOPLE.birch.code, state: 'отправлено' }]);
  });
});

describe('regular use of ICT', () => {
  const regular = (desk: Desk): Shown<typeof INDICATORS> => {
    const row = desk.rows(INDICATORS).find(({ title }) => /регулярно/.test(title));
    if (row === undefined) throw new Error('no such indicator');
    return row;
  };
  const running = (desk: Desk, today: number): void => {
    desk.set('programmeFrom', '07.09.2026');
    desk.set('programmeTo', '09.05.2027');
    desk.sleep(today - desk.now());
  };

  it('has no fact while the register is empty, and says so', () => {
    const desk = deskAt(staffed);
    running(desk, Date.UTC(2026, 10, 2, 3));
    desk.press('countIndicators');
    expect(regular(desk)).toMatchObject({
      fact: '',
      verdict: 'факта нет',
      origin: 'Данных нет: лист «Уроки с ИКТ» пуст.',
      least: '2',
      months: '3',
    });
  });

  it('is the share of those with two lessons in each whole month of term since the programme began', () => {
    const desk = deskAt(staffed);
    running(desk, Date.UTC(2026, 10, 2, 3));
    const on = (name: string, ...dates: string[]): Partial<Shown<typeof LESSONS>>[] =>
      dates.map((date) => lesson({ name, date }));
    desk.director.addRows(LESSONS, [
      ...on(PEOPLE.hail.name, '10.09.2026', '20.09.2026', '05.10.2026', '15.10.2026'),
      ...on(PEOPLE.wind.name, '10.09.2026', '20.09.2026', '05.10.2026'),
      lesson({ name: PEOPLE.wind.name, date: '06.10.2026', state: 'отменён' }),
      lesson({ name: PEOPLE.wind.name, date: '07.10.2026', state: 'запланирован' }),
    ]);
    desk.press('countIndicators');
    expect(regular(desk)).toMatchObject({
      fact: `${((1 / OWN.length) * 100).toFixed(1).replace('.', ',')}%`,
      origin: `Лист «Уроки с ИКТ» (7 уроков): у 1 из ${String(OWN.length)} участвующих не меньше 2 уроков в каждом из 2 последних учебных месяцев.`,
      nearest: `${PEOPLE.wind.name}: уроков 3, не хватает 1`,
    });
  });

  it('says that it is early while the programme’s first month goes on', () => {
    const desk = deskAt(staffed);
    running(desk, Date.UTC(2026, 8, 28, 3));
    desk.director.addRows(LESSONS, [lesson({ date: '10.09.2026' })]);
    desk.press('countIndicators');
    expect(regular(desk).origin).toMatch(/ни один целый учебный месяц/);
  });
});

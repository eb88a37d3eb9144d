// «Настройка»: what it makes, that it mends what is broken, and that it destroys nothing.
import { COMPETENCIES, JOURNAL, SETTINGS, STAFF, SURVEYS } from '../../src/workbook/tables';
import { ANSWERING, csv, EVERYBODY, needsOf, needsAsked, SET_UP, setUp, STAFF_ROWS, staffed } from './school';
import { type Desk, withoutJournal } from './desk';
import { deskAt, emptyDesk, HOUR } from './workspace';

/** Cells of a sheet as they are displayed. */
const cells = (desk: Desk, title: string): string[][] => desk.sheet(title).getDataRange().getDisplayValues();
const titles = (desk: Desk): string[] => desk.director.spreadsheet.getSheets().map((sheet) => sheet.getName());
const column = (desk: Desk, title: string, heading: string): number =>
  (cells(desk, title)[0]?.indexOf(heading) ?? -1) + 1;

describe('the first run', () => {
  it.each([
    'Сотрудники',
    'Компетенции',
    'Опросы',
    'Ответы',
    'Матрица компетенций',
    'Сводка',
    'Группы',
    'Расписание',
    'Отзывы',
    'Методический банк',
    'Журнал',
    'Настройки',
  ])('makes the sheet «%s» with a frozen heading row', (title) => {
    const desk = deskAt(setUp);
    expect(titles(desk)).toContain(title);
    expect(desk.sheet(title).getFrozenRows()).toBeGreaterThan(0);
  });

  it('explains in a note on every sheet what it is for', () => {
    const desk = deskAt(setUp);
    const silent = desk.director.spreadsheet
      .getSheets()
      .filter((sheet) => !sheet.isSheetHidden() && sheet.getName() !== 'Лист1')
      .filter((sheet) => sheet.getRange(1, 1).getNote().length < 20)
      .map((sheet) => sheet.getName());
    expect(silent).toEqual([]);
  });

  it('offers choices and yes/no as lists to pick from', () => {
    const desk = deskAt(setUp);
    const rule = desk
      .sheet('Сотрудники')
      .getRange(2, column(desk, 'Сотрудники', 'Участвует'))
      .getDataValidation();
    expect(rule?.getCriteriaValues()[0]).toEqual(['да', 'нет']);
  });

  it('fills in the competencies of the programme with five worded levels each, and the settings with their meaning', () => {
    const desk = deskAt(setUp);
    const competencies = desk.rows(COMPETENCIES);
    expect(competencies.length).toBe(12);
    for (const row of competencies)
      for (const level of [row.level0, row.level1, row.level2, row.level3, row.level4])
        expect(level.length).toBeGreaterThan(10);
    const settings = desk.rows(SETTINGS);
    expect(settings.find(({ key }) => key === 'school')?.value).toBe('Школа № 1');
    expect(settings.every(({ meaning }) => meaning !== '')).toBe(true);
  });

  it('leaves a sheet of the school’s own with one of our names as it is', () => {
    const desk = emptyDesk();
    desk.director.pasteSheet('Сотрудники', [['Список к педсовету'], ['Иванов']]);
    desk.press('setUp', SET_UP);
    expect(cells(desk, 'Сотрудники')).toEqual([['Список к педсовету'], ['Иванов']]);
    expect(titles(desk)).toContain('Сотрудники (2)');
    desk.press('importStaff', { text: csv(STAFF_ROWS) });
    expect(cells(desk, 'Сотрудники (2)').length).toBe(EVERYBODY.length + 1);
  });

  it('says in words what is missing in what was asked, and makes nothing', () => {
    const desk = emptyDesk();
    const before = desk.picture();
    expect(desk.refusal('setUp', { ...SET_UP, school: ' ' })).toMatch(/школ/i);
    expect(desk.refusal('setUp', { ...SET_UP, programme: 'no-such' })).toMatch(/no-such/);
    expect(desk.refusal('setUp', { ...SET_UP, cycle: '' })).toMatch(/цикл/i);
    expect(desk.picture()).toEqual(before);
  });

  it('switches the hourly heartbeat on, once', () => {
    const desk = deskAt(setUp);
    const clocks = (): number => desk.workspace.triggers.filter(({ event }) => event === 'CLOCK').length;
    expect(clocks()).toBe(1);
    desk.press('setUp', SET_UP);
    expect(clocks()).toBe(1);
  });

  it.each([
    'Сервис временно недоступен: Таблицы',
    "We're sorry, a server error occurred. Please wait a bit and try again.",
  ])('waits out a passing trouble while the triggers are made (%s): it is no refusal', (error) => {
    let failures = 0;
    const desk = emptyDesk({
      faults: ({ execution, service, method }) =>
        execution !== 0 && service === 'ClockTriggerBuilder' && method === 'create' && failures++ === 0
          ? { when: 'before', error }
          : undefined,
    });
    const said = [];
    try {
      said.push(...desk.press('setUp', SET_UP).run.lines);
    } catch {
      said.push(...desk.press('setUp', SET_UP).run.lines);
    }
    expect(failures).toBeGreaterThan(1);
    expect(said.join()).not.toMatch(/не дал/);
    expect(desk.workspace.triggers.map(({ event }) => event).sort()).toEqual(['CLOCK', 'ON_FORM_SUBMIT']);
  });
});

describe('Google says of the triggers what nobody has heard before', () => {
  const unheard = (times: number): { readonly desk: Desk } => {
    let left = times;
    return {
      desk: emptyDesk({
        faults: ({ execution, method }) =>
          execution !== 0 && method === 'getProjectTriggers' && left-- > 0
            ? { when: 'before', error: 'Нечто невиданное' }
            : undefined,
      }),
    };
  };

  it('once: it is asked again, and they are made', () => {
    const { desk } = unheard(1);
    expect(desk.press('setUp', SET_UP).run.lines.join()).not.toMatch(/не дал/);
    expect(desk.workspace.triggers.map(({ event }) => event).sort()).toEqual(['CLOCK', 'ON_FORM_SUBMIT']);
  });

  it('always: the set-up is done without them, and says so in Google’s words and what can be done', () => {
    const { desk } = unheard(Infinity);
    const { run } = desk.press('setUp', SET_UP);
    expect(run.state).toBe('done');
    expect(run.lines).toContainEqual(
      'Google не дал включить ежечасную проверку: Нечто невиданное. Всё работает по кнопкам; ответы и отзывы обрабатывайте сами. Позже попробуйте ещё раз: «Самопроверка…» → «исправить, что можно».',
    );
    expect(desk.workspace.triggers).toEqual([]);
  });
});

describe('another run', () => {
  it('ends at the staff, where the work begins; pressed again it leaves the person where he is', () => {
    const desk = deskAt(setUp);
    const { spreadsheet } = desk.director;
    expect(spreadsheet.getActiveSheet().getName()).toBe(STAFF.title);
    desk.sheet(SETTINGS.title).activate();
    desk.press('setUp', SET_UP);
    expect(spreadsheet.getActiveSheet().getName()).toBe(SETTINGS.title);
  });

  it('changes nothing in a workbook that is in order', () => {
    const desk = deskAt(needsAsked);
    const before = withoutJournal(desk.workspace.snapshot());
    desk.press('setUp', SET_UP);
    expect(withoutJournal(desk.workspace.snapshot())).toEqual(before);
  });

  it('brings a deleted sheet back, empty, and touches no other', () => {
    const desk = deskAt(staffed);
    const staff = cells(desk, 'Сотрудники');
    const settings = cells(desk, 'Настройки');
    desk.director.spreadsheet.deleteSheet(desk.sheet('Группы'));
    desk.press('setUp', SET_UP);
    expect(cells(desk, 'Группы').length).toBe(1);
    expect(cells(desk, 'Сотрудники')).toEqual(staff);
    expect(cells(desk, 'Настройки')).toEqual(settings);
  });

  it('brings a deleted column back and keeps the others’ data', () => {
    const desk = deskAt(staffed);
    const names = desk.rows(STAFF).map(({ code, name, email }) => [code, name, email]);
    desk.sheet('Сотрудники').deleteColumn(column(desk, 'Сотрудники', 'Предметы'));
    desk.press('setUp', SET_UP);
    expect(column(desk, 'Сотрудники', 'Предметы')).toBeGreaterThan(0);
    expect(desk.rows(STAFF).map(({ code, name, email }) => [code, name, email])).toEqual(names);
    // And the column works: the list gives the subjects back.
    desk.press('importStaff', { text: csv(STAFF_ROWS) });
    expect(desk.row(STAFF, { code: 'У-003' }).subjects).toBe('Физика');
  });

  it('gives a column its list of choices back when somebody has cleared it', () => {
    const desk = deskAt(staffed);
    const cell = (): GoogleAppsScript.Spreadsheet.Range =>
      desk.sheet('Сотрудники').getRange(2, column(desk, 'Сотрудники', 'Участвует'));
    cell().clearDataValidations();
    desk.press('setUp', SET_UP);
    expect(cell().getDataValidation()?.getCriteriaValues()[0]).toEqual(['да', 'нет']);
  });

  it('keeps what people have set and worded: settings, competencies, own columns', () => {
    const desk = deskAt(staffed);
    desk.set('groupMost', '6');
    desk.type(COMPETENCIES, ({ id }) => id === 'ict.forms', 'title', 'опросы и тесты в формах');
    const sheet = desk.sheet('Сотрудники');
    const own = sheet.getLastColumn() + 1;
    sheet.getRange(1, own, 2, 1).setValues([['Телефон'], ['8-900-000-00-00']]);
    desk.press('setUp', SET_UP);
    expect(desk.row(SETTINGS, { key: 'groupMost' }).value).toBe('6');
    expect(desk.row(COMPETENCIES, { id: 'ict.forms' }).title).toBe('опросы и тесты в формах');
    expect(sheet.getRange(1, own, 2, 1).getDisplayValues()).toEqual([['Телефон'], ['8-900-000-00-00']]);
    expect(desk.rows(COMPETENCIES).length).toBe(12);
  });
});

describe('a workbook rearranged by people', () => {
  /** The sheet renamed and moved, a heading renamed, columns moved, a column of their own in between. */
  function rearranged(): Desk {
    const desk = deskAt(staffed);
    const sheet = desk.sheet('Сотрудники');
    sheet.insertColumnBefore(2);
    sheet.getRange(1, 2).setValue('Кабинет');
    sheet.getRange(2, 2).setValue('каб. 214');
    const email = column(desk, 'Сотрудники', 'Электронная почта');
    sheet.moveColumns(sheet.getRange(1, email, 1, 1), 1);
    sheet.getRange(1, column(desk, 'Сотрудники', 'ФИО')).setValue('Учитель');
    sheet.setName('Наши люди');
    desk.director.spreadsheet.setActiveSheet(sheet);
    desk.director.spreadsheet.moveActiveSheet(desk.director.spreadsheet.getSheets().length);
    return desk;
  }

  it('is left as it is by set-up', () => {
    const desk = rearranged();
    const before = desk.picture();
    desk.press('setUp', SET_UP);
    expect(desk.picture()).toEqual(before);
  });

  it('still takes a staff list into the right columns', () => {
    const desk = rearranged();
    desk.press('importStaff', {
      text: csv([
        ['ФИО', 'Почта', 'Предмет'],
        ['Осипова О. О.', 'osipova@school.example', 'Химия'],
      ]),
    });
    const [headings = [], ...rows] = cells(desk, 'Наши люди');
    const row = rows.find((cellsOfRow) => cellsOfRow[headings.indexOf('Учитель')] === 'Осипова О. О.') ?? [];
    expect(row[headings.indexOf('Электронная почта')]).toBe('osipova@school.example');
    expect(row[headings.indexOf('Предметы')]).toBe('Химия');
    expect(rows[0]?.[headings.indexOf('Кабинет')]).toBe('каб. 214');
  });

  it('still sends the survey and reads its answers', () => {
    const desk = rearranged();
    desk.press('sendNeeds');
    for (const someone of ANSWERING.slice(0, 3)) desk.answer('needs', someone.email, needsOf(someone));
    desk.press('processAnswers');
    expect(desk.letters().length).toBe(11);
    expect(desk.survey('needs').answered).toBe('3');
  });

  it('may have its rows sorted and separated by empty ones', () => {
    const desk = deskAt(needsAsked);
    const sheet = desk.sheet('Сотрудники');
    sheet.getRange(2, 1, EVERYBODY.length, sheet.getLastColumn()).sort({ column: 2, ascending: false });
    sheet.insertRowsBefore(4, 2);
    for (const someone of ANSWERING) desk.answer('needs', someone.email, needsOf(someone));
    desk.press('processAnswers');
    expect(desk.survey('needs').answered).toBe(String(ANSWERING.length));
    expect(desk.survey('needs').missing).toBe('Майская Л. Л.');
  });
});

describe('a damaged workbook', () => {
  it('is named in words by an action that needs what is gone, and nothing is done', () => {
    const desk = deskAt(staffed);
    desk.director.spreadsheet.deleteSheet(desk.sheet('Опросы'));
    const said = desk.refusal('sendNeeds');
    expect(said).toContain('Опросы');
    expect(desk.letters()).toEqual([]);
    expect(desk.files().filter(({ mimeType }) => mimeType.endsWith('.form'))).toEqual([]);
  });

  it('does not stop the heartbeat: the others’ workbooks and the next hour are not harmed', () => {
    const desk = deskAt(needsAsked);
    desk.director.spreadsheet.deleteSheet(desk.sheet('Журнал'));
    desk.wait(2 * HOUR);
    const beats = desk.workspace.executions.filter(({ origin }) => origin === 'trigger');
    expect(beats.length).toBeGreaterThan(0);
    expect(beats.filter(({ status }) => status !== 'completed')).toEqual([]);
    desk.press('setUp', SET_UP);
    expect(desk.rows(JOURNAL).length).toBeGreaterThan(0);
  });

  it('with a bad value in «Настройки» says which row and what would fit', () => {
    const desk = deskAt(staffed);
    desk.set('groupMost', 'восемь');
    const said = desk.refusal('sendNeeds');
    expect(said).toContain('восемь');
    expect(said).toMatch(/строка \d+/);
  });

  it('with a bad row of staff still serves the others and names the row', () => {
    const desk = deskAt(staffed);
    desk.type(STAFF, ({ code }) => code === 'У-003', 'name', '');
    const { preview } = desk.press('sendNeeds');
    expect(preview.warnings.join('\n')).toMatch(/Сотрудники.*строк[аи] 4|Строка 4/i);
    expect(desk.letters().length).toBe(10);
    expect(desk.rows(SURVEYS).length).toBe(1);
  });
});

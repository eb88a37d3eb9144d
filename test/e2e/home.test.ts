// The page's first screen: where the cycle stands, what comes next, and where every number is from.
import type { Table } from '../../src/workbook/schema';
import {
  ANSWERS,
  BANK,
  COMPETENCIES,
  FEEDBACK,
  GROUPS,
  GROWTH,
  INDICATORS,
  JOURNAL,
  LEDGER,
  MODULES,
  PAIRS,
  PLAN,
  PROGRAMMES,
  ROUTES,
  SETTINGS,
  STAFF,
  SUMMARY,
  SURVEYS,
} from '../../src/workbook/tables';
import {
  grouped,
  invited,
  needsAsked,
  needsOf,
  PEOPLE,
  published,
  scored,
  SET_UP,
  setUp,
  staffed,
  timetabled,
} from './school';
import { twice } from './growth';
import { agreed } from './partners';
import type { Desk } from './desk';
import { DAY, deskAt, emptyDesk } from './workspace';

it.each([
  ['nothing', 'setUp', undefined],
  ['the tables', 'importStaff', setUp],
  ['the staff', 'sendNeeds', staffed],
] as const)('after %s the next step is «%s»', (_name, next, stage) => {
  expect((stage === undefined ? emptyDesk() : deskAt(stage)).home().next).toBe(next);
});

it('a step that may be left out is not what comes next once the work has gone past it', () => {
  // Neither stage has a needs survey, an addressed one or agreed programmes.
  const states = (desk: Desk) => Object.fromEntries(desk.home().steps.map(({ action, state }) => [action, state]));
  expect(deskAt(scored).home().next).not.toBe('sendNeeds');
  expect(states(deskAt(invited))).toMatchObject({
    sendNeeds: 'waiting',
    sendAddressed: 'waiting',
    agreeProgrammes: 'waiting',
    askFeedback: 'waiting',
  });
  expect(deskAt(invited).home().next).toBeUndefined();
});

it('every step says in a sentence where it stands, in the order of the work', () => {
  for (const stage of [setUp, staffed, scored, published, invited]) {
    const { steps } = deskAt(stage).home();
    expect(steps.map(({ action }) => action).filter((action) => action !== 'setUpBank')[0]).toBe('setUp');
    for (const { line, title } of steps) {
      expect(line).toMatch(/[а-яё]{3}/i);
      expect(title).toMatch(/[а-яё]{3}/i);
    }
  }
});

it.each([
  ['formGroups', grouped],
  ['publishGroups', published],
  ['makeTimetable', timetabled],
  ['sendInvitations', invited],
] as const)('«%s» is done once it has been done', (action, stage) => {
  expect(
    deskAt(stage)
      .home()
      .steps.find((step) => step.action === action)?.state,
  ).toBe('done');
});

describe('«Собрать отзывы»', () => {
  const step = (desk: Desk) => desk.home().steps.find(({ action }) => action === 'askFeedback');

  it('waits for the sessions, then for the first answer or the last day, and only then is done', () => {
    const desk = deskAt(invited);
    expect(step(desk)).toMatchObject({ state: 'waiting', line: 'Занятия ещё впереди: анкеты уйдут после них.' });
    desk.wait(9 * DAY);
    expect(step(desk)?.state).toBe('waiting');
    expect(step(desk)?.line).toMatch(/^Анкеты отправлены, отзывов пока нет. Ответить можно до \d\d\.\d\d\.2026\.$/);
    desk.sleep(20 * DAY);
    expect(step(desk)).toMatchObject({ state: 'done' });
    expect(step(desk)?.line).toMatch(/^Отзывов никто не прислал/);
  });
});

describe('beside the cycle', () => {
  const beside = (desk: Desk, action: string) => desk.home().beside.find((step) => step.action === action);

  it('the routes of this cycle are counted once they are made', () => {
    const desk = deskAt(invited);
    expect(beside(desk, 'makeRoutes')).toMatchObject({ state: 'waiting', line: 'Маршрутов пока нет.' });
    desk.press('makeRoutes');
    const rows = desk.rows(ROUTES);
    const people = new Set(rows.map(({ teacher }) => teacher)).size;
    expect(beside(desk, 'makeRoutes')).toMatchObject({
      state: 'done',
      line: `Маршрутов: ${String(people)}, выполнено строк: 0 из ${String(rows.length)}.`,
    });
    desk.type(ROUTES, (row) => row.item === rows[0]?.item, 'state', 'выполнено');
    expect(beside(desk, 'makeRoutes')?.line).toMatch(new RegExp(`выполнено строк: 1 из ${String(rows.length)}`));
  });

  it('letters about routes, the verdict on the groups and the note say when they were last done; undone is not done', () => {
    const desk = deskAt(invited);
    for (const action of ['sendRoutes', 'evaluateModel', 'writeNote'])
      expect(beside(desk, action)).toMatchObject({ state: 'waiting' });
    desk.press('makeRoutes');
    desk.press('sendRoutes');
    expect(beside(desk, 'sendRoutes')).toMatchObject({ state: 'done', line: 'Последний раз 01.09.2026.' });
    const { run } = desk.press('writeNote');
    expect(beside(desk, 'writeNote')).toMatchObject({ state: 'done', line: 'Составлена 01.09.2026.' });
    desk.press('undoRun', { run: run.run });
    expect(beside(desk, 'writeNote')).toMatchObject({ state: 'waiting' });
  });

  it('growth says over how many people it was counted', () => {
    const desk = deskAt(twice);
    expect(beside(desk, 'countGrowth')).toMatchObject({ state: 'waiting' });
    desk.press('countGrowth', { before: '1', after: '2' });
    const people = desk.rows(GROWTH)[0]?.people ?? '';
    expect(Number(people)).toBeGreaterThan(0);
    expect(beside(desk, 'countGrowth')).toMatchObject({ state: 'done' });
    expect(beside(desk, 'countGrowth')?.line).toMatch(new RegExp(`по ${people} учител`));
  });

  it('partner schools are there only when there are people of another school', () => {
    const desk = deskAt(setUp);
    expect(beside(desk, 'refreshPartners')).toBeUndefined();
    expect(beside(deskAt(staffed), 'refreshPartners')?.line).toMatch(/Педагогов других школ: 1\./);
    expect(beside(deskAt(agreed), 'refreshPartners')).toMatchObject({
      state: 'done',
      line: 'Договорились: 1 из 1 школы.',
    });
  });
});

const ALL = process.env.FAULTS === 'all';

describe('a sheet that somebody has broken', () => {
  const deleteColumn = (desk: Desk, table: Table): string => {
    const sheet = desk.sheet(table.title);
    const headings = sheet.getDataRange().getDisplayValues()[0] ?? [];
    // One that home itself looks at, where it does not look at all.
    const heading = (table.columns['state'] ?? table.columns['people'] ?? Object.values(table.columns)[0])?.title ?? '';
    sheet.deleteColumn(headings.indexOf(heading) + 1);
    return `На листе «${table.title}» не хватает столбца: ${heading}.`;
  };
  const pushDown = (desk: Desk, table: Table): string => {
    desk.sheet(table.title).insertRowBefore(1);
    return `На листе «${table.title}» над заголовками что-то вставлено`;
  };
  const deleteSheet = (desk: Desk, table: Table): string => {
    desk.director.spreadsheet.deleteSheet(desk.sheet(table.title));
    return `Лист «${table.title}» не найден`;
  };
  const actions = (desk: Desk): string[] => desk.home().steps.map(({ action }) => action);

  it('costs what depends on it: the other steps and numbers stand as they stood', () => {
    const desk = deskAt(invited);
    const before = desk.home();
    const problem = pushDown(desk, GROUPS);
    const home = desk.home();
    expect(home.problems.map(({ text }) => text)).toEqual([
      expect.stringContaining(problem),
      'Починить листы поможет «Самопроверка…» → «исправить, что можно». Остальное на этой странице верно.',
    ]);
    const costs = ['setUp', 'formGroups', 'publishGroups'];
    expect(home.steps.filter(({ action }) => costs.includes(action))).toMatchObject([
      { state: 'problem', line: 'Не все листы удалось прочитать: Группы.' },
      { state: 'problem', line: 'Лист «Группы» не удалось прочитать.' },
      { state: 'problem', line: 'Лист «Группы» не удалось прочитать.' },
    ]);
    const others = ({ steps }: typeof home) => steps.filter(({ action }) => !costs.includes(action));
    expect(others(home)).toEqual(others(before));
    expect(home.beside).toEqual(before.beside);
    expect(home.numbers.map(({ value }) => value)).toEqual([
      ...before.numbers.slice(0, 3).map(({ value }) => value),
      '—',
    ]);
  });

  it('comes next before the steps behind it: its repair is offered, and after it home is as it was', () => {
    const desk = deskAt(published);
    const before = desk.home();
    expect(before.next).toBe('agreeProgrammes');
    pushDown(desk, GROUPS);
    expect(desk.home()).toMatchObject({ next: 'selfCheck' });
    expect(desk.home().steps.filter(({ state }) => state === 'now')).toEqual([]);
    desk.press('selfCheck', { mode: 'mend' });
    expect(desk.home()).toEqual(before);
  });

  it('behind the step that comes next does not stand in its way', () => {
    const desk = deskAt(scored);
    const { next } = desk.home();
    pushDown(desk, FEEDBACK);
    expect(desk.home()).toMatchObject({ next });
  });

  const TOLD_BY = [
    STAFF,
    SURVEYS,
    ANSWERS,
    SUMMARY,
    GROUPS,
    MODULES,
    FEEDBACK,
    PROGRAMMES,
    BANK,
    PAIRS,
    PLAN,
    INDICATORS,
    ROUTES,
    GROWTH,
    JOURNAL,
  ];
  it.each(TOLD_BY)('«$title»: its trouble is named, the page is there, and the self-check mends it', (table) => {
    const ways = [pushDown, deleteColumn, deleteSheet];
    // In a usual run each is broken in one of these ways.
    const turn = TOLD_BY.indexOf(table) % ways.length;
    for (const breakIt of ways.filter((_way, at) => ALL || at === turn)) {
      const desk = deskAt(invited);
      const before = actions(desk);
      const problem = breakIt(desk, table);
      expect(
        desk
          .home()
          .problems.map(({ text }) => text)
          .join('\n'),
      ).toContain(problem);
      expect(actions(desk)).toEqual(before);
      if (breakIt === deleteColumn) desk.press('setUp', SET_UP);
      else expect(desk.press('selfCheck', { mode: 'mend' }).run.state).toBe('done');
      expect(desk.home().problems).toEqual([]);
    }
  });

  it.each([COMPETENCIES, LEDGER])(
    '«$title», which home does not read and nothing goes on without: it is named',
    (table) => {
      const desk = deskAt(published);
      const before = desk.home();
      const problem = deleteSheet(desk, table);
      expect(desk.home().problems.map(({ text }) => text)).toContainEqual(expect.stringContaining(problem));
      expect(desk.home().next).toBe('selfCheck');
      desk.press('selfCheck', { mode: 'mend' });
      expect(desk.home().next).toBe(before.next);
    },
  );

  it('«Настройки»: without the cycle nothing can be told but that, and the repair comes next', () => {
    const desk = deskAt(invited);
    const before = desk.home();
    const problem = pushDown(desk, SETTINGS);
    const home = desk.home();
    expect(home.problems.map(({ text }) => text)).toContainEqual(expect.stringContaining(problem));
    expect(home.next).toBe('selfCheck');
    desk.press('selfCheck', { mode: 'mend' });
    expect(desk.home().steps).toEqual(before.steps);
  });
});

it('every number names its sheet', () => {
  const { numbers } = deskAt(scored).home();
  expect(numbers.length).toBeGreaterThan(0);
  for (const { source, value } of numbers) {
    expect(source).toMatch(/Лист «.+»|«.+»/);
    expect(value).not.toBe('');
  }
});

it('an answer nobody is known for is a problem to mend, and says where', () => {
  const desk = deskAt(needsAsked);
  desk.answer('needs', 'stranger@mail.example', needsOf(PEOPLE.wind));
  desk.press('processAnswers');
  const step = desk.home().steps.find(({ action }) => action === 'processAnswers');
  expect(step?.state).toBe('problem');
});

it('looking changes nothing', () => {
  const desk = deskAt(published);
  const before = desk.picture();
  desk.home();
  desk.director.ask({ method: 'runs' });
  for (const action of ['setUp', 'importStaff', 'fileResources', 'undoRun'] as const)
    desk.director.ask({ method: 'fields', action });
  expect(desk.picture()).toEqual(before);
});

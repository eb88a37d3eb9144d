// Reading and writing tables: bad rows stay recognisable, writes touch nothing but what is to be changed, and are remembered.
import { table } from '../../src/workbook/schema';
import { STAFF } from '../../src/workbook/tables';
import { googleWorld, type GoogleWorld } from './google-world';

const PEOPLE = table({
  key: 'people',
  title: 'Люди',
  about: 'Люди школы.',
  filledBy: 'people',
  columns: {
    code: { type: 'text', title: 'Код', required: true },
    name: { type: 'text', title: 'ФИО' },
    level: { type: 'number', title: 'Уровень' },
    since: { type: 'date', title: 'С какого дня' },
    takesPart: { type: 'flag', title: 'Участвует', blank: 'yes' },
    helps: { type: 'flag', title: 'Помогает' },
  },
});

const EFFECTS = table({
  key: 'effects',
  title: 'Действия',
  about: 'Что сделано.',
  filledBy: 'machine',
  columns: {
    key: { type: 'text', title: 'Ключ', required: true },
    state: { type: 'choice', title: 'Состояние', choices: { done: 'сделано' }, required: true },
    at: { type: 'datetime', title: 'Когда' },
    count: { type: 'number', title: 'Сколько' },
    whole: { type: 'json', title: 'Целиком' },
  },
});

const person = (code: string, name = `Имя ${code}`) => ({
  code,
  name,
  level: 2,
  since: '2026-09-01',
  takesPart: true,
  helps: false,
});

/** A workbook with the tables and so many people in rows 2, 3 … */
function withPeople(count: number): GoogleWorld {
  const world = googleWorld();
  const workbook = world.workbook();
  workbook.ensure([PEOPLE, EFFECTS]);
  workbook.append(
    PEOPLE,
    Array.from({ length: count }, (_unused, index) => person(`У-${String(index + 1)}`)),
  );
  return world;
}

const sheet = (world: GoogleWorld, title: string): GoogleAppsScript.Spreadsheet.Sheet => {
  const found = world.spreadsheet.getSheetByName(title);
  if (found === null) throw new Error(`no sheet ${title}`);
  return found;
};

const READS = /^get(Values|DataRange|DisplayValues|Formulas|LastRow)$/;

describe('a row with a bad cell', () => {
  it('gives its readable cells with its place, so that nobody takes it for absent', () => {
    const world = withPeople(2);
    sheet(world, 'Люди').getRange(3, 5).setValue('в декрете');
    const { rows, unread, problems } = world.workbook().read(PEOPLE);
    expect(rows.map(({ code }) => code)).toEqual(['У-1']);
    expect(unread).toEqual([{ $row: 3, code: 'У-2', name: 'Имя У-2', level: 2, since: '2026-09-01', helps: false }]);
    expect(problems.length).toBe(1);
  });

  it('of a machine table is read with an empty cell, unless the cell is one of those it cannot be without', () => {
    const world = withPeople(0);
    const effect = { key: 'a', state: 'done', at: '2026-09-01T10:00', count: 3, whole: { of: 1 } };
    world.workbook().append(EFFECTS, [effect, { ...effect, key: 'b' }]);
    sheet(world, 'Действия')
      .getRange(2, 3, 1, 3)
      .setValues([['вчера', 'много', '{']]);
    sheet(world, 'Действия').getRange(3, 2).setValue('кажется, да');
    const { rows, unread } = world.workbook().read(EFFECTS);
    expect(rows).toEqual([{ $row: 2, key: 'a', state: 'done', at: '', count: undefined, whole: undefined }]);
    expect(unread.map(({ $row, key }) => [$row, key])).toEqual([[3, 'b']]);
  });
});

describe('an empty flag', () => {
  it('means «да» where the column says so, else «нет»', () => {
    const world = withPeople(0);
    sheet(world, 'Люди')
      .getRange(2, 1, 1, 2)
      .setValues([['У-1', 'Имя']]);
    const [row] = world.workbook().read(PEOPLE).rows;
    expect([row?.takesPart, row?.helps]).toEqual([true, false]);
  });

  it('leaves «нет» a no', () => {
    const world = withPeople(0);
    world.workbook().append(PEOPLE, [{ ...person('У-1'), takesPart: false }]);
    expect(world.workbook().read(PEOPLE).rows[0]?.takesPart).toBe(false);
  });

  it('lets a teacher added by hand with no more than a code and a name take part', () => {
    const world = googleWorld();
    world.workbook().ensure([STAFF]);
    sheet(world, 'Сотрудники')
      .getRange(2, 1, 1, 2)
      .setValues([['У-900', 'Новая Вера Ильинична']]);
    expect(world.workbook().read(STAFF).rows[0]?.included).toBe(true);
  });
});

describe('what was written', () => {
  it('is known without reading the sheet again', () => {
    const world = withPeople(0);
    const workbook = world.workbook();
    const effect = { key: 'a', state: 'done', at: '2026-09-01T10:00', count: 3, whole: [1] };
    workbook.read(EFFECTS);
    const calls = world.callsOf(() => {
      for (let n = 0; n < 5; n++) {
        const at = workbook.append(EFFECTS, [{ ...effect, key: `k${String(n)}` }]);
        workbook.patch(EFFECTS, [{ $row: at, set: { count: n, at: '2026-09-02T11:30' } }]);
      }
      workbook.read(EFFECTS);
    });
    expect(calls.filter((method) => READS.test(method))).toEqual([]);
  });

  it('is remembered just as the sheet gives it back: dates, protected texts, blanks, rows beyond the last', () => {
    const world = withPeople(3);
    const workbook = world.workbook();
    const texts = ['=1+1', "'кавычка", '+7 900', '007', '1-12', '', '-', '@все', 'просто'];
    workbook.read(PEOPLE);
    workbook.append(
      PEOPLE,
      texts.map((text, index) => ({ ...person(`N${String(index)}`, text), level: index === 3 ? undefined : 1.5 })),
    );
    workbook.patch(PEOPLE, [
      { $row: 3, set: { name: '=HYPERLINK("x")', since: '2026-10-25' } },
      { $row: 4, set: { since: '', helps: true, level: undefined } },
    ]);
    const remembered = workbook.read(PEOPLE);
    expect(world.workbook().read(PEOPLE)).toEqual(remembered);
    expect(remembered.rows.slice(3).map(({ name }) => name)).toEqual(texts);
    workbook.append(EFFECTS, [{ key: 'a', state: 'done', at: '', count: 1, whole: undefined }]);
    workbook.replace(EFFECTS, [
      { key: '=b', state: 'done', at: '2026-09-01T00:00', count: 1, whole: { q: "'" } },
      { key: 'c', state: 'done', at: '', count: undefined, whole: undefined },
    ]);
    workbook.replace(EFFECTS, [{ key: 'd', state: 'done', at: '2026-09-01T00:00', count: 1, whole: { q: "'" } }]);
    expect(world.workbook().read(EFFECTS)).toEqual(workbook.read(EFFECTS));
    expect(
      world.callsOf(() => {
        workbook.replace(EFFECTS, workbook.read(EFFECTS).rows);
      }),
    ).not.toContain('setValues');
  });

  it('goes below a row that somebody added meanwhile', () => {
    const world = withPeople(2);
    const workbook = world.workbook();
    workbook.read(PEOPLE);
    sheet(world, 'Люди')
      .getRange(4, 1, 1, 2)
      .setValues([['У-77', 'Дописан рукой']]);
    expect(workbook.append(PEOPLE, [person('У-3')])).toBe(5);
    expect(
      world
        .workbook()
        .read(PEOPLE)
        .rows.map(({ code }) => code),
    ).toEqual(['У-1', 'У-2', 'У-77', 'У-3']);
  });
});

describe('changing some rows', () => {
  it('leaves formulas and fresh edits in the rows between as they are', () => {
    const world = withPeople(5);
    const workbook = world.workbook();
    workbook.read(PEOPLE);
    sheet(world, 'Люди').getRange(3, 3).setFormula('=1+1');
    sheet(world, 'Люди').getRange(4, 2).setValue('Только что исправлено');
    workbook.patch(PEOPLE, [
      { $row: 2, set: { name: 'А', level: 4 } },
      { $row: 5, set: { name: 'Б', level: 4 } },
    ]);
    expect(sheet(world, 'Люди').getRange(3, 3).getFormula()).toBe('=1+1');
    expect(
      world
        .workbook()
        .read(PEOPLE)
        .rows.map(({ name }) => name),
    ).toEqual(['А', 'Имя У-2', 'Только что исправлено', 'Б', 'Имя У-5']);
  });

  it('leaves the cells alone that a neighbouring row changes', () => {
    const world = withPeople(2);
    const workbook = world.workbook();
    workbook.read(PEOPLE);
    sheet(world, 'Люди').getRange(2, 3).setFormula('=1+1');
    workbook.patch(PEOPLE, [
      { $row: 2, set: { name: 'А' } },
      { $row: 3, set: { name: 'Б', level: 4 } },
    ]);
    expect(sheet(world, 'Люди').getRange(2, 3).getFormula()).toBe('=1+1');
  });

  it('in many places takes one write, and keeps formulas and fresh edits between them too', () => {
    const world = withPeople(60);
    const workbook = world.workbook();
    workbook.read(PEOPLE);
    sheet(world, 'Люди').getRange(3, 3).setFormula('=1+1');
    sheet(world, 'Люди').getRange(5, 2).setValue("''Новое");
    const calls = world.callsOf(() => {
      workbook.patch(
        PEOPLE,
        Array.from({ length: 30 }, (_unused, index) => ({ $row: 2 + index * 2, set: { name: '=А', level: index } })),
      );
    });
    expect(calls.filter((method) => method === 'setValues').length).toBe(1);
    expect(sheet(world, 'Люди').getRange(3, 3).getFormula()).toBe('=1+1');
    expect(world.workbook().read(PEOPLE)).toEqual(workbook.read(PEOPLE));
    expect(
      workbook
        .read(PEOPLE)
        .rows.slice(0, 4)
        .map(({ name }) => name),
    ).toEqual(['=А', 'Имя У-2', '=А', "'Новое"]);
  });

  it('takes one write where the changed rows lie together', () => {
    const world = withPeople(40);
    const workbook = world.workbook();
    workbook.read(PEOPLE);
    const calls = world.callsOf(() => {
      workbook.patch(
        PEOPLE,
        Array.from({ length: 40 }, (_unused, index) => ({ $row: 2 + index, set: { name: 'А' } })),
      );
    });
    expect(calls.filter((method) => method === 'setValues').length).toBe(1);
  });
});

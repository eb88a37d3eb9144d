// What is wrong with a school's files is said before anything is done: a line a problem, with its place; nothing is written.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demo, type Ended, example, temporaryFolder } from './command';

const folder = temporaryFolder();
const out = join(folder, 'out');

/** Writes an input file; gives its path. */
function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const goodStaff = example('second-school/staff.csv');
const goodAnswers = example('second-school/answers.csv');
const badStaff = file(
  'staff.csv',
  'Код;ФИО;Электронная почта',
  'У-1;Первая А. А.;first@',
  'У-2;Вторая Б. Б.;second@s.example',
  ';;nobody@s.example',
  'У-4;Четвёртая Г. Г.;second@s.example',
  'У-2;Пятая Д. Д.;fifth@s.example',
);
const badAnswers = file(
  'answers.csv',
  'form;at;email;about;level:ict.forms',
  'self;2026-09-07 09:05;a@s.example;;9',
  'опрос;2026-09-07 09:05;a@s.example;;2',
  'self;вчера;a@s.example;;2',
  'self;2026-09-07 09:05;;;2',
  'addressed;2026-09-07 09:05;a@s.example;;2',
);
const strangeColumns = file('strange.csv', 'form;at;email;nope', 'self;2026-09-07 09:05;a@s.example;x');
const emptyStaff = file('nobody.csv', 'ФИО;Электронная почта');
const openQuote = file(
  'quote.csv',
  'ФИО;Электронная почта',
  '"Первая А. А.;first@s.example',
  'Вторая Б. Б.;second@s.example',
);
const notInForm = file(
  'not-in-form.csv',
  'form;at;email;about;needs;consent;level:ict.forms',
  'needs;2026-09-07 09:05;a@s.example;;ict.nope;vr-2026-1;',
  'needs;2026-09-07 09:05;a@s.example;;ict.forms;;',
  'needs;2026-09-07 09:05;a@s.example;;ict.forms;vr-2026-1;2',
  'addressed;2026-09-07 09:05;a@s.example;ict.nope;;;',
);
const badLevels = file(
  'levels.csv',
  'Код сотрудника;Код компетенции;Источник;Уровень;Дата',
  'У-001;ict.forms;тест;9;2026-09-17',
  'У-999;ict.nope;анкета;2;вчера',
);
const strangeLevels = file('strange-levels.csv', 'Код сотрудника;Баллы', 'У-001;5');
const empty = join(folder, 'empty.csv');
writeFileSync(empty, '');
const notXlsx = file('not.xlsx', 'это не книга');
const missing = join(folder, 'missing.csv');

/** Every case: the arguments, and what is said of them. */
const CASES: Readonly<Record<string, { readonly args: readonly string[]; readonly lines: readonly RegExp[] }>> = {
  'a file that is not there': {
    args: ['--staff', missing, '--answers', goodAnswers],
    lines: [/missing\.csv: файл не найден или не читается$/],
  },
  'an empty file': {
    args: ['--staff', goodStaff, '--answers', empty],
    lines: [/empty\.csv: файл пуст$/],
  },
  'a file that only calls itself a workbook': {
    args: ['--staff', notXlsx, '--answers', goodAnswers],
    lines: [/not\.xlsx: это не файл \.xlsx или он повреждён$/],
  },
  'only the staff': { args: ['--staff', goodStaff], lines: [/Нужны оба файла: --staff .* и --answers/] },
  'only the answers': { args: ['--answers', goodAnswers], lines: [/Нужны оба файла: --staff .* и --answers/] },
  'an unknown programme': {
    args: ['--staff', goodStaff, '--answers', goodAnswers, '--programme', 'nope'],
    lines: [/--programme nope: такой программы нет\. Есть: vremya-rosta/],
  },
  'an unknown option': { args: ['--stuff', goodStaff], lines: [/Не понимаю параметры\. Пример: npm run demo -- /] },
  'answers in a column nobody knows': {
    args: ['--staff', goodStaff, '--answers', strangeColumns],
    lines: [/strange\.csv: Строка 1, столбец «nope»: Неизвестный столбец/],
  },
  'a staff list with nobody in it': {
    args: ['--staff', emptyStaff, '--answers', goodAnswers],
    lines: [/nobody\.csv: в списке нет ни одного участника школы «Наша школа»$/],
  },
  'a quote that is never closed': {
    args: ['--staff', openQuote, '--answers', goodAnswers],
    lines: [/quote\.csv: Строка 2: кавычка открыта и не закрыта/],
  },
  'answers that the forms do not offer': {
    args: ['--staff', goodStaff, '--answers', notInForm],
    lines: [
      /not-in-form\.csv: Строка 2, столбец «needs»: «ict\.nope» — такого варианта в анкете нет/,
      /not-in-form\.csv: Строка 3, столбец «consent»: Нет ответа на обязательный вопрос/,
      /not-in-form\.csv: Строка 4, столбец «level:ict\.forms»: В этой анкете нет такого вопроса/,
      /not-in-form\.csv: Строка 5, столбец «about»: «ict\.nope» — такой компетенции в программе нет/,
    ],
  },
  'bad rows in the file of levels': {
    args: ['--staff', goodStaff, '--answers', goodAnswers, '--levels', badLevels],
    lines: [
      /levels\.csv: Строка 2, столбец «Уровень»: «9» — не уровень/,
      /levels\.csv: Строка 3, столбец «Код сотрудника»: «У-999» — такого кода нет/,
      /levels\.csv: Строка 3, столбец «Код компетенции»: «ict\.nope» — такой компетенции/,
      /levels\.csv: Строка 3, столбец «Источник»: «анкета» — не источник/,
      /levels\.csv: Строка 3, столбец «Дата»: Не читается дата: «вчера»/,
    ],
  },
  'a file of levels with other columns': {
    args: ['--staff', goodStaff, '--answers', goodAnswers, '--levels', strangeLevels],
    lines: [
      /strange-levels\.csv: Строка 1, столбец «Баллы»: Неизвестный столбец/,
      /Не хватает столбца «Код компетенции»/,
      /Не хватает столбца «Источник»/,
      /Не хватает столбца «Уровень»/,
    ],
  },
  'bad rows in both files': {
    args: ['--staff', badStaff, '--answers', badAnswers],
    lines: [
      /staff\.csv: Строка 2, столбец «Электронная почта»: .*«first@» не похоже на адрес почты/,
      /staff\.csv: Строка 4, столбец «ФИО»: Нет имени/,
      /staff\.csv: Строка 5, столбец «Электронная почта»: .*«second@s\.example» уже записан в строке 3/,
      /staff\.csv: Строка 6, столбец «Код»: .*У-002/,
      /answers\.csv: Строка 2, столбец «level:ict\.forms»: «9» — не уровень/,
      /answers\.csv: Строка 3, столбец «form»: Непонятно, какая это анкета: «опрос»/,
      /answers\.csv: Строка 4, столбец «at»: Не читается время ответа: «вчера»/,
      /answers\.csv: Строка 5, столбец «email»: Нет адреса почты/,
      /answers\.csv: Строка 6, столбец «about»: Не указано, о чём анкета/,
    ],
  },
};

const ended = new Map<string, Ended>();

beforeAll(async () => {
  const waiting = Object.entries(CASES);
  // Two at a time: as many as there are cores.
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      ended.set(next[0], await demo(...next[1].args, '--out', out));
  };
  await Promise.all([work(), work()]);
}, 300_000);

describe.each(Object.entries(CASES))('%s', (name, { lines }) => {
  it('ends the run with exit code 2 before the first step', () => {
    expect(ended.get(name)).toMatchObject({ code: 2, output: '' });
  });

  it('is said in Russian, a line a problem', () => {
    const complaints = ended.get(name)?.complaints ?? [];
    expect(complaints).toEqual(lines.map((line) => expect.stringMatching(line) as string));
    // No trace of the program's insides.
    expect(complaints.filter((line) => /\bat .*:\d+|Error|undefined|\{\w+\}/.test(line))).toEqual([]);
  });
});

it('leaves nothing written after any of these', () => {
  expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual([]);
});

it('refuses a folder for the results that cannot be made before the first step', async () => {
  const target = join(badStaff, 'below-a-file');
  const { code, output, complaints } = await demo('--staff', goodStaff, '--answers', goodAnswers, '--out', target);
  expect({ code, output }).toEqual({ code: 2, output: '' });
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toMatch(/^--out: .*staff\.csv.* нельзя записать/);
}, 300_000);

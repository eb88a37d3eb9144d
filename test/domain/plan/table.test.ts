// Plans as schools write them: the tables of five real programmes (structure and dates as published, the measures named in other
// words, nobody named), and the ways in which a table comes out of a document or a sheet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { gridOfSheet, gridOfText } from '../../../src/domain/plan/paste';
import { type Measure, type PlanReading, readPlan } from '../../../src/domain/plan/table';

const published = (name: string): PlanReading =>
  readPlan(gridOfText(readFileSync(join(process.cwd(), 'test/domain/plan/tables', `${name}.txt`), 'utf8')));
const brief = ({ number, start, end, repeat }: Measure): string =>
  [number, start, end, repeat].filter((text) => text !== '').join(' ');
const find = ({ measures }: PlanReading, stage: RegExp, number: string): Measure => {
  const found = measures.filter((measure) => measure.number === number && stage.test(measure.stage));
  if (found[0] === undefined || found.length > 1) throw new Error(`${String(found.length)} measures ${number}`);
  return found[0];
};

describe('the published plans', () => {
  it.each([
    ['ict-project', 1, 23],
    ['gymnasium', 4, 129],
    ['communities', 2, 22],
    ['district', 4, 24],
    ['network', 3, 76],
  ])('%s: every table and every measure is read, none with a problem', (name, tables, measures) => {
    const plan = published(name);
    expect(plan.problems).toEqual([]);
    expect([plan.tables, plan.measures.length]).toEqual([tables, measures]);
    // A day for each, but where the dates lie in another document.
    expect(plan.measures.filter(({ start, assumed }) => start === '' && !assumed.includes('elsewhere'))).toEqual([]);
    expect(plan.measures.filter(({ title }) => title === '')).toEqual([]);
  });

  it('ICT project: a cell a line, weeks of months, stages with their months', () => {
    const plan = published('ict-project');
    expect(plan.measures.slice(0, 9).map(brief)).toEqual([
      '1.1 2021-11-08 2021-11-14',
      '1.2 2021-11-15 2021-11-21',
      '1.3 2021-11-22 2021-11-28',
      '1.4 2021-11-22 2021-11-28',
      '1.5 2021-11-22 2021-11-28',
      '2.1 2021-12-10 2021-12-10',
      '2.2 2021-12-13 2021-12-19',
      '2.3 2021-12-13 2021-12-19',
      '2.4 2021-12-13 2021-12-19',
    ]);
    expect(find(plan, /./, '2.14')).toMatchObject({
      start: '2022-02-14',
      end: '2022-03-31',
      responsible: 'Заместитель директора\nКонсультанты',
      result: 'итог',
    });
    expect([...new Set(plan.measures.map(({ stage }) => stage))]).toEqual([
      '1 этап, организационный: ноябрь 2021 г.',
      '2 этап, основной: декабрь, 2021 г. – апрель, 2022 г.',
      '3 этап – заключительный (май – июнь, 2022 г.).',
    ]);
  });

  it('gymnasium: pages that tear rows apart, several dates in a cell, the whole period', () => {
    const plan = published('gymnasium');
    expect(find(plan, /ПРОЕКТИРОВОЧНЫЙ/, '2.10')).toMatchObject({
      start: '2019-11-01',
      end: '2020-12-31',
      repeat: 'termly',
    });
    expect(find(plan, /ПРОЕКТИРОВОЧНЫЙ/, '2.16').times).toHaveLength(7);
    expect(find(plan, /^III\. ЭТАП/, '3.10').times).toEqual([
      { from: '2020-02-01', to: '2020-04-30' },
      { from: '2021-09-01', to: '2021-12-31' },
    ]);
    expect(plan.measures.filter(({ when }) => when === 'Весь период').map(({ end }) => end.slice(0, 4))).toEqual(
      Array.from({ length: 10 }, () => '2024'),
    );
    expect(plan.measures.filter(({ start }) => start === '').map(({ when }) => when)).toEqual([
      'По графику института, университета',
    ]);
  });

  it('communities: cells merged over rows, whose time goes for the rows below', () => {
    const plan = published('communities');
    const above = plan.measures.filter(({ assumed }) => assumed.includes('above'));
    expect(above).toHaveLength(8);
    expect(above[0]).toMatchObject({ start: '2021-01-01', end: '2021-02-28', when: 'Январь – февраль 2021' });
    expect(plan.measures.slice(0, 3).map(brief)).toEqual(Array.from({ length: 3 }, () => '2021-01-01 2024-12-31'));
  });

  it('district: a table a stage, the stage’s name above it', () => {
    const plan = published('district');
    expect(new Set(plan.measures.map(({ stage }) => stage)).size).toBe(4);
    expect(find(plan, /подготовительного/, '1.2')).toMatchObject({ start: '2020-10-01', end: '2020-11-30' });
    expect(find(plan, /основного/, '2.1').times).toEqual([
      { from: '2020-09-01', to: '2020-09-30' },
      { from: '2021-01-01', to: '2021-01-31' },
    ]);
  });

  it('network: rows under their year, recurrence, rows that stand a column too far left', () => {
    const plan = published('network');
    const of = (when: string, stage: string): Measure[] =>
      plan.measures.filter((measure) => measure.when === when && measure.stage === stage);
    expect(of('4 раза в год', '2020').map(brief)).toEqual(['2020-01-01 2020-12-31 fourYearly']);
    expect(of('В течение периода', '2022').map(brief)).toEqual(
      Array.from({ length: 4 }, () => '2022-01-01 2022-12-31'),
    );
    expect(of('Один раз в квартал', '').map(brief)).toEqual(['2 2020-01-01 2023-12-31 quarterly']);
    expect(of('3 раза в год', '').map(brief)).toEqual(['3 2020-01-01 2023-12-31 threeYearly']);
    expect(of('Апрель 2020-июнь 2021', '2022')).toHaveLength(1);
  });
});

const HEADINGS = ['№', 'Мероприятие', 'Сроки', 'Ответственный', 'Результат'];
const rowsOf = (...rows: string[][]): PlanReading => readPlan(gridOfSheet([HEADINGS, ...rows]));

describe('a plan in a sheet', () => {
  it('names rows by their place in the sheet, and keeps the words that it cannot read', () => {
    const plan = rowsOf(['1', 'Педсовет', 'как получится', 'директор', ''], ['2', 'Семинар', '', 'методист', '']);
    expect(plan.problems).toEqual([
      { code: 'plan.row.unread', row: 2, fields: { title: 'Педсовет', when: 'как получится' } },
      { code: 'plan.row.noDate', row: 3, fields: { title: 'Семинар', when: '' } },
    ]);
    expect(plan.measures.map(({ title, when, start }) => [title, when, start])).toEqual([
      ['Педсовет', 'как получится', ''],
      ['Семинар', '', ''],
    ]);
  });

  it('takes columns in any order, with its own words for them', () => {
    const plan = readPlan(
      gridOfSheet([
        ['План работы на год', '', '', ''],
        ['Когда', 'Исполнители', 'Виды деятельности', 'Целевая аудитория'],
        ['10.12.2021', 'методист', 'Семинар', 'молодые педагоги'],
      ]),
    );
    expect(plan.measures).toMatchObject([
      { title: 'Семинар', start: '2021-12-10', responsible: 'методист', audience: 'молодые педагоги', number: '' },
    ]);
    expect(plan.outside).toBe(1);
  });

  it('a sheet without a column of times is no plan', () => {
    expect(
      readPlan(
        gridOfSheet([
          ['№', 'Мероприятие', 'Ответственный'],
          ['1', 'Семинар', 'методист'],
        ]),
      ),
    ).toMatchObject({
      measures: [],
      tables: 0,
    });
  });

  it('the programme’s time, when it is known, is what «весь период» means', () => {
    const grid = gridOfSheet([
      HEADINGS,
      ['1', 'Сайт', 'весь период', '', ''],
      ['2', 'Семинар', '2 неделя ноября', '', ''],
    ]);
    expect(readPlan(grid, { from: '2026-09-01', to: '2027-05-31' }).measures.map(brief)).toEqual([
      '1 2026-09-01 2027-05-31',
      '2 2026-11-09 2026-11-15',
    ]);
  });
});

describe('a plan pasted as text', () => {
  const body: [string, string, string][] = [
    ['1', 'Педсовет', 'ноябрь 2026 г.'],
    ['2', 'Семинар', '10.12.2026'],
  ];
  const expected = ['1 2026-11-01 2026-11-30', '2 2026-12-10 2026-12-10'];
  const tabs = (cells: string[][]): string => cells.map((row) => row.join('\t')).join('\n');
  const table = [['№', 'Мероприятие', 'Срок'], ...body];

  it.each([
    ['tabs', tabs(table)],
    ['tabs and Windows line ends', tabs(table).replace(/\n/g, '\r\n')],
    ['a cell a line', table.map((row) => row.map((cell) => `\t${cell}`).join('\n')).join('\n\n')],
    ['cells in quotes with line breaks', tabs(table).replace('Педсовет', '"Педсовет\nпервый, ""малый"""')],
    ['paragraphs that tear a row apart', tabs(table).replace('Педсовет', 'Педсовет\nпервый')],
    ['other text before and after', `План\n\n${tabs(table)}\n\nИтоги подводит педсовет.\nВсего два мероприятия.`],
  ])('with %s', (_name, text) => {
    const plan = readPlan(gridOfText(text));
    expect(plan.measures.map(brief)).toEqual(expected);
    expect(plan.problems).toEqual([]);
  });

  it('whatever is pasted, reading ends, and no measure is without words', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '№\tМероприятия\tСроки',
            '\t',
            '\n',
            '1\t',
            'Семинар',
            'май 2026',
            '"',
            '<b>',
            '**I. ЭТАП**',
            'x',
          ),
          { maxLength: 40 },
        ),
        (pieces) => {
          const plan = readPlan(gridOfText(pieces.join('')));
          expect(plan.measures.every(({ title }) => title !== '')).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a table read from text and the same table read from a sheet give the same measures', () => {
    const word = fc.constantFrom('Семинар', 'Педсовет', 'Открытый урок', 'Отчёт');
    const when = fc.constantFrom('май 2026', '10.12.2026', 'ежемесячно', '3 неделя марта 2027', 'весь период', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, when), { minLength: 1, maxLength: 12 }), (rows) => {
        const cells = [
          ['№', 'Мероприятие', 'Сроки'],
          ...rows.map(([title, time], index) => [String(index + 1), title, time]),
        ];
        const bare = ({ measures }: PlanReading): unknown => measures.map((measure) => ({ ...measure, row: 0 }));
        expect(bare(readPlan(gridOfText(tabs(cells))))).toEqual(bare(readPlan(gridOfSheet(cells))));
        expect(readPlan(gridOfSheet(cells)).measures).toHaveLength(rows.length);
      }),
    );
  });
});

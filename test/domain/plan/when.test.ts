// When a measure happens: the words that schools write, and the days they mean.
import fc from 'fast-check';
import { dateOfDay, dayNumber } from '../../../src/domain/local-time';
import { type Period, weekOfMonth } from '../../../src/domain/plan/period';
import { periodIn, readWhen, type When } from '../../../src/domain/plan/when';

/** The programme runs from November to June. */
const whole: Period = { from: '2021-11-01', to: '2022-06-30' };
const read = (text: string): When => {
  const when = readWhen(text, { whole });
  if (when === undefined) throw new Error('no words');
  return when;
};
const days = (text: string): string =>
  read(text)
    .periods.map(({ from, to }) => `${from}…${to}`)
    .join(' ');

describe('words with a year', () => {
  it.each([
    ['10.12.2021', '2021-12-10…2021-12-10'],
    ['10.12.21 г.', '2021-12-10…2021-12-10'],
    ['2021-12-10', '2021-12-10…2021-12-10'],
    ['10 декабря 2021 года', '2021-12-10…2021-12-10'],
    ['март 2022 г.', '2022-03-01…2022-03-31'],
    ['  Апрель 2022.', '2022-04-01…2022-04-30'],
    ['февр. 2024', '2024-02-01…2024-02-29'],
    ['2-ая неделя ноября 2021 г.', '2021-11-08…2021-11-14'],
    ['3 неделя декабря 2021 г.', '2021-12-13…2021-12-19'],
    ['третья неделя декабря 2021', '2021-12-13…2021-12-19'],
    ['II неделя января 2022 г.', '2022-01-10…2022-01-16'],
    ['последняя неделя марта 2022', '2022-03-28…2022-03-31'],
    ['1-2 неделя ноября 2021', '2021-11-01…2021-11-14'],
    ['3 неделя февраля – март 2022 г.', '2022-02-14…2022-03-31'],
    ['Декабрь 2021 г. – апрель 2022 г.', '2021-12-01…2022-04-30'],
    ['декабрь, 2021 г. – апрель, 2022 г.', '2021-12-01…2022-04-30'],
    ['октябрь 2020. - ноябрь 2020г.', '2020-10-01…2020-11-30'],
    ['Май- сентябрь   2022', '2022-05-01…2022-09-30'],
    ['Октябрь-май 2020', '2019-10-01…2020-05-31'],
    ['с 10 по 15 декабря 2021 г.', '2021-12-10…2021-12-15'],
    ['10–15 декабря 2021', '2021-12-10…2021-12-15'],
    ['первая декада октября 2021', '2021-10-01…2021-10-10'],
    ['конец мая 2022', '2022-05-21…2022-05-31'],
    ['в начале января 2022', '2022-01-01…2022-01-10'],
    ['I квартал 2022 года', '2022-01-01…2022-03-31'],
    ['3-4 кв. 2022', '2022-07-01…2022-12-31'],
    ['2 четверть 2021/2022 уч. г.', '2021-11-01…2021-12-31'],
    ['первое полугодие 2021-2022 учебного года', '2021-09-01…2021-12-31'],
    ['2020-2021 учебный год', '2020-09-01…2021-05-31'],
    ['В течение 2023/24 учебного года', '2023-09-01…2024-05-31'],
    ['осень 2021', '2021-09-01…2021-11-30'],
    ['2024 год', '2024-01-01…2024-12-31'],
    ['2021 -2024', '2021-01-01…2024-12-31'],
    ['2022 год, \n2022/23 учебный год', '2022-01-01…2023-05-31'],
    ['не позднее 20 мая 2022', '2021-11-01…2022-05-20'],
    ['до 25 декабря 2021г. включительно', '2021-11-01…2021-12-25'],
    ['первая половина ноября 2021', '2021-11-01…2021-11-15'],
    ['вторая половина февраля 2022', '2022-02-16…2022-02-28'],
    ['начало 2021-2022 учебного года', '2021-09-01…2021-09-30'],
    ['сент.-окт. 2022', '2022-09-01…2022-10-31'],
    ['01.09.21-30.05.22', '2021-09-01…2022-05-30'],
    ['IV квартал 2022 г. - I квартал 2023 г.', '2022-10-01…2023-03-31'],
  ])('«%s» is %s, and nothing of it is left unread', (text, expected) => {
    expect(days(text)).toBe(expected);
    expect(read(text)).toMatchObject({ unread: '' });
    expect(read(text).assumed.filter((name) => name !== 'start')).toEqual([]);
  });

  it('several times are told apart: the same month of several years, months with years between them', () => {
    expect(days('Ноябрь 2019, 2020 Февраль 2020, 2021')).toBe(
      '2019-11-01…2019-11-30 2020-02-01…2020-02-29 2020-11-01…2020-11-30 2021-02-01…2021-02-28',
    );
    expect(days('Май 2020 2021 2022')).toBe('2020-05-01…2020-05-31 2021-05-01…2021-05-31 2022-05-01…2022-05-31');
  });
});

describe('words without a year', () => {
  it.each([
    ['2-ая неделя ноября', '2021-11-08…2021-11-14', ['year']],
    ['25 мая', '2022-05-25…2022-05-25', ['year']],
    ['10-15 декабря', '2021-12-10…2021-12-15', ['year']],
    ['март – май', '2022-03-01…2022-05-31', ['year']],
    ['до 1 сентября', '2021-11-01…2022-08-31', ['year', 'before', 'start']],
    ['II полугодие', '2022-01-01…2022-05-31', ['year']],
    ['в течение года', '2021-11-01…2022-06-30', ['period']],
    ['в течение учебного года', '2021-09-01…2022-05-31', ['period']],
    ['Весь период', '2021-11-01…2022-06-30', ['period']],
    ['в течение реализации проекта', '2021-11-01…2022-06-30', ['period']],
    ['до конца учебного года', '2021-11-01…2022-05-31', ['period', 'start']],
    ['конец учебного года', '2022-05-01…2022-05-31', ['period']],
    ['С февраля 2022', '2022-02-01…2022-06-30', ['end']],
    ['К 2022г.', '2021-11-01…2021-12-31', ['before', 'start']],
  ] as const)('«%s» takes what is missing from the programme’s time, and says so', (text, expected, assumed) => {
    expect(days(text)).toBe(expected);
    expect([...read(text).assumed].sort()).toEqual([...assumed].sort());
  });

  it('without a programme’s time they name no day, and the words are not lost on anybody', () => {
    expect(readWhen('в течение года')).toEqual({ periods: [], assumed: [], unread: '' });
    expect(readWhen('2-ая неделя ноября')?.periods).toEqual([]);
  });

  it('the year of the table’s section goes before the programme’s', () => {
    expect(
      readWhen('в течение года', { whole: { from: '2020-01-01', to: '2020-12-31' }, year: 2020 })?.periods,
    ).toEqual([{ from: '2020-01-01', to: '2020-12-31' }]);
    expect(readWhen('октябрь', { whole, year: 2020 })?.periods).toEqual([{ from: '2020-10-01', to: '2020-10-31' }]);
  });
});

describe('words about repetition', () => {
  it.each([
    ['ежемесячно', 'monthly'],
    ['1 раз в месяц', 'monthly'],
    ['раз в неделю', 'weekly'],
    ['еженедельно', 'weekly'],
    ['2 раза в месяц', 'twiceMonthly'],
    ['Один раз в квартал', 'quarterly'],
    ['ежеквартально', 'quarterly'],
    ['не реже 1 раза в четверть', 'termly'],
    ['Не менее одной стажировочной сессии в четверть', 'termly'],
    ['4 раза в год', 'fourYearly'],
    ['три раза в год', 'threeYearly'],
    ['2 раза в учебный год', 'twiceYearly'],
    ['по полугодиям', 'twiceYearly'],
    ['ежегодно', 'yearly'],
  ] as const)('«%s» is %s, in the programme’s time', (text, repeat) => {
    expect(read(text)).toEqual({ periods: [whole], repeat, assumed: ['period'], unread: '' });
  });

  it('keeps the time that is written beside it', () => {
    expect(read('ежемесячно, октябрь – апрель')).toMatchObject({
      repeat: 'monthly',
      periods: [{ from: '2021-10-01', to: '2022-04-30' }],
    });
    expect(read('Ноябрь 2019– декабрь 2020 Не менее 1 раза в четверть')).toMatchObject({
      repeat: 'termly',
      periods: [{ from: '2019-11-01', to: '2020-12-31' }],
    });
  });
});

describe('words about repetition that name its times', () => {
  it('«два раза в год (декабрь, май)» is those two', () => {
    expect(read('два раза в год (декабрь, май)')).toMatchObject({
      periods: [
        { from: '2021-12-01', to: '2021-12-31' },
        { from: '2022-05-01', to: '2022-05-31' },
      ],
    });
    expect(read('два раза в год (декабрь, май)').repeat).toBeUndefined();
  });

  it('«ежегодно, февраль» is the February of every year of the programme, however long', () => {
    const years = readWhen('ежегодно, февраль', { whole: { from: '2019-09-01', to: '2022-08-31' } });
    expect(years?.periods).toEqual([
      { from: '2020-02-01', to: '2020-02-29' },
      { from: '2021-02-01', to: '2021-02-28' },
      { from: '2022-02-01', to: '2022-02-28' },
    ]);
    expect(read('ежегодно, август')).toMatchObject({
      periods: [{ from: '2022-08-01', to: '2022-08-31' }],
      repeat: 'yearly',
    });
  });
});

describe('words that name no time', () => {
  it.each(['По графику института', 'по мере необходимости', 'согласно плану-графику'])(
    '«%s»: the dates lie elsewhere',
    (text) => {
      expect(read(text).periods).toEqual([]);
      expect(read(text).assumed).toContain('elsewhere');
    },
  );

  it('what says nothing of time is given back', () => {
    expect(read('каждую вторую пятницу')).toMatchObject({ periods: [], unread: 'каждую вторую пятницу' });
    expect(read('В течение всего периода по результатам наблюдений')).toMatchObject({
      periods: [whole],
      unread: 'результатам наблюдений',
      assumed: ['period', 'partly'],
    });
  });

  it('time in general is no time of the plan', () => {
    expect(read('в каникулярное время')).toMatchObject({ periods: [], assumed: ['partly'] });
  });

  it('a day that does not exist is no day', () => {
    expect(read('31.02.2022').periods).toEqual([]);
  });

  it.each(['', ' ', '–', '—', '\n'])('«%s» is no words', (text) => {
    expect(readWhen(text, { whole })).toBeUndefined();
  });

  it('whatever is written, the answer is real days in order, and soon', () => {
    const pieces = fc.constantFrom(
      ...[
        'март',
        '2022',
        'г.',
        '-',
        'по',
        'с',
        'до',
        '3',
        'неделя',
        '1 раз в месяц',
        ',',
        'и',
        'весь период',
        '31',
        'уч.',
        '2021-2022',
        'квартал',
        'x',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(pieces, { maxLength: 12 }).map((all) => all.join(' ')),
        ),
        (text) => {
          const periods = readWhen(text, { whole })?.periods ?? [];
          for (const { from, to } of periods) expect(dayNumber(from)).toBeLessThanOrEqual(dayNumber(to));
          for (let i = 1; i < periods.length; i++)
            expect((periods[i]?.from ?? '') > (periods[i - 1]?.to ?? '')).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a stage’s title', () => {
  it.each([
    ['1 этап, организационный: ноябрь 2021 г.', '2021-11-01', '2021-11-30'],
    ['2 этап, основной: декабрь, 2021 г. – апрель, 2022 г.', '2021-12-01', '2022-04-30'],
    ['3 этап – заключительный (май – июнь, 2022 г.).', '2022-05-01', '2022-06-30'],
    ['1 этап –2020-2021 учебный год – подготовительный', '2020-09-01', '2021-05-31'],
    ['2 этап – 2021-2022  и 2022 -2023 учебный год – основной', '2021-09-01', '2023-05-31'],
  ])('«%s» names its time', (title, from, to) => {
    expect(periodIn(title)).toEqual({ from, to });
  });

  it('without a year names none', () => {
    expect(periodIn('I. ДИАГНОСТИЧЕСКИЙ ЭТАП')).toBeUndefined();
  });
});

it('reads back every month, whatever year and however it is written', () => {
  const MONTHS = [
    'январь',
    'февраль',
    'март',
    'апрель',
    'май',
    'июнь',
    'июль',
    'август',
    'сентябрь',
    'октябрь',
    'ноябрь',
    'декабрь',
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 2000, max: 2099 }),
      fc.constantFrom('', ' г.', 'г', ' год', ' года'),
      fc.boolean(),
      (month, year, ending, upper) => {
        const name = MONTHS[month] ?? '';
        const [period] = readWhen(`${upper ? name.toUpperCase() : name} ${String(year)}${ending}`)?.periods ?? [];
        expect(period?.from).toBe(`${String(year)}-${String(month + 1).padStart(2, '0')}-01`);
        expect(dateOfDay(dayNumber(period?.to ?? '') + 1).slice(8)).toBe('01');
      },
    ),
  );
});

it('a week of a month is Monday to Sunday as far as it lies in the month, and weeks follow each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const weeks = [1, 2, 3, 4].map((week) => weekOfMonth(year, month, week));
      for (const { from, to } of weeks) {
        expect(from.slice(0, 7)).toBe(`${String(year)}-${String(month).padStart(2, '0')}`);
        expect(to.slice(0, 7)).toBe(from.slice(0, 7));
        expect(dayNumber(to) - dayNumber(from)).toBeLessThanOrEqual(6);
        expect(dayNumber(to) - dayNumber(from)).toBeGreaterThanOrEqual(3);
      }
      for (let i = 1; i < 4; i++) expect(dayNumber(weeks[i]?.from ?? '')).toBe(dayNumber(weeks[i - 1]?.to ?? '') + 1);
    }),
  );
});

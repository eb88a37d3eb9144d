// When a measure happens, from the words of a plan: «3 неделя декабря 2021 г.», «март – май», «ежемесячно», «до 1 сентября».
import { addDays, dayNumber, isLocalDate } from '../local-time';
import {
  calendarYear,
  dayOf,
  half,
  hull,
  lengthOf,
  merged,
  months,
  monthLength,
  type Period,
  quarter,
  schoolHalf,
  schoolYear,
  schoolYearOf,
  season,
  term,
  third,
  weekOfMonth,
} from './period';
import { occurrences, type Repeat } from './repeat';
import { hasUnit, lacksYear, type Point, pointsOf } from './points';
import { plainWords, tokensOf } from './tokens';

/** What the words leave to be known from elsewhere. */
export interface WhenContext {
  /** The stage, the section's year or the whole programme: what «весь период» means, and the year of a month without one. */
  readonly whole?: Period;
  /** The year of the table's section, when the table is cut by years. */
  readonly year?: number;
}

/**
 * What was assumed: the year was not written; the words mean the whole period; the beginning or the end is that of the whole period;
 * «до» was read as up to the day before; the dates lie in another document; a part of the words says nothing of time.
 */
export type Assumed = 'year' | 'period' | 'start' | 'end' | 'before' | 'elsewhere' | 'partly';

export interface When {
  /** In order, without overlap; none when the words name no time of their own and the context gives none. */
  readonly periods: readonly Period[];
  readonly repeat?: Repeat;
  readonly assumed: readonly Assumed[];
  /** Words that say nothing of time. */
  readonly unread: string;
}

/** `n` times in a unit, by the unit's beginning. */
const REPEATS: readonly (readonly [RegExp, Repeat])[] = [
  [/^1\/недел|^1\/нед/, 'weekly'],
  [/^2\/мес/, 'twiceMonthly'],
  [/^1\/мес/, 'monthly'],
  [/^1\/кварт|^1\/кв/, 'quarterly'],
  [/^1\/четв/, 'termly'],
  [/^1\/полуг/, 'twiceYearly'],
  [/^1\/(?:учебн[а-я]+ )?год/, 'yearly'],
  [/^2\/(?:учебн[а-я]+ )?год/, 'twiceYearly'],
  [/^3\/(?:учебн[а-я]+ )?год/, 'threeYearly'],
  [/^4\/(?:учебн[а-я]+ )?год/, 'fourYearly'],
];
const WORDS_OF_REPEAT: readonly (readonly [RegExp, Repeat])[] = [
  [/(?:еженедельно|кажд[а-я]+ недел[а-я]+)/g, 'weekly'],
  [/(?:ежемесячно|кажд[а-я]+ месяц[а-я]*|по месяцам|помесячно)/g, 'monthly'],
  [/(?:ежеквартально|кажд[а-я]+ квартал[а-я]*|поквартально)/g, 'quarterly'],
  [/(?:кажд[а-я]+ (?:учебн[а-я]+ )?четверт[а-я]+|по четвертям)/g, 'termly'],
  [/(?:кажд[а-я]+ полугоди[а-я]+|по полугодиям|раз в полгода)/g, 'twiceYearly'],
  [/(?:ежегодно|кажд[а-я]+ (?:учебн[а-я]+ )?год[а-я]*)/g, 'yearly'],
];
const TIMES_IN =
  /(?:не (?:реже|менее|меньше) (?:чем )?)?(\d|один|одна|одной|одну|одного|два|две|двух|дважды|три|трех|трижды|четыре|четырех)?\s*(?:раза?\s|[а-я]+ [а-я]+\s|[а-я]+\s)?\s*(?:в|за) ((?:учебн[а-я]+ )?(?:недел[а-я]+|нед\.|месяц[а-я]*|мес\.|квартал[а-я]*|кв\.|четверт[а-я]+|полугоди[а-я]+|год[ауы]?)(?![а-я]))/g;
const NUMBERS: Readonly<Record<string, number>> = {
  один: 1,
  одна: 1,
  одной: 1,
  одну: 1,
  одного: 1,
  два: 2,
  две: 2,
  двух: 2,
  дважды: 2,
  три: 3,
  трех: 3,
  трижды: 3,
  четыре: 4,
  четырех: 4,
};

/** «The whole time»: of the programme unless a number follows, which then says more. */
const WHOLE =
  /(?:(?:в течение|на протяжении)\s+(?:всего\s+|всех\s+)?|(?:весь|все|всего)\s+)(?:период[а-я]*|срок[а-я]*|врем[а-я]+)(?:\s+(?:реализации|действия))?(?:\s+(?:проекта|программы))?|(?:в течение|на протяжении|в ходе)\s+(?:всей\s+)?(?:реализации\s+)?(?:проекта|программы)|(?:в течение|на протяжении|в ходе)\s+(?:всей\s+)?реализации|постоянно|систематически|регулярно|весь год/g;
const ELSEWHERE =
  /(?:по|согласно)\s+(?:мере\s+[а-я]+|(?:отдельн[а-я]+\s+)?(?:плану-графику|плану|графику|расписанию|согласованию|запрос[а-я]*|необходимости|договоренности|требованию)[а-я]*)|по\s+(?:годовому|отдельному|утвержденному)\s+(?:плану|графику)(?:\s+работы)?/g;

/** From September to July: a programme that lasts longer than this has more than one school year in it. */
const SCHOOL_YEAR_DAYS = 335;

/** A cell with more in it is no «when»: the words after are not looked at. */
const LONGEST = 500;

/** Reads the words; undefined when there are none. */
export function readWhen(text: string, context: WhenContext = {}): When | undefined {
  let rest = plainWords(text.slice(0, LONGEST));
  if (rest === '' || /^[-. |]+$/.test(rest)) return undefined;
  const assumed = new Set<Assumed>();
  const take = (pattern: RegExp, name?: Assumed): boolean => {
    const before = rest;
    rest = rest.replace(pattern, ' | ');
    if (rest === before) return false;
    if (name !== undefined) assumed.add(name);
    return true;
  };
  const repeat = takeRepeat();
  take(ELSEWHERE, 'elsewhere');
  const whole = take(WHOLE);
  const { points, unread } = pointsOf(tokensOf(rest));
  const periods = periodsOf(points, context, assumed);
  if (periods.length === 0 && points.length === 0 && (whole || repeat !== undefined) && context.whole !== undefined) {
    periods.push(context.whole);
    assumed.add('period');
  }
  if (unread !== '') assumed.add('partly');
  // «Два раза в год: декабрь, май» names each time; «ежегодно, август» means the August of every year.
  const named = repeat === 'yearly' && periods.length === 1 ? everyYear(periods[0], assumed, context) : periods;
  const said = named.length > 1 && repeat !== undefined && YEARLY.has(repeat);
  return {
    periods: merged(named),
    ...(repeat === undefined || said ? {} : { repeat }),
    assumed: [...assumed],
    unread,
  };

  function takeRepeat(): Repeat | undefined {
    let found: Repeat | undefined;
    for (const [pattern, name] of WORDS_OF_REPEAT) {
      if (!take(pattern)) continue;
      found ??= name;
    }
    rest = rest.replace(TIMES_IN, (phrase: string, count: string | undefined, unit: string) => {
      // «в течение года» is no «раз в год», «за 2 недели» is no repetition: there must be a number, or the word itself.
      if (count === undefined && !/раз[а]?\s/.test(phrase)) return phrase;
      const number = count === undefined ? 1 : (NUMBERS[count] ?? Number(count));
      const name = REPEATS.find(([pattern]) => pattern.test(`${String(number)}/${unit}`))?.[1];
      if (name === undefined) return phrase;
      found ??= name;
      return ' | ';
    });
    return found;
  }
}

const YEARLY: ReadonlySet<Repeat> = new Set(['yearly', 'twiceYearly', 'threeYearly', 'fourYearly']);

/** The same days of every year of the programme, when the year was not written. */
function everyYear(
  period: Period | undefined,
  assumed: ReadonlySet<Assumed>,
  { whole }: WhenContext,
): readonly Period[] {
  if (period === undefined) return [];
  if (whole === undefined || !assumed.has('year') || assumed.has('start')) return [period];
  const shifted = (years: number): Period => {
    const at = (day: string): string => {
      const date = `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`;
      return isLocalDate(date) ? date : `${date.slice(0, 8)}28`;
    };
    return { from: at(period.from), to: at(period.to) };
  };
  const years = Number(whole.to.slice(0, 4)) - Number(period.from.slice(0, 4));
  const all = Array.from({ length: Math.max(0, years) + 1 }, (_unused, index) => shifted(index));
  const inside = all.filter(({ from, to }) => to >= whole.from && from <= whole.to);
  return inside.length > 0 ? inside : [period];
}

/** A stage's time in its title: «1 этап, организационный: ноябрь 2021 г.»; the other words do not matter. Undefined without a year. */
export function periodIn(title: string): Period | undefined {
  const plain = plainWords(title);
  if (!/20\d\d/.test(plain)) return undefined;
  const { points } = pointsOf(tokensOf(plain.replace(/^\s*(?:\d+(?:\.\d+)*\.?|[ivx]+\.)\s*/, '')));
  return hull(periodsOf(points, {}, new Set()));
}

/** The stretches that the points mean, with what they leave out taken from their neighbours and the context. */
function periodsOf(points: readonly Point[], context: WhenContext, assumed: Set<Assumed>): Period[] {
  const full = withYears(withMonths(points.map((point) => ({ ...point }))), context, assumed);
  const periods: Period[] = [];
  full.forEach((point, index) => {
    const period = periodOf(point, context, assumed);
    if (period === undefined) return;
    if (point.joined === true) {
      const last = periods.pop();
      // «до» in «с 10 до 15»: the last day counts, as people mean it.
      if (last !== undefined) periods.push(last.from <= period.to ? { from: last.from, to: period.to } : period);
      else periods.push(period);
      return;
    }
    if (point.mode === 'from' && full[index + 1]?.joined !== true) {
      const to = context.whole?.to;
      assumed.add('end');
      periods.push({ from: period.from, to: to !== undefined && to >= period.from ? to : period.to });
      return;
    }
    if (point.mode === 'until' || point.mode === 'notLater') {
      periods.push(upTo(point, period, context, assumed));
      return;
    }
    periods.push(period);
  });
  return periods;
}

/** «до января» ends the day before January begins; «до конца мая», «не позднее мая» and «по май» end with May. */
function upTo(point: Point, period: Period, { whole }: WhenContext, assumed: Set<Assumed>): Period {
  const inclusive = point.mode === 'notLater' || point.part === 3;
  if (!inclusive) assumed.add('before');
  const to = inclusive ? period.to : addDays(period.from, -1);
  const from = whole !== undefined && whole.from <= to ? whole.from : to;
  assumed.add('start');
  return { from, to };
}

/** Years that are not written: that of the other end of the range, of the next named one, of the section, or where the day falls into the whole. */
function withYears(points: Point[], context: WhenContext, assumed: Set<Assumed>): Point[] {
  // From behind: «октябрь – май 2020» began in the year before.
  for (let index = points.length - 2; index >= 0; index--) {
    const [point, next] = [points[index], points[index + 1]];
    if (point === undefined || next === undefined || !lacksYear(point) || !needsYear(point)) continue;
    if (next.y !== undefined) {
      const later = orderOf(point) > orderOf(next);
      point.y = later ? next.y - 1 : next.y;
    } else if (next.school !== undefined) point.school = next.school;
  }
  let before: Point | undefined;
  for (const point of points) {
    if (lacksYear(point) && needsYear(point)) {
      if (before?.y !== undefined) {
        point.y = orderOf(point) < orderOf(before) ? before.y + 1 : before.y;
        if (point.joined !== true) assumed.add('year');
      } else if (before?.school !== undefined) point.school = before.school;
      else if (contextYear(point, context)) assumed.add('year');
    }
    if (needsYear(point) || point.y !== undefined) before = point;
  }
  return points;
}

const needsYear = (p: Point): boolean =>
  [p.m, p.d, p.quarter, p.half, p.term, p.season].some((value) => value !== undefined);

/** Months by which two points of unknown years are ordered. */
const orderOf = (p: Point): number =>
  p.m ?? (p.quarter === undefined ? (p.season === undefined ? (p.term ?? p.half ?? 0) : p.season * 3) : p.quarter * 3);

/** Gives the point the year in which it falls into the whole period, or nearest to it; a deadline never lies before its beginning. */
function contextYear(point: Point, { whole, year }: WhenContext): boolean {
  if (year !== undefined) {
    point.y = year;
    return true;
  }
  if (whole === undefined) return false;
  if (point.term !== undefined || point.half !== undefined) {
    point.school = schoolYearOf(whole.from);
    return true;
  }
  const deadline = point.mode === 'until' || point.mode === 'notLater';
  let nearest = Infinity;
  for (let y = Number(whole.from.slice(0, 4)); y <= Number(whole.to.slice(0, 4)) + 1; y++) {
    const period = periodOf({ ...point, y }, {}, new Set());
    if (period === undefined || (deadline && period.from <= whole.from)) continue;
    const outside = Math.max(
      0,
      dayNumber(whole.from) - dayNumber(period.to),
      dayNumber(period.from) - dayNumber(whole.to),
    );
    if (outside >= nearest) continue;
    nearest = outside;
    point.y = y;
  }
  return point.y !== undefined;
}

/** «10–15 декабря»: the first day's month is that of the second. «1–2 неделя ноября» alike. */
function withMonths(points: Point[]): Point[] {
  for (let index = points.length - 2; index >= 0; index--) {
    const [point, next] = [points[index], points[index + 1]];
    if (point === undefined || next === undefined || hasUnit(point)) continue;
    if (point.d !== undefined || point.week !== undefined || point.decade !== undefined || point.part !== undefined) {
      if (next.m !== undefined) point.m = next.m;
    }
  }
  return points;
}

function periodOf(p: Point, context: WhenContext, assumed: Set<Assumed>): Period | undefined {
  const base = baseOf(p, context, assumed);
  if (base === undefined) return undefined;
  if (p.halfOf !== undefined) return halfOf(base, p.halfOf);
  if (p.part === undefined) return base;
  // The beginning of a year is its first month, its end the last one.
  const [first, last] = [base.from, base.to].map((day) => months(Number(day.slice(0, 4)), Number(day.slice(5, 7))));
  if (lengthOf(base) <= LONGEST_SHORT || first === undefined || last === undefined || p.part === 2)
    return third(base, p.part);
  return p.part === 1 ? first : last;
}

/** A quarter and less is cut into thirds by its days. */
const LONGEST_SHORT = 92;

/** Of a month the first fifteen days or the rest; of a year whole months. */
function halfOf({ from, to }: Period, number: number): Period {
  if (lengthOf({ from, to }) > LONGEST_SHORT) {
    const parts = occurrences('twiceYearly', { from, to });
    return parts[number - 1] ?? { from, to };
  }
  const middle = addDays(from, 14);
  return number === 1 ? { from, to: middle } : { from: addDays(middle, 1), to };
}

function baseOf(p: Point, context: WhenContext, assumed: Set<Assumed>): Period | undefined {
  const { y, school } = p;
  if (p.quarter !== undefined) {
    if (school !== undefined) return quarter(p.quarter >= 3 ? school : school + 1, p.quarter);
    return y === undefined ? undefined : quarter(y, p.quarter);
  }
  if (p.half !== undefined) {
    if (school !== undefined) return schoolHalf(school, p.half);
    return y === undefined ? undefined : half(y, p.half);
  }
  if (p.term !== undefined) {
    if (school !== undefined) return term(school, p.term);
    // A term of a calendar year: the first two begin a school year, the last two end one.
    return y === undefined ? undefined : term(p.term <= 2 ? y : y - 1, p.term);
  }
  if (p.season !== undefined) {
    const year = y ?? (school === undefined ? undefined : p.season >= 3 ? school : school + 1);
    if (year === undefined) return undefined;
    // Winter is named by the year in which it ends.
    return season(p.season === 4 && y !== undefined ? year - 1 : year, p.season);
  }
  if (p.m !== undefined) {
    const year = y ?? (school === undefined ? undefined : p.m >= 9 ? school : school + 1);
    if (year === undefined) return undefined;
    if (p.d !== undefined) {
      const day = dayOf(year, p.m, p.d);
      return p.d <= monthLength(year, p.m) && isLocalDate(day) ? { from: day, to: day } : undefined;
    }
    if (p.week !== undefined) return weekOfMonth(year, p.m, p.week);
    return p.decade === undefined ? months(year, p.m) : third(months(year, p.m), p.decade);
  }
  if (p.thisYear !== undefined) {
    if (y !== undefined) return p.thisYear === 'school' ? schoolYear(y) : calendarYear(y);
    const { whole, year } = context;
    if (whole === undefined && year === undefined) return undefined;
    assumed.add('period');
    // «В течение учебного года» of a programme of several years means each of them.
    if (p.thisYear === 'school' && whole !== undefined && lengthOf(whole) < SCHOOL_YEAR_DAYS)
      return schoolYear(schoolYearOf(whole.from));
    return year === undefined ? whole : calendarYear(year);
  }
  if (school !== undefined) return schoolYear(school);
  return y === undefined || p.week !== undefined || p.d !== undefined ? undefined : calendarYear(y);
}

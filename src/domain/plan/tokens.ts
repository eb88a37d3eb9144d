// Words of a plan's «when» cut into tokens: months, years, weeks, and what joins them.

/** `y` is a year, `m` a month from 1, `d` a day, `n` a number of the unit (for a week -1 is the last). */
export type Token =
  | { readonly k: 'date'; readonly y: number | undefined; readonly m: number; readonly d: number }
  | { readonly k: 'number'; readonly n: number }
  | { readonly k: 'month'; readonly m: number }
  | { readonly k: 'year' | 'school'; readonly y: number }
  | { readonly k: 'week' | 'decade' | 'part' | 'halfOf' | 'quarter' | 'half' | 'term' | 'season'; readonly n: number }
  /** «года», «учебного года» without a number. */
  | { readonly k: 'thisYear'; readonly school: boolean }
  | { readonly k: 'dash' | 'comma' | 'inclusive' | 'until' | 'notLater' | 'from' | 'to' }
  | { readonly k: 'word'; readonly text: string };

/** Beginnings of the months' names. May is listed by its forms: «майский» is not a month. */
const MONTHS = [
  'янв',
  'фев',
  'мар',
  'апр',
  'май|мая|мае|маю',
  'июн',
  'июл',
  'авг',
  'сен',
  'окт',
  'ноя',
  'дек',
] as const;
const MONTH_FORMS =
  '(янв(?:ар[ьяею])?|фев(?:р(?:ал[ьяею])?)?|март?[аеу]?|апр(?:ел[ьяею])?|ма[йяею]|июн[ьяею]?|июл[ьяею]?|авг(?:уст[аеу]?)?|сент?(?:ябр[ьяею])?|окт(?:ябр[ьяею])?|ноя(?:б(?:р[ьяею])?)?|дек(?:абр[ьяею])?)';

const ORDINALS = ['перв', 'втор', 'трет', 'четверт', 'пят'] as const;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5 };
/** A small ordinal number: «2», «2-ая», «II», «вторая», «последняя». */
const ORDINAL =
  '(\\d|iv|v|i{1,3}|перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт(?:ая|ой|ую|ый|ого|ое|ом)|пят[а-я]+|последн[а-я]+)(?:\\s*-?\\s*(?:ая|я|й|ый|ой|ую|го|ое|е|м|ом))?';
const END = '(?![а-яa-z0-9])';

function ordinal(text: string): number {
  if (/^\d/.test(text)) return Number(text.charAt(0));
  if (text.startsWith('последн')) return -1;
  return ROMAN[text] ?? ORDINALS.findIndex((stem) => text.startsWith(stem)) + 1;
}

const monthOf = (text: string): number =>
  MONTHS.findIndex((forms) => forms.split('|').some((form) => text.startsWith(form))) + 1;

/** A year written in full or by its last two digits. */
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

type Rule = readonly [RegExp, (match: readonly string[], school: boolean) => readonly Token[] | undefined];

const rule = (pattern: string, make: Rule[1]): Rule => [new RegExp(`^(?:${pattern})`), make];

/** A unit with one ordinal, or two that are joined: «1-2 неделя», «3–4 кварталы». */
const unit = (
  k: 'week' | 'decade' | 'halfOf' | 'quarter' | 'half' | 'term',
  word: string,
  most: number,
): readonly Rule[] => [
  rule(`([1-5])\\s*-\\s*([1-5])\\s*(?:-?(?:ая|я|й|ый|е|и))?\\s*${word}`, ([, first = '', second = '']) =>
    Number(first) < Number(second) && Number(second) <= most
      ? [{ k, n: Number(first) }, { k: 'dash' }, { k, n: Number(second) }]
      : undefined,
  ),
  rule(`${ORDINAL}\\s*${word}`, ([, text = '']) => {
    const n = ordinal(text);
    return n <= most && (n > 0 || (k === 'week' && n === -1)) ? [{ k, n }] : undefined;
  }),
];

const YEAR = '(20\\d\\d)\\s*(?:-?\\s*(?:го|м|й))?\\s*(?:гг?\\.?\\s*г?\\.?|год[ауы]?|годов|годах|годом)?' + END;

const RULES: readonly Rule[] = [
  // A school year: two years running, and the word.
  rule(
    `(20\\d\\d|\\d\\d)\\s*[-/]\\s*(20\\d\\d|\\d\\d)\\s*(?:гг?\\.?\\s*)?(?:учебн[а-я]+|уч\\.?)\\s*(?:год[а-я]*|г\\.?)?${END}`,
    ([, first = '', second = '']) =>
      fullYear(second) === fullYear(first) + 1 ? [{ k: 'school', y: fullYear(first) }] : undefined,
  ),
  rule(`(20\\d\\d)\\s*[-/]\\s*(20\\d\\d|\\d\\d)${END}`, ([, first = '', second = ''], school) =>
    school && fullYear(second) === fullYear(first) + 1 ? [{ k: 'school', y: fullYear(first) }] : undefined,
  ),
  rule('(20\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)', ([, y = '', m = '', d = '']) => dated(y, m, d)),
  rule(
    '(\\d{1,2})\\.(\\d{1,2})\\.(20\\d\\d|\\d\\d)(?!\\d)\\s*(?:г\\.?|года)?(?![а-яa-z])',
    ([, d = '', m = '', y = '']) => dated(y, m, d),
  ),
  rule('(\\d{1,2})\\.(\\d\\d)(?![\\d.]*\\d)\\.?', ([, d = '', m = '']) => dated('', m, d)),
  ...unit('week', `недел[яеиюьй]+${END}`, 5),
  ...unit('decade', `декад[аыуе]${END}`, 3),
  ...unit('quarter', `(?:кв\\.|квартал[а-я]*|кв${END})`, 4),
  ...unit('half', `(?:полугоди[яеюй]+|п/г)${END}`, 2),
  ...unit('term', `четверт[ьиейя]+${END}`, 4),
  ...unit('halfOf', `половин[аыуе]${END}`, 2),
  rule(`включительно${END}`, () => [{ k: 'inclusive' }]),
  rule(`начал[оауе]м?${END}`, () => [{ k: 'part', n: 1 }]),
  rule(`середин[аыуе]${END}`, () => [{ k: 'part', n: 2 }]),
  rule(`кон(?:ец|ца|цу|це)${END}`, () => [{ k: 'part', n: 3 }]),
  rule(`${MONTH_FORMS}${END}\\.?`, ([, text = '']) => [{ k: 'month', m: monthOf(text) }]),
  rule(YEAR, ([, y = '']) => [{ k: 'year', y: Number(y) }]),
  rule(`(?:весн[аыуе]|весной)${END}`, () => [{ k: 'season', n: 1 }]),
  rule(`(?:лет[оау]|летом)${END}`, () => [{ k: 'season', n: 2 }]),
  rule(`осень[ю]?|осени${END}`, () => [{ k: 'season', n: 3 }]),
  rule(`зим[аыуе]|зимой${END}`, () => [{ k: 'season', n: 4 }]),
  rule(`(?:текущего\\s+)?учебн[а-я]+\\s+год[ауе]?${END}`, () => [{ k: 'thisYear', school: true }]),
  rule(`(?:всего\\s+|текущего\\s+|этого\\s+)?(?:календарн[а-я]+\\s+)?год[ау]?${END}`, () => [
    { k: 'thisYear', school: false },
  ]),
  rule(`не\\s+позднее|не\\s+позже`, () => [{ k: 'notLater' }]),
  rule(`(?:до|к)${END}`, () => [{ k: 'until' }]),
  rule(`(?:по)${END}`, () => [{ k: 'to' }]),
  rule(`(?:начиная\\s+)?(?:с|со|от)${END}`, () => [{ k: 'from' }]),
  rule(`(\\d{1,2})\\s*-?(?:го|е|ого)?${END}`, ([, n = '']) => [{ k: 'number', n: Number(n) }]),
  rule('-', () => [{ k: 'dash' }]),
  rule('[,;|]|и(?![а-яa-z])', () => [{ k: 'comma' }]),
  rule('[.:()«»"/*]+|г\\.|гг\\.|(?:в|во|на|за|месяц[а-я]*|течение|период[а-я]*|ориентировочно)' + END, () => []),
  rule('[а-яa-z0-9%№+-]+|.', ([text = '']) => [{ k: 'word', text }]),
];

function dated(year: string, month: string, day: string): readonly Token[] | undefined {
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31
    ? [{ k: 'date', y: year === '' ? undefined : fullYear(year), m, d }]
    : undefined;
}

/** The text as the rules read it: lower case, one kind of dash and space, no «ё». */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[‐-―−]/g, '-')
    .replace(/[\n\r]+/g, ' | ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** The tokens of a text made plain, in order. Every character goes into one, or is a filler that says nothing of time. */
export function tokensOf(plain: string): readonly Token[] {
  const school = /учебн|уч\./.test(plain);
  const tokens: Token[] = [];
  let rest = plain;
  while (rest !== '') {
    if (rest.startsWith(' ')) {
      rest = rest.slice(1);
      continue;
    }
    for (const [pattern, make] of RULES) {
      const match = pattern.exec(rest);
      if (match === null || match[0] === '') continue;
      const made = make(match, school);
      if (made === undefined) continue;
      tokens.push(...made);
      rest = rest.slice(match[0].length);
      break;
    }
  }
  return tokens;
}

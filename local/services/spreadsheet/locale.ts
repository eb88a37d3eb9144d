// What the workbook's locale decides: separators, words, default date formats, the names new sheets get.
import { NotEmulated } from '../../runtime/service';

/** How a workbook's locale reads and shows values. */
export interface SheetsLocale {
  /** Tag for number formatting. */
  readonly tag: string;
  readonly decimal: string;
  /** Characters accepted between thousands; the first one is displayed. */
  readonly groups: readonly string[];
  /** Separates formula arguments as typed. */
  readonly argument: ';' | ',';
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd';
  readonly date: string;
  /** What may stand between the digits of a typed date. */
  readonly dateSeparators: string;
  readonly dayMonth: string;
  readonly monthYear: string;
  readonly longDate: string;
  /** Lower-case names of each month as people type them. */
  readonly months: readonly (readonly string[])[];
  readonly time: string;
  readonly shortTime: string;
  readonly true: string;
  readonly false: string;
  /** Lower-case words typed for booleans. */
  readonly booleans: Readonly<Record<string, boolean>>;
  /** Currency as typed → the number format it gets. */
  readonly currency: string;
  readonly currencyFormat: string;
  /** Names of new sheets: `Лист1`; of response sheets: `Ответы на форму (1)`. */
  readonly sheet: string;
  readonly formSheet: (n: number) => string;
  readonly copyOf: (name: string) => string;
}

const RU_MONTHS = [
  ['января', 'январь', 'янв'],
  ['февраля', 'февраль', 'фев', 'февр'],
  ['марта', 'март', 'мар'],
  ['апреля', 'апрель', 'апр'],
  ['мая', 'май'],
  ['июня', 'июнь', 'июн'],
  ['июля', 'июль', 'июл'],
  ['августа', 'август', 'авг'],
  ['сентября', 'сентябрь', 'сен', 'сент'],
  ['октября', 'октябрь', 'окт'],
  ['ноября', 'ноябрь', 'ноя', 'нояб'],
  ['декабря', 'декабрь', 'дек'],
];
const EN_MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

const RU: SheetsLocale = {
  tag: 'ru',
  decimal: ',',
  groups: ['\u00a0', ' ', '\u202f'],
  argument: ';',
  dateOrder: 'dmy',
  dateSeparators: './-',
  date: 'dd.MM.yyyy',
  dayMonth: 'dd.MM',
  monthYear: 'MM.yyyy',
  longDate: 'd MMMM yyyy',
  months: RU_MONTHS,
  time: 'H:mm:ss',
  shortTime: 'H:mm',
  true: 'ИСТИНА',
  false: 'ЛОЖЬ',
  booleans: { истина: true, ложь: false, true: true, false: false },
  currency: '₽',
  currencyFormat: '#,##0.00 [$₽-419]',
  sheet: 'Лист',
  formSheet: (n) => `Ответы на форму (${String(n)})`,
  copyOf: (name) => `${name} (копия)`,
};

const EN_US: SheetsLocale = {
  tag: 'en-US',
  decimal: '.',
  groups: [','],
  argument: ',',
  dateOrder: 'mdy',
  dateSeparators: '/-',
  date: 'M/d/yyyy',
  dayMonth: 'M/d',
  monthYear: 'M/yyyy',
  longDate: 'MMMM d, yyyy',
  months: EN_MONTHS,
  time: 'H:mm:ss',
  shortTime: 'H:mm',
  true: 'TRUE',
  false: 'FALSE',
  booleans: { true: true, false: false },
  currency: '$',
  currencyFormat: '"$"#,##0.00',
  sheet: 'Sheet',
  formSheet: (n) => `Form Responses ${String(n)}`,
  copyOf: (name) => `Copy of ${name}`,
};

const LOCALES: Readonly<Record<string, SheetsLocale>> = {
  ru_RU: RU,
  ru: RU,
  en_US: EN_US,
  en: EN_US,
  en_GB: {
    ...EN_US,
    tag: 'en-GB',
    dateOrder: 'dmy',
    date: 'dd/MM/yyyy',
    dayMonth: 'dd/MM',
    longDate: 'd MMMM yyyy',
    currency: '£',
    currencyFormat: '"£"#,##0.00',
  },
};

/** The rules of a workbook's locale (`ru_RU`, `en_US`, `en_GB`); others are not emulated. */
export function localeOf(locale: string): SheetsLocale {
  const rules = LOCALES[locale.replace('-', '_')];
  if (rules === undefined) throw new NotEmulated(`spreadsheet locale ${locale}`);
  return rules;
}

// How wide Arial's letters are: by it Sheets breaks lines, and Excel counts columns. (Metrics of the metric-compatible Nimbus Sans.)

/** Advance widths in thousandths of the letter's size → the letters. */
const WIDTHS: Readonly<Record<number, string>> = {
  191: "'",
  222: 'ijl’',
  260: '|',
  278: ' !,./:;I[\\]ft·\u00a0\u202f',
  333: '()-`r“”„',
  355: '"',
  365: 'г',
  400: '°',
  438: 'к',
  458: 'зт',
  500: 'Jcksvxyzсух',
  510: 'э',
  521: 'чь',
  531: 'в',
  542: 'Гпя',
  552: 'н',
  556: '#$0123456789?L_abdeghnopquаеорё«»–',
  573: 'бций',
  583: 'Кдл+<=>~−',
  604: 'З',
  611: 'FTZТ',
  630: 'ъУ',
  656: 'БЛЬ',
  667: '&ABEKPSVXYАВЕРХЧЁж',
  688: 'мД',
  720: 'ИЙПЭыCDHNRUwНСЯ',
  750: 'юЦФ',
  778: 'GOQО',
  800: 'Ъш',
  825: 'фщMmМ',
  889: '%Ы',
  920: 'ШЖЩ',
  944: 'W',
  1000: '—…→@Ю№',
};
/** Of a letter that is not among them. */
const OTHER = 600;
/** Bold letters are so much wider. */
const BOLD = 1.07;
/** Pixels in a point at 96 dots an inch. */
const PIXELS = 96 / 72;

const widths = new Map(
  Object.entries(WIDTHS).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
);

/** A text's width on one line, in pixels. */
export function textWidth(text: string, points: number, bold: boolean): number {
  let sum = 0;
  for (const letter of text) sum += widths.get(letter) ?? OTHER;
  return (sum / 1000) * points * PIXELS * (bold ? BOLD : 1);
}

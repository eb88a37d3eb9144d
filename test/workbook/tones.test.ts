// Colours of the sheets: what a column says at a glance agrees with what is written there, and can be read.
import { TONE_COLOURS } from '../../src/google/workbook/tones';
import { RU } from '../../src/messages/ru';
import { TABLES } from '../../src/workbook/tables';
import { STANDING_TONES } from '../../src/workbook/tables/plan';

const toned = TABLES.flatMap((table) =>
  Object.entries(table.columns).flatMap(([key, column]) =>
    column.tones === undefined ? [] : [[`${table.key}.${key}`, column, column.tones] as const],
  ),
);

it.each(toned)('%s colours only what can stand there', (_name, column, tones) => {
  expect(['choice', 'text']).toContain(column.type);
  if (column.type === 'choice')
    for (const code of Object.keys(tones)) expect(Object.keys(column.choices ?? {})).toContain(code);
});

it('every wording of «Как идут дела» that calls for attention begins as its colour expects', () => {
  const begins = Object.keys(STANDING_TONES);
  const wordings = RU as unknown as Readonly<Record<string, string>>;
  for (const [key, text] of Object.entries(wordings).filter(([name]) => name.startsWith('plan.standing.'))) {
    if (/undated|ahead/.test(key)) continue;
    const branches = text
      .replace(/\{\/\}$/, '')
      .replace(/^\{\?[^}]*\}/, '')
      .split('{:}');
    for (const branch of branches) expect(begins.filter((start) => branch.startsWith(start))).toHaveLength(1);
  }
});

it('no beginning is the beginning of another', () => {
  const begins = Object.keys(STANDING_TONES);
  expect(begins.filter((one) => begins.some((other) => other !== one && other.startsWith(one)))).toEqual([]);
});

/** https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

it.each(Object.entries(TONE_COLOURS))(
  'text of the tone «%s» can be read on its background',
  (_tone, { background, text }) => {
    const [light, dark] = [luminance(background), luminance(text)].sort((a, b) => b - a);
    expect(((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)).toBeGreaterThanOrEqual(4.5);
  },
);

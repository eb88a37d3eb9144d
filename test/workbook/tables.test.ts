// The tables as declared: what the sheets, their marks and their choices rest on.
import { textWidth } from '../../local/export/arial';
import { MATRIX_FIRST_LEVEL } from '../../src/domain/scoring/matrix';
import { MATRIX_LABELS, MATRIX_VIEW, matrixWidths, shadesOf } from '../../src/workbook/matrix-view';
import type { Column, Table } from '../../src/workbook/schema';
import * as declared from '../../src/workbook/tables';

const { TABLES } = declared;
const columns: readonly (readonly [string, Column, Table])[] = TABLES.flatMap((table) =>
  Object.entries(table.columns).map(([key, column]) => [`${table.key}.${key}`, column, table] as const),
);

/** What occurs more than once, whatever its case. */
function repeated(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = text.toLowerCase();
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
}

it('lists every declared table', () => {
  const tables = (Object.values(declared) as unknown[]).filter(
    (value): value is Table => typeof value === 'object' && value !== null && 'columns' in value && 'key' in value,
  );
  expect(TABLES.map(({ key }) => key).sort()).toEqual(tables.map(({ key }) => key).sort());
});

describe('a table', () => {
  it('has a key of its own, fit for a mark on its sheet', () => {
    const keys = [...TABLES.map(({ key }) => key), MATRIX_VIEW.key];
    expect(repeated(keys)).toEqual([]);
    // A mark is `table:key` or `column:key.column`: neither sign may stand in a key.
    expect(keys.filter((key) => !/^[a-z][A-Za-z]*$/.test(key))).toEqual([]);
  });

  it('has a name of its own, one that Sheets takes', () => {
    const titles = [...TABLES.map(({ title }) => title), MATRIX_VIEW.title];
    expect(repeated(titles)).toEqual([]);
    expect(
      titles.filter(
        (title) => title.trim() !== title || title === '' || title.length > 50 || /['"[\]*?/\\:]/.test(title),
      ),
    ).toEqual([]);
  });

  it.each(TABLES.map((table) => [table.title, table] as const))(
    '«%s» says what it is for, in whole sentences',
    (_title, { about }) => {
      expect(about).toMatch(/^[А-ЯЁ«].{20,200}\.$/);
    },
  );

  it.each(TABLES.map((table) => [table.title, table] as const))(
    '«%s» freezes fewer columns than it shows, and leaves room beside them',
    (_title, { columns: all, frozenColumns = 0 }) => {
      const shown = Object.values<Column>(all).filter(({ hidden }) => hidden !== true);
      expect(frozenColumns).toBeLessThan(shown.length);
      const frozen = Object.values<Column>(all).slice(0, frozenColumns);
      const width = frozen.reduce((sum, column) => sum + (column.hidden === true ? 0 : (column.width ?? 100)), 0);
      // A small laptop shows about 1,200 pixels of a sheet beside the sidebar's 300.
      expect(width).toBeLessThanOrEqual(560);
    },
  );

  it('has a tab colour that Sheets takes, unless it is hidden', () => {
    expect(
      TABLES.filter(({ tabColour, hidden }) => hidden !== true && !/^#[0-9a-f]{6}$/.test(tabColour ?? '')),
    ).toEqual([]);
  });

  it('that people fill shows them every column they must fill', () => {
    expect(
      columns.filter(([, { required, hidden }]) => required === true && hidden === true).map(([name]) => name),
    ).toEqual([]);
  });
});

describe('a column', () => {
  it.each(TABLES.map((table) => [table.title, table] as const))(
    'has a heading of its own in «%s»',
    (_title, { columns: all }) => {
      // A lost mark is put back by the heading, and people find columns by it.
      expect(repeated(Object.values<Column>(all).map(({ title }) => title))).toEqual([]);
    },
  );

  it('has a key fit for a mark', () => {
    expect(columns.filter(([name]) => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*$/.test(name)).map(([name]) => name)).toEqual(
      [],
    );
  });

  it.each(columns)('%s has a width in which something can be read', (_name, { width = 100, title }) => {
    expect(width).toBeGreaterThanOrEqual(60);
    expect(width).toBeLessThanOrEqual(600);
    // The longest word of the heading fits: headings wrap between words only.
    const longest = Math.max(...title.split(/[\s-]+/).map((word) => word.length));
    expect(longest * 7).toBeLessThanOrEqual(width + 20);
  });

  it('has choices exactly when it is a choice, decimals only when it is a number', () => {
    const wrong = columns.filter(
      ([, { type, choices, decimals }]) =>
        (type === 'choice') !== (choices !== undefined) || (decimals !== undefined && type !== 'number'),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('for the machine’s own notation is hidden from people', () => {
    const shown = columns.filter(
      ([, { type, hidden }, table]) => type === 'json' && hidden !== true && table.hidden !== true,
    );
    expect(shown.map(([name]) => name)).toEqual([]);
  });
});

describe('the choices of a column', () => {
  const choices = columns.flatMap(([name, column]) =>
    column.choices === undefined ? [] : [[name, column.choices] as const],
  );

  it.each(choices)('%s are told apart by their labels, whatever their case', (_name, all) => {
    expect(Object.keys(all).length).toBeGreaterThan(1);
    expect(repeated(Object.values(all))).toEqual([]);
    expect(Object.values(all).filter((label) => label.trim() !== label || label === '')).toEqual([]);
  });

  it.each(choices)('%s have no code that reads as the label of another', (_name, all) => {
    const clashing = Object.entries(all).filter(([code, label]) =>
      Object.entries(all).some(
        ([other, otherLabel]) => other !== code && (otherLabel.toLowerCase() === code || other === label),
      ),
    );
    expect(clashing).toEqual([]);
  });
});

describe('the matrix', () => {
  it.each([3, 4, 5, 6])(
    'colours every level of a scale of %i, each in its own way, from the same lowest to the same highest',
    (count) => {
      const colours = shadesOf({ top: count - 1, names: [] });
      expect(Object.keys(colours)).toEqual(Array.from({ length: count }, (_, level) => String(level)));
      expect(new Set(Object.values(colours)).size).toBe(count);
      expect(Object.values(colours).filter((colour) => !/^#[0-9a-f]{6}$/.test(colour))).toEqual([]);
      const five = shadesOf({ top: 4, names: [] });
      expect([colours['0'], colours[String(count - 1)]]).toEqual([five['0'], five['4']]);
    },
  );

  it('colours levels by their names where the scale has them', () => {
    expect(Object.keys(shadesOf({ top: 2, names: ['A', 'B', 'C'] }))).toEqual(['A', 'B', 'C']);
  });

  it('freezes the columns that say whose row it is, and colours only those after them', () => {
    expect(MATRIX_VIEW.frozenColumns).toBe(2);
    expect(MATRIX_FIRST_LEVEL).toBe(MATRIX_VIEW.frozenColumns);
  });

  it('has a width for every column, wider for names than for levels', () => {
    expect(matrixWidths(5)).toHaveLength(5);
    const [code = 0, name = 0, ...levels] = matrixWidths(5);
    expect(name).toBeGreaterThan(code);
    expect(new Set(levels).size).toBe(1);
  });

  it('words every source of a level', () => {
    expect(repeated(Object.values(MATRIX_LABELS.sources))).toEqual([]);
  });
});

it('is wide enough everywhere for the longest word of its heading', () => {
  const room = 6;
  const broken = columns.filter(
    ([, { title, width = 100, hidden }]) =>
      hidden !== true && Math.max(...title.split(' ').map((word) => textWidth(word, 10, true))) + room > width,
  );
  expect(broken.map(([key]) => key)).toEqual([]);
});

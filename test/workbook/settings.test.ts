// The settings: every default can be read, and a person's text is read or refused, never misread.
import fc from 'fast-check';
import { readSetting, WEEKDAYS } from '../../src/workbook/read-setting';
import { SETTING_DEFINITIONS, type Setting } from '../../src/workbook/settings';
import { CATALOGUE } from '../../src/programmes/catalogue';
import { PROGRAMMES } from '../../src/programmes';

const definitions = Object.entries<Setting>(SETTING_DEFINITIONS);
const of = (kind: Setting['kind'], bounds: Pick<Setting, 'least' | 'most'> = {}): Setting => ({
  kind,
  title: '',
  initial: '',
  meaning: '',
  ...bounds,
});

describe('a setting', () => {
  it.each(definitions)('%s has a default that can be read', (_key, definition) => {
    expect(readSetting(definition, definition.initial)).toBeDefined();
  });

  it.each(definitions)('%s is worded for people: a title and what it means', (_key, { title, meaning }) => {
    expect(title).toMatch(/^[А-ЯЁ]/);
    expect(meaning).toMatch(/^[А-ЯЁ«].*\.$/);
  });

  it('has a title of its own', () => {
    const titles = definitions.map(([, { title }]) => title.toLowerCase());
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('of a whole number has both bounds, the default between them', () => {
    for (const [, { kind, least = NaN, most = NaN, initial }] of definitions.filter(
      ([, one]) => one.kind === 'whole',
    )) {
      expect(kind).toBe('whole');
      expect(Number(initial)).toBeGreaterThanOrEqual(least);
      expect(Number(initial)).toBeLessThanOrEqual(most);
    }
  });

  it('of a programme names one that there is', () => {
    expect(CATALOGUE.map(({ id }) => id)).toContain(SETTING_DEFINITIONS.programme.initial);
  });

  it('of group sizes lets a group exist', () => {
    const { groupLeast, groupMost, perConsultant, consultantsMost } = SETTING_DEFINITIONS;
    expect(Number(groupLeast.initial)).toBeLessThanOrEqual(Number(groupMost.initial));
    expect(Number(perConsultant.initial) * Number(consultantsMost.initial)).toBeGreaterThanOrEqual(
      Number(groupLeast.initial),
    );
  });
});

describe('reading a setting', () => {
  const kinds: readonly Setting['kind'][] = ['text', 'whole', 'flag', 'date', 'list', 'dates', 'bands', 'days'];

  it.each(kinds)('of kind %s takes any text without an exception', (kind) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(() => readSetting(of(kind, { least: 1, most: 9 }), text)).not.toThrow();
      }),
    );
  });

  it('gives a whole number within its bounds, and nothing for any other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 100 }), fc.nat(20), fc.nat(20), (number, least, span) => {
        const setting = of('whole', { least, most: least + span });
        const wanted = number >= least && number <= least + span ? number : undefined;
        expect(readSetting(setting, ` ${String(number)} `)).toBe(wanted);
      }),
    );
    for (const text of ['', ' ', '2.5', '2,5', 'два', '1e3x', 'NaN', 'Infinity'])
      expect(readSetting(of('whole', { least: 0, most: 1000 }), text)).toBeUndefined();
  });

  it('takes «да» and «нет» whatever their case, an empty cell as «нет»', () => {
    expect(['да', 'ДА ', 'нет', 'Нет', '', ' '].map((text) => readSetting(of('flag'), text))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(['может', 'constructor', 'toString', '1'].map((text) => readSetting(of('flag'), text))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes dates as people and machines write them, and none that is not in the calendar', () => {
    expect(
      ['07.09.2026', '7.9.2026', '2026-09-07', '2026-09-07T00:00', ''].map((text) => readSetting(of('date'), text)),
    ).toEqual(['2026-09-07', '2026-09-07', '2026-09-07', '2026-09-07', '']);
    expect(['31.02.2026', '07.13.2026', '7 сентября', '07.09'].map((text) => readSetting(of('date'), text))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(readSetting(of('dates'), '04.11.2026; 05.11.2026')).toEqual(['2026-11-04', '2026-11-05']);
    expect(readSetting(of('dates'), '04.11.2026; праздник')).toBeUndefined();
    expect(readSetting(of('dates'), '')).toEqual([]);
  });

  it('splits a list at semicolons and line ends only', () => {
    expect(readSetting(of('list'), ' каб. 12, 2 этаж ;; библиотека\nактовый зал ')).toEqual([
      'каб. 12, 2 этаж',
      'библиотека',
      'актовый зал',
    ]);
    expect(readSetting(of('list'), '')).toEqual([]);
  });

  it('takes time bands with any dash, and none that ends before it begins', () => {
    expect(readSetting(of('bands'), '14:00-15:00; 15.00 – 16:30')).toEqual([
      { start: 840, end: 900 },
      { start: 900, end: 990 },
    ]);
    for (const text of ['', '15:00-14:00', '14:00-14:00', '14:00', '25:00-26:00', '14:00-15:00; после обеда'])
      expect(readSetting(of('bands'), text)).toBeUndefined();
  });

  it('takes days of the week short or whole, Monday as 1', () => {
    expect(readSetting(of('days'), WEEKDAYS.join('; '))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(readSetting(of('days'), 'ср; ПТ')).toEqual([3, 5]);
    for (const text of ['', 'день', 'Пн; завтра']) expect(readSetting(of('days'), text)).toBeUndefined();
  });
});

describe('the catalogue of programmes', () => {
  it('names every template there is, by the template’s own id and title', () => {
    expect(CATALOGUE).toEqual(PROGRAMMES.map(({ id, title }) => ({ id, title })));
  });
});

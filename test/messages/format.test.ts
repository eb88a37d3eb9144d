import { EN_FORMAT, formatList, formatNumber, formatText, RU_FORMAT } from '../../src/messages/format';

describe('numbers in a message', () => {
  it.each([
    [0, '0'],
    [1.5, '1,5'],
    [0.333, '0,33'],
    [32.8, '32,8'],
    [-2, '\u22122'],
    [-0.001, '0'],
    [1234, '1234'],
    [12345, '12\u00a0345'],
    [1234567.891, '1\u00a0234\u00a0567,89'],
    [Number.NaN, '—'],
  ])('%p is written %p in Russian', (value, text) => {
    expect(formatNumber(value, RU_FORMAT)).toBe(text);
  });

  it('take a point and commas in English', () => {
    expect(formatNumber(12345.5, EN_FORMAT)).toBe('12,345.5');
  });
});

describe('texts in a message', () => {
  it.each([
    ['2026-11-30', '30.11.2026'],
    ['2026-11-30T14:05', '30.11.2026 14:05'],
    ['3|14:00-15:00', 'Ср 14:00–15:00'],
    ['', '—'],
    ['  а\nб\u0007 ', 'а б'],
    ['У-014', 'У-014'],
  ])('%p is shown as %p', (text, shown) => {
    expect(formatText(text, RU_FORMAT)).toBe(shown);
  });

  it('are cut when they are longer than a sentence can bear', () => {
    expect(formatText('а'.repeat(600), RU_FORMAT)).toBe(`${'а'.repeat(500)}…`);
  });
});

describe('lists in a message', () => {
  const names = Array.from({ length: 15 }, (_, index) => `И${String(index + 1)}`);

  it('are joined with commas', () => {
    expect(formatList(['Петрова', 'Сидоров'], RU_FORMAT)).toBe('Петрова, Сидоров');
  });

  it('name the first ten and count the rest', () => {
    expect(formatList(names, RU_FORMAT)).toBe(`${names.slice(0, 10).join(', ')} и ещё 5`);
    expect(formatList(names, EN_FORMAT)).toBe(`${names.slice(0, 10).join(', ')} and 5 more`);
  });

  it('add those who were left out before', () => {
    expect(formatList(['Петрова'], RU_FORMAT, 4)).toBe('Петрова и ещё 4');
  });

  it('say that there is nobody', () => {
    expect(formatList([], RU_FORMAT)).toBe('—');
  });
});

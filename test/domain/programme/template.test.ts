import fc from 'fast-check';
import { fillLines, fillTemplate, placeholdersOf } from '../../../src/domain/programme/template';

describe('filling a template', () => {
  it('puts values into their places', () => {
    expect(
      fillTemplate('{name}, ответьте до {deadline}: {link}', { name: 'Кленова А. А.', deadline: '12.09', link: 'L' }),
    ).toBe('Кленова А. А., ответьте до 12.09: L');
  });

  it('leaves a placeholder nobody gave a value for empty', () => {
    expect(fillTemplate('[{unknown}][{constructor}][{toString}]', {})).toBe('[][][]');
  });

  it('never looks for placeholders in values', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(fillTemplate('<{a}>', { a: value, b: 'B' })).toBe(`<${value}>`);
      }),
    );
    expect(fillTemplate('{a}', { a: '{b} $& $1 \\', b: 'B' })).toBe('{b} $& $1 \\');
  });

  it('leaves braces that are no placeholder alone', () => {
    expect(fillTemplate('{ a } {} {1} {а}', { a: 'x' })).toBe('{ a } {} {1} {а}');
  });

  it('in a letter, drops a line all of whose placeholders are empty, and doubled empty lines', () => {
    const template = 'Здравствуйте, {name}!\n\nСрок: {deadline}\n\nСсылка: {link}\nКод: {code}';
    expect(fillLines(template, { name: 'А.', link: 'L' })).toBe('Здравствуйте, А.!\n\nСсылка: L');
  });

  it('lists the placeholders of a template, each once', () => {
    expect(placeholdersOf('{a} {b} {a}')).toEqual(['a', 'b']);
  });
});

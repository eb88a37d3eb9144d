import fc from 'fast-check';
import type { MessageFields } from '../../src/domain/message';
import { RUSSIAN } from '../../src/messages/languages';
import { fill, type Tongue } from '../../src/messages/wording';

const tongue: Tongue = { ...RUSSIAN, wordings: { other: 'иное', chooses: '{?n}много{:}мало{/}' } };
const filled = (wording: string, fields: MessageFields = {}): string => fill(tongue, wording, fields);

describe('filling in a wording', () => {
  it('leaves braces inside a value alone', () => {
    expect(filled('«{a}» {b}', { a: '{b} {@other}', b: 'б' })).toBe('«{b} {@other}» б');
    expect(filled('{?a}{a}{:}нет{/}!', { a: '{:}{/}{?b}' })).toBe('{:}{/}{?b}!');
  });

  it('doubles no full stop after initials or a cut text', () => {
    expect(filled('Ждём: {who}. {a}.', { who: ['Иванова А. А.'], a: 'и т. д.…' })).toBe('Ждём: Иванова А. А. и т. д.…');
    expect(filled('{?who}Ждём: {who}{:}Никого{/}.', { who: ['Иванова А. А.'] })).toBe('Ждём: Иванова А. А.');
  });

  it('takes forms of a word by a number or by the length of a list', () => {
    expect(filled('{n} {n|день|дня|дней}', { n: 12 })).toBe('12 дней');
    expect(filled('{who|Придёт|Придут|Придут}: {who}', { who: ['А', 'Б'] })).toBe('Придут: А, Б');
  });

  it('takes nothing from the prototype of the fields', () => {
    expect(filled('{constructor} {toString|а|б|в}{?valueOf} есть{/}')).toBe('— в');
  });

  it('names an unknown reference instead of failing', () => {
    expect(filled('{@other}, {@no.such}.')).toBe('иное, —.');
    expect(filled('{@oth+a}, {@no.+b}', { a: 'er', b: '{c}' })).toBe('иное, {c}');
  });

  it('gives no fields to a message inside a message', () => {
    expect(filled('{n}: {@chooses}', { n: 5 })).toBe('5: мало');
  });

  it('counts those of a list who are not named by a field or by a difference', () => {
    const fields = { who: ['А', 'Б'], more: 3, all: 9, done: 4 };
    expect(filled('{who+more}', fields)).toBe('А, Б и ещё 3');
    expect(filled('{who+all-who}', fields)).toBe('А, Б и ещё 7');
    expect(filled('{who+all-done-who}', fields)).toBe('А, Б и ещё 3');
    expect(filled('{who+more-all}', fields)).toBe('А, Б');
  });
});

describe('a section', () => {
  it.each([
    ['a number', 1, true],
    ['a negative number', -1, true],
    ['0', 0, false],
    ['a text', 'а', true],
    ['an empty text', '', false],
    ['a list', ['а'], true],
    ['an empty list', [], false],
  ])('for %s tells whether it is there', (_, x, there) => {
    expect(filled('{?x}да{:}нет{/}', { x })).toBe(there ? 'да' : 'нет');
    expect(filled('<{?x}да{/}>', { x })).toBe(there ? '<да>' : '<>');
  });

  it('shows its second text when the field is absent', () => {
    expect(filled('{?x}да{:}нет{/}')).toBe('нет');
  });

  it('asks for either of several fields', () => {
    expect(filled('{?a|b}да{:}нет{/}', { a: 0, b: 2 })).toBe('да');
    expect(filled('{?a|b}да{:}нет{/}', { a: 0, b: '' })).toBe('нет');
  });

  it('compares a field with a text; nothing is the empty text, and 0 is not', () => {
    const wording = '{?x=}пусто{:}{?x=2}два{:}иное{/}{/}';
    expect(['', 0, 2, '2', [], ['2'], ['2', '3']].map((x) => filled(wording, { x }))).toEqual([
      'пусто',
      'иное',
      'два',
      'два',
      'пусто',
      'два',
      'иное',
    ]);
    expect(filled(wording)).toBe('пусто');
  });

  it('compares a number with another field or a figure', () => {
    expect([1, 2, 3].map((a) => filled('{?a>b}больше{:}нет{/}', { a, b: 2 }))).toEqual(['нет', 'нет', 'больше']);
    expect([1, 2].map((a) => filled('{?a>1}больше{:}нет{/}', { a }))).toEqual(['нет', 'больше']);
    expect(filled('{?who>1}много{:}нет{/}', { who: ['А', 'Б'] })).toBe('много');
    expect(filled('{?a>b}больше{:}нет{/}')).toBe('нет');
  });

  it('stands inside either text of another', () => {
    const wording = '{?a}А{?b}Б{:}б{/}{:}а{?b}Б{:}б{/}{/}.';
    const told = [0, 1].flatMap((a) => [0, 1].map((b) => filled(wording, { a, b })));
    expect(told).toEqual(['аб.', 'аБ.', 'Аб.', 'АБ.']);
  });

  it('shows exactly what the conditions say, however deep', () => {
    interface Section {
      readonly name: string;
      readonly first: readonly (Section | string)[];
      readonly second: readonly (Section | string)[];
    }
    const { body } = fc.letrec<{ body: readonly (Section | string)[]; section: Section }>((tie) => ({
      body: fc.array(fc.oneof({ maxDepth: 3 }, fc.constantFrom('м', 'н {x}', ' '), tie('section')), { maxLength: 3 }),
      section: fc.record({ name: fc.constantFrom('a', 'b', 'c'), first: tie('body'), second: tie('body') }),
    }));
    const written = (parts: readonly (Section | string)[]): string =>
      parts
        .map((part) =>
          typeof part === 'string' ? part : `{?${part.name}}${written(part.first)}{:}${written(part.second)}{/}`,
        )
        .join('');
    const meant = (parts: readonly (Section | string)[], on: Readonly<Record<string, boolean>>): string =>
      parts
        .map((part) => (typeof part === 'string' ? part : meant(on[part.name] === true ? part.first : part.second, on)))
        .join('');
    fc.assert(
      fc.property(body, fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }), (parts, on) => {
        const fields = { a: Number(on.a), b: Number(on.b), c: Number(on.c), x: '{/}' };
        expect(filled(written(parts), fields)).toBe(meant(parts, on).replaceAll('{x}', '{/}'));
      }),
    );
  });
});

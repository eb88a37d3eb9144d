// Who is who in a text: mentions found in every usual spelling, nobody else's touched.
import fc from 'fast-check';
import { csvOf } from '../../../src/domain/personal/csv';
import { cleanLabels, cleanSpec, cleanValue, personFinder } from '../../../src/domain/personal/person';
import { keptSince } from '../../../src/domain/personal/retention';

const ANNA = { code: 'У-017', name: 'Ёлкина Анна Петровна', email: 'elkina@school.example' };
const finder = personFinder(ANNA, '—');

it.each([
  'Ёлкина Анна Петровна',
  'елкина анна петровна',
  'Ёлкина А. П.',
  'Ёлкина А.П.',
  'А. П. Ёлкина',
  'Анна Петровна Ёлкина',
  'У-017',
  'elkina@school.example',
  'ELKINA@school.example',
])('«%s» is a mention', (text) => {
  expect(finder.clean(`Спросите: ${text}; потом решим.`)).toBe('Спросите: —; потом решим.');
});

it.each([
  'Ёлкина А. С.',
  'Ёлкина',
  'Ёлкинас А. П.',
  'У-0171',
  'СУ-017',
  'У-017-2',
  'velkina@school.example.org',
  'Анна Петровна',
])('«%s» may be somebody else', (text) => {
  expect(finder.clean(text)).toBe(text);
});

it('does not take a number for a code that is a number', () => {
  const numbered = personFinder({ ...ANNA, code: '14' }, '—');
  expect(numbered.clean('Кабинет 14')).toBe('Кабинет 14');
  expect(numbered.is('14')).toBe(true);
  expect(cleanValue(['14', '15'], numbered, true)).toEqual(['15']);
  expect(cleanValue(['14', '15'], numbered, false)).toEqual(['14', '15']);
});

it('takes the person out of lists and data, keys too', () => {
  expect(
    cleanValue(
      {
        groups: [
          { lead: 'У-017', size: 1 },
          { lead: 'У-001', size: 2 },
        ],
        by: { 'У-017': 1, 'У-002': 2 },
      },
      finder,
      true,
    ),
  ).toEqual({ groups: [{ lead: 'У-001', size: 2 }], by: { 'У-002': 2 } });
});

it('finds mentions where cleaning replaces them', () => {
  const one = personFinder({ code: 'У-003', name: 'Градов Вадим Ильич', email: 'grad@school.example' }, '—');
  const text = 'Градов В. И. (У-003), У-0031 и Градова В. И.; пишите: grad@school.example';
  let cleaned = text;
  for (const { start, end } of [...one.mentions(text)].reverse())
    cleaned = `${cleaned.slice(0, start)}—${cleaned.slice(end)}`;
  expect(cleaned).toBe('— (—), У-0031 и Градова В. И.; пишите: —');
  expect(cleaned).toBe(one.clean(text));
  expect(personFinder({ code: '', name: '', email: '' }, '—').mentions(text)).toEqual([]);
});

it('keeps the choices of a question apart and in their places, in the form and in its description alike', () => {
  const { clean } = personFinder({ code: '', name: 'Градов Вадим Ильич', email: '' }, '—');
  const labels = ['Градов В. И.', 'Елина О. О.', 'В.И. Градов', 'с Градов Вадим Ильич'];
  expect(cleanLabels(labels, clean)).toEqual(['—', 'Елина О. О.', '— (2)', 'с —']);
  expect(
    cleanSpec(
      { type: 'choice', title: 'Кто? Градов В. И.', options: labels.map((label) => ({ label, value: label })) },
      clean,
    ),
  ).toEqual({
    type: 'choice',
    title: 'Кто? —',
    options: [
      { label: '—', value: '—' },
      { label: 'Елина О. О.', value: 'Елина О. О.' },
      { label: '— (2)', value: '—' },
      { label: 'с —', value: 'с —' },
    ],
  });
});

it('makes a pattern of any name, and never loops or throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      fc.string(),
      (name, code, email, text) => {
        const any = personFinder({ name, code, email }, '—');
        any.clean(text);
        any.is(text);
        if (name.trim() !== '' && any.is(name)) expect(any.is(name)).toBe(true);
        expect(personFinder({ name: '', code: '', email: '' }, '—').clean(text)).toBe(text);
      },
    ),
    { numRuns: 2000 },
  );
});

it.each([
  ['2026-11-26', 24, '2024-11-26'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2026-01-31', 12, '2025-01-31'],
])('%s less %d months is %s', (today, months, since) => {
  expect(keptSince(today, months)).toBe(since);
});

it('writes a CSV in which nothing runs', () => {
  expect(
    csvOf([
      ['=1+1', 'a;b'],
      ['"x"', '+7'],
    ]),
  ).toBe('\ufeff\'=1+1;"a;b"\r\n"""x""";\'+7\r\n');
});

it('a name as long as a cell is found as a whole text, and what mentions the address still is', () => {
  const endless = 'ы'.repeat(49_000);
  const spoilt = personFinder({ ...ANNA, name: endless }, '—');
  expect([spoilt.clean(endless), spoilt.clean('Кому: elkina@school.example')]).toEqual(['—', 'Кому: —']);
  expect(spoilt.is(endless) && spoilt.isMention(endless)).toBe(true);
  expect(spoilt.mentions(endless)).toEqual([{ start: 0, end: 49_000 }]);
});

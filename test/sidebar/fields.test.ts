import type { FieldView } from '../../src/shared/contract';
import { inputOf, missingFields, startingValues, withChoice } from '../../src/sidebar/fields';
import { bytesOf, MAX_FILE_BYTES, readChosenFile } from '../../src/sidebar/files';
import { ALL_FIELDS } from './samples';

const options = [
  { value: 'a', label: 'А' },
  { value: 'b', label: 'Б' },
  { value: 'c', label: 'В' },
];
const field = (kind: FieldView['kind'], more: Partial<FieldView> = {}): FieldView => ({
  name: 'x',
  label: 'Х',
  help: '',
  kind,
  options,
  value: '',
  required: true,
  ...more,
});

describe('a form begins', () => {
  it.each([
    ['a text with the server’s value', field('text', { value: 'Школа' }), 'Школа'],
    ['a date with the server’s value', field('date', { value: '2025-12-05' }), '2025-12-05'],
    ['a flag set only by «true»', field('flag', { value: 'true' }), true],
    ['a flag not set otherwise', field('flag', { value: 'нет' }), false],
    [
      'a list with the chosen values of the lines, in the order of the options',
      field('choices', { value: 'c\na\nz' }),
      ['a', 'c'],
    ],
    ['a list with nothing chosen', field('choices'), []],
    ['a choice with the server’s value', field('choice', { value: 'b' }), 'b'],
    ['a choice with nothing when the value is no option', field('choice', { value: 'z' }), ''],
    ['a required choice of one with that one', field('choice', { options: options.slice(0, 1) }), 'a'],
    ['a free choice of one with nothing', field('choice', { options: options.slice(0, 1), required: false }), ''],
  ])('%s', (_rule, given, expected) => {
    expect(startingValues([given])).toEqual({ x: expected });
  });

  it('a file with nothing at all', () => {
    expect(startingValues([field('file')])).toEqual({});
  });
});

describe('what is missing', () => {
  it.each([
    [field('text'), '   '],
    [field('longText'), ''],
    [field('choice'), ''],
    [field('choices'), []],
    [field('flag'), false],
    [field('file'), undefined],
  ])('is a required %p that holds %p', (given, held) => {
    expect(missingFields([given], held === undefined ? {} : { x: held })).toEqual(['x']);
    expect(missingFields([{ ...given, required: false }], held === undefined ? {} : { x: held })).toEqual([]);
  });

  it('is told in the order of the form', () => {
    expect(missingFields(ALL_FIELDS, {})).toEqual(['school', 'programme', 'areas']);
  });
});

it('what is sent holds the form’s own fields and nothing else; a file not chosen is absent', () => {
  const values = { ...startingValues(ALL_FIELDS), other: 'чужое' };
  expect(Object.keys(inputOf(ALL_FIELDS, values))).toEqual([
    'school',
    'programme',
    'areas',
    'until',
    'text',
    'anonymous',
  ]);
});

it('ticking and unticking keeps the order of the options', () => {
  expect(withChoice(options, ['c'], 'a', true)).toEqual(['a', 'c']);
  expect(withChoice(options, ['a', 'c'], 'a', false)).toEqual(['c']);
});

describe('a file', () => {
  const file = { name: 'план.pdf', type: 'application/pdf', size: 3 };

  it('is sent as base64 without the address around it', async () => {
    const outcome = await readChosenFile(file, () => Promise.resolve('data:application/pdf;base64,0J/QsA=='));
    expect(outcome).toEqual({
      ok: true,
      file: { name: 'план.pdf', contentType: 'application/pdf', base64: '0J/QsA==' },
    });
    expect(bytesOf('0J/QsA==')).toBe(4);
    expect(bytesOf('')).toBe(0);
  });

  it('of an unknown kind is called bytes; an empty one has none', async () => {
    expect(await readChosenFile({ ...file, type: '' }, () => Promise.resolve('data:'))).toEqual({
      ok: true,
      file: { name: 'план.pdf', contentType: 'application/octet-stream', base64: '' },
    });
  });

  it('over 5 MB is not even read', async () => {
    let read = 0;
    const reading = (): Promise<string> => {
      read += 1;
      return Promise.resolve('data:,');
    };
    expect(await readChosenFile({ ...file, size: MAX_FILE_BYTES + 1 }, reading)).toEqual({
      ok: false,
      reason: 'tooLarge',
    });
    expect(read).toBe(0);
    expect(await readChosenFile({ ...file, size: MAX_FILE_BYTES }, reading)).toMatchObject({ ok: true });
  });

  it('that cannot be read is a refusal, not an error', async () => {
    expect(await readChosenFile(file, () => Promise.reject(new Error('gone')))).toEqual({
      ok: false,
      reason: 'unreadable',
    });
  });
});

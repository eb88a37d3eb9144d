// Google's errors are read by their numbers: their words come in the user's language.
import { statusOf, unlessStatus } from '../../src/google/api-error';
import { quoted } from '../../src/google/drive-keys';

const apiError = (code: number): Error =>
  Object.assign(new Error('Ошибка вызова API'), { name: 'GoogleJsonResponseException', details: { code } });

describe('the status of an error', () => {
  it('is the one in its details', () => {
    expect(statusOf(apiError(409))).toBe(409);
  });

  it('is unknown of anything else that may be thrown', () => {
    for (const thrown of [
      undefined,
      null,
      'текст',
      404,
      new Error('404'),
      { details: null },
      { details: { code: '404' } },
    ])
      expect(statusOf(thrown)).toBeUndefined();
  });
});

describe('unlessStatus', () => {
  const failing = (error: unknown) => (): string => {
    throw error;
  };

  it('gives what the call gives', () => {
    expect(
      unlessStatus(
        () => 'итог',
        [404],
        () => 'иначе',
      ),
    ).toBe('итог');
  });

  it('gives the other value for the named statuses only', () => {
    expect(unlessStatus(failing(apiError(404)), [404, 410], () => 'иначе')).toBe('иначе');
    expect(() => unlessStatus(failing(apiError(403)), [404, 410], () => 'иначе')).toThrow('Ошибка вызова API');
    expect(() => unlessStatus(failing(new TypeError('своя ошибка')), [404], () => 'иначе')).toThrow(TypeError);
  });
});

it('a text in a Drive query cannot end its quotes', () => {
  // https://developers.google.com/workspace/drive/api/guides/search-files
  expect(quoted("У'чебник")).toBe("У\\'чебник");
  expect(quoted("\\' or trashed = true or name = '")).toBe("\\\\\\' or trashed = true or name = \\'");
});

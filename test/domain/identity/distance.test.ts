// How far apart two spellings are.
import fc from 'fast-check';
import { distance, plainLatin, romanise, within } from '../../../src/domain/identity/distance';

describe('the Damerau–Levenshtein distance', () => {
  it.each<[string, string, number]>([
    ['', '', 0],
    ['иванова', 'иванова', 0],
    ['иванова', 'ивонова', 1],
    ['иванова', 'иваннова', 1],
    ['иванова', 'ианова', 1],
    ['иванова', 'иавнова', 1],
    ['ca', 'abc', 2], // with edits between swapped letters: optimal string alignment would say 3
    ['абв', '', 3],
  ])('from %j to %j is %i', (a, b, apart) => {
    expect(distance(a, b)).toBe(apart);
  });

  const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 6 });

  it('is a metric: nil only between equals, the same both ways, never shorter by a detour', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(distance(a, b) === 0).toBe(a === b);
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('within a limit is the distance or Infinity', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        const apart = distance(a, b);
        expect(within(a, b, limit)).toBe(apart <= limit ? apart : Infinity);
      }),
    );
  });
});

it('romanises a surname so that the usual ways of writing it in Latin letters meet', () => {
  for (const [surname, ...spellings] of [
    ['Щукина', 'shchukina', 'schukina', 'shukina'],
    ['Хлебникова', 'khlebnikova', 'hlebnikova'],
    ['Цветкова', 'tsvetkova', 'cvetkova'],
    ['Юрьева', 'yureva', 'iureva', 'jureva'],
    ['Белый', 'belyy', 'belyi', 'bely'],
  ] as const) {
    for (const spelling of spellings) expect([spelling, plainLatin(spelling)]).toEqual([spelling, romanise(surname)]);
  }
});

// How far apart two spellings are.

/**
 * The Damerau–Levenshtein distance: the least number of insertions, deletions, replacements and swaps of neighbours that turn one
 * text into the other, edits between swapped letters allowed (Lowrance & Wagner, J. ACM 22 (1975) 177–183). A metric, in letters.
 */
export function distance(a: string, b: string): number {
  const from = Array.from(a);
  const to = Array.from(b);
  const width = to.length + 2;
  const table = new Array<number>((from.length + 2) * width).fill(0);
  const at = (i: number, j: number): number => table[(i + 1) * width + j + 1] ?? 0;
  const put = (i: number, j: number, value: number): void => {
    table[(i + 1) * width + j + 1] = value;
  };
  const far = from.length + to.length;
  put(-1, -1, far);
  for (let i = 0; i <= from.length; i++) {
    put(i, -1, far);
    put(i, 0, i);
  }
  for (let j = 0; j <= to.length; j++) {
    put(-1, j, far);
    put(0, j, j);
  }
  /** Letter → last row of `from` where it was met. */
  const lastRow = new Map<string, number>();
  for (let i = 1; i <= from.length; i++) {
    const letter = from[i - 1] ?? '';
    let lastColumn = 0;
    for (let j = 1; j <= to.length; j++) {
      const other = to[j - 1] ?? '';
      const row = lastRow.get(other) ?? 0;
      const column = lastColumn;
      const same = letter === other;
      if (same) lastColumn = j;
      put(
        i,
        j,
        Math.min(
          at(i - 1, j - 1) + (same ? 0 : 1),
          at(i, j - 1) + 1,
          at(i - 1, j) + 1,
          at(row - 1, column - 1) + (i - row - 1) + 1 + (j - column - 1),
        ),
      );
    }
    lastRow.set(letter, i);
  }
  return at(from.length, to.length);
}

/** The distance when it is at most `limit`, else Infinity; lengths too far apart cost no comparing. */
export function within(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  const apart = distance(a, b);
  return apart <= limit ? apart : Infinity;
}

/** Letters that may differ before two words of this length stop looking alike: 1 up to 5 letters, 2 up to 9, else 3. */
export function tolerance(length: number): number {
  return length <= 5 ? 1 : length <= 9 ? 2 : 3;
}

const TRANSLITERATION: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** A Russian surname in Latin letters, in the plain form that `plainLatin` gives to any of the usual romanisations. */
export function romanise(word: string): string {
  return plainLatin(
    Array.from(word.toLowerCase().replace(/ё/g, 'е'))
      .map((letter) => TRANSLITERATION[letter] ?? letter)
      .join(''),
  );
}

/** Latin spellings of Russian sounds brought together: `kh`→`h`, `ts`→`c`, `shch`→`sh`, `y`/`j`→`i`, doubled letters single. */
export function plainLatin(text: string): string {
  return text
    .toLowerCase()
    .replace(/shch|sch/g, 'sh')
    .replace(/kh|x/g, 'h')
    .replace(/ts|tz/g, 'c')
    .replace(/yo|jo/g, 'e')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/(.)\1+/g, '$1');
}

// Which character separates the cells of a delimited text.

export type Delimiter = ';' | ',' | '\t' | '|';
const CANDIDATES: readonly Delimiter[] = [';', '\t', ',', '|'];
const LOOK_AT = 50;

/** How many of each candidate stand outside quotes, a record at a time (a quoted cell may hold line breaks). */
function countsByRecord(text: string): Record<Delimiter, number>[] {
  const blank = (): Record<Delimiter, number> => ({ ';': 0, ',': 0, '\t': 0, '|': 0 });
  const records: Record<Delimiter, number>[] = [];
  let counts = blank();
  let quoted = false;
  let empty = true;
  const close = (): void => {
    if (!empty) records.push(counts);
    counts = blank();
    empty = true;
  };
  for (const char of text) {
    if (records.length >= LOOK_AT) break;
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === '\n' || char === '\r')) {
      close();
      continue;
    }
    if (char.trim() !== '' || char === '\t') empty = false;
    if (!quoted && (CANDIDATES as readonly string[]).includes(char)) counts[char as Delimiter] += 1;
  }
  close();
  return records;
}

/**
 * The delimiter of a CSV text: the one that occurs the same number of times in the most of the first 50 records; then the one
 * that makes more columns. A first line `sep=;`, as Excel writes it, decides. `;` (Excel's in Russian) when nothing tells.
 */
export function guessDelimiter(text: string): Delimiter {
  const hint = /^\ufeff?sep=([;,\t|])\r?\n/i.exec(text)?.[1];
  const told = CANDIDATES.find((candidate) => candidate === hint);
  if (told !== undefined) return told;
  const records = countsByRecord(text);
  let best: { delimiter: Delimiter; records: number; columns: number } = { delimiter: ';', records: 0, columns: 0 };
  for (const delimiter of CANDIDATES) {
    const byCount = new Map<number, number>();
    for (const record of records) byCount.set(record[delimiter], (byCount.get(record[delimiter]) ?? 0) + 1);
    for (const [columns, frequency] of byCount) {
      if (columns === 0) continue;
      if (frequency > best.records || (frequency === best.records && columns > best.columns)) {
        best = { delimiter, records: frequency, columns };
      }
    }
  }
  return best.delimiter;
}

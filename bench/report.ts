// Prints what was measured as plain tables, each number beside its bar and their ratio.

export interface Bar {
  readonly what: string;
  readonly measured: number;
  readonly most: number;
  /** Where the number comes from, or where it goes. */
  readonly note?: string;
}

const missed: Bar[] = [];
let held = 0;

const say = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

export function heading(text: string): void {
  say();
  say(text);
}

export function note(text: string): void {
  say(`  ${text}`);
}

/** A number as people write it: a comma, no needless digits. */
export const show = (value: number): string =>
  (Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1)).replace('.', ',');

/** Columns as wide as their widest cell; the first on the left, numbers on the right. */
export function table(titles: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [titles, ...rows].map((row) => row.map((cell) => (typeof cell === 'number' ? show(cell) : cell)));
  const widths = titles.map((_title, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const onLeft = titles.map((_title, column) => rows.every((row) => typeof row[column] === 'string'));
  for (const row of cells) {
    const line = row.map((cell, at) =>
      onLeft[at] === true ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    say(`  ${line.join('  ').trimEnd()}`);
  }
}

/** Measured against the bar: at most 1 means that it holds. */
export function bars(rows: readonly Bar[]): void {
  for (const bar of rows) {
    if (bar.measured > bar.most) missed.push(bar);
    else held += 1;
  }
  table(
    ['', 'измерено', 'планка', 'отношение', '', ''],
    rows.map(({ what, measured, most, note: where = '' }) => [
      what,
      measured,
      most,
      most === 0 ? (measured === 0 ? '0' : '∞') : show(measured / most),
      measured <= most ? 'выполнено' : 'не выполнено',
      where,
    ]),
  );
}

/** Counts the bars once more: a missed one must not be lost among the tables. */
export function verdict(): void {
  heading(`Планок выполнено: ${String(held)}, не выполнено: ${String(missed.length)}.`);
  for (const { what, measured, most } of missed) note(`не выполнено: ${what}: ${show(measured)} против ${show(most)}`);
}

// The assignment problem: whom to give to whom, one to one, for the greatest total weight.

/**
 * Maximum-weight assignment in a bipartite graph, by shortest augmenting paths with potentials (the Hungarian method in the form of
 * R. Jonker and A. Volgenant, Computing 38, 1987). Exact for whole weights whose total stays below 2^53; O(s² · l) for sides of s ≤ l.
 *
 * @param rows      how many on one side
 * @param columns   how many on the other
 * @param weight    of row and column: greater than 0, or 0 where they may not be put together
 * @returns for each row its column, −1 for a row left alone. The same input gives the same output.
 */
export function assign(
  rows: number,
  columns: number,
  weight: (row: number, column: number) => number,
): readonly number[] {
  if (rows > columns) {
    const turned = assign(columns, rows, (row, column) => weight(column, row));
    const out = Array.from({ length: rows }, () => -1);
    turned.forEach((row, column) => {
      if (row >= 0) out[row] = column;
    });
    return out;
  }
  // Numbered from 1; 0 stands for «nobody yet». A pair of weight 0 is as good as staying alone, so no dummies are needed.
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  const least = new Float64Array(columns + 1);
  const used = new Uint8Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let at = 0;
    least.fill(Infinity);
    used.fill(0);
    do {
      used[at] = 1;
      const from = rowOf[at]!;
      let delta = Infinity;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (used[column]) continue;
        const reduced = -weight(from - 1, column - 1) - rowPotential[from]! - columnPotential[column]!;
        if (reduced < least[column]!) {
          least[column] = reduced;
          cameFrom[column] = at;
        }
        if (least[column]! < delta) {
          delta = least[column]!;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (used[column]) {
          rowPotential[rowOf[column]!]! += delta;
          columnPotential[column]! -= delta;
        } else least[column]! -= delta;
      }
      at = next;
    } while (rowOf[at] !== 0);
    do {
      const before = cameFrom[at]!;
      rowOf[at] = rowOf[before]!;
      at = before;
    } while (at !== 0);
  }
  const out = Array.from({ length: rows }, () => -1);
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column]! - 1;
    if (row >= 0 && weight(row, column - 1) > 0) out[row] = column - 1;
  }
  return out;
}

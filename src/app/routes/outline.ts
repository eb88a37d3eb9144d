// Which documents of routes there are, where their rows stand and what is known of them: a region's register and ledger take long to read whole.
import type { Row } from '../../workbook/schema';
import { LEDGER, ROUTES } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ledger } from '../effects';
import type { Ports } from '../ports';
import { readIfShort } from '../short-tables';
import type { RouteDocument } from './document';

/** One teacher's rows of one cycle that is not closed, by their places in the sheet. */
export interface RoutePlaces {
  readonly cycle: string;
  readonly teacher: string;
  readonly rows: readonly number[];
  /** Of earlier cycles: what was written before this cycle's first row. */
  readonly past: readonly number[];
}

/**
 * Routes of cycles that are not closed, in the order of their first rows. Rows whose teacher is not on the staff list have none.
 * @param only a cycle; '' = every open one
 */
export function routePlaces(ports: Ports, { staff }: Context, only = ''): readonly RoutePlaces[] {
  readIfShort(ports, ROUTES);
  const places = new Map<string, { cycle: string; teacher: string; rows: number[] }>();
  const first = new Map<string, number>();
  const of = new Map<string, { readonly cycle: string; readonly $row: number }[]>();
  for (const { $row, cycle, teacher, closed } of ports.workbook.columns(ROUTES, ['closed', 'cycle', 'teacher'])) {
    if (!first.has(cycle)) first.set(cycle, $row);
    const own = of.get(teacher) ?? [];
    own.push({ cycle, $row });
    of.set(teacher, own);
    if (closed !== '' || !staff.byCode.has(teacher) || (only !== '' && only !== cycle)) continue;
    const key = `${cycle}|${teacher}`;
    const known = places.get(key);
    if (known === undefined) places.set(key, { cycle, teacher, rows: [$row] });
    else known.rows.push($row);
  }
  return [...places.values()].map((one) => ({
    ...one,
    past: (of.get(one.teacher) ?? []).flatMap(({ cycle, $row }) =>
      cycle !== one.cycle && $row < (first.get(one.cycle) ?? 0) ? [$row] : [],
    ),
  }));
}

/** What stands in these rows. A document none of whose rows can be read has none. */
export function readRoutes(ports: Ports, places: readonly RoutePlaces[]): readonly RouteDocument[] {
  const { rows } = ports.workbook.rowsAt(
    ROUTES,
    places.flatMap((place) => [...place.rows, ...place.past]),
  );
  const byNumber = new Map(rows.map((row) => [row.$row, row]));
  const found = (numbers: readonly number[]): RouteDocument['rows'] =>
    numbers.flatMap((number) => byNumber.get(number) ?? []);
  return places.map(({ cycle, teacher, ...place }) => ({
    cycle,
    teacher,
    rows: found(place.rows),
    past: found(place.past),
  }));
}

/** What the ledger says of these documents. */
export function rowsAbout(
  ports: Ports,
  ledger: Ledger,
  documents: Pick<ReadonlySet<string>, 'has' | 'size'>,
): readonly Row<typeof LEDGER>[] {
  if (documents.size === 0) return [];
  const about = ports.workbook.columns(LEDGER, ['key', 'ref']).filter(({ ref }) => documents.has(ref));
  return ledger.look(about.map(({ key }) => key));
}

// «Закрыть маршруты цикла»: from here on its rows and documents do not change; the next cycle's routes show the growth.
import { ROUTES, LEDGER } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { notSetUp } from '../context';
import type { Ports } from '../ports';
import { readIfShort } from '../short-tables';
import { loadRoutes } from './load';
import { leftOut } from './make';
import { PUBLISH_START, type PublishCursor, publishNext } from './publish';

interface CloseInput {
  readonly cycle: string;
}

export const closeRoutes: Action<CloseInput, PublishCursor> = {
  id: 'closeRoutes',

  fields: (ports) => {
    const open = openCycles(ports);
    return [
      {
        name: 'cycle',
        kind: 'choice',
        required: true,
        options: open.map((cycle) => ({ value: cycle, label: cycle })),
        value: open[0] ?? '',
      },
    ];
  },

  read(ports, raw) {
    const missing = notSetUp(ports, ROUTES, LEDGER);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const cycle = textOf(raw, 'cycle', 50) ?? '';
    return openCycles(ports).includes(cycle)
      ? { ok: true, value: { cycle } }
      : { ok: false, problems: [{ code: 'route.close.none', fields: { cycle } }] };
  },

  preview(ports, { cycle }) {
    const rows = rowsOf(ports, cycle);
    const count = (state: string): string => String(rows.filter((row) => row.state === state).length);
    return {
      ok: true,
      value: {
        lines: [{ code: 'route.close.will', fields: { cycle, rows: rows.length } }],
        counts: [
          { label: { code: 'route.count.confirmed' }, value: count('confirmed') },
          { label: { code: 'route.count.done' }, value: count('done') },
          { label: { code: 'route.count.doing' }, value: count('doing') },
          { label: { code: 'route.count.planned' }, value: count('planned') },
        ],
        warnings: [],
      },
    };
  },

  step(ports, run, { cycle }, cursor = PUBLISH_START) {
    const loaded = loadRoutes(ports);
    if (!loaded.ok) return { state: 'refused', problems: loaded.problems };
    const today = ports.clock.today();
    const published = publishNext(ports, loaded.value, run.run, cursor, { cycle, closed: today });
    if (!published.done)
      return {
        state: 'going',
        cursor: published.cursor,
        done: published.cursor.at,
        total: published.total + 1,
        line: { code: 'route.documents', fields: { done: published.cursor.at, total: published.total } },
      };
    const rows = rowsOf(ports, cycle);
    // By whom comes first: an attempt that died between the two leaves rows that the next one closes.
    for (const set of [{ closedBy: run.run }, { closed: today }])
      ports.workbook.patch(
        ROUTES,
        rows.map(({ $row }) => ({ $row, set })),
      );
    return finished(
      [{ code: 'route.close.done', fields: { cycle, rows: rows.length } }, ...leftOut(published.cursor)],
      [{ label: { code: 'link.sheet', fields: { table: ROUTES.title } }, url: ports.workbook.linkTo(ROUTES) }],
    );
  },
};

const rowsOf = (ports: Ports, cycle: string): ReturnType<typeof readRows> =>
  readRows(ports).filter((row) => row.cycle === cycle && row.closed === '');

const readRows = (ports: Ports) => {
  readIfShort(ports, ROUTES);
  return ports.workbook.columns(ROUTES, ['closed', 'cycle', 'state']);
};

/** Cycles with routes that are not closed, the oldest first. */
function openCycles(ports: Ports): readonly string[] {
  if (!ports.workbook.has(ROUTES)) return [];
  return [...new Set(readRows(ports).flatMap(({ cycle, closed }) => (closed === '' ? [cycle] : [])))];
}

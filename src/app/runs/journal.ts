// «Журнал»: a row when a run begins, its outcome when it ends. A damaged journal never stops a run.
import type { ActionId } from '../../shared/contract';
import type { Placed, Row } from '../../workbook/schema';
import { JOURNAL } from '../../workbook/tables';
import { notSetUp } from '../context';
import type { Ports } from '../ports';
import type { RunRecord } from './record';

const COUNTER = 'runs';
const PREFIX = 'З-';

/** A number for a run. Numbers go on after the greatest in the journal: a copied workbook has one too. */
export function nextRun(ports: Ports): string {
  const rows =
    attempt(ports, () => (notSetUp(ports, JOURNAL) === undefined ? ports.workbook.read(JOURNAL).rows : [])) ?? [];
  const used = rows.map(({ run }) => Number(run.slice(PREFIX.length))).filter((number) => Number.isInteger(number));
  const number = Math.max(Number(ports.store.get(COUNTER) ?? '0'), ...used) + 1;
  // Goes into the store together with the run's record.
  ports.store.later(COUNTER, String(number));
  return `${PREFIX}${String(number).padStart(4, '0')}`;
}

/** How many runs can be undone: older ones are not offered any more, and none comes back, as an undoing is a run too. */
const MOST_UNDOABLE = 20;

/** The runs that can be undone, oldest first. */
export const undoable = ({ workbook }: Ports): Placed<Row<typeof JOURNAL>>[] =>
  workbook
    .read(JOURNAL)
    .rows.filter(({ state }) => state !== 'undone')
    .slice(-MOST_UNDOABLE);

/** Writes the run's first row. */
export function beginJournal(ports: Ports, { run, action, by }: RunRecord): void {
  attempt(ports, () => {
    if (notSetUp(ports, JOURNAL) === undefined) ports.workbook.append(JOURNAL, [rowOf(ports, run, action, by)]);
  });
}

/**
 * Writes the outcome into the run's row, or a row of its own where the first was lost (the very first set-up has no journal yet).
 * A row that says what was done stays: a run that died right after it ends once more, with nothing left to report.
 */
export function endJournal(ports: Ports, record: RunRecord): void {
  attempt(ports, () => {
    if (notSetUp(ports, JOURNAL) !== undefined) return;
    const state = record.state === 'waiting' ? 'running' : record.state;
    const result = record.lines.map((line) => ports.words.say(line)).join('\n');
    const row = ports.workbook.read(JOURNAL).rows.find(({ run }) => run === record.run);
    if (row === undefined) {
      ports.workbook.append(JOURNAL, [{ ...rowOf(ports, record.run, record.action, record.by), state, result }]);
    } else if (row.state !== 'done' && (row.state !== state || row.result !== result)) {
      ports.workbook.patch(JOURNAL, [{ $row: row.$row, set: { state, result } }]);
    }
  });
}

const rowOf = (ports: Ports, run: string, action: ActionId, by: string): Row<typeof JOURNAL> => ({
  run,
  at: ports.clock.localNow(),
  by,
  action: ports.words.say({ code: `action.${action}` }),
  state: 'running',
  result: '',
});

/** A deleted sheet or column of the journal is a lasting trouble of its own: the run goes on. Anything else is not hidden. */
function attempt<T>(ports: Ports, write: () => T): T | undefined {
  try {
    return write();
  } catch (error) {
    if (!ports.explain(error).lasting) throw error;
    return undefined;
  }
}

// «Изменения расписания»: which module went where, when; by it moves are taken back and done again.
import type { Message } from '../../domain/message';
import { type ModuleMove, readMove, type Whereabouts } from '../../domain/timetable/move';
import type { Placed, Row } from '../../workbook/schema';
import { MODULE_CHANGES, MODULES } from '../../workbook/tables';
import type { Ports } from '../ports';
import { dotted } from '../surveys/plan';

export type ModuleChangeRow = Placed<Row<typeof MODULE_CHANGES>>;

export type Direction = 'do' | 'undo';

/** The moves of all cycles, oldest first. */
export const allChanges = ({ workbook }: Ports): readonly ModuleChangeRow[] =>
  workbook.has(MODULE_CHANGES)
    ? workbook.read(MODULE_CHANGES).rows.filter(({ edit }) => readMove(edit) !== undefined)
    : [];

/** What a run has moved, oldest first. */
export const changesOfRun = (ports: Ports, run: string): readonly ModuleChangeRow[] =>
  allChanges(ports).filter((row) => row.run === run);

/** Writes moves of one run into the list, done; what could have been done again cannot be any more. */
export function recordMoves(
  ports: Ports,
  cycle: string,
  run: string,
  moves: readonly { readonly move: ModuleMove; readonly title: string }[],
): void {
  if (moves.length === 0 || !ports.workbook.has(MODULE_CHANGES)) return;
  const dropped = allChanges(ports).filter((row) => row.cycle === cycle && row.state === 'undone');
  ports.workbook.append(
    MODULE_CHANGES,
    moves.map(({ move, title }) => ({
      at: ports.clock.localNow(),
      module: move.module,
      what: ports.words.say(saidMove(move, title, 'do')),
      state: 'done',
      cycle,
      edit: move,
      settled: '',
      run,
    })),
  );
  ports.workbook.patch(
    MODULE_CHANGES,
    dropped.map(({ $row }) => ({ $row, set: { state: 'dropped' } })),
  );
}

/** Writes into the timetable where the moves, or the taking back of them, put the modules. */
export function writeMoves(ports: Ports, moves: readonly ModuleMove[], direction: Direction): void {
  // The first of rows with one name is the module, the others are copies of it.
  const rows = new Map([...ports.workbook.read(MODULES).rows].reverse().map((row) => [row.module, row]));
  ports.workbook.patch(
    MODULES,
    moves.flatMap(({ module, before, after, sent }) => {
      const row = rows.get(module);
      if (row === undefined) return [];
      const { date, start, end, place } = direction === 'do' ? after : before;
      // Of an invited module the mark says what its guests know.
      const isDraft = row.state === 'draft' || row.state === '';
      const mark = isDraft ? (direction === 'do' ? sent?.after : sent?.before) : undefined;
      return [{ $row: row.$row, set: { date, start, end, place, ...(mark === undefined ? {} : { sent: mark }) } }];
    }),
  );
}

/** One sentence for the move, before and after it is made. */
export function saidMove(move: ModuleMove, title: string, direction: Direction): Message {
  const at = ({ date, start, end, place }: Whereabouts): string =>
    [date === '' ? '' : dotted(date), start === '' ? '' : `${start}–${end}`, place]
      .filter((part) => part !== '')
      .join(', ');
  const fields = { module: move.module, title, was: at(move.before), now: at(move.after) };
  return direction === 'undo' ? { code: 'move.undone', fields } : { code: 'move.done', fields };
}

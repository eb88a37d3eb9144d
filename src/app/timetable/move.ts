// «Перенести занятие»: one module to another time by hand, shown before it is done with what it meets; undo and redo walk the list.
import { absoluteMinute, isLocalDate, localDateTime, parseMinute } from '../../domain/local-time';
import type { Message, Outcome, Problem } from '../../domain/message';
import { isSamePlace, type ModuleMove, readMove, type Whereabouts } from '../../domain/timetable/move';
import { MODULE_CHANGES, MODULES } from '../../workbook/tables';
import { type Action, finished, type RawInput, textOf } from '../action';
import { loadContext, notSetUp } from '../context';
import { lastDone, nextToRedo, unordered } from '../edit-walk';
import type { Ports } from '../ports';
import { allChanges, type Direction, type ModuleChangeRow, recordMoves, saidMove, writeMoves } from './change-list';
import { standingModules, timeOf, whereOf } from './modules';
import type { RoomedModule } from './rooms';
import { bandsOf, loadTimetable, type TimetableSituation } from './situation';

const KINDS = ['move', 'undo', 'redo'] as const;

export interface MoveInput {
  readonly what: (typeof KINDS)[number];
  readonly module: string;
  readonly date: string;
  /** `15:00-16:00`. */
  readonly time: string;
  /** '' lets the product choose. */
  readonly place: string;
  /** `seen` of the view in which the move was tried; '' when it was not. */
  readonly seen: string;
}

/** A move thought through: nothing is written yet. */
export interface PlannedMove {
  readonly situation: TimetableSituation;
  readonly module: RoomedModule;
  readonly move: ModuleMove;
  readonly direction: Direction;
  /** The row of «Изменения расписания» that is taken back or done again. */
  readonly row?: ModuleChangeRow;
}

export const moveModule: Action<MoveInput, never> = {
  id: 'moveModule',
  anyAccount: true,

  fields: (ports) => {
    const loaded = notSetUp(ports, MODULES, MODULE_CHANGES) === undefined ? loadContext(ports) : undefined;
    const context = loaded?.ok === true ? loaded.value : undefined;
    const modules = context === undefined ? [] : standingModules(ports, context);
    return [
      {
        name: 'what',
        kind: 'choice',
        required: true,
        value: 'move',
        options:
          context === undefined
            ? []
            : KINDS.map((kind) => ({ value: kind, label: ports.words.say({ code: `move.kind.${kind}` }) })),
      },
      {
        name: 'module',
        kind: 'choice',
        options: modules
          .filter(({ row }) => row.state !== 'held' && row.state !== 'cancelled')
          .map(({ row, group }) => ({ value: row.module, label: `${row.module} · ${group.title}` })),
      },
      { name: 'date', kind: 'date' },
      {
        name: 'time',
        kind: 'choice',
        options:
          context === undefined ? [] : bandsOf(context).map((band) => ({ value: band, label: band.replace('-', '–') })),
      },
      { name: 'place', kind: 'text' },
    ];
  },

  read(ports, raw) {
    const missing = notSetUp(ports, MODULES, MODULE_CHANGES);
    return missing === undefined ? readInput(raw) : { ok: false, problems: [missing] };
  },

  preview(ports, input) {
    const plan = planMove(ports, input);
    if (!plan.ok) return plan;
    const warnings = met(plan.value);
    return { ok: true, value: { lines: [said(plan.value), ...invitesAgain(plan.value)], counts: [], warnings } };
  },

  step(ports, run, input) {
    const rows = allChanges(ports);
    const settling = rows.find((row) => row.settled === run.run);
    const again = readMove(settling?.edit);
    if (settling !== undefined && again !== undefined) {
      const direction = input.what === 'undo' ? 'undo' : 'do';
      writeMoves(ports, [again], direction);
      ports.workbook.patch(MODULE_CHANGES, [{ $row: settling.$row, set: { state: STATES[direction] } }]);
      return ended(ports, [{ code: 'edit.done', fields: { what: settling.what } }]);
    }
    // Begun before, and died: what was decided then is what is done now.
    const begun = rows.find((row) => row.run === run.run);
    const kept = readMove(begun?.edit);
    if (begun !== undefined && kept !== undefined) {
      writeMoves(ports, [kept], 'do');
      return ended(ports, [{ code: 'edit.done', fields: { what: begun.what } }]);
    }
    const plan = planMove(ports, input);
    if (!plan.ok) return { state: 'refused', problems: plan.problems };
    const lines = [said(plan.value), ...met(plan.value), ...invitesAgain(plan.value)];
    carryOutMoves(ports, [plan.value], run.run);
    return ended(ports, lines);
  },
};

/** Writes the moves, in an order in which it can be begun again. */
export function carryOutMoves(ports: Ports, plans: readonly PlannedMove[], run: string): void {
  const [first] = plans;
  if (first === undefined) return;
  const fresh = plans.filter(({ row }) => row === undefined);
  recordMoves(
    ports,
    first.situation.context.settings.cycle,
    run,
    fresh.map(({ move, module }) => ({ move, title: module.group.title })),
  );
  const listed = plans.flatMap(({ row, direction }) => (row === undefined ? [] : [{ $row: row.$row, direction }]));
  // Marked first: a row that stands already as it is to stand would be taken for one that another run has settled.
  ports.workbook.patch(
    MODULE_CHANGES,
    listed.map(({ $row }) => ({ $row, set: { settled: run } })),
  );
  for (const direction of ['do', 'undo'] as const) {
    const those = plans.filter((plan) => plan.direction === direction);
    writeMoves(
      ports,
      those.map(({ move }) => move),
      direction,
    );
  }
  ports.workbook.patch(
    MODULE_CHANGES,
    listed.map(({ $row, direction }) => ({ $row, set: { state: STATES[direction] } })),
  );
}

/** How the list's row stands afterwards. */
const STATES = { do: 'done', undo: 'undone' } as const;

/** The move on the timetable as it stands; refused where it makes no sense. What it merely meets is said, not refused: the director decides. */
export function planMove(ports: Ports, input: MoveInput): Outcome<PlannedMove> {
  const loaded = loadTimetable(ports, input.module);
  if (!loaded.ok) return loaded;
  const situation = loaded.value;
  if (input.seen !== '' && input.seen !== seenOf(ports, situation)) return refused({ code: 'edit.meanwhile' });
  if (input.what !== 'move') {
    const rows = changesOf(ports, situation);
    const row = input.what === 'undo' ? lastDone(rows) : nextToRedo(rows);
    if (row === undefined)
      return { ok: false, problems: [input.what === 'undo' ? { code: 'edit.undoNone' } : { code: 'edit.redoNone' }] };
    return planRow(situation, row, input.what === 'undo' ? 'undo' : 'do');
  }
  const module = situation.modules.find(({ row }) => row.module === input.module);
  if (module === undefined) return refused({ code: 'move.unknown', fields: { module: input.module } });
  const [start = '', end = ''] = input.time.split('-');
  const time = { date: input.date, start, end };
  const after = { ...time, place: input.place === '' ? situation.room(module, time) : input.place };
  const before = whereOf(module);
  if (isSamePlace(before, after)) return refused({ code: 'edit.nothing' });
  const now = absoluteMinute(ports.clock.localNow());
  if (absoluteMinute(localDateTime(input.date, parseMinute(start) ?? 0)) <= now) return refused({ code: 'move.past' });
  return planned(situation, module, { module: input.module, before, after }, 'do');
}

/** A move of the list taken back or done again. */
export function planRow(
  situation: TimetableSituation,
  row: ModuleChangeRow,
  direction: Direction,
): Outcome<PlannedMove> {
  const move = readMove(row.edit);
  const module = situation.modules.find((one) => one.row.module === row.module);
  if (move === undefined || module === undefined)
    return refused({ code: 'move.unknown', fields: { module: row.module } });
  // Where it is already what it is to become, only the list has to say so.
  if (![move.before, move.after].some((where) => isSamePlace(whereOf(module), where)))
    return refused({ code: 'move.stale', fields: { module: row.module } });
  const plan = planned(situation, module, move, direction);
  return plan.ok ? { ok: true, value: { ...plan.value, row } } : plan;
}

function planned(
  situation: TimetableSituation,
  module: RoomedModule,
  move: ModuleMove,
  direction: Direction,
): Outcome<PlannedMove> {
  const fixed = situation.fixed(module);
  return fixed === undefined ? { ok: true, value: { situation, module, move, direction } } : refused(fixed);
}

const refused = (problem: Problem): { ok: false; problems: readonly Problem[] } => ({ ok: false, problems: [problem] });

/** Where the module would be. */
export const target = ({ move, direction }: PlannedMove): Whereabouts =>
  direction === 'do' ? move.after : move.before;

/** One sentence for the move, before and after it is made. */
export const said = ({ module, move, direction }: PlannedMove): Message =>
  saidMove(move, module.group.title, direction);

/** What the module meets where it is put: clashes, and people who did not name that time. */
export function met(plan: PlannedMove): readonly Message[] {
  const { situation, module } = plan;
  const where = target(plan);
  // Put back where it had no time, it meets nothing.
  if (where.date === '' || timeOf(where) === undefined) return [];
  const names = situation.unsuited(module, where);
  return [
    ...(situation.isOver(where) ? [{ code: 'move.past' }] : []),
    ...situation.clashes(module, where),
    ...(names.length === 0 ? [] : [{ code: 'move.unsuited', fields: { names } }]),
  ];
}

const invitesAgain = ({ module: { row } }: PlannedMove): readonly Message[] =>
  row.state === 'invited' ? [{ code: 'move.invite', fields: { module: row.module } }] : [];

function ended(ports: Ports, lines: readonly Message[]): ReturnType<typeof finished> {
  return finished(lines, [
    { label: { code: 'link.sheet', fields: { table: MODULES.title } }, url: ports.workbook.linkTo(MODULES) },
  ]);
}

/** The cycle's moves, oldest first. */
export const changesOf = (ports: Ports, { context }: TimetableSituation): readonly ModuleChangeRow[] =>
  allChanges(ports).filter(({ cycle }) => cycle === context.settings.cycle);

/** What a move on trial is reckoned from, in short: by it the move is made on the same timetable, or not at all. */
export const seenOf = (ports: Ports, situation: TimetableSituation): string =>
  unordered(
    ports,
    situation.active,
    situation.modules.map((module) => [module.row.module, module.row.state, whereOf(module)]),
    changesOf(ports, situation).map(({ run, module, state }) => [run, module, state]),
  );

/** Checks what a page sent. */
export function readInput(raw: RawInput): Outcome<MoveInput> {
  const text = (name: string): string => textOf(raw, name, 200) ?? '';
  const what = KINDS.find((kind) => kind === raw['what']);
  if (what === undefined) return refused({ code: 'edit.what' });
  const input: MoveInput = {
    what,
    module: text('module'),
    date: text('date'),
    time: text('time'),
    place: text('place'),
    seen: text('seen'),
  };
  if (what !== 'move') return { ok: true, value: input };
  const [start, end] = input.time.split('-').map((part) => parseMinute(part));
  if (input.module === '') return refused({ code: 'move.needs.module' });
  if (!isLocalDate(input.date)) return refused({ code: 'move.needs.date' });
  return start === undefined || end === undefined || start >= end
    ? refused({ code: 'move.needs.time' })
    : { ok: true, value: input };
}

// «Перенести занятие»: one module to another time by hand, shown before it is done with what it meets; undo and redo walk the list.
import { absoluteMinute, isLocalDate, localDateTime, parseMinute } from '../../domain/local-time';
import type { Message, Outcome, Problem } from '../../domain/message';
import { isSamePlace, type ModuleMove, readMove, type Whereabouts } from '../../domain/timetable/move';
import type { Placed, Row } from '../../workbook/schema';
import { MODULE_CHANGES, MODULES } from '../../workbook/tables';
import { type Action, finished, type RawInput, textOf } from '../action';
import { loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import { dotted } from '../surveys/plan';
import { standingModules, type StandingModule } from './modules';
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
}

export type ModuleChangeRow = Placed<Row<typeof MODULE_CHANGES>>;

/** A move thought through: nothing is written yet. */
export interface PlannedMove {
  readonly situation: TimetableSituation;
  readonly module: StandingModule;
  readonly move: ModuleMove;
  readonly direction: 'do' | 'undo';
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
    const settled = rows.find((row) => row.settled === run.run);
    if (settled !== undefined) return ended(ports, [{ code: 'edit.done', fields: { what: settled.what } }]);
    // Begun before, and died: what was decided then is what is done now.
    const begun = rows.find((row) => row.run === run.run);
    const kept = readMove(begun?.edit);
    if (begun !== undefined && kept !== undefined) {
      write(ports, kept, 'do');
      return ended(ports, [{ code: 'edit.done', fields: { what: begun.what } }]);
    }
    const plan = planMove(ports, input);
    if (!plan.ok) return { state: 'refused', problems: plan.problems };
    const lines = [said(plan.value), ...met(plan.value), ...invitesAgain(plan.value)];
    carryOutMove(ports, plan.value, run.run);
    return ended(ports, lines);
  },
};

/** Writes the move, in an order in which it can be begun again. */
export function carryOutMove(ports: Ports, plan: PlannedMove, run: string): void {
  const { situation, move, direction, row } = plan;
  if (row === undefined) {
    const dropped = changesOf(ports, situation).filter(({ state }) => state === 'undone');
    ports.workbook.append(MODULE_CHANGES, [
      {
        at: ports.clock.localNow(),
        module: move.module,
        what: ports.words.say(said(plan)),
        state: 'done',
        cycle: situation.context.settings.cycle,
        edit: move,
        settled: '',
        run,
      },
    ]);
    ports.workbook.patch(
      MODULE_CHANGES,
      dropped.map(({ $row }) => ({ $row, set: { state: 'dropped' } })),
    );
  }
  write(ports, move, direction);
  if (row !== undefined) {
    const state = direction === 'do' ? 'done' : 'undone';
    ports.workbook.patch(MODULE_CHANGES, [{ $row: row.$row, set: { state, settled: run } }]);
  }
}

function write(ports: Ports, { module, before, after }: ModuleMove, direction: 'do' | 'undo'): void {
  const row = ports.workbook.read(MODULES).rows.find((one) => one.module === module);
  if (row === undefined) return;
  const { date, start, end, place } = direction === 'do' ? after : before;
  ports.workbook.patch(MODULES, [{ $row: row.$row, set: { date, start, end, place } }]);
}

/** The move on the timetable as it stands; refused where it makes no sense. What it merely meets is said, not refused: the director decides. */
export function planMove(ports: Ports, input: MoveInput): Outcome<PlannedMove> {
  const loaded = loadTimetable(ports, input.module);
  if (!loaded.ok) return loaded;
  const situation = loaded.value;
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
  direction: 'do' | 'undo',
): Outcome<PlannedMove> {
  const move = readMove(row.edit);
  const module = situation.modules.find((one) => one.row.module === row.module);
  if (move === undefined || module === undefined)
    return refused({ code: 'move.unknown', fields: { module: row.module } });
  if (!isSamePlace(whereOf(module), direction === 'do' ? move.before : move.after))
    return refused({ code: 'move.stale', fields: { module: row.module } });
  const plan = planned(situation, module, move, direction);
  return plan.ok ? { ok: true, value: { ...plan.value, row } } : plan;
}

function planned(
  situation: TimetableSituation,
  module: StandingModule,
  move: ModuleMove,
  direction: 'do' | 'undo',
): Outcome<PlannedMove> {
  const fixed = situation.fixed(module);
  return fixed === undefined ? { ok: true, value: { situation, module, move, direction } } : refused(fixed);
}

const refused = (problem: Problem): { ok: false; problems: readonly Problem[] } => ({ ok: false, problems: [problem] });

export const whereOf = ({ row: { date, start, end, place } }: StandingModule): Whereabouts => ({
  date,
  start,
  end,
  place,
});

/** Where the module would be. */
export const target = ({ move, direction }: PlannedMove): Whereabouts =>
  direction === 'do' ? move.after : move.before;

/** One sentence for the move, before and after it is made. */
export function said(plan: PlannedMove): Message {
  const { module, move, direction } = plan;
  const at = ({ date, start, end, place }: Whereabouts): string =>
    [date === '' ? '' : dotted(date), start === '' ? '' : `${start}–${end}`, place]
      .filter((part) => part !== '')
      .join(', ');
  const fields = { module: move.module, title: module.group.title, was: at(move.before), now: at(move.after) };
  return direction === 'undo' ? { code: 'move.undone', fields } : { code: 'move.done', fields };
}

/** What the module meets where it is put: clashes, and people who did not name that time. */
export function met(plan: PlannedMove): readonly Message[] {
  const { situation, module } = plan;
  const where = target(plan);
  const names = situation.unsuited(module, where);
  return [
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

const allChanges = ({ workbook }: Ports): readonly ModuleChangeRow[] =>
  workbook.read(MODULE_CHANGES).rows.filter(({ edit }) => readMove(edit) !== undefined);

/** The cycle's moves, oldest first. */
export const changesOf = (ports: Ports, { context }: TimetableSituation): readonly ModuleChangeRow[] =>
  allChanges(ports).filter(({ cycle }) => cycle === context.settings.cycle);

type Walked = Pick<ModuleChangeRow, 'state' | '$row'>;

export const lastDone = <R extends Walked>(rows: readonly R[]): R | undefined =>
  rows.filter(({ state }) => state === 'done').pop();

export const nextToRedo = <R extends Walked>(rows: readonly R[]): R | undefined =>
  rows.find(({ state, $row }) => state === 'undone' && $row > (lastDone(rows)?.$row ?? 0));

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
  };
  if (what !== 'move') return { ok: true, value: input };
  const [start, end] = input.time.split('-').map((part) => parseMinute(part));
  if (input.module === '') return refused({ code: 'move.needs.module' });
  if (!isLocalDate(input.date)) return refused({ code: 'move.needs.date' });
  return start === undefined || end === undefined || start >= end
    ? refused({ code: 'move.needs.time' })
    : { ok: true, value: input };
}

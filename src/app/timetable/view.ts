// The timetable as an editor on the page shows it: as it stands, or as it would stand after a move that is not made yet.
import { addDays, formatMinute, isoWeekday } from '../../domain/local-time';
import type { Outcome } from '../../domain/message';
import type { ModuleView, SlotView, TimetableView } from '../../shared/contract';
import type { RawInput } from '../action';
import type { Ports } from '../ports';
import { dotted } from '../surveys/plan';
import { lastDone, nextToRedo } from '../edit-walk';
import { whereOf } from './modules';
import { changesOf, met, moveModule, planMove, type PlannedMove, said, target } from './move';
import type { RoomedModule } from './rooms';
import { loadTimetable, offeredTimes, type TimetableSituation } from './situation';

/** Weeks shown at most: a school year and a bit. */
const MOST_WEEKS = 60;

/** @param module the one whose possible times are wanted */
export function timetableView(
  ports: Ports,
  module: string | undefined,
  edit: RawInput | undefined,
): Outcome<TimetableView> {
  if (edit !== undefined) {
    const input = moveModule.read(ports, edit);
    if (!input.ok) return input;
    const plan = planMove(ports, input.value);
    return plan.ok ? { ok: true, value: viewOf(ports, plan.value.situation, plan.value, undefined) } : plan;
  }
  const situation = loadTimetable(ports, module);
  return situation.ok ? { ok: true, value: viewOf(ports, situation.value, undefined, module) } : situation;
}

function viewOf(
  ports: Ports,
  situation: TimetableSituation,
  plan: PlannedMove | undefined,
  asked: string | undefined,
): TimetableView {
  const { say } = ports.words;
  const modules = situation.modules.map((module) => moduleView(ports, situation, module, plan));
  const chosen = situation.modules.find(({ row }) => row.module === asked);
  return {
    ...calendarOf(situation, modules),
    modules,
    options: chosen === undefined ? [] : optionsOf(ports, situation, chosen),
    change: plan === undefined ? [] : [say(said(plan))],
    meets: plan === undefined ? [] : met(plan).map(say),
    ...walkOf(ports, situation, plan),
  };
}

function moduleView(
  ports: Ports,
  situation: TimetableSituation,
  module: RoomedModule,
  plan: PlannedMove | undefined,
): ModuleView {
  const { row, group, there } = module;
  const moved = plan !== undefined && plan.module.row.module === row.module;
  const where = moved ? target(plan) : whereOf(module);
  const names = [...there.consultants, ...there.consultees].map(({ name }) => name);
  const timed = where.date !== '' && module.start !== undefined;
  const stands = row.state !== 'cancelled' && row.state !== 'held';
  return {
    module: row.module,
    group: row.group,
    title: group.title,
    ...where,
    state: row.state === '' ? 'draft' : row.state,
    names,
    clashes: (moved || timed) && stands ? situation.clashes(module, where).map(ports.words.say) : [],
    movable: situation.fixed(module) === undefined,
  };
}

/** Where the module could go: where nothing is in its way first. */
function optionsOf(ports: Ports, situation: TimetableSituation, module: RoomedModule): readonly SlotView[] {
  if (situation.fixed(module) !== undefined) return [];
  const { say } = ports.words;
  const now = whereOf(module);
  return offeredTimes(ports, situation)
    .filter(({ date, start, end }) => date !== now.date || start !== now.start || end !== now.end)
    .map((time) => {
      const where = { ...time, place: situation.room(module, time) };
      const clashes = situation.clashes(module, where).map(say);
      const names = situation.unsuited(module, where);
      const why = [...clashes, ...(names.length === 0 ? [] : [say({ code: 'move.unsuited', fields: { names } })])];
      return { ...where, fit: clashes.length > 0 ? 'clash' : names.length > 0 ? 'possible' : 'good', why };
    });
}

/** The weeks from the first to the last day that matters, the days of a school week, the times of a day. */
function calendarOf(
  { context: { settings }, window }: TimetableSituation,
  modules: readonly ModuleView[],
): Pick<TimetableView, 'weeks' | 'bands'> {
  const dates = modules.map(({ date }) => date).filter((date) => date !== '');
  const all = [...dates, ...(window.from <= window.to ? [window.from, window.to] : [])].sort();
  const [first] = all;
  const last = all[all.length - 1];
  const days = new Set<number>([...settings.days, ...dates.map(isoWeekday)]);
  const holidays = new Set(settings.holidays);
  const weeks: TimetableView['weeks'][number][] = [];
  if (first !== undefined && last !== undefined) {
    let monday = addDays(first, 1 - isoWeekday(first));
    for (; monday <= last && weeks.length < MOST_WEEKS; monday = addDays(monday, 7)) {
      const dated = [...days].sort((a, b) => a - b).map((day) => addDays(monday, day - 1));
      weeks.push({
        days: dated.map((date) => ({ date, weekday: isoWeekday(date), label: dotted(date), off: holidays.has(date) })),
      });
    }
  }
  return {
    weeks,
    bands: settings.bands.map(({ start, end }) => ({ start: formatMinute(start), end: formatMinute(end) })),
  };
}

/** What undoing and redoing would be about, as the list will stand once `plan` is carried out. */
function walkOf(
  ports: Ports,
  situation: TimetableSituation,
  plan: PlannedMove | undefined,
): Pick<TimetableView, 'undo' | 'redo'> {
  if (plan !== undefined && plan.row === undefined) return { undo: ports.words.say(said(plan)), redo: '' };
  const rows = changesOf(ports, situation).map((row) =>
    row.$row === plan?.row?.$row ? { ...row, state: plan.direction === 'do' ? 'done' : 'undone' } : row,
  );
  return { undo: lastDone(rows)?.what ?? '', redo: nextToRedo(rows)?.what ?? '' };
}

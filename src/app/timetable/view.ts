// The timetable as an editor on the page shows it: as it stands, or as it would stand after a move that is not made yet.
import { addDays, formatMinute, isoWeekday } from '../../domain/local-time';
import type { Message, Outcome } from '../../domain/message';
import type { ModuleView, SlotView, TimetableView } from '../../shared/contract';
import type { RawInput } from '../action';
import type { Ports } from '../ports';
import { dotted } from '../surveys/plan';
import { lastDone, nextToRedo } from '../edit-walk';
import { copies } from './changes';
import { timeOf, whereOf } from './modules';
import { changesOf, met, moveModule, planMove, type PlannedMove, said, seenOf, target } from './move';
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
  const copied = copiesIn(situation.modules);
  const modules = situation.modules.map((module) => moduleView(ports, situation, module, plan, copied));
  const chosen = situation.modules.find(({ row }) => row.module === asked);
  return {
    ...calendarOf(situation, modules),
    modules,
    options: chosen === undefined ? [] : optionsOf(ports, situation, chosen),
    change: plan === undefined ? [] : [say(said(plan))],
    meets: plan === undefined ? [] : met(plan).map(say),
    ...walkOf(ports, situation, plan),
    seen: seenOf(ports, situation),
  };
}

function moduleView(
  ports: Ports,
  situation: TimetableSituation,
  module: RoomedModule,
  plan: PlannedMove | undefined,
  copied: ReadonlyMap<number, Message>,
): ModuleView {
  const { say } = ports.words;
  const { row, group, there } = module;
  const put = plan === undefined ? undefined : { module: plan.module, where: target(plan) };
  const moved = put?.module.row.$row === row.$row;
  const where = moved ? put.where : whereOf(module);
  const time = timeOf(where);
  const stands = row.state !== 'cancelled' && row.state !== 'held';
  const copy = copied.get(row.$row);
  // Moves go by the number: what has none of its own is not to be moved by it.
  const isItself = row.module !== '' && copy === undefined;
  const clashes = where.date !== '' && time !== undefined && stands ? situation.clashes(module, where, put) : [];
  return {
    module: isItself ? row.module : `${row.module} (${String(row.$row)})`.trim(),
    group: row.group,
    title: group.title,
    ...where,
    ...(time === undefined ? { start: '', end: '' } : {}),
    state: row.state === '' ? 'draft' : row.state,
    names: [...there.consultants, ...there.consultees].map(({ name }) => name),
    clashes: [...(copy === undefined ? [] : [copy]), ...clashes].map(say),
    movable: isItself && situation.fixed(module) === undefined,
  };
}

/** Rows that were copied from another, by their number, with what to do about them. */
const copiesIn = (modules: readonly RoomedModule[]): ReadonlyMap<number, Message> =>
  new Map(copies(modules).map((message) => [Number(message.fields?.['row']), message]));

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
  const days = new Set<number>([...settings.days, ...dates.map(isoWeekday)]);
  const holidays = new Set(settings.holidays);
  const through = mondays(all[0], all[all.length - 1]);
  // A year typed wrong would put a lifetime between the first day and the last: then the weeks where there is something.
  const shown =
    through.length <= MOST_WEEKS
      ? through
      : [...new Set([...mondays(window.from, window.to), ...dates.flatMap((date) => mondays(date, date))])].sort();
  return {
    weeks: shown.map((monday) => ({
      days: [...days]
        .sort((a, b) => a - b)
        .map((day) => addDays(monday, day - 1))
        .map((date) => ({ date, weekday: isoWeekday(date), label: dotted(date), off: holidays.has(date) })),
    })),
    bands: settings.bands.map(({ start, end }) => ({ start: formatMinute(start), end: formatMinute(end) })),
  };
}

/** The Mondays of the weeks from one day to another; of one more than `MOST_WEEKS` at most. */
function mondays(from: string | undefined, to: string | undefined): readonly string[] {
  const found: string[] = [];
  if (from === undefined || to === undefined) return found;
  for (let monday = addDays(from, 1 - isoWeekday(from)); monday <= to; monday = addDays(monday, 7)) {
    found.push(monday);
    if (found.length > MOST_WEEKS) break;
  }
  return found;
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

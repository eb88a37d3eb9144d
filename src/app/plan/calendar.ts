// «Мероприятия в календарь» (A13): an event a measure, or one for each of its times, in the programme's own calendar.
import { addDays, type LocalDate } from '../../domain/local-time';
import type { Message, Outcome } from '../../domain/message';
import type { Period } from '../../domain/plan/period';
import { eventDays, isDone } from '../../domain/plan/standing';
import { oneLine } from '../../domain/text';
import { LEDGER, PLAN } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import { lostCalendar, OwnCalendar } from '../calendar';
import { type Context, loadContext, notSetUp } from '../context';
import { effectKey, Ledger } from '../effects';
import type { Ports } from '../ports';
import type { EventSpec } from '../ports/calendars';
import { CALENDAR } from '../timetable/modules';
import { type PlanItem, planItems, type PlanRow } from './read';
import { nameOf } from './refresh';
import { codeOf, lastNumber, shownPeriod } from './write';

/** Events made between two checkpoints. */
const BATCH = 40;
/** So far ahead times are put into the calendar: a school year and a bit. */
const AHEAD_DAYS = 400;

interface CalendarCursor {
  readonly done: number;
  readonly total: number;
}

/** Which time of which measure, as the ledger names it. */
type Slot = string;

type Change =
  | {
      readonly kind: 'insert' | 'update';
      readonly slot: Slot;
      readonly item: PlanItem;
      readonly event: EventSpec;
      readonly digest: string;
    }
  | { readonly kind: 'cancel'; readonly slot: Slot; readonly key: string };

export const calendarPlan: Action<Record<string, never>, CalendarCursor> = {
  id: 'calendarPlan',
  fields: NO_FIELDS,
  read(ports) {
    const missing = notSetUp(ports, PLAN, LEDGER);
    return missing === undefined ? { ok: true, value: {} } : { ok: false, problems: [missing] };
  },

  preview(ports) {
    const planned = plannedChanges(ports);
    if (!planned.ok) return planned;
    const { changes, problems } = planned.value;
    const count = (kind: Change['kind']): string => String(changes.filter((change) => change.kind === kind).length);
    const first = changes.flatMap((change) => (change.kind === 'cancel' ? [] : [change.event]))[0];
    return {
      ok: true,
      value: {
        lines: [
          {
            code: changes.length === 0 ? 'plan.calendar.nothing' : 'plan.calendar.will',
            fields: { count: changes.length },
          },
        ],
        counts: [
          { label: { code: 'invite.count.new' }, value: count('insert') },
          { label: { code: 'invite.count.changed' }, value: count('update') },
          { label: { code: 'invite.count.cancelled' }, value: count('cancel') },
        ],
        ...(first === undefined
          ? {}
          : {
              example: {
                kind: 'event' as const,
                title: first.title,
                body: `${daysOf(first)}\n${first.description}`,
              },
            }),
        warnings: problems,
      },
    };
  },

  step(ports, run, _input, cursor = { done: 0, total: 0 }) {
    nameMeasures(ports);
    const planned = plannedChanges(ports);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    const { context, changes, problems } = planned.value;
    const total = Math.max(cursor.total, cursor.done + changes.length);
    if (changes.length === 0) {
      return finished(
        [
          { code: cursor.done === 0 ? 'plan.calendar.nothing' : 'plan.calendar.done', fields: { count: cursor.done } },
          ...lostCalendar(ports, new Ledger(ports, run.run), context.settings.calendarTitle),
          ...problems,
        ],
        [{ label: { code: 'link.sheet', fields: { table: PLAN.title } }, url: ports.workbook.linkTo(PLAN) }],
      );
    }
    const done = cursor.done + carryOut(ports, context, run.run, changes.slice(0, BATCH));
    return {
      state: 'going',
      cursor: { done, total },
      done,
      total,
      line: { code: 'plan.calendar.going', fields: { done, total } },
    };
  },
};

const daysOf = ({ start, end }: EventSpec): string =>
  shownPeriod({ from: start.slice(0, 10), to: addDays(end.slice(0, 10), -1) });

/** Rows added by hand get their codes: events are known by them. */
function nameMeasures(ports: Ports): void {
  const unnamed = ports.workbook.read(PLAN).rows.filter(({ measure }) => measure === '');
  if (unnamed.length === 0) return;
  const last = lastNumber(ports);
  ports.workbook.patch(
    PLAN,
    unnamed.map(({ $row }, index) => ({ $row, set: { measure: codeOf(last + index + 1) } })),
  );
}

/** Digests of what the calendar was last told, by the number of the time. */
const sentOf = ({ sent }: PlanRow): Readonly<Record<string, string>> =>
  typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? (sent as Record<string, string>) : {};

function plannedChanges(
  ports: Ports,
): Outcome<{ context: Context; changes: readonly Change[]; problems: readonly Message[] }> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const { items, problems } = planItems(ports, context.settings);
  if (items.length === 0) return { ok: false, problems: [{ code: 'plan.empty' }, ...problems] };
  const standing = new Map(
    ports.workbook
      .read(LEDGER)
      .rows.filter(({ kind, state }) => kind === 'planEvent' && (state === 'done' || state === 'intent'))
      .map((row) => [row.who, row]),
  );
  const today = ports.clock.today();
  const horizon: Period = { from: today, to: addDays(today, AHEAD_DAYS) };
  const wanted = new Set<Slot>();
  const changes: Change[] = [];
  let unnamed = 0;
  for (const item of items) {
    const measure = item.row.measure === '' ? `+${String((unnamed += 1))}` : item.row.measure;
    const sent = sentOf(item.row);
    item.windows.forEach((window, index) => {
      const slot = `${measure}/${String(index + 1)}`;
      if (item.state === 'cancelled') return;
      wanted.add(slot);
      // What is over or done stays in the calendar as it is.
      if (window.to < horizon.from || window.from > horizon.to || isDone(item, window)) return;
      const event = eventOf(ports, item, window, slot);
      const digest = ports.sha256(JSON.stringify({ ...event, eventId: '' })).slice(0, 12);
      const made = standing.get(slot)?.state === 'done';
      if (!made) changes.push({ kind: 'insert', slot, item, event, digest });
      else if (sent[String(index + 1)] !== digest) changes.push({ kind: 'update', slot, item, event, digest });
    });
  }
  // A row that cannot be read must not look like one that was deleted.
  if (problems.length === 0)
    for (const [slot, { key }] of standing) if (!wanted.has(slot)) changes.push({ kind: 'cancel', slot, key });
  const undated = items.filter(
    ({ windows, state }) => windows.length === 0 && state !== 'cancelled' && state !== 'done',
  );
  return {
    ok: true,
    value: {
      context,
      changes,
      problems: [
        ...problems,
        ...(undated.length === 0
          ? []
          : [
              {
                code: 'plan.calendar.undated',
                fields: { count: undated.length, titles: undated.map(({ row }) => nameOf(row)) },
              },
            ]),
      ],
    },
  };
}

function eventOf(ports: Ports, { row }: PlanItem, window: Period, slot: Slot): EventSpec {
  const { days, deadline } = eventDays(window);
  const midnight = (day: LocalDate): string => `${day}T00:00`;
  const line = (code: string, value: string): string =>
    value === '' ? '' : ports.words.say({ code, fields: { value } });
  return {
    eventId: effectKey(ports, 'planEvent', slot),
    title: oneLine(
      ports.words.say({ code: deadline ? 'plan.event.deadline' : 'plan.event.title', fields: { title: nameOf(row) } }),
    ).slice(0, 250),
    description: [
      line('plan.event.stage', row.stage),
      line('plan.event.responsible', row.responsible),
      line('plan.event.result', row.result),
      deadline ? ports.words.say({ code: 'plan.event.window', fields: { from: window.from, to: window.to } }) : '',
    ]
      .filter((text) => text !== '')
      .join('\n'),
    place: '',
    start: midnight(days.from),
    end: midnight(addDays(days.to, 1)),
    allDay: true,
    guests: [],
    video: false,
  };
}

/** E events: E calls, and besides them the ledger before and after, the plan, one flush. */
function carryOut(ports: Ports, context: Context, run: string, changes: readonly Change[]): number {
  const ledger = new Ledger(ports, run);
  ledger.intend(
    changes.flatMap((change) =>
      change.kind === 'cancel'
        ? []
        : [
            {
              key: change.event.eventId,
              kind: 'planEvent' as const,
              what: change.event.title,
              who: change.slot,
              ref: change.event.eventId,
            },
          ],
    ),
  );
  const calendar = new OwnCalendar(ports, context.settings.calendarTitle, ledger);
  const sent = new Map<number, Record<string, string>>();
  const made: { key: string; state: 'done' | 'undone' }[] = [];
  const goesOn = ports.clock.stretch();
  for (const change of changes) {
    if (made.length > 0 && !goesOn()) break;
    if (change.kind === 'cancel') {
      const id = ports.store.get(CALENDAR);
      if (id !== undefined) ports.calendars.cancel(id, change.key);
      made.push({ key: change.key, state: 'undone' });
      continue;
    }
    const { event, item, digest, slot } = change;
    try {
      const changed = change.kind === 'update' ? ports.calendars.update(calendar.id, event) : undefined;
      if (changed === undefined) calendar.insert(event);
    } catch (error) {
      // What is made is written down first; the next step meets the trouble again.
      if (made.length === 0) throw error;
      break;
    }
    const { $row } = item.row;
    sent.set($row, { ...(sent.get($row) ?? sentOf(item.row)), [slot.slice(slot.lastIndexOf('/') + 1)]: digest });
    made.push({ key: event.eventId, state: 'done' });
  }
  ports.workbook.patch(
    PLAN,
    [...sent].map(([$row, digests]) => ({ $row, set: { sent: digests } })),
  );
  ledger.settle(made);
  return made.length;
}

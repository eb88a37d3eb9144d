// «Отправить приглашения» (A6): one Calendar event a module; changes update it, cancellations cancel it, one notice a change.
import { formatMinute } from '../../domain/local-time';
import type { Message, Outcome } from '../../domain/message';
import type { Row } from '../../workbook/schema';
import { MODULES } from '../../workbook/tables';
import { type Action, type Example, finished, NO_FIELDS, type RunInfo, type Step } from '../action';
import { lostCalendar, OwnCalendar } from '../calendar';
import { type Context, loadContext } from '../context';
import { Ledger } from '../effects';
import { nextRounds, roundPlans } from '../feedback/rounds';
import type { Ports } from '../ports';
import type { EventState } from '../ports/calendars';
import { makeForms } from '../surveys/make-forms';
import { dotted } from '../surveys/plan';
import { changedInCalendar, type ChangedEvents, forgetChanged, refreshAttendance } from './attendance';
import { type Change, plannedChanges, type Told, unlawful } from './changes';
import { coming, recordOf, TAKEN_BACK } from './lesson-people';
import { standingModules } from './modules';

/** Events made between two checkpoints at most: what the time of a page's call suffices for, and never a long stretch unrecorded. */
const BATCH = 100;

interface InviteCursor {
  /** The round's feedback forms come first: their links stand in the invitations. */
  readonly phase: 'forms' | 'events';
  readonly done: number;
  readonly total: number;
  /** What the person must hear at the end. */
  readonly told: readonly Message[];
}

export const sendInvitations: Action<Record<string, never>, InviteCursor> = {
  id: 'sendInvitations',
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const loaded = loadContext(ports);
    if (!loaded.ok) return loaded;
    const byHand = changedInCalendar(ports, loaded.value);
    const planned = plannedChanges(ports, [...byHand.deleted, ...byHand.moved]);
    if (!planned.ok) return planned;
    const { context, changes, problems } = planned.value;
    const count = (kind: Change['kind']): string => String(changes.filter((change) => change.kind === kind).length);
    const first = changes.find((change) => change.kind !== 'cancel');
    const example = first === undefined ? undefined : exampleOf(first);
    return {
      ok: true,
      value: {
        lines: [
          {
            code: changes.length > 0 ? 'invite.will' : problems.length > 0 ? 'invite.nothingReady' : 'invite.nothing',
            fields: { events: changes.length, guests: guestsOf(changes) },
          },
        ],
        counts: [
          { label: { code: 'invite.count.new' }, value: count('insert') },
          { label: { code: 'invite.count.changed' }, value: count('update') },
          { label: { code: 'invite.count.cancelled' }, value: count('cancel') },
          { label: { code: 'invite.count.guests' }, value: String(guestsOf(changes)) },
        ],
        ...(example === undefined ? {} : { example }),
        warnings: [...toldOf(byHand, 'do'), ...problems, ...unlawful(ports, context, changes, byHand.found)],
      },
    };
  },

  step(ports, run, _input, from): Step<InviteCursor> {
    const begun = from === undefined ? begin(ports) : { ok: true as const, value: from };
    if (!begun.ok) return { state: 'refused', problems: begun.problems };
    const cursor = begun.value;
    const planned = plannedChanges(ports);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    const { context, changes, problems, records } = planned.value;
    ports.workbook.patch(MODULES, records);
    const total = Math.max(cursor.total, cursor.done + changes.length);
    const end = (done: number, lost: readonly Message[] = []): Step<InviteCursor> =>
      finished(
        [
          {
            code: done > 0 ? 'invite.done' : problems.length > 0 ? 'invite.nothingReady' : 'invite.nothing',
            fields: { events: done },
          },
          ...cursor.told,
          ...lost,
          ...problems,
        ],
        [{ label: { code: 'link.sheet', fields: { table: MODULES.title } }, url: ports.workbook.linkTo(MODULES) }],
      );
    if (changes.length === 0) return end(cursor.done);
    if (cursor.phase === 'forms') {
      const ready = makeFeedbackForms(ports, context, run, changes);
      if (ready.state === 'refused') return ready;
      // With all forms there the links in the events are known: nothing stands between.
      if (ready.state !== 'there') {
        const phase = ready.state === 'ready' ? 'events' : 'forms';
        return {
          state: 'going',
          cursor: { ...cursor, phase, total },
          done: cursor.done,
          total,
          line: { code: 'invite.forms' },
        };
      }
    }
    const { made, lost } = carryOutChanges(ports, context, run.run, changes);
    const done = cursor.done + made;
    if (made === changes.length) return end(done, lost);
    return {
      state: 'going',
      cursor: { ...cursor, phase: 'events', done, total },
      done,
      total,
      line: { code: 'invite.going', fields: { done, total } },
    };
  },
};

const MOST_TOLD = 10;

/** What guests have answered; of the events changed by hand the preview has told, and whoever goes on wants them as the sheet has them. */
function begin(ports: Ports): Outcome<InviteCursor> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const byHand = changedInCalendar(ports, loaded.value);
  forgetChanged(ports, byHand);
  refreshAttendance(ports, loaded.value);
  return { ok: true, value: { phase: 'forms', done: 0, total: 0, told: toldOf(byHand, 'done') } };
}

/** @param end whether it is still to be done */
function toldOf({ deleted, moved }: ChangedEvents, end: 'do' | 'done'): readonly Message[] {
  const some = (all: readonly Message[], last: Message): readonly Message[] =>
    all.length === 0
      ? []
      : [
          ...all.slice(0, MOST_TOLD),
          ...(all.length > MOST_TOLD ? [{ code: 'problems.more', fields: { count: all.length - MOST_TOLD } }] : []),
          last,
        ];
  return [
    ...some(
      deleted.map(
        ({
          module: {
            row: { module, title, date },
          },
        }) => ({ code: 'invite.deleted', fields: { module, title, date } }),
      ),
      { code: end === 'do' ? 'invite.deleted.do' : 'invite.deleted.done' },
    ),
    ...some(
      moved.map(
        ({
          module: {
            row: { module, title, date, start },
          },
          event,
        }) => ({
          code: 'invite.moved',
          fields: { module, title, date: event.start.slice(0, 10), time: event.start.slice(11), was: date, start },
        }),
      ),
      { code: end === 'do' ? 'invite.moved.do' : 'invite.moved.done' },
    ),
  ];
}

/** Gives new modules their round and makes its two feedback forms; nobody is written to yet. «there»: nothing was left to do. */
function makeFeedbackForms(
  ports: Ports,
  context: Context,
  run: RunInfo,
  changes: readonly Change[],
): { readonly state: 'there' | 'ready' | 'building' } | Extract<Step<never>, { state: 'refused' }> {
  const fresh = changes.flatMap((change) =>
    change.kind === 'insert' && change.module.row.round === '' ? [change.module.row] : [],
  );
  if (fresh.length > 0) {
    const nextRound = nextRounds(ports, context);
    ports.workbook.patch(
      MODULES,
      fresh.map(({ $row }) => ({ $row, set: { round: nextRound() } })),
    );
  }
  const rounds = new Set(
    standingModules(ports, context).flatMap(({ row }) =>
      (row.state === 'draft' || row.state === '') && row.round !== '' ? [row.round] : [],
    ),
  );
  const plans = [...rounds]
    .flatMap((round) => roundPlans(ports, context, round))
    .map((plan) => ({ ...plan, audience: [] }));
  const forms = makeForms(ports, context, run, plans);
  if (forms.state === 'refused') return forms;
  if (forms.state === 'ready') return { state: fresh.length > 0 ? 'ready' : 'there' };
  return { state: forms.done === plans.length ? 'ready' : 'building' };
}

/**
 * E events in one go: E calls, and besides them the ledger before and after, the modules, one flush. All are intended at once: an
 * event's id is the key of its intent, so of those that this go does not come to the next one finds at once that they are not there.
 */
function carryOutChanges(
  ports: Ports,
  context: Context,
  run: string,
  changes: readonly Change[],
): { readonly made: number; readonly lost: readonly Message[] } {
  const ledger = new Ledger(ports, run);
  ledger.intend(
    changes.flatMap((change) =>
      change.kind === 'cancel'
        ? []
        : [
            {
              key: change.event.eventId,
              kind: 'event',
              what: change.event.title,
              who: change.module.row.module,
              ref: change.event.eventId,
            },
          ],
    ),
  );
  const calendar = new OwnCalendar(ports, context.settings.calendarTitle, ledger);
  const made: { key: string; state: 'done' | 'undone'; $row?: number; set?: Partial<Row<typeof MODULES>> }[] = [];
  const goesOn = ports.clock.stretch();
  for (const change of changes) {
    if (made.length > 0 && (made.length >= BATCH || !goesOn())) break;
    if (change.kind === 'cancel') {
      const { eventId: key, row } = change;
      ports.calendars.cancel(calendar.id, key);
      made.push({
        key,
        state: 'undone',
        ...(row === undefined ? {} : { $row: row.$row, set: afterCancel(ports, change) }),
      });
      continue;
    }
    const { event, module, digest } = change;
    let state: EventState;
    try {
      const changed = change.kind === 'update' ? ports.calendars.update(calendar.id, event) : undefined;
      state = changed ?? calendar.insert(event);
    } catch (error) {
      // What is made is written down first; the next step meets the trouble again.
      if (made.length === 0) throw error;
      break;
    }
    made.push({
      key: event.eventId,
      state: 'done',
      $row: module.row.$row,
      set: {
        state: 'invited',
        // A lesson that somebody typed in has none yet; writing it to all would be a call more.
        ...(module.row.cycle === '' ? { cycle: context.settings.cycle } : {}),
        eventId: event.eventId,
        sent: digest,
        people: recordOf(coming(module.group)),
        link: state.link,
        video: state.video,
        guests: event.guests.length,
        ...(change.kind === 'insert' ? { accepted: 0 } : {}),
      },
    });
  }
  // The ledger first: dying between the two, the modules are dealt with again and their events found.
  ledger.settle(made.map(({ key, state }) => ({ key, state })));
  ports.workbook.patch(
    MODULES,
    made.flatMap(({ $row, set }) => ($row === undefined || set === undefined ? [] : [{ $row, set }])),
  );
  return { made: made.length, lost: lostCalendar(ports, ledger, context.settings.calendarTitle) };
}

function afterCancel(
  ports: Ports,
  { row, groupGone }: Extract<Change, { kind: 'cancel' }>,
): Partial<Row<typeof MODULES>> {
  if (row === undefined || !groupGone) return TAKEN_BACK;
  const why = ports.words.say({ code: 'invite.groupGone', fields: { group: row.group } });
  return { ...TAKEN_BACK, remark: [row.remark, why].filter((line) => line !== '').join('\n') };
}

const guestsOf = (changes: readonly Change[]): number =>
  changes.reduce((sum, change) => sum + (change.kind === 'cancel' ? change.guests : change.event.guests.length), 0);

function exampleOf({ event, module }: Told): Example {
  const when = `${dotted(module.row.date)} ${formatMinute(module.start ?? 0)}–${formatMinute(module.end ?? 0)}`;
  return {
    kind: 'event',
    title: event.title,
    body: [when, event.place, event.guests.map(({ name }) => name).join(', '), '', event.description]
      .filter((line, index) => line !== '' || index === 3)
      .join('\n'),
  };
}

// The hourly heartbeat: finishes what is open, then does what has come due. Whatever it misses, the next one does.
import { addDays, isoWeekday } from '../domain/local-time';
import type { Message, Outcome } from '../domain/message';
import { JOURNAL, SURVEYS } from '../workbook/tables';
import { otherAccount } from './account';
import { actionOf } from './actions';
import { openSurveys } from './answers/process';
import { type Context, loadContext, notSetUp } from './context';
import { feedbackDueAt } from './feedback/ask';
import { htmlOf, post } from './letters';
import type { Ports } from './ports';
import { IDLE, pumpRun, startRun } from './runs/engine';
import { currentRun, isOpen, parkedRun, type RunRecord, unpark, utf8Length } from './runs/record';
import { dueReminders } from './surveys/remind';
import { refreshAttendance } from './timetable/attendance';

/**
 * What a heartbeat that found nothing to do leaves for the next ones, so that they need not read the workbook again: it holds
 * until a run begins, a form gets an answer, or the time comes.
 */
interface Idle {
  /** Epoch ms: then the workbook is read again. */
  readonly until: number;
  /** Epoch ms: before it new answers would not be processed yet, so the forms need not be looked at. */
  readonly from: number;
  /** Forms to be looked at, with the time from which their answers are new. */
  readonly forms: readonly (readonly [formId: string, since: number | null])[];
}

/** People change sheets by hand without any action of ours: read again after this at the latest. */
const LONGEST_IDLE_MS = 6 * 3_600_000;
/** Recomputing everything at every single answer would spend a consumer account's trigger time; the button does it at once. */
const PROCESS_EVERY_MS = 3 * 3_600_000;
/** A property holds 9 KB; with more forms than that every heartbeat reads the workbook. */
const MOST_IDLE_BYTES = 8500;
const POLLED = 'polled';

/** What was done, for the log. A part that fails does not stop the others; it is tried again at the next heartbeat. */
export function heartbeat(ports: Ports): readonly Message[] {
  const idle = ports.store.get(IDLE);
  if (idle !== undefined && staysIdle(ports, JSON.parse(idle) as Idle)) return [];
  // A trigger made by somebody of another account: nothing that it would look for can be seen there.
  if (otherAccount(ports) !== undefined) return [];
  const log: Message[] = [];
  /** Something is left undone: the next heartbeat must look again. */
  let unfinished = false;
  const attempt = <T>(part: () => T): T | undefined => {
    try {
      return part();
    } catch (error) {
      unfinished = true;
      log.push(ports.explain(error).problem);
      ports.workbook.forget();
      return undefined;
    }
  };
  const noted = (outcome: Outcome<RunRecord>): void => {
    unfinished ||= !outcome.ok || outcome.value.state !== 'done';
    log.push(...(outcome.ok ? outcome.value.lines : outcome.problems));
  };
  if (attempt(() => finishOpen(ports, noted)) === 'open') return log;
  if (notSetUp(ports, SURVEYS, JOURNAL) !== undefined) return log;
  const context = loadContext(ports);
  if (!context.ok) return [...log, ...context.problems];
  const start = (action: 'processAnswers' | 'askFeedback' | 'remind'): void => {
    if (ports.clock.mayGoOn()) noted(startRun(ports, actionOf(ports, action), {}));
    else unfinished = true;
  };
  const daily = ports.store.get(POLLED) !== ports.clock.today();
  const forms = formsToWatch(ports, daily);
  const rested = restedAt(ports) <= ports.clock.now();
  attempt(() => {
    if (rested && forms.some((form) => hasNewAnswers(ports, form))) start('processAnswers');
    // Only now: a heartbeat that died before has not polled the forms that are polled once a day.
    if (rested && daily) ports.store.set(POLLED, ports.clock.today());
  });
  attempt(() => {
    refreshAttendance(ports, context.value);
  });
  const feedbackAt = attempt(() => feedbackDueAt(ports, context.value));
  attempt(() => {
    if (feedbackAt !== undefined && feedbackAt <= ports.clock.now()) start('askFeedback');
  });
  attempt(() => {
    if (context.value.settings.autoRemind && remindersAreDue(ports)) start('remind');
  });
  attempt(() => {
    if (context.value.settings.autoPlan) remindOfPlan(ports, noted);
  });
  attempt(() => {
    if (context.value.settings.retentionMonths > 0) remindOfOld(ports, log);
  });
  if (!unfinished) attempt(() => rememberIdle(ports, context.value));
  return log;
}

const PLAN_WEEK = 'planWeek';

/** Letters about the plan are not sent at night. */
const MORNING = '08:00';

/** Once a week. Whether anybody is to be reminded is told by the action, which lies in the late bundle: it is not asked more often. */
function remindOfPlan(ports: Ports, noted: (outcome: Outcome<RunRecord>) => void): void {
  const today = ports.clock.today();
  const week = addDays(today, 1 - isoWeekday(today));
  if (ports.store.get(PLAN_WEEK) === week || ports.clock.localNow().slice(11) < MORNING || !ports.clock.mayGoOn())
    return;
  const outcome = startRun(ports, actionOf(ports, 'remindPlan'), {});
  const nothing = !outcome.ok && outcome.problems.every(({ code }) => code === 'plan.remind.nothing');
  if (!nothing) noted(outcome);
  // Another run had its turn: the next heartbeat tries again.
  if (outcome.ok || nothing) ports.store.set(PLAN_WEEK, week);
}

const OLD_MONTH = 'oldMonth';

/** Once a month: data kept longer than the settings say are named to whoever the heartbeat is, who can delete them from the menu. */
function remindOfOld(ports: Ports, log: Message[]): void {
  const month = ports.clock.today().slice(0, 7);
  if (ports.store.get(OLD_MONTH) === month || ports.clock.localNow().slice(11) < MORNING || !ports.clock.mayGoOn())
    return;
  const old = actionOf(ports, 'eraseOld').preview(ports, {});
  if (old.ok) {
    const text = [...old.value.lines, { code: 'retention.do' }].map((line) => ports.words.say(line)).join('\n\n');
    const letter = {
      to: ports.user(),
      subject: ports.words.say({ code: 'retention.subject' }),
      text,
      html: htmlOf(text),
    };
    const { sent } = post(ports, '', [
      { about: ['retention', month], what: letter.subject, to: letter.to, letter: () => letter },
    ]);
    if (sent > 0) log.push(...old.value.lines);
  }
  ports.store.set(OLD_MONTH, month);
}

/** Goes on with a run that is open or was put aside. «open»: it is not finished yet, so the rest waits for the next heartbeat. */
function finishOpen(ports: Ports, noted: (outcome: Outcome<RunRecord>) => void): 'open' | 'free' {
  const current = currentRun(ports);
  const parked = parkedRun(ports);
  if (!isOpen(current) && parked !== undefined) unpark(ports, parked);
  const open = currentRun(ports);
  if (!isOpen(open)) return 'free';
  // Another person's run is that person's heartbeat's business.
  if (open.by !== ports.user()) return 'open';
  const pumped = pumpRun(ports, actionOf, open.run);
  noted(pumped);
  return pumped.ok && pumped.value.state !== 'running' ? 'free' : 'open';
}

function staysIdle(ports: Ports, { until, from, forms }: Idle): boolean {
  const now = ports.clock.now();
  return now < until && (now < from || !forms.some((form) => hasNewAnswers(ports, form)));
}

/** Written down after the work, from the tables as they are then: nothing is read again for it. */
function rememberIdle(ports: Ports, context: Context): void {
  const until = Math.min(ports.clock.now() + LONGEST_IDLE_MS, feedbackDueAt(ports, context) ?? Infinity);
  const idle: Idle = { until, from: restedAt(ports), forms: formsToWatch(ports, false) };
  const text = JSON.stringify(idle);
  if (utf8Length(text) <= MOST_IDLE_BYTES) ports.store.set(IDLE, text);
}

/** When answers may be processed again (epoch ms). */
function restedAt(ports: Ports): number {
  return openSurveys(ports).reduce(
    (last, { readAt }) => (readAt === '' ? last : Math.max(last, ports.clock.instant(readAt) + PROCESS_EVERY_MS)),
    0,
  );
}

/** Every form that may get answers; those whose time is over, or that everybody has answered, only when `all` are asked for: once a day. */
function formsToWatch(ports: Ports, all: boolean): Idle['forms'] {
  const today = ports.clock.today();
  return openSurveys(ports)
    .filter(
      ({ kind, until, answered, audience }) =>
        all || (kind !== 'offer' && until >= today && (answered ?? 0) < audience.length),
    )
    .map(({ formId, readAt }) => [formId, readAt === '' ? null : ports.clock.instant(readAt)]);
}

/** Two calls a form. */
function hasNewAnswers(ports: Ports, [formId, since]: Idle['forms'][number]): boolean {
  return (ports.forms.responses(formId, since ?? undefined) ?? []).length > 0;
}

function remindersAreDue(ports: Ports): boolean {
  const due = dueReminders(ports);
  return due.ok && due.value.some(({ letters }) => letters.length > 0);
}

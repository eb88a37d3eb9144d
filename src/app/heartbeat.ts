// The hourly heartbeat: finishes what is open, then does what has come due. Whatever it misses, the next one does.
import type { Message, Outcome } from '../domain/message';
import { JOURNAL, SURVEYS } from '../workbook/tables';
import { ACTIONS } from './actions';
import { openSurveys } from './answers/process';
import { loadContext, notSetUp } from './context';
import { feedbackDueAt } from './feedback/ask';
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
  const log: Message[] = [];
  const attempt = <T>(part: () => T): T | undefined => {
    try {
      return part();
    } catch (error) {
      log.push(ports.explain(error).problem);
      ports.workbook.forget();
      return undefined;
    }
  };
  const noted = (outcome: Outcome<RunRecord> | undefined): void => {
    if (outcome !== undefined) log.push(...(outcome.ok ? outcome.value.lines : outcome.problems));
  };
  if (attempt(() => finishOpen(ports, noted)) === 'open') return log;
  if (notSetUp(ports, SURVEYS, JOURNAL) !== undefined) return log;
  const context = loadContext(ports);
  if (!context.ok) return [...log, ...context.problems];
  const start = (action: 'processAnswers' | 'askFeedback' | 'remind'): void => {
    if (ports.clock.mayGoOn()) noted(startRun(ports, ACTIONS[action], {}));
  };
  const forms = formsToWatch(ports);
  const rested = !openSurveys(ports).some(
    ({ readAt }) => readAt > ports.clock.local(ports.clock.now() - PROCESS_EVERY_MS),
  );
  attempt(() => {
    if (rested && forms.now.some((form) => hasNewAnswers(ports, form))) start('processAnswers');
    // Only now: a heartbeat that died before has not polled the forms that are polled once a day.
    if (rested && forms.daily) ports.store.set(POLLED, ports.clock.today());
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
  if (log.length === 0 && rested) {
    const until = Math.min(ports.clock.now() + LONGEST_IDLE_MS, feedbackAt ?? Infinity);
    const text = JSON.stringify({ until, forms: forms.hourly } satisfies Idle);
    if (utf8Length(text) <= MOST_IDLE_BYTES) ports.store.set(IDLE, text);
  }
  return log;
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
  const pumped = pumpRun(ports, ACTIONS, open.run);
  noted(pumped);
  return pumped.ok && pumped.value.state !== 'running' ? 'free' : 'open';
}

const staysIdle = (ports: Ports, { until, forms }: Idle): boolean =>
  ports.clock.now() < until && !forms.some((form) => hasNewAnswers(ports, form));

/** Every form that may get answers; those whose time is over, or that everybody has answered, only once a day. */
function formsToWatch(ports: Ports): {
  readonly now: Idle['forms'];
  readonly hourly: Idle['forms'];
  readonly daily: boolean;
} {
  const today = ports.clock.today();
  const daily = ports.store.get(POLLED) !== today;
  const surveys = openSurveys(ports).map((survey) => ({
    form: [survey.formId, survey.readAt === '' ? null : ports.clock.instant(survey.readAt)] as const,
    hourly: survey.kind !== 'offer' && survey.until >= today && (survey.answered ?? 0) < survey.audience.length,
  }));
  const hourly = surveys.filter((survey) => survey.hourly).map(({ form }) => form);
  return { now: daily ? surveys.map(({ form }) => form) : hourly, hourly, daily };
}

/** Two calls a form. */
function hasNewAnswers(ports: Ports, [formId, since]: Idle['forms'][number]): boolean {
  return (ports.forms.responses(formId, since ?? undefined) ?? []).length > 0;
}

function remindersAreDue(ports: Ports): boolean {
  const due = dueReminders(ports);
  return due.ok && due.value.some(({ letters }) => letters.length > 0);
}

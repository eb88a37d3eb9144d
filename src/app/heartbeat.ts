// The hourly heartbeat: finishes what is open, then does what has come due. Whatever it misses, the next one does.
import { addDays, isoWeekday, type LocalDate } from '../domain/local-time';
import type { Message, Outcome } from '../domain/message';
import { JOURNAL, SURVEYS } from '../workbook/tables';
import { accountOf, otherAccount } from './account';
import { actionOf } from './actions';
import { openSurveys } from './answers/process';
import {
  FEW_FORMS,
  forgetFound,
  formOf,
  hasNewAnswers,
  isOwedLook,
  LIVELY_MS,
  lookForAnswers,
  type WatchedForm,
  watchedForms,
} from './answers/watch';
import type { RawInput } from './action';
import { type Context, loadContext, notSetUp } from './context';
import { feedbackDueAt } from './feedback/ask';
import { keepBeat } from './last-beat';
import { htmlOf, post } from './letters';
import type { Ports } from './ports';
import { IDLE, pumpRun, startRun } from './runs/engine';
import { currentRun, isOpen, parkedRun, type RunRecord, unpark } from './runs/record';
import { hasAttendance, refreshAttendance } from './timetable/attendance';

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
  readonly forms: readonly WatchedForm[];
  /** The last run before: a later one has changed the workbook. */
  readonly run: string;
}

/** People change sheets by hand without any action of ours: read again after this at the latest. */
const LONGEST_IDLE_MS = 6 * 3_600_000;
/** Recomputing everything at every single answer would spend a consumer account's trigger time; the button does it at once. */
const PROCESS_EVERY_MS = 3 * 3_600_000;

/** By then what is begun after other work has read what it needs. */
const MOST_READ_MS = 150_000;
const OWED = 'owed';

/** What was done, for the log. */
export function heartbeat(ports: Ports): readonly Message[] {
  const idle = ports.store.get(IDLE);
  const isIdle = idle !== undefined && staysIdle(ports, JSON.parse(idle) as Idle);
  // A trigger made by somebody of another account: nothing that it would look for can be seen there.
  if (!isIdle && otherAccount(ports) !== undefined) return [];
  const log = isIdle ? [] : doDuties(ports);
  if (accountOf(ports) !== undefined) keepBeat(ports);
  return log;
}

/** A part that fails does not stop the others; it is tried again at the next heartbeat. */
function doDuties(ports: Ports): readonly Message[] {
  const log: Message[] = [];
  const begun = ports.clock.now();
  /** Something is left undone: the next heartbeat must look again. */
  let unfinished = false;
  /** Nothing but reading has been done so far. */
  let onlyRead = !isOpen(currentRun(ports)) && parkedRun(ports) === undefined;
  let looking = 0;
  /** The last heartbeat had no time left for something: this one does that first, and looks at no form. */
  const isOwed = ports.store.get(OWED) !== undefined;
  if (isOwed) ports.store.later(OWED, undefined);
  /** What is begun reads the workbook anew, for as long as that has taken up to now: for this too there must be time. */
  const hasTime = (): boolean => {
    const spent = ports.clock.now() - begun;
    if (ports.clock.mayGoOn() && (onlyRead || 2 * spent - looking < MOST_READ_MS)) return true;
    unfinished = true;
    ports.store.later(OWED, '1');
    return false;
  };
  const attempt = <T>(part: () => T): T | undefined => {
    try {
      return part();
    } catch (error) {
      unfinished = true;
      const { problem, behind } = ports.explain(error);
      log.push(problem);
      ports.workbook.forget();
      // A workbook from before that column: nobody would be asked or reminded until somebody opened the panel and set it up anew.
      if (behind !== undefined) attempt(() => ports.exclusively(() => ports.workbook.ensure([behind])));
      return undefined;
    }
  };
  const noted = (outcome: Outcome<RunRecord>): void => {
    unfinished ||= !outcome.ok || outcome.value.state !== 'done';
    log.push(...(outcome.ok ? outcome.value.lines : outcome.problems));
  };
  if (attempt(() => finishOpen(ports, noted)) === 'open') return log;
  if (notSetUp(ports, SURVEYS, JOURNAL) !== undefined) return log;
  const context = attempt(() => loadContext(ports));
  if (context === undefined) return log;
  if (!context.ok) return [...log, ...context.problems];
  const start = (action: 'processAnswers' | 'askFeedback', input: RawInput = {}): boolean => {
    // Already begun, and waiting or put aside: a second one would be in its way, and to be told so in one's turn would be to read
    // everything anew afterwards.
    if ([currentRun(ports), parkedRun(ports)].some((run) => isOpen(run) && run.action === action)) return false;
    if (!hasTime()) return false;
    onlyRead = false;
    const outcome = startRun(ports, actionOf(ports, action), input);
    noted(outcome);
    return outcome.ok;
  };
  attempt(() => {
    const rested = restedAt(ports) <= ports.clock.now();
    const watched = watchedForms(ports, context.value);
    // With many forms the looking takes hours: it does not wait until answers may be processed again.
    const onlyOwed = !rested && watched.lively.length <= FEW_FORMS;
    if (onlyOwed && !isOwedLook(ports)) return;
    const since = ports.clock.now();
    const { found, late, all, problems } = lookForAnswers(ports, watched, isOwed, onlyOwed);
    looking = ports.clock.now() - since;
    onlyRead &&= isOwed;
    log.push(...problems);
    unfinished ||= !all;
    if ((rested || late) && found.length > 0 && start('processAnswers', { only: found })) forgetFound(ports);
  });
  attempt(() => {
    if (!hasAttendance(ports, context.value) || !hasTime()) return;
    // One after another, as rows are written by their numbers: another execution may be moving them. To wait for one's turn is to read
    // the workbook anew, so this is for those who have something to write.
    const turn = ports.exclusively(() => {
      refreshAttendance(ports, context.value);
    });
    unfinished ||= turn === undefined;
  });
  const feedbackAt = attempt(() => feedbackDueAt(ports, context.value));
  attempt(() => {
    if (feedbackAt !== undefined && feedbackAt <= ports.clock.now() && isMorning(ports)) start('askFeedback');
  });
  attempt(() => {
    if (context.value.settings.autoRemind && isMorning(ports))
      remindOf(ports, DAY_REMINDED, ports.clock.today(), 'remind', hasTime, noted);
  });
  attempt(() => {
    if (context.value.settings.autoPlan && isMorning(ports))
      remindOf(ports, PLAN_WEEK, weekOf(ports.clock.today()), 'remindPlan', hasTime, noted);
  });
  attempt(() => {
    if (context.value.settings.retentionMonths > 0) remindOfOld(ports, hasTime, log);
  });
  if (!unfinished) attempt(() => rememberIdle(ports, context.value));
  return log;
}

const DAY_REMINDED = 'reminded';
const PLAN_WEEK = 'planWeek';

/** Letters for which nobody has pressed a button do not begin earlier in the day. */
const MORNING = '08:00';

/** Has it come, today? */
const isMorning = ({ clock }: Ports): boolean => clock.localNow().slice(11) >= MORNING;

const weekOf = (today: LocalDate): LocalDate => addDays(today, 1 - isoWeekday(today));

/** What the actions say when nobody is to be reminded. */
const NOBODY = new Set(['remind.noSurveys', 'remind.tooEarly', 'plan.remind.nothing']);

/**
 * Once a `time`, which is kept under `key`. Whether anybody is to be reminded is told by the action, which lies in the late bundle: it
 * is not asked more often, and asked first of what has been read already, as a run reads everything anew in its turn.
 */
function remindOf(
  ports: Ports,
  key: string,
  time: LocalDate,
  action: 'remind' | 'remindPlan',
  hasTime: () => boolean,
  noted: (outcome: Outcome<RunRecord>) => void,
): void {
  if (ports.store.get(key) === time || !hasTime()) return;
  const auto = { auto: true };
  const isNobody = (outcome: Outcome<unknown>): boolean =>
    !outcome.ok && outcome.problems.every(({ code }) => NOBODY.has(code));
  if (isNobody(actionOf(ports, action).read(ports, auto))) {
    ports.store.later(key, time);
    return;
  }
  if (!hasTime()) return;
  const outcome = startRun(ports, actionOf(ports, action), auto);
  const nobody = isNobody(outcome);
  if (!nobody) noted(outcome);
  // Another run had its turn: the next heartbeat tries again.
  if (outcome.ok || nobody) ports.store.set(key, time);
}

const OLD_MONTH = 'oldMonth';

/**
 * Once a month: data kept longer than the settings say are named to whoever the heartbeat is, who can delete them from the menu. Looked
 * for in what has been read already; told in its turn, as letters are sent one after another.
 */
function remindOfOld(ports: Ports, hasTime: () => boolean, log: Message[]): void {
  const month = ports.clock.today().slice(0, 7);
  const isDue = (): boolean => ports.store.get(OLD_MONTH) !== month;
  if (!isDue() || !isMorning(ports) || !hasTime()) return;
  const old = actionOf(ports, 'eraseOld').preview(ports, {});
  if (!old.ok) {
    ports.store.later(OLD_MONTH, month);
    return;
  }
  ports.exclusively(() => {
    if (!isDue()) return;
    if (tellOfOld(ports, month, old.value.lines) > 0) log.push(...old.value.lines);
    ports.store.set(OLD_MONTH, month);
  });
}

function tellOfOld(ports: Ports, month: string, lines: readonly Message[]): number {
  const text = [...lines, { code: 'retention.do' }].map((line) => ports.words.say(line)).join('\n\n');
  const letter = {
    to: ports.user(),
    subject: ports.words.say({ code: 'retention.subject' }),
    text,
    html: htmlOf(text),
  };
  return post(ports, '', [{ about: ['retention', month], what: letter.subject, to: letter.to, letter: () => letter }])
    .sent;
}

/** Goes on with a run that is open or was put aside. «open»: it is not finished yet, so the rest waits for the next heartbeat. */
function finishOpen(ports: Ports, noted: (outcome: Outcome<RunRecord>) => void): 'open' | 'free' {
  if (!isOpen(currentRun(ports)) && parkedRun(ports) !== undefined)
    ports.exclusively(() => {
      // As it is now that it is our turn: somebody may have begun another run.
      const parked = parkedRun(ports);
      if (parked !== undefined && !isOpen(currentRun(ports))) unpark(ports, parked);
    });
  const open = currentRun(ports);
  if (!isOpen(open)) return 'free';
  // Another person's run is that person's heartbeat's business.
  if (open.by !== ports.user()) return 'open';
  const pumped = pumpRun(ports, actionOf, open.run);
  noted(pumped);
  return pumped.ok && pumped.value.state !== 'running' ? 'free' : 'open';
}

/** False too when the looking takes too long, or Google fails at a form: then all the duties have their turn. */
function staysIdle(ports: Ports, { until, from, forms, run }: Idle): boolean {
  const begun = ports.clock.now();
  if (begun >= until || run !== (currentRun(ports)?.run ?? '')) return false;
  if (begun < from) return true;
  try {
    return forms.every((form) => ports.clock.now() < begun + LIVELY_MS && !hasNewAnswers(ports, form));
  } catch {
    return false;
  }
}

/** Written down after the work, from the tables as they were read: of a run that has come since then they know nothing. */
function rememberIdle(ports: Ports, context: Context): void {
  const forms = watchedForms(ports, context).lively;
  // With more than a few every heartbeat reads the workbook; an open run of a page is to be finished if that closes.
  if (forms.length > FEW_FORMS || isOpen(currentRun(ports))) return;
  const until = Math.min(
    ports.clock.now() + LONGEST_IDLE_MS,
    isMorning(ports)
      ? (feedbackDueAt(ports, context) ?? Infinity)
      : ports.clock.instant(`${ports.clock.today()}T${MORNING}`),
  );
  const idle: Idle = {
    until,
    from: restedAt(ports),
    forms: forms.map((row) => formOf(ports, row)),
    run: currentRun(ports)?.run ?? '',
  };
  ports.store.later(IDLE, JSON.stringify(idle));
}

/** When answers may be processed again (epoch ms). */
function restedAt(ports: Ports): number {
  return openSurveys(ports).reduce(
    (last, { readAt }) => (readAt === '' ? last : Math.max(last, ports.clock.instant(readAt) + PROCESS_EVERY_MS)),
    0,
  );
}

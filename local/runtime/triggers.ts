// Installed triggers: how they are stored, when clock triggers are due, and how many a script may have.
import { LIMITS } from './quotas';
import { NotEmulated, ScriptError } from './service';
import type { Deployment } from './state';
import type { World } from './world';

export type TriggerEvent = 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
export type TriggerSource = 'CLOCK' | 'SPREADSHEETS' | 'FORMS';

/** When a clock trigger fires. Times of day are in `timeZone`. */
export type Schedule =
  | { kind: 'once'; at: number }
  | { kind: 'minutes'; every: number }
  | { kind: 'hours'; every: number }
  | { kind: 'days'; every: number; hour: number; minute: number }
  /** `weekday`: 0 = Sunday. */
  | { kind: 'weeks'; every: number; weekday: number; hour: number; minute: number }
  | { kind: 'monthDay'; day: number; hour: number; minute: number };

/** A trigger as the state keeps it. */
export interface StoredTrigger {
  uid: string;
  handler: string;
  event: TriggerEvent;
  source: TriggerSource;
  /** The spreadsheet or form it watches. */
  sourceId?: string;
  /** The document it was created in; an add-on's triggers belong to it. */
  documentId?: string;
  /** Who created it, and as whom it runs. */
  user: string;
  schedule?: Schedule;
  timeZone?: string;
  /** Next firing of a clock trigger, ms; absent when a one-off has fired. */
  nextAt?: number;
}

/** All triggers of the script, oldest first; mutate in place. */
export function storedTriggers(world: World): StoredTrigger[] {
  return world.slice<StoredTrigger[]>('triggers', () => []);
}

/** Triggers that belong to the current user in the current document, as an add-on sees them. */
export function visibleTriggers(world: World, deployment: Deployment): StoredTrigger[] {
  const documentId = world.execution?.activeSpreadsheetId ?? world.activeSpreadsheetId;
  return storedTriggers(world).filter(
    (trigger) => trigger.user === world.effectiveUser && (deployment === 'bound' || trigger.documentId === documentId),
  );
}

const KIND_NAMES: Readonly<Record<TriggerEvent, string>> = {
  CLOCK: 'time-based',
  ON_OPEN: 'open',
  ON_EDIT: 'edit',
  ON_CHANGE: 'change',
  ON_FORM_SUBMIT: 'form submit',
};

/**
 * Adds a trigger, within the limits: 20 per user and script; for an add-on one of each type per user and document, and
 * clock triggers at most hourly (https://developers.google.com/workspace/add-ons/concepts/editor-triggers#restrictions_2).
 */
export function addTrigger(
  world: World,
  deployment: Deployment,
  trigger: Omit<StoredTrigger, 'uid' | 'user'>,
): StoredTrigger {
  const user = world.effectiveUser;
  const all = storedTriggers(world);
  if (all.filter((other) => other.user === user).length >= LIMITS.triggersPerUserAndScript)
    throw new ScriptError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  if (deployment === 'addon') {
    // «can only create triggers for the file in which the add-on is used» (same page)
    if (trigger.sourceId !== undefined && trigger.sourceId !== trigger.documentId)
      throw new NotEmulated('an add-on trigger for another file than the one it is used in (live refuses it)');
    if (trigger.schedule?.kind === 'minutes')
      throw new NotEmulated('an add-on clock trigger more often than once an hour (live refuses it)');
    const same = all.some(
      (other) => other.user === user && other.documentId === trigger.documentId && other.event === trigger.event,
    );
    if (same)
      throw new ScriptError(
        `This add-on has created too many ${KIND_NAMES[trigger.event]} triggers in this document for this Google user account.`,
      );
  }
  const added: StoredTrigger = { uid: triggerUid(world), user, ...trigger };
  if (added.schedule !== undefined) {
    const next = nextFiring(added, world.clock.now());
    if (next !== undefined) added.nextAt = next;
  }
  all.push(added);
  return added;
}

/** Nineteen digits, like live's. */
function triggerUid(world: World): string {
  return `4${String(world.nextIntId()).padStart(10, '0')}${String(world.nextIntId()).padStart(10, '0')}`.slice(0, 19);
}

/** A number 0…59 that belongs to the trigger: live picks one when the trigger is made and keeps it. */
function chance(uid: string, range: number): number {
  return Number(BigInt(uid) % BigInt(range));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The first firing after `after`.
 * «The time might be slightly randomized … that time is kept consistent»:
 * https://developers.google.com/apps-script/guides/triggers/installable#time-driven_triggers
 */
export function nextFiring(trigger: StoredTrigger, after: number): number | undefined {
  const { schedule, uid } = trigger;
  if (schedule === undefined) return undefined;
  const timeZone = trigger.timeZone ?? 'UTC';
  switch (schedule.kind) {
    case 'once':
      return schedule.at > after ? schedule.at : undefined;
    case 'minutes':
      return after - (after % MINUTE) + schedule.every * MINUTE;
    case 'hours': {
      // The minute is the trigger's own; the first firing is the next such minute, the others follow in step.
      const first = after - (after % HOUR) + chance(uid, 60) * MINUTE;
      const next = first > after ? first : first + HOUR;
      return trigger.nextAt === undefined ? next : trigger.nextAt + schedule.every * HOUR;
    }
    case 'days':
      return nextDay(trigger, after, timeZone, schedule, (_date, days) => days % schedule.every === 0);
    case 'weeks':
      return nextDay(
        trigger,
        after,
        timeZone,
        schedule,
        (date, days) => date.getUTCDay() === schedule.weekday && days % (7 * schedule.every) === 0,
      );
    case 'monthDay':
      return nextDay(trigger, after, timeZone, schedule, (date) => date.getUTCDate() === schedule.day);
  }
}

/**
 * The next local day that fits, at the trigger's time of day.
 * @param fits gets the local date (as a UTC date) and the days since the last firing; before the first one, 0
 */
function nextDay(
  { uid, nextAt: last }: StoredTrigger,
  after: number,
  timeZone: string,
  at: { hour: number; minute: number },
  fits: (date: Date, days: number) => boolean,
): number {
  const today = localDay(after, timeZone);
  const lastDay = last === undefined ? undefined : localDay(last, timeZone);
  // «nearMinute … plus or minus 15 minutes»; without it, some minute of the hour. Always within the day itself.
  const minute = at.minute < 0 ? chance(uid, 60) : at.minute + chance(uid, 31) - 15;
  const timeOfDay = Math.min(Math.max(at.hour * HOUR + minute * MINUTE, 0), DAY - MINUTE);
  for (let ahead = 0; ahead < 400; ahead++) {
    const day = today + ahead * DAY;
    if (!fits(new Date(day), lastDay === undefined ? 0 : (day - lastDay) / DAY)) continue;
    const moment = toInstant(day + timeOfDay, timeZone);
    if (moment > after) return moment;
  }
  throw new NotEmulated('a clock trigger that does not fire within 400 days');
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Local wall-clock time as if it were UTC, ms. */
function wallClock(time: number, timeZone: string): number {
  let format = dayFormats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    dayFormats.set(timeZone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(time)) part[type] = Number(value);
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
}

function localDay(time: number, timeZone: string): number {
  const wall = wallClock(time, timeZone);
  return wall - (wall % DAY);
}

/** Wall-clock time (as if UTC) → instant. */
function toInstant(wall: number, timeZone: string): number {
  const guess = wall - (wallClock(wall, timeZone) - wall);
  return guess - (wallClock(guess, timeZone) - wall);
}

/** The clock trigger due first, not later than `until`. */
export function dueTrigger(world: World, until: number): StoredTrigger | undefined {
  let first: StoredTrigger | undefined;
  for (const trigger of storedTriggers(world))
    if (trigger.nextAt !== undefined && trigger.nextAt <= until && trigger.nextAt < (first?.nextAt ?? Infinity))
      first = trigger;
  return first;
}

/** Sets the trigger to its following firing, seen from `now`. */
export function rearm(trigger: StoredTrigger, now: number): void {
  let next = trigger.nextAt === undefined ? undefined : nextFiring(trigger, trigger.nextAt);
  // What was missed while something else ran is not made up for.
  while (next !== undefined && next <= now - HOUR) {
    trigger.nextAt = next;
    next = nextFiring(trigger, next);
  }
  if (next === undefined) delete trigger.nextAt;
  else trigger.nextAt = next;
}

// A small Workspace with one calendar made by a script, and shorthands for its events.
import type { WorldOptions } from '../../../../local/runtime/world';
import { World } from '../../../../local/runtime/world';
import type { CalendarService } from '../../../../local/services/calendar';
import { createCalendarService } from '../../../../local/services/calendar';
import type { EventResource } from '../../../../local/services/calendar/eventView';

export const DIRECTOR = 'director@school.example';
export const TEACHER = 'teacher@school.example';
export const MENTOR = 'mentor@school.example';
export const PARTNER = 'partner@other.example';

export interface Setup {
  world: World;
  calendar: CalendarService;
  /** Id of the calendar the script made. */
  own: string;
}

export function setUp(options: Partial<WorldOptions> = {}): Setup {
  const world = new World({
    now: Date.UTC(2026, 7, 20, 3, 0, 0),
    timeZone: 'Asia/Novokuznetsk',
    locale: 'ru_RU',
    user: DIRECTOR,
    edition: 'workspace',
    ...options,
  });
  const calendar = createCalendarService(world);
  const made = calendar.Calendars.insert({ summary: 'Время роста', timeZone: 'Asia/Novokuznetsk' });
  return { world, calendar, own: made.id ?? '' };
}

/** A module on 1 September 2026, 15:00–16:30 in Novokuznetsk. */
export function module(more: EventResource = {}): EventResource {
  return {
    summary: 'Модуль 1',
    start: { dateTime: '2026-09-01T15:00:00+07:00', timeZone: 'Asia/Novokuznetsk' },
    end: { dateTime: '2026-09-01T16:30:00+07:00', timeZone: 'Asia/Novokuznetsk' },
    ...more,
  };
}

/** What an API call is refused with: code, reason and text. */
export function refusal(call: () => unknown): { code: number; reason: string; message: string } | string {
  try {
    call();
  } catch (error) {
    if (error instanceof Error && 'details' in error) {
      const { code, message, errors } = error.details as {
        code: number;
        message: string;
        errors: { reason: string }[];
      };
      return { code, reason: errors[0]?.reason ?? '', message };
    }
    return String(error);
  }
  return 'not refused';
}

/** A value as plain JSON, for comparison. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

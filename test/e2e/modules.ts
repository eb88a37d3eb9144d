// Look-ups and hands for the tests of the timetable.
import { addBusy } from '../../local/services/calendar/index';
import { MODULES } from '../../src/workbook/tables';
import type { Desk, Shown } from './desk';

/** Types into the row of a module. */
export const write = (desk: Desk, module: string, set: Partial<Shown<typeof MODULES>>): void => {
  for (const [column, text] of Object.entries(set))
    desk.type(MODULES, (row) => row.module === module, column as keyof Shown<typeof MODULES>, text);
};

/** Somebody's own appointment, by the school's clock. */
export const busy = (desk: Desk, email: string, date: string, from: string, to: string): void => {
  addBusy(desk.workspace.world, {
    email,
    start: Date.parse(`${date}T${from}:00+07:00`),
    end: Date.parse(`${date}T${to}:00+07:00`),
    summary: 'занято',
  });
  desk.workspace.save();
};

/** Every module with its date, time and place. */
export const placesOf = (desk: Desk): string[] =>
  desk.rows(MODULES).map(({ module, date, start, end, place }) => `${module} ${date} ${start}–${end} ${place}`.trim());

// Where a measure stands on a day, how it is drawn, and the programme's weeks as days.
import fc from 'fast-check';
import { addDays, dateOfDay, isoWeekday } from '../../../src/domain/local-time';
import { chartOf } from '../../../src/domain/plan/chart';
import type { Period } from '../../../src/domain/plan/period';
import { occurrences } from '../../../src/domain/plan/repeat';
import { eventDays, standingOf, type TimedMeasure, wantsReminder } from '../../../src/domain/plan/standing';
import { weeksFrom } from '../../../src/domain/plan/template';

const OCTOBER: Period = { from: '2026-10-01', to: '2026-10-31' };
const once = (more: Partial<TimedMeasure> = {}): TimedMeasure => ({
  windows: [OCTOBER],
  state: 'planned',
  doneOn: [],
  ...more,
});
const monthly = (doneOn: readonly string[] = []): TimedMeasure =>
  once({ windows: occurrences('monthly', { from: '2026-09-01', to: '2026-12-31' }), doneOn });

describe('a measure of one time', () => {
  it.each([
    ['2026-09-21', { kind: 'ahead', from: '2026-10-01', due: '2026-10-31', days: 10 }],
    ['2026-10-01', { kind: 'now', due: '2026-10-31', days: 30 }],
    ['2026-10-31', { kind: 'now', due: '2026-10-31', days: 0 }],
    ['2026-11-03', { kind: 'overdue', since: '2026-10-31', days: 3, missed: 1, times: 1 }],
  ])('on %s is %o', (today, standing) => {
    expect(standingOf(once(), today)).toEqual(standing);
  });

  it('is done when its state says so, or any day of doing does, even before or after its time', () => {
    expect(standingOf(once({ state: 'done' }), '2026-12-01')).toEqual({ kind: 'done' });
    expect(standingOf(once({ doneOn: ['2026-09-15'] }), '2026-12-01')).toEqual({ kind: 'done' });
  });

  it('that is cancelled is never overdue', () => {
    expect(standingOf(once({ state: 'cancelled' }), '2026-12-01')).toEqual({ kind: 'cancelled' });
    expect(wantsReminder(once({ state: 'cancelled' }), '2026-12-01', 7)).toBe(false);
  });

  it('without a time is undated, and nobody is reminded', () => {
    expect(standingOf(once({ windows: [] }), '2026-10-01')).toEqual({ kind: 'undated' });
    expect(wantsReminder(once({ windows: [] }), '2026-10-01', 7)).toBe(false);
  });
});

describe('a measure of several times', () => {
  it('counts the times that are over and not done, from the first of them', () => {
    expect(standingOf(monthly(['2026-09-10']), '2026-12-05')).toEqual({
      kind: 'overdue',
      since: '2026-10-31',
      days: 35,
      missed: 2,
      times: 4,
    });
  });

  it('is about its next time when nothing is missed', () => {
    expect(standingOf(monthly(['2026-09-10', '2026-10-02']), '2026-10-20')).toMatchObject({
      kind: 'ahead',
      from: '2026-11-01',
    });
  });

  it('a day of doing outside all its times says nothing of any', () => {
    expect(standingOf(monthly(['2026-08-10']), '2026-10-05')).toMatchObject({ kind: 'overdue', missed: 1 });
  });
});

it('a reminder is due when its end is near or past', () => {
  expect(['2026-10-23', '2026-10-24', '2026-10-31', '2026-11-09'].map((day) => wantsReminder(once(), day, 7))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

it('two weeks stand in the calendar whole, more only as the last day', () => {
  const fortnight = { from: '2026-10-01', to: '2026-10-14' };
  expect(eventDays(fortnight)).toEqual({ days: fortnight, deadline: false });
  expect(eventDays(OCTOBER)).toEqual({ days: { from: '2026-10-31', to: '2026-10-31' }, deadline: true });
});

describe('the chart', () => {
  it('has a column a week and marks what wants attention most', () => {
    const chart = chartOf([monthly(['2026-09-10']), once({ state: 'cancelled' })], '2026-11-10');
    expect(chart.scale).toBe('week');
    expect(chart.columns[0]).toEqual({ from: '2026-08-31', to: '2026-09-06' });
    const at = (row: number, day: string): string | undefined =>
      chart.rows[row]?.[chart.columns.findIndex(({ from, to }) => from <= day && day <= to)];
    expect(['2026-09-10', '2026-10-10', '2026-11-20', '2026-12-20'].map((day) => at(0, day))).toEqual([
      'done',
      'overdue',
      'doing',
      'planned',
    ]);
    expect(at(1, '2026-10-10')).toBe('cancelled');
    expect(at(1, '2026-09-10')).toBe('');
  });

  it('of more than sixty weeks has a column a month', () => {
    const chart = chartOf([once({ windows: [{ from: '2026-10-15', to: '2028-02-10' }] })], '2026-11-10');
    expect(chart.scale).toBe('month');
    expect(chart.columns).toHaveLength(17);
  });

  it('of a plan without times has no columns', () => {
    expect(chartOf([once({ windows: [] })], '2026-11-10')).toEqual({ scale: 'week', columns: [], rows: [[]] });
  });
});

it('the programme’s weeks are working weeks, the first one from the start itself', () => {
  expect(weeksFrom('2021-11-01', [6, 6])).toEqual({ from: '2021-12-06', to: '2021-12-10' });
  expect(weeksFrom('2021-11-03', [1, 2])).toEqual({ from: '2021-11-03', to: '2021-11-12' });
  fc.assert(
    fc.property(
      fc.integer({ min: 15000, max: 30000 }),
      fc.integer({ min: 1, max: 40 }),
      fc.nat(10),
      (day, first, more) => {
        const start = dateOfDay(day);
        const { from, to } = weeksFrom(start, [first, first + more]);
        expect(from >= start && from <= to).toBe(true);
        if (first > 1) expect([isoWeekday(from), isoWeekday(to)]).toEqual([1, 5]);
        expect(from <= addDays(start, 7 * (first - 1))).toBe(true);
      },
    ),
  );
});

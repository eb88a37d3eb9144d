// What the calendar shows must follow the sheets: nobody stays invited to a module that is no longer there.
import { GROUPS, LEDGER, MODULES } from '../../src/workbook/tables';
import { readCalendars } from '../../local/services/calendar/index';
import type { Desk } from '../e2e/desk';
import { deleteRows, setting, smallSchool, withGroups } from './app-school';

function invitedSchool(groups = 1): Desk {
  const desk = withGroups(smallSchool(groups * 3), groups);
  desk.press('makeTimetable');
  desk.press('sendInvitations');
  return desk;
}

/** The third count of the preview: events to be cancelled. */
const cancelling = (desk: Desk): string | undefined =>
  desk.director.ask({ method: 'preview', action: 'sendInvitations', input: {} }).counts[2]?.value;

describe('an invitation whose module is gone', () => {
  it('is cancelled when the row of the module was deleted, once', () => {
    const desk = invitedSchool(2);
    deleteRows(desk, MODULES, ({ group }) => group === 'Г-01');
    expect(cancelling(desk)).toBe('1');
    desk.press('sendInvitations');
    expect(desk.standingEvents()).toHaveLength(1);
    expect(desk.invitations('cancellation')).toHaveLength(3);
    const events = desk.rows(LEDGER).filter(({ kind }) => kind === 'событие');
    expect(events.map(({ state }) => state).sort()).toEqual(['отменено', 'сделано']);
    expect(cancelling(desk)).toBe('0');
    desk.press('sendInvitations');
    expect(desk.invitations('cancellation')).toHaveLength(3);
  });

  it('is cancelled when the group was deleted, and the module says so', () => {
    const desk = invitedSchool(2);
    deleteRows(desk, GROUPS, ({ group }) => group === 'Г-01');
    expect(cancelling(desk)).toBe('1');
    desk.press('sendInvitations');
    expect(desk.standingEvents()).toHaveLength(1);
    expect(desk.row(MODULES, { group: 'Г-01' }).state).toBe('отменено');
    expect(desk.row(MODULES, { group: 'Г-01' }).remark).not.toBe('');
    expect(cancelling(desk)).toBe('0');
  });

  it('stays when the row of the group only cannot be read: the product refuses instead', () => {
    const desk = invitedSchool();
    desk.type(GROUPS, ({ teacher }) => teacher === 'У-002', 'role', 'слушатель');
    expect(desk.refusal('sendInvitations')).not.toBe('');
    expect(desk.standingEvents()).toHaveLength(1);
  });

  it('stays when the module is over: cancelling it would only puzzle people', () => {
    const desk = invitedSchool();
    setting(desk, 'autoFeedback', 'нет');
    desk.sleep(60 * 24 * 3_600_000);
    deleteRows(desk, MODULES, () => true);
    expect(cancelling(desk)).toBe('0');
  });
});

describe('an event that somebody deleted in the calendar', () => {
  it('makes its module cancelled, with a remark, and is not sent again', () => {
    const desk = invitedSchool();
    const { eventId } = desk.row(MODULES, { group: 'Г-01' });
    const calendar = readCalendars(desk.workspace.world).calendars.find(({ primary }) => !primary);
    const events = (desk.workspace.globals['Calendar'] as NonNullable<typeof Calendar>).Events;
    events?.remove(calendar?.id ?? '', eventId);
    desk.press('processAnswers');
    expect(desk.row(MODULES, { group: 'Г-01' }).state).toBe('отменено');
    expect(desk.row(MODULES, { group: 'Г-01' }).remark).not.toBe('');
    desk.press('sendInvitations');
    expect(desk.standingEvents()).toHaveLength(0);
  });
});

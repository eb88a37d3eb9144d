// Drafts of the timetable and of the groups: what a person has chosen stays, and numbers are not given again.
import { GROUPS, MODULES } from '../../src/workbook/tables';
import { scored } from '../e2e/school';
import { deskAt } from '../e2e/workspace';
import { deleteRows, smallSchool, withGroups } from './app-school';

describe('making the timetable again', () => {
  it.each(['в четверг', ''])('gives no second module to a group whose draft has «%s» for a time', (time) => {
    const desk = withGroups(smallSchool(3), 1);
    desk.press('makeTimetable');
    desk.type(MODULES, () => true, 'start', time);
    const { run } = desk.press('makeTimetable');
    expect(desk.rows(MODULES)).toHaveLength(1);
    expect(run.lines.length).toBeGreaterThan(1);
  });

  it('gives no second module to a group whose draft has a date that cannot be read', () => {
    const desk = withGroups(smallSchool(3), 1);
    desk.press('makeTimetable');
    desk.type(MODULES, () => true, 'date', 'в первый вторник');
    desk.press('makeTimetable');
    expect(desk.rows(MODULES)).toHaveLength(1);
  });

  it('leaves a draft where a person moved it, even outside the weekly times', () => {
    const desk = withGroups(smallSchool(3), 1);
    desk.press('makeTimetable');
    desk.type(MODULES, () => true, 'start', '11:10');
    desk.type(MODULES, () => true, 'end', '11:50');
    desk.press('makeTimetable');
    expect(desk.rows(MODULES).map(({ start, end }) => `${start}–${end}`)).toEqual(['11:10–11:50']);
  });
});

describe('the numbers of groups', () => {
  it('come after every number this cycle has used, also when its rows were deleted', () => {
    const desk = deskAt(scored);
    desk.press('formGroups');
    desk.press('publishGroups');
    desk.press('agreeProgrammes');
    const used = new Set(desk.rows(GROUPS).map(({ group }) => group));
    deleteRows(desk, GROUPS, () => true);
    desk.press('formGroups');
    const fresh = [...new Set(desk.rows(GROUPS).map(({ group }) => group))];
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.filter((group) => used.has(group))).toEqual([]);
  });
});

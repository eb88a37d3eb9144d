// Forming anew: what it says of who went where and why is whole and true, and it can be taken back.
import { GROUP_CHANGES, GROUPS, LEVELS_TABLE, STAFF, WISHES } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { grouped, PEOPLE, scored, selfOf } from './school';
import { deskAt } from './workspace';

const { birch, crane, fir, hail, moon, rain, winter } = PEOPLE;
const [TUE, WED] = ['2|14:00-15:00', '3|15:00-16:00'] as const;
const told = ({ preview, run }: ReturnType<Desk['press']>): string => [...preview.lines, ...run.lines].join('\n');
const seats = (desk: Desk): readonly string[] =>
  desk
    .rows(GROUPS)
    .map(({ group, slot, role, teacher, state }) => [group, slot, role, teacher, state].join(' '))
    .sort();
const groupOf = (desk: Desk, teacher: string, role: string): string => desk.row(GROUPS, { teacher, role }).group;
const observed = (teacher: string, competency: string, level: string): Record<string, string> => ({
  ...{ teacher, competency, level, source: 'наблюдение' },
  ...{ date: '05.09.2026', cycle: '1' },
});

/** By new answers and observations «Зимин» can lead the group in which he learnt, and its consultant «Еловский» needs to learn. */
const rolesChanged = (): Desk => {
  const desk = deskAt(grouped);
  const able = { levels: { 'ict.spreadsheets': 4 }, helps: ['ict.spreadsheets' as const], wants: [] };
  desk.answer('self', winter.email, selfOf({ ...winter, ...able }));
  desk.director.addRows(LEVELS_TABLE, [
    observed(winter.code, 'ict.spreadsheets', '4'),
    observed(fir.code, 'ict.spreadsheets', '1'),
  ]);
  desk.press('processAnswers');
  return desk;
};

// Guide, «Пересборка»: «панель и лист «Изменения групп» говорят, кто куда перешёл и почему … Пересборку можно вернуть, как любую правку:
// … «Вернуть последнюю правку» или «Отменить запуск…»; прежние черновики встанут на место».
describe('a forming in which people of one group change their roles', () => {
  it('says so on the panel and in the list of changes', () => {
    const desk = rolesChanged();
    const words = told(desk.press('formGroups'));
    expect(desk.row(GROUPS, { teacher: winter.code }).role).toBe('консультант');
    expect(desk.row(GROUPS, { teacher: fir.code }).role).toBe('консультируемый');
    const { group } = desk.row(GROUPS, { teacher: winter.code });
    const line = (name: string): RegExp => new RegExp(`${name}[^\n]*${group}`);
    const listed = desk
      .rows(GROUP_CHANGES)
      .map(({ what }) => what)
      .join('\n');
    for (const { name } of [winter, fir]) {
      expect(words).toMatch(line(name));
      expect(listed).toMatch(line(name));
    }
  });

  it('is taken back as the preview promises, by «Вернуть последнюю правку»', () => {
    const desk = rolesChanged();
    const before = seats(desk);
    expect(told(desk.press('formGroups'))).toMatch(/Вернуть прежний черновик потом: .*«Вернуть последнюю правку»/);
    desk.press('editGroups', { what: 'undo' });
    expect(seats(desk)).toEqual(before);
  });

  it('is taken back by «Отменить запуск…» without losing the group', () => {
    const desk = rolesChanged();
    const before = seats(desk);
    const { run } = desk.press('formGroups').run;
    desk.press('undoRun', { run });
    expect(seats(desk)).toEqual(before);
  });
});

describe('a consultant of two groups about one topic', () => {
  /** «Берёзина» leads the group on Wednesday, «Лунина» the one on Tuesday. */
  const twoGroups = (): Desk => {
    const desk = deskAt(scored);
    desk.answer(
      'self',
      moon.email,
      selfOf({ ...moon, levels: { 'ict.forms': 4 }, helps: ['ict.forms'], times: [TUE] }),
    );
    for (const someone of [rain, crane])
      desk.answer(
        'self',
        someone.email,
        selfOf({ ...someone, levels: { 'ict.forms': 1 }, wants: ['ict.forms'], times: [TUE] }),
      );
    desk.director.addRows(LEVELS_TABLE, [observed(moon.code, 'ict.forms', '4')]);
    desk.press('processAnswers');
    most(desk, birch.code, '1');
    desk.press('formGroups');
    return desk;
  };
  const most = (desk: Desk, teacher: string, groups: string): void => {
    desk.type(STAFF, ({ code }) => code === teacher, 'maxAsConsultant', groups);
  };

  it('is said to lead the second one when it comes to that', () => {
    const desk = twoGroups();
    const second = groupOf(desk, moon.code, 'консультант');
    most(desk, birch.code, '2');
    most(desk, moon.code, '0');
    const words = told(desk.press('formGroups'));
    expect(desk.rows(GROUPS).filter(({ teacher }) => teacher === birch.code)).toHaveLength(2);
    expect(words).toMatch(new RegExp(`Берёзина А\\. А\\.: теперь консультирует группу ${second}`));
  });

  it('is not said to have gone to the group that he or she has led all along, when the other is given up', () => {
    const desk = twoGroups();
    const first = groupOf(desk, birch.code, 'консультант');
    most(desk, birch.code, '2');
    most(desk, moon.code, '0');
    desk.press('formGroups');
    most(desk, birch.code, '1');
    most(desk, moon.code, '');
    const words = told(desk.press('formGroups'));
    expect(groupOf(desk, birch.code, 'консультант')).toBe(first);
    expect(words).toMatch(/Берёзина А\. А\.: .*группу|Берёзина А\. А\.: из группы/);
    expect(words).not.toMatch(new RegExp(`Берёзина А\\. А\\.: из группы .* в группу ${first}`));
  });
});

describe('why a consultant leads a group no more', () => {
  /** «Лунина» can lead the group of «Берёзина» at its time as well. */
  const another = (): Desk => {
    const desk = deskAt(grouped);
    desk.answer(
      'self',
      moon.email,
      selfOf({ ...moon, levels: { 'ict.forms': 4 }, helps: ['ict.forms'], times: [WED] }),
    );
    desk.director.addRows(LEVELS_TABLE, [observed(moon.code, 'ict.forms', '4')]);
    desk.press('processAnswers');
    return desk;
  };

  it('is not a new time of the group where that has stayed, and the consultant’s own times have changed', () => {
    const desk = another();
    desk.answer('self', birch.email, selfOf({ ...birch, times: [TUE] }));
    desk.press('processAnswers');
    const { slot } = desk.row(GROUPS, { teacher: hail.code });
    const words = told(desk.press('formGroups'));
    expect(desk.row(GROUPS, { teacher: hail.code }).slot).toBe(slot);
    expect(words).toMatch(/Берёзина А\. А\.: больше не консультирует/);
    expect(words).not.toMatch(/её новое время/);
  });

  it('is the ban of «Пожелания», not that there are others enough', () => {
    const desk = another();
    desk.director.addRows(WISHES, [{ who: birch.code, whom: hail.code, kind: 'не ставить вместе' }]);
    const words = told(desk.press('formGroups'));
    expect(words).toMatch(/Берёзина А\. А\.: больше не консультирует/);
    expect(words).not.toMatch(/Берёзина А\. А\.: больше не консультирует[^\n]*там хватает других/);
  });
});

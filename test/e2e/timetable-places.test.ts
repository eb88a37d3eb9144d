// Where lessons are: our rooms, places of partner schools, online; which of them two lessons may have at once, and when they are the reason.
import { GROUPS, MODULES, PARTNERS, SPACES, STAFF } from '../../src/workbook/tables';
import { code, smallSchool, withGroups } from '../regressions/app-school';
import type { Desk } from './desk';
import { placesOf, write } from './modules';
import { PEOPLE, scored } from './school';
import { wish } from './teams';
import { deskAt } from './workspace';

/** One slot, on Wednesday, 2 September only. */
const oneSlot = (desk: Desk): Desk => {
  desk.set('bands', '14:00-15:00');
  desk.set('windowTo', '02.09.2026');
  return desk;
};
const told = ({ preview, run }: ReturnType<Desk['press']>): string =>
  [...preview.lines, ...preview.warnings, ...run.lines].join('\n');
const AT = '02.09.2026 14:00–15:00';

/**
 * Six people of ours, a group of the first three among them; of each partner school so many groups of two, which the other three consult.
 * @param schools name of the school, its place, its groups
 */
const withPartners = (...schools: readonly (readonly [school: string, place: string, groups: number])[]): Desk => {
  const desk = oneSlot(withGroups(smallSchool(6), 1));
  const competency = desk.rows(GROUPS)[0]?.competency ?? '';
  let next = 0;
  for (const [school, place, groups] of schools) {
    desk.director.addRows(PARTNERS, [{ school, place, agreed: '01.09.2026' }]);
    for (let n = 0; n < groups; n++) {
      next += 1;
      const row = { group: `Г-7${String(next)}`, competency, state: 'опубликована', cycle: '1' };
      const learners = [1, 2].map((one) => `П-${String(next)}${String(one)}`);
      desk.director.addRows(
        STAFF,
        learners.map((one) => ({ code: one, name: `Гостев ${one}`, email: `${one}@guest.example`, school })),
      );
      desk.director.addRows(GROUPS, [
        { ...row, role: 'консультант', teacher: code(3 + next) },
        ...learners.map((teacher) => ({ ...row, role: 'консультируемый', teacher })),
      ]);
    }
  }
  return desk;
};

describe('a partner school', () => {
  it('that has named no place has any number of lessons at once', () => {
    const desk = withPartners(['Школа № 2', '', 2]);
    const words = told(desk.press('makeTimetable'));
    expect(placesOf(desk)).toEqual([`Г-01-1 ${AT}`, `Г-71-1 ${AT} Школа № 2`, `Г-72-1 ${AT} Школа № 2`]);
    expect(words).toContain('групп без времени: 0');
    expect(told(desk.press('makeTimetable'))).toContain('поставлено занятий: 0, перенесено: 0');
    desk.press('sendInvitations');
    expect(desk.standingEvents().map(({ location = '' }) => location)).toEqual(['', 'Школа № 2', 'Школа № 2']);
  });

  it('that has named one has one lesson there at once', () => {
    const desk = withPartners(['Школа № 2', 'каб. 5', 2]);
    const words = told(desk.press('makeTimetable'));
    expect(placesOf(desk)).toEqual([`Г-01-1 ${AT}`, `Г-71-1 ${AT} каб. 5`]);
    expect(words).toMatch(/Группа Г-72:.*каб\. 5.*Школы-партнёры/);
    expect(words).not.toMatch(/Группа Г-72:.*«Места занятий»/);
  });

  it('has a room of its own, though it is called as one of ours or of another school', () => {
    const desk = withPartners(['Школа № 2', 'Каб. 1', 1], ['Школа № 3', 'каб. 1', 1]);
    desk.set('rooms', 'каб. 1');
    desk.director.addRows(SPACES, [{ title: 'каб. 1', kind: 'помещение', seats: '3' }]);
    desk.press('makeTimetable');
    expect(placesOf(desk)).toEqual([`Г-01-1 ${AT} каб. 1`, `Г-71-1 ${AT} Каб. 1`, `Г-72-1 ${AT} каб. 1`]);
    expect(told(desk.press('makeTimetable'))).toContain('поставлено занятий: 0, перенесено: 0');
    desk.press('sendInvitations');
    expect(desk.standingEvents()).toHaveLength(3);
  });

  it('is called by name where two lessons are in its room at once', () => {
    const desk = withPartners(['Школа № 2', 'каб. 1', 2]);
    desk.set('rooms', 'каб. 1');
    desk.set('windowTo', '10.09.2026');
    desk.press('makeTimetable');
    for (const module of ['Г-71-1', 'Г-72-1']) write(desk, module, { date: '02.09.2026', place: 'каб.1' });
    expect(desk.refusal('sendInvitations')).toMatch(
      /«каб\. 1 \(Школа № 2\)» занимают два занятия сразу \(Г-71-1, Г-72-1\)/,
    );
  });
});

describe('«онлайн» among the places', () => {
  it('is none: who finds no room meets there, as many as there are', () => {
    const desk = oneSlot(withGroups(smallSchool(9), 3));
    desk.set('rooms', 'каб. 1; Онлайн');
    const words = told(desk.press('makeTimetable'));
    expect(placesOf(desk)).toEqual([`Г-01-1 ${AT} каб. 1`, `Г-02-1 ${AT}`, `Г-03-1 ${AT}`]);
    expect(words).toContain('групп без времени: 0');
    desk.press('sendInvitations');
    expect(desk.rows(MODULES).map(({ video }) => video.slice(0, 6))).toEqual(['', 'https:', 'https:']);
  });

  it('bears as many groups at one time as there are, when groups are formed', () => {
    const formed = (rooms: string): readonly string[] => {
      const desk = deskAt(scored);
      for (const [key, value] of [
        ['rooms', rooms],
        ['bands', '14:00-15:00'],
        ['days', 'Вт'],
        ['groupLeast', '1'],
        ['groupMost', '2'],
        ['windowTo', '12.09.2026'],
      ] as const)
        desk.set(key, value);
      wish(desk, [PEOPLE.wind.code, PEOPLE.fir.code, 'не ставить вместе']);
      desk.press('formGroups');
      return [...new Set(desk.rows(GROUPS).map(({ group, slot }) => `${group} ${slot}`))];
    };
    expect(formed('каб. 1')).toEqual(['Г-01 Вт 14:00–15:00']);
    for (const rooms of ['онлайн', 'каб. 1; Онлайн'])
      expect(formed(rooms)).toEqual(['Г-01 Вт 14:00–15:00', 'Г-02 Вт 14:00–15:00']);
  });

  it('has seats for everybody, and is for the topics that it is said to be for', () => {
    const desk = oneSlot(withGroups(smallSchool(6), 2));
    const [first] = desk.rows(GROUPS);
    desk.set('rooms', 'каб. 1');
    desk.director.addRows(SPACES, [
      { title: 'каб. 1', kind: 'помещение', seats: '2' },
      { title: 'онлайн', kind: 'помещение', seats: '1', competencies: first?.competency ?? '' },
    ]);
    const words = told(desk.press('makeTimetable'));
    expect(placesOf(desk)).toEqual([`Г-01-1 ${AT}`]);
    expect(words).toMatch(/Группа Г-02: не хватает мест/);
  });
});

describe('that a room is all that is missing is said', () => {
  it('with its name and who has it', () => {
    const desk = oneSlot(withGroups(smallSchool(6), 2));
    desk.set('rooms', 'каб. 1');
    expect(told(desk.press('makeTimetable'))).toMatch(
      /Группа Г-02:.*«каб\. 1».*группы Г-01.*Добавьте место в настройку «Места занятий»/,
    );
  });

  it('also of a room that is the only one for the topic', () => {
    const desk = oneSlot(withGroups(smallSchool(6), 2));
    const topics = [...new Set(desk.rows(GROUPS).map(({ competency }) => competency))];
    desk.director.addRows(SPACES, [
      { title: 'Мастерская', kind: 'помещение', competencies: topics.join('; ') },
      { title: 'каб. 1', kind: 'помещение', seats: '2' },
    ]);
    expect(told(desk.press('makeTimetable'))).toMatch(/Группа Г-02:.*«Мастерская».*группы Г-01/);
  });

  it('but not where its people could not come in another room either', () => {
    const desk = oneSlot(withGroups(smallSchool(6), 2));
    desk.set('rooms', 'каб. 1');
    desk.type(GROUPS, ({ teacher }) => teacher === code(6), 'teacher', code(3));
    const words = told(desk.press('makeTimetable'));
    expect(words).toMatch(/Группа Г-02:.*на них стоят занятия группы Г-01/);
    expect(words).not.toMatch(/Группа Г-02:.*каб\. 1/);
  });
});

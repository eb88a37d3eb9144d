// «Без группы»: what is said to stand in the way of a deficit does, and what is advised helps.
import { GROUPS, LEVELS_TABLE, SPACES, STAFF, UNCOVERED, WISHES } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { grouped, PEOPLE, published, scored, selfOf } from './school';
import { deskAt } from './workspace';

const [MON, TUE, WED, FRI] = ['1|14:00-15:00', '2|14:00-15:00', '3|15:00-16:00', '5|16:00-17:00'] as const;

const observed = (teacher: string, competency: string, level: string): Record<string, string> => ({
  teacher,
  competency,
  source: 'наблюдение',
  level,
  date: '05.09.2026',
  cycle: '1',
});
const left = (desk: Desk, teacher: string, competency: string): readonly string[] => {
  const row = desk.rows(UNCOVERED).find((one) => one.teacher === teacher && one.competency === competency);
  return row === undefined ? [] : [row.reason, row.cover];
};
/** Formed from the scored answers after some preparation. */
const formed = (prepare: (desk: Desk) => void, stage = scored): Desk => {
  const desk = deskAt(stage);
  prepare(desk);
  desk.press('formGroups');
  return desk;
};
/** «Лунина» can consult in this at that time, as an observation confirms. */
const consults = (desk: Desk, competency: 'ict.forms' | 'dee.vr', time: string): void => {
  const { moon } = PEOPLE;
  const levels = { ...moon.levels, [competency]: 4 };
  desk.answer('self', moon.email, selfOf({ ...moon, levels, helps: [competency], times: [time] }));
  desk.director.addRows(LEVELS_TABLE, [observed('У-010', competency, '4')]);
  desk.press('processAnswers');
};
const needsForms = (desk: Desk, ...codes: string[]): void => {
  desk.director.addRows(
    LEVELS_TABLE,
    codes.map((code) => ({ ...observed(code, 'ict.forms', '1'), source: 'тест' })),
  );
  desk.press('scoreMatrix');
};

describe('why a deficit is left without a group', () => {
  it('is a place in a group that stands, for whoever came to need it after the group was published', () => {
    const desk = formed((one) => {
      needsForms(one, 'У-004');
    }, published);
    expect(left(desk, 'У-004', 'ict.forms')).toEqual([
      'Место есть: группа Г-01, Ср 15:00–16:00, консультанты Берёзина А. А.',
      'Добавить в эту группу: «Изменить группы…».',
    ]);
    const { group } = desk.row(GROUPS, { teacher: 'У-001', role: 'консультант', competency: 'ict.forms' });
    desk.press('editGroups', { what: 'add', person: 'У-004', to: group, role: 'consultee', why: 'освоит формы' });
    expect(left(desk, 'У-004', 'ict.forms')).toEqual([]);
  });

  it('is a place that an edit has freed, though nobody may lead one group more', () => {
    const desk = formed((one) => {
      one.set('groupsPerConsultant', '1');
    });
    const { group } = desk.row(GROUPS, { teacher: 'У-001' });
    desk.press('editGroups', { what: 'remove', person: 'У-008', from: group });
    expect(left(desk, 'У-008', 'ict.forms')[0]).toMatch(/^Место есть: группа Г-\d\d, Ср 15:00–16:00/);
  });

  it('is the other group of the person at the only time, not a lack of places', () => {
    const desk = formed((one) => {
      one.answer('self', PEOPLE.wind.email, selfOf({ ...PEOPLE.wind, times: [TUE] }));
      one.answer('self', PEOPLE.hail.email, selfOf({ ...PEOPLE.hail, times: [TUE, WED] }));
      one.press('processAnswers');
    });
    const [reason, cover] = left(desk, 'У-002', 'ict.forms');
    expect(reason).toMatch(
      /^В подходящее время \(Вт 14:00–15:00\) Ветрова Б. Б. уже в группе Г-\d\d «возможности электронных таблиц/,
    );
    expect(cover).toMatch(/^Перенести группу Г-\d\d «возможности электронных таблиц.* не хватает участников: 1\./);
  });

  it('is the full group, where its consultant sits in it; larger groups are advised, and help', () => {
    const desk = formed((one) => {
      one.set('groupMost', '2');
    });
    const rows = desk.rows(UNCOVERED).filter((row) => row.competency === 'ict.forms' && row.teacher !== 'У-009');
    expect(rows.map(({ reason, cover }) => [reason, cover])).toEqual([
      [
        'Группа Г-01 в подходящее время (Ср 15:00–16:00, консультанты: Берёзина А. А.) полна: участников 2.',
        'Увеличить «В группе не больше участников».',
      ],
    ]);
    desk.set('groupMost', '3');
    desk.press('formGroups');
    expect(left(desk, rows[0]?.teacher ?? '', 'ict.forms')).toEqual([]);
  });

  it('never names a consultant who cannot come when the person can', () => {
    const desk = formed((one) => {
      consults(one, 'ict.forms', MON);
      one.set('groupMost', '2');
      one.set('groupsPerConsultant', '1');
    });
    const rows = desk.rows(UNCOVERED).filter((row) => row.competency === 'ict.forms' && row.teacher !== 'У-009');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.reason).not.toContain('Лунина');
    expect(rows[0]?.cover).not.toContain('Лунина');
  });

  it('is the time, where the only one who could come leads no groups by a limit of her own', () => {
    const desk = formed((one) => {
      consults(one, 'ict.forms', MON);
      one.type(STAFF, ({ code }) => code === 'У-001', 'maxAsConsultant', '0');
    });
    expect(left(desk, 'У-003', 'ict.forms')[0]).toBe(
      'Нет общего времени с консультантами: Лунина К. К. Они могут: Пн 14:00–15:00.',
    );
  });

  it('is the limit of the only consultant, who is named with the column of the staff list', () => {
    const desk = formed((one) => {
      one.type(STAFF, ({ code }) => code === 'У-001', 'maxAsConsultant', '0');
    });
    const [reason, cover] = left(desk, 'У-003', 'ict.forms');
    expect(reason).toMatch(/по листу «Сотрудники» не ведут ни одной группы: Берёзина А\. А\.$/);
    expect(cover).toMatch(/«Групп как консультант, не больше» \(Берёзина А\. А\.\)/);
  });

  it('is both the missing consultant and the missing company', () => {
    const desk = deskAt(grouped);
    const [reason, cover] = left(desk, 'У-008', 'dee.vr');
    expect(reason).toMatch(/нет ни одного консультанта.*Вместе могут собраться только 1 .*не меньше 2\.$/);
    expect(cover).toMatch(/^Нужен консультант.*тогда смогут 1\. Тема .* нужна слишком немногим: 1\./);
    // With a consultant alone the deficit stays.
    consults(desk, 'dee.vr', WED);
    desk.press('formGroups');
    expect(left(desk, 'У-008', 'dee.vr')).not.toEqual([]);
  });

  it('is both the missing time and the missing company', () => {
    const desk = formed((one) => {
      one.answer('self', PEOPLE.moon.email, selfOf({ ...PEOPLE.moon, helps: ['ict.presentations'] }));
      one.answer('self', PEOPLE.rain.email, selfOf({ ...PEOPLE.rain, times: [FRI] }));
      one.press('processAnswers');
    });
    const [reason, cover] = left(desk, 'У-004', 'ict.presentations');
    expect(reason).toMatch(/^Нет общего времени.*Вместе могут собраться только 1 /);
    expect(cover).toMatch(/^Поможет общее время, лучше всего Ср 15:00–16:00\..*слишком немногим: 1\./);
  });

  it('is the one subject, not a lack of participants', () => {
    const desk = formed((one) => {
      for (const person of ['У-001', 'У-002', 'У-003', 'У-008'])
        one.type(STAFF, ({ code }) => code === person, 'subjects', 'Математика');
    });
    expect(left(desk, 'У-003', 'ict.forms')).toEqual([
      'Все, кто может собраться вместе (Ср 15:00–16:00), ведут один предмет, а группа должна быть смешанной.',
      'Нужен участник или консультант другого предмета (Ср 15:00–16:00); или впишите группу на лист «Группы».',
    ]);
  });

  it('counts nobody as company who learns in no groups by a limit of his own', () => {
    const desk = formed((one) => {
      for (const person of ['У-002', 'У-008']) one.type(STAFF, ({ code }) => code === person, 'maxAsConsultee', '0');
    });
    expect(left(desk, 'У-003', 'ict.forms')[0]).toBe(
      'Вместе могут собраться только 1 (Ср 15:00–16:00), а в группе нужно не меньше 2.',
    );
  });

  it('is whole where somebody can at none of the times, and says which days are off', () => {
    const desk = formed((one) => {
      one.set('days', 'Пн; Вт; Ср; Чт');
    });
    expect(left(desk, 'У-009', 'ict.forms')[1]).toMatch(/Калинин И\. И\.: ни в одно из времён занятий\./);
    const off = formed((one) => {
      one.set('windowFrom', '07.09.2026');
      one.set('windowTo', '20.09.2026');
      one.set('holidays', '09.09.2026; 16.09.2026');
    });
    expect(left(off, 'У-003', 'ict.forms')[1]).toMatch(
      /Градов В\. В\.: ни в одно из времён занятий\. Занятий не бывает, все дни выходные: Ср 14:00–15:00, Ср 15:00–16:00, Ср 16:00–17:00\./,
    );
  });

  it('is the rules that no group can keep', () => {
    const desk = formed((one) => {
      one.set('perConsultant', '1');
      one.set('consultantsMost', '1');
    });
    expect(left(desk, 'У-003', 'ict.forms')).toEqual([
      'По настройкам группы не собрать: участников в ней не меньше 2, а консультанты могут взять не больше 1.',
      'Увеличить «Участников на одного консультанта» или «Консультантов в группе» либо уменьшить «В группе не меньше участников».',
    ]);
  });

  it('is the prices, where they make a group not worth it', () => {
    const desk = formed((one) => {
      one.set('priceGroup', '1000');
      one.set('priceLoad', '1000');
    });
    const [reason, cover] = left(desk, 'У-003', 'ict.forms');
    expect(reason).toMatch(
      /^Группу можно собрать \(Ср 15:00–16:00, консультанты Берёзина А\. А\., участников 3\), но по ценам/,
    );
    expect(cover).toMatch(/^Уменьшить «Цена: ещё одна группа»/);
  });

  it('is the ban that keeps a group below the least size; another consultant would not help', () => {
    const desk = formed((one) => {
      one.set('groupLeast', '3');
      one.director.addRows(WISHES, [{ who: 'У-003', whom: 'У-008', kind: 'не ставить вместе' }]);
    });
    expect(left(desk, 'У-003', 'ict.forms')).toEqual([
      'Собрать группу мешает просьба не ставить вместе: Градов В. В., Инеева З. З.',
      'Снять «не ставить вместе» (Инеева З. З.).',
    ]);
  });

  it('says nothing of a time when the others sit in another group', () => {
    const desk = formed((one) => {
      one.set('groupsPerConsultant', '1');
      needsForms(one, 'У-006', 'У-007');
    }, published);
    const [reason, cover] = left(desk, 'У-006', 'ict.forms');
    expect(reason).toMatch(
      /^В подходящее время \(Вт 14:00–15:00\) Журавлёва Е\. Е\. уже в группе .* столько групп, сколько можно/,
    );
    expect(cover).not.toMatch(/тогда смогут 2/);
  });

  it('is a ban among those who wait and the missing consultant: none of them is called one', () => {
    const desk = formed((one) => {
      const { hail } = PEOPLE;
      const levels = { ...hail.levels, 'dee.vr': 0 };
      one.answer('self', hail.email, selfOf({ ...hail, levels, wants: ['dee.vr', 'ict.forms'] }));
      one.press('processAnswers');
      one.director.addRows(WISHES, [{ who: 'У-003', whom: 'У-008', kind: 'не ставить вместе' }]);
    });
    const rows = desk.rows(UNCOVERED).filter(({ competency }) => competency === 'dee.vr');
    expect(rows).toHaveLength(2);
    for (const { reason, cover } of rows) {
      expect(reason).toMatch(/нет ни одного консультанта/);
      expect(cover).not.toMatch(/сейчас это только|—/);
    }
  });

  it('names no learner as the consultant whom somebody must not meet', () => {
    const desk = formed((one) => {
      needsForms(one, 'У-004');
      one.director.addRows(
        WISHES,
        ['У-001', 'У-008'].map((whom) => ({ who: 'У-004', whom, kind: 'не ставить вместе' })),
      );
    }, published);
    const [reason, cover] = left(desk, 'У-004', 'ict.forms');
    expect(reason).toMatch(/не ставить вместе/);
    expect(cover).not.toMatch(/сейчас это только.*Инеева/);
  });

  it('lists no consultants where there are none', () => {
    const desk = formed((one) => {
      one.director.addRows(LEVELS_TABLE, [{ ...observed('У-003', 'ict.presentations', '1'), source: 'тест' }]);
      one.press('scoreMatrix');
      one.director.addRows(SPACES, [{ title: 'Кабинет 5', kind: 'помещение', seats: '10', competencies: 'ict.forms' }]);
    });
    const words = desk.rows(UNCOVERED).map(({ reason, cover }) => `${reason} ${cover}`);
    expect(words.join()).toMatch(/Перенести группу/);
    expect(words.join()).toMatch(/Не хватает помещений/);
    expect(words.filter((one) => /: —|\(—\)/.test(one))).toEqual([]);
  });

  it('is never the fullness of a draft whose consultant was taken out', () => {
    const desk = deskAt(grouped);
    const { group } = desk.row(GROUPS, { teacher: 'У-008' });
    desk.press('editGroups', { what: 'remove', person: 'У-008', from: group });
    desk.press('editGroups', { what: 'remove', person: 'У-001', from: group });
    const [reason = ''] = left(desk, 'У-008', 'ict.forms');
    expect(reason).not.toBe('');
    expect(reason).not.toMatch(/полна/);
  });
});

// What the director is told of groups before and after changing them, held against what then stands in the sheets.
import { GROUPS, LEVELS_TABLE, OVERVIEW, STAFF, UNCOVERED, WISHES } from '../../src/workbook/tables';
import type { GroupsView } from '../../src/shared/contract';
import type { Desk } from './desk';
import { answered, NOVEMBER, SCHOOL } from './partners';
import { grouped, invited, PEOPLE, type Person, published, scored, selfOf } from './school';
import { runOf } from './teams';
import { deskAt } from './workspace';

const { birch, frost, hail, may, moon, november, rain, wind, winter } = PEOPLE;

const told = ({ preview, run }: ReturnType<Desk['press']>): string =>
  [...preview.lines, ...preview.warnings, ...run.lines].join('\n');
const groupOf = (desk: Desk, teacher: string): string => desk.row(GROUPS, { teacher }).group;
const verdict = (text: string): string => /(Лучше|Хуже) на [\d,.]+|ни лучше/.exec(text)?.[0] ?? '';
const viewOf = (desk: Desk, edit?: Readonly<Record<string, string>>): GroupsView => {
  const reply = desk.call(edit === undefined ? { method: 'groups' } : { method: 'groups', edit });
  if (!reply.ok) throw new Error('refused');
  return reply.value;
};
const explained = ({ groups, uncovered, broken }: GroupsView): unknown => ({ groups, uncovered, broken });
/** The trial of the edit, and what is there once it is made. */
const triedAndMade = (desk: Desk, edit: Readonly<Record<string, string>>): readonly unknown[] => {
  const trial = explained(viewOf(desk, edit));
  desk.press('editGroups', edit);
  return [trial, explained(viewOf(desk))];
};
const counts = (desk: Desk): string => {
  const rows = desk.rows(GROUPS);
  const learn = rows.filter(({ role }) => role === 'консультируемый').length;
  const groups = new Set(rows.map(({ group }) => group)).size;
  return `Групп: ${String(groups)}, закрывают дефицитов: ${String(learn)}, без группы: ${String(desk.rows(UNCOVERED).length)}`;
};
/** Somebody besides the usual consultant who can and will help with forms, and the usual one may not. */
const ledByMoon = (desk: Desk): void => {
  desk.answer('self', moon.email, selfOf({ ...moon, levels: { 'ict.forms': 4 }, helps: ['ict.forms'] }));
  desk.director.addRows(LEVELS_TABLE, [
    {
      ...{ teacher: moon.code, competency: 'ict.forms', source: 'наблюдение', level: '4' },
      ...{ date: '05.09.2026', cycle: '1' },
    },
  ]);
  desk.press('processAnswers');
  desk.type(STAFF, ({ code }) => code === birch.code, 'maxAsConsultant', '0');
  desk.press('formGroups');
  desk.row(GROUPS, { teacher: moon.code });
  desk.type(STAFF, ({ code }) => code === birch.code, 'maxAsConsultant', '');
};

it('says when a group is as its rows do, also where that time is offered no more', () => {
  const desk = deskAt(grouped);
  desk.set('bands', '14:00-14:45; 15:00-15:45');
  expect(viewOf(desk).groups.map(({ slot }) => slot)).toEqual(['Ср 15:00–16:00', 'Вт 14:00–15:00']);
});

describe('a variant', () => {
  const timesGone = (): Desk => {
    const desk = deskAt(grouped);
    desk.press('groupVariants', { what: 'save', name: 'v' });
    desk.set('bands', '14:00-14:45; 15:00-15:45');
    desk.press('editGroups', { what: 'slot', from: 'Г-01', slot: '3|15:00-15:45' });
    desk.press('editGroups', { what: 'slot', from: 'Г-02', slot: '2|14:00-14:45' });
    return desk;
  };

  it.each(['restore', 'compare'])('is not called better because the times of its groups are gone: %s', (what) => {
    const input = what === 'restore' ? { what, one: 'v' } : { what, one: '*', other: 'v' };
    const words = told(timesGone().press('groupVariants', input));
    expect(words).not.toMatch(/Лучше на/);
    expect(words).toMatch(/Группа Г-01: её времени больше нет на листе «Настройки»/);
    expect(words).toMatch(/Группа Г-02: её времени больше нет на листе «Настройки»/);
  });

  it('is compared by the same people as it is brought back with, and by the same rules', () => {
    const desk = deskAt(grouped);
    desk.press('groupVariants', { what: 'save', name: 'v' });
    desk.type(STAFF, ({ code }) => code === hail.code, 'included', 'нет');
    desk.press('formGroups');
    const compared = told(desk.press('groupVariants', { what: 'compare', one: '*', other: 'v' }));
    const { preview } = desk.press('groupVariants', { what: 'restore', one: 'v' });
    expect(verdict(compared)).toBe(verdict(preview.lines.join('\n')));
    expect(preview.warnings).not.toEqual([]);
    for (const warning of preview.warnings) expect(compared).toContain(warning);
  });
});

describe('the trial of an edit', () => {
  it('does not call a seat that covers no deficit better, nor the deficits left others', () => {
    const desk = deskAt(grouped);
    const before = desk.rows(UNCOVERED);
    const edit = { what: 'add', person: rain.code, to: groupOf(desk, birch.code), role: 'consultee' };
    const words = told(desk.press('editGroups', edit));
    expect(desk.rows(UNCOVERED).map(({ teacher }) => teacher)).toEqual(before.map(({ teacher }) => teacher));
    expect(words).not.toMatch(/Лучше на|но другие/);
  });

  it('says that other deficits are left when people change places', () => {
    const desk = deskAt(grouped);
    const group = groupOf(desk, birch.code);
    desk.press('editGroups', { what: 'remove', person: frost.code, from: group });
    desk.press('groupVariants', { what: 'save', name: 'v' });
    desk.press('editGroups', { what: 'add', person: frost.code, to: group, role: 'consultee' });
    desk.press('editGroups', { what: 'remove', person: wind.code, from: group });
    expect(told(desk.press('groupVariants', { what: 'compare', one: '*', other: 'v' }))).toMatch(/но другие/);
  });

  it('names and explains somebody who takes no part as it will once it is made', () => {
    const desk = deskAt(grouped);
    const edit = { what: 'add', person: november.code, to: groupOf(desk, birch.code), role: 'consultant' };
    const [trial, made] = triedAndMade(desk, edit);
    expect(trial).toEqual(made);
  });

  it.each([
    ['forbid', { person: hail.code, other: frost.code }],
    ['keep', { person: hail.code, from: 'Г-01' }],
    ['keep', { person: birch.code, from: 'Г-01' }],
  ])('shows the pair of «%s» %j as it will be, done, taken back and done again', (what, asked) => {
    const desk = deskAt(grouped);
    for (const edit of [{ what, ...asked }, { what: 'undo' }, { what: 'redo' }]) {
      const [trial, made] = triedAndMade(desk, edit);
      expect([edit.what, trial]).toEqual([edit.what, made]);
    }
  });
});

describe('a pair that an edit asked for and that is taken back', () => {
  const forbidden = (): Desk => {
    const desk = deskAt(grouped);
    desk.press('editGroups', { what: 'forbid', person: hail.code, other: frost.code });
    return desk;
  };

  it('is not said to be gone while its row, changed by hand, still holds', () => {
    const desk = forbidden();
    desk.type(WISHES, () => true, 'about', 'ict.forms');
    const words = told(desk.press('editGroups', { what: 'undo' }));
    expect(desk.rows(WISHES)).toHaveLength(1);
    expect(words).not.toMatch(/могут быть вместе/);
    expect(words).toMatch(/осталась строка «не ставить вместе»/);
  });

  it('goes also when its codes are typed in another way, the other way round, or twice', () => {
    const desk = forbidden();
    desk.type(WISHES, () => true, 'who', ' у-8');
    desk.type(WISHES, () => true, 'whom', 'у-3');
    desk.director.addRows(WISHES, [{ who: hail.code, whom: frost.code, kind: 'не ставить вместе' }]);
    const words = told(desk.press('editGroups', { what: 'undo' }));
    expect(words).toMatch(/могут быть вместе/);
    expect(desk.rows(WISHES)).toEqual([]);
  });
});

it('keeping a consultant keeps everybody whom he or she helps in that group', () => {
  const desk = deskAt(grouped);
  desk.press('editGroups', { what: 'keep', person: birch.code, from: groupOf(desk, birch.code) });
  expect(
    desk
      .rows(WISHES)
      .map(({ who, whom, kind, about }) => [who, whom, kind, about].join(' '))
      .sort(),
  ).toEqual([
    'У-001 У-002 закрепить вместе ict.forms',
    'У-001 У-003 закрепить вместе ict.forms',
    'У-001 У-008 закрепить вместе ict.forms',
  ]);
  expect(desk.refusal('editGroups', { what: 'keep', person: birch.code, from: 'Г-01' })).toMatch(/всё уже так/);
});

describe('forming anew tells of all groups that stand', () => {
  it('when nothing changes', () => {
    const desk = deskAt(grouped);
    const { preview, run } = desk.press('formGroups');
    expect(preview.counts.map(({ value }) => value)).toEqual(['2', '6', '3']);
    expect(preview.lines).toEqual(['Черновики, которые не изменятся: 2.']);
    expect(run.lines.join('\n')).toContain(`Ничего не изменилось. ${counts(desk)}`);
  });

  it('when one of them changes, and does not call that one new', () => {
    const desk = deskAt(grouped);
    desk.press('editGroups', { what: 'remove', person: frost.code, from: groupOf(desk, birch.code) });
    const { preview, run } = desk.press('formGroups');
    expect(preview.counts.map(({ value }) => value)).toEqual(['2', '6', '3']);
    expect(preview.lines.join('\n')).toMatch(/Черновики, которые не изменятся: 1\./);
    expect(preview.lines.join('\n')).not.toMatch(/новая группа/);
    expect(run.lines.join('\n')).toContain(`Черновик готов. ${counts(desk)}. Новых или изменённых групп среди них: 1.`);
  });

  it('when they are published', () => {
    const desk = deskAt(published);
    const { preview, run } = desk.press('formGroups');
    expect(preview.counts.map(({ value }) => value)).toEqual(['2', '6', '3']);
    expect(preview.lines.join('\n')).toMatch(/Опубликованные и закреплённые группы останутся как есть: 2\./);
    expect(run.lines.join('\n')).toContain(`Ничего не изменилось. ${counts(desk)}`);
  });
});

describe('forming anew says why somebody left a group', () => {
  it('who has the deficit, but did not ask where only wishes count, is not said to have none', () => {
    const desk = deskAt(grouped);
    desk.answer('self', winter.email, selfOf({ ...winter, wants: [], questions: '' }));
    desk.set('onlyWishes', 'да');
    desk.press('processAnswers');
    expect(viewOf(desk).broken.join('\n')).toMatch(/о помощи не просит.* — Зимин/);
    const words = told(desk.press('formGroups'));
    expect(words).toMatch(/Зимин.*больше не в группе.*освоить эту тему не просит/);
    expect(words).not.toMatch(/Зимин.*дефицита нет/);
  });

  it('a consultant who no longer offers help', () => {
    const desk = deskAt(scored);
    ledByMoon(desk);
    desk.answer('self', moon.email, selfOf({ ...moon, levels: { 'ict.forms': 4 }, helps: [] }));
    desk.press('processAnswers');
    const words = told(desk.press('formGroups'));
    expect(words).toMatch(/Лунина.*больше не консультирует.*помощь по этой теме больше не предлагает/);
    expect(words).not.toMatch(/Лунина.*профицита нет/);
  });

  it('a consultant who may lead no more', () => {
    const desk = deskAt(scored);
    ledByMoon(desk);
    desk.type(STAFF, ({ code }) => code === moon.code, 'maxAsConsultant', '0');
    const words = told(desk.press('formGroups'));
    expect(words).toMatch(/Лунина.*больше не консультирует.*вести можно групп: 0/);
    expect(words).not.toMatch(/Лунина.*хватает других/);
  });

  it('somebody of a partner school, whom the settings let in no longer', () => {
    const desk = deskAt(answered);
    const person: Person = {
      ...NOVEMBER,
      levels: { 'ict.forms': 1 },
      wants: ['ict.forms'],
      times: ['3|15:00-16:00'],
    };
    desk.answer(`1/self/${SCHOOL}`, person.email, selfOf(person));
    desk.press('processAnswers');
    desk.set('partnerConsultees', 'да');
    desk.press('formGroups');
    expect(groupOf(desk, NOVEMBER.code)).toBe(groupOf(desk, birch.code));
    const left = /Ноябрёв.*больше не в группе.*педагоги этой школы-партнёра в группах не учатся/;
    // Whether or not they may still consult.
    desk.set('partnerConsultants', 'да');
    desk.set('partnerConsultees', 'нет');
    const { preview } = desk.press('formGroups');
    expect(preview.lines.join('\n')).toMatch(left);
    desk.set('partnerConsultees', 'да');
    desk.press('formGroups');
    desk.set('partnerConsultants', 'нет');
    desk.set('partnerConsultees', 'нет');
    expect(told(desk.press('formGroups'))).toMatch(left);
  });

  it('whose level is not known any more is not said to have no deficit', () => {
    const desk = deskAt(scored);
    const needs = { cycle: '1', teacher: may.code, competency: 'ict.forms', source: 'тест', level: '1' };
    desk.director.addRows(LEVELS_TABLE, [needs]);
    desk.press('scoreMatrix');
    desk.press('formGroups');
    expect(groupOf(desk, may.code)).toBe(groupOf(desk, birch.code));
    desk.sheet(LEVELS_TABLE.title).deleteRow(desk.rows(LEVELS_TABLE).findIndex((row) => row.teacher === may.code) + 2);
    desk.press('scoreMatrix');
    expect(told(desk.press('formGroups'))).toMatch(/Майская.*больше не в группе.*уровень по этой теме неизвестен/);
  });

  it('a group is no more because its people take no part', () => {
    const desk = deskAt(grouped);
    const group = groupOf(desk, winter.code);
    const learners = desk.rows(GROUPS).filter((row) => row.group === group && row.role === 'консультируемый');
    for (const { teacher } of learners) desk.type(STAFF, ({ code }) => code === teacher, 'included', 'нет');
    expect(told(desk.press('formGroups'))).toMatch(/больше нет: её участники .*не участвуют/);
  });
});

describe('whoever has no school on the list, or has it spelled in another way,', () => {
  it.each(['школа №1', ''])('is of the own school in groups and in what is said of them: «%s»', (school) => {
    const groups = (typed?: string): unknown => {
      const desk = deskAt(scored);
      if (typed !== undefined)
        desk.type(STAFF, ({ code }) => ['У-001', 'У-003', 'У-005', 'У-007'].includes(code), 'school', typed);
      desk.set('priceSchool', '50');
      desk.press('processAnswers');
      desk.press('formGroups');
      return [
        desk.rows(GROUPS).map(({ group, teacher, slot, reason }) => [group, teacher, slot, reason]),
        desk.rows(OVERVIEW).map(({ why }) => why),
      ];
    };
    expect(groups(school)).toEqual(groups());
  });
});

describe('an edit of a group with invitations promises of the next sending what it does', () => {
  const why = 'так удобнее';
  const said = (desk: Desk, edit: Readonly<Record<string, string>>): { words: string; sent: boolean } => {
    const { preview, run } = desk.press('editGroups', edit);
    const before = desk.invitations().length;
    desk.press('sendInvitations');
    return { words: [...preview.warnings, ...run.lines].join('\n'), sent: desk.invitations().length > before };
  };

  it('nothing where the group is pinned', () => {
    const desk = deskAt(invited);
    // Nobody's group changes: no reason is asked for, neither to pin nor to take it back.
    for (const edit of [{ what: 'pin', from: 'Г-01' }, { what: 'undo' }, { what: 'pin', from: 'Г-01' }]) {
      const { words, sent } = said(desk, edit);
      expect(sent).toBe(false);
      expect(words).not.toContain('Приглашения уже отправлены');
    }
    desk.press('undoRun', { run: runOf(desk, 'Изменить') });
    const pinned = desk.rows(GROUPS).filter((row) => row.pinned === 'да');
    expect(pinned).toEqual([]);
  });

  it('nothing where the group gets another weekly time, but that the session stays at the former one', () => {
    const { words, sent } = said(deskAt(invited), { what: 'slot', from: 'Г-01', slot: '4|16:00-17:00', why });
    expect(sent).toBe(false);
    expect(words).not.toMatch(/новые участники получат приглашение/);
    expect(words).toMatch(
      /\(Г-01-1\): занятие остаётся в прежнее время. Чтобы перенести, выберите «Перенести занятие…»/,
    );
  });

  it('a cancellation for who leaves; and taking it back says that they are to be invited again', () => {
    const desk = deskAt(invited);
    const { words, sent } = said(desk, { what: 'remove', person: PEOPLE.hail.code, from: 'Г-01', why });
    expect(sent).toBe(true);
    expect(words).toMatch(/новые участники получат приглашение, ушедшие — отмену/);
    const { preview, run } = desk.press('undoRun', { run: runOf(desk, 'Изменить') });
    for (const lines of [preview.warnings, run.lines])
      expect(lines.join('\n')).toMatch(/Приглашения.*\(Г-01-1\).*«Отправить приглашения…»/);
    const before = desk.invitations('invitation').length;
    desk.press('sendInvitations');
    expect(desk.invitations('invitation').length).toBe(before + 1);
  });

  it('of a weekly time that is taken back nothing, as the session stands at it', () => {
    const desk = deskAt(invited);
    desk.press('editGroups', { what: 'slot', from: 'Г-01', slot: '4|16:00-17:00', why });
    const { preview, run } = desk.press('undoRun', { run: runOf(desk, 'Изменить') });
    expect([...preview.warnings, ...run.lines].join('\n')).not.toMatch(/Приглашения/);
  });
});

// What the director is told of groups before and after changing them, held against what then stands in the sheets.
import { GROUPS, LEVELS_TABLE, STAFF, UNCOVERED } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { grouped, PEOPLE, published, scored, selfOf } from './school';
import { deskAt } from './workspace';

const { birch, frost, moon, winter } = PEOPLE;

const told = ({ preview, run }: ReturnType<Desk['press']>): string =>
  [...preview.lines, ...preview.warnings, ...run.lines].join('\n');

const groupOf = (desk: Desk, teacher: string): string => desk.row(GROUPS, { teacher }).group;
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
});

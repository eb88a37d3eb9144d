// What the director is told of groups before and after changing them, held against what then stands in the sheets.
import { GROUPS, UNCOVERED } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { grouped, PEOPLE, published } from './school';
import { deskAt } from './workspace';

const { birch, frost } = PEOPLE;

const groupOf = (desk: Desk, teacher: string): string => desk.row(GROUPS, { teacher }).group;
const counts = (desk: Desk): string => {
  const rows = desk.rows(GROUPS);
  const learn = rows.filter(({ role }) => role === 'консультируемый').length;
  const groups = new Set(rows.map(({ group }) => group)).size;
  return `Групп: ${String(groups)}, закрывают дефицитов: ${String(learn)}, без группы: ${String(desk.rows(UNCOVERED).length)}`;
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

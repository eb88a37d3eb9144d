// A very small school for the regressions of the use cases: staff pasted, published groups typed in, no surveys needed.
import type { Row, Table } from '../../src/workbook/schema';
import { COMPETENCIES, GROUPS, SETTINGS } from '../../src/workbook/tables';
import type { LocalWorkspaceOptions } from '../../local/index';
import type { Desk } from '../e2e/desk';
import { emptyDesk } from '../e2e/workspace';

export type Fault = NonNullable<LocalWorkspaceOptions['faults']>;

const mailbox = (number: number): string => `t${String(number)}@school.example`;
export const code = (number: number): string => `У-${String(number).padStart(3, '0')}`;

/** Set up, with teachers У-001 … and their mailboxes t1@school.example … */
export function smallSchool(teachers: number, options: LocalWorkspaceOptions = {}): Desk {
  const desk = emptyDesk(options);
  desk.press('setUp', { school: 'Школа № 1', programme: 'vremya-rosta', cycle: '1' });
  addTeachers(desk, 1, teachers);
  return desk;
}

/** Imports teachers `from` … `to`; gives the run. */
export function addTeachers(desk: Desk, from: number, to: number): string {
  const lines = Array.from({ length: to - from + 1 }, (_unused, index) => from + index).map(
    (number) => `${code(number)};Учителева ${String(number)} А. А.;${mailbox(number)};Математика`,
  );
  return desk.press('importStaff', { text: ['Код;ФИО;Электронная почта;Предметы', ...lines].join('\n') }).run.run;
}

/** Published groups Г-01, Г-02 … of three: a consultant and two consultees each, in the order of the staff. */
export function withGroups(desk: Desk, count: number): Desk {
  const competencies = desk.rows(COMPETENCIES);
  desk.director.addRows(
    GROUPS,
    Array.from({ length: count }, (_unused, group) =>
      [0, 1, 2].map((place) => ({
        group: `Г-${String(group + 1).padStart(2, '0')}`,
        role: place === 0 ? 'консультант' : 'консультируемый',
        competency: competencies[group]?.id ?? '',
        teacher: code(group * 3 + place + 1),
        state: 'опубликована',
        cycle: '1',
      })),
    ).flat(),
  );
  return desk;
}

/** Deletes the rows of a table that fit, as a person would. */
export function deleteRows<T extends Table>(
  desk: Desk,
  table: T,
  fits: (row: Record<keyof Row<T>, string>) => boolean,
): void {
  const sheet = desk.sheet(table.title);
  desk
    .rows(table)
    .map((row, index) => ({ row, at: index + 2 }))
    .filter(({ row }) => fits(row))
    .reverse()
    .forEach(({ at }) => sheet.deleteRow(at));
}

export const setting = (desk: Desk, key: string, value: string): number =>
  desk.director.type(SETTINGS, 'value', (row) => (row.key === key ? value : undefined));

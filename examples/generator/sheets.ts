// Staff, answers and levels as sheets of text: headings first.
import { LEVEL_SOURCES, LEVELS_TABLE, STAFF } from '../../src/workbook/tables';
import type { Answer, Answers } from '../../src/domain/survey/form-spec';
import type { KnownLevel } from './levels';
import type { Person } from './people';
import type { Sent } from './submissions';

export type Sheet = string[][];

/** With the workbook's own headings. */
export function staffSheet(people: readonly Person[]): Sheet {
  const { code, name, email, subjects, school, role, included, remark } = STAFF.columns;
  return [
    [code, name, email, subjects, school, role, included, remark].map(({ title }) => title),
    ...people.map((person) => [
      person.code,
      person.name,
      person.email,
      person.subjects.join('; '),
      person.school,
      person.role,
      person.included ? 'да' : 'нет',
      person.remark,
    ]),
  ];
}

/** As another school might keep it: other headings, fewer columns, no codes. */
export function plainStaffSheet(people: readonly Person[]): Sheet {
  return [
    ['№', 'Ф.И.О.', 'E-mail', 'Предмет', 'Должность'],
    ...people.map((person, index) => [
      String(index + 1),
      person.name,
      person.email,
      person.subjects.join('; '),
      person.role,
    ]),
  ];
}

export function levelsSheet(levels: readonly KnownLevel[]): Sheet {
  const { teacher, competency, source, level, date, evidence } = LEVELS_TABLE.columns;
  return [
    [teacher, competency, source, level, date, evidence].map(({ title }) => title),
    ...levels.map((known) => [
      known.teacher,
      known.competency,
      LEVEL_SOURCES[known.source],
      String(known.level),
      known.date,
      known.evidence,
    ]),
  ];
}

function cell(answer: Answer | undefined): string {
  if (answer === undefined) return '';
  if (typeof answer !== 'object') return String(answer);
  if (Array.isArray(answer)) return answer.join(';');
  return Object.entries(answer)
    .flatMap(([row, columns]: [string, readonly string[]]) => columns.map((column) => `${row}|${column}`))
    .join(';');
}

/** @param order keys in the order in which the forms ask; one column for each that anybody answered */
export function answersSheet(sent: readonly Sent[], order: readonly string[]): Sheet {
  const used = new Set(sent.flatMap(({ answers }) => Object.keys(answers)));
  const keys = [...new Set([...order, ...used])].filter((key) => used.has(key));
  const row = (answers: Answers): string[] => keys.map((key) => cell(answers[key]));
  return [
    ['form', 'at', 'email', 'about', ...keys],
    ...sent.map(({ kind, at, email, about, answers }) => [kind, at.replace('T', ' '), email, about, ...row(answers)]),
  ];
}

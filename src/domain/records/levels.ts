// Levels from a school's table: long (a row a teacher and competency) or wide (a column a competency).
import { type Competency, type Level, levelFrom, scaleOf } from '../framework/framework';
import { Likeness } from '../binding/likeness';
import { teacherNamed } from '../identity/by-name';
import type { StaffIndex } from '../identity/identify';
import type { LocalDate } from '../local-time';
import type { RowProblem } from '../message';
import { cleanText, foldText } from '../staff/normalise';
import type { Teacher } from '../staff/teacher';
import type { FoundTable, HeadingRule } from '../table/headings';
import { nearestNames } from './courses';
import { readDay } from './dates';

export type LevelsField = 'teacher' | 'competency' | 'level' | 'date' | 'evidence';

export const LEVELS_RULES: readonly HeadingRule<LevelsField>[] = [
  { field: 'teacher', words: /фио|ф и о|фамили|педагог|учител|сотрудник|^код сотр|^код пед|^код$/ },
  { field: 'level', words: /^уровень$|^балл\p{L}*$|^оценка$|^результат$|^значение$/u },
  { field: 'competency', words: /^(?:код )?компетенци\p{L}*$|^показатель$|^навык$|^критерий$/u },
  { field: 'date', words: /^дат|^когда/ },
  { field: 'evidence', words: /^основани|^примечан|^документ|^чем подтвержд/ },
];

export interface KnownLevelRow {
  readonly teacher: Teacher;
  readonly competency: Competency;
  readonly level: Level;
  /** '' = the day that the whole table is of. */
  readonly date: LocalDate | '';
  readonly evidence: string;
}

export interface LevelsReading {
  readonly levels: readonly KnownLevelRow[];
  readonly problems: readonly RowProblem[];
  /** Of a wide table: which column was taken for which competency, and which were not. */
  readonly matched: readonly { readonly column: number; readonly heading: string; readonly competency: Competency }[];
  readonly unmatched: readonly { readonly column: number; readonly heading: string }[];
}

/** A heading less alike to a title than this is not taken for it. */
const ALIKE = 0.5;
const LEAD = 0.05;

/** The competency that a text names: by its code, its title, or a wording clearly nearest to one title. */
export function competencyNamed(competencies: readonly Competency[]): (text: string) => Competency | undefined {
  const exact = new Map<string, Competency>();
  for (const competency of competencies) {
    exact.set(competency.id.toLowerCase(), competency);
    exact.set(foldText(competency.title), competency);
  }
  const likeness = new Likeness(competencies.map(({ id, title }) => ({ id, text: title })));
  const byId = new Map(competencies.map((competency) => [competency.id, competency]));
  return (text) => {
    const known = exact.get(text.trim().toLowerCase()) ?? exact.get(foldText(text));
    if (known !== undefined) return known;
    const match = likeness.best(text);
    return match !== undefined && match.score >= ALIKE && match.lead >= LEAD ? byId.get(match.id) : undefined;
  };
}

/**
 * Problems: `records.teacher.unknown` (found, names), `records.competency.unknown` (found), `records.level.bad` (found, title, top),
 * `records.date.bad` (found; taken with the day of the table). Empty cells say nothing.
 */
export function readLevels(
  rows: readonly (readonly string[])[],
  { headerRow, columns, unused }: FoundTable<LevelsField>,
  index: StaffIndex,
  competencies: readonly Competency[],
): LevelsReading {
  const named = competencyNamed(competencies);
  const wide = columns.level === undefined || columns.competency === undefined;
  const headings = wide ? unused.map((one) => ({ ...one, competency: named(one.heading) })) : [];
  const matched: LevelsReading['matched'][number][] = [];
  const unmatched: LevelsReading['unmatched'][number][] = [];
  for (const { column, heading, competency } of headings) {
    // Of two columns that read alike the first is it.
    if (competency === undefined || matched.some((other) => other.competency.id === competency.id))
      unmatched.push({ column, heading });
    else matched.push({ column, heading, competency });
  }
  const levels: KnownLevelRow[] = [];
  const problems: RowProblem[] = [];
  let name = '';
  rows.slice(headerRow + 1).forEach((cells, at) => {
    const text = (column: number | undefined): string => (column === undefined ? '' : cleanText(cells[column] ?? ''));
    if (cells.every((cell) => cell.trim() === '')) return;
    const row = at + headerRow + 2;
    if (text(columns.teacher) !== '') name = text(columns.teacher);
    const given = wide
      ? matched
          .map(({ column, competency }) => ({ competency, written: text(column) }))
          .filter(({ written }) => written !== '')
      : [{ competency: named(text(columns.competency)), written: text(columns.level) }];
    if (given.length === 0) return;
    const teacher = teacherNamed(name, index);
    if (teacher === undefined) {
      problems.push({
        code: 'records.teacher.unknown',
        row,
        fields: { found: name, names: nearestNames(name, index) },
      });
      return;
    }
    const date = readDay(text(columns.date));
    if (date === undefined) problems.push({ code: 'records.date.bad', row, fields: { found: text(columns.date) } });
    for (const { competency, written } of given) {
      if (competency === undefined) {
        problems.push({ code: 'records.competency.unknown', row, fields: { found: text(columns.competency) } });
        continue;
      }
      const scale = scaleOf(competency);
      const level = levelFrom(scale, written);
      if (level === undefined) {
        problems.push({
          code: 'records.level.bad',
          row,
          fields: { found: written, title: competency.title, top: scale.top, names: scale.names },
        });
        continue;
      }
      levels.push({ teacher, competency, level, date: date ?? '', evidence: text(columns.evidence) });
    }
  });
  return { levels, problems, matched, unmatched };
}

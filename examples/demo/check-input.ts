// Checks a school's answers and levels against the programme before anything is made: a problem a bad cell, with its row and column.
import { type LocalDate, formatMinute, isLocalDate } from '../../src/domain/local-time';
import type { Problem, RowProblem } from '../../src/domain/message';
import type { Programme } from '../../src/domain/programme/programme';
import { addressedSurvey } from '../../src/domain/survey/addressed';
import type { FormSpec } from '../../src/domain/survey/form-spec';
import { needsSurvey } from '../../src/domain/survey/needs';
import { offerForm } from '../../src/domain/survey/offer';
import { selfAssessment } from '../../src/domain/survey/self-assessment';
import { readSetting } from '../../src/workbook/read-setting';
import { SETTING_DEFINITIONS, type SettingKey, type Settings } from '../../src/workbook/settings';
import { LEVEL_SOURCES, LEVELS_TABLE } from '../../src/workbook/tables';
import { type Submission, toRespondentAnswers } from '../answers-format';

/**
 * What the programme's forms would not take: choices and questions they do not have, required questions left out, competencies
 * that are unknown. What a form about a group offers is known only when there are groups: of those the competency is checked.
 */
export function checkAnswers(programme: Programme, submissions: readonly Submission[]): readonly RowProblem[] {
  const formOf = formsOf(programme);
  return submissions.flatMap((submission) => {
    const { row, about, answers } = submission;
    if (about !== '' && !programme.framework.competencies.some(({ id }) => id === about))
      return [{ code: 'file.competency.unknown', row, column: 'about', fields: { found: about } }];
    const form = formOf(submission);
    if (form === undefined) return [];
    const entered = toRespondentAnswers(form, answers);
    const missing = entered.missing.map(({ key, value }): RowProblem => ({
      code: value === '' ? 'file.question.unknown' : 'file.option.unknown',
      row,
      column: key,
      fields: { found: value },
    }));
    if (missing.length > 0) return missing;
    return form.items
      .filter((item) => 'required' in item && item.required && entered.answers[item.title] === undefined)
      .map(({ key, title }) => ({ code: 'file.required.missing', row, column: key, fields: { question: title } }));
  });
}

/** The forms that are the same for every school of the programme. */
function formsOf(programme: Programme): (submission: Submission) => FormSpec | undefined {
  const { competencies } = programme.framework;
  const initial = <K extends SettingKey>(key: K): Settings[K] =>
    // What a definition starts with is a value of its own setting.
    readSetting(SETTING_DEFINITIONS[key], SETTING_DEFINITIONS[key].initial) as Settings[K];
  const option = (value: string): { label: string; value: string } => ({ label: value, value });
  const needs = needsSurvey({ programme, competencies });
  const offer = offerForm({ programme, competencies, kinds: programme.bank.kinds });
  const self = selfAssessment({
    programme,
    competencies,
    days: initial('days').map((day) => option(String(day))),
    bands: initial('bands').map(({ start, end }) => option(`${formatMinute(start)}-${formatMinute(end)}`)),
  });
  return ({ kind, about }) => {
    if (kind === 'needs') return needs;
    if (kind === 'self') return self;
    if (kind === 'offer') return offer;
    const competency = kind === 'addressed' ? competencies.find(({ id }) => id === about) : undefined;
    return competency === undefined ? undefined : addressedSurvey({ programme, competency });
  };
}

const LEVEL_KEYS = ['teacher', 'competency', 'source', 'level', 'date', 'evidence'] as const;
type LevelKey = (typeof LEVEL_KEYS)[number];
const OPTIONAL: ReadonlySet<string> = new Set<LevelKey>(['date', 'evidence']);

/**
 * Reads a file of levels: its headings are those of the sheet «Тесты и наблюдения».
 * @param teachers codes of the staff list
 */
export function readLevels(
  programme: Programme,
  table: readonly (readonly string[])[],
  teachers: ReadonlySet<string>,
): { readonly rows: readonly Readonly<Record<LevelKey, string>>[]; readonly problems: readonly RowProblem[] } {
  const [headings = [], ...body] = table;
  const titleOf = (key: LevelKey): string => LEVELS_TABLE.columns[key].title;
  const keyAt = headings.map((heading) => LEVEL_KEYS.find((key) => titleOf(key) === heading.trim()));
  const problems: RowProblem[] = [
    ...headings.flatMap((column, index) =>
      keyAt[index] === undefined && column.trim() !== ''
        ? [{ code: 'answers.column.unknown', row: 1, column, fields: { column } }]
        : [],
    ),
    ...LEVEL_KEYS.filter((key) => !OPTIONAL.has(key) && !keyAt.includes(key)).map((key) => ({
      code: 'answers.column.missing',
      row: 1,
      fields: { column: titleOf(key) },
    })),
  ];
  if (problems.length > 0) return { rows: [], problems };
  const competencies = new Set(programme.framework.competencies.map(({ id }) => id));
  const sources: ReadonlySet<string> = new Set(Object.values(LEVEL_SOURCES));
  const check: Readonly<Record<LevelKey, (found: string) => Problem | undefined>> = {
    teacher: (found) => (teachers.has(found) ? undefined : { code: 'file.teacher.unknown', fields: { found } }),
    competency: (found) =>
      competencies.has(found) ? undefined : { code: 'file.competency.unknown', fields: { found } },
    source: (found) => (sources.has(found) ? undefined : { code: 'file.source.bad', fields: { found } }),
    level: (found) => (/^[0-4]$/.test(found) ? undefined : { code: 'answers.level.bad', fields: { found } }),
    date: (found) =>
      found === '' || isLocalDate(dateOf(found)) ? undefined : { code: 'file.date.bad', fields: { found } },
    evidence: () => undefined,
  };
  const rows = body.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const row = Object.fromEntries(LEVEL_KEYS.map((key) => [key, (cells[keyAt.indexOf(key)] ?? '').trim()])) as Record<
      LevelKey,
      string
    >;
    for (const key of LEVEL_KEYS) {
      const problem = check[key](row[key]);
      if (problem !== undefined) problems.push({ ...problem, row: index + 2, column: titleOf(key) });
    }
    return [row];
  });
  return { rows, problems };
}

/** `30.11.2026` as `2026-11-30`; anything else as it is. */
const dateOf = (text: string): LocalDate => text.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1');

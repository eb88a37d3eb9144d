// A competency as a row of the table «Компетенции», and back.
import { done, refused, type Outcome, type Problem } from '../message';
import { checkCompetency, isLevel } from './check';
import { type Competency, FEWEST_LEVELS, type Level, levelFrom, MOST_LEVELS, scaleOf } from './framework';

/** The plain shape of a row: structurally the workbook's row of its competencies table (a test holds the two together). */
export interface CompetencyRow {
  readonly id: string;
  readonly area: string;
  readonly title: string;
  readonly level0: string;
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly level4: string;
  readonly level5: string;
  /** Names of the levels, lowest first; none: numbers. */
  readonly levelNames: readonly string[];
  readonly target: number | undefined;
  /** `role = level`, one an entry. */
  readonly roleTargets: readonly string[];
  readonly consultantFrom: number | undefined;
  readonly inNeedsSurvey: boolean;
  readonly practice: readonly string[];
  readonly active: boolean;
}

/** `role = 3`; also takes `role: 3`, `role - 3`, and a level's name. The role may hold such signs itself: the last one counts. */
const ROLE_TARGET = /^(.*\S)\s*[=:–—-]\s*(\d+|[^\s=:–—-]+)$/;

/** Columns of levels, lowest first. */
export const LEVEL_COLUMNS = ['level0', 'level1', 'level2', 'level3', 'level4', 'level5'] as const;

/** The descriptors up to the last that is written: a column left empty in between is a fault, those after it are no levels. */
function descriptorsOf(row: CompetencyRow): readonly string[] {
  const all = LEVEL_COLUMNS.map((column) => row[column].trim());
  return all.slice(
    0,
    all.reduce((last, text, index) => (text === '' ? last : index + 1), 0),
  );
}

/**
 * Reads a row. Refusals have the codes of `checkFramework` for one competency, besides `framework.target.missing`,
 * `framework.consultantFrom.missing` (fields `id`, `title`) and `framework.roleTarget.bad` (+ `value`: the entry as written).
 * What concerns several rows is `checkFramework`'s.
 */
export function competencyFromRow(row: CompetencyRow): Outcome<Competency> {
  const id = row.id.trim();
  const title = row.title.trim();
  const problems: Problem[] = [];
  const descriptors = descriptorsOf(row);
  const levelNames = row.levelNames.map((name) => name.trim()).filter((name) => name !== '');
  const scale = scaleOf({ descriptors, levelNames });
  // What is wrong with the scale is said once, not again of every level that does not fit it.
  const top = descriptors.length < FEWEST_LEVELS ? MOST_LEVELS - 1 : scale.top;
  const level = (name: 'target' | 'consultantFrom'): Level => {
    const value = row[name];
    if (value === undefined) problems.push({ code: `framework.${name}.missing`, fields: { id, title, top } });
    else if (!isLevel(value, top))
      problems.push({ code: `framework.${name}.range`, fields: { id, title, value, top } });
    return value !== undefined && isLevel(value, top) ? value : 0;
  };
  const target = level('target');
  const consultantFrom = level('consultantFrom');
  const roleTargets: Record<string, Level> = {};
  for (const entry of row.roleTargets) {
    const match = ROLE_TARGET.exec(entry.trim());
    const role = (match?.[1] ?? '').trim().toLowerCase();
    const written = match?.[2] ?? '';
    const value = levelFrom({ ...scale, top }, written);
    if (value !== undefined) roleTargets[role] = value;
    else if (/^\d+$/.test(written))
      problems.push({ code: 'framework.roleTarget.range', fields: { id, title, role, value: Number(written), top } });
    else problems.push({ code: 'framework.roleTarget.bad', fields: { id, title, value: entry } });
  }
  const competency: Competency = {
    id,
    area: row.area.trim(),
    title,
    descriptors,
    ...(levelNames.length === 0 ? {} : { levelNames }),
    target,
    roleTargets,
    consultantFrom,
    inNeedsSurvey: row.inNeedsSurvey,
    practice: row.practice.map((question) => question.trim()).filter((question) => question !== ''),
    active: row.active,
  };
  // Where a level could not be read, what follows from it (consultant below target) would be a fault nobody made.
  const found = checkCompetency(competency).filter(
    ({ code }) => problems.length === 0 || !code.startsWith('framework.consultantFrom.'),
  );
  return problems.length + found.length === 0 ? done(competency) : refused(...problems, ...found);
}

/** Writes a competency as a row. Lists share a cell divided by semicolons, so one inside an entry becomes a comma. */
export function competencyToRow(competency: Competency): CompetencyRow {
  const [level0 = '', level1 = '', level2 = '', level3 = '', level4 = '', level5 = ''] = competency.descriptors;
  const entry = (text: string): string => text.replace(/;/g, ',');
  return {
    id: competency.id,
    area: competency.area,
    title: competency.title,
    level0,
    level1,
    level2,
    level3,
    level4,
    level5,
    levelNames: (competency.levelNames ?? []).map(entry),
    target: competency.target,
    roleTargets: Object.entries(competency.roleTargets).map(([role, level]) => entry(`${role} = ${level}`)),
    consultantFrom: competency.consultantFrom,
    inNeedsSurvey: competency.inNeedsSurvey,
    practice: competency.practice.map(entry),
    active: competency.active,
  };
}

// A competency as a row of the table «Компетенции», and back.
import { done, refused, type Outcome, type Problem } from '../message';
import { checkCompetency, isLevel } from './check';
import type { Competency, Level } from './framework';

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
  readonly target: number | undefined;
  /** `role = level`, one an entry. */
  readonly roleTargets: readonly string[];
  readonly consultantFrom: number | undefined;
  readonly inNeedsSurvey: boolean;
  readonly practice: readonly string[];
  readonly active: boolean;
}

/** `role = 3`; also takes `role: 3` and `role - 3`. The role may hold such signs itself: the last one counts. */
const ROLE_TARGET = /^(.*\S)\s*[=:–—-]\s*(\d+)$/;

function asLevel(value: number): Level | undefined {
  return isLevel(value) ? (value as Level) : undefined;
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
  const level = (name: 'target' | 'consultantFrom'): Level => {
    const value = row[name];
    if (value === undefined) problems.push({ code: `framework.${name}.missing`, fields: { id, title } });
    else if (!isLevel(value)) problems.push({ code: `framework.${name}.range`, fields: { id, title, value } });
    return value === undefined ? 0 : (asLevel(value) ?? 0);
  };
  const target = level('target');
  const consultantFrom = level('consultantFrom');
  const roleTargets: Record<string, Level> = {};
  for (const entry of row.roleTargets) {
    const match = ROLE_TARGET.exec(entry.trim());
    const role = (match?.[1] ?? '').trim().toLowerCase();
    const value = match === null ? undefined : Number(match[2]);
    if (value === undefined) problems.push({ code: 'framework.roleTarget.bad', fields: { id, title, value: entry } });
    else if (!isLevel(value)) problems.push({ code: 'framework.roleTarget.range', fields: { id, title, role, value } });
    else roleTargets[role] = asLevel(value) ?? 0;
  }
  const competency: Competency = {
    id,
    area: row.area.trim(),
    title,
    descriptors: [row.level0.trim(), row.level1.trim(), row.level2.trim(), row.level3.trim(), row.level4.trim()],
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
  const [level0, level1, level2, level3, level4] = competency.descriptors;
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
    target: competency.target,
    roleTargets: Object.entries(competency.roleTargets).map(([role, level]) => entry(`${role} = ${level}`)),
    consultantFrom: competency.consultantFrom,
    inNeedsSurvey: competency.inNeedsSurvey,
    practice: competency.practice.map(entry),
    active: competency.active,
  };
}

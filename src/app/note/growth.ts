// «Динамика» and «Оценка модели» as the sheets have them; a workbook without them has no rows of either.
import type { CriterionFact, GrowthFact, NoteFacts } from '../../domain/note/facts';
import { EVALUATION, GRADES, GROWTH } from '../../workbook/tables';
import type { Ports } from '../ports';
import { rowsOf, sourceOf } from './rows';

export function loadGrowth(ports: Ports): NoteFacts['growth'] {
  const rows = rowsOf(ports, GROWTH);
  return {
    rows: rows.map((row): GrowthFact => ({
      title: row.title,
      people: row.people ?? 0,
      before: row.before,
      after: row.after,
      gain: row.gain,
      verdict: row.verdict,
      closed: row.closed ?? 0,
      toSurplus: row.toSurplus ?? 0,
      remained: row.remained ?? 0,
      appeared: row.appeared ?? 0,
    })),
    sources: [sourceOf(GROWTH, rows)],
  };
}

/** The first row is the conclusion; those with a grade are the criteria; the others, of single consultants, name people. */
export function loadEvaluation(ports: Ports): NoteFacts['evaluation'] {
  const rows = rowsOf(ports, EVALUATION);
  const [conclusion] = rows;
  return {
    conclusion: conclusion?.value ?? '',
    why: conclusion?.advice ?? '',
    rows: rows.flatMap(({ title, value, threshold, grade, origin, advice }): readonly CriterionFact[] =>
      grade === '' ? [] : [{ title, value, threshold, grade: GRADES[grade as keyof typeof GRADES], origin, advice }],
    ),
    sources: [sourceOf(EVALUATION, rows)],
  };
}

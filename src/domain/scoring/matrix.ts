// The competency matrix: teachers down, competencies across, a level in each cell.
import { type Competency, levelName, scaleOf } from '../framework/framework';
import type { Teacher } from '../staff/teacher';
import type { LevelSource } from './level';
import { LEVEL_SOURCE_ORDER } from './level';
import type { ProfileRow } from './profile';

/** The words of the headings that are not data. */
export interface MatrixLabels {
  readonly code: string;
  readonly name: string;
  /** What levels and colours mean: over the names. */
  readonly legend: string;
  readonly sources: Readonly<Record<LevelSource, string>>;
}

export interface MatrixView {
  /** Areas, then competencies (with the source where the data has several); one width with `rows`. */
  readonly headings: readonly [readonly string[], readonly string[]];
  /** Code, name, then a level (by its name, where the scale has names) or '' a column. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Per column: how the levels of its competency look in the work, a line a level; '' for code and name. */
  readonly notes: readonly string[];
  /** What each column from the third on shows. */
  readonly columns: readonly { readonly competency: Competency; readonly source: LevelSource }[];
}

/** Columns that come before the levels. */
export const MATRIX_FIRST_LEVEL = 2;

/**
 * A row per teacher who takes part, in the given order; areas in the order of their first competency. When the profiles know more
 * than one source, every competency gets a column for each source that knows it, and headings name the source. An area is written
 * over its first column.
 */
export function matrixView(
  profiles: readonly ProfileRow[],
  teachers: readonly Teacher[],
  competencies: readonly Competency[],
  labels: MatrixLabels,
): MatrixView {
  const active = competencies.filter((competency) => competency.active);
  const areas = [...new Set(active.map(({ area }) => area))];
  const cells = new Map<string, Map<string, ProfileRow>>();
  const sourcesOf = new Map<string, Set<LevelSource>>();
  const allSources = new Set<LevelSource>();
  for (const row of profiles) {
    const line = cells.get(row.teacher) ?? new Map<string, ProfileRow>();
    cells.set(row.teacher, line.set(row.competency, row));
    for (const source of LEVEL_SOURCE_ORDER) {
      if (row[source] === undefined) continue;
      allSources.add(source);
      sourcesOf.set(row.competency, (sourcesOf.get(row.competency) ?? new Set<LevelSource>()).add(source));
    }
  }
  const columns = areas.flatMap((area) =>
    active
      .filter((competency) => competency.area === area)
      .flatMap((competency) => {
        const known = LEVEL_SOURCE_ORDER.filter((source) => sourcesOf.get(competency.id)?.has(source) === true);
        return (known.length === 0 ? (['self'] as const) : known).map((source) => ({ competency, source }));
      }),
  );
  const areaRow = columns.map(({ competency }, index) =>
    index > 0 && columns[index - 1]?.competency.area === competency.area ? '' : competency.area,
  );
  const titleRow = columns.map(({ competency, source }) =>
    allSources.size > 1 ? `${competency.title} (${labels.sources[source]})` : competency.title,
  );
  return {
    headings: [
      ['', labels.legend, ...areaRow],
      [labels.code, labels.name, ...titleRow],
    ],
    rows: teachers
      .filter((teacher) => teacher.included)
      .map((teacher) => [
        teacher.code,
        teacher.name,
        ...columns.map(({ competency, source }) => {
          const level = cells.get(teacher.code)?.get(competency.id)?.[source];
          return level === undefined ? '' : levelName(scaleOf(competency), level);
        }),
      ]),
    notes: [
      '',
      '',
      ...columns.map(({ competency }) =>
        competency.descriptors
          .map((text, level) => `${String(levelName(scaleOf(competency), level))}: ${text}`)
          .join('\n'),
      ),
    ],
    columns,
  };
}

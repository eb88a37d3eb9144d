// Taking back what an import changed of the framework: unless somebody has changed it since, or it has been asked about.
import type { Competency } from '../../domain/framework/framework';
import { same } from '../../domain/framework/merge';
import { competencyFromRow, competencyToRow } from '../../domain/framework/rows';
import { COMPETENCIES, FRAMEWORK_CHANGES, LEVELS_TABLE, QUESTIONS } from '../../workbook/tables';
import type { Ports } from '../ports';

interface TakenBack {
  /** Rows of «Компетенции» that go. */
  readonly gone: readonly number[];
  readonly restored: readonly { readonly $row: number; readonly before: Competency }[];
  /** Titles that stay: changed since, or asked about. */
  readonly kept: readonly string[];
}

export function frameworkChanges(ports: Ports, run: string): TakenBack {
  const none = { gone: [], restored: [], kept: [] };
  if (!ports.workbook.has(FRAMEWORK_CHANGES) || !ports.workbook.has(COMPETENCIES)) return none;
  const changes = ports.workbook.read(FRAMEWORK_CHANGES).rows.filter((row) => row.run === run);
  if (changes.length === 0) return none;
  const rows = new Map(ports.workbook.read(COMPETENCIES).rows.map((row) => [row.id.trim(), row]));
  const used = usedIds(ports);
  const gone: number[] = [];
  const restored: { $row: number; before: Competency }[] = [];
  const kept: string[] = [];
  for (const change of changes) {
    const row = rows.get(change.competency);
    if (row === undefined) continue;
    const [before, after] = [change.before as Competency | undefined, change.after as Competency];
    const now = competencyFromRow(row);
    const untouched = now.ok && same(now.value, after);
    if (before !== undefined && now.ok && same(now.value, before)) continue;
    if (!untouched || (before === undefined && used.has(after.id))) kept.push(row.title);
    else if (before === undefined) gone.push(row.$row);
    else restored.push({ $row: row.$row, before });
  }
  return { gone, restored, kept };
}

/** Puts the framework back; gives how many rows went or were restored. */
export function takeBackFramework(ports: Ports, run: string): number {
  const { gone, restored } = frameworkChanges(ports, run);
  ports.workbook.patch(
    COMPETENCIES,
    restored.map(({ $row, before }) => ({ $row, set: competencyToRow(before) })),
  );
  if (gone.length > 0) ports.workbook.remove(COMPETENCIES, gone);
  return gone.length + restored.length;
}

/** Competencies that a question or a level names: without their row these could not be read. */
function usedIds(ports: Ports): ReadonlySet<string> {
  const asked = ports.workbook.read(QUESTIONS).rows.map(({ spec }) => JSON.stringify(spec ?? ''));
  const levels = ports.workbook.read(LEVELS_TABLE).rows.map(({ competency }) => competency);
  const ids = ports.workbook.read(COMPETENCIES).rows.map(({ id }) => id.trim());
  return new Set(
    ids.filter(
      (id) => levels.includes(id) || asked.some((spec) => spec.includes(`"${id}"`) || spec.includes(`:${id}"`)),
    ),
  );
}

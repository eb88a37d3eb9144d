// What a cycle's note is told from. The present cycle's sheets are at hand; an earlier one's rows are reckoned again from its answers.
import type { Source, Sourced } from '../../domain/note/facts';
import type { Row } from '../../workbook/schema';
import {
  ANSWERS,
  FEEDBACK,
  GROUPS,
  LEVELS_TABLE,
  MODULES,
  PROFILE,
  SUMMARY,
  SURVEYS,
  UNCOVERED,
} from '../../workbook/tables';
import { profilesOf } from '../answers/profiles';
import { summaryRows } from '../answers/results';
import type { Context } from '../context';
import { feedbackRows } from '../feedback/analyse';
import { inCycle } from '../growth/cycles';
import type { Ports } from '../ports';
import { rowsOf, sourceOf } from './rows';

interface Rows<R> extends Sourced {
  readonly rows: readonly R[];
}

export interface CycleData {
  /** As in that cycle. */
  readonly context: Context;
  readonly summary: Rows<Row<typeof SUMMARY>>;
  readonly profile: Rows<Pick<Row<typeof PROFILE>, 'teacher' | 'competency' | 'state' | 'helps'>>;
  readonly feedback: Rows<Row<typeof FEEDBACK>>;
  readonly uncovered: Rows<Row<typeof UNCOVERED>>;
}

export function dataOfCycle(ports: Ports, context: Context, cycle: string): CycleData {
  const uncovered = uncoveredOf(ports, cycle);
  if (cycle === context.settings.cycle) {
    const [summary, profile, feedback] = [
      rowsOf(ports, SUMMARY),
      // Of a region it is a hundred thousand rows: what is not needed is not read.
      ports.workbook.has(PROFILE) ? ports.workbook.columns(PROFILE, ['teacher', 'competency', 'state', 'helps']) : [],
      rowsOf(ports, FEEDBACK),
    ] as const;
    return {
      context,
      summary: { rows: summary, sources: [sourceOf(SUMMARY, summary)] },
      profile: { rows: profile, sources: [sourceOf(PROFILE, profile)] },
      feedback: { rows: feedback, sources: [sourceOf(FEEDBACK, feedback)] },
      uncovered,
    };
  }
  const then = inCycle(context, cycle);
  const loaded = profilesOf(ports, then);
  const sources = answersOf(ports, cycle);
  const modules = rowsOf(ports, MODULES).filter((row) => row.cycle === cycle);
  return {
    context: then,
    summary: { rows: summaryRows(loaded), sources },
    profile: { rows: loaded.profiles, sources },
    feedback: { rows: feedbackRows(ports, loaded), sources: [...sources.slice(0, 1), sourceOf(MODULES, modules)] },
    uncovered,
  };
}

/** Answers of a cycle, and its tests and observations when there are any. */
function answersOf(ports: Ports, cycle: string): readonly Source[] {
  const surveys = new Set(rowsOf(ports, SURVEYS).flatMap((row) => (row.cycle === cycle ? [row.key] : [])));
  const answers = rowsOf(ports, ANSWERS).filter(({ survey }) => surveys.has(survey));
  const levels = rowsOf(ports, LEVELS_TABLE).filter((row) => row.cycle === cycle);
  return [sourceOf(ANSWERS, answers), ...(levels.length === 0 ? [] : [sourceOf(LEVELS_TABLE, levels)])];
}

/** «Без группы» is of the cycle in which groups were last formed. */
function uncoveredOf(ports: Ports, cycle: string): CycleData['uncovered'] {
  const groups = rowsOf(ports, GROUPS);
  const last = groups[groups.length - 1]?.cycle ?? '';
  const rows = last === '' || last === cycle ? rowsOf(ports, UNCOVERED) : [];
  return { rows, sources: [sourceOf(UNCOVERED, rows)] };
}

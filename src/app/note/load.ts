// Gathers what an analytical note tells of from the workbook, each table read once.
import type { NoteFacts, SurveyFact } from '../../domain/note/facts';
import type { Outcome } from '../../domain/message';
import { type FORM_KINDS, SETTINGS, STAFF, SUMMARY, SURVEYS } from '../../workbook/tables';
import { type Context, loadContext } from '../context';
import { cyclesWithModules } from '../evaluation/facts';
import { cyclesWithLevels } from '../growth/cycles';
import type { Ports } from '../ports';
import { type CycleData, dataOfCycle } from './cycle';
import { loadEvaluation, loadGrowth } from './growth';
import { loadResources } from './resources';
import { rowsOf, sourceOf } from './rows';
import {
  loadFeedback,
  loadGroups,
  loadIndicators,
  loadModules,
  loadPlan,
  loadRouteStates,
  loadUncovered,
} from './work';

/** Kinds whose answers a note counts; the others are asked of one group or of pupils. */
const TOLD: ReadonlySet<string> = new Set<keyof typeof FORM_KINDS>(['needs', 'self', 'addressed']);

export interface NoteData {
  readonly context: Context;
  readonly facts: NoteFacts;
}

/** Cycles a note can be about: those with levels or sessions and the present one, the oldest first; none before the set-up. */
export function noteCycles(ports: Ports): { readonly all: readonly string[]; readonly proposed: string } {
  const loaded = loadContext(ports);
  if (!loaded.ok) return { all: [], proposed: '' };
  const { cycle } = loaded.value.settings;
  const held = cyclesWithModules(ports);
  // Until something has been held in the present cycle, what is to be summed up is the one before it.
  return { all: [...new Set([...cyclesWithLevels(ports), ...held, cycle])], proposed: held[held.length - 1] ?? cycle };
}

export function loadNote(ports: Ports, cycle: string): Outcome<NoteData> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const data = dataOfCycle(ports, loaded.value, cycle);
  const { context } = data;
  const { settings, programme, staff } = context;
  return {
    ok: true,
    value: {
      context,
      facts: {
        school: settings.school,
        programme: programme.title,
        cycle,
        today: ports.clock.today(),
        teachers: staff.included.length,
        surveys: loadSurveys(ports, context),
        competencies: loadSummary(data),
        groups: loadGroups(ports, data),
        uncovered: loadUncovered(data),
        modules: loadModules(ports, context),
        feedback: loadFeedback(data),
        indicators: loadIndicators(ports),
        routes: loadRouteStates(ports, context),
        plan: loadPlan(ports, context),
        resources: loadResources(ports, data),
        growth: loadGrowth(ports),
        evaluation: loadEvaluation(ports),
      },
    },
  };
}

function loadSurveys(ports: Ports, { settings }: Context): readonly SurveyFact[] {
  return rowsOf(ports, SURVEYS)
    .filter(({ cycle, kind, audienceCount }) => cycle === settings.cycle && TOLD.has(kind) && (audienceCount ?? 0) > 0)
    .map((row) => ({
      title: row.title,
      answered: { have: row.answered ?? 0, of: row.audienceCount ?? 0 },
      sources: [sourceOf(SURVEYS, [row]), { readAt: row.readAt }],
    }));
}

function loadSummary({ summary }: CycleData): NoteFacts['competencies'] {
  return {
    rows: summary.rows.map((row) => ({
      title: row.title,
      needs: row.needs ?? 0,
      needsShare: row.needsShare ?? 0,
      answered: row.answered ?? 0,
      wants: row.wants ?? 0,
      deficits: row.deficits ?? 0,
      deficitsShare: row.deficitsShare ?? 0,
      surpluses: row.surpluses ?? 0,
      surplusesShare: row.surplusesShare ?? 0,
      checks: row.checks ?? 0,
      consultants: row.consultants ?? 0,
    })),
    sources: summary.sources,
  };
}

/** The tables without which there is nothing to write a note of. */
export const NOTE_TABLES = [SETTINGS, STAFF, SUMMARY, SURVEYS] as const;

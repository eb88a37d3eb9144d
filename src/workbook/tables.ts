// Every table of the workbook, in the order of its sheets.
import type { Table } from './schema';
import { BANK, JOURNAL, LEDGER, SETTINGS } from './tables/operations';
import { FEEDBACK, GROUPS, MODULES, PROGRAMMES, UNCOVERED } from './tables/groups';
import { GROUP_CHANGES, OVERVIEW, SPACES, VARIANTS, WHAT_IF } from './tables/grouping';
import { INDICATOR_FACTS, INDICATORS, MOTIVATION } from './tables/indicators';
import { PLAN } from './tables/plan';
import { COMPETENCIES, LEVELS_TABLE, PROFILE, STAFF, SUMMARY } from './tables/people';
import { COMMUNITIES, LEFT_OUT, MASTERY, PAIRS } from './tables/teams';
import { MODULE_CHANGES } from './tables/timetable';
import { ANSWERS, QUESTIONS, SURVEYS } from './tables/surveys';
import { WISHES } from './tables/wishes';

export * from './tables/people';
export * from './tables/surveys';
export * from './tables/groups';
export * from './tables/grouping';
export * from './tables/operations';
export * from './tables/indicators';
export * from './tables/plan';
export * from './tables/teams';
export * from './tables/timetable';
export * from './tables/wishes';

/** Besides these there is «Матрица компетенций», a view whose columns depend on the framework: see `matrix-view.ts`. */
export const TABLES: readonly Table[] = [
  STAFF,
  COMPETENCIES,
  SURVEYS,
  ANSWERS,
  LEVELS_TABLE,
  PROFILE,
  SUMMARY,
  WISHES,
  SPACES,
  GROUPS,
  OVERVIEW,
  UNCOVERED,
  WHAT_IF,
  GROUP_CHANGES,
  PAIRS,
  COMMUNITIES,
  MASTERY,
  LEFT_OUT,
  PROGRAMMES,
  MODULES,
  MODULE_CHANGES,
  FEEDBACK,
  BANK,
  PLAN,
  INDICATORS,
  INDICATOR_FACTS,
  MOTIVATION,
  JOURNAL,
  SETTINGS,
  QUESTIONS,
  LEDGER,
  VARIANTS,
];

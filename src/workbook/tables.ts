// Every table of the workbook, in the order of its sheets.
import type { Table } from './schema';
import { BANK, JOURNAL, LEDGER, SELF_CHECK, SETTINGS } from './tables/operations';
import { FEEDBACK, GROUPS, MODULES, PROGRAMMES, UNCOVERED } from './tables/groups';
import { GROUP_CHANGES, OVERVIEW, SPACES, VARIANTS, WHAT_IF } from './tables/grouping';
import { EVALUATION } from './tables/evaluation';
import { GROWTH, GROWTH_PEOPLE, NEXT_GROUPS } from './tables/growth';
import { INDICATOR_FACTS, INDICATORS, MOTIVATION } from './tables/indicators';
import { LESSONS, OUTREACH } from './tables/lessons';
import { PARTNERS } from './tables/partners';
import { BINDINGS, COURSES, FRAMEWORK_CHANGES } from './tables/records';
import { PLAN } from './tables/plan';
import { COMPETENCIES, LEVELS_TABLE, PROFILE, STAFF, SUMMARY } from './tables/people';
import { ROUTES } from './tables/routes';
import { COMMUNITIES, LEFT_OUT, MASTERY, PAIRS, TEAM_CHANGES } from './tables/teams';
import { MODULE_CHANGES } from './tables/timetable';
import { ANSWER_DAYS, ANSWERS, CONSENTS, QUESTIONS, SURVEYS } from './tables/surveys';
import { WISHES } from './tables/wishes';

export * from './tables/people';
export * from './tables/surveys';
export * from './tables/groups';
export * from './tables/grouping';
export * from './tables/operations';
export * from './tables/indicators';
export * from './tables/lessons';
export * from './tables/evaluation';
export * from './tables/growth';
export * from './tables/partners';
export * from './tables/plan';
export * from './tables/routes';
export * from './tables/records';
export * from './tables/teams';
export * from './tables/timetable';
export * from './tables/wishes';

/** Besides these there is «Матрица компетенций», a view whose columns depend on the framework: see `matrix-view.ts`. */
export const TABLES: readonly Table[] = [
  STAFF,
  COMPETENCIES,
  SURVEYS,
  ANSWERS,
  BINDINGS,
  LEVELS_TABLE,
  COURSES,
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
  ROUTES,
  BANK,
  LESSONS,
  OUTREACH,
  PLAN,
  INDICATORS,
  INDICATOR_FACTS,
  MOTIVATION,
  GROWTH,
  GROWTH_PEOPLE,
  NEXT_GROUPS,
  EVALUATION,
  PARTNERS,
  JOURNAL,
  SETTINGS,
  QUESTIONS,
  ANSWER_DAYS,
  LEDGER,
  VARIANTS,
  TEAM_CHANGES,
  FRAMEWORK_CHANGES,
  CONSENTS,
  SELF_CHECK,
];

// What an analytical note is made of: numbers as the workbook has them, each with where it stands. No person is named.
import type { LocalDate, LocalDateTime } from '../local-time';

/** Where a number stands, so that a reader can find it. */
export type Source =
  /** Rows of a sheet, 1-based; both absent: the sheet has no rows. */
  | { readonly sheet: string; readonly from?: number; readonly to?: number }
  /** Answers as read at that moment; the sentence itself names the survey. */
  | { readonly readAt: LocalDateTime | '' };

/** Facts with their origin; what is not known yet has no rows or is undefined. */
export interface Sourced {
  readonly sources: readonly Source[];
}

/** How much of how many. */
export interface Part {
  readonly have: number;
  readonly of: number;
}

export interface SurveyFact extends Sourced {
  readonly title: string;
  readonly answered: Part;
}

/** A row of the summary by competency: numbers of teachers. Shares are 0 … 1 of those who take part. */
export interface CompetencyFact {
  readonly title: string;
  readonly needs: number;
  readonly needsShare: number;
  /** Have assessed themselves. */
  readonly answered: number;
  readonly wants: number;
  readonly deficits: number;
  readonly deficitsShare: number;
  readonly surpluses: number;
  readonly surplusesShare: number;
  readonly checks: number;
  /** Confirmed and willing to help. */
  readonly consultants: number;
}

/** Published and finished groups of one competency. */
export interface GroupFact {
  readonly title: string;
  readonly groups: number;
  readonly consultants: number;
  readonly consultees: number;
  readonly held: number;
}

export interface GroupsFacts extends Sourced {
  readonly rows: readonly GroupFact[];
  /** Different people in all groups together. */
  readonly people: number;
  readonly consultants: number;
  readonly consultees: number;
  /** Groups whose people teach at least two subjects. */
  readonly mixed: number;
  /** Deficits whose owner learns in a group of that competency. */
  readonly covered: Part;
  readonly coveredSources: readonly Source[];
}

export type UncoveredReason = 'no_consultant' | 'no_common_slot' | 'too_few' | 'limit';

export interface UncoveredFact {
  readonly title: string;
  readonly count: number;
  readonly reasons: readonly { readonly reason: UncoveredReason; readonly count: number }[];
}

export interface ModulesFacts extends Sourced {
  readonly held: number;
  readonly invited: number;
  readonly draft: number;
  readonly cancelled: number;
  /** Of those who were invited to sessions that have been held: who came, where somebody wrote it down. */
  readonly came: Part;
  /** At the other sessions: who had accepted in the calendar. */
  readonly accepted: Part;
}

/** One side's feedback on all sessions; means weigh every answer alike and leave out what was hidden for want of answers. */
export interface FeedbackSide {
  readonly side: 'consultant' | 'consultee';
  readonly received: Part;
  /** 0 … 100. */
  readonly index: number | undefined;
  /** Levels, as the consultees told them. */
  readonly before: number | undefined;
  readonly now: number | undefined;
}

export interface FeedbackFacts extends Sourced {
  readonly sides: readonly FeedbackSide[];
  /** Rows whose means are hidden because too few answered. */
  readonly hidden: number;
}

export type IndicatorStanding = 'reached' | 'open' | 'missed' | 'unknown';

export interface IndicatorFact {
  readonly title: string;
  /** 0 … 1. */
  readonly target: number;
  readonly due: LocalDate | '';
  readonly plan: number | undefined;
  readonly fact: number | undefined;
  readonly forecast: number | undefined;
  readonly verdict: string;
  readonly standing: IndicatorStanding;
  /** In words, as the sheet has them. */
  readonly origin: string;
  readonly advice: string;
}

export interface RoutesFacts extends Sourced {
  readonly teachers: number;
  readonly items: number;
  readonly confirmed: number;
  readonly done: number;
  readonly doing: number;
  readonly planned: number;
  readonly cancelled: number;
}

export interface MeasureFact {
  readonly title: string;
  readonly due: LocalDate;
}

export interface PlanFacts extends Sourced {
  /** Measures that are not cancelled. */
  readonly measures: number;
  readonly done: number;
  readonly overdue: readonly MeasureFact[];
  /** Under way or ahead, the nearest first. */
  readonly next: readonly MeasureFact[];
}

/** So many of each kind, in words. */
export interface KindFact {
  readonly kind: string;
  readonly count: number;
}

export interface ResourcesFacts {
  readonly people: Sourced & {
    /** Different people who can and will consult, and in how many competencies. */
    readonly consultants: number;
    readonly competencies: number;
    /** Different people with a confirmed surplus who have not offered to consult. */
    readonly silent: number;
  };
  readonly bank: Sourced & {
    readonly kinds: readonly KindFact[];
    readonly accepted: number;
    readonly proposed: number;
    /** Competencies of the framework for which the bank has nothing. */
    readonly without: readonly string[];
  };
  readonly lessons: Sourced & { readonly held: number; readonly teachers: number; readonly cards: number };
  readonly outreach: Sourced & { readonly kinds: readonly KindFact[]; readonly settled: number; readonly all: number };
}

/** A row of the sheet that compares two cycles. */
export interface GrowthFact {
  readonly title: string;
  readonly people: number;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly gain: number | undefined;
  readonly verdict: string;
  readonly closed: number;
  readonly toSurplus: number;
  readonly remained: number;
  readonly appeared: number;
}

/** A criterion of the model's evaluation, in words as the sheet has them. */
export interface CriterionFact {
  readonly title: string;
  readonly value: string;
  readonly threshold: string;
  readonly grade: string;
  readonly origin: string;
  readonly advice: string;
}

export interface NoteFacts {
  readonly school: string;
  readonly programme: string;
  readonly cycle: string;
  readonly today: LocalDate;
  /** Own staff that takes part. */
  readonly teachers: number;
  readonly surveys: readonly SurveyFact[];
  readonly competencies: Sourced & { readonly rows: readonly CompetencyFact[] };
  readonly groups: GroupsFacts;
  readonly uncovered: Sourced & { readonly rows: readonly UncoveredFact[] };
  readonly modules: ModulesFacts;
  readonly feedback: FeedbackFacts;
  readonly indicators: Sourced & { readonly rows: readonly IndicatorFact[]; readonly counted: LocalDate | '' };
  readonly routes: RoutesFacts;
  readonly plan: PlanFacts;
  readonly resources: ResourcesFacts;
  /** The first row is about all competencies together. No rows: no second cycle has been compared. */
  readonly growth: Sourced & { readonly rows: readonly GrowthFact[] };
  /** Rows of single consultants and groups are left out: they name people. */
  readonly evaluation: Sourced & {
    readonly conclusion: string;
    readonly why: string;
    readonly rows: readonly CriterionFact[];
  };
}

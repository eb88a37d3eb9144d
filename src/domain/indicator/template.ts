// A programme's indicators and its questionnaire for pupils, as data.
import type { FrameTexts, ScaleTexts } from '../programme/programme';

/** How the fact of an indicator is found. */
export type IndicatorSource =
  'groups' | 'modules' | 'matrix' | 'feedback' | 'lessons' | 'surveys' | 'motivation' | 'plan' | 'hand';

export interface IndicatorTemplate {
  readonly id: string;
  readonly title: string;
  readonly source: IndicatorSource;
  /** What the source counts: competencies or their prefix for `matrix`, kinds of surveys for `surveys`. */
  readonly of: readonly string[];
  /** For `matrix`: of so many of these at the target a teacher masters the set. For `lessons`: so many a month show regular use. */
  readonly least?: number;
  /** For `lessons`: in each of so many last months of term. */
  readonly months?: number;
  /** 0 … 1. */
  readonly target: number;
  /** Week of the programme, from 1, by whose end the target is to be reached. */
  readonly week: number;
}

/** Anonymous questionnaire of pupils, the same before and after. Placeholders: {school}. */
export interface PupilsTexts extends FrameTexts {
  readonly group: string;
  /** Statements from 1 (not at all) to 5 (just so). */
  readonly statements: readonly (ScaleTexts & { readonly reversed?: boolean })[];
  /** From this mean on motivation is high. */
  readonly high: number;
}

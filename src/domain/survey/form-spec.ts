// A form as data: what is asked, in which order, and what each choice stands for. Google Forms is built from it.

export type FormKind =
  | 'needs' // A1: who needs which competency
  | 'self' // self-assessment
  | 'addressed' // A2: only those who chose a technology
  | 'agreement' // A5: with a consultant, the session's programme
  | 'feedback.consultant' // A7
  | 'feedback.consultee' // A7
  | 'offer' // A11: teachers offer resources for the bank
  | 'pupils'; // A14: pupils' motivation, anonymous

/** A choice as the respondent sees it and as the rules know it. */
export interface Option {
  readonly label: string;
  readonly value: string;
}

interface Asked {
  /** Stable within the form; scoring finds answers by it. */
  readonly key: string;
  readonly title: string;
  readonly help?: string;
}

export type ItemSpec =
  | (Asked & { readonly type: 'section' })
  | (Asked & { readonly type: 'header' })
  | (Asked & {
      readonly type: 'choice';
      readonly required: boolean;
      readonly options: readonly Option[];
      readonly other?: boolean;
    })
  | (Asked & {
      readonly type: 'checkbox';
      readonly required: boolean;
      readonly options: readonly Option[];
      readonly other?: boolean;
    })
  | (Asked & {
      readonly type: 'scale';
      readonly required: boolean;
      readonly low: number;
      readonly high: number;
      readonly lowLabel: string;
      readonly highLabel: string;
    })
  | (Asked & { readonly type: 'text' | 'paragraph'; readonly required: boolean })
  | (Asked & {
      readonly type: 'grid' | 'checkboxGrid';
      readonly required: boolean;
      readonly rows: readonly Option[];
      readonly columns: readonly Option[];
    })
  | (Asked & { readonly type: 'date'; readonly required: boolean });

export interface FormSpec {
  readonly kind: FormKind;
  /** What respondents see on top. */
  readonly title: string;
  /** The Drive file's name: what the director sees. */
  readonly fileName: string;
  readonly description: string;
  /** Shown after submitting. */
  readonly confirmation: string;
  readonly collectEmail: boolean;
  readonly allowEdit: boolean;
  readonly items: readonly ItemSpec[];
}

/**
 * An answer as Forms gives it: text, list, choice and scale → string; checkbox → string[]; grid → one entry a row, null for an
 * unanswered row; checkbox grid → one string[] or null a row.
 */
export type RawAnswer = string | readonly string[] | readonly (string | null)[] | readonly (readonly string[] | null)[];

/** An answer in the rules' own terms: option values instead of labels; grids by row value. */
export type Answer = string | number | readonly string[] | Readonly<Record<string, readonly string[]>>;
export type Answers = Readonly<Record<string, Answer>>;

/** Remembers which Forms item asks which question, so that edited titles or order do not matter. */
export interface AskedItem {
  readonly itemId: string;
  /** The spec as it was when the form was built: labels are decoded by it. */
  readonly spec: ItemSpec;
}

// A programme template: everything that differs from one programme of professional growth to another, as data.
import type { Framework } from '../framework/framework';
import type { IndicatorTemplate, PupilsTexts } from '../indicator/template';
import type { LessonCardTexts } from '../lessons/card';
import type { PlanTemplate } from '../plan/template';
import type { Option } from '../survey/form-spec';

/** The frame of a questionnaire; each text is a template of `template.ts`. */
export interface FrameTexts {
  readonly title: string;
  /** Name of the form's file on Drive. */
  readonly fileName: string;
  /** A line whose placeholders are all empty is left out. */
  readonly description: string;
  readonly confirmation: string;
}

/** A1. Placeholders everywhere in it: {school}, {cycle}. */
export interface NeedsTexts extends FrameTexts {
  readonly needs: string;
  /** The choice of those who need none of the technologies. */
  readonly none: string;
  readonly other: string;
}

/** Self-assessment. Placeholders: {school}, {cycle}; {area} in what is asked per area. */
export interface SelfTexts extends FrameTexts {
  readonly intent: string;
  readonly want: string;
  readonly help: string;
  readonly questions: string;
  readonly timesSection: string;
  readonly times: string;
}

/** A2. Placeholders: {competency}, {school}, {cycle}. */
export interface AddressedTexts extends FrameTexts {
  readonly need: string;
  readonly needOptions: { readonly yes: string; readonly partly: string; readonly no: string };
  readonly practiceOptions: { readonly can: string; readonly hint: string; readonly never: string };
  readonly topic: string;
}

/** A5. Placeholders: {group}, {competency}, {consultants}, {consultees}, {school}, {cycle}. */
export interface AgreementTexts extends FrameTexts {
  readonly ready: string;
  readonly readyOptions: { readonly yes: string; readonly no: string };
  readonly covered: string;
  readonly topics: string;
  readonly task: string;
  readonly materials: string;
  readonly slots: string;
  readonly otherTime: string;
  readonly place: string;
  readonly comments: string;
}

/** A scale of a feedback form: `key` without the prefix `scale:`. */
export interface ScaleTexts {
  readonly key: string;
  readonly title: string;
  readonly low: string;
  readonly high: string;
}

/** A7, what both sides are asked. Placeholders: {module}, {title}, {date}, {consultants}, {school}, {cycle}. */
export interface FeedbackTexts extends FrameTexts {
  /** Each from 1 to 5. */
  readonly scales: readonly ScaleTexts[];
  readonly again: string;
  readonly againOptions: { readonly yes: string; readonly no: string };
  readonly comments: string;
}

export interface ConsultantFeedbackTexts extends FeedbackTexts {
  readonly difficulties: string;
}

export interface ConsulteeFeedbackTexts extends FeedbackTexts {
  readonly levelsHeader: string;
  readonly sessionHeader: string;
  /** Levels from 0 before the session and now. */
  readonly before: string;
  readonly now: string;
  readonly levelLow: string;
  readonly levelHigh: string;
  readonly applied: string;
}

/** A11. Placeholders: {school}, {cycle}. */
export interface OfferTexts extends FrameTexts {
  readonly resourceTitle: string;
  readonly kind: string;
  readonly competency: string;
  readonly link: string;
  readonly annotation: string;
  readonly tags: string;
}

/** Consent to the processing of personal data (Federal law 152-FZ, art. 9). */
export interface ConsentTexts {
  /** Changes whenever `text` does; kept with every answer. */
  readonly version: string;
  readonly title: string;
  /** Placeholder: {school}. */
  readonly text: string;
  readonly question: string;
  readonly agree: string;
}

/** A letter. Placeholders: {name}, {title}, {link}, {deadline}, {school}, {code}, {programme}; more where the letter says so. */
export interface MailTexts {
  readonly subject: string;
  /** A line whose placeholders are all empty is left out (`fillLines`). */
  readonly text: string;
}

export interface ProgrammeTexts {
  /** Stands for {school} when the school's name is not known. */
  readonly schoolFallback: string;
  /** The question for the staff code that the letter gave. */
  readonly code: string;
  readonly consent: ConsentTexts;
  readonly needs: NeedsTexts;
  readonly self: SelfTexts;
  readonly addressed: AddressedTexts;
  readonly agreement: AgreementTexts;
  readonly feedback: { readonly consultant: ConsultantFeedbackTexts; readonly consultee: ConsulteeFeedbackTexts };
  readonly offer: OfferTexts;
  readonly pupils: PupilsTexts;
  readonly mails: {
    readonly invite: MailTexts;
    readonly reminder: MailTexts;
    /** Also {competency}, {consultees}, {questions}. */
    readonly agreement: MailTexts;
    /** Also {date}, {module}. */
    readonly feedback: MailTexts;
    /** A13: {name}, {overdue}, {soon} (lists, each line after a line break), {link} to the plan, {school}, {programme}. */
    readonly plan: MailTexts;
    /** A12: {name}, {cycle}, {learns}, {consults}, {link}, {notes} (a heading of the document), {school}, {programme}. */
    readonly route: MailTexts;
    /** The same, when the route has changed since the first letter. */
    readonly routeChanged: MailTexts;
  };
  /** Placeholders: {competency}, {topics}, {questions}, {practice}, {materials}, {feedback}, {consultants}, {place}, {school}, {programme}. */
  readonly event: { readonly title: string; readonly description: string };
}

/** Programme template: data only. */
export interface Programme {
  readonly id: string;
  readonly title: string;
  /** One or two sentences: for whom, what for. */
  readonly about: string;
  readonly framework: Framework;
  /** Further frameworks that a school may add (`importFramework`); none of them is surveyed unless it does. */
  readonly more?: readonly Framework[];
  readonly texts: ProgrammeTexts;
  readonly plan: PlanTemplate;
  readonly indicators: readonly IndicatorTemplate[];
  readonly bank: {
    /** Kinds of resources: values are the codes of the register's column «Вид». */
    readonly kinds: readonly Option[];
    /** Template of a lesson's technological card. */
    readonly lessonCard: LessonCardTexts;
  };
}

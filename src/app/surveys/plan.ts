// A survey to be made: its form, whom it goes to, and what the letter says. Every questionnaire of the product is one of these.
import type { LocalDate } from '../../domain/local-time';
import { addDays } from '../../domain/local-time';
import type { MailTexts } from '../../domain/programme/programme';
import type { TemplateFields } from '../../domain/programme/template';
import { fullNameOf, type Teacher } from '../../domain/staff/teacher';
import type { FormKind, FormSpec } from '../../domain/survey/form-spec';
import type { Context } from '../context';
import { type Addressed, letterFrom } from '../letters';
import type { Clock } from '../ports';

export interface SurveyPlan {
  /** Stable within the workbook: cycle, kind and what it is about. */
  readonly key: string;
  readonly kind: FormKind;
  /** What it is about, for people: a competency's title, a group … */
  readonly about: string;
  readonly spec: FormSpec;
  readonly audience: readonly Teacher[];
  /** Code → the things (modules …) that this person's letter is about, when more may follow: a further one makes a further letter. */
  readonly parts?: ReadonlyMap<string, readonly string[]>;
  readonly until: LocalDate;
  readonly mail: MailTexts;
  /** More for the letter's wording than every letter has. */
  readonly fields: TemplateFields;
}

/** The occasion of the letter that first asks for an answer. */
export const INVITE = 'invite';
/** The occasion of a reminder. */
export const remindedOn = (day: LocalDate): string => `remind ${day}`;

export const surveyKey = (cycle: string, kind: FormKind, about: string): string =>
  [cycle.replace(/\//g, '-'), kind, about].filter((part) => part !== '').join('/');

/**
 * A group may be asked by a further form, when its consultants or questions have changed: the key of its `n`th. A group's name may end
 * in «#2» by itself, so the number stands apart from it.
 */
export const furtherKey = (first: string, n: number): string => (n < 2 ? first : `${first}/#${String(n)}`);

/** The key of the first form, of any of them. */
export const firstKey = (key: string): string => key.replace(FURTHER, '');

/** Which form it is, by its key: 1 is the first. */
export const numberIn = (key: string): number => Number(FURTHER.exec(key)?.[1] ?? '1');

const FURTHER = /\/#(\d+)$/;

export function answerUntil(clock: Clock, context: Context): LocalDate {
  return addDays(clock.today(), context.settings.answerDays);
}

/** `2026-11-30` → `30.11.2026`. */
export const dotted = (date: LocalDate): string => date.split('-').reverse().join('.');

/**
 * What makes a letter the same letter. The link is part of what it says: a form made anew after an undone run is announced anew; so
 * is the address: whoever's e-mail was mistyped gets the letter once it is corrected.
 */
export const letterAbout = (
  survey: string,
  { code, email }: Pick<Teacher, 'code' | 'email'>,
  occasion: string,
  url: string,
): string[] => [survey, code, email, occasion, url];

/** The occasion of the letter that asks this person. */
export function occasionOf({ parts }: Pick<SurveyPlan, 'parts'>, code: string): string {
  const own = parts?.get(code) ?? [];
  return own.length < 2 ? INVITE : [INVITE, ...own].join(' ');
}

/** The letter of a survey to each of `to` who has an e-mail. `occasion` tells reminders of different days apart. */
export function lettersOf(
  context: Context,
  plan: Pick<SurveyPlan, 'key' | 'until' | 'mail' | 'fields'> & { readonly spec: Pick<FormSpec, 'title'> },
  url: string,
  to: readonly Teacher[],
  occasion: string,
): readonly Addressed[] {
  return to
    .filter(({ email }) => email !== '')
    .map((teacher) => ({
      about: letterAbout(plan.key, teacher, occasion, url),
      what: plan.spec.title,
      to: teacher.email,
      letter: () =>
        letterFrom(plan.mail, teacher.email, {
          // The person's own letter: nobody else reads it.
          name: fullNameOf(teacher),
          title: plan.spec.title,
          link: url,
          deadline: dotted(plan.until),
          school: context.settings.school,
          code: teacher.code,
          programme: context.programme.title,
          ...plan.fields,
        }),
    }));
}

// Which form asks a group's consultants about its programme: the one there is, or a further one when it is about the group no more.
import { labelKey } from '../../domain/survey/labels';
import type { Teacher } from '../../domain/staff/teacher';
import { SURVEYS } from '../../workbook/tables';
import { type AllAnswers, askedItems } from '../answers/load';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { answeredBy } from '../surveys/carry-out';
import { firstKey, furtherKey, numberIn, surveyKey } from '../surveys/plan';
import { silentNames } from '../surveys/silent';
import { offeredIn } from './programmes';
import type { StandingGroup } from './read';

export interface AgreementForm {
  readonly key: string;
  /** A form there is already takes answers under this key. */
  readonly isOpen: boolean;
  /** It is made because an earlier one shows the group as it was. */
  readonly isFurther: boolean;
  /** Consultants, without those whose answer by an earlier form counts. */
  readonly audience: readonly Teacher[];
  readonly questions: readonly string[];
  readonly byHand: boolean;
}

interface Questions {
  readonly questions: readonly string[];
  /** Somebody has worked on them in the row. */
  readonly byHand: boolean;
}

/**
 * Tells a group's form. A further one is made where somebody is still to answer to whom the last one did not go, or whom it asks about other
 * questions than the group has now: nothing is changed in a form that somebody may have open.
 */
export function agreementForms(
  ports: Ports,
  context: Context,
  answers: AllAnswers,
): (group: StandingGroup) => {
  readonly offered: readonly string[] | undefined;
  choose(now: Questions): AgreementForm;
} {
  const { rows, unread } = ports.workbook.read(SURVEYS);
  const items = askedItems(ports);
  return (group) => {
    const first = surveyKey(context.settings.cycle, 'agreement', group.id);
    const of = [...rows, ...unread].filter(({ key = '' }) => firstKey(key) === first);
    const last = of.reduce<(typeof of)[number] | undefined>(
      (best, one) => (best === undefined || numberIn(one.key ?? '') > numberIn(best.key ?? '') ? one : best),
      undefined,
    );
    const offeredBy = (key: string): readonly string[] => offeredIn(items.get(key) ?? []);
    return {
      offered: of.length === 0 ? undefined : offeredBy(first),
      choose({ questions, byHand }) {
        const given = answers.agreements.get(group.id);
        const silent = group.consultants.filter(({ code }) => given?.has(code) !== true);
        const number = numberIn(last?.key ?? first);
        const isOpen = last?.state === 'open';
        const shown = offeredBy(furtherKey(first, number));
        const isStale =
          isOpen &&
          (silent.some(({ code }) => last.audience?.includes(code) !== true) ||
            (silent.length > 0 && !byHand && !sameQuestions(shown, questions)));
        const key = furtherKey(first, isStale ? number + 1 : number);
        const audience = group.consultants.filter(({ code }) => [undefined, key].includes(given?.get(code)?.survey));
        return { key, isOpen: isOpen && !isStale, isFurther: isStale, audience, questions, byHand };
      },
    };
  };
}

/** A form shows labels on one line, each told apart from the others; in which order does not matter. */
function sameQuestions(shown: readonly string[], questions: readonly string[]): boolean {
  const isShownAs = (question: string, label: string): boolean =>
    label === labelKey(question) || label.startsWith(`${labelKey(question)} (`);
  return (
    shown.length === questions.length &&
    questions.every((question) => shown.some((label) => isShownAs(question, label))) &&
    shown.every((label) => questions.some((question) => isShownAs(question, label)))
  );
}

/**
 * Whoever consults the group no more is asked no more either: they leave the audience of its forms, and are reminded of none. An answer that
 * has come stays. Those who are asked by a further form are reminded of that alone.
 */
export function releaseFormer(ports: Ports, context: Context, forms: readonly AgreementForm[]): void {
  const current = new Map(forms.map((form) => [firstKey(form.key), form]));
  const open = ports.workbook.read(SURVEYS).rows.filter(({ state, kind }) => state === 'open' && kind === 'agreement');
  const made = new Set(open.map(({ key }) => key));
  const answered = answeredBy(ports);
  writeAudiences(
    ports,
    context,
    open.flatMap(({ $row, key, audience: before }) => {
      const form = current.get(firstKey(key));
      // Before the further form is there, the earlier one is all they have.
      if (form === undefined || !made.has(form.key)) return [];
      const asked = key === form.key ? form.audience.map(({ code }) => code) : [];
      const audience = before.filter((code) => asked.includes(code) || answered.get(key)?.has(code) === true);
      return audience.length === before.length ? [] : [{ $row, key, audience }];
    }),
    answered,
  );
}

/** Writes whom forms are addressed to. The audience comes last: it tells the next attempt that the row is done with. */
export function writeAudiences(
  ports: Ports,
  context: Context,
  changed: readonly { readonly $row: number; readonly key: string; readonly audience: readonly string[] }[],
  answered: ReturnType<typeof answeredBy>,
): void {
  ports.workbook.patch(
    SURVEYS,
    changed.map(({ $row, key, audience }) => {
      const missing = silentNames(ports, context, audience, answered.get(key));
      return { $row, set: { missing, audienceCount: audience.length } };
    }),
  );
  ports.workbook.patch(
    SURVEYS,
    changed.map(({ $row, audience }) => ({ $row, set: { audience } })),
  );
}

// What all questionnaires share: their frame, labels that Google Forms takes, and titles that name one question only.
import type { FrameTexts, Programme } from '../programme/programme';
import { fillLines, fillTemplate, type TemplateFields } from '../programme/template';
import type { FormKind, FormSpec, ItemSpec, Option } from './form-spec';
import { CODE, CONSENT, CONSENT_SECTION } from './keys';
import { labelKey } from './labels';

/** Whose questionnaire it is. */
export interface SurveyContext {
  readonly programme: Programme;
  /** The school's name as respondents know it; the programme's stand-in when absent or empty. */
  readonly school?: string;
  /** The cycle's label: told apart by it, files of one kind lie side by side. */
  readonly cycle?: string;
}

/** Fields every questionnaire's wording may use. */
export function contextFields(context: SurveyContext): TemplateFields {
  const school = context.school?.trim() ?? '';
  return {
    school: school === '' ? context.programme.texts.schoolFallback : school,
    cycle: context.cycle?.trim() ?? '',
    programme: context.programme.title,
  };
}

/** The first letter made a capital: titles of a framework begin small, questions do not. */
export function sentence(text: string): string {
  const line = labelKey(text);
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/**
 * Options as a form can hold them: labels on one line, none empty, no two alike (a form cannot tell such answers apart, and Google
 * refuses them), no value twice. A label that had to be told apart carries its value in brackets.
 */
export function distinctOptions(options: readonly Option[]): readonly Option[] {
  const labels = new Set<string>();
  const values = new Set<string>();
  const out: Option[] = [];
  for (const { label, value } of options) {
    if (values.has(value)) continue;
    values.add(value);
    const line = labelKey(label) || value;
    let unique = line;
    for (let n = 1; labels.has(unique); n += 1) unique = n === 1 ? `${line} (${value})` : `${line} (${value}, ${n})`;
    labels.add(unique);
    out.push({ label: unique, value });
  }
  return out;
}

/** An item that would offer nothing to choose from: Google Forms refuses it, so it is not asked. */
function offersNothing(item: ItemSpec): boolean {
  if (item.type === 'choice' || item.type === 'checkbox') return item.options.length === 0;
  return (
    (item.type === 'grid' || item.type === 'checkboxGrid') && (item.rows.length === 0 || item.columns.length === 0)
  );
}

function withDistinctOptions(item: ItemSpec): ItemSpec {
  if (item.type === 'choice' || item.type === 'checkbox') return { ...item, options: distinctOptions(item.options) };
  if (item.type === 'grid' || item.type === 'checkboxGrid')
    return { ...item, rows: distinctOptions(item.rows), columns: distinctOptions(item.columns) };
  return item;
}

const asks = (item: ItemSpec): boolean => item.type !== 'section' && item.type !== 'header';

/** Questions that read alike are numbered, so that whoever looks at a table of answers can tell them apart. */
function withDistinctTitles(items: readonly ItemSpec[]): readonly ItemSpec[] {
  const taken = new Set<string>();
  return items.map((item) => {
    if (!asks(item)) return item;
    let title = labelKey(item.title);
    for (let n = 2; taken.has(title); n += 1) title = `${labelKey(item.title)} (${n})`;
    taken.add(title);
    return { ...item, title };
  });
}

/** Puts a questionnaire together. `fields` fill its frame; items come with their wording filled already. */
export function assemble(
  kind: FormKind,
  context: SurveyContext,
  frame: FrameTexts,
  fields: TemplateFields,
  items: readonly ItemSpec[],
): FormSpec {
  const all = { ...contextFields(context), ...fields };
  const cycle = all['cycle'] ?? '';
  return {
    kind,
    title: sentence(fillTemplate(frame.title, all)),
    fileName: [labelKey(fillTemplate(frame.fileName, all)), cycle].filter((part) => part !== '').join(' · '),
    description: fillLines(frame.description, all),
    confirmation: fillTemplate(frame.confirmation, all),
    collectEmail: true,
    allowEdit: true,
    items: withDistinctTitles(items.map(withDistinctOptions).filter((item) => !offersNothing(item))),
  };
}

/** The question for the staff code: identity where the e-mail fails. */
export function codeItem(context: SurveyContext): ItemSpec {
  return { key: CODE, type: 'text', title: context.programme.texts.code, required: false };
}

/**
 * The consent on a page of its own: it must be given apart from anything else (152-FZ art. 9 as amended in 2025), and its only
 * option must be chosen by the respondent, never beforehand.
 */
export function consentItems(context: SurveyContext): readonly ItemSpec[] {
  const { consent } = context.programme.texts;
  return [
    {
      key: CONSENT_SECTION,
      type: 'section',
      title: consent.title,
      help: fillTemplate(consent.text, contextFields(context)),
    },
    {
      key: CONSENT,
      type: 'choice',
      title: consent.question,
      required: true,
      options: [{ label: consent.agree, value: consent.version }],
    },
  ];
}

/** Options of a fixed set of codes, in the given order. */
export function optionsOf<K extends string>(
  labels: Readonly<Record<K, string>>,
  order: readonly K[],
): readonly Option[] {
  return order.map((value) => ({ label: labels[value], value }));
}

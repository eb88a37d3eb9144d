// Links to the published form: prefilled ones, edit links, and what a respondent finds in them.
import type { World } from '../../runtime/world';
import { chosen } from './answers';
import { allForms } from './state';
import type { Answer, FormState, ItemState } from './state';

const OTHER = '__other_option__';

/** The link respondents open. */
export function publishedUrl(form: FormState): string {
  return `https://docs.google.com/forms/d/e/${form.publishedId}/viewform`;
}

export function editUrl(formId: string): string {
  return `https://docs.google.com/forms/d/${formId}/edit`;
}

/** The link by which a submitted response can be changed. */
export function editResponseUrl(form: FormState, responseId: string): string {
  return `${publishedUrl(form)}?edit2=${responseId}`;
}

/**
 * The link with answers filled in, one `entry.<n>` per question (per row of a grid, per checkbox).
 * https://developers.google.com/apps-script/reference/forms/form-response#toPrefilledUrl()
 */
export function prefilledUrl(form: FormState, answers: Readonly<Record<string, Answer>>): string {
  const pairs: [string, string][] = [['usp', 'pp_url']];
  for (const item of form.items) {
    const answer = answers[String(item.id)];
    if (answer !== undefined) pairs.push(...entriesOf(item, answer));
  }
  const encoded = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%20', '+')}`);
  return `${publishedUrl(form)}?${encoded.join('&')}`;
}

function entriesOf(item: ItemState, answer: Answer): [string, string][] {
  if (!('required' in item)) return [];
  if ('rows' in item) {
    return item.rows.flatMap((row, index) =>
      [answer[index] ?? []].flat().map((value): [string, string] => [`entry.${row.entry}`, value]),
    );
  }
  const name = `entry.${item.entry}`;
  return [answer].flat(2).flatMap((value): [string, string][] => {
    if (value === null || value === '') return [];
    const own = 'choices' in item && item.choices.every((choice) => choice.value !== value);
    return own
      ? [
          [name, OTHER],
          [`${name}.other_option_response`, value],
        ]
      : [[name, value]];
  });
}

/** What a respondent's link says. */
export interface OpenedLink {
  formId: string;
  /** Answers already filled in, by item id, in the form `submitAsRespondent` takes. */
  answers: Record<string, unknown>;
  /** Present in a link for changing a response. */
  editResponseId?: string;
}

/**
 * Opens a respondent's link: which form it is of, and what is filled in. As in a browser, entries the form does not
 * know and choices it does not offer are left out.
 * @returns `undefined` when no form has this link
 */
export function answersFromPrefilled(world: World, url: string): OpenedLink | undefined {
  const link = new URL(url);
  const publishedId = /^\/forms\/d\/e\/([\w-]+)\/viewform$/.exec(link.pathname)?.[1];
  const form = allForms(world).find((each) => each.publishedId === publishedId);
  if (form === undefined) return undefined;
  const answers: Record<string, unknown> = {};
  for (const item of form.items) {
    const value = prefilledAnswer(item, link.searchParams);
    if (value !== undefined) answers[String(item.id)] = value;
  }
  const edited = link.searchParams.get('edit2');
  return { formId: form.id, answers, ...(edited === null ? {} : { editResponseId: edited }) };
}

function prefilledAnswer(item: ItemState, params: URLSearchParams): unknown {
  if (!('required' in item)) return undefined;
  if ('rows' in item) {
    const rows = item.rows.map((row) => {
      const columns = params.getAll(`entry.${row.entry}`).filter((value) => item.columns.includes(value));
      return item.type === 'GRID' ? (columns.at(-1) ?? null) : columns.length === 0 ? null : columns;
    });
    return rows.every((row) => row === null) ? undefined : rows;
  }
  const name = `entry.${item.entry}`;
  const values = params
    .getAll(name)
    .map((value) => (value === OTHER ? (params.get(`${name}.other_option_response`) ?? '') : value))
    .filter((value) => value !== '');
  if (!('choices' in item)) return values.at(-1);
  const known = values.filter((value) => chosen(item, [value]) !== undefined);
  return item.type === 'CHECKBOX' ? (known.length === 0 ? undefined : known) : known.at(-1);
}

// A form as plain JSON: everything a page, a snapshot or an export shows of it.
import type { World } from '../../runtime/world';
import { sectionsOf } from './navigation';
import { editResponseUrl, editUrl, publishedUrl } from './prefill';
import { formState, isQuestion } from './state';
import type { Answer, FormState, ItemState, NavigationName, QuestionState } from './state';

/** A section: its heading, what is on it, and where the form goes after it unless an answer says otherwise. */
export interface SectionView {
  /** The page break's item id; `null` for the first section. */
  id: number | null;
  title: string;
  help: string;
  items: ItemView[];
  next: { navigation: NavigationName; page?: number };
}

/** An item with its place in the form. Its fields are those of the kind it is: choices, rows, bounds, rules … */
export type ItemView = ItemState & { index: number };

export interface ResponseView {
  id: string;
  createdAt: string;
  at: string;
  email: string;
  editUrl: string;
  answers: { itemId: number; title: string; answer: Answer }[];
}

export interface FormView extends Omit<FormState, 'items' | 'responses' | 'publishedId' | 'destination'> {
  fileName: string;
  trashed: boolean;
  publishedUrl: string;
  editUrl: string;
  destination: string | null;
  sections: SectionView[];
  items: ItemView[];
  responses: ResponseView[];
}

/**
 * Everything about one form.
 * @throws ScriptError when there is no such form
 */
export function readForm(world: World, formId: string): FormView {
  const { items, responses, publishedId, destination, ...rest } = structuredClone(formState(world, formId));
  const form: FormState = { ...rest, publishedId, items, responses };
  const file = world.files.find(formId);
  const views = new Map(items.map((item, index) => [item.id, { ...item, index }]));
  const sections = sectionsOf(form);
  const questions: QuestionState[] = items.filter(isQuestion);
  return {
    ...rest,
    fileName: file?.name ?? '',
    trashed: file?.trashed ?? false,
    publishedUrl: publishedUrl(form),
    editUrl: editUrl(formId),
    destination: destination ?? null,
    sections: sections.map(({ start, items: inside }, index) => {
      const following = sections[index + 1]?.start;
      return {
        id: start?.id ?? null,
        title: start?.title ?? rest.title,
        help: start?.help ?? rest.description,
        items: inside.flatMap((item) => views.get(item.id) ?? []),
        next: {
          navigation: following?.navigation ?? 'SUBMIT',
          ...(following?.page === undefined ? {} : { page: following.page }),
        },
      };
    }),
    items: [...views.values()],
    responses: responses.map((response) => ({
      id: response.id,
      createdAt: new Date(response.createdAt).toISOString(),
      at: new Date(response.at).toISOString(),
      email: response.email,
      editUrl: editResponseUrl(form, response.id),
      answers: questions.flatMap((item) => {
        const answer = response.answers[String(item.id)];
        return answer === undefined ? [] : [{ itemId: item.id, title: item.title, answer }];
      }),
    })),
  };
}

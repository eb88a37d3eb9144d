// The product's forms, and those of the school.
import type { FormItem } from '../../domain/binding/propose';
import type { AskedItem, FormSpec, RawAnswer } from '../../domain/survey/form-spec';

/** A form as the product finds it again. */
export interface FormState {
  readonly formId: string;
  readonly url: string;
  readonly editUrl: string;
  readonly accepting: boolean;
}

/** One answer set as Forms holds it. */
export interface ResponseData {
  readonly responseId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Collected e-mail, lower-cased; '' when the form collects none. */
  readonly email: string;
  readonly answers: readonly { readonly itemId: string; readonly answer: RawAnswer }[];
}

/** What a form asks, whoever made it. */
export interface FormPicture {
  readonly formId: string;
  readonly title: string;
  readonly url: string;
  readonly editUrl: string;
  readonly collectsEmail: boolean;
  readonly items: readonly FormItem[];
}

export interface Forms {
  /** Reads a form of anybody's that the user may edit; it is never changed. A call an item and more: seldom. */
  inspect(formId: string): FormPicture | 'closed' | 'trashed';
  /** The form made earlier for this effect key, if it is there and not in the bin. */
  find(key: string): string | undefined;
  /** Makes a blank form with the effect key attached in the same call; its file lies in `folderId` (My Drive when undefined). */
  create(key: string, fileName: string, folderId: string | undefined): string;
  /**
   * Builds settings and items from where an earlier attempt stopped (items already there are kept; the last one is set again),
   * until `mayGoOn` says no. `items` is complete when `done`.
   */
  build(
    formId: string,
    spec: FormSpec,
    mayGoOn: () => boolean,
  ): { readonly done: boolean; readonly built: number; readonly items: readonly AskedItem[] };
  /** Publishes, opens for answers, and reads the state back. */
  publish(formId: string): FormState;
  /** Ids of all items there are, headings among them; undefined when the form is gone. Two service calls. */
  itemIds(formId: string): ReadonlySet<string> | undefined;
  /** Undefined when the form is gone. */
  state(formId: string): FormState | undefined;
  /** Responses submitted at or after `since` (epoch ms), or all; undefined when the form is gone. Two service calls. */
  responses(formId: string, since: number | undefined): readonly ResponseData[] | undefined;
  /** Ids of the product's forms that lie in the bin: their answers can still be read, but nobody can answer. One call. */
  inBin(): ReadonlySet<string>;
  /**
   * Deletes the responses that `isTheirs` names, and rewords what of the form's own texts `clean` changes (without it none is read); gives
   * how many responses went, undefined when the form is gone. One that `isOver` is closed where all its responses go, so that they can go
   * at once. Copies of responses in a spreadsheet that somebody attached stay.
   */
  forget(
    formId: string,
    isTheirs: (response: Omit<ResponseData, 'answers'>) => boolean,
    how: { readonly clean?: (text: string) => string; readonly isOver?: boolean },
  ): number | undefined;
  /** Puts the form's file in the bin. */
  trash(formId: string): void;
}

// What the local Workspace remembers of every form: plain JSON, and the few functions by which it is reached.
import { NotEmulated, ScriptError } from '../../runtime/service';
import type { FileRecord, World } from '../../runtime/world';

export const FORM_MIME = 'application/vnd.google-apps.form';

export type NavigationName = 'CONTINUE' | 'GO_TO_PAGE' | 'RESTART' | 'SUBMIT';
export type AlignmentName = 'LEFT' | 'CENTER' | 'RIGHT';
export type RatingIconName = 'STAR' | 'HEART' | 'THUMB_UP';

interface ItemBase {
  id: number;
  title: string;
  help: string;
}

interface QuestionBase extends ItemBase {
  required: boolean;
  /** Points in a quiz. */
  points: number;
}

/** A choice; `page` is the id of the page break that `GO_TO_PAGE` leads to. */
export interface ChoiceState {
  value: string;
  correct: boolean;
  navigation?: NavigationName;
  page?: number;
}

/** A rule for a text answer: `op` with its operands, and what the respondent reads when it is broken. */
export interface TextRule {
  op:
    | 'number'
    | 'wholeNumber'
    | 'numberBetween'
    | 'numberNotBetween'
    | 'numberEqualTo'
    | 'numberNotEqualTo'
    | 'numberGreaterThan'
    | 'numberGreaterThanOrEqualTo'
    | 'numberLessThan'
    | 'numberLessThanOrEqualTo'
    | 'email'
    | 'url'
    | 'lengthAtLeast'
    | 'lengthAtMost'
    | 'matches'
    | 'doesNotMatch'
    | 'contains'
    | 'doesNotContain';
  numbers: number[];
  pattern: string;
  help: string;
}

export interface CheckboxRule {
  op: 'atLeast' | 'atMost' | 'exactly';
  count: number;
  help: string;
}

export interface TextState extends QuestionBase {
  type: 'TEXT' | 'PARAGRAPH_TEXT';
  /** Number in prefilled links: `entry.<n>`. */
  entry: number;
  rule?: TextRule;
}
export interface ChoiceItemState extends QuestionBase {
  type: 'CHECKBOX' | 'LIST' | 'MULTIPLE_CHOICE';
  entry: number;
  choices: ChoiceState[];
  other: boolean;
  rule?: CheckboxRule;
}
export interface GridState extends QuestionBase {
  type: 'GRID' | 'CHECKBOX_GRID';
  /** Every row is a question of its own in prefilled links. */
  rows: { label: string; entry: number }[];
  columns: string[];
  rule?: { op: 'onePerColumn'; help: string };
}
export interface ScaleState extends QuestionBase {
  type: 'SCALE';
  entry: number;
  lower: number;
  upper: number;
  leftLabel: string;
  rightLabel: string;
}
export interface RatingState extends QuestionBase {
  type: 'RATING';
  entry: number;
  level: number;
  icon: RatingIconName;
}
export interface DateState extends QuestionBase {
  type: 'DATE' | 'DATETIME';
  entry: number;
  includesYear: boolean;
}
export interface TimeState extends QuestionBase {
  type: 'TIME' | 'DURATION';
  entry: number;
}
export interface SectionHeaderState extends ItemBase {
  type: 'SECTION_HEADER';
}
export interface PageBreakState extends ItemBase {
  type: 'PAGE_BREAK';
  /** Where the form goes on finishing the page BEFORE this break. */
  navigation: NavigationName;
  page?: number;
}
export interface VideoState extends ItemBase {
  type: 'VIDEO';
  url: string;
  alignment: AlignmentName;
  width?: number;
}
export interface ImageState extends ItemBase {
  type: 'IMAGE';
  /** base64; absent until one is set. */
  image?: { name: string | null; contentType: string; content: string };
  alignment: AlignmentName;
  width?: number;
}

export type QuestionState = TextState | ChoiceItemState | GridState | ScaleState | RatingState | DateState | TimeState;
export type ItemState = QuestionState | SectionHeaderState | PageBreakState | VideoState | ImageState;
export type ItemTypeName = ItemState['type'];

/** An answer as `ItemResponse.getResponse` gives it. */
export type Answer = string | (string | null)[] | (string[] | null)[];

export interface ResponseState {
  id: string;
  /** When it was first submitted and last submitted or edited, ms. */
  createdAt: number;
  at: number;
  /** The collected address; empty when the form did not collect it. */
  email: string;
  /** Who was signed in, for «one response per person»; never shown to scripts. */
  account: string;
  /** Item id → answer; questions without an answer are absent. */
  answers: Record<string, Answer>;
  destination?: { sheetId: number; row: number };
}

export type ReceiptMode = 'off' | 'always';

export interface FormState {
  id: string;
  /** The id in the link for respondents; not the file id. */
  publishedId: string;
  title: string;
  description: string;
  published: boolean;
  accepting: boolean;
  confirmation: string;
  closedMessage: string;
  collectEmail: boolean;
  allowEdits: boolean;
  limitOne: boolean;
  requireLogin: boolean;
  progressBar: boolean;
  respondAgain: boolean;
  publishingSummary: boolean;
  shuffle: boolean;
  quiz: boolean;
  receipts: ReceiptMode;
  destination?: string;
  items: ItemState[];
  responses: ResponseState[];
}

/** How forms made by scripts are born. */
export type FormBirth = 'byDate' | 'published' | 'unpublished';

interface FormsSlice {
  birth: FormBirth;
  forms: Record<string, FormState>;
}

/**
 * "Forms created by API after June 30, 2026, will be created in an unpublished state":
 * https://developers.google.com/workspace/forms/api/guides/api-changes-to-google-forms
 */
export const BORN_UNPUBLISHED_AFTER = Date.UTC(2026, 6, 1);

function slice(world: World): FormsSlice {
  return world.slice<FormsSlice>('forms', () => ({ birth: 'byDate', forms: {} }));
}

/**
 * How forms that scripts make are born from now on. The default, `byDate`, follows the announced change: published
 * until 30 June 2026 by the virtual clock, unpublished after it.
 */
export function setFormBirth(world: World, birth: FormBirth): void {
  slice(world).birth = birth;
}

/** Whether a form made now by a script is published from the start. */
export function bornPublished(world: World): boolean {
  const { birth } = slice(world);
  return birth === 'byDate' ? world.clock.now() < BORN_UNPUBLISHED_AFTER : birth === 'published';
}

/** Writes a blank form behind a file that already exists. */
export function createForm(world: World, file: { id: string }, title: string, published: boolean): FormState {
  const form: FormState = {
    id: file.id,
    publishedId: `1FAIpQLS${world.nextId(48)}`,
    title,
    description: '',
    published,
    accepting: published,
    confirmation: '',
    closedMessage: '',
    collectEmail: false,
    allowEdits: false,
    limitOne: false,
    requireLogin: false,
    progressBar: false,
    respondAgain: true,
    publishingSummary: false,
    shuffle: false,
    quiz: false,
    receipts: 'off',
    items: [],
    responses: [],
  };
  slice(world).forms[file.id] = form;
  return form;
}

export function removeForm(world: World, id: string): void {
  Reflect.deleteProperty(slice(world).forms, id);
}

export function findForm(world: World, id: string): FormState | undefined {
  const { forms } = slice(world);
  return Object.hasOwn(forms, id) ? forms[id] : undefined;
}

/** Every form, oldest first. */
export function allForms(world: World): FormState[] {
  return Object.values(slice(world).forms);
}

/** The form, or the error a script gets when the id is unknown or not its to open. */
export function formState(world: World, id: string): FormState {
  const form = findForm(world, id);
  if (form === undefined) throw unknownForm();
  return form;
}

export function unknownForm(): ScriptError {
  return new ScriptError(
    'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
  );
}

/** Whether the person may edit the form's file. */
export function mayEdit(file: FileRecord, user: string): boolean {
  const same = (email: string | undefined): boolean => email?.toLowerCase() === user.toLowerCase();
  const editing = new Set(['owner', 'organizer', 'fileOrganizer', 'writer']);
  return same(file.owner) || file.permissions.some((p) => editing.has(p.role) && same(p.emailAddress));
}

export function isQuestion(item: ItemState): item is QuestionState {
  return !['SECTION_HEADER', 'PAGE_BREAK', 'VIDEO', 'IMAGE'].includes(item.type);
}

/** The item's state as of its declared type. */
export function itemState<S extends ItemState>(form: FormState, id: number, types: readonly S['type'][]): S {
  const item = form.items.find((candidate) => candidate.id === id);
  // The text of live Apps Script for a deleted item is not documented; that it throws, is:
  // https://developers.google.com/apps-script/reference/forms/form#deleteItem(Item)
  if (item === undefined) throw new ScriptError(`Item ${id} has been deleted from the form.`);
  if (!(types as readonly string[]).includes(item.type)) throw new NotEmulated(`item ${id} read as ${types.join('/')}`);
  return item as S;
}

// A whole response: a snapshot of what was submitted, or one a script puts together.
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { accept, instance } from './arguments';
import { isBlank, unansweredRow } from './answers';
import { writeToDestination } from './destination';
import { FormItem } from './items/item';
import { ItemResponse } from './items/item-response';
import { editResponseUrl, prefilledUrl } from './prefill';
import { formState, isQuestion } from './state';
import type { Answer, ItemTypeName, QuestionState, ResponseState } from './state';
import { keepsCheckboxRule, keepsTextRule } from './validation';

const FREE: ReadonlySet<string> = new Set([
  'getId',
  'getTimestamp',
  'getRespondentEmail',
  'getItemResponses',
  'getResponseForItem',
  'withItemResponse',
]);

/** Kinds of questions whose missing answer is reported as an empty text. */
const EMPTY_TEXT: ReadonlySet<ItemTypeName> = new Set(['TEXT', 'PARAGRAPH_TEXT', 'DATE', 'TIME']);

/** https://developers.google.com/apps-script/reference/forms/form-response */
export class FormResponse extends ServiceObject {
  readonly _name = 'FormResponse';
  /** The questions of the form when this object was made, in order. */
  readonly #questions: readonly QuestionState[];
  readonly #answers: Record<string, Answer>;
  #submitted: boolean;

  /**
   * @param _stored a copy of the submitted response, or `undefined` for a new one
   * @param questions a copy of the form's questions; taken now when absent
   */
  constructor(
    readonly _world: World,
    readonly _formId: string,
    readonly _stored: ResponseState | undefined,
    questions: readonly QuestionState[] = questionsNow(_world, _formId),
  ) {
    super();
    this.#questions = questions;
    this.#answers = _stored?.answers ?? {};
    this.#submitted = _stored !== undefined;
  }
  /** Contents are read from the snapshot; only submitting and making links ask the server. */
  override get _free(): ReadonlySet<string> {
    return FREE;
  }

  /** "null if the form response has not been submitted". */
  getId(): string | null {
    return this._stored?.id ?? null;
  }
  getTimestamp(): Date | null {
    return this._stored === undefined ? null : new Date(this._stored.at);
  }
  getRespondentEmail(): string | null {
    return this._stored?.email ?? null;
  }
  /**
   * In the order of the form. A missing answer to a text, paragraph, date or time question is an empty text; of other
   * kinds it is left out. Answers to questions since deleted from the form are not among them: the list follows
   * the items of the form.
   * https://developers.google.com/apps-script/reference/forms/form-response#getItemResponses()
   */
  getItemResponses(): ItemResponse[] {
    return this.#questions.flatMap((item) => this.#responseTo(item) ?? []);
  }
  getResponseForItem(...args: [item: FormItem]): ItemResponse | null {
    accept('FormResponse.getResponseForItem', args, [instance(FormItem)]);
    const item = this.#questions.find((each) => each.id === args[0]._handle.id);
    return item === undefined ? null : (this.#responseTo(item) ?? null);
  }
  #responseTo(item: QuestionState): ItemResponse | undefined {
    const answer = this.#answers[String(item.id)] ?? (EMPTY_TEXT.has(item.type) ? '' : undefined);
    if (answer === undefined) return undefined;
    // A grid that has grown since: the new rows have no answer.
    const whole = 'rows' in item ? item.rows.map((_, index) => answer[index] ?? null) : answer;
    const { id, type, title } = item;
    return new ItemResponse({ world: this._world, formId: this._formId, id, type, title }, whole as Answer);
  }
  /** Only for a response not yet submitted; the last answer to an item counts. */
  withItemResponse(...args: [response: ItemResponse]): this {
    accept('FormResponse.withItemResponse', args, [instance(ItemResponse)]);
    if (this.#submitted) throw new NotEmulated('FormResponse.withItemResponse on a submitted response');
    const { formId, id } = args[0]._handle;
    if (formId !== this._formId) throw new NotEmulated('FormResponse.withItemResponse with an item of another form');
    this.#answers[String(id)] = args[0].getResponse();
    return this;
  }
  toPrefilledUrl(): string {
    return prefilledUrl(formState(this._world, this._formId), this.#answers);
  }
  getEditResponseUrl(): string | null {
    if (this._stored === undefined) return null;
    return editResponseUrl(formState(this._world, this._formId), this._stored.id);
  }

  /**
   * Stores the response. It fires no form-submit trigger: "calling FormResponse.submit() to submit a new form response
   * does not cause the form's submit trigger to run",
   * https://developers.google.com/apps-script/guides/triggers#restrictions
   */
  submit(): FormResponse {
    // "Throws a scripting exception if the response has already been submitted"; the text is not documented.
    if (this.#submitted) throw new ScriptError('This response has already been submitted.');
    const world = this._world;
    const form = formState(world, this._formId);
    // "If the value is set to true, the script cannot submit form responses at all":
    // https://developers.google.com/apps-script/reference/forms/form#setLimitOneResponsePerUser(Boolean)
    if (form.limitOne) throw new ScriptError('The form allows one response per user, so a script cannot submit to it.');
    if (!form.published || !form.accepting)
      throw new NotEmulated('FormResponse.submit to a form that does not accept responses');
    if (form.collectEmail) throw new NotEmulated('FormResponse.submit to a form that collects e-mail addresses');
    for (const item of form.items) if (isQuestion(item)) refuseDoubtful(item, this.#answers[String(item.id)]);
    const at = world.clock.now();
    const response: ResponseState = {
      id: newResponseId(world),
      createdAt: at,
      at,
      email: '',
      account: '',
      answers: structuredClone(this.#answers),
    };
    writeToDestination(world, form, response);
    form.responses.push(response);
    this.#submitted = true;
    return new FormResponse(world, this._formId, structuredClone(response));
  }
}

/** A copy of the form's questions as they are now. */
export function questionsNow(world: World, formId: string): QuestionState[] {
  return structuredClone(formState(world, formId).items.filter(isQuestion));
}

export function newResponseId(world: World): string {
  return `2_ABaOnu${world.nextId(52)}`;
}

/** What live Forms does with a script's response that breaks the form's own rules is not documented. */
function refuseDoubtful(item: QuestionState, answer: Answer | undefined): void {
  const what = (): NotEmulated => new NotEmulated(`FormResponse.submit that breaks the rules of «${item.title}»`);
  if (answer === undefined || isBlank(answer)) {
    if (item.required) throw what();
    return;
  }
  if ('rows' in item && item.required && unansweredRow(item, answer) !== undefined) throw what();
  if (item.type === 'CHECKBOX' && item.rule !== undefined && !keepsCheckboxRule(item.rule, answer.length)) throw what();
  if (
    (item.type === 'TEXT' || item.type === 'PARAGRAPH_TEXT') &&
    item.rule !== undefined &&
    !keepsTextRule(item.rule, String(answer))
  )
    throw what();
}

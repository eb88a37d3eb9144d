// A form's own properties: title, texts, links, and who may answer and how.
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { permissionId } from '../drive/registry';
import { accept, flag, instance, oneOf, text, texts } from './arguments';
import { writeToDestination } from './destination';
import { DestinationType } from './enums';
import { editUrl, publishedUrl } from './prefill';
import { formState, unknownForm } from './state';
import type { FormState } from './state';
import { User } from './user';

type Flag = {
  [K in keyof Required<FormState>]: FormState[K] extends boolean ? K : never;
}[keyof FormState];
type Text = 'title' | 'description' | 'confirmation' | 'closedMessage';

const FREE: ReadonlySet<string> = new Set(['getId']);

/** https://developers.google.com/apps-script/reference/forms/form */
export abstract class FormSettings extends ServiceObject {
  readonly _name = 'Form';
  constructor(
    readonly _world: World,
    readonly _id: string,
  ) {
    super();
  }
  /** The id is the handle itself; everything else is on the server. */
  override get _free(): ReadonlySet<string> {
    return FREE;
  }
  override get _on(): string {
    return this._id;
  }
  get _state(): FormState {
    return formState(this._world, this._id);
  }
  protected _touched(): this {
    this._world.files.touch(this._id);
    return this;
  }
  #setFlag(method: string, args: readonly [boolean], key: Flag): this {
    accept(`Form.${method}`, args, [flag]);
    this._state[key] = args[0];
    return this._touched();
  }
  #setText(method: string, args: readonly [string], key: Text): this {
    accept(`Form.${method}`, args, [text]);
    this._state[key] = args[0];
    return this._touched();
  }

  getId(): string {
    return this._id;
  }
  getTitle(): string {
    return this._state.title;
  }
  /** The title respondents see. The file keeps its own name. */
  setTitle(...args: [title: string]): this {
    return this.#setText('setTitle', args, 'title');
  }
  getDescription(): string {
    return this._state.description;
  }
  setDescription(...args: [description: string]): this {
    return this.#setText('setDescription', args, 'description');
  }
  getConfirmationMessage(): string {
    return this._state.confirmation;
  }
  setConfirmationMessage(...args: [message: string]): this {
    return this.#setText('setConfirmationMessage', args, 'confirmation');
  }
  /** "an empty string if no custom message is set". */
  getCustomClosedFormMessage(): string {
    return this._state.closedMessage;
  }
  setCustomClosedFormMessage(...args: [message: string]): this {
    return this.#setText('setCustomClosedFormMessage', args, 'closedMessage');
  }
  getPublishedUrl(): string {
    return publishedUrl(this._state);
  }
  getEditUrl(): string {
    return editUrl(this._id);
  }
  getSummaryUrl(): string {
    return `https://docs.google.com/forms/d/e/${this._state.publishedId}/viewanalytics`;
  }

  /** All new forms can be published and unpublished: https://developers.google.com/workspace/forms/api/guides/publish-form */
  supportsAdvancedResponderPermissions(): boolean {
    return true;
  }
  isPublished(): boolean {
    return this._state.published;
  }
  /**
   * Publishing also starts accepting responses, unpublishing stops it: "This method supersedes calls to
   * setAcceptingResponses", https://developers.google.com/apps-script/reference/forms/form#setPublished(Boolean)
   */
  setPublished(...args: [enabled: boolean]): this {
    accept('Form.setPublished', args, [flag]);
    Object.assign(this._state, { published: args[0], accepting: args[0] });
    return this._touched();
  }
  isAcceptingResponses(): boolean {
    return this._state.accepting;
  }
  /** "Throws: Error — if enabled on an unpublished form": https://developers.google.com/apps-script/reference/forms/form#setAcceptingResponses(Boolean) */
  setAcceptingResponses(...args: [enabled: boolean]): this {
    accept('Form.setAcceptingResponses', args, [flag]);
    if (args[0] && !this._state.published) throw new ScriptError('Cannot accept responses on an unpublished form.');
    this._state.accepting = args[0];
    return this._touched();
  }
  collectsEmail(): boolean {
    return this._state.collectEmail;
  }
  setCollectEmail(...args: [collect: boolean]): this {
    return this.#setFlag('setCollectEmail', args, 'collectEmail');
  }
  canEditResponse(): boolean {
    return this._state.allowEdits;
  }
  setAllowResponseEdits(...args: [enabled: boolean]): this {
    return this.#setFlag('setAllowResponseEdits', args, 'allowEdits');
  }
  hasLimitOneResponsePerUser(): boolean {
    return this._state.limitOne;
  }
  setLimitOneResponsePerUser(...args: [enabled: boolean]): this {
    return this.#setFlag('setLimitOneResponsePerUser', args, 'limitOne');
  }
  requiresLogin(): boolean {
    return this._state.requireLogin;
  }
  /** Deprecated, and "available only for forms created by Google Workspace users". */
  setRequireLogin(...args: [requireLogin: boolean]): this {
    if (this._world.edition === 'consumer') throw new NotEmulated('Form.setRequireLogin outside Google Workspace');
    return this.#setFlag('setRequireLogin', args, 'requireLogin');
  }
  hasProgressBar(): boolean {
    return this._state.progressBar;
  }
  setProgressBar(...args: [enabled: boolean]): this {
    return this.#setFlag('setProgressBar', args, 'progressBar');
  }
  hasRespondAgainLink(): boolean {
    return this._state.respondAgain;
  }
  setShowLinkToRespondAgain(...args: [enabled: boolean]): this {
    return this.#setFlag('setShowLinkToRespondAgain', args, 'respondAgain');
  }
  getShuffleQuestions(): boolean {
    return this._state.shuffle;
  }
  setShuffleQuestions(...args: [shuffle: boolean]): this {
    return this.#setFlag('setShuffleQuestions', args, 'shuffle');
  }
  isPublishingSummary(): boolean {
    return this._state.publishingSummary;
  }
  setPublishingSummary(...args: [enabled: boolean]): this {
    return this.#setFlag('setPublishingSummary', args, 'publishingSummary');
  }
  isQuiz(): boolean {
    return this._state.quiz;
  }
  /** "setting this to false causes all grading options to be removed from all questions". */
  setIsQuiz(...args: [enabled: boolean]): this {
    this.#setFlag('setIsQuiz', args, 'quiz');
    if (!args[0]) {
      for (const item of this._state.items) {
        if ('points' in item) item.points = 0;
        if ('choices' in item) for (const choice of item.choices) choice.correct = false;
      }
    }
    return this;
  }

  /**
   * Where copies of the responses go; those already given are copied at once.
   * https://developers.google.com/apps-script/reference/forms/form#setDestination(DestinationType,String)
   */
  setDestination(...args: [type: ScriptEnum, id: string]): this {
    accept('Form.setDestination', args, [oneOf(DestinationType), text]);
    const file = this._world.files.find(args[1]);
    if (file?.mimeType !== 'application/vnd.google-apps.spreadsheet') throw unknownForm();
    const form = this._state;
    form.destination = args[1];
    for (const response of form.responses) {
      delete response.destination;
      writeToDestination(this._world, form, response);
    }
    return this._touched();
  }
  #destination(): string {
    const { destination } = this._state;
    if (destination === undefined) throw new ScriptError('The form currently has no response destination.');
    return destination;
  }
  getDestinationId(): string {
    return this.#destination();
  }
  getDestinationType(): ScriptEnum {
    this.#destination();
    return DestinationType.SPREADSHEET;
  }
  /** The sheet keeps what it has: https://developers.google.com/apps-script/reference/forms/form#removeDestination() */
  removeDestination(): this {
    const form = this._state;
    delete form.destination;
    for (const response of form.responses) delete response.destination;
    return this._touched();
  }

  /** Everybody who may change the form, its owner first. */
  getEditors(): User[] {
    const file = this._world.files.find(this._id);
    const writers = file?.permissions.filter((each) => each.type === 'user' && each.role === 'writer') ?? [];
    const emails = [file?.owner, ...writers.map((each) => each.emailAddress)].filter((email) => email !== undefined);
    return [...new Set(emails)].map((email) => new User(email));
  }
  addEditor(...args: [person: string | User]): this {
    accept('Form.addEditor', args, [text], [instance(User)]);
    const email = typeof args[0] === 'string' ? args[0] : args[0]._email;
    const file = this._world.files.find(this._id);
    if (file === undefined) throw unknownForm();
    const known = file.permissions.find((each) => each.emailAddress?.toLowerCase() === email.toLowerCase());
    if (known === undefined)
      file.permissions.push({ id: permissionId(email), type: 'user', role: 'writer', emailAddress: email });
    else if (known.role !== 'owner') {
      known.role = 'writer';
      delete known.view;
    }
    return this._touched();
  }
  addEditors(...args: [emails: string[]]): this {
    accept('Form.addEditors', args, [texts]);
    for (const email of args[0]) this.addEditor(email);
    return this;
  }
  removeEditor(...args: [person: string | User]): this {
    accept('Form.removeEditor', args, [text], [instance(User)]);
    const email = (typeof args[0] === 'string' ? args[0] : args[0]._email).toLowerCase();
    const file = this._world.files.find(this._id);
    if (file === undefined) throw unknownForm();
    file.permissions = file.permissions.filter(
      (each) => each.role === 'owner' || each.emailAddress?.toLowerCase() !== email,
    );
    return this._touched();
  }
}

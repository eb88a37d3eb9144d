// Questions with choices: checkboxes, drop-down lists and radio buttons.
import { NotEmulated, ScriptEnum, ScriptError, ServiceObject } from '../../../runtime/service';
import { chosen, invalidResponse } from '../answers';
import { arrayOf, flag, instance, oneOf, orNull, text, texts } from '../arguments';
import { PageNavigationType } from '../enums';
import type { ChoiceItemState, ChoiceState, NavigationName } from '../state';
import { CheckboxValidation } from '../validation';
import { registerItemClass } from './item';
import type { ItemHandle } from './item';
import type { ItemResponse } from './item-response';
import { PageBreakItem } from './layout-items';
import { GradeableItem } from './question-item';

/** https://developers.google.com/apps-script/reference/forms/choice */
export class Choice extends ServiceObject {
  readonly _name = 'Choice';
  constructor(
    readonly _owner: ItemHandle,
    readonly _choice: ChoiceState,
  ) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  getValue(): string {
    return this._choice.value;
  }
  /** "This method only applies to questions that are part of a quiz". */
  isCorrectAnswer(): boolean {
    return this._choice.correct;
  }
  /** What choosing it does; `null` without page navigation. */
  getPageNavigationType(): ScriptEnum | null {
    const { navigation } = this._choice;
    return navigation === undefined ? null : PageNavigationType[navigation];
  }
  getGotoPage(): PageBreakItem | null {
    const { world, formId } = this._owner;
    const { page } = this._choice;
    return page === undefined ? null : new PageBreakItem({ world, formId, id: page, type: 'PAGE_BREAK' });
  }
}

abstract class ChoiceItem extends GradeableItem<ChoiceItemState> {
  protected _make(value: string, extra: Partial<ChoiceState> = {}): Choice {
    const { world, formId, id, type } = this._handle;
    return new Choice({ world, formId, id, type }, { value, correct: false, ...extra });
  }
  getChoices(): Choice[] {
    return this._state.choices.map((choice) => this._make(choice.value, { ...choice }));
  }
  setChoices(...args: [choices: Choice[]]): this {
    this._check('setChoices', args, [arrayOf(instance(Choice))]);
    return this.#set(
      args[0].map((choice) => ({ ...choice._choice })),
      'choices',
    );
  }
  setChoiceValues(...args: [values: string[]]): this {
    this._check('setChoiceValues', args, [texts]);
    return this.#set(
      args[0].map((value) => ({ value, correct: false })),
      'values',
    );
  }
  #set(choices: ChoiceState[], parameter: string): this {
    // "Throws an exception if the given array is empty"; the wording as scripts report it.
    if (choices.length === 0) throw new ScriptError(`Array is empty: ${parameter}`);
    const values = choices.map((choice) => choice.value);
    if (values.some((value) => value.trim() === '')) throw new NotEmulated(`${this._name} with a blank choice`);
    // The wording of live Forms, as scripts report it.
    if (new Set(values).size < values.length) throw new ScriptError('Questions cannot have duplicate choice values.');
    const navigating = choices.filter((choice) => choice.navigation !== undefined).length;
    // "Choices that use page navigation cannot be combined in the same item with choices that do not use page
    // navigation": https://developers.google.com/apps-script/reference/forms/list-item#createChoice(String,PageNavigationType)
    if (navigating > 0 && navigating < choices.length)
      throw new ScriptError('Choices that use page navigation cannot be combined with choices that do not.');
    const pages = this._form.items.filter((item) => item.type === 'PAGE_BREAK').map((item) => item.id);
    for (const { page } of choices)
      if (page !== undefined && !pages.includes(page)) throw new ScriptError('Invalid data updating form.');
    return this._change((state) => (state.choices = choices));
  }
}

abstract class NavigatingItem extends ChoiceItem {
  /** A choice, optionally correct (in a quiz) or leading to a page. */
  createChoice(...args: [value: string, second?: boolean | PageBreakItem | ScriptEnum]): Choice {
    this._check(
      'createChoice',
      args,
      [text],
      [text, flag],
      [text, instance(PageBreakItem)],
      [text, oneOf(PageNavigationType)],
    );
    const [value, second] = args;
    if (second === undefined) return this._make(value);
    if (typeof second === 'boolean') return this._make(value, { correct: second });
    if (second instanceof ScriptEnum) {
      if (second._value === 'GO_TO_PAGE')
        throw new NotEmulated(`${this._name}.createChoice with GO_TO_PAGE and no page`);
      return this._make(value, { navigation: second._value as NavigationName });
    }
    return this._make(value, { navigation: 'GO_TO_PAGE', page: second._handle.id });
  }
  /** "Throws an exception if the response argument does not match a valid choice for this item". */
  createResponse(...args: [response: string]): ItemResponse {
    this._check('createResponse', args, [text]);
    const picked = chosen(this._state, args)?.[0];
    if (picked === undefined) throw invalidResponse(args[0]);
    return this._answer(picked);
  }
}

/** https://developers.google.com/apps-script/reference/forms/list-item */
export class ListItem extends NavigatingItem {
  readonly _name = 'ListItem';
  protected readonly _types = ['LIST'] as const;
}

/** https://developers.google.com/apps-script/reference/forms/multiple-choice-item */
export class MultipleChoiceItem extends NavigatingItem {
  readonly _name = 'MultipleChoiceItem';
  protected readonly _types = ['MULTIPLE_CHOICE'] as const;
  hasOtherOption(): boolean {
    return this._state.other;
  }
  showOtherOption(...args: [enabled: boolean]): this {
    this._check('showOtherOption', args, [flag]);
    return this._change((state) => (state.other = args[0]));
  }
}

/** https://developers.google.com/apps-script/reference/forms/checkbox-item */
export class CheckboxItem extends ChoiceItem {
  readonly _name = 'CheckboxItem';
  protected readonly _types = ['CHECKBOX'] as const;

  createChoice(...args: [value: string, isCorrect?: boolean]): Choice {
    this._check('createChoice', args, [text], [text, flag]);
    return this._make(args[0], { correct: args[1] ?? false });
  }
  hasOtherOption(): boolean {
    return this._state.other;
  }
  showOtherOption(...args: [enabled: boolean]): this {
    this._check('showOtherOption', args, [flag]);
    return this._change((state) => (state.other = args[0]));
  }
  setValidation(...args: [validation: CheckboxValidation | null]): this {
    this._check('setValidation', args, [orNull(instance(CheckboxValidation))]);
    const rule = args[0]?._rule;
    return this._change((state) => {
      if (rule === undefined) delete state.rule;
      else state.rule = rule;
    });
  }
  clearValidation(): this {
    return this._change((state) => delete state.rule);
  }
  createResponse(...args: [responses: string[]]): ItemResponse {
    this._check('createResponse', args, [texts]);
    const picked = chosen(this._state, args[0]);
    if (picked === undefined) throw invalidResponse(args[0].join(', '));
    return this._answer(picked);
  }
}

registerItemClass('LIST', ListItem);
registerItemClass('MULTIPLE_CHOICE', MultipleChoiceItem);
registerItemClass('CHECKBOX', CheckboxItem);

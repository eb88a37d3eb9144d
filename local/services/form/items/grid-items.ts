// Grids: a question per row, one choice or several from the same columns.
import { NotEmulated, ScriptError } from '../../../runtime/service';
import { scriptGridAnswer } from '../answers';
import { instance, nestedTexts, orNull, texts, textsOrNulls } from '../arguments';
import type { GridState } from '../state';
import { CheckboxGridValidation, GridValidation } from '../validation';
import { registerItemClass } from './item';
import type { ItemResponse } from './item-response';
import { QuestionItem } from './question-item';

abstract class AnyGridItem extends QuestionItem<GridState> {
  getRows(): string[] {
    return this._state.rows.map((row) => row.label);
  }
  getColumns(): string[] {
    return [...this._state.columns];
  }
  /** "Throws an exception if the given array is empty": https://developers.google.com/apps-script/reference/forms/grid-item#setRows(String) */
  setRows(...args: [rows: string[]]): this {
    this._check('setRows', args, [texts]);
    const [labels] = args;
    this.#refuse(labels, 'rows');
    const { id, rows } = this._state;
    const kept = rows.every((row, index) => labels[index] === row.label);
    // Which old answers a renamed or moved row keeps is not documented.
    if (!kept && this._form.responses.some((response) => String(id) in response.answers))
      throw new NotEmulated(`${this._name}.setRows that changes rows people have already answered`);
    return this._change((state) => {
      state.rows = labels.map((label) => ({
        label,
        entry: rows.find((row) => row.label === label)?.entry ?? this._handle.world.nextIntId(),
      }));
    });
  }
  setColumns(...args: [columns: string[]]): this {
    this._check('setColumns', args, [texts]);
    this.#refuse(args[0], 'columns');
    return this._change((state) => (state.columns = [...args[0]]));
  }
  #refuse(labels: readonly string[], parameter: string): void {
    if (labels.length === 0) throw new ScriptError(`Array is empty: ${parameter}`);
    if (new Set(labels).size < labels.length) throw new NotEmulated(`${this._name} with ${parameter} of the same name`);
    if (labels.some((label) => label.trim() === '')) throw new NotEmulated(`${this._name} with blank ${parameter}`);
  }
  protected _setRule(rule: { op: 'onePerColumn'; help: string } | undefined): this {
    return this._change((state) => {
      if (rule === undefined) delete state.rule;
      else state.rule = rule;
    });
  }
  clearValidation(): this {
    return this._setRule(undefined);
  }
}

/** https://developers.google.com/apps-script/reference/forms/grid-item */
export class GridItem extends AnyGridItem {
  readonly _name = 'GridItem';
  protected readonly _types = ['GRID'] as const;
  setValidation(...args: [validation: GridValidation | null]): this {
    this._check('setValidation', args, [orNull(instance(GridValidation))]);
    return this._setRule(args[0]?._rule);
  }
  createResponse(...args: [responses: (string | null)[]]): ItemResponse {
    this._check('createResponse', args, [textsOrNulls]);
    return this._answer(scriptGridAnswer(this._state, args[0]));
  }
}

/** https://developers.google.com/apps-script/reference/forms/checkbox-grid-item */
export class CheckboxGridItem extends AnyGridItem {
  readonly _name = 'CheckboxGridItem';
  protected readonly _types = ['CHECKBOX_GRID'] as const;
  setValidation(...args: [validation: CheckboxGridValidation | null]): this {
    this._check('setValidation', args, [orNull(instance(CheckboxGridValidation))]);
    return this._setRule(args[0]?._rule);
  }
  createResponse(...args: [responses: (string[] | null)[]]): ItemResponse {
    this._check('createResponse', args, [nestedTexts]);
    return this._answer(scriptGridAnswer(this._state, args[0]));
  }
}

registerItemClass('GRID', GridItem);
registerItemClass('CHECKBOX_GRID', CheckboxGridItem);

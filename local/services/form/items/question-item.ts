// What all questions have: whether they must be answered, points in a quiz, and answers made by scripts.
import { NotEmulated, ScriptError } from '../../../runtime/service';
import { flag, integer } from '../arguments';
import type { Answer, QuestionState } from '../state';
import { FormItem } from './item';
import { ItemResponse } from './item-response';

export abstract class QuestionItem<S extends QuestionState> extends FormItem<S> {
  isRequired(): boolean {
    return this._state.required;
  }
  setRequired(...args: [enabled: boolean]): this {
    this._check('setRequired', args, [flag]);
    return this._change((state) => (state.required = args[0]));
  }
  /** An answer to this question for a response the script puts together. */
  protected _answer(value: Answer): ItemResponse {
    return new ItemResponse({ ...this._handle, title: this._state.title }, value);
  }
}

/** Questions a quiz can give points for (all but grids). */
export abstract class GradeableItem<S extends QuestionState> extends QuestionItem<S> {
  getPoints(): number {
    return this._state.points;
  }
  /** "Graded questions are only allowed in Quizzes": https://developers.google.com/apps-script/reference/forms/form#setIsQuiz(Boolean) */
  setPoints(...args: [points: number]): this {
    this._check('setPoints', args, [integer]);
    if (args[0] < 0) throw new ScriptError(`Invalid argument: points`);
    if (!this._form.quiz) throw new NotEmulated(`${this._name}.setPoints in a form that is not a quiz`);
    return this._change((state) => (state.points = args[0]));
  }
}

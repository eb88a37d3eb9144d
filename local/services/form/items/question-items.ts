// Text, scale, rating, date, time and duration questions.
import { ScriptError } from '../../../runtime/service';
import type { ScriptEnum } from '../../../runtime/service';
import { dateAnswer, durationAnswer, invalidResponse, timeAnswer } from '../answers';
import { date, flag, instance, integer, oneOf, orNull, text } from '../arguments';
import { RatingIconType } from '../enums';
import type { DateState, RatingIconName, RatingState, ScaleState, TextState, TimeState } from '../state';
import { ParagraphTextValidation, TextValidation } from '../validation';
import { registerItemClass } from './item';
import type { ItemResponse } from './item-response';
import { GradeableItem } from './question-item';

abstract class AnyTextItem extends GradeableItem<TextState> {
  protected abstract readonly _validation: typeof TextValidation | typeof ParagraphTextValidation;

  createResponse(...args: [response: string]): ItemResponse {
    this._check('createResponse', args, [text]);
    return this._answer(args[0]);
  }
  setValidation(...args: [validation: TextValidation | ParagraphTextValidation | null]): this {
    this._check('setValidation', args, [orNull(instance(this._validation))]);
    const rule = args[0]?._rule;
    return this._change((state) => {
      if (rule === undefined) delete state.rule;
      else state.rule = rule;
    });
  }
  clearValidation(): this {
    return this._change((state) => delete state.rule);
  }
}

/** https://developers.google.com/apps-script/reference/forms/text-item */
export class TextItem extends AnyTextItem {
  readonly _name = 'TextItem';
  protected readonly _types = ['TEXT'] as const;
  protected readonly _validation = TextValidation;
}

/** https://developers.google.com/apps-script/reference/forms/paragraph-text-item */
export class ParagraphTextItem extends AnyTextItem {
  readonly _name = 'ParagraphTextItem';
  protected readonly _types = ['PARAGRAPH_TEXT'] as const;
  protected readonly _validation = ParagraphTextValidation;
}

/** https://developers.google.com/apps-script/reference/forms/scale-item */
export class ScaleItem extends GradeableItem<ScaleState> {
  readonly _name = 'ScaleItem';
  protected readonly _types = ['SCALE'] as const;

  getLowerBound(): number {
    return this._state.lower;
  }
  getUpperBound(): number {
    return this._state.upper;
  }
  getLeftLabel(): string {
    return this._state.leftLabel;
  }
  getRightLabel(): string {
    return this._state.rightLabel;
  }
  /** The lower bound is 0 or 1, the upper 3–10: https://developers.google.com/apps-script/reference/forms/scale-item#setBounds(Integer,Integer) */
  setBounds(...args: [lower: number, upper: number]): this {
    this._check('setBounds', args, [integer, integer]);
    const [lower, upper] = args;
    if (lower !== 0 && lower !== 1) throw new ScriptError(`Invalid argument: lower`);
    if (upper < 3 || upper > 10) throw new ScriptError(`Invalid argument: upper`);
    return this._change((state) => Object.assign(state, { lower, upper }));
  }
  setLabels(...args: [lower: string, upper: string]): this {
    this._check('setLabels', args, [text, text]);
    return this._change((state) => Object.assign(state, { leftLabel: args[0], rightLabel: args[1] }));
  }
  createResponse(...args: [response: number]): ItemResponse {
    this._check('createResponse', args, [integer]);
    const { lower, upper } = this._state;
    if (args[0] < lower || args[0] > upper) throw invalidResponse(args[0]);
    return this._answer(String(args[0]));
  }
}

/** https://developers.google.com/apps-script/reference/forms/rating-item */
export class RatingItem extends GradeableItem<RatingState> {
  readonly _name = 'RatingItem';
  protected readonly _types = ['RATING'] as const;

  getRatingScaleLevel(): number {
    return this._state.level;
  }
  setRatingScaleLevel(...args: [level: number]): this {
    this._check('setRatingScaleLevel', args, [integer]);
    if (args[0] < 3 || args[0] > 10) throw new ScriptError('Invalid argument: ratingScaleLevel');
    return this._change((state) => (state.level = args[0]));
  }
  getRatingIcon(): ScriptEnum {
    return RatingIconType[this._state.icon];
  }
  setRatingIcon(...args: [icon: ScriptEnum]): this {
    this._check('setRatingIcon', args, [oneOf(RatingIconType)]);
    return this._change((state) => (state.icon = args[0]._value as RatingIconName));
  }
  createResponse(...args: [response: number]): ItemResponse {
    this._check('createResponse', args, [integer]);
    if (args[0] < 1 || args[0] > this._state.level) throw invalidResponse(args[0]);
    return this._answer(String(args[0]));
  }
}

abstract class AnyDateItem extends GradeableItem<DateState> {
  includesYear(): boolean {
    return this._state.includesYear;
  }
  setIncludesYear(...args: [enabled: boolean]): this {
    this._check('setIncludesYear', args, [flag]);
    return this._change((state) => (state.includesYear = args[0]));
  }
  createResponse(...args: [response: Date]): ItemResponse {
    this._check('createResponse', args, [date]);
    return this._answer(dateAnswer(this._state, args[0], this._handle.world.timeZone));
  }
}

/** https://developers.google.com/apps-script/reference/forms/date-item */
export class DateItem extends AnyDateItem {
  readonly _name = 'DateItem';
  protected readonly _types = ['DATE'] as const;
}

/** https://developers.google.com/apps-script/reference/forms/date-time-item */
export class DateTimeItem extends AnyDateItem {
  readonly _name = 'DateTimeItem';
  protected readonly _types = ['DATETIME'] as const;
}

/** https://developers.google.com/apps-script/reference/forms/time-item */
export class TimeItem extends GradeableItem<TimeState> {
  readonly _name = 'TimeItem';
  protected readonly _types = ['TIME'] as const;
  createResponse(...args: [hour: number, minute: number]): ItemResponse {
    this._check('createResponse', args, [integer, integer]);
    return this._answer(timeAnswer(...args));
  }
}

/** https://developers.google.com/apps-script/reference/forms/duration-item */
export class DurationItem extends GradeableItem<TimeState> {
  readonly _name = 'DurationItem';
  protected readonly _types = ['DURATION'] as const;
  createResponse(...args: [hours: number, minutes: number, seconds: number]): ItemResponse {
    this._check('createResponse', args, [integer, integer, integer]);
    return this._answer(durationAnswer(...args));
  }
}

registerItemClass('TEXT', TextItem);
registerItemClass('PARAGRAPH_TEXT', ParagraphTextItem);
registerItemClass('SCALE', ScaleItem);
registerItemClass('RATING', RatingItem);
registerItemClass('DATE', DateItem);
registerItemClass('DATETIME', DateTimeItem);
registerItemClass('TIME', TimeItem);
registerItemClass('DURATION', DurationItem);

// Validation rules of text answers, as a table.
import { ScriptError } from '../../../../local/runtime/service';
import { keepsTextRule } from '../../../../local/services/form/validation';
import type { TextValidationBuilder } from '../../../../local/services/form/validation';
import { school } from './school';

const { app } = school();

describe('text validation', () => {
  // https://developers.google.com/apps-script/reference/forms/text-validation-builder
  const table: [string, (b: TextValidationBuilder) => TextValidationBuilder, string[], string[]][] = [
    ['a number', (b) => b.requireNumber(), ['0', '-3.5', '.5'], ['', 'пять', '1e3', '1 000']],
    ['a whole number', (b) => b.requireWholeNumber(), ['7', '-7'], ['7.5', 'x']],
    ['between, ends included', (b) => b.requireNumberBetween(1, 100), ['1', '100'], ['0', '101', 'x']],
    ['not between', (b) => b.requireNumberNotBetween(1, 100), ['0', '101'], ['1', '100', 'x']],
    ['equal', (b) => b.requireNumberEqualTo(5), ['5', '5.0'], ['6', 'x']],
    ['not equal', (b) => b.requireNumberNotEqualTo(5), ['6'], ['5', 'x']],
    ['greater', (b) => b.requireNumberGreaterThan(5), ['5.1'], ['5', 'x']],
    ['greater or equal', (b) => b.requireNumberGreaterThanOrEqualTo(5), ['5'], ['4', 'x']],
    ['less', (b) => b.requireNumberLessThan(5), ['4'], ['5', 'x']],
    ['less or equal', (b) => b.requireNumberLessThanOrEqualTo(5), ['5'], ['6', 'x']],
    ['an e-mail', (b) => b.requireTextIsEmail(), ['a.b@school.example'], ['a@b', 'a b@c.d', '@c.d', 'a@@c.d']],
    ['a link', (b) => b.requireTextIsUrl(), ['https://school.example/x', 'school.example'], ['школа', 'http://']],
    ['at least so long', (b) => b.requireTextLengthGreaterThanOrEqualTo(3), ['абв'], ['аб']],
    ['at most so long', (b) => b.requireTextLengthLessThanOrEqualTo(3), ['абв', ''], ['абвг']],
    ['contains', (b) => b.requireTextContainsPattern('\\d'), ['а1'], ['а']],
    ['does not contain', (b) => b.requireTextDoesNotContainPattern('\\d'), ['а'], ['а1']],
    ['matches as a whole', (b) => b.requireTextMatchesPattern('а|бв'), ['а', 'бв'], ['абв', 'ав']],
    ['does not match as a whole', (b) => b.requireTextDoesNotMatchPattern('а|бв'), ['абв'], ['а', 'бв']],
  ];
  it.each(table)('%s', (_, make, kept, broken) => {
    const rule = make(app.createTextValidation()).build()._rule;
    if (rule === undefined) throw new Error('no rule');
    expect(kept.filter((text) => !keepsTextRule(rule, text))).toEqual([]);
    expect(broken.filter((text) => keepsTextRule(rule, text))).toEqual([]);
  });

  it('is cleared by null, by a validation without a rule, and by clearValidation', () => {
    // https://developers.google.com/apps-script/reference/forms/text-item#setValidation(TextValidation)
    const s = school();
    const item = s.form.addTextItem();
    const rule = s.app.createTextValidation().requireNumber().build();
    for (const clear of [
      () => item.setValidation(null),
      () => item.setValidation(s.app.createTextValidation().build()),
      () => item.clearValidation(),
    ]) {
      item.setValidation(rule);
      expect(item._state.rule?.op).toBe('number');
      clear();
      expect(item._state.rule).toBeUndefined();
    }
  });

  it('is of the item’s own kind', () => {
    const s = school();
    const rule = s.app.createParagraphTextValidation().requireTextLengthLessThanOrEqualTo(10).build();
    expect(() => s.form.addTextItem().setValidation(rule)).toThrow(ScriptError);
    s.form.addParagraphTextItem().setValidation(rule);
    expect(() => s.app.createTextValidation().requireNumberBetween('1' as unknown as number, 2)).toThrow(
      "The parameters (String,number) don't match the method signature for FormApp.TextValidationBuilder.requireNumberBetween.",
    );
  });
});

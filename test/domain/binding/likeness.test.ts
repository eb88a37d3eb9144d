import fc from 'fast-check';
import { Likeness, stemOf, stemsOf } from '../../../src/domain/binding/likeness';
import { VREMYA_ROSTA } from '../../../src/programmes/vremya-rosta';

const candidates = VREMYA_ROSTA.framework.competencies.map(({ id, title }) => ({ id, text: title }));
const likeness = new Likeness(candidates);

describe('stems', () => {
  it.each([
    ['таблицами', 'таблицы'],
    ['дистанционного', 'дистанционное'],
    ['презентациями', 'презентация'],
    ['формами', 'формы'],
    ['безопасности', 'безопасность'],
  ])('are the same for forms of one word: %s, %s', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b));
  });

  it('leave out words that say nothing of the subject', () => {
    expect(stemsOf('Оцените Ваш уровень владения')).toEqual([]);
  });
});

describe('the likeliest competency', () => {
  it.each([
    ['Как Вы работаете с Гугл Формами?', 'ict.forms'],
    ['Владение электронной таблицей', 'ict.spreadsheets'],
    ['Интерактивная доска/панель', 'dee.panel'],
    ['Умею вести дистанционные уроки, инструменты', 'ict.distance'],
    ['Безопасность в цифровой среде', 'ict.safety'],
    ['Мобильный класс', 'dee.mobile-class'],
    ['Презинтации (гугл)', 'ict.presentations'],
  ])('for «%s» is %s', (text, id) => {
    const match = likeness.best(text);
    expect(match?.id).toBe(id);
    expect(match?.score).toBeGreaterThanOrEqual(0.5);
  });

  it.each(['Любимое блюдо', 'Сколько Вам лет?', 'Стаж'])('is none to be trusted for «%s»', (text) => {
    expect(likeness.best(text)?.score ?? 0).toBeLessThan(0.5);
  });

  it('is the one whose title it is, for every title of every template', () => {
    for (const { id, text } of candidates) expect(likeness.best(text)?.id).toBe(id);
  });

  it('is a number from 0 to 1 for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const score = likeness.best(text)?.score ?? 0;
        return score >= 0 && score <= 1 + 1e-9;
      }),
    );
  });
});

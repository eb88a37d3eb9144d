import fc from 'fast-check';
import { levelsOf } from '../../../src/domain/binding/level-words';
import { DIGCOMPEDU } from '../../../src/programmes/digcompedu';
import { VREMYA_ROSTA } from '../../../src/programmes/vremya-rosta';

const forms = VREMYA_ROSTA.framework.competencies.find(({ id }) => id === 'ict.forms');
const [six] = DIGCOMPEDU.framework.competencies;
if (forms === undefined || six === undefined) throw new Error('no competency');

const of = (competency: typeof forms, labels: readonly string[]): (number | undefined)[] =>
  levelsOf(competency, labels).map(({ level }) => level);

describe('the level that an answer names', () => {
  it.each([
    [
      ['Не владею', 'Слабо', 'Средне', 'Хорошо', 'Отлично'],
      [0, 1, 2, 3, 4],
    ],
    [
      ['Нет', 'Иногда', 'Часто', 'Могу научить коллег'],
      [0, 2, 3, 4],
    ],
    [
      ['Не только пользуюсь, но и обучаю', 'Пользуюсь с помощью'],
      [4, 1],
    ],
    [
      ['Высокий', 'Базовый', 'Низкий'],
      [4, 2, 1],
    ],
  ])('is told by words of mastery: %j', (labels, levels) => {
    expect(of(forms, labels)).toEqual(levels);
  });

  it.each([
    [
      ['1', '2', '3', '4', '5'],
      [0, 1, 2, 3, 4],
    ],
    [
      ['0 баллов', '10 баллов'],
      [0, 4],
    ],
    [
      ['1 — не умею', '2 — учусь', '3 — умею'],
      [0, 2, 4],
    ],
  ])('is told by numbers, spread over the scale: %j', (labels, levels) => {
    expect(of(forms, labels)).toEqual(levels);
  });

  it('is told by descriptions like the competency’s own, in whatever order', () => {
    const labels = [...forms.descriptors].reverse().map((text) => text.replace(/\.$/, ''));
    expect(of(forms, labels)).toEqual([4, 3, 2, 1, 0]);
  });

  it('is told by the names of the scale', () => {
    expect(of(six, ['A1', 'B1 (интегратор)', 'C2'])).toEqual([0, 2, 5]);
  });

  it('is told by their order only when there are as many as levels, and says that it is', () => {
    const strange = ['ау', 'бэ', 'вэ', 'гэ', 'дэ'];
    expect(levelsOf(forms, strange)).toEqual(strange.map((_, level) => ({ level, why: 'order' })));
    expect(of(forms, strange.slice(0, 3))).toEqual([undefined, undefined, undefined]);
  });

  it('is never off the scale, whatever the answers', () => {
    fc.assert(
      fc.property(fc.constantFrom(forms, six), fc.array(fc.string(), { maxLength: 12 }), (competency, labels) => {
        const levels = levelsOf(competency, labels);
        return (
          levels.length === labels.length &&
          levels.every(({ level }) => level === undefined || (level >= 0 && level < competency.descriptors.length))
        );
      }),
    );
  });
});

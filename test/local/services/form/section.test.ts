// What the published form says of one section, and of who may answer it at all.
import { checkSection, FormRefusal, responsesBy, submitAsRespondent, whyClosed } from '../../../../local/services/form';
import { school } from './school';

const TEACHER = 'teacher@school.example';

it('names everything that is wrong in the section, each beside its question, and nothing of other sections', () => {
  const { world, form } = school();
  const age = form.addTextItem().setTitle('Возраст').setRequired(true);
  const grid = form.addGridItem().setTitle('Сетка').setRows(['а', 'б']).setColumns(['да']).setRequired(true);
  form.addPageBreakItem().setTitle('Дальше');
  form.addTextItem().setTitle('Потом').setRequired(true);
  const { problems, next } = checkSection(world, form.getId(), 0, { [grid.getId()]: ['да', null] });
  expect(problems.map(({ itemId, refusal }) => [itemId, refusal.code, refusal.brief])).toEqual([
    [age.getId(), 'required', 'Это обязательный вопрос'],
    [grid.getId(), 'rowRequired', 'В каждой строке нужно выбрать ответ (нет ответа в строке «б»)'],
  ]);
  expect(next).toBe(1);
});

it('goes where the chosen answer leads', () => {
  const { world, form, app } = school();
  const choice = form.addMultipleChoiceItem().setTitle('Куда?');
  const second = form.addPageBreakItem().setTitle('Второй');
  const third = form.addPageBreakItem().setTitle('Третий');
  choice.setChoices([
    choice.createChoice('третий', third),
    choice.createChoice('второй', second),
    choice.createChoice('конец', app.PageNavigationType.SUBMIT),
  ]);
  const leads = (answer: string): number | 'submit' =>
    checkSection(world, form.getId(), 0, { [choice.getId()]: answer }).next;
  expect(['третий', 'второй', 'конец', ''].map(leads)).toEqual([2, 1, 'submit', 1]);
});

it('says why a person cannot answer now, and finds what he or she answered before', () => {
  const { world, form } = school();
  const id = form.getId();
  form.addTextItem().setTitle('Имя');
  expect(whyClosed(world, id, TEACHER)).toBeUndefined();
  const response = submitAsRespondent(world, id, { Имя: 'А' }, { email: TEACHER });
  submitAsRespondent(world, id, { Имя: 'Б' }, { email: 'other@school.example' });
  expect(responsesBy(world, id, TEACHER.toUpperCase()).map((each) => each.id)).toEqual([response]);
  form.setAcceptingResponses(false);
  expect(whyClosed(world, id, TEACHER)).toBeInstanceOf(FormRefusal);
  expect(whyClosed(world, id, TEACHER)?.code).toBe('closed');
});

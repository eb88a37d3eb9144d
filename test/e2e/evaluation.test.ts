// The model of mobile groups judged by its numbers, through the real build: before and after the second cycle's survey.
import { EVALUATION, MODULES, PROFILE, SETTINGS } from '../../src/workbook/tables';
import type { Desk, Shown } from './desk';
import { askAgain } from './growth';
import { ANSWERING, invited, PEOPLE, scored } from './school';
import { deskAt, HOUR, type Stage } from './workspace';

/** Both sessions of the first cycle were held; three of the first one's people have said that it was good. */
const held: Stage = {
  name: 'held-and-said',
  after: invited,
  carryOut: (desk) => {
    desk.sleep(new Date('2026-09-08T09:30:00Z').getTime() - desk.now() + HOUR);
    desk.press('askFeedback');
    const module = desk.rows(MODULES).find(({ title }) => /формами/.test(title))?.module ?? '';
    for (const { email } of [PEOPLE.wind, PEOPLE.hail, PEOPLE.frost])
      desk.answer('feedback.consultee/1', email, {
        module,
        before: 1,
        now: 2,
        'scale:usefulness': 4,
        'scale:clarity': 4,
        'scale:practice': 4,
        'scale:pace': 4,
        again: 'no',
      });
    desk.press('processAnswers');
    // Of the other session somebody has counted the people.
    desk.type(MODULES, ({ title }) => !/формами/.test(title), 'came', '4');
    desk.workspace.save();
  },
};

const criterion = (desk: Desk, title: string): Shown<typeof EVALUATION> => desk.row(EVALUATION, { title });
const threshold = (desk: Desk, setting: string, text: string): void =>
  desk.type(SETTINGS, ({ key }) => key === setting, 'value', text);

describe('«Оценить модель групп»', () => {
  it('gives every number with its threshold, its source and its grade; what needs a second survey says so', () => {
    const desk = deskAt(held);
    const { preview, run } = desk.press('evaluateModel', { cycle: '1' });
    const deficits = desk.rows(PROFILE).filter(({ state }) => state === 'дефицит').length;
    const percent = (Math.round(6000 / deficits) / 10).toString().replace('.', ',');
    expect(criterion(desk, 'Охват дефицитов').value).toBe(`${percent} % (6 из ${String(deficits)})`);
    expect(criterion(desk, 'Посещаемость')).toMatchObject({
      // Three of four gave feedback, four of four were counted.
      value: '87,5 % (7 из 8)',
      threshold: 'хорошо от 70, плохо ниже 50',
      grade: 'хорошо',
    });
    expect(criterion(desk, 'Посещаемость').origin).toContain('По столбцу «Пришли» занятий — 1');
    expect(criterion(desk, 'Удовлетворённость участников').value).toBe('75 из 100, 3 ответа');
    expect(criterion(desk, 'Удовлетворённость консультантов')).toMatchObject({
      value: 'меньше трёх ответов (0)',
      grade: 'нет данных',
    });
    expect(criterion(desk, 'Закрыто дефицитов участников').value).toBe('после второго опроса');
    expect(criterion(desk, 'Затраты на закрытый дефицит').value).toBe('после второго опроса');
    // Two consultants an hour each and an hour before it; six consultees an hour each.
    expect(criterion(desk, 'Часы консультантов с подготовкой').value).toBe('4 чел.-ч');
    expect(criterion(desk, 'Часы участников').value).toBe('6 чел.-ч');
    expect(run.lines).toEqual(preview.lines);
  });

  it('tells what the consultees gained, by consultant and by size, once they have been asked again', () => {
    const desk = deskAt(held);
    askAgain(desk, ANSWERING);
    desk.press('evaluateModel', { cycle: '1' });
    // Forms: 1→3, 1→3, 2→3; spreadsheets: nobody.
    expect(criterion(desk, 'Закрыто дефицитов участников')).toMatchObject({ value: '50 % (3 из 6)', grade: 'хорошо' });
    expect(criterion(desk, 'Затраты на закрытый дефицит')).toMatchObject({ value: '3,33 чел.-ч', grade: 'хорошо' });
    const gain = (title: string): string => criterion(desk, title).value;
    expect(gain('Прирост участников групп')).toBe('0,83 уровня в среднем, человек: 6');
    expect(gain(`Прирост участников, консультант ${PEOPLE.birch.name}`)).toBe('1,67 уровня в среднем, человек: 3');
    expect(gain(`Прирост участников, консультант ${PEOPLE.fir.name}`)).toBe('0 уровней в среднем, человек: 3');
    expect(gain('Прирост в группах, участников: 3')).toBe('0,83 уровня в среднем, человек: 6');
    expect(criterion(desk, 'Вывод о модели мобильных групп').value).toBe('оставить');
  });

  it('follows the thresholds of the settings: change with one bad criterion, stop with two', () => {
    const desk = deskAt(held);
    const conclusion = (): string => {
      desk.press('evaluateModel', { cycle: '1' });
      return criterion(desk, 'Вывод о модели мобильных групп').value;
    };
    expect(conclusion()).toBe('оставить');
    threshold(desk, 'modelCoverage', '99; 98');
    expect(conclusion()).toBe('изменить');
    expect(criterion(desk, 'Охват дефицитов').advice).toContain('«Без группы»');
    threshold(desk, 'modelConsultees', '99; 98');
    expect(conclusion()).toBe('прекратить');
    expect(criterion(desk, 'Вывод о модели мобильных групп').advice).toContain(
      'Плохо: Охват дефицитов, Удовлетворённость участников.',
    );
    threshold(desk, 'modelStopFrom', '3');
    expect(conclusion()).toBe('изменить');
  });

  it('refuses thresholds that stand the wrong way round, naming the row', () => {
    const desk = deskAt(held);
    threshold(desk, 'modelHours', '25; 10');
    expect(desk.refusal('evaluateModel', { cycle: '1' })).toContain('человеко-часов на закрытый дефицит');
  });

  it('is refused until a session has been held', () => {
    const desk = deskAt(scored);
    expect(desk.refusal('evaluateModel', { cycle: '1' })).toContain('нет проведённых занятий');
    expect(deskAt(held).refusal('evaluateModel', { cycle: '9' })).toContain('Выберите цикл');
  });
});

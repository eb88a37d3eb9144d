// A death between two writes of one row of «Программы занятий»: the next attempt finishes the row, and does not take it for a person's work.
import { PROGRAMMES } from '../../src/workbook/tables';
import type { Desk } from '../e2e/desk';
import { agreementAsked, PEOPLE } from '../e2e/school';
import { deskAt, HOUR } from '../e2e/workspace';
import { type Choice, sweep } from './sweep';

const ANSWER = {
  ready: 'yes',
  topics: 'Тест с баллами',
  task: 'Тест из пяти вопросов',
  materials: 'https://materials.example/forms',
  slots: ['3|15:00-16:00'],
  place: 'каб. 214',
};

/** Each writing into the sheet. */
const writingsOf =
  (desk: Desk): Choice =>
  (calls) => {
    const sheet = desk.sheet(PROGRAMMES.title).getSheetId();
    return calls.flatMap(({ service, method, on }, index) =>
      service === 'Range' && method === 'setValues' && on === sheet ? [index + 1] : [],
    );
  };

function answer(desk: Desk, place: string): void {
  const group = desk.rows(PROGRAMMES).find(({ title }) => /гугл-формами/.test(title))?.group ?? '';
  desk.answer(`agreement/${group}`, PEOPLE.birch.email, { ...ANSWER, place });
}

it.each(['the first answer', 'a changed answer'])('of %s', (which) => {
  const desk = deskAt(agreementAsked);
  answer(desk, 'каб. 214');
  if (which === 'a changed answer') {
    desk.press('processAnswers');
    desk.sleep(HOUR);
    answer(desk, 'каб. 301');
  }
  const report = sweep(
    { name: which, does: { action: 'processAnswers', input: {} }, state: desk.workspace.state() },
    writingsOf(desk),
    ['death before'],
  );
  expect(report.positions).toBeGreaterThan(1);
  expect(report.failures).toEqual([]);
});

// The sample school of 61 teachers: its needs survey must give exactly the published choices, its addressed surveys the published shares.
import { join } from 'node:path';
import { parseAnswers, type Submission } from '../../examples/answers-format';
import { readTable } from '../../examples/demo/read-table';
import type { FormKind } from '../../src/domain/survey/form-spec';
import { ANSWERS, SUMMARY } from '../../src/workbook/tables';
import { ROOT } from '../root';
import type { Desk } from './desk';
import { emptyDesk } from './workspace';

const SAMPLE = join(ROOT, 'examples', 'sample-school');

let submissions: readonly Submission[];
let staff: readonly (readonly string[])[];
let desk: Desk;

/** Teachers answer one kind of form in the order of their times; the director settles the queue by the first proposal. */
function answer(kind: FormKind): void {
  for (const { email, about, answers } of submissions.filter((one) => one.kind === kind)) {
    desk.sleep(60_000);
    desk.answer(about === '' ? kind : `${kind}/${about}`, email, answers);
  }
  desk.press('processAnswers');
}

beforeAll(async () => {
  const parsed = parseAnswers(await readTable(join(SAMPLE, 'answers.csv')));
  expect(parsed.problems).toEqual([]);
  submissions = parsed.submissions;
  staff = await readTable(join(SAMPLE, 'staff.csv'));
  desk = emptyDesk();
  desk.press('setUp', { school: 'Школа № 1', programme: 'vremya-rosta', cycle: '1' });
  desk.press('importStaff', { sheet: desk.director.pasteSheet('Список', staff) });
  desk.press('sendNeeds');
  answer('needs');
  desk.director.type(ANSWERS, 'teacher', ({ state, nearest }) =>
    state === 'не опознан' && nearest !== '' ? nearest.split(' ')[0] : undefined,
  );
  desk.press('processAnswers');
}, 120_000);

const shown = (column: 'needs' | 'needsShare' | 'addressed' | 'addressedShare'): Record<string, string> =>
  Object.fromEntries(
    desk
      .rows(SUMMARY)
      .filter(({ competency }) => PUBLISHED.includes(competency))
      .map((row) => [row.competency, row[column]]),
  );
const PUBLISHED = ['ict.distance', 'ict.spreadsheets', 'ict.forms', 'ict.presentations'];

it('asks the 61 teachers of the school and not the partner’s', () => {
  expect(desk.letters().length).toBe(61);
  expect(desk.survey('needs').audienceCount).toBe('61');
});

it('counts 20, 21, 11 and 6 choices: 32,8 %, 34,4 %, 18,0 % and 9,8 % of the staff', () => {
  expect(shown('needs')).toEqual({
    'ict.distance': '20',
    'ict.spreadsheets': '21',
    'ict.forms': '11',
    'ict.presentations': '6',
  });
  expect(shown('needsShare')).toEqual({
    'ict.distance': '32,8%',
    'ict.spreadsheets': '34,4%',
    'ict.forms': '18,0%',
    'ict.presentations': '9,8%',
  });
});

it('knows who answered twice, who mistyped the address, who is a stranger, and who is silent', () => {
  const states = desk.rows(ANSWERS).map(({ state, match }) => `${state}, ${match}`);
  const count = (what: string): number => states.filter((state) => state.includes(what)).length;
  expect(count('заменён новым')).toBe(3);
  expect(count('вручную')).toBe(1);
  expect(count('по коду')).toBe(1);
  expect(count('не опознан')).toBe(1);
  expect(desk.survey('needs')).toMatchObject({ answered: '57' });
  expect(desk.survey('needs').missing.split('; ').length).toBe(4);
});

it('asks only the choosers in the addressed surveys, and finds 53, 62, 73 and 100 % of them in need', () => {
  desk.press('sendAddressed');
  expect(PUBLISHED.map((id) => desk.survey(`addressed/${id}`).audienceCount)).toEqual(['20', '21', '11', '6']);
  answer('addressed');
  const shares = shown('addressedShare');
  expect(PUBLISHED.map((id) => Math.round(Number(shares[id]?.replace('%', '').replace(',', '.'))))).toEqual([
    53, 62, 73, 100,
  ]);
}, 60_000);

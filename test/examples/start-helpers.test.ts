// What the sample school does for those who are not at a window, on the real product.
import { join } from 'node:path';
import { createLocalWorkspace } from '../../local';
import { allForms } from '../../local/services/form';
import { Director } from '../../examples/demo/director';
import { readTable } from '../../examples/demo/read-table';
import { sampleHelpers } from '../../examples/start-helpers';
import { LEVELS_TABLE } from '../../src/workbook/tables';
import { ROOT } from '../root';

const SAMPLE = join(ROOT, 'examples/sample-school');

async function setUp() {
  const workspace = createLocalWorkspace({ now: new Date('2026-09-06T22:00:00Z'), user: 'director@school.example' });
  workspace.install(join(ROOT, 'dist'));
  workspace.createSpreadsheet('Школа');
  const helpers = await sampleHelpers(workspace, SAMPLE);
  const run = (id: string): string => helpers.find((helper) => helper.id === id)?.run() ?? '';
  return { workspace, director: new Director(workspace), helpers, run };
}

it('says what to do first in a spreadsheet without the product’s sheets', async () => {
  const { helpers } = await setUp();
  for (const helper of helpers) expect(helper.run()).toMatch(/сначала выполните «Настроить таблицу…»/);
});

it('answers for all who have not answered, and leaves the answers of others as they are', async () => {
  const { workspace, director, run } = await setUp();
  director.act('setUp', { school: 'Школа № 1', programme: 'vremya-rosta', cycle: '1' });
  const staff = await readTable(join(SAMPLE, 'staff.csv'));
  director.act('importStaff', { sheet: director.pasteSheet('Список из школы', staff) });
  expect(run('answers')).toBe('Отвечать нечего: открытых форм без ответов нет.');
  director.act('sendNeeds');
  const [form] = allForms(workspace.world);
  if (form === undefined) throw new Error('no form');
  const answers = {
    'Отметьте технологии, которые Вам нужны в работе': ['Работа с гугл-формами'],
    'Ваше решение': 'Даю согласие на обработку персональных данных на этих условиях',
  };
  const mine = workspace.submitForm(form.id, answers, { email: 'romashkin.da@school.example' });
  // The sample has 61 submissions, two of them by this very person.
  expect(run('answers')).toBe('Прислано ответов: 59, форм: 1.');
  expect(form.responses.filter(({ account }) => account === 'romashkin.da@school.example').map(({ id }) => id)).toEqual(
    [mine],
  );
  expect(run('answers')).toBe('Отвечать нечего: открытых форм без ответов нет.');
  expect(run('levels')).toBe('Вписано строк: 48.');
  expect(run('levels')).toBe('Результаты уже вписаны.');
  expect(director.rows(LEVELS_TABLE)).toHaveLength(48);
  expect(run('guests')).toBe('Отвечать некому: приглашений без ответа нет.');
});

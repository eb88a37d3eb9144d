// «Самопроверка»: says what is wrong in the sheet's words, and mends what it can as a second step.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withhold } from '../../local/runtime/consent';
import { SCOPES } from '../../src/google/health';
import { MODULES, SELF_CHECK, SETTINGS, STAFF } from '../../src/workbook/tables';
import { ROOT } from '../browser';
import type { Desk, Shown } from './desk';
import { invited, needsAsked, setUp } from './school';
import { deskAt, emptyDesk } from './workspace';

type Row = Shown<typeof SELF_CHECK>;
const check = (desk: Desk, mode: 'check' | 'mend' = 'check'): Row[] => {
  desk.press('selfCheck', { mode });
  return desk.rows(SELF_CHECK);
};
const bad = (rows: readonly Row[]): string[] =>
  rows.filter(({ state }) => state !== 'в порядке').map(({ what, state }) => `${what}: ${state}`);
const of = (rows: readonly Row[], what: string): Row => {
  const row =
    rows.find((one) => one.what === what && one.state !== 'в порядке') ?? rows.find((one) => one.what === what);
  if (row === undefined) throw new Error(`no check ${what}`);
  return row;
};

it('asks for the manifest’s scopes and no other', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'appsscript.json'), 'utf8')) as { oauthScopes: string[] };
  expect([...SCOPES].sort()).toEqual([...manifest.oauthScopes].sort());
});

it('finds nothing in a school at work, and changes nothing', () => {
  const desk = deskAt(invited);
  const before = desk.rows(MODULES);
  const rows = check(desk);
  expect(bad(rows)).toEqual([]);
  expect(of(rows, 'Часы').found).toMatch(/сейчас 01\.09\.2026 09:\d\d, часовой пояс/);
  expect(rows.map(({ what }) => what)).toEqual([
    'Разрешения',
    'Ежечасная проверка',
    'Листы и столбцы',
    'Настройки и сотрудники',
    'Формы',
    'Календарь',
    'Папки на Диске',
    'Письма на сегодня',
    'Память дополнения',
    'Часы',
    'Персональные данные',
  ]);
  expect(desk.rows(MODULES)).toEqual(before);
});

it('names the permissions that were not given, and what depends on them still fails as a finding', () => {
  const desk = deskAt(setUp);
  withhold(desk.workspace.world, ['https://www.googleapis.com/auth/script.send_mail']);
  const rows = check(desk);
  expect(of(rows, 'Разрешения')).toMatchObject({ state: 'неисправность', found: 'Не дано: отправка писем.' });
  expect(of(rows, 'Разрешения').todo).toContain('поставьте все отметки');
  expect(of(rows, 'Письма на сегодня').state).toBe('неисправность');
});

it('finds missing, doubled and wrong triggers, and makes them one of each', () => {
  const desk = deskAt(setUp);
  const { ScriptApp: script } = desk.workspace.globals as { ScriptApp: typeof ScriptApp };
  const [first] = script.getProjectTriggers();
  if (first === undefined) throw new Error('no trigger');
  const lost = first.getHandlerFunction();
  script.deleteTrigger(first);
  expect(of(check(desk), 'Ежечасная проверка').found).toMatch(/Ежечасных проверок: \d, откликов на ответы: \d/);
  const preview = desk.director.ask({ method: 'preview', action: 'selfCheck', input: { mode: 'mend' } });
  expect(preview.lines[0]).toBe('Будет исправлено:');
  expect(bad(check(desk, 'mend'))).toEqual([]);
  expect(script.getProjectTriggers().map((trigger) => trigger.getHandlerFunction())).toContain(lost);
});

it('brings back a deleted sheet and a deleted column', () => {
  const desk = deskAt(setUp);
  desk.director.spreadsheet.deleteSheet(desk.sheet(MODULES.title));
  const staff = desk.sheet(STAFF.title);
  const at = (staff.getDataRange().getDisplayValues()[0] ?? []).indexOf('Должность') + 1;
  staff.deleteColumn(at);
  const rows = check(desk);
  expect(rows.filter(({ what }) => what === 'Листы и столбцы').map(({ found }) => found)).toEqual([
    'Нет листов: Расписание.',
    'На листе «Сотрудники» нет столбцов: Должность.',
  ]);
  expect(bad(check(desk, 'mend'))).toEqual([]);
});

it('finds a closed form and opens it; one in the bin it leaves to the person', () => {
  const desk = deskAt(needsAsked);
  const form = (desk.workspace.globals['FormApp'] as typeof FormApp).openById(desk.survey('needs').formId);
  form.setAcceptingResponses(false);
  expect(of(check(desk), 'Формы').found).toContain('не принимает ответы');
  expect(bad(check(desk, 'mend'))).toEqual([]);
  expect(form.isAcceptingResponses()).toBe(true);
  const drive = desk.workspace.globals['Drive'] as typeof Drive;
  drive?.Files.update({ trashed: true }, desk.survey('needs').formId);
  expect(of(check(desk, 'mend'), 'Формы')).toMatchObject({
    state: 'неисправность',
    todo: expect.stringContaining('из корзины') as string,
  });
});

it('sees a calendar that is gone and one that lives in another time zone', () => {
  const desk = deskAt(invited);
  const calendar = desk.workspace.globals['Calendar'] as typeof Calendar;
  const own = calendar?.CalendarList.list().items?.find(({ primary }) => primary !== true)?.id ?? '';
  calendar?.Calendars.patch({ timeZone: 'Europe/Moscow' }, own);
  expect(of(check(desk), 'Календарь').found).toContain('Europe/Moscow');
  for (const { id = '' } of calendar?.Events.list(own).items ?? [])
    calendar?.Events.remove(own, id, { sendUpdates: 'none' });
  calendar?.Calendars.remove(own);
  expect(of(check(desk), 'Календарь').found).toBe('Календарь программы удалён.');
});

it('names a setting that cannot be read and a missing term of keeping data', () => {
  const desk = deskAt(setUp);
  desk.set('retentionMonths', '0');
  expect(of(check(desk), 'Персональные данные').found).toBe('Срок хранения данных не задан.');
  desk.set('groupMost', 'много');
  expect(of(check(desk), 'Настройки и сотрудники')).toMatchObject({ state: 'неисправность' });
  expect(desk.row(SETTINGS, { key: 'groupMost' }).value).toBe('много');
});

it('works before anything is set up', () => {
  const desk = emptyDesk();
  expect(desk.director.ask({ method: 'preview', action: 'selfCheck', input: {} }).lines.join(' ')).toContain(
    'Нет листов',
  );
  const rows = check(desk);
  expect(of(rows, 'Листы и столбцы').state).toBe('неисправность');
});

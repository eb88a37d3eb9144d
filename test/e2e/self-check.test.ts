// «Самопроверка»: says what is wrong in the sheet's words, and mends what it can as a second step.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withhold } from '../../local/runtime/consent';
import { SCOPES } from '../../src/google/withheld';
import {
  COMMUNITIES,
  MASTERY,
  MODULES,
  PAIRS,
  SELF_CHECK,
  SETTINGS,
  STAFF,
  SURVEYS,
  WISHES,
} from '../../src/workbook/tables';
import { ROOT } from '../root';
import { twice } from './death';
import type { Desk, Shown } from './desk';
import { invited, needsAsked, setUp } from './school';
import { DAY, deskAt, emptyDesk, HOUR, type Stage } from './workspace';

type Row = Shown<typeof SELF_CHECK>;
const check = (desk: Desk, mode: 'check' | 'mend' = 'check'): Row[] => {
  desk.press('selfCheck', { mode });
  return desk.rows(SELF_CHECK);
};
const bad = (rows: readonly Row[]): string[] =>
  rows.filter(({ state }) => state !== 'в порядке').map(({ what, state }) => `${what}: ${state}`);
/** Invited, with a bank. */
const banked: Stage = {
  name: 'banked',
  after: invited,
  carryOut: (desk) => {
    desk.press('setUpBank');
  },
};
const titles = (rows: readonly Row[]): string[] =>
  [...new Set(rows.flatMap(({ what, state }) => (state === 'в порядке' ? [] : [what])))].sort();
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
    'Учётная запись',
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

describe('Google says of the triggers what nobody has heard before', () => {
  /** From the call on that `from` counts, when it is set. */
  function unheard(stage: Stage): { readonly desk: Desk; readonly trouble: { from: number; to: number } } {
    const trouble = { from: Infinity, to: Infinity };
    let asked = 0;
    const desk = deskAt(stage, {
      faults: ({ execution, method }) => {
        if (execution === 0 || method !== 'getProjectTriggers' || trouble.from === Infinity) return undefined;
        asked += 1;
        return asked >= trouble.from && asked <= trouble.to ? { when: 'before', error: 'Нечто невиданное' } : undefined;
      },
    });
    return { desk, trouble };
  }

  it('always: tells when the hourly check last worked, and the other checks go on', () => {
    const { desk, trouble } = unheard(needsAsked);
    desk.wait(2 * HOUR);
    trouble.from = 1;
    const rows = check(desk);
    expect(titles(rows)).toEqual(['Ежечасная проверка']);
    expect(of(rows, 'Ежечасная проверка')).toMatchObject({
      state: 'внимание',
      found: expect.stringMatching(
        /^Google не сказал, включена ли ежечасная проверка: Нечто невиданное\. Последний раз она сработала 01\.09\.2026 /,
      ) as string,
      todo: expect.stringMatching(/^Проверьте снова через час\..*«Триггеры»/) as string,
    });
    desk.sleep(5 * HOUR);
    expect(of(check(desk), 'Ежечасная проверка').state).toBe('неисправность');
  });

  it('once: it is asked again', () => {
    const { desk, trouble } = unheard(needsAsked);
    // The preview has asked, too.
    Object.assign(trouble, { from: 2, to: 2 });
    expect(bad(check(desk))).toEqual([]);
  });

  it('while it mends: everything else is mended, and what Google said is told', () => {
    const { desk, trouble } = unheard(banked);
    const { ScriptApp: script, Drive: drive } = desk.workspace.globals as {
      ScriptApp: typeof ScriptApp;
      Drive: NonNullable<typeof Drive>;
    };
    for (const trigger of script.getProjectTriggers()) script.deleteTrigger(trigger);
    const folder = desk.files().find(({ mimeType, name }) => mimeType.endsWith('.folder') && /банк/i.test(name));
    drive.Files.update({ trashed: true }, folder?.id ?? '');
    // The preview looks once, so does the mending to see what is to be mended.
    trouble.from = 3;
    const { run } = desk.press('selfCheck', { mode: 'mend' });
    expect(run.state).toBe('done');
    expect(run.lines).toContainEqual(expect.stringMatching(/^Google не дал включить ежечасную проверку: Нечто/));
    expect(of(desk.rows(SELF_CHECK), 'Папки на Диске').state).toBe('в порядке');
    trouble.from = Infinity;
    expect(bad(check(desk, 'mend'))).toEqual([]);
    expect(script.getProjectTriggers()).toHaveLength(2);
  });
});

it('says since when the hourly check is silent though its trigger is there, and switches it on anew', () => {
  const desk = deskAt(needsAsked);
  desk.wait(2 * HOUR);
  expect(bad(check(desk))).toEqual([]);
  desk.sleep(3 * DAY);
  const silent = of(check(desk), 'Ежечасная проверка');
  expect(silent).toMatchObject({ state: 'внимание' });
  expect(silent.found).toMatch(/молчит с 01\.09\.2026 1[01]:/);
  const before = desk.workspace.triggers.map(({ uid }) => uid);
  expect(bad(check(desk, 'mend'))).toEqual([]);
  const after = desk.workspace.triggers.map(({ uid }) => uid);
  expect(after.length).toBe(2);
  expect(after.filter((id) => before.includes(id))).toEqual([]);
});

it('does not call a workbook silent that has just been set up, but does when nothing comes after', () => {
  const desk = deskAt(setUp);
  desk.sleep(2 * HOUR);
  expect(bad(check(desk))).toEqual([]);
  desk.sleep(2 * HOUR);
  expect(bad(check(desk))).toEqual(['Ежечасная проверка: внимание']);
});

it('of more forms than it can look into says how many it did, and looks at the newest', () => {
  const desk = deskAt(needsAsked);
  const sheet = desk.sheet(SURVEYS.title);
  const [headings = [], row = []] = sheet.getDataRange().getValues() as string[][];
  const [key, formId] = (['key', 'formId'] as const).map((of) => headings.indexOf(SURVEYS.columns[of].title));
  const more = Array.from({ length: 79 }, (_u, n) =>
    row.map((cell, at) => (at === key ? `1/needs/X-${String(n)}` : cell)),
  );
  sheet.getRange(3, 1, more.length, row.length).setValues(more);
  expect(of(check(desk), 'Формы').found).toBe(
    'Открытых форм: 80. Проверено последних: 60, все доступны и принимают ответы.',
  );
  sheet.getRange(sheet.getLastRow(), (formId ?? 0) + 1).setValue('form_that_is_not_there');
  const found = check(desk).flatMap(({ what, found }) => (what === 'Формы' ? [found] : []));
  expect(found).toEqual([expect.stringContaining('больше нет'), 'Открытых форм: 80. Проверено последних: 60.']);
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

it('calls a column that workbooks made earlier do not have new, not lost, and adds it', () => {
  const desk = deskAt(setUp);
  const later = [PAIRS, COMMUNITIES, MASTERY].map(({ title, columns }) => [title, columns.written.title] as const);
  for (const [title, heading] of [...later, [MODULES.title, MODULES.columns.people.title] as const]) {
    const sheet = desk.sheet(title);
    sheet.deleteColumn((sheet.getDataRange().getDisplayValues()[0] ?? []).indexOf(heading) + 1);
  }
  const rows = check(desk).filter(({ what }) => what === 'Листы и столбцы');
  expect(rows.map(({ found }) => found)).toEqual([
    expect.stringMatching(
      /^Появились новые столбцы.*Наставнические пары, Сообщества \(ПОС\), Уровни мастерства, Расписание/,
    ),
  ]);
  expect(rows.map(({ todo }) => todo).join()).not.toMatch(/История версий/);
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
  expect(bad(check(desk, 'mend'))).toEqual([]);
  expect(calendar?.Calendars.get(own).timeZone).toBe('Asia/Novokuznetsk');
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

describe('two things wrong at once', () => {
  const globals = (
    desk: Desk,
  ): { ScriptApp: typeof ScriptApp; FormApp: typeof FormApp; Drive: typeof Drive; Calendar: typeof Calendar } =>
    desk.workspace.globals as never;
  const own = (desk: Desk): string =>
    globals(desk)
      .Calendar?.CalendarList.list()
      .items?.find(({ primary }) => primary !== true)?.id ?? '';
  /** Each spoils one thing; [how it is called, what remains of it after mending]. */
  const WRONG: Readonly<Record<string, readonly [spoil: (desk: Desk) => void, what: string, remains: boolean]>> = {
    permission: [
      (desk) => withhold(desk.workspace.world, ['https://www.googleapis.com/auth/calendar.freebusy']),
      'Разрешения',
      true,
    ],
    triggers: [
      (desk) => {
        const { ScriptApp: script } = globals(desk);
        for (const trigger of script.getProjectTriggers()) script.deleteTrigger(trigger);
      },
      'Ежечасная проверка',
      false,
    ],
    sheet: [(desk) => desk.director.spreadsheet.deleteSheet(desk.sheet(WISHES.title)), 'Листы и столбцы', false],
    setting: [(desk) => desk.set('groupMost', 'много'), 'Настройки и сотрудники', true],
    form: [
      (desk) => globals(desk).FormApp.openById(desk.survey('self').formId).setAcceptingResponses(false),
      'Формы',
      false,
    ],
    calendar: [
      (desk) => globals(desk).Calendar?.Calendars.patch({ timeZone: 'Europe/Moscow' }, own(desk)),
      'Календарь',
      false,
    ],
    folder: [
      (desk) => {
        const folder = desk.files().find(({ mimeType, name }) => mimeType.endsWith('.folder') && /банк/i.test(name));
        globals(desk).Drive?.Files.update({ trashed: true }, folder?.id ?? '');
      },
      'Папки на Диске',
      false,
    ],
    letters: [
      (desk) =>
        desk.workspace.world.spend('mail.recipients', desk.workspace.quota('mail.recipients') - 5, 'другой скрипт'),
      'Письма на сегодня',
      true,
    ],
    store: [
      (desk) => {
        const properties = (
          desk.workspace.globals['PropertiesService'] as typeof PropertiesService
        ).getDocumentProperties();
        for (let n = 0; n < 48; n++) properties.setProperty(`чужое ${String(n)}`, 'x'.repeat(9000));
      },
      'Память дополнения',
      true,
    ],
    clock: [(desk) => void desk.director.spreadsheet.setSpreadsheetLocale('en_US'), 'Часы', true],
    term: [(desk) => desk.set('retentionMonths', '0'), 'Персональные данные', true],
  };
  const all = Object.entries(WRONG);
  const HALF = Math.ceil(all.length / 2);
  /** Each is in one pair at least. */
  const PAIRS = all.slice(0, HALF).map((one, index) => [one, all[(index + HALF) % all.length] ?? one] as const);

  it.each(PAIRS.map(([one, other]) => [one[0], other[0], one[1], other[1]] as const))(
    '%s and %s: both are told with what to do, nothing else is, and mending leaves what only a person can mend',
    (_one, _other, ...wrong) => {
      const desk = deskAt(banked);
      for (const [spoil] of wrong) spoil(desk);
      expect(titles(check(desk))).toEqual(wrong.map(([, what]) => what).sort());
      for (const { state, todo } of desk.rows(SELF_CHECK))
        if (state !== 'в порядке') expect(todo).toMatch(/[а-яё]{4}/i);
      const left = wrong.flatMap(([, what, remains]) => (remains ? [what] : []));
      expect(titles(check(desk, 'mend'))).toEqual(left.sort());
    },
  );
});

it('works before anything is set up', () => {
  const desk = emptyDesk();
  expect(desk.director.ask({ method: 'preview', action: 'selfCheck', input: {} }).lines.join(' ')).toContain(
    'Нет листов',
  );
  const rows = check(desk);
  expect(of(rows, 'Листы и столбцы').state).toBe('неисправность');
});

it('of a school of many forms and folders takes no execution near its limit, and asks Drive for all folders at once', () => {
  const desk = deskAt(banked, { latency: 'typical' });
  const [survey] = desk.rows(SURVEYS);
  desk.director.addRows(
    SURVEYS,
    Array.from({ length: 70 }, (_u, n) => ({
      ...survey,
      key: `1/agreement/Г-${String(n + 10)}`,
      kind: 'согласование',
    })),
  );
  const calls = desk.workspace.calls.length;
  const executions = desk.workspace.executions.length;
  for (const mode of ['check', 'mend'] as const)
    for (
      let run = desk.director.ask({ method: 'start', action: 'selfCheck', input: { mode } });
      run.state === 'running';
    )
      run = desk.director.ask({ method: 'pump', run: run.run });
  const asked = desk.workspace.calls
    .slice(calls)
    .filter(({ service, method }) => `${service}.${method}` === 'Drive.Files.get');
  expect(asked).toEqual([]);
  const ran = desk.workspace.executions.slice(executions);
  expect(Math.max(...ran.map(({ startedAt, endedAt }) => endedAt - startedAt))).toBeLessThan(4.5 * 60_000);
}, 60_000);

it('takes a bank out of the bin by its outer folder, and asks Drive for none of those within by itself', () => {
  const desk = deskAt(banked);
  const { Drive: drive } = desk.workspace.globals as { Drive: NonNullable<typeof Drive> };
  const isFolder = ({ mimeType, trashed }: { mimeType: string; trashed?: boolean }): boolean =>
    mimeType.endsWith('.folder') && trashed !== true;
  const folders = desk.files().filter(isFolder).length;
  const bank = desk.files().find((file) => isFolder(file) && /банк/i.test(file.name));
  drive.Files.update({ trashed: true }, bank?.id ?? '');
  const since = desk.workspace.calls.length;
  desk.press('selfCheck', { mode: 'mend' });
  const made = desk.workspace.calls.slice(since).filter(({ execution }) => execution > 0);
  const count = (of: string): number => made.filter(({ service, method }) => `${service}.${method}` === of).length;
  expect([count('Drive.Files.get'), count('Drive.Files.update')]).toEqual([0, 1]);
  expect(folders).toBeGreaterThan(10);
  expect(of(desk.rows(SELF_CHECK), 'Папки на Диске').state).toBe('в порядке');
});

it('opens each form once', () => {
  const desk = deskAt(invited);
  const since = desk.workspace.calls.length;
  desk.press('selfCheck', { mode: 'check' });
  const opened = desk.workspace.calls
    .slice(since)
    .filter(({ execution, method }) => execution > 0 && method === 'openById')
    .map(({ execution, args }) => `${String(execution)} ${String(args[0])}`);
  expect(opened.length).toBeGreaterThan(1);
  expect(twice(opened)).toEqual([]);
});

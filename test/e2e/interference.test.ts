// People change what the product made, press at once, open it under another account; Google's triggers come twice or never.
import { ANSWERS, GROUPS, JOURNAL, SELF_CHECK, STAFF } from '../../src/workbook/tables';
import { addressees, twice } from './death';
import type { Desk } from './desk';
import {
  ANSWERING,
  csv,
  grouped,
  needsAsked,
  needsOf,
  OWN,
  PEOPLE,
  SET_UP,
  STAFF_ROWS,
  setUp,
  staffed,
} from './school';
import { DAY, deskAt, HOUR } from './workspace';

const columnAt = (desk: Desk, table: { title: string }, heading: string): number =>
  (desk.sheet(table.title).getDataRange().getDisplayValues()[0] ?? []).indexOf(heading) + 1;
const formOf = (desk: Desk): GoogleAppsScript.Forms.Form =>
  (desk.workspace.globals['FormApp'] as typeof FormApp).openById(desk.survey('needs').formId);

describe('a sheet', () => {
  it('without a column that is needed: its name and the cure are told, and the set-up brings it back', () => {
    const desk = deskAt(grouped);
    desk.sheet(GROUPS.title).deleteColumn(columnAt(desk, GROUPS, GROUPS.columns.role.title));
    expect(desk.refusal('publishGroups')).toMatch(/На листе «Группы» не хватает столбца: .*Роль.*недостающее появится/);
    desk.press('setUp', SET_UP);
    expect(columnAt(desk, GROUPS, GROUPS.columns.role.title)).toBeGreaterThan(0);
    // The data of that column is lost, and that is told by row, not by a crash.
    expect(desk.refusal('publishGroups')).toMatch(/строка 2/i);
    desk.sheet(GROUPS.title).deleteRows(2, desk.rows(GROUPS).length);
    desk.press('formGroups');
    expect(desk.press('publishGroups').run.state).toBe('done');
  });

  it('with its headings retyped is read as ever', () => {
    const desk = deskAt(staffed);
    desk
      .sheet(STAFF.title)
      .getRange(1, 1, 1, 3)
      .setValues([['Табельный', 'Кто', 'Почта']]);
    expect(desk.press('sendNeeds').run.state).toBe('done');
    expect(addressees(desk)).toEqual(OWN.map(({ email }) => email));
  });

  it('hidden, and with hidden columns and rows, is read and written as ever', () => {
    const desk = deskAt(staffed);
    const sheet = desk.sheet(STAFF.title);
    sheet.hideColumns(columnAt(desk, STAFF, STAFF.columns.email.title));
    sheet.hideRows(3, 2);
    desk.sheet(ANSWERS.title).hideSheet();
    expect(desk.press('sendNeeds').run.state).toBe('done');
    expect(addressees(desk)).toEqual(OWN.map(({ email }) => email));
    const [someone] = ANSWERING;
    desk.answer('needs', someone?.email ?? '', needsOf(someone ?? PEOPLE.hail));
    desk.press('processAnswers');
    expect(desk.rows(ANSWERS).map(({ state }) => state)).toEqual(['учтён']);
  });

  it('with rows deleted between preview and start is acted on as it stands then', () => {
    const desk = deskAt(grouped);
    desk.director.ask({ method: 'preview', action: 'publishGroups', input: {} });
    const rows = desk.rows(GROUPS);
    const first = rows[0]?.group ?? '';
    rows.forEach(({ group, role }, index) => {
      if (group === first && role === 'консультант') desk.sheet(GROUPS.title).deleteRow(index + 2);
    });
    const reply = desk.call({ method: 'start', action: 'publishGroups', input: {} });
    expect(reply.ok ? reply.value.state : 'refused').toBe('failed');
    expect(reply.ok ? reply.value.lines.join() : '').toMatch(/консультант/);
    expect(desk.rows(GROUPS).map(({ state }) => state)).not.toContain('опубликована');
  });

  it('sorted between preview and start gives the same groups', () => {
    const desk = deskAt(grouped);
    const before = desk.rows(GROUPS).map(({ group, teacher }) => `${group} ${teacher}`);
    desk.director.ask({ method: 'preview', action: 'publishGroups', input: {} });
    const at = columnAt(desk, GROUPS, GROUPS.columns.teacher.title);
    desk.sheet(GROUPS.title).sort(at, false);
    const reply = desk.call({ method: 'start', action: 'publishGroups', input: {} });
    expect(reply.ok && reply.value.state).toBe('done');
    expect(
      desk
        .rows(GROUPS)
        .map(({ group, teacher }) => `${group} ${teacher}`)
        .sort(),
    ).toEqual([...before].sort());
  });

  it('with text in a number column and merged cells: the row is named, everybody else gets the letter', () => {
    const desk = deskAt(staffed);
    const sheet = desk.sheet(STAFF.title);
    sheet.getRange(2, columnAt(desk, STAFF, STAFF.columns.maxAsConsultant.title)).setValue('сколько угодно');
    sheet.getRange(2, 2, 2, 1).merge();
    const { preview } = desk.press('sendNeeds');
    expect(preview.warnings.join('\n')).toMatch(/строка 2[\s\S]*сколько угодно/);
    expect(preview.warnings.join('\n')).toMatch(/строка 3/);
    expect(addressees(desk)).toEqual(OWN.slice(2).map(({ email }) => email));
  });
});

describe('a form', () => {
  it('whose questions were retitled, moved and partly deleted: what was answered is read by its items', () => {
    const desk = deskAt(needsAsked);
    const [someone, other] = ANSWERING;
    if (someone === undefined || other === undefined) throw new Error('nobody');
    desk.answer('needs', someone.email, needsOf(someone));
    const form = formOf(desk);
    const items = form.getItems();
    items[0]?.setTitle('Совсем другой вопрос');
    form.moveItem(items.length - 1, 0);
    form.addTextItem().setTitle('Вопрос от завуча');
    desk.press('processAnswers');
    expect(desk.rows(ANSWERS).map(({ state }) => state)).toEqual(['учтён']);
    expect(desk.survey('needs').answered).toBe('1');
  });

  it('whose answers somebody sent to a sheet, and then no longer: all are read, once each', () => {
    const desk = deskAt(needsAsked);
    const [someone, other] = ANSWERING;
    if (someone === undefined || other === undefined) throw new Error('nobody');
    const { DestinationType } = desk.workspace.globals['FormApp'] as typeof FormApp;
    formOf(desk).setDestination(DestinationType.SPREADSHEET, desk.director.spreadsheet.getId());
    desk.answer('needs', someone.email, needsOf(someone));
    formOf(desk).removeDestination();
    desk.answer('needs', other.email, needsOf(other));
    desk.press('processAnswers');
    expect(desk.rows(ANSWERS).map(({ state }) => state)).toEqual(['учтён', 'учтён']);
    expect(desk.survey('needs').answered).toBe('2');
  });

  it('put into the bin is named with what is lost, and a new one is made at the next press', () => {
    const desk = deskAt(needsAsked);
    const lost = desk.survey('needs').formId;
    (desk.workspace.globals['Drive'] as typeof Drive)?.Files.update({ trashed: true }, lost);
    const { run } = desk.press('processAnswers');
    expect(run.lines.join('\n')).toMatch(/корзин/);
    expect(desk.survey('needs').state).toBe('форма не найдена');
    desk.press('sendNeeds');
    expect(desk.survey('needs')).toMatchObject({ state: 'идёт' });
    expect(desk.survey('needs').formId).not.toBe(lost);
  });
});

it.each(['bin', 'gone'] as const)(
  'a folder of the bank put %s by a person: what is filed next finds a place, and the self-check says what to do',
  (how) => {
    const desk = deskAt(staffed);
    desk.press('setUpBank');
    const drive = desk.workspace.globals['Drive'] as typeof Drive;
    const folders = desk.files().filter(({ mimeType, name }) => mimeType.endsWith('.folder') && /банк/i.test(name));
    for (const { id } of folders)
      if (how === 'bin') drive?.Files.update({ trashed: true }, id);
      else
        try {
          drive?.Files.remove(id);
        } catch {
          // Went with the folder it lay in.
        }
    desk.press('selfCheck', { mode: 'check' });
    expect(desk.row(SELF_CHECK, { what: 'Папки на Диске' })).toMatchObject({
      state: 'внимание',
      todo: expect.stringMatching(/исправить, что можно/) as string,
    });
    desk.press('selfCheck', { mode: 'mend' });
    expect(desk.row(SELF_CHECK, { what: 'Папки на Диске' }).state).toBe('в порядке');
    expect(desk.press('setUpBank').run.state).toBe('done');
    const file = { name: 'x.txt', contentType: 'text/plain', base64: 'eA==' };
    const { run } = desk.press('fileResources', {
      resources: [{ title: 'Памятка', kind: 'other', competency: 'ict.forms', file }],
    });
    expect(run.state).toBe('done');
    const filed = desk.files().find(({ name }) => name === 'x.txt');
    const parents = desk.files().filter(({ id }) => filed?.parents.includes(id));
    expect(parents.map(({ trashed }) => trashed)).toEqual([false]);
  },
);

describe('two people', () => {
  it('press at once: the second is told to wait a minute, and nothing of it happens', () => {
    const desk = deskAt(staffed);
    const release = desk.workspace.holdLock('document');
    const reply = desk.call({ method: 'start', action: 'sendNeeds', input: {} });
    expect(reply.ok ? '' : reply.problems[0]?.text).toMatch(/Таблица сейчас занята.*Подождите минуту/);
    expect(desk.letters()).toEqual([]);
    release();
    desk.press('sendNeeds');
    expect(addressees(desk)).toEqual(OWN.map(({ email }) => email));
  });

  it('with different accounts: the other one cannot go on with a run, is told whose it is, and may stop it', () => {
    let broken = true;
    const desk = deskAt(staffed, {
      faults: ({ method }) =>
        broken && method === 'sendEmail' ? { when: 'before', error: 'Service unavailable' } : undefined,
    });
    desk.press('sendNeeds');
    const run = desk.home().running?.run ?? '';
    desk.workspace.world.user = 'other@school.example';
    broken = false;
    const reply = desk.call({ method: 'pump', run });
    expect(reply.ok ? '' : reply.problems[0]?.text).toMatch(/начал другой пользователь \(director@school\.example\)/);
    expect(desk.letters()).toEqual([]);
    expect(desk.director.ask({ method: 'stop', run }).state).toBe('stopped');
  });
});

describe('triggers', () => {
  const [someone] = ANSWERING;
  if (someone === undefined) throw new Error('nobody');
  const answered = (desk: Desk): unknown => [desk.rows(ANSWERS).length, desk.survey('needs').answered];

  it('of a submitted form missed, doubled, without an event and before the answer: it is counted once', () => {
    const desk = deskAt(needsAsked);
    desk.workspace.run('onFormSubmitted');
    desk.answer('needs', someone.email, needsOf(someone));
    desk.sleep(4 * HOUR);
    for (const event of [undefined, {}, { values: [] }]) desk.workspace.run('onFormSubmitted', event);
    expect(answered(desk)).toEqual([1, '1']);
    desk.sleep(4 * HOUR);
    desk.workspace.run('onHeartbeat');
    expect(answered(desk)).toEqual([1, '1']);
  });

  it('of the clock twice at once: the second finds the table busy and does no harm', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', someone.email, needsOf(someone));
    desk.sleep(4 * HOUR);
    const release = desk.workspace.holdLock('document');
    desk.workspace.run('onHeartbeat');
    expect(desk.rows(ANSWERS)).toEqual([]);
    release();
    desk.workspace.run('onHeartbeat');
    desk.workspace.run('onHeartbeat');
    expect(answered(desk)).toEqual([1, '1']);
  });

  it('of the clock late by a day, then in time: nothing is lost', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', someone.email, needsOf(someone));
    desk.sleep(DAY + HOUR);
    desk.wait(HOUR);
    expect(answered(desk)).toEqual([1, '1']);
  });

  it('switched off: everything works by its buttons, and the set-up switches them on again, once each', () => {
    const desk = deskAt(needsAsked);
    const script = desk.workspace.globals['ScriptApp'] as typeof ScriptApp;
    for (const trigger of script.getProjectTriggers()) script.deleteTrigger(trigger);
    expect(desk.workspace.triggers.length).toBe(0);
    desk.answer('needs', someone.email, needsOf(someone));
    desk.wait(DAY);
    expect(desk.rows(ANSWERS)).toEqual([]);
    desk.press('processAnswers');
    expect(answered(desk)).toEqual([1, '1']);
    expect(desk.press('setUp', SET_UP).run.lines.join()).toMatch(/Включена ежечасная проверка/);
    desk.press('setUp', SET_UP);
    expect(twice(desk.workspace.triggers.map(({ handler }) => handler))).toEqual([]);
    expect(desk.workspace.triggers.length).toBe(2);
  });
});

it('a large list whose import was broken off says so, and pressing again adds nobody twice', () => {
  let writes = 0;
  const many = Array.from({ length: 300 }, (_u, n) => [
    '',
    `Учителева ${String(n)} А.`,
    `t${String(n)}@school.example`,
    'Музыка',
    'учитель',
    'Школа № 1',
  ]);
  const text = csv([...STAFF_ROWS.slice(0, 1), ...many]);
  const desk = deskAt(setUp, {
    faults: ({ execution, method }) =>
      execution !== 0 && method === 'setValues' && ++writes === 3 ? { kill: 'after' } : undefined,
  });
  expect(() => desk.press('importStaff', { text })).toThrow();
  const run = desk.home().running;
  if (run !== undefined) expect(desk.finishOpenRun().lines.join()).toMatch(/Запуск прервался: большой файл или список/);
  desk.press('importStaff', { text });
  expect(desk.rows(STAFF).length).toBe(300);
  expect(twice(desk.rows(STAFF).map(({ email }) => email))).toEqual([]);
  expect(desk.rows(JOURNAL).map(({ state }) => state)).not.toContain('идёт');
});

// Personal data: one person exported, erased from everywhere with an act, what is kept too long, codes instead of names.
import {
  ANSWERS,
  BANK,
  GROUPS,
  JOURNAL,
  LEDGER,
  LESSONS,
  LEVELS_TABLE,
  MODULES,
  PLAN,
  PROFILE,
  SELF_CHECK,
  SETTINGS,
  STAFF,
  SURVEYS,
  WISHES,
} from '../../src/workbook/tables';
import { readDocuments } from '../../local/services/docs';
import { Death, pressAndDie } from './death';
import { type Desk, withoutJournal } from './desk';
import { DECEMBER, invitedThere, SCHOOL } from './partners';
import { csv, invited, needsAsked, PEOPLE, published, scored, selfOf, staffed, timetabled } from './school';
import { DAY, deskAt, emptyDesk, type Stage } from './workspace';

const WHO = PEOPLE.hail;
const ASKED = { person: WHO.code, reason: 'withdrawn' };

/** The person is named wherever people write. */
const named: Stage = {
  name: 'person-named',
  after: invited,
  carryOut: (desk) => {
    desk.director.addRows(WISHES, [
      { who: PEOPLE.wind.code, whom: WHO.name, kind: 'хочу вместе' },
      { who: PEOPLE.wind.code, whom: PEOPLE.rain.code, kind: 'хочу вместе' },
    ]);
    desk.director.addRows(PLAN, [
      { title: 'Семинар', responsible: `${WHO.name}, ${PEOPLE.fir.name}`, remind: WHO.email },
    ]);
    desk.director.addRows(BANK, [
      { title: 'Карта', kind: 'другое', competency: 'ict.forms', author: WHO.name, annotation: `Составил Градов В.В.` },
    ]);
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: WHO.code, competency: 'ict.forms', source: 'тест', level: '1', evidence: 'Тест' },
    ]);
    desk.workspace.save();
  },
};

/** The person stands in what the product makes outside the workbook: a question’s choice, documents, files, events, an export. */
const everywhere: Stage = {
  name: 'person-everywhere',
  after: named,
  carryOut: (desk) => {
    const other = PEOPLE.wind;
    desk.director.addRows(LESSONS, [
      ...[WHO, other].map(({ name }, index) => ({
        name,
        date: '15.10.2026',
        group: '8Б',
        subject: 'Физика',
        topic: index === 0 ? 'Плотность' : `Урок вместе с ${WHO.name}`,
        tool: 'Гугл-форма',
        competency: 'ict.forms',
        state: 'проведён',
      })),
    ]);
    desk.press('setUpBank');
    desk.press('fileLessonCards');
    desk.press('makeRoutes');
    desk.press('writeNote');
    desk.press('calendarPlan');
    desk.press('exportPerson', { person: WHO.code });
    desk.workspace.save();
  },
};

/** Everything that people can see but letters that have left and what the act says by code. */
function traces(desk: Desk): string[] {
  const rest = { ...(desk.picture() as object), mail: [] };
  const journal = desk.rows(JOURNAL).map(({ result }) => result);
  const text = JSON.stringify([rest, journal]);
  return [WHO.name, 'Градов', WHO.email].filter((trace) => text.includes(trace));
}

const act = (desk: Desk): string => {
  const file = desk.files().find(({ name }) => name.startsWith('Акт'));
  return Buffer.from(file?.content ?? '', 'base64').toString('utf8');
};

describe('erasing a person', () => {
  it('says before what will go, table by table, and that it cannot be undone', () => {
    const desk = deskAt(named);
    const preview = desk.director.ask({ method: 'preview', action: 'erasePerson', input: ASKED });
    expect(preview.lines.join(' ')).toContain('Отменить это нельзя');
    const counts = new Map(preview.counts.map(({ label, value }) => [label, value]));
    expect(counts.get('Лист «Сотрудники»')).toBe('строк: 1, ячеек: 0');
    expect(counts.get('Лист «Группы»')).toBe('строк: 1, ячеек: 0');
    expect(counts.get('Лист «План»')).toBe('строк: 0, ячеек: 2');
    expect(counts.get('Лист «Методический банк»')).toBe('строк: 0, ячеек: 2');
    expect(counts.get('Событий, из которых человек будет убран')).toBe('1');
    expect(preview.confirm).toBe('Удалить навсегда');
  });

  it('leaves no name, address or answer anywhere, tells nobody, and leaves everybody else as they were', () => {
    const desk = deskAt(named);
    expect(traces(desk)).toHaveLength(3);
    const others = desk.rows(GROUPS).filter(({ teacher }) => teacher !== WHO.code);
    const told = desk.invitations().length;
    const letters = desk.letters().length;
    const answered = desk.form('self').responses.length;
    const { run } = desk.press('erasePerson', ASKED);
    expect(run.state).toBe('done');
    expect(traces(desk)).toEqual([]);
    expect(desk.form('self').responses).toHaveLength(answered - 1);
    expect(desk.standingEvents().flatMap(({ attendees = [] }) => attendees.map(({ email }) => email))).not.toContain(
      WHO.email,
    );
    expect([desk.invitations().length, desk.letters().length]).toEqual([told, letters]);
    expect(desk.rows(GROUPS)).toEqual(others);
    expect(desk.row(PLAN, { title: 'Семинар' }).responsible).toBe(`[данные удалены], ${PEOPLE.fir.name}`);
    expect(desk.row(BANK, { title: 'Карта' }).author).toBe('');
    expect(desk.rows(WISHES)).toHaveLength(1);
    // Neither does the next click tell the others of a change that is none of theirs.
    expect(desk.press('sendInvitations').run.lines.join(' ')).toContain('Отправлять нечего');
    expect(desk.invitations()).toHaveLength(told);
  });

  it('whose address was changed goes with the old one too: from events, registers and rights, and nobody is told', () => {
    const desk = deskAt(invited);
    desk.set('shareBank', 'да');
    desk.press('setUpBank');
    const others = (): unknown[] =>
      desk
        .files()
        .map(({ permissions }) =>
          permissions.flatMap(({ emailAddress }) => (emailAddress === WHO.email ? [] : [emailAddress])),
        );
    const [rights, told] = [others(), desk.invitations().length];
    expect(traces(desk)).toContain(WHO.email);
    const later = 'v.gradov@school.example';
    desk.type(STAFF, ({ code }) => code === WHO.code, 'email', later);
    const { preview } = desk.press('erasePerson', ASKED);
    const counts = new Map(preview.counts.map(({ label, value }) => [label, value]));
    expect(counts.get('Событий, из которых человек будет убран')).toBe('1');
    expect(traces(desk)).toEqual([]);
    expect(JSON.stringify(desk.picture())).not.toContain(later);
    expect(act(desk)).toContain('календарь: гость убран из событий, 1');
    expect(others().slice(0, rights.length)).toEqual(rights);
    expect(desk.press('sendInvitations').run.lines.join(' ')).toContain('Отправлять нечего');
    expect(desk.invitations()).toHaveLength(told);
  });

  it('whose address another has now loses nothing of the other’s', () => {
    const desk = deskAt(invited);
    desk.type(STAFF, ({ code }) => code === WHO.code, 'email', 'v.gradov@school.example');
    desk.type(STAFF, ({ code }) => code === PEOPLE.november.code, 'email', WHO.email);
    desk.press('erasePerson', ASKED);
    expect(desk.row(STAFF, { code: PEOPLE.november.code }).email).toBe(WHO.email);
    expect(JSON.stringify(desk.standingEvents())).not.toContain(WHO.name);
  });

  it('who has got only a letter is known by it, whatever the address is now', () => {
    const desk = deskAt(needsAsked);
    desk.type(STAFF, ({ code }) => code === WHO.code, 'email', '');
    desk.press('erasePerson', ASKED);
    expect(traces(desk)).toEqual([]);
  });

  it('takes the response out of the form also when its row is spoilt and the address is another now', () => {
    const desk = deskAt(scored);
    desk.type(ANSWERS, ({ teacher }) => teacher === WHO.code, 'at', 'вчера');
    desk.type(STAFF, ({ code }) => code === WHO.code, 'email', 'v.gradov@school.example');
    const before = desk.form('self').responses.length;
    desk.press('erasePerson', ASKED);
    expect(desk.form('self').responses).toHaveLength(before - 1);
    expect(act(desk)).toContain('формы: удалено ответов 1');
  });

  it('gives an act with an extract of the log that name the person by code only', () => {
    const desk = deskAt(named);
    desk.press('erasePerson', ASKED);
    const text = act(desk);
    expect(text).toContain('ОБ УНИЧТОЖЕНИИ ПЕРСОНАЛЬНЫХ ДАННЫХ');
    expect(text).toContain(`человек с кодом ${WHO.code}`);
    expect(text).toContain('согласие отозвано');
    expect(text).toContain('лист «Ответы»: удалено строк 1');
    expect(text).toContain('формы: удалено ответов 1');
    expect(text).not.toContain('Градов');
    expect(text).not.toContain(WHO.email);
    const file = desk.files().find(({ name }) => name.startsWith('Акт'));
    expect(file?.permissions.map(({ type, role }) => `${type} ${role}`)).toEqual(['user owner']);
  });

  it('cannot be undone, neither can the erased code be given to somebody new', () => {
    const desk = deskAt(staffed);
    desk.press('erasePerson', { person: PEOPLE.november.name, reason: 'ended' });
    const { run } = desk.lastRun();
    expect(desk.refusal('undoRun', { run })).toContain('вернуть их нельзя');
    desk.press('importStaff', { text: csv([['ФИО'], ['Новикова Н. Н.']]) });
    expect(desk.row(STAFF, { name: 'Новикова Н. Н.' }).code).toBe('У-013');
    expect(desk.refusal('erasePerson', { person: PEOPLE.november.name, reason: 'ended' })).toContain('ничего нет');
  });

  it('asks which of namesakes is meant, and leaves the other’s name in texts', () => {
    const desk = deskAt(named);
    desk.press('importStaff', {
      text: csv([
        ['Код', 'ФИО'],
        ['У-020', WHO.name],
      ]),
    });
    expect(desk.refusal('erasePerson', { person: WHO.name, reason: 'ended' })).toContain('несколько человек');
    const { preview } = desk.press('erasePerson', ASKED);
    expect(preview.warnings.join(' ')).toContain('полный тёзка');
    expect(desk.row(STAFF, { code: 'У-020' }).name).toBe(WHO.name);
    expect(desk.row(PLAN, { title: 'Семинар' }).responsible).toContain(WHO.name);
  });

  it.each([
    ['a response is deleted', 'Form', 'deleteResponse', 'after'],
    ['a guest is taken out', 'Calendar.Events', 'patch', 'after'],
    ['rows are deleted', 'Sheet', 'deleteRows', 'before'],
    ['the act is written', 'Drive.Files', 'create', 'after'],
    ['a route is deleted', 'Drive.Files', 'remove', 'after', everywhere],
  ] as const)(
    'that dies when %s goes on and ends as if it had not',
    (_what, service, method, how, from: Stage = named) => {
      const whole = deskAt(from);
      whole.press('erasePerson', ASKED);
      const death = new Death();
      const desk = deskAt(from, { faults: death.faults });
      death.at(1, how, (call) => call.service === service && call.method === method);
      pressAndDie(desk, 'erasePerson', ASKED);
      expect(desk.finishOpenRun().state).toBe('done');
      expect(traces(desk)).toEqual([]);
      expect(desk.files().filter(({ name }) => name.startsWith('Акт'))).toHaveLength(1);
      expect(desk.rows(LEDGER).map(({ kind, state, who }) => [kind, state, who])).toEqual(
        whole.rows(LEDGER).map(({ kind, state, who }) => [kind, state, who]),
      );
      const sheets = (from: Desk): unknown => (from.picture() as { sheets: unknown }).sheets;
      expect(JSON.stringify(sheets(desk)).replace(/\d\d\.\d\d\.\d{4} \d\d:\d\d/g, '')).toBe(
        JSON.stringify(sheets(whole)).replace(/\d\d\.\d\d\.\d{4} \d\d:\d\d/g, ''),
      );
    },
  );
});

describe('what the product has made outside', () => {
  const outside = (desk: Desk): string =>
    JSON.stringify([
      desk
        .files()
        .map(({ name, description, content = '' }) => [
          name,
          description,
          Buffer.from(content, 'base64').toString('utf8'),
        ]),
      readDocuments(desk.workspace.world),
      (desk.picture() as { forms: unknown }).forms,
      desk.standingEvents(),
      Object.values(
        (desk.workspace.globals['PropertiesService'] as typeof PropertiesService)
          .getDocumentProperties()
          .getProperties(),
      ),
    ]);

  it('about the person goes for good, what names the person elsewhere is reworded, and the act counts both', () => {
    const desk = deskAt(everywhere);
    const form = (desk.workspace.globals['FormApp'] as typeof FormApp).openById(desk.survey('self').formId);
    const { MULTIPLE_CHOICE } = (desk.workspace.globals['FormApp'] as typeof FormApp).ItemType;
    const item = form.getItems(MULTIPLE_CHOICE)[0]?.asMultipleChoiceItem();
    item?.setChoiceValues([WHO.name, `${WHO.name} и ${PEOPLE.fir.name}`, PEOPLE.fir.name, 'В.В. Градов']);
    form.addGridItem().setTitle('Кого слышали').setRows([WHO.name, PEOPLE.fir.name]).setColumns(['да', 'нет']);
    form.setConfirmationMessage(`Спасибо. Вопросы — ${WHO.name}`);
    const route = desk.files().find(({ name }) => name.includes(WHO.name) && name.includes('ИОМ'));
    expect(route).toBeDefined();
    const before = outside(desk);
    for (const trace of [WHO.name, 'Градов', WHO.email]) expect(before).toContain(trace);
    const others = desk.files().length;
    const { preview } = desk.press('erasePerson', ASKED);
    const after = outside(desk);
    for (const trace of [WHO.name, 'Градов', WHO.email]) expect(after).not.toContain(trace);
    expect(item?.getChoices().map((choice) => choice.getValue())).toEqual([
      '[данные удалены]',
      `[данные удалены] и ${PEOPLE.fir.name}`,
      PEOPLE.fir.name,
      '[данные удалены] (2)',
    ]);
    expect(
      form
        .getItems((desk.workspace.globals['FormApp'] as typeof FormApp).ItemType.GRID)[0]
        ?.asGridItem()
        .getRows(),
    ).toEqual(['[данные удалены]', PEOPLE.fir.name]);
    // The route and the export are gone past the bin; the act is new; everything else is there.
    expect(desk.files().map(({ id }) => id)).not.toContain(route?.id);
    expect(desk.files().length).toBe(others - 2 + 1);
    const counts = new Map(preview.counts.map(({ label, value }) => [label, value]));
    expect(counts.get('Файлов на Диске, которые будут удалены: маршруты, выгрузки, результаты для партнёров')).toBe(
      '2',
    );
    expect(act(desk)).toMatch(/формы: очищены тексты и варианты ответов, вопросов \d/);
    expect(act(desk)).toMatch(
      /Диск: удалено файлов 2, очищено названий [1-9]\d*, документы просмотрены и очищены от упоминаний: [1-9]/,
    );
    // What others wrote in their documents stays.
    expect(after).toContain('Урок вместе с [данные удалены]');
  });
});

describe('exporting a person', () => {
  it('collects every row about the person in a file that only the director can open, and changes nothing else', () => {
    const desk = deskAt(named);
    const before = desk.rows(GROUPS);
    const { run } = desk.press('exportPerson', { person: WHO.email });
    const file = desk.files().find(({ name }) => name.startsWith('Данные человека'));
    expect(file?.permissions).toHaveLength(1);
    const text = Buffer.from(file?.content ?? '', 'base64').toString('utf8');
    for (const title of [STAFF, ANSWERS, PROFILE, GROUPS, LEVELS_TABLE, MODULES, PLAN, BANK, SURVEYS].map(
      (table) => table.title,
    ))
      expect(text).toContain(`\r\n${title};`);
    // Answers are told by what was asked.
    expect(text).toContain('Как настроить переходы?');
    expect(text).not.toContain(PEOPLE.viburnum.email);
    expect(desk.rows(GROUPS)).toEqual(before);
    desk.press('undoRun', { run: run.run });
    expect(desk.files().find(({ name }) => name.startsWith('Данные человека'))?.trashed).toBe(true);
  });

  it('tells of the letters to an address that the person had before', () => {
    const desk = deskAt(invited);
    desk.type(STAFF, ({ code }) => code === WHO.code, 'email', 'v.gradov@school.example');
    desk.press('exportPerson', { person: WHO.code });
    const file = desk.files().find(({ name }) => name.startsWith('Данные человека'));
    const text = Buffer.from(file?.content ?? '', 'base64').toString('utf8');
    expect(text).toMatch(new RegExp(`\r\n${LEDGER.title};\\d+;${LEDGER.columns.who.title};${WHO.email}`));
  });

  it('refuses when nothing is known of the person', () => {
    expect(deskAt(staffed).refusal('exportPerson', { person: 'nobody@school.example' })).toContain('ничего нет');
  });
});

describe('consent', () => {
  it('of every answer is kept by the version that the form showed, with that version’s text', () => {
    const desk = deskAt(staffed);
    desk.set('consentText', 'Согласен на обработку: {school}.');
    desk.press('sendNeeds');
    desk.set('consentText', 'Согласен на обработку, новая редакция.');
    desk.press('sendSelf');
    desk.answer('needs', WHO.email, { needs: ['none'], consent: 'школа-1' });
    desk.answer('self', WHO.email, { ...selfOf(WHO), consent: 'школа-2' });
    desk.press('processAnswers');
    expect(desk.rows(ANSWERS).map(({ consent, state }) => [consent, state])).toEqual([
      ['школа-1', 'учтён'],
      ['школа-2', 'учтён'],
    ]);
    const texts = desk.director.spreadsheet.getSheetByName('Тексты согласия')?.getDataRange().getDisplayValues() ?? [];
    expect(texts.slice(1).map(([version, , text]) => [version, text])).toEqual([
      ['школа-1', 'Согласен на обработку: Школа № 1.'],
      ['школа-2', 'Согласен на обработку, новая редакция.'],
    ]);
  });

  it('with another operator named in it is another version, the same text in a later cycle is not', () => {
    const desk = deskAt(staffed);
    const shown = (survey: string): string =>
      desk
        .form(survey)
        .items.map(({ help }) => help)
        .find((text) => text?.startsWith('Оператор')) ?? '';
    desk.press('sendNeeds');
    desk.set('cycle', '2');
    desk.press('sendNeeds');
    desk.set('school', 'Гимназия № 1');
    desk.type(STAFF, ({ school }) => school === 'Школа № 1', 'school', 'Гимназия № 1');
    desk.press('sendSelf');
    const kept = desk.director.spreadsheet.getSheetByName('Тексты согласия')?.getDataRange().getDisplayValues() ?? [];
    expect(kept.slice(1).map(([version]) => version)).toEqual(['vr-2026-1', 'школа-1']);
    expect(shown('2/self')).toContain('Оператор: Гимназия № 1.');
    expect(kept[2]?.[2]).toBe(shown('2/self'));
  });

  it('that is too long for a form stops the survey before anything is made, with its length and where to shorten it', () => {
    const desk = deskAt(staffed);
    desk.set('consentText', 'я'.repeat(4001));
    const before = desk.files().length;
    expect(desk.refusal('sendSelf')).toMatch(/слишком длинный: 4001 знак, а в анкету войдёт 4000.*«Текст согласия»/);
    expect(desk.files().length).toBe(before);
    const preview = desk.director.ask({ method: 'preview', action: 'selfCheck', input: { mode: 'check' } });
    expect(preview.lines.join(' ')).toContain('Текст согласия слишком длинный');
    desk.set('consentText', 'я'.repeat(4000));
    expect(desk.press('sendSelf').run.state).toBe('done');
  });

  it.each([
    ['added to the form', (choices: string[]) => [...choices, 'Не согласен'], 'Не согласен'],
    ['reworded in the form', () => ['Согласен только на часть'], 'Согласен только на часть'],
  ] as const)('is only the choice that was asked for: one %s leaves the answer out', (_how, edit, chosen) => {
    const desk = deskAt(needsAsked);
    const { formId, consentItem } = desk.survey('needs');
    const form = (desk.workspace.globals['FormApp'] as typeof FormApp).openById(formId);
    const item = form.getItemById(Number(consentItem))?.asMultipleChoiceItem();
    item?.setChoiceValues([...edit(item.getChoices().map((choice) => choice.getValue()))]);
    const needs = form.getItems().find((one) => one.getTitle().startsWith('Отметьте'));
    desk.workspace.submitForm(
      formId,
      { [needs?.getTitle() ?? '']: ['Сейчас ничего из этого не нужно'], [item?.getTitle() ?? '']: chosen },
      { email: WHO.email },
    );
    const said = desk.press('processAnswers').run.lines.join(' ');
    expect(said).toContain('Без согласия прислан 1 ответ: он не учтён');
    expect(desk.row(ANSWERS, { email: WHO.email })).toMatchObject({ state: 'нет согласия', consent: '' });
  });

  it('that is missing leaves the answer out, listed, until its version is written by hand', () => {
    const desk = deskAt(staffed);
    desk.press('sendNeeds');
    const { formId, consentItem } = desk.survey('needs');
    const form = (desk.workspace.globals['FormApp'] as typeof FormApp).openById(formId);
    const item = form.getItemById(Number(consentItem));
    form.deleteItem(form.getItems().findIndex((one) => one.getId() === item?.getId()));
    const needs =
      form
        .getItems()
        .find((one) => one.getTitle().startsWith('Отметьте'))
        ?.getTitle() ?? '';
    desk.workspace.submitForm(formId, { [needs]: ['Сейчас ничего из этого не нужно'] }, { email: WHO.email });
    expect(desk.press('processAnswers').run.lines.join(' ')).toContain('Без согласия прислан 1 ответ: он не учтён');
    expect(desk.row(ANSWERS, { email: WHO.email })).toMatchObject({ state: 'нет согласия', consent: '' });
    expect(desk.survey('needs').answered).toBe('0');
    desk.type(ANSWERS, ({ email }) => email === WHO.email, 'consent', 'на бумаге');
    desk.press('processAnswers');
    expect(desk.row(ANSWERS, { email: WHO.email })).toMatchObject({ state: 'учтён', consent: 'на бумаге' });
    expect(desk.survey('needs').answered).toBe('1');
  });
});

describe('codes instead of names', () => {
  const shownNames = (desk: Desk): string[] => {
    const { sheets } = desk.picture() as { sheets: { name: string; values: string[][] }[] };
    return sheets
      .filter(({ name }) => name !== STAFF.title)
      .flatMap(({ name, values }) =>
        Object.values(PEOPLE)
          .filter((person) => JSON.stringify(values).includes(person.name))
          .map((person) => `${name}: ${person.name}`),
      );
  };

  it('stand on all sheets but the hidden and protected staff list, and in new forms and events', () => {
    const desk = deskAt(published);
    expect(shownNames(desk).length).toBeGreaterThan(10);
    desk.press('usePseudonyms', { mode: 'on' });
    expect(shownNames(desk)).toEqual([]);
    const sheet = desk.sheet(STAFF.title);
    expect(sheet.isSheetHidden()).toBe(true);
    expect(
      sheet.getProtections((desk.workspace.globals['SpreadsheetApp'] as typeof SpreadsheetApp).ProtectionType.SHEET),
    ).toHaveLength(1);
    desk.press('agreeProgrammes');
    desk.press('makeTimetable');
    desk.press('sendInvitations');
    desk.press('processAnswers');
    expect(shownNames(desk)).toEqual([]);
    const outside = JSON.stringify([desk.standingEvents(), (desk.picture() as { forms: unknown }).forms]);
    // The calendar itself shows addresses to guests; names it has from nobody but us.
    expect(Object.values(PEOPLE).filter(({ name }) => outside.includes(name))).toEqual([]);
    expect(outside).toContain(PEOPLE.birch.code);
  });

  it('stand in everything shared outside: routes, results for partners, the note, lesson cards', () => {
    const desk = deskAt(invitedThere);
    desk.press('usePseudonyms', { mode: 'on' });
    desk.press('setUpBank');
    desk.director.addRows(LESSONS, [
      {
        name: WHO.name,
        date: '15.10.2026',
        group: '8Б',
        subject: 'Физика',
        topic: 'Плотность',
        tool: 'Гугл-форма',
        competency: 'ict.forms',
        state: 'проведён',
      },
    ]);
    const before = desk.files().length;
    desk.press('fileLessonCards');
    desk.press('makeRoutes');
    desk.press('sharePartnerReport', { school: SCHOOL });
    desk.press('writeNote');
    const documents = readDocuments(desk.workspace.world);
    const made = desk.files().slice(before);
    // A card, the note, a route a person and the partner's results, not to speak of folders.
    expect(documents.length).toBeGreaterThan(5);
    const outside = JSON.stringify([
      documents,
      made.map(({ name, description, content = '' }) => [
        name,
        description,
        Buffer.from(content, 'base64').toString('utf8'),
      ]),
    ]);
    expect([...Object.values(PEOPLE), DECEMBER].filter(({ name }) => outside.includes(name))).toEqual([]);
    for (const { code } of [WHO, DECEMBER]) expect(outside).toContain(code);
  });

  it('leave the person’s own letters as they were', () => {
    const desk = deskAt(staffed);
    desk.press('usePseudonyms', { mode: 'on' });
    desk.press('sendNeeds');
    const letter = desk.letters().find(({ to }) => to.join().includes(WHO.email));
    expect(letter?.text).toContain(WHO.name);
  });

  it('go away again, and the answers still find their people', () => {
    const desk = deskAt(scored);
    desk.press('usePseudonyms', { mode: 'on' });
    expect(desk.rows(PROFILE).map(({ name }) => name)).toContain(WHO.code);
    desk.press('usePseudonyms', { mode: 'off' });
    expect(desk.rows(PROFILE).map(({ name }) => name)).toContain(WHO.name);
    expect(desk.sheet(STAFF.title).isSheetHidden()).toBe(false);
    expect(desk.row(SETTINGS, { key: 'pseudonyms' }).value).toBe('нет');
  });
});

describe('data kept too long', () => {
  it('are named once a month in a letter to the director, and go on request with an act', () => {
    const desk = deskAt(timetabled);
    desk.set('retentionMonths', '6');
    expect(desk.refusal('eraseOld')).toContain('Удалять нечего');
    desk.sleep(200 * DAY);
    desk.wait(2 * DAY);
    const reminders = (): number => desk.letters().filter(({ subject }) => subject.includes('срок хранения')).length;
    expect(reminders()).toBe(1);
    desk.wait(2 * DAY);
    expect(reminders()).toBe(1);
    const answers = desk.rows(ANSWERS).length;
    expect(answers).toBeGreaterThan(0);
    desk.press('eraseOld');
    expect(desk.rows(ANSWERS)).toEqual([]);
    expect(desk.form('self').responses).toEqual([]);
    expect(desk.rows(STAFF)).toHaveLength(12);
    expect(act(desk)).toContain('истёк срок хранения');
    expect(desk.refusal('undoRun', { run: desk.lastRun().run })).toContain('вернуть их нельзя');
  });

  it('go also from events, routes and exports, though a row’s time is spoilt, and nobody is told', () => {
    const desk = deskAt(invited);
    desk.set('retentionMonths', '6');
    desk.press('makeRoutes');
    desk.press('exportPerson', { person: WHO.code });
    desk.type(ANSWERS, ({ teacher }) => teacher === WHO.code, 'at', 'вчера');
    desk.type(ANSWERS, ({ teacher }) => teacher === PEOPLE.wind.code, 'at', '');
    desk.press('processAnswers');
    const came = desk.rows(MODULES).map(({ accepted }) => accepted);
    desk.sleep(250 * DAY);
    desk.set('cycle', '2');
    const told = [desk.invitations().length, desk.letters().length];
    const check = (): string => desk.press('selfCheck', { mode: 'check' }).run.lines.join(' ');
    expect(check()).toContain('Хранится дольше срока');
    const { preview } = desk.press('eraseOld');
    expect(preview.warnings.join(' ')).toContain('По сроку не удаляются: список сотрудников');
    expect(desk.rows(ANSWERS)).toEqual([]);
    expect(desk.form('1/self').responses).toEqual([]);
    const names = desk.files().map(({ name }) => name);
    expect(names.filter((name) => name.includes(WHO.name) || name.startsWith('Данные человека'))).toEqual([]);
    const events = JSON.stringify(desk.standingEvents());
    expect(Object.values(PEOPLE).filter(({ name, email }) => events.includes(name) || events.includes(email))).toEqual(
      [],
    );
    expect(act(desk)).toContain('НЕ УНИЧТОЖЕНО:');
    expect([desk.invitations().length, desk.letters().length]).toEqual(told);
    expect(desk.rows(MODULES).map(({ accepted }) => accepted)).toEqual(came);
    const nobody = JSON.stringify({ consultants: [], consultees: [] });
    expect(desk.rows(MODULES).map(({ people }) => people)).toEqual(came.map(() => nobody));
    expect(check()).not.toContain('Хранится дольше срока');
    expect(desk.refusal('eraseOld')).toContain('Удалять нечего');
  });

  it('that stay because their cycle is the current one, or their date cannot be read, are named everywhere', () => {
    const desk = deskAt(timetabled);
    desk.set('retentionMonths', '6');
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '7', teacher: WHO.code, competency: 'ict.forms', source: 'тест', level: '1', date: 'вчера' },
    ]);
    desk.sleep(200 * DAY);
    const kept = [/Лист «Группы»: остаётся \d+ строк.* цикл «1»/, /«Тесты и наблюдения», строки \d: дата не читается/];
    const { preview } = desk.press('eraseOld');
    desk.press('selfCheck', { mode: 'check' });
    const checked = desk.rows(SELF_CHECK).map(({ found }) => found);
    for (const words of kept)
      for (const said of [preview.warnings.join(' '), act(desk), checked.join(' ')]) expect(said).toMatch(words);
    expect(desk.refusal('eraseOld')).toMatch(kept[0] ?? '');
  });
});

it('leaves an empty workbook alone', () => {
  const desk = emptyDesk();
  const before = withoutJournal(desk.workspace.snapshot());
  expect(desk.refusal('erasePerson', ASKED)).toContain('«Настроить таблицу…»');
  expect(desk.refusal('eraseOld')).toContain('«Настроить таблицу…»');
  expect(withoutJournal(desk.workspace.snapshot())).toEqual(before);
});

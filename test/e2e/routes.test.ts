// Individual routes (A12): from deficits and groups, a document to each teacher alone, kept words, closing, growth in the next cycle.
import { readDocument } from '../../local/services/docs';
import type { ServiceCall } from '../../local/index';
import type { DriveFileView } from '../../local/services/drive/index';
import { GROUPS, LEDGER, LEVELS_TABLE, MODULES, ROUTES, STAFF } from '../../src/workbook/tables';
import { again, Death, pressAndDie } from './death';
import type { Desk, Shown } from './desk';
import { ANSWERING, csv, EVIDENCE, invited, PEOPLE, published, scored, selfOf, setUp, STAFF_ROWS } from './school';
import { deskAt, type Stage } from './workspace';

const DOCUMENT = 'application/vnd.google-apps.document';

const routed: Stage = {
  name: 'routed',
  after: invited,
  carryOut: (desk) => {
    desk.press('makeRoutes');
  },
};

const documents = (desk: Desk): DriveFileView[] =>
  desk.files().filter(({ mimeType, trashed }) => mimeType === DOCUMENT && !trashed);
const documentOf = (desk: Desk, code: string, cycle = '1'): DriveFileView => {
  const found = documents(desk).filter(({ name }) => name.includes(`(${code}), цикл ${cycle}`));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${String(found.length)} documents of ${code}`);
  return only;
};
const idIn = (link: string): string => /\/d\/([\w-]+)/.exec(link)?.[1] ?? '';
const textOf = (desk: Desk, id: string): string =>
  JSON.stringify(readDocument(desk.workspace.world, id)?.body?.content ?? [], (key, value: unknown) =>
    /^(content|elements|paragraph|textRun|table|tableRows|tableCells|\d+|)$/.test(key) ? value : undefined,
  ).replace(/"[^"]*":|[[\]{},]/g, ' ');
/** What lies between the margins of an A4 page, in points. */
const TEXT_WIDTH = 451;
const tableWidths = (desk: Desk, id: string): number[] =>
  (readDocument(desk.workspace.world, id)?.body?.content ?? []).flatMap(({ table }) =>
    table === undefined
      ? []
      : (table.tableStyle?.tableColumnProperties ?? []).reduce((sum, { width }) => sum + (width?.magnitude ?? 0), 0),
  );
const guests = ({ permissions }: DriveFileView): string[] =>
  permissions
    .filter(({ role }) => role !== 'owner')
    .map(({ type, role, emailAddress = '' }) => `${type} ${role} ${emailAddress}`);
const rowsOf = (desk: Desk, code: string, cycle = '1'): Shown<typeof ROUTES>[] =>
  desk.rows(ROUTES).filter((row) => row.teacher === code && row.cycle === cycle);
const callsOf = (desk: Desk, work: () => void): ServiceCall[] => {
  const before = desk.workspace.calls.length;
  work();
  return desk.workspace.calls.slice(before).filter(({ execution }) => execution > 0);
};
const named = (calls: readonly ServiceCall[], pattern: RegExp): number =>
  calls.filter(({ service, method }) => pattern.test(`${service}.${method}`)).length;

describe('routes', () => {
  it('hold each deficit and each place in a group, with the partners, the date, a task and the level to reach', () => {
    const desk = deskAt(routed);
    const group = desk
      .rows(GROUPS)
      .find(({ teacher, competency }) => teacher === PEOPLE.hail.code && competency === 'ict.forms');
    const module = desk.row(MODULES, { group: group?.group ?? '' });
    const [row, ...more] = rowsOf(desk, PEOPLE.hail.code);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      name: PEOPLE.hail.name,
      role: 'осваивает',
      from: '1',
      level: '1',
      goal: '3',
      state: 'в работе',
      partners: `Группа ${module.group}. Консультанты: ${PEOPLE.birch.name}`,
      when: `${module.module}: ${module.date} ${module.start}–${module.end}`,
    });
    expect(row?.task).not.toBe('');
    // A deficit without a group waits for one.
    expect(rowsOf(desk, PEOPLE.viburnum.code)).toMatchObject([{ state: 'запланировано', partners: 'Группы пока нет' }]);
    expect(rowsOf(desk, PEOPLE.birch.code)).toMatchObject([{ role: 'консультирует', state: 'в работе' }]);
    // Who has neither deficit nor group has no route.
    expect(rowsOf(desk, PEOPLE.moon.code)).toEqual([]);
  });

  it('are a document for each teacher, open to that teacher alone, without a mail, in a folder that nobody else can open', () => {
    const desk = deskAt(invited);
    const mail = desk.workspace.outbox.length;
    desk.press('makeRoutes');
    const teachers = [...new Set(desk.rows(ROUTES).map(({ teacher }) => teacher))];
    expect(documents(desk)).toHaveLength(teachers.length);
    for (const code of teachers) {
      const email = desk.row(STAFF, { code }).email;
      expect(guests(documentOf(desk, code))).toEqual([`user writer ${email}`]);
      expect(rowsOf(desk, code).map(({ document }) => idIn(document))).toEqual(
        rowsOf(desk, code).map(() => documentOf(desk, code).id),
      );
    }
    expect(desk.workspace.outbox.length).toBe(mail);
    const [folder] = documentOf(desk, PEOPLE.hail.code).parents;
    const parent = desk.files().find(({ id }) => id === folder);
    expect([parent?.name, parent === undefined ? [] : guests(parent)]).toEqual(['Индивидуальные маршруты', []]);
    const text = textOf(desk, documentOf(desk, PEOPLE.hail.code).id);
    for (const word of [PEOPLE.hail.name, PEOPLE.birch.name, '1 → 3', 'Задание:', 'Мои записи'])
      expect(text).toContain(word);
    expect(tableWidths(desk, documentOf(desk, PEOPLE.hail.code).id)).toEqual([TEXT_WIDTH]);
  });

  it('cost three calls a document, and one look into the bin when nothing has changed', () => {
    const desk = deskAt(invited);
    const first = callsOf(desk, () => desk.press('makeRoutes'));
    const count = documents(desk).length;
    expect([named(first, /Files\.create$/), named(first, /^Docs/), named(first, /Permissions\.create/)]).toEqual([
      count + 1,
      count,
      count,
    ]);
    const before = desk.picture();
    const second = callsOf(desk, () => desk.press('makeRoutes'));
    expect(named(second, /^(Docs|Drive)/)).toBe(Math.ceil(count / 20));
    expect(named(second, /Files\.list/)).toBe(Math.ceil(count / 20));
    expect(desk.picture()).toEqual(before);
  });

  it('go on with what happens: held is «в работе» until the teacher’s feedback, then «выполнено»', () => {
    const desk = deskAt(routed);
    desk.workspace.advanceTo(new Date('2026-09-02T10:30:00Z'));
    desk.press('makeRoutes');
    expect(rowsOf(desk, PEOPLE.hail.code)).toMatchObject([{ state: 'в работе' }]);
    expect(rowsOf(desk, PEOPLE.hail.code)[0]?.evidence).toMatch(/проведено, отзыва ещё нет/);
    const module = desk.rows(MODULES).find(({ state }) => state === 'проведено')?.module ?? '';
    desk.answer('feedback.consultee/1', PEOPLE.hail.email, {
      module,
      before: 1,
      now: 3,
      'scale:usefulness': 5,
      'scale:clarity': 5,
      'scale:practice': 5,
      'scale:pace': 5,
      again: 'no',
      comments: 'Очень понравилось',
    });
    desk.press('processAnswers');
    desk.press('makeRoutes');
    expect(rowsOf(desk, PEOPLE.hail.code)).toMatchObject([{ state: 'выполнено' }]);
    expect(rowsOf(desk, PEOPLE.hail.code)[0]?.evidence).toMatch(/участвовал\(а\), отзыв дан/);
    expect(textOf(desk, documentOf(desk, PEOPLE.hail.code).id)).toContain('отзыв дан');
    // What a teacher said of himself there is nobody's business here.
    expect(JSON.stringify(desk.rows(ROUTES))).not.toContain('понравилось');
  });

  it('are confirmed when a test shows the level of the goal', () => {
    const desk = deskAt(routed);
    desk.director.addRows(LEVELS_TABLE, [
      {
        cycle: '1',
        teacher: PEOPLE.viburnum.code,
        competency: 'ict.forms',
        source: 'тест',
        level: '3',
        date: '20.09.2026',
      },
    ]);
    desk.press('makeRoutes');
    expect(rowsOf(desk, PEOPLE.viburnum.code)).toMatchObject([{ from: '1', level: '3', state: 'подтверждено' }]);
    expect(rowsOf(desk, PEOPLE.viburnum.code)[0]?.evidence).toBe('Уровень вырос: было 1, стало 3 при цели 3');
  });
});

describe('what people write', () => {
  it('in the register stays, formulas as text, and goes into the document', () => {
    const desk = deskAt(routed);
    const hail = ({ teacher }: Shown<typeof ROUTES>): boolean => teacher === PEOPLE.hail.code;
    desk.type(ROUTES, hail, 'task', '\'=IMPORTRANGE("x")');
    desk.type(ROUTES, hail, 'state', 'подтверждено');
    desk.press('makeRoutes');
    desk.press('makeRoutes');
    expect(rowsOf(desk, PEOPLE.hail.code)).toMatchObject([{ task: '=IMPORTRANGE("x")', state: 'подтверждено' }]);
    expect(
      desk
        .sheet(ROUTES.title)
        .getDataRange()
        .getFormulas()
        .flat()
        .filter((formula) => formula !== ''),
    ).toEqual([]);
    expect(textOf(desk, documentOf(desk, PEOPLE.hail.code).id)).toContain('IMPORTRANGE');
  });

  it('in the document above, below and under «Мои записи» stays when the route is written anew', () => {
    const desk = deskAt(routed);
    const { id } = documentOf(desk, PEOPLE.viburnum.code);
    const docs = desk.workspace.globals['Docs'] as NonNullable<typeof Docs>;
    const end = docs.Documents.get(id).body?.content?.slice(-1)[0]?.endIndex ?? 2;
    docs.Documents.batchUpdate(
      {
        requests: [
          { insertText: { location: { index: end - 1 }, text: 'Моё внизу' } },
          { insertText: { location: { index: 1 }, text: 'Моё вверху\n' } },
        ],
      },
      id,
    );
    desk.type(ROUTES, ({ teacher }) => teacher === PEOPLE.viburnum.code, 'task', 'Новое задание');
    const calls = callsOf(desk, () => desk.press('makeRoutes'));
    expect(named(calls, /^Docs/)).toBe(2);
    const text = textOf(desk, id);
    for (const word of ['Моё вверху', 'Моё внизу', 'Новое задание', 'Мои записи']) expect(text).toContain(word);
  });

  it('keeps a row whose ground has gone, cancelled with the reason; an untouched one goes', () => {
    const desk = deskAt(scored);
    desk.press('makeRoutes');
    const before = desk.rows(ROUTES).length;
    desk.type(ROUTES, ({ teacher }) => teacher === PEOPLE.hail.code, 'task', 'Своё');
    for (const code of [PEOPLE.hail.code, PEOPLE.viburnum.code])
      desk.type(STAFF, (row) => row.code === code, 'included', 'нет');
    desk.press('makeRoutes');
    expect(rowsOf(desk, PEOPLE.hail.code)).toMatchObject([{ task: 'Своё', state: 'отменено' }]);
    expect(rowsOf(desk, PEOPLE.hail.code)[0]?.remark).toMatch(/^Отменено при обновлении/);
    expect(rowsOf(desk, PEOPLE.viburnum.code)).toEqual([]);
    expect(desk.rows(ROUTES).length).toBe(before - 1);
  });
});

describe('people', () => {
  it('without an address have a document that only the director sees, and are named; with one they get access at the next making', () => {
    const desk = deskAt(invited);
    const hail = ({ code }: Shown<typeof STAFF>): boolean => code === PEOPLE.hail.code;
    desk.type(STAFF, hail, 'email', '');
    const { preview, run } = desk.press('makeRoutes');
    expect(preview.warnings.join()).toContain(PEOPLE.hail.name);
    expect(run.lines.join()).toContain(PEOPLE.hail.name);
    expect(guests(documentOf(desk, PEOPLE.hail.code))).toEqual([]);
    desk.type(STAFF, hail, 'email', PEOPLE.hail.email);
    const calls = callsOf(desk, () => desk.press('makeRoutes'));
    expect(named(calls, /Permissions\.create/)).toBe(1);
    expect(guests(documentOf(desk, PEOPLE.hail.code))).toEqual([`user writer ${PEOPLE.hail.email}`]);
  });

  it('whose address changes: the document is open to the new one and no longer to the old', () => {
    const desk = deskAt(routed);
    desk.type(STAFF, ({ code }) => code === PEOPLE.hail.code, 'email', 'new@school.example');
    desk.press('makeRoutes');
    expect(guests(documentOf(desk, PEOPLE.hail.code))).toEqual(['user writer new@school.example']);
    desk.type(STAFF, ({ code }) => code === PEOPLE.hail.code, 'email', PEOPLE.hail.email);
    desk.press('makeRoutes');
    expect(guests(documentOf(desk, PEOPLE.hail.code))).toEqual([`user writer ${PEOPLE.hail.email}`]);
  });

  it('of one name have a document each, with their own rows', () => {
    const desk = deskAt(setUp);
    const twins = STAFF_ROWS.map((row) =>
      row[0] === PEOPLE.viburnum.code ? row.map((cell, at) => (at === 1 ? PEOPLE.hail.name : cell)) : row,
    );
    desk.press('importStaff', { text: csv(twins) });
    desk.press('sendSelf');
    for (const someone of ANSWERING) desk.answer('self', someone.email, selfOf(someone));
    desk.press('processAnswers');
    desk.press('makeRoutes');
    const [one, other] = [PEOPLE.hail.code, PEOPLE.viburnum.code].map((code) => documentOf(desk, code));
    expect(one?.id).not.toBe(other?.id);
    expect(guests(other as DriveFileView)).toEqual([`user writer ${PEOPLE.viburnum.email}`]);
    expect(guests(one as DriveFileView)).toEqual([`user writer ${PEOPLE.hail.email}`]);
  });

  it('whom Drive refuses are named; asked again, they get access', () => {
    let refuses = true;
    const desk = deskAt(invited, {
      faults: ({ service, method, args }) =>
        refuses &&
        service === 'Drive.Permissions' &&
        method === 'create' &&
        JSON.stringify(args).includes(PEOPLE.hail.email)
          ? {
              when: 'before',
              error: 'Вы не можете поделиться этим файлом.',
              api: { code: 400, reason: 'invalidSharingRequest' },
            }
          : undefined,
    });
    const { run } = desk.press('makeRoutes');
    expect(run.lines.join()).toContain(`Доступ не открылся: ${PEOPLE.hail.name}`);
    refuses = false;
    desk.press('makeRoutes');
    expect(guests(documentOf(desk, PEOPLE.hail.code))).toEqual([`user writer ${PEOPLE.hail.email}`]);
  });
});

it('a long making goes on where its time was over, without looking for what it has not begun', () => {
  const desk = deskAt(invited, {
    latency: {
      perCall: ({ service }) => (service.startsWith('Docs') ? 20_000 : 100),
      perElement: () => 0,
      perExecution: 0,
    },
  });
  const calls = callsOf(desk, () => desk.press('makeRoutes'));
  expect(new Set(calls.map(({ execution }) => execution)).size).toBeGreaterThan(2);
  expect(named(calls, /Files\.list/)).toBe(0);
  expect(documents(desk)).toHaveLength(new Set(desk.rows(ROUTES).map(({ teacher }) => teacher)).size);
});

describe('an execution that dies', () => {
  it.each([
    ['before', 'Drive.Files', 'create', 3],
    ['after', 'Drive.Files', 'create', 3],
    ['before', 'Docs.Documents', 'batchUpdate', 2],
    ['after', 'Docs.Documents', 'batchUpdate', 2],
    ['after', 'Drive.Permissions', 'create', 2],
    ['before', 'Drive.Permissions', 'create', 2],
  ] as const)('%s a %s.%s leaves one whole document a teacher, shared once', (how, service, method, nth) => {
    const death = new Death();
    const desk = deskAt(invited, { faults: death.faults });
    death.at(nth, how, (call) => call.service === service && call.method === method);
    pressAndDie(desk, 'makeRoutes');
    again(desk, 'makeRoutes');
    const teachers = [...new Set(desk.rows(ROUTES).map(({ teacher }) => teacher))];
    expect(documents(desk)).toHaveLength(teachers.length);
    for (const code of teachers) {
      const document = documentOf(desk, code);
      expect(guests(document)).toEqual([`user writer ${desk.row(STAFF, { code }).email}`]);
      expect(textOf(desk, document.id).match(/Мои записи/g)).toHaveLength(2);
    }
    expect(desk.rows(LEDGER).filter(({ state }) => state === 'начато')).toEqual([]);
    expect(desk.rows(ROUTES).length).toBe(new Set(desk.rows(ROUTES).map(({ item }) => item)).size);
  });
});

describe('a cycle that is closed', () => {
  const secondCycle = (desk: Desk): void => {
    desk.set('cycle', '2');
    desk.press('sendSelf');
    for (const someone of ANSWERING)
      desk.answer(
        '2/self',
        someone.email,
        selfOf(someone === PEOPLE.hail ? { ...someone, levels: { 'ict.forms': 2 } } : someone),
      );
    desk.director.addRows(
      LEVELS_TABLE,
      [...EVIDENCE, { ...EVIDENCE[0], teacher: PEOPLE.viburnum.code, level: '3' }].map((row) => ({
        ...row,
        cycle: '2',
      })),
    );
    desk.press('processAnswers');
  };

  it('changes no more; the next survey confirms before it is closed, and the next route shows the growth', () => {
    const desk = deskAt(routed);
    secondCycle(desk);
    desk.press('makeRoutes');
    // The deficit is closed by the level of the next survey, in the route of the first cycle.
    expect(rowsOf(desk, PEOPLE.viburnum.code)).toMatchObject([{ from: '1', level: '3', state: 'подтверждено' }]);
    desk.press('closeRoutes', { cycle: '1' });
    const closed = desk.rows(ROUTES).filter(({ cycle }) => cycle === '1');
    expect(closed.every((row) => row.closed !== '')).toBe(true);
    const { id } = documentOf(desk, PEOPLE.hail.code);
    const text = textOf(desk, id);
    expect(text).toMatch(/Цикл завершён/);
    desk.type(ROUTES, ({ teacher, cycle }) => teacher === PEOPLE.hail.code && cycle === '1', 'remark', 'потом');
    desk.press('makeRoutes');
    expect(textOf(desk, id)).toBe(text);
    expect(rowsOf(desk, PEOPLE.hail.code, '2')).toMatchObject([{ from: '2', goal: '3' }]);
    const next = textOf(desk, documentOf(desk, PEOPLE.hail.code, '2').id);
    expect(next).toContain('Как вырос уровень');
    expect(next).toContain('2 ↑');
    expect(tableWidths(desk, documentOf(desk, PEOPLE.hail.code, '2').id)).toEqual([TEXT_WIDTH, TEXT_WIDTH]);
    expect(desk.refusal('closeRoutes', { cycle: '1' })).toMatch(/Открытых маршрутов цикла «1» нет/);
  });

  it('refuses to be made again, and is open again when the closing is undone', () => {
    const desk = deskAt(routed);
    const { run } = desk.press('closeRoutes', { cycle: '1' });
    expect(desk.refusal('makeRoutes')).toMatch(/закрыты/);
    desk.press('undoRun', { run: run.run });
    expect(desk.rows(ROUTES).every(({ closed }) => closed === '')).toBe(true);
    desk.press('makeRoutes');
    expect(textOf(desk, documentOf(desk, PEOPLE.hail.code).id)).not.toMatch(/Цикл завершён/);
  });
});

describe('undoing', () => {
  it('puts the documents into the bin, takes access back and deletes untouched rows; making again makes new ones', () => {
    const desk = deskAt(published);
    desk.press('makeRoutes');
    const all = desk.rows(ROUTES).length;
    desk.type(ROUTES, ({ teacher }) => teacher === PEOPLE.hail.code, 'task', 'Своё');
    const count = documents(desk).length;
    const { run } = desk.director.ask({ method: 'runs' })[0] ?? { run: '' };
    desk.press('undoRun', { run });
    expect(documents(desk)).toEqual([]);
    expect(desk.rows(ROUTES)).toMatchObject([{ teacher: PEOPLE.hail.code, task: 'Своё', document: '' }]);
    desk.press('makeRoutes');
    expect(desk.rows(ROUTES).length).toBe(all);
    expect(documents(desk)).toHaveLength(count);
  });

  it('of an update leaves the documents of the first making', () => {
    const desk = deskAt(published);
    desk.press('makeRoutes');
    const count = documents(desk).length;
    desk.type(ROUTES, ({ teacher }) => teacher === PEOPLE.hail.code, 'task', 'Своё');
    const { run } = desk.press('makeRoutes');
    desk.press('undoRun', { run: run.run });
    expect(documents(desk)).toHaveLength(count);
  });
});

it('there is nothing to make routes of before anybody has been assessed', () => {
  expect(deskAt(setUp).refusal('makeRoutes')).toMatch(/Составлять маршруты не из чего/);
});

it('a document thrown away for good is made anew', () => {
  const desk = deskAt(routed);
  const { id } = documentOf(desk, PEOPLE.hail.code);
  const drive = desk.workspace.globals['Drive'] as NonNullable<typeof Drive>;
  drive.Files.remove(id);
  desk.type(ROUTES, ({ teacher }) => teacher === PEOPLE.hail.code, 'task', 'Своё');
  desk.press('makeRoutes');
  const made = documentOf(desk, PEOPLE.hail.code);
  expect(made.id).not.toBe(id);
  expect(guests(made)).toEqual([`user writer ${PEOPLE.hail.email}`]);
});

describe('in the bin', () => {
  const bin = (desk: Desk, id: string): void => {
    (desk.workspace.globals['Drive'] as NonNullable<typeof Drive>).Files.update({ trashed: true }, id);
  };

  it('a document is taken out of it, with what its teacher wrote, and goes on', () => {
    const desk = deskAt(routed);
    const { id } = documentOf(desk, PEOPLE.hail.code);
    const other = documentOf(desk, PEOPLE.viburnum.code).id;
    const docs = desk.workspace.globals['Docs'] as NonNullable<typeof Docs>;
    docs.Documents.batchUpdate({ requests: [{ insertText: { location: { index: 1 }, text: 'Моё\n' } }] }, id);
    bin(desk, id);
    bin(desk, other);
    desk.type(ROUTES, ({ teacher }) => teacher === PEOPLE.hail.code, 'task', 'Новое задание');
    desk.press('makeRoutes');
    expect(documentOf(desk, PEOPLE.hail.code).id).toBe(id);
    for (const word of ['Моё', 'Новое задание']) expect(textOf(desk, id)).toContain(word);
    // One whose route has not changed comes back too.
    expect(documentOf(desk, PEOPLE.viburnum.code).id).toBe(other);
    expect(guests(documentOf(desk, PEOPLE.viburnum.code))).toEqual([`user writer ${PEOPLE.viburnum.email}`]);
  });

  it('a document deleted for good is made anew once, also when the execution that makes it dies', () => {
    const death = new Death();
    const desk = deskAt(routed, { faults: death.faults });
    const count = documents(desk).length;
    (desk.workspace.globals['Drive'] as NonNullable<typeof Drive>).Files.remove(documentOf(desk, PEOPLE.hail.code).id);
    desk.type(ROUTES, ({ teacher }) => teacher === PEOPLE.hail.code, 'task', 'Своё');
    death.at(1, 'after', ({ service, method }) => service === 'Drive.Files' && method === 'create');
    pressAndDie(desk, 'makeRoutes');
    again(desk, 'makeRoutes');
    expect(documents(desk)).toHaveLength(count);
  });

  it('the folder is taken out of it with all its documents; one deleted for good is made anew', () => {
    const desk = deskAt(routed);
    const count = documents(desk).length;
    const [folder = ''] = documentOf(desk, PEOPLE.hail.code).parents;
    bin(desk, folder);
    expect(documents(desk)).toEqual([]);
    const calls = callsOf(desk, () => desk.press('makeRoutes'));
    expect(documents(desk)).toHaveLength(count);
    expect(named(calls, /Files\.(create|update)/)).toBe(1);
    (desk.workspace.globals['Drive'] as NonNullable<typeof Drive>).Files.remove(folder);
    desk.type(ROUTES, ({ teacher }) => teacher === PEOPLE.hail.code, 'task', 'Своё');
    desk.press('makeRoutes');
    expect(documentOf(desk, PEOPLE.hail.code).parents).not.toEqual([folder]);
  });
});

describe('letters about routes', () => {
  const sendRoutes = (desk: Desk, to: 'new' | 'changed' = 'new') => {
    const before = desk.letters().length;
    const { preview, run } = desk.press('sendRoutes', { to });
    return { preview, run, letters: desk.letters().slice(before) };
  };
  const counts = ({ counts: all }: { counts: readonly { value: string }[] }): string[] => all.map(({ value }) => value);

  it('go to each teacher once, with the link to the own document and the own topics; the preview is the first of them', () => {
    const desk = deskAt(routed);
    const { preview, letters, run } = sendRoutes(desk);
    const teachers = [...new Set(desk.rows(ROUTES).map(({ teacher }) => teacher))];
    expect(letters.map(({ to }) => to.join())).toEqual(teachers.map((code) => desk.row(STAFF, { code }).email));
    for (const [index, code] of teachers.entries()) {
      expect(letters[index]?.text.match(/https:\S+/g)).toEqual([
        `https://docs.google.com/document/d/${documentOf(desk, code).id}/edit`,
      ]);
      for (const { role, title } of rowsOf(desk, code))
        expect(letters[index]?.text).toMatch(
          new RegExp(`${role === 'осваивает' ? 'Осваиваете' : 'Консультируете'}.*${title}`),
        );
    }
    expect(preview.example?.body).toBe(letters[0]?.text);
    expect(counts(preview)).toEqual([String(teachers.length), '0', '0']);
    expect(run.lines).toEqual([`Отправлено писем с маршрутами: ${String(teachers.length)}.`]);
    const second = sendRoutes(desk);
    expect([second.letters, second.preview.ready, second.preview.lines]).toEqual([
      [],
      false,
      ['Писать сейчас некому.'],
    ]);
  });

  it('go again only to whom the route has changed for, and only when the director asks', () => {
    const desk = deskAt(routed);
    sendRoutes(desk);
    desk.type(ROUTES, ({ teacher }) => teacher === PEOPLE.hail.code, 'task', 'Новое задание');
    desk.press('makeRoutes');
    const { preview, letters } = sendRoutes(desk);
    expect(letters).toEqual([]);
    expect(preview.lines.join()).toMatch(/У 1 учителя маршрут с прошлого письма изменился/);
    const again = sendRoutes(desk, 'changed');
    expect(again.letters.map(({ to, subject }) => [to.join(), subject])).toEqual([
      [PEOPLE.hail.email, 'Ваш индивидуальный маршрут обновлён, цикл 1'],
    ]);
    expect(sendRoutes(desk, 'changed').letters).toEqual([]);
  });

  it('do not go where the link would lead nowhere, and say why; once that is mended, they do', () => {
    const desk = deskAt(invited);
    const hail = ({ code }: Shown<typeof STAFF>): boolean => code === PEOPLE.hail.code;
    desk.type(STAFF, hail, 'email', '');
    desk.press('makeRoutes');
    const { id } = documentOf(desk, PEOPLE.viburnum.code);
    const { Files } = desk.workspace.globals['Drive'] as NonNullable<typeof Drive>;
    Files.update({ trashed: true }, id);
    const { preview, letters } = sendRoutes(desk);
    const written = letters.map(({ to }) => to.join());
    for (const { email } of [PEOPLE.hail, PEOPLE.viburnum]) expect(written).not.toContain(email);
    expect(preview.warnings).toEqual([
      expect.stringContaining(`корзине, письма не будет: ${PEOPLE.viburnum.name}`),
      expect.stringContaining(`Нет адреса почты, письма не будет: ${PEOPLE.hail.name}`),
    ]);
    desk.type(STAFF, hail, 'email', PEOPLE.hail.email);
    expect(sendRoutes(desk).preview.warnings.join()).toMatch(/Документ адресату не открыт/);
    desk.press('makeRoutes');
    expect(sendRoutes(desk).letters.map(({ to }) => to.join())).toEqual([PEOPLE.hail.email, PEOPLE.viburnum.email]);
  });

  it('are in doubt when the execution dies while one goes: it is named and never sent again; the quota holds them until tomorrow', () => {
    const death = new Death();
    const desk = deskAt(routed, { faults: death.faults, edition: 'consumer' });
    const teachers = new Set(desk.rows(ROUTES).map(({ teacher }) => teacher)).size;
    desk.workspace.world.spend('mail.recipients', desk.workspace.quota('mail.recipients') - 4, 'MailApp');
    death.at(2, 'after', ({ service, method }) => service === 'MailApp' && method === 'sendEmail');
    pressAndDie(desk, 'sendRoutes');
    expect(desk.finishOpenRun().state).toBe('waiting');
    expect(desk.letters().slice(-4)).toHaveLength(4);
    desk.sleep(26 * 3_600_000);
    const { lines } = desk.finishOpenRun();
    expect(lines[0]).toBe(`Отправлено писем с маршрутами: ${String(teachers - 1)}.`);
    expect(lines[1]).toMatch(/Неизвестно, дошло ли письмо/);
    const addressees = desk
      .letters()
      .slice(-teachers)
      .map(({ to }) => to.join());
    expect(new Set(addressees).size).toBe(teachers);
    expect(sendRoutes(desk).letters).toEqual([]);
  });

  it('go anew when the documents were taken back and made anew, and need routes first', () => {
    expect(deskAt(invited).refusal('sendRoutes')).toMatch(/Открытых маршрутов цикла «1» нет/);
    const desk = deskAt(invited);
    const { run } = desk.press('makeRoutes');
    const first = sendRoutes(desk).letters.length;
    desk.press('undoRun', { run: run.run });
    desk.press('makeRoutes');
    expect(sendRoutes(desk).letters).toHaveLength(first);
  });
});

// Hostile values and requests: whatever people type or a page sends, nothing runs, nothing throws, and what is refused is said.
import fc from 'fast-check';
import { ACTION_IDS } from '../../src/app/actions';
import { readDocuments } from '../../local/services/docs';
import { allForms, readForm } from '../../local/services/form';
import type { ActionId, Reply } from '../../src/shared/contract';
import { ANSWERS, GROUPS, LESSONS, MODULES, PLAN, STAFF, WISHES } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { csv, EVERYBODY, invited, PEOPLE, scored, selfOf, setUp, staffed, timetabled } from './school';
import { answered } from './partners';
import { deskAt } from './workspace';

/** Control characters and marks that turn the direction of writing. */
// eslint-disable-next-line no-control-regex -- exactly these are meant
const MARKS = /[\u0000-\u0008\u000e-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A page's call. Words of bugs must not be among the refusals. */
function ask(desk: Desk, request: unknown): Reply<unknown> {
  const reply = desk.workspace.rpc('rpc', request) as Reply<unknown>;
  if (!reply.ok) {
    expect(reply.problems.length).toBeGreaterThan(0);
    for (const { code, text } of reply.problems) {
      expect([code, text]).not.toEqual(['google.failed', text]);
      expect(text).not.toMatch(/undefined|\[object|TypeError|is not a function/);
    }
  }
  for (const text of textsIn(reply)) expect(text).not.toMatch(MARKS);
  return reply;
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

// A usual run tries the same cases each time, so that what fails has to do with the change; `FAULTS=all` tries others every time, and more.
const ALL = process.env.FAULTS === 'all';
if (!ALL) fc.configureGlobal({ seed: 20261127 });

const NASTY = [
  '=1+1',
  '=IMPORTXML("https://evil.example";"//a")',
  '+cmd|calc',
  '@SUM(1)',
  '-2+3',
  "'=1",
  '\t=1+1',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a\r\nBcc: evil@evil.example',
  '\u202egnp.exe',
  '\u2066скрыто\u2069',
  '\u0000\u0007текст',
  '__proto__',
  'constructor',
  'toString',
  '{link}{name}{?x}',
  'ы'.repeat(60_000),
  '',
  '   ',
  '\ud800',
  '1e999',
  '-0',
  '99.99.9999',
];

const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 40 }));

describe('requests of a page', () => {
  const key = fc.constantFrom(
    'method',
    'action',
    'input',
    'run',
    'query',
    'edit',
    '__proto__',
    'constructor',
    'toString',
    'x',
  );
  const value: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      nasty,
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('home', 'fields', 'preview', 'start', 'pump', 'stop', 'groups', 'runs', 'search', ...ACTION_IDS),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(key, tie('any'), { maxKeys: 4 }),
    ),
  })).any;

  it('that are malformed are refused with words, never with an exception', () => {
    const desk = deskAt(staffed);
    fc.assert(
      fc.property(value, (request) => {
        // Structured as the transport would: what JSON cannot say never arrives.
        ask(desk, JSON.parse(JSON.stringify(request) ?? 'null'));
      }),
      { numRuns: ALL ? 60 : 20 },
    );
  });

  it.each(['__proto__', 'toString', 'constructor', 'hasOwnProperty', ''])(
    'for the action «%s» are malformed',
    (action) => {
      const desk = deskAt(setUp);
      for (const method of ['fields', 'preview', 'start', 'home.', action])
        expect(ask(desk, { method, action, input: {} })).toMatchObject({
          ok: false,
          problems: [{ code: 'rpc.malformed' }],
        });
    },
  );

  it('that nest dozens deep or hold a huge text are answered', () => {
    const desk = deskAt(setUp);
    let deep: unknown = 'x';
    for (let i = 0; i < 20; i += 1) deep = { input: [deep] };
    expect(ask(desk, { method: 'groups', edit: deep }).ok).toBe(false);
    expect(ask(desk, { method: 'search', query: 'ы'.repeat(1_000_000) }).ok).toBe(false);
    expect(ask(desk, { method: 'pump', run: 'x'.repeat(1_000_000) }).ok).toBe(false);
  });

  it.each(ACTION_IDS)('with anything for the fields of %s preview or refuse', (action) => {
    const desk = deskAt(scored);
    const fields = (ask(desk, { method: 'fields', action }) as { value?: readonly { name: string }[] }).value ?? [];
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, value), { minLength: 6, maxLength: 6 }), (values) => {
        const input = Object.fromEntries(fields.map(({ name }, index) => [name, values[index % 6]]));
        ask(desk, { method: 'preview', action, input: JSON.parse(JSON.stringify(input)) as unknown });
      }),
      { numRuns: 2 },
    );
  });
});

describe('functions of the script', () => {
  it('that a page can call are the intended ones, and none of them takes orders from it', () => {
    const desk = deskAt(setUp);
    for (const name of [
      'answer',
      'startRun',
      'createPorts',
      'eval',
      'Function',
      'LATE',
      'constructor',
      'toString',
      '__proto__',
    ])
      expect(() => desk.workspace.rpc(name, { method: 'home' })).toThrow();
  });
});

describe('cells that people have spoilt', () => {
  it.each(['sendInvitations', 'formPairs'])('show no marks of a name that turn writing: preview of %s', (action) => {
    const desk = deskAt(timetabled);
    for (let row = 2; row <= 8; row++) desk.sheet(STAFF.title).getRange(row, 2).setValue('\u2066скрыто\u2069');
    expect(ask(desk, { method: 'preview', action, input: {} })).toMatchObject({ ok: true });
  });

  it.each(['formGroups', 'formPairs'])('leave an answer counted whose time is emptied: preview of %s', (action) => {
    const desk = deskAt(timetabled);
    desk.sheet(ANSWERS.title).getRange(2, 4, 8, 1).clearContent();
    expect(ask(desk, { method: 'preview', action, input: {} })).toMatchObject({ ok: true });
  });

  it('never stop the page or a preview with an exception', () => {
    const cell = fc.record({
      table: fc.constantFrom(STAFF, ANSWERS, GROUPS, MODULES),
      row: fc.integer({ min: 2, max: 8 }),
      column: fc.integer({ min: 1, max: 12 }),
      value: nasty,
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 3, maxLength: 8 }), (cells) => {
        const desk = deskAt(timetabled);
        for (const { table, row, column, value } of cells) {
          const range = desk.sheet(table.title).getRange(row, column);
          range.setNumberFormat('@');
          range.setValue(value.slice(0, 49_000));
        }
        ask(desk, { method: 'home' });
        ask(desk, { method: 'groups' });
        for (const action of [
          'processAnswers',
          'formGroups',
          'makeTimetable',
          'sendInvitations',
          'publishGroups',
          'formPairs',
          'countIndicators',
          'erasePerson',
          'selfCheck',
        ] as const)
          ask(desk, { method: 'preview', action, input: { person: PEOPLE.hail.code, reason: 'ended' } });
        ask(desk, { method: 'start', action: 'processAnswers', input: {} });
      }),
      { numRuns: ALL ? 48 : 8 },
    );
  }, 120_000);
});

describe('hostile answers and names', () => {
  const evil = '=HYPERLINK("https://evil.example")<script>alert(1)</script>\u202e\u0007';

  it('are neither formulas nor markup in sheets, letters, events and forms', () => {
    const desk = deskAt(setUp);
    desk.press('importStaff', {
      text: csv([
        ['Код', 'ФИО', 'Электронная почта', 'Предметы', 'Школа'],
        ...EVERYBODY.map(({ code, email, subjects, school }, index) => [
          code,
          `${evil} ${String(index)}`,
          email,
          subjects,
          school,
        ]),
      ]),
    });
    desk.press('sendSelf');
    for (const someone of Object.values(PEOPLE).slice(0, 10))
      desk.answer(
        'self',
        someone.email,
        selfOf({ ...someone, questions: someone.questions === '' ? '' : `${evil}\nещё` }),
      );
    desk.set('allowUnconfirmed', 'да');
    desk.press('processAnswers');
    desk.press('formGroups');
    desk.press('publishGroups');
    desk.press('makeTimetable');
    desk.press('sendInvitations');
    for (const sheet of desk.director.spreadsheet.getSheets()) {
      const formulas = sheet.getDataRange().getFormulas().flat();
      expect([sheet.getName(), formulas.filter((formula) => formula !== '')]).toEqual([sheet.getName(), []]);
      // Raw answers, for the machine, stay as they were given.
      const values = sheet
        .getDataRange()
        .getDisplayValues()
        .flat()
        .filter((cell) => !cell.startsWith('{'))
        .join('\n');
      // eslint-disable-next-line no-control-regex -- exactly these are meant
      expect(values).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/);
    }
    expect(desk.standingEvents().length).toBeGreaterThan(0);
    for (const { description = '', summary = '' } of desk.standingEvents()) {
      expect(description).not.toMatch(/<[a-z/!?]/i);
      expect(summary).not.toMatch(/[\r\n\u202e]/);
    }
    for (const { subject, html = '' } of desk.letters()) {
      expect(subject).not.toMatch(/[\r\n\u202a-\u202e\u2066-\u2069]/);
      expect(html.replace(/<\/?(p|br|a)( href="https:[^"<>]*")?>/g, '')).not.toMatch(/[<>]/);
    }
  });

  it('do no harm in what is made beside the cycle: routes, notes, cards, plan, partners, pairs, own forms, registers, exports', () => {
    const desk = deskAt(answered);
    const long = `${evil}\r\nBcc: evil@evil.example ${'ы'.repeat(49_000)}`;
    const line = `${evil} «${NASTY[7] ?? ''}»\u200f`;
    desk.director.type(STAFF, 'name', ({ name }) => `${name} ${line}`);
    desk.director.addRows(LESSONS, [
      {
        name: desk.rows(STAFF)[0]?.name ?? '',
        date: '15.10.2026',
        group: line,
        subject: line,
        topic: long,
        tool: '=IMPORTXML("https://evil.example")',
        competency: 'ict.forms',
        state: 'проведён',
      },
    ]);
    desk.director.addRows(WISHES, [{ who: PEOPLE.wind.code, whom: PEOPLE.hail.code, kind: 'хочу вместе' }]);
    desk.director.addRows(PLAN, [
      { title: line, when: '01.09.2026', responsible: line, result: long, remind: PEOPLE.wind.email, stage: line },
    ]);
    const form = (desk.workspace.globals['FormApp'] as typeof FormApp).create(line);
    form.addTextItem().setTitle(`ФИО ${line}`);
    form
      .addMultipleChoiceItem()
      .setTitle(`Как Вы работаете с Google Формами? ${line}`)
      .setChoiceValues(['Не умею', line]);
    const cycle: readonly (readonly [ActionId, Readonly<Record<string, unknown>>])[] = [
      [
        'importFramework',
        {
          text: csv([
            ['Раздел', 'Умение учителя', 'Не владеет', 'Базовый', 'Высокий'],
            [line, `Новое ${line}`, line, `2${line}`, `3${line}`],
          ]),
        },
      ],
      [
        'importCourses',
        {
          text: csv([
            ['ФИО', 'Курс', 'Дата'],
            [PEOPLE.rain.name, line, '01.02.2026'],
          ]),
        },
      ],
      [
        'importLevels',
        {
          text: csv([
            ['Код', 'Гугл-формы', line],
            [PEOPLE.wind.code, '2', line],
          ]),
          source: 'test',
          date: '2026-09-01',
        },
      ],
      ['bindForm', { link: form.getEditUrl() }],
      ['sendNeeds', {}],
      ['processAnswers', {}],
      ['sendAddressed', {}],
      ['formGroups', {}],
      ['publishGroups', {}],
      ['agreeProgrammes', {}],
      ['formPairs', {}],
      ['publishTeams', {}],
      ['setUpBank', {}],
      [
        'fileResources',
        { title: line, kind: 'other', competency: 'ict.forms', link: 'https://a.example', annotation: line },
      ],
      [
        'fileResources',
        {
          title: `\u200f${line}`,
          kind: 'other',
          competency: 'ict.forms',
          annotation: `\u200e${line}`,
          file: { name: '\u202egnp.exe\u200f\u2066', contentType: 'text/plain', base64: 'eA==' },
        },
      ],
      ['fileLessonCards', {}],
      ['makeRoutes', {}],
      ['calendarPlan', {}],
      ['remindPlan', {}],
      ['sendPartnerSurvey', { school: 'Школа № 2', kind: 'needs' }],
      ['sharePartnerReport', { school: 'Школа № 2' }],
      ['writeNote', {}],
      ['exportPerson', { person: PEOPLE.wind.code }],
      ['usePseudonyms', { mode: 'on' }],
      ['erasePerson', { person: PEOPLE.wind.code, reason: 'ended' }],
    ];
    const done = cycle.flatMap(([action, input]) => {
      if (action === 'processAnswers')
        desk.answer('needs', PEOPLE.fir.email, {
          needs: ['ict.forms'],
          'needs.other': evil.repeat(50),
          consent: 'vr-2026-1',
        });
      let reply = ask(desk, { method: 'start', action, input }) as Reply<{ run: string; state: string }>;
      while (reply.ok && reply.value.state === 'running')
        reply = ask(desk, { method: 'pump', run: reply.value.run }) as Reply<{ run: string; state: string }>;
      return reply.ok && reply.value.state === 'done' ? [action] : [];
    });
    // Whatever is refused for want of what it needs is refused in words; most is done.
    expect(cycle.map(([action]) => action).filter((action) => !done.includes(action))).toEqual([]);
    for (const method of ['home', 'groups', 'timetable', 'coverage', 'runs'] as const) ask(desk, { method });
    for (const sheet of desk.director.spreadsheet.getSheets())
      expect([
        sheet.getName(),
        sheet
          .getDataRange()
          .getFormulas()
          .flat()
          .filter((formula) => formula !== ''),
      ]).toEqual([sheet.getName(), []]);
    expect(desk.standingEvents().length).toBeGreaterThan(0);
    for (const { description = '', summary = '', location = '' } of desk.standingEvents()) {
      expect(description).not.toMatch(/<[a-z/!?]/i);
      expect(`${summary}${location}`).not.toMatch(/[\r\n]/);
      expect(`${summary}${description}${location}`).not.toMatch(MARKS);
    }
    for (const { subject, to, bcc } of desk.letters()) {
      expect(subject).not.toMatch(/[\r\n]/);
      expect(subject).not.toMatch(MARKS);
      expect([...to, ...(bcc ?? [])].join()).not.toContain('evil');
    }
    const ours = desk.files().filter(({ name, id }) => name !== line && id !== form.getId());
    expect(ours.length).toBeGreaterThan(10);
    for (const { name, description, content = '', mimeType } of ours) {
      expect(name).not.toMatch(/[\r\n\t]/);
      expect(`${name}${description}`).not.toMatch(MARKS);
      if (mimeType === 'text/csv')
        for (const cell of Buffer.from(content, 'base64')
          .toString('utf8')
          .slice(1)
          .split(/[;\r\n]+/))
          expect(cell).not.toMatch(/^"?[=+@-]/);
    }
    const forms = allForms(desk.workspace.world).filter(({ id }) => id !== form.getId());
    for (const { id } of forms)
      expect(MARKS.test(JSON.stringify({ ...readForm(desk.workspace.world, id), responses: [] }))).toBe(false);
    for (const document of readDocuments(desk.workspace.world))
      expect(MARKS.test(JSON.stringify(document))).toBe(false);
  }, 120_000);

  it('of 50,000 characters are kept as far as a cell goes, and the rest of the answer counts', () => {
    const desk = deskAt(invited);
    desk.answer('self', PEOPLE.wind.email, selfOf({ ...PEOPLE.wind, questions: 'ы'.repeat(50_000) }));
    desk.press('processAnswers');
    expect(
      desk.rows(ANSWERS).filter(({ teacher, state }) => teacher === PEOPLE.wind.code && state === 'учтён'),
    ).toHaveLength(1);
  });
});

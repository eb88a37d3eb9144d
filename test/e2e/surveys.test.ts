// «Опросы»: the three questionnaires, their letters and reminders, and how many have answered.
import { FRAMEWORK } from '../../src/programmes/vremya-rosta/framework';
import { COMPETENCIES, JOURNAL, STAFF, SUMMARY, SURVEYS } from '../../src/workbook/tables';
import { addressees, twice } from './death';
import type { Desk } from './desk';
import {
  ANSWERING,
  needsAsked,
  needsOf,
  OWN,
  PEOPLE,
  selfAsked,
  selfOf,
  staffed,
  type Person,
  type CompetencyId,
} from './school';
import { DAY, deskAt, HOUR, type Stage } from './workspace';

type FormItem = ReturnType<Desk['form']>['items'][number];
const emails = (people: readonly Person[]): string[] => people.map(({ email }) => email);
const choicesOf = (item: FormItem | undefined): string[] =>
  item !== undefined && 'choices' in item
    ? item.choices.map((choice) => (typeof choice === 'string' ? choice : choice.value))
    : [];
const labelsOf = (lines: readonly (string | { label: string })[]): string[] =>
  lines.map((line) => (typeof line === 'string' ? line : line.label));
const titled = (form: ReturnType<Desk['form']>, words: RegExp): FormItem | undefined =>
  form.items.find(({ title }) => words.test(title));

/** Everybody who answers has answered the needs survey, and the answers are read. */
const needsKnown: Stage = {
  name: 'needs-known',
  after: needsAsked,
  carryOut: (desk) => {
    for (const someone of ANSWERING) desk.answer('needs', someone.email, needsOf(someone));
    desk.press('processAnswers');
  },
};

const addressedAsked: Stage = {
  name: 'addressed-asked',
  after: needsKnown,
  carryOut: (desk) => {
    desk.press('sendAddressed');
  },
};

const whoChose = (id: CompetencyId): Person[] => OWN.filter(({ needs }) => needs.includes(id));

describe.each([
  ['needs survey', needsAsked, 'needs', /Опрос потребностей/],
  ['self-assessment', selfAsked, 'self', /Самооценка/],
] as const)('the %s', (_name, stage, key, fileName) => {
  it('is one form, published and accepting, with its title and a file name of its own, collecting e-mails', () => {
    const desk = deskAt(stage);
    const form = desk.form(key);
    expect(form).toMatchObject({ published: true, accepting: true, collectEmail: true, allowEdits: true });
    expect(form.title.length).toBeGreaterThan(10);
    expect(form.fileName).toMatch(fileName);
    expect(desk.files().filter(({ mimeType, trashed }) => mimeType.endsWith('.form') && !trashed).length).toBe(1);
  });

  it('stands in the register with its link, its addressees and until when', () => {
    const desk = deskAt(stage);
    const row = desk.survey(key);
    expect(row).toMatchObject({ state: 'идёт', audienceCount: '11', answered: '0', cycle: '1' });
    expect(row.url).toBe(desk.form(key).publishedUrl);
    expect(row.until).toBe('08.09.2026');
    expect(row.missing.split('; ')).toEqual(OWN.map(({ name }) => name));
  });

  it('is announced by one letter to everybody of the own staff, with link, deadline and the person’s code', () => {
    const desk = deskAt(stage);
    expect(addressees(desk)).toEqual(emails(OWN));
    for (const [index, letter] of desk.letters().entries()) {
      expect(letter.text).toContain(desk.survey(key).url);
      expect(letter.text).toContain('08.09.2026');
      expect(letter.text).toContain(OWN[index]?.code);
      expect(letter.text).toContain(OWN[index]?.name);
      expect(letter.subject).not.toBe('');
    }
  });

  it('asks for consent to the processing of personal data, apart from all else and never by default', () => {
    const form = deskAt(stage).form(key);
    const section = form.sections.find(({ title }) => /персональных данных/.test(title));
    expect(section?.help).toMatch(/152-ФЗ/);
    const questions = section?.items.filter((item) => 'required' in item) ?? [];
    expect(questions.length).toBe(1);
    expect(questions[0]).toMatchObject({ required: true });
    expect(choicesOf(questions[0]).length).toBe(1);
  });

  it('is not sent again by a second press', () => {
    const desk = deskAt(stage);
    const before = desk.picture();
    const { preview } = desk.press(key === 'needs' ? 'sendNeeds' : 'sendSelf');
    expect(desk.picture()).toEqual(before);
    expect(preview.lines.join()).not.toBe('');
  });

  it('promises in its preview what it then does: forms, letters, the first letter word for word', () => {
    const desk = deskAt(staffed);
    const action = key === 'needs' ? 'sendNeeds' : 'sendSelf';
    const before = desk.picture();
    const preview = desk.director.ask({ method: 'preview', action, input: {} });
    expect(desk.picture()).toEqual(before);
    expect(preview.counts.find(({ label }) => /писем/i.test(label))?.value).toBe('11');
    desk.press(action);
    const [first] = desk.letters();
    expect(preview.example?.title).toContain(first?.subject ?? '?');
    const withoutLink = (text: string): string => text.replace(/https:\/\/\S+/g, '');
    expect(withoutLink(preview.example?.body ?? '')).toBe(withoutLink(first?.text ?? ''));
  });
});

describe('the needs survey', () => {
  it('offers the technologies marked for it, and «none», and demands an answer', () => {
    const desk = deskAt(needsAsked);
    const item = titled(desk.form('needs'), /технологии/i);
    expect(item).toMatchObject({ required: true });
    const expected = FRAMEWORK.competencies
      .filter(({ inNeedsSurvey }) => inNeedsSurvey)
      .map(({ title }) => title.toLowerCase());
    expect(
      choicesOf(item)
        .slice(0, -1)
        .map((label) => label.toLowerCase()),
    ).toEqual(expected);
  });

  it('offers what the sheet «Компетенции» says, not what the programme said once', () => {
    const desk = deskAt(staffed);
    desk.type(COMPETENCIES, ({ id }) => id === 'dee.vr', 'inNeedsSurvey', 'да');
    desk.type(COMPETENCIES, ({ id }) => id === 'ict.forms', 'title', 'тесты в формах');
    desk.press('sendNeeds');
    const labels = choicesOf(titled(desk.form('needs'), /технологии/i)).join('\n');
    expect(labels).toMatch(/3D-моделирование/);
    expect(labels).toMatch(/тесты в формах/i);
    expect(labels).not.toMatch(/гугл-форм/);
  });

  it('gives every technology its count and its share of the staff in «Сводка»', () => {
    const summary = deskAt(needsKnown).rows(SUMMARY);
    const of = (id: CompetencyId): (string | undefined)[] => {
      const row = summary.find(({ competency }) => competency === id);
      return [row?.teachers, row?.needs, row?.needsShare];
    };
    expect(of('ict.forms')).toEqual(['11', '4', '36,4%']);
    expect(of('ict.spreadsheets')).toEqual(['11', '3', '27,3%']);
    expect(of('ict.presentations')).toEqual(['11', '1', '9,1%']);
    expect(of('ict.distance')).toEqual(['11', '1', '9,1%']);
  });
});

describe('the self-assessment', () => {
  it('has a section an area, and a required question a competency with its five worded levels', () => {
    const form = deskAt(selfAsked).form('self');
    const areas = [...new Set(FRAMEWORK.competencies.map(({ area }) => area))];
    expect(form.sections.map(({ title }) => title)).toEqual(expect.arrayContaining(areas));
    for (const { title, descriptors, area } of FRAMEWORK.competencies) {
      const section = form.sections.find((one) => one.title === area);
      const item = section?.items.find((one) => one.title.toLowerCase() === title.toLowerCase());
      expect(item).toMatchObject({ required: true });
      expect(choicesOf(item)).toEqual(descriptors);
    }
  });

  it('asks in every area what the teacher wants to master, where he can help, and what to work through', () => {
    const form = deskAt(selfAsked).form('self');
    const grids = form.items.filter((item) => 'rows' in item && labelsOf(item.columns).includes('Хочу освоить'));
    expect(grids.length).toBe(4);
    for (const grid of grids)
      if ('columns' in grid) expect(labelsOf(grid.columns)).toEqual(['Хочу освоить', 'Готов помочь коллегам']);
    expect(form.items.filter(({ title }) => /вопросы разобрать/.test(title)).length).toBe(4);
  });

  it('asks for convenient days and times as the settings name them', () => {
    const desk = deskAt(staffed);
    desk.set('days', 'Вт; Чт');
    desk.set('bands', '13:30-14:10; 14:20-15:00');
    desk.press('sendSelf');
    const grid = titled(desk.form('self'), /Дни и часы/);
    expect(grid !== undefined && 'rows' in grid ? labelsOf(grid.rows) : []).toEqual(['Вт', 'Чт']);
    expect(grid !== undefined && 'columns' in grid ? labelsOf(grid.columns) : []).toEqual([
      '13:30–14:10',
      '14:20–15:00',
    ]);
  });
});

describe('the addressed survey', () => {
  it('makes one form a technology that was chosen, and only those who chose it get its letter', () => {
    const desk = deskAt(addressedAsked);
    const forms = desk.rows(SURVEYS).filter(({ kind }) => kind === 'адресный опрос');
    expect(forms.map(({ key }) => key).sort()).toEqual(
      ['ict.distance', 'ict.forms', 'ict.presentations', 'ict.spreadsheets'].map((id) => `1/addressed/${id}`),
    );
    for (const id of ['ict.distance', 'ict.forms', 'ict.presentations', 'ict.spreadsheets'] as const) {
      const { url } = desk.survey(`addressed/${id}`);
      const reached = desk.letters().filter(({ text }) => text.includes(url));
      expect(reached.map(({ to }) => to.join())).toEqual(emails(whoChose(id)));
    }
  });

  it('asks that technology’s own practical questions, each required', () => {
    const desk = deskAt(addressedAsked);
    const competency = FRAMEWORK.competencies.find(({ id }) => id === 'ict.forms');
    const form = desk.form('addressed/ict.forms');
    for (const question of competency?.practice ?? []) {
      const item = form.items.find(({ title }) => title === question);
      expect(item).toMatchObject({ required: true });
    }
    expect(form.items.some(({ title }) => /сводную таблицу/.test(title))).toBe(false);
    expect(form).toMatchObject({ published: true, accepting: true });
  });

  it('has nobody to go to before anybody has chosen', () => {
    const desk = deskAt(needsAsked);
    expect(desk.refusal('sendAddressed')).toMatch(/никто/i);
    expect(desk.rows(SURVEYS).length).toBe(1);
  });

  it('is not sent again by a second press', () => {
    const desk = deskAt(addressedAsked);
    const before = desk.picture();
    desk.press('sendAddressed');
    expect(desk.picture()).toEqual(before);
  });

  it('reaches those who choose a technology later, and their answers count', () => {
    const desk = deskAt(addressedAsked);
    const sent = desk.letters().length;
    desk.answer('needs', PEOPLE.moon.email, { ...needsOf(PEOPLE.moon), needs: ['ict.forms'] });
    desk.press('processAnswers');
    desk.press('sendAddressed');
    const late = desk.letters().slice(sent);
    expect(late.map(({ to }) => to.join())).toEqual([PEOPLE.moon.email]);
    const survey = desk.survey('addressed/ict.forms');
    expect(survey.audienceCount).toBe(String(whoChose('ict.forms').length + 1));
    desk.answer('addressed/ict.forms', PEOPLE.moon.email, {
      need: 'yes',
      'practice:1': 'can',
      'practice:2': 'hint',
      'practice:3': 'never',
      'practice:4': 'can',
    });
    desk.press('processAnswers');
    expect(desk.survey('addressed/ict.forms').answered).toBe('1');
  });
});

describe('who is asked', () => {
  it('are those who take part: not the partner school, not «нет»', () => {
    const desk = deskAt(staffed);
    desk.type(STAFF, ({ code }) => code === 'У-003', 'included', 'нет');
    desk.press('sendNeeds');
    expect(addressees(desk)).toEqual(emails(OWN.filter((someone) => someone !== PEOPLE.hail)));
  });

  it('somebody without an address is named in the preview; the others get their letters', () => {
    const desk = deskAt(staffed);
    desk.type(STAFF, ({ code }) => code === 'У-003', 'email', '');
    const { preview } = desk.press('sendNeeds');
    expect(preview.warnings.join('\n')).toContain(PEOPLE.hail.name);
    expect(desk.letters().length).toBe(10);
    expect(desk.survey('needs').audienceCount).toBe('11');
  });

  it('a teacher who joins after the letters went out gets one at the next press, alone, and his answer counts', () => {
    const desk = deskAt(needsAsked);
    const sent = desk.letters().length;
    desk.press('importStaff', { text: 'ФИО;Почта\nОсипова О. О.;osipova@school.example' });
    desk.press('sendNeeds');
    expect(addressees(desk).slice(sent)).toEqual(['osipova@school.example']);
    expect(desk.survey('needs').audienceCount).toBe('12');
    desk.answer('needs', 'osipova@school.example', { needs: ['none'], consent: 'vr-2026-1' });
    desk.press('processAnswers');
    expect(desk.survey('needs').answered).toBe('1');
  });

  it('nobody is asked when the staff list is empty, and that is said', () => {
    const desk = deskAt(staffed);
    for (const { code } of OWN) desk.type(STAFF, (row) => row.code === code, 'included', 'нет');
    expect(desk.refusal('sendNeeds')).toMatch(/некого/i);
    expect(desk.files().filter(({ mimeType }) => mimeType.endsWith('.form'))).toEqual([]);
  });
});

describe('reminders', () => {
  /** All but two have answered; two days have passed. */
  function twoSilent(): Desk {
    const desk = deskAt(needsAsked);
    for (const someone of ANSWERING) if (someone !== PEOPLE.moon) desk.answer('needs', someone.email, needsOf(someone));
    desk.press('processAnswers');
    desk.sleep(2 * DAY);
    return desk;
  }

  it('go to those who have not answered, and to nobody else', () => {
    const desk = twoSilent();
    const sent = desk.letters().length;
    const { preview } = desk.press('remind');
    expect(addressees(desk).slice(sent).sort()).toEqual(emails([PEOPLE.moon, PEOPLE.may]).sort());
    expect(
      desk
        .letters()
        .slice(sent)
        .every(({ text }) => text.includes(desk.survey('needs').url)),
    ).toBe(true);
    const lines = preview.lines.join('\n');
    expect(lines).toContain('9 из 11');
    expect(lines).toContain(PEOPLE.moon.name);
    expect(lines).toContain(PEOPLE.may.name);
  });

  it('do not go twice on one day, however often the button is pressed', () => {
    const desk = twoSilent();
    desk.press('remind');
    const sent = desk.letters().length;
    desk.press('remind');
    desk.sleep(3 * HOUR);
    desk.press('remind');
    expect(desk.letters().length).toBe(sent);
  });

  it('wait as many days as the settings say', () => {
    const desk = twoSilent();
    desk.set('remindEvery', '3');
    const sent = desk.letters().length;
    desk.press('remind');
    expect(desk.letters().length).toBe(sent);
    desk.sleep(DAY);
    desk.press('remind');
    expect(desk.letters().length).toBe(sent + 2);
  });

  it('do not go on the day of the invitation itself', () => {
    const desk = deskAt(needsAsked);
    const sent = desk.letters().length;
    desk.press('remind');
    expect(desk.letters().length).toBe(sent);
  });

  it('stop when the time to answer is over', () => {
    const desk = twoSilent();
    desk.sleep(7 * DAY);
    const sent = desk.letters().length;
    expect(desk.refusal('remind')).toMatch(/срок/i);
    expect(desk.letters().length).toBe(sent);
  });

  it('do not go to somebody who has answered since the last reading of the answers', () => {
    const desk = twoSilent();
    const sent = desk.letters().length;
    desk.answer('needs', PEOPLE.moon.email, needsOf(PEOPLE.moon));
    desk.press('remind');
    expect(addressees(desk).slice(sent)).toEqual([PEOPLE.may.email]);
  });

  const services = (desk: Desk): { FormApp: typeof FormApp; Drive: typeof Drive } =>
    desk.workspace.globals as { FormApp: typeof FormApp; Drive: typeof Drive };

  const close = (desk: Desk, formId: string): void => {
    services(desk).FormApp.openById(formId).setAcceptingResponses(false);
  };
  const bin = (desk: Desk, formId: string): void => {
    services(desk).Drive?.Files.update({ trashed: true }, formId);
  };

  it.each([
    ['closed', close, /не принимает ответы.*исправить/],
    ['in the bin', bin, /в корзине Диска.*Верните её из корзины/],
  ] as const)(
    'do not go about a form that is %s: the preview and the run say so and what to do',
    (_how, spoil, said) => {
      const desk = twoSilent();
      desk.press('sendSelf');
      desk.sleep(2 * DAY);
      spoil(desk, desk.survey('needs').formId);
      const sent = desk.letters().length;
      const { preview, run } = desk.press('remind');
      expect(preview.warnings.join()).toMatch(said);
      expect(run.lines.join()).toMatch(said);
      const reminded = desk.letters().slice(sent);
      expect(reminded.length).toBe(OWN.length);
      expect(reminded.every(({ text }) => text.includes(desk.survey('self').url))).toBe(true);
      expect(preview.counts[0]?.value).toBe(String(OWN.length));
    },
  );

  it('by themselves go about no closed form either: the journal says so once a day', () => {
    const desk = twoSilent();
    desk.set('autoRemind', 'да');
    close(desk, desk.survey('needs').formId);
    const sent = desk.letters().length;
    desk.wait(5 * HOUR);
    expect(desk.letters().length).toBe(sent);
    expect(desk.rows(JOURNAL).filter(({ result }) => result.includes('не принимает ответы')).length).toBe(1);
  });

  it('of many surveys go in portions, to everybody once', () => {
    const desk = twoSilent();
    const sheet = desk.sheet(SURVEYS.title);
    const [headings = [], row = []] = sheet.getDataRange().getValues() as string[][];
    const [key, title] = (['key', 'title'] as const).map((of) => headings.indexOf(SURVEYS.columns[of].title));
    const more = Array.from({ length: 60 }, (_u, n) =>
      row.map((cell, at) => (at === key ? `1/needs/X-${String(n)}` : at === title ? `Опрос ${String(n)}` : cell)),
    );
    sheet.getRange(3, 1, more.length, row.length).setValues(more);
    const sent = desk.letters().length;
    const { run } = desk.press('remind');
    const reminded = desk.letters().slice(sent);
    expect(twice(reminded.map(({ to, subject }) => `${to.join()} ${subject}`))).toEqual([]);
    // All rows share one form, whose answers are of the first row's survey.
    expect(reminded.length).toBe(2 + 60 * OWN.length);
    expect(run.lines.join()).toContain(`Отправлено напоминаний: ${String(reminded.length)}.`);
  });

  it('go by themselves from eight in the morning, not as soon as the day has begun', () => {
    const desk = twoSilent();
    desk.set('autoRemind', 'да');
    const sent = desk.letters().length;
    desk.wait(3 * DAY);
    const hours = desk
      .letters()
      .slice(sent)
      .map(({ at }) => new Date(at + 7 * HOUR).getUTCHours());
    // Two people; the first time in the hour in which it was switched on.
    expect(hours).toEqual([9, 9, 8, 8]);
  });

  it('go by themselves when the settings allow, once in the set number of days', () => {
    const desk = deskAt(needsAsked);
    desk.set('autoRemind', 'да');
    for (const someone of ANSWERING) desk.answer('needs', someone.email, needsOf(someone));
    const sent = desk.letters().length;
    const reminded = (): string[] => addressees(desk).slice(sent);
    desk.wait(3 * HOUR);
    expect(reminded()).toEqual([]);
    for (const expected of [0, 1, 1, 2]) {
      desk.sleep(DAY - 3 * HOUR);
      desk.wait(3 * HOUR);
      expect(reminded()).toEqual(Array<string>(expected).fill(PEOPLE.may.email));
    }
  });
});

it('coverage is shown as answered, share and the names of those who have not', () => {
  const desk = deskAt(needsKnown);
  expect(desk.survey('needs')).toMatchObject({ answered: '10', answeredShare: '90,9%', missing: PEOPLE.may.name });
  expect(desk.home().steps.find(({ action }) => action === 'sendNeeds')?.line).toMatch(/10 из 11/);
});

it('all questionnaires of one person are told apart by subject and title', () => {
  const desk = deskAt(addressedAsked);
  desk.press('sendSelf');
  const mine = desk.letters().filter(({ to }) => to.includes(PEOPLE.wind.email));
  expect(new Set(mine.map(({ subject }) => subject)).size).toBe(mine.length);
  desk.answer('self', PEOPLE.wind.email, selfOf(PEOPLE.wind));
});

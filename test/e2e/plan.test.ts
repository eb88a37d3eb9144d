// The plan (A13): made from the programme or read from the school's own table, drawn, reminded of, put into the calendar, undone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL, LEDGER, PLAN, SETTINGS, STAFF } from '../../src/workbook/tables';
import { PLAN_VIEW } from '../../src/workbook/plan-view';
import { addressees, Death, pressAndDie } from './death';
import type { Desk, Shown } from './desk';
import { PEOPLE, setUp, staffed } from './school';
import { DAY, deskAt, HOUR, type Stage } from './workspace';

/** Monday; the desk's clock stands at the end of August. */
const START_DAY = '2026-09-07';

const planned: Stage = {
  name: 'planned',
  after: staffed,
  carryOut: (desk) => {
    desk.press('makePlan', { start: START_DAY });
  },
};

const measure = (desk: Desk, number: string): Shown<typeof PLAN> => desk.row(PLAN, { number });
const write = (desk: Desk, number: string, column: keyof Shown<typeof PLAN>, text: string): void => {
  desk.type(PLAN, (row) => row.number === number, column, text);
};
const chart = (desk: Desk): string[][] => desk.sheet(PLAN_VIEW.title).getDataRange().getDisplayValues();
/** Days of the events that stand, with their titles. */
const events = (desk: Desk): string[] =>
  desk.standingEvents().map(({ summary, start, end }) => `${start?.date ?? ''}…${end?.date ?? ''} ${summary ?? ''}`);
const table = (...rows: string[][]): string =>
  [['№', 'Мероприятие', 'Сроки', 'Ответственный'], ...rows].map((row) => row.join('\t')).join('\n');

describe('made from the programme', () => {
  it('turns the programme’s weeks into days from its start, stage by stage', () => {
    const desk = deskAt(planned);
    const rows = desk.rows(PLAN);
    expect(rows).toHaveLength(25);
    expect(measure(desk, '1.1')).toMatchObject({ start: '14.09.2026', end: '18.09.2026', state: 'запланировано' });
    expect(measure(desk, '2.17')).toMatchObject({ repeat: 'каждый месяц', start: '05.10.2026', end: '05.03.2027' });
    expect([...new Set(rows.map(({ stage }) => stage))]).toHaveLength(3);
    expect(desk.row(SETTINGS, { key: 'programmeFrom' }).value).toBe('07.09.2026');
    expect(desk.row(SETTINGS, { key: 'programmeTo' }).value).toBe('09.05.2027');
  });

  it('reminds whoever has the role that is named, and adds nothing a second time', () => {
    const desk = deskAt(staffed);
    desk.type(STAFF, ({ code }) => code === PEOPLE.birch.code, 'role', 'заместитель директора по УМР');
    desk.press('makePlan', { start: START_DAY });
    expect(measure(desk, '1.2').remind).toBe(PEOPLE.birch.email);
    const again = desk.press('makePlan', { start: '2026-09-14' });
    expect(again.preview.counts.map(({ value }) => value)).toEqual(['0', '25']);
    expect(desk.rows(PLAN)).toHaveLength(25);
  });

  it('wants a day to begin with', () => {
    const desk = deskAt(staffed);
    expect(desk.refusal('makePlan', { start: 'завтра' })).toMatch(/Выберите день/);
  });

  it('is undone whole, but for what has gone into the calendar since', () => {
    const desk = deskAt(planned);
    const run = desk.lastRun().run;
    desk.press('undoRun', { run });
    expect(desk.rows(PLAN)).toEqual([]);
    expect(desk.row(JOURNAL, { run }).state).toBe('отменён');
  });
});

describe('the school’s own plan', () => {
  it('is read from a sheet, words kept beside the days, and says what it could not read', () => {
    const desk = deskAt(staffed);
    const sheet = desk.director.pasteSheet('Наш план', [
      ['План работы', '', '', '', ''],
      ['№', 'Мероприятие', 'Сроки', 'Ответственный', 'Результат'],
      ['1 этап: сентябрь 2026 г.', '', '', '', ''],
      ['1.1', 'Педсовет', '2-ая неделя сентября', 'Берёзина А. А.', 'Решение'],
      ['1.2', 'Семинары', 'ежемесячно', 'методист', ''],
      ['1.3', 'Субботник', 'как потеплеет', '', ''],
    ]);
    const { preview, run } = desk.press('importPlan', { sheet, from: '2026-09-01', to: '2027-05-31' });
    expect(preview.counts.map(({ value }) => value)).toEqual(['3', '2', '1', '0', '1', '1']);
    expect(preview.warnings).toEqual([
      'Строка 6: «Субботник»: срок «как потеплеет» не понят. Слова сохранены; впишите даты на листе «План».',
    ]);
    expect(preview.example?.body).toContain('2-ая неделя сентября → 07.09.2026–13.09.2026');
    expect(run.lines[0]).toMatch(/добавлены 3 мероприятия/);
    expect(measure(desk, '1.1')).toMatchObject({
      when: '2-ая неделя сентября',
      start: '07.09.2026',
      end: '13.09.2026',
      remind: PEOPLE.birch.email,
      remark: 'Год взят из срока программы или этапа.',
      stage: '1 этап: сентябрь 2026 г.',
    });
    expect(measure(desk, '1.3')).toMatchObject({ when: 'как потеплеет', start: '', end: '' });
  });

  it.each([
    ['ict-project', 23],
    ['gymnasium', 129],
    ['communities', 22],
    ['district', 24],
    ['network', 76],
  ])('%s is read from pasted text as it stands, and once only', (name, count) => {
    const text = readFileSync(join(process.cwd(), 'test/domain/plan/tables', `${name}.txt`), 'utf8');
    const desk = deskAt(setUp);
    desk.press('importPlan', { text });
    expect(desk.rows(PLAN)).toHaveLength(count);
    const again = desk.press('importPlan', { text });
    expect(again.preview.lines[0]).toMatch(/уже есть/);
    expect(desk.rows(PLAN)).toHaveLength(count);
    desk.press('refreshPlan');
    expect(chart(desk)).toHaveLength(count + 2);
  });

  it('is refused where there is no table of a plan, and nothing happens', () => {
    const desk = deskAt(setUp);
    expect(desk.refusal('importPlan', { text: 'Провести педсовет в мае' })).toMatch(/Таблица плана не найдена/);
    expect(desk.refusal('importPlan', {})).toMatch(/Выберите лист/);
    expect(desk.refusal('importPlan', { text: 'x', from: '2027-01-01', to: '2026-01-01' })).toMatch(
      /не может быть раньше/,
    );
    expect(desk.rows(PLAN)).toEqual([]);
  });

  it('takes hostile cells as text', () => {
    const desk = deskAt(setUp);
    desk.press('importPlan', { text: table(['1', '=HYPERLINK("https://evil.example")', '10.12.2026', '@all']) });
    expect(measure(desk, '1').title).toBe('=HYPERLINK("https://evil.example")');
    expect(
      desk
        .sheet(PLAN.title)
        .getDataRange()
        .getFormulas()
        .flat()
        .filter((formula) => formula !== ''),
    ).toEqual([]);
  });
});

describe('how the plan stands', () => {
  it('is reckoned from days, state and days of doing, and drawn week by week', () => {
    const desk = deskAt(planned);
    desk.sleep(45 * DAY);
    write(desk, '1.1', 'state', 'выполнено');
    write(desk, '1.2', 'doneOn', '24.09.2026');
    const { run } = desk.press('refreshPlan');
    expect(measure(desk, '1.1').standing).toBe('выполнено');
    expect(measure(desk, '1.2').standing).toBe('выполнено');
    expect(measure(desk, '1.3').standing).toMatch(/^просрочено на \d+ д/);
    expect(measure(desk, '2.17').standing).toMatch(/^идёт, до срока/);
    expect(measure(desk, '3.2').standing).toMatch(/^начнётся через \d+ д/);
    expect(run.lines.filter((line) => line.startsWith('Просрочено на'))).not.toEqual([]);
    const [months = [], heads = [], ...rows] = chart(desk);
    expect(months.slice(4)).toEqual(expect.arrayContaining(['сен', 'окт', 'май']));
    expect(heads[4]).toBe('с 14.09');
    expect(rows[0]?.slice(4, 7)).toEqual(['✓', '', '']);
    expect(rows[2]?.slice(4, 7)).toEqual(['', '', '!']);
    expect(rows).toHaveLength(25);
  });

  it('fills in the days that a row added by hand names by words, and gives it a code', () => {
    const desk = deskAt(planned);
    desk.director.addRows(PLAN, [
      { number: '9', title: 'Конкурс', when: 'март, май 2027 г.' },
      { number: '10', title: 'Сайт', when: 'весь период, ежемесячно' },
    ]);
    desk.press('refreshPlan');
    expect(measure(desk, '9')).toMatchObject({
      start: '01.03.2027',
      end: '31.05.2027',
      repeat: 'в отдельные сроки',
      times: '01.03.2027–31.03.2027; 01.05.2027–31.05.2027',
      measure: 'М-026',
    });
    expect(measure(desk, '10')).toMatchObject({ start: '07.09.2026', end: '09.05.2027', repeat: 'каждый месяц' });
  });

  it('changes nothing when nothing has changed', () => {
    const desk = deskAt(planned);
    desk.press('refreshPlan');
    const before = desk.picture();
    desk.press('refreshPlan');
    expect(desk.picture()).toEqual(before);
  });

  it('names dates of doing that it cannot read', () => {
    const desk = deskAt(planned);
    write(desk, '1.1', 'doneOn', 'вчера');
    expect(desk.press('refreshPlan').preview.warnings.join()).toMatch(/столбец «Выполнено \(даты\)».*Не понято: вчера/);
  });

  it('names a row whose end lies before its beginning', () => {
    const desk = deskAt(planned);
    write(desk, '1.1', 'end', '01.09.2026');
    const { preview } = desk.press('refreshPlan');
    expect(preview.warnings.join()).toMatch(/окончание 01.09.2026 раньше начала 14.09.2026/);
  });

  it('has nothing to say about an empty plan', () => {
    expect(deskAt(setUp).refusal('refreshPlan')).toMatch(/План пуст/);
  });
});

/** Two people answer for measures; it is the week of the first. */
const due: Stage = {
  name: 'plan-due',
  after: planned,
  carryOut: (desk) => {
    write(desk, '1.1', 'remind', PEOPLE.birch.email);
    write(desk, '1.2', 'remind', `${PEOPLE.birch.email}; ${PEOPLE.fir.email}`);
    desk.sleep(Date.UTC(2026, 8, 22, 3) - desk.now());
    desk.workspace.save();
  },
};

describe('reminders of the plan', () => {
  it('are a letter a person with what is overdue and what is soon due', () => {
    const desk = deskAt(due);
    const { preview } = desk.press('remindPlan');
    expect(preview.example?.body).toContain('1.1');
    expect(addressees(desk).sort()).toEqual([PEOPLE.birch.email, PEOPLE.fir.email].sort());
    const [birch, fir] = [PEOPLE.birch, PEOPLE.fir].map(
      ({ email }) => desk.letters().find(({ to }) => to.join() === email)?.text ?? '',
    );
    expect(birch).toMatch(/Срок прошёл:\n• 1\.1 .*18\.09\.2026/);
    expect(birch).toMatch(/Скоро срок:\n• 1\.2 .*25\.09\.2026/);
    expect(fir).not.toContain('1.1 ');
    expect(fir).not.toContain('Срок прошёл');
    expect(birch).toContain('Здравствуйте, Берёзина А. А.!');
  });

  it('go once a week, however often the button is pressed', () => {
    const desk = deskAt(due);
    desk.press('remindPlan');
    desk.press('remindPlan');
    desk.sleep(2 * DAY);
    desk.press('remindPlan');
    expect(addressees(desk)).toHaveLength(2);
    desk.sleep(5 * DAY);
    desk.press('remindPlan');
    expect(addressees(desk)).toHaveLength(4);
  });

  it('say about which measures nobody can be written to', () => {
    const desk = deskAt(due);
    write(desk, '1.2', 'remind', '');
    const { preview } = desk.press('remindPlan');
    expect(preview.warnings.join()).toMatch(/Некому напомнить о .*1\.2/);
  });

  it('have nothing to say when nothing is due', () => {
    expect(deskAt(planned).refusal('remindPlan')).toMatch(/Напоминать не о чем/);
  });

  it('go by themselves once a week, only when the setting says so', () => {
    const silent = deskAt(due);
    silent.wait(2 * DAY);
    expect(addressees(silent)).toEqual([]);
    const desk = deskAt(due);
    desk.set('autoPlan', 'да');
    desk.wait(DAY);
    expect(addressees(desk)).toHaveLength(2);
    desk.wait(3 * DAY);
    expect(addressees(desk)).toHaveLength(2);
    desk.wait(7 * DAY);
    expect(addressees(desk)).toHaveLength(4);
  });

  it('leave no run in the journal when there is nothing to say', () => {
    const desk = deskAt(planned);
    desk.set('autoPlan', 'да');
    const runs = desk.rows(JOURNAL).length;
    desk.wait(2 * DAY);
    expect(desk.rows(JOURNAL)).toHaveLength(runs);
  });

  it('are sent at most once each, wherever an execution dies', () => {
    const whole = new Death();
    const undisturbed = deskAt(due, { faults: whole.faults });
    undisturbed.press('remindPlan');
    const calls = whole.count;
    for (let n = 0; n < 8; n++) {
      const death = new Death();
      const desk = deskAt(due, { faults: death.faults });
      death.at(1 + Math.floor(((n + 0.5) * calls) / 8), n % 2 === 0 ? 'after' : 'before');
      pressAndDie(desk, 'remindPlan');
      if (desk.home().running !== undefined) desk.finishOpenRun();
      else desk.press('remindPlan');
      const sent = addressees(desk);
      expect(sent.filter((one, index) => sent.indexOf(one) !== index)).toEqual([]);
      const doubtful = desk
        .rows(LEDGER)
        .filter(({ kind, state }) => kind === 'письмо' && state === 'неизвестно, дошло ли');
      expect(new Set([...sent, ...doubtful.map(({ who }) => who)]).size).toBe(2);
    }
  });
});

describe('measures in the calendar', () => {
  it('are whole-day events of the programme’s own calendar: short ones in their days, long ones on their last day', () => {
    const desk = deskAt(planned);
    const { preview } = desk.press('calendarPlan');
    // 24 measures, and one every month of six.
    expect(preview.counts.map(({ value }) => value)).toEqual(['30', '0', '0']);
    expect(events(desk)).toHaveLength(30);
    expect(events(desk)).toContain(
      '2026-09-14…2026-09-19 1.1 Описать, как работает мобильная группа: роли, состав, ход занятия',
    );
    expect(events(desk)).toContain('2027-05-07…2027-05-08 Срок: 3.2 Обобщить итоги программы и наметить продолжение');
    expect(desk.invitations()).toEqual([]);
  });

  it('change with the plan: moved, cancelled, deleted, and nothing is made twice', () => {
    const desk = deskAt(planned);
    desk.press('calendarPlan');
    expect(desk.press('calendarPlan').run.lines[0]).toMatch(/уже соответствует/);
    write(desk, '1.1', 'start', '21.09.2026');
    write(desk, '1.1', 'end', '21.09.2026');
    write(desk, '1.2', 'state', 'отменено');
    const { preview } = desk.press('calendarPlan');
    expect(preview.counts.map(({ value }) => value)).toEqual(['0', '1', '1']);
    expect(events(desk)).toHaveLength(29);
    expect(events(desk).find((event) => event.includes(' 1.1 '))).toMatch(/^2026-09-21…2026-09-22/);
    expect(events(desk).find((event) => event.includes(' 1.2 '))).toBeUndefined();
  });

  it('go with their row, and come back to a row that cannot be read as they were', () => {
    const desk = deskAt(planned);
    desk.press('calendarPlan');
    desk.sheet(PLAN.title).deleteRow(2);
    write(desk, '1.2', 'start', 'скоро');
    // A row that cannot be read might be the missing one: nothing is taken out until it can.
    expect(desk.press('calendarPlan').preview.counts.map(({ value }) => value)).toEqual(['0', '0', '0']);
    write(desk, '1.2', 'start', '21.09.2026');
    expect(desk.press('calendarPlan').preview.counts.map(({ value }) => value)).toEqual(['0', '0', '1']);
    expect(events(desk).filter((event) => event.includes(' 1.1 '))).toEqual([]);
    expect(events(desk).filter((event) => event.includes(' 1.2 '))).toHaveLength(1);
  });

  it('stay when invitations to modules are sent', () => {
    const desk = deskAt(planned);
    desk.press('calendarPlan');
    desk.press('sendInvitations');
    expect(events(desk)).toHaveLength(30);
  });

  it('are taken out when the run is undone, and come back when they are put in again', () => {
    const desk = deskAt(planned);
    const made = desk.lastRun().run;
    desk.press('calendarPlan');
    const run = desk.lastRun().run;
    desk.press('undoRun', { run });
    expect(events(desk)).toEqual([]);
    desk.press('calendarPlan');
    expect(events(desk)).toHaveLength(30);
    desk.press('undoRun', {
      run:
        desk
          .rows(JOURNAL)
          .filter(({ state }) => state === 'готово')
          .pop()?.run ?? '',
    });
    desk.press('undoRun', { run: made });
    expect(desk.rows(PLAN)).toEqual([]);
  });

  it('leave out what has no time, and say so', () => {
    const desk = deskAt(planned);
    desk.director.addRows(PLAN, [{ number: '9', title: 'Субботник', when: 'как потеплеет' }]);
    const { preview } = desk.press('calendarPlan');
    expect(preview.warnings.join()).toMatch(/Без срока 1 мероприятие.*Субботник/);
  });

  it('come to the same end wherever an execution dies', () => {
    const whole = new Death();
    const undisturbed = deskAt(planned, { faults: whole.faults });
    undisturbed.press('calendarPlan');
    const calls = whole.count;
    const expected = events(undisturbed).sort();
    for (let n = 0; n < 8; n++) {
      const death = new Death();
      const desk = deskAt(planned, { faults: death.faults });
      death.at(1 + Math.floor(((n + 0.5) * calls) / 8), n % 2 === 0 ? 'after' : 'before');
      pressAndDie(desk, 'calendarPlan');
      if (desk.home().running !== undefined) desk.finishOpenRun();
      desk.press('calendarPlan');
      expect(events(desk).sort()).toEqual(expected);
    }
  });
});

it('an hour later the heartbeat has nothing to do with the plan', () => {
  const desk = deskAt(planned);
  const before = desk.rows(PLAN);
  desk.wait(3 * HOUR);
  expect(desk.rows(PLAN)).toEqual(before);
});

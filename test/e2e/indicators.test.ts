// Indicators (A14): facts from the school's own sheets, forecast at the current pace, pupils' motivation without names.
import {
  ANSWERS,
  COMPETENCIES,
  GROUPS,
  INDICATOR_FACTS,
  INDICATORS,
  LEVELS_TABLE,
  MOTIVATION,
  SETTINGS,
  SURVEYS,
} from '../../src/workbook/tables';
import { Death, pressAndDie } from './death';
import type { Desk, Shown } from './desk';
import { OWN, PEOPLE, published, setUp, staffed } from './school';
import { DAY, deskAt, type Stage } from './workspace';

const indicator = (desk: Desk, title: RegExp): Shown<typeof INDICATORS> => {
  const found = desk.rows(INDICATORS).filter((row) => title.test(row.title));
  if (found[0] === undefined || found.length > 1) throw new Error(`${String(found.length)} indicators`);
  return found[0];
};
const write = (desk: Desk, title: RegExp, column: keyof Shown<typeof INDICATORS>, text: string): void => {
  desk.type(INDICATORS, (row) => title.test(row.title), column, text);
};
const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')}%`;

/** The programme has run for three weeks. */
const running: Stage = {
  name: 'programme-running',
  after: published,
  carryOut: (desk) => {
    desk.set('programmeFrom', '07.09.2026');
    desk.set('programmeTo', '09.05.2027');
    desk.sleep(Date.UTC(2026, 8, 28, 3) - desk.now());
    desk.workspace.save();
  },
};

describe('the programme’s indicators', () => {
  it('are 90, 60, 50 and 10 %, due by its end, with the fact, where it comes from, and the plan for today', () => {
    const desk = deskAt(running);
    const { preview, run } = desk.press('countIndicators');
    expect(desk.rows(INDICATORS).map(({ target, due }) => [target, due])).toEqual([
      ['90,0%', '09.05.2027'],
      ['60,0%', '09.05.2027'],
      ['50,0%', '09.05.2027'],
      ['10,0%', '09.05.2027'],
    ]);
    const inside = new Set(desk.rows(GROUPS).map(({ teacher }) => teacher)).size;
    expect(indicator(desk, /включённые/)).toMatchObject({
      fact: percent(inside / OWN.length),
      origin: `Листы «Группы» и «Сотрудники»: ${String(inside)} из ${String(OWN.length)} участвующих — в опубликованных группах.`,
      // 21 days of 244, of 90 %.
      plan: percent((0.9 * 21) / 244),
    });
    expect(run.lines).toEqual(preview.lines);
    // Nobody has written a lesson down.
    expect(indicator(desk, /регулярно/)).toMatchObject({ fact: '', verdict: 'факта нет' });
  });

  it('say who is nearest to the line and which session would move most', () => {
    const desk = deskAt(running);
    desk.press('countIndicators');
    // Everybody but one has the target of 2 in at least two of the three kinds of equipment; the one never answered.
    const equipment = indicator(desk, /оборудованием/);
    expect(equipment.fact).toBe(percent(10 / 11));
    expect(equipment.verdict).toBe('достигнут');
    expect(equipment.origin).toBe(
      'Лист «Дефициты и профициты»: 10 из 11 достигли цели хотя бы в 2 из 3 компетенций, названных в столбце «Что считать»; 1 человек не оценён.',
    );
    // What is above the target from the beginning is planned at the target.
    expect(equipment.plan).toBe('60,0%');
    desk.director.addRows(
      LEVELS_TABLE,
      [PEOPLE.birch, PEOPLE.wind, PEOPLE.hail, PEOPLE.rain, PEOPLE.fir, PEOPLE.crane].flatMap(({ code }, index) =>
        (['dee.panel', 'dee.mobile-class'] as const).map((competency) => ({
          cycle: '1',
          teacher: code,
          competency,
          source: 'тест',
          level: index === 0 && competency === 'dee.panel' ? '1' : '0',
          date: '20.09.2026',
        })),
      ),
    );
    desk.press('countIndicators');
    const after = indicator(desk, /оборудованием/);
    expect(after.fact).toBe(percent(4 / 11));
    expect(after.nearest.split('\n')[0]).toBe(
      `${PEOPLE.birch.name}: не хватает 1 уровня — ${desk.row(COMPETENCIES, { id: 'dee.panel' }).title}`,
    );
    expect(after.advice).toContain('До цели не хватает 3 человек');
    expect(after.advice).toMatch(/Больше всего людей продвинет занятие/);
  });

  it('forecast at the pace of the facts, and say what it rests on; a target that is out of reach is named', () => {
    const desk = deskAt(running);
    desk.press('countIndicators');
    write(desk, /регулярно/, 'source', 'вписываю сам');
    write(desk, /регулярно/, 'baseline', '0%');
    write(desk, /регулярно/, 'fact', '6%');
    desk.press('countIndicators');
    // 6 % in 21 days: 223 days more make 69.7 %.
    expect(indicator(desk, /регулярно/)).toMatchObject({
      forecast: percent(0.06 + (0.06 / 21) * 223),
      verdict: 'будет достигнут',
      deviation: percent(0.06 - (0.5 * 21) / 244),
    });
    expect(indicator(desk, /регулярно/).basis).toBe(
      'Темп 2 п. п. в неделю: прямая по 2 точкам, с 07.09.2026 по 28.09.2026 (лист «Ход показателей» и начало программы).',
    );
    desk.sleep(28 * DAY);
    desk.press('countIndicators');
    expect(indicator(desk, /регулярно/).verdict).toBe('не будет достигнут');
    expect(
      desk
        .rows(INDICATOR_FACTS)
        .filter(({ title }) => /регулярно/.test(title))
        .map(({ date, fact }) => [date, fact]),
    ).toEqual([
      ['28.09.2026', '6,0%'],
      ['26.10.2026', '6,0%'],
    ]);
  });

  it('keep what people set: targets, dates, own rows; a row thrown out does not come back', () => {
    const desk = deskAt(running);
    desk.press('countIndicators');
    write(desk, /включённые/, 'target', '95%');
    desk.director.addRows(INDICATORS, [
      {
        title: 'Ответили на самооценку',
        source: 'опросы: кто ответил',
        of: 'самооценка',
        target: '80%',
        due: '01.10.2026',
      },
      { title: 'Выполнен план', source: 'план: что выполнено', target: '100%' },
    ]);
    desk.press('countIndicators');
    expect(indicator(desk, /включённые/).target).toBe('95,0%');
    expect(indicator(desk, /самооценку/)).toMatchObject({
      fact: percent(10 / 11),
      verdict: 'достигнут',
      indicator: 'П-001',
    });
    expect(indicator(desk, /план/).verdict).toBe('факта нет');
    const sheet = desk.sheet(INDICATORS.title);
    sheet.deleteRow(2);
    desk.press('countIndicators');
    expect(desk.rows(INDICATORS)).toHaveLength(5);
  });

  it('counted twice a day leave one fact a day, and nothing else changes', () => {
    const desk = deskAt(running);
    desk.press('countIndicators');
    const before = desk.picture();
    desk.press('countIndicators');
    expect(desk.picture()).toEqual(before);
  });

  it('are undone: the rows and facts of the run go', () => {
    const desk = deskAt(running);
    desk.press('countIndicators');
    desk.press('undoRun', { run: desk.lastRun().run });
    expect(desk.rows(INDICATORS)).toEqual([]);
    expect(desk.rows(INDICATOR_FACTS)).toEqual([]);
  });

  it('come to the same end wherever an execution dies', () => {
    const whole = new Death();
    const undisturbed = deskAt(running, { faults: whole.faults });
    undisturbed.press('countIndicators');
    const calls = whole.count;
    const state = (desk: Desk): unknown =>
      [desk.rows(INDICATORS), desk.rows(INDICATOR_FACTS)].map((rows) => rows.map(({ run: _run, ...row }) => row));
    const expected = state(undisturbed);
    for (let n = 0; n < 6; n++) {
      const death = new Death();
      const desk = deskAt(running, { faults: death.faults });
      death.at(1 + Math.floor(((n + 0.5) * calls) / 6), n % 2 === 0 ? 'after' : 'before');
      pressAndDie(desk, 'countIndicators');
      if (desk.home().running !== undefined) desk.finishOpenRun();
      desk.press('countIndicators');
      expect(state(desk)).toEqual(expected);
    }
  });
});

const STATEMENTS = ['interest', 'effort', 'useful', 'more', 'digital', 'able'];
/** A pupil who marks every statement alike; those worded the other way round the other way. */
const marks = (group: string, mark: number): Record<string, string | number> => ({
  group,
  ...Object.fromEntries(STATEMENTS.map((key) => [`scale:${key}`, mark])),
  ...Object.fromEntries(['bored', 'forced'].map((key) => [`scale:${key}`, 6 - mark])),
});
const answerAll = (desk: Desk, occasion: 'before' | 'after', group: string, given: readonly number[]): void => {
  for (const mark of given) desk.answer(`pupils/${occasion}`, '', marks(group, mark));
};
const CLASSES = { classes: '5А; 5Б' };

describe('the pupils’ questionnaire', () => {
  it('is anonymous: no e-mail, no code, nobody is written to, and answers cannot be opened again', () => {
    const desk = deskAt(staffed);
    const { preview, run } = desk.press('askPupils', { occasion: 'before', ...CLASSES });
    const form = desk.form('pupils/before');
    expect(form.collectEmail).toBe(false);
    expect(form.items.map(({ title }) => title).join()).not.toMatch(/код|имя|фио|почт/i);
    expect(preview.example?.body).toMatch(/анонимная/);
    expect(desk.letters()).toEqual([]);
    expect(run.lines[0]).toContain(desk.survey('pupils/before').url);
    expect(desk.row(SETTINGS, { key: 'pupilClasses' }).value).toBe('5А; 5Б');
  });

  it('asks which one it is and of which classes', () => {
    const desk = deskAt(setUp);
    expect(desk.refusal('askPupils', { occasion: 'сейчас', ...CLASSES })).toMatch(/до программы или после/);
    expect(desk.refusal('askPupils', { occasion: 'before', classes: ' ; ' })).toMatch(/Впишите классы/);
  });

  it('leaves no trace of who answered, and looks for nobody', () => {
    const desk = deskAt(staffed);
    desk.press('askPupils', { occasion: 'before', ...CLASSES });
    answerAll(desk, 'before', '5А', [3, 4]);
    desk.press('processAnswers');
    expect(
      desk.rows(ANSWERS).map(({ email, teacher, name, match, state }) => [email, teacher, name, match, state]),
    ).toEqual([
      ['', '', '', 'анонимно', 'учтён'],
      ['', '', '', 'анонимно', 'учтён'],
    ]);
    expect(desk.rows(SURVEYS)[0]?.kind).toBe('анкета учеников');
  });

  it('is compared class by class, with the effect and its interval; a class of four is not shown', () => {
    const desk = deskAt(staffed);
    desk.press('askPupils', { occasion: 'before', ...CLASSES });
    answerAll(desk, 'before', '5А', [2, 3, 3, 3, 4, 3, 2, 4]);
    answerAll(desk, 'before', '5Б', [1, 1, 1, 1]);
    desk.press('askPupils', { occasion: 'after', ...CLASSES });
    answerAll(desk, 'after', '5А', [4, 4, 3, 5, 4, 4, 3, 5]);
    answerAll(desk, 'after', '5Б', [5, 5, 5, 5, 5, 5]);
    desk.press('processAnswers');
    desk.press('countIndicators');
    const [first, second, all] = desk.rows(MOTIVATION);
    // Means 3 and 4, deviations √(4/7) = 0.756 both: d = 1.323, J = 1 − 3/55, g = 1.251; √V = 0.5225.
    expect(first).toMatchObject({
      group: '5А',
      before: '8',
      after: '8',
      meanBefore: '3,00',
      meanAfter: '4,00',
      effect: '1,25',
      low: '0,23',
      high: '2,27',
      highBefore: '25,0%',
      highAfter: '75,0%',
    });
    expect(second).toMatchObject({ group: '5Б', before: '', after: '', meanBefore: '', effect: '', growth: '' });
    expect(second?.remark).toMatch(/Меньше пяти/);
    expect(all).toMatchObject({ group: 'Все показанные классы', before: '8', after: '8', growth: '50,0%' });
    const motivation = indicator(desk, /мотивацию/);
    expect(motivation).toMatchObject({ fact: '50,0%', verdict: 'достигнут' });
    expect(motivation.origin).toMatch(/в 1 классе, 8 ответов до и 8 после\. С вероятностью 95 % — от .* до .* п\. п\./);
    // Nothing of the small class can be told from the sheets that people read.
    expect(JSON.stringify([desk.rows(MOTIVATION), desk.rows(INDICATORS), desk.rows(INDICATOR_FACTS)])).not.toMatch(
      /1,00|"4"/,
    );
  });

  it('pressed twice makes one form, and is undone', () => {
    const desk = deskAt(staffed);
    desk.press('askPupils', { occasion: 'before', ...CLASSES });
    const run = desk.lastRun().run;
    expect(desk.press('askPupils', { occasion: 'before', ...CLASSES }).preview.lines[0]).toMatch(/уже открыта/);
    expect(desk.rows(SURVEYS)).toHaveLength(1);
    desk.press('undoRun', { run });
    expect(desk.files().filter(({ mimeType, trashed }) => mimeType.endsWith('.form') && !trashed)).toEqual([]);
  });
});

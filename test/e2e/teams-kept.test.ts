// Pairs, communities and levels formed again: what somebody has changed by hand in a draft stays as it was typed.
import { COMMUNITIES, LEVELS_TABLE, MASTERY, PAIRS, SETTINGS, STAFF } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { PEOPLE, scored } from './school';
import { communitiesOf, levelOf, paired, said, teamed, wish } from './teams';
import { deskAt } from './workspace';

const { birch, wind, hail, fir, crane, winter, may, viburnum } = PEOPLE;
const TOGETHER = 'хочу вместе';
const HELP = 'постоянная методическая помощь';
const IMPROVING = 'совершенствование мастерства';

/** The community of somebody: its tutor first. */
const communityOf = (desk: Desk, teacher: string): ReturnType<Desk['rows']> => {
  const { community } = desk.row(COMMUNITIES, { teacher });
  return communitiesOf(desk).get(community) ?? [];
};
const tutorOf = (desk: Desk, teacher: string): string =>
  communityOf(desk, teacher).find(({ role }) => role === 'тьютор')?.['teacher'] ?? '';

/** Makes somebody else the tutor of a community; gives who it is now. */
function chooseTutor(desk: Desk, teacher: string): string {
  const before = tutorOf(desk, teacher);
  const chosen = communityOf(desk, teacher).find(({ role }) => role === 'участник')?.['teacher'] ?? '';
  desk.type(COMMUNITIES, (row) => row.teacher === before, 'role', 'участник');
  desk.type(COMMUNITIES, (row) => row.teacher === chosen, 'role', 'тьютор');
  return chosen;
}

describe('topics of a draft pair that were typed by hand', () => {
  const OWN_WORDS = 'работа с электронной таблицей, начало';

  it('stay when pairs are formed again, in words of one’s own as well', () => {
    const desk = deskAt(paired);
    const { reason } = desk.row(PAIRS, { trainee: hail.code });
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'competencies', OWN_WORDS);
    expect(said(desk.press('formPairs'))).toMatch(/без изменений 2/);
    const row = desk.row(PAIRS, { trainee: hail.code });
    expect([row.competencies, row.reason]).toEqual([OWN_WORDS, reason]);
  });

  it('are what the pair is explained by', () => {
    const desk = deskAt(paired);
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'competencies', 'ICT.Spreadsheets');
    desk.press('formPairs');
    expect(desk.row(PAIRS, { trainee: hail.code }).reason).toMatch(/^«возможности электронных таблиц/);
  });

  it('do not keep others from following what is known', () => {
    const desk = deskAt(paired);
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'competencies', OWN_WORDS);
    const before = desk.row(PAIRS, { mentor: fir.code });
    wish(desk, [wind.code, fir.code, TOGETHER, 'ict.forms'], [fir.code, wind.code, TOGETHER, 'ict.forms']);
    desk.press('formPairs');
    const now = desk.row(PAIRS, { mentor: fir.code });
    expect([now.trainee, now.competencies !== before.competencies]).toEqual([before.trainee, true]);
    expect(desk.row(PAIRS, { trainee: hail.code }).competencies).toBe(OWN_WORDS);
  });
});

describe('a level of mastery that somebody set by hand', () => {
  it('stays without being pinned, and what the answers say stands beside it', () => {
    const desk = deskAt(teamed);
    desk.type(MASTERY, ({ teacher }) => teacher === hail.code, 'level', HELP);
    expect(said(desk.press('formMastery'))).toMatch(/исправленные вручную строки сохранят уровень: 1/);
    expect(levelOf(desk, hail.code)).toBe(HELP);
    expect(desk.row(MASTERY, { teacher: hail.code }).reason).toMatch(/вышло бы: совершенствование мастерства/);
    desk.press('formMastery');
    expect(levelOf(desk, hail.code)).toBe(HELP);
  });

  it('for somebody whose level is not known stays, with the goal of its group', () => {
    const desk = deskAt(teamed);
    desk.director.addRows(MASTERY, [{ teacher: may.code, level: 'становление мастерства' }]);
    desk.press('formMastery');
    const row = desk.row(MASTERY, { teacher: may.code });
    expect([row.level, row.name, row.groupGoal]).toEqual([
      'становление мастерства',
      may.name,
      expect.stringMatching(/Осваивают приёмы/),
    ]);
  });

  it('is the only one that stays: the others follow the bounds', () => {
    const desk = deskAt(teamed);
    desk.type(MASTERY, ({ teacher }) => teacher === hail.code, 'level', HELP);
    desk.type(SETTINGS, ({ key }) => key === 'masteryFrom', 'value', '3; 2,7; 1');
    desk.press('formMastery');
    expect([levelOf(desk, birch.code), levelOf(desk, hail.code)]).toEqual(['высокое мастерство', HELP]);
  });

  it('is published with the goals of its own group', () => {
    const desk = deskAt(teamed);
    const before = desk.rows(MASTERY).find(({ level }) => level === IMPROVING);
    const teacher = before?.teacher ?? '';
    desk.type(MASTERY, (row) => row.teacher === teacher, 'level', HELP);
    desk.press('publishTeams', { kinds: ['mastery'] });
    const row = desk.row(MASTERY, { teacher });
    expect([row.level, row.state]).toEqual([HELP, 'опубликовано']);
    expect([row.goal, row.groupGoal, row.reason]).toEqual([
      expect.stringMatching(/Постоянный наставник/),
      expect.stringMatching(/постоянную поддержку/),
      expect.stringMatching(/вышло бы: совершенствование мастерства/),
    ]);
  });
});

describe('of a draft community', () => {
  it('the tutor chosen by hand stays, and is explained as the tutor', () => {
    const desk = deskAt(teamed);
    const chosen = chooseTutor(desk, birch.code);
    desk.press('formCommunities');
    expect(tutorOf(desk, birch.code)).toBe(chosen);
    expect(desk.row(COMMUNITIES, { teacher: chosen }).reason).toMatch(/^Тьютор/);
    const before = desk.picture();
    desk.press('formCommunities');
    expect(desk.picture()).toEqual(before);
  });

  it('the tutor chosen by hand stays while its other people change', () => {
    const desk = deskAt(teamed);
    const chosen = chooseTutor(desk, birch.code);
    const gone = communityOf(desk, birch.code).find(({ teacher }) => ![chosen, birch.code].includes(teacher ?? ''));
    desk.type(STAFF, ({ code }) => code === gone?.['teacher'], 'included', 'нет');
    desk.press('formCommunities');
    expect(communityOf(desk, birch.code).map(({ teacher }) => teacher)).not.toContain(gone?.['teacher']);
    expect(tutorOf(desk, birch.code)).toBe(chosen);
    desk.type(STAFF, ({ code }) => code === gone?.['teacher'], 'included', 'да');
    desk.press('formCommunities');
    expect(tutorOf(desk, birch.code)).toBe(chosen);
  });

  it('the focus chosen by hand stays, with its title and its tutor', () => {
    const desk = deskAt(teamed);
    const tutor = tutorOf(desk, birch.code);
    const { community } = desk.row(COMMUNITIES, { teacher: birch.code });
    desk.type(COMMUNITIES, (row) => row.community === community, 'competency', 'ict.safety');
    desk.press('formCommunities');
    expect(new Set(communityOf(desk, birch.code).map(({ competency }) => competency))).toEqual(new Set(['ict.safety']));
    expect(tutorOf(desk, birch.code)).toBe(tutor);
    desk.press('publishTeams', { kinds: ['communities'] });
    expect(desk.row(COMMUNITIES, { teacher: birch.code }).state).toBe('опубликовано');
  });

  it('a tutor whom nobody chose follows the levels', () => {
    const desk = deskAt(teamed);
    expect(tutorOf(desk, winter.code)).toBe(fir.code);
    desk.type(STAFF, ({ code }) => code === fir.code, 'maxAsConsultant', '0');
    desk.press('formCommunities');
    expect(tutorOf(desk, winter.code)).not.toBe(fir.code);
  });
});

describe('names in rows that stay follow their codes when', () => {
  it('pairs are formed', () => {
    const desk = deskAt(paired);
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'trainee', crane.code);
    desk.type(PAIRS, ({ trainee }) => trainee === crane.code, 'pinned', 'да');
    desk.press('formPairs');
    expect(desk.row(PAIRS, { trainee: crane.code }).traineeName).toBe(crane.name);
  });

  it('communities are formed', () => {
    const desk = deskAt(teamed);
    desk.press('publishTeams', { kinds: ['communities'] });
    desk.type(COMMUNITIES, ({ teacher }) => teacher === viburnum.code, 'name', 'Кто-то');
    desk.press('formCommunities');
    expect(desk.row(COMMUNITIES, { teacher: viburnum.code }).name).toBe(viburnum.name);
  });

  it('levels are formed', () => {
    const desk = deskAt(teamed);
    desk.type(MASTERY, ({ teacher }) => teacher === wind.code, 'name', 'Кто-то');
    desk.type(MASTERY, ({ teacher }) => teacher === wind.code, 'level', HELP);
    desk.type(MASTERY, ({ teacher }) => teacher === wind.code, 'pinned', 'да');
    desk.press('formMastery');
    expect(desk.row(MASTERY, { teacher: wind.code }).name).toBe(wind.name);
  });
});

describe('a name that was changed without its code', () => {
  it('is told before publishing, with the code of whom it names', () => {
    const desk = deskAt(paired);
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'traineeName', crane.name);
    const { preview } = desk.press('publishTeams', { kinds: ['pairs'] });
    expect(preview.warnings.join('\n')).toMatch(
      /«Наставнические пары», строка \d: вписано «Журавлёва.*», а код У-003 — это Градов.*поменяйте код на У-006\./,
    );
    expect(desk.row(PAIRS, { trainee: hail.code }).traineeName).toBe(hail.name);
  });

  it('is not told where the code was changed: names follow codes', () => {
    const desk = deskAt(paired);
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'trainee', crane.code);
    expect(desk.press('publishTeams', { kinds: ['pairs'] }).preview.warnings).toEqual([]);
  });
});

it('a row pinned without a cycle is of the cycle in which something was formed beside it', () => {
  const desk = deskAt(scored);
  desk.director.addRows(PAIRS, [{ pair: 'П-09', mentor: fir.code, trainee: winter.code, pinned: 'да' }]);
  desk.press('formPairs');
  expect(desk.row(PAIRS, { pair: 'П-09' }).cycle).toBe('1');
  desk.set('cycle', '2');
  desk.director.addRows(LEVELS_TABLE, [
    { cycle: '2', teacher: winter.code, competency: 'ict.spreadsheets', source: 'тест', level: '1' },
    { cycle: '2', teacher: fir.code, competency: 'ict.spreadsheets', source: 'тест', level: '4' },
  ]);
  expect(said(desk.press('formPairs'))).not.toMatch(/останутся как есть: 1/);
});

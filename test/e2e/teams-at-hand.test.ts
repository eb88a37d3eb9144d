// Pairs, communities and levels of mastery in hands that type, delete and press in another order than foreseen.
import { COMMUNITIES, LEFT_OUT, MASTERY, PAIRS, SETTINGS, STAFF } from '../../src/workbook/tables';
import { Death, pressAndDie } from './death';
import type { Desk } from './desk';
import { PEOPLE, scored } from './school';
import { communitiesOf, paired, pairsOf, runOf, said, teamed, wish } from './teams';
import { deskAt } from './workspace';

const TOGETHER = 'хочу вместе';
const APART = 'не ставить вместе';
const { birch, wind, hail, fir, crane, winter, moon, may, november, viburnum, rain, frost } = PEOPLE;

const leftOut = (desk: Desk): string =>
  desk
    .rows(LEFT_OUT)
    .map(({ kind, name, reason }) => `${kind} ${name} ${reason}`)
    .join('\n');

describe('what is published says whom its codes say', () => {
  it('of a pair whose code was changed', () => {
    const desk = deskAt(paired);
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'trainee', crane.code);
    desk.press('publishTeams', { kinds: ['pairs'] });
    const row = desk.row(PAIRS, { trainee: crane.code });
    expect([row.state, row.traineeName]).toEqual(['опубликовано', crane.name]);
  });

  it('of a community: a changed code, and a row typed in by hand', () => {
    const desk = deskAt(teamed);
    const one = desk.row(COMMUNITIES, { teacher: winter.code });
    desk.type(COMMUNITIES, ({ teacher }) => teacher === winter.code, 'teacher', november.code);
    desk.director.addRows(COMMUNITIES, [
      { community: one.community, role: 'участник', competency: one.competency, teacher: winter.code },
    ]);
    desk.press('publishTeams', { kinds: ['communities'] });
    expect([november.code, winter.code].map((teacher) => desk.row(COMMUNITIES, { teacher }).name)).toEqual([
      november.name,
      winter.name,
    ]);
  });

  it('of a level whose person was changed', () => {
    const desk = deskAt(teamed);
    desk.type(MASTERY, ({ teacher }) => teacher === winter.code, 'teacher', may.code);
    desk.press('publishTeams', { kinds: ['mastery'] });
    expect(desk.row(MASTERY, { teacher: may.code }).name).toBe(may.name);
  });

  it('and a community about which its code says', () => {
    const desk = deskAt(teamed);
    const { community } = desk.row(COMMUNITIES, { teacher: winter.code });
    desk.type(COMMUNITIES, (row) => row.community === community, 'competency', 'ict.forms');
    desk.press('publishTeams', { kinds: ['communities'] });
    expect(desk.row(COMMUNITIES, { teacher: winter.code }).title).toBe('работа с гугл-формами');
  });
});

describe('undoing a publishing leaves the drafts', () => {
  it('of which somebody had made one a draft already', () => {
    const desk = deskAt(teamed);
    const before = pairsOf(desk);
    desk.press('publishTeams', { kinds: ['pairs'] });
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'state', 'черновик');
    desk.press('undoRun', { run: runOf(desk, 'Опубликовать пары') });
    expect(pairsOf(desk)).toEqual(before);
  });

  it('of communities and levels as well', () => {
    const desk = deskAt(teamed);
    const before = [desk.rows(COMMUNITIES).length, desk.rows(MASTERY).length];
    desk.press('publishTeams');
    desk.type(COMMUNITIES, () => true, 'state', 'черновик');
    desk.type(MASTERY, () => true, 'state', 'черновик');
    desk.press('undoRun', { run: runOf(desk, 'Опубликовать пары') });
    expect([desk.rows(COMMUNITIES).length, desk.rows(MASTERY).length]).toEqual(before);
  });

  it('when it died at any of its writings and was stopped', () => {
    const left: string[][] = [];
    const before = pairsOf(deskAt(teamed));
    for (let nth = 1; nth < 40; nth++) {
      const death = new Death();
      const desk = deskAt(teamed, { faults: death.faults });
      desk.director.ask({ method: 'preview', action: 'publishTeams', input: {} });
      death.at(nth, 'after', ({ service, method }) => service === 'Range' && /^setValue/.test(method));
      try {
        pressAndDie(desk, 'publishTeams');
      } catch {
        break;
      }
      death.disarm();
      const { running } = desk.home();
      if (running === undefined) continue;
      desk.director.ask({ method: 'stop', run: running.run });
      desk.press('undoRun', { run: running.run });
      left.push(pairsOf(desk));
    }
    expect(left.length).toBeGreaterThan(3);
    expect(left).toEqual(left.map(() => before));
  });
});

describe('a blank school is the own one', () => {
  const without = (): Desk => {
    const desk = deskAt(scored);
    desk.type(STAFF, ({ code }) => code === hail.code, 'school', '');
    return desk;
  };

  it('in pairs', () => {
    const desk = without();
    desk.press('formPairs');
    expect(pairsOf(desk).sort()).toEqual(['У-001→У-003', 'У-005→У-002']);
    expect(leftOut(desk)).not.toMatch(/В своей школе/);
  });

  it('in communities', () => {
    const desk = without();
    desk.press('formCommunities');
    expect(desk.rows(COMMUNITIES).map(({ teacher }) => teacher)).toContain(hail.code);
  });

  it('where schools are mixed', () => {
    const desk = without();
    desk.type(SETTINGS, ({ key }) => key === 'teamSchools', 'value', 'вперемешку');
    desk.press('formPairs');
    expect(
      desk
        .rows(PAIRS)
        .map(({ reason }) => reason)
        .join('\n'),
    ).not.toMatch(/Школы: /);
  });
});

describe('rows that cannot be read are named before forming', () => {
  it('a pinned pair without a number', () => {
    const desk = deskAt(scored);
    desk.director.addRows(PAIRS, [{ mentor: fir.code, trainee: winter.code, pinned: 'да' }]);
    expect(said(desk.press('formPairs'))).toMatch(/«Наставнические пары», строка 2/);
  });

  it('a published pair whose state was overwritten', () => {
    const desk = deskAt(teamed);
    desk.press('publishTeams', { kinds: ['pairs'] });
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'state', 'закреплено');
    expect(said(desk.press('formPairs'))).toMatch(/«Наставнические пары», строка \d/);
  });

  it('a pin typed as a tick', () => {
    const desk = deskAt(paired);
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'pinned', '✓');
    expect(said(desk.press('formPairs'))).toMatch(/«Наставнические пары», строка \d/);
  });

  it('a pinned row with a name instead of a code', () => {
    const desk = deskAt(scored);
    desk.director.addRows(PAIRS, [{ pair: 'П-01', mentor: fir.code, trainee: winter.name, pinned: 'да' }]);
    expect(said(desk.press('formPairs'))).toMatch(/Зимин/);
  });

  it('a pinned member without a role', () => {
    const desk = deskAt(teamed);
    const member = desk.rows(COMMUNITIES).find(({ role }) => role === 'участник')?.teacher ?? '';
    desk.type(COMMUNITIES, ({ teacher }) => teacher === member, 'role', '');
    desk.type(COMMUNITIES, ({ teacher }) => teacher === member, 'pinned', 'да');
    expect(said(desk.press('formCommunities'))).toMatch(/«Сообщества \(ПОС\)», строка \d/);
  });

  it('a published level that is none', () => {
    const desk = deskAt(teamed);
    desk.press('publishTeams');
    desk.type(MASTERY, ({ teacher }) => teacher === hail.code, 'level', 'средний');
    expect(said(desk.press('formMastery'))).toMatch(/строка \d/);
  });

  it('also where ten wishes did not come true', () => {
    const desk = deskAt(scored);
    wish(desk, ['Никто Н. Н.', fir.code, APART]);
    for (const one of [wind, hail, crane, winter, rain, frost, viburnum, birch, fir, moon])
      wish(desk, [one.code, may.code, TOGETHER], [may.code, one.code, TOGETHER]);
    expect(said(desk.press('formPairs'))).toMatch(/Никто/);
  });
});

describe('who is published or pinned and takes no part any more is named', () => {
  it.each(['formPairs', 'formCommunities', 'formMastery'] as const)('%s', (action) => {
    const desk = deskAt(teamed);
    desk.press('publishTeams');
    desk.type(STAFF, ({ code }) => code === birch.code, 'included', 'нет');
    expect(said(desk.press(action))).toContain(birch.name);
  });

  it('by the code when the row of the staff list is gone', () => {
    const desk = deskAt(teamed);
    desk.press('publishTeams');
    desk.sheet(STAFF.title).deleteRow(desk.rows(STAFF).findIndex(({ code }) => code === birch.code) + 2);
    expect(said(desk.press('formPairs'))).toMatch(/Наставнические пары.*У-001/);
  });
});

it('nine people of whom three are kept apart are placed in three communities, not eight in two', () => {
  const desk = deskAt(scored);
  desk.type(STAFF, ({ code }) => code === may.code || code === moon.code, 'included', 'нет');
  wish(desk, [birch.code, fir.code, APART], [fir.code, viburnum.code, APART], [birch.code, viburnum.code, APART]);
  desk.press('formCommunities');
  expect([...communitiesOf(desk).values()].map(({ length }) => length)).toEqual([3, 3, 3]);
  expect(leftOut(desk)).toBe('');
});

describe('a mutual wish with somebody who takes no part is told by name', () => {
  it.each([
    ['formPairs', /Градов В\. В\./],
    ['formCommunities', /Градов В\. В\. ни в одном сообществе/],
  ] as const)('%s', (action, words) => {
    const desk = deskAt(scored);
    desk.type(STAFF, ({ code }) => code === hail.code, 'included', 'нет');
    wish(desk, [birch.code, hail.code, TOGETHER], [hail.code, birch.code, TOGETHER]);
    const told = said(desk.press(action));
    expect(told).toMatch(words);
    expect(told).not.toMatch(/У-003|иначе проиграли бы другие/);
  });
});

it('what to do next agrees with a level set by hand', () => {
  const desk = deskAt(teamed);
  const high = 'совершенствование мастерства';
  const row = desk.rows(MASTERY).find(({ level }) => level === high);
  desk.type(MASTERY, ({ teacher }) => teacher === row?.teacher, 'level', 'постоянная методическая помощь');
  desk.type(MASTERY, ({ teacher }) => teacher === row?.teacher, 'pinned', 'да');
  desk.press('formMastery');
  expect(desk.row(MASTERY, { teacher: row?.teacher ?? '' }).goal).not.toBe(row?.goal);
});

describe('a competency code in a community', () => {
  it('that the programme does not have is not published', () => {
    const desk = deskAt(teamed);
    const { community } = desk.row(COMMUNITIES, { teacher: winter.code });
    desk.type(COMMUNITIES, (row) => row.community === community, 'competency', 'ict.spreadshets');
    expect(desk.refusal('publishTeams', { kinds: ['communities'] })).toMatch(/ict\.spreadshets/);
  });

  it('in another spelling does not slip past a ban about it', () => {
    const desk = deskAt(teamed);
    const [one, other] = desk
      .rows(COMMUNITIES)
      .filter((row, _at, all) => row.community === all[0]?.community)
      .map((row) => ({ ...row }));
    wish(desk, [one?.teacher ?? '', other?.teacher ?? '', APART, one?.competency ?? '']);
    desk.type(
      COMMUNITIES,
      (row) => row.community === one?.community,
      'competency',
      (one?.competency ?? '').toUpperCase(),
    );
    expect(desk.refusal('publishTeams', { kinds: ['communities'] })).toMatch(/запрещает/);
  });

  it('in another spelling in one row is the same competency', () => {
    const desk = deskAt(teamed);
    desk.type(COMMUNITIES, ({ teacher }) => teacher === winter.code, 'competency', 'ICT.Spreadsheets');
    desk.press('publishTeams', { kinds: ['communities'] });
    expect(desk.row(COMMUNITIES, { teacher: winter.code }).state).toBe('опубликовано');
  });
});

describe('publishing', () => {
  it('is not kept back by a spoiled row of another cycle, which forming does not name either', () => {
    const desk = deskAt(teamed);
    desk.director.addRows(PAIRS, [{ pair: 'П-05', mentor: fir.code, state: 'опубликовано', cycle: '0' }]);
    expect(said(desk.press('formPairs'))).not.toMatch(/«Наставнические пары», строка/);
    desk.press('publishTeams', { kinds: ['pairs'] });
    expect(desk.row(PAIRS, { trainee: hail.code }).state).toBe('опубликовано');
  });

  it('is kept back by a spoiled row of this cycle, and of none', () => {
    for (const cycle of ['1', '']) {
      const desk = deskAt(teamed);
      desk.director.addRows(PAIRS, [{ pair: 'П-05', mentor: fir.code, cycle }]);
      expect(desk.refusal('publishTeams', { kinds: ['pairs'] })).toMatch(/«Наставнические пары», строка 4/);
    }
  });

  it('names two pairs of one number, however it is typed', () => {
    const desk = deskAt(paired);
    const { pair } = desk.row(PAIRS, { mentor: fir.code });
    desk.director.addRows(PAIRS, [
      { pair: pair.toLowerCase(), mentor: birch.code, trainee: winter.code, pinned: 'да' },
    ]);
    expect(desk.refusal('publishTeams', { kinds: ['pairs'] })).toMatch(/строка 4: номер П-0\d уже есть в строке [23]/);
  });

  it('names a ban that could not be read', () => {
    const desk = deskAt(teamed);
    wish(desk, [hail.code, 'Берёзина', APART]);
    const { warnings } = desk.press('publishTeams').preview;
    expect(warnings.filter((one) => /«Пожелания», строка 2.*«Берёзина»/.test(one))).toHaveLength(1);
  });
});

it('the number of a community is the same in another spelling', () => {
  const desk = deskAt(teamed);
  const { community, competency } = desk.row(COMMUNITIES, { teacher: birch.code });
  const member = desk.rows(COMMUNITIES).find((row) => row.community !== community && row.role === 'участник');
  const isMember = ({ teacher }: { teacher: string }): boolean => teacher === member?.teacher;
  desk.type(COMMUNITIES, isMember, 'competency', competency);
  desk.type(COMMUNITIES, isMember, 'community', ` ${community.toLowerCase().replace('-0', ' ')}`);
  desk.type(COMMUNITIES, ({ teacher }) => teacher === birch.code, 'pinned', 'да');
  desk.press('formCommunities');
  desk.press('publishTeams', { kinds: ['communities'] });
  expect(desk.rows(COMMUNITIES).find(isMember)?.community).toBe(community);
});

it('a mutual wish that did not come true is told, whatever else one of the two wished of the other', () => {
  const desk = deskAt(scored);
  wish(
    desk,
    [birch.code, moon.code, TOGETHER, 'ict.safety'],
    [moon.code, birch.code, TOGETHER, 'ict.forms'],
    [birch.code, moon.code, TOGETHER, 'ict.forms'],
  );
  expect(said(desk.press('formPairs')).match(/хотят работать вместе/g)).toHaveLength(2);
});

it('the own school in another spelling is the own one', () => {
  for (const school of ['Школа №1', 'ШКОЛА  № 1', 'школа № 1']) {
    const desk = deskAt(scored);
    desk.type(STAFF, ({ code }) => code === hail.code, 'school', school);
    desk.press('formPairs');
    expect(pairsOf(desk)).toContain('У-001→У-003');
  }
});

describe('a name that the staff list has changed since', () => {
  const warned = (desk: Desk): string => desk.press('publishTeams').preview.warnings.join('\n');
  const { hail } = PEOPLE;
  const renamed = 'Северная В. В.';
  const rename = (desk: Desk): void => {
    desk.type(STAFF, ({ code }) => code === hail.code, 'name', renamed);
  };

  it('is not told as typed by hand, and is published', () => {
    const desk = deskAt(teamed);
    rename(desk);
    expect(warned(desk)).not.toMatch(/вписано/);
    expect(desk.row(PAIRS, { trainee: hail.code }).traineeName).toBe(renamed);
    expect(desk.row(MASTERY, { teacher: hail.code }).name).toBe(renamed);
  });

  it('nor after the drafts that had the former name came out again', () => {
    const desk = deskAt(teamed);
    rename(desk);
    for (const action of ['formPairs', 'formCommunities', 'formMastery'] as const) desk.press(action);
    desk.type(STAFF, ({ code }) => code === hail.code, 'name', 'Южная В. В.');
    expect(warned(desk)).not.toMatch(/вписано/);
  });

  it('but one that was typed by hand is', () => {
    const desk = deskAt(teamed);
    rename(desk);
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'traineeName', PEOPLE.moon.name);
    expect(warned(desk)).toMatch(/вписано «Лунина К. К.», а код У-003 — это Северная В. В./);
  });
});

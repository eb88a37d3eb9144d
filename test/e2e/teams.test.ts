// «Наставнические пары», «Сообщества (ПОС)», «Уровни мастерства»: who, why, who is left; what a person decides stays decided.
import { COMMUNITIES, LEFT_OUT, MASTERY, PAIRS, WISHES } from '../../src/workbook/tables';
import { JOURNAL, LEVELS_TABLE, PROFILE, SETTINGS, STAFF } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { OWN, PEOPLE, scored, selfAsked } from './school';
import { communitiesOf, levelOf, paired, pairsOf, teamed, wish } from './teams';
import { deskAt } from './workspace';

const TOGETHER = 'хочу вместе';
const APART = 'не ставить вместе';
const PINNED = 'закрепить вместе';
const { birch, wind, hail, fir, crane, winter, rain, moon, november } = PEOPLE;

const leftOut = (desk: Desk, kind: string): Map<string, string> =>
  new Map(
    desk
      .rows(LEFT_OUT)
      .filter((row) => row.kind === kind)
      .map(({ teacher, reason }) => [teacher, reason]),
  );

/** What the product says of the drafts when it refuses to publish; nothing has changed then. */
const refused = (desk: Desk, kinds: string): string => {
  const before = desk.picture();
  const words = desk.refusal('publishTeams', { kinds: [kinds] });
  expect(desk.picture()).toEqual(before);
  return words;
};

describe('mentor pairs', () => {
  it('join a surplus with the deepest deficits, one to one', () => {
    expect(pairsOf(deskAt(paired)).sort()).toEqual(['У-001→У-003', 'У-005→У-002']);
  });

  it('say why the two are together: topic, levels, wish', () => {
    const { reason, competencies, mentorName, traineeName } = deskAt(paired)
      .rows(PAIRS)
      .find(({ trainee }) => trainee === hail.code) ?? {
      reason: '',
      competencies: '',
      mentorName: '',
      traineeName: '',
    };
    expect(reason).toMatch(/у подопечного уровень 1, цель 3; у наставника уровень 4\. Подопечный хочет это освоить/);
    expect(competencies).toBe('работа с гугл-формами');
    expect([mentorName, traineeName]).toEqual([birch.name, hail.name]);
  });

  it('fulfil a mutual wish before anything else', () => {
    const desk = deskAt(scored);
    wish(desk, [winter.code, fir.code, TOGETHER], [fir.name, winter.name, TOGETHER]);
    const { run, preview } = desk.press('formPairs');
    const row = desk.row(PAIRS, { mentor: fir.code });
    expect([row.trainee, row.request]).toEqual([winter.code, 'взаимное']);
    expect(row.reason).toMatch(/^Оба хотят работать вместе/);
    expect(preview.counts.map(({ value }) => value).slice(0, 2)).toEqual(['2', '1']);
    expect(run.lines.join(' ')).toMatch(/наилучшее распределение/);
  });

  it('let a mutual wish be enough for somebody who has not offered help', () => {
    const desk = deskAt(scored);
    wish(desk, [rain.code, moon.code, TOGETHER], [moon.code, rain.code, TOGETHER]);
    desk.press('formPairs');
    expect(pairsOf(desk)).toContain('У-010→У-004');
  });

  it('respect a ban, and follow a person’s decision', () => {
    const desk = deskAt(scored);
    wish(desk, [birch.code, hail.code, APART], [wind.code, birch.code, PINNED]);
    desk.press('formPairs');
    expect(pairsOf(desk)).toContain('У-001→У-002');
    expect(pairsOf(desk)).not.toContain('У-001→У-003');
    expect(desk.row(PAIRS, { mentor: birch.code }).request).toBe('закреплено');
    expect(leftOut(desk, 'наставническая пара').get(hail.code)).toMatch(/с кем ставить нельзя: Берёзина/);
  });

  it('name a wish that cannot be read by its row, and go on with the others', () => {
    const desk = deskAt(scored);
    wish(
      desk,
      ['Никто Н. Н.', fir.code, TOGETHER],
      [winter.code, fir.code, TOGETHER],
      [fir.code, winter.code, TOGETHER],
    );
    const { preview } = desk.press('formPairs');
    expect(preview.warnings.join('\n')).toMatch(/«Пожелания», строка 2.*«Никто Н. Н.»/);
    expect(pairsOf(desk)).toContain('У-005→У-007');
  });

  it('say why a mutual wish did not come true', () => {
    const desk = deskAt(scored);
    wish(desk, [birch.code, moon.code, TOGETHER], [moon.code, birch.code, TOGETHER]);
    expect(desk.press('formPairs').run.lines.join('\n')).toMatch(/Берёзина А\. А\. и Лунина К\. К\..*нечему учиться/);
  });

  it('leave nobody without a word: everybody with a deficit is in a pair or on the list with what would help', () => {
    const desk = deskAt(paired);
    const left = leftOut(desk, 'наставническая пара');
    const trainees = new Set(desk.rows(PAIRS).map(({ trainee }) => trainee));
    const needy = new Set(
      desk
        .rows(PROFILE)
        .filter(({ state }) => state === 'дефицит')
        .map(({ teacher }) => teacher),
    );
    for (const code of needy) expect([code, trainees.has(code) !== left.has(code)]).toEqual([code, true]);
    expect(left.get(rain.code)).toMatch(/не отметили «готов помочь»: Лунина/);
    expect(left.get(crane.code)).toMatch(/заняты: Еловский.*станет 2, наставник найдётся/);
    expect(left.get(PEOPLE.may.code)).toMatch(/Уровни неизвестны/);
  });

  it('tell the truth about what one more place would do', () => {
    const desk = deskAt(paired);
    desk.set('traineesPerMentor' as never, '2');
    desk.press('formPairs');
    expect(pairsOf(desk)).toContain('У-005→У-006');
    expect(pairsOf(desk)).toHaveLength(4);
  });

  it('weigh a request as much as the sheet of settings says, and name a price that cannot be read', () => {
    const made = (price: string): readonly string[] => {
      const desk = deskAt(scored);
      wish(desk, ['У-007', 'У-005', TOGETHER]);
      desk.type(SETTINGS, ({ key }) => key === 'pairAsked', 'value', price);
      desk.press('formPairs');
      return pairsOf(desk);
    };
    expect([made('0'), made('100')]).toEqual([
      ['У-001→У-003', 'У-005→У-002'],
      ['У-001→У-003', 'У-005→У-007'],
    ]);
    const desk = deskAt(scored);
    const { title, meaning, value } = desk.row(SETTINGS, { key: 'pairAsked' });
    expect([title, value, meaning]).toEqual([
      'Пары, цена: просьба подопечного',
      '4',
      expect.stringMatching(/Взаимное пожелание исполняется прежде всего/),
    ]);
    desk.type(SETTINGS, ({ key }) => key === 'pairAsked', 'value', '101');
    expect(desk.refusal('formPairs')).toMatch(/просьба подопечного.*101/);
  });

  it('keep to a person’s own limit', () => {
    const desk = deskAt(scored);
    desk.type(STAFF, ({ code }) => code === fir.code, 'maxAsConsultant', '0');
    desk.press('formPairs');
    expect(pairsOf(desk)).toEqual(['У-001→У-003']);
    expect(leftOut(desk, 'наставническая пара').get(winter.code)).toMatch(/их предел — 0 подопечных: Еловский/);
  });

  it('are not changed by a second press', () => {
    const desk = deskAt(teamed);
    const before = desk.picture();
    desk.press('formPairs');
    desk.press('formCommunities');
    desk.press('formMastery');
    expect(desk.picture()).toEqual(before);
  });

  it('change as little as possible when something new is known, and say what', () => {
    const desk = deskAt(paired);
    // Градов has learned it: his mentor is free for the next.
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: hail.code, competency: 'ict.forms', source: 'тест', level: '3' },
    ]);
    const kept = desk.row(PAIRS, { mentor: fir.code });
    const { run } = desk.press('formPairs');
    expect(desk.row(PAIRS, { mentor: fir.code })).toEqual(kept);
    expect(pairsOf(desk)).not.toContain('У-001→У-003');
    expect(run.lines[0]).toMatch(/без изменений 1, новых 1, ушли 1/);
  });

  it('stay as a person has pinned them', () => {
    const desk = deskAt(paired);
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'trainee', crane.code);
    desk.type(PAIRS, ({ trainee }) => trainee === crane.code, 'pinned', 'да');
    desk.press('formPairs');
    expect(pairsOf(desk)).toContain('У-001→У-006');
  });

  it('cannot be made before anything is known of the levels', () => {
    expect(deskAt(selfAsked).refusal('formPairs')).toMatch(/уровни учителей неизвестны/);
  });
});

describe('communities', () => {
  it('place everybody, three to five together, one tutor in each, one focus', () => {
    const desk = deskAt(teamed);
    const communities = communitiesOf(desk);
    const people = [...communities.values()].flat().map(({ teacher }) => teacher);
    expect(people.sort()).toEqual(OWN.map(({ code }) => code).sort());
    for (const rows of communities.values()) {
      expect(rows.length).toBeGreaterThanOrEqual(3);
      expect(rows.length).toBeLessThanOrEqual(5);
      expect(rows.filter(({ role }) => role === 'тьютор')).toHaveLength(1);
      expect(new Set(rows.map(({ competency }) => competency)).size).toBe(1);
    }
    const sizes = [...communities.values()].map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it('have whoever masters the focus as the tutor, and say why everybody is there', () => {
    const desk = deskAt(teamed);
    const tutor = desk.row(COMMUNITIES, { competency: 'ict.spreadsheets', role: 'тьютор' });
    expect([tutor.teacher, tutor.reason]).toEqual([fir.code, expect.stringMatching(/готов помочь/)]);
    expect(desk.row(COMMUNITIES, { teacher: winter.code }).reason).toMatch(
      /уровень 2, цель 3\. Дефицит, хочет его закрыть\. Тот же ещё у 2 участников/,
    );
    expect(desk.row(COMMUNITIES, { teacher: PEOPLE.may.code }).reason).toMatch(/уровень неизвестен\. Здесь, чтобы/);
  });

  it('of a small school are known to be the best', () => {
    expect(deskAt(scored).press('formCommunities').run.lines.join('\n')).toMatch(/Лучшего деления .* не существует/);
  });

  it('keep two apart who must not be together', () => {
    const desk = deskAt(scored);
    wish(desk, [wind.code, crane.code, APART]);
    desk.press('formCommunities');
    const of = (code: string): string => desk.row(COMMUNITIES, { teacher: code }).community;
    expect(of(wind.code)).not.toBe(of(crane.code));
    expect(desk.rows(COMMUNITIES)).toHaveLength(OWN.length);
  });

  it('stay as a person has pinned them while the others are formed anew, with their numbers where they are the same', () => {
    const desk = deskAt(teamed);
    const of = (code: string): string => desk.row(COMMUNITIES, { teacher: code }).community;
    const forms = of(birch.code);
    desk.type(COMMUNITIES, ({ teacher }) => teacher === birch.code, 'pinned', 'да');
    const before = communitiesOf(desk).get(forms);
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: 'У-008', competency: 'dee.vr', source: 'тест', level: '3' },
    ]);
    desk.press('formCommunities');
    expect(communitiesOf(desk).get(forms)).toEqual(before);
    expect(desk.rows(COMMUNITIES)).toHaveLength(OWN.length);
  });

  it('refuse limits that contradict each other', () => {
    const desk = deskAt(scored);
    desk.type(SETTINGS, ({ key }) => key === 'communityLeast', 'value', '6');
    expect(desk.refusal('formCommunities')).toMatch(/не меньше человек» \(6\) больше .*не больше человек» \(5\)/);
  });

  it('say who is left out and why when there are too few people', () => {
    const desk = deskAt(scored);
    desk.type(SETTINGS, ({ key }) => key === 'communityLeast', 'value', '12');
    desk.type(SETTINGS, ({ key }) => key === 'communityMost', 'value', '12');
    desk.press('formCommunities');
    expect(desk.rows(COMMUNITIES)).toEqual([]);
    const left = leftOut(desk, 'сообщество (ПОС)');
    expect(left.size).toBe(OWN.length);
    expect([...left.values()][0]).toMatch(/меньше, чем нужно для сообщества \(12\)/);
  });
});

describe('levels of mastery', () => {
  it('follow the mean level and the bounds of the settings, with reason, own goal and the group’s', () => {
    const desk = deskAt(teamed);
    const row = desk.row(MASTERY, { teacher: wind.code });
    expect([row.level, row.mean]).toEqual(['совершенствование мастерства', '2,75']);
    expect(row.reason).toMatch(/Средний уровень 2,75 из 4 по 12 из 12 компетенций: не ниже 2,5 и ниже 3,2/);
    expect(row.goal).toMatch(/Довести до цели: .*электронных таблиц.*гугл-формами/);
    expect(row.groupGoal).not.toBe('');
    expect(leftOut(desk, 'уровень мастерства').get('У-011')).toMatch(/по 0 из 12/);
  });

  it('change with the bounds; a level set by hand and pinned stays, and what the answers say stands beside it', () => {
    const desk = deskAt(teamed);
    desk.type(MASTERY, ({ teacher }) => teacher === hail.code, 'level', 'становление мастерства');
    desk.type(MASTERY, ({ teacher }) => teacher === hail.code, 'pinned', 'да');
    desk.type(SETTINGS, ({ key }) => key === 'masteryFrom', 'value', '3; 2,7; 1');
    desk.press('formMastery');
    expect(levelOf(desk, birch.code)).toBe('высокое мастерство');
    expect(levelOf(desk, 'У-008')).toBe('становление мастерства');
    expect(levelOf(desk, hail.code)).toBe('становление мастерства');
    expect(desk.row(MASTERY, { teacher: hail.code }).reason).toMatch(/вышло бы: совершенствование мастерства/);
  });

  it('refuse bounds that do not fall, naming the setting and an example', () => {
    const desk = deskAt(scored);
    desk.type(SETTINGS, ({ key }) => key === 'masteryFrom', 'value', '2; 3; 1');
    expect(desk.refusal('formMastery')).toMatch(/Границы уровней мастерства.*3,2; 2,5; 1,5/s);
  });
});

describe('a network of schools', () => {
  /** The partner school's teacher can help with presentations, which nobody here offers. */
  const partnerHelps = (desk: Desk): void => {
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: november.code, competency: 'ict.presentations', source: 'наблюдение', level: '4' },
    ]);
    wish(desk, [rain.code, november.code, TOGETHER], [november.code, rain.code, TOGETHER]);
  };

  it('is not used while pairs and communities stay within a school', () => {
    const desk = deskAt(scored);
    partnerHelps(desk);
    desk.press('formPairs');
    desk.press('formCommunities');
    expect(desk.rows(PAIRS).some(({ mentor }) => mentor === november.code)).toBe(false);
    expect(desk.rows(COMMUNITIES).some(({ teacher }) => teacher === november.code)).toBe(false);
  });

  it('joins people of different schools when the settings allow it', () => {
    const desk = deskAt(scored);
    partnerHelps(desk);
    desk.type(SETTINGS, ({ key }) => key === 'teamSchools', 'value', 'можно');
    desk.press('formPairs');
    desk.press('formCommunities');
    const row = desk.row(PAIRS, { mentor: november.code });
    expect([row.trainee, row.reason]).toEqual([rain.code, expect.stringMatching(/Школы: Школа № 2, Школа № 1/)]);
    expect(desk.row(COMMUNITIES, { teacher: november.code }).school).toBe('Школа № 2');
  });

  it('knows no other words for the setting', () => {
    const desk = deskAt(scored);
    desk.type(SETTINGS, ({ key }) => key === 'teamSchools', 'value', 'как-нибудь');
    expect(desk.refusal('formPairs')).toMatch(/Пары и сообщества из разных школ/);
  });
});

describe('publishing', () => {
  const states = (desk: Desk): Record<string, string[]> => ({
    pairs: [...new Set(desk.rows(PAIRS).map(({ state }) => state))],
    communities: [...new Set(desk.rows(COMMUNITIES).map(({ state }) => state))],
    mastery: [...new Set(desk.rows(MASTERY).map(({ state }) => state))],
  });

  it('fixes everything, or what was chosen, and a second press changes nothing', () => {
    const desk = deskAt(teamed);
    desk.press('publishTeams', { kinds: ['pairs'] });
    expect(states(desk)).toEqual({ pairs: ['опубликовано'], communities: ['черновик'], mastery: ['черновик'] });
    desk.press('publishTeams');
    expect(states(desk)).toEqual({ pairs: ['опубликовано'], communities: ['опубликовано'], mastery: ['опубликовано'] });
    const before = desk.picture();
    desk.press('publishTeams');
    expect(desk.picture()).toEqual(before);
  });

  it('takes a code as it is meant, however it is typed, and writes it as the staff list has it', () => {
    const desk = deskAt(teamed);
    const before = pairsOf(desk);
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'trainee', ` ${hail.code.toLowerCase()} `);
    desk.press('publishTeams', { kinds: ['pairs'] });
    expect(pairsOf(desk)).toEqual(before);
  });

  it('names beforehand who takes no part by the staff list', () => {
    const desk = deskAt(teamed);
    desk.type(STAFF, ({ code }) => code === hail.code, 'included', 'нет');
    const { warnings } = desk.press('publishTeams', { kinds: ['pairs'] }).preview;
    expect(warnings.join('\n')).toContain(hail.name);
    expect(warnings.join('\n')).not.toContain(birch.name);
    expect(deskAt(teamed).press('publishTeams').preview.warnings).toEqual([]);
  });

  it('keeps what is published from being formed anew', () => {
    const desk = deskAt(teamed);
    desk.press('publishTeams');
    const before = [desk.rows(PAIRS), desk.rows(COMMUNITIES)];
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: hail.code, competency: 'ict.forms', source: 'тест', level: '3' },
    ]);
    desk.press('formPairs');
    desk.press('formCommunities');
    expect([desk.rows(PAIRS).slice(0, 2), desk.rows(COMMUNITIES)]).toEqual(before);
  });

  it.each([
    [
      'pairs',
      'a code nobody has',
      (desk: Desk) => desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'trainee', 'У-999'),
      /строка 2.*У-999/,
    ],
    [
      'pairs',
      'a second mentor of one person',
      (desk: Desk) => desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'trainee', wind.code),
      /строка 3.*уже есть наставник/,
    ],
    [
      'pairs',
      'somebody as his own mentor',
      (desk: Desk) => desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'trainee', birch.code),
      /один и тот же человек/,
    ],
    [
      'pairs',
      'a pair that wishes forbid',
      (desk: Desk) => wish(desk, [hail.code, birch.code, APART]),
      /запрещает лист «Пожелания»/,
    ],
    [
      'pairs',
      'a topic that wishes forbid these two',
      (desk: Desk) => wish(desk, [hail.code, birch.code, APART, 'ict.forms']),
      /строка 2.*тему «работа с гугл-формами»/,
    ],
    [
      'communities',
      'two people together whom wishes forbid',
      (desk: Desk) => {
        const [one, other] = [...communitiesOf(desk).values()][0] ?? [];
        wish(desk, [other?.teacher ?? '', one?.teacher ?? '', APART]);
      },
      /строка 2: в сообществе \S+ вместе .* и .*запрещает/,
    ],
    [
      'communities',
      'two people together whom wishes forbid in its focus',
      (desk: Desk) => {
        const [one, other] = [...communitiesOf(desk).values()][0] ?? [];
        wish(desk, [other?.teacher ?? '', one?.teacher ?? '', APART, one?.competency ?? '']);
      },
      /строка 2: в сообществе \S+ вместе .* и .*запрещает/,
    ],
    [
      'communities',
      'two tutors',
      (desk: Desk) => desk.type(COMMUNITIES, ({ teacher }) => teacher === winter.code, 'role', 'тьютор'),
      /тьюторов: 2/,
    ],
    [
      'communities',
      'a person twice',
      (desk: Desk) => desk.type(COMMUNITIES, ({ teacher }) => teacher === winter.code, 'teacher', crane.code),
      /дважды/,
    ],
    [
      'communities',
      'different focuses',
      (desk: Desk) => desk.type(COMMUNITIES, ({ teacher }) => teacher === winter.code, 'competency', 'ict.forms'),
      /разные компетенции/,
    ],
    [
      'mastery',
      'a person twice',
      (desk: Desk) => desk.type(MASTERY, ({ teacher }) => teacher === winter.code, 'teacher', crane.code),
      /в списке дважды/,
    ],
  ])('of %s refuses %s, naming the row', (kind, _what, spoil, words) => {
    const desk = deskAt(teamed);
    spoil(desk);
    expect(refused(desk, kind)).toMatch(words);
  });
});

describe('a ban about one competency', () => {
  it('does not forbid two people another topic or focus', () => {
    const desk = deskAt(teamed);
    const [one, other] = [...communitiesOf(desk).values()][0] ?? [];
    const elsewhere = one?.competency === 'ict.safety' ? 'ict.forms' : 'ict.safety';
    wish(
      desk,
      [other?.teacher ?? '', one?.teacher ?? '', APART, elsewhere],
      [hail.code, birch.code, APART, 'ict.safety'],
    );
    desk.press('publishTeams');
    expect(desk.rows(COMMUNITIES).map(({ state }) => state)).not.toContain('черновик');
    expect(desk.rows(PAIRS).map(({ state }) => state)).not.toContain('черновик');
  });
});

describe('undoing', () => {
  const runOf = (desk: Desk, action: string): string =>
    desk
      .rows(JOURNAL)
      .filter((row) => row.action.startsWith(action))
      .pop()?.run ?? '';

  it('takes away the drafts of the run, and what it published becomes a draft again', () => {
    const desk = deskAt(teamed);
    desk.press('publishTeams', { kinds: ['communities'] });
    desk.press('undoRun', { run: runOf(desk, 'Опубликовать пары') });
    expect(new Set(desk.rows(COMMUNITIES).map(({ state }) => state))).toEqual(new Set(['черновик']));
    const { preview } = desk.press('undoRun', { run: runOf(desk, 'Подобрать') });
    expect(preview.counts.map(({ value }) => value)).toEqual(['2']);
    expect(desk.rows(PAIRS)).toEqual([]);
    desk.press('undoRun', { run: runOf(desk, 'Распределить') });
    expect(desk.rows(MASTERY)).toEqual([]);
  });

  it('leaves the wishes, which people wrote', () => {
    const desk = deskAt(scored);
    wish(desk, [wind.code, fir.code, TOGETHER]);
    desk.press('formPairs');
    desk.press('undoRun', { run: runOf(desk, 'Подобрать') });
    expect(desk.rows(WISHES)).toHaveLength(1);
  });
});

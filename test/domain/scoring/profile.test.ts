// Deficits and surpluses.
import fc from 'fast-check';
import type { Competency, Level } from '../../../src/domain/framework/framework';
import type { Row } from '../../../src/workbook/schema';
import type { PROFILE } from '../../../src/workbook/tables';
import type { KnownLevels, LevelRecord, LevelSource } from '../../../src/domain/scoring/level';
import { decidingSource } from '../../../src/domain/scoring/level';
import { judge, type ProfileRow, scoreProfiles } from '../../../src/domain/scoring/profile';
import { reliabilityOf } from '../../../src/domain/scoring/reliability';
import type { Teacher } from '../../../src/domain/staff/teacher';

const at = (level: number, date = '2021-11-01'): { level: Level; date: string } => ({ level: level as Level, date });
const teacher = (code: string, over: Partial<Teacher> = {}): Teacher => ({
  code,
  name: `Имя ${code}`,
  email: '',
  subjects: [],
  school: '',
  role: 'учитель',
  included: true,
  ...over,
});
const competency: Competency = {
  id: 'sheets',
  area: 'ИКТ',
  title: 'Электронные таблицы',
  descriptors: ['0', '1', '2', '3', '4'],
  target: 2,
  roleTargets: { 'руководитель мо': 4 },
  consultantFrom: 3,
  inNeedsSurvey: true,
  practice: [],
  active: true,
};

describe('which source decides', () => {
  it.each<[string, KnownLevels, LevelSource | undefined]>([
    ['nothing is known', {}, undefined],
    ['only the self-assessment', { self: at(2) }, 'self'],
    ['a test before the self-assessment, however old', { self: at(2), test: at(1, '') }, 'test'],
    ['the later of test and observation', { test: at(1, '2021-11-02'), observation: at(3, '2021-11-01') }, 'test'],
    ['the observation, of one day', { test: at(1), observation: at(3) }, 'observation'],
  ])('%s', (_title, known, source) => {
    expect(decidingSource(known)).toBe(source);
  });
});

describe('a level against target 2 and consultant threshold 3', () => {
  const judged = (known: KnownLevels, error?: number): string => {
    const { state, depth, confirmed, basis } = judge(known, 2, 3, error);
    return `${state}${depth === undefined ? '' : ` ${String(depth)}`}${confirmed ? ' confirmed' : ''} ${basis.code}`;
  };

  it.each<[string, KnownLevels, number | undefined, string]>([
    ['no level', {}, 0.5, 'unknown profile.unknown'],
    ['self 0, error 0.6', { self: at(0) }, 0.6, 'deficit 2 confirmed profile.deficit'],
    ['self 1, error 0.6: nearer to the cut than the error', { self: at(1) }, 0.6, 'deficit 1 profile.deficit.near'],
    ['self 1, error 0.5: just as far', { self: at(1) }, 0.5, 'deficit 1 confirmed profile.deficit'],
    ['self 1, no error known', { self: at(1) }, undefined, 'deficit 1 confirmed profile.deficit'],
    [
      'test 1 needs no error of the self-assessment',
      { self: at(3), test: at(1) },
      0.9,
      'deficit 1 confirmed profile.deficit',
    ],
    ['self 2', { self: at(2) }, 0.4, 'norm confirmed profile.norm'],
    ['self 2 with a great error', { self: at(2) }, 0.7, 'norm profile.norm'],
    ['self 3, error 0.6', { self: at(3) }, 0.6, 'check profile.check'],
    ['self 4, error 0.6: passes the cut by 1.5', { self: at(4) }, 0.6, 'surplus confirmed profile.surplus.margin'],
    ['self 3, no error known', { self: at(3) }, undefined, 'surplus confirmed profile.surplus.noerror'],
    ['self 3 and a test of 3', { self: at(3), test: at(3) }, 0.9, 'surplus confirmed profile.surplus.test'],
    [
      'an observation of 4 whatever the self-assessment',
      { self: at(1), observation: at(4) },
      0.9,
      'surplus confirmed profile.surplus.observation',
    ],
    ['self 4 but a test of 2', { self: at(4), test: at(2) }, 0.9, 'norm confirmed profile.norm'],
  ])('%s', (_title, known, error, expected) => {
    expect(judged(known, error)).toBe(expected);
  });

  it('below the target is a deficit even where it would do for a consultant', () => {
    expect(judge({ self: at(3) }, 4, 3, undefined)).toMatchObject({ state: 'deficit', depth: 1 });
  });

  it('notes a self-assessment two or more levels from another source, and only that', () => {
    expect(judge({ self: at(4), test: at(2) }, 2, 3, 0.5).basis.fields).toMatchObject({
      gap: 2,
      self: 4,
      level: 2,
      source: 'test',
      sources: ['self', 'test'],
    });
    expect(judge({ self: at(3), test: at(2) }, 2, 3, 0.5).basis.fields).toMatchObject({ gap: 0 });
  });
});

describe('the profiles', () => {
  const rows = (
    levels: LevelRecord[],
    more: Partial<Parameters<typeof scoreProfiles>[0]> = {},
  ): readonly ProfileRow[] =>
    scoreProfiles({
      teachers: [
        teacher('У-001'),
        teacher('У-002', { role: 'Руководитель МО' }),
        teacher('У-003', { included: false }),
      ],
      competencies: [competency, { ...competency, id: 'off', active: false }],
      levels,
      wishes: [],
      helps: [],
      questions: [],
      reliability: [],
      ...more,
    });

  it('have a row for every teacher who takes part and active competency', () => {
    expect(rows([]).map((row) => [row.teacher, row.competency, row.state])).toEqual([
      ['У-001', 'sheets', 'unknown'],
      ['У-002', 'sheets', 'unknown'],
    ]);
  });

  it('show every source side by side, the latest of each', () => {
    const record = (source: LevelSource, level: number, date: string): LevelRecord => ({
      teacher: 'У-001',
      competency: 'sheets',
      source,
      level: level as Level,
      date,
    });
    const [row] = rows([
      record('self', 1, '2021-02-01'),
      record('self', 3, '2021-01-01'),
      record('test', 2, ''),
      record('observation', 4, '2021-01-05'),
      record('observation', 3, '2021-01-05'),
    ]);
    expect(row).toMatchObject({ self: 1, test: 2, observation: 3, state: 'surplus', confirmed: true });
  });

  it('use the target of the role', () => {
    const levels = ['У-001', 'У-002'].map((code): LevelRecord => ({
      teacher: code,
      competency: 'sheets',
      source: 'self',
      level: 2,
      date: '',
    }));
    expect(rows(levels).map(({ target, state, depth }) => [target, state, depth])).toEqual([
      [2, 'norm', undefined],
      [4, 'deficit', 2],
    ]);
  });

  it('carry wishes, offers and questions, each question once', () => {
    const pair = { teacher: 'У-001', competency: 'sheets' };
    const [row] = rows([], {
      wishes: [pair],
      helps: [pair],
      questions: [
        { ...pair, text: ' Диаграммы ' },
        { ...pair, text: 'Диаграммы' },
        { ...pair, text: 'Фильтры' },
        { ...pair, text: ' ' },
      ],
    });
    expect(row).toMatchObject({ wants: true, helps: true, questions: 'Диаграммы\nФильтры' });
  });

  it('take the error of the competency’s own area', () => {
    const reliability = [
      { area: 'ИКТ', ...reliabilityOf([], 3), itemError: 0.8 },
      { area: 'Иное', ...reliabilityOf([], 3), itemError: 0.1 },
    ];
    expect(
      rows([{ teacher: 'У-001', competency: 'sheets', source: 'self', level: 3, date: '' }], { reliability })[0]?.state,
    ).toBe('check');
  });

  it('fit the table «Дефициты и профициты» once the basis is worded', () => {
    const worded: Row<typeof PROFILE>[] = rows([]).map((row) => ({ ...row, basis: row.basis.code }));
    expect(worded).toHaveLength(2);
  });

  it('hold together for any levels: a deficit has its depth, a surplus its confirmation, and a better level is never a worse state', () => {
    const level = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
    const rank = { deficit: 0, norm: 1, check: 2, surplus: 3, unknown: -1 };
    const known = (self?: number, test?: number): KnownLevels => ({
      ...(self === undefined ? {} : { self: at(self) }),
      ...(test === undefined ? {} : { test: at(test) }),
    });
    fc.assert(
      fc.property(
        level,
        level,
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.option(fc.double({ min: 0, max: 2, noNaN: true }), { nil: undefined }),
        (self, test, target, from, error) => {
          const found = judge(known(self, test), target as Level, from as Level, error);
          const decided = test ?? self;
          expect(found.state === 'unknown').toBe(decided === undefined);
          expect(found.depth !== undefined).toBe(found.state === 'deficit');
          if (found.depth !== undefined && decided !== undefined) expect(found.depth).toBe(target - decided);
          if (found.state === 'surplus') expect(found.confirmed).toBe(true);
          if (found.state === 'check') expect(found.confirmed).toBe(false);
          if (test === undefined && self !== undefined && self < 4) {
            expect(rank[judge(known(self + 1), target as Level, from as Level, error).state]).toBeGreaterThanOrEqual(
              rank[found.state],
            );
          }
        },
      ),
    );
  });
});

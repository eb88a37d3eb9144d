// The summary and the matrix.
import fc from 'fast-check';
import type { Competency } from '../../../src/domain/framework/framework';
import type { Row } from '../../../src/workbook/schema';
import type { SUMMARY } from '../../../src/workbook/tables';
import { matrixView } from '../../../src/domain/scoring/matrix';
import type { ProfileRow } from '../../../src/domain/scoring/profile';
import { percent, summarise } from '../../../src/domain/scoring/summary';
import { reliabilityOf } from '../../../src/domain/scoring/reliability';
import type { Teacher } from '../../../src/domain/staff/teacher';

const teacher = (n: number, included = true): Teacher => ({
  code: `T${String(n)}`,
  name: `Имя ${String(n)}`,
  email: '',
  subjects: [],
  school: '',
  role: '',
  included,
});
const competency = (id: string, over: Partial<Competency> = {}): Competency => ({
  id,
  area: 'ИКТ',
  title: `Название ${id}`,
  descriptors: ['не умею', 'пробую', 'применяю', 'помогаю', 'учу'],
  target: 2,
  roleTargets: {},
  consultantFrom: 3,
  inNeedsSurvey: true,
  practice: [],
  active: true,
  ...over,
});
const profile = (n: number, id: string, over: Partial<ProfileRow>): ProfileRow => ({
  teacher: `T${String(n)}`,
  name: `Имя ${String(n)}`,
  competency: id,
  title: id,
  self: undefined,
  test: undefined,
  observation: undefined,
  target: 2,
  state: 'unknown',
  depth: undefined,
  confirmed: false,
  wants: false,
  helps: false,
  questions: '',
  basis: { code: 'x' },
  ...over,
});

describe('per cent', () => {
  it.each([
    [20, 61, 32.8],
    [21, 61, 34.4],
    [11, 61, 18],
    [6, 61, 9.8],
    [1, 16, 6.3],
    [1, 8, 12.5],
    [1, 2000, 0.1],
    [1, 2001, 0],
    [0, 0, 0],
    [3, 3, 100],
  ])('%i of %i is %f', (count, total, expected) => {
    expect(percent(count, total)).toBe(expected);
  });

  it('is never more than half a tenth away, and of a part and its rest about 100', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
        if (a + b === 0) return;
        expect(Math.abs(percent(a, a + b) - (100 * a) / (a + b))).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(Math.abs(percent(a, a + b) + percent(b, a + b) - 100)).toBeLessThanOrEqual(0.1 + 1e-9);
      }),
    );
  });
});

describe('the summary', () => {
  const teachers = [teacher(1), teacher(2), teacher(3), teacher(4), teacher(5, false)];
  const pair = (n: number, id: string): { teacher: string; competency: string } => ({
    teacher: `T${String(n)}`,
    competency: id,
  });
  const rows = summarise({
    teachers,
    competencies: [
      competency('a'),
      competency('b', { inNeedsSurvey: false, area: 'Иное' }),
      competency('off', { active: false }),
    ],
    profiles: [
      profile(1, 'a', { self: 0, state: 'deficit', wants: true }),
      profile(2, 'a', { self: 3, state: 'surplus', confirmed: true, helps: true }),
      profile(3, 'a', { self: 3, state: 'check', helps: true }),
      profile(4, 'a', { test: 4, state: 'surplus', confirmed: true }),
      profile(5, 'a', { self: 0, state: 'deficit', wants: true }),
    ],
    needs: [pair(1, 'a'), pair(1, 'a'), pair(2, 'a'), pair(5, 'a')],
    addressed: [
      { ...pair(1, 'a'), needed: true },
      { ...pair(2, 'a'), needed: false },
      { ...pair(5, 'a'), needed: true },
    ],
    reliability: [{ area: 'ИКТ', ...reliabilityOf([], 3), alpha: 0.8, itemError: 0.4 }],
  });

  it('counts each teacher who takes part once; shares of those who take part, the addressed of those who answered', () => {
    expect(rows[0]).toEqual({
      competency: 'a',
      title: 'Название a',
      teachers: 4,
      needs: 2,
      needsShare: 0.5,
      addressed: 1,
      addressedShare: 0.5,
      answered: 3,
      wants: 1,
      wantsShare: 0.25,
      deficits: 1,
      deficitsShare: 0.25,
      surpluses: 2,
      surplusesShare: 0.5,
      checks: 1,
      consultants: 1,
      reliability: 0.8,
      error: 0.4,
    });
  });

  it('leaves empty what was not asked, and inactive competencies out', () => {
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      needs: undefined,
      needsShare: undefined,
      addressed: undefined,
      addressedShare: undefined,
      deficits: 0,
      reliability: undefined,
    });
  });

  it('of nobody has no shares', () => {
    expect(
      summarise({
        teachers: [],
        competencies: [competency('a')],
        profiles: [],
        needs: [],
        addressed: [],
        reliability: [],
      })[0],
    ).toMatchObject({ teachers: 0, needs: 0, needsShare: undefined, wantsShare: undefined });
  });

  it('fits the table «Сводка»', () => {
    const fits: readonly Row<typeof SUMMARY>[] = rows;
    expect(fits).toBe(rows);
  });
});

describe('the matrix', () => {
  const labels = {
    code: 'Код',
    name: 'ФИО',
    legend: '0 — не умею, 4 — учу',
    sources: { self: 'самооценка', test: 'тест', observation: 'наблюдение' },
  };
  const teachers = [teacher(1), teacher(2), teacher(3, false)];
  const competencies = [competency('a'), competency('x', { area: 'Иное' }), competency('b')];

  it('has two heading rows, what the levels mean over the names, areas together, a level or nothing in a cell', () => {
    const view = matrixView(
      [profile(1, 'a', { self: 0 }), profile(1, 'x', { self: 4 }), profile(2, 'b', { self: 2 })],
      teachers,
      competencies,
      labels,
    );
    expect(view.headings).toEqual([
      ['', '0 — не умею, 4 — учу', 'ИКТ', '', 'Иное'],
      ['Код', 'ФИО', 'Название a', 'Название b', 'Название x'],
    ]);
    expect(view.rows).toEqual([
      ['T1', 'Имя 1', 0, '', 4],
      ['T2', 'Имя 2', '', 2, ''],
    ]);
    expect(view.notes[2]).toBe('0: не умею\n1: пробую\n2: применяю\n3: помогаю\n4: учу');
  });

  it('gives every source its own column when there are several', () => {
    const view = matrixView(
      [profile(1, 'a', { self: 3, test: 1 }), profile(2, 'b', { self: 2 })],
      teachers,
      [competency('a'), competency('b')],
      labels,
    );
    expect(view.headings[1]).toEqual([
      'Код',
      'ФИО',
      'Название a (самооценка)',
      'Название a (тест)',
      'Название b (самооценка)',
    ]);
    expect(view.rows[0]).toEqual(['T1', 'Имя 1', 3, 1, '']);
  });

  it('is of one width', () => {
    const { headings, rows, notes } = matrixView(
      [profile(1, 'a', { observation: 1, self: 1 })],
      teachers,
      competencies,
      labels,
    );
    expect(new Set([...headings, ...rows, notes].map(({ length }) => length)).size).toBe(1);
  });
});

import fc from 'fast-check';
import { findFramework, ownId, readFramework } from '../../../src/domain/framework/import';
import { mergeFramework } from '../../../src/domain/framework/merge';
import { isCompetencyId } from '../../../src/domain/framework/check';
import { PROGRAMMES } from '../../../src/programmes';
import { competencyToRow, LEVEL_COLUMNS } from '../../../src/domain/framework/rows';
import { COMPETENCIES } from '../../../src/workbook/tables';

const everything = PROGRAMMES.flatMap(({ framework, more = [] }) => [framework, ...more]).flatMap(
  ({ competencies }) => competencies,
);
const KEYS = Object.keys(COMPETENCIES.columns) as (keyof typeof COMPETENCIES.columns)[];
/** «Компетенции» as somebody copies it: what the sheet shows. */
const copied = [
  KEYS.map((key) => COMPETENCIES.columns[key].title),
  ...everything.map((competency) => {
    const row = competencyToRow(competency);
    return KEYS.map((key) => {
      const value = row[key];
      return typeof value === 'boolean'
        ? value
          ? 'да'
          : 'нет'
        : Array.isArray(value)
          ? value.join('; ')
          : String(value ?? '');
    });
  }),
];

describe('a framework from a table', () => {
  it('comes back whole from a copy of «Компетенции»', () => {
    const found = findFramework(copied, '');
    if (found === undefined) throw new Error('no table');
    const { competencies, problems, assumed } = readFramework(copied, found.table, [], 'Прочее');
    expect([problems, assumed]).toEqual([[], 0]);
    expect(competencies).toEqual(everything);
    expect(mergeFramework(everything, competencies, 'off', new Set())).toMatchObject({
      added: [],
      changed: [],
      switchedOff: [],
      unchanged: everything.length,
    });
  });

  it('finds a scale that begins at one, and calls its levels as the table does', () => {
    const rows = [
      ['№', 'Показатель', '1 уровень', '2 уровень', '3 уровень', 'Норма'],
      ['1', 'Рефлексия', 'а', 'б', 'в', '2'],
    ];
    const found = findFramework(rows, '');
    if (found === undefined) throw new Error('no table');
    const { competencies } = readFramework(rows, found.table, [], 'Прочее');
    expect(competencies).toMatchObject([{ descriptors: ['а', 'б', 'в'], levelNames: ['1', '2', '3'], target: 1 }]);
  });

  it('takes a line alone for an area where areas have no column', () => {
    const rows = [['Компетенция', 'Уровень 0', 'Уровень 1', 'Уровень 2'], ['Речь'], ['Диалог', 'а', 'б', 'в']];
    const found = findFramework(rows, '');
    if (found === undefined) throw new Error('no table');
    expect(readFramework(rows, found.table, [], 'Прочее').competencies).toMatchObject([
      { area: 'Речь', title: 'Диалог' },
    ]);
  });

  it('makes a sound id of any title, the same for the same title', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(isCompetencyId(ownId(title))).toBe(true);
        expect(ownId(` ${title} `)).toBe(ownId(title));
      }),
    );
  });

  it('never reads a competency that is not sound, whatever the cells', () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', '2', 'A1', 'да'));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: KEYS.length, maxLength: KEYS.length }), { maxLength: 4 }),
        (body) => {
          const rows = [copied[0] ?? [], ...body];
          const found = findFramework(rows, '');
          if (found === undefined) return;
          const { competencies } = readFramework(rows, found.table, [], 'Прочее');
          for (const { id, descriptors, target } of competencies) {
            expect(isCompetencyId(id)).toBe(true);
            expect(target).toBeLessThan(descriptors.length);
            expect(descriptors.length).toBeLessThanOrEqual(LEVEL_COLUMNS.length);
          }
          expect(new Set(competencies.map(({ id }) => id.toLowerCase())).size).toBe(competencies.length);
        },
      ),
    );
  });
});

describe('taking a framework in', () => {
  const [first] = everything;
  if (first === undefined) throw new Error('no competency');
  const shorter = { ...first, descriptors: ['а', 'б', 'в'], target: 1, consultantFrom: 2, roleTargets: {} };

  it('leaves the scale of what has been asked about, and changes it otherwise', () => {
    expect(mergeFramework([first], [shorter], 'keep', new Set([first.id]))).toMatchObject({
      changed: [],
      problems: [{ code: 'framework.import.inUse' }],
    });
    expect(mergeFramework([first], [shorter], 'keep', new Set()).changed).toEqual([{ before: first, after: shorter }]);
    expect(mergeFramework([first], [{ ...first, target: 2 }], 'keep', new Set([first.id])).changed).toHaveLength(1);
  });
});

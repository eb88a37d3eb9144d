import fc from 'fast-check';
import { checkCompetency } from '../../../src/domain/framework/check';
import { type Competency, targetFor } from '../../../src/domain/framework/framework';
import { competencyFromRow, competencyToRow, type CompetencyRow } from '../../../src/domain/framework/rows';
import { VREMYA_ROSTA } from '../../../src/programmes/vremya-rosta';
import type { Row } from '../../../src/workbook/schema';
import type { COMPETENCIES } from '../../../src/workbook/tables';

type Same<A, B> = [A, B] extends [B, A] ? true : false;
const sameShape: Same<CompetencyRow, Row<typeof COMPETENCIES>> = true;

const [template] = VREMYA_ROSTA.framework.competencies;
if (template === undefined) throw new Error('no competency');
const row = competencyToRow(template);

const codesOf = (change: Partial<CompetencyRow>): string[] => {
  const outcome = competencyFromRow({ ...row, ...change });
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
};

const word = fc.stringMatching(/^[а-яё]{1,8}( [а-яё]{1,8})?$/);
const level = fc.nat(5);
const NAMES = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];
const competency: fc.Arbitrary<Competency> = fc
  .record({
    id: fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}$/),
    area: word,
    title: word,
    descriptors: fc.uniqueArray(word, { minLength: 3, maxLength: 6 }),
    named: fc.boolean(),
    target: level,
    roleTargets: fc.dictionary(word, level, { maxKeys: 3, noNullPrototype: true }),
    consultantFrom: level,
    inNeedsSurvey: fc.boolean(),
    practice: fc.array(word, { maxLength: 3 }),
    active: fc.boolean(),
  })
  .map(({ named, ...one }): Competency =>
    named ? { ...one, levelNames: NAMES.slice(0, one.descriptors.length) } : one,
  )
  .filter((one) => checkCompetency(one).length === 0);

describe('a competency in the workbook', () => {
  it('has exactly the columns of the competencies table', () => {
    expect(sameShape).toBe(true);
  });

  it('comes back from its row as it went in', () => {
    fc.assert(
      fc.property(competency, (one) => {
        expect(competencyFromRow(competencyToRow(one))).toEqual({ ok: true, value: one });
      }),
    );
  });

  it('reads role targets however people divide role and level, small letters throughout', () => {
    const outcome = competencyFromRow({
      ...row,
      roleTargets: ['Руководитель МО = 4', 'учитель-логопед: 2', 'Завуч – 3'],
    });
    expect(outcome.ok && outcome.value.roleTargets).toEqual({ 'руководитель мо': 4, 'учитель-логопед': 2, завуч: 3 });
  });

  it('refuses a role target that says no level, and one out of range', () => {
    expect(codesOf({ roleTargets: ['завуч'] })).toEqual(['framework.roleTarget.bad']);
    expect(codesOf({ roleTargets: ['завуч = 7'] })).toEqual(['framework.roleTarget.range']);
  });

  it('wants both levels, whole and in range, and blames nothing that only follows from a missing one', () => {
    expect(codesOf({ target: undefined })).toEqual(['framework.target.missing']);
    expect(codesOf({ consultantFrom: undefined })).toEqual(['framework.consultantFrom.missing']);
    expect(codesOf({ target: 2.5 })).toEqual(['framework.target.range']);
    expect(codesOf({ consultantFrom: 2 })).toContain('framework.consultantFrom.belowTarget');
  });

  it('says everything that is wrong with a row at once', () => {
    expect(codesOf({ id: 'a b', title: '', level3: ' ' })).toEqual([
      'framework.id.bad',
      'framework.title.missing',
      'framework.descriptor.missing',
    ]);
  });
});

it.each(['__proto__', 'constructor', 'toString'])('a position called %s has no target of its own', (role) => {
  expect(targetFor(template, role)).toBe(template.target);
});

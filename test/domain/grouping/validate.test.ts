// The check of an unknown grouping problem.
import { readFileSync } from 'node:fs';
import { validateProblem } from '../../../src/domain/grouping/solve';

type Json = Record<string, unknown>;
const sample = (): Json =>
  JSON.parse(readFileSync(new URL('instances/m020x08-s1.json', import.meta.url), 'utf8')) as Json;

const complaints = (input: unknown): string[] => {
  const checked = validateProblem(input);
  return checked.ok ? [] : checked.problems.map(({ code, where }) => `${code} ${where}`);
};
const withTeacher = (change: Json): Json => {
  const input = sample();
  const teachers = input['teachers'] as Json[];
  teachers[3] = { ...teachers[3], ...change };
  return input;
};

describe('validateProblem', () => {
  it('lets a lawful problem through', () => {
    expect(complaints(sample())).toEqual([]);
  });

  it.each([null, 7, 'text', []])('refuses %p', (input) => {
    expect(complaints(input)).toEqual(['not_an_object ']);
  });

  it('names the field that is wrong', () => {
    expect(complaints({ ...sample(), format: 'other' })).toEqual(['unknown_format format']);
    expect(complaints({ ...sample(), slots: -1 })).toEqual(['not_a_count slots']);
    expect(complaints({ ...sample(), history: [[1, 1]] })).toEqual(['bad_pair history[0]']);
    expect(complaints({ ...sample(), forbidden: [[0, 20]] })).toEqual(['bad_pair forbidden[0]']);
    expect(complaints(withTeacher({ subj: 11 }))).toEqual(['unknown_subject teachers[3].subj']);
    expect(complaints(withTeacher({ school: 1 }))).toEqual(['unknown_school teachers[3].school']);
    expect(complaints(withTeacher({ lvl: '33033235' }))).toEqual(['bad_levels teachers[3].lvl']);
    expect(complaints(withTeacher({ av: '1' }))).toEqual(['bad_availability teachers[3].av']);
    expect(complaints(withTeacher({ maxLead: 0.5 }))).toEqual(['not_a_count teachers[3].maxLead']);
    expect(complaints(withTeacher({ id: 't0001' }))).toEqual(['duplicate_id teachers[3]']);
  });

  it('refuses sizes and prices that make no sense', () => {
    const params = sample()['params'] as Json;
    expect(complaints({ ...sample(), params: { ...params, L: 9 } })).toEqual(['bad_sizes params.L']);
    expect(complaints({ ...sample(), params: { ...params, w: [0, 1] } })).toEqual(['bad_weights params.w']);
    const price = { ...(params['price'] as Json), group: -1 };
    expect(complaints({ ...sample(), params: { ...params, price } })).toEqual(['not_a_price params.price.group']);
  });

  it('refuses sizes of a competency that are above those of all, given twice, or of none', () => {
    const { L, U, cmax } = sample()['params'] as Record<string, number>;
    const size = { competency: 'K1', U, cmax };
    expect(complaints({ ...sample(), sizes: [size, { ...size, competency: 'K2', U: L }] })).toEqual([]);
    for (const bad of [{ U: U! + 1 }, { U: L! - 1 }, { cmax: 0 }, { cmax: cmax! + 1 }, { U: undefined }])
      expect(complaints({ ...sample(), sizes: [{ ...size, ...bad }] })).toEqual(['bad_sizes sizes[0]']);
    expect(complaints({ ...sample(), sizes: [size, size] })).toEqual(['duplicate_id sizes[1]']);
    for (const bad of [null, { ...size, competency: 'none' }])
      expect(complaints({ ...sample(), sizes: [bad] })).toEqual(['unknown sizes[0]']);
    expect(complaints({ ...sample(), sizes: {} })).toEqual(['not_a_list sizes']);
  });

  it('refuses a wish or a ban about a competency that the problem does not have', () => {
    const pair = { a: 0, b: 1 };
    const known = { ...sample(), wishes: [{ ...pair, price: 1, competency: 'K1' }] };
    expect(complaints({ ...known, forbiddenIn: [{ ...pair, competency: 'K1' }] })).toEqual([]);
    expect(complaints({ ...sample(), wishes: [{ ...pair, price: 1, competency: 'none' }] })).toEqual([
      'bad_wish wishes[0]',
    ]);
    for (const ban of [{ ...pair, competency: 'none' }, { ...pair, b: 0, competency: 'K1' }, pair, null])
      expect(complaints({ ...sample(), forbiddenIn: [ban] })).toEqual(['bad_pair forbiddenIn[0]']);
    expect(complaints({ ...sample(), forbiddenIn: {} })).toEqual(['not_a_list forbiddenIn']);
  });

  it('refuses a locked group that breaks a rule', () => {
    const group = { competency: 'K6', slot: 0, consultants: ['t0015'], members: ['t0001'] };
    expect(complaints({ ...sample(), locked: [group] })).toContain('locked_size locked[0]');
    expect(complaints({ ...sample(), locked: [{ ...group, members: 'all' }] })).toEqual(['bad_group locked[0]']);
  });
});

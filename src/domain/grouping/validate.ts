// Checks an unknown value to be a grouping problem, before anything is computed from it.
import { evaluate } from './evaluate';
import type { GroupingGroup, GroupingProblem, InputProblem, ValidatedProblem } from './problem';

type Json = Record<string, unknown>;

const PARAMS = ['L', 'U', 'U1', 'cmax', 'm', 'k'] as const;
const PRICES = ['uncovered', 'leftOut', 'group', 'load', 'subjRepeat', 'schoolRepeat', 'slot', 'oldPair'] as const;

/** The input as a problem, or everything that is wrong with it (`code` and the path inside the input). */
export function validateProblem(input: unknown): ValidatedProblem {
  const problems: InputProblem[] = [];
  const bad = (code: string, where: string): void => void problems.push({ code, where });
  if (!isObject(input)) return { ok: false, problems: [{ code: 'not_an_object', where: '' }] };
  if (input['format'] !== 'vr-mobile-groups/1') bad('unknown_format', 'format');
  if (typeof input['id'] !== 'string') bad('not_a_string', 'id');
  for (const name of ['teachers', 'subjects', 'competencies', 'history'])
    if (!Array.isArray(input[name])) bad('not_a_list', name);
  for (const name of ['slots', 'schools']) if (!isCount(input[name])) bad('not_a_count', name);
  if (!isObject(input['params'])) bad('not_an_object', 'params');
  if (problems.length) return { ok: false, problems };

  checkParams(input['params'] as Json, bad);
  const competencies = input['competencies'] as unknown[];
  checkIds(competencies, 'competencies', bad);
  checkTeachers(input, bad);
  checkPairs(input, 'history', bad);
  if (input['forbidden'] !== undefined) checkPairs(input, 'forbidden', bad);
  for (const name of ['locked', 'previous']) if (input[name] !== undefined) checkGroupsShape(input, name, bad);
  if (input['forbiddenIn'] !== undefined) checkBans(input, bad);
  if (input['wishes'] !== undefined) checkWishes(input, bad);
  if (input['resources'] !== undefined) checkResources(input['resources'], bad);
  if (input['sizes'] !== undefined) checkSizes(input, bad);
  if (problems.length) return { ok: false, problems };
  const problem = input as unknown as GroupingProblem;
  for (const { code, where } of evaluate(problem, problem.locked ?? []).broken)
    bad(`locked_${code}`, where.replace('groups', 'locked'));
  return problems.length ? { ok: false, problems } : { ok: true, problem };
}

type Report = (code: string, where: string) => void;

function checkParams(params: Json, bad: Report): void {
  for (const name of PARAMS) if (!isCount(params[name])) bad('not_a_count', `params.${name}`);
  if (Number(params['L']) < 1 || Number(params['U']) < Number(params['L'])) bad('bad_sizes', 'params.L');
  if (Number(params['U']) > 250) bad('bad_sizes', 'params.U');
  if (Number(params['U1']) < 1) bad('bad_sizes', 'params.U1');
  if (Number(params['cmax']) < 1) bad('bad_sizes', 'params.cmax');
  const weights = params['w'];
  if (!Array.isArray(weights) || weights.length !== 4 || !weights.every(isPrice)) bad('bad_weights', 'params.w');
  const price = params['price'];
  if (!isObject(price)) bad('not_an_object', 'params.price');
  else {
    for (const name of PRICES) if (!isPrice(price[name])) bad('not_a_price', `params.price.${name}`);
    if (price['change'] !== undefined && !isPrice(price['change'])) bad('not_a_price', 'params.price.change');
  }
}

function checkTeachers(input: Json, bad: Report): void {
  const teachers = input['teachers'] as unknown[];
  const slots = input['slots'] as number;
  const competencies = (input['competencies'] as unknown[]).length;
  const subjects = (input['subjects'] as unknown[]).length;
  const schools = input['schools'] as number;
  checkIds(
    teachers.map((teacher) => (isObject(teacher) ? teacher['id'] : undefined)),
    'teachers',
    bad,
  );
  teachers.forEach((teacher, i) => {
    if (!isObject(teacher)) return;
    const where = `teachers[${i}]`;
    const { subj, school, lvl, av } = teacher;
    if (!isCount(subj) || subj >= Math.max(1, subjects)) bad('unknown_subject', `${where}.subj`);
    if (!isCount(school) || school >= Math.max(1, schools)) bad('unknown_school', `${where}.school`);
    if (typeof lvl !== 'string' || lvl.length !== competencies || !/^[0-4]*$/.test(lvl))
      bad('bad_levels', `${where}.lvl`);
    if (typeof av !== 'string' || av.length !== slots || !/^[0-2]*$/.test(av)) bad('bad_availability', `${where}.av`);
    for (const name of ['maxMember', 'maxLead'])
      if (teacher[name] !== undefined && !isCount(teacher[name])) bad('not_a_count', `${where}.${name}`);
  });
}

function checkPairs(input: Json, name: string, bad: Report): void {
  const count = (input['teachers'] as unknown[]).length;
  const pairs = input[name];
  if (!Array.isArray(pairs)) return bad('not_a_list', name);
  pairs.forEach((pair: unknown, q) => {
    const fits =
      Array.isArray(pair) &&
      pair.length === 2 &&
      pair.every((i: unknown) => isCount(i) && i < count) &&
      pair[0] !== pair[1];
    if (!fits) bad('bad_pair', `${name}[${q}]`);
  });
}

function checkBans(input: Json, bad: Report): void {
  const bans = input['forbiddenIn'];
  if (!Array.isArray(bans)) return bad('not_a_list', 'forbiddenIn');
  bans.forEach((ban: unknown, q) => {
    if (!isObject(ban) || !isPairOf(input, ban) || !isCompetencyOf(input, ban['competency']))
      bad('bad_pair', `forbiddenIn[${q}]`);
  });
}

function checkWishes(input: Json, bad: Report): void {
  const wishes = input['wishes'];
  if (!Array.isArray(wishes)) return bad('not_a_list', 'wishes');
  wishes.forEach((wish: unknown, q) => {
    const fits =
      isObject(wish) &&
      isPairOf(input, wish) &&
      isPrice(wish['price']) &&
      (wish['competency'] === undefined || isCompetencyOf(input, wish['competency'])) &&
      (wish['bLeads'] === undefined || typeof wish['bLeads'] === 'boolean');
    if (!fits) bad('bad_wish', `wishes[${q}]`);
  });
}

function checkResources(resources: unknown, bad: Report): void {
  if (!Array.isArray(resources)) return bad('not_a_list', 'resources');
  checkIds(
    resources.map((resource: unknown) => (isObject(resource) ? resource['id'] : undefined)),
    'resources',
    bad,
  );
  resources.forEach((resource: unknown, q) => {
    if (!isObject(resource)) return;
    const { capacity, competencies, taken } = resource;
    if (!isCount(capacity)) bad('not_a_count', `resources[${q}].capacity`);
    if (taken !== undefined && !(Array.isArray(taken) && taken.every(isCount)))
      bad('not_a_list', `resources[${q}].taken`);
    if (competencies !== undefined && !isTexts(competencies)) bad('not_a_list', `resources[${q}].competencies`);
  });
}

function checkSizes(input: Json, bad: Report): void {
  const sizes = input['sizes'];
  if (!Array.isArray(sizes)) return bad('not_a_list', 'sizes');
  const params = input['params'] as Json;
  const isFrom = (value: unknown, least: unknown, most: unknown): boolean =>
    isCount(value) && value >= Number(least) && value <= Number(most);
  const seen = new Set<unknown>();
  sizes.forEach((size: unknown, q) => {
    const where = `sizes[${q}]`;
    if (!isObject(size) || !isCompetencyOf(input, size['competency'])) return bad('unknown', where);
    if (seen.has(size['competency'])) bad('duplicate_id', where);
    seen.add(size['competency']);
    if (!isFrom(size['U'], params['L'], params['U']) || !isFrom(size['cmax'], 1, params['cmax']))
      bad('bad_sizes', where);
  });
}

function checkGroupsShape(input: Json, name: string, bad: Report): void {
  const groups = input[name];
  if (!Array.isArray(groups)) return bad('not_a_list', name);
  groups.forEach((group: unknown, q) => {
    const where = `${name}[${q}]`;
    const fits =
      isObject(group) &&
      typeof group['competency'] === 'string' &&
      isCount(group['slot']) &&
      isTexts(group['consultants']) &&
      isTexts(group['members']);
    if (!fits) bad('bad_group', where);
    else if (
      new Set([...(group as unknown as GroupingGroup).consultants, ...(group as unknown as GroupingGroup).members])
        .size === 0
    )
      bad('bad_group', where);
  });
}

function checkIds(ids: unknown[], name: string, bad: Report): void {
  const seen = new Set<unknown>();
  ids.forEach((id, q) => {
    if (typeof id !== 'string' || !id) bad('not_a_string', `${name}[${q}]`);
    else if (seen.has(id)) bad('duplicate_id', `${name}[${q}]`);
    seen.add(id);
  });
}

/** Are `a` and `b` of the pair two different people of the input? */
function isPairOf(input: Json, { a, b }: Json): boolean {
  const count = (input['teachers'] as unknown[]).length;
  return isCount(a) && a < count && isCount(b) && b < count && a !== b;
}

const isCompetencyOf = (input: Json, id: unknown): boolean => (input['competencies'] as unknown[]).includes(id);

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isPrice(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

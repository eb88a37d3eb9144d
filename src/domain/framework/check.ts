// Is a framework usable? Every fault at once, as problems that the person who edits the table can act on.
import type { Message, Problem } from '../message';
import { NO_NEED } from '../survey/keys';
import { labelKey } from '../survey/labels';
import { FEWEST_LEVELS, levelName, scaleOf, type Competency } from './framework';

const ID = /^[A-Za-z][A-Za-z0-9.-]*$/;

/** Latin letters, digits, dots, hyphens, beginning with a letter; `none` is taken by the needs survey. */
export function isCompetencyId(text: string): boolean {
  return ID.test(text) && text.toLowerCase() !== NO_NEED;
}

/** A whole number on a scale whose highest level is `top`. */
export function isLevel(value: number | undefined, top: number): boolean {
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= top;
}

/** Same text for a reader: letter case, spacing and «ё» aside. */
const alike = (text: string): string => labelKey(text).toLowerCase().replace(/ё/g, 'е');

/** Problems of each text that repeats an earlier one; `''` repeats nothing. */
function repeats<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  problem: (item: T, first: T) => Problem,
): Problem[] {
  const seen = new Map<string, T>();
  const problems: Problem[] = [];
  for (const item of items) {
    const text = alike(textOf(item));
    const first = seen.get(text);
    if (text === '') continue;
    if (first === undefined) seen.set(text, item);
    else problems.push(problem(item, first));
  }
  return problems;
}

/** Faults of one competency by itself. */
export function checkCompetency(competency: Competency): readonly Problem[] {
  const { id, title, target, consultantFrom, levelNames = [], practice } = competency;
  const scale = scaleOf(competency);
  const { top } = scale;
  const say = (code: string, fields: NonNullable<Message['fields']> = {}): Problem => ({
    code: `framework.${code}`,
    fields: { id, title, ...fields },
  });
  const problems: Problem[] = [];
  if (!isCompetencyId(id)) problems.push(say('id.bad'));
  if (title.trim() === '') problems.push(say('title.missing'));
  if (competency.area.trim() === '') problems.push(say('area.missing'));
  competency.descriptors.forEach((descriptor, level) => {
    if (descriptor.trim() === '') problems.push(say('descriptor.missing', { level }));
  });
  if (competency.descriptors.length < FEWEST_LEVELS)
    problems.push(say('levels.few', { count: competency.descriptors.length, least: FEWEST_LEVELS }));
  if (levelNames.length > 0 && levelNames.length !== competency.descriptors.length)
    problems.push(say('names.count', { names: levelNames.length, levels: competency.descriptors.length }));
  problems.push(
    ...repeats(
      levelNames,
      (name) => name,
      (name) => say('names.repeated', { name }),
    ),
    ...repeats(
      practice,
      (question) => question,
      (question) => say('practice.repeated', { question }),
    ),
  );
  const levels = competency.descriptors.map((descriptor, level) => ({ descriptor, level }));
  problems.push(
    ...repeats(
      levels,
      ({ descriptor }) => descriptor,
      ({ level }, first) => say('descriptor.repeated', { level, first: first.level }),
    ),
  );
  // On a scale too short to be one, what lies outside it would be a fault nobody made.
  if (top < FEWEST_LEVELS - 1) return problems;
  const named = (level: number): string | number => levelName(scale, level);
  if (!isLevel(target, top)) problems.push(say('target.range', { value: target, top }));
  if (!isLevel(consultantFrom, top)) problems.push(say('consultantFrom.range', { value: consultantFrom, top }));
  else if (isLevel(target, top) && consultantFrom < target)
    problems.push(
      say('consultantFrom.belowTarget', {
        consultantFrom: named(consultantFrom),
        target: named(target),
        least: target,
      }),
    );
  for (const [role, value] of Object.entries(competency.roleTargets)) {
    if (!isLevel(value, top)) problems.push(say('roleTarget.range', { role, value, top }));
    else if (isLevel(consultantFrom, top) && consultantFrom < value)
      problems.push(
        say('consultantFrom.belowRoleTarget', { consultantFrom: named(consultantFrom), role, target: named(value) }),
      );
  }
  return problems;
}

/**
 * All faults of a framework; none = it can be surveyed. Codes, all `framework.…`, with fields `id` and `title` of the competency
 * unless said otherwise: `empty` (no fields), `needs.none` (no fields), `id.bad`, `id.repeated` (+ `other`: the first one's title),
 * `title.missing`, `title.repeated` (+ `other`: the first one's id), `area.missing`, `descriptor.missing` (+ `level`),
 * `levels.few` (+ `count`, `least`), `names.count` (+ `names`, `levels`), `names.repeated` (+ `name`), `practice.repeated`
 * (+ `question`), `descriptor.repeated` (+ `level`, `first`), `target.range`, `consultantFrom.range`, `roleTarget.range` (+ `value`,
 * `top`; the last also `role`), `consultantFrom.belowTarget` (+ `consultantFrom`, `target`, as people read them, and `least`, the
 * number), `consultantFrom.belowRoleTarget` (+ `consultantFrom`, `target`, `role`).
 */
export function checkFramework(competencies: readonly Competency[]): readonly Problem[] {
  const active = competencies.filter((competency) => competency.active);
  if (active.length === 0) return [{ code: 'framework.empty' }];
  const problems = competencies.flatMap(checkCompetency);
  problems.push(
    ...repeats(
      competencies,
      ({ id }) => id,
      ({ id, title }, first) => ({ code: 'framework.id.repeated', fields: { id, title, other: first.title } }),
    ),
    ...repeats(
      active,
      ({ title }) => title,
      ({ id, title }, first) => ({ code: 'framework.title.repeated', fields: { id, title, other: first.id } }),
    ),
  );
  if (!active.some((competency) => competency.inNeedsSurvey)) problems.push({ code: 'framework.needs.none' });
  return problems;
}

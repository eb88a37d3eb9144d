// The demo as the README promises it: the sample school's cycle, with the published numbers at its end.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demo, type Ended, temporaryFolder } from './command';
import { type Summary, summaryProblems } from './summary-shape';

const out = join(temporaryFolder(), 'out');
let ended: Ended;
let summary: Summary;

beforeAll(async () => {
  ended = await demo('--out', out);
  summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary;
}, 300_000);

/** Who needs what in the published survey of 61 teachers: count and per cent, to one decimal. */
const PUBLISHED = {
  'ict.distance': [20, 32.8],
  'ict.spreadsheets': [21, 34.4],
  'ict.forms': [11, 18.0],
  'ict.presentations': [6, 9.8],
} as const;

it('ends well, without a complaint', () => {
  expect(ended).toMatchObject({ code: 0, complaints: [] });
});

it('gives a summary of the promised shape, free of contradictions', () => {
  expect(summaryProblems(summary)).toEqual([]);
});

it('finds exactly the published needs of the 61 teachers', () => {
  expect(summary.teachers).toBe(61);
  const asked = summary.competencies.filter(({ needs }) => needs.count > 0);
  expect(
    Object.fromEntries(asked.map(({ id, needs }) => [id, [needs.count, Math.round(needs.share * 1000) / 10]])),
  ).toEqual(PUBLISHED);
});

it('says the published numbers on the terminal too', () => {
  for (const [count, share] of Object.values(PUBLISHED))
    expect(ended.output).toContain(`${String(count)} (${share.toFixed(1).replace('.', ',')} %)`);
});

it('counts every teacher once, though some answered twice and some mistyped their address', () => {
  // 61 teachers: four never answered the self-assessment.
  expect(summary.answered).toBe(57);
  const self = summary.forms.find(({ kind }) => kind === 'self');
  expect(self?.responses).toBeGreaterThanOrEqual(57);
});

it('forms groups, and says of every deficit left over why', () => {
  expect(summary.groups.length).toBeGreaterThan(5);
  const subjects = summary.groups.filter(({ consultees }) => consultees.length > 0);
  expect(subjects).toHaveLength(summary.groups.length);
  const deficits = summary.competencies.reduce((sum, one) => sum + one.deficits.count, 0);
  const covered = summary.groups.reduce((sum, { consultees }) => sum + consultees.length, 0);
  expect(covered + summary.uncovered.length).toBe(deficits);
  expect(summary.uncovered.filter(({ reason }) => !/[а-яё]{3}/.test(reason))).toEqual([]);
});

it('holds every module inside school days, with an event and guests of its own', () => {
  expect(summary.modules.length).toBe(summary.groups.length);
  for (const { start, end, guests } of summary.modules) {
    expect([1, 2, 3, 4, 5]).toContain(new Date(`${start.slice(0, 10)}T00:00:00Z`).getUTCDay());
    expect(start.slice(11, 16) >= '08:00' && end.slice(11, 16) <= '20:00').toBe(true);
    expect(guests).toBeGreaterThanOrEqual(2);
  }
});

it('gives everybody with a deficit or a place in a group a route of his own, and lessons their cards', () => {
  const people = new Set(summary.groups.flatMap(({ consultants, consultees }) => [...consultants, ...consultees]));
  expect(summary.routes.teachers).toBeGreaterThanOrEqual(people.size);
  expect(summary.lessons).toEqual({ given: 5, cards: 5 });
});

it('sends the feedback forms of both sides, and gets answers on them', () => {
  const feedback = summary.forms.filter(({ kind }) => kind.startsWith('feedback.'));
  expect(new Set(feedback.map(({ kind }) => kind))).toEqual(new Set(['feedback.consultant', 'feedback.consultee']));
  expect(feedback.reduce((sum, { responses }) => sum + responses, 0)).toBeGreaterThan(30);
});

it('ends with a second self-assessment of the same people, whose growth and cost it tells', () => {
  expect(summary.forms.filter(({ kind }) => kind === 'self').map(({ responses }) => responses >= 57)).toEqual([
    true,
    true,
  ]);
  expect(ended.output).toMatch(/средний уровень 57 учителей, оценённых в обоих: \d,\d+ → \d,\d+\./);
  // Whoever learned in a group rose by one level or two, and nobody fell: that is no chance.
  expect(ended.output).toMatch(/рост надёжный/);
  expect(ended.output).toMatch(/Модель мобильных групп (работает|стоит изменить|в нынешнем виде)/);
});

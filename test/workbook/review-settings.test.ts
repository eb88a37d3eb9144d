// Settings of growth, evaluation and partner schools: every default can be read; a text that means nothing is refused.
import {
  readReviewSetting,
  REVIEW_SETTING_DEFINITIONS,
  type ReviewSettingKey,
} from '../../src/workbook/review-settings';
import { SETTING_DEFINITIONS } from '../../src/workbook/settings';
import { TEAM_SETTING_DEFINITIONS } from '../../src/workbook/team-settings';

const definitions = Object.entries(REVIEW_SETTING_DEFINITIONS) as [
  ReviewSettingKey,
  (typeof REVIEW_SETTING_DEFINITIONS)[ReviewSettingKey],
][];

it.each(definitions)('%s has a default that can be read, and is worded for people', (key, definition) => {
  expect(readReviewSetting(key, definition.initial)).toBeDefined();
  expect(definition.title).toMatch(/^[А-ЯЁ]/);
  expect(definition.meaning).toMatch(/^[А-ЯЁ«].*\.$/);
});

it('has keys and titles that no other setting has', () => {
  const all = [SETTING_DEFINITIONS, TEAM_SETTING_DEFINITIONS, REVIEW_SETTING_DEFINITIONS].flatMap((group) =>
    Object.entries<{ readonly title: string }>(group),
  );
  expect(new Set(all.map(([key]) => key)).size).toBe(all.length);
  expect(new Set(all.map(([, { title }]) => title.toLowerCase())).size).toBe(all.length);
});

it.each([
  ['growthReliability', '', 'alpha'],
  ['growthReliability', '0,8', 0.8],
  ['growthReliability', '1.2', undefined],
  ['growthReliability', 'высокая', undefined],
  ['modelCoverage', '70; 40', { good: 70, bad: 40 }],
  ['modelCoverage', '70,5;40', { good: 70.5, bad: 40 }],
  ['modelCoverage', '40; 70', undefined],
  ['modelCoverage', '70', undefined],
  ['modelCoverage', '70; 40; 10', undefined],
  ['modelHours', '10; 25', { good: 10, bad: 25 }],
  ['modelHours', '25; 10', undefined],
  ['modelPreparation', '0,5', 0.5],
  ['modelPreparation', '-1', undefined],
  ['modelStopFrom', '0', undefined],
] as const)('%s reads «%s»', (key, text, value) => {
  expect(readReviewSetting(key, text)).toEqual(value);
});

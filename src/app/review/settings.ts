// Reads the settings of growth, evaluation and partner schools.
import type { Outcome, Problem } from '../../domain/message';
import {
  readReviewSetting,
  REVIEW_SETTING_DEFINITIONS,
  type ReviewSettingKey,
  type ReviewSettings,
  reviewSettingsFrom,
} from '../../workbook/review-settings';
import { SETTINGS } from '../../workbook/tables';
import type { Ports } from '../ports';

/** Settings with their defaults; every value that does not fit is a problem naming its row. */
export function loadReviewSettings(ports: Ports): Outcome<ReviewSettings> {
  const rows = new Map(ports.workbook.read(SETTINGS).rows.map((row) => [row.key, row]));
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  for (const key of Object.keys(REVIEW_SETTING_DEFINITIONS) as ReviewSettingKey[]) {
    const { title, initial } = REVIEW_SETTING_DEFINITIONS[key];
    const row = rows.get(key);
    const found = row?.value ?? initial;
    values[key] = readReviewSetting(key, found);
    if (values[key] === undefined)
      problems.push({
        code: 'settings.value.bad',
        fields: { setting: row?.title ?? title, found, example: initial, row: row?.$row ?? 0 },
      });
  }
  return problems.length === 0
    ? { ok: true, value: reviewSettingsFrom(values as Record<ReviewSettingKey, unknown>) }
    : { ok: false, problems };
}

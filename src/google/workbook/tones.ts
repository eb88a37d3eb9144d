// Colours that say at a glance how things stand: conditional formats beside whatever rules people have made themselves.
import type { Column, Table, Tone } from '../../workbook/schema';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Text on its background keeps a contrast of 4.5 : 1. https://www.w3.org/TR/WCAG21/#contrast-minimum */
export const TONE_COLOURS: Readonly<Record<Tone, { readonly background: string; readonly text: string }>> = {
  good: { background: '#ceead6', text: '#0d652d' },
  doing: { background: '#d2e3fc', text: '#174ea6' },
  warn: { background: '#feefc3', text: '#6b4200' },
  bad: { background: '#fad2cf', text: '#a50e0e' },
  off: { background: '#f1f3f4', text: '#5f6368' },
};

/** What is asked of a cell, and how it looks then. */
interface Condition {
  readonly kind: 'is' | 'begins' | 'below0' | 'above0';
  readonly text: string;
  readonly tone: Tone;
}

/**
 * Sees to it that every coloured column has its rules, each once: they are known by their column and condition. One read of the
 * sheet's rules, and one write when any is missing.
 * @param positions column key → 1-based position
 */
export function ensureTones(sheet: Sheet, table: Table, positions: ReadonlyMap<string, number>): void {
  const wanted = Object.entries(table.columns).flatMap(([key, column]) => {
    const at = positions.get(key);
    return at === undefined ? [] : conditionsOf(column).map((condition) => ({ at, condition }));
  });
  if (wanted.length === 0) return;
  const standing = sheet.getConditionalFormatRules();
  const known = new Set(standing.flatMap(namesOf));
  const missing = wanted.filter(({ at, condition }) => !known.has(nameOf(at, condition)));
  if (missing.length === 0) return;
  const rows = sheet.getMaxRows() - 1;
  sheet.setConditionalFormatRules([
    ...standing,
    ...missing.map(({ at, condition }) => ruleOf(sheet.getRange(2, at, rows, 1), condition)),
  ]);
}

function conditionsOf({ type, choices, tones, signed }: Column): readonly Condition[] {
  if (signed === true) {
    return [
      { kind: 'below0', text: '', tone: 'bad' },
      { kind: 'above0', text: '', tone: 'good' },
    ];
  }
  return Object.entries(tones ?? {}).map(([key, tone]) =>
    type === 'choice' ? { kind: 'is', text: choices?.[key] ?? key, tone } : { kind: 'begins', text: key, tone },
  );
}

function ruleOf(range: GoogleAppsScript.Spreadsheet.Range, { kind, text, tone }: Condition): Rule {
  const rule = SpreadsheetApp.newConditionalFormatRule();
  if (kind === 'is') rule.whenTextEqualTo(text);
  else if (kind === 'begins') rule.whenTextStartsWith(text);
  else if (kind === 'below0') rule.whenNumberLessThan(0);
  else rule.whenNumberGreaterThan(0);
  const { background, text: colour } = TONE_COLOURS[tone];
  return rule.setBackground(background).setFontColor(colour).setRanges([range]).build();
}

/** A rule of ours is one condition on one column; its name tells it apart from all others. */
const nameOf = (at: number, { kind, text }: Condition): string => `${String(at)} ${kind} ${text}`;

function namesOf(rule: Rule): readonly string[] {
  const condition = rule.getBooleanCondition();
  if (condition === null) return [];
  const criteria = SpreadsheetApp.BooleanCriteria;
  const [value] = condition.getCriteriaValues() as readonly unknown[];
  const text = typeof value === 'string' ? value : '';
  const kinds: Record<string, Condition['kind'] | undefined> = {
    [String(criteria.TEXT_EQUAL_TO)]: 'is',
    [String(criteria.TEXT_STARTS_WITH)]: 'begins',
    ...(Number(value) === 0
      ? { [String(criteria.NUMBER_LESS_THAN)]: 'below0', [String(criteria.NUMBER_GREATER_THAN)]: 'above0' }
      : {}),
  };
  const kind = kinds[String(condition.getCriteriaType())];
  return kind === undefined
    ? []
    : rule
        .getRanges()
        .map((range) => nameOf(range.getColumn(), { kind, text: kind.endsWith('0') ? '' : text, tone: 'off' }));
}

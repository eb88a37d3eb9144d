// Has a school edited its form since it was bound? Answers to what is new would not count, and nobody would know.
import type { Message } from '../message';
import type { AskedItem } from '../survey/form-spec';
import { labelKey } from '../survey/labels';
import type { FormItem } from './propose';

/**
 * Problems, with field `question` as it was bound: `binding.item.gone`; `binding.item.renamed` (+ `now`); `binding.item.answers`
 * (+ `labels`: answers or rows that were not there).
 */
export function bindingChanges(asked: readonly AskedItem[], now: readonly FormItem[]): readonly Message[] {
  const live = new Map(now.map((item) => [item.itemId, item]));
  return asked.flatMap(({ itemId, spec }): Message[] => {
    const item = live.get(itemId);
    const question = spec.title;
    if (item === undefined) return [{ code: 'binding.item.gone', fields: { question } }];
    const known = new Set(
      [...('options' in spec ? spec.options : []), ...('rows' in spec ? [...spec.rows, ...spec.columns] : [])].map(
        ({ label }) => labelKey(label),
      ),
    );
    const fresh = [...item.options, ...item.rows].filter((label) => !known.has(labelKey(label)));
    return [
      ...(labelKey(item.title) === labelKey(question)
        ? []
        : [{ code: 'binding.item.renamed', fields: { question, now: item.title } }]),
      ...(fresh.length === 0 ? [] : [{ code: 'binding.item.answers', fields: { question, labels: fresh } }]),
    ];
  });
}

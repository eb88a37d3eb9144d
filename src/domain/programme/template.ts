// Fills the blanks of a wording: `{name}` becomes a value. Knows nothing of mail, HTML or Google.

import { showable } from '../text';

/** Values for a wording's placeholders. Lists are joined by the caller, who knows how they should read. */
export type TemplateFields = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** Own properties only, so that `{constructor}` is unknown like any other name nobody gave. */
function valueOf(fields: TemplateFields, name: string): string {
  return Object.prototype.hasOwnProperty.call(fields, name) ? showable(fields[name] ?? '') : '';
}

/**
 * The template with every `{placeholder}` replaced by its value. One nobody gave a value for is left empty. Values are put in as
 * they are and never looked into again: a teacher who writes `{link}` in an answer gets just that.
 */
export function fillTemplate(template: string, fields: TemplateFields): string {
  return template.replace(PLACEHOLDER, (_whole, name: string) => valueOf(fields, name));
}

/**
 * The same for a letter or a description of several lines: a line whose placeholders all came out empty is left out, and no two
 * empty lines follow each other. So a wording may hold lines that only sometimes have something to say («Срок: {deadline}»).
 */
export function fillLines(template: string, fields: TemplateFields): string {
  const kept = template.split('\n').filter((line) => {
    const names = [...line.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
    return names.length === 0 || names.some((name) => valueOf(fields, name).trim() !== '');
  });
  const spaced = kept.filter(
    (line, index) => line.trim() !== '' || (index > 0 && (kept[index - 1] ?? '').trim() !== ''),
  );
  return spaced
    .map((line) => fillTemplate(line, fields))
    .join('\n')
    .trim();
}

/** Placeholder names a template uses, in order of appearance, each once. */
export function placeholdersOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

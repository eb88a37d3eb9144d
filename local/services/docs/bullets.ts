// Turns paragraphs into list items.
// https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request#createparagraphbulletsrequest
import type { Editor } from './editor';
import { LEVELS, indentsOf } from './lists';

/**
 * Makes every paragraph that a range touches an item of one list. Leading tabs give the nesting level and are removed.
 * The list of the paragraph right before is continued when it has the same preset.
 * @param newListId gives the id of a list that has to be made
 */
export function createBullets(
  editor: Editor,
  start: number,
  end: number,
  preset: string,
  newListId: () => string,
): void {
  editor.checkRange(start, end);
  const paragraphs = editor.paragraphsIn(start, end);
  const first = paragraphs[0];
  if (first === undefined) return;
  const { lists } = editor.content;
  const above = editor.at(editor.paragraphStart(first) - 1);
  const known = above?.kind === 'newline' ? above.bullet?.listId : undefined;
  const listId = known !== undefined && lists[known] === preset ? known : newListId();
  lists[listId] = preset;
  // From the last to the first, so that removed tabs do not move what is still to come.
  for (const index of paragraphs.reverse()) {
    const { newline } = editor.paragraphEnd(index);
    const from = editor.paragraphStart(index);
    let tabs = 0;
    for (let unit = editor.at(from); unit?.kind === 'char' && unit.char === '\t'; unit = editor.at(from + tabs)) tabs++;
    const nestingLevel = Math.min(tabs, LEVELS - 1);
    newline.bullet = { listId, nestingLevel };
    const { indentFirstLine, indentStart } = indentsOf(nestingLevel);
    newline.paragraph.indentFirstLine = { magnitude: indentFirstLine, unit: 'PT' };
    newline.paragraph.indentStart = { magnitude: indentStart, unit: 'PT' };
    if (tabs > 0) editor.delete(from, from + tabs);
  }
}

/**
 * Makes every paragraph that a range touches a plain one. The indents stay, so that it looks as deep as it was.
 * https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request#deleteparagraphbulletsrequest
 */
export function deleteBullets(editor: Editor, start: number, end: number): void {
  editor.checkRange(start, end);
  for (const index of editor.paragraphsIn(start, end)) delete editor.paragraphEnd(index).newline.bullet;
}

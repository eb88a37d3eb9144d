// Texts from people, made fit for one line: no control characters, no line breaks.

const isControl = (character: string): boolean => {
  const code = character.charCodeAt(0);
  return code < 0x20 || code === 0x7f || code === 0x2028 || code === 0x2029;
};

/**
 * Marks that turn the direction of writing (overrides, embeddings, isolates, marks of a direction): with them a text reads as another one than it is. No
 * language of our users needs them, so they go. https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
 */
export const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// eslint-disable-next-line no-control-regex -- exactly these are meant
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A text as it can be shown: no direction marks, no control characters but tabs and line breaks. */
export const showable = (text: string): string => text.replace(TURNING, '').replace(CONTROL, '');

/** A text for one line, such as a name: no direction marks; control characters and line breaks become spaces, runs of white space one space. */
export function oneLine(text: string): string {
  return Array.from(text.replace(TURNING, ''), (character) => (isControl(character) ? ' ' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A text that no reader can take for HTML: where a tag, a comment or the like could begin, a quotation mark stands that looks like it.
 * For places that may show HTML and have no way to say that a text is none (the description of a calendar event).
 */
export const withoutTags = (text: string): string => text.replace(/<(?=[A-Za-z/!?])/g, '‹');

// Texts from people, made fit for one line: no control characters, no line breaks.

const isControl = (character: string): boolean => {
  const code = character.charCodeAt(0);
  return code < 0x20 || code === 0x7f || code === 0x2028 || code === 0x2029;
};

/** Control characters and line breaks become spaces, runs of white space one space. */
export function oneLine(text: string): string {
  return Array.from(text, (character) => (isControl(character) ? ' ' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

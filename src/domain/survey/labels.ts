// When two texts are the same label: as a person would say, not byte by byte.

/**
 * A label reduced to what a reader sees: Unicode composed, all white space (no-break spaces too) one space, none around. Forms and
 * people who touch up a form change these without changing the choice.
 */
export function labelKey(label: string): string {
  return label.normalize('NFC').replace(/\s+/g, ' ').trim();
}

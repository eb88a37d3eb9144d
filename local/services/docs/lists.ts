// What the presets of createParagraphBullets look like.
// https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request#bulletglyphpreset
type NestingLevel = GoogleAppsScript.Docs.Schema.NestingLevel;

/** Levels of a list, and points by which each is indented. */
export const LEVELS = 9;
const STEP = 36;
const HANG = 18;

interface Preset {
  /** Glyph symbols (bullets) or glyph types (numbers), repeated over the levels. */
  symbols?: readonly string[];
  types?: readonly string[];
  format(level: number): string;
}

const PRESETS: Readonly<Record<string, Preset>> = {
  BULLET_DISC_CIRCLE_SQUARE: { symbols: ['●', '○', '■'], format: (level) => `%${String(level)}` },
  NUMBERED_DECIMAL_ALPHA_ROMAN: {
    types: ['DECIMAL', 'ALPHA', 'ROMAN'],
    format: (level) => `%${String(level)}.`,
  },
  NUMBERED_DECIMAL_NESTED: {
    types: ['DECIMAL'],
    format: (level) => Array.from({ length: level + 1 }, (_, i) => `%${String(i)}.`).join(''),
  },
};

/** Whether the emulation knows a preset. */
export function isPreset(name: string): boolean {
  return name in PRESETS;
}

/** Whether items of the preset are numbered. */
export function isNumbered(preset: string): boolean {
  return PRESETS[preset]?.types !== undefined;
}

/** Where the first line and the others of an item begin, in points. */
export function indentsOf(level: number): { indentFirstLine: number; indentStart: number } {
  return { indentFirstLine: HANG + STEP * level, indentStart: STEP * (level + 1) };
}

/** The levels of a list as `documents.get` shows them. */
export function nestingLevels(name: string): NestingLevel[] {
  const preset = PRESETS[name];
  if (preset === undefined) return [];
  return Array.from({ length: LEVELS }, (_, level) => {
    const { indentFirstLine, indentStart } = indentsOf(level);
    const glyph = preset.symbols ?? preset.types ?? [];
    const value = glyph[level % glyph.length] ?? '';
    return {
      bulletAlignment: 'START',
      ...(preset.symbols === undefined ? { glyphType: value } : { glyphSymbol: value }),
      glyphFormat: preset.format(level),
      indentFirstLine: { magnitude: indentFirstLine, unit: 'PT' },
      indentStart: { magnitude: indentStart, unit: 'PT' },
      startNumber: 1,
    };
  });
}

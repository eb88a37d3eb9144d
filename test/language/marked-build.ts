// A build of the product in the language nobody speaks: every word of the messages, of the sheets' tables and of the programmes carries
// a stress mark on its vowels. What a person sees without marks was worded somewhere else.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accented } from '../../src/messages/fake';
import { ROOT } from '../root';

/** Where words may stand. */
const WORDED = ['messages/ru', 'messages/format.ts', 'workbook', 'programmes'];
/** Texts that the product reads back by their letters. */
const READ_BACK = /^(да|нет)$/;

/** Cyrillic letters of string literals, marked; holes in braces stay as they are. */
function marked(source: string): string {
  return source
    .split('\n')
    .map((line) =>
      /^\s*(\/\/|\*|\/\*)/.test(line)
        ? line
        : line
            .replace(/`[^`]*`/g, markedText)
            .replace(/'((?:[^'\\]|\\.)*)'/g, (whole, text: string) =>
              /[а-яё]/i.test(text) && !READ_BACK.test(text) ? `'${markedText(text)}'` : whole,
            ),
    )
    .join('\n');
}

/** A hole's name is no word, but the forms of a word after its bar are: `{count|учитель|учителя}`. */
const markedText = (text: string): string => text.replace(/[а-яё]+/gi, (word) => accented(word));

/** Builds it; gives the folder to install and what removes it. */
export function markedBuild(): { readonly dist: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'marked-'));
  for (const name of ['src', 'esbuild.config.mjs', 'appsscript.json', 'package.json', 'tsconfig.base.json'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const place of WORDED) {
    const within = join(folder, 'src', place);
    const files = within.endsWith('.ts')
      ? [within]
      : readdirSync(within, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts'))
          .map((name) => join(within, name));
    for (const file of files) writeFileSync(file, marked(readFileSync(file, 'utf8')));
  }
  execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: folder });
  return {
    dist: join(folder, 'dist'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Words of a text that are Cyrillic, have a vowel, and carry no mark. */
export function unmarked(text: string): string[] {
  const words = text.normalize('NFC').match(/(?:[а-яё]\u0301?)+/gi) ?? [];
  return words.filter((word) => /[аеёиоуыэюя]/i.test(word) && !word.includes('\u0301'));
}

// The words of the pages: both languages have all of them, and no page says anything that is not among them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { sayIn, type WordKey, WORDS } from '../../../local/web/words';
import { ROOT } from '../../root';

const CLIENT = join(ROOT, 'local/web/client');
const keys = Object.keys(WORDS.ru) as WordKey[];

it('has every word in both languages, with the same places to fill in', () => {
  expect(Object.keys(WORDS.en).sort()).toEqual([...keys].sort());
  const places = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name).sort();
  for (const key of keys) expect([key, places(WORDS.en[key])]).toEqual([key, places(WORDS.ru[key])]);
  for (const key of keys) expect(WORDS.en[key]).not.toMatch(/[а-яё]/i);
});

it.each([
  [0, '0 непрочитанных писем'],
  [1, '1 непрочитанное письмо'],
  [2, '2 непрочитанных письма'],
  [5, '5 непрочитанных писем'],
  [11, '11 непрочитанных писем'],
  [21, '21 непрочитанное письмо'],
  [1234, '1\u00a0234 непрочитанных письма'],
])('puts %i letters into the right Russian form', (n, words) => {
  expect(sayIn('ru')('nav.unread', { n })).toBe(words);
});

it('puts one and many into the right English form', () => {
  const say = sayIn('en');
  expect([1, 2].map((n) => say('nav.unread', { n }))).toEqual(['1 unread letter', '2 unread letters']);
});

it('leaves what is filled in as it is, whatever stands in it', () => {
  expect(sayIn('ru')('failure.broken', { text: '{text} $& {n|a|b|c}' })).toBe('Не получилось: {text} $& {n|a|b|c}');
});

/** Words written into a page's source: texts between tags, and what people hear or read in attributes. */
function wordsIn(file: string): string[] {
  const found: string[] = [];
  const heard = new Set(['aria-label', 'label', 'title', 'alt', 'placeholder']);
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text);
    if (ts.isJsxAttribute(node) && heard.has(node.name.getText()) && node.initializer !== undefined)
      if (ts.isStringLiteral(node.initializer)) found.push(node.initializer.text);
    if (ts.isStringLiteralLike(node) && /[а-яё]/i.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(join(CLIENT, file), 'utf8'), ts.ScriptTarget.ES2022, true));
  return found.filter((text) => /[a-zа-яё]{2,}/i.test(text)).map((text) => `${file}: ${text.trim()}`);
}

it('says nothing on a page that is not among the words', () => {
  const files = readdirSync(CLIENT).filter((name) => /\.tsx?$/.test(name));
  expect(files.length).toBeGreaterThan(15);
  expect(files.flatMap(wordsIn)).toEqual([]);
});

it('uses every word', () => {
  const code = ['client', 'host', '.']
    .flatMap((folder) =>
      readdirSync(join(ROOT, 'local/web', folder)).map((name) => join(ROOT, 'local/web', folder, name)),
    )
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('words.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  // Those put together from a code: of a failure, of what goes on, of a button, of a role, of an answer.
  const made =
    /^(failure|busy|dialog|drive\.role|event\.said|event\.(accepted|declined|tentative)$|drive\.(folder|sheet|form|doc|file)$)/;
  expect(keys.filter((key) => !made.test(key) && !code.includes(`'${key}'`))).toEqual([]);
});

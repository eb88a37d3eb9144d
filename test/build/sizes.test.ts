// What ships stays small: Apps Script loads Code.js at every click, and the page's browser loads Sidebar.html.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { built, DIST, source } from './dist';

const bytes = (name: string): number => statSync(join(DIST, name)).size;

it('keeps Code.js under 200 KB, whichever kilobyte is meant', () => {
  expect(bytes('Code.js')).toBeLessThan(200_000);
});

it('keeps Sidebar.html under 120 KB', () => {
  expect(bytes('Sidebar.html')).toBeLessThan(120 * 1024);
});

it('ships the code, the manifest and pages, and nothing else', () => {
  const names = readdirSync(DIST).sort();
  expect(names).toEqual(expect.arrayContaining(['Code.js', 'Sidebar.html', 'appsscript.json']));
  expect(names.filter((name) => !/^(Code\.js|appsscript\.json|\w+\.html)$/.test(name))).toEqual([]);
});

it('ships the manifest as it stands in the repository', () => {
  expect(built('appsscript.json')).toBe(source('appsscript.json'));
});

describe('Sidebar.html', () => {
  const html = built('Sidebar.html');

  it('refers to nothing outside itself', () => {
    expect(html.match(/<(link|iframe|img|object|embed)\b/gi) ?? []).toEqual([]);
    expect(html.match(/<script[^>]+src\s*=/gi) ?? []).toEqual([]);
    expect(html.match(/@import|\burl\(\s*['"]?(?!data:)/g) ?? []).toEqual([]);
    expect(
      html.match(/\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b|\bfetch\(|\bimport\(/g) ?? [],
    ).toEqual([]);
  });

  it('holds no address but the names of XML namespaces, which nobody opens', () => {
    const addresses = new Set(html.match(/(?:https?|wss?):\/\/[\w./-]+/g) ?? []);
    expect([...addresses].filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
  });

  it('holds one scriptlet, which escapes what it prints', () => {
    // https://developers.google.com/apps-script/guides/html/templates#printing_scriptlets
    expect(html.match(/<\?.*?\?>/gs)).toEqual(['<?= start ?>']);
  });
});

describe.each(['Programmes.html', 'WordsRu.html', 'WordsEn.html'])('%s', (name) => {
  const text = built(name);

  it('is data that holds no markup', () => {
    expect(text).not.toContain('<');
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
});

it('has a text in both languages for every code', () => {
  const codes = (name: string): string[] => Object.keys(JSON.parse(built(name)) as object).sort();
  expect(codes('WordsRu.html')).toEqual(codes('WordsEn.html'));
});

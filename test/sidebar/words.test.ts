import { PAGE_EN } from '../../src/messages/page.en';
import { PAGE_RU, type PageKey } from '../../src/messages/page.ru';
import { MENU as MENU_EN } from '../../src/messages/en/menu';
import { MENU as MENU_RU } from '../../src/messages/ru/menu';
import { webAddress } from '../../src/sidebar/links';
import { readStart } from '../../src/sidebar/start';
import { wordsOf } from '../../src/sidebar/words';

const KEYS = Object.keys(PAGE_RU) as PageKey[];
const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the page’s words', () => {
  it('have the same keys and the same places to fill in both languages, and no empty text', () => {
    expect(Object.keys(PAGE_EN)).toEqual(KEYS);
    for (const key of KEYS) {
      expect({ key, places: placeholders(PAGE_EN[key]) }).toEqual({ key, places: placeholders(PAGE_RU[key]) });
      expect(PAGE_RU[key].trim()).not.toBe('');
      expect(PAGE_EN[key].trim()).not.toBe('');
    }
  });

  it('call every action as the menu does, without the dots of a menu item', () => {
    for (const [page, menu] of [
      [PAGE_RU, MENU_RU],
      [PAGE_EN, MENU_EN],
    ] as const) {
      const actions = (words: object): unknown =>
        Object.fromEntries(
          Object.entries(words)
            .filter(([key]) => key.startsWith('action.'))
            .map(([key, text]) => [key, String(text).replace(/…$/, '')]),
        );
      expect(actions(page)).toEqual(actions(menu));
    }
  });

  it('are filled in as they are, whatever is in the value', () => {
    expect(wordsOf('ru')('search.none', { query: '$& {query}' })).toContain('«$& {query}»');
    expect(wordsOf('en')('run.of', { done: 0, total: 61 })).toBe('0 of 61');
  });

  it('leave a place that nobody filled visible', () => {
    expect(wordsOf('ru')('run.of', { done: 3 })).toBe('3 из {total}');
  });
});

describe('the start', () => {
  it('says the action and the language', () => {
    expect(readStart('{"action":"formGroups","language":"en"}')).toEqual({ action: 'formGroups', language: 'en' });
    expect(readStart('{"language":"ru"}')).toEqual({ language: 'ru' });
  });

  it.each([
    [undefined],
    [''],
    ['<?= start ?>'],
    ['null'],
    ['[]'],
    ['{"action":"toString","language":"de"}'],
    ['{"action":7}'],
  ])('that cannot be understood opens home in Russian: %p', (text) => {
    expect(readStart(text)).toEqual({ language: 'ru' });
  });
});

describe('a link', () => {
  it('is an address of the web', () => {
    expect(webAddress(' https://drive.google.com/file/d/1/view?usp=sharing ')).toBe(
      'https://drive.google.com/file/d/1/view?usp=sharing',
    );
    expect(webAddress('HTTP://school.example')).toBe('HTTP://school.example');
  });

  it.each([
    ['javascript:alert(1)'],
    [' JaVaScRiPt:alert(1)'],
    ['data:text/html,<script>'],
    ['//evil.example'],
    ['/etc/passwd'],
    [''],
    ['https://'],
    ['см. шкаф 3'],
    ['java\nscript:https://x'],
  ])('is nothing else: %p', (url) => {
    expect(webAddress(url)).toBeUndefined();
  });
});

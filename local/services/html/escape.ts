// Contextual escaping of printing scriptlets: which part of the page a value lands in decides how it is made harmless.
import { NotEmulated } from '../../runtime/service';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text → text that HTML shows as it is, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** Where in a page a value is printed. */
type Place = 'text' | 'attribute' | 'url' | 'unquoted' | 'script' | 'style' | 'comment' | 'tag';

/** Attributes whose value a browser follows. */
const URL_ATTRIBUTES = /^(href|src|action|formaction|poster|cite|data|background)$/;

/** Follows the markup written so far and knows what comes next. */
export class HtmlPosition {
  #place: Place = 'text';
  #quote = '';
  #element = '';
  #pending = '';

  get place(): Place {
    return this.#place;
  }

  /** Reads literal markup (or a raw value) that has been put out. */
  advance(markup: string): void {
    let rest = this.#pending + markup;
    this.#pending = '';
    while (rest !== '') rest = this.#step(rest);
  }

  #step(rest: string): string {
    switch (this.#place) {
      case 'text':
        return this.#inText(rest);
      case 'script':
      case 'style':
        return this.#until(rest, new RegExp(`</${this.#place}`, 'i'), 'tag');
      case 'comment':
        return this.#until(rest, /-->/, 'text');
      case 'tag':
        return this.#inTag(rest);
      case 'attribute':
      case 'url':
        return this.#inQuotes(rest);
      case 'unquoted':
        return this.#until(rest, /(?=[\s>])/, 'tag');
    }
  }

  #inText(rest: string): string {
    const open = rest.indexOf('<');
    if (open < 0) return '';
    const tail = rest.slice(open);
    if (tail.startsWith('<!--')) {
      this.#place = 'comment';
      return tail.slice(4);
    }
    const tag = /^<(\/?[A-Za-z][A-Za-z0-9-]*)/.exec(tail);
    if (tag === null) return tail.slice(1);
    this.#element = (tag[1] ?? '').toLowerCase();
    this.#place = 'tag';
    return tail.slice(tag[0].length);
  }

  #inTag(rest: string): string {
    const token = /^\s+|^>|^\/|^([^\s=>/"']+)\s*=\s*(["']?)|^[^\s=>/"']+|^["'=]/.exec(rest);
    if (token === null) return '';
    const [text, name, quote] = token;
    if (text === '>') this.#place = this.#element === 'script' || this.#element === 'style' ? this.#element : 'text';
    else if (name !== undefined) {
      const lower = name.toLowerCase();
      this.#quote = quote ?? '';
      if (lower.startsWith('on')) this.#place = 'script';
      else if (lower === 'style') this.#place = 'style';
      else if (this.#quote === '') this.#place = 'unquoted';
      else this.#place = URL_ATTRIBUTES.test(lower) ? 'url' : 'attribute';
      // Script and style within an attribute end with its quote, not with a tag; their values are refused anyway.
      if (this.#place === 'script' || this.#place === 'style') return this.#skipHandler(rest.slice(text.length));
    }
    return rest.slice(text.length);
  }

  /** Passes over an event handler or style attribute written out in full; a value printed inside one is refused. */
  #skipHandler(rest: string): string {
    const end = this.#quote === '' ? rest.search(/[\s>]/) : rest.indexOf(this.#quote);
    if (end < 0) return '';
    this.#place = 'tag';
    return rest.slice(end + this.#quote.length);
  }

  #inQuotes(rest: string): string {
    const end = rest.indexOf(this.#quote);
    if (end < 0) return '';
    this.#place = 'tag';
    return rest.slice(end + 1);
  }

  #until(rest: string, end: RegExp, next: Place): string {
    const match = end.exec(rest);
    if (match === null) return '';
    this.#place = next;
    this.#element = '';
    return rest.slice(match.index + match[0].length);
  }
}

/**
 * What `<?= value ?>` puts out at a position: https://developers.google.com/apps-script/guides/html/templates#printing_scriptlets
 * @throws NotEmulated where the page does not say how the value is escaped (scripts, styles, unquoted attributes, tags)
 */
export function escapeAt(position: HtmlPosition, value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  const { place } = position;
  if (place === 'text' || place === 'attribute') return escapeHtml(text);
  if (place === 'url') {
    if (/^\s*(?!https?:|mailto:)[A-Za-z][A-Za-z0-9+.-]*:/.test(text))
      throw new NotEmulated(`printing scriptlet with the address «${text}»`);
    return escapeHtml(text);
  }
  throw new NotEmulated(`printing scriptlet inside ${place} (use <?!= and escape by yourself)`);
}

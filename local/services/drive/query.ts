// The search language of files.list. https://developers.google.com/workspace/drive/api/guides/ref-search-terms
import { NotEmulated } from '../../runtime/service';
import type { StoredFile } from './registry';

/** What a query may ask about a file beyond its record. */
export interface QueryContext {
  /** The current user's address, for `'me'`. */
  user: string;
  /** Resolves aliases such as `root`. */
  fileId(id: string): string;
  trashed(file: StoredFile): boolean;
  /** Addresses with at least this role. */
  people(file: StoredFile, role: 'owners' | 'writers' | 'readers'): string[];
}

/** A parsed query. */
export interface Query {
  matches(file: StoredFile): boolean;
  /** The folders it looks into (`'…' in parents`): live Drive answers 404 when one cannot be seen. */
  folders: string[];
}

/** The query cannot be parsed. */
export class BadQuery extends Error {}

type Test = (file: StoredFile) => boolean;

interface Token {
  kind: 'word' | 'text' | 'operator';
  value: string;
}

/**
 * Parses a query.
 * @throws BadQuery when it is malformed; NotEmulated for terms this emulation does not know
 */
export function parseQuery(text: string, context: QueryContext): Query {
  const tokens = tokenize(text);
  const folders: string[] = [];
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const next = (): Token => {
    const token = tokens[at++];
    if (token === undefined) throw new BadQuery();
    return token;
  };
  const isWord = (word: string): boolean => peek()?.kind === 'word' && peek()?.value.toLowerCase() === word;
  const expect = (kind: Token['kind'], value?: string): string => {
    const token = next();
    if (token.kind !== kind || (value !== undefined && token.value !== value)) throw new BadQuery();
    return token.value;
  };

  // `and` and `or` have one precedence and are taken from left to right; parentheses group.
  // https://developers.google.com/workspace/drive/api/guides/search-files
  const expression = (): Test => {
    let left = negation();
    for (;;) {
      const before = left;
      if (isWord('and')) {
        at++;
        const right = negation();
        left = (file) => before(file) && right(file);
      } else if (isWord('or')) {
        at++;
        const right = negation();
        left = (file) => before(file) || right(file);
      } else return left;
    }
  };
  const negation = (): Test => {
    if (!isWord('not')) return primary();
    at++;
    const inner = negation();
    return (file) => !inner(file);
  };
  const primary = (): Test => {
    const token = next();
    if (token.kind === 'operator' && token.value === '(') {
      const inner = expression();
      expect('operator', ')');
      return inner;
    }
    if (token.kind === 'text') {
      if (!isWord('in')) throw new BadQuery();
      at++;
      return membership(token.value, expect('word'));
    }
    if (token.kind !== 'word') throw new BadQuery();
    return comparison(token.value);
  };
  const membership = (value: string, collection: string): Test => {
    if (collection === 'parents') {
      const id = context.fileId(value);
      folders.push(id);
      return (file) => file.parents.includes(id);
    }
    if (collection === 'owners' || collection === 'writers' || collection === 'readers') {
      const email = (value === 'me' ? context.user : value).toLowerCase();
      return (file) => context.people(file, collection).includes(email);
    }
    throw new BadQuery();
  };
  const comparison = (term: string): Test => {
    if (term === 'sharedWithMe') {
      const wanted = peek()?.value === '=' ? (at++, bool(expect('word'))) : true;
      const shared: Test = (file) =>
        file.owner.toLowerCase() !== context.user.toLowerCase() &&
        context.people(file, 'readers').includes(context.user.toLowerCase());
      return (file) => shared(file) === wanted;
    }
    if (term === 'properties' || term === 'appProperties') {
      if (!isWord('has')) throw new BadQuery();
      at++;
      return property(term);
    }
    const operator = next().value.toLowerCase();
    switch (term) {
      case 'name':
        return textTest(({ name }) => name, operator, expect('text'), containsWords);
      case 'mimeType':
        return textTest(
          ({ mimeType }) => mimeType,
          operator,
          expect('text'),
          (type, part) => type.includes(part),
        );
      case 'trashed':
        return flagTest((file) => context.trashed(file), operator, bool(expect('word')));
      case 'starred':
        return flagTest(({ starred }) => starred, operator, bool(expect('word')));
      case 'createdTime':
        return timeTest(({ createdTime }) => createdTime, operator, expect('text'));
      case 'modifiedTime':
        return timeTest(({ modifiedTime }) => modifiedTime, operator, expect('text'));
      case 'shortcutDetails.targetId': {
        const id = expect('text');
        return flagTest(({ shortcut }) => shortcut?.targetId === id, operator, true);
      }
      case 'fullText':
      case 'viewedByMeTime':
      case 'sharedWithMeTime':
      case 'visibility':
      case 'memberCount':
      case 'labels':
        throw new NotEmulated(`drive.files.list with the query term ${term}`);
      default:
        throw new BadQuery();
    }
  };
  const property = (kind: 'properties' | 'appProperties'): Test => {
    expect('operator', '{');
    expect('word', 'key');
    expect('operator', '=');
    const key = expect('text');
    if (!isWord('and')) throw new BadQuery();
    at++;
    expect('word', 'value');
    expect('operator', '=');
    const value = expect('text');
    expect('operator', '}');
    return (file) => file[kind][key] === value;
  };

  const test = expression();
  if (at !== tokens.length) throw new BadQuery();
  return { matches: test, folders };
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:([A-Za-z][\w.]*)|'((?:[^'\\]|\\.)*)'|(<=|>=|!=|[=<>(){}]))/suy;
  let end = 0;
  const length = text.trimEnd().length;
  while (end < length) {
    pattern.lastIndex = end;
    const found = pattern.exec(text);
    if (found === null) throw new BadQuery();
    end = pattern.lastIndex;
    if (found[1] !== undefined) tokens.push({ kind: 'word', value: found[1] });
    else if (found[2] !== undefined) tokens.push({ kind: 'text', value: found[2].replace(/\\(['\\])/g, '$1') });
    else tokens.push({ kind: 'operator', value: found[3] ?? '' });
  }
  return tokens;
}

function bool(word: string): boolean {
  if (word !== 'true' && word !== 'false') throw new BadQuery();
  return word === 'true';
}

function flagTest(read: Test, operator: string, wanted: boolean): Test {
  if (operator === '=') return (file) => read(file) === wanted;
  if (operator === '!=') return (file) => read(file) !== wanted;
  throw new BadQuery();
}

/** Text terms compare without regard to letter case. */
function textTest(
  read: (file: StoredFile) => string,
  operator: string,
  wanted: string,
  contains: (text: string, part: string) => boolean,
): Test {
  const value = wanted.toLowerCase();
  switch (operator) {
    case '=':
      return (file) => read(file).toLowerCase() === value;
    case '!=':
      return (file) => read(file).toLowerCase() !== value;
    case 'contains':
      return (file) => contains(read(file).toLowerCase(), value);
    default:
      throw new BadQuery();
  }
}

/** For names `contains` means: every word of the query begins some word of the name. */
function containsWords(name: string, query: string): boolean {
  const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const inName = words(name);
  return words(query).every((part) => inName.some((word) => word.startsWith(part)));
}

/** RFC 3339; without an offset the time is UTC. */
function timeTest(read: (file: StoredFile) => number, operator: string, text: string): Test {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.test(text)) throw new BadQuery();
  const when = Date.parse(/T/.test(text) && !/(Z|[+-]\d\d:\d\d)$/.test(text) ? `${text}Z` : text);
  if (Number.isNaN(when)) throw new BadQuery();
  switch (operator) {
    case '<':
      return (file) => read(file) < when;
    case '<=':
      return (file) => read(file) <= when;
    case '>':
      return (file) => read(file) > when;
    case '>=':
      return (file) => read(file) >= when;
    case '=':
      return (file) => read(file) === when;
    case '!=':
      return (file) => read(file) !== when;
    default:
      throw new BadQuery();
  }
}

// Partial responses: which members of a resource a call returns (`fields=id,files(id,name)`).
// https://developers.google.com/workspace/drive/api/guides/fields-parameter
import { ApiError, NotEmulated } from '../../runtime/service';
import { isRecord } from './errors';

/**
 * What a resource may contain. `leaf`: a value (selecting below it is an error); `map`: keys chosen by users;
 * `unknown`: exists in the live API, not emulated, so asking for it by name is refused; `any`: anything, unchecked.
 */
export type FieldSchema = 'leaf' | 'map' | 'unknown' | 'any' | { readonly [name: string]: FieldSchema };

/** A parsed selector: member → what to take below it. `*` stands for every member. */
type Selection = Map<string, Selection>;

/**
 * Takes from `value` what `fields` selects.
 * @param fields the selector, e.g. `nextPageToken, files(id, appProperties/kind)`
 * @throws ApiError 400 for a malformed selector or a member the schema does not have; NotEmulated for an `unknown` one
 */
export function selectFields(method: string, fields: string, schema: FieldSchema, value: unknown): unknown {
  return pick(method, parse(method, fields), schema, value, '');
}

function invalid(method: string, what: string): ApiError {
  return new ApiError(method, 400, 'invalidParameter', `Invalid field selection ${what}`);
}

function parse(method: string, text: string): Selection {
  let at = 0;
  const blank = (): void => {
    while (text[at] === ' ') at++;
  };
  const list = (): Selection => {
    const selection: Selection = new Map();
    for (;;) {
      let level = selection;
      for (;;) {
        blank();
        const name = /^(?:\*|[\w-]+)/.exec(text.slice(at))?.[0];
        if (name === undefined) throw invalid(method, text);
        at += name.length;
        blank();
        const below: Selection = level.get(name) ?? new Map();
        level.set(name, below);
        if (text[at] === '/') {
          at++;
          level = below;
          continue;
        }
        if (text[at] === '(') {
          at++;
          for (const [key, rest] of list()) below.set(key, rest);
          if (text[at] !== ')') throw invalid(method, text);
          at++;
          blank();
        }
        break;
      }
      if (text[at] !== ',') return selection;
      at++;
    }
  };
  const selection = list();
  if (at !== text.length) throw invalid(method, text);
  return selection;
}

function pick(method: string, selection: Selection, schema: FieldSchema, value: unknown, path: string): unknown {
  check(method, selection, schema, path);
  if (selection.size === 0) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => pick(method, selection, schema, item, path));
  if (!isRecord(value)) return value;
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const below = selection.get(name) ?? selection.get('*');
    if (below === undefined) continue;
    result[name] = pick(method, below, schemaOf(schema, name), member, `${path}${name}/`);
  }
  return result;
}

/** Refuses what the schema does not have, whether or not this value has it. */
function check(method: string, selection: Selection, schema: FieldSchema, path: string): void {
  for (const [name, below] of selection) {
    if (schema === 'any' || schema === 'map') continue;
    if (schema === 'leaf') throw invalid(method, `${path}${name}`);
    if (schema === 'unknown') throw new NotEmulated(`${method} with fields=${path}${name}`);
    if (name === '*') continue;
    const member = schema[name];
    if (member === undefined) throw invalid(method, `${path}${name}`);
    if (member === 'unknown') throw new NotEmulated(`${method} with fields=${path}${name}`);
    check(method, below, member, `${path}${name}/`);
  }
}

function schemaOf(schema: FieldSchema, name: string): FieldSchema {
  if (typeof schema === 'string') return schema === 'map' ? 'leaf' : schema;
  return schema[name] ?? 'any';
}

// Finds every message code in the source text, with the fields given where it is made, by reading the syntax trees.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** A place in the source that makes a message. */
export interface CodeSite {
  /** A code; every `${…}` of a template literal stands as `*`. */
  readonly code: string;
  /** `path:line`. */
  readonly place: string;
  /** Names of the fields given there. */
  readonly fields: readonly string[];
  /** Not all fields could be told from the text (something computed is spread in). */
  readonly open: boolean;
}

interface Keys {
  readonly names: readonly string[];
  readonly open: boolean;
}

const NONE: Keys = { names: [], open: false };
const OPEN: Keys = { names: [], open: true };
const CODE = /^[a-z][A-Za-z]*(?:\.(?:[A-Za-z0-9-]+|\*))+$/;

const both = (...all: readonly Keys[]): Keys => ({
  names: all.flatMap(({ names }) => names),
  open: all.some(({ open }) => open),
});

/** All sites under the given folders and files (paths from the repository's root). */
export function codesIn(root: string, paths: readonly string[]): readonly CodeSite[] {
  return paths
    .flatMap((path) => filesOf(join(root, path)))
    .flatMap((file) => sitesOf(relative(root, file), readFileSync(file, 'utf8')));
}

/** TypeScript files of a folder, itself when it is one. */
export function filesOf(path: string): readonly string[] {
  if (statSync(path).isFile()) return /\.tsx?$/.test(path) ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

/** The sites of one source text. */
export function sitesOf(file: string, text: string): readonly CodeSite[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const sites: CodeSite[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const keys = keysOfProperty(node, 'fields');
      for (const value of valuesOf(propertyOf(node, 'code'))) {
        for (const found of resolved(value, source)) {
          if (!CODE.test(found.code)) continue;
          const line = source.getLineAndCharacterOfPosition(found.at.getStart()).line + 1;
          const { names, open } = both(keys, found.keys);
          sites.push({ code: found.code, place: `${file}:${String(line)}`, fields: [...new Set(names)], open });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sites;
}

function propertyOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const property of node.properties) {
    if (property.name?.getText() !== name) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
  }
  return undefined;
}

/** The expressions a value may come to: itself, or both branches of a condition. */
function valuesOf(value: ts.Expression | undefined): readonly ts.Expression[] {
  if (value === undefined) return [];
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value)) return valuesOf(value.expression);
  if (ts.isConditionalExpression(value)) return [...valuesOf(value.whenTrue), ...valuesOf(value.whenFalse)];
  return [value];
}

interface Resolved {
  readonly code: string;
  readonly at: ts.Node;
  readonly keys: Keys;
}

/** The codes of one expression. A local constant stands for its value; a helper's parameter `code`, bare or in a template, stands for what the helper is called with. */
function resolved(value: ts.Expression, source: ts.SourceFile): readonly Resolved[] {
  if (ts.isStringLiteralLike(value)) return [{ code: value.text, at: value, keys: NONE }];
  if (ts.isIdentifier(value)) {
    const calls = callsOf(value, source);
    return calls.length > 0 ? calls : valuesOf(declared(value)).flatMap((one) => resolved(one, source));
  }
  if (!ts.isTemplateExpression(value)) return [];
  const hole = value.templateSpans[0]?.expression;
  const calls = hole !== undefined && ts.isIdentifier(hole) ? callsOf(hole, source) : [];
  const starred = value.head.text + value.templateSpans.map((span) => `*${span.literal.text}`).join('');
  return calls.length === 0
    ? [{ code: starred, at: value, keys: NONE }]
    : calls.map((call) => ({ ...call, code: starred.replace('*', call.code) }));
}

/** Calls of the helper whose parameter this is: the codes given to it, and the fields given beside them. */
function callsOf(parameter: ts.Identifier, source: ts.SourceFile): readonly Resolved[] {
  const helper = ancestor(
    parameter,
    (node): node is ts.FunctionDeclaration | ts.ArrowFunction =>
      (ts.isFunctionDeclaration(node) || ts.isArrowFunction(node)) &&
      node.parameters.some(({ name }) => name.getText() === parameter.text),
  );
  if (helper === undefined) return [];
  const name = ts.isVariableDeclaration(helper.parent) ? helper.parent.name.getText() : helper.name?.getText();
  const index = helper.parameters.findIndex((one) => one.name.getText() === parameter.text);
  const found: Resolved[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === name) {
      const keys = both(
        ...node.arguments
          .filter((_, position) => position !== index)
          .map((one) => (isRecord(one) ? keysOf(one) : NONE)),
      );
      for (const value of valuesOf(node.arguments[index]))
        for (const { code } of resolved(value, source)) found.push({ code, at: node, keys });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isRecord = (node: ts.Expression): boolean =>
  ts.isObjectLiteralExpression(node) || (ts.isIdentifier(node) && declared(node) !== undefined);

function keysOfProperty(node: ts.ObjectLiteralExpression, name: string): Keys {
  const value = propertyOf(node, name);
  if (value !== undefined) return keysOf(value);
  return node.properties.some(ts.isSpreadAssignment) ? OPEN : NONE;
}

/** The names an expression gives as a record. */
function keysOf(value: ts.Expression): Keys {
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value)) return keysOf(value.expression);
  if (ts.isConditionalExpression(value)) return both(keysOf(value.whenTrue), keysOf(value.whenFalse));
  if (ts.isObjectLiteralExpression(value))
    return both(
      ...value.properties.map((property) =>
        ts.isSpreadAssignment(property)
          ? keysOf(property.expression)
          : { names: [property.name.getText().replace(/^'|'$/g, '')], open: false },
      ),
    );
  if (ts.isIdentifier(value)) {
    const known = declared(value);
    if (known !== undefined) return keysOf(known);
    return isParameter(value) ? NONE : OPEN;
  }
  if (ts.isCallExpression(value) && ts.isIdentifier(value.expression)) {
    const returned = returnsOf(value.expression);
    return returned.length === 0 ? OPEN : both(...returned.map(keysOf));
  }
  return OPEN;
}

/** The initializer of a local constant. */
function declared(name: ts.Identifier): ts.Expression | undefined {
  let found: ts.Expression | undefined;
  for (let scope: ts.Node | undefined = name.parent; scope !== undefined && found === undefined; scope = scope.parent) {
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !ts.isCaseClause(scope)) continue;
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const one = statement.declarationList.declarations.find(
        (declaration) => declaration.name.getText() === name.text,
      );
      found = one?.initializer ?? found;
    }
  }
  return found;
}

/** A record handed to a helper is counted where the helper is called. */
const isParameter = (name: ts.Identifier): boolean =>
  ancestor(
    name,
    (node): node is ts.FunctionLikeDeclaration =>
      ts.isFunctionLike(node) &&
      node.parameters.some((one) => one.name.getText() === 'code') &&
      node.parameters.some((one) => one.name.getText() === name.text),
  ) !== undefined;

function returnsOf(name: ts.Identifier): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  name.getSourceFile().statements.forEach((statement) => {
    if (!ts.isFunctionDeclaration(statement) || statement.name?.text !== name.text) return;
    const visit = (node: ts.Node): void => {
      if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression);
      ts.forEachChild(node, visit);
    };
    visit(statement);
  });
  return found;
}

function ancestor<T extends ts.Node>(node: ts.Node, is: (node: ts.Node) => node is T): T | undefined {
  for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent) if (is(at)) return at;
  return undefined;
}

/** Texts in quotes or templates of several Russian words: sentences, which belong to the messages. */
export function russianSentencesIn(root: string, paths: readonly string[]): readonly string[] {
  return paths
    .flatMap((path) => filesOf(join(root, path)))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        const text = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? node.getText() : '';
        if (/[а-яё]\S*\s+\S*[а-яё]/i.test(text)) found.push(`${relative(root, file)}: ${text}`);
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}

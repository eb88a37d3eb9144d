// Writes Drive to a directory: folders as directories, files with their content, Google's own documents as pages with a link.
import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DriveFileView, DriveView } from '../services/drive';
import { escapeHtml, escapeLines, htmlPage, safeHref } from './html-page';

const FOLDER = 'application/vnd.google-apps.folder';
const NATIVE = 'application/vnd.google-apps.';

/** Content to write for one of Google's own documents instead of a page with a link. */
export interface ExportedFile {
  /** Without a dot, e.g. `xlsx`. */
  extension: string;
  content: Uint8Array | string;
}

export interface DriveTreeOptions {
  /** Exports a Google-native file; undefined: a page with a link is written. */
  native?: (file: DriveFileView) => Promise<ExportedFile | undefined> | ExportedFile | undefined;
  /** Which files and folders to leave out, with all that is in them. Trashed ones are never written. */
  skip?: (file: DriveFileView) => boolean;
}

export interface DriveTree {
  folders: number;
  files: number;
  /** Where each file and folder was written, relative to the directory, with `/`. */
  paths: Record<string, string>;
}

/**
 * Writes everything that is not in the trash. What lies in a user's My Drive comes straight into `dir` when there is one
 * user, else into a directory named by the address; files whose folder is not in the view come straight into `dir`.
 * Names are made safe, so nothing is ever written outside `dir`; existing files of the same name are replaced.
 * @throws Error when a directory to be made exists as something else (a link, a file)
 */
export async function writeDriveTree(view: DriveView, dir: string, options: DriveTreeOptions = {}): Promise<DriveTree> {
  const tree: DriveTree = { folders: 0, files: 0, paths: {} };
  const wanted = view.files.filter((file) => !file.trashed && options.skip?.(file) !== true);
  const ids = new Set(view.files.map(({ id }) => id));
  const roots = new Set(view.roots.map(({ id }) => id));
  const inside = (parent: string): DriveFileView[] =>
    wanted.filter((file) => file.parents.includes(parent) && !roots.has(file.id));

  const write = async (files: readonly DriveFileView[], path: readonly string[]): Promise<void> => {
    const taken = new Set<string>();
    for (const file of files) {
      if (file.id in tree.paths) continue;
      if (file.mimeType === FOLDER) {
        const name = freeName(safeName(file.name), taken);
        tree.paths[file.id] = [...path, name].join('/');
        makeDirectory(join(dir, ...path, name));
        tree.folders++;
        await write(inside(file.id), [...path, name]);
        continue;
      }
      const { name, content } = await fileOf(file, view, options);
      const free = freeName(name, taken);
      tree.paths[file.id] = [...path, free].join('/');
      replaceFile(join(dir, ...path, free), content);
      tree.files++;
    }
  };

  mkdirSync(dir, { recursive: true });
  const several = view.roots.length > 1;
  const taken = new Set<string>();
  for (const { id, user } of view.roots) {
    if (!several) continue;
    const name = freeName(safeName(user), taken);
    makeDirectory(join(dir, name));
    await write(inside(id), [name]);
  }
  const loose = wanted.filter((file) => !roots.has(file.id) && !file.parents.some((parent) => ids.has(parent)));
  const first = several ? [] : view.roots.flatMap(({ id }) => inside(id));
  await write([...first, ...loose], []);
  return tree;
}

/** Names Windows does not allow for files. */
const DEVICES = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
/** Longest name in bytes; file systems take 255. */
const LONGEST = 200;

/**
 * A file name that every system takes and that is one name, never a path: separators, control and invisible direction
 * characters become `_`, as does a dot at the beginning; names of devices are changed.
 */
export function safeName(name: string): string {
  let safe = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]/gu, '_')
    .replace(/[. ]+$/, '')
    .trimStart()
    .replace(/^\./, '_');
  if (safe === '') safe = '_';
  if (DEVICES.test(safe)) safe = `_${safe}`;
  if (Buffer.byteLength(safe) <= LONGEST) return safe;
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(safe)?.[0] ?? '';
  let stem = Array.from(safe.slice(0, safe.length - extension.length));
  while (Buffer.byteLength(stem.join('')) > LONGEST - Buffer.byteLength(extension)) stem = stem.slice(0, -1);
  return stem.join('').trimEnd() + extension;
}

/** The name itself or, when the directory has it already (letter case aside), with a number. */
function freeName(name: string, taken: Set<string>): string {
  const [, stem = name, extension = ''] = /^(.+?)(\.[^.]+)?$/su.exec(name) ?? [];
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${stem} (${String(n)})${extension}`;
  taken.add(free.toLowerCase());
  return free;
}

/** Makes a directory; one that is already there must be a directory and no link to somewhere else. */
function makeDirectory(path: string): void {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (present === undefined) mkdirSync(path);
  else if (!present.isDirectory()) throw new Error(`«${path}» мешает: здесь должна быть папка`);
}

/** Writes a file; what was there is removed first, so that a link is not followed. */
function replaceFile(path: string, content: Uint8Array | string): void {
  rmSync(path, { force: true, recursive: true });
  writeFileSync(path, content, { flag: 'wx' });
}

async function fileOf(
  file: DriveFileView,
  view: DriveView,
  options: DriveTreeOptions,
): Promise<{ name: string; content: Uint8Array | string }> {
  if (!file.mimeType.startsWith(NATIVE))
    return { name: safeName(file.name), content: Buffer.from(file.content ?? '', 'base64') };
  const exported = await options.native?.(file);
  if (exported !== undefined)
    return { name: safeName(`${file.name}.${exported.extension}`), content: exported.content };
  return { name: safeName(`${file.name}.html`), content: linkPage(file, view) };
}

const STYLE =
  'body { font: 16px/1.5 Arial, "Liberation Sans", sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }';

/** The page that stands for a document which lives at Google, or for a shortcut. */
function linkPage(file: DriveFileView, view: DriveView): string {
  const target = view.files.find(({ id }) => id === file.shortcutTargetId);
  const kind = KINDS[file.mimeType.slice(NATIVE.length)] ?? 'Документ Google';
  const href = safeHref((target ?? file).link);
  return htmlPage(
    file.name,
    STYLE,
    [
      `<h1>${escapeHtml(file.name)}</h1>`,
      `<p>${kind}${target === undefined ? '' : ` на «${escapeHtml(target.name)}»`}</p>`,
      file.description === '' ? '' : `<p>${escapeLines(file.description)}</p>`,
      href === undefined ? '' : `<p><a href="${href}">${href}</a></p>`,
    ].join('\n'),
  );
}

const KINDS: Readonly<Record<string, string>> = {
  form: 'Google Форма',
  spreadsheet: 'Google Таблица',
  document: 'Google Документ',
  presentation: 'Google Презентация',
  shortcut: 'Ярлык',
};

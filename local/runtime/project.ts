// A script project as `clasp push` would upload it: manifest, one global scope of code, HTML files.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { Script } from 'node:vm';

/** The parts of the manifest the emulator obeys: https://developers.google.com/apps-script/manifest */
export interface Manifest {
  timeZone?: string;
  oauthScopes?: string[];
  dependencies?: {
    enabledAdvancedServices?: { userSymbol: string; serviceId: string; version: string }[];
  };
  /** A Workspace add-on: https://developers.google.com/apps-script/manifest/addons */
  addOns?: {
    common: { name: string; logoUrl: string; homepageTrigger?: HomepageTrigger; useLocaleFromApp?: boolean };
    sheets?: { homepageTrigger?: HomepageTrigger };
    calendar?: { homepageTrigger?: HomepageTrigger };
    drive?: { homepageTrigger?: HomepageTrigger };
  };
}

/** https://developers.google.com/apps-script/manifest/homepage-trigger */
interface HomepageTrigger {
  runFunction: string;
  enabled?: boolean;
}

/** An installed project. */
export interface Project {
  /** Absolute path of the folder it came from. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** All code, compiled once; run anew in every execution's context. */
  readonly script: Script;
  /** HTML files by the name scripts use: path without `.html`. */
  readonly pages: ReadonlyMap<string, string>;
}

/** Projects read before, by folder, each with what tells its files apart from other ones of the same names. */
const known = new Map<string, { readonly mark: string; readonly project: Project }>();

/**
 * Reads a built project; the same one is read and compiled once a process.
 * @param folder holds `appsscript.json`, `.js`/`.gs` code and `.html` pages, possibly in subfolders
 * @throws Error when there is no manifest or no code; SyntaxError when the code does not parse
 */
export function loadProject(folder: string): Project {
  const root = resolve(folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => relative(root, join(root, file)).split(sep).join('/'))
    .sort();
  const mark = files
    .map((file) => {
      const { size, mtimeMs, ino } = statSync(join(root, file));
      return [file, size, mtimeMs, ino].join();
    })
    .join('\n');
  let entry = known.get(root);
  if (entry?.mark !== mark) known.set(root, (entry = { mark, project: readProject(root, files) }));
  return entry.project;
}

function readProject(root: string, files: readonly string[]): Project {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  if (!files.includes('appsscript.json')) throw new Error(`No appsscript.json in ${root}`);
  const manifest = JSON.parse(read('appsscript.json')) as Manifest;
  const code = files.filter((file) => /\.(js|gs)$/.test(file));
  if (code.length === 0) throw new Error(`No script files in ${root}`);
  // Files of a project share one global scope, as if written one after the other.
  const script = new Script(code.map(read).join('\n'), {
    filename: code.length === 1 ? join(root, code[0] ?? '') : join(root, 'project'),
  });
  const pages = new Map(
    files.filter((file) => file.endsWith('.html')).map((file) => [file.slice(0, -'.html'.length), read(file)]),
  );
  return { folder: root, manifest, script, pages };
}

// A throw-away project folder for kernel tests.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalWorkspace, type LocalWorkspace, type LocalWorkspaceOptions } from '../../../local';

const folders: string[] = [];

/** A new folder that goes when the tests are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes a project: its code, its manifest and further files. */
export function writeProject(code: string, manifest: object = {}, files: Record<string, string> = {}): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify({ timeZone: 'Asia/Novokuznetsk', ...manifest }));
  writeFileSync(join(folder, 'Code.js'), code);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** A Workspace with the code installed. */
export function workspaceWith(
  code: string,
  options: LocalWorkspaceOptions & { manifest?: object; files?: Record<string, string> } = {},
): LocalWorkspace {
  const { manifest, files, ...rest } = options;
  const workspace = createLocalWorkspace(rest);
  workspace.install(writeProject(code, manifest, files));
  return workspace;
}

// One person's Drive: the files he or she may see, as a list of a tree.
import type { World } from '../../runtime/world';
import { accessTo, fileOf } from './access';
import { effectivePermissions, isTrashed } from '../../services/drive/access';
import { driveState, FOLDER_MIME, rootId, type StoredFile } from '../../services/drive/registry';
import { contentOf } from '../../services/drive/resource';
import { DOCUMENT_MIME } from '../../services/docs/state';
import { FORM_MIME } from '../../services/form';
import { SPREADSHEET_MIME } from '../../services/spreadsheet/state';
import type { DriveView, FileView } from '../contract';

const KINDS: Readonly<Record<string, FileView['kind']>> = {
  [FOLDER_MIME]: 'folder',
  [SPREADSHEET_MIME]: 'sheet',
  [FORM_MIME]: 'form',
  [DOCUMENT_MIME]: 'doc',
};

/** Files that are the person's or shared with him or her by name; what only a link opens is in no list. */
export function driveView(world: World, person: string): DriveView {
  const root = rootId(world, person);
  const files = Object.values(driveState(world).files).filter(
    (file) =>
      !Object.values(driveState(world).roots).includes(file.id) &&
      effectivePermissions(world, file).some(({ emailAddress }) => emailAddress?.toLowerCase() === person),
  );
  const seen = new Set([root, ...files.map(({ id }) => id)]);
  return { root, files: files.map((file) => fileView(world, file, seen, person, root)) };
}

function fileView(world: World, file: StoredFile, seen: ReadonlySet<string>, person: string, root: string): FileView {
  const [parent] = file.parents;
  const mine = file.owner.toLowerCase() === person;
  return {
    id: file.id,
    name: file.name,
    kind: KINDS[file.mimeType] ?? 'file',
    // A file of one's own without a folder lies in My Drive; a shared one whose folder is not shared is at the top.
    parent: parent !== undefined && seen.has(parent) ? parent : mine ? root : undefined,
    owner: file.owner,
    modified: new Date(file.modifiedTime).toISOString(),
    size: contentOf(file)?.length,
    description: file.description,
    trashed: isTrashed(world, file),
    shared: effectivePermissions(world, file)
      .filter(({ role }) => role !== 'owner')
      .map(({ emailAddress, type, role }) => ({ who: emailAddress ?? type, role })),
  };
}

/** The content of a file that may be downloaded; `undefined` for Google's own kinds. */
export function downloadOf(
  world: World,
  id: string,
  person: string,
): { name: string; mimeType: string; content: Buffer } | undefined {
  const file = fileOf(world, id);
  if (file === undefined || accessTo(world, id, person) === 'none') return undefined;
  const content = contentOf(file);
  return content === undefined ? undefined : { name: file.name, mimeType: file.mimeType, content };
}

// Who may see and change a file: permissions of the file and of the folders above it, and the scope `drive.file`.
import type { PermissionRecord, World } from '../../runtime/world';
import { driveState, findFile, rootId } from './registry';
import type { StoredFile } from './registry';

/** Roles by growing power. https://developers.google.com/workspace/drive/api/guides/ref-roles */
const POWER: readonly PermissionRecord['role'][] = [
  'reader',
  'commenter',
  'writer',
  'fileOrganizer',
  'organizer',
  'owner',
];

/** Compares two roles: positive when `a` can do more than `b`. */
export function compareRoles(a: PermissionRecord['role'], b: PermissionRecord['role']): number {
  return POWER.indexOf(a) - POWER.indexOf(b);
}

/** The folders above a file, nearest first. */
export function ancestors(world: World, file: StoredFile): StoredFile[] {
  const { files } = driveState(world);
  const above: StoredFile[] = [];
  let parent = files[file.parents[0] ?? ''];
  while (parent !== undefined && !above.includes(parent)) {
    above.push(parent);
    parent = files[parent.parents[0] ?? ''];
  }
  return above;
}

/** Trashed itself, or in a trashed folder. */
export function isTrashed(world: World, file: StoredFile): boolean {
  return file.trashed || ancestors(world, file).some(({ trashed }) => trashed);
}

/**
 * A file's permissions with those it inherits from the folders above; of two for the same person the stronger holds.
 * A folder's owner has no ownership of what others put there.
 */
export function effectivePermissions(world: World, file: StoredFile): PermissionRecord[] {
  const byId = new Map<string, PermissionRecord>();
  for (const { permissions } of [file, ...ancestors(world, file)])
    for (const permission of permissions) {
      const inherited = !file.permissions.includes(permission);
      const given: PermissionRecord =
        inherited && permission.role === 'owner' ? { ...permission, role: 'writer' } : permission;
      const known = byId.get(given.id);
      if (known === undefined || compareRoles(given.role, known.role) > 0) byId.set(given.id, given);
    }
  return [...byId.values()];
}

/** What the current user may do with a file; undefined when nothing. */
export function roleOf(world: World, file: StoredFile): PermissionRecord['role'] | undefined {
  const user = world.effectiveUser.toLowerCase();
  return effectivePermissions(world, file)
    .filter(({ type, emailAddress }) => type === 'anyone' || emailAddress?.toLowerCase() === user)
    .map(({ role }) => role)
    .sort((a, b) => compareRoles(b, a))[0];
}

/** Whether the scope lets the application know about this file. */
export function ofApp(world: World, file: StoredFile): boolean {
  return file.ofApp || !driveState(world).onlyAppFiles;
}

/** The file with this id or alias, when the application and the user may see it. */
export function visibleFile(world: World, id: string): StoredFile | undefined {
  const file = findFile(world, realId(world, id));
  return file !== undefined && ofApp(world, file) && roleOf(world, file) !== undefined ? file : undefined;
}

/** Resolves the alias `root`. https://developers.google.com/workspace/drive/api/guides/folder */
export function realId(world: World, id: string): string {
  return id === 'root' ? rootId(world, world.effectiveUser) : id;
}

/** Whether a listing of the user's own and shared files shows this one; a link alone does not list it. */
export function listed(world: World, file: StoredFile): boolean {
  if (!ofApp(world, file) || Object.values(driveState(world).roots).includes(file.id)) return false;
  const user = world.effectiveUser.toLowerCase();
  return effectivePermissions(world, file).some(({ emailAddress }) => emailAddress?.toLowerCase() === user);
}

/** Everything below a folder. */
export function descendants(world: World, folder: StoredFile): StoredFile[] {
  return Object.values(driveState(world).files).filter((file) => ancestors(world, file).includes(folder));
}

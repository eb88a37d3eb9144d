// Who may see and change which file.
import type { World } from '../../runtime/world';
import { compareRoles, effectivePermissions } from '../../services/drive/access';
import { driveState, type StoredFile } from '../../services/drive/registry';
import type { Access } from '../contract';
import { Refused } from './refusals';

/** The file with this id; what a page asks for may be the name of anything. */
export function fileOf(world: World, id: string): StoredFile | undefined {
  const { files } = driveState(world);
  return Object.hasOwn(files, id) ? files[id] : undefined;
}

/** What a person may do with a file; a file that does not exist may not be seen either. */
export function accessTo(world: World, id: string, person: string): Access {
  const file = fileOf(world, id);
  if (file === undefined) return 'none';
  const [best] = effectivePermissions(world, file)
    .filter(({ type, emailAddress }) => type === 'anyone' || emailAddress?.toLowerCase() === person)
    .map(({ role }) => role)
    .sort((a, b) => compareRoles(b, a));
  if (best === undefined) return 'none';
  return compareRoles(best, 'writer') >= 0 ? 'edit' : 'view';
}

/** The file, when the person may see it. */
export function seenFile(world: World, id: string, person: string): StoredFile {
  const file = fileOf(world, id);
  if (file === undefined || accessTo(world, id, person) === 'none') throw new Refused('noAccess');
  return file;
}

// The collection Drive.Permissions. https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions
import { ApiError, NotEmulated, ServiceObject } from '../../runtime/service';
import type { PermissionRecord, World } from '../../runtime/world';
import { compareRoles, effectivePermissions, roleOf, visibleFile } from './access';
import { fileNotFound, flagOption, isRecord, notPermitted, notWritable, readOptions, textOption } from './errors';
import { selectFields } from './fields';
import { FOLDER_MIME, permissionId } from './registry';
import type { StoredFile } from './registry';
import {
  PERMISSION,
  PERMISSION_DEFAULT,
  PERMISSION_LIST,
  PERMISSION_LIST_DEFAULT,
  permissionResource,
  viewLink,
} from './resource';

type Permission = GoogleAppsScript.Drive_v3.Drive.V3.Schema.Permission;
type PermissionList = GoogleAppsScript.Drive_v3.Drive.V3.Schema.PermissionList;
type Role = PermissionRecord['role'];

const HARMLESS = ['supportsAllDrives', 'supportsTeamDrives', 'enforceSingleParent', 'useDomainAdminAccess'];
const ROLES: readonly string[] = ['reader', 'commenter', 'writer', 'owner'];

export class PermissionsCollection extends ServiceObject {
  readonly _name = 'Drive.Permissions';
  readonly #world: World;
  constructor(world: World) {
    super();
    this.#world = world;
  }

  /** https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/create */
  create(resource: Permission, fileId: string, optionalArgs?: unknown): Permission {
    const method = 'drive.permissions.create';
    const options = readOptions(method, optionalArgs, [
      'fields',
      'sendNotificationEmail',
      'emailMessage',
      'transferOwnership',
      ...HARMLESS,
    ]);
    const wanted = readPermission(method, resource);
    const file = this.#shareable(method, fileId);
    if (wanted.role === 'owner') this.#checkTransfer(method, file, wanted, options);
    const old = file.permissions.find(({ id }) => id === wanted.id);
    if (old !== undefined && compareRoles(wanted.role, old.role) < 0)
      throw new NotEmulated(`${method} with a lesser role than the person already has`);
    this.#grant(file, wanted);
    // "Defaults to true when sharing files and folders with users or groups, and is not allowed for other requests."
    if (wanted.emailAddress !== undefined && flagOption(options, 'sendNotificationEmail', true))
      this.#notify(file, wanted.emailAddress, textOption(method, options, 'emailMessage'));
    return this.#answer(method, options, wanted);
  }

  /** https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/list */
  list(fileId: string, optionalArgs?: unknown): PermissionList {
    const method = 'drive.permissions.list';
    const options = readOptions(method, optionalArgs, ['fields', 'pageSize', ...HARMLESS]);
    const permissions = effectivePermissions(this.#world, this.#shareable(method, fileId));
    const size = options['pageSize'];
    // For files in My Drive the whole list comes at once unless a page size is given.
    if (typeof size === 'number' && size < permissions.length) throw new NotEmulated(`${method} in pages`);
    const fields = textOption(method, options, 'fields') ?? PERMISSION_LIST_DEFAULT;
    const answer = { kind: 'drive#permissionList', permissions: permissions.map(permissionResource) };
    return selectFields(method, fields, PERMISSION_LIST, answer) as PermissionList;
  }

  /** https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/get */
  get(fileId: string, permissionId: string, optionalArgs?: unknown): Permission {
    const method = 'drive.permissions.get';
    const options = readOptions(method, optionalArgs, ['fields', ...HARMLESS]);
    const permission = effectivePermissions(this.#world, this.#shareable(method, fileId)).find(
      ({ id }) => id === permissionId,
    );
    if (permission === undefined) throw permissionNotFound(method, permissionId);
    return this.#answer(method, options, permission);
  }

  /** https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/update */
  update(resource: Permission, fileId: string, permissionId: string, optionalArgs?: unknown): Permission {
    const method = 'drive.permissions.update';
    const options = readOptions(method, optionalArgs, ['fields', 'transferOwnership', ...HARMLESS]);
    const given = isRecord(resource)
      ? Object.keys(resource).filter((name) => resource[name as keyof Permission] !== undefined)
      : [];
    if (given.some((name) => name !== 'role')) throw notWritable(method);
    const role = readRole(method, isRecord(resource) ? resource['role'] : undefined);
    const file = this.#shareable(method, fileId);
    const permission = this.#own(method, file, permissionId);
    if (role === 'owner') this.#checkTransfer(method, file, permission, options);
    else if (permission.role === 'owner') throw new NotEmulated(`${method} that takes ownership away`);
    this.#grant(file, { ...permission, role });
    return this.#answer(method, options, { ...permission, role });
  }

  /** https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/delete */
  remove(fileId: string, permissionId: string, optionalArgs?: unknown): void {
    const method = 'drive.permissions.delete';
    readOptions(method, optionalArgs, HARMLESS);
    const file = this.#shareable(method, fileId);
    const permission = this.#own(method, file, permissionId);
    if (permission.role === 'owner') throw new NotEmulated(`${method} of the owner`);
    file.permissions = file.permissions.filter(({ id }) => id !== permissionId);
    file.version++;
  }

  /** The file, when the user may see and change its permissions. */
  #shareable(method: string, fileId: unknown): StoredFile {
    if (typeof fileId !== 'string' || fileId === '') throw new ApiError(method, 400, 'required', 'Required');
    const file = visibleFile(this.#world, fileId);
    if (file === undefined) throw fileNotFound(method, fileId);
    const role = roleOf(this.#world, file);
    const least: Role = file.writersCanShare ? 'writer' : 'owner';
    if (role === undefined || compareRoles(role, least) < 0) throw notPermitted(method);
    return file;
  }

  /** A permission given on the file itself, not inherited from a folder. */
  #own(method: string, file: StoredFile, id: string): PermissionRecord {
    const own = file.permissions.find((permission) => permission.id === id);
    if (own !== undefined) return own;
    if (effectivePermissions(this.#world, file).some((permission) => permission.id === id))
      throw new NotEmulated(`${method} of a permission inherited from a folder`);
    throw permissionNotFound(method, id);
  }

  #checkTransfer(method: string, file: StoredFile, to: PermissionRecord, options: Record<string, unknown>): void {
    if (!flagOption(options, 'transferOwnership', false))
      throw new ApiError(
        method,
        403,
        'forbidden',
        "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
      );
    if (!flagOption(options, 'sendNotificationEmail', true))
      throw new ApiError(
        method,
        403,
        'forbidden',
        "The sendNotificationEmail parameter is only applicable for permissions of type 'user' or 'group', and must not be disabled for ownership transfers.",
      );
    if (this.#world.edition === 'consumer')
      throw new ApiError(
        method,
        403,
        'consentRequiredForOwnershipTransfer',
        'Consent is required to transfer ownership of a file to another user.',
      );
    if (roleOf(this.#world, file) !== 'owner') throw notPermitted(method);
    if (domainOf(to.emailAddress) !== domainOf(file.owner)) throw new NotEmulated(`${method} to another domain's user`);
  }

  /** Gives a role; a new owner makes the old one an editor. */
  #grant(file: StoredFile, permission: PermissionRecord): void {
    const others = file.permissions.filter(({ id }) => id !== permission.id);
    if (permission.role === 'owner' && permission.emailAddress !== undefined) {
      file.owner = permission.emailAddress;
      for (const other of others) if (other.role === 'owner') other.role = 'writer';
    }
    file.permissions = [...others, permission];
    file.version++;
  }

  /** The mail by which Drive tells a person of a shared file. Its wording is this Workspace's own. */
  #notify(file: StoredFile, to: string, message: string | undefined): void {
    const from = this.#world.effectiveUser;
    const what = file.mimeType === FOLDER_MIME ? 'папке' : 'файлу';
    const link = viewLink(this.#world, file);
    this.#world.post({
      kind: 'share',
      from: 'drive-shares-dm-noreply@google.com',
      fromName: `${from} (Google Диск)`,
      replyTo: from,
      to: [to],
      cc: [],
      bcc: [],
      subject: `Вам открыт доступ к ${what} «${file.name}»`,
      text: [
        `${from} открывает вам доступ к ${what} «${file.name}».`,
        ...(message === undefined ? [] : [message]),
        link,
      ].join('\n\n'),
      attachments: [],
    });
  }

  #answer(method: string, options: Record<string, unknown>, permission: PermissionRecord): Permission {
    const fields = textOption(method, options, 'fields') ?? PERMISSION_DEFAULT;
    return selectFields(method, fields, PERMISSION, permissionResource(permission)) as Permission;
  }
}

function permissionNotFound(method: string, id: string): ApiError {
  return new ApiError(method, 404, 'notFound', `Permission not found: ${id}.`);
}

function domainOf(email: string | undefined): string {
  return email?.split('@')[1]?.toLowerCase() ?? '';
}

function readRole(method: string, value: unknown): Role {
  if (value === undefined || value === null)
    throw new ApiError(method, 400, 'required', 'The permission role field is required.');
  if (typeof value !== 'string' || !ROLES.includes(value))
    throw new NotEmulated(`${method} with role ${String(value)}`);
  return value as Role;
}

/** Reads the body of `permissions.create`. */
function readPermission(method: string, resource: unknown): PermissionRecord {
  const body = isRecord(resource) ? resource : {};
  for (const [name, value] of Object.entries(body))
    if (value !== undefined && !['type', 'role', 'emailAddress', 'allowFileDiscovery'].includes(name))
      throw new NotEmulated(`${method} with ${name} in the resource`);
  const role = readRole(method, body['role']);
  const { type, emailAddress, allowFileDiscovery } = body;
  if (type === undefined || type === null)
    throw new ApiError(method, 400, 'required', 'The permission type field is required.');
  if (type === 'anyone') return { id: allowFileDiscovery === true ? 'anyone' : 'anyoneWithLink', type, role };
  if (type !== 'user' && type !== 'group') throw new NotEmulated(`${method} with type ${String(type)}`);
  if (typeof emailAddress !== 'string' || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(emailAddress))
    throw new ApiError(
      method,
      400,
      'invalid',
      'The specified emailAddress is invalid or not applicable for the given permission type.',
    );
  return { id: permissionId(emailAddress), type, role, emailAddress };
}

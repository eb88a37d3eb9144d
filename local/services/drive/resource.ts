// How files and permissions look to a script: the REST resources of Drive v3 and their schemas.
// https://developers.google.com/workspace/drive/api/reference/rest/v3/files
import { createHash } from 'node:crypto';
import type { PermissionRecord, World } from '../../runtime/world';
import { compareRoles, effectivePermissions, isTrashed, ofApp, roleOf } from './access';
import type { FieldSchema } from './fields';
import { FOLDER_MIME, SHORTCUT_MIME, isNative, permissionId } from './registry';
import type { StoredFile } from './registry';

const USER: FieldSchema = {
  kind: 'leaf',
  displayName: 'unknown',
  photoLink: 'unknown',
  me: 'leaf',
  permissionId: 'leaf',
  emailAddress: 'leaf',
};

/** A permission; what the emulation cannot know is `unknown`. */
export const PERMISSION: FieldSchema = {
  kind: 'leaf',
  id: 'leaf',
  type: 'leaf',
  role: 'leaf',
  emailAddress: 'leaf',
  allowFileDiscovery: 'leaf',
  view: 'leaf',
  displayName: 'unknown',
  domain: 'unknown',
  photoLink: 'unknown',
  expirationTime: 'unknown',
  deleted: 'unknown',
  pendingOwner: 'unknown',
  permissionDetails: 'unknown',
  teamDrivePermissionDetails: 'unknown',
  inheritedPermissionsDisabled: 'unknown',
};

/** A file. */
export const FILE: FieldSchema = {
  kind: 'leaf',
  id: 'leaf',
  name: 'leaf',
  mimeType: 'leaf',
  description: 'leaf',
  starred: 'leaf',
  trashed: 'leaf',
  explicitlyTrashed: 'leaf',
  parents: 'leaf',
  properties: 'map',
  appProperties: 'map',
  spaces: 'leaf',
  version: 'leaf',
  webContentLink: 'leaf',
  webViewLink: 'leaf',
  createdTime: 'leaf',
  modifiedTime: 'leaf',
  owners: USER,
  ownedByMe: 'leaf',
  shared: 'leaf',
  permissions: PERMISSION,
  permissionIds: 'leaf',
  originalFilename: 'leaf',
  fullFileExtension: 'leaf',
  fileExtension: 'leaf',
  md5Checksum: 'leaf',
  sha1Checksum: 'leaf',
  sha256Checksum: 'leaf',
  size: 'leaf',
  quotaBytesUsed: 'leaf',
  shortcutDetails: { targetId: 'leaf', targetMimeType: 'leaf', targetResourceKey: 'unknown' },
  folderColorRgb: 'leaf',
  isAppAuthorized: 'leaf',
  writersCanShare: 'leaf',
  copyRequiresWriterPermission: 'leaf',
  ...unknowns(
    'capabilities contentHints contentRestrictions driveId exportLinks hasAugmentedPermissions hasThumbnail',
    'headRevisionId iconLink imageMediaMetadata labelInfo lastModifyingUser linkShareMetadata modifiedByMe',
    'modifiedByMeTime resourceKey sharedWithMeTime sharingUser teamDriveId thumbnailLink thumbnailVersion trashedTime',
    'trashingUser videoMediaMetadata viewedByMe viewedByMeTime viewersCanCopyContent downloadRestrictions',
    'inheritedPermissionsDisabled',
  ),
};

/** What `files.get`, `create`, `update` and `copy` return when `fields` is not given. */
export const FILE_DEFAULT = 'kind,id,name,mimeType';

/** The answer of `files.list`. */
export const FILE_LIST: FieldSchema = {
  kind: 'leaf',
  incompleteSearch: 'leaf',
  nextPageToken: 'leaf',
  files: FILE,
};
export const FILE_LIST_DEFAULT = `kind,incompleteSearch,nextPageToken,files(${FILE_DEFAULT})`;

/** The answer of `permissions.list`. */
export const PERMISSION_LIST: FieldSchema = { kind: 'leaf', nextPageToken: 'leaf', permissions: PERMISSION };
export const PERMISSION_DEFAULT = 'kind,id,type,role';
export const PERMISSION_LIST_DEFAULT = `kind,nextPageToken,permissions(${PERMISSION_DEFAULT})`;

/** The answer of `about.get`. */
export const ABOUT: FieldSchema = {
  kind: 'leaf',
  user: USER,
  storageQuota: { limit: 'leaf', usage: 'leaf', usageInDrive: 'leaf', usageInDriveTrash: 'leaf' },
  ...unknowns(
    'appInstalled canCreateDrives canCreateTeamDrives driveThemes exportFormats folderColorPalette importFormats',
    'maxImportSizes maxUploadSize teamDriveThemes',
  ),
};

function unknowns(...lines: string[]): Record<string, 'unknown'> {
  return Object.fromEntries(lines.flatMap((line) => line.split(' ')).map((name) => [name, 'unknown']));
}

/** A user as resources show one. */
export function userResource(world: World, email: string): Record<string, unknown> {
  return {
    kind: 'drive#user',
    me: email.toLowerCase() === world.effectiveUser.toLowerCase(),
    permissionId: permissionId(email),
    emailAddress: email,
  };
}

/** A permission as scripts see it. */
export function permissionResource(permission: PermissionRecord): Record<string, unknown> {
  const { id, type, role, emailAddress } = permission;
  return {
    kind: 'drive#permission',
    id,
    type,
    role,
    ...(emailAddress === undefined ? {} : { emailAddress }),
    ...(type === 'anyone' ? { allowFileDiscovery: id === 'anyone' } : {}),
  };
}

/** The content of an ordinary file; undefined for Google-native ones. */
export function contentOf(file: StoredFile): Buffer | undefined {
  return isNative(file.mimeType) ? undefined : Buffer.from(file.content ?? '', 'base64');
}

/** The link people open. */
export function viewLink(world: World, file: StoredFile): string {
  if (file.mimeType === FOLDER_MIME) return `https://drive.google.com/drive/folders/${file.id}`;
  const kind = world.fileKinds.get(file.mimeType);
  if (kind !== undefined) return kind.link(file);
  return `https://drive.google.com/file/d/${file.id}/view?usp=drivesdk`;
}

/** A file with every member the emulation knows. */
export function fileResource(world: World, file: StoredFile): Record<string, unknown> {
  const trashed = isTrashed(world, file);
  const permissions = effectivePermissions(world, file);
  const role = roleOf(world, file);
  const maySeePermissions = role !== undefined && compareRoles(role, 'writer') >= 0;
  const own = file.owner.toLowerCase() === world.effectiveUser.toLowerCase();
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description === '' ? {} : { description: file.description }),
    starred: file.starred,
    trashed,
    explicitlyTrashed: file.trashed,
    ...(file.parents.length === 0 ? {} : { parents: [...file.parents] }),
    ...mapMember('properties', file.properties),
    ...mapMember('appProperties', file.appProperties),
    spaces: ['drive'],
    version: String(file.version),
    webViewLink: viewLink(world, file),
    createdTime: new Date(file.createdTime).toISOString(),
    modifiedTime: new Date(file.modifiedTime).toISOString(),
    owners: [userResource(world, file.owner)],
    ownedByMe: own,
    shared: permissions.some((p) => p.emailAddress?.toLowerCase() !== file.owner.toLowerCase()),
    ...(maySeePermissions
      ? { permissions: permissions.map(permissionResource), permissionIds: permissions.map(({ id }) => id) }
      : {}),
    ...mediaMembers(file),
    ...(file.shortcut === undefined ? {} : { shortcutDetails: { ...file.shortcut } }),
    ...(file.folderColorRgb === undefined ? {} : { folderColorRgb: file.folderColorRgb }),
    isAppAuthorized: ofApp(world, file),
    writersCanShare: file.writersCanShare,
    copyRequiresWriterPermission: file.copyRequiresWriterPermission,
  };
}

function mapMember(name: string, values: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.keys(values).length === 0 ? {} : { [name]: { ...values } };
}

/** Size, checksums and names: only files with content of their own have them. */
function mediaMembers(file: StoredFile): Record<string, unknown> {
  const content = contentOf(file);
  if (content === undefined)
    return file.mimeType === FOLDER_MIME || file.mimeType === SHORTCUT_MIME ? { quotaBytesUsed: '0' } : {};
  const digest = (algorithm: string): string => createHash(algorithm).update(content).digest('hex');
  const extension = /\.([^.\s]+)$/.exec(file.name)?.[1] ?? '';
  return {
    webContentLink: `https://drive.google.com/uc?id=${file.id}&export=download`,
    size: String(content.length),
    quotaBytesUsed: String(content.length),
    md5Checksum: digest('md5'),
    sha1Checksum: digest('sha1'),
    sha256Checksum: digest('sha256'),
    originalFilename: file.originalFilename ?? file.name,
    fileExtension: extension,
    fullFileExtension: extension,
  };
}

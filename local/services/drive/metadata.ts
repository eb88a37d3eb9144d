// Reads the request body of files.create, update and copy: which members may be set, their types and limits.
import { ApiError, NotEmulated } from '../../runtime/service';
import { isRecord, notWritable } from './errors';
import { FILE } from './resource';
import type { StoredFile } from './registry';

/** What a request body asks to set. Times in milliseconds since the epoch. */
export interface Metadata {
  id?: string;
  parents?: string[];
  shortcutTargetId?: string;
  name?: string;
  mimeType?: string;
  description?: string;
  starred?: boolean;
  trashed?: boolean;
  createdTime?: number;
  modifiedTime?: number;
  originalFilename?: string;
  folderColorRgb?: string;
  writersCanShare?: boolean;
  copyRequiresWriterPermission?: boolean;
  /** A null value removes the property. */
  appProperties?: Record<string, string | null>;
  properties?: Record<string, string | null>;
}

/** Bytes of one property, key and value together, and properties of one application. https://developers.google.com/workspace/drive/api/guides/properties */
const PROPERTY_BYTES = 124;
const PROPERTY_COUNT = 30;

/**
 * Reads a File resource given as a request body. Absent and undefined members are not touched.
 * @throws ApiError for members that may not be set; NotEmulated for those that live Drive takes and this does not
 */
export function readMetadata(method: string, body: unknown, mode: 'create' | 'update' | 'copy'): Metadata {
  if (body === undefined || body === null) return {};
  if (!isRecord(body)) throw new NotEmulated(`${method} with a resource that is not an object`);
  const result: Metadata = {};
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    readMember(method, mode, result, name, value);
  }
  return result;
}

function readMember(method: string, mode: string, into: Metadata, name: string, value: unknown): void {
  switch (name) {
    case 'name':
    case 'mimeType':
    case 'originalFilename':
    case 'folderColorRgb':
      into[name] = text(method, name, value);
      return;
    case 'description':
      into.description = value === null ? '' : text(method, name, value);
      return;
    case 'starred':
    case 'trashed':
    case 'writersCanShare':
    case 'copyRequiresWriterPermission':
      if (typeof value !== 'boolean') throw new NotEmulated(`${method} with ${name} that is not a boolean`);
      into[name] = value;
      return;
    case 'createdTime':
      if (mode === 'update') throw notWritable(method);
      into.createdTime = time(method, value);
      return;
    case 'modifiedTime':
      into.modifiedTime = time(method, value);
      return;
    case 'appProperties':
    case 'properties':
      into[name] = properties(method, name, value);
      return;
    case 'id':
      if (mode === 'update') throw notWritable(method);
      into.id = text(method, name, value);
      return;
    case 'parents':
      if (mode === 'update')
        throw notWritable(
          method,
          'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.',
        );
      into.parents = texts(method, name, value);
      return;
    case 'shortcutDetails':
      if (mode !== 'create') throw notWritable(method);
      if (!isRecord(value)) throw new NotEmulated(`${method} with shortcutDetails that are not an object`);
      into.shortcutTargetId = text(method, 'shortcutDetails.targetId', value['targetId']);
      return;
    default:
      // Live Drive takes these; what they would do is not emulated. Everything else in a File is output only.
      if (
        [
          'contentHints',
          'contentRestrictions',
          'viewedByMeTime',
          'labelInfo',
          'downloadRestrictions',
          'kind',
          'inheritedPermissionsDisabled',
        ].includes(name) ||
        !(name in (FILE as object))
      )
        throw new NotEmulated(`${method} with ${name} in the resource`);
      throw notWritable(method);
  }
}

function text(method: string, name: string, value: unknown): string {
  if (typeof value !== 'string') throw new NotEmulated(`${method} with ${name} that is not a string`);
  return value;
}

function texts(method: string, name: string, value: unknown): string[] {
  if (!Array.isArray(value)) throw new NotEmulated(`${method} with ${name} that is not a list`);
  return value.map((item: unknown) => text(method, name, item));
}

function time(method: string, value: unknown): number {
  const when = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(when)) throw new NotEmulated(`${method} with a time that is not RFC 3339`);
  return when;
}

function properties(method: string, name: string, value: unknown): Record<string, string | null> {
  if (!isRecord(value)) throw new NotEmulated(`${method} with ${name} that is not an object`);
  const result: Record<string, string | null> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    if (item !== null && typeof item !== 'string')
      throw new NotEmulated(`${method} with a value in ${name} that is not a string`);
    if (item !== null && Buffer.byteLength(key) + Buffer.byteLength(item) > PROPERTY_BYTES)
      throw new ApiError(
        method,
        403,
        'propertyLengthLimitExceeded',
        'Properties and app properties are limited to 124 bytes in UTF-8 encoding, counting both the key and the value.',
      );
    result[key] = item;
  }
  return result;
}

/**
 * Sets what a body asks for on a file. `now` is the time a change of name, description or content is recorded with.
 * The caller deals with id, parents, content and shortcut target.
 */
export function applyMetadata(method: string, file: StoredFile, metadata: Metadata, now: number): void {
  const appProperties = merged(method, file.appProperties, metadata.appProperties);
  const properties_ = merged(method, file.properties, metadata.properties);
  file.appProperties = appProperties;
  file.properties = properties_;
  const { name, description, starred, trashed, createdTime, modifiedTime } = metadata;
  const { originalFilename, folderColorRgb, writersCanShare, copyRequiresWriterPermission } = metadata;
  if (name !== undefined && name !== file.name) {
    file.name = name;
    file.modifiedTime = now;
  }
  if (description !== undefined && description !== file.description) {
    file.description = description;
    file.modifiedTime = now;
  }
  if (starred !== undefined) file.starred = starred;
  if (trashed !== undefined) file.trashed = trashed;
  if (createdTime !== undefined) file.createdTime = createdTime;
  if (modifiedTime !== undefined) file.modifiedTime = modifiedTime;
  if (originalFilename !== undefined) file.originalFilename = originalFilename;
  if (folderColorRgb !== undefined) file.folderColorRgb = folderColorRgb;
  if (writersCanShare !== undefined) file.writersCanShare = writersCanShare;
  if (copyRequiresWriterPermission !== undefined) file.copyRequiresWriterPermission = copyRequiresWriterPermission;
  file.version++;
}

function merged(
  method: string,
  old: Readonly<Record<string, string>>,
  changes: Record<string, string | null> | undefined,
): Record<string, string> {
  const result = Object.fromEntries(
    Object.entries({ ...old, ...changes }).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  // Live Drive gives this reason; its wording is not known.
  if (Object.keys(result).length > PROPERTY_COUNT)
    throw new ApiError(method, 403, 'propertyCountLimitExceeded', 'The limit of properties for this file is exceeded.');
  return result;
}

// The collection Drive.Files. https://developers.google.com/workspace/drive/api/reference/rest/v3/files
import { ApiError, NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { ScriptBlob } from '../utilities/blob';
import { compareRoles, descendants, isTrashed, realId, roleOf, visibleFile } from './access';
import { fileNotFound, invalidValue, notPermitted, readOptions, textOption } from './errors';
import { selectFields } from './fields';
import { listFiles } from './list';
import { applyMetadata, readMetadata } from './metadata';
import type { Metadata } from './metadata';
import { FOLDER_MIME, SHORTCUT_MIME, blank, driveState, isNative, newFileId, rootId } from './registry';
import type { StoredFile } from './registry';
import { FILE, FILE_DEFAULT, contentOf, fileResource } from './resource';

type FileResource = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

/** Options that change nothing here: there are no shared drives, and every file has one parent anyway. */
const HARMLESS = ['supportsAllDrives', 'supportsTeamDrives', 'enforceSingleParent'];

export class FilesCollection extends ServiceObject {
  readonly _name = 'Drive.Files';
  readonly #world: World;
  constructor(world: World) {
    super();
    this.#world = world;
  }

  /** https://developers.google.com/workspace/drive/api/reference/rest/v3/files/create */
  create(resource: FileResource, mediaData?: unknown, optionalArgs?: unknown): FileResource {
    const method = 'drive.files.create';
    const media = readMedia(mediaData);
    const options = readOptions(method, optionalArgs, ['fields', ...HARMLESS]);
    const metadata = readMetadata(method, resource, 'create');
    const mimeType = metadata.mimeType ?? media?._contentType ?? 'application/octet-stream';
    const file = this.#newFile(method, metadata, mimeType);
    if (media !== undefined) {
      if (isNative(mimeType)) throw new NotEmulated(`${method} with content to be converted to ${mimeType}`);
      file.content = Buffer.from(media._bytes).toString('base64');
    }
    applyMetadata(method, file, metadata, file.createdTime);
    file.version = 1;
    this.#store(method, file);
    return this.#answer(method, options, file);
  }

  /** https://developers.google.com/workspace/drive/api/reference/rest/v3/files/get */
  get(fileId: string, optionalArgs?: unknown): FileResource | string {
    const method = 'drive.files.get';
    const options = readOptions(method, optionalArgs, ['fields', 'alt', 'acknowledgeAbuse', ...HARMLESS]);
    const file = this.#find(method, fileId);
    if (textOption(method, options, 'alt') !== 'media') return this.#answer(method, options, file);
    const content = contentOf(file);
    if (content === undefined)
      throw new ApiError(
        method,
        403,
        'fileNotDownloadable',
        'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
      );
    if (!/^text\/|^application\/json/.test(file.mimeType))
      throw new NotEmulated(`${method} with alt=media of ${file.mimeType}`);
    return content.toString('utf8');
  }

  /** https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list */
  list(optionalArgs?: unknown): GoogleAppsScript.Drive_v3.Drive.V3.Schema.FileList {
    return listFiles(this.#world, optionalArgs);
  }

  /** https://developers.google.com/workspace/drive/api/reference/rest/v3/files/update */
  update(resource: FileResource, fileId: string, mediaData?: unknown, optionalArgs?: unknown): FileResource {
    const method = 'drive.files.update';
    const media = readMedia(mediaData);
    const options = readOptions(method, optionalArgs, ['fields', 'addParents', 'removeParents', ...HARMLESS]);
    const metadata = readMetadata(method, resource, 'update');
    const file = this.#find(method, fileId);
    // Trashing and moving another's file is refused below; starring is each reader's own affair.
    const onlyStar = Object.keys(metadata).every((name) => name === 'starred') && media === undefined;
    this.#require(method, file, metadata.trashed !== undefined ? 'owner' : onlyStar ? 'reader' : 'writer');
    const mimeType = metadata.mimeType ?? media?._contentType ?? file.mimeType;
    if (mimeType !== file.mimeType && (isNative(file.mimeType) || isNative(mimeType)))
      throw new NotEmulated(`${method} from ${file.mimeType} to ${mimeType}`);
    if (media !== undefined && isNative(file.mimeType))
      throw new NotEmulated(`${method} with content for ${file.mimeType}`);
    const parents = this.#newParents(method, file, options);
    applyMetadata(method, file, metadata, this.#world.clock.now());
    file.parents = parents;
    file.mimeType = mimeType;
    if (media !== undefined) {
      file.content = Buffer.from(media._bytes).toString('base64');
      file.modifiedTime = metadata.modifiedTime ?? this.#world.clock.now();
    }
    return this.#answer(method, options, file);
  }

  /** https://developers.google.com/workspace/drive/api/reference/rest/v3/files/copy */
  copy(resource: FileResource, fileId: string, optionalArgs?: unknown): FileResource {
    const method = 'drive.files.copy';
    const options = readOptions(method, optionalArgs, ['fields', ...HARMLESS]);
    const metadata = readMetadata(method, resource, 'copy');
    const source = this.#find(method, fileId);
    if (source.mimeType === FOLDER_MIME)
      throw new ApiError(method, 403, 'cannotCopyFile', 'This file cannot be copied by the user.');
    if (metadata.mimeType !== undefined && metadata.mimeType !== source.mimeType)
      throw new NotEmulated(`${method} from ${source.mimeType} to ${metadata.mimeType}`);
    // The default name is in the language of the user's account.
    if (metadata.name === undefined) throw new NotEmulated(`${method} without a name`);
    const kind = this.#world.fileKinds.get(source.mimeType);
    if (isNative(source.mimeType) && kind?.copied === undefined)
      throw new NotEmulated(`${method} of ${source.mimeType}`);
    const file = this.#newFile(method, { parents: source.parents, ...metadata }, source.mimeType);
    file.description = source.description;
    file.properties = { ...source.properties };
    file.appProperties = { ...source.appProperties };
    if (source.content !== undefined) file.content = source.content;
    applyMetadata(method, file, metadata, file.createdTime);
    this.#settle(file);
    kind?.copied?.(source, file);
    return this.#answer(method, options, file);
  }

  /**
   * Deletes for good, skipping the trash; of a folder, everything in it that the user owns.
   * https://developers.google.com/workspace/drive/api/reference/rest/v3/files/delete
   */
  remove(fileId: string, optionalArgs?: unknown): void {
    const method = 'drive.files.delete';
    readOptions(method, optionalArgs, HARMLESS);
    const file = this.#find(method, fileId);
    this.#require(method, file, 'owner');
    this.#delete(file);
  }

  /**
   * Ids that `create` and `copy` may be given, so that a repeated request makes no second file.
   * https://developers.google.com/workspace/drive/api/guides/create-file
   */
  generateIds(optionalArgs?: unknown): GoogleAppsScript.Drive_v3.Drive.V3.Schema.GeneratedIds {
    const method = 'drive.files.generateIds';
    const options = readOptions(method, optionalArgs, ['count', 'space', 'type']);
    const count = options['count'] ?? 10;
    const type = options['type'] ?? 'files';
    if ((options['space'] ?? 'drive') !== 'drive') throw new NotEmulated(`${method} in another space than drive`);
    if (type !== 'files' && type !== 'shortcuts') throw invalidValue(method);
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > 1000) throw invalidValue(method);
    const mimeType = type === 'shortcuts' ? SHORTCUT_MIME : 'application/octet-stream';
    const ids = Array.from({ length: count }, () => newFileId(this.#world, mimeType));
    const { reserved } = driveState(this.#world);
    for (const id of ids) reserved[id] = type;
    return { kind: 'drive#generatedIds', space: 'drive', ids };
  }

  /** Needs a wider scope than `drive.file`. https://developers.google.com/workspace/drive/api/reference/rest/v3/files/emptyTrash */
  emptyTrash(optionalArgs?: unknown): void {
    const method = 'drive.files.emptyTrash';
    readOptions(method, optionalArgs, ['enforceSingleParent']);
    if (driveState(this.#world).onlyAppFiles)
      throw new ApiError(method, 403, 'insufficientPermissions', 'Request had insufficient authentication scopes.');
    const mine = Object.values(driveState(this.#world).files).filter(
      ({ owner }) => owner === this.#world.effectiveUser,
    );
    for (const file of mine.filter((one) => isTrashed(this.#world, one))) this.#delete(file);
  }

  #find(method: string, fileId: unknown): StoredFile {
    if (typeof fileId !== 'string' || fileId === '') throw new ApiError(method, 400, 'required', 'Required');
    const file = visibleFile(this.#world, fileId);
    if (file === undefined) throw fileNotFound(method, realId(this.#world, fileId));
    return file;
  }

  #require(method: string, file: StoredFile, least: 'reader' | 'writer' | 'owner'): void {
    const role = roleOf(this.#world, file);
    if (role === undefined || compareRoles(role, least) < 0) throw notPermitted(method);
  }

  /** A folder that something is to be put into. The application may use «My Drive» without being able to read it. */
  #folder(method: string, id: string): string {
    const real = realId(this.#world, id);
    const root = rootId(this.#world, this.#world.effectiveUser);
    if (real === root) return real;
    const folder = this.#find(method, real);
    if (folder.mimeType !== FOLDER_MIME)
      throw new ApiError(method, 403, 'parentNotAFolder', 'The specified parent is not a folder.');
    this.#require(method, folder, 'writer');
    return real;
  }

  /** A record for a new file, not yet stored: its id and parent are checked, nothing else is set. */
  #newFile(method: string, metadata: Metadata, mimeType: string): StoredFile {
    const world = this.#world;
    const owner = world.effectiveUser;
    const [parent, ...more] = metadata.parents ?? [];
    // https://developers.google.com/workspace/drive/api/guides/ref-single-parent
    if (more.length > 0)
      throw new ApiError(method, 403, 'cannotAddParent', 'Increasing the number of parents is not allowed');
    const id =
      metadata.id === undefined ? newFileId(world, mimeType) : this.#generatedId(method, metadata.id, mimeType);
    const file = blank(id, metadata.name ?? 'Untitled', mimeType, owner, world.clock.now());
    file.parents = [parent === undefined ? rootId(world, owner) : this.#folder(method, parent)];
    if (mimeType === SHORTCUT_MIME) {
      if (metadata.shortcutTargetId === undefined) throw new NotEmulated(`${method} of a shortcut without a target`);
      const target = this.#find(method, metadata.shortcutTargetId);
      file.shortcut = { targetId: target.id, targetMimeType: target.mimeType };
    }
    return file;
  }

  /** Pre-generated ids: good once, for folders and files with content; not for Google's own documents. */
  #generatedId(method: string, id: string, mimeType: string): string {
    const { files, reserved, gone } = driveState(this.#world);
    if (isNative(mimeType) && mimeType !== FOLDER_MIME && mimeType !== SHORTCUT_MIME)
      throw new ApiError(
        method,
        403,
        'insufficientFilePermissions',
        'Generated IDs are not supported for Docs Editors formats.',
      );
    if (id in files) throw new ApiError(method, 409, 'fileIdInUse', 'A file already exists with the provided ID.');
    if (gone.includes(id)) throw new NotEmulated(`${method} with the id of a file deleted for good`);
    if (reserved[id] !== (mimeType === SHORTCUT_MIME ? 'shortcuts' : 'files'))
      throw new ApiError(method, 400, 'invalid', 'The provided file ID is not usable.');
    return id;
  }

  /** Stores a new file and has its content made when it is one of Google's own documents. */
  #store(method: string, file: StoredFile): void {
    const kind = this.#world.fileKinds.get(file.mimeType);
    if (kind === undefined && isNative(file.mimeType) && ![FOLDER_MIME, SHORTCUT_MIME].includes(file.mimeType))
      throw new NotEmulated(`${method} of ${file.mimeType}`);
    this.#settle(file);
    kind?.created(file);
  }

  #settle(file: StoredFile): void {
    const { files, reserved } = driveState(this.#world);
    Reflect.deleteProperty(reserved, file.id);
    files[file.id] = file;
  }

  /** Where a file is after `addParents` and `removeParents`: a file has exactly one parent. */
  #newParents(method: string, file: StoredFile, options: Record<string, unknown>): string[] {
    const world = this.#world;
    const list = (name: string): string[] =>
      (textOption(method, options, name) ?? '').split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]));
    const removed = list('removeParents').map((id) => realId(world, id));
    const added = list('addParents').map((id) => this.#folder(method, id));
    const fresh = added.filter((id) => !file.parents.includes(id));
    for (const id of fresh)
      if (id === file.id || descendants(world, file).some((one) => one.id === id))
        throw new NotEmulated(`${method} that puts a folder into itself`);
    const parents = [...file.parents.filter((id) => !removed.includes(id)), ...fresh];
    if (parents.length > 1)
      throw new ApiError(method, 403, 'cannotAddParent', 'Increasing the number of parents is not allowed');
    // A file whose last parent is removed goes to its owner's My Drive.
    return parents.length === 0 && file.parents.length > 0 ? [rootId(world, file.owner)] : parents;
  }

  #delete(file: StoredFile): void {
    const { files, gone } = driveState(this.#world);
    const below = descendants(this.#world, file);
    for (const one of [file, ...below]) {
      if (one.owner !== file.owner) {
        // Another's file loses its place but lives on.
        one.parents = [];
        continue;
      }
      Reflect.deleteProperty(files, one.id);
      gone.push(one.id);
      this.#world.fileKinds.get(one.mimeType)?.deleted(one);
    }
  }

  #answer(method: string, options: Record<string, unknown>, file: StoredFile): FileResource {
    const fields = textOption(method, options, 'fields') ?? FILE_DEFAULT;
    return selectFields(method, fields, FILE, fileResource(this.#world, file)) as FileResource;
  }
}

/** The content to upload, when there is any. */
function readMedia(mediaData: unknown): ScriptBlob | undefined {
  if (mediaData === undefined || mediaData === null) return undefined;
  if (!(mediaData instanceof ScriptBlob))
    throw new ScriptError('The mediaData parameter only supports Blob types for upload.');
  return mediaData;
}

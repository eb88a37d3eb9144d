// The registry of all files of a local Workspace: what Drive knows about each, and who may see it.
import type { FileRecord, FileRegistry, World } from '../../runtime/world';

export const FOLDER_MIME = 'application/vnd.google-apps.folder';
export const SHORTCUT_MIME = 'application/vnd.google-apps.shortcut';
const NATIVE_PREFIX = 'application/vnd.google-apps.';

/** A file with what only Drive itself needs to know about it. */
export interface StoredFile extends FileRecord {
  /**
   * Whether the add-on made the file or the user opened it with the add-on: the only files the scope `drive.file`
   * shows. https://developers.google.com/workspace/drive/api/guides/api-specific-auth
   */
  ofApp: boolean;
  /** Grows with every change of content or metadata. */
  version: number;
  /** Of a shortcut: what it points to, as it was when the shortcut was made. */
  shortcut?: { targetId: string; targetMimeType: string };
  originalFilename?: string;
  folderColorRgb?: string;
  writersCanShare: boolean;
  copyRequiresWriterPermission: boolean;
}

/** Drive's whole state: plain JSON. */
export interface DriveState {
  /** Every file by id, in order of creation. */
  files: Record<string, StoredFile>;
  /** The id of each user's My Drive. */
  roots: Record<string, string>;
  /** Ids given out by `Files.generateIds` and not used yet, with what they are for. */
  reserved: Record<string, 'files' | 'shortcuts'>;
  /** Ids of files deleted for good. */
  gone: string[];
  /** `true`: the manifest asks for `drive.file` only, so files the app has nothing to do with do not exist for it. */
  onlyAppFiles: boolean;
}

/** Drive's state in this Workspace. */
export function driveState(world: World): DriveState {
  return world.slice<DriveState>('drive', () => ({ files: {}, roots: {}, reserved: {}, gone: [], onlyAppFiles: true }));
}

/** The file with this id, whatever text that is: `toString` names none. */
export function findFile(world: World, id: string): StoredFile | undefined {
  const { files } = driveState(world);
  return Object.hasOwn(files, id) ? files[id] : undefined;
}

/** Whether a file is a Google-native one: no content of its own in Drive. */
export function isNative(mimeType: string): boolean {
  return mimeType.startsWith(NATIVE_PREFIX);
}

/** The folder «My Drive» of a user, made when first asked for. */
export function rootId(world: World, user: string): string {
  const state = driveState(world);
  const known = state.roots[user];
  if (known !== undefined) return known;
  const id = `0A${world.nextId(14)}PVA`;
  state.roots[user] = id;
  const now = world.clock.now();
  state.files[id] = {
    ...blank(id, 'My Drive', FOLDER_MIME, user, now),
    parents: [],
    // Under drive.file an application may put its files into My Drive, yet `files.get('root')` is a 404.
    ofApp: false,
  };
  return id;
}

/** A fresh file id: 44 characters for Google-native documents, 33 for folders, shortcuts and uploaded files. */
export function newFileId(world: World, mimeType: string): string {
  const long = isNative(mimeType) && mimeType !== FOLDER_MIME && mimeType !== SHORTCUT_MIME;
  return `1${world.nextId(long ? 43 : 32)}`;
}

/** An empty record with its owner's permission. `now` in milliseconds. */
export function blank(id: string, name: string, mimeType: string, owner: string, now: number): StoredFile {
  return {
    id,
    name,
    mimeType,
    parents: [],
    description: '',
    appProperties: {},
    properties: {},
    owner,
    trashed: false,
    createdTime: now,
    modifiedTime: now,
    permissions: [{ id: permissionId(owner), type: 'user', role: 'owner', emailAddress: owner }],
    starred: false,
    ofApp: true,
    version: 1,
    writersCanShare: true,
    copyRequiresWriterPermission: false,
  };
}

/**
 * The id of a person's permission. In Drive it is the same on every file shared with that person, so it follows from
 * the address: 20 digits from two 32-bit FNV-1a hashes.
 */
export function permissionId(email: string): string {
  const text = email.toLowerCase();
  const hash = (seed: number): string => {
    let h = seed;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
    return String(h).padStart(10, '0');
  };
  return hash(0x811c9dc5) + hash(0x9e3779b1);
}

/** The registry by which the other services make their files known to Drive. */
export function createDriveRegistry(world: World): FileRegistry {
  return {
    register({ id, name, mimeType, parents, content }) {
      const owner = world.effectiveUser;
      const record = blank(id ?? newFileId(world, mimeType), name, mimeType, owner, world.clock.now());
      record.parents = parents ?? [rootId(world, owner)];
      if (content !== undefined) record.content = content;
      driveState(world).files[record.id] = record;
      return record;
    },
    find(id) {
      return findFile(world, id);
    },
    touch(id) {
      const file = findFile(world, id);
      if (file === undefined) return;
      file.modifiedTime = world.clock.now();
      file.version++;
    },
  };
}

/** Tells Drive whether the installed manifest gives the scope `drive.file` only (the default) or a wider one. */
export function setOnlyAppFiles(world: World, only: boolean): void {
  driveState(world).onlyAppFiles = only;
}

/** Does something with every file in sight, whatever the manifest asks for: calls from outside scripts need no scope. */
export function withAllFiles<T>(world: World, body: () => T): T {
  const state = driveState(world);
  const { onlyAppFiles } = state;
  state.onlyAppFiles = false;
  try {
    return body();
  } finally {
    state.onlyAppFiles = onlyAppFiles;
  }
}

/** Marks a file as one the user made by hand and never opened with the add-on: `drive.file` does not show it. */
export function markForeign(world: World, id: string): void {
  const file = findFile(world, id);
  if (file !== undefined) file.ofApp = false;
}

/** Marks a file as opened with the add-on (Google Picker, «Open with»): from now on `drive.file` shows it. */
export function grantToApp(world: World, id: string): void {
  const file = findFile(world, id);
  if (file !== undefined) file.ofApp = true;
}

/** Puts a file into the user's Drive that the add-on has nothing to do with. Gives its id. */
export function addForeignFile(
  world: World,
  file: { id?: string; name: string; mimeType: string; parents?: string[]; content?: string },
): string {
  const { id } = createDriveRegistry(world).register(file);
  markForeign(world, id);
  return id;
}

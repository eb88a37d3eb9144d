// Drive.Files.list: search, order and pages. https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list
import { ApiError, NotEmulated } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { compareRoles, effectivePermissions, isTrashed, listed, realId, visibleFile } from './access';
import { fileNotFound, invalidValue, readOptions, textOption } from './errors';
import { selectFields } from './fields';
import { BadQuery, parseQuery } from './query';
import type { Query } from './query';
import { FOLDER_MIME, driveState, rootId } from './registry';
import type { StoredFile } from './registry';
import { FILE_LIST, FILE_LIST_DEFAULT, contentOf, fileResource } from './resource';

const METHOD = 'drive.files.list';
type FileList = GoogleAppsScript.Drive_v3.Drive.V3.Schema.FileList;
type Compare = (a: StoredFile, b: StoredFile) => number;

/** One page of the files that match; see {@link FILE_LIST_DEFAULT} for what it holds unless `fields` says otherwise. */
export function listFiles(world: World, optionalArgs: unknown): FileList {
  const options = readOptions(METHOD, optionalArgs, [
    'q',
    'pageSize',
    'pageToken',
    'orderBy',
    'fields',
    'spaces',
    'corpora',
    'supportsAllDrives',
    'supportsTeamDrives',
    'includeItemsFromAllDrives',
  ]);
  if ((options['spaces'] ?? 'drive') !== 'drive') throw new NotEmulated(`${METHOD} in another space than drive`);
  if ((options['corpora'] ?? 'user') !== 'user') throw new NotEmulated(`${METHOD} in another corpus than user`);
  const q = textOption(METHOD, options, 'q') ?? '';
  const orderBy = textOption(METHOD, options, 'orderBy') ?? '';
  const size = pageSize(options['pageSize']);
  const query = q.trim() === '' ? undefined : readQuery(world, q);
  const found = Object.values(driveState(world).files)
    .filter((file) => (query?.matches(file) ?? true) && listed(world, file))
    .sort(order(orderBy));
  const key = `${q}\n${orderBy}`;
  const from = firstIndex(textOption(METHOD, options, 'pageToken'), key);
  const page = found.slice(from, from + size);
  const more = from + size < found.length;
  const result = {
    kind: 'drive#fileList',
    incompleteSearch: false,
    ...(more ? { nextPageToken: pageToken(from + size, key) } : {}),
    files: page.map((file) => fileResource(world, file)),
  };
  return selectFields(
    METHOD,
    textOption(METHOD, options, 'fields') ?? FILE_LIST_DEFAULT,
    FILE_LIST,
    result,
  ) as FileList;
}

function readQuery(world: World, q: string): Query {
  let query: Query;
  try {
    query = parseQuery(q, {
      user: world.effectiveUser,
      fileId: (id) => realId(world, id),
      trashed: (file) => isTrashed(world, file),
      people: (file, role) => {
        const least = { owners: 'owner', writers: 'writer', readers: 'reader' } as const;
        return effectivePermissions(world, file)
          .filter((permission) => compareRoles(permission.role, least[role]) >= 0)
          .flatMap(({ emailAddress }) => (emailAddress === undefined ? [] : [emailAddress.toLowerCase()]));
      },
    });
  } catch (error) {
    if (error instanceof BadQuery) throw invalidValue(METHOD);
    throw error;
  }
  const root = rootId(world, world.effectiveUser);
  // Live Drive does not name the folder here.
  if (query.folders.some((id) => id !== root && visibleFile(world, id) === undefined)) throw fileNotFound(METHOD, '');
  return query;
}

function pageSize(value: unknown): number {
  const size = value ?? 100;
  if (typeof size !== 'number' || !Number.isInteger(size))
    throw new NotEmulated(`${METHOD} with pageSize that is not whole`);
  if (size < 1 || size > 1000)
    throw new ApiError(
      METHOD,
      400,
      'invalidParameter',
      `Invalid value '${String(size)}'. Values must be within the range: [1, 1000]`,
    );
  return size;
}

/** A page token belongs to its query and order. */
function pageToken(from: number, key: string): string {
  return `~!!~${Buffer.from(JSON.stringify([from, key])).toString('base64url')}`;
}

function firstIndex(token: string | undefined, key: string): number {
  if (token === undefined) return 0;
  const decoded = Buffer.from(token.slice(4), 'base64url').toString();
  const from = Number(/^\[(\d+),/.exec(decoded)?.[1]);
  if (pageToken(from, key) !== token) throw invalidValue(METHOD);
  return from;
}

const plain = new Intl.Collator('en');
const natural = new Intl.Collator('en', { numeric: true });
const sizeOf = (file: StoredFile): number => contentOf(file)?.length ?? 0;
const KEYS: Readonly<Record<string, Compare>> = {
  createdTime: (a, b) => a.createdTime - b.createdTime,
  modifiedTime: (a, b) => a.modifiedTime - b.modifiedTime,
  name: (a, b) => plain.compare(a.name, b.name),
  name_natural: (a, b) => natural.compare(a.name, b.name),
  // Ascending `folder` puts folders first; https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list
  folder: (a, b) => Number(b.mimeType === FOLDER_MIME) - Number(a.mimeType === FOLDER_MIME),
  starred: (a, b) => Number(b.starred) - Number(a.starred),
  quotaBytesUsed: (a, b) => sizeOf(a) - sizeOf(b),
};
const NOT_EMULATED_KEYS = ['modifiedByMeTime', 'recency', 'sharedWithMeTime', 'viewedByMeTime'];

/** Without `orderBy`, what was changed last comes first. */
function order(orderBy: string): Compare {
  const keys = (orderBy.trim() === '' ? 'modifiedTime desc,createdTime desc' : orderBy)
    .split(',')
    .map((part): Compare => {
      const [name = '', direction, ...rest] = part.trim().split(/\s+/);
      if (NOT_EMULATED_KEYS.includes(name)) throw new NotEmulated(`${METHOD} ordered by ${name}`);
      const compare = KEYS[name];
      if (compare === undefined || rest.length > 0 || (direction !== undefined && direction !== 'desc'))
        throw invalidValue(METHOD);
      return direction === 'desc' ? (a, b) => compare(b, a) : compare;
    });
  return (a, b) => keys.reduce((sign, compare) => (sign === 0 ? compare(a, b) : sign), 0);
}

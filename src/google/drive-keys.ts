// Effect keys on Drive files: by them a file made by an attempt that died is found again.

import { driveApi } from './advanced';

export const FORM_MIME = 'application/vnd.google-apps.form';
export const FOLDER_MIME = 'application/vnd.google-apps.folder';

/** Name of the private app property that holds the effect key (name and value together: at most 124 bytes). */
export const EFFECT_KEY = 'vr';

/** Ids of files (not in the bin) with this effect key, oldest first. */
export function filesByKey(key: string): string[] {
  const { files = [] } = driveApi().Files.list({
    q: `appProperties has { key='${EFFECT_KEY}' and value='${quoted(key)}' } and trashed = false`,
    orderBy: 'createdTime',
    fields: 'files(id)',
  });
  return files.flatMap((file) => (file.id === undefined ? [] : [file.id]));
}

/** Ids of the product's files of a type that lie in the bin, by themselves or with their folder (`drive.file` shows no others). */
export function idsInBin(mimeType: string): ReadonlySet<string> {
  const { files = [] } = driveApi().Files.list({
    q: `mimeType = '${mimeType}' and trashed = true`,
    pageSize: 1000,
    fields: 'files(id)',
  });
  return new Set(files.flatMap(({ id }) => (id === undefined ? [] : [id])));
}

/** A text inside a Drive query's quotes. https://developers.google.com/workspace/drive/api/guides/search-files */
export function quoted(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
}

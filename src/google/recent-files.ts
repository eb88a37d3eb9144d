// The product's own files that changed last, for the card beside Google Drive.
import { driveApi } from './advanced';
import { EFFECT_KEY, FOLDER_MIME, FORM_MIME } from './drive-keys';

export interface RecentFile {
  readonly name: string;
  readonly link: string;
  readonly isForm: boolean;
}

/** Files looked at: with `drive.file` Drive shows only what the product itself made. */
const LOOKED_AT = 50;

/** Forms and materials (no folders), last changed first; what carries no effect key is not the product's. One call. */
export function recentFiles(most: number): readonly RecentFile[] {
  const { files = [] } = driveApi().Files.list({
    q: `trashed = false and mimeType != '${FOLDER_MIME}'`,
    orderBy: 'modifiedTime desc',
    pageSize: LOOKED_AT,
    fields: 'files(id, name, mimeType, appProperties)',
  });
  return files
    .filter(({ appProperties }) => appProperties?.[EFFECT_KEY] !== undefined)
    .slice(0, most)
    .map(({ id, name, mimeType }) => ({
      name: name ?? '',
      link: `https://drive.google.com/open?id=${id ?? ''}`,
      isForm: mimeType === FORM_MIME,
    }));
}

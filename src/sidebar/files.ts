// Reads a chosen file into base64, as the server takes it.
import type { FileInput } from './fields';

/** Largest file taken, bytes: base64 makes it a third larger, and the server must hold it in one call. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export type FileOutcome =
  { readonly ok: true; readonly file: FileInput } | { readonly ok: false; readonly reason: 'tooLarge' | 'unreadable' };

/** As much of a browser's File as is looked at here. */
export interface ChosenFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** Reads a file; `readDataUrl` gives its `data:` address (FileReader in the page). Never rejects. */
export async function readChosenFile<F extends ChosenFile>(
  file: F,
  readDataUrl: (file: F) => Promise<string>,
): Promise<FileOutcome> {
  if (file.size > MAX_FILE_BYTES) return { ok: false, reason: 'tooLarge' };
  try {
    const dataUrl = await readDataUrl(file);
    // An empty file's address may have no comma at all.
    const comma = dataUrl.indexOf(',');
    return {
      ok: true,
      file: {
        name: file.name,
        contentType: file.type === '' ? 'application/octet-stream' : file.type,
        base64: comma < 0 ? '' : dataUrl.slice(comma + 1),
      },
    };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

/** Bytes that a base64 text stands for. */
export function bytesOf(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}

/** The browser's own reading. See https://developer.mozilla.org/docs/Web/API/FileReader/readAsDataURL */
export function readDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      if (typeof reader.result === 'string') resolve(reader.result);
      else reject(new Error('no text'));
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('unreadable'));
    };
    reader.readAsDataURL(file);
  });
}

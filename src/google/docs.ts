// The documents port on the advanced services Docs v1 and Drive v3: one call to make a document, one to fill it.
import type { Docs as DocsPort } from '../app/ports/drive';
import { createDriveFile, docsApi } from './advanced';
import { unlessStatus } from './api-error';
import { EFFECT_KEY, filesByKey, idsInBin } from './drive-keys';
import { reworded } from './docs/reword';
import { isBlank, rewrite, writeAll } from './docs/rewrite';

const DOCUMENT_MIME = 'application/vnd.google-apps.document';
/** What is asked of a document before our parts of it are written anew: where they and everything else lie. */
const PLACES =
  'revisionId,namedRanges,body(content(startIndex,endIndex,table(rows),paragraph(elements(textRun(content)))))';

export function createDocs(): DocsPort {
  return {
    find: (key) => filesByKey(key)[0],
    inBin: () => idsInBin(DOCUMENT_MIME),

    // Made through Drive, as forms are: the effect key is attached in the same call, and Docs' own `create` knows no folder.
    // (Ids taken beforehand are not for Google's own formats.) People it is shared with may write, but not share it on.
    create: (key, name, folderId) =>
      createDriveFile({
        name,
        mimeType: DOCUMENT_MIME,
        appProperties: { [EFFECT_KEY]: key },
        parents: [folderId],
        writersCanShare: false,
      }),

    fill(documentId, model) {
      docsApi().Documents.batchUpdate({ requests: [...writeAll(model)] }, documentId);
    },

    write(documentId, model) {
      const document = unlessStatus<GoogleAppsScript.Docs.Schema.Document | undefined>(
        () => docsApi().Documents.get(documentId, { fields: PLACES }),
        [404],
        () => undefined,
      );
      if (document === undefined) return false;
      const requests = isBlank(document) ? writeAll(model) : rewrite(document, model);
      const { revisionId } = document;
      if (requests.length > 0)
        // Somebody has typed meanwhile: Docs refuses, and the step is repeated with the places as they are then.
        docsApi().Documents.batchUpdate(
          {
            requests: [...requests],
            ...(revisionId === undefined ? {} : { writeControl: { requiredRevisionId: revisionId } }),
          },
          documentId,
        );
      return true;
    },

    reword(documentId, mentions, stand) {
      const document = unlessStatus<GoogleAppsScript.Docs.Schema.Document | undefined>(
        () => docsApi().Documents.get(documentId, { fields: 'revisionId,body' }),
        [404],
        () => undefined,
      );
      const requests = reworded(document?.body?.content ?? [], mentions, stand);
      if (requests.length === 0) return;
      const { revisionId } = document ?? {};
      docsApi().Documents.batchUpdate(
        { requests, ...(revisionId === undefined ? {} : { writeControl: { requiredRevisionId: revisionId } }) },
        documentId,
      );
    },

    link: (documentId) => `https://docs.google.com/document/d/${documentId}/edit`,
  };
}

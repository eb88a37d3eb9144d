// What Drive has to know of Google documents.
import type { World } from '../../runtime/world';
import { DOCUMENT_MIME, copyDocument, createDocument, deleteDocument } from './state';

/** Tells Drive how Google documents are created, copied, deleted and linked. */
export function registerDocumentKind(world: World): void {
  world.fileKinds.set(DOCUMENT_MIME, {
    created: ({ id }) => {
      createDocument(world, id);
    },
    copied: (source, copy) => {
      copyDocument(world, source.id, copy.id);
    },
    deleted: ({ id }) => {
      deleteDocument(world, id);
    },
    link: ({ id }) => `https://docs.google.com/document/d/${id}/edit`,
  });
}

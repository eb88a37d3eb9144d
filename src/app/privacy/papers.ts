// Files about personal data: kept in a folder of their own on the director's Drive, shared with nobody.
import { Ledger, effectKey } from '../effects';
import type { Ports } from '../ports';

export interface Paper {
  readonly folderId: string;
  readonly fileId: string;
}

/** Ids for a file and for the folder, if that has to be made; taken before anything is, so that a repeated attempt finds the first. */
export function paperIds(ports: Ports): Paper {
  const standing = new Ledger(ports, '').ref(folderKey(ports));
  const [fileId = '', folderId = ''] = ports.files.newIds(standing === undefined ? 2 : 1);
  return { folderId: standing ?? folderId, fileId };
}

/**
 * Writes the file (once, whatever dies when) and gives its link. Text in UTF-8.
 * @param whose the code of the person whose data are in it; ''  when it holds nobody's
 */
export function writePaper(
  ports: Ports,
  run: string,
  { folderId, fileId }: Paper,
  file: { readonly name: string; readonly contentType: string; readonly text: string },
  whose = '',
): string {
  const key = effectKey(ports, 'paper', fileId);
  const folder = folderKey(ports);
  const title = ports.words.say({ code: 'papers.folder' });
  // No run's: the folder stays when the run that happened to need it first is undone.
  const shelf = new Ledger(ports, '');
  shelf.intend([{ key: folder, kind: 'folder', what: title, who: '', ref: folderId }]);
  shelf.settle([{ key: folder, state: 'done' }]);
  const ledger = new Ledger(ports, run);
  ledger.intend([{ key, kind: 'paper', what: file.name, who: whose, ref: fileId }]);
  ports.files.createFolder({ folderId, key: folder, name: title, parent: undefined });
  ports.files.createFile({
    fileId,
    key,
    name: file.name,
    parent: folderId,
    description: '',
    contentType: file.contentType,
    base64: ports.base64(file.text),
  });
  ledger.settle([{ key, state: 'done' }]);
  return ports.files.link(fileId);
}

const folderKey = (ports: Ports): string => effectKey(ports, 'folder', 'papers');

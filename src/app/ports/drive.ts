// Files, folders and documents.
import type { DocumentModel } from '../../domain/document/document';
import type { Mention } from '../../domain/personal/person';

export interface FileSpec {
  readonly fileId: string;
  readonly key: string;
  readonly name: string;
  readonly parent: string;
  readonly description: string;
}

export interface Files {
  /** Ids to be used for new folders and files, so that a repeated attempt finds the first. */
  newIds(count: number): readonly string[];
  /** Makes a folder with this id; an id already taken means it was made before. */
  createFolder(folder: {
    readonly folderId: string;
    readonly key: string;
    readonly name: string;
    readonly parent: string | undefined;
  }): void;
  /** Uploads content; an id already taken means it was uploaded before. */
  createFile(file: FileSpec & { readonly contentType: string; readonly base64: string }): void;
  trash(fileId: string): void;
  /** Deletes it for good, past the bin; gone is fine. */
  remove(fileId: string): void;
  /** Everything the product has made and that is not in the bin: a call a thousand. */
  own(): readonly { readonly fileId: string; readonly name: string; readonly description: string }[];
  rename(fileId: string, name: string, description: string): void;
  /** Takes it out of the bin; what is gone for good stays gone. What lies in the bin only because of its folder comes with that. */
  restore(fileId: string): void;
  /** Takes the right to open it back; a right that is not there is fine. */
  unshare(fileId: string, email: string): void;
  /** Lets somebody open it, without a notification mail; false when Drive refuses the address. */
  share(fileId: string, email: string, role: 'reader' | 'writer'): boolean;
  link(fileId: string): string;
}

/** Google documents that hold parts of ours between paragraphs of people. */
export interface Docs {
  /** The document made earlier for this effect key, if it is there and not in the bin. */
  find(key: string): string | undefined;
  /** Ids of the product's documents that lie in the bin, by themselves or with their folder. One call. */
  inBin(): ReadonlySet<string>;
  /** Makes a blank document with the effect key attached in the same call. Those it is shared with cannot share it on. */
  create(key: string, name: string, folderId: string): string;
  /** Writes everything into a document just made. One call. */
  fill(documentId: string, model: DocumentModel): void;
  /**
   * Writes our parts anew and leaves every other paragraph alone; a document that is still blank gets everything. Two calls. False
   * when the document is gone.
   */
  write(documentId: string, model: DocumentModel): boolean;
  /** Puts `stand` in the place of every mention, wherever in the body it is; gone documents are fine. One call, two where there is any. */
  reword(documentId: string, mentions: (text: string) => readonly Mention[], stand: string): void;
  link(documentId: string): string;
}

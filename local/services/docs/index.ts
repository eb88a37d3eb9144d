// The advanced service Docs v1 of the local Workspace. https://developers.google.com/workspace/docs/api/reference/rest
import { addSchemaMakers } from '../../runtime/schemas';
import { ApiError, NotEmulated, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { compareRoles, roleOf, visibleFile } from '../drive/access';
import { isRecord, readOptions, textOption } from '../drive/errors';
import { selectFields } from '../drive/fields';
import type { FieldSchema } from '../drive/fields';
import { findFile } from '../drive/registry';
import type { StoredFile } from '../drive/registry';
import { BadEdit, Editor } from './editor';
import { registerDocumentKind } from './kind';
import { applyRequest, readRequest } from './requests';
import { documentResource } from './resource';
import { DOCUMENT_MIME, createDocument, documentIds, loadContent, revisionOf, saveContent } from './state';

type Document = GoogleAppsScript.Docs.Schema.Document;
type BatchUpdate = GoogleAppsScript.Docs.Schema.BatchUpdateDocumentRequest;
type BatchUpdateResponse = GoogleAppsScript.Docs.Schema.BatchUpdateDocumentResponse;

const DOCUMENT: FieldSchema = {
  documentId: 'leaf',
  title: 'leaf',
  revisionId: 'leaf',
  suggestionsViewMode: 'leaf',
  body: 'any',
  namedRanges: 'any',
  lists: 'any',
  inlineObjects: 'any',
  documentStyle: 'unknown',
  namedStyles: 'unknown',
  headers: 'unknown',
  footers: 'unknown',
  footnotes: 'unknown',
  positionedObjects: 'unknown',
  suggestedDocumentStyleChanges: 'unknown',
  suggestedNamedStylesChanges: 'unknown',
  tabs: 'unknown',
};

class DocumentsCollection extends ServiceObject {
  readonly _name = 'Docs.Documents';
  readonly #world: World;
  constructor(world: World) {
    super();
    this.#world = world;
  }

  /** Makes a blank document in My Drive; of the resource only the title counts. https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/create */
  create(resource: Document): Document {
    const method = 'docs.documents.create';
    const title: unknown = isRecord(resource) ? resource['title'] : undefined;
    // Without a title the name is in the language of the user's account.
    if (typeof title !== 'string' || title === '') throw new NotEmulated(`${method} without a title`);
    this.#world.spend('documents.created', 1, 'docs');
    const file = this.#world.files.register({ name: title, mimeType: DOCUMENT_MIME });
    createDocument(this.#world, file.id);
    return this.#resource(method, file.id);
  }

  /** https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/get */
  get(documentId: string, optionalArgs?: unknown): Document {
    const method = 'docs.documents.get';
    const options = readOptions(method, optionalArgs, ['fields']);
    this.#find(method, documentId);
    const document = this.#resource(method, documentId);
    const fields = textOption(method, options, 'fields');
    return fields === undefined ? document : (selectFields(method, fields, DOCUMENT, document) as Document);
  }

  /**
   * Applies all requests or, when one is refused, none.
   * https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/batchUpdate
   */
  batchUpdate(resource: BatchUpdate, documentId: string): BatchUpdateResponse {
    const method = 'docs.documents.batchUpdate';
    const world = this.#world;
    const file = this.#find(method, documentId);
    const role = roleOf(world, file);
    if (role === undefined || compareRoles(role, 'writer') < 0)
      throw new ApiError(method, 403, 'forbidden', 'The caller does not have permission');
    const body: Record<string, unknown> = isRecord(resource) ? resource : {};
    this.#checkRevision(method, documentId, body['writeControl']);
    const requests: unknown = body['requests'];
    if (!Array.isArray(requests) || requests.length === 0)
      throw new ApiError(method, 400, 'badRequest', 'Must specify at least one request.');
    const content = loadContent(world, documentId);
    if (content === undefined) throw new NotEmulated(`${method} of a document without content`);
    const editor = new Editor(content);
    const replies = requests.map((request: unknown, i) => {
      const { kind, body: inner } = readRequest(request);
      try {
        return applyRequest(editor, kind, inner, {
          // As in Docs: no capitals. The id is remembered as it is given out, so that a snapshot knows it for one.
          newId: (length) => world.issued(world.nextId(length).toLowerCase()),
          picture: (uri) => {
            this.#picture(uri);
          },
        });
      } catch (error) {
        if (error instanceof BadEdit)
          throw new ApiError(method, 400, 'badRequest', `Invalid requests[${String(i)}].${kind}: ${error.message}`);
        throw error;
      }
    });
    saveContent(world, documentId, content);
    world.files.touch(documentId);
    return { documentId, replies, writeControl: { requiredRevisionId: revisionOf(world, documentId) } };
  }

  #find(method: string, documentId: unknown): StoredFile {
    const file = typeof documentId === 'string' ? visibleFile(this.#world, documentId) : undefined;
    if (file === undefined) throw new ApiError(method, 404, 'notFound', 'Requested entity was not found.');
    if (file.mimeType !== DOCUMENT_MIME)
      throw new ApiError(method, 400, 'failedPrecondition', 'This operation is not supported for this document');
    return file;
  }

  #resource(method: string, id: string): Document {
    const content = loadContent(this.#world, id);
    if (content === undefined) throw new NotEmulated(`${method} of a document without content`);
    const title = this.#world.files.find(id)?.name ?? '';
    return documentResource(id, title, revisionOf(this.#world, id), content);
  }

  #checkRevision(method: string, id: string, control: unknown): void {
    if (control === undefined || control === null) return;
    const { requiredRevisionId, ...rest } = isRecord(control) ? control : {};
    if (Object.values(rest).some((value) => value !== undefined))
      throw new NotEmulated(`${method} with targetRevisionId`);
    if (requiredRevisionId !== undefined && requiredRevisionId !== revisionOf(this.#world, id))
      throw new ApiError(
        method,
        400,
        'badRequest',
        `The required revision ID '${String(requiredRevisionId)}' does not match the latest revision.`,
      );
  }

  /** Only pictures in this Workspace's own Drive can be looked at; live Docs fetches them from outside, so they must be public. */
  #picture(uri: string): void {
    const id = /^https:\/\/drive\.google\.com\/uc\?(?:.*&)?id=([\w-]+)/.exec(uri)?.[1];
    const file = findFile(this.#world, id ?? '');
    if (file === undefined) throw new NotEmulated(`a picture from ${uri}`);
    const shared = file.permissions.some(({ type }) => type === 'anyone');
    if (!shared || !/^image\/(png|jpeg|gif)$/.test(file.mimeType))
      throw new BadEdit(
        'There was a problem retrieving the image. The provided image should be publicly accessible, within size limit, and in supported formats.',
      );
  }
}

class DocsService extends ServiceObject {
  readonly _name = 'Docs';
  readonly Documents: DocumentsCollection;
  constructor(world: World) {
    super();
    this.Documents = new DocumentsCollection(world);
  }
  override get _free(): ReadonlySet<string> {
    return MAKERS;
  }
}

/** https://developers.google.com/workspace/docs/api/reference/rest */
const MAKERS = addSchemaMakers(DocsService, [
  'BatchUpdateDocumentRequest',
  'Color',
  'CreateNamedRangeRequest',
  'CreateParagraphBulletsRequest',
  'DeleteContentRangeRequest',
  'DeleteNamedRangeRequest',
  'DeleteParagraphBulletsRequest',
  'Dimension',
  'Document',
  'EndOfSegmentLocation',
  'InsertPageBreakRequest',
  'InsertTableRequest',
  'InsertTableRowRequest',
  'InsertTextRequest',
  'Link',
  'Location',
  'OptionalColor',
  'ParagraphStyle',
  'Range',
  'ReplaceAllTextRequest',
  'Request',
  'RgbColor',
  'Size',
  'SubstringMatchCriteria',
  'TableCellLocation',
  'TableCellStyle',
  'TableColumnProperties',
  'TextStyle',
  'UpdateParagraphStyleRequest',
  'UpdateTableColumnPropertiesRequest',
  'UpdateTextStyleRequest',
  'WeightedFontFamily',
  'WriteControl',
]);

/** The global `Docs`: advanced Docs v1. Also tells Drive how Google documents are created, copied, deleted and linked. */
export function createDocsService(world: World): DocsService {
  registerDocumentKind(world);
  return new DocsService(world);
}

/** A document as plain JSON, for exporters and snapshots. Undefined when there is none with this id. */
export function readDocument(world: World, id: string): Document | undefined {
  const content = loadContent(world, id);
  if (content === undefined) return undefined;
  return documentResource(id, world.files.find(id)?.name ?? '', revisionOf(world, id), content);
}

/** All documents, oldest first. */
export function readDocuments(world: World): Document[] {
  return documentIds(world).flatMap((id) => readDocument(world, id) ?? []);
}

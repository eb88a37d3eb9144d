// The advanced service Drive v3 of the local Workspace and its plain-JSON view.
import { addSchemaMakers } from '../../runtime/schemas';
import { ApiError, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { registerDocumentKind } from '../docs/kind';
import { isTrashed } from './access';
import { readOptions, textOption } from './errors';
import { selectFields } from './fields';
import { FilesCollection } from './files';
import { PermissionsCollection } from './permissions';
import { createDriveRegistry, driveState } from './registry';
import { ABOUT, contentOf, userResource } from './resource';

export {
  createDriveRegistry,
  addForeignFile,
  grantToApp,
  markForeign,
  setOnlyAppFiles,
  withAllFiles,
} from './registry';
export { readDrive } from './view';
export type { DriveFileView, DriveView } from './view';

/** Storage of a personal account, bytes; of an organisation it depends on the contract. https://support.google.com/drive/answer/9312312 */
const CONSUMER_LIMIT = 15 * 1024 ** 3;

class AboutCollection extends ServiceObject {
  readonly _name = 'Drive.About';
  readonly #world: World;
  constructor(world: World) {
    super();
    this.#world = world;
  }

  /** https://developers.google.com/workspace/drive/api/reference/rest/v3/about/get */
  get(optionalArgs?: unknown): GoogleAppsScript.Drive_v3.Drive.V3.Schema.About {
    const method = 'drive.about.get';
    const options = readOptions(method, optionalArgs, ['fields']);
    const fields = textOption(method, options, 'fields');
    if (fields === undefined)
      throw new ApiError(method, 400, 'required', "The 'fields' parameter is required for this method.");
    const mine = Object.values(driveState(this.#world).files).filter(
      ({ owner }) => owner === this.#world.effectiveUser,
    );
    const bytes = (files: typeof mine): string =>
      String(files.reduce((sum, file) => sum + (contentOf(file)?.length ?? 0), 0));
    return selectFields(method, fields, ABOUT, {
      kind: 'drive#about',
      user: userResource(this.#world, this.#world.effectiveUser),
      storageQuota: {
        ...(this.#world.edition === 'consumer' ? { limit: String(CONSUMER_LIMIT) } : {}),
        usage: bytes(mine),
        usageInDrive: bytes(mine),
        usageInDriveTrash: bytes(mine.filter((file) => isTrashed(this.#world, file))),
      },
    }) as GoogleAppsScript.Drive_v3.Drive.V3.Schema.About;
  }
}

class DriveService extends ServiceObject {
  readonly _name = 'Drive';
  readonly Files: FilesCollection;
  readonly Permissions: PermissionsCollection;
  readonly About: AboutCollection;
  constructor(world: World) {
    super();
    this.Files = new FilesCollection(world);
    this.Permissions = new PermissionsCollection(world);
    this.About = new AboutCollection(world);
  }
  override get _free(): ReadonlySet<string> {
    return MAKERS;
  }
}

/** https://developers.google.com/workspace/drive/api/reference/rest/v3 */
const MAKERS = addSchemaMakers(DriveService, ['File', 'FileContentHints', 'FileShortcutDetails', 'Permission']);

/**
 * The global `Drive`: advanced Drive v3. Also gives the world its file registry. Google documents can be created through
 * Drive even where the Docs service is not enabled.
 */
export function createDriveService(world: World): DriveService {
  registerDocumentKind(world);
  world.files = createDriveRegistry(world);
  return new DriveService(world);
}

// Drive as plain JSON, for exporters, snapshots and the browser.
import type { World } from '../../runtime/world';
import { effectivePermissions, isTrashed } from './access';
import { driveState } from './registry';
import { contentOf, viewLink } from './resource';

/** A file as people see it. Times are ISO 8601, content is base64. */
export interface DriveFileView {
  id: string;
  name: string;
  mimeType: string;
  parents: string[];
  description: string;
  owner: string;
  trashed: boolean;
  starred: boolean;
  createdTime: string;
  modifiedTime: string;
  appProperties: Record<string, string>;
  properties: Record<string, string>;
  permissions: { id: string; type: string; role: string; emailAddress?: string }[];
  link: string;
  ofApp: boolean;
  size?: number;
  content?: string;
  shortcutTargetId?: string;
}

export interface DriveView {
  /** My Drive of each user. */
  roots: { user: string; id: string }[];
  /** Every file in order of creation, My Drive folders included. */
  files: DriveFileView[];
}

/** Everything in Drive. */
export function readDrive(world: World): DriveView {
  const { files, roots } = driveState(world);
  return {
    roots: Object.entries(roots).map(([user, id]) => ({ user, id })),
    files: Object.values(files).map((file): DriveFileView => {
      const content = contentOf(file);
      return {
        id: file.id,
        name: file.name,
        mimeType: file.mimeType,
        parents: [...file.parents],
        description: file.description,
        owner: file.owner,
        trashed: isTrashed(world, file),
        starred: file.starred,
        createdTime: new Date(file.createdTime).toISOString(),
        modifiedTime: new Date(file.modifiedTime).toISOString(),
        appProperties: { ...file.appProperties },
        properties: { ...file.properties },
        permissions: effectivePermissions(world, file).map(({ id, type, role, emailAddress }) => ({
          id,
          type,
          role,
          ...(emailAddress === undefined ? {} : { emailAddress }),
        })),
        link: viewLink(world, file),
        ofApp: file.ofApp,
        ...(content === undefined ? {} : { size: content.length, content: content.toString('base64') }),
        ...(file.shortcut === undefined ? {} : { shortcutTargetId: file.shortcut.targetId }),
      };
    }),
  };
}

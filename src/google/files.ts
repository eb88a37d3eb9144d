// The files port on the advanced Drive service: folders and files with ids taken beforehand.
import type { Files } from '../app/ports/drive';
import { createDriveFile, driveApi } from './advanced';
import { reasonOf, unlessStatus } from './api-error';
import { EFFECT_KEY, FOLDER_MIME } from './drive-keys';

/** `generateIds` gives at most this many at a time. https://developers.google.com/workspace/drive/api/reference/rest/v3/files/generateIds */
const IDS_AT_ONCE = 1000;

/**
 * Reasons that mean the address: it has no Google account, or the domain does not let files out to it. Whatever else is refused with 400
 * or 403 (limits, rights) is nobody's address. https://developers.google.com/workspace/drive/api/guides/handle-errors names
 * `invalidSharingRequest` only.
 */
const ADDRESS_REFUSED = /^(invalid|invalidSharingRequest|cannot(Invite|Share)\w+|share(In|Out)\w+)$/;

export function createFiles(): Files {
  /** A taken id means that an earlier attempt got through: exactly what was wanted. */
  const onceOnly = (make: () => unknown): void => {
    unlessStatus(make, [409], () => undefined);
  };

  const setTrashed = (fileId: string, trashed: boolean): void => {
    unlessStatus(
      () => {
        driveApi().Files.update({ trashed }, fileId);
      },
      [404],
      () => undefined,
    );
  };

  return {
    newIds(count) {
      const ids: string[] = [];
      while (ids.length < count) {
        const { ids: more = [] } = driveApi().Files.generateIds({
          count: Math.min(IDS_AT_ONCE, count - ids.length),
          space: 'drive',
        });
        if (more.length === 0) throw new Error('Drive gave no ids');
        ids.push(...more);
      }
      return ids;
    },

    createFolder({ folderId, key, name, parent }) {
      onceOnly(() =>
        createDriveFile({
          id: folderId,
          name,
          mimeType: FOLDER_MIME,
          appProperties: { [EFFECT_KEY]: key },
          ...(parent === undefined ? {} : { parents: [parent] }),
        }),
      );
    },

    createFile({ fileId, key, name, parent, description, contentType, base64 }) {
      const content = Utilities.newBlob(Utilities.base64Decode(base64), contentType, name);
      onceOnly(() =>
        createDriveFile(
          { id: fileId, name, description, parents: [parent], appProperties: { [EFFECT_KEY]: key } },
          content,
        ),
      );
    },

    trash(fileId) {
      setTrashed(fileId, true);
    },

    restore(fileId) {
      setTrashed(fileId, false);
    },

    remove(fileId) {
      unlessStatus(
        () => {
          driveApi().Files.remove(fileId);
        },
        [404],
        () => undefined,
      );
    },

    own() {
      const found: { fileId: string; name: string; description: string }[] = [];
      let pageToken: string | undefined;
      do {
        const page = driveApi().Files.list({
          q: 'trashed = false',
          pageSize: 1000,
          fields: 'nextPageToken,files(id,name,description)',
          ...(pageToken === undefined ? {} : { pageToken }),
        });
        for (const { id = '', name = '', description = '' } of page.files ?? [])
          found.push({ fileId: id, name, description });
        pageToken = page.nextPageToken;
      } while (pageToken !== undefined);
      return found;
    },

    rename(fileId, name, description) {
      driveApi().Files.update({ name, description }, fileId);
    },

    share(fileId, emailAddress, role) {
      try {
        driveApi().Permissions.create({ type: 'user', role, emailAddress }, fileId, { sendNotificationEmail: false });
        return true;
      } catch (error) {
        if (ADDRESS_REFUSED.test(reasonOf(error) ?? '')) return false;
        throw error;
      }
    },

    unshare(fileId, email) {
      // What is gone (the file, or the right) needs no taking back.
      const { permissions = [] } = unlessStatus(
        () => driveApi().Permissions.list(fileId, { fields: 'permissions(id, emailAddress, role)' }),
        [404],
        () => ({ permissions: [] }),
      );
      for (const { id, emailAddress, role } of permissions) {
        if (id === undefined || role === 'owner' || emailAddress?.toLowerCase() !== email) continue;
        unlessStatus(
          () => {
            driveApi().Permissions.remove(fileId, id);
          },
          [404],
          () => undefined,
        );
      }
    },

    link: (fileId) => `https://drive.google.com/open?id=${fileId}`,
  };
}

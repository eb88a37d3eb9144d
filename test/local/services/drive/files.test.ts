// Drive.Files of the local Workspace behaves as the Drive v3 documentation says.
import { ScriptBlob, textBlob } from '../../../../local/services/utilities/blob';
import { addForeignFile, grantToApp, readDrive, setOnlyAppFiles } from '../../../../local/services/drive';
import { DIRECTOR, FOLDER, FORM, START, TEACHER, idOf, refusal, setup } from './world';

const SHORTCUT = 'application/vnd.google-apps.shortcut';

describe('Files.create (https://developers.google.com/workspace/drive/api/reference/rest/v3/files/create)', () => {
  it('answers only kind, id, name and mimeType unless fields asks for more', () => {
    const { Drive } = setup();
    const folder = Drive.Files.create({ name: 'Банк', mimeType: FOLDER, description: 'x' });
    expect(Object.keys(folder).sort()).toEqual(['id', 'kind', 'mimeType', 'name']);
    expect(folder).toMatchObject({ kind: 'drive#file', name: 'Банк', mimeType: FOLDER });
  });

  it('puts a file without parents into My Drive and gives it the name Untitled', () => {
    const { Drive, world } = setup();
    const file = Drive.Files.create({}, undefined, { fields: 'name,mimeType,parents,size,md5Checksum' });
    expect(file).toEqual({
      name: 'Untitled',
      mimeType: 'application/octet-stream',
      parents: [readDrive(world).roots[0]?.id],
      size: '0',
      md5Checksum: 'd41d8cd98f00b204e9800998ecf8427e',
    });
  });

  it('takes content from a blob, its type too, and tells size and MD5', () => {
    const { Drive } = setup();
    const blob = textBlob('привет', 'text/plain', 'a.txt');
    const file = Drive.Files.create({ name: 'Памятка.txt' }, blob, {
      fields: 'mimeType,size,md5Checksum,fileExtension,createdTime',
    });
    expect(file).toEqual({
      mimeType: 'text/plain',
      size: '12',
      md5Checksum: '608333adc72f545078ede3aad71bfe74',
      fileExtension: 'txt',
      createdTime: new Date(START).toISOString(),
    });
  });

  it('refuses content that is not a Blob', () => {
    const { Drive } = setup();
    expect(() => Drive.Files.create({ name: 'x' }, { fields: 'id' })).toThrow(
      'The mediaData parameter only supports Blob types for upload.',
    );
  });

  it('has the content of a Google-native file made by its own service and links to it', () => {
    const { Drive, forms } = setup();
    const form = Drive.Files.create({ name: 'Опрос', mimeType: FORM }, undefined, { fields: 'id,webViewLink' });
    expect(forms).toEqual([`created ${idOf(form)}`]);
    expect(form.webViewLink).toBe(`https://docs.google.com/forms/d/${idOf(form)}/edit`);
  });

  it('does not make up a Google-native kind nobody emulates, nor a conversion', () => {
    const { Drive } = setup();
    expect(() => Drive.Files.create({ name: 'x', mimeType: 'application/vnd.google-apps.drawing' })).toThrow(
      'NotEmulated: drive.files.create of application/vnd.google-apps.drawing',
    );
    expect(() => Drive.Files.create({ name: 'x', mimeType: FORM }, textBlob('a'))).toThrow('NotEmulated');
  });

  // https://developers.google.com/workspace/drive/api/guides/ref-single-parent
  it('takes exactly one parent, which must be a folder the application can see', () => {
    const { Drive, world } = setup();
    const a = idOf(Drive.Files.create({ mimeType: FOLDER }));
    const b = idOf(Drive.Files.create({ mimeType: FOLDER }));
    const file = idOf(Drive.Files.create({ parents: [a] }));
    expect(refusal(() => Drive.Files.create({ parents: [a, b] }))).toMatchObject({
      code: 403,
      reason: 'cannotAddParent',
    });
    expect(refusal(() => Drive.Files.create({ parents: [file] }))).toMatchObject({
      code: 403,
      reason: 'parentNotAFolder',
    });
    const foreign = addForeignFile(world, { name: 'Чужая', mimeType: FOLDER });
    expect(refusal(() => Drive.Files.create({ parents: [foreign] })).message).toBe(
      `API call to drive.files.create failed with error: File not found: ${foreign}.`,
    );
    expect(Drive.Files.create({ parents: ['root'] }, null, { fields: 'parents' }).parents).toEqual([
      readDrive(world).roots[0]?.id,
    ]);
  });

  it('refuses members that are output only', () => {
    const { Drive } = setup();
    expect(refusal(() => Drive.Files.create({ name: 'x', webViewLink: 'https://example.org' }))).toMatchObject({
      code: 403,
      reason: 'fieldNotWritable',
    });
  });

  // https://developers.google.com/workspace/drive/api/guides/shortcuts
  it('makes a shortcut that knows its target and the target’s type', () => {
    const { Drive } = setup();
    const target = idOf(Drive.Files.create({ name: 'Урок', mimeType: FOLDER }));
    const shortcut = Drive.Files.create(
      { name: 'Ярлык', mimeType: SHORTCUT, shortcutDetails: { targetId: target } },
      null,
      {
        fields: 'id,shortcutDetails(targetId,targetMimeType),size',
      },
    );
    expect(shortcut.shortcutDetails).toEqual({ targetId: target, targetMimeType: FOLDER });
    expect(Drive.Files.list({ q: `shortcutDetails.targetId = '${target}'` }).files?.map(({ id }) => id)).toEqual([
      idOf(shortcut),
    ]);
  });
});

describe('Files.generateIds (https://developers.google.com/workspace/drive/api/guides/create-file)', () => {
  it('gives ten ids unless told how many', () => {
    const { Drive } = setup();
    expect(Drive.Files.generateIds().ids).toHaveLength(10);
    const some = Drive.Files.generateIds({ count: 3, space: 'drive' });
    expect(some).toMatchObject({ kind: 'drive#generatedIds', space: 'drive' });
    expect(new Set(some.ids).size).toBe(3);
    expect(refusal(() => Drive.Files.generateIds({ count: 1001 })).code).toBe(400);
  });

  it('makes a repeated create of a folder or a file a 409 and not a second file', () => {
    const { Drive } = setup();
    const [folder = '', file = ''] = Drive.Files.generateIds({ count: 2 }).ids ?? [];
    Drive.Files.create({ id: folder, name: 'Банк', mimeType: FOLDER });
    Drive.Files.create({ id: file, name: 'a.txt' }, textBlob('a'));
    expect(refusal(() => Drive.Files.create({ id: folder, name: 'Банк', mimeType: FOLDER }))).toEqual({
      code: 409,
      reason: 'fileIdInUse',
      message: 'API call to drive.files.create failed with error: A file already exists with the provided ID.',
    });
    expect(refusal(() => Drive.Files.create({ id: file, name: 'a.txt' })).code).toBe(409);
    expect(Drive.Files.list().files).toHaveLength(2);
  });

  it('does not serve Google’s own documents, nor shortcuts unless made for them', () => {
    const { Drive } = setup();
    const [id = ''] = Drive.Files.generateIds({ count: 1 }).ids ?? [];
    const [own = ''] = Drive.Files.generateIds({ count: 1, type: 'shortcuts' }).ids ?? [];
    expect(refusal(() => Drive.Files.create({ id, name: 'x', mimeType: FORM })).message).toContain(
      'Generated IDs are not supported for Docs Editors formats.',
    );
    const shortcutDetails = { targetId: idOf(Drive.Files.create({ mimeType: FOLDER })) };
    expect(refusal(() => Drive.Files.create({ id, mimeType: SHORTCUT, shortcutDetails }))).toMatchObject({
      code: 400,
      reason: 'invalid',
    });
    expect(Drive.Files.create({ id: own, mimeType: SHORTCUT, shortcutDetails }).id).toBe(own);
  });

  it('refuses an id of the caller’s own making', () => {
    const { Drive } = setup();
    expect(refusal(() => Drive.Files.create({ id: 'mine', name: 'x' })).message).toContain(
      'The provided file ID is not usable.',
    );
  });
});

describe('appProperties and properties (https://developers.google.com/workspace/drive/api/guides/properties)', () => {
  it('hold 124 bytes of key and value together in UTF-8', () => {
    const { Drive } = setup();
    const file = Drive.Files.create({ appProperties: { key1: 'я'.repeat(60) } }, null, { fields: 'appProperties' });
    expect(file.appProperties).toEqual({ key1: 'я'.repeat(60) });
    expect(refusal(() => Drive.Files.create({ appProperties: { key1: `${'я'.repeat(60)}a` } }))).toMatchObject({
      code: 403,
      reason: 'propertyLengthLimitExceeded',
    });
  });

  it('are at most 30 for one application', () => {
    const { Drive } = setup();
    const many = (n: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${String(i)}`, 'v']));
    const id = idOf(Drive.Files.create({ appProperties: many(30) }));
    expect(refusal(() => Drive.Files.update({ appProperties: { more: '1' } }, id)).reason).toBe(
      'propertyCountLimitExceeded',
    );
    expect(refusal(() => Drive.Files.create({ properties: many(31) })).code).toBe(403);
  });

  it('are merged by update; null removes one', () => {
    const { Drive } = setup();
    const id = idOf(Drive.Files.create({ appProperties: { a: '1', b: '2' } }));
    const removal = { b: null, c: '3' } as unknown as Record<string, string>;
    expect(Drive.Files.update({ appProperties: removal }, id, null, { fields: 'appProperties' })).toEqual({
      appProperties: { a: '1', c: '3' },
    });
  });
});

describe('Files.get (https://developers.google.com/workspace/drive/api/reference/rest/v3/files/get)', () => {
  it('does not know a file that is not there, without a name for it', () => {
    const { Drive } = setup();
    expect(refusal(() => Drive.Files.get('nothing'))).toEqual({
      code: 404,
      reason: 'notFound',
      message: 'API call to drive.files.get failed with error: File not found: nothing.',
    });
  });

  // https://developers.google.com/workspace/drive/api/guides/fields-parameter
  it('returns the fields asked for, nested ones too, and refuses unknown ones', () => {
    const { Drive } = setup();
    const id = idOf(Drive.Files.create({ name: 'x', appProperties: { a: '1', b: '2' } }));
    expect(Drive.Files.get(id, { fields: 'name, owners(emailAddress),appProperties/b' })).toEqual({
      name: 'x',
      owners: [{ emailAddress: DIRECTOR }],
      appProperties: { b: '2' },
    });
    expect(Drive.Files.get(id, { fields: '*' })).toMatchObject({ kind: 'drive#file', version: '1', trashed: false });
    expect(refusal(() => Drive.Files.get(id, { fields: 'id,title' }))).toMatchObject({
      code: 400,
      reason: 'invalidParameter',
      message: 'API call to drive.files.get failed with error: Invalid field selection title',
    });
    expect(refusal(() => Drive.Files.get(id, { fields: 'id(' })).code).toBe(400);
  });

  it('refuses fields that exist but are not emulated instead of leaving them out', () => {
    const { Drive } = setup();
    const id = idOf(Drive.Files.create({ name: 'x' }));
    expect(() => Drive.Files.get(id, { fields: 'capabilities/canEdit' })).toThrow('NotEmulated');
    expect(() => Drive.Files.get(id, { acknowledgeAbuse: true, includeLabels: 'x' })).toThrow('NotEmulated');
  });

  it('gives text content with alt=media and nothing for Google-native files', () => {
    const { Drive } = setup();
    const id = idOf(Drive.Files.create({ name: 'a.csv' }, textBlob('ФИО;Предмет', 'text/csv')));
    expect(Drive.Files.get(id, { alt: 'media' })).toBe('ФИО;Предмет');
    const form = idOf(Drive.Files.create({ name: 'Опрос', mimeType: FORM }));
    expect(refusal(() => Drive.Files.get(form, { alt: 'media' })).reason).toBe('fileNotDownloadable');
  });
});

describe('the scope drive.file (https://developers.google.com/workspace/drive/api/guides/api-specific-auth)', () => {
  it('hides what the application neither made nor opened, until it is opened with it', () => {
    const { Drive, world } = setup();
    const id = addForeignFile(world, { name: 'Личное.txt', mimeType: 'text/plain', content: '' });
    expect(refusal(() => Drive.Files.get(id)).code).toBe(404);
    expect(Drive.Files.list().files).toEqual([]);
    expect(refusal(() => Drive.Files.get('root')).code).toBe(404);
    grantToApp(world, id);
    expect(Drive.Files.get(id)).toMatchObject({ name: 'Личное.txt' });
  });

  it('no longer hides it when the manifest asks for the whole Drive', () => {
    const { Drive, world } = setup();
    const id = addForeignFile(world, { name: 'Личное.txt', mimeType: 'text/plain', content: '' });
    setOnlyAppFiles(world, false);
    expect(Drive.Files.list().files?.map((file) => file.id)).toEqual([id]);
    expect(Drive.Files.get('root')).toMatchObject({ mimeType: FOLDER });
  });

  it('does not cover emptying the trash', () => {
    const { Drive, world } = setup();
    const id = idOf(Drive.Files.create({ name: 'x' }));
    Drive.Files.update({ trashed: true }, id);
    expect(
      refusal(() => {
        Drive.Files.emptyTrash();
      }).reason,
    ).toBe('insufficientPermissions');
    setOnlyAppFiles(world, false);
    Drive.Files.emptyTrash();
    expect(refusal(() => Drive.Files.get(id)).code).toBe(404);
  });
});

describe('Files.update (https://developers.google.com/workspace/drive/api/reference/rest/v3/files/update)', () => {
  it('changes only what is given and moves the modification time on', () => {
    const { Drive, world } = setup();
    const id = idOf(Drive.Files.create({ name: 'a', description: 'd' }));
    world.clock.charge(60_000);
    expect(
      Drive.Files.update({ name: 'b' }, id, undefined, { fields: 'name,description,modifiedTime,starred' }),
    ).toEqual({
      name: 'b',
      description: 'd',
      starred: false,
      modifiedTime: new Date(START + 60_000).toISOString(),
    });
  });

  it('replaces content', () => {
    const { Drive } = setup();
    const id = idOf(Drive.Files.create({ name: 'a.txt' }, textBlob('1')));
    Drive.Files.update({}, id, textBlob('22'));
    expect(Drive.Files.get(id, { fields: 'size,version' })).toEqual({ size: '2', version: '2' });
  });

  it('moves a file with addParents and removeParents, never to two folders', () => {
    const { Drive, world } = setup();
    const a = idOf(Drive.Files.create({ name: 'a', mimeType: FOLDER }));
    const b = idOf(Drive.Files.create({ name: 'b', mimeType: FOLDER }));
    const id = idOf(Drive.Files.create({ name: 'x', parents: [a] }));
    expect(refusal(() => Drive.Files.update({}, id, null, { addParents: b })).reason).toBe('cannotAddParent');
    const moved = Drive.Files.update({}, id, null, { addParents: b, removeParents: a, fields: 'parents' });
    expect(moved.parents).toEqual([b]);
    expect(Drive.Files.update({}, id, null, { removeParents: b, fields: 'parents' }).parents).toEqual([
      readDrive(world).roots[0]?.id,
    ]);
  });

  it('refuses parents and id in the body', () => {
    const { Drive } = setup();
    const id = idOf(Drive.Files.create({ name: 'a' }));
    expect(refusal(() => Drive.Files.update({ parents: ['root'] }, id))).toMatchObject({
      code: 403,
      reason: 'fieldNotWritable',
    });
    expect(refusal(() => Drive.Files.update({ id }, id)).reason).toBe('fieldNotWritable');
  });

  // https://developers.google.com/workspace/drive/api/guides/delete
  it('trashes a folder with everything in it, and back', () => {
    const { Drive } = setup();
    const folder = idOf(Drive.Files.create({ name: 'a', mimeType: FOLDER }));
    const id = idOf(Drive.Files.create({ name: 'x', parents: [folder] }));
    Drive.Files.update({ trashed: true }, folder);
    expect(Drive.Files.get(id, { fields: 'trashed,explicitlyTrashed' })).toEqual({
      trashed: true,
      explicitlyTrashed: false,
    });
    expect(Drive.Files.list({ q: 'trashed = false' }).files).toEqual([]);
    Drive.Files.update({ trashed: false }, folder);
    expect(Drive.Files.list({ q: 'trashed = false' }).files).toHaveLength(2);
  });
});

describe('Files.remove (https://developers.google.com/workspace/drive/api/reference/rest/v3/files/delete)', () => {
  it('deletes a folder for good with all that the user owns in it', () => {
    const { Drive, forms } = setup();
    const folder = idOf(Drive.Files.create({ name: 'a', mimeType: FOLDER }));
    const form = idOf(Drive.Files.create({ name: 'Опрос', mimeType: FORM, parents: [folder] }));
    Drive.Files.remove(folder);
    expect(forms).toEqual([`created ${form}`, `deleted ${form}`]);
    expect(refusal(() => Drive.Files.get(form)).code).toBe(404);
    expect(
      refusal(() => {
        Drive.Files.remove(folder);
      }).code,
    ).toBe(404);
  });

  it('is for the owner only', () => {
    const { Drive, world } = setup();
    const id = idOf(Drive.Files.create({ name: 'a' }));
    Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: TEACHER }, id, {
      sendNotificationEmail: false,
    });
    world.user = TEACHER;
    expect(Drive.Files.update({ name: 'b' }, id)).toMatchObject({ name: 'b' });
    expect(
      refusal(() => {
        Drive.Files.remove(id);
      }).reason,
    ).toBe('insufficientFilePermissions');
    expect(refusal(() => Drive.Files.update({ trashed: true }, id)).reason).toBe('insufficientFilePermissions');
  });
});

describe('Files.copy (https://developers.google.com/workspace/drive/api/reference/rest/v3/files/copy)', () => {
  it('copies content and properties next to the original', () => {
    const { Drive } = setup();
    const folder = idOf(Drive.Files.create({ name: 'a', mimeType: FOLDER }));
    const blob = new ScriptBlob(Uint8Array.from([1, 2, 3]), 'image/png', 'p.png');
    const id = idOf(Drive.Files.create({ name: 'p.png', parents: [folder], properties: { p: '1' } }, blob));
    expect(Drive.Files.copy({ name: 'Копия' }, id, { fields: 'name,parents,properties,size' })).toEqual({
      name: 'Копия',
      parents: [folder],
      properties: { p: '1' },
      size: '3',
    });
  });

  it('does not copy folders, nor kinds whose copying nobody emulates', () => {
    const { Drive } = setup();
    const folder = idOf(Drive.Files.create({ name: 'a', mimeType: FOLDER }));
    expect(refusal(() => Drive.Files.copy({ name: 'b' }, folder)).reason).toBe('cannotCopyFile');
    const form = idOf(Drive.Files.create({ name: 'Опрос', mimeType: FORM }));
    expect(() => Drive.Files.copy({ name: 'b' }, form)).toThrow('NotEmulated');
  });
});

describe('the state of Drive', () => {
  it('is plain JSON and survives being written and read', () => {
    const first = setup();
    const id = idOf(first.Drive.Files.create({ name: 'a', appProperties: { k: 'v' } }, textBlob('x')));
    const stored = JSON.parse(JSON.stringify(first.world.stored())) as ReturnType<typeof first.world.stored>;
    const second = setup('workspace', stored);
    expect(readDrive(second.world)).toEqual(readDrive(first.world));
    expect(second.Drive.Files.get(id, { fields: 'appProperties' })).toEqual({ appProperties: { k: 'v' } });
  });
});

describe('About.get (https://developers.google.com/workspace/drive/api/reference/rest/v3/about/get)', () => {
  it('requires fields and tells the user and the storage used', () => {
    const { Drive } = setup('consumer');
    expect(refusal(() => Drive.About.get({})).message).toContain("The 'fields' parameter is required for this method.");
    Drive.Files.create({ name: 'a' }, textBlob('12345'));
    expect(Drive.About.get({ fields: 'user(emailAddress,me),storageQuota' })).toEqual({
      user: { emailAddress: DIRECTOR, me: true },
      storageQuota: { limit: '16106127360', usage: '5', usageInDrive: '5', usageInDriveTrash: '0' },
    });
  });
});

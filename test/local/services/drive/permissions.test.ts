// Drive.Permissions: sharing, inheritance and the mail people get, as the Drive v3 documentation says.
import { readDrive } from '../../../../local/services/drive';
import { DIRECTOR, FOLDER, TEACHER, idOf, refusal, setup } from './world';

describe('Permissions.create (https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/create)', () => {
  it('shares with a person and, unless told not to, sends one mail', () => {
    const { Drive, world } = setup();
    const id = idOf(Drive.Files.create({ name: 'Материалы', mimeType: FOLDER }));
    const permission = Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: TEACHER }, id, {
      emailMessage: 'К занятию',
      fields: 'id,type,role,emailAddress',
    });
    expect(permission).toMatchObject({ type: 'user', role: 'reader', emailAddress: TEACHER });
    expect(world.outbox).toHaveLength(1);
    expect(world.outbox[0]).toMatchObject({ kind: 'share', to: [TEACHER], replyTo: DIRECTOR });
    expect(world.outbox[0]?.text).toContain('К занятию');
    expect(world.outbox[0]?.text).toContain(`https://drive.google.com/drive/folders/${id}`);
    Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: TEACHER }, id, {
      sendNotificationEmail: false,
    });
    expect(world.outbox).toHaveLength(1);
    expect(Drive.Permissions.get(id, permission.id ?? '')).toMatchObject({ role: 'writer' });
  });

  it('opens a file to anyone with the link without any mail', () => {
    const { Drive, world } = setup();
    const id = idOf(Drive.Files.create({ name: 'a' }));
    expect(Drive.Permissions.create({ type: 'anyone', role: 'reader' }, id)).toEqual({
      kind: 'drive#permission',
      id: 'anyoneWithLink',
      type: 'anyone',
      role: 'reader',
    });
    expect(world.outbox).toEqual([]);
    world.user = TEACHER;
    expect(Drive.Files.get(id)).toMatchObject({ name: 'a' });
    expect(Drive.Files.list().files).toEqual([]);
  });

  it('requires type, role and a real address', () => {
    const { Drive } = setup();
    const id = idOf(Drive.Files.create({ name: 'a' }));
    expect(refusal(() => Drive.Permissions.create({ role: 'reader' }, id)).message).toContain(
      'The permission type field is required.',
    );
    expect(refusal(() => Drive.Permissions.create({ type: 'anyone' }, id)).code).toBe(400);
    expect(
      refusal(() => Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: 'нет адреса' }, id)),
    ).toMatchObject({ code: 400, reason: 'invalid' });
  });

  // https://developers.google.com/workspace/drive/api/guides/transfer-file
  it('transfers ownership only when asked to, in an organisation', () => {
    const { Drive, world } = setup();
    const id = idOf(Drive.Files.create({ name: 'a' }));
    const owner = { type: 'user', role: 'owner', emailAddress: TEACHER };
    expect(refusal(() => Drive.Permissions.create(owner, id)).message).toContain('transferOwnership');
    Drive.Permissions.create(owner, id, { transferOwnership: true });
    expect(readDrive(world).files.find((file) => file.id === id)).toMatchObject({ owner: TEACHER });
    expect(
      refusal(() => {
        Drive.Files.remove(id);
      }).reason,
    ).toBe('insufficientFilePermissions');
    const home = setup('consumer');
    const mine = idOf(home.Drive.Files.create({ name: 'a' }));
    expect(refusal(() => home.Drive.Permissions.create(owner, mine, { transferOwnership: true })).reason).toBe(
      'consentRequiredForOwnershipTransfer',
    );
  });
});

describe('Permissions (https://developers.google.com/workspace/drive/api/guides/manage-sharing)', () => {
  it('list the owner and what is inherited from folders', () => {
    const { Drive, world } = setup();
    const folder = idOf(Drive.Files.create({ name: 'f', mimeType: FOLDER }));
    const id = idOf(Drive.Files.create({ name: 'a', parents: [folder] }));
    Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: TEACHER }, folder, {
      sendNotificationEmail: false,
    });
    const { permissions } = Drive.Permissions.list(id, { fields: 'permissions(emailAddress,role)' });
    expect(permissions).toEqual([
      { emailAddress: DIRECTOR, role: 'owner' },
      { emailAddress: TEACHER, role: 'writer' },
    ]);
    expect(Object.keys(Drive.Permissions.list(id).permissions?.[0] ?? {}).sort()).toEqual([
      'id',
      'kind',
      'role',
      'type',
    ]);
    world.user = TEACHER;
    expect(Drive.Files.update({ description: 'моё' }, id, null, { fields: 'description' })).toEqual({
      description: 'моё',
    });
  });

  it('can be changed and taken away', () => {
    const { Drive, world } = setup();
    const id = idOf(Drive.Files.create({ name: 'a' }));
    const permission = idOf(Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: TEACHER }, id));
    expect(Drive.Permissions.update({ role: 'reader' }, id, permission)).toMatchObject({ role: 'reader' });
    expect(refusal(() => Drive.Permissions.update({ role: 'reader', type: 'group' }, id, permission)).reason).toBe(
      'fieldNotWritable',
    );
    world.user = TEACHER;
    expect(refusal(() => Drive.Files.update({ name: 'b' }, id)).reason).toBe('insufficientFilePermissions');
    world.user = DIRECTOR;
    Drive.Permissions.remove(id, permission);
    expect(
      refusal(() => {
        Drive.Permissions.remove(id, permission);
      }).message,
    ).toContain('Permission not found');
    world.user = TEACHER;
    expect(refusal(() => Drive.Files.get(id)).code).toBe(404);
  });

  it('are the same for one person on every file', () => {
    const { Drive } = setup();
    const share = (name: string): string =>
      idOf(
        Drive.Permissions.create(
          { type: 'user', role: 'reader', emailAddress: TEACHER },
          idOf(Drive.Files.create({ name })),
          { sendNotificationEmail: false },
        ),
      );
    expect(share('a')).toBe(share('b'));
  });
});

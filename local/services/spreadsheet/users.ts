// People with access to a spreadsheet: Base.User, and the file's permissions behind them.
import { ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';

/** https://developers.google.com/apps-script/reference/base/user */
export class User extends ServiceObject {
  readonly _name = 'User';
  constructor(readonly _email: string) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  getEmail(): string {
    return this._email;
  }
  override toString(): string {
    return this._email;
  }
}

/** The e-mail of a user given as text or as User (of this or another service). */
export function emailOf(user: unknown): string | undefined {
  if (typeof user === 'string') return user;
  if (user instanceof User) return user._email;
  if (user instanceof ServiceObject && 'getEmail' in user && typeof user.getEmail === 'function')
    return String((user.getEmail as () => unknown)());
  return undefined;
}

/** Gives people a role on the file, or takes it away when `role` is `undefined`. */
export function setRole(
  world: World,
  fileId: string,
  emails: readonly string[],
  role: 'writer' | 'reader' | undefined,
): void {
  const file = world.files.find(fileId);
  if (file === undefined) return;
  for (const emailAddress of emails) {
    if (emailAddress === file.owner) continue;
    const current = file.permissions.find((each) => each.emailAddress === emailAddress);
    if (role === undefined) file.permissions = file.permissions.filter((each) => each !== current);
    else if (current) current.role = role;
    else file.permissions.push({ id: world.nextId(20), type: 'user', role, emailAddress });
  }
}

/** E-mails of people with one of the roles, in the order they got it. */
export function withRole(world: World, fileId: string, roles: readonly string[]): string[] {
  const file = world.files.find(fileId);
  return (file?.permissions ?? []).flatMap(({ role, emailAddress }) =>
    roles.includes(role) && emailAddress !== undefined ? [emailAddress] : [],
  );
}

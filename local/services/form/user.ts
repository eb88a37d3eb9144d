// A person in a list of editors.
import { ServiceObject } from '../../runtime/service';

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

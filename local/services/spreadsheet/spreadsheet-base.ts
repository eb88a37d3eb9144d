// Spreadsheet, its identity and settings: id, name, locale, time zone, people.
import { ScriptError, ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, arrayOf, number, oneOf, orNull, text } from './arguments';
import { RecalculationInterval, valueOf } from './enums';
import type { Handle } from './handle';
import { localeOf } from './locale';
import { changed } from './runtime';
import { offsetAt } from './serial';
import { bookName, bookUrl } from './state';
import type { BookState } from './state';
import { emailOf, setRole, User, withRole } from './users';

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet */
export abstract class SpreadsheetBase extends ServiceObject {
  readonly _name = 'Spreadsheet';
  constructor(readonly _handle: Handle) {
    super();
  }
  override get _free(): ReadonlySet<string> {
    return FREE;
  }
  get _book(): BookState {
    return this._handle.book;
  }
  _changed(): void {
    changed(this._book);
    this._handle.touch();
  }

  getId(): string {
    return this._handle.id;
  }
  getUrl(): string {
    return bookUrl(this._handle.id);
  }
  getName(): string {
    return bookName(this._handle.world, this._handle.id);
  }
  rename(name: string): void {
    accept('Spreadsheet.rename', [name], [text]);
    const file = this._handle.world.files.find(this._handle.id);
    if (file) file.name = name;
    this._handle.touch();
  }

  getSpreadsheetLocale(): string {
    return this._book.locale;
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#setspreadsheetlocalelocale */
  setSpreadsheetLocale(locale: string): void {
    accept('Spreadsheet.setSpreadsheetLocale', [locale], [text]);
    localeOf(locale);
    this._book.locale = locale;
    this._changed();
  }
  getSpreadsheetTimeZone(): string {
    return this._book.timeZone;
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    accept('Spreadsheet.setSpreadsheetTimeZone', [timeZone], [text]);
    try {
      offsetAt(0, timeZone);
    } catch {
      throw new ScriptError(`Invalid argument: ${timeZone}`);
    }
    this._book.timeZone = timeZone;
    this._changed();
  }
  getRecalculationInterval(): ScriptEnum {
    return valueOf(RecalculationInterval, this._book.recalculation);
  }
  setRecalculationInterval(interval: ScriptEnum): this {
    accept('Spreadsheet.setRecalculationInterval', [interval], [oneOf(RecalculationInterval)]);
    this._book.recalculation = interval._value as BookState['recalculation'];
    return this;
  }

  getOwner(): User | null {
    const owner = this._handle.world.files.find(this._handle.id)?.owner;
    return owner === undefined ? null : new User(owner);
  }
  /** The owner is an editor too. https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#geteditors */
  getEditors(): User[] {
    return withRole(this._handle.world, this._handle.id, ['owner', 'writer']).map((email) => new User(email));
  }
  getViewers(): User[] {
    const roles = ['owner', 'writer', 'commenter', 'reader'];
    return withRole(this._handle.world, this._handle.id, roles).map((email) => new User(email));
  }
  addEditor(user: unknown): this {
    return this.addEditors([this.#email('addEditor', user)]);
  }
  addEditors(emails: string[]): this {
    accept('Spreadsheet.addEditors', [emails], [arrayOf(text)]);
    setRole(this._handle.world, this._handle.id, emails, 'writer');
    return this;
  }
  removeEditor(user: unknown): this {
    setRole(this._handle.world, this._handle.id, [this.#email('removeEditor', user)], undefined);
    return this;
  }
  addViewer(user: unknown): this {
    return this.addViewers([this.#email('addViewer', user)]);
  }
  addViewers(emails: string[]): this {
    accept('Spreadsheet.addViewers', [emails], [arrayOf(text)]);
    setRole(this._handle.world, this._handle.id, emails, 'reader');
    return this;
  }
  removeViewer(user: unknown): this {
    setRole(this._handle.world, this._handle.id, [this.#email('removeViewer', user)], undefined);
    return this;
  }
  #email(method: string, user: unknown): string {
    const email = emailOf(user);
    accept(`Spreadsheet.${method}`, [email ?? user], [text]);
    return email ?? '';
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#toastmsg,-title,-timeoutseconds */
  toast(message: string, title = '', timeoutSeconds: number | null = null): void {
    accept('Spreadsheet.toast', [message, title, timeoutSeconds], [text, text, orNull(number)]);
    this._book.toasts.push({ at: this._handle.world.clock.now(), title, message });
  }
}

/** A spreadsheet object knows its own id and link. */
const FREE: ReadonlySet<string> = new Set(['getId', 'getUrl', 'createDeveloperMetadataFinder']);

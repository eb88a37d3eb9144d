// Protected ranges and sheets. https://developers.google.com/apps-script/reference/spreadsheet/protection
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, arrayOf, flag, instance, text } from './arguments';
import { ProtectionType, valueOf } from './enums';
import type { Handle } from './handle';
import { mayEdit } from './protection-check';
import { RangeBase } from './range-base';
import type { Range } from './range';
import type { ProtectionState, Rect } from './state';
import { emailOf, User, withRole } from './users';

/** Protects a sheet, or a rectangle of it; a sheet that is protected already keeps its protection. */
export function protect(handle: Handle, sheetId: number, rect?: Rect): Protection {
  const { book, world } = handle;
  const current =
    rect === undefined && book.protections.find((each) => each.sheetId === sheetId && each.type === 'SHEET');
  if (current) return new Protection(handle, current.id);
  const state: ProtectionState = {
    id: world.nextId(12),
    type: rect === undefined ? 'SHEET' : 'RANGE',
    sheetId,
    ...(rect === undefined ? {} : { rect }),
    description: '',
    warningOnly: false,
    // Who may edit the file may at first edit what is protected:
    // https://developers.google.com/apps-script/reference/spreadsheet/sheet#protect
    editors: withRole(world, handle.id, ['writer']),
    domainEdit: false,
    unprotected: [],
  };
  book.protections.push(state);
  handle.touch();
  return new Protection(handle, state.id);
}

/** The protections of a type, of the whole workbook or one sheet. */
export function protectionsOf(handle: Handle, type: ScriptEnum, sheetId?: number): Protection[] {
  return handle.book.protections
    .filter((each) => each.type === type._value && (sheetId === undefined || each.sheetId === sheetId))
    .map(({ id }) => new Protection(handle, id));
}

export class Protection extends ServiceObject {
  readonly _name = 'Protection';
  constructor(
    readonly _handle: Handle,
    readonly _id: string,
  ) {
    super();
  }
  get #state(): ProtectionState {
    const state = this._handle.book.protections.find(({ id }) => id === this._id);
    if (state === undefined) throw new NotEmulated('a protection that has been removed');
    return state;
  }
  /** The state, if the current user may change the protection. */
  get #own(): ProtectionState {
    const state = this.#state;
    if (!mayEdit(this._handle, state)) throw new ScriptError('You do not have permission to edit this protection.');
    this._handle.touch();
    return state;
  }

  getProtectionType(): ScriptEnum {
    return valueOf(ProtectionType, this.#state.type);
  }
  getDescription(): string {
    return this.#state.description;
  }
  setDescription(description: string): this {
    accept('Protection.setDescription', [description], [text]);
    this.#own.description = description;
    return this;
  }
  getRange(): Range {
    const { sheetId, rect } = this.#state;
    const { maxRows, maxColumns } = this._handle.sheet(sheetId);
    return this._handle.range({ sheetId, ...(rect ?? { row: 1, column: 1, rows: maxRows, columns: maxColumns }) });
  }
  setRange(range: RangeBase): this {
    accept('Protection.setRange', [range], [instance(RangeBase)]);
    const state = this.#own;
    if (state.type === 'SHEET') throw new NotEmulated('Protection.setRange of a sheet protection');
    const { sheetId, ...rect } = range._area;
    state.rect = rect;
    state.sheetId = sheetId;
    return this;
  }
  getRangeName(): string | null {
    return this.#state.namedRange ?? null;
  }
  isWarningOnly(): boolean {
    return this.#state.warningOnly;
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/protection#setwarningonlywarningonly */
  setWarningOnly(warningOnly: boolean): this {
    accept('Protection.setWarningOnly', [warningOnly], [flag]);
    this.#own.warningOnly = warningOnly;
    return this;
  }
  getUnprotectedRanges(): Range[] {
    const { sheetId, unprotected } = this.#state;
    return unprotected.map((rect) => this._handle.range({ sheetId, ...rect }));
  }
  setUnprotectedRanges(ranges: RangeBase[]): this {
    accept('Protection.setUnprotectedRanges', [ranges], [arrayOf(instance(RangeBase))]);
    const state = this.#own;
    if (state.type !== 'SHEET') throw new NotEmulated('Protection.setUnprotectedRanges of a protected range');
    state.unprotected = ranges.map(({ _area: { row, column, rows, columns } }) => ({ row, column, rows, columns }));
    return this;
  }
  /** The owner is not listed: https://issuetracker.google.com/issues/442636162 */
  getEditors(): User[] {
    return this.#state.editors.map((email) => new User(email));
  }
  addEditor(user: unknown): this {
    return this.addEditors([this.#email('addEditor', user)]);
  }
  addEditors(emails: string[]): this {
    accept('Protection.addEditors', [emails], [arrayOf(text)]);
    const state = this.#own;
    state.editors = [...new Set([...state.editors, ...emails])];
    return this;
  }
  removeEditor(user: unknown): this {
    return this.removeEditors([this.#email('removeEditor', user)]);
  }
  removeEditors(users: unknown[]): this {
    const gone = users.map((user) => this.#email('removeEditors', user));
    const state = this.#own;
    state.editors = state.editors.filter((email) => !gone.includes(email));
    return this;
  }
  #email(method: string, user: unknown): string {
    const email = emailOf(user);
    accept(`Protection.${method}`, [email ?? user], [text]);
    return email ?? '';
  }
  canEdit(): boolean {
    return mayEdit(this._handle, this.#state);
  }
  canDomainEdit(): boolean {
    return this.#state.domainEdit;
  }
  setDomainEdit(editable: boolean): this {
    accept('Protection.setDomainEdit', [editable], [flag]);
    if (editable && this._handle.world.edition === 'consumer')
      throw new NotEmulated('Protection.setDomainEdit(true) without a domain');
    this.#own.domainEdit = editable;
    return this;
  }
  remove(): void {
    const state = this.#own;
    const { book } = this._handle;
    book.protections = book.protections.filter((each) => each !== state);
  }
}

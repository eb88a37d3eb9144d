// Who may change what: protected sheets and ranges. https://developers.google.com/apps-script/reference/spreadsheet/protection
import { ScriptError } from '../../runtime/service';
import { overlap, within } from './a1';
import type { Handle } from './handle';
import type { ProtectionState, Rect } from './state';

/** Whether the current user may edit what a protection covers: its editors and the file's owner may. */
export function mayEdit(handle: Handle, protection: ProtectionState): boolean {
  const user = handle.world.effectiveUser;
  return (
    protection.warningOnly || protection.editors.includes(user) || handle.world.files.find(handle.id)?.owner === user
  );
}

/** Throws when the current user may not edit a rectangle of a sheet (the whole sheet when there is none). */
export function checkEditable(handle: Handle, sheetId: number, rect?: Rect): void {
  for (const protection of handle.book.protections) {
    if (protection.sheetId !== sheetId || mayEdit(handle, protection)) continue;
    if (rect !== undefined && protection.rect !== undefined && !overlap(rect, protection.rect)) continue;
    if (rect !== undefined && protection.unprotected.some((open) => within(rect, open))) continue;
    throw new ScriptError(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
  }
}

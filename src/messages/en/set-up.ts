// Set-up, settings, the workbook’s sheets: English.
import type { SET_UP as RU } from '../ru/set-up';
import type { Wording } from '../wording';

export const SET_UP: Readonly<Record<keyof typeof RU, Wording>> = {
  'setUp.makes': '{tables|This sheet|These sheets} will be made: {tables}.',
  'setUp.repairs': 'All sheets are there. Headings, lists and formats will be checked and mended.',
  'setUp.safe': 'Nothing is deleted: your data stay, only the settings named here change.',
  'setUp.count.tables': 'New sheets',
  'setUp.count.competencies': 'Competencies in the programme',
  'setUp.table': 'The sheet “{table}” is ready.',
  'setUp.done':
    '{?created|repaired}The workbook is set up. New sheets: {created}, mended: {repaired}.{:}The workbook is in order: all sheets are there.{/}',
  'setUp.competencies': 'Sheet “Компетенции”: {count} {count|competency|competencies} added from the programme.',
  'setUp.copied':
    'The copy is cut off from the forms, events and folders of the original: nothing has happened to them. Answers and groups have stayed here; letters and invitations from this workbook will be new.',
  'setUp.triggers.refused':
    'Google did not let the hourly check be switched on: {text}. Everything works by its buttons; process answers and feedback yourself. Try again later: “{@action.selfCheck}” → “mend what can be mended”.',
  'importStaff.emptyRows': 'Empty rows: {count}. They were left out.',
  'setUp.triggers':
    'The hourly check is on: work under way, answers and feedback are dealt with even when the sidebar is closed.',
  'setUp.school.empty': 'The school is not named. Write its name as it should stand in forms and letters.',
  'setUp.cycle.empty': 'The cycle is not named. Write a number or a name, for example “1” or “autumn 2026”.',
  'setUp.account.will':
    'Forms, calendar, folders and letters of this workbook will belong to your account: {user}. If it should be another one, close the sidebar and open the workbook under that.',
  'setUp.account.keep': 'leave them with {owner}',
  'setUp.account.take': 'move them to me',
  'setUp.account.bad': 'Choose whose account keeps the forms and the calendar.',
  'setUp.account.taken':
    'From now on forms, calendar and folders belong to {user}. Answers that were read, and groups, stay. Forms and events that {owner} made cannot be changed from here: ask {owner} to close the forms and delete the calendar, or participants see sessions twice.',
  'account.other':
    'You are signed in as {user}, but forms, calendar, folders and letters of this workbook belong to {owner}. Under another account they cannot be seen, and would all be made a second time, so this is not done here. Open the workbook as {owner}: with several accounts in one browser, sign out of the others or use an incognito window. If {owner} no longer works with the workbook, choose in the menu “{@action.setUp}” → “move them to me”.',

  'settings.programme.unknown':
    '{?found}There is no programme “{found}”.{:}No programme is chosen.{/} Open the sheet “Настройки” and write in the row “Программа” {known|this code|one of these codes}: {known}.',
  'settings.value.bad':
    'Sheet “Настройки”{?row}, row {row}{/}: {?found=}the setting “{setting}” is empty{:}“{found}” does not fit the setting “{setting}”{/}. ' +
    '{?example=}Correct it by the hint in the column “Что это значит”, or clear the cell.{:}Write into the column “Значение”, for example: {example}{/}',

  'workbook.notSetUp':
    'The workbook is not set up yet: {tables|this sheet is|these sheets are} missing: {tables}. Choose “{@action.setUp}” in the menu “{@menu.title}”.',
  'workbook.copied':
    'This workbook is a copy. Its forms, calendar sessions and folders belong to the original and cannot be changed from here. Choose “{@action.setUp}” in the menu: the copy will forget them and have forms and invitations of its own.',
  'workbook.tableMissing':
    'The sheet “{table}” was not found: it may have been deleted. Restore it (File → Version history), or choose “{@action.setUp}” in the menu: the sheet is made anew, empty.',
  'workbook.headingsMoved':
    'On the sheet “{table}” something was inserted above the headings: they stand in row {row} and must be in the first. Delete whatever is above the headings and try again: nothing was written or spoilt.',
  'workbook.columnsMissing':
    'The sheet “{table}” lacks {columns|a column|columns}: {columns}. Choose “{@action.setUp}” in the menu: what is missing comes back, the rest does not change.',
};

// The self-check: English.
'../ru/self-check';
import type { Wordings } from '../wording';

export const SELF_CHECK = {
  'confirm.selfCheck': 'Go',
  'field.selfCheck.mode': 'What to do',
  'field.selfCheck.mode.help': 'Check first. Mending is a second step: what changes is shown before.',
  'check.mode.check': 'check',
  'check.mode.mend': 'mend what can be mended',
  'check.mode.none': 'Choose: check or mend.',
  'check.count.fine': 'Fine',
  'check.count.attention': 'Needs attention',
  'check.count.fault': 'Faulty',
  'check.allFine': 'Everything is fine.',
  'check.nothing': 'Nothing to mend: what can be mended here is fine.',
  'check.will': 'To be mended:',
  'check.mending': 'Restoring sheets and columns.',
  'check.mends': 'Choose “{@action.selfCheck}” → “mend what can be mended”.',
  'check.failed.do': 'Google did not let this be checked. Read why on the left, mend it and check again.',

  'check.scopes': 'Permissions',
  'check.scopes.fine': 'All permissions are given.',
  'check.scopes.missing': 'Not given: {names}.',
  'check.scopes.untold': 'Google does not say which permissions are given; one is missing.',
  'check.scopes.do':
    '{?url}Open {url} and tick everything.{:}Choose any menu item and tick everything in Google’s window.{/} Without it the steps that need the permission do not work.',
  'scope.spreadsheets.currentonly': 'this spreadsheet',
  'scope.script.container.ui': 'the sidebar',
  'scope.drive.file': 'the add-on’s files in Drive',
  'scope.forms': 'forms',
  'scope.calendar.app.created': 'the programme’s calendar',
  'scope.calendar.freebusy': 'busy times in calendars',
  'scope.script.send_mail': 'sending letters',
  'scope.script.scriptapp': 'working by the clock',
  'scope.userinfo.email': 'your e-mail address',

  'check.account': 'Account',
  'check.account.fine': 'Forms, calendar and folders belong to {owner}: that is you.',
  'check.account.do':
    'Open the workbook under that account and check again: hourly check, forms, calendar and folders cannot be seen from here.',

  'check.triggers': 'Hourly check',
  'check.triggers.fine': 'The hourly check and the response to answers are on.',
  'check.triggers.bad':
    'Hourly checks: {heartbeats}, responses to answers: {hints}, wrong ones: {wrong}. There should be 1, 1 and 0.',
  'check.triggers.untold':
    'Google did not say whether the hourly check is on: {text}.{?since} It last worked on {since}.{/}',
  'check.triggers.untold.do':
    'Check again in an hour. If Google does not answer then either, and the last time was long ago, open “Extensions” → “Apps Script” → “Triggers”: there you see whether it is on. Until then work with the buttons.',
  'check.triggers.silent': 'The hourly check is on, but silent since {since}.',
  'check.triggers.silent.do':
    'Choose “{@action.selfCheck}” → “mend what can be mended”: the check will be switched on anew. If it is silent again after three hours, open “Extensions” → “Apps Script” → “Executions”: there it says why. Until then work with the buttons.',

  'check.tables': 'Sheets and columns',
  'check.tables.fine': 'All sheets and columns are there: {count}.',
  'check.tables.gone': 'Sheets missing: {tables}.',
  'check.tables.columns': 'Columns missing on the sheet “{table}”: {columns}.',
  'check.tables.new': 'There are new columns that this workbook does not have yet. Sheets: {tables}.',
  'check.columns.do':
    'If the data are needed, bring the column back through the version history. Otherwise “{@action.selfCheck}” adds an empty one on the right.',
  'check.headings.do': 'Move what is written above the headings elsewhere, and delete those rows.',

  'check.settings': 'Settings and staff',
  'check.settings.fine': 'Settings and staff list can be read.',
  'check.settings.do': 'Mend the value on the sheet “Настройки”.',
  'check.rows.do': 'Mend the cell on the sheet “Сотрудники”.',

  'check.forms': 'Forms',
  'check.forms.fine': 'Open forms: {count}, all of them take answers.',
  'check.forms.some':
    'Open forms: {count}. The newest {looked} were looked into{?found}.{:}: all of them take answers.{/}',
  'check.forms.bin': 'The form “{title}” lies in the bin of Drive.',
  'check.forms.bin.do': 'Take it out of the bin, or undo the run that made it.',
  'check.forms.gone': 'The form “{title}” is gone.',
  'check.forms.gone.do': 'Send this survey again. Answers already read are safe.',
  'check.forms.closed': 'The form “{title}” takes no answers though its time is not over.',

  'check.calendar': 'Calendar',
  'check.calendar.fine': 'The programme’s calendar is there, in the same time zone.',
  'check.calendar.none': 'There is no calendar yet: it is made with the first invitations.',
  'check.calendar.gone': 'The programme’s calendar has been deleted.',
  'check.calendar.do': 'Send the invitations again: a new calendar is made. Events of the old one are lost.',
  'check.calendar.zone': 'The calendar’s time zone is {zone}, the workbook’s {workbook}.',
  'check.calendar.zone.do':
    'If the workbook is right, choose “{@action.selfCheck}” → “mend what can be mended”: the calendar gets its zone. If the calendar is right, correct the workbook under File → Settings.',
  'check.calendar.lost.do':
    'When you have deleted it, or see that there is none, choose “{@action.selfCheck}” → “mend what can be mended”: this reminder goes away.',

  'check.folders': 'Folders in Drive',
  'check.folders.fine': 'Folders made: {count}, all of them there.',
  'check.folders.lost': 'Deleted or in the bin: {titles}.',
  'check.folders.do':
    'Choose “{@action.selfCheck}” → “mend what can be mended”: folders come back from the bin. Those deleted for good are made again when you set up the bank or make routes from the menu.',

  'check.mail': 'Letters today',
  'check.mail.fine': 'Letters that can still be sent today: {left}.',
  'check.mail.few': 'Letters that can still be sent today: {left}.',
  'check.mail.do': 'Begin a large mailing tomorrow. One begun goes on by itself.',

  'check.store': 'The add-on’s memory',
  'check.store.fine': 'Used {all} KB of 500, the largest value {largest} KB of 9.',
  'check.store.full': 'Used {all} KB of 500, the largest value {largest} KB of 9.',
  'check.store.do': 'Finish or stop the run that is open; if that does not help, write to the developers.',

  'check.clock': 'Clock',
  'check.clock.fine': 'By the workbook’s clock it is {now}, time zone {zone}.',
  'check.clock.differ':
    'By the workbook’s clock it is {now}, time zone {workbook}. The script’s own is {script}: dates and sessions do not depend on it.',
  'check.locale': 'The workbook’s locale is {locale}: dates and decimal commas may be read differently.',
  'check.locale.do': 'Choose Russia in the settings of the spreadsheet.',

  'check.privacy': 'Personal data',
  'check.privacy.fine': 'No old data found: of what goes by the term, nothing is older than {since}.',
  'check.privacy.old': 'Kept too long, older than {before}: rows {rows}, events with guests {events}, files {files}.',
  'check.told.do': 'Do what is said beside it and check again.',
  'check.privacy.open': 'Names are replaced by codes, but the sheet “Сотрудники” is not protected.',
  'check.privacy.term': 'No term of keeping data is set.',
  'check.privacy.do': 'Write it on the sheet “Настройки” into “Хранить данные, месяцев”.',
} satisfies Wordings;

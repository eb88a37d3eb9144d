// Personal data: consent, pseudonyms, one person's data, what is kept too long: English.
'../ru/privacy';
import type { Wordings } from '../wording';

export const PRIVACY = {
  'confirm.exportPerson': 'Export',
  'confirm.erasePerson': 'Erase for good',
  'confirm.eraseOld': 'Erase for good',
  'confirm.usePseudonyms': 'Change',
  'link.act': 'Certificate of destruction',
  'link.export': 'File with the data',

  'field.exportPerson.person': 'Whose data',
  'field.exportPerson.person.help': 'Code, full name or e-mail, as on the sheet “Сотрудники”.',
  'field.erasePerson.person': 'Whose data',
  'field.erasePerson.person.help':
    'Code, full name or e-mail, as on the sheet “Сотрудники”. Of somebody not listed: the address on the sheet “Ответы”.',
  'field.erasePerson.reason': 'Reason',
  'field.erasePerson.reason.help': 'It goes into the certificate.',
  'field.usePseudonyms.mode': 'What to show',
  'field.usePseudonyms.mode.help': 'A staff code is permanent and never given to anybody else.',

  'answers.noConsent':
    '{count} {count|answer|answers} came without consent and {count|is|are} not counted: on the sheet “Ответы” the state is “нет согласия”. Only the choice with which the form was made counts as consent: if it was renamed in the form, give it back its former words. If there is consent on paper, write its version into the column “Согласие” and process the answers again.',

  'person.empty': 'Write a code, a full name or an e-mail address.',
  'person.several': 'Several people fit: {codes}. Write the code of one of them.',
  'person.unknown':
    'The workbook holds nothing about “{found}”. Check the code, full name or address on the sheet “Сотрудники”.',

  'papers.folder': 'Vremya rosta: personal data',
  'export.will':
    'All that the workbook holds about the person with the code {code} is put into a file in your Drive. Only you can see it.',
  'export.file': 'Personal data · {run}.csv',
  'export.table': 'Sheet',
  'export.row': 'Row',
  'export.column': 'Column',
  'export.value': 'Value',
  'export.done': 'Done: {count} rows. The file is in your Drive, in the folder for personal data, shared with nobody.',

  'erase.reason.withdrawn': 'consent withdrawn',
  'erase.reason.ended': 'the purpose is reached, or the person no longer works here',
  'erase.reason.term': 'kept as long as is allowed',
  'erase.reason.none': 'Choose the reason: it goes into the certificate.',
  'erase.will':
    'The data of the person with the code {code} are erased everywhere: the workbook, questions of forms and responses, groups, calendar events, documents, the register of letters. Other guests are not notified.',
  'erase.forever':
    'This cannot be undone: what is erased is kept nowhere, and “{@action.undoRun}” does not bring it back.',
  'erase.amount': 'rows: {rows}, cells: {cells}',
  'erase.stand': '[erased]',
  'erase.count.gone': 'Drive files to be deleted: routes, exports, results for partners',
  'erase.count.cleaned': 'Files to be cleaned of mentions',
  'erase.count.events': 'Events from which the person is taken',
  'erase.ownSheets': 'The person is also on sheets of your own: {sheets}. Erase them there yourself.',
  'erase.namesake':
    'Somebody on the list has the same full name. The name is not looked for in texts about others: read through them yourself.',
  'erase.left':
    'Look through yourself: texts with a surname alone or an inflected name, letters sent, the version history of the workbook and of documents, the content of uploaded files, what others answered inside the forms themselves (it is cleaned in the workbook), sheets of answers attached to forms by hand.',
  'erase.phase.forms': 'Deleting responses from the forms.',
  'erase.phase.events': 'Taking the person out of calendar events.',
  'erase.phase.files': 'Deleting files and mentions in documents.',
  'erase.phase.tables': 'Erasing from the sheets.',
  'erase.phase.act': 'Writing the certificate.',
  'erase.done':
    'Erased: rows {rows}, cells {cells}, responses in forms {responses}; events without the guest now: {events}; files {gone}, documents looked through {documents}, files renamed {renamed}.{?gone} Make the results for partners anew.{/} Summary and indicators change when answers are next processed.',
  'erase.keepAct':
    'The certificate and the log extract are in your Drive. Print, sign and keep them for three years (order of Roskomnadzor of 28.10.2022 No. 179).',

  'act.file': 'Certificate of destruction of personal data · {run}.txt',
  'act.text': [
    'CERTIFICATE No. {number} OF DESTRUCTION OF PERSONAL DATA',
    'Date: {date}',
    'Operator: {operator}',
    'Address of the operator: ______________________________',
    'Processor on behalf of the operator: none / ______________________________',
    'Whose data: {whose}',
    'Categories: name; work e-mail; staff code; subjects and position; answers to questionnaires; levels of competencies; groups and sessions.',
    'Information system: Google spreadsheet {system} with its forms, calendar and Drive files.',
    'Manner: records and responses deleted so that the add-on cannot restore them; mentions in other records replaced.',
    'Reason: {reason}',
    'Carried out by: {by}',
    'Signatures (name, position):',
    '1. ______________________________',
    '2. ______________________________',
  ].join('\n'),
  'act.log': 'EXTRACT FROM THE LOG OF EVENTS\nRun: {number}. Whose data: {whose}. Reason: {reason}.',
  'act.table': '{when} · sheet “{table}”: rows deleted {rows}, cells cleaned {cells}',
  'act.responses': '{when} · forms: responses deleted {count}',
  'act.events': '{when} · calendar: guest taken out of events, {count}',
  'act.questions': '{when} · forms: texts and choices cleaned, questions {count}',
  'act.files':
    '{when} · Drive: files deleted {gone}, names cleaned {renamed}, documents looked through and cleaned: {documents}',
  'act.kept': 'NOT DESTROYED:',
  'act.whose': 'the person with the code {code}',
  'act.old': 'records older than {before}',

  'consent.long':
    'The text of the consent is too long: {length} {length|character|characters}, and a form takes {most}. Shorten it on the sheet “Настройки”, row “Текст согласия”: details can be given as a link.',

  'retention.none': 'No term is set: write it on the sheet “Настройки” into “Хранить данные, месяцев”.',
  'retention.nothing': 'Nothing to erase: there are no data older than {before} of those that go by the term.',
  'retention.will':
    'Data older than {before} are kept longer than the setting “Хранить данные, месяцев” allows: {rows} {rows|row|rows}. They are deleted from the workbook and the forms, guests from past calendar events, routes and exports from Drive. Guests are not notified.',
  'retention.count.events': 'Past events that lose their guests',
  'retention.count.files': 'Drive files: routes and exports',
  'retention.kept.cycle':
    'Sheet “{table}”: {count} {count|row|rows} without a date {count|stays|stay}. They are of the current cycle “{cycle}”, although all its surveys are older than the term. To have them deleted, write the next cycle into the setting “Цикл” and repeat.',
  'retention.kept.unclear':
    'Sheet “{table}”, rows {rows}: the date cannot be read, so nobody can tell whether they are too old. Correct the date or delete the rows.',
  'retention.kept.always':
    'Not deleted by the term: the staff list and wishes, codes of addressees on the sheet “Опросы”, the plan, the methodical bank and lesson cards, the analytical note, results for partners, the journal, access to the bank’s folder, certificates. Look through them yourself; “{@action.erasePerson}” takes one person out of everything.',
  'retention.done':
    'Rows deleted: {rows}, responses in forms: {responses}, files: {files}; events without guests now: {events}.',
  'retention.subject': 'Vremya rosta: personal data are kept too long',
  'retention.do': 'Open the workbook and choose “{@action.eraseOld}” in the menu.',

  'pseudonyms.mode.on': 'codes instead of names',
  'pseudonyms.mode.off': 'names',
  'pseudonyms.mode.none': 'Choose what to show: codes or names.',
  'pseudonyms.will':
    'Staff codes stand instead of names on all sheets and in new forms, events and files. Names stay only on the sheet “Сотрудники”, hidden and protected.',
  'pseudonyms.back': 'Names come back to sheets, new forms and events. The sheet “Сотрудники” is shown again.',
  'pseudonyms.count': 'People on the list',
  'pseudonyms.left':
    'Forms made, invitations and letters sent before keep names. Guests of an event see each other’s addresses. Whoever may edit the workbook can show a hidden sheet: do not let others edit.',
  'pseudonyms.going': 'Replacing names by codes.',
  'pseudonyms.done': 'Done: codes instead of names. Who is who is on the hidden sheet “Сотрудники”.',
  'pseudonyms.undone': 'Done: names are shown again. Texts that are computed follow when they are next computed.',

  'undo.irreversible': 'Run {run} erased personal data: they cannot be brought back.',
  'undo.count.paper': 'Documents to the bin',
} satisfies Wordings;

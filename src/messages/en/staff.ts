// Staff import, and whose answer it may be: English.
import type { STAFF as RU } from '../ru/staff';
import type { Wording } from '../wording';

const meant = (otherwise: string): string =>
  `{?meant}Probably “{meant}” was meant: correct it and import the list again.{:}${otherwise}{/}`;

export const STAFF: Readonly<Record<keyof typeof RU, Wording>> = {
  'importStaff.will':
    '{?added|changed}New people: {added}, records to be updated: {changed}. Nobody is removed.{:}Nothing to change: everybody who could be read is already on the sheet “Сотрудники”.{/}',
  'importStaff.count.added': 'New',
  'importStaff.count.changed': 'To be updated',
  'importStaff.count.unchanged': 'Unchanged',
  'importStaff.count.problems': 'Rows with errors',
  'importStaff.nothing':
    'Nothing to import. Choose the sheet with the list, or paste the list into “{@field.importStaff.text}”.',
  'importStaff.done': 'People added: {added}, updated: {changed}.',
  'importStaff.mendFirst':
    'First mend this on the sheet “Сотрудники”, then import the list again: people whose rows cannot be read would be taken for new ones.',
  'importStaff.noNames': 'No column with names is chosen. Choose it in “{@importStaff.column.name}”.',
  'importStaff.column.none': 'No such column',
  'importStaff.column.header': 'Headings',
  'importStaff.column.noHeader': 'No headings',
  'importStaff.column.row': 'Row {row}: {text}',
  'importStaff.column.name': 'Full name',
  'importStaff.column.surname': 'Surname',
  'importStaff.column.firstName': 'First name',
  'importStaff.column.patronymic': 'Patronymic',
  'importStaff.column.email': 'E-mail',
  'importStaff.column.subjects': 'Subjects',
  'importStaff.column.role': 'Position',
  'importStaff.column.school': 'School',
  'importStaff.column.code': 'Code',
  'importStaff.column.included': 'Takes part',
  'importStaff.column.maxAsConsultee': 'Groups, learning',
  'importStaff.column.maxAsConsultant': 'Groups, consulting',
  'problems.more': 'And {count} more {count|remark|remarks}: mend these, and the others will be shown.',

  'staff.header.missing':
    'No row of headings was found. {?seen}Name it in “{@importStaff.column.header}”, or choose which column holds the names. You can also put a row above the list: “ФИО”, “Электронная почта”, “Предметы”, “Должность”. The list begins like this: {seen}.{:}Now the list is empty: paste it with its headings.{/}',
  'staff.name.missing':
    '{?name}“{name}” stands where the name should be{:}No name{/}{?email} (e-mail {email}){/}. Write the full name.',
  'staff.email.syntax': '{name}: “{email}” is not an e-mail address. Correct it and import the list again.',
  'staff.email.cyrillic': `{name}: the address “{email}” has Russian letters. ${meant('Type it in Latin letters and import the list again.')}`,
  'staff.email.typo': `{name}: the address “{email}” looks mistyped. ${meant('Correct it and import the list again.')}`,
  'staff.email.duplicate':
    '{name}: the address “{email}” already stands in row {first} ({firstName}). Write another address or delete the superfluous row.',
  'staff.email.unusable':
    '{name}: “{email}” is no e-mail address, letters and invitations cannot go there. Correct it.',
  'staff.code.duplicate':
    '{name}: the code “{code}” is taken in row {first} ({firstName}). Write another code or clear the cell: a code will be given.',
  'staff.code.kept':
    '{name}: the list says code “{code}”, the sheet “Сотрудники” says “{kept}”. “{kept}” stays: answers are found by it.',
  'staff.name.duplicate':
    '{name}: this name already stands in row {first}. If they are two people, write e-mails for both; if one, delete the superfluous row.',
  'staff.name.namesake':
    '{name}: a namesake stands in row {first}. Both were imported: check that they are two people.',
  'staff.name.ambiguous':
    '{name}: several people on the sheet “Сотрудники” bear this name (codes {codes}). Write a code or an e-mail into the list.',
  'staff.match.conflict':
    '{name}: the code “{code}” belongs to one person ({codeName}), the e-mail “{email}” to another ({emailName}). Correct the code or the e-mail.',
  'staff.match.twice':
    '{name}: this person already stands in row {first} (in the workbook: {known}, code {code}). Delete the superfluous row or correct the code.',
  'staff.included.unclear': '{name}: unclear whether included: “{value}”. Write “да” or “нет”.',
  'staff.limit.bad':
    '{name}: “{value}” is not a number of groups. Write a whole number from 0 to 99 or clear the cell.',

  'identity.near.email': 'The address “{email}” is nearly “{known}”.',
  'identity.near.mailbox': 'The address “{email}” begins like “{known}”, at another mail service.',
  'identity.near.surname': 'The address “{email}” holds this surname: {name}.',
  'identity.near.code': 'The code “{typed}” differs from “{code}” by one character.',
  'identity.near.same-name': 'The name “{typed}” fits: {name}.',
  'identity.near.name': 'The name “{typed}” is similar: {name}.',
};

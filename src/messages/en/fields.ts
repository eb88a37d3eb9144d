// What the page asks before an action, and the hint under each field: English.
import type { FIELDS as RU } from '../ru/fields';
import type { Wording } from '../wording';

export const FIELDS: Readonly<Record<keyof typeof RU, Wording>> = {
  'field.setUp.school': 'School',
  'field.setUp.school.help': 'How the school is called in forms and letters.',
  'field.setUp.programme': 'Programme',
  'field.setUp.programme.help': 'Gives the competencies and the texts of forms and letters.',
  'field.setUp.cycle': 'Cycle',
  'field.setUp.cycle.help': 'Number or name of the round of surveys, for example “1” or “autumn 2026”.',
  'field.setUp.account': 'Account',
  'field.setUp.account.help':
    'Who keeps the forms, calendar, folders and letters. Move them only when the former person no longer works with the workbook.',

  'field.importStaff.sheet': 'Sheet with the list',
  'field.importStaff.sheet.help':
    'The sheet of this workbook that holds your list. Columns are found by their headings: “ФИО”, “Электронная почта”, “Предметы”…',
  'field.importStaff.text': 'Or paste the list',
  'field.importStaff.text.help':
    'Copy the rows with their headings from Excel, another workbook or a CSV file. When filled in, the sheet is not read.',

  'field.fileResources.title': 'Title',
  'field.fileResources.title.help': 'Colleagues will see the resource under this title. A file brings its name along.',
  'field.fileResources.kind': 'Kind of resource',
  'field.fileResources.kind.help': 'Decides which folder it goes to.',
  'field.fileResources.competency': 'Competency',
  'field.fileResources.competency.help': 'Which deficit this resource helps to close.',
  'field.fileResources.link': 'Or a link',
  'field.fileResources.link.help': 'If the resource is already on the web or on Drive. Begins with https://',
  'field.fileResources.file': 'File',
  'field.fileResources.file.help': 'Up to 5 MB. It is put into the bank’s folder on Drive.',
  'field.fileResources.author': 'Author',
  'field.fileResources.author.help': 'Who prepared the resource. May be left empty.',
  'field.fileResources.annotation': 'What it is for and how to use it',
  'field.fileResources.annotation.help': 'Two or three sentences: by them it is found and judged.',
  'field.fileResources.tags': 'Tags',
  'field.fileResources.tags.help': 'Separated by commas: subject, grade, topic.',

  'field.makePlan.start': 'The programme begins',
  'field.makePlan.start.help': 'The weeks of the plan are counted from this day.',
  'field.importPlan.sheet': 'Sheet with the plan',
  'field.importPlan.sheet.help':
    'A sheet of this spreadsheet into which you pasted the plan. Columns are found by their headings: “Мероприятие”, “Сроки”, “Ответственный”…',
  'field.importPlan.text': 'Or paste the plan',
  'field.importPlan.text.help':
    'Copy the table with its headings from Word, a PDF or another sheet. When filled in, the sheet is not read.',
  'field.importPlan.from': 'The programme begins',
  'field.importPlan.from.help':
    'Needed where the plan says “the whole period” or a month without a year. Empty: by the plan’s own dates.',
  'field.importPlan.to': 'The programme ends',
  'field.importPlan.to.help': 'The same for the end.',

  'field.askPupils.occasion': 'Which questionnaire',
  'field.askPupils.occasion.help': 'Before the work with the classes and after: the same questions.',
  'field.askPupils.classes': 'Classes',
  'field.askPupils.classes.help':
    'Separated by semicolons: 5A; 5B; 6A. A pupil chooses one. To be compared, classes must have the same names before and after.',

  'field.undoRun.run': 'Which run to undo',
  'field.undoRun.run.help': 'The last twenty runs. What each has done is on the sheet “Журнал”.',
};

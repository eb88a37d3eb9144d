// What a school has already: frameworks, forms of its own, courses, levels: English.
import type { RECORDS as RU } from '../ru/records';
import type { Wording } from '../wording';

export const RECORDS: Readonly<Record<keyof typeof RU, Wording>> = {
  'confirm.importFramework': 'Add',
  'confirm.bindForm': 'Read',
  'confirm.confirmBinding': 'Bind',
  'confirm.importCourses': 'Import',
  'confirm.importLevels': 'Import',

  'field.importFramework.ready': 'Ready framework',
  'field.importFramework.ready.help':
    'Equipment device by device, pupils’ 4K, teachers’ 4K, DigCompEdu… Or import a table of your own below.',
  'field.importFramework.sheet': 'Sheet with competencies',
  'field.importFramework.sheet.help':
    'A sheet of this workbook; copy a sheet of another one into this one. Columns are found by their headings: “Компетенция”, “Область”, “Уровень 0”…, “Целевой уровень”.',
  'field.importFramework.text': 'Or paste the table',
  'field.importFramework.text.help':
    'Copy the rows with their headings from Excel, Word or a CSV file. If filled in, no sheet is read.',
  'field.importFramework.columns': 'If columns are misunderstood',
  'field.importFramework.columns.help':
    'A correction a line: “Компетенция = B”, “Целевой уровень = Норма”, “Область = нет”.',
  'field.importFramework.others': 'What to do with the other competencies',
  'field.importFramework.others.help':
    'Nothing is deleted: what is switched off can be switched on again in the sheet.',
  'field.bindForm.link': 'Link to the form',
  'field.bindForm.link.help':
    'Open the form for editing and copy the address: https://docs.google.com/forms/d/…/edit. The form is only read.',
  'field.confirmBinding.form': 'Form',
  'field.confirmBinding.form.help': 'Forms that are listed on the sheet “Привязка форм”.',
  'field.confirmBinding.since': 'Count answers from this day on',
  'field.confirmBinding.since.help': 'Empty: all earlier answers count too.',
  'field.importCourses.sheet': 'Sheet with courses',
  'field.importCourses.sheet.help':
    'A sheet of this workbook; copy a sheet of another one into this one. Columns are found by their headings: “ФИО”, “Курс”, “Часов”, “Дата окончания”, “Организация”, “Номер документа”.',
  'field.importCourses.text': 'Or paste the table',
  'field.importCourses.text.help': 'Copy the rows with their headings. If filled in, no sheet is read.',
  'field.importCourses.columns': 'If columns are misunderstood',
  'field.importCourses.columns.help': 'A correction a line: “Курс = C”, “Дата = Период обучения”, “Документ = нет”.',
  'field.importLevels.sheet': 'Sheet with levels',
  'field.importLevels.sheet.help':
    'A sheet of this workbook; copy a sheet of another one into this one. A row a teacher and a column a competency; or a row a teacher and competency.',
  'field.importLevels.text': 'Or paste the table',
  'field.importLevels.text.help': 'Copy the rows with their headings. If filled in, no sheet is read.',
  'field.importLevels.columns': 'If columns are misunderstood',
  'field.importLevels.columns.help': 'A correction a line: “ФИО = B”, “Уровень = Балл”, “Дата = нет”.',
  'field.importLevels.source': 'Where these levels come from',
  'field.importLevels.source.help':
    'A test or an observation confirms and corrects a self-assessment; a self-assessment from a table counts like one from a form.',
  'field.importLevels.date': 'The day these levels are of',
  'field.importLevels.date.help': 'For rows without a date of their own. The later level counts.',

  'source.pasted': 'Pasted table',
  'source.columns': 'Columns are understood so: {columns+more}.',
  'source.unused': 'Columns not used: {columns+more}.',
  'source.columns.bad':
    '“{line}” in the corrections of columns is unclear. Write on the left what it is (“Компетенция”), on the right of = the letter of the column, its heading, or “нет”.',

  'framework.others.keep': 'Leave as they are',
  'framework.others.off': 'Switch off those that are not imported',
  'framework.import.nothing': 'Choose a ready framework, a sheet with competencies, or paste a table.',
  'framework.import.noTable':
    'No table of competencies was found. There must be a row of headings with a column “Компетенция” (or “Умение”, “Показатель”). If the heading is another, name the column in the corrections: “Компетенция = B”.',
  'framework.import.none': 'No competency could be read. Correct the rows and try again.',
  'framework.import.mendFirst':
    'First mend the rows of the sheet “Компетенции”: or else an imported competency may repeat one that cannot be read.',
  'framework.import.will':
    'On the sheet “Компетенции”: {added} added, {changed} changed, {off} switched off. Nothing is deleted.',
  'framework.import.same': 'All these competencies are on the sheet “Компетенции” already, unchanged.',
  'framework.import.example': 'How the competencies are understood',
  'framework.import.area': 'Further competencies',
  'framework.import.assumed':
    '{count} {count|competency has|competencies have} no target or no consultant’s level: the target is the last level of the scale but one, the consultant’s the last. Correct them on the sheet “Компетенции”.',
  'framework.import.twice': '“{title}”: the table has had this competency already. Leave one row.',
  'framework.import.inUse':
    '“{title}” has been asked about in this cycle, so the number and names of its levels cannot change; the row is left as it was. Change the cycle in the settings, or give the new competency another code.',
  'framework.import.done':
    'Done: {added} added, {changed} changed, {off} switched off. Switch a competency on or off on the sheet “Компетенции”, column “Используется”.',
  'framework.count.added': 'New competencies',
  'framework.count.changed': 'Changed',
  'framework.count.off': 'Switched off',
  'framework.count.unchanged': 'Unchanged',
  'framework.count.problems': 'Remarks',

  'binding.link.answers':
    'This link is for answering; the form cannot be read by it. Open the form for editing (the pencil) and copy the address of the page: it holds /edit.',
  'binding.link.short':
    'The short link leads to the page for answers. Open the form for editing and copy the address of the page: it holds /edit.',
  'binding.link.other':
    'This is no link to a Google form. One looks so: https://docs.google.com/forms/d/…/edit. Open the form for editing and copy the address of the page.',
  'binding.form.closed':
    'The form does not open: there is none, or you have no right to edit it. Ask its owner to make you an editor, then try again.',
  'binding.form.trashed': 'The form lies in the bin. Restore it on Drive and try again.',
  'binding.form.empty': 'The form “{title}” has no questions. Check the link.',
  'binding.form.unreadable':
    'The school’s form “{title}” does not open now; its new answers have not been taken. Check that you may still edit it.',
  'binding.will':
    'Form “{title}”: {count} {count|question|questions}. The sheet “Привязка форм” will say which competency and level each answer names. You check it and bind the form separately.',
  'binding.known': 'The form “{title}” is on the sheet “Привязка форм” already ({count} {count|question|questions}).',
  'binding.untouched': 'Nothing in the form itself is changed.',
  'binding.example': 'What is proposed',
  'binding.unfit':
    '{count} {count|question|questions} without answers to choose from (a date, a time, a file…) cannot be bound: {titles}. The others can.',
  'binding.noIdentity':
    'The form collects no e-mail addresses, and no question for name or code is seen in it: whose an answer is will have to be said on the sheet “Ответы”.',
  'binding.listed':
    'The form “{title}” is listed: {count} new {count|line|lines} on the sheet “Привязка форм”. Check the columns “О чём говорит”, “Код компетенции”, “Уровень”, then press “{@action.confirmBinding}”.',
  'binding.count.items': 'Questions',
  'binding.count.mapped': 'Proposed',
  'binding.count.unfit': 'Cannot be bound',
  'binding.count.bound': 'Questions to be bound',
  'binding.count.competencies': 'Competencies',
  'binding.kind.choice': 'one of a list',
  'binding.kind.checkbox': 'several of a list',
  'binding.kind.scale': 'scale',
  'binding.kind.grid': 'grid',
  'binding.kind.checkboxGrid': 'checkbox grid',
  'binding.kind.text': 'text',
  'binding.kind.other': 'other',
  'binding.kind.row': 'row of a grid',
  'binding.kind.column': 'column of a grid',
  'binding.why.descriptor': 'like the description of a level',
  'binding.why.name': 'a level of the scale is named',
  'binding.why.number': 'a number laid onto the scale',
  'binding.why.word': 'a word of mastery',
  'binding.why.order': 'by the order of the answers: check it',
  'binding.why.none': 'no level understood',
  'binding.why.title': 'a similar title',
  'binding.why.identity': 'asks who answers',
  'binding.why.unfit': 'such a question has no answers to choose from',
  'binding.why.unknown': 'no similar competency was found',
  'binding.competency.missing': '“{label}”: no competency. Write its code or choose “не учитывать”.',
  'binding.competency.unknown':
    '“{label}”: no competency in use has the code “{found}”. Take a code from the sheet “Компетенции”.',
  'binding.level.missing': '“{label}”: no level. Write it or choose “не учитывать”.',
  'binding.level.unknown':
    '“{label}”: the scale of “{title}” has no level “{found}”. Write a number from 0 to {top} or the name of a level.',
  'binding.role.unfit':
    '“{label}”: a question of this kind cannot say this. One of a list, a scale and a grid say a level; several of a list and a checkbox grid say a wish or readiness to help; a text says who answers. Correct the column “О чём говорит”.',
  'binding.twice':
    '“{label}”: another question asks about “{title}” too. Leave one, choose “не учитывать” for the other.',
  'binding.mixed': '“{label}”: answers to one question name different competencies. Write one code for all.',
  'binding.persons': '“{label}”: the name or code is taken from another question already. Leave one.',
  'binding.confirm.none': 'Choose a form. If it is not in the list, read it first: “{@action.bindForm}”.',
  'binding.confirm.since': 'The day from which answers count cannot be read. Choose a day or leave the field empty.',
  'binding.confirm.nothing':
    'There is nothing to bind: no question says anything yet. Fill in the sheet “Привязка форм”.',
  'binding.confirm.will':
    'The form “{title}” becomes one of the surveys: its answers, earlier ones too, count together with the programme’s forms.',
  'binding.confirm.again': 'The form “{title}” is bound already; only how its questions are understood will change.',
  'binding.confirm.done': 'The form “{title}” is bound. Press “{@action.processAnswers}” to take its answers.',
  'binding.confirm.changed':
    'How the form “{title}” is understood has been renewed. Press “{@action.processAnswers}” to reckon its answers anew.',
  'binding.item.gone':
    'Form “{form}”: the question “{question}” is gone. Earlier answers to it count, there will be no new ones.',
  'binding.item.renamed':
    'Form “{form}”: the question “{question}” now reads “{now}”. If it means something else, correct the sheet “Привязка форм”.',
  'binding.item.answers':
    'Form “{form}”, question “{question}”: there are answers that were not there when it was bound; they do not count: {labels}. Read the form again (“{@action.bindForm}”) and bind it.',

  'records.nothing': 'Choose the sheet with the table, or paste it into the field.',
  'records.teacher.unknown':
    '“{found}”: nobody on the staff list has this name, or several have.{?names} Similar: {names}.{/} Write the staff code instead of the name.',
  'records.title.missing': '{name}: no course. Write its title.',
  'records.date.bad': 'The date “{found}” cannot be read. Write it so: 30.11.2026.',
  'records.hours.bad': 'The number of hours “{found}” cannot be read. Write a whole number.',
  'records.competency.unknown': 'No competency in use is called “{found}”. Write a code from the sheet “Компетенции”.',
  'records.level.bad':
    '“{found}” is no level of “{title}”. Write a number from 0 to {top}{?names} or the name of a level: {names}{/}.',
  'records.count.known': 'Already there',
  'records.count.problems': 'Remarks',
  'courses.noTable':
    'No table of courses was found. There must be a row of headings with the columns “ФИО” and “Курс” (or “Тема”, “Программа”).',
  'courses.will': '{count} {count|record|records} will be added to the sheet “Курсы повышения квалификации”.',
  'courses.done': 'Records of courses added: {count}.',
  'courses.count.added': 'New records',
  'courses.count.people': 'Of how many teachers',
  'levels.import.source': 'Choose where these levels come from: a test, an observation or a self-assessment.',
  'levels.import.date': 'Choose the day that these levels are of.',
  'levels.import.noTable':
    'No table of levels was found. There must be a row of headings with a column “ФИО” or “Код сотрудника”.',
  'levels.import.none':
    'No level could be read. Check that columns are named like the competencies on the sheet “Компетенции” and that the cells hold levels.',
  'levels.import.will':
    '{count} {count|level|levels} of {people} {people|teacher|teachers} will be added to the sheet “Тесты и наблюдения”.',
  'levels.import.as.test': 'They count as a test: they correct and confirm the self-assessment.',
  'levels.import.as.observation': 'They count as an observation: they correct and confirm the self-assessment.',
  'levels.import.as.self': 'They count as a self-assessment: of it and the answers to a form the later counts.',
  'levels.import.example': 'The first rows',
  'levels.import.matched': 'Competencies by column: {columns+more}.',
  'levels.import.clash':
    '{name}, “{title}”: level {there} is on record for this day, the table says {found}. What is on record stays; if it is wrong, correct it on the sheet “Тесты и наблюдения”.',
  'levels.import.done': 'Levels added: {count}. Press “{@action.scoreMatrix}” to make them count.',
  'levels.count.added': 'New levels',
  'undo.framework':
    'Competencies that have been changed since, or asked about, stay: {titles}. They can be switched off on the sheet “Компетенции”.',
};

// Reading answers, levels, the file of answers: English.
import type { ANSWERS as RU } from '../ru/answers';
import type { Wording } from '../wording';

export const ANSWERS: Readonly<Record<keyof typeof RU, Wording>> = {
  'answers.will': 'New answers will be read; levels, deficits and the summary computed anew:',
  'answers.will.survey': '“{title}”',
  'answers.will.more': 'and {count} more {count|survey|surveys}',
  'answers.noSurveys':
    'Nothing to read: no survey is open. First choose “{@action.sendNeeds}” or “{@action.sendSelf}” in the menu.',
  'answers.count.surveys': 'Open surveys',
  'answers.read': 'New answers read: {added}, changed: {edited}. Computing levels.',
  'answers.writing': 'Writing levels: {rows} of {total} rows.',
  'answers.done': 'New answers: {added}, changed: {edited}, replaced by later ones: {replaced}.',
  'answers.results': 'Deficits: {deficits}, surpluses: {surpluses}, to be confirmed: {checks}.',
  'answers.unknown':
    '{count} {count|answer is|answers are} not recognised. Open the sheet “Ответы”, write the code into the column “Код сотрудника” and choose “{@action.processAnswers}” again.',
  'answers.formInBin':
    'The form “{title}” is in the Drive bin: nobody can answer it. Restore it, or undo the run that made it.',
  'answers.codeUnknown':
    'Nobody on the staff list has the code “{found}”. Write a code from the sheet “Сотрудники” and process the answers again.',
  'answers.formGone':
    'The form “{title}” was not found: it may have been deleted. Answers already read are safe. Restore the form from the bin of Drive and choose the state “идёт” on the sheet “Опросы”, or send the survey anew.',
  'answers.questionsGone':
    'Questions were deleted from the form “{title}”: {questions}. They will have no answers. If that was just now, undo it in the form itself (Ctrl+Z): a new question of the same words is not read. Else undo the run that made the form (“{@action.undoRun}”) and send the survey anew.',
  'answers.unreadable':
    'Sheet “Ответы”, row {row}{?name} ({name}){/}: the answer to “{question}” (survey “{survey}”) cannot be read. The rest counts. If a choice was renamed in the form, give it back its former words.',

  'matrix.will': 'Levels, deficits and surpluses will be computed anew from answers read, tests and observations.',
  'matrix.count.teachers': 'Participants',
  'levels.teacher.unknown':
    'Sheet “Тесты и наблюдения”, row {row}: there is nobody with the code “{found}”. Take the code from the sheet “Сотрудники”.',
  'levels.competency.unknown':
    'Sheet “Тесты и наблюдения”, row {row}: no competency in use has the code “{found}”. Take the code from the sheet “Компетенции”.',
  'levels.self.offScale':
    '“{title}”: {count} {count|answer names|answers name} a level that is no longer on the scale; it does not count. Put its description back on the sheet “Компетенции”, or hold the self-assessment again.',
  'levels.level.bad':
    'Sheet “Тесты и наблюдения”, row {row}: the level “{found}” is not on the scale. Write a whole number from 0 to {top}.',

  'answers.empty': 'There are no answers. The first row must hold headings, then comes a row an answer.',
  'answers.column.missing': 'The column “{column}” is missing. Add its heading to the first row.',
  'answers.column.repeated': 'The column “{column}” occurs twice. Leave one.',
  'answers.column.unknown': 'The column “{column}” is unknown. Correct the heading or delete the column.',
  'answers.form.unknown': 'Unclear which form it is: “{found}”. Write, for example: опрос потребностей or самооценка.',
  'answers.at.bad': 'The time of the answer cannot be read: “{found}”. Write it like this: 07.09.2026 09:05.',
  'answers.email.missing': 'No e-mail address. Write who answered.',
  'answers.about.missing': 'It is not said what the form is about. Write a competency’s code, a group or a module.',
  'answers.level.bad': '“{found}” is not a level. Write a whole number from 0 to 4.',
  'answers.number.bad': '“{found}” is not a number. Write one or two digits.',
  'answers.code.bad': '“{found}” is not the code of a choice: codes hold no spaces. Write one code.',
  'answers.grid.bad': '“{found}” cannot be read. Write pairs “row|column” separated by semicolons.',

  'file.option.unknown': '“{found}” is no choice of this form. Write one of its choices.',
  'file.question.unknown': 'This form has no such question. Clear the cell or correct the kind of form.',
  'file.required.missing': 'The required question “{question}” has no answer. Write one or remove the row.',
  'file.competency.unknown': '“{found}” is no competency of the programme. Write a code of the framework.',
  'file.teacher.unknown': '“{found}” is no code of the staff list. Correct the code.',
  'file.source.bad': '“{found}” is no source. Write “тест” or “наблюдение”.',
  'file.date.bad': 'The date “{found}” cannot be read. Write it like this: 30.11.2026.',
};

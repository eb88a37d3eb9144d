// Surveys, letters, reminders: English.
import type { SURVEYS as RU } from '../ru/surveys';
import type { Wording } from '../wording';

export const SURVEYS: Readonly<Record<keyof typeof RU, Wording>> = {
  'surveys.will':
    '{forms} {forms|form|forms} will be made; {?letters}{letters} {letters|letter|letters} will be sent.{:}no letters: nobody has an e-mail address.{/}',
  'surveys.again':
    'All forms are there already, no new ones will be made. Letters go only to those who have neither answered nor been written to.',
  'surveys.nothing':
    'Nothing to send: all forms are there, and everybody with an e-mail address has answered or been written to.',
  'surveys.count.forms': 'New forms',
  'surveys.count.items': 'Items in them',
  'surveys.count.letters': 'Letters',
  'surveys.noEmail':
    '{count} {count|person has|people have} no e-mail address: {names+count-names}. They get no letter: write the address on the sheet “Сотрудники” or pass the link on yourself.',
  'surveys.building': 'Building the form “{title}”: {built} of {items} {items|item|items}.',
  'surveys.made': 'The form “{title}” is ready.',
  'surveys.notPublished':
    'The form “{title}” is built, but Google did not open it for answers, and no letters were sent. Open the form ({url}), press “Publish” and send the survey again.',
  'surveys.noStaff':
    'Nobody to ask: the sheet “Сотрудники” has no participants of your school. Import a list (“{@action.importStaff}”) or write “да” in the column “Участвует”.',
  'surveys.noCompetencies':
    'Nothing to ask about. Open the sheet “Компетенции” and write “да” in the column “Используется” of at least one row.',
  'surveys.nobodyChose':
    'Nobody to send the addressed survey to: nobody has yet chosen a competency that has practical questions. Wait for answers to the needs survey and choose “{@action.processAnswers}”.',
  'surveys.more': 'and {count} more',
  'surveys.done': 'Forms ready: {forms}, letters sent: {sent}.',

  'agree.anew':
    'Group {group}: {?changed}{names|the consultant is now|the consultants are now} {names}.{:}the questions have changed, and {names} {names|has|have} not answered yet.{/}{?letters} A new form goes out, with the people, questions and times of now; nobody is reminded of the former one.{/}{?waits} The programme waits for an answer again. The former consultant’s topics stay on the sheet “Программы занятий” until the new one answers.{/}',
  'agree.times': 'Group {group}: the times that the former consultant named ({times}) no longer count.',
  'agree.questions':
    'Group {group}: the questions on the sheet “Программы занятий” become those of the present participants.',
  'agree.edited':
    'Group {group}: the programme was changed by hand and stays as it is. Read what the new consultant answers in the form itself.',
  'agree.byHand':
    'Group {group}: the questions on the sheet “Программы занятий” were changed by hand. They stay, and the new form asks about them: check that none is from somebody who has left the group.',

  'mail.going': 'Letters sent: {sent}, left: {left}.',
  'mail.quota':
    'Google sends no more letters today. Sent: {sent}, left: {left}. The rest will go by itself, usually within a day; there is nothing to do.',
  'mail.outage':
    'Google’s mail does not answer now. Sent: {sent}, left: {left}. The rest will go by itself within an hour or two; there is nothing to do.',
  'mail.doubt':
    'It is unknown whether {names|this letter|these letters} arrived: {names}. It is not sent again, so as not to write twice. Ask the addressees or pass the link on yourself.',

  'remind.survey':
    '“{title}”: {?audience>answered}{answered} of {audience} have answered. Waiting for: {names+audience-answered-names}.{:}all have answered, {answered} of {audience}.{/}',
  'remind.done': 'Reminders sent: {sent}.',
  'remind.reading': 'Reading the latest answers, so as not to remind those who have answered.',
  'remind.noSurveys':
    'Nothing to remind about: no survey is still within its term. Send a survey, or prolong the term on the sheet “Опросы”, column “Ответить до”.',
  'remind.tooEarly':
    'Nobody to remind now: all have answered or got a letter recently. How often to remind is on the sheet “Настройки”: “Напоминать не чаще, дней”.',
  'remind.binned':
    'The form “{title}” lies in the bin of Drive and cannot be answered: nobody will be reminded of it. Take it out of the bin. If it is not needed, undo the run that made it and send the survey anew.',
  'remind.closed':
    'The form “{title}” takes no answers: nobody will be reminded of it. To open it again choose “{@action.selfCheck}” → “mend what can be mended”. If no more answers are needed, set its state to “завершён” on the sheet “Опросы”.',
};

// The home view: English.
import type { HOME as RU } from '../ru/home';
import type { Wording } from '../wording';

export const HOME: Readonly<Record<keyof typeof RU, Wording>> = {
  'home.setUp.now': 'Begin here: sheets, settings and competencies will be made.',
  'home.setUp.problem': 'One of the settings is wrong.',
  'home.setUp.done': 'Sheets and settings are there.',
  'home.setUp.broken': 'Not all sheets could be read: {tables}.',
  'home.untold': 'The sheet “{table}” could not be read.',
  'home.broken.do':
    '“{@action.selfCheck}” → “mend what can be mended” helps to mend the sheets. Everything else on this page is right.',
  'home.staff': '{?count}{count} {count|participant|participants}.{:}No participants yet.{/}',
  'home.survey.none': 'Not sent yet.',
  'home.survey.coverage': '{answered} of {audience} have answered.',
  'home.answers': '{?count}Answers read: {count}.{:}No answers yet.{/}',
  'home.answers.unknown': 'Answers read: {count}, not recognised: {unknown}. Write the codes on the sheet “Ответы”.',
  'home.groups': '{?drafts|published}Drafts: {drafts}, published: {published}.{:}No groups yet.{/}',
  'home.agreed': '{?total}Agreed: {agreed} of {total}.{:}Consultants have not been asked yet.{/}',
  'home.modules': '{?drafts|invited}Drafts: {drafts}, with invitations: {invited}.{:}No modules yet.{/}',
  'home.feedback': '{?received}Feedback received: {received}.{:}No feedback yet.{/}',
  'home.feedback.ahead': 'The sessions are still to come: the forms go out after them.',
  'home.feedback.asked': 'The forms have gone out, no feedback yet. Answers are taken until {until}.',
  'home.feedback.over': 'Nobody has sent feedback; the last day was {until}.',
  'home.bank': '{?count}Resources: {count}.{:}No resources yet.{/}',
  'home.plan': '{?total}Measures done: {done} of {total}.{:}There is no plan yet.{/}',
  'home.teams': '{?drafts|published}Rows in draft: {drafts}, published: {published}.{:}Not formed yet.{/}',
  'home.indicators':
    '{?total}Indicators that reached the target: {reached} of {total}.{:}There are no indicators yet.{/}',
  'home.routes': '{?total}Routes: {people}, items done: {done} of {total}.{:}No routes yet.{/}',
  'home.growth':
    '{?people}Cycles compared for {people} {people|teacher|teachers}.{:}Possible from the second cycle on.{/}',
  'home.partners':
    '{?total}Agreed with {agreed} of {total} {total|school|schools}.{:}People of other schools: {others}. Make the sheet of partners.{/}',
  'home.sendRoutes': '{?at}Last on {at}.{:}Teachers have had no letter about their routes yet.{/}',
  'home.evaluateModel': '{?at}Last on {at}.{:}A verdict on the groups: keep, change, stop.{/}',
  'home.writeNote': '{?at}Written on {at}.{:}The cycle summed up in a document: numbers, tables, conclusions.{/}',
  'home.number.staff': 'Participants',
  'home.number.deficits': 'Deficits',
  'home.number.surpluses': 'Surpluses',
  'home.number.groups': 'Groups',
  'home.source': 'sheet “{table}”',
};

// Individual routes: English.
import type { Wordings } from '../wording';

export const ROUTES = {
  'confirm.makeRoutes': 'Make',
  'confirm.sendRoutes': 'Send',
  'confirm.closeRoutes': 'Close',
  'field.sendRoutes.to': 'Whom to write to',
  'field.sendRoutes.to.help':
    'Each gets one letter with the link to the own route. Nobody is told of the same route twice.',
  'field.closeRoutes.cycle': 'Which cycle to close',
  'field.closeRoutes.cycle.help': 'After that the rows and documents of its routes do not change.',

  'route.will':
    '{teachers} {teachers|teacher|teachers} will have a route: rows on the sheet “Индивидуальные маршруты” and a document each. What you and the teachers have written stays.',
  'route.will.share':
    'A document opens to its teacher only, who may write in it. No letters go yet: “{@action.sendRoutes}” sends the links to the teachers.',
  'route.nothing':
    'There is nothing to make routes of: neither gaps nor published groups. Choose “{@action.processAnswers}” and “{@action.publishGroups}”.',
  'route.cycleClosed':
    'The routes of cycle {cycle} are closed. Begin a new cycle: change “Цикл” on the sheet “Настройки” and send the self-assessment.',
  'route.count.teachers': 'Teachers with a route',
  'route.count.added': 'New rows',
  'route.count.changed': 'Rows to change',
  'route.count.cancelled': 'Of these cancelled',
  'route.count.confirmed': 'Confirmed',
  'route.count.done': 'Done',
  'route.count.doing': 'Under way',
  'route.count.planned': 'Planned',
  'route.register': 'Rows added: {added}, changed: {changed}, of these cancelled: {cancelled}. Preparing documents.',
  'route.documents': 'Documents: {done} of {total}.',
  'route.done':
    'The routes are ready. Rows added: {added}, changed: {changed}, of these cancelled: {cancelled}. Documents in all: {documents}, made: {made}, updated: {written}.',
  'route.refused':
    'Not shared: {names+count-names}. Google Drive takes addresses of Google accounts only. Correct the address on the sheet “Сотрудники” and make the routes again.',
  'route.unaddressed':
    'No e-mail address, so only you see the document: {names+count-names}. Write the address on the sheet “Сотрудники”.',
  'route.send.to.new': 'those who have not been written to',
  'route.send.to.changed': 'those too whose route has changed since',
  'route.send.none': 'No routes of cycle {cycle} are open. Choose “{@action.makeRoutes}” first.',
  'route.send.will': '{letters} {letters|teacher|teachers} will get a letter with the link to the own route.',
  'route.send.nothing': 'There is nobody to write to now.',
  'route.send.changed':
    'The routes of {changed} {changed|teacher|teachers} have changed since the last letter. To write to them too, go back and choose “{@route.send.to.changed}”.',
  'route.send.done': 'Letters with routes sent: {sent}.',
  'route.send.without.document': 'No document yet, so no letter: {names+count-names}. Choose “{@action.makeRoutes}”.',
  'route.send.without.bin':
    'The document is in the bin, so no letter: {names+count-names}. “{@action.makeRoutes}” takes it out.',
  'route.send.without.address':
    'No e-mail address, so no letter: {names+count-names}. Write the address on the sheet “Сотрудники” and make the routes again.',
  'route.send.without.access':
    'The document is not open to its teacher, so no letter: {names+count-names}. Check the address on the sheet “Сотрудники” and make the routes again.',
  'route.count.first': 'First letters',
  'route.count.again': 'Letters about a changed route',
  'route.count.told': 'Written to before',
  'route.mail.titles': '{titles+count-titles}',
  'route.mail': 'Letter about a route, cycle {cycle}',
  'route.cancelled': 'Cancelled at an update: the data show no gap any more, nor a group.',
  'route.close.none':
    '{?cycle}No routes of cycle {cycle} are open.{:}No routes are open.{/} Choose “{@action.makeRoutes}” first.',
  'route.close.will':
    'The routes of cycle {cycle} will be closed: {rows} {rows|row|rows} and their documents will not change any more. Before that the documents are updated once more.',
  'route.close.done':
    'The routes of cycle {cycle} are closed, rows: {rows}. The routes of the next cycle will show how levels have grown.',
  'route.folder': 'Individual routes',

  'route.partners.none': 'No group yet',
  'route.partners.learns': 'Group {group}. Consultants: {names}',
  'route.partners.consults': 'Group {group}. Members: {names}',
  'route.partners.learned': 'No group now. Before: group {group}, consultants: {names}',
  'route.partners.consulted': 'Before: group {group}, members: {names}',
  'route.when.module': '{module}{?date}: {date} {start}–{end}{/}{?place}, {place}{/}',
  'route.when.slot': 'In the group’s time: {slot}',
  'route.when.none': 'The date comes with the timetable',
  'route.task.practice': 'Work it out and show it in a lesson or to a colleague: {practice}',
  'route.task.lesson': 'Give a lesson in which it helps, and put its card into the bank',
  'route.task.consults':
    '{?practice}Lead the session and set the task: {practice}{:}Lead the session and set its members a task{/}',
  'route.evidence.feedback': 'Session {module}, {date}: took part, feedback given',
  'route.evidence.held': 'Session {module}, {date}: held, no feedback yet',
  'route.evidence.level': 'The level has risen: from {from} to {level}, the goal being {goal}',

  'route.doc.file': 'Route {name} ({code}), cycle {cycle}',
  'route.doc.title': 'Individual route: {name}',
  'route.doc.subtitle': '{?school}{school}. {/}Programme “{programme}”, cycle {cycle}',
  'route.doc.how':
    'The programme updates this part, down to the heading “{@route.doc.notes}”. Write below it: your notes stay.',
  'route.doc.closed': 'The cycle ended on {closed}. The route does not change any more.',
  'route.doc.growth': 'How the level has grown',
  'route.doc.items': 'Under way',
  'route.doc.notes': 'My notes',
  'route.doc.notes.hint': 'What I tried, what worked, what to ask the consultant:',
  'route.doc.head.what': 'What',
  'route.doc.head.level': 'Level',
  'route.doc.head.partners': 'With whom',
  'route.doc.head.when': 'When',
  'route.doc.head.state': 'State',
  'route.doc.head.before': 'Before',
  'route.doc.head.now': 'Now',
  'route.doc.consults': '{title} (I consult)',
  'route.doc.cancelled': '{title} (cancelled)',
  'route.doc.goal': 'Goal:',
  'route.doc.task': 'Task:',
  'route.doc.resource': 'Material:',
  'route.doc.evidence': 'Evidence:',
  'route.doc.remark': 'Remark:',
} satisfies Wordings;

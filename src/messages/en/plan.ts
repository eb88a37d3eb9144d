// The plan: English.
import type { Wordings } from '../wording';

export const PLAN = {
  'plan.start.bad': 'Choose the day on which the programme begins.',
  'plan.period.bad': 'Check the programme’s first and last day: the last cannot lie before the first.',
  'plan.empty':
    'The plan is empty. Make it from the programme, import your own, or write measures on the sheet “План”.',

  'plan.make.will':
    '{count} {count|measure|measures} of the programme will be added to the sheet “План”, from {from} to {to}.',
  'plan.make.nothing':
    'All measures of the programme are on the sheet “План” already. Only the programme’s time changes: {from} to {to}.',
  'plan.make.done':
    '{count} {count|measure was|measures were} added to the plan. The programme runs from {from} to {to}: this is in the settings. Check dates and responsible people.',
  'plan.count.measures': 'New measures',
  'plan.count.known': 'In the plan already',
  'plan.count.dated': 'Dates understood',
  'plan.count.repeated': 'Recurring',
  'plan.count.problems': 'Dates not understood',
  'plan.count.outside': 'Rows outside the plan’s tables',

  'plan.import.nothing': 'Choose the sheet with the plan or paste its table into the field.',
  'plan.import.noTable':
    'No plan table was found ({rows} {rows|row|rows} looked at). There must be a row of headings with a column of measures and a column of dates, for example “Мероприятие” and “Сроки”.',
  'plan.import.will': '{count} {count|measure|measures} will be added to the sheet “План”. Tables read: {tables}.',
  'plan.import.known': 'All measures of this plan are on the sheet “План” already.',
  'plan.import.example': 'How the first rows were understood',
  'plan.import.done':
    '{count} {count|measure was|measures were} added to the plan. {?problems}The dates of {problems} were not understood: write them on the sheet “План”.{:}All dates were understood.{/}',
  'plan.row.noDate': '“{title}”: no date is given. Write the dates on the sheet “План”.',
  'plan.row.unread':
    '“{title}”: the date “{when}” was not understood. The words are kept; write the dates on the sheet “План”.',
  'plan.row.dates': 'Not understood: {found}. Write dates like 30.11.2026, several separated by semicolons.',
  'plan.row.order': '“{title}”: the end {end} lies before the beginning {start}. Correct one of the dates.',

  'plan.assumed.year': 'The year is that of the programme or stage.',
  'plan.assumed.period': 'Understood as the whole time of the programme, stage or year.',
  'plan.assumed.start': 'Begins with the programme.',
  'plan.assumed.end': 'Ends with the programme.',
  'plan.assumed.before': '“До” is understood as up to and including the day before.',
  'plan.assumed.elsewhere': 'The dates are in another document.',
  'plan.assumed.partly': 'Not understood: “{unread}”.',
  'plan.assumed.above': 'The date is that of the row above.',

  'plan.refresh.will':
    'The standing of {count} {count|measure|measures} will be worked out; the sheet “План-график” will be redrawn.',
  'plan.refresh.words': 'The dates of {count} {count|measure|measures} will be filled in from words.',
  'plan.refresh.done': 'The chart is up to date. Measures: {count}, overdue: {overdue}.',
  'plan.count.done': 'Done',
  'plan.count.now': 'Under way',
  'plan.count.overdue': 'Overdue',
  'plan.count.ahead': 'Ahead',
  'plan.count.undated': 'Without a date',
  'plan.overdue':
    'Overdue by {days} {days|day|days}: “{title}”, due {since}.{?responsible} Responsible: {responsible}.{/}',
  'plan.overdue.times':
    '{missed} of {times} missed: “{title}”, the first due by {since}.{?responsible} Responsible: {responsible}.{/}',
  'plan.standing.undated': 'no date',
  'plan.standing.done': 'done',
  'plan.standing.cancelled': 'cancelled',
  'plan.standing.overdue':
    '{?times>1}{missed} of {times} missed, the first due by {since}{:}overdue by {days} {days|day|days}{/}',
  'plan.standing.now': '{?days}under way, due in {days} {days|day|days}{:}due today{/}',
  'plan.standing.ahead': 'begins in {days} {days|day|days}, {from}',
  'plan.year': '{year}',

  'plan.remind.nothing': 'There is nothing to remind of: nothing is overdue or soon due.',
  'plan.remind.will':
    '{letters} {letters|letter|letters} about {due} {due|measure|measures} will be sent. A person gets at most one this week.',
  'plan.remind.done': 'Letters about the plan sent this week: {sent}.',
  'plan.remind.unaddressed':
    'Nobody can be reminded of {count} {count|measure|measures}: {titles}. Write an address on the sheet “План”, column “Кому напоминать”.',
  'plan.count.due': 'Measures in the letters',
  'plan.count.unaddressed': 'Nobody to remind',
  'plan.mail.colleague': 'colleague',
  'plan.mail.overdue':
    '{title} — {?times>1}{missed} of {times} missed, the first due by {since}{:}was due {since}{/}{?result}. Expected: {result}{/}',
  'plan.mail.now': '{title} — by {due}{?result}. Expected: {result}{/}',
  'plan.mail.ahead': '{title} — from {from} to {due}{?result}. Expected: {result}{/}',
  'plan.mail.done': '{title} — done',
  'plan.mail.cancelled': '{title} — cancelled',
  'plan.mail.undated': '{title} — no date',

  'plan.calendar.will': '{count} {count|event|events} of the programme’s calendar will change. Nobody is invited.',
  'plan.calendar.nothing': 'The calendar already shows the plan.',
  'plan.calendar.going': 'Writing into the calendar: {done} of {total}.',
  'plan.calendar.done': 'Done: {count} {count|event|events} of the plan changed in the calendar.',
  'plan.calendar.undated':
    '{count} {count|measure has|measures have} no date and will not be in the calendar: {titles}.',
  'plan.event.title': '{title}',
  'plan.event.deadline': 'Due: {title}',
  'plan.event.stage': 'Stage: {value}',
  'plan.event.responsible': 'Responsible: {value}',
  'plan.event.result': 'Expected: {value}',
  'plan.event.window': 'Planned from {from} to {to}',
} satisfies Wordings;

// Indicators and the pupils' questionnaire: English.
import type { Wordings } from '../wording';

export const INDICATORS = {
  'indicator.line.noFact': '{title}: no fact yet. The target is {target} %.',
  'indicator.line.reached': '{title}: {fact} % of a target of {target} %, reached.',
  'indicator.line.missed': '{title}: {fact} % of a target of {target} %, the time is over.',
  'indicator.line.onTrack':
    '{title}: {fact} % of a target of {target} %. At this pace it will be {forecast} % in time.',
  'indicator.line.behind':
    '{title}: {fact} % of a target of {target} %. At this pace it will only be {forecast} % in time.',
  'indicator.line.early': '{title}: {fact} % of a target of {target} %. It is too early to speak of a pace.',
  'indicator.count.reached': 'Reached',
  'indicator.count.onTrack': 'Will be reached',
  'indicator.count.behind': 'Will not be reached',
  'indicator.count.missed': 'Time over, not reached',
  'indicator.basis':
    'A pace of {pace} percentage points a week: the line through {points} {points|point|points} from {from} to {to} (sheet “Ход показателей” and the programme’s first day).',
  'indicator.basis.early': 'Less than a week lies between the first and the last fact: there is no pace yet.',
  'indicator.basis.none': 'No forecast: there is no fact or date, or the indicator is measured only twice.',

  'indicator.from.groups': 'Sheets “Группы” and “Сотрудники”: {have} of {of} people are in published groups.',
  'indicator.from.modules': 'Sheets “Расписание” and “Группы”: a session was held for {have} of {of} people.',
  'indicator.from.matrix':
    'Sheet “Дефициты и профициты”: {have} of {of} have reached the target in at least {least} of the {set} competencies named in the column “Что считать”{?unknown}; {unknown} {unknown|person has|people have} not been assessed{/}.',
  'indicator.from.feedback':
    'Sheet “Отзывы”: the mean index of {rows} {rows|row|rows}, {received} {received|answer|answers}.',
  'indicator.from.lessons':
    'Sheet “Уроки с ИКТ” ({lessons} {lessons|lesson|lessons}): {have} of {of} gave at least {least} {least|lesson|lessons} in each of the last {months} months of term.',
  'indicator.from.lessons.none': 'No data: the sheet “{table}” is empty.',
  'indicator.from.lessons.early': 'Sheet “{table}”: no whole month of term is over since the programme began.',
  'indicator.from.surveys': 'Sheet “Опросы”: {have} of {of} have answered; surveys: {surveys}.',
  'indicator.from.motivation':
    'Sheet “Мотивация учеников”: growth of the share of high motivation in {classes} {classes|class|classes}, {before} {before|answer|answers} before and {after} after. With 95 % confidence {low} to {high} percentage points. Effect size {effect} ({effectLow} to {effectHigh}).',
  'indicator.from.motivation.none':
    'Pupils’ survey: no class with five or more answers both before and after{?classes} (classes with answers: {classes}){/}.',
  'indicator.from.plan': 'Sheet “План”: {have} of {of} done, cancelled ones left out.',
  'indicator.from.hand': 'Written on the sheet “Показатели”.',
  'indicator.from.hand.none': 'Write the share into the column “Факт”.',

  'indicator.nearest.people':
    '{name}{?surpluses}: can consult ({surpluses}){/}{?deficits}{?surpluses},{:}:{/} deficits — {deficits}{/}',
  'indicator.nearest.levels': '{name}: {levels} {levels|level|levels} missing — {titles}',
  'indicator.nearest.lessons': '{name}: lessons {lessons}, missing {left}',
  'indicator.nearest.silent': '{name}: has not answered',

  'indicator.advice.missing': '{count} {count|person is|people are} missing to the target.',
  'indicator.advice.groups': 'Form groups for the deficits on the sheet “Без группы”; groups published now: {groups}.',
  'indicator.advice.modules':
    'Hold the sessions of the other groups: sheets “Расписание” and “Группы”; sessions held in {modules} {modules|group|groups}.',
  'indicator.advice.module': 'A session on “{title}” will move most people: {count} of the nearest need it.',
  'indicator.advice.unknown':
    'Too little is known of {count} {count|teacher|teachers}: remind of the self-assessment or fill in “Тесты и наблюдения”.',
  'indicator.advice.feedback':
    'The session {module} “{title}” was rated lowest: go through its feedback with the consultant.',
  'indicator.advice.lessons':
    'Ask teachers to write their lessons on the sheet “{table}”: {least} a month count. Offer those who have begun a lesson together with a consultant.',
  'indicator.advice.surveys': 'Remind those who have not answered.',
  'indicator.advice.motivation':
    'See on the sheet “Мотивация учеников” which classes have grown less, and plan lessons with ICT there.',
  'indicator.advice.motivation.ask': 'Ask the pupils before and after in the same classes.',
  'indicator.advice.plan': 'Close what is overdue on the sheet “{table}”: {overdue}.',
  'indicator.advice.hand': 'Update the fact and see what is in the way.',

  'motivation.few': 'Fewer than five answers before or after: not shown, not counted in the total.',
  'motivation.same': 'All answers are alike: there is no effect size.',
  'motivation.all': 'All classes shown',
  'motivation.grown': 'The share of high motivation has grown: the interval is above zero. Classes: {classes}.',
  'motivation.fallen': 'The share of high motivation has fallen: the interval is below zero. Classes: {classes}.',
  'motivation.unsure': 'Growth is not proved: the interval holds zero. Classes: {classes}.',

  'pupils.occasion.before': 'before the programme',
  'pupils.occasion.after': 'after the programme',
  'pupils.occasion.none': 'Choose which questionnaire this is: before or after the programme.',
  'pupils.classes.none': 'Write the classes, separated by semicolons, for example 5A; 5B; 6A.',
  'pupils.will':
    'An anonymous form will be made for the classes {classes}. No letters go out: hand the link to the class teachers.',
  'pupils.there': 'This questionnaire is open already: its link is on the sheet “Опросы”.',
  'pupils.done': 'The questionnaire is open. Give the class teachers this link: {url}',
} satisfies Wordings;

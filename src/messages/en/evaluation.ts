// The evaluation of the model: English.
import type { Wordings } from '../wording';

export const EVALUATION = {
  'field.evaluateModel.cycle': 'Cycle',
  'field.evaluateModel.cycle.help':
    'Whose groups and sessions are evaluated. What people gained is known after the next cycle’s survey.',

  'evaluation.noneHeld': 'It is too early: the timetable has no session that was held.',
  'evaluation.cycle.none': 'Choose a cycle that had sessions: {cycles}.',
  'evaluation.count.modules': 'Sessions held',
  'evaluation.count.good': 'Good criteria',
  'evaluation.count.bad': 'Bad criteria',
  'evaluation.conclusion': 'Conclusion on the model of mobile groups',
  'evaluation.conclusion.keep': 'keep',
  'evaluation.conclusion.change': 'change',
  'evaluation.conclusion.stop': 'stop',
  'evaluation.conclusion.early': 'too early',
  'evaluation.conclude.keep': 'The model of mobile groups works: keep it.',
  'evaluation.conclude.change': 'The model of mobile groups should be changed.',
  'evaluation.conclude.stop': 'The model of mobile groups is better stopped as it is.',
  'evaluation.conclude.early': 'It is too early to judge the model of mobile groups: few criteria are known.',
  'evaluation.line.good': '{@evaluation.name.+criterion}: {value} — good.',
  'evaluation.line.middle': '{@evaluation.name.+criterion}: {value} — fair.',
  'evaluation.line.bad': '{@evaluation.name.+criterion}: {value} — bad.',
  'evaluation.line.unknown': '{@evaluation.name.+criterion}: {value}.',
  'evaluation.name.coverage': 'Deficits covered',
  'evaluation.name.attendance': 'Attendance',
  'evaluation.name.consultees': 'Satisfaction of those who learn',
  'evaluation.name.consultants': 'Satisfaction of consultants',
  'evaluation.name.closed': 'Deficits of members closed',
  'evaluation.name.hours': 'Cost of a closed deficit',
  'evaluation.rule':
    'stop — bad by {stopFrom} {stopFrom|criterion|criteria} or more; keep — none bad, at least half good',
  'evaluation.from': 'Cycle “{cycle}”, sessions held: {modules}.',
  'evaluation.why':
    '{?good}Good: {good}. {/}{?bad}Bad: {bad}. {/}{?unknown}Not known: {unknown}. {/}The thresholds are in the settings.',
  'evaluation.more': 'good from {good}, bad below {bad}',
  'evaluation.less': 'good up to {good}, bad above {bad}',
  'evaluation.share': '{share} % ({have} of {of})',
  'evaluation.index': '{index} of 100, {answers} {answers|answer|answers}',
  'evaluation.hours': '{hours} person-hours',
  'evaluation.vain': 'not one deficit closed in {hours} person-hours',
  'evaluation.gain': '{gain} {gain|level|levels} on the average, people: {people}',
  'evaluation.none': 'nothing to count',
  'evaluation.hidden': 'fewer than three answers ({answers})',
  'evaluation.notYet': 'after the second survey',
  'evaluation.from.coverage':
    'The sheets of deficits and of groups: the cycle’s deficits whose owner learns that competency in a published group ({groups}).',
  'evaluation.from.attendance':
    'The timetable: seats taken of those invited. Sessions written down — {marked}, by calendar answers and feedback — {counted}{?unknown}, unknown — {unknown}{/}.',
  'evaluation.from.feedback': 'The feedback: mean index of all sessions.',
  'evaluation.from.closed':
    'Growth by teacher: deficits of members in their group’s competency{?next}, by cycle “{next}”{:}, once the next cycle’s answers come{/}.',
  'evaluation.from.hours':
    'The timetable: length of sessions times people; consultants with preparation — {consultants} h, members — {consultees} h{?timeless}; sessions without a time, left out: {timeless}{/}.',
  'evaluation.from.cost': 'The timetable; preparation is from the settings.',
  'evaluation.from.gain': 'The sheets of groups and of growth by teacher.',
  'evaluation.hours.consultants': 'Hours of consultants with preparation',
  'evaluation.hours.consultees': 'Hours of members',
  'evaluation.gain.members': 'Gain of members',
  'evaluation.gain.others': 'Gain of those with a deficit and no group',
  'evaluation.gain.consultant': 'Gain of members, consultant {name}',
  'evaluation.gain.size': 'Gain in groups, members: {size}',
  'evaluation.advice.coverage': 'Look at the deficits left uncovered: add times, consultants or mentor pairs.',
  'evaluation.advice.attendance':
    'Check the times against the calendar answers, one session a day at most, remind the day before.',
  'evaluation.advice.consultees':
    'Read the comments in the feedback: practice on one’s own lessons and smaller groups help most often.',
  'evaluation.advice.consultants':
    'Ask the consultants about their load: fewer members, a second consultant, time to prepare.',
  'evaluation.advice.closed':
    'Compare the gain by consultant and group size below; add a session for those whose deficit is left.',
  'evaluation.advice.hours': 'Put groups of one topic together, or replace some sessions by materials of the bank.',
} satisfies Wordings;

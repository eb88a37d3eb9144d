// Growth between cycles: English.
import type { Wordings } from '../wording';

export const GROWTH = {
  'field.countGrowth.before': 'Before: cycle',
  'field.countGrowth.before.help': 'What is compared with. Needs self-assessments, tests or observations.',
  'field.countGrowth.after': 'After: cycle',
  'field.countGrowth.after.help': 'What counts as the result.',

  'growth.oneCycle':
    'There is nothing to compare yet: it takes the levels of two cycles, there are those of {cycles}. Change the cycle in the settings, send the self-assessment again and process the answers.',
  'growth.cycles.none': 'Choose two different cycles of these: {cycles}.',
  'growth.nobody':
    'Nobody has been assessed in the same way in both cycle “{before}” and cycle “{after}”. Process the self-assessments of both cycles or write down tests and observations.',
  'growth.total':
    'From cycle “{before}” to cycle “{after}” the mean level of {people} {people|teacher|teachers} assessed in both went from {was} to {is}.',
  'growth.transitions':
    'There were {deficits} deficits: {closed} closed ({surplus} of them now surpluses), {remained} left. New ones: {appeared}.',
  'growth.rising': 'Sure growth: {titles}.',
  'growth.firstTime': 'There are consultants for the first time: {titles}.',
  'growth.only': 'Only in cycle “{cycle}”, so not compared: {titles}.',
  'growth.verdict.few': 'too little data (n = {people})',
  'growth.verdict.same': 'nothing has changed',
  'growth.verdict.unsure': 'may be chance',
  'growth.verdict.rise':
    'sure growth{?size=tiny}, a very small effect{/}{?size=small}, a small effect{/}{?size=medium}, a medium effect{/}{?size=large}, a large effect{/}',
  'growth.verdict.fall':
    'sure decline{?size=tiny}, a very small effect{/}{?size=small}, a small effect{/}{?size=medium}, a medium effect{/}{?size=large}, a large effect{/}',
  'growth.count.people': 'Teachers in both cycles',
  'growth.count.competencies': 'Common competencies',
  'growth.count.sure': 'With sure growth',
  'growth.about':
    'Cycles “{before}” and “{after}”, levels from the sheets of answers (self-assessment) and of tests and observations. Everybody is compared with himself by one source; targets are the present ones.',
  'growth.error.alpha':
    'The error of measurement is from Cronbach’s α of the first cycle’s answers; over all common competencies α = {reliability}.',
  'growth.error.stated': 'The error of measurement is from the reliability in the settings, {reliability}.',
  'growth.error.none':
    'The error of the whole questionnaire cannot be reckoned: it takes three common competencies and ten complete self-assessments of the first cycle. The reliability can be written into the settings.',
  'growth.all': 'All common competencies',
  'growth.all.of': 'All common, the mean of {count}',
  'growth.unmatched': 'Nobody has been assessed in it alike in both cycles.',
  'growth.few': 'Effect size and probability are reckoned from {least} comparable people on.',
  'growth.noSpread': 'All answers are alike: there is no effect size.',
  'growth.next.group': 'There are consultants and people to learn: “{@action.formGroups}” in the new cycle.',
  'growth.next.pair': 'Too few people for a group: a mentor pair will do.',
  'growth.next.ask': 'There is a surplus, but nobody offered to help: {silent}. Ask them.',
  'growth.next.confirm': 'Ready to help, but not confirmed: {unconfirmed}. Visit a lesson or give a test.',
  'growth.next.outside': 'The school has no consultant: a course, a partner school, somebody from outside.',
  'growth.next.closed': 'Nobody is left to teach: the new consultants can help a partner school or the bank.',
  'growth.next.firstTime': 'There was no consultant in this topic in the last cycle.',
} satisfies Wordings;

// Feedback after modules: English.
import type { FEEDBACK as RU } from '../ru/feedback';
import type { Wording } from '../wording';

export const FEEDBACK: Readonly<Record<keyof typeof RU, Wording>> = {
  'feedback.will':
    '{modules} {modules|module has|modules have} ended: consultants and participants are asked, each side with its own form.',
  'feedback.noneEnded':
    'It is too early to ask: no module with invitations has ended yet. The forms go out after the first one.',
  'feedback.round': 'Round {round} of modules',
  'feedback.which': 'Which module is this feedback about?',
  'feedback.none': 'No answers yet.',
  'feedback.hidden': '{received} answered: averages are shown from {least} answers on.',
  'feedback.hidden.comments':
    '{received} answered: averages and comments ({comments}) are shown from {least} answers on.',
  'feedback.hidden.partly': 'Some questions got fewer than {least} answers: their averages are not shown.',
};

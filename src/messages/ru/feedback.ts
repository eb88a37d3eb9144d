// Feedback after modules: Russian.
import type { Wordings } from '../wording';

export const FEEDBACK = {
  'feedback.will':
    '{modules|Закончилось|Закончились|Закончилось} {modules} {modules|занятие|занятия|занятий}: спросим консультантов и участников, у каждой стороны своя анкета.',
  'feedback.noneEnded':
    'Спрашивать рано: ни одно занятие с приглашениями ещё не закончилось. Анкеты уйдут после первого занятия.',
  'feedback.round': '{round}-я волна занятий',
  'feedback.which': 'О каком занятии этот отзыв?',
  'feedback.none': 'Ответов пока нет.',
  'feedback.hidden': '{received|Ответил|Ответили|Ответили} {received}: средние видны от {least} ответов.',
  'feedback.hidden.comments':
    '{received|Ответил|Ответили|Ответили} {received}: средние и комментарии ({comments}) видны от {least} ответов.',
  'feedback.hidden.partly': 'Часть вопросов собрала меньше {least} ответов: по ним средние не показаны.',
} satisfies Wordings;

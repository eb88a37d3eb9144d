// Lessons with ICT and their cards: English.
import type { Wordings } from '../wording';

export const LESSONS = {
  'confirm.fileLessonCards': 'Make the cards',
  'lessons.cards.will':
    '{?count}{count} {count|lesson|lessons} without a card will get a document to fill in, in the bank’s folder. It opens to the teacher for editing, and the link comes into the row.{:}All lessons have their cards.{/}',
  'lessons.count.cards': 'New cards',
  'lessons.cards.going': 'Cards: {done} of {total}.',
  'lessons.cards.done':
    '{?count}Cards made: {count}. The links are on the sheet “Уроки с ИКТ”, the cards in the bank.{:}Nothing to make: all lessons have their cards.{/}',
  'lessons.cards.refused':
    'The card was not shared: {names}. Google Drive takes addresses of Google accounts only. Share the card by hand.',
  'lessons.teacher.unknown': '“{name}” is no teacher on the list. Write the name or code from the sheet “Сотрудники”.',
  'lessons.teacher.several': 'Several teachers are called “{name}”. Write the code from the sheet “Сотрудники”.',
} satisfies Wordings;

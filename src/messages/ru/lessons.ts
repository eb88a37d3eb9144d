// Lessons with ICT and their cards: Russian.
import type { Wordings } from '../wording';

export const LESSONS = {
  'confirm.fileLessonCards': 'Завести карты',
  'lessons.cards.will':
    '{?count}Для {count} {count|урока|уроков|уроков} без карты появится документ-заготовка в папке банка. Она откроется учителю для правки, ссылка встанет в строку.{:}У всех уроков карты уже есть.{/}',
  'lessons.count.cards': 'Новых карт',
  'lessons.cards.going': 'Карты: {done} из {total}.',
  'lessons.cards.done':
    '{?count}Карт заведено: {count}. Ссылки — на листе «Уроки с ИКТ», карты — в банке.{:}Заводить нечего: у всех уроков карты есть.{/}',
  'lessons.cards.refused':
    'Доступ к карте не открылся: {names}. Google Диск принимает адреса только учётных записей Google. Поделитесь картой вручную.',
  'lessons.teacher.unknown': '«{name}» — такого учителя нет. Впишите ФИО или код с листа «Сотрудники».',
  'lessons.teacher.several': '«{name}» — таких учителей несколько. Впишите код с листа «Сотрудники».',
} satisfies Wordings;

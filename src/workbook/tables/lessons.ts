// Lessons given with ICT, and what the school tells others of its work: talks, articles.
import { table } from '../schema';

export const LESSON_STATES = { planned: 'запланирован', held: 'проведён', cancelled: 'отменён' } as const;

export const LESSONS = table({
  key: 'lessons',
  title: 'Уроки с ИКТ',
  about: 'Кто и когда провёл урок с ИКТ. Технологическую карту можно приложить ссылкой или завести из меню.',
  filledBy: 'people',
  tabColour: '#12a4af',
  frozenColumns: 2,
  columns: {
    name: {
      type: 'text',
      title: 'Учитель',
      width: 210,
      note: 'ФИО из листа «Сотрудники». У полных тёзок впишите и код.',
    },
    date: { type: 'date', title: 'Дата', width: 100, required: true },
    group: { type: 'text', title: 'Класс', width: 80 },
    subject: { type: 'text', title: 'Предмет', width: 150 },
    topic: { type: 'text', title: 'Тема урока', width: 280, required: true },
    tool: { type: 'text', title: 'Чем пользовались', width: 220, note: 'Сервис, программа или оборудование.' },
    competency: {
      type: 'text',
      title: 'Код компетенции',
      width: 130,
      note: 'С листа «Компетенции»: по нему карта попадёт в нужную папку банка.',
    },
    state: { type: 'choice', title: 'Состояние', width: 120, choices: LESSON_STATES },
    card: {
      type: 'text',
      title: 'Технологическая карта',
      width: 200,
      clip: true,
      note: 'Ссылка. Пусто — карту можно завести из меню.',
    },
    teacher: { type: 'text', title: 'Код сотрудника', width: 110, note: 'Заполнится по ФИО.' },
    remark: { type: 'text', title: 'Примечание', width: 220 },
    lesson: { type: 'text', title: 'Код урока', width: 90, hidden: true },
  },
});

export const OUTREACH_KINDS = {
  talk: 'выступление',
  workshop: 'мастер-класс',
  article: 'статья',
  materials: 'методические материалы',
  other: 'другое',
} as const;

export const OUTREACH_LEVELS = {
  school: 'школьный',
  municipal: 'муниципальный',
  regional: 'региональный',
  federal: 'всероссийский',
  international: 'международный',
} as const;

export const OUTREACH_STATES = {
  planned: 'готовится',
  sent: 'отправлено',
  accepted: 'принято',
  held: 'состоялось',
  published: 'опубликовано',
  declined: 'не принято',
} as const;

export const OUTREACH = table({
  key: 'outreach',
  title: 'Выступления и публикации',
  about: 'Кто, где и с чем выступил, что опубликовал и на каком это шаге. Строки добавляйте сами.',
  filledBy: 'people',
  tabColour: '#12a4af',
  frozenColumns: 2,
  columns: {
    name: {
      type: 'text',
      title: 'Автор',
      width: 210,
      note: 'ФИО из листа «Сотрудники». У полных тёзок впишите и код.',
    },
    title: { type: 'text', title: 'Название', width: 300, required: true },
    kind: { type: 'choice', title: 'Вид', width: 190, choices: OUTREACH_KINDS },
    event: { type: 'text', title: 'Конференция или издание', width: 260 },
    date: {
      type: 'date',
      title: 'Дата',
      width: 100,
      note: 'Выступления или выхода; для отправленного — дата отправки.',
    },
    level: { type: 'choice', title: 'Уровень', width: 140, choices: OUTREACH_LEVELS },
    state: { type: 'choice', title: 'Состояние', width: 130, choices: OUTREACH_STATES },
    link: { type: 'text', title: 'Ссылка', width: 200, clip: true },
    teacher: { type: 'text', title: 'Код сотрудника', width: 110, note: 'Заполнится по ФИО.' },
    remark: { type: 'text', title: 'Примечание', width: 220 },
  },
});

// Partner schools: what is agreed with whom, and how far each has come.
import { table } from '../schema';

/** The steps of working with another school, in their order. */
export const PARTNER_STATES = {
  agree: 'согласовать сотрудничество',
  staff: 'внести педагогов',
  survey: 'собрать дефициты',
  answers: 'ждём ответов',
  groups: 'назначить консультантов',
  module: 'назначить занятие',
  hold: 'занятие назначено',
  feedback: 'опросить после занятия',
  report: 'отправить результаты',
  done: 'круг завершён',
} as const;

export const PARTNERS = table({
  key: 'partners',
  title: 'Школы-партнёры',
  about:
    'С какой школой о чём договорились и какой шаг следующий. Школы берутся из списка сотрудников; левые столбцы заполняете вы.',
  filledBy: 'both',
  tabColour: '#1a73e8',
  frozenColumns: 1,
  columns: {
    school: {
      type: 'text',
      title: 'Школа-партнёр',
      width: 200,
      required: true,
      note: 'Так же, как в списке сотрудников.',
    },
    coordinator: { type: 'text', title: 'Координатор', width: 200 },
    email: {
      type: 'text',
      title: 'Почта координатора',
      width: 220,
      note: 'Сюда откроется папка с результатами педагогов этой школы, и только её.',
    },
    form: {
      type: 'text',
      title: 'Форма сотрудничества',
      width: 240,
      note: 'О чём договорились: занятия в их школе, консультации, общие группы…',
    },
    agreed: {
      type: 'date',
      title: 'Согласовано',
      width: 100,
      note: 'Дата договорённости. Без неё школе ничего не отправляется и её педагоги не входят в группы.',
    },
    place: {
      type: 'text',
      title: 'Место занятий у партнёра',
      width: 180,
      note: 'Попадёт в приглашения групп этой школы; занятие там — одно сразу. Пусто — название школы, занятий сразу сколько угодно.',
    },
    state: { type: 'choice', title: 'Следующий шаг', width: 200, choices: PARTNER_STATES },
    next: { type: 'text', title: 'Что сделать', width: 320 },
    people: { type: 'number', title: 'Педагогов', width: 90 },
    answered: { type: 'number', title: 'Ответили', width: 90 },
    deficits: { type: 'number', title: 'Дефицитов', width: 90 },
    consultants: { type: 'list', title: 'Наши консультанты', width: 240 },
    groups: { type: 'list', title: 'Группы школы', width: 140 },
    dates: { type: 'list', title: 'Занятия', width: 160 },
    feedback: { type: 'number', title: 'Отзывов', width: 80 },
    shared: { type: 'date', title: 'Результаты отправлены', width: 110 },
    sharedCycle: { type: 'text', title: 'Цикл отправленных', width: 90, hidden: true },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

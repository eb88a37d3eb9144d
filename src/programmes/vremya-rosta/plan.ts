// The programme's plan in three stages, in weeks from its start. The weeks are those of the published plan, which began on
// 1 November 2021 and ended in June 2022; the survey of the pupils is ours, because the tenth part of them is to be told from it.
import type { PlanTemplate } from '../../domain/plan/template';

const DEPUTY = 'Заместитель директора по УМР';
const WITH_CONSULTANTS = `${DEPUTY}, консультанты`;

export const PLAN: PlanTemplate = {
  weeks: 35,
  stages: [
    {
      title: '1. Организационный этап',
      measures: [
        {
          number: '1.1',
          title: 'Описать, как работает мобильная группа: роли, состав, ход занятия',
          weeks: [2, 2],
          responsible: DEPUTY,
          result: 'Модель мобильной группы описана и известна педагогам',
        },
        {
          number: '1.2',
          title: 'Собрать мобильные группы по данным опроса',
          weeks: [3, 3],
          responsible: DEPUTY,
          result: 'Группы составлены по запросам учителей',
        },
        {
          number: '1.3',
          title: 'Согласовать с консультантами, что разобрать на практике',
          weeks: [4, 4],
          responsible: WITH_CONSULTANTS,
          result: 'У каждой группы есть вопросы и темы занятий',
        },
        {
          number: '1.4',
          title: 'Составить расписание практических занятий',
          weeks: [4, 4],
          responsible: DEPUTY,
          result: 'Расписание без накладок',
        },
        {
          number: '1.5',
          title: 'Сообщить учителям даты занятий',
          weeks: [4, 4],
          responsible: DEPUTY,
          result: 'Каждый участник получил приглашение',
        },
        {
          number: '1.6',
          title: 'Провести первую анкету учеников об учебной мотивации',
          weeks: [3, 4],
          responsible: `${DEPUTY}, классные руководители`,
          result: 'Есть с чем сравнить мотивацию в конце программы',
          audience: 'ученики',
        },
      ],
    },
    {
      title: '2. Основной этап',
      measures: [
        {
          number: '2.1',
          title: 'Первый обучающий модуль по ИК-технологиям',
          weeks: [6, 6],
          responsible: WITH_CONSULTANTS,
          result: 'Заявленные дефициты разобраны на практике',
        },
        {
          number: '2.2',
          title: 'Подготовить анкеты о занятии для обеих сторон',
          weeks: [7, 7],
          responsible: DEPUTY,
          result: 'Анкеты для консультантов и для участников готовы',
        },
        {
          number: '2.3',
          title: 'Опросить участников модуля: «Мониторинг эффективности занятия»',
          weeks: [7, 7],
          responsible: DEPUTY,
          result: 'Отзывы собраны',
        },
        {
          number: '2.4',
          title: 'Договориться со школой-партнёром о формах сетевой работы',
          weeks: [7, 7],
          responsible: DEPUTY,
          result: 'Решение принято обеими школами',
        },
        {
          number: '2.5',
          title: 'Узнать запросы учителей школы-партнёра',
          weeks: [7, 7],
          responsible: DEPUTY,
          result: 'Дефициты учителей школы-партнёра известны',
        },
        {
          number: '2.6',
          title: 'Назначить консультантов учителям школы-партнёра',
          weeks: [8, 8],
          responsible: WITH_CONSULTANTS,
          result: 'Составлены группы: наш консультант и учителя партнёра',
        },
        {
          number: '2.7',
          title: 'Обучающий модуль для учителей школы-партнёра',
          weeks: [11, 11],
          responsible: WITH_CONSULTANTS,
          result: 'Заявленные дефициты разобраны на практике',
        },
        {
          number: '2.8',
          title: 'Опросить участников модуля в школе-партнёре',
          weeks: [11, 11],
          responsible: DEPUTY,
          result: 'Отзывы собраны',
        },
        {
          number: '2.9',
          title: 'Разобрать отзывы и оценить, работает ли модель мобильной группы',
          weeks: [12, 12],
          responsible: WITH_CONSULTANTS,
          result: 'Решено, что в модели оставить, а что изменить',
        },
        {
          number: '2.10',
          title: 'Подготовить второй обучающий модуль',
          weeks: [13, 13],
          responsible: WITH_CONSULTANTS,
          result: 'Программы занятий готовы',
        },
        {
          number: '2.11',
          title: 'Второй обучающий модуль по ИК-технологиям',
          weeks: [14, 14],
          responsible: WITH_CONSULTANTS,
          result: 'Навыки закреплены и расширены',
        },
        {
          number: '2.12',
          title: 'Подготовить анкеты о втором модуле',
          weeks: [15, 15],
          responsible: DEPUTY,
          result: 'Анкеты для обеих сторон готовы',
        },
        {
          number: '2.13',
          title: 'Опросить участников второго модуля',
          weeks: [15, 15],
          responsible: DEPUTY,
          result: 'Отзывы собраны',
        },
        {
          number: '2.14',
          title: 'Разработать и провести уроки с ИК-технологиями',
          weeks: [16, 22],
          responsible: `${DEPUTY}, руководители МО`,
          result: 'Уроки проведены, технологические карты в банке',
        },
        {
          number: '2.15',
          title: 'Подготовить выступления на муниципальную конференцию',
          weeks: [18, 22],
          responsible: WITH_CONSULTANTS,
          result: 'Материалы представлены на конференцию',
        },
        {
          number: '2.16',
          title: 'Подготовить статьи для научно-методических журналов',
          weeks: [22, 26],
          responsible: WITH_CONSULTANTS,
          result: 'Статьи отправлены в редакции',
        },
        {
          number: '2.17',
          title: 'Собирать базу методических разработок программы',
          weeks: [5, 26],
          repeat: 'monthly',
          responsible: WITH_CONSULTANTS,
          result: 'В банке есть материалы по каждой компетенции',
        },
      ],
    },
    {
      title: '3. Заключительный этап',
      measures: [
        {
          number: '3.1',
          title: 'Провести вторую анкету учеников об учебной мотивации',
          weeks: [27, 29],
          responsible: `${DEPUTY}, классные руководители`,
          result: 'Видно, как изменилась мотивация',
          audience: 'ученики',
        },
        {
          number: '3.2',
          title: 'Обобщить итоги программы и наметить продолжение',
          weeks: [27, 35],
          responsible: DEPUTY,
          result: 'Аналитическая справка с ресурсами и перспективами',
        },
      ],
    },
  ],
};

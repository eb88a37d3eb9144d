// The home view: Russian. Short lines beside each step.
import type { Wordings } from '../wording';

export const HOME = {
  'home.setUp.now': 'Начните отсюда: появятся листы, настройки и компетенции.',
  'home.setUp.problem': 'Одна из настроек заполнена неверно.',
  'home.setUp.done': 'Листы и настройки на месте.',
  'home.setUp.broken': 'Не все листы удалось прочитать: {tables}.',
  'home.untold': 'Лист «{table}» не удалось прочитать.',
  'home.broken.do':
    'Починить листы поможет «{@action.selfCheck}» → «исправить, что можно». Остальное на этой странице верно.',
  'home.staff':
    '{?count}{count|Участвует|Участвуют|Участвует} {count} {count|сотрудник|сотрудника|сотрудников}.{:}Участников пока нет.{/}',
  'home.survey.none': 'Ещё не разослан.',
  'home.survey.coverage': '{answered|Ответил|Ответили|Ответили} {answered} из {audience}.',
  'home.answers': '{?count}Прочитано ответов: {count}.{:}Ответов пока нет.{/}',
  'home.answers.unknown': 'Прочитано ответов: {count}, не опознано: {unknown}. Впишите коды на листе «Ответы».',
  'home.groups': '{?drafts|published}Черновиков: {drafts}, опубликовано: {published}.{:}Групп пока нет.{/}',
  'home.agreed': '{?total}Согласовано: {agreed} из {total}.{:}Консультантов ещё не спрашивали.{/}',
  'home.modules': '{?drafts|invited}Черновиков: {drafts}, с приглашениями: {invited}.{:}Занятий пока нет.{/}',
  'home.feedback': '{?received}Получено отзывов: {received}.{:}Отзывов пока нет.{/}',
  'home.feedback.ahead': 'Занятия ещё впереди: анкеты уйдут после них.',
  'home.feedback.asked': 'Анкеты отправлены, отзывов пока нет. Ответить можно до {until}.',
  'home.feedback.over': 'Отзывов никто не прислал; срок был до {until}.',
  'home.bank': '{?count}Материалов: {count}.{:}Материалов пока нет.{/}',
  'home.plan': '{?total}Выполнено мероприятий: {done} из {total}.{:}Плана пока нет.{/}',
  'home.teams': '{?drafts|published}Строк в черновике: {drafts}, опубликовано: {published}.{:}Ещё не собирали.{/}',
  'home.indicators': '{?total}Достигли цели показателей: {reached} из {total}.{:}Показателей пока нет.{/}',
  'home.routes': '{?total}Маршрутов: {people}, выполнено строк: {done} из {total}.{:}Маршрутов пока нет.{/}',
  'home.growth':
    '{?people}Сравнили циклы по {people} {people|учителю|учителям|учителям}.{:}Сравнить можно со второго цикла.{/}',
  'home.partners':
    '{?total}Договорились: {agreed} из {total} {total|школы|школ|школ}.{:}Педагогов других школ: {others}. Заведите лист партнёров.{/}',
  'home.sendRoutes': '{?at}Последний раз {at}.{:}Учителям о маршрутах ещё не писали.{/}',
  'home.evaluateModel': '{?at}Последний раз {at}.{:}Вывод о группах: оставить, изменить, прекратить.{/}',
  'home.writeNote': '{?at}Составлена {at}.{:}Итоги цикла документом: числа, таблицы, выводы.{/}',
  'home.number.staff': 'Участвуют',
  'home.number.deficits': 'Дефициты',
  'home.number.surpluses': 'Профициты',
  'home.number.groups': 'Группы',
  'home.source': 'лист «{table}»',
} satisfies Wordings;

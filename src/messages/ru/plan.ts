// The plan: Russian.
import type { Wordings } from '../wording';

export const PLAN = {
  'plan.start.bad': 'Выберите день, с которого начинается программа.',
  'plan.period.bad': 'Проверьте начало и окончание программы: окончание не может быть раньше начала.',
  'plan.empty': 'План пуст. Составьте его по программе, загрузите свой или впишите мероприятия на лист «План».',

  'plan.make.will':
    'На лист «План» {count|добавится|добавятся|добавится} {count} {count|мероприятие|мероприятия|мероприятий} программы. Сроки — с {from} по {to}.',
  'plan.make.nothing':
    'Все мероприятия программы уже есть на листе «План». Изменится только срок программы: с {from} по {to}.',
  'plan.make.done':
    'В план {count|добавлено|добавлены|добавлено} {count} {count|мероприятие|мероприятия|мероприятий}. Программа идёт с {from} по {to}: это записано в настройках. Проверьте сроки и ответственных.',
  'plan.count.measures': 'Новых мероприятий',
  'plan.count.known': 'Уже есть в плане',
  'plan.count.dated': 'Сроки поняты',
  'plan.count.repeated': 'Повторяются',
  'plan.count.problems': 'Сроки не поняты',
  'plan.count.outside': 'Строк вне таблиц плана',

  'plan.import.nothing': 'Выберите лист с планом или вставьте его таблицу в поле.',
  'plan.import.noTable':
    'Таблица плана не найдена ({rows} {rows|строка|строки|строк} просмотрено). Нужна строка заголовков, в которой есть столбец с мероприятиями и столбец со сроками, например «Мероприятие» и «Сроки».',
  'plan.import.will':
    'На лист «План» {count|добавится|добавятся|добавится} {count} {count|мероприятие|мероприятия|мероприятий}. Таблиц прочитано: {tables}.',
  'plan.import.known': 'Все мероприятия этого плана уже есть на листе «План».',
  'plan.import.example': 'Как поняты первые строки',
  'plan.import.done':
    'В план {count|добавлено|добавлены|добавлено} {count} {count|мероприятие|мероприятия|мероприятий}. {?problems}У {problems} сроки не поняты: впишите даты на листе «План».{:}Сроки поняты у всех.{/}',
  'plan.row.noDate': '«{title}»: срок не указан. Впишите даты на листе «План».',
  'plan.row.unread': '«{title}»: срок «{when}» не понят. Слова сохранены; впишите даты на листе «План».',
  'plan.row.dates': 'Не понято: {found}. Впишите даты так: 30.11.2026, несколько — через точку с запятой.',
  'plan.row.order': '«{title}»: окончание {end} раньше начала {start}. Исправьте одну из дат.',

  'plan.assumed.year': 'Год взят из срока программы или этапа.',
  'plan.assumed.period': 'Понято как весь срок программы, этапа или года.',
  'plan.assumed.start': 'Начало — начало программы.',
  'plan.assumed.end': 'Окончание — окончание программы.',
  'plan.assumed.before': '«До» понято как по предыдущий день включительно.',
  'plan.assumed.elsewhere': 'Даты — в другом документе.',
  'plan.assumed.partly': 'Не понято: «{unread}».',
  'plan.assumed.above': 'Срок взят из строки выше.',

  'plan.refresh.will':
    'Для {count} {count|мероприятия|мероприятий|мероприятий} будет посчитано, как идут дела; лист «План-график» обновится.',
  'plan.refresh.words': 'По словам будут заполнены даты у {count} {count|мероприятия|мероприятий|мероприятий}.',
  'plan.refresh.done': 'План-график обновлён. Мероприятий: {count}, просрочено: {overdue}.',
  'plan.count.done': 'Выполнено',
  'plan.count.now': 'Идёт сейчас',
  'plan.count.overdue': 'Просрочено',
  'plan.count.ahead': 'Впереди',
  'plan.count.undated': 'Без срока',
  'plan.overdue':
    'Просрочено на {days} {days|день|дня|дней}: «{title}», срок {since}.{?responsible} Ответственный: {responsible}.{/}',
  'plan.overdue.times':
    'Пропущено {missed} из {times}: «{title}», первый раз — до {since}.{?responsible} Ответственный: {responsible}.{/}',
  'plan.standing.undated': 'срок не указан',
  'plan.standing.done': 'выполнено',
  'plan.standing.cancelled': 'отменено',
  'plan.standing.overdue':
    '{?times>1}пропущено {missed} из {times}, первый раз — до {since}{:}просрочено на {days} {days|день|дня|дней}{/}',
  'plan.standing.now': '{?days}идёт, до срока {days} {days|день|дня|дней}{:}срок сегодня{/}',
  'plan.standing.ahead': 'начнётся через {days} {days|день|дня|дней}, {from}',
  'plan.year': '{year} год',

  'plan.remind.nothing': 'Напоминать не о чем: просроченного нет, и ближайших сроков тоже.',
  'plan.remind.will':
    'О {due} {due|мероприятии|мероприятиях|мероприятиях} {letters|уйдёт|уйдут|уйдёт} {letters} {letters|письмо|письма|писем}. На этой неделе человек получит не больше одного.',
  'plan.remind.done': 'Писем о плане отправлено на этой неделе: {sent}.',
  'plan.remind.unaddressed':
    'Некому напомнить о {count} {count|мероприятии|мероприятиях|мероприятиях}: {titles}. Впишите адрес на листе «План», столбец «Кому напоминать».',
  'plan.count.due': 'Мероприятий в письмах',
  'plan.count.unaddressed': 'Некому напомнить',
  'plan.mail.colleague': 'коллега',
  'plan.mail.overdue':
    '{title} — {?times>1}пропущено {missed} из {times}, первый раз до {since}{:}срок был {since}{/}{?result}. Ждём: {result}{/}',
  'plan.mail.now': '{title} — до {due}{?result}. Ждём: {result}{/}',
  'plan.mail.ahead': '{title} — с {from} по {due}{?result}. Ждём: {result}{/}',
  'plan.mail.done': '{title} — выполнено',
  'plan.mail.cancelled': '{title} — отменено',
  'plan.mail.undated': '{title} — срок не указан',

  'plan.calendar.will':
    'В календаре программы {count|изменится|изменятся|изменится} {count} {count|событие|события|событий}. Приглашения никому не уходят.',
  'plan.calendar.nothing': 'Календарь уже соответствует плану.',
  'plan.calendar.going': 'Записываем в календарь: {done} из {total}.',
  'plan.calendar.done':
    'Готово: в календаре {count|изменено|изменены|изменено} {count} {count|событие|события|событий} плана.',
  'plan.calendar.undated':
    'Без срока {count} {count|мероприятие|мероприятия|мероприятий}, в календарь не попадут: {titles}.',
  'plan.event.title': '{title}',
  'plan.event.deadline': 'Срок: {title}',
  'plan.event.stage': 'Этап: {value}',
  'plan.event.responsible': 'Ответственный: {value}',
  'plan.event.result': 'Что должно получиться: {value}',
  'plan.event.window': 'Время по плану: с {from} по {to}',
} satisfies Wordings;

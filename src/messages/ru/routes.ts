// Individual routes: Russian.
import type { Wordings } from '../wording';

export const ROUTES = {
  'confirm.makeRoutes': 'Составить',
  'confirm.sendRoutes': 'Разослать',
  'confirm.closeRoutes': 'Закрыть',
  'field.sendRoutes.to': 'Кому написать',
  'field.sendRoutes.to.help':
    'Каждому уходит одно письмо со ссылкой на его маршрут. Второй раз о том же маршруте никому не пишем.',
  'field.closeRoutes.cycle': 'Какой цикл закрыть',
  'field.closeRoutes.cycle.help': 'После этого строки и документы маршрутов этого цикла не меняются.',

  'route.will':
    'Маршруты будут у {teachers} {teachers|учителя|учителей|учителей}: строки на листе «Индивидуальные маршруты» и документ каждому. Написанное вами и учителями останется.',
  'route.will.share':
    'Документ откроется только самому учителю, с правом писать. Писем пока не будет: ссылки потом разошлёт «{@action.sendRoutes}».',
  'route.nothing':
    'Составлять маршруты не из чего: нет ни дефицитов, ни опубликованных групп. Выберите «{@action.processAnswers}» и «{@action.publishGroups}».',
  'route.cycleClosed':
    'Маршруты цикла «{cycle}» закрыты. Начните новый цикл: смените «Цикл» на листе «Настройки» и проведите самооценку.',
  'route.count.teachers': 'Учителей с маршрутом',
  'route.count.added': 'Новых строк',
  'route.count.changed': 'Строк изменится',
  'route.count.cancelled': 'Из них отменяется',
  'route.count.confirmed': 'Подтверждено',
  'route.count.done': 'Выполнено',
  'route.count.doing': 'В работе',
  'route.count.planned': 'Запланировано',
  'route.register': 'Строк добавлено: {added}, изменено: {changed}, из них отменено: {cancelled}. Готовим документы.',
  'route.documents': 'Документы: {done} из {total}.',
  'route.done':
    'Маршруты готовы. Строк добавлено: {added}, изменено: {changed}, из них отменено: {cancelled}. Документов всего: {documents}, создано: {made}, обновлено: {written}.',
  'route.refused':
    'Доступ не открылся: {names+count-names}. Google Диск принимает адреса только учётных записей Google. Исправьте адрес на листе «Сотрудники» и составьте маршруты ещё раз.',
  'route.unaddressed':
    'Нет адреса почты, документ пока видите только вы: {names+count-names}. Впишите адрес на листе «Сотрудники».',
  'route.send.to.new': 'тем, кому ещё не писали',
  'route.send.to.changed': 'и тем, у кого маршрут с тех пор изменился',
  'route.send.none': 'Открытых маршрутов цикла «{cycle}» нет. Сначала выберите «{@action.makeRoutes}».',
  'route.send.will':
    '{letters} {letters|учитель получит письмо|учителя получат письма|учителей получат письма} со ссылкой на свой маршрут.',
  'route.send.nothing': 'Писать сейчас некому.',
  'route.send.changed':
    'У {changed} {changed|учителя|учителей|учителей} маршрут с прошлого письма изменился. Чтобы написать и им, вернитесь и выберите «{@route.send.to.changed}».',
  'route.send.done': 'Отправлено писем с маршрутами: {sent}.',
  'route.send.without.document':
    'Документа ещё нет, письма не будет: {names+count-names}. Выберите «{@action.makeRoutes}».',
  'route.send.without.bin':
    'Документ в корзине, письма не будет: {names+count-names}. «{@action.makeRoutes}» достанет его оттуда.',
  'route.send.without.address':
    'Нет адреса почты, письма не будет: {names+count-names}. Впишите адрес на листе «Сотрудники» и составьте маршруты ещё раз.',
  'route.send.without.access':
    'Документ адресату не открыт, письма не будет: {names+count-names}. Проверьте адрес на листе «Сотрудники» и составьте маршруты ещё раз.',
  'route.count.first': 'Писем впервые',
  'route.count.again': 'Писем об изменившемся маршруте',
  'route.count.told': 'Уже написали раньше',
  'route.mail.titles': '{titles+count-titles}',
  'route.mail': 'Письмо о маршруте, цикл {cycle}',
  'route.cancelled': 'Отменено при обновлении: дефицита больше нет в данных, группы тоже.',
  'route.close.none':
    '{?cycle}Открытых маршрутов цикла «{cycle}» нет.{:}Открытых маршрутов нет.{/} Сначала выберите «{@action.makeRoutes}».',
  'route.close.will':
    'Маршруты цикла «{cycle}» закроются: {rows} {rows|строка|строки|строк} и документы больше не изменятся. Перед этим документы обновятся в последний раз.',
  'route.close.done':
    'Маршруты цикла «{cycle}» закрыты, строк: {rows}. В следующем цикле в маршруте будет видно, как вырос уровень.',
  'route.folder': 'Индивидуальные маршруты',

  'route.partners.none': 'Группы пока нет',
  'route.partners.learns': 'Группа {group}. Консультанты: {names}',
  'route.partners.consults': 'Группа {group}. Участники: {names}',
  'route.partners.learned': 'Сейчас группы нет. Раньше — группа {group}, консультанты: {names}',
  'route.partners.consulted': 'Раньше — группа {group}, участники: {names}',
  'route.when.module': '{module}{?date}: {date} {start}–{end}{/}{?place}, {place}{/}',
  'route.when.slot': 'По расписанию группы: {slot}',
  'route.when.none': 'Срок появится, когда занятие поставят в расписание',
  'route.task.practice': 'Разобраться и показать на уроке или коллеге: {practice}',
  'route.task.lesson': 'Провести урок, где это пригодится, и положить его карту в банк',
  'route.task.consults':
    '{?practice}Провести занятие и дать задание: {practice}{:}Провести занятие и дать задание участникам{/}',
  'route.evidence.feedback': 'Занятие {module}, {date}: участвовал(а), отзыв дан',
  'route.evidence.held': 'Занятие {module}, {date}: проведено, отзыва ещё нет',
  'route.evidence.level': 'Уровень вырос: было {from}, стало {level} при цели {goal}',

  'route.doc.file': 'ИОМ {name} ({code}), цикл {cycle}',
  'route.doc.title': 'Индивидуальный маршрут: {name}',
  'route.doc.subtitle': '{?school}{school}. {/}Программа «{programme}», цикл {cycle}',
  'route.doc.how':
    'Эту часть, до заголовка «{@route.doc.notes}», обновляет программа. Пишите ниже него: ваши записи останутся.',
  'route.doc.closed': 'Цикл завершён {closed}. Маршрут больше не меняется.',
  'route.doc.growth': 'Как вырос уровень',
  'route.doc.items': 'Что в работе',
  'route.doc.notes': 'Мои записи',
  'route.doc.notes.hint': 'Что попробовал(а), что получилось, о чём спросить консультанта:',
  'route.doc.head.what': 'Что осваиваю',
  'route.doc.head.level': 'Уровень',
  'route.doc.head.partners': 'С кем',
  'route.doc.head.when': 'Когда',
  'route.doc.head.state': 'Состояние',
  'route.doc.head.before': 'Было',
  'route.doc.head.now': 'Стало',
  'route.doc.consults': '{title} (консультирую)',
  'route.doc.cancelled': '{title} (отменено)',
  'route.doc.goal': 'Цель:',
  'route.doc.task': 'Задание:',
  'route.doc.resource': 'Материал:',
  'route.doc.evidence': 'Подтверждение:',
  'route.doc.remark': 'Пояснение:',
} satisfies Wordings;

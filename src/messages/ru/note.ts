// The analytical note: Russian.
import type { Wordings } from '../wording';

export const NOTE = {
  'confirm.writeNote': 'Составить',
  'field.writeNote.cycle': 'За какой цикл',
  'field.writeNote.cycle.help': 'У каждого цикла своя справка. Сначала предложен последний, в котором были занятия.',
  'note.cycle.none': 'Такого цикла нет. Есть: {cycles}.',
  'note.will.make': 'Будет создан документ Google «{@note.title}» за цикл «{cycle}».',
  'note.will.rewrite':
    'Справка за цикл «{cycle}» уже есть: её разделы обновятся, ваши абзацы между разделами останутся.',
  'note.will.sections':
    'Разделы: итоги, ресурсы, перспективы. Числа — с листов: {sheets}. У каждого числа в справке написано, откуда оно.',
  'note.will.private': 'Документ увидите только вы. Имён учителей в нём нет.',
  'note.nothing':
    'Писать справку не из чего: нет ни опросов, ни групп, ни плана. Начните с «{@action.sendSelf}» или «{@action.makePlan}».',
  'note.gap.self': 'Самооценки ещё нет: о дефицитах и профицитах справка ничего не скажет.',
  'note.gap.feedback': 'Отзывов о занятиях ещё нет.',
  'note.gap.indicators': 'Показатели не посчитаны: выберите «{@action.countIndicators}».',
  'note.gap.growth': 'Динамики между циклами нет: второй цикл с первым ещё не сравнивали.',
  'note.gap.evaluation': 'Оценки модели мобильных групп нет.',
  'note.made': 'Аналитическая справка за цикл «{cycle}» готова. Прочитайте её и допишите свои выводы.',
  'note.rewritten': 'Аналитическая справка за цикл «{cycle}» обновлена. Ваши абзацы между разделами остались.',
  'note.folder': 'Аналитические справки',
  'folder.lost': 'Папки «{name}» на Диске не стало: сделана новая.',
  'note.file': 'Аналитическая справка{?school}, {school}{/}, цикл {cycle}',
  'link.note': 'Аналитическая справка',

  'note.title': 'Аналитическая справка',
  'note.subtitle': 'Итоги программы «{programme}»{?school}, {school}{/}, цикл {cycle}',
  'note.how':
    'Составлена {today} по таблице программы. При обновлении меняется текст разделов; абзацы, которые вы добавили между разделами, и дополнения под ними остаются. Доли — от числа участвующих учителей, если не сказано иное.',
  'note.own.summary': 'Дополнение к выводам: впишите сюда, что важно для вашей школы. Этот абзац не обновляется.',
  'note.own.results': 'Дополнение к итогам: впишите сюда, что важно для вашей школы. Этот абзац не обновляется.',
  'note.own.resources': 'Дополнение к ресурсам: впишите сюда, что важно для вашей школы. Этот абзац не обновляется.',
  'note.own.prospects':
    'Дополнение к перспективам: впишите сюда, что важно для вашей школы. Этот абзац не обновляется.',

  'note.source': '({sources})',
  'note.source.sheet': 'лист «{sheet}»{?from}{?to>from}, строки {from}–{to}{:}, строка {from}{/}{/}',
  'note.source.survey': '{?readAt}ответы прочитаны {readAt}{:}ответы ещё не прочитаны{/}',

  'note.cell.counted': '{count} ({share}\u00a0%)',
  'note.cell.share': '{share}\u00a0%',
  'note.cell.of': '{have} из {of}',
  'note.cell.number': '{value}',
  'note.cell.date': '{date}',
  'note.cell.none': '—',

  'note.summary': 'Основные выводы',
  'note.summary.was': 'Что было.',
  'note.summary.done': 'Что сделано.',
  'note.summary.came': 'Что получилось.',
  'note.summary.next': 'Что дальше.',
  'note.was.needs':
    'Чаще всего учителя выбирали для освоения «{title}»: {count} {count|человек|человека|человек}, {share}\u00a0%.',
  'note.was.levels':
    'По самооценке, тестам и наблюдениям ({answered} из {teachers} учителей) выявлено: дефицитов — {deficits}, подтверждённых профицитов — {surpluses}.',
  'note.was.worst':
    'Больше всего дефицитов по компетенции «{title}»: {count} {count|учитель|учителя|учителей}, {share}\u00a0%.',
  'note.done.groups':
    'Работают {groups} {groups|мобильная группа|мобильные группы|мобильных групп}, в них {people} {people|учитель|учителя|учителей}.',
  'note.done.modules':
    '{?held}Занятий проведено: {held}{?invited}; ещё на {invited} отправлены приглашения{/}.{:}Занятия впереди: приглашения отправлены на {invited}.{/}',
  'note.done.routes': 'Индивидуальные маршруты составлены для {teachers} {teachers|учителя|учителей|учителей}.',
  'note.done.bank': 'В методическом банке {accepted} {accepted|материал|материала|материалов}.',
  'note.came.indicators':
    'Достигнуто целевых показателей: {reached} из {all}{?unknown}; по {unknown} {unknown|показателю|показателям|показателям} фактических данных ещё нет{/}.',
  'note.came.consultees':
    'Участники оценили занятия на {index} из 100 (индекс эффективности; ответили {have} из {of}).',
  'note.came.consultants': 'Консультанты — на {index} из 100 (ответили {have} из {of}).',
  'note.came.growth':
    'В двух циклах оценены {people} {people|учитель|учителя|учителей}: закрыто дефицитов — {closed}, из них стало профицитами — {toSurplus}{?known}; средний прирост — {gain} уровня{/}.',
  'note.next.uncovered':
    'Без группы {count|остаётся|остаются|остаются} {count} {count|дефицит|дефицита|дефицитов}{?share}; группами охвачено {share}\u00a0% дефицитов{/}.',
  'note.next.indicators': 'Не достигнуто целевых показателей: {count}.',
  'note.next.overdue': 'Просрочено мероприятий плана: {count}.',

  'note.results': '1. Итоги',
  'note.needs': 'Потребности, дефициты и профициты',
  'note.needs.none': 'Сводки по компетенциям ещё нет: ответы не обработаны.',
  'note.surveys.none': 'Опросы в этом цикле ещё не проводились.',
  'note.survey': '{title}: ответили {have} из {of}, {share}\u00a0%.',
  'note.self.none': 'Самооценка ещё не проведена: о дефицитах и профицитах говорить рано.',
  'note.shares':
    'Дефицит — уровень ниже целевого, профицит — подтверждённый уровень, с которого учитель может консультировать. Доли — от {teachers} {teachers|участвующего учителя|участвующих учителей|участвующих учителей}.',
  'note.chart.needs': 'Диаграмма 1. Потребности: сколько учителей выбрали тему (невыбранные не показаны)',
  'note.chart.needs.none': 'Опрос потребностей в этом цикле ещё не проведён.',
  'note.chart.deficits': 'Диаграмма 2. Дефициты и профициты',
  'note.chart.indicators': 'Диаграмма 3. Показатели: цель и факт',
  'note.table.levels': 'Таблица 1. Самооценка и готовность помочь, учителей',
  'note.table.groups': 'Таблица 2. Мобильные группы',
  'note.table.uncovered': 'Таблица 3. Дефициты, для которых группы не нашлось',
  'note.table.feedback': 'Таблица 4. Мониторинг эффективности занятий',
  'note.table.indicators': 'Таблица 5. Сроки и прогноз показателей',
  'note.table.growth': 'Таблица 6. Рост между циклами',
  'note.table.evaluation': 'Таблица 7. Оценка модели мобильных групп',
  'note.table.bank': 'Таблица 8. Методический банк',
  'note.table.next': 'Таблица 9. Ближайшие мероприятия плана',
  'note.head.competency': 'Компетенция',
  'note.head.needs': 'Хотят освоить',
  'note.head.deficits': 'Дефицит',
  'note.head.surpluses': 'Профицит',
  'note.head.answered': 'Оценили себя',
  'note.head.wants': 'Хотят освоить',
  'note.head.checks': 'Требует подтвер\u00adждения',
  'note.head.consultants': 'Готовы консуль\u00adтировать',
  'note.head.groups': 'Групп',
  'note.head.leading': 'Консуль\u00adтантов',
  'note.head.learning': 'Участников',
  'note.head.held': 'Занятий проведено',
  'note.head.uncovered': 'Без группы',
  'note.head.reasons': 'Почему',
  'note.head.side': 'Кто отвечал',
  'note.head.received': 'Ответили',
  'note.head.index': 'Индекс, 0–100',
  'note.head.before': 'Владели до',
  'note.head.now': 'Владеют сейчас',
  'note.head.gain': 'Прирост',
  'note.head.indicator': 'Показатель',
  'note.head.target': 'Цель',
  'note.head.fact': 'Факт',
  'note.head.due': 'Срок',
  'note.head.plan': 'План на сегодня',
  'note.head.forecast': 'Прогноз к сроку',
  'note.head.verdict': 'Вывод',
  'note.head.both': 'Оценены в обоих циклах',
  'note.head.was': 'Было',
  'note.head.became': 'Стало',
  'note.head.growth': 'Прирост',
  'note.head.closed': 'Закрыто',
  'note.head.criterion': 'Критерий',
  'note.head.value': 'Значение',
  'note.head.threshold': 'Порог',
  'note.head.grade': 'Оценка',
  'note.head.origin': 'Откуда число',
  'note.head.kind': 'Вид материала',
  'note.head.count': 'Материалов',
  'note.head.measure': 'Мероприятие',

  'note.groups': 'Мобильные группы и занятия',
  'note.groups.none': 'Мобильные группы ещё не опубликованы.',
  'note.groups.people':
    'Опубликовано групп: {groups}. В них {people} из {teachers} {teachers|учителя|учителей|учителей} ({share}\u00a0%): консультантов — {consultants}, консультируемых — {consultees}; один человек может быть и тем, и другим. Групп, где собрались учителя разных предметов: {mixed}.',
  'note.groups.covered': 'Дефицитов, для устранения которых работает группа: {have} из {of} ({share}\u00a0%).',
  'note.modules.none': 'Занятия ещё не поставлены в расписание.',
  'note.modules':
    'Занятий в расписании: {sessions}; проведено {held}{?invited}, приглашения отправлены на {invited}{/}{?cancelled}; отменено {cancelled}{/}.',
  'note.modules.came': 'На занятиях, где присутствие отмечено, были {have} из {of} приглашённых ({share}\u00a0%).',
  'note.modules.accepted':
    'На проведённые занятия без отметки о присутствии по ответам в календаре собирались прийти {have} из {of} приглашённых ({share}\u00a0%).',
  'note.reason.no_consultant': 'нет консультанта — {count}',
  'note.reason.no_common_slot': 'нет общего времени — {count}',
  'note.reason.too_few': 'мало участников — {count}',
  'note.reason.limit': 'заняты в других группах — {count}',

  'note.feedback': 'Отзывы о занятиях',
  'note.feedback.none': 'Отзывов о занятиях ещё нет.',
  'note.feedback.hidden': 'Строк, где ответили меньше трёх человек: {rows}. Их средние скрыты и в расчёт не вошли.',
  'note.side.consultee': 'Участники',
  'note.side.consultant': 'Консультанты',

  'note.indicators': 'Целевые показатели',
  'note.indicators.none': 'Целевые показатели ещё не посчитаны.',
  'note.indicators.counted': 'Показатели посчитаны {counted}.',
  'note.indicators.origins': 'Откуда взяты фактические значения:',

  'note.routes': 'Индивидуальные маршруты',
  'note.routes.none': 'Индивидуальные маршруты в этом цикле ещё не составлены.',
  'note.routes.states':
    'Маршруты есть у {teachers} {teachers|учителя|учителей|учителей}, пунктов в них {items}: подтверждено — {confirmed}, выполнено — {done}, в работе — {doing}, запланировано — {planned}{?cancelled}, отменено — {cancelled}{/}.',
  'note.plan': 'План мероприятий',
  'note.plan.none': 'Плана мероприятий в таблице нет.',
  'note.plan.states': 'Мероприятий в плане: {measures}; выполнено {done} ({share}\u00a0%), просрочено {overdue}.',

  'note.growth': 'Динамика между циклами',
  'note.growth.none': 'Второй цикл ещё не проведён или не сравнён с первым: роста уровней пока не показать.',
  'note.growth.all':
    'В обоих циклах оценены {people} {people|учитель|учителя|учителей}.{?known} Средний уровень: было {before}, стало {after}, прирост {gain}.{/} Дефицитов закрыто — {closed}, из них стало профицитами — {toSurplus}; осталось — {remained}, появилось — {appeared}.{?verdict} Вывод: {verdict}.{/}',
  'note.evaluation': 'Оценка модели мобильных групп',
  'note.evaluation.conclusion': 'Вывод: {conclusion}.{?why} {why}{/}',
  'note.evaluation.none': 'Модель мобильных групп ещё не оценена.',

  'note.resources': '2. Ресурсы',
  'note.people': 'Люди',
  'note.people.none': 'Учителей с подтверждённым профицитом, готовых консультировать, пока нет.',
  'note.people.consultants':
    'Готовы консультировать {consultants} {consultants|учитель|учителя|учителей} с подтверждённым профицитом; компетенций, по которым есть консультант: {competencies}.',
  'note.people.silent':
    'Ещё {silent} {silent|учитель имеет|учителя имеют|учителей имеют} подтверждённый профицит, но консультировать не {silent|вызывался|вызывались|вызывались}.',
  'note.bank': 'Методический банк',
  'note.bank.none': 'Принятых материалов в методическом банке ещё нет.',
  'note.bank.accepted': 'В банке {accepted} {accepted|материал|материала|материалов}.',
  'note.bank.proposed':
    '{proposed|Ждёт|Ждут|Ждут} решения модератора {proposed} {proposed|материал|материала|материалов}.',
  'note.bank.without': 'Материалов нет по компетенциям: {titles}.',
  'note.lessons': 'Уроки и представление опыта',
  'note.lessons.none': 'Уроки с ИКТ в реестр ещё не внесены.',
  'note.lessons.held':
    'Проведённых уроков с ИКТ в реестре: {held}, учителей — {teachers}; с технологической картой — {cards}.',
  'note.outreach.none': 'Выступления и публикации в реестр ещё не внесены.',
  'note.outreach': 'Выступлений и публикаций: {all}; состоялись, приняты или вышли — {settled}. По видам: {kinds}.',
  'note.outreach.kind': '{kind} — {count}',

  'note.prospects': '3. Перспективы',
  'note.prospects.none': 'Нерешённых задач по данным таблицы нет.',
  'note.prospects.tasks': 'По данным таблицы в первую очередь предстоит:',
  'note.task.no_consultant':
    'Найти консультантов: без них {count|остаётся|остаются|остаются} {count} {count|дефицит|дефицита|дефицитов}. Подтвердить профициты тех, кто готов помогать, или пригласить коллег из школы-партнёра.',
  'note.task.no_common_slot':
    'Подобрать общее время: из-за расписания без группы {count|остаётся|остаются|остаются} {count} {count|дефицит|дефицита|дефицитов}.',
  'note.task.too_few':
    'Объединить малые группы или составить пары: для {count} {count|дефицита|дефицитов|дефицитов} не набралось участников.',
  'note.task.limit':
    'Собрать вторую волну групп: {count} {count|дефицит ждёт|дефицита ждут|дефицитов ждут}, потому что консультанты или участники заняты.',
  'note.task.indicator':
    'Довести показатель «{title}» до {target}\u00a0%{?known}, сейчас {fact}\u00a0%{/}.{?advice} {advice}{/}',
  'note.task.overdue': 'Закрыть просроченное мероприятие плана «{title}», срок {due}.',
  'note.task.overdue.more': 'Закрыть остальные просроченные мероприятия плана: {count}.',
  'note.task.silent':
    'Предложить роль консультанта учителям с подтверждённым профицитом, которые пока не вызывались: {silent}.',
  'note.task.bank': 'Пополнить методический банк по компетенциям: {titles}.',
  'note.task.evaluation': '{title}: {advice}',
  'note.task.cycle': 'Провести самооценку следующего цикла, чтобы увидеть рост.',
} satisfies Wordings;

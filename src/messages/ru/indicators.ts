// Indicators and the pupils' questionnaire: Russian.
import type { Wordings } from '../wording';

export const INDICATORS = {
  'indicator.line.noFact': '{title}: факта ещё нет. Цель — {target} %.',
  'indicator.line.reached': '{title}: {fact} % при цели {target} %, цель достигнута.',
  'indicator.line.missed': '{title}: {fact} % при цели {target} %, срок прошёл.',
  'indicator.line.onTrack': '{title}: {fact} % при цели {target} %. При нынешнем темпе к сроку будет {forecast} %.',
  'indicator.line.behind':
    '{title}: {fact} % при цели {target} %. При нынешнем темпе к сроку будет только {forecast} %.',
  'indicator.line.early': '{title}: {fact} % при цели {target} %. О темпе судить рано.',
  'indicator.count.reached': 'Достигнуто',
  'indicator.count.onTrack': 'Будет достигнуто',
  'indicator.count.behind': 'Не будет достигнуто',
  'indicator.count.missed': 'Срок прошёл, не достигнуто',
  'indicator.basis':
    'Темп {pace} п. п. в неделю: прямая по {points} {points|точке|точкам|точкам}, с {from} по {to} (лист «Ход показателей» и начало программы).',
  'indicator.basis.early': 'Между первым и последним фактом меньше недели: темпа ещё нет.',
  'indicator.basis.none': 'Прогноз не считается: нет факта или даты, либо показатель измеряют только два раза.',

  'indicator.from.groups': 'Листы «Группы» и «Сотрудники»: {have} из {of} участвующих — в опубликованных группах.',
  'indicator.from.modules': 'Листы «Расписание» и «Группы»: занятие проведено для {have} из {of} участвующих.',
  'indicator.from.matrix':
    'Лист «Дефициты и профициты»: {have} из {of} достигли цели хотя бы в {least} из {set} компетенций, названных в столбце «Что считать»{?unknown}; {unknown} {unknown|человек не оценён|человека не оценены|человек не оценены}{/}.',
  'indicator.from.feedback':
    'Лист «Отзывы»: средний индекс {rows} {rows|строки|строк|строк}, {received} {received|ответ|ответа|ответов}.',
  'indicator.from.lessons':
    'Лист «Уроки с ИКТ» ({lessons} {lessons|урок|урока|уроков}): у {have} из {of} участвующих не меньше {least} {least|урока|уроков|уроков} в каждом из {months} последних учебных месяцев.',
  'indicator.from.lessons.none': 'Данных нет: лист «{table}» пуст.',
  'indicator.from.lessons.early': 'Лист «{table}»: с начала программы ещё не прошёл ни один целый учебный месяц.',
  'indicator.from.surveys': 'Лист «Опросы»: ответили {have} из {of} адресатов; опросы: {surveys}.',
  'indicator.from.motivation':
    'Лист «Мотивация учеников»: прирост доли высокой мотивации в {classes} {classes|классе|классах|классах}, {before} {before|ответ|ответа|ответов} до и {after} после. С вероятностью 95 % — от {low} до {high} п. п. Величина эффекта {effect} (от {effectLow} до {effectHigh}).',
  'indicator.from.motivation.none':
    'Анкета учеников: нет класса, где и до, и после ответили пятеро или больше{?classes} (классов с ответами: {classes}){/}.',
  'indicator.from.plan': 'Лист «План»: выполнено {have} из {of}, без отменённых.',
  'indicator.from.hand': 'Вписано на листе «Показатели».',
  'indicator.from.hand.none': 'Впишите долю в столбец «Факт».',

  'indicator.nearest.people':
    '{name}{?surpluses}: может консультировать ({surpluses}){/}{?deficits}{?surpluses},{:}:{/} дефицитов — {deficits}{/}',
  'indicator.nearest.levels': '{name}: не хватает {levels} {levels|уровня|уровней|уровней} — {titles}',
  'indicator.nearest.lessons': '{name}: уроков {lessons}, не хватает {left}',
  'indicator.nearest.silent': '{name}: не ответил(а)',

  'indicator.advice.missing': 'До цели не хватает {count} {count|человека|человек|человек}.',
  'indicator.advice.groups': 'Соберите группы для дефицитов с листа «Без группы»; сейчас опубликовано групп: {groups}.',
  'indicator.advice.modules':
    'Проведите занятия остальных групп: листы «Расписание» и «Группы»; занятия проведены у {modules} {modules|группы|групп|групп}.',
  'indicator.advice.module': 'Больше всего людей продвинет занятие по теме «{title}»: она нужна {count} из ближайших.',
  'indicator.advice.unknown':
    'О {count} {count|учителе|учителях|учителях} данных мало: напомните о самооценке или внесите «Тесты и наблюдения».',
  'indicator.advice.feedback': 'Ниже всего оценили занятие {module} «{title}»: разберите отзывы с консультантом.',
  'indicator.advice.lessons':
    'Попросите учителей вписать проведённые уроки на лист «{table}»: засчитывается от {least} в месяц. Тем, кто начал, предложите урок вместе с консультантом.',
  'indicator.advice.surveys': 'Напомните не ответившим.',
  'indicator.advice.motivation':
    'Посмотрите на листе «Мотивация учеников», в каких классах прирост меньше, и запланируйте там уроки с ИКТ.',
  'indicator.advice.motivation.ask': 'Проведите анкету учеников до и после в одних и тех же классах.',
  'indicator.advice.plan': 'Закройте просроченное на листе «{table}»: {overdue}.',
  'indicator.advice.hand': 'Обновите факт и посмотрите, что мешает.',

  'motivation.few': 'Меньше пяти ответов до или после: не показано и не учтено в итоге.',
  'motivation.same': 'Все ответы одинаковы: величину эффекта не посчитать.',
  'motivation.all': 'Все показанные классы',
  'motivation.grown': 'Доля высокой мотивации выросла: интервал целиком выше нуля. Классов: {classes}.',
  'motivation.fallen': 'Доля высокой мотивации упала: интервал целиком ниже нуля. Классов: {classes}.',
  'motivation.unsure': 'Рост не доказан: интервал захватывает ноль. Классов: {classes}.',

  'pupils.occasion.before': 'до программы',
  'pupils.occasion.after': 'после программы',
  'pupils.occasion.none': 'Выберите, какая это анкета: до программы или после.',
  'pupils.classes.none': 'Впишите классы через точку с запятой, например 5А; 5Б; 6А.',
  'pupils.will':
    'Появится анонимная форма для классов: {classes}. Письма не уходят: ссылку передайте классным руководителям.',
  'pupils.there': 'Эта анкета уже открыта: ссылка на листе «Опросы».',
  'pupils.done': 'Анкета открыта. Передайте классным руководителям ссылку: {url}',
} satisfies Wordings;

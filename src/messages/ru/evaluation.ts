// The evaluation of the model: Russian.
import type { Wordings } from '../wording';

export const EVALUATION = {
  'field.evaluateModel.cycle': 'Цикл',
  'field.evaluateModel.cycle.help':
    'Чьи группы и занятия оцениваем. Рост участников виден после опроса следующего цикла.',

  'evaluation.noneHeld': 'Оценивать рано: на листе «Расписание» нет проведённых занятий.',
  'evaluation.cycle.none': 'Выберите цикл, в котором были занятия: {cycles}.',
  'evaluation.count.modules': 'Проведено занятий',
  'evaluation.count.good': 'Критериев «хорошо»',
  'evaluation.count.bad': 'Критериев «плохо»',
  'evaluation.conclusion': 'Вывод о модели мобильных групп',
  'evaluation.conclusion.keep': 'оставить',
  'evaluation.conclusion.change': 'изменить',
  'evaluation.conclusion.stop': 'прекратить',
  'evaluation.conclusion.early': 'судить рано',
  'evaluation.conclude.keep': 'Модель мобильных групп работает: оставить.',
  'evaluation.conclude.change': 'Модель мобильных групп стоит изменить.',
  'evaluation.conclude.stop': 'Модель мобильных групп в нынешнем виде лучше прекратить.',
  'evaluation.conclude.early': 'О модели мобильных групп судить рано: известно мало критериев.',
  'evaluation.line.good': '{@evaluation.name.+criterion}: {value} — хорошо.',
  'evaluation.line.middle': '{@evaluation.name.+criterion}: {value} — терпимо.',
  'evaluation.line.bad': '{@evaluation.name.+criterion}: {value} — плохо.',
  'evaluation.line.unknown': '{@evaluation.name.+criterion}: {value}.',
  'evaluation.name.coverage': 'Охват дефицитов',
  'evaluation.name.attendance': 'Посещаемость',
  'evaluation.name.consultees': 'Удовлетворённость участников',
  'evaluation.name.consultants': 'Удовлетворённость консультантов',
  'evaluation.name.closed': 'Закрыто дефицитов участников',
  'evaluation.name.hours': 'Затраты на закрытый дефицит',
  'evaluation.rule':
    'прекратить — «плохо» по {stopFrom} {stopFrom|критерию|критериям|критериям} и больше; оставить — без «плохо», «хорошо» не меньше половины',
  'evaluation.from': 'Цикл «{cycle}», проведено занятий: {modules}.',
  'evaluation.why':
    '{?good}Хорошо: {good}. {/}{?bad}Плохо: {bad}. {/}{?unknown}Нет данных: {unknown}. {/}Пороги — на листе «Настройки».',
  'evaluation.more': 'хорошо от {good}, плохо ниже {bad}',
  'evaluation.less': 'хорошо до {good}, плохо больше {bad}',
  'evaluation.share': '{share} % ({have} из {of})',
  'evaluation.index': '{index} из 100, {answers} {answers|ответ|ответа|ответов}',
  'evaluation.hours': '{hours} чел.-ч',
  'evaluation.vain': 'ни один дефицит не закрыт за {hours} чел.-ч',
  'evaluation.gain': '{gain} {gain|уровень|уровня|уровней} в среднем, человек: {people}',
  'evaluation.none': 'нечего считать',
  'evaluation.hidden': 'меньше трёх ответов ({answers})',
  'evaluation.notYet': 'после второго опроса',
  'evaluation.from.coverage':
    'Листы «Дефициты и профициты» и «Группы»: дефициты цикла, чьи владельцы учатся по этой компетенции в одной из опубликованных групп ({groups}).',
  'evaluation.from.attendance':
    'Лист «Расписание»: мест занято из приглашённых. По столбцу «Пришли» занятий — {marked}, по ответам в календаре и отзывам — {counted}{?unknown}, неизвестно — {unknown}{/}.',
  'evaluation.from.feedback': 'Лист «Отзывы»: средний индекс эффективности по всем занятиям.',
  'evaluation.from.closed':
    'Лист «Динамика по учителям»: дефициты участников групп по их компетенции{?next}, по циклу «{next}»{:}, когда придут ответы следующего цикла{/}.',
  'evaluation.from.hours':
    'Лист «Расписание»: длительность занятий на людей в группе; консультанты с подготовкой — {consultants} ч, участники — {consultees} ч{?timeless}; занятий без времени, не учтено: {timeless}{/}.',
  'evaluation.from.cost': 'Лист «Расписание», подготовка — из настроек.',
  'evaluation.from.gain': 'Листы «Группы» и «Динамика по учителям».',
  'evaluation.hours.consultants': 'Часы консультантов с подготовкой',
  'evaluation.hours.consultees': 'Часы участников',
  'evaluation.gain.members': 'Прирост участников групп',
  'evaluation.gain.others': 'Прирост тех, у кого был дефицит, но не было группы',
  'evaluation.gain.consultant': 'Прирост участников, консультант {name}',
  'evaluation.gain.size': 'Прирост в группах, участников: {size}',
  'evaluation.advice.coverage': 'Посмотрите лист «Без группы»: добавьте время, консультантов или наставнические пары.',
  'evaluation.advice.attendance':
    'Проверьте время занятий по ответам в календаре, ставьте не больше одного занятия в день, напоминайте накануне.',
  'evaluation.advice.consultees':
    'Прочитайте комментарии на листе «Отзывы»: чаще всего помогает практика на своих уроках и меньшая группа.',
  'evaluation.advice.consultants':
    'Спросите консультантов о нагрузке: меньше участников, второй консультант, время на подготовку в плане школы.',
  'evaluation.advice.closed':
    'Сравните прирост по консультантам и размерам групп ниже; добавьте занятие тем, у кого дефицит остался.',
  'evaluation.advice.hours': 'Укрупните группы по одной теме или замените часть занятий материалами банка.',
} satisfies Wordings;

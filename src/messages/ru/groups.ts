// Mobile groups: drafts, reasons, publishing: Russian.
import type { Wordings } from '../wording';

const OTHER_SUBJECTS = '{?subjects} Рядом другие предметы: {subjects}.{/}';

/** `suits`: 2 the person chose this time, 1 it is possible, 0 a person has put him here. */
const TIME =
  '{?slot} {slot}{?suits=2} — удобное время{:}{?suits=1} — время возможное{:} среди своего времени не указано{/}{/}.{/}';

/** Levels may be 0. */
const level = (against: string): string => `{?level=}уровень неизвестен{:}уровень {level}, ${against}{/}`;
const NEEDS = level('цель {target}');
const HAS = level('порог консультанта {consultantFrom}');

const HELP = '{?consultants} {consultants|Поможет|Помогут|Помогут}: {consultants}.{/}';

export const GROUPS = {
  'groups.will':
    '{?groups}{groups|Получится|Получатся|Получится} {groups} {groups|новая группа|новые группы|новых групп}: пока черновик, никому ничего не отправляется.{:}Новых групп не получилось: почему, будет видно на листе «Без группы».{/}{?kept} Опубликованные и закреплённые группы останутся как есть: {kept}.{/}',
  'groups.replaces':
    'Прежний черновик ({groups} {groups|группа|группы|групп}) заменится. Чтобы сохранить группу, поставьте на листе «Группы» «да» в столбце «Закрепить».',
  'groups.count.groups': 'Групп',
  'groups.count.covered': 'Дефицитов закроют',
  'groups.count.uncovered': 'Дефицитов без группы',
  'groups.count.people': 'Человек в группах',
  'groups.done': 'Черновик готов. Групп: {groups}, закрывают дефицитов: {people}, без группы: {uncovered}.',
  'groups.next':
    'Проверьте листы «Группы» и «Без группы», поправьте черновик, если нужно, и выберите «{@action.publishGroups}».',
  'groups.noLevels':
    'Группы собрать не из чего: уровни учителей неизвестны. Выберите «{@action.sendSelf}», дождитесь ответов и выберите «{@action.processAnswers}» или заполните лист «Тесты и наблюдения».',
  'groups.nonePublished':
    'Опубликованных групп нет. Проверьте черновик на листе «Группы» и выберите «{@action.publishGroups}».',
  'groups.publish.will':
    '{?groups}{groups|Будет опубликована|Будут опубликованы|Будет опубликовано} {groups} {groups|группа|группы|групп}. При пересборке опубликованное не меняется; письма пока не уходят.{:}Публиковать нечего: черновиков нет. Сначала выберите «{@action.formGroups}».{/}',
  'groups.publish.done':
    '{?groups}Опубликовано групп: {groups}. Дальше — «{@action.agreeProgrammes}».{:}Публиковать было нечего: черновиков нет. Сначала выберите «{@action.formGroups}».{/}',
  'groups.bad.person':
    'Лист «Группы», строка {row}: в группе {group} код «{teacher}», такого сотрудника нет. Возьмите код с листа «Сотрудники».',
  'groups.bad.twice': 'Лист «Группы», строка {row}: в группе {group} дважды {name}. Удалите лишнюю строку.',
  'groups.bad.noConsultant':
    'Лист «Группы», строка {row}: в группе {group} нет консультанта. Добавьте строку с ролью «консультант» или удалите группу.',
  'groups.bad.noConsultee':
    'Лист «Группы», строка {row}: в группе {group} некого консультировать. Добавьте строку с ролью «консультируемый» или удалите группу.',
  'groups.bad.mixed':
    'Лист «Группы», строка {row}: в группе {group} разные компетенции. Сделайте «Код компетенции» одинаковым во всех её строках.',

  'group.reason':
    '«{title}»: {consultants|консультирует|консультируют|консультируют} {consultants}, {members|учится|учатся|учатся} {members}.{?subjects} Предметы: {subjects}.{/}{?schools} Школы: {schools}.{/}{?slot} {slot} удобно {suits} из {people}.{/}',
  'group.member.consultee': `Дефицит: ${NEEDS}.${HELP}${OTHER_SUBJECTS}${TIME}`,
  'group.member.wants': `Хочет освоить: ${NEEDS}.${HELP}${OTHER_SUBJECTS}${TIME}`,
  'group.member.consultant': `Консультирует: ${HAS}. Участников: {members}.${OTHER_SUBJECTS}${TIME}`,
  'group.member.consultant.unconfirmed': `Консультирует, хотя уровень ещё не подтверждён: ${HAS}. Участников: {members}.${OTHER_SUBJECTS}${TIME}`,
  'group.singlePoint':
    '«{title}» держится на одном человеке: {name}. Помощь нужна {needy} {needy|учителю|учителям|учителям}{?groups}, групп: {groups}{/}. Подготовьте второго консультанта.',

  'uncovered.noConsultant':
    'По компетенции «{title}» нет ни одного консультанта. Пригласите специалиста из другой школы или подберите курс.',
  'uncovered.noConsultant.unwilling':
    'По компетенции «{title}» помочь могли бы, но не отметили «готов помочь»: {names+more}. Поговорите с ними.',
  'uncovered.noConsultant.check':
    'По компетенции «{title}» высокий уровень не подтверждён: {names+more}. Подтвердите его тестом или на уроке либо включите настройку «Консультанты без подтверждения».',
  'uncovered.noCommonSlot':
    'Нет общего времени с консультантами: {names+more}.{?slots} Они могут: {slots}.{/} Предложите другое время или договоритесь лично.',
  'uncovered.tooFew':
    '{?together}Вместе могут собраться только {together}{?slot} ({slot}){/}{:}Вместе собрать некого{/}, а в группе нужно не меньше {least}. Добавьте «Дни занятий» или «Время занятий» на листе «Настройки» либо уменьшите «В группе не меньше участников».',
  'uncovered.tooFew.oneSubject':
    'Все, кто может собраться вместе{?slot} ({slot}){/}, ведут один предмет, а группа должна быть смешанной. Предложите другое время или соберите группу вручную на листе «Группы».',
  'uncovered.limit':
    'Мест в группах не хватило. Ещё могли бы взять группу: {names+more}. Добавьте человека на листе «Группы» вручную или измените размер групп на листе «Настройки».',
  'uncovered.limit.own':
    'Учится уже в {groups} {groups|группе|группах|группах}, больше {limit} нельзя. Дождитесь следующего круга или увеличьте настройку «Групп на консультируемого».',
  'uncovered.limit.banned':
    'Лист «Пожелания» просит не ставить вместе с теми, кто мог бы консультировать: {names+more}. Других консультантов по теме «{title}» нет.',
  'uncovered.limit.consultants':
    'У консультантов больше нет места: {names+more}. Увеличьте настройку «Групп на консультанта» или «Участников на одного консультанта» либо подготовьте ещё одного консультанта.',
} satisfies Wordings;

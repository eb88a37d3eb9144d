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
    '{?groups}{groups|Получится|Получатся|Получится} {groups} {groups|новая группа|новые группы|новых групп}: пока черновик, никому ничего не отправляется.{:}Новых групп не получилось: почему, будет видно на листе «Без группы».{/}',
  'groups.same': 'Черновики, которые не изменятся: {groups}.',
  'groups.kept': 'Опубликованные и закреплённые группы останутся как есть: {groups}.',
  'groups.replaces':
    'Прежний черновик ({groups} {groups|группа|группы|групп}) заменится. Чтобы сохранить группу, поставьте на листе «Группы» «да» в столбце «Закрепить». Вернуть прежний черновик потом: «{@action.editGroups}» → «{@edit.kind.undo}».',
  'groups.count.groups': 'Групп',
  'groups.count.covered': 'Дефицитов закроют',
  'groups.count.uncovered': 'Дефицитов без группы',
  'groups.count.people': 'Человек в группах',
  'groups.done':
    '{?same}Ничего не изменилось{:}Черновик готов{/}. Групп: {groups}, закрывают дефицитов: {covered}, без группы: {uncovered}.{?changed} Новых или изменённых групп среди них: {changed}.{/}',
  'groups.leastAboveMost':
    'В группе не меньше {least} {least|участника|участников|участников}, и не больше {most}: так сказано на листе «Настройки», а вместе этого быть не может. Группы составлены по {least}; исправьте одно из двух.',
  'groups.seats':
    '{?titles}{titles|Тема|Темы|Темы}: {titles+more}. Самое большое помещение для {titles|неё|них|них}{:}Самое большое помещение{/} вмещает {seats} {seats|человека|человека|человек}, поэтому в группе не больше {members} {members|участника|участников|участников} и {consultants} {consultants|консультанта|консультантов|консультантов}, хотя настройки разрешают больше. Места — на листе «Помещения и оборудование».',
  'groups.seats.none':
    '{?titles}{titles|Тема|Темы|Темы}: {titles+more}. Самое большое помещение для {titles|неё|них|них}{:}Самое большое помещение{/} вмещает {seats} {seats|человека|человека|человек}: ни одна группа в него не поместится. Впишите помещение больше на лист «Помещения и оборудование» или уменьшите «В группе не меньше участников».',
  'spaces.about.unknown':
    'нет компетенции с кодом «{found}», поэтому группам это не достанется. Возьмите коды с листа «Компетенции», через точку с запятой, или оставьте ячейку пустой.',
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
  'groups.publish.broken':
    'Черновики нарушают правила школы ({rules}). Опубликовать можно и так; чтобы исправить, откройте «{@view.groups}» или «{@action.editGroups}».',
  'groups.publish.times':
    'Группа {group}: в её строках разное время ({times}). Занятия будут по большинству строк: {slot}.',
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
    'Нет общего времени с консультантами: {names+more}. Они могут: {?slots}{slots}{:}ни в одно из времён занятий{/}.',
  'uncovered.tooFew':
    '{?together}Вместе могут собраться только {together}{?slot} ({slot}){/}{:}Вместе собрать некого{/}, а в группе нужно не меньше {least}.',
  'uncovered.tooFew.oneSubject':
    'Все, кто может собраться вместе{?slot} ({slot}){/}, ведут один предмет, а группа должна быть смешанной.',
  'uncovered.limit.means':
    'Не хватает {?equipment}{?rooms}помещений и {/}оборудования ({equipment}){:}помещений{/}: когда могут участники{?names} и консультанты ({names+more}){/}, этого нет или оно у других групп. Добавьте на лист «Помещения и оборудование» или предложите ещё время на листе «Настройки».',
  'uncovered.limit.apart': 'Место есть только рядом с теми, с кем просили не ставить вместе: {names+more}.',
  'uncovered.noConsultant.own':
    'По компетенции «{title}» могли бы консультировать, но по листу «Сотрудники» не ведут ни одной группы: {names+more}.',
  'uncovered.fewConsultants':
    'Группе нужно консультантов: {needed}, а по компетенции «{title}» столько вместе не собрать: {names+more}{?slot} ({slot}){/}.',
  'uncovered.limit.apart.group': 'Собрать группу мешает просьба не ставить вместе: {names+more}.',
  'uncovered.limit.full':
    'Группа {?group}{group} {/}в подходящее время ({slot}, консультанты: {names+more}) полна: участников {members}{?seats}, самое большое помещение вмещает {seats} {seats|человека|человека|человек}{/}.',
  'uncovered.busy': '{?slot}В подходящее время ({slot}) {/}{name} уже в группе {?group}{group} {/}«{other}».',
  'uncovered.leadBusy': 'Консультанты ({names+more}) в подходящее время ({slot}) уже в других группах.',
  'uncovered.place': 'Место есть: группа {?group}{group}, {/}{slot}, консультанты {names+more}.',
  'uncovered.possible': 'Группу можно собрать: {slot}, консультанты {names+more}, участников {members}.',
  'uncovered.dear':
    'Группу можно собрать ({slot}, консультанты {names+more}, участников {members}), но по ценам на листе «Настройки» без неё лучше.',
  'uncovered.rules':
    'По настройкам группы не собрать: участников в ней не меньше {least}, а консультанты могут взять не больше {most}.',
  'uncovered.limit.own':
    '{?groups}Учится уже в {groups} {groups|группе|группах|группах}, больше {limit} нельзя.{:}{?personal}На листе «Сотрудники» сказано не включать ни в одну группу.{:}По настройкам никто не учится ни в одной группе.{/}{/}',
  'uncovered.limit.banned':
    'Лист «Пожелания» просит не ставить вместе с теми, кто мог бы консультировать: {names+more}. Других консультантов по теме «{title}» нет.',
  'uncovered.limit.consultants': 'Консультанты уже ведут столько групп, сколько можно: {names+more}.',
} satisfies Wordings;

// The self-check: Russian.
import type { Wordings } from '../wording';

export const SELF_CHECK = {
  'confirm.selfCheck': 'Выполнить',
  'field.selfCheck.mode': 'Что сделать',
  'field.selfCheck.mode.help': 'Сначала проверьте. Исправить можно вторым шагом: покажем, что именно изменится.',
  'check.mode.check': 'проверить',
  'check.mode.mend': 'исправить, что можно',
  'check.mode.none': 'Выберите: проверить или исправить.',
  'check.count.fine': 'В порядке',
  'check.count.attention': 'Требует внимания',
  'check.count.fault': 'Неисправно',
  'check.allFine': 'Всё в порядке.',
  'check.nothing': 'Исправлять нечего: то, что можно исправить самим, в порядке.',
  'check.will': 'Будет исправлено:',
  'check.mending': 'Восстанавливаем листы и столбцы.',
  'check.mends': 'Выберите «{@action.selfCheck}» → «исправить, что можно».',
  'check.failed.do': 'Эту проверку Google выполнить не дал. Прочитайте слева почему, исправьте и проверьте снова.',

  'check.scopes': 'Разрешения',
  'check.scopes.fine': 'Все разрешения даны.',
  'check.scopes.missing': 'Не дано: {names}.',
  'check.scopes.untold': 'Google не сообщает, какие разрешения даны; какого-то не хватает.',
  'check.scopes.do':
    '{?url}Откройте {url} и поставьте все отметки.{:}Выберите любой пункт меню и поставьте все отметки в окне Google.{/} Без этого шаги, которым нужно разрешение, не работают.',
  'scope.spreadsheets.currentonly': 'эта таблица',
  'scope.script.container.ui': 'боковая панель',
  'scope.drive.file': 'файлы дополнения на Диске',
  'scope.forms': 'формы',
  'scope.calendar.app.created': 'календарь программы',
  'scope.calendar.freebusy': 'занятость в календарях',
  'scope.script.send_mail': 'отправка писем',
  'scope.script.scriptapp': 'работа по расписанию',
  'scope.userinfo.email': 'ваш адрес почты',

  'check.account': 'Учётная запись',
  'check.account.fine': 'Формы, календарь и папки ведёт {owner}: это вы.',
  'check.account.do':
    'Откройте таблицу под той учётной записью и проверьте снова: ежечасную проверку, формы, календарь и папки отсюда не видно.',

  'check.triggers': 'Ежечасная проверка',
  'check.triggers.fine': 'Ежечасная проверка и отклик на ответы включены.',
  'check.triggers.bad':
    'Ежечасных проверок: {heartbeats}, откликов на ответы: {hints}, неправильных: {wrong}. Должно быть 1, 1 и 0.',

  'check.tables': 'Листы и столбцы',
  'check.tables.fine': 'Все листы и столбцы на месте: {count}.',
  'check.tables.gone': 'Нет листов: {tables}.',
  'check.tables.columns': 'На листе «{table}» нет столбцов: {columns}.',
  'check.columns.do':
    'Верните столбец через «Файл» → «История версий», если данные нужны. Иначе «{@action.selfCheck}» добавит пустой столбец справа.',

  'check.settings': 'Настройки и сотрудники',
  'check.settings.fine': 'Настройки и список сотрудников читаются.',
  'check.settings.do': 'Исправьте значение на листе «Настройки».',
  'check.rows.do': 'Исправьте ячейку на листе «Сотрудники».',

  'check.forms': 'Формы',
  'check.forms.fine': 'Открытых форм: {count}, все доступны и принимают ответы.',
  'check.forms.bin': 'Форма «{title}» лежит в корзине Диска.',
  'check.forms.bin.do': 'Верните её из корзины или отмените запуск, который её создал.',
  'check.forms.gone': 'Формы «{title}» больше нет.',
  'check.forms.gone.do': 'Разошлите этот опрос заново. Прочитанные ответы целы.',
  'check.forms.closed': 'Форма «{title}» не принимает ответы, хотя её срок не вышел.',

  'check.calendar': 'Календарь',
  'check.calendar.fine': 'Календарь программы на месте, часовой пояс тот же.',
  'check.calendar.none': 'Календаря ещё нет: он появится с первыми приглашениями.',
  'check.calendar.gone': 'Календарь программы удалён.',
  'check.calendar.do': 'Отправьте приглашения снова: появится новый календарь. События прежнего не вернуть.',
  'check.calendar.zone': 'Часовой пояс календаря — {zone}, а таблицы — {workbook}.',
  'check.calendar.zone.do':
    'Выберите один часовой пояс в настройках календаря и таблицы: иначе время занятий разойдётся.',
  'check.calendar.lost.do':
    'Когда удалите его или увидите, что лишнего нет, выберите «{@action.selfCheck}» → «исправить, что можно»: это напоминание уйдёт.',

  'check.folders': 'Папки на Диске',
  'check.folders.fine': 'Папок создано: {count}, все на месте.',
  'check.folders.lost': 'Удалены или лежат в корзине: {titles}.',
  'check.folders.do': 'Верните папки из корзины Диска. Если их удалили навсегда, создайте банк заново из меню.',

  'check.mail': 'Письма на сегодня',
  'check.mail.fine': 'Сегодня можно отправить ещё писем: {left}.',
  'check.mail.few': 'Сегодня можно отправить ещё писем: {left}.',
  'check.mail.do': 'Большую рассылку начните завтра. Начатая продолжится сама.',

  'check.store': 'Память дополнения',
  'check.store.fine': 'Занято {all} КБ из 500, самое большое значение — {largest} КБ из 9.',
  'check.store.full': 'Занято {all} КБ из 500, самое большое значение — {largest} КБ из 9.',
  'check.store.do': 'Закончите или остановите начатый запуск; если не поможет, напишите разработчикам.',

  'check.clock': 'Часы',
  'check.clock.fine': 'По часам таблицы сейчас {now}, часовой пояс {zone}.',
  'check.clock.differ':
    'По часам таблицы сейчас {now}, часовой пояс {workbook}. У скрипта свой, {script}: на сроки и занятия он не влияет.',
  'check.locale': 'Региональные настройки таблицы — {locale}: даты и десятичная запятая могут читаться иначе.',
  'check.locale.do': 'Выберите «Файл» → «Настройки» → «Россия».',

  'check.privacy': 'Персональные данные',
  'check.privacy.fine': 'Данные хранятся не дольше срока: старше {since} удаляются по напоминанию.',
  'check.privacy.open': 'Имена заменены кодами, но лист «Сотрудники» не защищён.',
  'check.privacy.term': 'Срок хранения данных не задан.',
  'check.privacy.do': 'На листе «Настройки» впишите «Хранить данные, месяцев».',
} satisfies Wordings;

// Staff import, and whose answer it may be: Russian.
import type { Wordings } from '../wording';

const meant = (otherwise: string): string =>
  `{?meant}Видимо, имелось в виду «{meant}»: исправьте и загрузите список снова.{:}${otherwise}{/}`;

export const STAFF = {
  'importStaff.will':
    '{?added|changed}Новых сотрудников: {added}, обновится записей: {changed}. Никто не удаляется.{:}Менять нечего: все, кого удалось прочитать, уже на листе «Сотрудники».{/}',
  'importStaff.count.added': 'Новых',
  'importStaff.count.changed': 'Обновится',
  'importStaff.count.unchanged': 'Без изменений',
  'importStaff.count.problems': 'Строк с ошибками',
  'importStaff.nothing':
    'Нечего загружать. Выберите лист со списком или вставьте список в поле «{@field.importStaff.text}».',
  'importStaff.done': 'Добавлено сотрудников: {added}, обновлено: {changed}.',
  'importStaff.mendFirst':
    'Сначала исправьте это на листе «Сотрудники», потом загрузите список снова: тех, чьи строки не читаются, приняли бы за новых.',
  'importStaff.noNames': 'Не указан столбец с именами. Выберите его в поле «{@importStaff.column.name}».',
  'importStaff.column.none': 'Нет такого столбца',
  'importStaff.column.header': 'Заголовки',
  'importStaff.column.noHeader': 'Заголовков нет',
  'importStaff.column.row': 'Строка {row}: {text}',
  'importStaff.column.name': 'ФИО',
  'importStaff.column.surname': 'Фамилия',
  'importStaff.column.firstName': 'Имя',
  'importStaff.column.patronymic': 'Отчество',
  'importStaff.column.email': 'Почта',
  'importStaff.column.subjects': 'Предметы',
  'importStaff.column.role': 'Должность',
  'importStaff.column.school': 'Школа',
  'importStaff.column.code': 'Код',
  'importStaff.column.included': 'Участвует',
  'importStaff.column.maxAsConsultee': 'Групп учится',
  'importStaff.column.maxAsConsultant': 'Групп ведёт',
  'problems.more': 'И ещё {count} {count|замечание|замечания|замечаний}: исправьте эти, и покажутся остальные.',

  'staff.header.missing':
    'Не нашлась строка заголовков. {?seen}Укажите её в поле «{@importStaff.column.header}» или выберите, в каком столбце ФИО. Можно и добавить над списком строку: «ФИО», «Электронная почта», «Предметы», «Должность». Список начинается так: {seen}.{:}Сейчас список пуст: вставьте его вместе с заголовками.{/}',
  'staff.name.missing':
    '{?name}Вместо имени записано «{name}»{:}Нет имени{/}{?email} (почта {email}){/}. Впишите фамилию, имя и отчество.',
  'staff.email.syntax': '{name}: «{email}» не похоже на адрес почты. Исправьте адрес и загрузите список снова.',
  'staff.email.cyrillic': `{name}: в адресе «{email}» русские буквы. ${meant('Наберите адрес латиницей и загрузите список снова.')}`,
  'staff.email.typo': `{name}: адрес «{email}» похож на опечатку. ${meant('Исправьте его и загрузите список снова.')}`,
  'staff.email.duplicate':
    '{name}: адрес «{email}» уже записан в строке {first} ({firstName}). Впишите другой адрес или удалите лишнюю строку.',
  'staff.email.unusable': '{name}: «{email}» — не адрес почты, письма и приглашения туда не уйдут. Исправьте его.',
  'staff.code.duplicate':
    '{name}: код «{code}» уже занят в строке {first} ({firstName}). Впишите другой код или очистите ячейку: код появится сам.',
  'staff.code.kept':
    '{name}: в списке код «{code}», а на листе «Сотрудники» — «{kept}». Остался «{kept}»: по нему находятся ответы.',
  'staff.name.duplicate':
    '{name}: это имя уже есть в строке {first}. Если это два человека, впишите почту обоим; если один — удалите лишнюю строку.',
  'staff.name.namesake':
    '{name}: полный тёзка уже есть в строке {first}. Загружены оба: проверьте, что это два человека.',
  'staff.name.ambiguous':
    '{name}: на листе «Сотрудники» несколько человек с этим именем (коды {codes}). Впишите в список код или почту.',
  'staff.match.conflict':
    '{name}: код «{code}» записан за одним сотрудником ({codeName}), а почта «{email}» — за другим ({emailName}). Исправьте код или почту.',
  'staff.match.twice':
    '{name}: этот сотрудник уже есть в строке {first} (в таблице: {known}, код {code}). Удалите лишнюю строку или исправьте код.',
  'staff.included.unclear': '{name}: непонятно, участвует ли: «{value}». Впишите «да» или «нет».',
  'staff.limit.bad': '{name}: «{value}» — не число групп. Впишите целое число от 0 до 99 или очистите ячейку.',

  'identity.near.email': 'Адрес «{email}» почти совпадает с «{known}».',
  'identity.near.mailbox': 'Адрес «{email}» начинается так же, как «{known}», но почтовая служба другая.',
  'identity.near.surname': 'В адресе «{email}» есть эта фамилия: {name}.',
  'identity.near.code': 'Код «{typed}» отличается от «{code}» на один знак.',
  'identity.near.same-name': 'Имя «{typed}» подходит: {name}.',
  'identity.near.name': 'Имя «{typed}» похоже: {name}.',
} satisfies Wordings;

// Where a row problem is, and what is said when there are no words: Russian.
import type { Wordings } from '../wording';

export const PLACES = {
  'place.row': 'Строка {row}: ',
  'place.column': 'Строка {row}, столбец «{column}»: ',
  'place.table': 'Лист «{table}», строка {row}: ',
  'place.table.column': 'Лист «{table}», строка {row}, столбец «{column}»: ',
  /** Whose rows the problems `framework.…` are about. */
  'sheet.framework': 'Компетенции',
  unworded: 'Для этого сообщения ещё нет слов. Передайте его код тому, кто установил дополнение:',

  'cell.required': 'Пустая ячейка, а без неё строку не прочитать. Заполните её.',
  'cell.notNumber': '«{found}» — не число. Впишите число цифрами.',
  'cell.notFlag': '«{found}» непонятно. Впишите «да» или «нет».',
  'cell.notChoice': '«{found}» нет в списке. Выберите значение из списка в ячейке.',
  'cell.notDate': '«{found}» — не дата. Впишите дату так: 30.11.2026.',
  'cell.notJson':
    'Служебная ячейка испорчена. Верните прежнее значение: «Файл» → «История версий» → «Смотреть историю версий».',
} satisfies Wordings;

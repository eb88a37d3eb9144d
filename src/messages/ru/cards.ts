// Cards of the Workspace add-on beside Sheets, Calendar and Drive: Russian.
import type { Wordings } from '../wording';

export const CARDS = {
  'cards.next': 'Следующий шаг',
  'cards.problems': 'Сначала исправьте',
  'cards.allDone': 'Все шаги цикла пройдены.',
  'cards.module': 'Ближайшее занятие',
  'cards.steps': 'Шаги цикла',
  'cards.menu': 'Действия — в меню «Время роста» над таблицей.',
  'cards.when': '{at}',
  'cards.online': 'онлайн',
  'cards.coming': '{?accepted}{accepted|придёт|придут|придут} {accepted} из {guests}{:}пока никто не ответил «да»{/}',
  'cards.workbook': 'Открыть таблицу',
  'cards.workbook.none': 'Откройте таблицу «Времени роста» и эту панель в ней: тогда здесь появятся занятия.',
  'cards.calendar': 'Ближайшие занятия',
  'cards.calendar.none':
    'Календаря программы пока нет: он появится с первыми приглашениями. После этого откройте эту панель в таблице.',
  'cards.calendar.empty': 'Впереди занятий нет.',
  'cards.files': 'Недавние формы и материалы',
  'cards.files.none': 'Здесь появятся формы и материалы, созданные из таблицы «Времени роста».',
  'cards.file.form': 'форма',
  'cards.file.material': 'материал',
} satisfies Wordings;

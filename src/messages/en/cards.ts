// Cards of the Workspace add-on beside Sheets, Calendar and Drive: English.
import type { CARDS as RU } from '../ru/cards';
import type { Wording } from '../wording';

export const CARDS: Readonly<Record<keyof typeof RU, Wording>> = {
  'cards.next': 'Next step',
  'cards.problems': 'Mend this first',
  'cards.allDone': 'All steps of the cycle are done.',
  'cards.module': 'Next session',
  'cards.steps': 'Steps of the cycle',
  'cards.menu': 'Actions are in the menu “Время роста” above the workbook.',
  'cards.when': '{at}',
  'cards.online': 'online',
  'cards.coming': '{?accepted}{accepted} of {guests} will come{:}nobody has said “yes” yet{/}',
  'cards.workbook': 'Open the workbook',
  'cards.workbook.none': 'Open the workbook of “Время роста” and this panel in it: then the sessions appear here.',
  'cards.calendar': 'Coming sessions',
  'cards.calendar.none':
    'The programme has no calendar yet: it is made with the first invitations. Then open this panel in the workbook.',
  'cards.calendar.empty': 'No session lies ahead.',
  'cards.files': 'Recent forms and materials',
  'cards.files.none': 'Forms and materials made from the workbook of “Время роста” will appear here.',
  'cards.file.form': 'form',
  'cards.file.material': 'material',
};

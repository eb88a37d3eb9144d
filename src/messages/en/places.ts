// Where a row problem is, and what is said when there are no words: English.
import type { PLACES as RU } from '../ru/places';
import type { Wording } from '../wording';

export const PLACES: Readonly<Record<keyof typeof RU, Wording>> = {
  'place.row': 'Row {row}: ',
  'place.column': 'Row {row}, column “{column}”: ',
  'place.table': 'Sheet “{table}”, row {row}: ',
  'place.table.column': 'Sheet “{table}”, row {row}, column “{column}”: ',
  'sheet.framework': 'Компетенции',
  unworded: 'There are no words for this message yet. Pass its code on to whoever installed the add-on:',

  'cell.required': 'The cell is empty, and the row cannot be read without it. Fill it in.',
  'cell.notNumber': '“{found}” is not a number. Write a number in digits.',
  'cell.notFlag': '“{found}” is unclear. Write “да” or “нет”.',
  'cell.notChoice': '“{found}” is not on the list. Choose a value from the list in the cell.',
  'cell.notDate': '“{found}” is not a date. Write the date like this: 30.11.2026.',
  'cell.notJson':
    'A cell of the product’s own is damaged. Restore its former value: File → Version history → See version history.',
};

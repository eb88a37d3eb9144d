// The cards beside Calendar and Drive, where no workbook is open: what is coming up, what changed last, and the way to the workbook.
import type { Message } from '../domain/message';
import type { Coming } from '../google/agenda';
import type { LastWorkbook } from '../google/last-workbook';
import type { RecentFile } from '../google/recent-files';
import type { CardData, Section } from './card';

type Say = (message: Message) => string;

/** @param coming undefined when there is no calendar to look into */
export function calendarCard(
  say: Say,
  workbook: LastWorkbook | undefined,
  coming: readonly Coming[] | undefined,
): CardData {
  const lines =
    coming === undefined
      ? [{ text: say({ code: workbook === undefined ? 'cards.workbook.none' : 'cards.calendar.none' }) }]
      : coming.length === 0
        ? [{ text: say({ code: 'cards.calendar.empty' }) }]
        : coming.map(({ at, title, place, link, guests, accepted }) => ({
            top: say({ code: 'cards.when', fields: { at } }),
            text: title,
            bottom: [
              place === '' ? say({ code: 'cards.online' }) : place,
              ...(guests === 0 ? [] : [say({ code: 'cards.coming', fields: { accepted, guests } })]),
            ].join(' · '),
            url: link,
          }));
  return framed(say, workbook, [{ header: say({ code: 'cards.calendar' }), lines }]);
}

export function driveCard(say: Say, workbook: LastWorkbook | undefined, files: readonly RecentFile[]): CardData {
  const lines =
    files.length === 0
      ? [{ text: say({ code: 'cards.files.none' }) }]
      : files.map(({ name, link, isForm }) => ({
          top: say({ code: isForm ? 'cards.file.form' : 'cards.file.material' }),
          text: name,
          url: link,
        }));
  return framed(say, workbook, [{ header: say({ code: 'cards.files' }), lines }]);
}

function framed(say: Say, workbook: LastWorkbook | undefined, sections: readonly Section[]): CardData {
  return {
    title: say({ code: 'menu.title' }),
    subtitle: workbook?.name ?? '',
    sections: [
      ...sections,
      ...(workbook === undefined
        ? []
        : [{ lines: [], buttons: [{ text: say({ code: 'cards.workbook' }), url: workbook.url }] }]),
    ],
  };
}

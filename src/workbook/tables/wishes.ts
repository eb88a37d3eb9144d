// «Пожелания»: who wants to be with whom, who must not, and who stays together whatever is formed anew.
import { table } from '../schema';

export const WISH_KINDS = {
  together: 'хочу вместе',
  apart: 'не ставить вместе',
  pinned: 'закрепить вместе',
} as const;

export const WISHES = table({
  key: 'wish',
  title: 'Пожелания',
  about:
    'Кого с кем поставить и кого не ставить вместе. По строке на пару; учитывается, когда собираются группы и пары.',
  filledBy: 'people',
  tabColour: '#f9ab00',
  columns: {
    who: { type: 'text', title: 'Кто (код)', width: 110, required: true },
    whom: { type: 'text', title: 'С кем (код)', width: 110, required: true },
    kind: { type: 'choice', title: 'Пожелание', width: 170, required: true, choices: WISH_KINDS },
    about: { type: 'text', title: 'По какой компетенции (код)', width: 150, note: 'Пусто — по любой.' },
    note: { type: 'text', title: 'Примечание', width: 320 },
  },
});

// «Пожелания»: who wants to work with whom, whom not to put together, whom to keep together. Groups, pairs and communities read it.
import { table } from '../schema';

export const WISH_KINDS = {
  together: 'хочу вместе',
  apart: 'не ставить вместе',
  pinned: 'закрепить вместе',
} as const;

const BY_CODE = 'Код сотрудника или ФИО, как в списке.';

export const WISHES = table({
  key: 'wishes',
  title: 'Пожелания',
  about: 'Кто с кем хочет работать, кого не ставить вместе, кого закрепить. По этим строкам собираются пары и группы.',
  filledBy: 'people',
  tabColour: '#f9ab00',
  columns: {
    who: { type: 'text', title: 'Кто', width: 110, required: true, note: BY_CODE, person: 'code' },
    whom: { type: 'text', title: 'С кем', width: 110, required: true, note: BY_CODE, person: 'code' },
    kind: {
      type: 'choice',
      title: 'Пожелание',
      width: 160,
      required: true,
      choices: WISH_KINDS,
      note: '«хочу вместе» у обоих — взаимное пожелание: в парах оно исполняется прежде остальных, в группах и сообществах весит больше.',
    },
    about: { type: 'text', title: 'Код компетенции', width: 140, note: 'Пусто — по любой компетенции.' },
    note: { type: 'text', title: 'Примечание', width: 300 },
  },
});

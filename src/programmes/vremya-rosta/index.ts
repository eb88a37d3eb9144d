// «Время роста»: ICT competencies of a school's teachers grown in mobile groups across subjects.
import type { Programme } from '../../domain/programme/programme';
import { BANK_KINDS } from './bank';
import { EQUIPMENT } from './equipment';
import { FOUR_K_PUPILS, FOUR_K_TEACHERS } from './four-k';
import { FRAMEWORK } from './framework';
import { INDICATORS } from './indicators';
import { LESSON_CARD } from './lesson-card';
import { PLAN } from './plan';
import { TEXTS } from './texts';

export const VREMYA_ROSTA: Programme = {
  id: 'vremya-rosta',
  title: 'Время роста',
  about:
    'Методический абонемент: учителя с профицитом ИКТ-компетенций помогают коллегам с дефицитом в мобильных группах, не замкнутых на один предмет.',
  framework: FRAMEWORK,
  more: [EQUIPMENT, FOUR_K_PUPILS, FOUR_K_TEACHERS],
  texts: TEXTS,
  plan: PLAN,
  indicators: INDICATORS,
  bank: { kinds: BANK_KINDS, lessonCard: LESSON_CARD },
};

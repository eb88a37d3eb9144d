// The languages without their wordings: how each writes numbers and bends words.
import { EN_FORMAT, RU_FORMAT } from './format';
import { plural, pluralEn } from './plural';
import type { Language } from './wording';

export const RUSSIAN: Language = {
  format: RU_FORMAT,
  plural: (count, [one = '', few = one, many = few]) => plural(count, one, few, many),
};

export const ENGLISH: Language = {
  format: EN_FORMAT,
  plural: (count, [one = '', other = one]) => pluralEn(count, one, other),
};

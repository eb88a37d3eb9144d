// All wording of the programme, gathered.
import type { ProgrammeTexts } from '../../domain/programme/programme';
import { PUPILS_TEXTS } from './indicators';
import { FEEDBACK_TEXTS } from './texts-feedback';
import { ADDRESSED_TEXTS, CONSENT_TEXTS, NEEDS_TEXTS, SELF_TEXTS } from './texts-diagnostics';
import { AGREEMENT_TEXTS, EVENT_TEXTS, MAILS, OFFER_TEXTS } from './texts-work';

export const TEXTS: ProgrammeTexts = {
  schoolFallback: 'наша школа',
  code: 'Ваш код сотрудника (он указан в письме)',
  consent: CONSENT_TEXTS,
  needs: NEEDS_TEXTS,
  self: SELF_TEXTS,
  addressed: ADDRESSED_TEXTS,
  agreement: AGREEMENT_TEXTS,
  feedback: FEEDBACK_TEXTS,
  offer: OFFER_TEXTS,
  pupils: PUPILS_TEXTS,
  mails: MAILS,
  event: EVENT_TEXTS,
};

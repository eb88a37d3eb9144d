// The questionnaires that the sample's answers belong to, one of each kind (the addressed survey: one a technology).
import { VREMYA_ROSTA } from '../../src/programmes/vremya-rosta';
import { addressedSurvey } from '../../src/domain/survey/addressed';
import { agreementForm } from '../../src/domain/survey/agreement';
import { feedbackForm } from '../../src/domain/survey/feedback';
import type { FormSpec, Option } from '../../src/domain/survey/form-spec';
import { needsSurvey, needsTechnologies } from '../../src/domain/survey/needs';
import { offerForm } from '../../src/domain/survey/offer';
import { selfAssessment } from '../../src/domain/survey/self-assessment';
import { QUESTIONS } from './phrases';
import { BANDS, DAYS, SLOTS } from './times';

const same = (value: string): Option => ({ value, label: value });
const programme = VREMYA_ROSTA;
const { competencies } = programme.framework;

export const sampleNeeds = (): FormSpec => needsSurvey({ programme, competencies, school: 'Школа № 1', cycle: '1' });

export const sampleSelf = (): FormSpec =>
  selfAssessment({ programme, competencies, days: DAYS.map(same), bands: BANDS.map(same) });

export function sampleForms(): FormSpec[] {
  const technologies = needsTechnologies(competencies);
  const date = '2026-10-16';
  return [
    sampleNeeds(),
    sampleSelf(),
    ...technologies.map((competency) => addressedSurvey({ programme, competency })),
    ...technologies.map((competency) =>
      agreementForm({
        programme,
        group: {
          id: 'Г-1',
          competency,
          consultants: ['Берёзова А. А.'],
          consultees: ['Радугина Б. Е.', 'Черникин В. Д.'],
          questions: QUESTIONS[competency.id] ?? [],
          slots: SLOTS.map(same),
        },
      }),
    ),
    ...(['consultant', 'consultee'] as const).map((side) =>
      feedbackForm(side, {
        programme,
        module: { id: 'М-1', title: 'Работа с формами', date, consultants: [] },
        top: 4,
      }),
    ),
    offerForm({ programme, competencies, kinds: programme.bank.kinds }),
  ];
}

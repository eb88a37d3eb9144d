// A7, «Мониторинг эффективности занятия»: what consultants and consultees are asked after a session; not the same questions.
import type { ScaleTexts } from '../programme/programme';
import { assemble, optionsOf, type SurveyContext } from './assemble';
import type { FormSpec, ItemSpec } from './form-spec';
import { AGAIN, APPLIED, BEFORE, COMMENTS, DIFFICULTIES, NOW, scaleKey } from './keys';

export type FeedbackSide = 'consultant' | 'consultee';

export interface FeedbackInput extends SurveyContext {
  readonly module: {
    readonly id: string;
    readonly title: string;
    /** As the respondent should read it. */
    readonly date: string;
    /** Names. */
    readonly consultants: readonly string[];
  };
  /** The highest level on the scale of what was learnt. */
  readonly top: number;
}

/** Bounds of a scale in Google Forms: the upper one from 3 to 10. https://developers.google.com/apps-script/reference/forms/scale-item */
const LEAST_TOP = 3;

const scaleItem = (scale: ScaleTexts): ItemSpec => ({
  key: scaleKey(scale.key),
  type: 'scale',
  title: scale.title,
  required: true,
  low: 1,
  high: 5,
  lowLabel: scale.low,
  highLabel: scale.high,
});

/**
 * Keys: `scale:<name>` (1 … 5), `again` (yes, no), `comments`; consultants also `difficulties`, consultees `before` and `now`
 * (levels from 0) and `applied`. No staff code is asked: an answer about a colleague should not have to be signed.
 */
export function feedbackForm(side: FeedbackSide, input: FeedbackInput): FormSpec {
  const texts = input.programme.texts.feedback;
  const fields = {
    module: input.module.id,
    title: input.module.title,
    date: input.module.date,
    consultants: input.module.consultants.join(', '),
  };
  const again: ItemSpec = {
    key: AGAIN,
    type: 'choice',
    title: texts[side].again,
    required: true,
    options: optionsOf(texts[side].againOptions, ['yes', 'no']),
  };
  const comments: ItemSpec = { key: COMMENTS, type: 'paragraph', title: texts[side].comments, required: false };
  const scales = texts[side].scales.map(scaleItem);
  if (side === 'consultant') {
    return assemble('feedback.consultant', input, texts.consultant, fields, [
      ...scales,
      again,
      { key: DIFFICULTIES, type: 'paragraph', title: texts.consultant.difficulties, required: false },
      comments,
    ]);
  }
  const levelItem = (key: string, title: string): ItemSpec => ({
    key,
    type: 'scale',
    title,
    required: true,
    low: 0,
    high: Math.max(LEAST_TOP, input.top),
    lowLabel: texts.consultee.levelLow,
    highLabel: texts.consultee.levelHigh,
  });
  return assemble('feedback.consultee', input, texts.consultee, fields, [
    { key: 'header:levels', type: 'header', title: texts.consultee.levelsHeader },
    levelItem(BEFORE, texts.consultee.before),
    levelItem(NOW, texts.consultee.now),
    { key: 'header:session', type: 'header', title: texts.consultee.sessionHeader },
    ...scales,
    again,
    { key: APPLIED, type: 'paragraph', title: texts.consultee.applied, required: false },
    comments,
  ]);
}

// Bar: reading any number of answers of a form takes at most 8 service calls.
import { toRespondentAnswers } from '../examples/answers-format';
import type { ServiceCall } from '../local/index';
import type { ItemSpec } from '../src/domain/survey/form-spec';
import { QUESTIONS, SURVEYS } from '../src/workbook/tables';
import { type Cost, nameOf } from './recorder';
import { emailOf, runAction, schoolOf } from './schools';

export interface IngestCost {
  readonly what: string;
  /** The whole run «Обработать ответы» of which the reading is the first step. */
  readonly run: Cost;
  /** The reading alone: what is known, the form, what is new. */
  readonly proper: readonly ServiceCall[];
}

/**
 * A school of that many teachers answers the needs survey, everybody once, and the answers are read.
 * @param again when above 0, so many of them answer once more, and it is the reading of these that is measured
 */
export function ingestOf(teachers: number, again = 0): IngestCost {
  const { workspace, director, recorder } = schoolOf(teachers);
  runAction(director, 'sendNeeds');
  const [survey] = director.rows(SURVEYS);
  if (survey === undefined) throw new Error('no survey was made');
  const items = director.rows(QUESTIONS).map(({ spec }) => JSON.parse(spec) as ItemSpec);
  const answer = (people: number, need: string): void => {
    const filled = toRespondentAnswers(items, { needs: [need], consent: 'vr-2026-1' });
    if (filled.missing.length > 0) throw new Error(`the form does not offer ${JSON.stringify(filled.missing)}`);
    for (let number = 1; number <= people; number++)
      workspace.submitForm(survey.formId, filled.answers, { email: emailOf(number) });
  };
  const process = (): void => {
    runAction(director, 'processAnswers');
  };
  answer(teachers, 'ict.forms');
  if (again > 0) {
    process();
    answer(again, 'ict.distance');
  }
  const run = recorder.measure('processAnswers', process);
  const answered = director.rows(SURVEYS)[0]?.answered ?? 'none';
  if (Number(answered) !== teachers) throw new Error(`${String(teachers)} have answered, ${answered} are counted`);
  const what = again === 0 ? `${String(teachers)} ответов` : `${String(again)} повторных из ${String(teachers)}`;
  return { what, run, proper: properOf(run.calls) };
}

/** From the reading of «Ответы» just before the form is opened to the checkpoint after the step. */
function properOf(calls: readonly ServiceCall[]): readonly ServiceCall[] {
  const opened = calls.findIndex((call) => nameOf(call) === 'FormApp.openById');
  const checkpoint = calls.findIndex((call, index) => index > opened && nameOf(call) === 'Properties.setProperty');
  const known = calls.slice(0, opened).map(nameOf).lastIndexOf('Sheet.getDataRange');
  if (opened < 0 || checkpoint < 0 || known < 0) throw new Error('the run is not of the expected shape');
  return calls.slice(known, checkpoint);
}

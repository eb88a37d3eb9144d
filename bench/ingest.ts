// Bar: reading any number of answers of a form takes at most 8 service calls.
import { toRespondentAnswers } from '../examples/answers-format';
import type { ServiceCall } from '../local/index';
import type { ItemSpec } from '../src/domain/survey/form-spec';
import { ANSWERS, QUESTIONS, SURVEYS } from '../src/workbook/tables';
import { type Cost, nameOf } from './recorder';
import { emailOf, runAction, schoolOf } from './schools';

export interface IngestCost {
  readonly what: string;
  /** The whole run «Обработать ответы» of which the reading is the first step. */
  readonly run: Cost;
  /** The reading alone: the form, what is known, what is new. */
  readonly proper: readonly ServiceCall[];
}

/** Who of those that have answered does so again: how many new answers, how many changes of the old one. */
interface Again {
  readonly repeated: number;
  readonly edited: number;
}

/**
 * A school of that many teachers answers the needs survey, everybody once, and the answers are read.
 * @param again then so many of them, here and there in the list, answer once more or change their answer, and it is the reading of
 * these that is measured
 */
export function ingestOf(teachers: number, again?: Again): IngestCost {
  const { workspace, director, recorder } = schoolOf(teachers);
  runAction(director, 'sendNeeds');
  const [survey] = director.rows(SURVEYS);
  if (survey === undefined) throw new Error('no survey was made');
  const items = director.rows(QUESTIONS).map(({ spec }) => JSON.parse(spec) as ItemSpec);
  const submit = (number: number, need: string, by: { readonly editResponseId?: string } = {}): string => {
    const filled = toRespondentAnswers(items, { needs: [need], consent: 'vr-2026-1' });
    if (filled.missing.length > 0) throw new Error(`the form does not offer ${JSON.stringify(filled.missing)}`);
    return workspace.submitForm(survey.formId, filled.answers, { email: emailOf(number), ...by });
  };
  const process = (): void => {
    runAction(director, 'processAnswers');
  };
  const responses = Array.from({ length: teachers }, (_unused, index) => submit(index + 1, 'ict.forms'));
  if (again !== undefined) {
    process();
    for (const number of scattered(teachers, again.repeated, 0)) submit(number, 'ict.distance');
    for (const number of scattered(teachers, again.edited, 1))
      submit(number, 'ict.distance', { editResponseId: responses[number - 1] ?? '' });
  }
  const run = recorder.measure('processAnswers', process);
  const answered = director.rows(SURVEYS)[0]?.answered ?? 'none';
  if (Number(answered) !== teachers) throw new Error(`${String(teachers)} have answered, ${answered} are counted`);
  const count = director.rows(ANSWERS).length;
  if (count !== teachers + (again?.repeated ?? 0)) throw new Error(`«Ответы» has ${String(count)} rows`);
  const what =
    again === undefined
      ? `${String(teachers)} ответов`
      : [
          ...(again.repeated > 0 ? [`${String(again.repeated)} повторных`] : []),
          ...(again.edited > 0 ? [`${String(again.edited)} исправленных`] : []),
        ].join(' и ') + ` из ${String(teachers)}`;
  return { what, run, proper: properOf(run.calls) };
}

/** So many numbers from 1 to `of`, no two of them neighbours, the `part`th of two lists that have none in common. */
function scattered(of: number, count: number, part: 0 | 1): readonly number[] {
  const numbers = Array.from({ length: count }, (_unused, index) => 1 + 4 * index + 2 * part);
  if (numbers.some((number) => number > of)) throw new Error(`${String(count)} of ${String(of)} are too many`);
  return numbers;
}

/** From the opening of the form to the checkpoint after the step. */
function properOf(calls: readonly ServiceCall[]): readonly ServiceCall[] {
  const opened = calls.findIndex((call) => nameOf(call) === 'FormApp.openById');
  const checkpoint = calls.findIndex((call, index) => index > opened && /^Properties\.setPropert/.test(nameOf(call)));
  if (opened < 0 || checkpoint < 0) throw new Error('the run is not of the expected shape');
  return calls.slice(opened, checkpoint);
}

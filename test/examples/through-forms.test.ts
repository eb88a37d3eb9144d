import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { parseAnswers, toRespondentAnswers, type Submission } from '../../examples/answers-format';
import { sampleForms } from '../../examples/generator/forms';
import { createLocalWorkspace } from '../../local';
import { decodeAnswers } from '../../src/domain/survey/decode';
import type { Answer } from '../../src/domain/survey/form-spec';
import { needsTechnologies } from '../../src/domain/survey/needs';
import { createFormEraser } from '../../src/google/form-eraser';
import { createForms } from '../../src/google/forms';
import { VREMYA_ROSTA } from '../../src/programmes/vremya-rosta';

const workspace = createLocalWorkspace({ now: new Date('2026-09-01T02:00:00Z') });
const { FormApp, Drive } = workspace.globals;
Object.assign(globalThis, { FormApp, Drive });

const technologies = needsTechnologies(VREMYA_ROSTA.framework.competencies).map(({ id }) => id);
const csv = readFileSync(join(process.cwd(), 'examples/sample-school/answers.csv'), 'utf8');
const { submissions } = parseAnswers(Papa.parse<string[]>(csv.trim(), { delimiter: ';' }).data);

/** Forms give the choices of a question in its own order, whatever the order of ticking. */
const unordered = (answer: Answer): unknown => {
  if (Array.isArray(answer)) return [...(answer as readonly string[])].sort();
  return typeof answer === 'object'
    ? Object.fromEntries(
        Object.entries(answer).map(([row, columns]: [string, readonly string[]]) => [row, [...columns].sort()]),
      )
    : answer;
};
const plain = (answers: Readonly<Record<string, Answer>>): unknown =>
  Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, unordered(answer)]));

describe('the questionnaires as Google Forms', () => {
  const forms = createForms(createFormEraser);
  const built = sampleForms().map((spec, index) => {
    const id = forms.create(`form-${index}`, spec.fileName, undefined);
    const { items } = forms.build(id, spec, () => true);
    forms.publish(id);
    return { id, kind: spec.kind, items };
  });
  const formOf = ({ kind, about }: Submission): (typeof built)[number] => {
    const ofKind = built.filter((form) => form.kind === kind);
    const form = ofKind[ofKind.length === technologies.length ? Math.max(technologies.indexOf(about), 0) : 0];
    if (form === undefined) throw new Error(`no form ${kind}`);
    return form;
  };

  it('take every answer of the sample school and give it back in the rules’ own terms', () => {
    const sent = submissions.map((submission) => {
      const { id, items } = formOf(submission);
      const { answers } = toRespondentAnswers(items, submission.answers);
      return { submission, response: workspace.submitForm(id, answers, { email: submission.email }) };
    });
    const held = new Map(
      built.flatMap(({ id }) =>
        (forms.responses(id, undefined) ?? []).map((response) => [response.responseId, response] as const),
      ),
    );
    for (const { submission, response } of sent) {
      const decoded = decodeAnswers(formOf(submission).items, held.get(response)?.answers ?? []);
      expect({ row: submission.row, unreadable: decoded.unreadable, answers: plain(decoded.answers) }).toEqual({
        row: submission.row,
        unreadable: [],
        answers: plain(submission.answers),
      });
    }
    expect(sent.length).toBeGreaterThan(400);
  });
});

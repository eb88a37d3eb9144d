// What a person does in the published form: fills it in section by section and submits, or changes an earlier response.
import type { World } from '../../runtime/world';
import { isBlank, personAnswer, unansweredRow } from './answers';
import { checkEditReachesSheet, writeToDestination } from './destination';
import { newResponseId } from './form-response';
import { nextStep, sectionsOf, walk } from './navigation';
import type { Step } from './navigation';
import { FormRefusal, words } from './refusal';
import { formState, isQuestion } from './state';
import type { Answer, FormState, GridState, QuestionState, ReceiptMode, ResponseState } from './state';
import { isEmail } from './validation';

/** Who submits, when (ms; the virtual clock by default), and which response is being changed. */
export interface Respondent {
  email?: string;
  at?: number;
  editResponseId?: string;
}

/**
 * Submits a form as a person would, and fires form-submit triggers.
 *
 * @param answers keyed by item id, by item title, or by `title [row]` for a row of a grid. Values as people give them:
 *   texts, numbers for scales, lists for checkboxes, `{row: column}` or a list by rows for grids. When a response is
 *   being changed, questions not mentioned keep their answer and blank values clear it.
 * @returns the response id
 * @throws FormRefusal in the words the form would use: closed, required, validation, one response, …
 */
export function submitAsRespondent(
  world: World,
  formId: string,
  answers: Readonly<Record<string, unknown>>,
  by: Respondent = {},
): string {
  const form = formState(world, formId);
  refuseClosed(world, form);
  const edited = responseToEdit(world, form, by.editResponseId);
  const email = respondentEmail(world, form, by.email ?? edited?.email, edited);

  const given = givenAnswers(world, form, answers);
  const parsed = new Map<number, Answer>();
  for (const item of form.items) {
    if (!isQuestion(item)) continue;
    const value = given.has(item.id) ? given.get(item.id) : edited?.answers[String(item.id)];
    if (!isBlank(value)) parsed.set(item.id, personAnswer(world, item, value));
  }
  const reached = reachedQuestions(world, form, parsed);
  for (const item of form.items) {
    if (isQuestion(item) && given.has(item.id) && parsed.has(item.id) && !reached.includes(item))
      throw new FormRefusal(world, 'notReached', { question: item.title, itemId: item.id });
  }
  for (const item of reached) refuseUnanswered(world, item, parsed.get(item.id));

  const kept = Object.fromEntries(
    reached.flatMap((item) => {
      const answer = parsed.get(item.id);
      return answer === undefined ? [] : [[String(item.id), answer]];
    }),
  );
  const at = by.at ?? world.clock.now();
  const response = edited ?? { id: newResponseId(world), createdAt: at, at, email: '', account: '', answers: {} };
  if (edited !== undefined) checkEditReachesSheet(world, form, edited);
  const before = edited === undefined ? undefined : structuredClone(edited);
  Object.assign(response, { at, answers: kept, email: form.collectEmail ? email : '' });
  if (email !== '') response.account = email;
  const destination = writeToDestination(world, form, response, before);
  if (edited === undefined) form.responses.push(response);
  if (form.receipts === 'always' && response.email !== '') sendReceipt(world, form, response);
  world.formSubmitted({
    formId,
    responseId: response.id,
    at,
    ...(destination === undefined ? {} : { destination }),
  });
  return response.id;
}

/** What a respondent has still to put right in a section, and where the form goes on from it. */
export interface SectionCheck {
  problems: { itemId: number; refusal: FormRefusal }[];
  next: Step;
}

/**
 * What the published form does when a respondent presses «Next» in a section: it shows what is wrong in it, or goes on.
 * @param section index of the section, the first is 0
 * @param answers by item id, as `submitAsRespondent` takes them; those of other sections do not matter
 */
export function checkSection(
  world: World,
  formId: string,
  section: number,
  answers: Readonly<Record<string, unknown>>,
): SectionCheck {
  const form = formState(world, formId);
  const given = givenAnswers(world, form, answers);
  const parsed = new Map<number, Answer>();
  const problems: SectionCheck['problems'] = [];
  for (const item of sectionsOf(form)[section]?.items ?? []) {
    if (!isQuestion(item)) continue;
    try {
      const value = given.get(item.id);
      if (!isBlank(value)) parsed.set(item.id, personAnswer(world, item, value));
      refuseUnanswered(world, item, parsed.get(item.id));
    } catch (error) {
      if (!(error instanceof FormRefusal)) throw error;
      problems.push({ itemId: item.id, refusal: error });
    }
  }
  return { problems, next: nextStep(form, section, (item) => parsed.get(item.id)) };
}

/** Why the published form cannot be answered by this person now, in its own words; `undefined` when it can. */
export function whyClosed(world: World, formId: string, email: string): FormRefusal | undefined {
  try {
    const form = formState(world, formId);
    refuseClosed(world, form);
    respondentEmail(world, form, email, undefined);
    return undefined;
  } catch (error) {
    if (error instanceof FormRefusal) return error;
    throw error;
  }
}

/** The responses a person gave while signed in, oldest first. */
export function responsesBy(world: World, formId: string, email: string): readonly Readonly<ResponseState>[] {
  return formState(world, formId).responses.filter(
    ({ account }) => account.toLowerCase() === email.trim().toLowerCase(),
  );
}

/** Whether respondents are sent a copy of their answers; no script can set it, people do in the form's settings. */
export function setResponseReceipts(world: World, formId: string, mode: ReceiptMode): void {
  formState(world, formId).receipts = mode;
}

function refuseClosed(world: World, form: FormState): void {
  const fields = { form: form.title };
  if (world.files.find(form.id)?.trashed === true) throw new FormRefusal(world, 'trashed', fields);
  if (!form.published) throw new FormRefusal(world, 'unpublished', fields);
  if (!form.accepting) throw new FormRefusal(world, 'closed', { ...fields, message: form.closedMessage });
}

function responseToEdit(world: World, form: FormState, id: string | undefined): ResponseState | undefined {
  if (id === undefined) return undefined;
  // "If the Form.setAllowResponseEdits(enabled) setting is disabled, the link leads to a page that explains that
  // editing form responses is disabled": https://developers.google.com/apps-script/reference/forms/form-response#getEditResponseUrl()
  if (!form.allowEdits) throw new FormRefusal(world, 'editsClosed', { form: form.title });
  const response = form.responses.find((each) => each.id === id);
  if (response === undefined) throw new FormRefusal(world, 'unknownResponse', { form: form.title, value: id });
  return response;
}

/** The respondent's address, checked against what the form demands; empty when nobody is signed in. */
function respondentEmail(
  world: World,
  form: FormState,
  email: string | undefined,
  edited: ResponseState | undefined,
): string {
  const fields = { form: form.title };
  const address = email?.trim() ?? '';
  if (form.collectEmail && address === '') throw new FormRefusal(world, 'emailRequired', fields);
  if (address !== '' && !isEmail(address)) throw new FormRefusal(world, 'emailInvalid', { ...fields, value: address });
  if ((form.limitOne || form.requireLogin) && address === '') throw new FormRefusal(world, 'signIn', fields);
  if (form.requireLogin) {
    const domain = world.files.find(form.id)?.owner.split('@')[1] ?? '';
    const own = address.toLowerCase().split('@')[1] ?? '';
    if (own !== domain && !own.endsWith(`.${domain}`))
      throw new FormRefusal(world, 'foreignDomain', { ...fields, domain });
  }
  const same = (response: ResponseState): boolean => response.account.toLowerCase() === address.toLowerCase();
  if (form.limitOne && edited === undefined && form.responses.some(same))
    throw new FormRefusal(world, 'alreadyAnswered', { ...fields, email: address });
  return address;
}

/** The given answers by item id. */
function givenAnswers(
  world: World,
  form: FormState,
  answers: Readonly<Record<string, unknown>>,
): ReadonlyMap<number, unknown> {
  const questions = form.items.filter(isQuestion);
  const given = new Map<number, unknown>();
  for (const [key, value] of Object.entries(answers)) {
    const fields = { form: form.title, question: key };
    const byId = questions.find((item) => String(item.id) === key);
    const matching = byId === undefined ? questions.filter((item) => item.title === key) : [byId];
    if (matching.length > 1) throw new FormRefusal(world, 'ambiguousTitle', fields);
    const [item] = matching;
    if (item !== undefined) {
      given.set(item.id, value);
      continue;
    }
    const rows = questions.flatMap((grid) =>
      'rows' in grid
        ? grid.rows
            .filter((row) => `${grid.title} [${row.label}]` === key)
            .map((row): [GridState, string] => [grid, row.label])
        : [],
    );
    if (rows.length > 1) throw new FormRefusal(world, 'ambiguousTitle', fields);
    const [row] = rows;
    if (row === undefined) throw new FormRefusal(world, 'unknownQuestion', fields);
    const [grid, label] = row;
    const others = given.get(grid.id) as Record<string, unknown> | undefined;
    given.set(grid.id, { ...others, [label]: value });
  }
  return given;
}

/** The questions on the sections these answers lead through, in the order of the form. */
function reachedQuestions(world: World, form: FormState, parsed: ReadonlyMap<number, Answer>): QuestionState[] {
  const passed = new Set(walk(world, form, (item) => parsed.get(item.id)).flatMap((section) => section.items));
  return sectionsOf(form)
    .flatMap((section) => section.items)
    .filter((item) => passed.has(item))
    .filter(isQuestion);
}

function refuseUnanswered(world: World, item: QuestionState, answer: Answer | undefined): void {
  if (!item.required) return;
  const question = { question: item.title, itemId: item.id };
  if (answer === undefined || isBlank(answer)) throw new FormRefusal(world, 'required', question);
  const row = 'rows' in item ? unansweredRow(item, answer) : undefined;
  if (row !== undefined) throw new FormRefusal(world, 'rowRequired', { ...question, row });
}

function sendReceipt(world: World, form: FormState, response: ResponseState): void {
  const lines = form.items.filter(isQuestion).flatMap((item) => {
    const answer = response.answers[String(item.id)];
    if (answer === undefined) return [];
    if (!('rows' in item)) return [`${item.title}: ${[answer].flat(2).join(', ')}`];
    return item.rows.map((row, index) => `${item.title} [${row.label}]: ${[answer[index] ?? []].flat().join(', ')}`);
  });
  world.post({
    kind: 'receipt',
    from: 'forms-receipts-noreply@google.com',
    fromName: 'Google Forms',
    to: [response.email],
    cc: [],
    bcc: [],
    subject: form.title,
    text: [`${words(world).receiptText} «${form.title}»`, '', ...lines].join('\n'),
    attachments: [],
  });
}

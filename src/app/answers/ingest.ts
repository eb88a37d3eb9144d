// Brings new and edited responses into «Ответы»: by response id, so that nothing is lost and nothing comes twice.
import { identify, indexStaff, type StaffIndex } from '../../domain/identity/identify';
import { teacherNamed } from '../../domain/identity/by-name';
import type { Message, RowProblem } from '../../domain/message';
import { codeKey } from '../../domain/staff/normalise';
import type { Teacher } from '../../domain/staff/teacher';
import { decodeAnswers } from '../../domain/survey/decode';
import type { AskedItem, RawAnswer } from '../../domain/survey/form-spec';
import { CONSENT } from '../../domain/survey/keys';
import type { Placed, Row } from '../../workbook/schema';
import { ANSWERS, SURVEYS } from '../../workbook/tables';
import type { Staff } from '../context';
import type { Ports } from '../ports';
import type { ResponseData } from '../ports/forms';
import { addressedTogether } from '../surveys/further';
import { goneQuestions, looksCut } from './gone-questions';
import { askedItems } from './load';

type AnswerRow = Row<typeof ANSWERS>;
type SurveyRow = Placed<Row<typeof SURVEYS>>;

export interface Ingested {
  readonly added: number;
  readonly edited: number;
  readonly replaced: number;
  /** Waiting for a person to say whose they are. */
  readonly unknown: number;
  /** Not scored: the form asked for consent, and the answer has none. */
  readonly noConsent: number;
  readonly problems: readonly Message[];
}

/** Responses are asked for from a little before the last reading: clocks and indexes are not exact. */
const OVERLAP_MS = 10 * 60_000;

/**
 * Reads the given surveys' forms. Service calls: two a form, and, whatever the number of answers, two each to read «Вопросы форм» and
 * «Ответы» and at most three to write «Ответы». That the forms have been read is not written down here but with the results (`writeCoverage`); until then the
 * same responses are found again and known by their ids.
 * @param known surveys whose answers in «Ответы» may have found their people since; no form of these is read
 */
export function ingest(
  ports: Ports,
  staff: Staff,
  surveys: readonly SurveyRow[],
  known: readonly SurveyRow[] = surveys,
): Ingested {
  const index = indexStaff(staff.all);
  const asked = askedItems(ports);
  const registered = ports.workbook.read(SURVEYS).rows;
  const read = addressedTogether(surveys, registered).map((survey) => {
    const since = survey.readAt === '' ? undefined : ports.clock.instant(survey.readAt) - OVERLAP_MS;
    return { survey, responses: ports.forms.responses(survey.formId, since) };
  });
  // After the forms, which take long: what is written between the changed cells is then as fresh as can be.
  const { rows, unread } = ports.workbook.read(ANSWERS);
  // A row that somebody has spoilt is still that response: it is not added again.
  const spoilt = new Set(unread.map(({ response }) => response));
  const drafts = new Map<string, Draft>(rows.map((row) => [row.response, { row, $row: row.$row, changed: new Set() }]));
  const problems: Message[] = [];
  const gone: { $row: number; set: Partial<Row<typeof SURVEYS>> }[] = [];
  let edited = 0;

  const unplaced: RowProblem[] = [];
  const placing = new Map(addressedTogether(known, registered).map((survey) => [survey.key, survey]));
  recognise(drafts, staff, index, placing, unplaced);
  problems.push(...unplaced);
  for (const { survey, responses } of read) {
    if (responses === undefined && survey.kind === 'bound') {
      // Not ours: whether it is gone, or cannot be opened for the moment, nobody can tell. It is asked again next time.
      problems.push({ code: 'binding.form.unreadable', fields: { title: survey.title } });
      continue;
    }
    if (responses === undefined) {
      problems.push({ code: 'answers.formGone', fields: { title: survey.title } });
      gone.push({ $row: survey.$row, set: { state: 'lost' } });
      continue;
    }
    const questions = asked.get(survey.key) ?? [];
    const fresh: ResponseData[] = [];
    for (const response of responses) {
      const digest = ports.sha256(JSON.stringify([response.at, response.answers])).slice(0, 16);
      const before = drafts.get(response.responseId)?.row;
      if (before?.digest === digest || spoilt.has(response.responseId)) continue;
      if (before !== undefined) edited += 1;
      const row = rowOf(ports, survey, questions, response, digest, index, before);
      const draft = drafts.get(response.responseId);
      if (draft === undefined) drafts.set(response.responseId, { row, $row: undefined, changed: new Set() });
      else change(draft, row);
      fresh.push(response);
    }
    // What a school has edited in a form of its own is told with the other edits.
    if (survey.kind !== 'bound' && looksCut(questions, fresh))
      problems.push(...goneQuestions(ports, survey, questions));
  }
  const replaced = lastCounts(drafts);
  const added = [...drafts.values()].filter(({ $row }) => $row === undefined);
  ports.workbook.upsert(
    ANSWERS,
    [...drafts.values()].flatMap(({ row, $row, changed }) =>
      $row === undefined || changed.size === 0
        ? []
        : [{ $row, set: Object.fromEntries([...changed].map((key) => [key, row[key]])) as Partial<AnswerRow> }],
    ),
    added.map(({ row }) => row),
  );
  ports.workbook.patch(SURVEYS, gone);
  return {
    added: added.length,
    edited,
    replaced,
    unknown: [...drafts.values()].filter(({ row }) => row.state === 'unknown').length,
    noConsent: [...drafts.values()].filter(({ row }) => row.state === 'noConsent').length,
    problems,
  };
}

interface Draft {
  row: AnswerRow;
  readonly $row: number | undefined;
  readonly changed: Set<keyof AnswerRow>;
}

function change(draft: Draft, set: Partial<AnswerRow>): void {
  for (const key of Object.keys(set) as (keyof AnswerRow)[]) if (draft.row[key] !== set[key]) draft.changed.add(key);
  draft.row = { ...draft.row, ...set };
}

/**
 * Looks again at answers whose place was not known: a person has written a staff code into the row, the staff list has got the
 * respondent since, or the survey's audience has grown.
 */
function recognise(
  drafts: ReadonlyMap<string, Draft>,
  staff: Staff,
  index: StaffIndex,
  surveys: ReadonlyMap<string, SurveyRow>,
  problems: RowProblem[],
): void {
  for (const draft of drafts.values()) {
    const { row } = draft;
    if (row.state !== 'unknown' && row.state !== 'outside' && row.state !== 'noConsent') continue;
    const survey = surveys.get(row.survey);
    if (survey === undefined) continue;
    const written = staff.byCode.get(row.teacher.trim()) ?? index.byCode.get(codeKey(row.teacher));
    if (written === undefined && row.teacher.trim() !== '' && draft.$row !== undefined) {
      problems.push({
        code: 'answers.codeUnknown',
        row: draft.$row,
        fields: { found: row.teacher, table: ANSWERS.title },
      });
    }
    const found =
      written === undefined
        ? whose(row.email, row.typed, index)
        : {
            by: row.state === 'unknown' ? ('hand' as const) : (row.match as 'email'),
            teacher: written.code,
            name: written.name,
          };
    if (!('teacher' in found)) continue;
    const state = placeOf(survey, found.teacher, row.consent);
    change(draft, { teacher: found.teacher, name: found.name, match: found.by, state, nearest: '' });
  }
}

function rowOf(
  ports: Ports,
  survey: SurveyRow,
  asked: readonly AskedItem[],
  response: ResponseData,
  digest: string,
  index: StaffIndex,
  before: AnswerRow | undefined,
): AnswerRow {
  const answers = fitted(Object.fromEntries(response.answers.map(({ itemId, answer }) => [itemId, answer])));
  const code = answers[survey.codeItem];
  const typed = typeof code === 'string' ? code : '';
  // What a person decided by hand about this response stays decided when the respondent edits it.
  const who =
    before !== undefined && before.match === 'hand'
      ? { by: 'hand' as const, teacher: before.teacher, name: before.name }
      : survey.kind === 'pupils'
        ? NOBODY
        : (named(survey, response.email, typed, index) ?? whose(response.email, typed, index));
  const consent = consentIn(survey, asked, answers);
  return {
    response: response.responseId,
    survey: survey.key,
    form: survey.title,
    at: ports.clock.local(response.at),
    email: response.email,
    typed,
    teacher: 'teacher' in who ? who.teacher : '',
    name: 'teacher' in who ? who.name : '',
    match: who.by,
    state:
      before?.state === 'ignored' ? 'ignored' : 'teacher' in who ? placeOf(survey, who.teacher, consent) : 'unknown',
    nearest:
      'nearest' in who
        ? who.nearest
            .map((teacher) => `${teacher.code} ${teacher.name}${teacher.email === '' ? '' : ` <${teacher.email}>`}`)
            .join('; ')
        : '',
    consent,
    digest,
    answers,
  };
}

/** A form without an audience (an offer for the bank) is open to everybody. */
const isOutside = ({ audience }: SurveyRow, code: string): boolean =>
  audience.length > 0 && !addressedIn(audience).has(code);

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The audience as a set, made once: in a region every answer is looked up among thousands. */
function addressedIn(audience: readonly string[]): ReadonlySet<string> {
  const known = sets.get(audience) ?? new Set(audience);
  sets.set(audience, known);
  return known;
}

/** An answer to a form that asks for consent counts only with it: somebody may have taken the question out of the form. */
const placeOf = (survey: SurveyRow, code: string, consent: string): 'noConsent' | 'outside' | 'counted' =>
  survey.consentItem !== '' && consent.trim() === '' ? 'noConsent' : isOutside(survey, code) ? 'outside' : 'counted';

/**
 * The version that the form showed, '' when the answer is none of consent. Only the choice as it was asked is: people may have added
 * a refusal to the form, or reworded the choice, and then nobody can say what was agreed to.
 */
function consentIn(
  { consentItem, consentVersion }: SurveyRow,
  asked: readonly AskedItem[],
  answers: Readonly<Record<string, RawAnswer>>,
): string {
  const answer = answers[consentItem];
  if (answer === undefined) return '';
  const question = asked.filter(({ itemId }) => itemId === consentItem);
  return decodeAnswers(question, [{ itemId: consentItem, answer }]).answers[CONSENT] === consentVersion
    ? consentVersion
    : '';
}

/** A cell holds 50,000 characters. */
const MOST_STORED = 45_000;

/** Answers that fit into a cell: only texts far too long are cut; in the form they stay whole. */
function fitted(answers: Readonly<Record<string, RawAnswer>>): Readonly<Record<string, RawAnswer>> {
  if (JSON.stringify(answers).length <= MOST_STORED) return answers;
  const share = Math.floor(MOST_STORED / (2 * Math.max(1, Object.keys(answers).length)));
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [
      key,
      typeof answer === 'string' && answer.length > share ? `${answer.slice(0, share)}…` : answer,
    ]),
  );
}

/** A pupil's answer has no name: it counts as it is, and nobody is looked for. */
const NOBODY = { by: 'anonymous', teacher: '', name: '' } as const;

/** A school's own form asks for a name where ours ask for a code. */
function named(survey: SurveyRow, email: string, typed: string, index: StaffIndex): Whose | undefined {
  if (survey.kind !== 'bound' || identify({ email, typed }, index).by !== 'none') return undefined;
  const teacher = teacherNamed(typed, index);
  return teacher === undefined ? undefined : { by: 'name', teacher: teacher.code, name: teacher.name };
}

type Whose =
  | { readonly by: 'email' | 'code' | 'name' | 'hand'; readonly teacher: string; readonly name: string }
  | { readonly by: 'none'; readonly nearest: readonly Teacher[] };

function whose(email: string, typed: string, index: StaffIndex): Whose {
  const found = identify({ email, typed }, index);
  return found.by === 'none'
    ? { by: 'none', nearest: found.nearest.map(({ teacher }) => teacher) }
    : { by: found.by, teacher: found.teacher.code, name: found.teacher.name };
}

/** Of several answers of one person to one survey the last counts; the earlier ones are kept, marked. */
function lastCounts(drafts: ReadonlyMap<string, Draft>): number {
  const sets = new Map<string, Draft[]>();
  for (const draft of drafts.values()) {
    const { state, survey, teacher } = draft.row;
    if ((state !== 'counted' && state !== 'replaced') || several(survey)) continue;
    const key = `${survey}|${teacher}`;
    sets.set(key, [...(sets.get(key) ?? []), draft]);
  }
  let replaced = 0;
  for (const set of sets.values()) {
    const last = set.reduce((best, draft) => (minuteOf(best) <= minuteOf(draft) ? draft : best));
    for (const draft of set) {
      const state = draft === last ? 'counted' : 'replaced';
      if (draft.row.state === state) continue;
      if (state === 'replaced') replaced += 1;
      change(draft, { state });
    }
  }
  return replaced;
}

/** In these a person may answer several times about different things, or has no name: every answer counts. */
const several = (survey: string): boolean => /\/(offer|pupils|feedback\.[a-z]+)(\/|$)/.test(survey);

/** `YYYY-MM-DDTHH:mm`, which sorts as it is; '' where somebody has emptied the time. */
const minuteOf = ({ row }: Draft): string => row.at.slice(0, 16);

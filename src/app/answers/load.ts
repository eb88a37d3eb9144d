// All answers that count, decoded by the questions as they were when each form was built.
import { boundAnswers } from '../../domain/binding/bind';
import type { LocalDate } from '../../domain/local-time';
import type { Message } from '../../domain/message';
import { decodeAnswers } from '../../domain/survey/decode';
import type { Answers, AskedItem, FormKind, ItemSpec, RawAnswer } from '../../domain/survey/form-spec';
import {
  type AddressedAnswers,
  addressedOf,
  type AgreementAnswers,
  agreementOf,
  type FeedbackAnswers,
  feedbackOf,
  type NeedsAnswers,
  needsOf,
  type OfferAnswers,
  offerOf,
  type SelfAnswers,
  selfOf,
} from '../../domain/survey/read-answers';
import { COVERED } from '../../domain/survey/keys';
import type { Row } from '../../workbook/schema';
import { ANSWERS, QUESTIONS, SURVEYS } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { firstKey } from '../surveys/plan';

/** Answers as they lie in the sheet: item id → raw answer. */
export type StoredAnswers = Readonly<Record<string, RawAnswer>>;

export interface GivenFeedback extends FeedbackAnswers {
  readonly side: 'consultant' | 'consultee';
  readonly module: string;
  readonly teacher: string;
}

/** A consultant's word about the programme of a group; of several forms about it the last one counts. */
export interface GivenAgreement extends AgreementAnswers {
  /** Key of the form. */
  readonly survey: string;
  readonly at: string;
  /** The questions that he or she will work through, in words. */
  readonly taken: readonly string[];
}

export interface BoundAnswers extends Pick<SelfAnswers, 'levels' | 'wants' | 'helps'> {
  readonly teacher: string;
  readonly date: LocalDate;
}

/** Everything the staff has answered in the current cycle; the last answer of a person counts. */
export interface AllAnswers {
  readonly needs: ReadonlyMap<string, NeedsAnswers>;
  /** Was the own staff asked what it needs in this cycle? */
  readonly needsAsked: boolean;
  readonly self: ReadonlyMap<string, SelfAnswers & { readonly date: LocalDate }>;
  /** What the school's own forms say, bound to competencies. */
  readonly bound: readonly BoundAnswers[];
  /** Competency id → teacher code → answer. */
  readonly addressed: ReadonlyMap<string, ReadonlyMap<string, AddressedAnswers>>;
  /** Group id → consultant's code → answer. */
  readonly agreements: ReadonlyMap<string, ReadonlyMap<string, GivenAgreement>>;
  readonly feedback: readonly GivenFeedback[];
  /** Offers for the bank, of any cycle. */
  readonly offers: readonly {
    readonly response: string;
    readonly teacher: string;
    readonly name: string;
    readonly at: string;
    readonly offer: OfferAnswers;
  }[];
  /** Answers that could not be read (a choice reworded after the form was built …). */
  readonly problems: readonly Message[];
}

/** Key of the question by which a feedback answer says which module it is about. */
export const FEEDBACK_MODULE = 'module';

/** The day of an answer; '' where somebody has emptied its time: it is then older than any other. */
const dayOf = (at: string): LocalDate => at.slice(0, 10);

export function loadAnswers(ports: Ports, context: Context): AllAnswers {
  const surveys = new Map(ports.workbook.read(SURVEYS).rows.map((row) => [row.key, row]));
  const asked = askedItems(ports);
  const needs = new Map<string, NeedsAnswers>();
  const self = new Map<string, SelfAnswers & { readonly date: LocalDate }>();
  const bound: BoundAnswers[] = [];
  const addressed = new Map<string, Map<string, AddressedAnswers>>();
  const agreements = new Map<string, Map<string, GivenAgreement>>();
  const feedback = new Map<string, GivenFeedback>();
  const offers: AllAnswers['offers'][number][] = [];
  const problems: Message[] = [];

  const { rows } = ports.workbook.read(ANSWERS);
  for (const row of rows) {
    const survey = surveys.get(row.survey);
    if (survey === undefined || !(row.state === 'counted' || (survey.kind === 'offer' && row.state === 'outside')))
      continue;
    const kind = survey.kind as FormKind | 'bound';
    if (kind !== 'offer' && survey.cycle !== context.settings.cycle) continue;
    const items = asked.get(survey.key) ?? [];
    const { answers, unreadable } = decodeAnswers(items, given(row.answers));
    for (const { key } of unreadable) {
      problems.push({
        code: 'answers.unreadable',
        fields: { row: row.$row, survey: survey.title, question: titleOf(items, key), name: row.name },
      });
    }
    const subject = row.survey.split('/').slice(2).join('/');
    switch (kind) {
      case 'needs':
        needs.set(row.teacher, needsOf(answers));
        break;
      case 'self':
        self.set(row.teacher, {
          ...selfOf(
            answers,
            items.map(({ spec }) => spec),
          ),
          date: dayOf(row.at),
        });
        break;
      case 'bound':
        bound.push({
          ...boundAnswers(
            answers,
            items.map(({ spec }) => spec),
          ),
          teacher: row.teacher,
          date: dayOf(row.at),
        });
        break;
      case 'addressed':
        inner(addressed, subject).set(row.teacher, addressedOf(answers));
        break;
      case 'agreement':
        {
          const about = inner(agreements, firstKey(subject));
          const last = about.get(row.teacher);
          if (last === undefined || last.at <= row.at) about.set(row.teacher, agreementIn(row, answers, items));
        }
        break;
      case 'feedback.consultant':
      case 'feedback.consultee':
        // A person may answer about several modules; about one module the last answer counts.
        feedback.set([kind, moduleOf(answers), row.teacher].join('|'), {
          ...feedbackOf(answers),
          side: kind === 'feedback.consultant' ? 'consultant' : 'consultee',
          module: moduleOf(answers),
          teacher: row.teacher,
        });
        break;
      case 'offer':
        offers.push({
          response: row.response,
          teacher: row.teacher,
          name: row.name === '' ? row.email : row.name,
          at: row.at,
          offer: offerOf(answers),
        });
        break;
    }
  }
  const needsAsked = [...surveys.values()].some(
    ({ kind, cycle, about }) => kind === 'needs' && cycle === context.settings.cycle && about === '',
  );
  return {
    needs,
    needsAsked,
    self,
    bound,
    addressed,
    agreements,
    feedback: [...feedback.values()],
    offers,
    problems,
  };
}

function agreementIn(
  row: Pick<Row<typeof ANSWERS>, 'survey' | 'at' | 'answers'>,
  answers: Answers,
  items: readonly AskedItem[],
): GivenAgreement {
  const agreement = agreementOf(answers);
  const stored = (row.answers ?? {}) as StoredAnswers;
  const options = items.flatMap(({ itemId, spec }) =>
    spec.key === COVERED && spec.type === 'checkbox' && itemId in stored ? spec.options : [],
  );
  const taken = agreement.covered.flatMap(
    (index) => options.find(({ value }) => value === String(index + 1))?.label ?? [],
  );
  return { ...agreement, survey: row.survey, at: row.at, taken };
}

export function askedItems(ports: Ports): ReadonlyMap<string, readonly AskedItem[]> {
  const asked = new Map<string, AskedItem[]>();
  for (const { survey, itemId, spec } of ports.workbook.read(QUESTIONS).rows) {
    const items = asked.get(survey) ?? [];
    items.push({ itemId, spec: spec as ItemSpec });
    asked.set(survey, items);
  }
  return asked;
}

const given = (stored: unknown): { itemId: string; answer: RawAnswer }[] =>
  Object.entries((stored ?? {}) as StoredAnswers).map(([itemId, answer]) => ({ itemId, answer }));

const titleOf = (items: readonly AskedItem[], key: string): string =>
  items.find(({ spec }) => spec.key === key)?.spec.title ?? key;

function moduleOf(answers: Answers): string {
  const module = answers[FEEDBACK_MODULE];
  return typeof module === 'string' ? module : '';
}

function inner<T>(outer: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const known = outer.get(key) ?? new Map<string, T>();
  outer.set(key, known);
  return known;
}

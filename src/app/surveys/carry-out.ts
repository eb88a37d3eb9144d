// Makes the forms of survey plans, then sends their letters; safe to repeat from any point.
import type { Teacher } from '../../domain/staff/teacher';
import { ANSWERS, SURVEYS } from '../../workbook/tables';
import { type Example, finished, type Preview, type RunInfo, type Step } from '../action';
import type { Context } from '../context';
import { effectKey, Ledger } from '../effects';
import { unfinished } from '../letters';
import { postOn, type SendingCursor } from '../long-post';
import type { Ports } from '../ports';
import { readIfShort } from '../short-tables';
import { formsTogether } from './further';
import { makeForms, openRows, type SurveyRow } from './make-forms';
import { INVITE, letterAbout, lettersOf, occasionOf, type SurveyPlan } from './plan';
import { silentNames } from './silent';

export interface SurveyCursor extends SendingCursor {
  /** How many forms there are: only shown. What is to be done next is read from the register, because plans come and go between steps. */
  readonly plan: number;
}

/** A preview of survey plans: counts of what would really be made and sent, and the letter of the first addressee. */
export function previewSurveys(ports: Ports, context: Context, plans: readonly SurveyPlan[]): Preview {
  const open = openRows(ports);
  const fresh = plans.filter((plan) => !open.has(plan.key));
  const due = dueLetters(ports, plans, open);
  const letters = due.reduce((sum, { to }) => sum + to.length, 0);
  const withoutEmail = [
    ...new Set(plans.flatMap((plan) => plan.audience.filter(({ email }) => email === '').map(({ name }) => name))),
  ];
  const first = due.find(({ to }) => to.length > 0) ?? due[0];
  const example = first === undefined ? undefined : exampleOf(context, first.plan, first.to);
  const code = fresh.length > 0 ? 'surveys.will' : letters > 0 ? 'surveys.again' : 'surveys.nothing';
  return {
    lines: [{ code, fields: { forms: fresh.length, letters } }],
    counts: [
      { label: { code: 'surveys.count.forms' }, value: String(fresh.length) },
      {
        label: { code: 'surveys.count.items' },
        value: String(fresh.reduce((sum, plan) => sum + plan.spec.items.length, 0)),
      },
      { label: { code: 'surveys.count.letters' }, value: String(letters) },
    ],
    ...(example === undefined ? {} : { example }),
    warnings: [
      ...(withoutEmail.length > 0
        ? [{ code: 'surveys.noEmail', fields: { count: withoutEmail.length, names: withoutEmail.slice(0, 10) } }]
        : []),
      ...context.problems.slice(0, 10),
    ],
  };
}

/** Who of each plan's audience would get a letter now: has an e-mail, has not answered, and no such letter has gone. */
export function dueLetters<P extends Pick<SurveyPlan, 'key' | 'audience' | 'parts'>>(
  ports: Ports,
  plans: readonly P[],
  open: ReadonlyMap<string, Pick<SurveyRow, 'url'>> = openRows(ports),
): readonly { readonly plan: P; readonly to: readonly Teacher[] }[] {
  const ledger = new Ledger(ports, '');
  const answered = answeredBy(ports);
  const toGo = (key: string): boolean => ledger.isFresh(key) || ledger.state(key) === 'planned';
  return plans.map((plan) => {
    const url = open.get(plan.key)?.url;
    const to = plan.audience.filter((teacher) => {
      if (!isSilent(plan, answered, teacher)) return false;
      if (teacher.email === '' || url === undefined) return teacher.email !== '';
      const about = letterAbout(plan.key, teacher, occasionOf(plan, teacher.code), url);
      return toGo(effectKey(ports, 'mail', ...about));
    });
    return { plan, to };
  });
}

/** Is this one still to answer? One answer does not settle what further parts are asked about. */
const isSilent = (
  { key, parts }: Pick<SurveyPlan, 'key' | 'parts'>,
  answered: ReadonlyMap<string, ReadonlySet<string>>,
  { code }: Teacher,
): boolean => answered.get(key)?.has(code) !== true || (parts?.get(code) ?? []).length > 1;

function exampleOf(context: Context, plan: SurveyPlan, to: readonly Teacher[]): Example | undefined {
  const letter = lettersOf(context, plan, 'https://docs.google.com/forms/…', to.slice(0, 1), INVITE)[0]?.letter();
  if (letter !== undefined) return { kind: 'mail', title: `${letter.to} · ${letter.subject}`, body: letter.text };
  const questions = plan.spec.items.filter((item) => item.type !== 'section').slice(0, 5);
  return {
    kind: 'form',
    title: plan.spec.title,
    body: [plan.spec.description, ...questions.map((item) => `• ${item.title}`)].join('\n'),
  };
}

/** One step: the next forms, or (when all are there) the letters. */
export function carryOut(
  ports: Ports,
  context: Context,
  run: RunInfo,
  plans: readonly SurveyPlan[],
  cursor: SurveyCursor | undefined,
): Step<SurveyCursor> {
  const made = makeForms(ports, context, run, plans);
  if (made.state === 'refused') return made;
  if (made.state === 'ready') return sendLetters(ports, context, run, plans, cursor);
  return {
    state: 'going',
    cursor: { plan: made.done },
    done: made.done,
    total: plans.length + 1,
    line: made.line,
  };
}

/** A form made before its audience was known, or staff that came later: the register follows. */
function refreshAudiences(ports: Ports, context: Context, plans: readonly SurveyPlan[]): void {
  const open = openRows(ports);
  const answered = answeredBy(ports);
  const grown = plans.flatMap((plan) => {
    const row = open.get(plan.key);
    const known = new Set(row?.audience);
    const fresh = row === undefined ? [] : plan.audience.filter(({ code }) => !known.has(code));
    if (row === undefined || fresh.length === 0) return [];
    const audience = [...new Set([...row.audience, ...fresh.map(({ code }) => code)])];
    const missing = silentNames(ports, context, audience, answered.get(plan.key));
    return [{ $row: row.$row, audience, missing, until: plan.until }];
  });
  // The audience comes last: it tells the next attempt that the row is done with.
  ports.workbook.patch(
    SURVEYS,
    grown.map(({ $row, missing, until }) => ({ $row, set: { missing, until } })),
  );
  ports.workbook.patch(
    SURVEYS,
    grown.map(({ $row, audience }) => ({ $row, set: { audience, audienceCount: audience.length } })),
  );
}

function sendLetters(
  ports: Ports,
  context: Context,
  run: RunInfo,
  plans: readonly SurveyPlan[],
  from: SendingCursor = {},
): Step<SurveyCursor> {
  const answered = answeredBy(ports);
  const today = ports.clock.today();
  const addressees = plans.flatMap((plan) => plan.audience.map((teacher) => ({ plan, teacher })));
  const { posted, sent, cursor } = postOn(ports, run.run, from, addressees.length, (first, end) => {
    if (first === 0) refreshAudiences(ports, context, plans);
    const rows = openRows(ports);
    return addressees.slice(first, end).flatMap(({ plan, teacher }, index) => {
      const row = rows.get(plan.key);
      if (row === undefined || !isSilent(plan, answered, teacher)) return [];
      // Everybody is told the same last day, unless it is over.
      const until = row.until >= today ? row.until : plan.until;
      const letters = lettersOf(context, { ...plan, until }, row.url, [teacher], occasionOf(plan, teacher.code));
      return letters.map((letter) => ({ ...letter, at: first + index }));
    });
  });
  const place = { cursor: { plan: plans.length, ...cursor }, done: plans.length, total: plans.length + 1 };
  const more = unfinished(posted, sent, place);
  if (more !== undefined) return more;
  const open = openRows(ports);
  const fields = { sent, forms: plans.length, names: posted.doubtful };
  return finished(
    [{ code: 'surveys.done', fields }, ...(posted.doubtful.length > 0 ? [{ code: 'mail.doubt', fields }] : [])],
    [
      ...plans.slice(0, 3).flatMap((plan) => {
        const url = open.get(plan.key)?.url;
        return url === undefined ? [] : [{ label: { code: 'link.form', fields: { title: plan.spec.title } }, url }];
      }),
      { label: { code: 'link.sheet', fields: { table: SURVEYS.title } }, url: ports.workbook.linkTo(SURVEYS) },
    ],
  );
}

/** Survey key → codes of those whose answer counts; of forms that ask about the same, by whichever of them it came. */
export function answeredBy(ports: Ports): ReadonlyMap<string, ReadonlySet<string>> {
  readIfShort(ports, ANSWERS);
  const answered = new Map<string, Set<string>>();
  for (const row of ports.workbook.columns(ANSWERS, ['survey', 'teacher', 'state'])) {
    if (row.state !== 'counted') continue;
    const codes = answered.get(row.survey) ?? new Set();
    codes.add(row.teacher);
    answered.set(row.survey, codes);
  }
  const together = formsTogether(ports.workbook.read(SURVEYS).rows.map(({ key }) => key));
  const own = new Map(answered);
  for (const [key, forms] of together) answered.set(key, new Set(forms.flatMap((form) => [...(own.get(form) ?? [])])));
  return answered;
}

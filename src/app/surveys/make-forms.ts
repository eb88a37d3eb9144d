// Makes the forms of survey plans, as many as an execution has time for, and registers them; safe to repeat from any point.
import type { Message, Problem } from '../../domain/message';
import { CODE, CONSENT } from '../../domain/survey/keys';
import type { AskedItem } from '../../domain/survey/form-spec';
import type { Placed, Row } from '../../workbook/schema';
import { QUESTIONS, SURVEYS } from '../../workbook/tables';
import type { RunInfo } from '../action';
import type { Context } from '../context';
import { effectKey, Ledger } from '../effects';
import type { Ports } from '../ports';
import type { FormState } from '../ports/forms';
import { rememberConsent } from '../privacy/consent';
import type { SurveyPlan } from './plan';
import { silentNames } from './silent';

/** As many are intended at once: more than an execution makes. */
const AT_ONCE = 25;

export type SurveyRow = Placed<Row<typeof SURVEYS>>;

type MadeForms =
  /** Every plan has its open form. */
  | { readonly state: 'ready' }
  | { readonly state: 'going'; readonly done: number; readonly line: Message }
  | { readonly state: 'refused'; readonly problems: readonly Problem[] };

interface Keyed {
  readonly plan: SurveyPlan;
  readonly key: string;
}

interface Made extends Keyed {
  readonly state: FormState;
  readonly items: readonly AskedItem[];
}

/** Survey key → its row, of those that take answers. */
export function openRows(ports: Ports): ReadonlyMap<string, SurveyRow> {
  return new Map(
    ports.workbook.read(SURVEYS).rows.flatMap((row) => (row.state === 'open' ? [[row.key, row] as const] : [])),
  );
}

/**
 * Makes (or goes on making) the forms of the plans that have no open row in the register, one after another while the time lasts. All are
 * intended at once and registered at once: whatever dies between leaves forms that the next attempt finds by their keys.
 */
export function makeForms(ports: Ports, context: Context, run: RunInfo, plans: readonly SurveyPlan[]): MadeForms {
  const open = openRows(ports);
  const without = plans.filter(({ key }) => !open.has(key));
  if (without.length === 0) return { state: 'ready' };
  // A row of the register that cannot be read may be a plan's: a second one beside it would split its answers.
  const { unread, problems } = ports.workbook.read(SURVEYS);
  const spoilt = without.findIndex((plan) => unread.some(({ key }) => key === undefined || key === plan.key));
  if (spoilt === 0) return { state: 'refused', problems };
  const ledger = new Ledger(ports, run.run);
  const wanted = without
    .slice(0, spoilt < 0 ? AT_ONCE : Math.min(spoilt, AT_ONCE))
    .map((plan) => ({ plan, key: effectKey(ports, 'form', plan.key) }));
  const fresh = new Set(wanted.flatMap(({ key }) => (ledger.isFresh(key) ? [key] : [])));
  const { made, begun, end } = build(ports, ledger, wanted, fresh);
  const left = wanted.slice(made.length + begun).filter(({ key }) => fresh.has(key));
  register(ports, context, run, ledger, made, left);
  if (end?.state === 'refused') return end;
  const last = made[made.length - 1];
  return {
    state: 'going',
    done: plans.length - without.length + made.length,
    line: end?.line ?? lineOf('surveys.made', last?.plan, last?.items.length ?? 0),
  };
}

const lineOf = (code: string, plan: SurveyPlan | undefined, built: number): Message => ({
  code,
  fields: { title: plan?.spec.title ?? '', built, items: plan?.spec.items.length ?? 0 },
});

interface Building {
  readonly made: readonly Made[];
  /** How many, after those made, were begun and not ended. */
  readonly begun: number;
  readonly end?:
    | { readonly state: 'building'; readonly line: Message }
    | { readonly state: 'refused'; readonly problems: readonly Message[] };
}

/** Forms built and published. Whatever of them an earlier attempt did is found and kept; one that nobody has begun (`fresh`) is not looked for. */
function build(ports: Ports, ledger: Ledger, wanted: readonly Keyed[], fresh: ReadonlySet<string>): Building {
  const { forms, clock } = ports;
  ledger.intend(wanted.map(({ key, plan }) => ({ key, kind: 'form', what: plan.spec.title, who: '', ref: '' })));
  const goesOn = clock.stretch();
  const made: Made[] = [];
  for (const { plan, key } of wanted) {
    if (made.length > 0 && !goesOn()) return { made, begun: 0 };
    try {
      const formId = (fresh.has(key) ? undefined : forms.find(key)) ?? forms.create(key, plan.spec.fileName, undefined);
      const { done, built, items } = forms.build(formId, plan.spec, goesOn);
      if (!done) return { made, begun: 1, end: { state: 'building', line: lineOf('surveys.building', plan, built) } };
      const state = forms.publish(formId);
      if (!state.accepting) {
        const problem = { code: 'surveys.notPublished', fields: { title: plan.spec.title, url: state.editUrl } };
        return { made, begun: 1, end: { state: 'refused', problems: [problem] } };
      }
      made.push({ plan, key, state, items });
    } catch (error) {
      // What is made is registered first; the next step meets the trouble again.
      if (made.length === 0) throw error;
      return { made, begun: 1 };
    }
  }
  return { made, begun: 0 };
}

/**
 * Writes down what was made. What was intended now and not begun (`left`) is intended no longer: nobody need look whether it is there. What
 * an earlier execution intended stays so: it may have died with the form made.
 */
function register(
  ports: Ports,
  context: Context,
  run: RunInfo,
  ledger: Ledger,
  made: readonly Made[],
  left: readonly Keyed[],
): void {
  const { workbook } = ports;
  const keys = new Set(made.map(({ plan }) => plan.key));
  const known = new Set(
    workbook.read(QUESTIONS).rows.flatMap(({ survey, itemId }) => (keys.has(survey) ? [`${survey} ${itemId}`] : [])),
  );
  workbook.append(
    QUESTIONS,
    made.flatMap(({ plan, items }) =>
      items
        .filter(({ itemId }) => !known.has(`${plan.key} ${itemId}`))
        .map(({ itemId, spec }) => ({ survey: plan.key, itemId, question: spec.key, spec })),
    ),
  );
  for (const { plan } of made) rememberConsent(ports, plan.spec);
  // Before the register knows the forms: later nobody would come back to settle them.
  ledger.settle([
    ...made.map(({ key, state }) => ({ key, state: 'done' as const, ref: state.formId })),
    ...left.map(({ key }) => ({ key, state: 'undone' as const })),
  ]);
  const standing = new Map(workbook.read(SURVEYS).rows.map(({ key, $row }) => [key, $row]));
  const rows = made.map((one) => rowOf(ports, context, run, one));
  workbook.append(
    SURVEYS,
    rows.filter(({ key }) => !standing.has(key)),
  );
  workbook.patch(
    SURVEYS,
    rows.flatMap((set) => {
      const $row = standing.get(set.key);
      return $row === undefined ? [] : [{ $row, set }];
    }),
  );
}

function rowOf(ports: Ports, context: Context, { run }: RunInfo, { plan, state, items }: Made): Row<typeof SURVEYS> {
  const audience = plan.audience.map(({ code }) => code);
  const consent = items.find(({ spec }) => spec.key === CONSENT);
  return {
    key: plan.key,
    cycle: context.settings.cycle,
    kind: plan.kind,
    title: plan.spec.title,
    about: plan.about,
    state: 'open',
    url: state.url,
    editUrl: state.editUrl,
    audience,
    audienceCount: audience.length,
    answered: 0,
    answeredShare: 0,
    missing: silentNames(ports, context, audience),
    created: ports.clock.localNow(),
    until: plan.until,
    readAt: '',
    formId: state.formId,
    items: plan.spec.items.length,
    codeItem: items.find(({ spec }) => spec.key === CODE)?.itemId ?? '',
    consentItem: consent?.itemId ?? '',
    consentVersion: consent?.spec.type === 'choice' ? (consent.spec.options[0]?.value ?? '') : '',
    run,
  };
}

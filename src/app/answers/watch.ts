// Which forms have got answers. A look at a form takes seconds, and a school of many groups has hundreds: what the time of one heartbeat
// does not suffice for is looked at by the next ones, each form in its turn.
import { backoffMs } from '../../domain/backoff';
import type { Problem } from '../../domain/message';
import type { Placed, Row } from '../../workbook/schema';
import type { SURVEYS } from '../../workbook/tables';
import { MODULES } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { firstKey, surveyKey } from '../surveys/plan';
import { openSurveys } from './process';

type SurveyRow = Placed<Row<typeof SURVEYS>>;

/** So many forms every heartbeat looks at, without reading the workbook first. */
export const FEW_FORMS = 25;
/** Forms that one processing reads: about what an execution can, and their ids fit into its record. */
const MOST_FOUND = 50;
/** Of a heartbeat's time, what the looking takes: forms from which answers are expected come first … */
export const LIVELY_MS = 80_000;
/** … and the others get what is left of this. */
const LOOKING_MS = 100_000;

/** Forms that could not be looked at, after which it is not the form but the service. */
const MOST_TROUBLES = 3;

const LOOKED = 'looked';

/** Where the looking stands. */
interface Looked {
  /** Row of «Опросы» last looked at, of the forms from which answers are expected. */
  readonly lively: number;
  /** The same of the others, while their round goes on. */
  readonly quiet?: number;
  /** Day on which that round began: there is one a day at most. */
  readonly day?: string;
  /** Ids of forms with answers that are not processed yet. */
  readonly found: readonly string[];
  /** Ids of forms that could not be looked at: the next heartbeat tries again, the lively ones first, the others after everything else. */
  readonly again?: readonly string[];
}

/** So many of them are kept in mind; those beyond wait for their turn. */
const MOST_AGAIN = 60;

const lookedOf = ({ store }: Ports): Looked => {
  const text = store.get(LOOKED);
  return text === undefined ? { lively: 0, found: [] } : (JSON.parse(text) as Looked);
};

/**
 * Open forms from which answers are expected, and the others: whose time is over, which everybody has answered, of earlier cycles,
 * those about the programme of a group that is invited already, and those that are open to everybody all the time.
 */
export function watchedForms(
  ports: Ports,
  { settings: { cycle } }: Context,
): { readonly lively: readonly SurveyRow[]; readonly quiet: readonly SurveyRow[] } {
  const today = ports.clock.today();
  const agreed = new Set(
    !ports.workbook.has(MODULES)
      ? []
      : ports.workbook
          .read(MODULES)
          .rows.flatMap(({ state, group }) =>
            state === 'invited' || state === 'held' ? [surveyKey(cycle, 'agreement', group)] : [],
          ),
  );
  const open = openSurveys(ports);
  const lively = open.filter(
    (row) =>
      row.cycle === cycle &&
      row.kind !== 'offer' &&
      row.until >= today &&
      (row.answered ?? 0) < row.audience.length &&
      !agreed.has(firstKey(row.key)),
  );
  const known = new Set(lively);
  return { lively, quiet: open.filter((row) => !known.has(row)) };
}

/** Is there a form that a heartbeat could not look at in its turn? */
export const isOwedLook = (ports: Ports): boolean => lookedOf(ports).again !== undefined;

export interface Look {
  /** Ids of forms with answers that are not processed yet, those found by earlier looks among them. */
  readonly found: readonly string[];
  /** Among them are answers that would have been found earlier, had Google not failed. */
  readonly late: boolean;
  /** Everything was looked at that is due today. */
  readonly all: boolean;
  /** What Google said of forms that could not be looked at. */
  readonly problems: readonly Problem[];
}

/**
 * Looks at forms for as long as may be, from where the last look ended, but first at those that Google failed at in their turn; at none
 * when there is no time, and gives what was found before.
 * @param onlyOwed it is nobody's turn: only those are looked at
 */
export function lookForAnswers(
  ports: Ports,
  { lively, quiet }: ReturnType<typeof watchedForms>,
  noTime: boolean,
  onlyOwed: boolean,
): Look {
  const before = lookedOf(ports);
  const today = ports.clock.today();
  const standing = new Set([...lively, ...quiet].map(({ formId }) => formId));
  const found = before.found.filter((formId) => standing.has(formId));
  const problems: Problem[] = [];
  const begun = ports.clock.now();
  /** Of those troubles, the ones that do not tell of the service. */
  let forgiven = 0;
  /** Gives the row of the last form looked at, those not come to, and those that could not be looked at. */
  const look = (
    forms: readonly SurveyRow[],
    ms: number,
  ): { at: number | undefined; left: readonly string[]; failed: readonly string[] } => {
    let at: number | undefined;
    let looked = 0;
    const failed: string[] = [];
    for (const row of forms) {
      if (noTime || !ports.clock.mayGoOn() || ports.clock.now() >= begun + ms) break;
      if (found.length >= MOST_FOUND || problems.length - forgiven >= MOST_TROUBLES) break;
      at = row.$row;
      looked += 1;
      try {
        if (!found.includes(row.formId) && hasNewAnswersNow(ports, formOf(ports, row))) found.push(row.formId);
      } catch (error) {
        problems.push(ports.explain(error).problem);
        failed.push(row.formId);
      }
    }
    return { at, left: forms.slice(looked).map(({ formId }) => formId), failed };
  };
  const isOwed = ({ formId }: SurveyRow): boolean => before.again?.includes(formId) === true;
  const owedForms = (onlyOwed ? [...lively, ...quiet] : lively).filter(isOwed);
  const owed = look(owedForms, LIVELY_MS);
  const late = owedForms.some(({ formId }) => found.includes(formId));
  const keep = (now: Looked, again: readonly string[]): void => {
    ports.store.set(
      LOOKED,
      JSON.stringify({ ...now, found, again: again.length === 0 ? undefined : again.slice(0, MOST_AGAIN) }),
    );
  };
  // What fails again comes behind what was not come to: nobody stands in another's way.
  const owing = [...owed.left, ...owed.failed];
  if (onlyOwed) {
    keep(before, owing);
    return { found, late, all: owing.length === 0, problems };
  }
  // However many of them fail again, the others have their turn.
  forgiven = problems.length;
  const turn = [
    ...lively.filter(({ $row }) => $row > before.lively),
    ...lively.filter(({ $row }) => $row <= before.lively),
  ].filter((row) => !isOwed(row));
  const { at = before.lively, failed } = look(turn, LIVELY_MS);
  const after = before.day === today ? before.quiet : (before.quiet ?? 0);
  const due = after === undefined ? [] : quiet.filter(({ $row }) => $row > after);
  const missed = quiet.filter((row) => isOwed(row) && !due.includes(row));
  const rest = look(due, LOOKING_MS);
  const retried = look(missed, LOOKING_MS);
  const isRoundOver = rest.left.length === 0;
  keep({ lively: at, day: today, found, ...(isRoundOver ? {} : { quiet: rest.at ?? after ?? 0 }) }, [
    ...owing,
    ...failed,
    ...rest.failed,
    ...retried.failed,
    ...retried.left,
  ]);
  return { found, late, all: !noTime && isRoundOver && retried.left.length === 0 && problems.length === 0, problems };
}

/** Those found are being processed. */
export function forgetFound(ports: Ports): void {
  ports.store.set(LOOKED, JSON.stringify({ ...lookedOf(ports), found: [] }));
}

/** A form, and the time (epoch ms) from which its answers are new. */
export type WatchedForm = readonly [formId: string, since: number | null];

export const formOf = (ports: Ports, { formId, readAt }: SurveyRow): WatchedForm => [
  formId,
  readAt === '' ? null : ports.clock.instant(readAt),
];

/** Two calls. */
export const hasNewAnswers = (ports: Ports, [formId, since]: WatchedForm): boolean =>
  (ports.forms.responses(formId, since ?? undefined) ?? []).length > 0;

/** The same, once more after a second where Google failed in a way that may pass by itself: mostly it has passed by then. */
function hasNewAnswersNow(ports: Ports, form: WatchedForm): boolean {
  try {
    return hasNewAnswers(ports, form);
  } catch (error) {
    const { lasting, passes } = ports.explain(error);
    if (lasting || passes === 'day' || !ports.clock.pause(backoffMs(1, ports.chance()))) throw error;
    return hasNewAnswers(ports, form);
  }
}

// Bar: a form takes at most 4 calls an item.
import type { Director } from '../examples/demo/director';
import type { ServiceCall } from '../local/index';
import { FORM_KINDS, SURVEYS } from '../src/workbook/tables';
import { nameOf } from './recorder';

export interface FormCost {
  readonly kind: string;
  readonly forms: number;
  readonly items: number;
  /** Calls that make and set items. */
  readonly itemCalls: number;
  /** Calls that make, dress and publish the forms themselves. */
  readonly formCalls: number;
}

const ITEM = /^Form\.add|^\w*Item\./;
const OF_FORM = /^(Form|\w*Item)\./;

/** A stretch of calls on one opened form. */
interface Visit {
  readonly formId: string;
  readonly calls: readonly ServiceCall[];
}

/** What every kind of form took to make, from the log of everything. */
export function formCosts(calls: readonly ServiceCall[], director: Director): readonly FormCost[] {
  const kinds = new Map(director.rows(SURVEYS).map(({ formId, kind }) => [formId, kind]));
  const building = visits(calls.filter(({ execution }) => execution > 0)).filter(({ calls: made }) =>
    made.some((call) => /^(Form\.add|Form\.setPublished|Form\.setAcceptingResponses$)/.test(nameOf(call))),
  );
  return Object.values(FORM_KINDS).flatMap((kind) => {
    const mine = building.filter(({ formId }) => kinds.get(formId) === kind);
    const forms = new Set(mine.map(({ formId }) => formId)).size;
    if (forms === 0) return [];
    const made = mine.flatMap((visit) => visit.calls);
    const itemCalls = made.filter((call) => ITEM.test(nameOf(call))).length;
    return {
      kind,
      forms,
      items: made.filter((call) => /^Form\.add/.test(nameOf(call))).length,
      itemCalls,
      // The search for an earlier attempt's file and the making of the file are one call of Drive each.
      formCalls: made.length - itemCalls + 2 * forms,
    };
  });
}

function visits(calls: readonly ServiceCall[]): readonly Visit[] {
  const found: { formId: string; calls: ServiceCall[] }[] = [];
  let open: { formId: string; calls: ServiceCall[] } | undefined;
  for (const call of calls) {
    if (nameOf(call) === 'FormApp.openById') {
      open = { formId: String(call.args[0]), calls: [call] };
      found.push(open);
    } else if (OF_FORM.test(nameOf(call))) open?.calls.push(call);
    else open = undefined;
  }
  return found;
}

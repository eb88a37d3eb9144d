// What runs alongside the cycle — pairs, communities, bank, plan, indicators — and where each stands, for the home view.
import { BANK, COMMUNITIES, INDICATORS, PAIRS, PLAN } from '../workbook/tables';
import type { HomeStep } from './home';
import type { Books } from './ports';

/** Reads each table once, and only those that are there. */
export function besideCycle({ workbook }: Books, cycle: string): readonly HomeStep[] {
  const pairs = workbook.has(PAIRS) ? workbook.read(PAIRS).rows : [];
  const communities = workbook.has(COMMUNITIES) ? workbook.read(COMMUNITIES).rows : [];
  const plan = (workbook.has(PLAN) ? workbook.read(PLAN).rows : []).filter(({ state }) => state !== 'cancelled');
  const indicators = workbook.has(INDICATORS) ? workbook.read(INDICATORS).rows : [];
  const bank = workbook.has(BANK) ? workbook.read(BANK).rows : [];
  const planDone = plan.filter(({ state }) => state === 'done').length;
  const counted = indicators.filter(({ fact }) => fact !== undefined);
  const reached = counted.filter(({ fact = 0, target }) => fact >= (target ?? 1)).length;
  return [
    teams(
      'formPairs',
      pairs.filter((row) => row.cycle === cycle),
    ),
    teams(
      'formCommunities',
      communities.filter((row) => row.cycle === cycle),
    ),
    {
      action: 'setUpBank',
      state: bank.length > 0 ? 'done' : 'waiting',
      line: { code: 'home.bank', fields: { count: bank.length } },
    },
    {
      action: 'makePlan',
      state: plan.length === 0 ? 'waiting' : planDone === plan.length ? 'done' : 'now',
      line: { code: 'home.plan', fields: { done: planDone, total: plan.length } },
    },
    {
      action: 'countIndicators',
      state: counted.length === 0 ? 'waiting' : 'done',
      line: { code: 'home.indicators', fields: { reached, total: indicators.length } },
    },
  ];
}

function teams(action: 'formPairs' | 'formCommunities', rows: readonly { readonly state: string }[]): HomeStep {
  const drafts = rows.filter(({ state }) => state === 'draft').length;
  return {
    action,
    state: rows.length === 0 ? 'waiting' : drafts > 0 ? 'now' : 'done',
    line: { code: 'home.teams', fields: { drafts, published: rows.length - drafts } },
  };
}

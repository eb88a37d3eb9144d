// What runs alongside the cycle — pairs, communities, bank, routes, plan, indicators, growth, partners — and where each stands.
import { BANK, COMMUNITIES, INDICATORS, PAIRS, PLAN } from '../workbook/tables';
import { GROWTH_BRIEF, PARTNERS_BRIEF, ROUTE_CANCELLED, ROUTE_DONE, ROUTES_BRIEF } from '../workbook/tables/brief';
import type { HomeStep } from './home';
import type { Books } from './ports';

/**
 * Reads each table once, and only those that are there.
 * @param others how many people of other schools are on the staff list
 */
export function besideCycle({ workbook }: Books, cycle: string, others: number): readonly HomeStep[] {
  const pairs = workbook.has(PAIRS) ? workbook.read(PAIRS).rows : [];
  const communities = workbook.has(COMMUNITIES) ? workbook.read(COMMUNITIES).rows : [];
  const plan = (workbook.has(PLAN) ? workbook.read(PLAN).rows : []).filter(({ state }) => state !== 'cancelled');
  const indicators = workbook.has(INDICATORS) ? workbook.read(INDICATORS).rows : [];
  const bank = workbook.has(BANK) ? workbook.columns(BANK, ['title']) : [];
  const routes = (workbook.has(ROUTES_BRIEF) ? workbook.read(ROUTES_BRIEF).rows : []).filter(
    (row) => row.cycle === cycle && row.state !== ROUTE_CANCELLED,
  );
  const compared = workbook.has(GROWTH_BRIEF) ? workbook.read(GROWTH_BRIEF).rows : [];
  const partners = workbook.has(PARTNERS_BRIEF) ? workbook.read(PARTNERS_BRIEF).rows : [];
  const agreed = partners.filter((row) => row.agreed !== '').length;
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
      action: 'makeRoutes',
      state: routes.length === 0 ? 'waiting' : 'done',
      line: {
        code: 'home.routes',
        fields: {
          people: new Set(routes.map(({ teacher }) => teacher)).size,
          done: routes.filter(({ state }) => ROUTE_DONE.includes(state)).length,
          total: routes.length,
        },
      },
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
    {
      action: 'countGrowth',
      state: compared.length === 0 ? 'waiting' : 'done',
      // The first row is that of all competencies together.
      line: { code: 'home.growth', fields: { people: compared[0]?.people ?? 0 } },
    },
    ...(partners.length + others === 0
      ? []
      : [
          {
            action: 'refreshPartners' as const,
            state:
              agreed === 0 ? ('waiting' as const) : agreed < partners.length ? ('now' as const) : ('done' as const),
            line: { code: 'home.partners', fields: { agreed, total: partners.length, others } },
          },
        ]),
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

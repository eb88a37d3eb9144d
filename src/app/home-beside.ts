// What runs alongside the cycle — pairs, communities, bank, routes, plan, indicators, growth, partners — and where each stands.
import { BANK, COMMUNITIES, INDICATORS, PAIRS, PLAN, STAFF } from '../workbook/tables';
import { GROWTH_BRIEF, PARTNERS_BRIEF, ROUTE_CANCELLED, ROUTE_DONE, ROUTES_BRIEF } from '../workbook/tables/brief';
import type { Row, Table } from '../workbook/schema';
import type { ActionId } from '../shared/contract';
import type { HomeStep } from './home';
import type { HomeParts } from './home-parts';
import type { Workbook } from './ports/workbook';

/**
 * Reads each table once.
 * @param others how many people of other schools are on the staff list
 */
export function besideCycle(workbook: Workbook, parts: HomeParts, cycle: string, others: number): readonly HomeStep[] {
  const { step } = parts;
  const rowsOf = <T extends Table>(table: T): readonly Row<T>[] => parts.read(table, () => workbook.read(table).rows);
  const pairs = rowsOf(PAIRS);
  const communities = rowsOf(COMMUNITIES);
  const plan = rowsOf(PLAN).filter(({ state }) => state !== 'cancelled');
  const indicators = rowsOf(INDICATORS);
  const bank = parts.read(BANK, () => workbook.columns(BANK, ['title']));
  const routes = rowsOf(ROUTES_BRIEF).filter((row) => row.cycle === cycle && row.state !== ROUTE_CANCELLED);
  const compared = rowsOf(GROWTH_BRIEF);
  const partners = rowsOf(PARTNERS_BRIEF);
  const agreed = partners.filter((row) => row.agreed !== '').length;
  const planDone = plan.filter(({ state }) => state === 'done').length;
  const counted = indicators.filter(({ fact }) => fact !== undefined);
  const reached = counted.filter(({ fact = 0, target }) => fact >= (target ?? 1)).length;
  const teams = (
    table: typeof PAIRS | typeof COMMUNITIES,
    action: ActionId,
    rows: readonly { readonly state: string; readonly cycle: string }[],
  ): HomeStep => {
    const present = rows.filter((row) => row.cycle === cycle);
    const drafts = present.filter(({ state }) => state === 'draft').length;
    const state = present.length === 0 ? 'waiting' : drafts > 0 ? 'now' : 'done';
    return step([table], action, state, {
      code: 'home.teams',
      fields: { drafts, published: present.length - drafts },
    });
  };
  return [
    teams(PAIRS, 'formPairs', pairs),
    teams(COMMUNITIES, 'formCommunities', communities),
    step([BANK], 'setUpBank', bank.length > 0 ? 'done' : 'waiting', {
      code: 'home.bank',
      fields: { count: bank.length },
    }),
    step([ROUTES_BRIEF], 'makeRoutes', routes.length === 0 ? 'waiting' : 'done', {
      code: 'home.routes',
      fields: {
        people: new Set(routes.map(({ teacher }) => teacher)).size,
        done: routes.filter(({ state }) => ROUTE_DONE.includes(state)).length,
        total: routes.length,
      },
    }),
    step([PLAN], 'makePlan', plan.length === 0 ? 'waiting' : planDone === plan.length ? 'done' : 'now', {
      code: 'home.plan',
      fields: { done: planDone, total: plan.length },
    }),
    step([INDICATORS], 'countIndicators', counted.length === 0 ? 'waiting' : 'done', {
      code: 'home.indicators',
      fields: { reached, total: indicators.length },
    }),
    // The first row is that of all competencies together.
    step([GROWTH_BRIEF], 'countGrowth', compared.length === 0 ? 'waiting' : 'done', {
      code: 'home.growth',
      fields: { people: compared[0]?.people ?? 0 },
    }),
    ...(partners.length + others === 0
      ? []
      : [
          step(
            [PARTNERS_BRIEF, STAFF],
            'refreshPartners',
            agreed === 0 ? 'waiting' : agreed < partners.length ? 'now' : 'done',
            { code: 'home.partners', fields: { agreed, total: partners.length, others } },
          ),
        ]),
  ];
}

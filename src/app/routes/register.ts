// «Индивидуальные маршруты» as the rules see it, and the writing of what they changed.
import type { Level } from '../../domain/framework/framework';
import { type Change, confirmRisen, mergeRoutes, type RouteItem, type Written } from '../../domain/route/merge';
import { ROUTE_STATES, type RouteState } from '../../domain/route/route';
import type { Placed, Row } from '../../workbook/schema';
import { ROUTES } from '../../workbook/tables';
import type { Ports } from '../ports';
import type { RouteData } from './load';

export type RouteRow = Placed<Row<typeof ROUTES>>;
/** An item with the row it stands in. */
export type StandingItem = RouteItem & { readonly row: RouteRow };

export interface RegisterPlan {
  readonly added: readonly RouteItem[];
  readonly changes: readonly Change<StandingItem>[];
  readonly cancelled: readonly StandingItem[];
}

export const itemOf = (row: RouteRow): StandingItem => {
  const written = row.written as Written | undefined;
  return {
    row,
    teacher: row.teacher,
    competency: row.competency,
    role: row.role === 'consults' ? 'consults' : 'learns',
    group: row.group,
    from: levelOf(row.from),
    level: levelOf(row.level),
    goal: levelOf(row.goal),
    state: stateOf(row.state),
    partners: row.partners,
    when: row.when,
    resources: row.resources,
    task: row.task,
    evidence: row.evidence,
    written: typeof written === 'object' ? written : undefined,
  };
};

const levelOf = (cell: number | undefined): Level | undefined =>
  cell === 0 || cell === 1 || cell === 2 || cell === 3 || cell === 4 ? cell : undefined;

/** A row of a person's own without a state is planned. */
const stateOf = (cell: string): RouteState => ROUTE_STATES.find((state) => state === cell) ?? 'planned';

const keyOf = (
  cycle: string,
  { teacher, competency, role }: Pick<RouteItem, 'teacher' | 'competency' | 'role'>,
): string => [cycle, teacher, competency, role].join('|');

/** What is to be changed in the register: the present cycle made anew, earlier cycles that are still open confirmed by today's levels. */
export function planRegister(ports: Ports, { context, grounds, levelOf: level }: RouteData): RegisterPlan {
  const { cycle } = context.settings;
  const { rows, unread } = ports.workbook.read(ROUTES);
  // A row that cannot be read is there all the same.
  const hidden = new Set(unread.map(({ item }) => item));
  const isClosed = rows.some((row) => row.cycle === cycle && row.closed !== '');
  const open = rows.filter(({ closed }) => closed === '').map(itemOf);
  const merged = isClosed
    ? { added: [], changes: [], cancelled: [] }
    : mergeRoutes(
        open.filter(({ row }) => row.cycle === cycle),
        grounds.filter((ground) => !hidden.has(keyOf(cycle, ground))),
      );
  const risen = confirmRisen(
    open.filter(({ row }) => row.cycle !== cycle),
    level,
  );
  return { ...merged, changes: [...merged.changes, ...risen] };
}

/** Writes the plan: cells that changed, new rows below, rows without ground and without anything done away. */
export function writeRegister(ports: Ports, { context }: RouteData, plan: RegisterPlan, run: string): void {
  const { cycle } = context.settings;
  const cancelled = new Set(plan.cancelled);
  const reason = ports.words.say({ code: 'route.cancelled' });
  ports.workbook.patch(
    ROUTES,
    plan.changes.flatMap((change) => {
      if (change.kind === 'remove') return [];
      const { from, level, goal, group, state, partners, when, resources, task, evidence, written } = change.to;
      const { row } = change.item;
      const remark = cancelled.has(change.item)
        ? { remark: [row.remark, reason].filter((line) => line !== '').join('\n') }
        : {};
      const set = { from, level, goal, group, state, partners, when, resources, task, evidence, written, ...remark };
      return [{ $row: row.$row, set }];
    }),
  );
  ports.workbook.append(
    ROUTES,
    plan.added.map((item): Row<typeof ROUTES> => ({
      ...item,
      name: context.staff.byCode.get(item.teacher)?.name ?? '',
      title: context.competencies.find(({ id }) => id === item.competency)?.title ?? '',
      remark: '',
      document: '',
      closed: '',
      cycle,
      item: keyOf(cycle, item),
      sent: '',
      closedBy: '',
      run,
    })),
  );
  const gone = plan.changes.flatMap((change) => (change.kind === 'remove' ? [change.item.row.$row] : []));
  if (gone.length > 0) ports.workbook.remove(ROUTES, gone);
}

// The facts of «Итоги»: groups, sessions, feedback, indicators, routes, plan.
import type {
  FeedbackFacts,
  FeedbackSide,
  GroupFact,
  GroupsFacts,
  IndicatorFact,
  ModulesFacts,
  NoteFacts,
  PlanFacts,
  RoutesFacts,
  UncoveredFact,
  UncoveredReason,
} from '../../domain/note/facts';
import { standingOf } from '../../domain/plan/standing';
import { GROUPS, INDICATORS, MODULES, PLAN, ROUTES } from '../../workbook/tables';
import type { Context } from '../context';
import { standingGroups } from '../groups/read';
import { planItems } from '../plan/read';
import type { CycleData } from './cycle';
import type { Ports } from '../ports';
import { rowsOf, sourceOf, total } from './rows';

const REASONS: Readonly<Record<UncoveredReason, true>> = {
  no_consultant: true,
  no_common_slot: true,
  too_few: true,
  limit: true,
};

const VERDICTS: Readonly<Record<string, string>> = INDICATORS.columns.verdict.choices;

/** Groups that are published or over. */
export function loadGroups(ports: Ports, { context, profile }: CycleData): GroupsFacts {
  const groups = ports.workbook.has(GROUPS)
    ? standingGroups(ports, context).filter(({ state }) => state !== 'draft' && state !== '')
    : [];
  const held = new Map<string, number>();
  for (const { state, cycle, group } of rowsOf(ports, MODULES))
    if (state === 'held' && cycle === context.settings.cycle) held.set(group, (held.get(group) ?? 0) + 1);
  const byCompetency = new Map<string, GroupFact>();
  for (const { id, competency, title, consultants, consultees } of groups) {
    const known = byCompetency.get(competency) ?? { title, groups: 0, consultants: 0, consultees: 0, held: 0 };
    byCompetency.set(competency, {
      title,
      groups: known.groups + 1,
      consultants: known.consultants + consultants.length,
      consultees: known.consultees + consultees.length,
      held: known.held + (held.get(id) ?? 0),
    });
  }
  const different = (people: readonly { readonly code: string }[]): number =>
    new Set(people.map(({ code }) => code)).size;
  const deficits = profile.rows.filter(({ state }) => state === 'deficit');
  const learning = new Set(
    groups.flatMap(({ competency, consultees }) => consultees.map(({ code }) => `${code}|${competency}`)),
  );
  const source = sourceOf(
    GROUPS,
    groups.flatMap(({ rows }) => rows),
  );
  return {
    rows: [...byCompetency.values()],
    people: different(groups.flatMap(({ consultants, consultees }) => [...consultants, ...consultees])),
    consultants: different(groups.flatMap(({ consultants }) => consultants)),
    consultees: different(groups.flatMap(({ consultees }) => consultees)),
    mixed: groups.filter(
      ({ consultants, consultees }) =>
        new Set([...consultants, ...consultees].flatMap(({ subjects }) => subjects)).size > 1,
    ).length,
    covered: {
      have: deficits.filter(({ teacher, competency }) => learning.has(`${teacher}|${competency}`)).length,
      of: deficits.length,
    },
    sources: [source],
    coveredSources: [source, ...profile.sources],
  };
}

export function loadUncovered({ uncovered: { rows, sources } }: CycleData): NoteFacts['uncovered'] {
  const byCompetency = new Map<string, UncoveredFact>();
  for (const { competency, title, code } of rows) {
    const known = byCompetency.get(competency) ?? { title, count: 0, reasons: [] };
    const reason = code in REASONS ? (code as UncoveredReason) : undefined;
    const before = known.reasons.find((one) => one.reason === reason)?.count ?? 0;
    byCompetency.set(competency, {
      title,
      count: known.count + 1,
      reasons:
        reason === undefined
          ? known.reasons
          : [...known.reasons.filter((one) => one.reason !== reason), { reason, count: before + 1 }],
    });
  }
  return {
    rows: [...byCompetency.values()].sort((a, b) => b.count - a.count),
    sources,
  };
}

export function loadModules(ports: Ports, { settings }: Context): ModulesFacts {
  const rows = rowsOf(ports, MODULES).filter(({ cycle }) => cycle === settings.cycle);
  const held = rows.filter(({ state }) => state === 'held');
  const invited = held.filter(({ guests }) => guests !== undefined);
  const marked = invited.filter(({ came }) => came !== undefined);
  const answered = invited.filter(({ came, accepted }) => came === undefined && accepted !== undefined);
  const most = (have: number | undefined, of: number | undefined): number => Math.min(have ?? 0, of ?? 0);
  const count = (state: string): number => rows.filter((row) => row.state === state).length;
  return {
    held: held.length,
    invited: count('invited'),
    draft: count('draft'),
    cancelled: count('cancelled'),
    came: { have: total(marked, ({ came, guests }) => most(came, guests)), of: total(marked, ({ guests }) => guests) },
    accepted: {
      have: total(answered, ({ accepted, guests }) => most(accepted, guests)),
      of: total(answered, ({ guests }) => guests),
    },
    sources: [sourceOf(MODULES, rows)],
  };
}

export function loadFeedback({ feedback: { rows, sources } }: CycleData): FeedbackFacts {
  const side = (name: FeedbackSide['side']): FeedbackSide => {
    const own = rows.filter((row) => row.side === name);
    // Every answer weighs the same, whatever the session; what is hidden for want of answers is left out.
    const mean = (of: (row: (typeof own)[number]) => number | undefined): number | undefined => {
      const known = own.filter((row) => of(row) !== undefined && (row.received ?? 0) > 0);
      const answers = total(known, ({ received }) => received);
      return answers === 0 ? undefined : rounded(total(known, (row) => (of(row) ?? 0) * (row.received ?? 0)) / answers);
    };
    return {
      side: name,
      received: { have: total(own, ({ received }) => received), of: total(own, ({ asked }) => asked) },
      index: mean(({ index }) => index),
      before: mean(({ before }) => before),
      now: mean(({ now }) => now),
    };
  };
  return {
    sides: [side('consultee'), side('consultant')],
    hidden: rows.filter(({ received, index }) => (received ?? 0) > 0 && index === undefined).length,
    sources,
  };
}

export function loadIndicators(ports: Ports): NoteFacts['indicators'] {
  const rows = rowsOf(ports, INDICATORS).filter(({ target }) => target !== undefined);
  const today = ports.clock.today();
  return {
    rows: rows.map((row): IndicatorFact => {
      const target = row.target ?? 0;
      const { title, due, plan, fact, forecast, origin, advice } = row;
      const verdict = VERDICTS[row.verdict] ?? row.verdict;
      const late = due !== '' && due < today;
      const standing =
        fact === undefined ? ('unknown' as const) : fact >= target - 1e-9 ? 'reached' : late ? 'missed' : 'open';
      return { title, target, due, plan, fact, forecast, verdict, standing, origin, advice };
    }),
    counted:
      rows
        .map(({ counted }) => counted)
        .sort()
        .pop() ?? '',
    sources: [sourceOf(INDICATORS, rows)],
  };
}

export function loadRouteStates(ports: Ports, { settings }: Context): RoutesFacts {
  const rows = rowsOf(ports, ROUTES).filter(({ cycle }) => cycle === settings.cycle);
  const count = (state: string): number => rows.filter((row) => row.state === state).length;
  return {
    teachers: new Set(rows.map(({ teacher }) => teacher)).size,
    items: rows.length,
    confirmed: count('confirmed'),
    done: count('done'),
    doing: count('doing'),
    planned: count('planned'),
    cancelled: count('cancelled'),
    sources: [sourceOf(ROUTES, rows)],
  };
}

export function loadPlan(ports: Ports, { settings }: Context): PlanFacts {
  const today = ports.clock.today();
  const items = ports.workbook.has(PLAN)
    ? planItems(ports, settings).items.filter(({ state }) => state !== 'cancelled')
    : [];
  const all = items.map((item) => ({ title: item.row.title, standing: standingOf(item, today) }));
  const byDue = (a: { readonly due: string }, b: { readonly due: string }): number => (a.due < b.due ? -1 : 1);
  return {
    measures: items.length,
    done: all.filter(({ standing }) => standing.kind === 'done').length,
    overdue: all
      .flatMap(({ title, standing }) => (standing.kind === 'overdue' ? [{ title, due: standing.since }] : []))
      .sort(byDue),
    next: all
      .flatMap(({ title, standing }) =>
        standing.kind === 'now' || standing.kind === 'ahead' ? [{ title, due: standing.due }] : [],
      )
      .sort(byDue),
    sources: [
      sourceOf(
        PLAN,
        items.map(({ row }) => row),
      ),
    ],
  };
}

/** To one decimal: means of few answers are no finer. */
const rounded = (value: number): number => Math.round(value * 10) / 10;

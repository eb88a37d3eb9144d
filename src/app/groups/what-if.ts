// «Что даст изменение»: tries changes of rules, times and consultants, and ranks what each would gain over the groups of now.
import type { Gain, Scenario } from '../../domain/grouping/what-if';
import type { GroupingGroup, GroupingProblem } from '../../domain/grouping/problem';
import type { Outcome } from '../../domain/message';
import type { ProfileRow } from '../../domain/scoring/profile';
import { WHAT_IF } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import { notSetUp } from '../context';
import type { Ports } from '../ports';
import { named } from './explained';
import { loadSituation } from './situation';

/** Best ones named when it is done; the sheet has all. */
const MOST_NAMED = 3;

interface Trial {
  readonly id: string;
  readonly gain: Gain;
}

interface Ground {
  readonly problem: GroupingProblem;
  readonly scenarios: readonly Scenario[];
  /** The best groups found as things are. */
  readonly base: readonly GroupingGroup[];
  /** Published and pinned groups. */
  readonly kept: readonly GroupingGroup[];
}

export const whatIfGroups: Action<Record<string, never>, { readonly results: readonly Trial[] }> = {
  id: 'whatIfGroups',
  anyAccount: true,
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const ground = prepared(ports);
    if (!ground.ok) return ground;
    const { scenarios } = ground.value;
    return {
      ok: true,
      value: {
        lines: [{ code: 'whatIf.will', fields: { count: scenarios.length } }, ...scenarios.map(({ label }) => label)],
        counts: [{ label: { code: 'whatIf.count' }, value: String(scenarios.length) }],
        warnings: [],
      },
    };
  },

  step(ports, _run, _input, cursor = { results: [] }) {
    const ground = prepared(ports);
    if (!ground.ok) return { state: 'refused', problems: ground.problems };
    const { problem, scenarios, base, kept } = ground.value;
    const results = [...cursor.results];
    const open = scenarios.filter(({ id }) => !results.some((one) => one.id === id));
    for (const scenario of open) {
      if (results.length > cursor.results.length && !ports.clock.mayGoOn()) break;
      results.push({ id: scenario.id, gain: ports.planning().gainOf(problem, base, scenario, kept) });
    }
    const total = scenarios.length;
    if (results.length < total)
      return {
        state: 'going',
        cursor: { results },
        done: results.length,
        total,
        line: { code: 'whatIf.going', fields: { done: results.length, total } },
      };
    const label = new Map(scenarios.map((scenario) => [scenario.id, ports.words.say(scenario.label)]));
    const rows = ports
      .planning()
      .ranked(results)
      .flatMap(({ id, gain }) => {
        const change = label.get(id);
        return change === undefined ? [] : [{ change, ...gain }];
      });
    ports.workbook.replace(WHAT_IF, rows);
    const useful = rows.filter(({ weight }) => weight > 0);
    return finished(
      [
        { code: 'whatIf.done', fields: { count: useful.length, total } },
        ...useful
          .slice(0, MOST_NAMED)
          .map(({ change, covered, people }) => ({ code: 'whatIf.best', fields: { change, covered, people } })),
      ],
      [{ label: { code: 'link.sheet', fields: { table: WHAT_IF.title } }, url: ports.workbook.linkTo(WHAT_IF) }],
    );
  },
};

/**
 * The measure is the best that is found as things are, not the drafts: what forming them anew would gain is no change's merit.
 */
function prepared(ports: Ports): Outcome<Ground> {
  const missing = notSetUp(ports, WHAT_IF);
  if (missing !== undefined) return { ok: false, problems: [missing] };
  const loaded = loadSituation(ports);
  if (!loaded.ok) return loaded;
  const { standing, profiles, slots, naming, problem: problemOf } = loaded.value;
  const planning = ports.planning();
  const kept = standing.filter((group) => group.pinned || group.state !== 'draft');
  const problem = problemOf(kept);
  const found = planning.solve(problem, { seed: 1 });
  return {
    ok: true,
    value: {
      problem,
      scenarios: planning.scenariosOf(
        problem,
        found.unserved,
        profiles.context.settings.allowUnconfirmed ? profiles.profiles.map(asConfirmed) : profiles.profiles,
        slots,
        naming,
        (rules) => problemOf(kept, [], rules),
        problemOf([]),
      ),
      base: found.groups,
      kept: named(ports, kept, slots),
    },
  };
}

/** As somebody's level counts where the settings ask for no confirmation. */
const asConfirmed = (row: ProfileRow): ProfileRow => (row.state === 'check' ? { ...row, state: 'surplus' } : row);

// `npm run bench -- region [memory] [SIZE …] [PART …]`, and the end of the whole bench: the cycle's steps at the size of a school, of a district and
// of a region.
import type { Part } from './region-after';
import { COMPETENCIES_IN_ALL, cycleOf, type RegionCost } from './region-cycle';
import { LONGEST_SECONDS, type StepCost } from './region-step';
import { bars, heading, note, show, table } from './report';

/** Teachers; other sizes by the command line. The region alone takes some minutes. */
const SIZES = [61, 600, 5000];
const MOST_MEMORY_MB = 300;
/** https://developers.google.com/apps-script/guides/services/quotas */
const PROPERTY_BYTES = 9 * 1024;
/** https://support.google.com/drive/answer/37603 */
const CELL_CHARACTERS = 50_000;
const GOAL = 1.2;
/** A region's calls and time a teacher, against a district's: linear, but for what each of the more executions reads. */
const MOST_GROWTH = 1.2;

const sum = (costs: readonly StepCost[], of: (cost: StepCost) => number): number =>
  costs.reduce((total, cost) => total + of(cost), 0);

/** The set-up comes once in a programme's life, and what it dresses has no fewest. */
const withoutSetUp = (steps: readonly StepCost[]): readonly StepCost[] =>
  steps.filter(({ action }) => action !== 'setUp');

const wholeOf = ({ steps, others }: RegionCost): readonly StepCost[] => withoutSetUp([...steps, ...others]);

function showSize(region: RegionCost): void {
  const { teachers, groups, modules, resources, steps, others, failures } = region;
  heading(`${String(teachers)} учителей × ${String(COMPETENCIES_IN_ALL)} компетенций`);
  note(`групп ${String(groups)}, занятий ${String(modules)}, материалов в банке ${String(resources)}`);
  showSteps(steps);
  if (others.length === 0) return;
  heading(`Рядом с циклом и после занятий, ${String(teachers)} учителей`);
  showSteps(others);
  for (const why of failures) note(`не дошло до конца: ${why}`);
  bars([{ what: 'частей, не дошедших до конца', measured: failures.length, most: 0 }]);
}

function showSteps(steps: readonly StepCost[]): void {
  table(
    [
      'шаг',
      'обращений',
      'меньше нельзя',
      'отношение',
      'с долгими исполнениями',
      'исполнений',
      'модельных секунд',
      'самое долгое, с',
      'здесь, с',
      'свойство, байт',
      'клетка, знаков',
      'память, МБ',
    ],
    steps.map((cost) => [
      cost.action,
      cost.calls,
      cost.fewest,
      cost.calls / cost.fewest,
      cost.calls / cost.fewestInAll,
      cost.executions,
      cost.seconds,
      cost.longest,
      cost.wallSeconds,
      cost.property,
      cost.text ?? '–',
      cost.memoryMb ?? '–',
    ]),
  );
  const cycle = withoutSetUp(steps);
  for (const { action, excess } of cycle) if (excess !== '') note(`сверх наименьшего, ${action}: ${excess}`);
  note(
    `с исполнениями по 4,5 минуты обращений было бы в ${show(sum(cycle, ({ calls }) => calls) / sum(cycle, ({ fewestInAll }) => fewestInAll))} раза меньше: панель отвечает раньше, чтобы было видно, что сделано`,
  );
  const most = (of: (cost: StepCost) => number): number => Math.max(...steps.map(of));
  bars([
    {
      what: 'самое долгое исполнение, модельных секунд',
      measured: most(({ longest }) => longest),
      most: LONGEST_SECONDS,
    },
    { what: 'самое большое свойство, байт', measured: most(({ property }) => property), most: PROPERTY_BYTES },
    ...(steps.every(({ memoryMb }) => memoryMb === undefined)
      ? [
          {
            what: 'самый длинный текст клетки, знаков',
            measured: most(({ text = 0 }) => text),
            most: CELL_CHARACTERS - 1,
          },
        ]
      : [{ what: 'память исполнения, МБ', measured: most(({ memoryMb = 0 }) => memoryMb), most: MOST_MEMORY_MB }]),
    {
      what: 'обращений к наименьшему числу, худший шаг',
      measured: Math.max(...cycle.map(({ calls, fewest }) => calls / fewest)),
      most: GOAL,
    },
    {
      what: 'обращений к наименьшему числу, все шаги',
      measured: sum(cycle, ({ calls }) => calls) / sum(cycle, ({ fewest }) => fewest),
      most: GOAL,
    },
  ]);
}

/** Prints what the steps cost at each size, against the bars. `parts` of what follows the invitations: all, where none is named. */
export function showRegion(asked: readonly number[], memory: boolean, parts?: readonly Part[]): void {
  heading('Размер региона: шаги цикла на обычной модели задержек');
  const all = (asked.length > 0 ? asked : SIZES).map((teachers) => {
    const region = cycleOf(teachers, {
      memory,
      parts,
      progress: (line) => process.stderr.write(`  ${line}\n`),
    });
    showSize(region);
    return region;
  });
  showGrowth(all);
}

/** What a teacher costs at each size, step by step and in all; the bar is on the largest size against the one before it. */
function showGrowth(all: readonly RegionCost[]): void {
  const [before, last] = all.slice(-2);
  if (before === undefined || last === undefined) return;
  heading('Рост с размером: обращений и модельных секунд на учителя');
  const stepsOf = (region: RegionCost): ReadonlyMap<string, StepCost> =>
    new Map(wholeOf(region).map((step) => [step.action, step]));
  const bySize = all.map((region) => ({ region, steps: stepsOf(region), whole: wholeOf(region) }));
  type Of = (cost: StepCost) => number;
  const line = (what: string, costOf: (of: Of) => readonly (number | undefined)[]): (string | number)[] => [
    what,
    ...[callsOf, secondsOf].flatMap((of) => {
      const each = costOf(of);
      const [one, other] = each.slice(-2);
      return [...each.map((cost) => cost ?? '–'), one === undefined || other === undefined ? '–' : other / one];
    }),
  ];
  const whole = (of: Of): readonly number[] => bySize.map(({ region, whole }) => sum(whole, of) / region.teachers);
  table(
    [
      'шаг',
      ...['обращений', 'секунд'].flatMap((what) => [
        ...all.map(({ teachers }) => `${what}, ${String(teachers)}`),
        'отношение',
      ]),
    ],
    [
      ...[...stepsOf(last).keys()].map((action) =>
        line(action, (of) =>
          bySize.map(({ region, steps }) => {
            const step = steps.get(action);
            return step === undefined ? undefined : of(step) / region.teachers;
          }),
        ),
      ),
      line('всё вместе', whole),
    ],
  );
  bars(
    (
      [
        ['обращений', callsOf],
        ['секунд', secondsOf],
      ] as const
    ).map(([what, of]) => {
      const [one = 0, other = 0] = whole(of).slice(-2);
      return {
        what: `${what} на учителя, ${String(last.teachers)} к ${String(before.teachers)}`,
        measured: other / one,
        most: MOST_GROWTH,
      };
    }),
  );
}

const callsOf = ({ calls }: StepCost): number => calls;
const secondsOf = ({ seconds }: StepCost): number => seconds;

// The cycle of a school, a district or a region, step by step: made up by a fixed rule, so that every size is alike.
import { performance } from 'node:perf_hooks';
import { toRespondentAnswers } from '../examples/answers-format';
import { Director } from '../examples/demo/director';
import type { LocalWorkspace, ServiceCall } from '../local/index';
import type { Answers, ItemSpec } from '../src/domain/survey/form-spec';
import type { ActionId } from '../src/shared/contract';
import { BANK, COMPETENCIES, GROUPS, LEVELS_TABLE, MODULES, QUESTIONS, SURVEYS } from '../src/workbook/tables';
import { excessOf, fewestIn, fewestOf } from './fewest';
import { MemoryProbe } from './memory';
import { nameOf, Recorder } from './recorder';
import { codeOf, emailOf, newWorkspace } from './schools';

export const COMPETENCIES_IN_ALL = 20;
const RESOURCES_A_TEACHER = 0.6;
/** Executions end before this, in virtual seconds. */
export const LONGEST_SECONDS = 4.5 * 60;
const DAY_MS = 86_400_000;

export interface StepCost {
  readonly action: string;
  readonly calls: number;
  /** Were all calls of a kind in one execution one call. */
  readonly fewest: number;
  /** Which calls are more than that. */
  readonly excess: string;
  /** The same, were the step's executions also as few as the modelled time lets them be. */
  readonly fewestInAll: number;
  readonly executions: number;
  readonly seconds: number;
  /** The longest execution, virtual seconds. */
  readonly longest: number;
  readonly wallSeconds: number;
  /** The largest property written, bytes. */
  readonly property: number;
  /** The longest text written into a cell, characters; absent where memory is watched, for then the log keeps no cells. */
  readonly text?: number;
  /** Absent where it was not watched. */
  readonly memoryMb?: number;
}

export interface RegionCost {
  readonly teachers: number;
  readonly groups: number;
  readonly modules: number;
  readonly resources: number;
  readonly steps: readonly StepCost[];
}

export interface Watched {
  /** Collects garbage at every few calls: takes several times as long. */
  readonly memory?: boolean;
  /** Is told of each step: a region takes minutes, and whoever waits sees where it is. */
  readonly progress?: (line: string) => void;
}

export function cycleOf(teachers: number, { memory = false, progress }: Watched = {}): RegionCost {
  const probe = memory ? new MemoryProbe() : undefined;
  const workspace = newWorkspace(`Регион на ${String(teachers)}`, 'workspace', probe?.look);
  return new Region(workspace, teachers, probe, progress).cycle();
}

class Region {
  readonly #director: Director;
  readonly #recorder: Recorder;
  readonly #steps: StepCost[] = [];

  constructor(
    private readonly workspace: LocalWorkspace,
    private readonly teachers: number,
    private readonly probe: MemoryProbe | undefined,
    private readonly progress: ((line: string) => void) | undefined,
  ) {
    this.#director = new Director(workspace);
    this.#recorder = new Recorder(workspace);
  }

  cycle(): RegionCost {
    this.workspace.openDocument();
    this.#act('setUp', { school: 'Регион', programme: 'vremya-rosta', cycle: '1' });
    this.#moreCompetencies();
    this.#act('importStaff', { sheet: this.#staffSheet() });
    this.#act('sendSelf');
    this.#answer();
    this.#act('processAnswers');
    this.#act('processAnswers', {}, 'processAnswers снова');
    this.#act('formGroups');
    this.#act('publishGroups');
    this.#act('makeTimetable');
    this.#act('sendInvitations');
    return {
      teachers: this.teachers,
      groups: new Set(this.#director.rows(GROUPS).map(({ group }) => group)).size,
      modules: this.#director.rows(MODULES).length,
      resources: this.#director.rows(BANK).length,
      steps: this.#steps,
    };
  }

  /** Starts the action and follows it to its end, over days where a quota makes it wait. */
  #act(action: ActionId, input: Readonly<Record<string, unknown>> = {}, label: string = action): void {
    this.#recorder.cut('');
    const before = this.workspace.executions.length;
    const begun = performance.now();
    let memory = 0;
    const watched = <T>(work: () => T): T => {
      if (this.probe === undefined) return work();
      const { result, megabytes } = this.probe.watch(work);
      memory = Math.max(memory, megabytes);
      return result;
    };
    let run = watched(() => this.#director.ask({ method: 'start', action, input }));
    while (run.state === 'running' || run.state === 'waiting') {
      const { clock } = this.workspace.world;
      if (run.state === 'waiting') clock.moveTo(clock.now() + DAY_MS);
      const { run: id } = run;
      run = watched(() => this.#director.ask({ method: 'pump', run: id }));
    }
    if (run.state !== 'done') throw new Error(`${action}: ${run.state}: ${run.lines.join(' ')}`);
    const { calls, executions, modelledSeconds: seconds } = this.#recorder.cut(action);
    const ran = this.workspace.executions.slice(before);
    const cost: StepCost = {
      action: label,
      calls: calls.length,
      fewest: fewestOf(calls),
      excess: excessOf(calls),
      fewestInAll: fewestIn(Math.max(1, Math.ceil(seconds / LONGEST_SECONDS)), calls),
      executions,
      seconds,
      longest: Math.max(...ran.map(({ startedAt, endedAt }) => (endedAt - startedAt) / 1000)),
      wallSeconds: (performance.now() - begun) / 1000,
      property: Math.max(0, ...calls.filter((call) => /^Properties\.setPropert/.test(nameOf(call))).map(bytesOf)),
      ...(this.probe === undefined
        ? { text: calls.reduce((most, call) => Math.max(most, longestText(call)), 0) }
        : { memoryMb: memory }),
    };
    this.progress?.(
      `${label}: ${String(executions)} executions, the longest ${cost.longest.toFixed(0)} virtual s; ${cost.wallSeconds.toFixed(1)} s here`,
    );
    this.#steps.push(cost);
  }

  #moreCompetencies(): void {
    const own = this.#director.rows(COMPETENCIES);
    this.#director.addRows(
      COMPETENCIES,
      Array.from({ length: COMPETENCIES_IN_ALL - own.length }, (_unused, index) => ({
        ...own[index % own.length],
        id: `extra.${String(index + 1)}`,
        title: `Дополнительная компетенция ${String(index + 1)}`,
        inNeedsSurvey: 'нет',
      })),
    );
  }

  #staffSheet(): string {
    const subjects = ['математика', 'история', 'физика', 'музыка', 'химия', 'биология'];
    return this.#director.pasteSheet('Список', [
      ['Код', 'ФИО', 'Электронная почта', 'Предметы'],
      ...Array.from({ length: this.teachers }, (_unused, index) => [
        codeOf(index + 1),
        `Учителева У. ${String(index + 1)}`,
        emailOf(index + 1),
        subjects[index % subjects.length] ?? '',
      ]),
    ]);
  }

  /** Everybody answers; surpluses are confirmed by tests; the bank is filled. */
  #answer(): void {
    const [survey] = this.#director.rows(SURVEYS);
    const items = this.#director.rows(QUESTIONS).map(({ spec }) => JSON.parse(spec) as ItemSpec);
    const competencies = this.#director.rows(COMPETENCIES);
    const names = [...new Set(competencies.map(({ area }) => area))];
    const areas = new Map(competencies.map(({ id, area }) => [id, names.indexOf(area) + 1]));
    const ids = competencies.map(({ id }) => id);
    const everybody = Array.from({ length: this.teachers }, (_unused, index) => index + 1);
    for (const n of everybody) {
      const filled = toRespondentAnswers(items, answersOf(n, ids, areas));
      this.workspace.submitForm(survey?.formId ?? '', filled.answers, { email: emailOf(n) });
    }
    this.#director.addRows(
      LEVELS_TABLE,
      everybody.flatMap((n) =>
        ids.flatMap((competency, index) =>
          placeOf(n, index) === 0
            ? [{ cycle: '1', teacher: codeOf(n), competency, source: 'тест', level: '4', date: '03.09.2026' }]
            : [],
        ),
      ),
    );
    this.#director.addRows(
      BANK,
      Array.from({ length: Math.round(this.teachers * RESOURCES_A_TEACHER) }, (_unused, index) => ({
        resource: `Р-${String(index + 1)}`,
        title: `Памятка ${String(index + 1)}`,
        kind: 'алгоритм',
        competency: 'ict.forms',
        author: `Учителева У. ${String((index % this.teachers) + 1)}`,
        state: 'в банке',
      })),
    );
  }
}

/** Of twenty competencies a teacher masters one, and has a deficit in three. */
const placeOf = (n: number, index: number): number => (n * 7 + index * 3) % COMPETENCIES_IN_ALL;

/** What teacher number `n` fills in: a level by a fixed rule, so that every size has the same share of deficits and surpluses. */
function answersOf(n: number, ids: readonly string[], areas: ReadonlyMap<string, number>): Answers {
  const answers: Record<string, Answers[string]> = { consent: 'vr-2026-1' };
  const intents = new Map<number, Record<string, string[]>>();
  ids.forEach((id, index) => {
    const at = placeOf(n, index);
    const level = at === 0 ? 4 : at < 4 ? 1 : 3;
    answers[`level:${id}`] = String(level);
    if (level === 3) return;
    const area = areas.get(id) ?? 1;
    intents.set(area, { ...intents.get(area), [id]: [level === 4 ? 'help' : 'want'] });
  });
  for (const [area, intent] of intents) answers[`intent:${String(area)}`] = intent;
  const bands = ['14:00-15:00', '15:00-16:00'];
  answers['times'] = Object.fromEntries([0, 1, 2].map((more) => [String(((n + more) % 5) + 1), bands]));
  return answers;
}

/** The largest value a call sets. */
function bytesOf({ args }: ServiceCall): number {
  const [first, second] = args;
  const values = typeof first === 'object' && first !== null ? Object.values(first) : [second];
  return Math.max(0, ...values.map((value) => Buffer.byteLength(String(value), 'utf8')));
}

function longestText({ args }: ServiceCall): number {
  let longest = 0;
  for (const arg of args)
    for (const row of Array.isArray(arg) ? (arg as readonly unknown[]) : [])
      for (const cell of Array.isArray(row) ? (row as readonly unknown[]) : [row])
        if (typeof cell === 'string') longest = Math.max(longest, cell.length);
  return longest;
}

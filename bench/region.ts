// `npm run bench -- region [SIZE …]`: the cycle's steps at the size of a school, of a district and of a region.
import { performance } from 'node:perf_hooks';
import { toRespondentAnswers } from '../examples/answers-format';
import { Director } from '../examples/demo/director';
import type { LocalWorkspace, ServiceCall } from '../local/index';
import type { Answers, ItemSpec } from '../src/domain/survey/form-spec';
import type { ActionId } from '../src/shared/contract';
import { BANK, COMPETENCIES, GROUPS, LEVELS_TABLE, MODULES, QUESTIONS, SURVEYS } from '../src/workbook/tables';
import { count, nameOf, Recorder } from './recorder';
import { bars, heading, note, table } from './report';
import { codeOf, emailOf, newWorkspace } from './schools';

/** Teachers; other sizes by the command line, 5000 for a region: that takes long. */
const SIZES = [61, 600];
const COMPETENCIES_IN_ALL = 20;
const RESOURCES_A_TEACHER = 0.6;
/** Executions end before this, in virtual seconds. */
const LONGEST_SECONDS = 4.5 * 60;
const MOST_MEMORY_MB = 300;
/** https://developers.google.com/apps-script/guides/services/quotas */
const PROPERTY_BYTES = 9 * 1024;
const GOAL = 1.2;
const DAY_MS = 86_400_000;

interface StepCost {
  readonly action: string;
  readonly calls: number;
  /** What cannot be done with less: see `fewestOf`. */
  readonly fewest: number;
  readonly executions: number;
  readonly seconds: number;
  /** The longest execution, virtual seconds. */
  readonly longest: number;
  readonly wallSeconds: number;
  /** The largest checkpoint written, bytes. */
  readonly checkpoint: number;
  readonly memoryMb: number;
}

/** Tables that each step cannot do without reading, and those it writes. */
const TOUCHED: Readonly<Partial<Record<ActionId, number>>> = {
  importStaff: 4,
  sendSelf: 9,
  processAnswers: 22,
  formGroups: 12,
  publishGroups: 6,
  makeTimetable: 9,
  sendInvitations: 12,
};

/** A range named, written, made durable; the letter itself. */
const A_LETTER = 4;
/** A range named, and read or written. */
const A_TABLE = 2;
/** Lock and its release, checkpoint read and written, what was written made durable, where the tables are. */
const EVERY_EXECUTION = 6;

/**
 * The calls without which the step's effects cannot be had: each effect's own, a durable intent before each letter, each table once
 * each way, and what every execution needs: as many executions as the modelled time asks for, were each as long as it may be.
 */
function fewestOf(action: ActionId, calls: readonly ServiceCall[], seconds: number): number {
  const letters = count(calls, /^MailApp\.sendEmail$/);
  const effects = count(calls, /^(Calendar|Drive|FormApp|Form|Item|\w+Item|FormResponse)\./);
  const executions = Math.max(1, Math.ceil(seconds / LONGEST_SECONDS));
  return effects + A_LETTER * letters + executions * (EVERY_EXECUTION + A_TABLE * (TOUCHED[action] ?? 8));
}

class Region {
  readonly costs: StepCost[] = [];
  readonly #recorder: Recorder;

  constructor(
    private readonly workspace: LocalWorkspace,
    private readonly director: Director,
  ) {
    this.#recorder = new Recorder(workspace);
  }

  /** Starts the action and follows it to its end, over days where a quota makes it wait. */
  act(action: ActionId, input: Readonly<Record<string, unknown>> = {}): void {
    this.#recorder.cut('');
    const before = this.workspace.executions.length;
    const begun = performance.now();
    let memory = 0;
    const measured = <T>(work: () => T): T => {
      const from = process.memoryUsage().heapUsed;
      const result = work();
      memory = Math.max(memory, process.memoryUsage().heapUsed - from);
      return result;
    };
    let run = measured(() => this.director.ask({ method: 'start', action, input }));
    while (run.state === 'running' || run.state === 'waiting') {
      if (run.state === 'waiting') this.workspace.world.clock.moveTo(this.workspace.world.clock.now() + DAY_MS);
      const { run: id } = run;
      run = measured(() => this.director.ask({ method: 'pump', run: id }));
    }
    if (run.state !== 'done') throw new Error(`${action}: ${run.state}: ${run.lines.join(' ')}`);
    const { calls, executions, modelledSeconds } = this.#recorder.cut(action);
    const ran = this.workspace.executions.slice(before);
    const wallSeconds = (performance.now() - begun) / 1000;
    // A region takes minutes: whoever waits sees where it is.
    const longest = Math.max(...ran.map(({ startedAt, endedAt }) => (endedAt - startedAt) / 1000));
    process.stderr.write(
      `  ${action}: ${String(executions)} executions, the longest ${longest.toFixed(0)} virtual s; ${wallSeconds.toFixed(1)} s here\n`,
    );
    this.costs.push({
      action,
      calls: calls.length,
      fewest: fewestOf(action, calls, modelledSeconds),
      executions,
      seconds: modelledSeconds,
      longest,
      wallSeconds,
      checkpoint: Math.max(0, ...calls.filter((call) => /^Properties\.setPropert/.test(nameOf(call))).map(bytesOf)),
      memoryMb: memory / 1024 ** 2,
    });
  }
}

/** The largest value a call sets. */
function bytesOf({ args }: ServiceCall): number {
  const [first, second] = args;
  const values = typeof first === 'object' && first !== null ? Object.values(first) : [second];
  return Math.max(0, ...values.map((value) => Buffer.byteLength(String(value), 'utf8')));
}

/** What teacher number `n` fills in: a level by a fixed rule, so that every size has the same share of deficits and surpluses. */
function answersOf(n: number, ids: readonly string[], areas: ReadonlyMap<string, number>): Answers {
  const answers: Record<string, Answers[string]> = { consent: 'vr-2026-1' };
  const intents = new Map<number, Record<string, string[]>>();
  ids.forEach((id, index) => {
    const at = (n * 7 + index * 3) % 20;
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

function cycleOf(teachers: number): readonly StepCost[] {
  const workspace = newWorkspace(`Регион на ${String(teachers)}`, 'workspace');
  const director = new Director(workspace);
  const region = new Region(workspace, director);
  workspace.openDocument();
  region.act('setUp', { school: 'Регион', programme: 'vremya-rosta', cycle: '1' });
  const own = director.rows(COMPETENCIES);
  director.addRows(
    COMPETENCIES,
    Array.from({ length: COMPETENCIES_IN_ALL - own.length }, (_unused, index) => ({
      ...own[index % own.length],
      id: `extra.${String(index + 1)}`,
      title: `Дополнительная компетенция ${String(index + 1)}`,
      inNeedsSurvey: 'нет',
    })),
  );
  const subjects = ['математика', 'история', 'физика', 'музыка', 'химия', 'биология'];
  region.act('importStaff', {
    sheet: director.pasteSheet('Список', [
      ['Код', 'ФИО', 'Электронная почта', 'Предметы'],
      ...Array.from({ length: teachers }, (_unused, index) => [
        codeOf(index + 1),
        `Учителева У. ${String(index + 1)}`,
        emailOf(index + 1),
        subjects[index % subjects.length] ?? '',
      ]),
    ]),
  });
  region.act('sendSelf');
  const [survey] = director.rows(SURVEYS);
  const items = director.rows(QUESTIONS).map(({ spec }) => JSON.parse(spec) as ItemSpec);
  const competencies = director.rows(COMPETENCIES);
  const names = [...new Set(competencies.map(({ area }) => area))];
  const areas = new Map(competencies.map(({ id, area }) => [id, names.indexOf(area) + 1]));
  for (let n = 1; n <= teachers; n += 1) {
    const filled = toRespondentAnswers(
      items,
      answersOf(
        n,
        competencies.map(({ id }) => id),
        areas,
      ),
    );
    workspace.submitForm(survey?.formId ?? '', filled.answers, { email: emailOf(n) });
  }
  // Surpluses are confirmed by tests.
  director.addRows(
    LEVELS_TABLE,
    Array.from({ length: teachers }, (_unused, index) => index + 1).flatMap((n) =>
      competencies.flatMap(({ id }, index) =>
        (n * 7 + index * 3) % 20 === 0
          ? [{ cycle: '1', teacher: codeOf(n), competency: id, source: 'тест', level: '4', date: '03.09.2026' }]
          : [],
      ),
    ),
  );
  director.addRows(
    BANK,
    Array.from({ length: Math.round(teachers * RESOURCES_A_TEACHER) }, (_unused, index) => ({
      resource: `Р-${String(index + 1)}`,
      title: `Памятка ${String(index + 1)}`,
      kind: 'алгоритм',
      competency: 'ict.forms',
      author: `Учителева У. ${String((index % teachers) + 1)}`,
      state: 'в банке',
    })),
  );
  region.act('processAnswers');
  region.act('processAnswers');
  region.act('formGroups');
  region.act('publishGroups');
  region.act('makeTimetable');
  region.act('sendInvitations');
  const groups = new Set(director.rows(GROUPS).map(({ group }) => group)).size;
  note(`${String(teachers)} учителей: групп ${String(groups)}, занятий ${String(director.rows(MODULES).length)}`);
  return region.costs;
}

const sum = (costs: readonly StepCost[], of: (cost: StepCost) => number): number =>
  costs.reduce((total, cost) => total + of(cost), 0);

/** Prints what the steps cost at each size, against the bars. */
export function showRegion(asked: readonly number[]): void {
  heading('Размер региона: шаги цикла на обычной модели задержек');
  const sizes = asked.length > 0 ? asked : SIZES;
  const all = sizes.map((teachers) => ({ teachers, costs: cycleOf(teachers) }));
  for (const { teachers, costs } of all) {
    heading(`${String(teachers)} учителей × ${String(COMPETENCIES_IN_ALL)} компетенций`);
    table(
      [
        'шаг',
        'обращений',
        'меньше нельзя',
        'отношение',
        'исполнений',
        'модельных секунд',
        'самое долгое, с',
        'здесь, с',
        'точка, байт',
        'память, МБ',
      ],
      costs.map((cost) => [
        cost.action,
        cost.calls,
        cost.fewest,
        cost.calls / cost.fewest,
        cost.executions,
        cost.seconds,
        cost.longest,
        cost.wallSeconds,
        cost.checkpoint,
        cost.memoryMb,
      ]),
    );
    // The set-up comes once in a programme's life, and what it dresses has no fewest.
    const cycle = costs.filter(({ action }) => action !== 'setUp');
    const [calls, fewest] = [sum(cycle, ({ calls: made }) => made), sum(cycle, (cost) => cost.fewest)];
    bars([
      {
        what: 'самое долгое исполнение, модельных секунд',
        measured: Math.max(...costs.map(({ longest }) => longest)),
        most: LONGEST_SECONDS,
      },
      {
        what: 'память исполнения, МБ',
        measured: Math.max(...costs.map(({ memoryMb }) => memoryMb)),
        most: MOST_MEMORY_MB,
      },
      {
        what: 'самая большая точка, байт',
        measured: Math.max(...costs.map(({ checkpoint }) => checkpoint)),
        most: PROPERTY_BYTES,
      },
      { what: 'обращений к наименьшему числу, весь цикл', measured: calls / fewest, most: GOAL },
    ]);
  }
  const [least] = all;
  if (least === undefined || all.length < 2) return;
  heading('Рост с размером: обращений и модельных секунд на учителя');
  table(
    ['учителей', 'обращений на учителя', 'секунд на учителя'],
    all.map(({ teachers, costs }) => [
      teachers,
      sum(costs, ({ calls }) => calls) / teachers,
      sum(costs, ({ seconds }) => seconds) / teachers,
    ]),
  );
}

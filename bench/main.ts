// `npm run bench`: what the work costs on the typical latency model, each number beside its bar and their ratio.
// `npm run bench -- groups`: the grouping solver alone; `-- region [memory] [SIZE …] [PART …]`: the cycle at the size of a region.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { cycleOfSample } from './cycle';
import { beyondIdle, type EffectCost, invitationsOf, resourcesOf } from './effects';
import { faultsOfSmallCycle } from './faults';
import { showGroups } from './groups-show';
import { ingestOf } from './ingest';
import { beyond, byFamily, count, FAMILY_TITLES } from './recorder';
import { showRegion } from './region';
import { PARTS } from './region-after';
import { bars, heading, note, show, table, verdict } from './report';
import { DIST } from './schools';
import { tableWrites } from './tables';

/** Whatever a person waits for while a menu is built must not read anything. */
const READS = /^(?!(SpreadsheetApp\.getUi|Ui\.create\w+|Menu\.\w+)$)/;
const CODE_BYTES = 200_000;
const DEMO_SECONDS = 30;
const CALLS_AN_ITEM = 4;
const INGEST_CALLS = 8;
const TABLE_CALLS = 3;
/** Beside one call an event or a resource. */
const MORE_FOR_EVENTS = 4;
const MORE_FOR_RESOURCES = 3;
/** A consumer account: https://developers.google.com/apps-script/guides/services/quotas */
const TRIGGER_MINUTES_A_DAY = 90;

function showIngest(): void {
  heading('Чтение ответов одной анкеты (само чтение: известные ответы, форма, новые строки; запуск: и весь пересчёт)');
  const costs = [
    ingestOf(10),
    ingestOf(61),
    ingestOf(600),
    ingestOf(61, { repeated: 15, edited: 0 }),
    ingestOf(61, { repeated: 15, edited: 15 }),
    ingestOf(600, { repeated: 100, edited: 100 }),
  ];
  table(
    ['', 'обращений при чтении', 'во всём запуске', 'модельных секунд', ...FAMILY_TITLES],
    costs.map(({ what, proper, run }) => [
      what,
      proper.length,
      run.calls.length,
      run.modelledSeconds,
      ...byFamily(run.calls),
    ]),
  );
  bars(
    costs.map(({ what, proper }) => ({
      what: `чтение ${what}, обращений`,
      measured: proper.length,
      most: INGEST_CALLS,
    })),
  );
}

function showTables(): void {
  heading('Запись таблицы: обращений, чтобы записать 61 строку');
  const writes = tableWrites();
  table(
    ['таблица', 'столбцов', 'заменить все', 'добавить', 'изменить столбец'],
    writes.map((one) => [one.table, one.columns, one.replace, one.append, one.patch]),
  );
  bars([
    {
      what: 'таблица, обращений (худшая)',
      measured: Math.max(...writes.flatMap(({ replace, append, patch }) => [replace, append, patch])),
      most: TABLE_CALLS,
    },
  ]);
}

/** `service` names the effects' own calls; the rest of what the run does more than an idle one is its bookkeeping. */
function showEffects(what: string, service: RegExp, allowed: number, costs: readonly EffectCost[]): void {
  heading(`${what}: запуск в сравнении с таким же, которому делать нечего`);
  table(
    ['сколько', 'весь запуск', 'без дела', 'разница', 'из неё сам сервис', 'модельных секунд', ...FAMILY_TITLES],
    costs.map((cost) => [
      cost.effects,
      cost.run.calls.length,
      cost.idle.calls.length,
      beyondIdle(cost),
      count(cost.run.calls, service),
      cost.run.modelledSeconds,
      ...byFamily(cost.run.calls),
    ]),
  );
  bars(
    costs.flatMap((cost) => [
      {
        what: `${what}, ${String(cost.effects)}: обращений к самому сервису`,
        measured: count(cost.run.calls, service),
        most: cost.effects + allowed,
      },
      {
        what: `${what}, ${String(cost.effects)}: всех обращений сверх запуска без дела`,
        measured: beyondIdle(cost),
        most: cost.effects + allowed,
      },
    ]),
  );
  const largest = costs[costs.length - 1];
  if (largest !== undefined)
    note(`при ${String(largest.effects)} сверх запуска без дела: ${beyond(largest.run.calls, largest.idle.calls)}`);
}

async function showCycle(): Promise<void> {
  const { onOpen, steps, forms, summary, heartbeats, wallSeconds, cpuSeconds } = await cycleOfSample();
  heading('Открытие таблицы');
  bars([{ what: 'onOpen, чтений', measured: count(onOpen.calls, READS), most: 0, note: beyond(onOpen.calls, []) }]);

  heading('Весь цикл школы из 61 учителя по шагам (вместе с ежечасной проверкой, которая идёт между ними)');
  table(
    ['шаг', 'обращений', 'исполнений', 'модельных секунд', ...FAMILY_TITLES],
    steps.map(({ label, calls, executions, modelledSeconds }) => [
      label,
      calls.length,
      executions,
      modelledSeconds,
      ...byFamily(calls),
    ]),
  );
  note(
    `всего обращений ${String(summary.calls.total)}, модельных минут ${show(summary.calls.modelledSeconds / 60)}, исполнений ${String(summary.executions)}`,
  );
  note(`ежечасных проверок ${String(heartbeats.executions)}, обращений в каждой ${show(heartbeats.callsEach)}`);
  bars([
    {
      what: 'весь показ, секунд на этой машине',
      measured: wallSeconds,
      most: DEMO_SECONDS,
      note: `из них процессор работал ${show(cpuSeconds)}`,
    },
    {
      what: 'проверки за самый полный день, модельных минут',
      measured: heartbeats.minutesOfFullestDay,
      most: TRIGGER_MINUTES_A_DAY,
    },
  ]);

  heading('Создание форм: обращений на вопрос');
  table(
    ['вид', 'форм', 'вопросов', 'на сами вопросы', 'на форму кроме вопросов', 'на вопрос вместе с формой'],
    forms.map(({ kind, forms: made, items, itemCalls, formCalls }) => [
      kind,
      made,
      items,
      itemCalls,
      formCalls / made,
      (itemCalls + formCalls) / items,
    ]),
  );
  bars(
    forms.map(({ kind, items, itemCalls }) => ({
      what: `${kind}, обращений на вопрос`,
      measured: itemCalls / items,
      most: CALLS_AN_ITEM,
    })),
  );
}

function showFaults(): void {
  heading(
    'Сбои в цикле малой школы: ошибка и смерть исполнения, до и после обращения (по два места; все: npm run test:faults)',
  );
  const found = faultsOfSmallCycle();
  table(
    ['действие', 'обращений', 'сбоев', 'пережито'],
    found.map(({ action, calls, tried, survived }) => [action, calls, tried, survived]),
  );
  const lost = found.reduce((sum, { tried, survived }) => sum + tried - survived, 0);
  bars([{ what: 'сбоев, после которых что-то потеряно или сделано дважды', measured: lost, most: 0 }]);
}

if (process.argv.includes('groups')) showGroups();
else if (process.argv.includes('region')) {
  const parts = PARTS.filter((part) => process.argv.includes(part));
  showRegion(
    process.argv.map(Number).filter((size) => size > 0),
    process.argv.includes('memory'),
    parts.length > 0 ? parts : undefined,
  );
} else {
  heading('«Время роста»: измерения на локальном Workspace, модель задержек «обычная»');
  bars([{ what: 'dist/Code.js, байт', measured: statSync(join(DIST, 'Code.js')).size, most: CODE_BYTES - 1 }]);
  await showCycle();
  showIngest();
  showTables();
  showEffects('Приглашения', /^Calendar\./, MORE_FOR_EVENTS, [1, 10, 50].map(invitationsOf));
  showEffects('Материалы банка', /^Drive\./, MORE_FOR_RESOURCES, [1, 5, 15].map(resourcesOf));
  showFaults();
  showGroups();
  showRegion([], false);
}
verdict();

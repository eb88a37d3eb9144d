// Cuts the local Workspace's call log into pieces of work and counts what each cost.
import type { LocalWorkspace, ServiceCall } from '../local/index';

/** What a piece of work cost. */
export interface Cost {
  readonly label: string;
  /** Calls made by the product's executions, in order; not those by which a benchmark plays the people. */
  readonly calls: readonly ServiceCall[];
  readonly executions: number;
  /** Virtual time of those executions by the latency model. */
  readonly modelledSeconds: number;
}

/** Remembers where in the log the last piece ended. */
export class Recorder {
  #call = 0;
  #execution = 0;

  constructor(private readonly workspace: LocalWorkspace) {
    this.cut('');
  }

  /** Everything since the last cut. */
  cut(label: string): Cost {
    const { calls, executions } = this.workspace;
    const mine = calls.slice(this.#call).filter(({ execution }) => execution > 0);
    const ran = executions.slice(this.#execution);
    this.#call = calls.length;
    this.#execution = executions.length;
    return { label, calls: mine, executions: ran.length, modelledSeconds: secondsOf(ran) };
  }

  /** What `work` alone costs. */
  measure(label: string, work: () => unknown): Cost {
    this.cut('');
    work();
    return this.cut(label);
  }
}

const secondsOf = (ran: readonly { startedAt: number; endedAt: number }[]): number =>
  ran.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0) / 1000;

export const nameOf = ({ service, method }: ServiceCall): string => `${service}.${method}`;

/** How many of the calls have a name that fits. */
export const count = (calls: readonly ServiceCall[], pattern: RegExp): number =>
  calls.filter((call) => pattern.test(nameOf(call))).length;

type Numbers = ReadonlyMap<string, number>;

export function byName(calls: readonly ServiceCall[]): Numbers {
  const by = new Map<string, number>();
  for (const call of calls) by.set(nameOf(call), (by.get(nameOf(call)) ?? 0) + 1);
  return by;
}

/** What is in the first beyond the second, names with their numbers: `Range.setValues 6, Properties.setProperty 2`. */
export function beyond(calls: readonly ServiceCall[], others: readonly ServiceCall[]): string {
  const known = byName(others);
  return [...byName(calls)]
    .map(([name, times]) => [name, times - (known.get(name) ?? 0)] as const)
    .filter(([, times]) => times > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([name, times]) => `${name} ${String(times)}`)
    .join(', ');
}

/** Groups of services as a person thinks of them. */
const FAMILIES: readonly (readonly [string, RegExp])[] = [
  [
    'Таблица',
    /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|DeveloperMetadata\w*|DataValidation\w*|Protection)\./,
  ],
  ['Формы', /^(FormApp|Form|Item|\w+Item|FormResponse|ItemResponse)\./],
  ['Календарь', /^Calendar\./],
  ['Диск', /^(Drive|Docs)\./],
  ['Почта', /^MailApp\./],
  ['Свойства и замки', /^(PropertiesService|Properties|CacheService|Cache|LockService|Lock)\./],
];

/** Calls by family, every family in its place, then the rest. */
export function byFamily(calls: readonly ServiceCall[]): readonly number[] {
  const counts = FAMILIES.map(([, pattern]) => count(calls, pattern));
  return [...counts, calls.length - counts.reduce((sum, one) => sum + one, 0)];
}

export const FAMILY_TITLES: readonly string[] = [...FAMILIES.map(([title]) => title), 'Прочее'];

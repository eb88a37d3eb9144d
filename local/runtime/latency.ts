// How long service calls take: virtual time, from a model that can be replaced.
import type { LatencyModel, ServiceCall } from './types';

/**
 * Typical round trips in milliseconds. Google publishes no figures; these are assumptions of the right magnitude, from
 * what its own guidance says: calls to other services are far slower than work within the script and alternating reads
 * and writes are slow (https://developers.google.com/apps-script/guides/support/best-practices). They serve to compare
 * ways of doing the same work and to exercise the 6-minute limit, not to predict seconds on a live account.
 */
const SERVICES: readonly (readonly [RegExp, number])[] = [
  // Google's servers create or copy a file.
  [/^(SpreadsheetApp|FormApp|DocumentApp)\.create$/, 2000],
  [/^Drive\.Files\.(create|copy|update)$/, 1000],
  [/^Docs\.Documents\.(create|batchUpdate)$/, 1000],
  [/^FormApp\.open/, 700],
  // REST round trips.
  [/^Drive\./, 400],
  [/^Calendar\./, 350],
  [/^Docs\./, 500],
  // One change of a form's structure.
  [/^(Form|Item|\w+Item)\.(add|set|create|delete|move)/, 120],
  [/^Form\.getResponses$/, 1500],
  [/^Form/, 40],
  [/^MailApp\.sendEmail$/, 500],
  // Waits until everything pending is written.
  [/^SpreadsheetApp\.flush$/, 300],
  [/^Range\.(get|set)(Display)?Values?$/, 100],
  [/^Range\.(get|set)Formulas?$/, 100],
  [/^(SpreadsheetApp|Spreadsheet|Sheet|Range)\./, 20],
  [/^(Properties|PropertiesService)\./, 50],
  [/^(Cache|CacheService)\./, 20],
  [/^(Lock|LockService)\./, 50],
  [/^(ScriptApp|ClockTriggerBuilder|SpreadsheetTriggerBuilder|FormTriggerBuilder)\./, 300],
  [/^(Ui|Menu)\./, 100],
];
const OTHER = 50;

/** Writing or reading 10,000 cells in one call takes about a second on top of the round trip. */
const PER_ELEMENT = 0.1;

function typicalCall({ service, method }: ServiceCall): number {
  const name = `${service}.${method}`;
  return SERVICES.find(([pattern]) => pattern.test(name))?.[1] ?? OTHER;
}

/** The model behind `latency: 'typical'`. */
export const TYPICAL_LATENCY: LatencyModel = {
  perCall: memoised(typicalCall),
  perElement: () => PER_ELEMENT,
  perExecution: 500,
};

/** The model behind `latency: 'none'`: virtual time stands still. */
export const NO_LATENCY: LatencyModel = { perCall: () => 0, perElement: () => 0, perExecution: 0 };

function memoised(cost: (call: ServiceCall) => number): (call: ServiceCall) => number {
  const known = new Map<string, number>();
  return (call) => {
    const name = `${call.service}.${call.method}`;
    let ms = known.get(name);
    if (ms === undefined) known.set(name, (ms = cost(call)));
    return ms;
  };
}

/** How many array elements a value holds, one level into nested arrays (cells of a 2-D array). */
export function elements(value: unknown): number {
  if (!Array.isArray(value)) return 0;
  let count = 0;
  for (const element of value as unknown[]) count += Array.isArray(element) ? element.length : 1;
  return count;
}

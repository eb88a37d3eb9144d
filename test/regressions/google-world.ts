// The Google side of the product alone, on the services of a local Workspace: no build, no menu, only the ports.
import { createLocalWorkspace, type Fault, type LocalWorkspace, type ServiceCall } from '../../local/index';
import type { Zone } from '../../src/google/workbook/cells';
import { createWorkbook } from '../../src/google/workbook/workbook';

export const TIME_ZONE = 'Asia/Novokuznetsk';
const OFFSET_MS = 7 * 3_600_000;
const SERVICES = ['SpreadsheetApp', 'FormApp', 'Calendar', 'Drive', 'Utilities'];

/** Novokuznetsk: seven hours ahead of UTC all the year. */
export const zone: Zone = {
  toDate: (local) => new Date(Date.parse(`${local}:00Z`) - OFFSET_MS),
  toLocal: (date) => new Date(date.getTime() + OFFSET_MS).toISOString().slice(0, 16),
};

export interface GoogleWorld {
  readonly workspace: LocalWorkspace;
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** The workbook port as a new execution has it. */
  readonly workbook: () => ReturnType<typeof createWorkbook>;
  /** Names of the service calls that `work` makes, but for those that only name a place. */
  readonly callsOf: (work: () => void) => string[];
  /** What happens to the calls from now on. */
  fault: ((call: ServiceCall) => Fault | undefined) | undefined;
}

/** A Workspace with one empty spreadsheet, its services put where Apps Script has them. */
export function googleWorld(): GoogleWorld {
  const conditions: Pick<GoogleWorld, 'fault'> = { fault: undefined };
  const workspace = createLocalWorkspace({
    now: new Date('2026-09-01T02:00:00Z'),
    timeZone: TIME_ZONE,
    locale: 'ru_RU',
    user: 'director@school.example',
    faults: (call) => conditions.fault?.(call),
  });
  workspace.createSpreadsheet('Школа');
  for (const name of SERVICES) Object.assign(globalThis, { [name]: workspace.globals[name] });
  const spreadsheet = SpreadsheetApp.getActive();
  return Object.assign(conditions, {
    workspace,
    spreadsheet,
    workbook: () => createWorkbook(spreadsheet, zone),
    callsOf: (work: () => void) => {
      const before = workspace.calls.length;
      work();
      return workspace.calls.slice(before).map(({ method }) => method);
    },
  });
}

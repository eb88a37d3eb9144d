// What else happens while a press is being made good.
import type { LocalWorkspace } from '../../local/index';
import type { Reply, Request, RunView } from '../../src/shared/contract';
import { MATRIX_VIEW } from '../../src/workbook/matrix-view';
import { PLAN_VIEW } from '../../src/workbook/plan-view';
import { BANK, JOURNAL, LEDGER, SELF_CHECK, SURVEYS } from '../../src/workbook/tables';

/** Something that happens before the person presses again; undisturbed, after the press. */
export interface Between {
  /** It may come again: then it changes nothing more. */
  readonly act: (workspace: LocalWorkspace) => void;
  /** What it leaves of its own, in the journal and on a sheet: nobody sees there how the press came to its end. */
  readonly own?: { readonly action: string; readonly sheet: string };
}

/** The hour strikes before the person is back. */
export const beat: Between = { act: (workspace) => void workspace.run('onHeartbeat') };

const OWN = 'Моё';
/** Written whole: a column of somebody's own does not stay there, whatever happens. */
const VIEWS: readonly string[] = [MATRIX_VIEW.title, PLAN_VIEW.title];

/** Not those in whose order events, forms and means are made: the end would be another order, and only that. */
const SORTED = [SURVEYS, BANK, JOURNAL, LEDGER];

/** The person sees that nothing came of it, and meanwhile makes a column of his own in front of ours on each sheet that has headings. */
export const edit: Between = {
  act({ globals }) {
    const { SpreadsheetApp: app } = globals as { SpreadsheetApp: typeof SpreadsheetApp };
    for (const sheet of app.getActive().getSheets()) {
      const isOurs = sheet.getLastRow() > 0 && !VIEWS.includes(sheet.getName());
      if (!isOurs || sheet.getRange(1, 1).getValue() === OWN) continue;
      sheet.insertColumnBefore(1);
      sheet.getRange(1, 1).setValue(OWN);
    }
  },
};

/** The person sorts what the product writes down, by all its columns. */
export const sort: Between = {
  act({ globals }) {
    const { SpreadsheetApp: app } = globals as { SpreadsheetApp: typeof SpreadsheetApp };
    for (const { title } of SORTED) {
      const sheet = app.getActive().getSheetByName(title);
      const [rows, columns] = [(sheet?.getLastRow() ?? 0) - 1, sheet?.getLastColumn() ?? 0];
      if (rows < 2) continue;
      sheet?.getRange(2, 1, rows, columns).sort(Array.from({ length: columns }, (_unused, index) => index + 1));
    }
  },
};

/** The person presses another button, which only looks, as far as it lets itself be pressed: another run may be open. */
export const another: Between = {
  own: { action: 'Самопроверка…', sheet: SELF_CHECK.title },
  act(workspace) {
    const ask = (request: Request): RunView | undefined => {
      const reply = workspace.rpc('rpc', request) as Reply<RunView>;
      return reply.ok ? reply.value : undefined;
    };
    let run = ask({ method: 'start', action: 'selfCheck', input: { mode: 'check' } });
    while (run?.state === 'running') run = ask({ method: 'pump', run: run.run });
  },
};

// What else happens while a press is being made good.
import type { LocalWorkspace } from '../../local/index';
import { MATRIX_VIEW } from '../../src/workbook/matrix-view';
import { PLAN_VIEW } from '../../src/workbook/plan-view';

/** Something that happens before the person presses again; undisturbed, after the press. It may come again: then it changes nothing more. */
export type Between = (workspace: LocalWorkspace) => void;

/** The hour strikes before the person is back. */
export const beat: Between = (workspace) => void workspace.run('onHeartbeat');

const OWN = 'Моё';
/** Written whole: a column of somebody's own does not stay there, whatever happens. */
const VIEWS: readonly string[] = [MATRIX_VIEW.title, PLAN_VIEW.title];

/** The person sees that nothing came of it, and meanwhile makes a column of his own in front of ours on each sheet that has headings. */
export const edit: Between = ({ globals }) => {
  const { SpreadsheetApp: app } = globals as { SpreadsheetApp: typeof SpreadsheetApp };
  for (const sheet of app.getActive().getSheets()) {
    if (VIEWS.includes(sheet.getName()) || sheet.getLastRow() === 0 || sheet.getRange(1, 1).getValue() === OWN)
      continue;
    sheet.insertColumnBefore(1);
    sheet.getRange(1, 1).setValue(OWN);
  }
};

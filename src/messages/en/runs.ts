// Runs and their undoing: English.
import type { RUNS as RU } from '../ru/runs';
import type { Wording } from '../wording';

export const RUNS: Readonly<Record<keyof typeof RU, Wording>> = {
  'run.another': 'Another run is under way: {run}, “{@action.+action}”. Wait for its end or stop it in the sidebar.',
  'run.busy': 'The workbook is busy: another run has not finished its step yet. Wait a minute and try again.',
  'run.unknown':
    '{?run}There is no run {run}. Check the number on the sheet “Журнал”.{:}No run is chosen. Take the number from the sheet “Журнал”.{/}',
  'run.inputLost':
    'The run broke off: a large file or list is not kept between steps. Start the action again and do not close the sidebar. What is done is not done twice.',
  'run.left': 'Done: {done}, left: {left}.',
  'run.stopped': 'Stopped as you wished. What was done stays; start the action again to go on.',
  'run.otherUser':
    'Run {run} was started by another user ({by}), who alone can go on with it. Wait for its end, or stop it in the sidebar.',

  'undo.will': 'Run {run} will be undone: what it made goes to the bin or is deleted.',
  'undo.nothing': 'Run {run} made nothing, so there is nothing to undo. It will be marked as undone in the journal.',
  'undo.already': 'Run {run} is undone already. Choose another.',
  'undo.count.event': 'Events to cancel',
  'undo.count.planEvent': 'Plan dates to take out of the calendar',
  'undo.count.report': 'Files of results into the bin',
  'undo.count.form': 'Forms to the bin',
  'undo.count.folder': 'Folders to the bin',
  'undo.count.file': 'Files to the bin',
  'undo.count.document': 'Documents to the bin',
  'undo.count.groups': 'Groups back to draft',
  'undo.count.moves': 'Sessions back to their earlier time',
  'undo.count.rows': 'Rows to delete',
  'undo.folders': '{count} {count|folder stays|folders stay}, with resources of other runs inside.',
  'undo.moves':
    'They stay where they are now ({modules}): since then these sessions were moved again, sent out or removed.',
  'undo.staff':
    '{count} {count|row stays|rows stay} on the sheet “Сотрудники”: there are answers or groups of these people already.',
  'undo.letters':
    '{count} {count|letter is|letters are} gone already and cannot be taken back. If need be, tell the addressees.',
  'undo.going': 'Undone: {done}.',
  'undo.done': 'Run {run} is undone. Things taken back: {effects}, rows deleted: {rows}.',
};

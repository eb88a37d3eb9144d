// Moves of lessons taken back or done again: after a death in between.
import type { ActionId } from '../../src/shared/contract';
import { MODULE_CHANGES } from '../../src/workbook/tables';
import { Death, dyingAtWrite } from './death';
import { placesOf } from './modules';
import { timetabled } from './school';
import { deskAt } from './workspace';

// docs/architecture.md: a step may be run again from the same cursor after dying anywhere inside.
describe('taking a move back that dies in between is finished by whoever opens the panel, and takes back nothing else', () => {
  it.each(['undo', 'redo', 'undoRun'])('%s', (how) => {
    const failed: string[] = [];
    for (let nth = 1; ; nth++) {
      const death = new Death();
      const desk = deskAt(timetabled, { faults: death.faults });
      const go = (date: string, time: string): string =>
        desk.press('moveModule', { what: 'move', module: 'Г-01-1', date, time }).run.run;
      go('2026-09-23', '15:00-16:00');
      const first = placesOf(desk);
      const run = go('2026-09-25', '16:00-17:00');
      const second = placesOf(desk);
      if (how === 'redo') desk.press('moveModule', { what: 'undo' });
      const [wanted, states] = how === 'redo' ? [second, 'сделано сделано'] : [first, 'сделано отменено'];
      const action: ActionId = how === 'undoRun' ? 'undoRun' : 'moveModule';
      const input: Readonly<Record<string, string>> = how === 'undoRun' ? { run } : { what: how };
      const list = (): string =>
        desk
          .rows(MODULE_CHANGES)
          .map(({ state }) => state)
          .join(' ');
      const ended = dyingAtWrite(desk, death, nth, action, input);
      if (ended === undefined) break;
      if (ended === '' && list() !== states) desk.press(action, input);
      if (JSON.stringify(placesOf(desk)) !== JSON.stringify(wanted) || list() !== states)
        failed.push(`write ${String(nth)}: ${placesOf(desk).join('; ')}; list: ${list()}; said: ${ended}`);
    }
    expect(failed).toEqual([]);
  });
});

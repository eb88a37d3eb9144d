// A school whose ledger and register of routes are as long as a region's: padded with what is past.
import { LEDGER, ROUTES } from '../../src/workbook/tables';
import { invited } from './school';
import type { Stage } from './workspace';

/** Longer than what is read whole for being short. */
const LONG = { ledger: 10_100, routes: 3400 };

export const longTables: Stage = {
  name: 'long tables',
  after: invited,
  carryOut: (desk) => {
    desk.director.addRows(
      LEDGER,
      Array.from({ length: LONG.ledger }, (_unused, n) => ({
        key: `old ${String(n)}`,
        kind: 'письмо',
        what: 'Прежнее письмо',
        who: `old${String(n)}@school.example`,
        state: 'сделано',
        run: 'З-0000',
        at: '01.09.2025 10:00',
      })),
    );
    desk.director.addRows(
      ROUTES,
      Array.from({ length: LONG.routes }, (_unused, n) => ({
        name: 'Бывший Сотрудник',
        title: 'Прежняя компетенция',
        role: 'осваивает',
        closed: '30.05.2026',
        cycle: '0',
        teacher: `Б-${String(n)}`,
        competency: 'old',
        item: `0|Б-${String(n)}|old|learns`,
      })),
    );
    desk.workspace.save();
  },
};

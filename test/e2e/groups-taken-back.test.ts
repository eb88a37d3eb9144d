// Changes of groups taken back or done again by an execution that dies in between.
import type { ActionId } from '../../src/shared/contract';
import { GROUP_CHANGES, GROUPS, STAFF } from '../../src/workbook/tables';
import { Death, dyingAtWrite } from './death';
import type { Desk } from './desk';
import { grouped, PEOPLE, published } from './school';
import { deskAt } from './workspace';

const { crane, frost, hail, winter } = PEOPLE;
const seats = (desk: Desk): readonly string[] =>
  desk
    .rows(GROUPS)
    .map(({ group, slot, role, teacher, state }) => [group, slot, role, teacher, state].join(' '))
    .sort();
const SWAP = { what: 'swap', person: hail.code, from: 'Г-01', other: winter.code, to: 'Г-02', why: 'так удобнее' };

interface Taking {
  readonly action: ActionId;
  readonly input: Readonly<Record<string, string>>;
  /** The groups when it is done. */
  readonly wanted: readonly string[];
  /** States of the rows of «Изменения групп» then. */
  readonly states: string;
}

/** An edit before the one that is taken back stands, so that taking back one too many would be seen. */
const KINDS: readonly (readonly [string, (faults: Death['faults']) => readonly [Desk, Taking]])[] = [
  [
    'an edit of published groups, by the editor',
    (faults) => {
      const desk = deskAt(published, { faults });
      desk.press('editGroups', { what: 'remove', person: frost.code, from: 'Г-01', why: 'болеет' });
      const wanted = seats(desk);
      desk.press('editGroups', SWAP);
      return [desk, { action: 'editGroups', input: { what: 'undo' }, wanted, states: 'сделано отменено' }];
    },
  ],
  [
    'an edit of published groups, by its run',
    (faults) => {
      const desk = deskAt(published, { faults });
      desk.press('editGroups', { what: 'remove', person: frost.code, from: 'Г-01', why: 'болеет' });
      const wanted = seats(desk);
      const { run } = desk.press('editGroups', SWAP).run;
      return [desk, { action: 'undoRun', input: { run }, wanted, states: 'сделано отменено' }];
    },
  ],
  ...(['editGroups', 'undoRun'] as const).map(
    (action) =>
      [
        `a forming over drafts, by ${action}`,
        (faults: Death['faults']) => {
          const desk = deskAt(grouped, { faults });
          desk.press('editGroups', { what: 'remove', person: hail.code, from: 'Г-01' });
          desk.type(STAFF, ({ code }) => code === crane.code, 'included', 'нет');
          const wanted = seats(desk);
          const { run } = desk.press('formGroups').run;
          const input: Readonly<Record<string, string>> = action === 'undoRun' ? { run } : { what: 'undo' };
          return [desk, { action, input, wanted, states: 'сделано отменено' }] as const;
        },
      ] as const,
  ),
];

// docs/architecture.md: a step may be run again from the same cursor after dying anywhere inside.
describe('taking back that dies in between is finished by whoever opens the panel, and takes back nothing else', () => {
  it.each(KINDS)('%s', (_what, prepare) => {
    const failed: string[] = [];
    // Every write while the groups are taken back; of what follows, which is told anew, every third.
    for (let nth = 1; ; nth += nth < 8 ? 1 : 3) {
      const death = new Death();
      const [desk, { action, input, wanted, states }] = prepare(death.faults);
      const ended = dyingAtWrite(desk, death, nth, action, input);
      if (ended === undefined) break;
      const begun = desk
        .rows(GROUP_CHANGES)
        .map(({ state }) => state)
        .join(' ');
      // It died before anything was done: the button is pressed again.
      if (ended === '' && begun !== states) desk.press(action, input);
      const after = desk
        .rows(GROUP_CHANGES)
        .map(({ state }) => state)
        .join(' ');
      if (JSON.stringify(seats(desk)) !== JSON.stringify(wanted) || after !== states)
        failed.push(
          `write ${String(nth)}: ${String(seats(desk).length)} rows of groups, list: ${after}; said: ${ended}`,
        );
    }
    expect(failed).toEqual([]);
  });
});

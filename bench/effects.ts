// Bars: E invitations take at most E + 4 calls, R resources at most R + 3, beside what a run with nothing to do reads anyway.
import { BANK, GROUPS, MODULES } from '../src/workbook/tables';
import type { Cost } from './recorder';
import { type Bench, codeOf, runAction, schoolOf } from './schools';

export interface EffectCost {
  readonly effects: number;
  readonly run: Cost;
  /** The same action pressed again: it reads everything and finds nothing to do. */
  readonly idle: Cost;
}

/** Calls of the run beyond those of one with nothing to do. */
export const beyondIdle = ({ run, idle }: EffectCost): number => run.calls.length - idle.calls.length;

const COMPETENCY = 'ict.forms';
/** A consultant and four consultees. */
const GROUP_SIZE = 5;
/** Modules a day, one after another from 8:00. */
const MODULES_A_DAY = 10;

/**
 * Sends the invitations to that many modules, each of a group of its own. They join a round that is open already: the two
 * feedback forms which open a round are counted with the forms.
 */
export function invitationsOf(events: number): EffectCost {
  const bench = schoolOf((events + 1) * GROUP_SIZE);
  const { director } = bench;
  const numbers = Array.from({ length: events + 1 }, (_unused, index) => index);
  director.addRows(
    GROUPS,
    numbers.flatMap((group) =>
      Array.from({ length: GROUP_SIZE }, (_unused, seat) => ({
        group: groupId(group),
        role: seat === 0 ? 'консультант' : 'консультируемый',
        competency: COMPETENCY,
        teacher: codeOf(group * GROUP_SIZE + seat + 1),
        state: 'опубликована',
        cycle: '1',
      })),
    ),
  );
  const module = (group: number, round: string): Record<string, string> => ({
    module: `М-${String(group + 1)}`,
    group: groupId(group),
    date: `${String(5 + Math.floor(group / MODULES_A_DAY)).padStart(2, '0')}.10.2026`,
    start: `${String(8 + (group % MODULES_A_DAY)).padStart(2, '0')}:00`,
    end: `${String(8 + (group % MODULES_A_DAY)).padStart(2, '0')}:45`,
    state: 'черновик',
    round,
    cycle: '1',
  });
  director.addRows(MODULES, [module(0, '')]);
  runAction(director, 'sendInvitations');
  const round = director.rows(MODULES)[0]?.round ?? '';
  director.addRows(
    MODULES,
    numbers.slice(1).map((group) => module(group, round)),
  );
  return twice(bench, events, {
    press: () => {
      runAction(director, 'sendInvitations');
    },
    done: () => director.rows(MODULES).filter(({ eventId }) => eventId !== '').length - 1,
  });
}

const groupId = (number: number): string => `Г-${String(number + 1).padStart(2, '0')}`;

/** Files that many small files into the bank: no more than one page call has time for, since a page waits for all of them. */
export function resourcesOf(resources: number): EffectCost {
  const bench = schoolOf(10);
  const { director } = bench;
  runAction(director, 'setUpBank');
  const list = Array.from({ length: resources }, (_unused, index) => ({
    title: `Памятка ${String(index + 1)}`,
    kind: 'algorithm',
    competency: COMPETENCY,
    author: 'Методический совет',
    annotation: 'Как проверить форму перед уроком.',
    tags: 'формы',
    file: { name: `Памятка ${String(index + 1)}.txt`, contentType: 'text/plain', base64: 'MQ==' },
  }));
  return twice(bench, resources, {
    press: () => {
      runAction(director, 'fileResources', { resources: list });
    },
    done: () => director.rows(BANK).length,
  });
}

/** Presses the button, then again when all is done. */
function twice(
  { recorder }: Bench,
  effects: number,
  work: { readonly press: () => void; readonly done: () => number },
): EffectCost {
  const run = recorder.measure('run', work.press);
  if (work.done() !== effects) throw new Error(`of ${String(effects)} effects ${String(work.done())} were made`);
  return { effects, run, idle: recorder.measure('idle', work.press) };
}

// «Акт об уничтожении персональных данных» with the extract from the log: no name in either.
// What they must hold: order of Roskomnadzor of 28.10.2022 No. 179, items 3 and 5; both are kept for three years.
import type { Message } from '../../domain/message';
import { QUESTIONS } from '../../workbook/tables';
import { loadSettings } from '../context';
import type { Ports } from '../ports';
import { dotted } from '../surveys/plan';
import { type Paper, writePaper } from './papers';
import type { Amount } from './traces';

export type EraseReason = 'withdrawn' | 'ended' | 'term';
export const ERASE_REASONS: readonly EraseReason[] = ['withdrawn', 'ended', 'term'];

export interface Destroyed {
  /** The person's code, or how many records of whom. */
  readonly whose: Message;
  readonly reason: EraseReason;
  readonly amounts: readonly Amount[];
  readonly responses: number;
  readonly events: number;
  readonly files?: FilesGone;
  /** What stays all the same. */
  readonly kept?: readonly Message[];
}

export interface FilesGone {
  /** Deleted. */
  readonly gone: number;
  /** Names and descriptions cleaned. */
  readonly renamed: number;
  /** Looked through for mentions. */
  readonly documents: number;
}

/** Writes the act, once for a run, and gives its link. */
export function writeAct(ports: Ports, run: string, paper: Paper, destroyed: Destroyed): string {
  const { say } = ports.words;
  const settings = loadSettings(ports);
  const at = ports.clock.localNow();
  const when = `${dotted(at.slice(0, 10))} ${at.slice(11)}`;
  const fields = {
    number: run,
    date: dotted(at.slice(0, 10)),
    operator: settings.ok ? settings.value.school : '',
    system: ports.workbook.id(),
    whose: say(destroyed.whose),
    reason: say({ code: `erase.reason.${destroyed.reason}` }),
    by: ports.user(),
  };
  // As many items of forms are reworded as their descriptions here.
  const questions = destroyed.amounts.find(({ table }) => table === QUESTIONS.title)?.cells ?? 0;
  const lines: readonly Message[] = [
    ...destroyed.amounts.map(({ table, rows, cells }) => ({ code: 'act.table', fields: { when, table, rows, cells } })),
    { code: 'act.responses', fields: { when, count: destroyed.responses } },
    { code: 'act.events', fields: { when, count: destroyed.events } },
    ...(destroyed.files === undefined
      ? []
      : [
          { code: 'act.questions', fields: { when, count: questions } },
          { code: 'act.files', fields: { when, ...destroyed.files } },
        ]),
    ...(destroyed.kept === undefined ? [] : [{ code: 'act.kept' }, ...destroyed.kept]),
  ];
  const text = [say({ code: 'act.text', fields }), say({ code: 'act.log', fields }), ...lines.map(say)].join('\n');
  return writePaper(ports, run, paper, {
    name: say({ code: 'act.file', fields: { run } }),
    contentType: 'text/plain',
    text: `\ufeff${text}\n`,
  });
}

// «Удалить данные человека»: one person out of everything the product keeps, with an act. It cannot be undone.
import type { Message, Outcome } from '../../domain/message';
import { STAFF, TABLES } from '../../workbook/tables';
import { type Action, type Field, finished, type RunInfo, type Step, textOf } from '../action';
import { isCopy, COPIED, loadSettings } from '../context';
import { Ledger, effectKey } from '../effects';
import type { Ports } from '../ports';
import { park, parkedRun, type RunRecord } from '../runs/record';
import type { PersonFinder } from '../../domain/personal/person';
import { ERASE_REASONS, type EraseReason, type FilesGone, writeAct } from './act';
import { fileTraces, forgetFiles } from './files';
import { eventsOf, forgetEvents, forgetResponses, forgetRights, responsesOf } from './outside';
import { type Paper, paperIds } from './papers';
import { keepQuiet, quietModules } from './quiet';
import { finderOf, labelOf, standOf, type Subject, subjectOf } from './subject';
import { type Amount, amountOf, eraseFrom, traceIn, tracesOf } from './traces';

interface EraseInput extends Subject {
  readonly reason: EraseReason;
}

interface EraseCursor {
  readonly phase: 'forms' | 'events' | 'files' | 'tables' | 'act';
  /** Row of the last survey gone through, then number of the next document, then of the next table. */
  readonly at: number;
  readonly paper: Paper;
  readonly quiet: readonly string[];
  readonly amounts: readonly Amount[];
  /** Responses deleted, as far as executions that died did not take the number with them. */
  readonly responses: number;
  /** What there was at the beginning: the act must not tell of less because an execution died after deleting. */
  readonly known: number;
  readonly events: number;
  readonly files: FilesGone;
}

/** The staff list goes last: until then the person can be found when the button is pressed again. */
const ORDER = [...TABLES.filter((table) => table !== STAFF), STAFF];
/** Steps as the progress bar counts them. */
const TOTAL = 5;

export const personField = (): Field => ({ name: 'person', kind: 'text', required: true });

export const erasePerson: Action<EraseInput, EraseCursor> = {
  id: 'erasePerson',

  fields: (ports) => [
    personField(),
    {
      name: 'reason',
      kind: 'choice',
      required: true,
      options: ERASE_REASONS.map((value) => ({ value, label: ports.words.say({ code: `erase.reason.${value}` }) })),
    },
  ],

  read(ports, raw): Outcome<EraseInput> {
    const settings = loadSettings(ports);
    if (!settings.ok && settings.problems.includes(COPIED)) return settings;
    if (settings.ok && isCopy(ports, settings.value.book)) return { ok: false, problems: [COPIED] };
    const reason = ERASE_REASONS.find((one) => one === raw['reason']);
    if (reason === undefined) return { ok: false, problems: [{ code: 'erase.reason.none' }] };
    const typed = textOf(raw, 'person', 300) ?? '';
    const subject = subjectOf(ports, typed);
    if (!subject.ok) return subject;
    return tracesOf(ports, finderOf(ports, subject.value)).length === 0
      ? { ok: false, problems: [{ code: 'person.unknown', fields: { found: typed } }] }
      : { ok: true, value: { ...subject.value, reason } };
  },

  preview(ports, input) {
    const finder = finderOf(ports, input);
    const amounts = tracesOf(ports, finder).map(amountOf);
    const events = eventsOf(ports, finder).length;
    const files = filesOf(ports, input, finder);
    const sheets = ownSheets(ports, finder.clean);
    return {
      ok: true,
      value: {
        lines: [{ code: 'erase.will', fields: { code: labelOf(ports, input) } }, { code: 'erase.forever' }],
        counts: [
          ...amounts.map((amount) => ({
            label: { code: 'link.sheet', fields: { table: amount.table } },
            value: ports.words.say({ code: 'erase.amount', fields: { rows: amount.rows, cells: amount.cells } }),
          })),
          { label: { code: 'erase.count.events' }, value: String(events) },
          { label: { code: 'erase.count.gone' }, value: String(files.gone) },
          { label: { code: 'erase.count.cleaned' }, value: String(files.renamed + files.documents) },
        ],
        warnings: [
          ...(sheets.length > 0 ? [{ code: 'erase.ownSheets', fields: { sheets } }] : []),
          ...(input.namesake ? [{ code: 'erase.namesake' }] : []),
          { code: 'erase.left' },
        ],
      },
    };
  },

  step(ports, run, input, cursor) {
    const finder = finderOf(ports, input);
    if (cursor === undefined) {
      const amounts = tracesOf(ports, finder).map(amountOf);
      const begun: EraseCursor = {
        phase: 'forms',
        at: 0,
        paper: paperIds(ports),
        quiet: quietModules(ports, input, finder),
        amounts,
        responses: 0,
        known: responsesOf(ports, finder).size,
        events: eventsOf(ports, finder).length,
        files: filesOf(ports, input, finder),
      };
      return going(begun, 0);
    }
    if (cursor.phase === 'forms') {
      const { after, responses } = forgetResponses(ports, input, finder, cursor.at);
      const next = { ...cursor, responses: cursor.responses + responses };
      return after === undefined ? going({ ...next, phase: 'events', at: 0 }, 1) : going({ ...next, at: after }, 0);
    }
    if (cursor.phase === 'events') {
      if (forgetEvents(ports, finder).more) return going(cursor, 1);
      forgetRights(ports, input);
      return going({ ...cursor, phase: 'files', at: 0 }, 2);
    }
    if (cursor.phase === 'files') {
      const at = forgetFiles(ports, input, finder, standOf(ports), cursor.at);
      return at === undefined ? going({ ...cursor, phase: 'tables', at: 0 }, 3) : going({ ...cursor, at }, 2);
    }
    if (cursor.phase === 'tables') {
      let { at } = cursor;
      const goesOn = ports.clock.stretch();
      for (let table = ORDER[at]; table !== undefined; table = ORDER[at]) {
        if (at > cursor.at && !goesOn()) return going({ ...cursor, at }, 3);
        eraseFrom(ports, traceIn(ports, table, finder));
        at += 1;
      }
      return going({ ...cursor, phase: 'act' }, 4);
    }
    return close(ports, run, input, cursor);
  },
};

const going = (cursor: EraseCursor, done: number): Step<EraseCursor> => ({
  state: 'going',
  cursor,
  done,
  total: TOTAL,
  line: { code: `erase.phase.${cursor.phase}` },
});

/** What is left: views, what waits, the code that must not be given again, the act. */
function close(ports: Ports, run: RunInfo, input: EraseInput, cursor: EraseCursor): Step<EraseCursor> {
  const finder = finderOf(ports, input);
  const responses = Math.max(cursor.responses, cursor.known);
  ports.workbook.cleanViews(TABLES, finder.is, finder.clean);
  keepQuiet(ports, cursor.quiet);
  const parked = parkedRun(ports);
  if (parked !== undefined) park(ports, JSON.parse(finder.clean(JSON.stringify(parked))) as RunRecord);
  keepCode(ports, run.run, input.person.code);
  const whose: Message = { code: 'act.whose', fields: { code: labelOf(ports, input) } };
  const { reason } = input;
  const url = writeAct(ports, run.run, cursor.paper, { ...cursor, responses, whose, reason });
  const rows = cursor.amounts.reduce((sum, amount) => sum + amount.rows, 0);
  const cells = cursor.amounts.reduce((sum, amount) => sum + amount.cells, 0);
  const { events, files } = cursor;
  return finished(
    [{ code: 'erase.done', fields: { rows, cells, responses, events, ...files } }, { code: 'erase.keepAct' }],
    [{ label: { code: 'link.act' }, url }],
  );
}

/** Counted at the beginning: a death between doing and counting must not lessen what the act says. */
function filesOf(ports: Ports, input: EraseInput, finder: PersonFinder): FilesGone {
  const { gone, renamed, documents } = fileTraces(ports, input, finder);
  return { gone: gone.length, renamed: renamed.length, documents: documents.length };
}

/** A code that was somebody's is never given to somebody else: the list of staff asks here (`usedCodes`). */
function keepCode(ports: Ports, run: string, code: string): void {
  if (code === '') return;
  const ledger = new Ledger(ports, run);
  const key = effectKey(ports, 'erased', code);
  ledger.intend([{ key, kind: 'erased', what: '', who: '', ref: code }]);
  ledger.settle([{ key, state: 'done' }]);
}

/** The school's own sheets that name the person: only their owner may change them. */
function ownSheets(ports: Ports, clean: (text: string) => string): readonly string[] {
  return ports.workbook
    .sheets()
    .filter(({ table }) => table === undefined)
    .filter(({ sheetId }) => ports.workbook.readText(sheetId).some((line) => line.some((cell) => clean(cell) !== cell)))
    .map(({ title }) => title);
}

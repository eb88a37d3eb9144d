// «Составить аналитическую справку» (A15): a document of the director's own, made once a cycle and written anew on every press.
import type { Message, Outcome } from '../../domain/message';
import type { NoteFacts } from '../../domain/note/facts';
import { noteOf } from '../../domain/note/note';
import { summaryText } from '../../domain/note/summary';
import { Writer } from '../../domain/note/writer';
import { LEDGER } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { notSetUp } from '../context';
import { effectKey, Ledger } from '../effects';
import { standingFolder } from '../own-folder';
import type { Ports } from '../ports';
import { loadNote, NOTE_TABLES, noteCycles, type NoteData } from './load';

export const writeNote: Action<{ readonly cycle: string }, never> = {
  id: 'writeNote',

  fields: (ports) => {
    const { all, proposed } = noteCycles(ports);
    return [
      {
        name: 'cycle',
        kind: 'choice',
        required: true,
        options: all.map((cycle) => ({ value: cycle, label: cycle })),
        value: proposed,
      },
    ];
  },

  read(ports, raw) {
    const missing = notSetUp(ports, ...NOTE_TABLES, LEDGER);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const { all, proposed } = noteCycles(ports);
    const typed = textOf(raw, 'cycle', 50);
    const cycle = typed === '' ? proposed : typed;
    // Without a single cycle the settings cannot be read: the preview says what is wrong with them.
    return cycle !== undefined && (all.length === 0 || all.includes(cycle))
      ? { ok: true, value: { cycle } }
      : { ok: false, problems: [{ code: 'note.cycle.none', fields: { cycles: all } }] };
  },

  preview(ports, { cycle }) {
    const loaded = noteToWrite(ports, cycle);
    if (!loaded.ok) return loaded;
    const { facts, context } = loaded.value;
    const key = noteKey(ports, facts.cycle);
    const isThere = new Ledger(ports, '').state(key) === 'done' && ports.docs.find(key) !== undefined;
    const say = (message: Message): string => ports.words.say(message);
    return {
      ok: true,
      value: {
        lines: [
          { code: isThere ? 'note.will.rewrite' : 'note.will.make', fields: { cycle: facts.cycle } },
          { code: 'note.will.sections', fields: { sheets: sheetsOf(facts) } },
          { code: 'note.will.private' },
        ],
        counts: [],
        example: {
          kind: 'text',
          title: say({ code: 'note.summary' }),
          body: summaryText(new Writer(say), facts),
        },
        warnings: [...gapsOf(facts), ...context.problems.slice(0, 10)],
      },
    };
  },

  step(ports, run, { cycle }) {
    const loaded = noteToWrite(ports, cycle);
    if (!loaded.ok) return { state: 'refused', problems: loaded.problems };
    const { facts } = loaded.value;
    const { made, folderLost, id } = writeDocument(ports, new Ledger(ports, run.run), facts);
    return finished(
      [
        { code: made ? 'note.made' : 'note.rewritten', fields: { cycle: facts.cycle } },
        ...(folderLost ? [{ code: 'folder.lost', fields: { name: ports.words.say({ code: 'note.folder' }) } }] : []),
        ...gapsOf(facts),
      ],
      [{ label: { code: 'link.note' }, url: ports.docs.link(id) }],
    );
  },
};

/** Refused while nothing at all is known. */
function noteToWrite(ports: Ports, cycle: string): Outcome<NoteData> {
  const loaded = loadNote(ports, cycle);
  if (!loaded.ok) return loaded;
  const { surveys, competencies, groups, plan, indicators } = loaded.value.facts;
  const nothing =
    surveys.length === 0 &&
    competencies.rows.length === 0 &&
    groups.rows.length === 0 &&
    plan.measures === 0 &&
    indicators.rows.length === 0;
  return nothing ? { ok: false, problems: [{ code: 'note.nothing' }] } : loaded;
}

/** What the note will only be able to say is missing. */
function gapsOf({ competencies, feedback, indicators, growth, evaluation }: NoteFacts): readonly Message[] {
  return [
    ...(competencies.rows.some(({ answered }) => answered > 0) ? [] : [{ code: 'note.gap.self' }]),
    ...(feedback.sides.some(({ received }) => received.have > 0) ? [] : [{ code: 'note.gap.feedback' }]),
    ...(indicators.rows.length > 0 ? [] : [{ code: 'note.gap.indicators' }]),
    ...(growth.rows.length > 0 ? [] : [{ code: 'note.gap.growth' }]),
    ...(evaluation.rows.length > 0 ? [] : [{ code: 'note.gap.evaluation' }]),
  ];
}

/** Titles of the sheets that have something to tell. */
function sheetsOf(facts: NoteFacts): readonly string[] {
  const { competencies, groups, uncovered, modules, feedback, indicators, routes, plan, resources } = facts;
  const { people, bank, lessons, outreach } = resources;
  const all = [
    ...facts.surveys,
    competencies,
    groups,
    uncovered,
    modules,
    feedback,
    indicators,
    routes,
    plan,
    people,
    bank,
    lessons,
    outreach,
    facts.growth,
    facts.evaluation,
  ].flatMap(({ sources }) => sources);
  return [...new Set(all.flatMap((source) => ('sheet' in source && source.from !== undefined ? [source.sheet] : [])))];
}

const noteKey = (ports: Ports, cycle: string): string => effectKey(ports, 'document', 'note', cycle);

/** One document a cycle: three calls for one that is there, whatever its length; a new one takes a look for its folder as well. */
function writeDocument(
  ports: Ports,
  ledger: Ledger,
  facts: NoteFacts,
): { readonly made: boolean; readonly folderLost: boolean; readonly id: string } {
  const key = noteKey(ports, facts.cycle);
  const name = ports.words.say({ code: 'note.file', fields: { school: facts.school, cycle: facts.cycle } });
  const model = noteOf(facts, (message) => ports.words.say(message));
  const isFresh = ledger.isFresh(key);
  // Nobody's name stands beside it: that tells it from the documents of routes.
  ledger.intend([{ key, kind: 'document', what: name, who: '', ref: '' }]);
  // One in the bin is not written to: it is made anew.
  const found = isFresh ? undefined : ports.docs.find(key);
  let id = found === undefined ? undefined : (ledger.ref(key) ?? found);
  if (id !== undefined && !ports.docs.write(id, model)) id = undefined;
  const made = id === undefined;
  let folderLost = false;
  if (id === undefined) {
    const folder = noteFolder(ports, ledger);
    folderLost = folder.lost;
    ledger.renew(key);
    id = ports.docs.create(key, name, folder.id);
    ports.docs.fill(id, model);
  }
  if (ledger.state(key) !== 'done' || ledger.ref(key) !== id) ledger.settle([{ key, state: 'done', ref: id }]);
  return { made, folderLost, id };
}

export const noteFolderKey = (ports: Ports): string => effectKey(ports, 'folder', 'note');

/** A folder of the director's own; it is never shared. */
function noteFolder(ports: Ports, ledger: Ledger): { readonly id: string; readonly lost: boolean } {
  const key = noteFolderKey(ports);
  const name = ports.words.say({ code: 'note.folder' });
  const { id: standing, lost } = standingFolder(ports, ledger, key);
  if (standing !== undefined && ledger.state(key) === 'done') return { id: standing, lost };
  const id = standing ?? ports.files.newIds(1)[0] ?? '';
  ledger.intend([{ key, kind: 'folder', what: name, who: '', ref: id }]);
  ports.files.createFolder({ folderId: id, key, name, parent: undefined });
  ledger.settle([{ key, state: 'done' }]);
  return { id, lost };
}

// «Создать банк» (A11): folders by competency and kind, access for the staff if wished, and the form to offer a resource.
import { offerForm } from '../../domain/survey/offer';
import { BANK, SURVEYS } from '../../workbook/tables';
import { type Action, finished, type Link, NO_FIELDS } from '../action';
import { type Context, loadContext } from '../context';
import { effectKey, Ledger } from '../effects';
import type { Ports } from '../ports';
import { makeForms } from '../surveys/make-forms';
import { answerUntil, type SurveyPlan } from '../surveys/plan';
import { shareEach } from '../sharing';
import { intendFolders, type PlannedFolder, plannedFolders } from './folders';

interface BankCursor {
  readonly phase: 'folders' | 'form' | 'share';
  /** Key of the last share tried. */
  readonly after?: string;
  /** Names of those whom Drive refused: the first ones, and how many in all. */
  readonly refused?: readonly string[];
  readonly refusedCount?: number;
}

/** The offer form outlives the cycles. */
export const OFFER_SURVEY = 'bank/offer';

/** Folders made, or people given access, between two checkpoints. */
const BATCH = 40;
/** A cursor must stay small. */
const MOST_NAMES = 10;

export const setUpBank: Action<Record<string, never>, BankCursor> = {
  id: 'setUpBank',
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const loaded = loadContext(ports);
    if (!loaded.ok) return loaded;
    const context = loaded.value;
    const ledger = new Ledger(ports, '');
    const folders = plannedFolders(ports, context);
    const fresh = folders.filter(({ key }) => ledger.state(key) !== 'done');
    return {
      ok: true,
      value: {
        lines: [
          {
            code: fresh.length === 0 ? 'bank.there' : 'bank.will',
            fields: { folders: fresh.length, root: context.settings.bankTitle },
          },
          ...(context.settings.shareBank ? [{ code: 'bank.share', fields: { people: readers(context).length } }] : []),
        ],
        counts: [{ label: { code: 'bank.count.folders' }, value: String(fresh.length) }],
        example: {
          kind: 'text',
          title: context.settings.bankTitle,
          body: folders
            .slice(0, 12)
            .map(({ plan }) => plan.path)
            .join('\n'),
        },
        warnings: [],
      },
    };
  },

  step(ports, run, _input, cursor = { phase: 'folders' }) {
    const loaded = loadContext(ports);
    if (!loaded.ok) return { state: 'refused', problems: loaded.problems };
    const context = loaded.value;
    if (cursor.phase === 'folders') {
      const { done, total } = makeFolders(ports, context, run.run);
      const fields = { done, total };
      return {
        state: 'going',
        cursor: { phase: done === total ? 'form' : 'folders' },
        done,
        total: total + 2,
        line: { code: 'bank.folders', fields },
      };
    }
    const folders = plannedFolders(ports, context);
    if (cursor.phase === 'form') {
      const form = makeForms(ports, context, run, [offerPlan(ports, context)]);
      if (form.state === 'refused') return form;
      const ready = form.state === 'ready';
      return {
        state: 'going',
        cursor: { phase: ready ? 'share' : 'form' },
        done: folders.length + (ready ? 1 : 0),
        total: folders.length + 2,
        line: { code: 'bank.form' },
      };
    }
    const part = share(ports, context, run.run, folders, cursor.after);
    const names = [...(cursor.refused ?? []), ...part.refused];
    const count = (cursor.refusedCount ?? 0) + part.refused.length;
    const shown = names.slice(0, MOST_NAMES);
    if (part.after !== undefined) {
      return {
        state: 'going',
        cursor: { phase: 'share', after: part.after, refused: shown, refusedCount: count },
        done: folders.length + 1,
        total: folders.length + 2,
        line: { code: 'bank.sharing', fields: { left: part.left } },
      };
    }
    return finished(
      [
        { code: 'bank.done', fields: { folders: folders.length } },
        ...(count > 0 ? [{ code: 'bank.notShared', fields: { names: shown, count } }] : []),
      ],
      links(ports, run.run, folders),
    );
  },
};

function makeFolders(ports: Ports, context: Context, run: string): { done: number; total: number } {
  const ledger = new Ledger(ports, run);
  const folders = plannedFolders(ports, context);
  intendFolders(ports, ledger, folders);
  ledger.look(folders.map(({ key }) => key));
  const idOf = new Map(folders.map(({ plan, key }) => [plan.path, ledger.ref(key)]));
  const made: string[] = [];
  const goesOn = ports.clock.stretch();
  for (const { plan, key } of folders) {
    const folderId = ledger.ref(key);
    if (ledger.state(key) === 'done' || folderId === undefined) continue;
    if (made.length === BATCH || (made.length > 0 && !goesOn())) break;
    ports.files.createFolder({
      folderId,
      key,
      name: plan.name,
      parent: plan.parent === undefined ? undefined : idOf.get(plan.parent),
    });
    made.push(key);
  }
  ledger.settle(made.map((key) => ({ key, state: 'done' as const })));
  return { done: folders.filter(({ key }) => ledger.state(key) === 'done').length, total: folders.length };
}

function offerPlan(ports: Ports, context: Context): SurveyPlan {
  return {
    key: OFFER_SURVEY,
    kind: 'offer',
    about: context.settings.bankTitle,
    spec: offerForm({
      programme: context.programme,
      school: context.settings.school,
      competencies: context.competencies,
      kinds: context.programme.bank.kinds,
    }),
    audience: [],
    until: answerUntil(ports.clock, context),
    mail: context.programme.texts.mails.invite,
    fields: {},
  };
}

const readers = (context: Context): readonly { email: string; name: string }[] =>
  context.staff.included.filter(({ email }) => email !== '');

interface Shared {
  /** Names of those whom Drive refused. */
  readonly refused: readonly string[];
  /** Key of the last one tried; undefined when nobody is left. */
  readonly after?: string;
  readonly left: number;
}

/** Opens the root folder to the next of the staff for reading, each once. Those refused are tried again by the next run only. */
function share(
  ports: Ports,
  context: Context,
  run: string,
  folders: readonly PlannedFolder[],
  after: string | undefined,
): Shared {
  const nobody: Shared = { refused: [], left: 0 };
  if (!context.settings.shareBank) return nobody;
  const ledger = new Ledger(ports, run);
  const root = folders[0] === undefined ? undefined : ledger.ref(folders[0].key);
  if (root === undefined) return nobody;
  const wanted = readers(context).map((reader) => ({ ...reader, key: effectKey(ports, 'share', root, reader.email) }));
  ledger.intend(
    wanted.map(({ key, email }) => ({ key, kind: 'share', what: context.settings.bankTitle, who: email, ref: root })),
  );
  const waiting = wanted
    .filter(({ key }) => ledger.state(key) === 'intent' && (after === undefined || key > after))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const batch = waiting.slice(0, BATCH);
  const last = batch[batch.length - 1];
  if (last === undefined) return nobody;
  const refused = shareEach(
    ports,
    ledger,
    batch.map(({ key, email }) => ({ key, fileId: root, email })),
    'reader',
  );
  const left = waiting.length - batch.length;
  return {
    refused: batch.filter(({ key }) => refused.has(key)).map(({ name }) => name),
    left,
    ...(left > 0 ? { after: last.key } : {}),
  };
}

function links(ports: Ports, run: string, folders: readonly PlannedFolder[]): readonly Link[] {
  const ledger = new Ledger(ports, run);
  const root = folders[0] === undefined ? undefined : ledger.ref(folders[0].key);
  const form = ports.workbook.read(SURVEYS).rows.find(({ key }) => key === OFFER_SURVEY);
  return [
    ...(root === undefined ? [] : [{ label: { code: 'link.bank' }, url: ports.files.link(root) }]),
    ...(form === undefined ? [] : [{ label: { code: 'link.form', fields: { title: form.title } }, url: form.url }]),
    { label: { code: 'link.sheet', fields: { table: BANK.title } }, url: ports.workbook.linkTo(BANK) },
  ];
}

// What the self-check looks at: each check says what it found, what to do, and whether the product can mend it by itself.
import type { LocalDate } from '../../domain/local-time';
import type { Message, Problem } from '../../domain/message';
import type { AskedItem } from '../../domain/survey/form-spec';
import { keptSince } from '../../domain/personal/retention';
import { BANK, LEDGER, QUESTIONS, SETTINGS, STAFF, SURVEYS, TABLES, type CHECK_STATES } from '../../workbook/tables';
import { cameLater, type Row } from '../../workbook/schema';
import { goneQuestions } from '../answers/gone-questions';
import { askedItems } from '../answers/load';
import { accountOf, otherAccount } from '../account';
import { lostCalendar } from '../calendar';
import { isCopy, loadSettings, loadStaff, notSetUp } from '../context';
import { Ledger } from '../effects';
import { LAST_BEAT } from '../last-beat';
import { missingPermissions } from '../permissions';
import type { Ports } from '../ports';
import { MOST_CONSENT } from '../privacy/consent';
import { oldOf } from '../privacy/erase-old';
import { dotted } from '../surveys/plan';
import { CALENDAR } from '../timetable/modules';

/** What can be mended without asking more: see `mend`. */
export type Repair = 'tables' | 'triggers' | 'silent' | 'forms' | 'guard' | 'lost' | 'zone' | 'folders';

export interface Finding {
  readonly what: Message;
  readonly state: keyof typeof CHECK_STATES;
  readonly found: Message;
  readonly todo?: Message;
  readonly repair?: Repair;
}

/** Letters left for a day from which a survey may stop half-way. */
const FEW_LETTERS = 20;
/** https://developers.google.com/apps-script/guides/services/quotas: 9 KB a value, 500 KB a store. */
const MOST_VALUE = 9 * 1024;
const MOST_STORE = 500 * 1024;
/** Open forms looked into one by one, the newest: each takes a second, and a school of many groups has hundreds. */
const MOST_FORMS = 60;
/** The heartbeat comes every hour, if Google is late somewhat later. */
const LONGEST_SILENCE_MS = 3 * 3_600_000;

type Check = (ports: Ports) => readonly Finding[];

const CHECKS: readonly (readonly [Message, Check])[] = [
  [{ code: 'check.scopes' }, scopes],
  [{ code: 'check.account' }, account],
  [{ code: 'check.triggers' }, triggers],
  [{ code: 'check.tables' }, tables],
  [{ code: 'check.settings' }, settings],
  [{ code: 'check.forms' }, forms],
  [{ code: 'check.calendar' }, calendar],
  [{ code: 'check.folders' }, folders],
  [{ code: 'check.mail' }, mail],
  [{ code: 'check.store' }, store],
  [{ code: 'check.clock' }, clock],
  [{ code: 'check.privacy' }, privacy],
];

/** Everything, in the order of importance. A check that fails is a finding too: the others go on. */
export function checkAll(ports: Ports): readonly Finding[] {
  // What belongs to another account cannot be seen from here, so nothing can be said of it.
  const unseen: readonly Check[] = seenAs(ports) === undefined ? [] : [triggers, forms, calendar, folders];
  return CHECKS.flatMap(([what, check]): readonly Finding[] => {
    if (unseen.includes(check)) return [];
    try {
      return check(ports);
    } catch (error) {
      return [{ what, state: 'fault', found: ports.explain(error).problem, todo: { code: 'check.failed.do' } }];
    }
  });
}

const fine = (what: string, fields?: Message['fields']): Finding => ({
  what: { code: what },
  state: 'fine',
  found: { code: `${what}.fine`, ...(fields === undefined ? {} : { fields }) },
});

function scopes(ports: Ports): readonly Finding[] {
  const what = { code: 'check.scopes' };
  if (ports.withheld() === undefined)
    return [
      {
        what,
        state: 'attention',
        found: { code: 'check.scopes.untold' },
        todo: { code: 'check.scopes.do', fields: { url: '' } },
      },
    ];
  const missing = missingPermissions(ports);
  return missing.length === 0
    ? [fine('check.scopes')]
    : [{ what, state: 'fault', found: missing[0], todo: missing[1] }];
}

/** Another account than the workbook's, as a problem; what cannot be told because a permission is missing is no finding of this check. */
function seenAs(ports: Ports): Problem | undefined {
  try {
    return otherAccount(ports);
  } catch {
    return undefined;
  }
}

function account(ports: Ports): readonly Finding[] {
  const owner = accountOf(ports);
  const other = otherAccount(ports);
  if (other === undefined) return owner === undefined ? [] : [fine('check.account', { owner })];
  return [{ what: { code: 'check.account' }, state: 'fault', found: other, todo: { code: 'check.account.do' } }];
}

function triggers(ports: Ports): readonly Finding[] {
  const told = ports.health.triggers();
  if ('untold' in told) return [untold(ports, told.untold)];
  const { heartbeats, hints, wrong } = told;
  if (heartbeats === 1 && hints === 1 && wrong === 0) return [silence(ports) ?? fine('check.triggers')];
  return [
    {
      what: { code: 'check.triggers' },
      state: heartbeats === 0 ? 'fault' : 'attention',
      found: { code: 'check.triggers.bad', fields: { heartbeats, hints, wrong } },
      todo: { code: 'check.mends' },
      repair: 'triggers',
    },
  ];
}

/** Whether the triggers are there Google would not say; when the heartbeat last came to its end is known without it. */
function untold({ store, clock }: Ports, text: string): Finding {
  const last = store.get(LAST_BEAT);
  const isAlive = last !== undefined && clock.now() - Number(last) <= LONGEST_SILENCE_MS;
  return {
    what: { code: 'check.triggers' },
    state: isAlive ? 'attention' : 'fault',
    found: {
      code: 'check.triggers.untold',
      fields: { text, since: last === undefined ? '' : clock.local(Number(last)) },
    },
    todo: { code: 'check.triggers.untold.do' },
  };
}

/** The trigger is there, but Google has not called it, or it has not come to its end. */
function silence({ store, clock }: Ports): Finding | undefined {
  const last = Number(store.get(LAST_BEAT) ?? clock.now());
  if (clock.now() - last <= LONGEST_SILENCE_MS) return undefined;
  return {
    what: { code: 'check.triggers' },
    state: 'attention',
    found: { code: 'check.triggers.silent', fields: { since: clock.local(last) } },
    todo: { code: 'check.triggers.silent.do' },
    repair: 'silent',
  };
}

function tables(ports: Ports): readonly Finding[] {
  const what = { code: 'check.tables' };
  const state = 'fault';
  const broken = ports.health.broken(TABLES);
  const gone = broken.filter(({ columns }) => columns === undefined).map(({ table }) => table.title);
  const lacking = broken.flatMap(({ table, columns = [] }) => {
    const lost = columns.filter((title) => !cameLater(table, title));
    return lost.length === 0 ? [] : [{ table, columns: lost }];
  });
  const behind = broken.filter(({ table, columns = [] }) => columns.some((title) => cameLater(table, title)));
  const moved = ports.health.movedHeadings(TABLES);
  if (broken.length + moved.length === 0) return [fine('check.tables', { count: TABLES.length })];
  const todo = { code: 'check.mends' };
  return [
    ...moved.map(({ table: { title: table }, row, empty }): Finding => {
      const found = { code: 'workbook.headingsMoved', fields: { table, row } };
      // What somebody has written there is theirs to put elsewhere.
      return empty
        ? { what, state, found, todo, repair: 'tables' }
        : { what, state, found, todo: { code: 'check.headings.do' } };
    }),
    ...(gone.length === 0
      ? []
      : [
          {
            what,
            state,
            found: { code: 'check.tables.gone', fields: { tables: gone } },
            todo,
            repair: 'tables',
          } as const,
        ]),
    ...(behind.length === 0
      ? []
      : [
          {
            what,
            state: 'attention',
            found: { code: 'check.tables.new', fields: { tables: behind.map(({ table }) => table.title) } },
            todo,
            repair: 'tables',
          } as const,
        ]),
    ...lacking.map(
      ({ table: { title }, columns }) =>
        ({
          what,
          state,
          found: { code: 'check.tables.columns', fields: { table: title, columns } },
          todo: { code: 'check.columns.do' },
          repair: 'tables',
        }) as const,
    ),
  ];
}

function settings(ports: Ports): readonly Finding[] {
  if (notSetUp(ports, SETTINGS, STAFF) !== undefined) return [];
  const what = { code: 'check.settings' };
  const loaded = loadSettings(ports);
  if (!loaded.ok)
    return loaded.problems.map((found) => ({ what, state: 'fault', found, todo: { code: 'check.settings.do' } }));
  const problems = isCopy(ports, loaded.value.book) ? [] : loadStaff(ports, loaded.value).problems;
  if (problems.length === 0) return [fine('check.settings')];
  return problems.slice(0, 10).map((found) => ({ what, state: 'attention', found, todo: { code: 'check.rows.do' } }));
}

function forms(ports: Ports): readonly Finding[] {
  if (notSetUp(ports, SURVEYS) !== undefined) return [];
  const what = { code: 'check.forms' };
  const today = ports.clock.today();
  const { all: open, newest } = openForms(ports);
  const binned = open.length === 0 ? new Set<string>() : ports.forms.inBin();
  const looked = new Set(newest);
  const questions = ports.workbook.has(QUESTIONS) ? askedItems(ports) : new Map<string, readonly AskedItem[]>();
  const found = open.flatMap((row): readonly Finding[] => {
    const { key, title, formId, until, kind } = row;
    if (!binned.has(formId) && !looked.has(row)) return [];
    const fields = { title };
    const state = binned.has(formId) ? undefined : ports.forms.state(formId);
    if (binned.has(formId))
      return [
        { what, state: 'fault', found: { code: 'check.forms.bin', fields }, todo: { code: 'check.forms.bin.do' } },
      ];
    if (state === undefined)
      return [
        { what, state: 'fault', found: { code: 'check.forms.gone', fields }, todo: { code: 'check.forms.gone.do' } },
      ];
    const asked = questions.get(key) ?? [];
    const cut = state.accepting && kind !== 'bound' ? goneQuestions(ports, { formId, title }, asked) : [];
    if (cut.length > 0)
      return cut.map((one) => ({ what, state: 'fault', found: one, todo: { code: 'check.told.do' } }));
    // After its last day a closed form is as it should be.
    if (state.accepting || (until !== '' && until < today && kind !== 'offer')) return [];
    return [
      {
        what,
        state: 'attention',
        found: { code: 'check.forms.closed', fields },
        todo: { code: 'check.mends' },
        repair: 'forms',
      },
    ];
  });
  const count = open.length;
  if (count > looked.size) {
    const fields = { count, looked: looked.size, found: found.length };
    return [...found, { what, state: 'fine', found: { code: 'check.forms.some', fields } }];
  }
  return found.length > 0 ? found : [fine('check.forms', { count })];
}

/** Forms that are to take answers, and those of them that are looked into. */
export function openForms(ports: Ports): Readonly<Record<'all' | 'newest', readonly Row<typeof SURVEYS>[]>> {
  const all = ports.workbook.read(SURVEYS).rows.filter(({ state, formId }) => state === 'open' && formId !== '');
  return { all, newest: all.slice(-MOST_FORMS) };
}

function calendar(ports: Ports): readonly Finding[] {
  return [...standing(ports), ...lost(ports)];
}

/** An empty calendar that may have been left where the making of ours was broken off. */
function lost(ports: Ports): readonly Finding[] {
  if (notSetUp(ports, SETTINGS, LEDGER) !== undefined) return [];
  const loaded = loadSettings(ports);
  const title = loaded.ok ? loaded.value.calendarTitle : '';
  return lostCalendar(ports, new Ledger(ports, ''), title).map((found) => ({
    what: { code: 'check.calendar' },
    state: 'attention',
    found,
    todo: { code: 'check.calendar.lost.do' },
    repair: 'lost',
  }));
}

function standing(ports: Ports): readonly Finding[] {
  const what = { code: 'check.calendar' };
  const id = ports.store.get(CALENDAR);
  if (id === undefined) return [{ ...fine('check.calendar'), found: { code: 'check.calendar.none' } }];
  const zone = ports.health.calendarZone(id);
  const { workbook } = ports.health.zones();
  if (zone === undefined)
    return [{ what, state: 'fault', found: { code: 'check.calendar.gone' }, todo: { code: 'check.calendar.do' } }];
  if (zone === workbook) return [fine('check.calendar')];
  return [
    {
      what,
      state: 'attention',
      found: { code: 'check.calendar.zone', fields: { zone, workbook } },
      todo: { code: 'check.calendar.zone.do' },
      repair: 'zone',
    },
  ];
}

function folders(ports: Ports): readonly Finding[] {
  if (notSetUp(ports, LEDGER, BANK) !== undefined) return [];
  const what = { code: 'check.folders' };
  const made = ports.workbook
    .read(LEDGER)
    .rows.filter(({ kind, state, ref }) => kind === 'folder' && state === 'done' && ref !== '');
  const places = ports.health.folders(made.map(({ ref }) => ref));
  const lost = made.filter(({ ref }) => places.get(ref) !== 'there').map(({ what: title }) => title);
  if (lost.length === 0) return [fine('check.folders', { count: made.length })];
  return [
    {
      what,
      state: 'attention',
      found: { code: 'check.folders.lost', fields: { titles: lost } },
      todo: { code: 'check.folders.do' },
      repair: 'folders',
    },
  ];
}

function mail(ports: Ports): readonly Finding[] {
  const left = ports.mail.left();
  if (left > FEW_LETTERS) return [fine('check.mail', { left })];
  const found = { code: 'check.mail.few', fields: { left } };
  return [{ what: { code: 'check.mail' }, state: 'attention', found, todo: { code: 'check.mail.do' } }];
}

function store(ports: Ports): readonly Finding[] {
  const { all, largest } = ports.health.storeBytes();
  const fields = { all: Math.ceil(all / 1024), largest: Math.ceil(largest / 1024) };
  if (all < 0.8 * MOST_STORE && largest < MOST_VALUE) return [fine('check.store', fields)];
  const found = { code: 'check.store.full', fields };
  return [{ what: { code: 'check.store' }, state: 'attention', found, todo: { code: 'check.store.do' } }];
}

function clock(ports: Ports): readonly Finding[] {
  const what = { code: 'check.clock' };
  const { workbook, script, locale } = ports.health.zones();
  const now = ports.clock.localNow();
  // The product reckons in the workbook's zone; the script's shows only in the log of executions.
  const zone: Finding =
    workbook === script
      ? fine('check.clock', { now, zone: workbook })
      : { what, state: 'fine', found: { code: 'check.clock.differ', fields: { now, workbook, script } } };
  if (locale.startsWith('ru')) return [zone];
  const found = { code: 'check.locale', fields: { locale } };
  return [zone, { what, state: 'attention', found, todo: { code: 'check.locale.do' } }];
}

function privacy(ports: Ports): readonly Finding[] {
  if (notSetUp(ports, SETTINGS, STAFF) !== undefined) return [];
  const what = { code: 'check.privacy' };
  const loaded = loadSettings(ports);
  if (!loaded.ok) return [];
  const { pseudonyms, retentionMonths, consentText } = loaded.value;
  if (consentText.length > MOST_CONSENT) {
    const found = { code: 'consent.long', fields: { length: consentText.length, most: MOST_CONSENT } };
    return [{ what, state: 'fault', found, todo: { code: 'check.settings.do' } }];
  }
  if (pseudonyms && !ports.workbook.isGuarded(STAFF))
    return [
      { what, state: 'fault', found: { code: 'check.privacy.open' }, todo: { code: 'check.mends' }, repair: 'guard' },
    ];
  if (retentionMonths === 0)
    return [{ what, state: 'attention', found: { code: 'check.privacy.term' }, todo: { code: 'check.privacy.do' } }];
  return kept(ports, keptSince(ports.clock.today(), retentionMonths));
}

/** What is kept longer than the term: what the menu would erase, and what it would leave. */
function kept(ports: Ports, before: LocalDate): readonly Finding[] {
  // Sheets that are not whole are told by another check, and cannot be looked through before they are mended.
  if (ports.health.broken(TABLES).length > 0) return [];
  const what = { code: 'check.privacy' };
  const old = oldOf(ports, before);
  const rows = old.traces.reduce((sum, trace) => sum + trace.rows.length + trace.cleaned.length, 0);
  const fields = { before: dotted(before), rows, events: old.events, files: old.files.length };
  const found: readonly Finding[] = [
    ...(rows + old.events + old.files.length === 0
      ? []
      : [
          {
            what,
            state: 'attention',
            found: { code: 'check.privacy.old', fields },
            todo: { code: 'retention.do' },
          } as const,
        ]),
    ...old.kept.map(
      (message) => ({ what, state: 'attention', found: message, todo: { code: 'check.told.do' } }) as const,
    ),
  ];
  return found.length > 0 ? found : [fine('check.privacy', { since: dotted(before) })];
}

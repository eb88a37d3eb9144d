// What the calendar must be told: new modules, changed ones, cancelled ones, and events whose module has vanished from the sheet.
import { addDays, localDateTime } from '../../domain/local-time';
import type { Message, Outcome } from '../../domain/message';
import { codeKey } from '../../domain/staff/normalise';
import { fillLines, fillTemplate } from '../../domain/programme/template';
import { type Clash, type ClashKind, findClashes } from '../../domain/timetable/clashes';
import { GROUPS, LEDGER, MODULES, SURVEYS } from '../../workbook/tables';
import { type AllAnswers, askedItems, loadAnswers } from '../answers/load';
import { type Context, loadContext } from '../context';
import { effectKey } from '../effects';
import { offeredIn, type ProgrammeRow, questionsNow } from '../groups/programmes';
import { programmesOf, standingGroups, type StandingGroup } from '../groups/read';
import type { Ports } from '../ports';
import type { EventSpec } from '../ports/calendars';
import { surveyKey } from '../surveys/plan';
import type { FoundEvent } from './attendance';
import { busyGuests } from './busy-guests';
import { coming, inOrderTold, recordIn, recordOf } from './lesson-people';
import { clashFields, meansOf } from './means';
import { CALENDAR, hasEnded, isPast, type ModuleRow, sentMark } from './modules';
import { otherModules, placedModule, type RoomedModule, roomedModules } from './rooms';

/** An event to be made or changed. */
export interface Told {
  readonly kind: 'insert' | 'update';
  readonly module: RoomedModule;
  readonly event: EventSpec;
  readonly digest: string;
}

/** An event to be cancelled. */
export interface Cancelled {
  readonly kind: 'cancel';
  readonly eventId: string;
  readonly guests: number;
  /** Its row in «Расписание», when that is still there. */
  readonly row: ModuleRow | undefined;
  /** The group it was for is gone. */
  readonly groupGone: boolean;
}

export type Change = Told | Cancelled;

/** Events of vanished modules are looked for so far ahead: a school year and a bit. */
const AHEAD_DAYS = 400;

export interface PlannedChanges {
  readonly context: Context;
  readonly changes: readonly Change[];
  readonly problems: readonly Message[];
  /** Modules whose guests know them as they are, where who comes is not written down or otherwise: of workbooks from before, say. */
  readonly records: readonly { readonly $row: number; readonly set: Pick<ModuleRow, 'people'> }[];
}

/** @param changed modules whose events were deleted or moved by hand and are wanted as the sheet has them */
export function plannedChanges(ports: Ports, changed: readonly FoundEvent[] = []): Outcome<PlannedChanges> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const modules = roomedModules(ports, context);
  // A row that cannot be read must not look like one that was deleted: its guests would be told that they are not expected.
  const problems: Message[] = [...ports.workbook.read(MODULES).problems, ...ports.workbook.read(GROUPS).problems];
  const programmes = new Map(programmesOf(ports, context).map((row) => [row.group, row]));
  const questions = questionsTold(ports, context, programmes);
  const forms = new Map(ports.workbook.read(SURVEYS).rows.map(({ key, url }) => [key, url]));
  problems.push(...copies(modules));
  // What is over cannot be moved any more.
  const active = modules.filter(
    (module) => ['draft', '', 'invited'].includes(module.row.state) && !isPast(ports, module),
  );
  const own = active.flatMap((module) => placedModule(module) ?? []);
  const others = otherModules(ports, context);
  const ofOthers = new Set(others.map(({ module }) => module));
  for (const clash of findClashes([...own, ...others], new Map())) {
    const foreign = clash.modules.filter((id) => ofOthers.has(id)).length;
    // A meeting that somebody typed in is none of the modules that a person may have in a day.
    if (foreign === clash.modules.length || (clash.kind === 'day' && clash.modules.length - foreign < 2)) continue;
    problems.push(clashWords(context, clash));
  }
  if (problems.length > 0) return { ok: false, problems };
  const askedFor = new Set(changed.map(({ event }) => event.eventId));
  const changes: Change[] = [];
  const records: PlannedChanges['records'][number][] = [];
  for (const standing of modules) {
    const { row } = standing;
    const module = { ...standing, group: inOrderTold(row, standing.group) };
    if (row.state === 'cancelled') {
      if (row.eventId !== '' && row.sent !== 'cancelled') changes.push(cancellation(row));
      continue;
    }
    // Nobody needs to hear about a module that is over.
    if (row.state === 'held' || (row.state === 'invited' && hasEnded(ports, module))) continue;
    if (row.state === 'invited' && isPast(ports, module)) {
      problems.push({ code: 'invite.movedPast', fields: { row: row.$row, module: row.module } });
      continue;
    }
    if (row.eventId === '' && module.group.state !== 'published') {
      problems.push({ code: 'invite.notPublished', fields: { module: row.module, group: row.group } });
      continue;
    }
    if (placedModule(module) === undefined) {
      problems.push({ code: 'invite.noTime', fields: { row: row.$row, module: row.module } });
      continue;
    }
    if (row.eventId === '' && hasEnded(ports, module)) {
      problems.push({ code: 'invite.past', fields: { row: row.$row, module: row.module } });
      continue;
    }
    const event = eventOf(ports, context, module, programmes.get(row.group), questions(module.group), forms);
    const unreachable = [...module.group.consultants, ...module.group.consultees].filter(
      ({ email, included }) => email === '' && included,
    );
    if (unreachable.length > 0) {
      problems.push({
        code: 'invite.noEmail',
        fields: { module: row.module, names: unreachable.map(({ name }) => name) },
      });
    }
    if (!module.group.consultants.some(({ included }) => included))
      problems.push({ code: 'invite.noConsultant', fields: { module: row.module, group: row.group } });
    const digest = digestOf(ports, event);
    if (row.eventId === '') changes.push({ module, kind: 'insert', event, digest });
    else if (row.sent !== digest || askedFor.has(row.eventId)) changes.push({ module, kind: 'update', event, digest });
    else {
      const people = recordOf(coming(module.group));
      if (JSON.stringify(recordIn(row)) !== JSON.stringify(people)) records.push({ $row: row.$row, set: { people } });
    }
  }
  problems.push(...groupless(ports, context));
  changes.push(...orphans(ports, context, modules), ...vanished(ports));
  return { ok: true, value: { context, changes, problems, records } };
}

/** Rows that stand for the same module: one was copied from the other, hidden columns and all. */
export function copies(modules: readonly RoomedModule[]): readonly Message[] {
  const seen = new Map<string, number>();
  return modules.flatMap(({ row: { $row: row, module, state } }) => {
    if (module === '' || state === 'cancelled' || state === 'held') return [];
    const first = seen.get(module);
    if (first === undefined) seen.set(module, row);
    return first === undefined ? [] : [{ code: 'invite.copied', fields: { row, first, module } }];
  });
}

/** Drafts of this cycle whose group is none. A meeting under a name of its own is meant to have none. */
export function groupless(ports: Ports, context: Context): readonly Message[] {
  const known = new Set(standingGroups(ports, context).map(({ id }) => id));
  return ports.workbook
    .read(MODULES)
    .rows.filter(
      ({ group, state, cycle, run, date }) =>
        !known.has(group) &&
        (state === 'draft' || state === '') &&
        (run === ''
          ? GROUP_NUMBER.test(codeKey(group)) &&
            ['', context.settings.cycle].includes(cycle) &&
            date >= ports.clock.today()
          : cycle === context.settings.cycle),
    )
    .map(({ $row: row, group, module }) => ({ code: 'timetable.groupUnknown', fields: { row, group, module } }));
}

/** What the numbers of groups look like, as codes are compared. */
const GROUP_NUMBER = /^Г-?\d+$/;

/** By this «Расписание» knows what its guests were told last. */
export const digestOf = (ports: Ports, event: EventSpec): string =>
  sentMark(ports.sha256(JSON.stringify(event)).slice(0, 16), event);

/**
 * What of the modules to be sent is against the school's rules, though nothing forbids it: days off and out of the term, seats, equipment, and
 * calendars of guests who have not heard of this time yet.
 * @param events of the invited modules
 */
export function unlawful(
  ports: Ports,
  context: Context,
  changes: readonly Change[],
  events: readonly FoundEvent[],
): readonly Message[] {
  const told = changes.flatMap((change) => (change.kind === 'cancel' ? [] : [change]));
  if (told.length === 0) return [];
  const { windowFrom: from, windowTo, holidays } = context.settings;
  const modules = roomedModules(ports, context);
  const sent = new Set(told.map(({ module }) => module.row.module));
  const groups = [...new Map(modules.map(({ group }) => [group.id, group])).values()];
  const placed = modules
    .filter(({ row }) => row.state !== 'cancelled' && row.state !== 'held')
    .flatMap((module) => placedModule(module) ?? []);
  // Not the days from today on, in which modules are placed: one that was placed may come near.
  const rules = { window: { from, to: windowTo === '' ? '9999-12-31' : windowTo }, holidays };
  const lawless = findClashes(placed, new Map(), { ...rules, ...meansOf(ports, context, groups) }).filter(
    ({ kind, modules: ids }) => WARNED.has(kind) && ids.some((id) => sent.has(id)),
  );
  const { clashes, asked, guests } = busyGuests(ports, told, events);
  const found = [...lawless, ...clashes].map((clash) => clashWords(context, clash)).slice(0, MOST_WARNED);
  return asked < guests ? [{ code: 'invite.someCalendars', fields: { asked, guests } }, ...found] : found;
}

/** What is against the school's rules, shown at once. */
const MOST_WARNED = 20;

/** Clashes that do not stop the sending. */
const WARNED: ReadonlySet<ClashKind> = new Set(['window', 'holiday', 'seats', 'equipment']);

const clashWords = (context: Context, clash: Clash): Message => ({
  code: `timetable.clash.${clash.kind}`,
  fields: clashFields(context, clash),
});

const cancellation = (row: ModuleRow, groupGone = false): Cancelled => ({
  kind: 'cancel',
  eventId: row.eventId,
  guests: row.guests ?? 0,
  row,
  groupGone,
});

/** Modules of this cycle that are still to come and whose group is no longer in «Группы». */
function orphans(ports: Ports, context: Context, standing: readonly RoomedModule[]): readonly Cancelled[] {
  const known = new Set(standing.map(({ row }) => row.$row));
  return ports.workbook
    .read(MODULES)
    .rows.filter(
      (row) =>
        !known.has(row.$row) &&
        row.cycle === context.settings.cycle &&
        row.eventId !== '' &&
        row.sent !== 'cancelled' &&
        (row.state === 'invited' || row.state === 'cancelled') &&
        (row.date === '' || row.date >= ports.clock.today()),
    )
    .map((row) => cancellation(row, true));
}

/** Events by the ledger that no row of «Расписание» knows: of those, the ones that stand in the calendar and are still to come. */
function vanished(ports: Ports): readonly Cancelled[] {
  const calendarId = ports.store.get(CALENDAR);
  if (calendarId === undefined) return [];
  const known = new Set(
    ports.workbook
      .read(MODULES)
      .rows.flatMap(({ eventId, cycle, module }) => [eventId, effectKey(ports, 'event', cycle, module)]),
  );
  const lost = new Set(
    ports.workbook
      .read(LEDGER)
      .rows.filter(
        ({ kind, state, key }) => kind === 'event' && (state === 'done' || state === 'intent') && !known.has(key),
      )
      .map(({ key }) => key),
  );
  if (lost.size === 0) return [];
  const today = ports.clock.today();
  return ports.calendars
    .list(calendarId, today, addDays(today, AHEAD_DAYS))
    .filter(({ eventId, cancelled }) => !cancelled && lost.has(eventId))
    .map(({ eventId, guests }) => ({
      kind: 'cancel',
      eventId,
      guests: guests.length,
      row: undefined,
      groupGone: false,
    }));
}

function eventOf(
  ports: Ports,
  context: Context,
  module: RoomedModule,
  programme: ProgrammeRow | undefined,
  questions: string,
  forms: ReadonlyMap<string, string>,
): EventSpec {
  const { row, group, start = 0, end = 0 } = module;
  const texts = context.programme.texts.event;
  const names = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join(', ');
  const fields = {
    competency: group.title,
    topics: programme?.topics ?? '',
    questions,
    practice: programme?.practice ?? '',
    materials: programme?.materials ?? '',
    feedback: feedbackLinks(ports, context, row.round, forms),
    consultants: names(group.consultants),
    consultees: names(group.consultees),
    place: row.place,
    school: context.settings.school,
    programme: context.programme.title,
    group: group.id,
    module: row.module,
  };
  return {
    eventId: effectKey(ports, 'event', context.settings.cycle, row.module),
    title: fillTemplate(texts.title, fields).replace(/\s+/g, ' ').trim(),
    description: fillLines(texts.description, fields),
    place: row.place,
    start: localDateTime(row.date, start),
    end: localDateTime(row.date, end),
    // Whoever stands in the group twice is invited once.
    guests: [
      ...new Map(
        [...group.consultants, ...group.consultees]
          .filter(({ email, included }) => email !== '' && included)
          .map(({ email, name }) => [email, { email, name }] as const),
      ).values(),
    ],
    video: row.place === '',
  };
}

/** What a group wants to be worked through as it is now; the answers are read only where a programme asks for something. */
function questionsTold(
  ports: Ports,
  context: Context,
  programmes: ReadonlyMap<string, ProgrammeRow>,
): (group: StandingGroup) => string {
  let known: { readonly answers: AllAnswers; readonly items: ReturnType<typeof askedItems> } | undefined;
  return (group) => {
    const row = programmes.get(group.id);
    if (row === undefined || row.questions === '') return '';
    known ??= { answers: loadAnswers(ports, context), items: askedItems(ports) };
    const offered = offeredIn(known.items.get(row.survey) ?? []);
    return questionsNow(ports, row, group, known.answers, offered).questions.join('\n');
  };
}

/** Links to both feedback forms of the module's round; '' before they exist. */
function feedbackLinks(ports: Ports, context: Context, round: string, forms: ReadonlyMap<string, string>): string {
  const url = (kind: 'feedback.consultant' | 'feedback.consultee'): string =>
    round === '' ? '' : (forms.get(surveyKey(context.settings.cycle, kind, round)) ?? '');
  const [consultant, consultee] = [url('feedback.consultant'), url('feedback.consultee')];
  return consultant === '' || consultee === ''
    ? ''
    : `${ports.words.say({ code: 'invite.feedback' })} ${consultee} · ${ports.words.say({ code: 'invite.feedback.consultant' })} ${consultant}`;
}

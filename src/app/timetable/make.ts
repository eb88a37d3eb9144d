// «Составить расписание» (A6): dates and times for the published groups, free of clashes; drafts, until invitations are sent.
import { formatMinute } from '../../domain/local-time';
import type { Message, Outcome } from '../../domain/message';
import { type ModuleMove, readMove } from '../../domain/timetable/move';
import type { Impossible, PlacedModule, PlacingInput } from '../../domain/timetable/place';
import type { Row } from '../../workbook/schema';
import { MODULES } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import { loadAnswers } from '../answers/load';
import { type Context, loadContext } from '../context';
import { faultsOfPublished } from '../groups/faults';
import { standingGroups, type StandingGroup } from '../groups/read';
import { agreedSlots, agreedUnknown, weekSlots } from '../groups/slots';
import { isFor, spacesOf } from '../groups/spaces';
import { placesAbroad, type PlaceThere } from '../partner/places';
import type { Ports } from '../ports';
import { dotted } from '../surveys/plan';
import { changesOfRun, recordMoves, saidMove, writeMoves } from './change-list';
import { copies, groupless } from './changes';
import { meansOf } from './means';
import { peopleOf } from './lesson-people';
import {
  draftMark,
  followersOf,
  isByHand,
  type MarkedDraft,
  marksToWrite,
  ownTime,
  placeFollowing,
  staysTold,
} from './own-time';
import { windowOf } from './window';
import { hasEnded, type ModuleRow, timelessMeetings, whereOf, writtenDraft } from './modules';
import { otherModules, placedModule, type RoomedModule, roomedModules } from './rooms';

/** A module where the planner puts it. */
interface Put extends PlacedModule {
  /** What is to stand in the sheet for its room. */
  readonly place: string;
}

interface Plan {
  readonly context: Context;
  readonly fresh: readonly Put[];
  /** Drafts that moved. */
  readonly moved: readonly { readonly module: RoomedModule; readonly to: Put }[];
  readonly impossible: readonly Impossible[];
  readonly groups: readonly StandingGroup[];
  /** What drafts that stay are to hold of why they stand there. */
  readonly marks: ReturnType<typeof marksToWrite>;
  /** What is wrong with modules whose date or time cannot be read: these keep their place among their group's modules. */
  readonly timeless: readonly Message[];
  /** Times of groups that are not as people named them, or none of those offered. */
  readonly remarks: readonly Message[];
  /** People whose calendars could not be looked into. */
  readonly unseen: number;
}

export const makeTimetable: Action<Record<string, never>, never> = {
  id: 'makeTimetable',
  anyAccount: true,
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const plan = plannedModules(ports);
    if (!plan.ok) return plan;
    const { fresh, moved, impossible, timeless, remarks, unseen } = plan.value;
    const first = fresh[0];
    return {
      ok: true,
      value: {
        lines: [
          { code: 'timetable.will', fields: { modules: fresh.length, moved: moved.length } },
          ...some(plan.value.moved.map(({ module, to }) => saidMove(moveOf(module, to), module.group.title, 'do'))),
        ],
        counts: [
          { label: { code: 'timetable.count.modules' }, value: String(fresh.length) },
          { label: { code: 'timetable.count.impossible' }, value: String(impossible.length) },
        ],
        ...(first === undefined
          ? {}
          : {
              example: {
                kind: 'event' as const,
                title: `${first.group} · ${dotted(first.date)}`,
                body: `${formatMinute(first.start)}–${formatMinute(first.end)} ${first.place}`.trim(),
              },
            }),
        warnings: [
          ...some(timeless),
          ...some(remarks),
          ...some(impossible.map(({ reason }) => reason)),
          ...(unseen > 0 ? [{ code: 'timetable.unseen', fields: { count: unseen } }] : []),
        ],
      },
    };
  },

  step(ports, run) {
    // Begun before, and died: what was decided then comes first.
    const begun = changesOfRun(ports, run.run).flatMap(({ edit }) => readMove(edit) ?? []);
    writeMoves(ports, begun, 'do');
    const placed = ports.workbook.read(MODULES).rows.filter((row) => row.run === run.run).length;
    const plan = plannedModules(ports);
    if (!plan.ok) return { state: 'refused', problems: plan.problems };
    const { context, fresh, moved, impossible, timeless, remarks, groups, marks } = plan.value;
    const moves = moved.map(({ module, to }) => ({ move: moveOf(module, to), title: module.group.title }));
    recordMoves(ports, context.settings.cycle, run.run, moves);
    writeMoves(
      ports,
      moves.map(({ move }) => move),
      'do',
    );
    ports.workbook.patch(MODULES, marks);
    ports.workbook.append(
      MODULES,
      fresh.map((module) => rowOf(context, module, groups, run.run)),
    );
    const lines: Message[] = [
      {
        code: 'timetable.done',
        fields: { modules: placed + fresh.length, moved: begun.length + moved.length, impossible: impossible.length },
      },
      ...some(timeless),
      ...some(remarks),
      ...some(impossible.map(({ reason }) => reason)),
    ];
    return finished(lines, [
      { label: { code: 'link.sheet', fields: { table: MODULES.title } }, url: ports.workbook.linkTo(MODULES) },
    ]);
  },
};

/** A reason as it is worded where the room is a partner school's. */
function reasonThere(reason: Message, place: string): Message {
  const { code, fields } = reason;
  if (code === 'timetable.noRoom') return { code: 'timetable.noRoomThere', fields: { ...fields, place } };
  if (code === 'timetable.onlyRoom') return { code: 'timetable.onlyRoomThere', fields: { ...fields, room: place } };
  return reason;
}

const MOST_TOLD = 10;

/** As many as are read, and how many there are besides. */
const some = (all: readonly Message[]): readonly Message[] => [
  ...all.slice(0, MOST_TOLD),
  ...(all.length > MOST_TOLD ? [{ code: 'timetable.more', fields: { count: all.length - MOST_TOLD } }] : []),
];

/** A draft's move to where the planner puts it. */
const moveOf = (module: RoomedModule, to: Put): ModuleMove => ({
  module: module.row.module,
  before: whereOf(module),
  after: { date: to.date, start: formatMinute(to.start), end: formatMinute(to.end), place: to.place },
  sent: { before: module.row.sent, after: draftMark(to, module.group.slot) },
});

/** What the sheet says of when and where the draft is; undefined without a readable time. */
const placedDraft = (module: RoomedModule): Put | undefined => {
  const placed = placedModule(module);
  return placed === undefined ? undefined : { ...placed, place: module.row.place };
};

const noTime = ({ $row: row, module }: ModuleRow): Message => ({
  code: 'invite.noTime',
  fields: { row, module },
});

/** Stands for a module without a readable time: it counts as one of its group's modules and is in nobody's way. */
const placeholder = ({ module = '', group = '' }: Partial<Row<typeof MODULES>>): PlacedModule => ({
  module,
  group,
  date: '1970-01-01',
  start: 0,
  end: 0,
  room: '',
  people: [],
});

function plannedModules(ports: Ports): Outcome<Plan> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const groups = standingGroups(ports, context).filter(({ state }) => state === 'published');
  if (groups.length === 0) return { ok: false, problems: [{ code: 'groups.nonePublished' }] };
  const { settings } = context;
  const { from, to } = windowOf(ports, settings);
  if (to < from && settings.windowFrom <= ports.clock.today())
    return { ok: false, problems: [{ code: 'timetable.over', fields: { to } }] };
  if (to < from) return { ok: false, problems: [{ code: 'timetable.window', fields: { from, to } }] };
  const answers = loadAnswers(ports, context);
  const agreed = agreedSlots(ports, context, answers, groups);
  const spaces = spacesOf(ports, context);
  const { rooms, equipment } = spaces;
  const standing = roomedModules(ports, context);
  const abroad = placesAbroad(ports, context, groups);
  const emails = [
    ...new Set(groups.flatMap((group) => peopleOf(group).map(({ email }) => email)).filter((email) => email !== '')),
  ].sort();
  const busy = ports.calendars.busy(emails, from, to);
  const placedOf = (modules: readonly RoomedModule[]): PlacedModule[] =>
    modules.flatMap((module) => {
      const placed = placedModule(module);
      return placed === undefined ? [] : [placed];
    });
  const allDrafts = standing.filter(({ row }) => row.state === 'draft' || row.state === '');
  // A row copied from another one has its module's name: it holds its place until it is deleted.
  const copied = allDrafts.filter(
    ({ row }, index) => row.module !== '' && allDrafts.findIndex((one) => one.row.module === row.module) < index,
  );
  const drafts = allDrafts.filter((module) => !copied.includes(module));
  const { rows, unread, problems } = ports.workbook.read(MODULES);
  const timeless = standing.filter((module) => module.row.state !== 'cancelled' && placedModule(module) === undefined);
  const unreadable = unread.filter(({ cycle, state }) => cycle === settings.cycle && state !== 'cancelled');
  const marked = drafts.flatMap((module): MarkedDraft[] => {
    const where = placedDraft(module);
    return where === undefined ? [] : [{ $row: module.row.$row, sent: module.row.sent, where }];
  });
  const followers = followersOf(groups, marked);
  const input: PlacingInput = {
    groups: groups.map((group) => ({
      id: group.id,
      people: peopleOf(group),
      weekSlots: weekSlots(settings, answers, group, agreed.get(group.id)),
      ...spaceOf(group, abroad, rooms, equipment),
    })),
    existing: [
      ...placedOf(standing.filter(({ row }) => row.state === 'invited' || row.state === 'held')),
      ...placedOf(copied),
      ...[...timeless.map(({ row }) => row), ...unreadable].map(placeholder),
      ...otherModules(ports, context),
    ],
    drafts: drafts.flatMap((module) => {
      const placed = placedDraft(module);
      return placed === undefined ? [] : [{ ...placed, byHand: isByHand(module.row.sent, placed) }];
    }),
    window: { from, to },
    holidays: settings.holidays,
    busy,
    rooms: [...new Set([...rooms.map(({ title }) => title), ...[...abroad.values()].map(({ room }) => room)])],
    equipment: equipment.map(({ title, count }) => ({ id: title, count })),
    needs: meansOf(ports, context, [...new Map(standing.map(({ group }) => [group.id, group])).values()]).needs,
    maxPerPersonPerDay: 1,
    modulesPerGroup: settings.modulesPerGroup,
    takenIds: [...rows, ...unread].map(({ module }) => module ?? ''),
  };
  const { result, stays: left, why } = placeFollowing(ports.planning().placeModules, input, followers);
  const draftById = new Map(drafts.map((module) => [module.row.module, module]));
  const placed = result.placed.map((one): Put => {
    const there = abroad.get(one.group);
    const draft = draftById.get(one.module);
    // What takes no room may be called in several ways: the person's own stays.
    const before = draft === undefined ? undefined : placedDraft(draft);
    const stays = before?.room === one.room && isByHand(draft?.row.sent ?? '', before);
    return { ...one, place: stays ? before.place : there?.room === one.room ? there.place : one.room };
  });
  const fresh = placed.filter(({ module }) => !draftById.has(module));
  const moved = placed.flatMap((to_) => {
    const module = draftById.get(to_.module);
    const before = module === undefined ? undefined : placedDraft(module);
    return module === undefined || (before !== undefined && writtenDraft(before) === writtenDraft(to_))
      ? []
      : [{ module, to: to_ }];
  });
  const worded = (one: Impossible): Impossible => {
    const there = abroad.get(one.group);
    return there === undefined ? one : { ...one, reason: reasonThere(one.reason, there.place) };
  };
  const now = { placed, changed: [...fresh, ...moved.map(({ to: there }) => there)] };
  return {
    ok: true,
    value: {
      context,
      groups,
      fresh,
      moved,
      impossible: result.impossible.map(worded),
      marks: marksToWrite(
        groups,
        marked.filter(({ where }) => !moved.some(({ module }) => module.row.module === where.module)),
      ),
      timeless: [...[...timeless.map(({ row }) => row), ...timelessMeetings(ports, context)].map(noTime), ...problems],
      remarks: [
        ...spaces.problems,
        ...copies(standing),
        ...groupless(ports, context),
        ...agreedUnknown(ports, context)
          .filter(({ group }) => groups.some(({ id }) => id === group))
          .map((fields) => ({ code: 'timetable.agreedUnknown', fields })),
        ...faultsOfPublished(context, groups),
        ...staysTold(followers, left, groups),
        ...why.map((one) => worded(one).reason),
        ...stayRemarks(ports, context, result.held, standing),
        ...groups.flatMap((group) => ownTime(answers, group, agreed.get(group.id) ?? [], now)),
      ],
      unseen: [...busy.values()].filter((intervals) => intervals === 'unknown').length,
    },
  };
}

/** Drafts that stay where they could not be put by now, and invitations for a day that is off by now. */
function stayRemarks(
  ports: Ports,
  { settings }: Context,
  held: readonly PlacedModule[],
  standing: readonly RoomedModule[],
): readonly Message[] {
  const off = standing.filter(
    (module) =>
      module.row.state === 'invited' && settings.holidays.includes(module.row.date) && !hasEnded(ports, module),
  );
  const named = (code: string, modules: readonly string[]): readonly Message[] =>
    modules.length === 0 ? [] : [{ code, fields: { modules } }];
  return [
    ...named(
      'timetable.held',
      held.map(({ module }) => module),
    ),
    ...named(
      'timetable.dayOff',
      off.map(({ row }) => row.module),
    ),
  ];
}

/** Where a group can meet: at the partner school with its own means, else in our rooms with our equipment, else online. */
function spaceOf(
  group: StandingGroup,
  abroad: ReadonlyMap<string, PlaceThere>,
  rooms: ReturnType<typeof spacesOf>['rooms'],
  equipment: ReturnType<typeof spacesOf>['equipment'],
): { readonly rooms: readonly string[]; readonly needs: readonly string[] } {
  const there = abroad.get(group.id);
  if (there !== undefined) return { rooms: [there.room], needs: [] };
  const fitting = rooms.filter((room) => isFor(room, group.competency) && room.seats >= peopleOf(group).length);
  return {
    rooms: rooms.length === 0 ? [''] : fitting.map(({ title }) => title),
    needs: equipment.filter((one) => isFor(one, group.competency)).map(({ title }) => title),
  };
}

function rowOf(context: Context, module: Put, groups: readonly StandingGroup[], run: string): Row<typeof MODULES> {
  const group = groups.find(({ id }) => id === module.group);
  return {
    module: module.module,
    group: module.group,
    title: group?.title ?? '',
    date: module.date,
    start: formatMinute(module.start),
    end: formatMinute(module.end),
    place: module.place,
    came: undefined,
    guests: module.people.length,
    accepted: undefined,
    state: 'draft',
    remark: '',
    video: '',
    link: '',
    eventId: '',
    sent: draftMark(module, group?.slot ?? ''),
    people: undefined,
    round: '',
    cycle: context.settings.cycle,
    run,
  };
}

// «Помещения и оборудование» together with the setting «Места занятий»: where a competency's groups can meet, and with what.
import type { RowProblem } from '../../domain/message';
import { foldText } from '../../domain/staff/normalise';
import { ONLINE_PLACE, SPACES } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';

export interface Room {
  /** '' = online: it holds everybody, and any number of groups at one time. */
  readonly title: string;
  /** Greatest number of people. */
  readonly seats: number;
  /** Only groups about these meet there; all when empty. */
  readonly competencies: readonly string[];
}

export interface Equipment {
  readonly title: string;
  /** Groups that can have it at one time. */
  readonly count: number;
  /** Groups about these need it; all when empty. */
  readonly competencies: readonly string[];
}

export interface Spaces {
  /** None: groups meet online. */
  readonly rooms: readonly Room[];
  readonly equipment: readonly Equipment[];
  /** Rows that cannot be read, and codes of competencies that are none: what is for these alone is for no group. */
  readonly problems: readonly RowProblem[];
}

export function spacesOf({ workbook }: Ports, context: Pick<Context, 'settings' | 'competencies'>): Spaces {
  const { rooms } = context.settings;
  const { rows: read, problems } = workbook.has(SPACES) ? workbook.read(SPACES) : { rows: [], problems: [] };
  const ids = new Map(context.competencies.map(({ id }) => [id.toLowerCase(), id]));
  const unknown: RowProblem[] = [];
  const rows = read.map(({ $row: row, ...rest }) => {
    const competencies = rest.competencies.map((typed) => {
      const id = ids.get(typed.toLowerCase());
      if (id === undefined) unknown.push({ code: 'spaces.about.unknown', fields: { found: typed }, row });
      return id ?? typed;
    });
    return { ...rest, competencies };
  });
  const described = rows.filter(({ kind }) => kind === 'room');
  // However often and in whatever spelling a room is listed, it is one room.
  const titles = new Map<string, string>();
  for (const title of [...rooms, ...described.map((one) => one.title)])
    if (!titles.has(foldText(title))) titles.set(foldText(title), title);
  const listed = [...titles].map(([key, title]): Room => {
    const own = described.filter((one) => foldText(one.title) === key);
    const forAll = own.some(({ competencies }) => competencies.length === 0);
    const isOnline = key === ONLINE_PLACE;
    return {
      title: isOnline ? '' : title,
      seats: isOnline ? Infinity : Math.min(...own.map(({ seats }) => seats ?? Infinity)),
      competencies: forAll ? [] : [...new Set(own.flatMap(({ competencies }) => competencies))],
    };
  });
  return {
    // Online comes last: for who finds no room.
    rooms: [...listed.filter(({ title }) => title !== ''), ...listed.filter(({ title }) => title === '')],
    equipment: merged(
      rows.flatMap(({ kind, title, count, competencies }) =>
        kind === 'equipment' ? [{ title, count: count ?? 1, competencies }] : [],
      ),
    ),
    problems: [...problems, ...unknown].map((one) => ({ ...one, fields: { ...one.fields, table: SPACES.title } })),
  };
}

/** Rows of the same equipment are parts of it; what one of them is for all is for all. */
function merged(rows: readonly Equipment[]): readonly Equipment[] {
  const found = new Map<string, Equipment>();
  for (const one of rows) {
    const key = foldText(one.title);
    const before = found.get(key);
    const forAll = one.competencies.length === 0 || before?.competencies.length === 0;
    found.set(
      key,
      before === undefined
        ? one
        : {
            title: before.title,
            count: before.count + one.count,
            competencies: forAll ? [] : [...new Set([...before.competencies, ...one.competencies])],
          },
    );
  }
  return [...found.values()];
}

/**
 * A room as it is called elsewhere, however it was typed; a place that is none of the rooms is called as the first of those in the sheet
 * that mean it.
 */
export function roomNamer({ rooms }: Spaces, places: readonly string[] = []): (typed: string) => string {
  const titles = new Map(rooms.map(({ title }) => [foldText(title), title]));
  for (const place of places) if (!titles.has(foldText(place))) titles.set(foldText(place), place.trim());
  // A place called so is none: it gets the link of a video meeting.
  titles.set(ONLINE_PLACE, '');
  return (typed) => titles.get(foldText(typed)) ?? typed.trim();
}

/**
 * Seats of the largest room for a competency; Infinity where groups meet online, a room holds any number, or no room is for the
 * competency, which its groups are told of in another way.
 */
export function largestFor({ rooms }: Spaces, competency: string): number {
  const seats = rooms.filter((room) => isFor(room, competency)).map((room) => room.seats);
  return seats.length === 0 ? Infinity : Math.max(...seats);
}

/** May groups about the competency meet online though there are rooms? */
export const mayMeetOnline = ({ rooms }: Spaces, competency: string): boolean =>
  rooms.some((room) => room.title === '' && isFor(room, competency));

/** Is the room (or the equipment) for this competency? */
export const isFor = ({ competencies }: Room | Equipment, competency: string): boolean =>
  competencies.length === 0 || competencies.includes(competency);

// «Помещения и оборудование» together with the setting «Места занятий»: where a competency's groups can meet, and with what.
import type { Settings } from '../../workbook/settings';
import { SPACES } from '../../workbook/tables';
import type { Ports } from '../ports';

export interface Room {
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
}

export function spacesOf({ workbook }: Ports, { rooms }: Settings): Spaces {
  const rows = workbook.has(SPACES) ? workbook.read(SPACES).rows : [];
  const named = rows.filter(({ kind, title }) => kind === 'room' && !rooms.includes(title));
  return {
    rooms: [
      ...rooms.map((title) => {
        const row = rows.find((one) => one.kind === 'room' && one.title === title);
        return { title, seats: row?.seats ?? Infinity, competencies: row?.competencies ?? [] };
      }),
      ...named.map(({ title, seats, competencies }) => ({ title, seats: seats ?? Infinity, competencies })),
    ],
    equipment: rows.flatMap(({ kind, title, count, competencies }) =>
      kind === 'equipment' ? [{ title, count: count ?? 1, competencies }] : [],
    ),
  };
}

/** Seats of the largest room; Infinity where groups meet online, or a room holds any number. */
export const largestOf = ({ rooms }: Spaces): number =>
  rooms.length === 0 ? Infinity : Math.max(...rooms.map(({ seats }) => seats));

/** Is the room (or the equipment) for this competency? */
export const isFor = ({ competencies }: Room | Equipment, competency: string): boolean =>
  competencies.length === 0 || competencies.includes(competency);

// An individual route (ИОМ): what one teacher will do in a cycle, with whom, when, by what it will be seen, and how far it is.
import type { Level } from '../framework/framework';
import type { LocalDate } from '../local-time';
import type { Message } from '../message';

/** Learns in a group or alone; consults others. */
export type RouteRole = 'learns' | 'consults';

/** In the order in which an item goes through them; `cancelled` stands beside. */
export const ROUTE_STATES = ['planned', 'doing', 'done', 'confirmed', 'cancelled'] as const;
export type RouteState = (typeof ROUTE_STATES)[number];

/** A session of the item's group, or a held one of a group that the teacher has left, as far as the route has to know it. */
export interface RouteModule {
  readonly module: string;
  readonly date: LocalDate | '';
  /** `чч:мм` as the timetable has it. */
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly state: 'draft' | 'invited' | 'held';
  /** This teacher has given feedback about it: he was there. */
  readonly feedback: boolean;
}

/** What an item of a route rests on: a deficit, a place in a published group, or both. */
export interface RouteGround {
  readonly teacher: string;
  readonly competency: string;
  readonly role: RouteRole;
  /** Level now, by the deciding source; undefined when nobody has assessed it. */
  readonly level: Level | undefined;
  /** Level to be reached; for a consultant the one he is to keep. */
  readonly goal: Level;
  /** The one he is in, else that of the last session he was at; '' when no published group works on it with him. */
  readonly group: string;
  readonly modules: readonly RouteModule[];
}

/**
 * How far an item is by the facts alone.
 * - planned: no session is fixed
 * - doing: people are invited to a session, or it was held and the teacher has not said anything about it
 * - done: a session was held and the teacher has given feedback about it
 * - confirmed: he learns, began below the goal, and his level now is at the goal
 */
export function stateOf(ground: RouteGround, from: Level | undefined): Exclude<RouteState, 'cancelled'> {
  if (isConfirmed(ground, from)) return 'confirmed';
  const { modules } = ground;
  if (modules.some(({ state, feedback }) => state === 'held' && feedback)) return 'done';
  return modules.some(({ state }) => state !== 'draft') ? 'doing' : 'planned';
}

function isConfirmed({ role, level, goal }: RouteGround, from: Level | undefined): boolean {
  return role === 'learns' && level !== undefined && from !== undefined && from < goal && level >= goal;
}

/** By what the state can be seen: what a person would otherwise have to write himself. */
export function evidenceOf(ground: RouteGround, from: Level | undefined): readonly Message[] {
  const held = ground.modules.filter(({ state }) => state === 'held');
  return [
    ...held.map(({ module, date, feedback }) => ({
      code: feedback ? 'route.evidence.feedback' : 'route.evidence.held',
      fields: { module, date },
    })),
    ...(isConfirmed(ground, from)
      ? [{ code: 'route.evidence.level', fields: { from: from ?? 0, level: ground.level ?? 0, goal: ground.goal } }]
      : []),
  ];
}

// A register of routes made anew: what the facts say goes in, what people have typed stays.
import type { Level } from '../framework/framework';
import { type RouteGround, type RouteRole, ROUTE_STATES, type RouteState, stateOf } from './route';

/** Columns that the product writes and people may write over. */
export const WORDS = ['partners', 'when', 'resources', 'task', 'evidence'] as const;
export type Words = Readonly<Record<(typeof WORDS)[number], string>>;

/** What the product wrote last into what people may change: by it a person's own words are told from ours. */
export interface Written extends Words {
  readonly state: RouteState;
}

/** An item as it stands in the register. */
export interface RouteItem extends Words {
  readonly teacher: string;
  readonly competency: string;
  readonly role: RouteRole;
  readonly group: string;
  /** Level when the item came into the route; it does not change any more. */
  readonly from: Level | undefined;
  readonly level: Level | undefined;
  readonly goal: Level | undefined;
  readonly state: RouteState;
  /** Undefined for a row that a person has added: it is left alone. */
  readonly written: Written | undefined;
}

/** A ground with the words that go with it, of an item that began at a level. */
export interface WordedGround extends RouteGround {
  wordsFrom(from: Level | undefined): Words;
}

export type Change<I> =
  { readonly kind: 'change'; readonly item: I; readonly to: RouteItem } | { readonly kind: 'remove'; readonly item: I };

export interface Merged<I> {
  readonly added: readonly RouteItem[];
  /** Only items that differ from what stands there. */
  readonly changes: readonly Change<I>[];
  /** Those of the changes by which an item is cancelled. */
  readonly cancelled: readonly I[];
}

const rank = (state: RouteState): number => ROUTE_STATES.indexOf(state);
const keyOf = ({ teacher, competency, role }: Pick<RouteItem, 'teacher' | 'competency' | 'role'>): string =>
  [teacher, competency, role].join('|');

/**
 * The state after the facts have said `derived`. What a person has chosen stands until the facts get further than they were when he
 * chose; then the farther of the two counts. A person's «cancelled» stands.
 */
export function mergedState(state: RouteState, written: RouteState, derived: RouteState): RouteState {
  if (state === written) return derived;
  if (state === 'cancelled') return state;
  const progressed = derived !== 'cancelled' && (written === 'cancelled' || rank(derived) > rank(written));
  return progressed && rank(derived) > rank(state) ? derived : state;
}

/** What the facts have last said of the state: a person's choice is weighed against it until they say more. */
const writtenState = (state: RouteState, written: RouteState, derived: RouteState): RouteState =>
  state === written || derived === 'cancelled' || rank(derived) > rank(written) || written === 'cancelled'
    ? derived
    : written;

/**
 * Brings a cycle's register up to date: R items against G grounds, O(R + G). Making it again changes nothing.
 *
 * - A new ground is a new item; its level now is where it begins.
 * - Of an item with a ground, the product's words follow the facts; a cell that a person has changed stays.
 * - An item without a ground goes when nothing was done in it and nobody has typed anything. One that is done or confirmed stays as it
 *   is; any other is cancelled. When its ground comes back, it lives on.
 * - A row without `written` is a person's own: it stays, and no second item is made beside it.
 */
export function mergeRoutes<I extends RouteItem>(items: readonly I[], grounds: readonly WordedGround[]): Merged<I> {
  const standing = new Map<string, I>();
  for (const item of items) if (!standing.has(keyOf(item))) standing.set(keyOf(item), item);
  const added: RouteItem[] = [];
  const changes: Change<I>[] = [];
  const cancelled: I[] = [];
  const grounded = new Set<string>();
  for (const ground of grounds) {
    const key = keyOf(ground);
    if (grounded.has(key)) continue;
    grounded.add(key);
    const item = standing.get(key);
    if (item === undefined) added.push(newItem(ground));
    else if (item.written !== undefined) {
      const to = updated(item, item.written, ground);
      if (!isSame(item, to)) changes.push({ kind: 'change', item, to });
    }
  }
  for (const item of items) {
    const { written } = item;
    if (written === undefined || grounded.has(keyOf(item)) || standing.get(keyOf(item)) !== item) continue;
    if (item.state === 'done' || item.state === 'confirmed' || item.state === 'cancelled') continue;
    if (item.state === 'planned' && isUntouched(item, written)) changes.push({ kind: 'remove', item });
    else {
      changes.push({
        kind: 'change',
        item,
        to: { ...item, state: 'cancelled', written: { ...written, state: 'cancelled' } },
      });
      cancelled.push(item);
    }
  }
  return { added, changes, cancelled };
}

function newItem(ground: WordedGround): RouteItem {
  const { teacher, competency, role, group, level, goal } = ground;
  const words = ground.wordsFrom(level);
  const state = stateOf(ground, level);
  return { teacher, competency, role, group, from: level, level, goal, state, ...words, written: { ...words, state } };
}

function updated(item: RouteItem, written: Written, ground: WordedGround): RouteItem {
  const { group, goal } = ground;
  const from = item.from ?? ground.level;
  const words = ground.wordsFrom(from);
  const level = ground.level ?? item.level;
  const derived = stateOf({ ...ground, level }, from);
  const kept = Object.fromEntries(
    WORDS.map((name) => [name, item[name] === written[name] ? words[name] : item[name]]),
  ) as unknown as Words;
  // Of a cell that is a person's, what we wrote last is remembered as it was: given back, it is ours again.
  const ours = Object.fromEntries(
    WORDS.map((name) => [name, item[name] === written[name] ? words[name] : written[name]]),
  ) as unknown as Words;
  return {
    ...item,
    group,
    from,
    level,
    goal,
    ...kept,
    state: mergedState(item.state, written.state, derived),
    written: { ...ours, state: writtenState(item.state, written.state, derived) },
  };
}

/** Has nobody changed anything that we wrote? */
export const isUntouched = (item: RouteItem, written: Written): boolean =>
  item.state === written.state && WORDS.every((name) => item[name] === written[name]);

const SHOWN = ['group', 'from', 'level', 'goal', 'state', ...WORDS] as const;

const isSame = (a: RouteItem, b: RouteItem): boolean =>
  SHOWN.every((name) => a[name] === b[name]) &&
  [...WORDS, 'state' as const].every((name) => a.written?.[name] === b.written?.[name]);

/**
 * Items of an earlier cycle that is still open, against the levels of the present one: those whose level has come to the goal are
 * confirmed. Nothing else of them changes.
 * @param levelOf the teacher's level now; undefined when not known
 */
export function confirmRisen<I extends RouteItem>(
  items: readonly I[],
  levelOf: (teacher: string, competency: string) => Level | undefined,
): readonly Change<I>[] {
  return items.flatMap((item): Change<I>[] => {
    const { written, from, goal, role } = item;
    const level = levelOf(item.teacher, item.competency);
    if (written === undefined || level === undefined || from === undefined || goal === undefined) return [];
    const risen = role === 'learns' && from < goal && level >= goal && item.state !== 'cancelled';
    const state = risen ? 'confirmed' : item.state;
    if (state === item.state && level === item.level) return [];
    return [
      {
        kind: 'change',
        item,
        to: { ...item, level, state, written: { ...written, state: risen ? state : written.state } },
      },
    ];
  });
}

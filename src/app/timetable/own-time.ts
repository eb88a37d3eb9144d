// A group's own weekly time and its drafts: those placed for another one follow it, and what is to be said of it.
import type { Message } from '../../domain/message';
import type { DraftModule, PlacedModule, PlacingInput, Placing } from '../../domain/timetable/place';
import type { AllAnswers } from '../answers/load';
import { slotLabel, type StandingGroup, writtenSlot } from '../groups/read';
import { slotAt, unsuited } from '../groups/slots';
import { writtenDraft } from './modules';

/** What `sent` of a draft holds: what the product wrote into it, and the weekly time that its group had then. */
interface DraftMark {
  readonly where: string;
  /** Undefined in drafts from before that was kept. */
  readonly slot: string | undefined;
}

type Where = Parameters<typeof writtenDraft>[0];

export const draftMark = (where: Where, slot: string): string => `${writtenDraft(where)}${FOR}${slot}`;

const FOR = '|for=';

function readMark(sent: string): DraftMark {
  const at = sent.lastIndexOf(FOR);
  return at < 0 ? { where: sent, slot: undefined } : { where: sent.slice(0, at), slot: sent.slice(at + FOR.length) };
}

/** Does the draft stand elsewhere than the product has put it, or is it a person's own? */
export const isByHand = (sent: string, where: Where): boolean => readMark(sent).where !== writtenDraft(where);

/** A draft as its row has it. */
export interface MarkedDraft {
  readonly $row: number;
  readonly sent: string;
  readonly where: PlacedModule & Where;
}

const slotOf = ({ date, start, end }: PlacedModule): string => slotAt(date, start, end);

/** Was the draft placed when its group had another weekly time, and does it not stand at the present one? */
function isLeft({ sent, where }: MarkedDraft, group: StandingGroup): boolean {
  const { slot } = readMark(sent);
  return slot !== undefined && group.slot !== '' && slot !== group.slot && slotOf(where) !== group.slot;
}

/** Drafts that are to go to their group's new weekly time, or would be, had nobody chosen their time: by group. */
export interface Followers {
  readonly groups: ReadonlyMap<string, StandingGroup>;
  readonly going: readonly string[];
  readonly byHand: readonly MarkedDraft[];
}

export function followersOf(groups: readonly StandingGroup[], drafts: readonly MarkedDraft[]): Followers {
  const known = new Map(groups.map((group) => [group.id, group]));
  const left = drafts.filter((draft) => {
    const group = known.get(draft.where.group);
    return group !== undefined && isLeft(draft, group);
  });
  const going = left.filter(({ sent, where }) => !isByHand(sent, where));
  const moving = new Set(going.map(({ where }) => where.group));
  return {
    groups: new Map([...known].filter(([id]) => moving.has(id))),
    going: going.map(({ where }) => where.module),
    byHand: left.filter((draft) => !going.includes(draft)),
  };
}

/**
 * Places modules, drafts of groups whose weekly time is another since at that time: first with these groups allowed no other, then all as ever
 * from where this has put the drafts. So one that finds no room at its group's time stays where it is.
 */
export function placeFollowing(
  placeModules: (input: PlacingInput) => Placing,
  input: PlacingInput,
  { groups, going }: Followers,
): {
  readonly result: Placing;
  readonly stays: readonly { readonly group: StandingGroup; readonly module: string }[];
  readonly why: readonly Placing['impossible'][number][];
} {
  if (going.length === 0) return { result: placeModules(input), stays: [], why: [] };
  const first = placeModules({
    ...input,
    groups: input.groups.map((one) => {
      const slot = groups.get(one.id)?.slot;
      return slot === undefined ? one : { ...one, weekSlots: [slot] };
    }),
  });
  const found = new Map(first.placed.map((module) => [module.module, module]));
  const drafts = input.drafts?.map((draft): DraftModule => {
    const there = found.get(draft.module);
    return there === undefined
      ? draft
      : { ...draft, date: there.date, start: there.start, end: there.end, room: there.room };
  });
  const result = placeModules({ ...input, ...(drafts === undefined ? {} : { drafts }) });
  const stays = [...result.placed, ...result.held].flatMap((module) => {
    const group = groups.get(module.group);
    return group === undefined || !going.includes(module.module) || slotOf(module) === group.slot
      ? []
      : [{ group, module: module.module }];
  });
  const stuck = new Set(stays.map(({ group }) => group.id));
  return { result, stays, why: first.impossible.filter(({ group }) => stuck.has(group)) };
}

/** Marks of drafts that stay and stand at their group's own time, or do not say yet for which they were placed. */
export function marksToWrite(
  groups: readonly StandingGroup[],
  drafts: readonly MarkedDraft[],
): readonly { readonly $row: number; readonly set: { readonly sent: string } }[] {
  const slots = new Map(groups.map(({ id, slot }) => [id, slot]));
  return drafts.flatMap(({ $row, sent, where }) => {
    const slot = slots.get(where.group);
    const mark = readMark(sent);
    if (slot === undefined || mark.slot === slot || isByHand(sent, where)) return [];
    return mark.slot === undefined || slotOf(where) === slot ? [{ $row, set: { sent: draftMark(where, slot) } }] : [];
  });
}

/** Drafts that do not go to their group's new weekly time. */
export function staysTold(
  { byHand }: Followers,
  stays: ReturnType<typeof placeFollowing>['stays'],
  groups: readonly StandingGroup[],
): readonly Message[] {
  const told = (code: string, of: readonly { readonly group: string; readonly module: string }[]): readonly Message[] =>
    groups.flatMap(({ id, slot }) => {
      const modules = of.flatMap(({ group, module }) => (group === id ? [module] : []));
      return modules.length === 0 ? [] : [{ code, fields: { group: id, slot: slotLabel(slot), modules } }];
    });
  return [
    ...told(
      'timetable.slotStays',
      stays.map(({ group, module }) => ({ group: group.id, module })),
    ),
    ...told(
      'timetable.slotByHand',
      byHand.map(({ where }) => where),
    ),
  ];
}

/** What is to be said of the weekly time that a group has in the sheet: who did not name it, or why it is not kept. */
export function ownTime(
  answers: AllAnswers,
  group: StandingGroup,
  agreed: readonly string[],
  now: { readonly placed: readonly PlacedModule[]; readonly changed: readonly PlacedModule[] },
): readonly Message[] {
  const slot = slotLabel(writtenSlot(group));
  const fields = { group: group.id, slot };
  const idsOf = (modules: readonly PlacedModule[], fits: (at: string) => boolean): string[] =>
    modules
      .filter((one) => one.group === group.id && fits(slotAt(one.date, one.start, one.end)))
      .map(({ module }) => module);
  if (group.slot === '')
    return slot === ''
      ? []
      : [{ code: 'timetable.slotUnknown', fields: { ...fields, modules: idsOf(now.placed, () => true) } }];
  const held = idsOf(now.placed, (at) => at === group.slot);
  const names = held.length === 0 ? [] : unsuited(answers, group, group.slot, agreed);
  const elsewhere = idsOf(now.changed, (at) => at !== group.slot && !agreed.includes(at));
  return [
    ...(names.length > 0 ? [{ code: 'timetable.slotUnsuited', fields: { ...fields, names, modules: held } }] : []),
    ...(elsewhere.length > 0 ? [{ code: 'timetable.slotOther', fields: { ...fields, modules: elsewhere } }] : []),
  ];
}

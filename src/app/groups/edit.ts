// «Изменить группы»: one change of the groups by hand, shown before it is made with what it breaks and what it costs.
import type { AppliedEdit, Change, Draft, GroupEdit } from '../../domain/grouping/editor';
import type { Message, MessageFields, Outcome, Problem } from '../../domain/message';
import { GROUP_CHANGES, GROUPS, OVERVIEW, WISHES } from '../../workbook/tables';
import { type Action, type Field, finished, type RawInput, textOf } from '../action';
import { loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import { lastDone, nextToRedo } from '../edit-walk';
import { type ChangeRow, changesOf, recordChange, settleChanges } from './changes';
import { followsFrom, touched } from './follows-from';
import { changeWithoutGone, goneTold } from './gone';
import { slotsOf, standingGroups } from './read';
import { loadSituation, type Situation } from './situation';
import { seenOf } from './seen';
import { draftOf, explainAnew, settle, writeApplied } from './write-groups';

/** What can be chosen, in the order of the list. */
const KINDS = ['move', 'swap', 'add', 'remove', 'slot', 'pin', 'unpin', 'keep', 'forbid', 'undo', 'redo'] as const;
type Kind = (typeof KINDS)[number];
/** Which other fields each needs. */
const NEEDS: Readonly<Record<Kind, readonly (keyof Asked)[]>> = {
  move: ['person', 'from', 'to'],
  swap: ['person', 'from', 'other', 'to'],
  add: ['person', 'to'],
  remove: ['person', 'from'],
  slot: ['from', 'slot'],
  pin: ['from'],
  unpin: ['from'],
  keep: ['person', 'from'],
  forbid: ['person', 'other'],
  undo: [],
  redo: [],
};

interface Asked {
  readonly person: string;
  readonly from: string;
  readonly other: string;
  readonly to: string;
  readonly role: string;
  readonly slot: string;
  readonly why: string;
}

export interface EditInput extends Asked {
  readonly what: Kind;
  /** `seen` of the view in which the edit was tried; '' when it was not. */
  readonly seen: string;
}

/** An edit thought through: nothing is written yet. */
export interface PlannedEdit {
  readonly situation: Situation;
  readonly applied: AppliedEdit;
  readonly direction: 'do' | 'undo';
  /** The row of «Изменения групп» that is taken back or done again. */
  readonly row?: ChangeRow;
  readonly before: Draft;
  readonly after: Draft;
  /** Codes of those whom it does not bring back: they are on the staff list no more. */
  readonly gone?: readonly string[];
}

export const editGroups: Action<EditInput, never> = {
  id: 'editGroups',
  anyAccount: true,

  fields: (ports) => {
    const context = notSetUp(ports, GROUPS, GROUP_CHANGES) === undefined ? loadContext(ports) : undefined;
    const known = context?.ok === true ? context.value : undefined;
    const choice = (name: string, options: NonNullable<Field['options']>, required = false): Field => ({
      name,
      kind: 'choice',
      options,
      required,
    });
    const people = (known?.staff.all ?? []).map(({ code, name }) => ({ value: code, label: `${name} · ${code}` }));
    const groups = (known === undefined ? [] : standingGroups(ports, known)).map(({ id, title }) => ({
      value: id,
      label: `${id} · ${title}`,
    }));
    const said = <T extends string>(
      values: readonly T[],
      code: (value: T) => Message,
    ): { value: T; label: string }[] =>
      known === undefined ? [] : values.map((value) => ({ value, label: ports.words.say(code(value)) }));
    return [
      choice(
        'what',
        said(KINDS, (kind) => ({ code: `edit.kind.${kind}` })),
        true,
      ),
      choice('person', people),
      choice('from', groups),
      choice('to', groups),
      choice('other', people),
      choice(
        'role',
        said(['consultee', 'consultant'], (role) => ({ code: `edit.role.${role}` })),
      ),
      choice('slot', known === undefined ? [] : slotsOf(known.settings)),
      { name: 'why', kind: 'text' },
    ];
  },

  read(ports, raw) {
    const missing = notSetUp(ports, GROUP_CHANGES, OVERVIEW, WISHES);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    return readEdit(ports, raw);
  },

  preview(ports, input) {
    const planned = planEdit(ports, input);
    if (!planned.ok) return planned;
    const { lines, warnings } = judged(ports, planned.value);
    const told = [...warnings, ...goneTold(ports, planned.value.gone ?? [])];
    return { ok: true, value: { lines: [said(planned.value), ...lines], counts: [], warnings: told } };
  },

  step(ports, run, input) {
    const situation = loadSituation(ports);
    if (!situation.ok) return { state: 'refused', problems: situation.problems };
    const { context } = situation.value.profiles;
    const changes = changesOf(ports, context.settings.cycle);
    // Begun before, and died: what was decided then is what is done now.
    const begun = changes.find((row) => row.run === run.run);
    const applied = ports.planning().readApplied(begun?.edit);
    if (begun !== undefined && applied !== undefined) {
      writeApplied(ports, situation.value, applied, 'do', run.run);
      return ended(ports, [{ code: 'edit.done', fields: { what: begun.what } }], touched(applied));
    }
    const settling = changes.find((row) => row.settled === run.run);
    const again = ports.planning().readApplied(settling?.edit);
    if (settling !== undefined && again !== undefined) {
      settle(ports, situation.value, settling, again, input.what === 'undo' ? 'undo' : 'do', run.run, input.why);
      return ended(ports, [{ code: 'edit.done', fields: { what: settling.what } }], touched(again));
    }
    const planned = planEdit(ports, input);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    const { lines, warnings } = judged(ports, planned.value);
    carryOutEdit(ports, planned.value, run.run, input.why);
    return ended(
      ports,
      [said(planned.value), ...lines, ...warnings, ...followsFrom(ports, planned.value)],
      touched(planned.value.applied),
    );
  },
};

/** Writes the edit into the sheets, in an order in which it can be begun again. */
export function carryOutEdit(ports: Ports, plan: PlannedEdit, run: string, why: string): void {
  const { situation, applied, direction, row } = plan;
  const { context } = situation.profiles;
  if (row === undefined) {
    const dropped = changesOf(ports, context.settings.cycle).filter(({ state }) => state === 'undone');
    recordChange(ports, context, run, {
      groups: touched(applied),
      what: ports.words.say(said(plan)),
      why,
      edit: applied,
    });
    settleChanges(ports, dropped, { state: 'dropped' });
  }
  if (row === undefined) writeApplied(ports, situation, applied, direction, run);
  else settle(ports, situation, row, applied, direction, run, why);
}

/** The edit on the groups as they stand; refused when it makes no sense, or a published group would be left without a side. */
export function planEdit(ports: Ports, input: EditInput): Outcome<PlannedEdit> {
  const loaded = loadSituation(ports);
  if (!loaded.ok) return loaded;
  const situation = loaded.value;
  const planning = ports.planning();
  const before = draftOf(situation);
  const { what, seen } = input;
  if (seen !== '' && seen !== seenOf(ports, situation)) return { ok: false, problems: [{ code: 'edit.meanwhile' }] };
  if (what === 'undo' || what === 'redo') return planAgain(ports, situation, before, what, input.why);
  const applied = planning.applyEdit(before, editOf(input, what));
  const against = applied.ok ? contradiction(situation, applied.value.after.pairs) : undefined;
  if (against !== undefined) return { ok: false, problems: [against] };
  return applied.ok ? planned(ports, situation, before, applied.value, 'do', input.why) : applied;
}

/** A pair asked for that would be void, and nobody would hear of it: about no known topic, or forbidden or pinned by a row of «Пожелания». */
function contradiction({ wishes, naming, profiles }: Situation, pairs: Draft['pairs']): Problem | undefined {
  const topics = new Set(profiles.context.competencies.map(({ id }) => id.toLowerCase()));
  for (const { who, whom, kind, about } of pairs) {
    if (about !== '' && !topics.has(about.toLowerCase())) return { code: 'edit.keep.topic', fields: { topic: about } };
    const other = kind === 'apart' ? 'pinned' : 'apart';
    const found = wishes.some(
      (wish) =>
        wish.kind === other &&
        (wish.about === '' || about === '' || wish.about === about) &&
        [wish.who, wish.whom].every((code) => code === who || code === whom),
    );
    const fields = { names: [naming.person(who), naming.person(whom)] };
    if (found) return kind === 'pinned' ? { code: 'edit.apart', fields } : { code: 'edit.pinned', fields };
  }
  return undefined;
}

/** The last edit taken back, or the one taken back last done again. */
function planAgain(
  ports: Ports,
  situation: Situation,
  before: Draft,
  what: 'undo' | 'redo',
  why: string,
): Outcome<PlannedEdit> {
  const changes = changesOf(ports, situation.profiles.context.settings.cycle);
  const readable = changes.filter((row) => ports.planning().readApplied(row.edit) !== undefined);
  const row = what === 'undo' ? lastDone(readable) : nextToRedo(readable);
  if (row === undefined)
    return { ok: false, problems: [what === 'undo' ? { code: 'edit.undoNone' } : { code: 'edit.redoNone' }] };
  return planRow(ports, situation, before, row, what === 'undo' ? 'undo' : 'do', why);
}

/**
 * A change of the list taken back or done again.
 * @param why asked for where a group has been published since and the change has no reason of its own
 */
export function planRow(
  ports: Ports,
  situation: Situation,
  before: Draft,
  row: ChangeRow,
  direction: 'do' | 'undo',
  why: string,
): Outcome<PlannedEdit> {
  const kept = ports.planning().readApplied(row.edit);
  if (kept === undefined) return { ok: false, problems: [{ code: 'edit.undoNone' }] };
  const { applied, gone } = changeWithoutGone(situation, kept, direction);
  const plan = planned(ports, situation, before, applied, direction, row.why || why);
  return plan.ok
    ? { ok: true, value: { ...plan.value, row, gone } }
    : { ok: false, problems: [...plan.problems, ...goneTold(ports, gone)] };
}

/**
 * Checks a change against the groups as they stand.
 * @param why the people and the time of a published group are not changed without a reason
 */
export function planned(
  ports: Ports,
  situation: Situation,
  before: Draft,
  applied: AppliedEdit,
  direction: 'do' | 'undo',
  why: string,
): Outcome<PlannedEdit> {
  const after = ports.planning().replay(before, applied, direction);
  if (!after.ok) return after;
  const states = new Map(situation.standing.map(({ id, state }) => [id, state]));
  const problems: Problem[] = [];
  const groups = touched(applied);
  const fixed = groups.filter((id) => states.get(id) === 'published' || states.get(id) === 'closed');
  // Whole sets of drafts change places; what has been published since is no draft any more.
  if (fixed.length > 0 && (applied.edit.kind === 'form' || applied.edit.kind === 'restore'))
    return { ok: false, problems: [{ code: 'edit.publishedSince', fields: { groups: fixed } }] };
  for (const id of fixed) {
    const group = after.value.groups.find((one) => one.id === id);
    if (states.get(id) === 'closed') problems.push({ code: 'edit.closed', fields: { group: id } });
    else if (group === undefined || group.consultants.length === 0 || group.members.length === 0)
      problems.push({ code: 'edit.empties', fields: { group: id } });
  }
  // Pinning changes nobody's group.
  const isPin = applied.edit.kind === 'pin' || applied.edit.kind === 'unpin';
  if (problems.length === 0 && fixed.length > 0 && why === '' && !isPin)
    problems.push({ code: 'edit.why', fields: { groups: fixed } });
  return problems.length === 0
    ? { ok: true, value: { situation, applied, direction, before, after: after.value } }
    : { ok: false, problems };
}

/** What it costs, and which rules are broken that were not before. */
export function judged(
  ports: Ports,
  { situation, before, after }: Pick<PlannedEdit, 'situation' | 'before' | 'after'>,
): { readonly lines: readonly Message[]; readonly warnings: readonly Message[] } {
  const planning = ports.planning();
  // Both by the same people, or whoever is in one of the two only would make it cheaper.
  const groups = [...before.groups, ...after.groups];
  const problem = (draft: Draft): ReturnType<Situation['problem']> =>
    situation.problem([], [], {}, { groups, pairs: draft.pairs });
  const rules = (draft: Draft): readonly Message[] =>
    planning.brokenRules(problem(draft), draft, situation.slots, situation.naming);
  const known = new Set(rules(before).map((one) => JSON.stringify(one)));
  return {
    lines: planning.comparedCosts(
      problem(after),
      planning.plansOf(before, situation.slots),
      planning.plansOf(after, situation.slots),
    ),
    warnings: rules(after).filter((one) => !known.has(JSON.stringify(one))),
  };
}

/** One sentence for the change, before and after it is made. */
export function said({ situation, applied, direction, after, row, gone = [] }: PlannedEdit): Message {
  const { person = '', other = '' } = applied.edit as Partial<Asked>;
  // What it says of them is not so.
  if (row !== undefined && gone.some((code) => code === person || code === other))
    return { code: direction === 'undo' ? 'unedited.gone' : 'edited.gone', fields: { what: row.what } };
  // A row of «Пожелания» changed by hand since is another wish about the same two, and holds on.
  const stays = applied.after.pairs.some(({ kind, who, whom }) =>
    after.pairs.some((one) => one.kind === kind && [one.who, one.whom].every((code) => code === who || code === whom)),
  );
  const fields = { ...fieldsOf(situation, applied.edit), stays: stays ? 1 : 0 };
  return direction === 'undo'
    ? { code: `unedited.${applied.edit.kind}`, fields }
    : { code: `edited.${applied.edit.kind}`, fields };
}

function fieldsOf({ naming, slots }: Situation, edit: Change): MessageFields {
  const asked = edit as Partial<Asked & { readonly name: string }>;
  const name = (code: string | undefined): string => (code === undefined ? '' : naming.person(code));
  return {
    name: asked.name ?? name(asked.person),
    other: name(asked.other),
    from: asked.from ?? '',
    to: asked.to ?? '',
    leads: asked.role === 'consultant' ? 1 : 0,
    slot: slots.find(({ value }) => value === asked.slot)?.label ?? '',
  };
}

function ended(ports: Ports, lines: readonly Message[], groups: readonly string[]): ReturnType<typeof finished> {
  const situation = loadSituation(ports);
  if (situation.ok) explainAnew(ports, situation.value, groups);
  return finished(
    lines,
    [GROUPS, GROUP_CHANGES].map((table) => ({
      label: { code: 'link.sheet', fields: { table: table.title } },
      url: ports.workbook.linkTo(table),
    })),
  );
}

/** Checks what a page sent. */
export function readEdit(ports: Ports, raw: RawInput): Outcome<EditInput> {
  const text = (name: string): string => textOf(raw, name, 500) ?? '';
  const what = KINDS.find((kind) => kind === raw['what']);
  if (what === undefined) return { ok: false, problems: [{ code: 'edit.what' }] };
  const input: EditInput = {
    what,
    person: text('person'),
    from: text('from'),
    other: text('other'),
    to: text('to'),
    role: text('role') === 'consultant' ? 'consultant' : 'consultee',
    slot: text('slot'),
    why: text('why'),
    seen: text('seen'),
  };
  const problems: Problem[] = NEEDS[what]
    .filter((field) => input[field] === '')
    .map((field) => ({ code: `edit.needs.${field}` }));
  const context = loadContext(ports);
  if (!context.ok) return context;
  for (const code of [input.person, input.other])
    if (code !== '' && !context.value.staff.byCode.has(code))
      problems.push({ code: 'edit.person', fields: { found: code } });
  if (what === 'slot' && !slotsOf(context.value.settings).some(({ value }) => value === input.slot))
    problems.push({ code: 'edit.needs.slot' });
  return problems.length === 0 ? { ok: true, value: input } : { ok: false, problems };
}

function editOf(input: EditInput, kind: Exclude<Kind, 'undo' | 'redo'>): GroupEdit {
  const { person, from, other, to, slot } = input;
  switch (kind) {
    case 'move':
      return { kind, person, from, to };
    case 'swap':
      return { kind, person, from, other, to };
    case 'add':
      return { kind, person, to, role: input.role === 'consultant' ? 'consultant' : 'consultee' };
    case 'slot':
      return { kind, from, slot };
    case 'pin':
    case 'unpin':
      return { kind, from };
    case 'forbid':
      return { kind, person, other };
    default:
      return { kind, person, from };
  }
}

// «Варианты групп»: keeps the drafts under a name, compares two sets in words, brings one back.
import type { Draft, EditedGroup } from '../../domain/grouping/editor';
import { inParts, LONGEST_KEPT } from '../../domain/grouping/kept-edits';
import type { Message, Outcome } from '../../domain/message';
import { GROUP_CHANGES, GROUPS, OVERVIEW, VARIANTS, WISHES } from '../../workbook/tables';
import { type Action, type Field, finished, textOf } from '../action';
import { loadSettings, notSetUp } from '../context';
import type { Ports } from '../ports';
import { changesOf } from './changes';
import { carryOutEdit, judged, planned, type PlannedEdit, said } from './edit';
import { editedOf } from './explained';
import type { StandingGroup } from './read';
import { loadSituation, type Situation } from './situation';
import { draftOf, explainDrafts, writeApplied } from './write-groups';

const KINDS = ['save', 'compare', 'restore'] as const;
/** People named at once; the rest is counted. */
const MOST_NAMED = 5;
/** Stands for the groups as they are now. */
const NOW = '*';

interface VariantInput {
  readonly what: (typeof KINDS)[number];
  /** Name under which the groups are kept. */
  readonly name: string;
  readonly one: string;
  readonly other: string;
}

interface Variant {
  readonly name: string;
  readonly run: string;
  readonly groups: readonly unknown[];
}

export const groupVariants: Action<VariantInput, never> = {
  id: 'groupVariants',
  anyAccount: true,

  fields: (ports) => {
    const ready = notSetUp(ports, VARIANTS, GROUPS) === undefined;
    const names = ready ? variantsOf(ports).map(({ name }) => ({ value: name, label: name })) : [];
    const now = ready ? [{ value: NOW, label: ports.words.say({ code: 'variant.now' }) }] : [];
    const choice = (name: string, options: NonNullable<Field['options']>, required = false): Field => ({
      name,
      kind: 'choice',
      options,
      required,
    });
    return [
      choice(
        'what',
        ready ? KINDS.map((kind) => ({ value: kind, label: ports.words.say({ code: `variant.kind.${kind}` }) })) : [],
        true,
      ),
      { name: 'name', kind: 'text' },
      choice('one', [...now, ...names]),
      choice('other', [...now, ...names]),
    ];
  },

  read(ports, raw) {
    const missing = notSetUp(ports, VARIANTS, GROUP_CHANGES, OVERVIEW, WISHES);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const what = KINDS.find((kind) => kind === raw['what']);
    const name = textOf(raw, 'name', 100) ?? '';
    const one = textOf(raw, 'one', 100) ?? '';
    const other = textOf(raw, 'other', 100) ?? '';
    if (what === undefined) return { ok: false, problems: [{ code: 'variant.what' }] };
    if (what === 'save' && (name === '' || name === NOW)) return { ok: false, problems: [{ code: 'variant.noName' }] };
    const known = new Set([NOW, ...variantsOf(ports).map((row) => row.name)]);
    const chosen = what === 'save' ? [] : what === 'compare' ? [one, other] : [one];
    const stranger = chosen.find((text) => !known.has(text));
    if (stranger !== undefined)
      return { ok: false, problems: [{ code: 'variant.unknown', fields: { found: stranger } }] };
    if (what === 'compare' ? one === other : chosen.includes(NOW))
      return { ok: false, problems: [{ code: 'variant.same' }] };
    return { ok: true, value: { what, name, one, other } };
  },

  preview(ports, input) {
    const outcome = thought(ports, input);
    if (!outcome.ok) return outcome;
    const { lines, warnings } = outcome.value;
    return { ok: true, value: { lines, counts: [], warnings } };
  },

  step(ports, run, input) {
    if (input.what === 'restore') return restore(ports, run.run, input);
    const outcome = thought(ports, input, run.run);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    const { situation, lines, warnings } = outcome.value;
    if (input.what === 'save' && !variantsOf(ports).some((row) => row.run === run.run))
      ports.workbook.append(
        VARIANTS,
        inParts(unpublished(situation), LONGEST_KEPT).map((groups) => ({
          name: input.name,
          at: ports.clock.localNow(),
          groups,
          cycle: situation.profiles.context.settings.cycle,
          run: run.run,
        })),
      );
    return finished([...lines, ...warnings]);
  },
};

/**
 * What is to be done or said, nothing written.
 * @param run whose own variant does not take its name: an attempt that died may have written it
 */
function thought(
  ports: Ports,
  input: VariantInput,
  run?: string,
): Outcome<{ situation: Situation; lines: readonly Message[]; warnings: readonly Message[] }> {
  const loaded = loadSituation(ports);
  if (!loaded.ok) return loaded;
  const situation = loaded.value;
  switch (input.what) {
    case 'save': {
      const groups = unpublished(situation);
      if (groups.length === 0) return { ok: false, problems: [{ code: 'variant.nothing' }] };
      if (variantsOf(ports).some((row) => row.name === input.name && row.run !== run))
        return { ok: false, problems: [{ code: 'variant.taken', fields: { name: input.name } }] };
      const line = { code: 'variant.save', fields: { name: input.name, groups: groups.length } };
      return { ok: true, value: { situation, lines: [line], warnings: [] } };
    }
    case 'compare':
      return { ok: true, value: { situation, ...compared(ports, situation, input) } };
    case 'restore': {
      const plan = planRestore(ports, situation, input);
      return plan.ok
        ? {
            ok: true,
            value: {
              situation,
              lines: [said(plan.value), ...judged(ports, plan.value).lines],
              warnings: [...notBrought(ports, situation, input.one), ...judged(ports, plan.value).warnings],
            },
          }
        : plan;
    }
  }
}

/** What the second would bring that the first would not: which is better by the school's prices, who is where, what is broken. */
function compared(
  ports: Ports,
  situation: Situation,
  { one, other }: VariantInput,
): { lines: readonly Message[]; warnings: readonly Message[] } {
  const planning = ports.planning();
  const { pairs } = draftOf(situation);
  const draft = (name: string): Draft => ({
    groups: [...fixed(situation), ...groupsOf(ports, situation, name)],
    pairs,
  });
  const [before, after] = [draft(one), draft(other)];
  const plans = (of: Draft): Parameters<typeof planning.differences>[1] =>
    planning.plansOf(of, situation.slots).map((plan, at) => ({ ...plan, id: of.groups[at]?.id ?? '' }));
  const name = (text: string): string => (text === NOW ? ports.words.say({ code: 'variant.now' }) : text);
  const { lines, warnings } = judged(ports, { situation, before, after });
  const problem = situation.problem([], [], {}, { groups: [...before.groups, ...after.groups], pairs });
  return {
    lines: [
      { code: 'variant.compare', fields: { one: name(one), other: name(other) } },
      ...lines,
      ...planning.differences(problem, plans(before), plans(after), situation.naming),
    ],
    warnings: [one, other].flatMap((of) => notBrought(ports, situation, of)).concat(warnings),
  };
}

function planRestore(ports: Ports, situation: Situation, { one }: VariantInput): Outcome<PlannedEdit> {
  const groups = groupsOf(ports, situation, one);
  if (groups.length === 0 && publishedOf(ports, situation, one).length > 0)
    return { ok: false, problems: [{ code: 'variant.allPublished', fields: { name: one } }] };
  const applied = ports.planning().restoring(one, unpublished(situation), groups);
  return applied === undefined
    ? { ok: false, problems: [{ code: 'edit.nothing' }] }
    : planned(ports, situation, draftOf(situation), applied, 'do', '');
}

function restore(ports: Ports, run: string, input: VariantInput): ReturnType<typeof groupVariants.step> {
  const loaded = loadSituation(ports);
  if (!loaded.ok) return { state: 'refused', problems: loaded.problems };
  const { settings } = loaded.value.profiles.context;
  const begun = changesOf(ports, settings.cycle).find((row) => row.run === run);
  const applied = ports.planning().readApplied(begun?.edit);
  const plan = applied === undefined ? planRestore(ports, loaded.value, input) : undefined;
  if (plan?.ok === false) return { state: 'refused', problems: plan.problems };
  if (plan !== undefined) carryOutEdit(ports, plan.value, run, '');
  else if (applied !== undefined) writeApplied(ports, loaded.value, applied, 'do', run);
  const now = loadSituation(ports);
  if (now.ok) explainDrafts(ports, now.value);
  return finished(
    [
      { code: 'variant.restored', fields: { name: input.one } },
      ...(plan === undefined ? [] : judged(ports, plan.value).warnings),
    ],
    [{ label: { code: 'link.sheet', fields: { table: GROUPS.title } }, url: ports.workbook.linkTo(GROUPS) }],
  );
}

const isFixed = ({ state }: StandingGroup): boolean => state === 'published' || state === 'closed';
const unpublished = ({ standing }: Situation): EditedGroup[] =>
  standing.filter((group) => !isFixed(group)).map(editedOf);
const fixed = ({ standing }: Situation): EditedGroup[] => standing.filter(isFixed).map(editedOf);

/**
 * The groups of a variant as far as its groups have not been published since, without people who are no longer on the staff list; those
 * of now for `NOW`.
 */
function groupsOf(ports: Ports, situation: Situation, name: string): readonly EditedGroup[] {
  if (name === NOW) return unpublished(situation);
  const groups = variantsOf(ports).find((variant) => variant.name === name)?.groups ?? [];
  const published = new Set(fixed(situation).map(({ id }) => id));
  const there = (codes: readonly string[]): readonly string[] => codes.filter((code) => isKnown(situation, code));
  return groups
    .filter(ports.planning().isGroup)
    .filter(({ id }) => !published.has(id))
    .map((group) => ({ ...group, consultants: there(group.consultants), members: there(group.members) }))
    .filter(({ consultants, members }) => consultants.length + members.length > 0);
}

const isKnown = ({ profiles }: Situation, code: string): boolean => profiles.context.staff.byCode.has(code);

/** What of the variant would not come back. */
const notBrought = (ports: Ports, situation: Situation, name: string): readonly Message[] => [
  ...staying(ports, situation, name),
  ...lostPeople(ports, situation, name),
];

/** Groups of the variant that have been published since: they stay as they are. */
function publishedOf(ports: Ports, situation: Situation, name: string): readonly string[] {
  const { groups = [] } = variantsOf(ports).find((variant) => variant.name === name) ?? {};
  const published = new Set(fixed(situation).map(({ id }) => id));
  return groups
    .filter(ports.planning().isGroup)
    .map(({ id }) => id)
    .filter((id) => published.has(id));
}

function staying(ports: Ports, situation: Situation, name: string): readonly Message[] {
  const ids = publishedOf(ports, situation, name);
  return ids.length === 0
    ? []
    : [
        {
          code: 'variant.published',
          fields: { groups: ids.slice(0, MOST_NAMED), more: Math.max(0, ids.length - MOST_NAMED) },
        },
      ];
}

/** Who is in the variant, but on the staff list no more. */
function lostPeople(ports: Ports, situation: Situation, name: string): readonly Message[] {
  const { groups = [] } = variantsOf(ports).find((variant) => variant.name === name) ?? {};
  const people = groups
    .filter(ports.planning().isGroup)
    .flatMap(({ consultants, members }) => [...consultants, ...members])
    .filter((code) => !isKnown(situation, code));
  const names = [...new Set(people)];
  return names.length === 0
    ? []
    : [
        {
          code: 'variant.gone',
          fields: { names: names.slice(0, MOST_NAMED), more: Math.max(0, names.length - MOST_NAMED) },
        },
      ];
}

/** Variants of the current cycle. One that is too long for a cell stands in several rows of its name, a part of its groups in each. */
export function variantsOf(ports: Ports): readonly Variant[] {
  const settings = loadSettings(ports);
  if (!settings.ok) return [];
  const variants = new Map<string, Variant>();
  for (const { name, run, groups, cycle } of ports.workbook.read(VARIANTS).rows) {
    if (cycle !== settings.value.cycle) continue;
    const part = Array.isArray(groups) ? (groups as readonly unknown[]) : [];
    variants.set(name, { name, run, groups: [...(variants.get(name)?.groups ?? []), ...part] });
  }
  return [...variants.values()];
}

// What each synthetic teacher can, wants, offers and when: the truth from which all answers are then written.
import { levelOf, type Ability } from './ability';
import { Dice } from './dice';
import { YOUNG, type Person } from './people';
import { LONELY, POPULAR, SLOTS } from './times';
import { targetFor, type Competency, type Level } from '../../src/domain/framework/framework';

export interface Profile {
  readonly person: Person;
  /** Competency id → level. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Technologies chosen in the needs survey. */
  readonly chosen: readonly string[];
  /** Of the chosen: still needed when asked in detail. */
  readonly needed: readonly string[];
  readonly wants: readonly string[];
  readonly helps: readonly string[];
  /** `d|HH:mm-HH:mm` */
  readonly times: readonly string[];
  readonly answersNeeds: boolean;
  readonly answersSelf: boolean;
}

export interface SchoolPlan {
  readonly seed: number;
  readonly people: readonly Person[];
  readonly competencies: readonly Competency[];
  /** Technology → how many choose it, how many of them need it in the end, how many teachers can consult. */
  readonly technologies: Readonly<
    Record<string, { readonly choose: number; readonly need: number; readonly consult: number }>
  >;
  /** Other competency → teachers who can consult; none where absent. */
  readonly otherConsultants: Readonly<Record<string, number>>;
  /** Who answers the needs survey and chooses two technologies. */
  readonly chooseTwo: number;
  /** Who does not answer the needs survey; half of them do not answer the self-assessment either. */
  readonly silent: number;
  /** Who does not answer the self-assessment, besides. */
  readonly silentInSelf: number;
  /** Teachers whose only free time no consultant has. */
  readonly aloneInTime: number;
}

/** One try to deal the choices so that everybody keeps to his number and nobody chooses what he consults on. */
function deal(
  dice: Dice,
  plan: SchoolPlan,
  choosers: readonly { readonly code: string; readonly many: number }[],
  consults: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, string[]> | undefined {
  const left = new Map(choosers.map(({ code, many }) => [code, many]));
  const chosen = new Map<string, string[]>(choosers.map(({ code }) => [code, []]));
  for (const [id, { choose }] of Object.entries(plan.technologies)) {
    const able = dice
      .shuffled(choosers)
      .filter(({ code }) => (left.get(code) ?? 0) > 0 && consults.get(id)?.has(code) !== true)
      .sort((a, b) => (left.get(b.code) ?? 0) - (left.get(a.code) ?? 0));
    if (able.length < choose) return undefined;
    for (const { code } of able.slice(0, choose)) {
      left.set(code, (left.get(code) ?? 0) - 1);
      chosen.get(code)?.push(id);
    }
  }
  return chosen;
}

function dealChoices(...args: Parameters<typeof deal>): Map<string, string[]> {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const chosen = deal(...args);
    if (chosen !== undefined) return chosen;
  }
  throw new Error('the plan of choices cannot be met');
}

/** Convenient hours: consultants have more of them, and the popular ones. */
function times(dice: Dice, consults: boolean, alone: boolean): string[] {
  if (alone) return [LONELY];
  const own = consults
    ? [
        ...POPULAR,
        ...dice.some(
          SLOTS.filter((slot) => slot !== LONELY),
          3,
        ),
      ]
    : [dice.pick(POPULAR), ...dice.some(SLOTS, dice.between(2, 5))];
  return SLOTS.filter((slot) => own.includes(slot));
}

export function profilesOf(plan: SchoolPlan): Profile[] {
  const dice = new Dice(plan.seed);
  const codes = plan.people.map(({ code }) => code);
  const order = dice.shuffled(codes);
  const silentNeeds = new Set(order.slice(0, plan.silent));
  const silentSelf = new Set(order.slice(Math.ceil(plan.silent / 2), plan.silent + plan.silentInSelf));
  const helpers = order.slice(plan.silent + plan.silentInSelf);
  const consults = assignConsultants(dice, plan, helpers);
  const choosers = pickChoosers(dice, plan, order.slice(plan.silent));
  const chosen = dealChoices(dice, plan, choosers, consults);
  const needed = pickNeeded(dice, plan, chosen);
  const alone = new Set(
    dice.some(
      choosers
        .map(({ code }) => code)
        .filter((code) => !silentSelf.has(code) && ![...consults.values()].some((set) => set.has(code))),
      plan.aloneInTime,
    ),
  );
  return plan.people.map((person) => {
    const { code } = person;
    const mine = chosen.get(code) ?? [];
    const helps = plan.competencies.filter(({ id }) => consults.get(id)?.has(code) === true).map(({ id }) => id);
    const needs = mine.filter((id) => needed.get(id)?.has(code) === true);
    const general = 0.8 * dice.normal() + 0.8 * Math.min(helps.length, 1) - 0.7 * needs.length;
    const ability: Ability = { general, young: person.role === YOUNG, areas: new Map() };
    const levels: Record<string, Level> = {};
    for (const competency of plan.competencies) {
      const { id } = competency;
      levels[id] = levelOf(dice, ability, competency, {
        consults: helps.includes(id),
        chose: mine.includes(id),
        needs: needs.includes(id),
      });
    }
    const others = plan.competencies.filter(
      (competency) =>
        plan.technologies[competency.id] === undefined &&
        (levels[competency.id] ?? 0) < targetFor(competency, person.role),
    );
    const wants = new Set([...mine, ...dice.some(others, dice.between(0, 2)).map(({ id }) => id)]);
    return {
      person,
      levels,
      chosen: mine,
      needed: needs,
      wants: plan.competencies.map(({ id }) => id).filter((id) => wants.has(id)),
      helps,
      times: times(dice, helps.length > 0, alone.has(code)),
      answersNeeds: !silentNeeds.has(code),
      answersSelf: !silentSelf.has(code),
    };
  });
}

/** Competency → codes of those who can consult; a person consults on two things at most. */
function assignConsultants(dice: Dice, plan: SchoolPlan, able: readonly string[]): Map<string, Set<string>> {
  const load = new Map<string, number>();
  const out = new Map<string, Set<string>>();
  const pool = able.slice(0, Math.ceil(able.length / 3));
  for (const { id } of plan.competencies) {
    const count = plan.technologies[id]?.consult ?? plan.otherConsultants[id] ?? 0;
    const free = dice.shuffled(pool).sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0));
    const members = free.filter((code) => (load.get(code) ?? 0) < 2).slice(0, count);
    for (const code of members) load.set(code, (load.get(code) ?? 0) + 1);
    out.set(id, new Set(members));
  }
  return out;
}

function pickChoosers(dice: Dice, plan: SchoolPlan, answering: readonly string[]): { code: string; many: number }[] {
  const total = Object.values(plan.technologies).reduce((sum, { choose }) => sum + choose, 0);
  const count = total - plan.chooseTwo;
  return dice.some(answering, count).map((code, index) => ({ code, many: index < plan.chooseTwo ? 2 : 1 }));
}

function pickNeeded(
  dice: Dice,
  plan: SchoolPlan,
  chosen: ReadonlyMap<string, readonly string[]>,
): Map<string, Set<string>> {
  return new Map(
    Object.entries(plan.technologies).map(([id, { need }]) => {
      const who = [...chosen].filter(([, ids]) => ids.includes(id)).map(([code]) => code);
      return [id, new Set(dice.some(who, need))];
    }),
  );
}

// What the explanations say beyond one group: pairs, what would cover a deficit, wishes that stay open, how good the groups are.
import { levelName } from '../framework/framework';
import type { Message, MessageFields } from '../message';
import { whatBinds } from './binding';
import { Explainer, listed } from './explain';
import type { GroupingGroup, GroupingProblem, GroupingSolution, UnservedNeed } from './problem';
import { structuralReasons } from './reasons';
import { isMet, leadOf, obstacleTo } from './requests';
import type { Wish } from './wishes';

/**
 * How far the groups may be from the best possible ones at most, in whole per cent, rounded up; undefined when nothing is known.
 * Cost and bound are both taken without what no groups at all can serve (deficits without a consultant, common time or company):
 * that part is the same whatever is formed and would make the figure look better than it is. 0 = proven best.
 */
export function distanceFromBest(
  problem: GroupingProblem,
  { cost, bound }: Pick<GroupingSolution, 'cost' | 'bound'>,
): number | undefined {
  const C = problem.competencies.length;
  let fixed = 0;
  for (const at of structuralReasons(problem).keys()) {
    const level = Number(problem.teachers[Math.floor(at / C)]?.lvl.charAt(at % C));
    fixed += problem.params.price.uncovered * (problem.params.w[3 - level] ?? 0);
  }
  if (cost <= bound + 1e-6) return 0;
  return bound - fixed > 1e-6 ? Math.ceil(((cost - bound) / (bound - fixed)) * 100) : undefined;
}

export class Adviser extends Explainer {
  /** How good the groups are, in words; says so when nothing can be said. */
  quality(solution: Omit<GroupingSolution, 'groups' | 'unserved'>): readonly Message[] {
    const percent = distanceFromBest(this.about.problem, solution);
    if (percent === 0) return [{ code: 'groups.quality.best' }];
    return [
      percent === undefined || percent > 100
        ? { code: 'groups.quality.unknown' }
        : { code: 'groups.quality', fields: { percent } },
      ...(solution.costParts.f1 <= solution.leastUnserved + 1e-6 ? [{ code: 'groups.servesMost' }] : []),
    ];
  }

  /** Why these two are in one group: help, a shared lead, or company with the same deficit. */
  reasonForPair(group: GroupingGroup, a: string, b: string, wished = false): Message {
    const [first, second] = group.consultants.includes(b) && !group.consultants.includes(a) ? [b, a] : [a, b];
    const leads = [first, second].filter((code) => group.consultants.includes(code)).length;
    const [own = '', other = ''] = [this.subjectsOf([first]).join(), this.subjectsOf([second]).join()];
    const fields: MessageFields = {
      name: this.name(first),
      other: this.name(second),
      title: this.title(group.competency),
      slot: this.slotLabel(group.slot),
      suits: Math.min(this.suits(first, group.slot), this.suits(second, group.slot)),
      subjects: own !== '' && other !== '' && own !== other ? [own, other] : [],
      met: this.haveMet(first, second) ? 1 : 0,
      wished: wished ? 1 : 0,
    };
    if (leads === 2) return { code: 'pair.leads', fields: { ...fields, members: group.members.length } };
    if (leads === 0) return { code: 'pair.peers', fields };
    const row = this.row(second, group.competency);
    const level = row?.basis.fields?.['level'];
    return {
      code: 'pair.help',
      fields: {
        ...fields,
        ...(typeof level !== 'number' ? {} : { level: levelName(row?.scale, level) }),
        target: row === undefined ? '' : levelName(row.scale, row.target),
      },
    };
  }

  /**
   * Every pair of the group that has something to do with one another: who helps whom, who leads together, and of the consultees those
   * who asked for one another or have worked together before (the others share the group's deficit, as its reason says).
   */
  pairsOf(group: GroupingGroup, wishes: readonly Wish[]): readonly Message[] {
    const { consultants, members } = group;
    const asked = (a: string, b: string): boolean =>
      wishes.some(
        (wish) =>
          wish.kind !== 'apart' &&
          [wish.who, wish.whom].every((code) => code === a || code === b) &&
          isMet(this.about.problem, wish, [group]),
      );
    return [
      ...consultants.flatMap((lead) =>
        members.map((member) => this.reasonForPair(group, lead, member, asked(lead, member))),
      ),
      ...consultants.flatMap((lead, at) =>
        consultants.slice(at + 1).map((other) => this.reasonForPair(group, lead, other, asked(lead, other))),
      ),
      ...members.flatMap((one, at) =>
        members.slice(at + 1).flatMap((other) => {
          const wished = asked(one, other);
          return wished || this.haveMet(one, other) ? [this.reasonForPair(group, one, other, wished)] : [];
        }),
      ),
    ];
  }

  /** What would cover a deficit that is left, as something a director can do. */
  coverFor(need: UnservedNeed): Message {
    const { problem } = this.about;
    const c = problem.competencies.indexOf(need.competency);
    const able = this.ableTo(c);
    const needy = this.needy(c, need.competency);
    const own = this.about.slots.filter((_, slot) => this.suits(need.teacher, slot) > 0).map(({ label }) => label);
    const fields = { title: this.title(need.competency), name: this.name(need.teacher) };
    switch (this.reasonFor(need, able)) {
      case 'no_consultant': {
        const { slot, count } = this.bestSlot(needy);
        return { code: 'cover.consultant', fields: { ...fields, slot: this.slotLabel(slot), people: count } };
      }
      case 'no_common_slot': {
        const theirs = this.about.slots.filter((_, slot) => able.some((code) => this.suits(code, slot) > 0));
        return {
          code: 'cover.time',
          fields: {
            ...fields,
            ...listed(able.map((code) => this.name(code))),
            slots: theirs.map(({ label }) => label),
            own,
          },
        };
      }
      case 'too_few': {
        const { most, slot } = this.bestGathering(need.teacher, c, able);
        const missing = Math.max(1, problem.params.L - most);
        return { code: 'cover.company', fields: { ...fields, slot: this.slotLabel(slot), missing } };
      }
      case 'limit': {
        const teacher = problem.teachers[this.index.get(need.teacher) ?? -1];
        const learns = this.about.solution.groups.filter(({ members }) => members.includes(need.teacher)).length;
        if (learns >= (teacher?.maxMember ?? problem.params.m))
          return { code: 'cover.ownLimit', fields: { ...fields, personal: teacher?.maxMember === undefined ? 0 : 1 } };
        const allowed = this.allowed(need, able);
        if (allowed.length === 0)
          return { code: 'cover.banned', fields: { ...fields, ...listed(able.map((code) => this.name(code))) } };
        const spare = allowed.filter((code) => this.load(code) < this.leadLimit(code));
        const binding = whatBinds(problem, this.about.solution.groups, need.teacher, need.competency, spare);
        if (binding?.kind === 'apart') return { code: 'cover.apart', fields: this.bindingFields(fields, binding) };
        if (binding !== undefined) return { code: 'cover.means', fields: this.bindingFields(fields, binding) };
        const { slot, count } = this.bestSlot(needy);
        return spare.length === 0
          ? { code: 'cover.another', fields: { ...fields, slot: this.slotLabel(slot), people: count } }
          : { code: 'cover.room', fields: { ...fields, ...listed(spare.map((code) => this.name(code))) } };
      }
    }
  }

  /** Wishes that the groups do not meet, each with the reason, «закрепить вместе» first; «не ставить вместе» always holds. */
  openWishes(wishes: readonly Wish[]): readonly Message[] {
    const { problem, solution } = this.about;
    const order = [...wishes].sort((a, b) => Number(b.kind === 'pinned') - Number(a.kind === 'pinned'));
    return order.flatMap((wish): Message[] => {
      if (wish.kind === 'apart' || isMet(problem, wish, solution.groups)) return [];
      const why = obstacleTo(problem, wish) ?? 'worse';
      const lead = leadOf(problem, wish);
      const fields = {
        pinned: wish.kind === 'pinned' ? 1 : 0,
        name: this.name(wish.who),
        other: this.name(wish.whom),
        title: wish.about === '' ? '' : this.title(wish.about),
        lead: lead === undefined ? '' : this.name(lead),
      };
      if (why === 'topic') return [{ code: 'wish.open.topic', fields }];
      if (why === 'banned') return [{ code: 'wish.open.banned', fields }];
      return why === 'time' ? [{ code: 'wish.open.time', fields }] : [{ code: 'wish.open.worse', fields }];
    });
  }

  protected haveMet(a: string, b: string): boolean {
    const [i, j] = [this.index.get(a), this.index.get(b)];
    return this.about.problem.history.some((pair) => pair.includes(i ?? -1) && pair.includes(j ?? -1));
  }

  /** Codes of those whose deficit in the competency the groups leave. */
  protected needy(c: number, competency: string): readonly string[] {
    const { problem, solution } = this.about;
    const served = new Set(solution.groups.flatMap((group) => (group.competency === competency ? group.members : [])));
    return problem.teachers.filter(({ id, lvl }) => lvl.charAt(c) < '3' && !served.has(id)).map(({ id }) => id);
  }

  /** The slot in which the most of these people can. */
  protected bestSlot(codes: readonly string[]): { readonly slot: number; readonly count: number } {
    let best = { slot: -1, count: 0 };
    for (let slot = 0; slot < this.about.problem.slots; slot++) {
      const count = codes.filter((code) => this.suits(code, slot) > 0).length;
      if (count > best.count) best = { slot, count };
    }
    return best;
  }
}

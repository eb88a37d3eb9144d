// What the explanations say beyond one group: pairs, what would cover a deficit, wishes that stay open, how good the groups are.
import { levelName } from '../framework/framework';
import type { Message, MessageFields } from '../message';
import { areAll, Explainer, meansOf } from './explain';
import type { Hindrance } from './hindrances';
import type { GroupingGroup, GroupingProblem, GroupingSolution, UnservedNeed } from './problem';
import { structuralReasons } from './reasons';
import { isMet, leadOf, obstacleTo } from './requests';
import type { NearestWay } from './ways';
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

  /** What would cover a deficit that is left, as things a director can do: all of them together. */
  coverFor(need: UnservedNeed): readonly Message[] {
    const way = this.wayTo(need);
    if (way.hindrances.length > 0) return way.hindrances.map((one) => this.remedy(need, way, one));
    const fields = this.fieldsOf(need, way);
    if (way.joins !== undefined) return [{ code: 'cover.place', fields }];
    return [this.ways.isDearer(way, need.competency) ? { code: 'cover.dear' } : { code: 'cover.possible' }];
  }

  private remedy(need: UnservedNeed, way: NearestWay, hindrance: Hindrance): Message {
    const fields = this.fieldsOf(need, way);
    const people = way.members.length;
    const another = (): number => (this.ways.wouldHelp(need) ? 1 : 0);
    switch (hindrance.kind) {
      case 'rules':
        return { code: 'cover.rules' };
      case 'own':
        return { code: 'cover.ownLimit', fields };
      case 'apart': {
        const names = this.names(hindrance.people);
        return hindrance.own && areAll(this.able(need), hindrance.people)
          ? { code: 'cover.banned', fields: { ...fields, ...names } }
          : { code: 'cover.apart', fields: { ...fields, ...names, another: another() } };
      }
      case 'busy':
        return { code: 'cover.busy', fields: { ...fields, ...this.otherGroup(hindrance.group) } };
      case 'full': {
        const load = way.besides.has('load') ? 1 : 0;
        const binds = { each: hindrance.each ? 1 : 0, size: hindrance.size ? 1 : 0, load };
        const seats = hindrance.size && this.about.seats?.has(need.competency) === true;
        return { code: seats ? 'cover.full.room' : 'cover.full', fields: { ...binds, another: another() } };
      }
      case 'load': {
        const own = hindrance.leads.some((code) => this.people.get(code)?.maxAsConsultant !== undefined);
        return { code: 'cover.load', fields: { ...fields, people, personal: own ? 1 : 0 } };
      }
      case 'leadBusy':
        return { code: 'cover.leadBusy', fields: { ...fields, people, ...this.names(hindrance.leads) } };
      case 'means':
        return { code: 'cover.means', fields: { ...fields, ...meansOf(hindrance) } };
      case 'few': {
        const { missing, needy } = hindrance;
        return needy < this.about.problem.params.L
          ? { code: 'cover.company.needed', fields: { ...fields, needy } }
          : { code: 'cover.company', fields: { ...fields, missing } };
      }
      case 'alike':
        return { code: 'cover.alike', fields };
      case 'time': {
        const closed = this.about.slots
          .filter(({ value }) => this.about.closed?.includes(value))
          .map(({ label }) => label);
        return { code: 'cover.time', fields: { ...fields, own: this.labelsOf([need.teacher]), closed } };
      }
      case 'consultant': {
        const unable = hindrance.able.length === 0 ? this.ways.unable(need.competency) : [];
        return unable.length > 0
          ? { code: 'cover.leadsNone', fields: { ...fields, ...this.names(unable) } }
          : { code: 'cover.consultant', fields: { ...fields, people, one: hindrance.able.length > 0 ? 1 : 0 } };
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
}

// Why a community is as it is, why everybody is in it, and why others are in none.
import { type Competency, levelName } from '../../framework/framework';
import type { Message } from '../../message';
import type { ProfileRow } from '../../scoring/profile';
import type { Teacher } from '../../staff/teacher';
import { readLevelOf } from '../pairs/pairs';
import type { CommunitiesInput, CommunitiesPlan } from './form';
import type { Community } from './model';

/** Names in one sentence; the rest is counted. */
const LISTED = 5;

export class CommunitiesExplainer {
  private readonly rows: ReadonlyMap<string, ProfileRow>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly titles: ReadonlyMap<string, string>;

  constructor(
    private readonly input: CommunitiesInput,
    private readonly plan: CommunitiesPlan,
    competencies: readonly Competency[],
    /** All who may be named, also those who take no part. */
    staff: readonly Teacher[] = input.teachers,
  ) {
    this.rows = new Map(input.profiles.map((row) => [`${row.teacher}\n${row.competency}`, row]));
    this.names = new Map(staff.map(({ code, name }) => [code, name]));
    this.titles = new Map(competencies.map(({ id, title }) => [id, title]));
  }

  /** Why this person is here: as the tutor by what he can, as a member by what he lacks or wants; and whom he asked for. */
  reason(community: Community, code: string): Message {
    const { focus, tutor, members } = community;
    const row = this.row(code, focus);
    const together = members
      .filter((other) => other !== code && this.input.wishes.wants(code, other, focus))
      .map((other) => this.names.get(other) ?? other);
    const fields = {
      title: this.titles.get(focus) ?? focus,
      level: row === undefined ? '' : readLevelOf(row),
      target: row === undefined ? '' : levelName(row.scale, row.target),
      wants: row?.wants === true ? 1 : 0,
      names: together.slice(0, LISTED),
      more: Math.max(0, together.length - LISTED),
    };
    if (code === tutor)
      return {
        code: 'communities.tutor',
        fields: { ...fields, state: row?.state ?? 'unknown', helps: row?.helps === true ? 1 : 0 },
      };
    const others = members.filter(
      (other) => other !== tutor && other !== code && this.row(other, focus)?.state === 'deficit',
    ).length;
    return { code: 'communities.member', fields: { ...fields, state: row?.state ?? 'unknown', others } };
  }

  /** Why somebody has no community, and what would help. */
  leftOut(): readonly { readonly teacher: string; readonly message: Message }[] {
    const { least, most } = this.input.policy;
    return this.plan.left.map(({ teacher, reason }) => ({
      teacher,
      message: { code: `communities.left.${reason}`, fields: { least, most } },
    }));
  }

  /** Wishes that did not come true: both asked, or somebody pinned them, and they are in different communities. */
  unmet(): readonly Message[] {
    const all = [...this.input.kept, ...this.plan.communities.map(({ members }) => members)];
    const seen = new Set<string>();
    return this.input.wishes.list.flatMap(({ kind, who, whom, about }): readonly Message[] => {
      const mutual = kind === 'together' && this.input.wishes.mutual(who, whom, about);
      const key = [who, whom].sort().join('\n');
      if ((kind !== 'pinned' && !mutual) || seen.has(key)) return [];
      if (all.some((members) => members.includes(who) && members.includes(whom))) return [];
      seen.add(key);
      const name = (code: string): string => this.names.get(code) ?? code;
      const without = [who, whom].find((code) => !all.some((members) => members.includes(code)));
      if (kind !== 'pinned' && without !== undefined)
        return [
          { code: 'communities.unmet.without', fields: { one: name(who), other: name(whom), who: name(without) } },
        ];
      return [
        {
          code: kind === 'pinned' ? 'communities.unmet.pinned' : 'communities.unmet.mutual',
          fields: { one: name(who), other: name(whom) },
        },
      ];
    });
  }

  private row(code: string, competency: string): ProfileRow | undefined {
    return this.rows.get(`${code}\n${competency}`);
  }
}

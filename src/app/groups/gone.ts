// People of a change of groups who are on the staff list no more: taking it back, or doing it again, does not bring them back.
import type { AppliedEdit, Draft } from '../../domain/grouping/editor';
import type { Message } from '../../domain/message';
import { GROUPS } from '../../workbook/tables';
import type { Ports } from '../ports';
import type { Situation } from './situation';

/** The groups and pairs as far as their people are on the staff list. */
export function withoutGone({ profiles }: Situation, { groups, pairs }: Draft): Draft {
  const { byCode } = profiles.context.staff;
  const known = (codes: readonly string[]): readonly string[] => codes.filter((code) => byCode.has(code));
  return {
    groups: groups.map((group) => ({
      ...group,
      consultants: known(group.consultants),
      members: known(group.members),
    })),
    pairs: pairs.filter(({ who, whom }) => known([who, whom]).length === 2),
  };
}

/**
 * The change without who is gone, to be held against the groups as they stand, and the codes of those whom it would have brought back. A row of
 * somebody unknown that stands in its group all the while is the director's to mend: publishing names it.
 */
export function changeWithoutGone(
  situation: Situation,
  applied: AppliedEdit,
  direction: 'do' | 'undo',
): { readonly applied: AppliedEdit; readonly gone: readonly string[] } {
  const { standing } = situation;
  const [before, after] = [withoutGone(situation, applied.before), withoutGone(situation, applied.after)];
  const stands = new Map(standing.map(({ id, rows }) => [id, new Set(rows.map(({ teacher }) => teacher))]));
  const peopled = ({ groups, pairs }: Draft): Draft => ({
    groups: groups.filter(({ id, consultants, members }) => consultants.length + members.length > 0 || stands.has(id)),
    pairs,
  });
  const { byCode } = situation.profiles.context.staff;
  const wanted = direction === 'do' ? applied.after : applied.before;
  const gone = wanted.groups.flatMap(({ id, consultants, members }) =>
    [...consultants, ...members].filter((code) => !byCode.has(code) && stands.get(id)?.has(code) !== true),
  );
  return { applied: { edit: applied.edit, before: peopled(before), after: peopled(after) }, gone: [...new Set(gone)] };
}

/** Who is not brought back: by name where a row of «Группы» still has it. */
export function goneTold(ports: Ports, gone: readonly string[]): readonly Message[] {
  if (gone.length === 0) return [];
  const names = new Map(
    ports.workbook.read(GROUPS).rows.flatMap(({ teacher, name }) => (name === '' ? [] : [[teacher, name] as const])),
  );
  const said = gone.slice(0, MOST_NAMED).map((code) => {
    const name = names.get(code);
    return name === undefined ? code : `${name} (${code})`;
  });
  return [{ code: 'edit.gone', fields: { names: said, more: gone.length - said.length } }];
}

const MOST_NAMED = 10;

// The folders of the methodical bank: area → competency → kind of resource.
import type { Competency } from '../framework/framework';
import { cleanText } from '../staff/normalise';

export interface FolderPlan {
  /** Stable: stays when a title is reworded (an area has no id: a new name is a new area). */
  readonly key: string;
  /** Names from the root down, joined by « / »; unique. */
  readonly path: string;
  readonly name: string;
  /** Path of the folder it lies in; undefined for the root. */
  readonly parent: string | undefined;
  /** Id of the competency whose folder this is, or to whose kinds it belongs. */
  readonly competency?: string;
  readonly kind?: string;
}

/**
 * Root, then areas, competencies, kinds; a parent always comes before its children. Only active competencies. Two folders that
 * would have one name in one place are told apart by the competency's id.
 * @param kinds value → label
 */
export function folderPlan(input: {
  readonly root: string;
  readonly competencies: readonly Competency[];
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
}): readonly FolderPlan[] {
  const root: FolderPlan = { key: 'bank', path: input.root, name: input.root, parent: undefined };
  const active = input.competencies.filter((competency) => competency.active);
  const areas = [...new Set(active.map(({ area }) => cleanText(area)))];
  const plans = [root];
  for (const area of areas) {
    const areaPath = `${root.path} / ${area}`;
    plans.push({ key: `bank/area/${area}`, path: areaPath, name: area, parent: root.path });
    const names = new Set<string>();
    for (const { id, title } of active.filter((competency) => cleanText(competency.area) === area)) {
      const plain = cleanText(title);
      const name = names.has(plain.toLowerCase()) ? `${plain} (${id})` : plain;
      names.add(plain.toLowerCase());
      const path = `${areaPath} / ${name}`;
      plans.push({ key: `bank/competency/${id}`, path, name, parent: areaPath, competency: id });
      for (const { value, label } of input.kinds) {
        plans.push({
          key: `bank/competency/${id}/${value}`,
          path: `${path} / ${label}`,
          name: label,
          parent: path,
          competency: id,
          kind: value,
        });
      }
    }
  }
  return plans;
}

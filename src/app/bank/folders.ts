// The bank's folders on Drive: ids taken beforehand and written down, so that a repeated attempt makes nothing twice.
import { type FolderPlan, folderPlan } from '../../domain/bank/folders';
import type { Context } from '../context';
import { effectKey, type Ledger } from '../effects';
import type { Ports } from '../ports';

export interface PlannedFolder {
  readonly plan: FolderPlan;
  readonly key: string;
}

/** Root first, then areas, competencies, kinds: a parent always comes before its children. */
export function plannedFolders(ports: Ports, context: Context): readonly PlannedFolder[] {
  return folderPlan({
    root: context.settings.bankTitle,
    competencies: context.competencies,
    kinds: context.programme.bank.kinds,
  }).map((plan) => ({
    plan,
    key: effectKey(ports, 'folder', plan.key),
  }));
}

/** Takes ids for the folders that are fresh and writes them down before any is made. */
export function intendFolders(ports: Ports, ledger: Ledger, folders: readonly PlannedFolder[]): void {
  const fresh = folders.filter(({ key }) => ledger.isFresh(key));
  if (fresh.length === 0) return;
  const ids = ports.files.newIds(fresh.length);
  ledger.intend(
    fresh.map(({ plan, key }, index) => ({ key, kind: 'folder', what: plan.name, who: '', ref: ids[index] ?? '' })),
  );
}

/** Where a resource belongs: the folder of its competency and kind, else of its competency, else the root. */
export function folderFor(
  folders: readonly PlannedFolder[],
  ledger: Ledger,
  competency: string,
  kind: string,
): string | undefined {
  const made = (wanted: (plan: FolderPlan) => boolean): string | undefined => {
    const folder = folders.find(({ plan }) => wanted(plan));
    return folder !== undefined && ledger.state(folder.key) === 'done' ? ledger.ref(folder.key) : undefined;
  };
  return (
    made((plan) => plan.competency === competency && plan.kind === kind) ??
    made((plan) => plan.competency === competency && plan.kind === undefined) ??
    made((plan) => plan.parent === undefined)
  );
}

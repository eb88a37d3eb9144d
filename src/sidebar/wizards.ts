// Work that goes in steps: which action or view follows which.
import type { ActionId, ViewId } from '../shared/contract';

export type WizardId = 'start' | 'survey' | 'groups' | 'timetable' | 'routes';
export type WizardStep = { readonly action: ActionId } | { readonly view: ViewId };

const WIZARDS: Readonly<Record<WizardId, readonly WizardStep[]>> = {
  start: [{ action: 'setUp' }, { action: 'importStaff' }],
  survey: [{ action: 'sendNeeds' }, { action: 'sendSelf' }, { view: 'coverage' }, { action: 'processAnswers' }],
  groups: [{ action: 'formGroups' }, { view: 'groups' }, { action: 'publishGroups' }, { action: 'agreeProgrammes' }],
  timetable: [{ action: 'makeTimetable' }, { view: 'timetable' }, { action: 'sendInvitations' }],
  routes: [{ action: 'makeRoutes' }, { action: 'sendRoutes' }],
};

export interface WizardPlace {
  readonly wizard: WizardId;
  /** 1 = the first. */
  readonly at: number;
  readonly all: number;
  readonly before: WizardStep | undefined;
  readonly next: WizardStep | undefined;
}

const nameOf = (step: WizardStep): string => ('action' in step ? `action.${step.action}` : `view.${step.view}`);

/** Where a step stands; undefined when it belongs to no wizard. */
export function placeOf(step: WizardStep): WizardPlace | undefined {
  for (const [wizard, steps] of Object.entries(WIZARDS) as [WizardId, readonly WizardStep[]][]) {
    const index = steps.findIndex((one) => nameOf(one) === nameOf(step));
    if (index >= 0)
      return { wizard, at: index + 1, all: steps.length, before: steps[index - 1], next: steps[index + 1] };
  }
  return undefined;
}

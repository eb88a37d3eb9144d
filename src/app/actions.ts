// Every action by its id, in the order of the work: its code, or «late» where that lies in the bundle of late actions (`late.ts`).
import type { ActionId } from '../shared/contract';
import { processAnswers, scoreMatrix } from './answers/process';
import type { Ports } from './ports';
import { type AnyAction, anyAction } from './runs/engine';

/** In `Code.js`, which is evaluated at every click, only what new answers make the heartbeat start, and the scoring that is a part of it. */
export const ACTIONS = {
  setUp: 'late',
  importStaff: 'late',
  importFramework: 'late',
  bindForm: 'late',
  confirmBinding: 'late',
  importCourses: 'late',
  importLevels: 'late',
  sendNeeds: 'late',
  sendSelf: 'late',
  sendAddressed: 'late',
  remind: 'late',
  processAnswers: anyAction(processAnswers),
  scoreMatrix: anyAction(scoreMatrix),
  formGroups: 'late',
  editGroups: 'late',
  groupVariants: 'late',
  whatIfGroups: 'late',
  publishGroups: 'late',
  agreeProgrammes: 'late',
  makeTimetable: 'late',
  moveModule: 'late',
  sendInvitations: 'late',
  askFeedback: 'late',
  formPairs: 'late',
  formCommunities: 'late',
  formMastery: 'late',
  publishTeams: 'late',
  setUpBank: 'late',
  fileResources: 'late',
  fileLessonCards: 'late',
  makeRoutes: 'late',
  sendRoutes: 'late',
  closeRoutes: 'late',
  makePlan: 'late',
  importPlan: 'late',
  refreshPlan: 'late',
  remindPlan: 'late',
  calendarPlan: 'late',
  askPupils: 'late',
  countIndicators: 'late',
  countGrowth: 'late',
  evaluateModel: 'late',
  refreshPartners: 'late',
  sendPartnerSurvey: 'late',
  sharePartnerReport: 'late',
  exportPerson: 'late',
  erasePerson: 'late',
  eraseOld: 'late',
  usePseudonyms: 'late',
  selfCheck: 'late',
  writeNote: 'late',
  undoRun: 'late',
} as const satisfies Readonly<Record<ActionId, AnyAction | 'late'>>;

/** Actions that `late.ts` must hold. */
export type LateActionId = {
  [K in ActionId]: (typeof ACTIONS)[K] extends 'late' ? K : never;
}[ActionId];

export type LateActions = Readonly<Record<LateActionId, AnyAction>>;

export const ACTION_IDS = Object.keys(ACTIONS) as readonly ActionId[];

export const isActionId = (text: unknown): text is ActionId =>
  typeof text === 'string' && Object.prototype.hasOwnProperty.call(ACTIONS, text);

/** The action itself; the bundle of late actions is read when one of them is asked for. */
export function actionOf(ports: Ports, id: ActionId): AnyAction {
  const action: AnyAction | 'late' = ACTIONS[id];
  return action === 'late' ? ports.late()[id as LateActionId] : action;
}

// Every action by its id, in the order of the work.
import type { ActionId } from '../shared/contract';
import { processAnswers, scoreMatrix } from './answers/process';
import { fileResources } from './bank/file-resources';
import { setUpBank } from './bank/set-up';
import { askFeedback } from './feedback/ask';
import { agreeProgrammes } from './groups/agree';
import { editGroups } from './groups/edit';
import { formGroups } from './groups/form-groups';
import { publishGroups } from './groups/publish';
import { groupVariants } from './groups/variants';
import { whatIfGroups } from './groups/what-if';
import { importStaff } from './import-staff';
import { type AnyAction, anyAction } from './runs/engine';
import { undoRun } from './runs/undo';
import { setUp } from './set-up';
import { remind } from './surveys/remind';
import { sendAddressed, sendNeeds, sendSelf } from './surveys/send';
import { sendInvitations } from './timetable/invite';
import { makeTimetable } from './timetable/make';

export const ACTIONS: Readonly<Record<ActionId, AnyAction>> = {
  setUp: anyAction(setUp),
  importStaff: anyAction(importStaff),
  sendNeeds: anyAction(sendNeeds),
  sendSelf: anyAction(sendSelf),
  sendAddressed: anyAction(sendAddressed),
  remind: anyAction(remind),
  processAnswers: anyAction(processAnswers),
  scoreMatrix: anyAction(scoreMatrix),
  formGroups: anyAction(formGroups),
  editGroups: anyAction(editGroups),
  groupVariants: anyAction(groupVariants),
  whatIfGroups: anyAction(whatIfGroups),
  publishGroups: anyAction(publishGroups),
  agreeProgrammes: anyAction(agreeProgrammes),
  makeTimetable: anyAction(makeTimetable),
  sendInvitations: anyAction(sendInvitations),
  askFeedback: anyAction(askFeedback),
  setUpBank: anyAction(setUpBank),
  fileResources: anyAction(fileResources),
  undoRun: anyAction(undoRun),
};

export const isActionId = (text: unknown): text is ActionId =>
  typeof text === 'string' && Object.prototype.hasOwnProperty.call(ACTIONS, text);

// Every action by its id, in the order of the work.
import type { ActionId, LateActionId } from '../shared/contract';
import { processAnswers, scoreMatrix } from './answers/process';
import { fileResources } from './bank/file-resources';
import { setUpBank } from './bank/set-up';
import { askFeedback } from './feedback/ask';
import { agreeProgrammes } from './groups/agree';
import { formGroups } from './groups/form-groups';
import { publishGroups } from './groups/publish';
import { importStaff } from './import-staff';
import { type AnyAction, anyAction } from './runs/engine';
import { undoRun } from './runs/undo';
import { setUp } from './set-up';
import { remind } from './surveys/remind';
import { sendAddressed, sendNeeds, sendSelf } from './surveys/send';
import { sendInvitations } from './timetable/invite';
import { makeTimetable } from './timetable/make';

/** An action whose code is in Late.html: it loads when somebody starts it. */
const late = (id: LateActionId): AnyAction => ({
  id,
  fields: (ports) => ports.late().lateAction(id).fields(ports),
  read: (ports, raw) => ports.late().lateAction(id).read(ports, raw),
  preview: (ports, raw) => ports.late().lateAction(id).preview(ports, raw),
  begin: (ports, input) => ports.late().lateAction(id).begin(ports, input),
  step: (ports, run, input, cursor) => ports.late().lateAction(id).step(ports, run, input, cursor),
});

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
  publishGroups: anyAction(publishGroups),
  agreeProgrammes: anyAction(agreeProgrammes),
  makeTimetable: anyAction(makeTimetable),
  sendInvitations: anyAction(sendInvitations),
  askFeedback: anyAction(askFeedback),
  formPairs: late('formPairs'),
  formCommunities: late('formCommunities'),
  formMastery: late('formMastery'),
  publishTeams: late('publishTeams'),
  setUpBank: anyAction(setUpBank),
  fileResources: anyAction(fileResources),
  undoRun: anyAction(undoRun),
};

export const isActionId = (text: unknown): text is ActionId =>
  typeof text === 'string' && Object.prototype.hasOwnProperty.call(ACTIONS, text);

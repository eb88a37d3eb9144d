// The late actions: what the build bundles into `Actions.html`, evaluated only when one of them is asked for (ADR 0014).
import type { LateActions } from './actions';
import { fileResources } from './bank/file-resources';
import { setUpBank } from './bank/set-up';
import { bindForm } from './binding/bind';
import { confirmBinding } from './binding/confirm';
import { formCommunities } from './communities/form-communities';
import { askFeedback } from './feedback/ask';
import { importFramework } from './framework/import';
import { agreeProgrammes } from './groups/agree';
import { editGroups } from './groups/edit';
import { formGroups } from './groups/form-groups';
import { publishGroups } from './groups/publish';
import { groupVariants } from './groups/variants';
import { whatIfGroups } from './groups/what-if';
import { importStaff } from './import-staff';
import { askPupils } from './indicators/ask-pupils';
import { countIndicators } from './indicators/count';
import { fileLessonCards } from './lessons/file-cards';
import { countGrowth } from './growth/count';
import { evaluateModel } from './evaluation/evaluate';
import { refreshPartners } from './partner/refresh';
import { sendPartnerSurvey } from './partner/send-survey';
import { sharePartnerReport } from './partner/share-report';
import { formMastery } from './mastery/form-mastery';
import { writeNote } from './note/write';
import { formPairs } from './pairs/form-pairs';
import { calendarPlan } from './plan/calendar';
import { importPlan } from './plan/import';
import { makePlan } from './plan/make';
import { refreshPlan } from './plan/refresh';
import { remindPlan } from './plan/remind';
import { closeRoutes } from './routes/close';
import { makeRoutes } from './routes/make';
import { sendRoutes } from './routes/send';
import { importCourses } from './records/courses';
import { importLevels } from './records/levels';
import { eraseOld } from './privacy/erase-old';
import { erasePerson } from './privacy/erase-person';
import { exportPerson } from './privacy/export-person';
import { usePseudonyms } from './privacy/use-pseudonyms';
import { anyAction } from './runs/engine';
import { undoRun } from './runs/undo';
import { selfCheck } from './self-check/self-check';
import { setUp } from './set-up';
import { remind } from './surveys/remind';
import { sendAddressed, sendNeeds, sendSelf } from './surveys/send';
import { publishTeams } from './teams/publish';
import { sendInvitations } from './timetable/invite';
import { makeTimetable } from './timetable/make';
import { moveModule } from './timetable/move';

export { VIEWS } from './views';

export const LATE: LateActions = {
  setUp: anyAction(setUp),
  importStaff: anyAction(importStaff),
  importFramework: anyAction(importFramework),
  bindForm: anyAction(bindForm),
  confirmBinding: anyAction(confirmBinding),
  importCourses: anyAction(importCourses),
  importLevels: anyAction(importLevels),
  sendNeeds: anyAction(sendNeeds),
  sendSelf: anyAction(sendSelf),
  sendAddressed: anyAction(sendAddressed),
  remind: anyAction(remind),
  formGroups: anyAction(formGroups),
  editGroups: anyAction(editGroups),
  groupVariants: anyAction(groupVariants),
  whatIfGroups: anyAction(whatIfGroups),
  publishGroups: anyAction(publishGroups),
  agreeProgrammes: anyAction(agreeProgrammes),
  makeTimetable: anyAction(makeTimetable),
  moveModule: anyAction(moveModule),
  sendInvitations: anyAction(sendInvitations),
  askFeedback: anyAction(askFeedback),
  formPairs: anyAction(formPairs),
  formCommunities: anyAction(formCommunities),
  formMastery: anyAction(formMastery),
  publishTeams: anyAction(publishTeams),
  setUpBank: anyAction(setUpBank),
  fileResources: anyAction(fileResources),
  fileLessonCards: anyAction(fileLessonCards),
  makeRoutes: anyAction(makeRoutes),
  sendRoutes: anyAction(sendRoutes),
  closeRoutes: anyAction(closeRoutes),
  makePlan: anyAction(makePlan),
  importPlan: anyAction(importPlan),
  refreshPlan: anyAction(refreshPlan),
  remindPlan: anyAction(remindPlan),
  calendarPlan: anyAction(calendarPlan),
  askPupils: anyAction(askPupils),
  countIndicators: anyAction(countIndicators),
  countGrowth: anyAction(countGrowth),
  evaluateModel: anyAction(evaluateModel),
  refreshPartners: anyAction(refreshPartners),
  sendPartnerSurvey: anyAction(sendPartnerSurvey),
  sharePartnerReport: anyAction(sharePartnerReport),
  exportPerson: anyAction(exportPerson),
  erasePerson: anyAction(erasePerson),
  eraseOld: anyAction(eraseOld),
  usePseudonyms: anyAction(usePseudonyms),
  selfCheck: anyAction(selfCheck),
  writeNote: anyAction(writeNote),
  undoRun: anyAction(undoRun),
};

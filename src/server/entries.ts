// The functions that Apps Script calls by name: each only hands over.
import { answer } from './rpc';
import { buildMenu, openSidebar } from './menu';
import { beat } from './triggers';

export const onOpen = (): void => buildMenu();
export const onInstall = (): void => buildMenu();
export const onHeartbeat = (): void => beat();
export const onFormSubmitted = (): void => beat();
export const rpc = (request: unknown): ReturnType<typeof answer> => answer(request);

export const menuHome = (): void => openSidebar(undefined);
export const menuSetUp = (): void => openSidebar('setUp');
export const menuImportStaff = (): void => openSidebar('importStaff');
export const menuSendNeeds = (): void => openSidebar('sendNeeds');
export const menuSendSelf = (): void => openSidebar('sendSelf');
export const menuSendAddressed = (): void => openSidebar('sendAddressed');
export const menuRemind = (): void => openSidebar('remind');
export const menuProcessAnswers = (): void => openSidebar('processAnswers');
export const menuScoreMatrix = (): void => openSidebar('scoreMatrix');
export const menuFormGroups = (): void => openSidebar('formGroups');
export const menuPublishGroups = (): void => openSidebar('publishGroups');
export const menuAgreeProgrammes = (): void => openSidebar('agreeProgrammes');
export const menuMakeTimetable = (): void => openSidebar('makeTimetable');
export const menuSendInvitations = (): void => openSidebar('sendInvitations');
export const menuAskFeedback = (): void => openSidebar('askFeedback');
export const menuSetUpBank = (): void => openSidebar('setUpBank');
export const menuFileResources = (): void => openSidebar('fileResources');
export const menuMakePlan = (): void => openSidebar('makePlan');
export const menuImportPlan = (): void => openSidebar('importPlan');
export const menuRefreshPlan = (): void => openSidebar('refreshPlan');
export const menuRemindPlan = (): void => openSidebar('remindPlan');
export const menuCalendarPlan = (): void => openSidebar('calendarPlan');
export const menuAskPupils = (): void => openSidebar('askPupils');
export const menuCountIndicators = (): void => openSidebar('countIndicators');
export const menuUndoRun = (): void => openSidebar('undoRun');

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
export const menuFormPairs = (): void => openSidebar('formPairs');
export const menuFormCommunities = (): void => openSidebar('formCommunities');
export const menuFormMastery = (): void => openSidebar('formMastery');
export const menuPublishTeams = (): void => openSidebar('publishTeams');
export const menuSetUpBank = (): void => openSidebar('setUpBank');
export const menuFileResources = (): void => openSidebar('fileResources');
export const menuUndoRun = (): void => openSidebar('undoRun');

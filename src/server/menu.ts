// The menu in the order of the work. `onOpen` may run without any authorisation: it reads nothing.
import type { ActionId } from '../shared/contract';
import { sayCaption } from './words';

/** Entry point of each menu item → the action it opens; null is a separator. Names are what Apps Script calls. */
const MENU = [
  ['menuHome', undefined],
  null,
  ['menuSetUp', 'setUp'],
  ['menuImportStaff', 'importStaff'],
  ['menuImportFramework', 'importFramework'],
  ['menuBindForm', 'bindForm'],
  ['menuConfirmBinding', 'confirmBinding'],
  ['menuImportCourses', 'importCourses'],
  ['menuImportLevels', 'importLevels'],
  null,
  ['menuSendNeeds', 'sendNeeds'],
  ['menuSendSelf', 'sendSelf'],
  ['menuSendAddressed', 'sendAddressed'],
  ['menuRemind', 'remind'],
  ['menuProcessAnswers', 'processAnswers'],
  ['menuScoreMatrix', 'scoreMatrix'],
  null,
  ['menuFormGroups', 'formGroups'],
  ['menuEditGroups', 'editGroups'],
  ['menuGroupVariants', 'groupVariants'],
  ['menuWhatIfGroups', 'whatIfGroups'],
  ['menuPublishGroups', 'publishGroups'],
  ['menuAgreeProgrammes', 'agreeProgrammes'],
  ['menuMakeTimetable', 'makeTimetable'],
  ['menuSendInvitations', 'sendInvitations'],
  ['menuAskFeedback', 'askFeedback'],
  null,
  ['menuFormPairs', 'formPairs'],
  ['menuFormCommunities', 'formCommunities'],
  ['menuFormMastery', 'formMastery'],
  ['menuPublishTeams', 'publishTeams'],
  null,
  ['menuSetUpBank', 'setUpBank'],
  ['menuFileResources', 'fileResources'],
  ['menuFileLessonCards', 'fileLessonCards'],
  ['menuMakeRoutes', 'makeRoutes'],
  ['menuCloseRoutes', 'closeRoutes'],
  null,
  ['menuMakePlan', 'makePlan'],
  ['menuImportPlan', 'importPlan'],
  ['menuRefreshPlan', 'refreshPlan'],
  ['menuRemindPlan', 'remindPlan'],
  ['menuCalendarPlan', 'calendarPlan'],
  ['menuAskPupils', 'askPupils'],
  ['menuCountIndicators', 'countIndicators'],
  ['menuCountGrowth', 'countGrowth'],
  ['menuEvaluateModel', 'evaluateModel'],
  ['menuRefreshPartners', 'refreshPartners'],
  ['menuSendPartnerSurvey', 'sendPartnerSurvey'],
  ['menuSharePartnerReport', 'sharePartnerReport'],
  ['menuWriteNote', 'writeNote'],
  null,
  ['menuUndoRun', 'undoRun'],
] as const satisfies readonly (readonly [string, ActionId | undefined] | null)[];

export function buildMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(sayCaption({ code: 'menu.title' }));
  for (const item of MENU) {
    if (item === null) menu.addSeparator();
    else menu.addItem(sayCaption({ code: item[1] === undefined ? 'menu.home' : `action.${item[1]}` }), item[0]);
  }
  menu.addToUi();
}

/** Opens the sidebar, at an action when one is given. */
export function openSidebar(action: ActionId | undefined): void {
  const template = HtmlService.createTemplateFromFile('Sidebar');
  // Read by the page from an attribute: the template escapes it.
  (template as GoogleAppsScript.HTML.HtmlTemplate & { start: string }).start = JSON.stringify({
    ...(action === undefined ? {} : { action }),
    language: 'ru',
  });
  SpreadsheetApp.getUi().showSidebar(template.evaluate().setTitle(sayCaption({ code: 'menu.title' })));
}

// The menu in the order of the work. `onOpen` may run without any authorisation: it reads nothing.
import type { ActionId, ViewId } from '../shared/contract';
import { sayCaption } from './words';

/** Views that open in a dialog, and its size in px: what a small laptop's screen still holds. */
const VIEWS: Readonly<Record<ViewId, { readonly width: number; readonly height: number }>> = {
  groups: { width: 1100, height: 600 },
  timetable: { width: 1100, height: 600 },
  coverage: { width: 800, height: 600 },
};

export const isViewId = (text: unknown): text is ViewId =>
  typeof text === 'string' && Object.prototype.hasOwnProperty.call(VIEWS, text);

/** Entry point of each menu item → the action or view it opens; null is a separator. Names are what Apps Script calls. */
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
  ['menuCoverage', { view: 'coverage' }],
  ['menuRemind', 'remind'],
  ['menuProcessAnswers', 'processAnswers'],
  ['menuScoreMatrix', 'scoreMatrix'],
  null,
  ['menuFormGroups', 'formGroups'],
  ['menuGroupsEditor', { view: 'groups' }],
  ['menuEditGroups', 'editGroups'],
  ['menuGroupVariants', 'groupVariants'],
  ['menuWhatIfGroups', 'whatIfGroups'],
  ['menuPublishGroups', 'publishGroups'],
  ['menuAgreeProgrammes', 'agreeProgrammes'],
  ['menuMakeTimetable', 'makeTimetable'],
  ['menuTimetableEditor', { view: 'timetable' }],
  ['menuMoveModule', 'moveModule'],
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
  ['menuSendRoutes', 'sendRoutes'],
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
  ['menuExportPerson', 'exportPerson'],
  ['menuErasePerson', 'erasePerson'],
  ['menuEraseOld', 'eraseOld'],
  ['menuUsePseudonyms', 'usePseudonyms'],
  null,
  ['menuSelfCheck', 'selfCheck'],
  ['menuUndoRun', 'undoRun'],
] as const satisfies readonly (readonly [string, ActionId | { readonly view: ViewId } | undefined] | null)[];

export function buildMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(sayCaption({ code: 'menu.title' }));
  for (const item of MENU) {
    if (item === null) menu.addSeparator();
    else menu.addItem(caption(item[1]), item[0]);
  }
  menu.addToUi();
}

function caption(opens: ActionId | { readonly view: ViewId } | undefined): string {
  if (opens === undefined) return sayCaption({ code: 'menu.home' });
  return sayCaption({ code: typeof opens === 'string' ? `action.${opens}` : `view.${opens.view}` });
}

/** Opens the sidebar, at an action when one is given. */
export function openSidebar(action: ActionId | undefined): void {
  const page = pageAt(action === undefined ? {} : { action });
  SpreadsheetApp.getUi().showSidebar(page.setTitle(sayCaption({ code: 'menu.title' })));
}

/** Opens a view in a dialog over the sheet: the same page, told that it has room. */
export function openDialog(view: ViewId): void {
  const { width, height } = VIEWS[view];
  const page = pageAt({ view, wide: true }).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(page, sayCaption({ code: `view.${view}` }).replace(/…$/, ''));
}

function pageAt(start: Readonly<Record<string, unknown>>): GoogleAppsScript.HTML.HtmlOutput {
  const template = HtmlService.createTemplateFromFile('Sidebar');
  // Read by the page from an attribute: the template escapes it.
  (template as GoogleAppsScript.HTML.HtmlTemplate & { start: string }).start = JSON.stringify({
    ...start,
    language: 'ru',
  });
  return template.evaluate();
}

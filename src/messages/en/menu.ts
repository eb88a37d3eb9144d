// The menu, the buttons, the links: English.
import type { MENU as RU } from '../ru/menu';
import type { Wording } from '../wording';

export const MENU: Readonly<Record<keyof typeof RU, Wording>> = {
  'menu.title': 'Время роста',
  'menu.home': 'Open the sidebar',

  'action.setUp': 'Set up the workbook…',
  'action.importStaff': 'Import staff…',
  'action.sendNeeds': 'Send the needs survey…',
  'action.sendSelf': 'Send the self-assessment…',
  'action.sendAddressed': 'Send the addressed survey…',
  'action.remind': 'Remind about surveys…',
  'action.processAnswers': 'Process answers…',
  'action.scoreMatrix': 'Recompute the matrix…',
  'action.formGroups': 'Form groups…',
  'action.publishGroups': 'Publish groups…',
  'action.agreeProgrammes': 'Agree with consultants…',
  'action.makeTimetable': 'Make the timetable…',
  'action.sendInvitations': 'Send invitations…',
  'action.askFeedback': 'Collect feedback…',
  'action.setUpBank': 'Create the methodical bank…',
  'action.fileResources': 'Add a resource to the bank…',
  'action.undoRun': 'Undo a run…',

  'confirm.setUp': 'Set up',
  'confirm.importStaff': 'Import',
  'confirm.sendNeeds': 'Send',
  'confirm.sendSelf': 'Send',
  'confirm.sendAddressed': 'Send',
  'confirm.remind': 'Remind',
  'confirm.processAnswers': 'Process',
  'confirm.scoreMatrix': 'Recompute',
  'confirm.formGroups': 'Make a draft',
  'confirm.publishGroups': 'Publish',
  'confirm.agreeProgrammes': 'Send to consultants',
  'confirm.makeTimetable': 'Make',
  'confirm.sendInvitations': 'Send',
  'confirm.askFeedback': 'Send',
  'confirm.setUpBank': 'Create',
  'confirm.fileResources': 'Add',
  'confirm.undoRun': 'Undo the run',

  'link.sheet': 'Sheet “{table}”',
  'link.form': 'Form “{title}”',
  'link.bank': 'The bank’s folder on Drive',
};

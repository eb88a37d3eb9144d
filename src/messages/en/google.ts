// What goes wrong between the add-on, Google and the page: English.
import type { GOOGLE as RU } from '../ru/google';
import type { Wording } from '../wording';

export const GOOGLE: Readonly<Record<keyof typeof RU, Wording>> = {
  'google.limit':
    'Google did not allow this: a limit is used up or access is missing. What is done is kept. Wait an hour and try again; if that does not help, check that you may edit this workbook. Google’s answer: {text}',
  'google.busy':
    'Google is busy or does not answer. What is done is kept; the work goes on from where it stands: by itself within an hour, or at once if you press again. Google’s answer: {text}',
  'google.day':
    'Google’s limit for the day is used up. What is done is kept; the rest will be done by itself when the limit is renewed, usually within a day. Google’s answer: {text}',
  'google.consent':
    'Google has not given the add-on an access it needs{?scope}: {@scope.+scope}{/}. Open {?url}{url}{:}the menu “{@menu.title}” again{/} and allow everything Google asks about (tick every box), then try again: the work goes on from where it stands. Google’s answer: {text}',
  'google.full':
    'There is no room left in Google Drive. Make room, or ask whoever owns the drive to, and try again: the work goes on from where it stands. Google’s answer: {text}',
  'google.store':
    'The add-on’s memory in this workbook is full. What is done is kept. Finish or stop the run that was begun and try again; “{@action.selfCheck}” shows how much is taken. If that does not help, pass this text on to whoever installed the add-on: {text}',
  'google.disabled':
    'A service that this needs is switched off in the Google Cloud project that the script belongs to; waiting does not help. Ask whoever installed the add-on to switch it on at the address in Google’s answer, and try again after some minutes: the work goes on from where it stands. Google’s answer: {text}',
  'google.policy':
    'Your organisation’s Google administrator does not allow this; waiting does not help. Show this text to the administrator and try again when it is allowed: the work goes on from where it stands. Google’s answer: {text}',
  'google.locked':
    'The cell or sheet is protected, and you may not edit it; waiting does not help. Ask the owner of the workbook: “Data” → “Protect sheets and ranges” → take the protection off or add you. The sheet “Сотрудники” is protected by codes instead of names: only whoever switched them on may edit it. Then try again: the work goes on from where it stands. Google’s answer: {text}',
  'google.failed':
    'That did not work. What is done is kept and not done twice. Try again in a minute; if that does not help, pass this text on to whoever installed the add-on: {text}',
  'service.missing':
    'The Google service {service} is not switched on. Ask whoever installed the add-on to open the Apps Script editor, press “+” beside “Services” and add {service}.',
  'rpc.malformed':
    'The sidebar sent a request that makes no sense: it may be out of date. Close it and open it again from the menu “{@menu.title}”.',
};

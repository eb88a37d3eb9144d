// The enums of FormApp: https://developers.google.com/apps-script/reference/forms
import { scriptEnum } from '../../runtime/service';

/** https://developers.google.com/apps-script/reference/forms/item-type */
export const ItemType = scriptEnum('ItemType', [
  'CHECKBOX',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'DURATION',
  'GRID',
  'IMAGE',
  'LIST',
  'MULTIPLE_CHOICE',
  'PAGE_BREAK',
  'PARAGRAPH_TEXT',
  'RATING',
  'SCALE',
  'SECTION_HEADER',
  'TEXT',
  'TIME',
  'VIDEO',
  'FILE_UPLOAD',
  'UNSUPPORTED',
]);

/** https://developers.google.com/apps-script/reference/forms/page-navigation-type */
export const PageNavigationType = scriptEnum('PageNavigationType', ['CONTINUE', 'GO_TO_PAGE', 'RESTART', 'SUBMIT']);

/** https://developers.google.com/apps-script/reference/forms/alignment */
export const Alignment = scriptEnum('Alignment', ['LEFT', 'CENTER', 'RIGHT']);

/** https://developers.google.com/apps-script/reference/forms/destination-type */
export const DestinationType = scriptEnum('DestinationType', ['SPREADSHEET']);

/** https://developers.google.com/apps-script/reference/forms/feedback-type */
export const FeedbackType = scriptEnum('FeedbackType', ['CORRECT', 'INCORRECT', 'GENERAL']);

/** https://developers.google.com/apps-script/reference/forms/rating-icon-type */
export const RatingIconType = scriptEnum('RatingIconType', ['STAR', 'HEART', 'THUMB_UP']);

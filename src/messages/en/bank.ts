// The methodical bank: English.
import type { BANK as RU } from '../ru/bank';
import type { Wording } from '../wording';

/** Several resources may be filed at once: says first which of them it is about. */
const about = (text: string): string =>
  `{?number>1}Resource {number}: ${text.charAt(0).toLowerCase()}{:}${text.charAt(0)}{/}${text.slice(1)}`;

export const BANK: Readonly<Record<keyof typeof RU, Wording>> = {
  'bank.will':
    '{folders} {folders|folder|folders} of the bank “{root}” will be made on Drive, and a form by which colleagues offer resources.',
  'bank.there': 'All folders of the bank “{root}” are there. The form for resources and the access will be checked.',
  'bank.share': '{people} {people|person|people} will be able to read the folder. No letters are sent about it.',
  'bank.count.folders': 'New folders',
  'bank.folders': 'Making folders: {done} of {total}.',
  'bank.form': 'Making the form for offers.',
  'bank.sharing': 'Opening the folder to colleagues, left: {left}.',
  'bank.done': 'The bank is ready. Folders: {folders}.',
  'bank.notShared':
    'Access was not opened: {names}. Google Drive takes only addresses of Google accounts. Share the folder by hand or correct the addresses on the sheet “Сотрудники”.',

  'bank.file.will': '{count} {count|resource|resources} will be added.',
  'bank.count.files': 'Files to Drive',
  'bank.file.done': '{count} {count|resource|resources} added. The register is the sheet “Методический банк”.',
  'bank.file.there': 'This resource is in the bank already; it was not added again.',
  'bank.file.left':
    'There was no time for {count} {count|resource|resources}: {names+count-names}. Choose {count|it|them} anew and press “{@confirm.fileResources}” once more.',
  'bank.file.noFolder':
    'The bank has no folders yet, so there is nowhere to put a file. First choose “{@action.setUpBank}”.',
  'bank.file.many':
    'No more than {most} {most|resource|resources} can be added at a time. Add the rest in a second go.',
  'bank.file.title': about('No title. Fill in “{@field.fileResources.title}”.'),
  'bank.file.kind': about('No kind is chosen. Choose it in “{@field.fileResources.kind}”.'),
  'bank.file.competency': about('No competency is chosen. Choose it in “{@field.fileResources.competency}”.'),
  'bank.file.file': about(
    'The file does not fit: it may have at most {megabytes} MB. Put a large file on Drive and give a link.',
  ),
  'bank.file.linkOrFile': about('Neither a link nor a file. Give a link beginning with https://, or choose a file.'),
  'input.text': about('The field “{@field.fileResources.+field}” is too long. Shorten it.'),
};

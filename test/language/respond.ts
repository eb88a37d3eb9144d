// Fills in forms of any kind in Latin letters, so that every Cyrillic word that comes back is the product's own.
import { toRespondentAnswers } from '../../examples/answers-format';
import type { Director } from '../../examples/demo/director';
import type { LocalWorkspace } from '../../local/index';
import { allForms } from '../../local/services/form/index';
import type { Answers, ItemSpec } from '../../src/domain/survey/form-spec';
import { accented } from '../../src/messages/fake';
import { QUESTIONS, SURVEYS } from '../../src/workbook/tables';
import type { Table } from '../../src/workbook/schema';

/** Cells of a table's sheet below its headings, in the build with marked words. */
export function cellsOf(director: Director, table: Table): string[][] {
  const title = accented(table.title).normalize('NFC');
  const sheet = director.spreadsheet.getSheets().find((one) => one.getName().normalize('NFC') === title);
  if (sheet === undefined) throw new Error(`no sheet ${table.key}`);
  return sheet.getDataRange().getDisplayValues().slice(1);
}

/** Everybody answers every form of a kind, with its first choices; gives how many answers went in. */
export function answerAll(
  workspace: LocalWorkspace,
  director: Director,
  kind: string,
  emails: readonly string[],
  own: (email: string) => Answers = () => ({}),
): number {
  const forms = new Set(allForms(workspace.world).map(({ id }) => id));
  const questions = cellsOf(director, QUESTIONS);
  let sent = 0;
  for (const row of cellsOf(director, SURVEYS)) {
    const key = row.find((cell) => cell.split('/').includes(kind));
    const form = row.find((cell) => forms.has(cell));
    if (key === undefined || form === undefined) continue;
    const specs = questions
      .filter(([survey]) => survey === key)
      .map(([, , , spec = '']) => JSON.parse(spec) as ItemSpec);
    for (const email of emails) {
      const answers = { ...Object.fromEntries(specs.flatMap(firstOf)), ...own(email) };
      workspace.submitForm(form, toRespondentAnswers(specs, answers).answers, email === '' ? {} : { email });
      sent += 1;
    }
  }
  return sent;
}

function firstOf(item: ItemSpec): [string, Answers[string]][] {
  switch (item.type) {
    case 'choice':
      return [[item.key, item.options[0]?.value ?? '']];
    case 'checkbox':
      return [[item.key, item.options.slice(0, 1).map(({ value }) => value)]];
    case 'scale':
      return [[item.key, item.low]];
    case 'text':
    case 'paragraph':
      return item.required ? [[item.key, 'Text']] : [];
    default:
      return [];
  }
}

// Writes what the school would have on its Drive, in its calendar and mailboxes as ordinary files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalWorkspace } from '../../local/index';
import { documentToHtml } from '../../local/export/doc-html';
import { documentToDocx } from '../../local/export/docx';
import { writeDriveTree, safeName } from '../../local/export/drive-tree';
import { mailToEml } from '../../local/export/eml';
import { formToHtml } from '../../local/export/form-html';
import { calendarToIcs } from '../../local/export/ics';
import { spreadsheetToXlsx } from '../../local/export/xlsx';
import { readCalendars } from '../../local/services/calendar/index';
import { readDocument } from '../../local/services/docs/index';
import { readDrive } from '../../local/services/drive/index';
import { readForm } from '../../local/services/form/index';
import { readSpreadsheet } from '../../local/services/spreadsheet/index';
import type { Summary } from './summary';

const FORM = 'application/vnd.google-apps.form';
const NOTE = 'Аналитическая справка';
const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

/** Names of what was written, relative to `dir`. */
export async function writeFiles(
  workspace: LocalWorkspace,
  spreadsheetId: string,
  summary: Summary,
  dir: string,
): Promise<string[]> {
  const { world } = workspace;
  mkdirSync(dir, { recursive: true });
  const written: string[] = [];
  const write = (name: string, content: string | Uint8Array): void => {
    writeFileSync(join(dir, name), content);
    written.push(name);
  };
  write('Время роста.xlsx', await spreadsheetToXlsx(readSpreadsheet(world, spreadsheetId)));
  for (const calendar of readCalendars(world).calendars) {
    if (!calendar.primary && calendar.events.length > 0)
      write(`${safeName(calendar.summary)}.ics`, calendarToIcs(world, calendar.id));
  }
  mkdirSync(join(dir, 'forms'), { recursive: true });
  const drive = readDrive(world);
  for (const file of drive.files) {
    if (file.mimeType === FORM && !file.trashed)
      write(`forms/${safeName(file.name)}.html`, formToHtml(readForm(world, file.id)));
  }
  mkdirSync(join(dir, 'mail'), { recursive: true });
  workspace.outbox.forEach((mail, index) => {
    writeFileSync(
      join(dir, 'mail', `${String(index + 1).padStart(4, '0')} ${mail.kind} ${safeName(mail.to[0] ?? '')}.eml`),
      mailToEml(mail),
    );
  });
  written.push(`mail/ (${String(workspace.outbox.length)})`);
  const tree = await writeDriveTree(drive, join(dir, 'drive'), {
    native: async ({ id, name }) => {
      const document = readDocument(world, id);
      if (document === undefined) return undefined;
      // Word for the paper that is handed in; the routes are many, and pages are written faster.
      return name.startsWith(NOTE)
        ? { extension: 'docx', content: await documentToDocx(document) }
        : { extension: 'html', content: documentToHtml(document) };
    },
    skip: (file) => file.mimeType === FORM || file.mimeType === SPREADSHEET,
  });
  written.push(`drive/ (${String(tree.folders)} + ${String(tree.files)})`);
  write('summary.json', `${JSON.stringify(summary, null, 2)}\n`);
  return written;
}

// What snapshot() shows, and what it leaves out so that two runs can be compared.
import { createLocalWorkspace, type LocalWorkspace } from '../../../local';

/** A little of everything, through the services. */
function work(ws: LocalWorkspace): void {
  const { Calendar, Docs, Drive, MailApp, FormApp } = ws.globals as {
    Calendar: GoogleAppsScript.Calendar;
    Docs: GoogleAppsScript.Docs;
    Drive: GoogleAppsScript.Drive;
    MailApp: GoogleAppsScript.Mail.MailApp;
    FormApp: GoogleAppsScript.Forms.FormApp;
  };
  ws.createSpreadsheet('Школа');
  const form = FormApp.create('Опрос');
  form.addTextItem().setTitle('Имя');
  const calendar = Calendar.Calendars?.insert({ summary: 'Модули' });
  const event = {
    summary: 'Занятие',
    start: { dateTime: '2025-09-03T08:00:00Z' },
    end: { dateTime: '2025-09-03T09:00:00Z' },
    attendees: [{ email: 'teacher@school.example' }],
  };
  Calendar.Events?.insert(event, calendar?.id ?? '', { sendUpdates: 'all' });
  Drive.Files?.create({ name: 'Банк', mimeType: 'application/vnd.google-apps.folder' });
  const range = { startIndex: 1, endIndex: 2 };
  const requests = [
    { insertText: { location: { index: 1 }, text: 'Маршрут\nЗанятие\n' } },
    { updateParagraphStyle: { range, paragraphStyle: { namedStyleType: 'HEADING_1' }, fields: 'namedStyleType' } },
    { createParagraphBullets: { range: { startIndex: 9, endIndex: 10 }, bulletPreset: 'BULLET_DISC_CIRCLE_SQUARE' } },
  ];
  const { documentId = '' } = Docs.Documents?.create({ title: 'Маршрут' }) ?? {};
  Docs.Documents?.batchUpdate({ requests }, documentId);
  MailApp.sendEmail('teacher@school.example', 'Опрос', form.getEditUrl());
}

it('is the same for the same work, whatever ids were given out before and whenever it was done', () => {
  const [a, b] = [createLocalWorkspace(), createLocalWorkspace()];
  for (let i = 0; i < 37; i++) {
    b.world.nextId();
    b.world.nextIntId();
  }
  b.world.clock.charge(12_345);
  work(a);
  work(b);
  expect(b.snapshot()).toEqual(a.snapshot());
});

it('differs when anything a person sees differs', () => {
  const [a, b] = [createLocalWorkspace(), createLocalWorkspace()];
  work(a);
  work(b);
  (b.globals.MailApp as GoogleAppsScript.Mail.MailApp).sendEmail('teacher@school.example', 'Ещё', '');
  expect(b.snapshot()).not.toEqual(a.snapshot());
});

it('names ids by what they are, everywhere they occur', () => {
  const ws = createLocalWorkspace();
  work(ws);
  const text = JSON.stringify(ws.snapshot());
  expect(text).toContain('https://docs.google.com/forms/d/');
  for (const id of [ws.world.activeSpreadsheetId ?? '', ...ws.outbox.map((mail) => mail.id)])
    expect(text).not.toContain(id.slice(1));
});

it('calls things the same whether or not a letter tells of them', () => {
  const written = (tells: boolean): unknown => {
    const ws = createLocalWorkspace();
    ws.createSpreadsheet('Школа');
    const { SpreadsheetApp, MailApp } = ws.globals as {
      SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
      MailApp: GoogleAppsScript.Mail.MailApp;
    };
    const sheet = SpreadsheetApp.getActive().insertSheet('План');
    if (tells) MailApp.sendEmail('teacher@school.example', 'План', `…/edit#gid=${String(sheet.getSheetId())}`);
    return (ws.snapshot() as { spreadsheets: unknown }).spreadsheets;
  };
  expect(written(true)).toEqual(written(false));
});

it('has its keys in order and no bookkeeping stamps unless asked', () => {
  const ws = createLocalWorkspace();
  work(ws);
  expect(Object.keys(ws.snapshot() as object)).toEqual([
    'calendars',
    'documents',
    'drive',
    'forms',
    'outbox',
    'spreadsheets',
    'triggers',
  ]);
  expect(JSON.stringify(ws.snapshot())).not.toMatch(/"(createdTime|modifiedTime|at)":/);
  expect(JSON.stringify(ws.snapshot({ times: true }))).toMatch(/"modifiedTime":/);
});

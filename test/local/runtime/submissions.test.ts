// Form submissions and their triggers: https://developers.google.com/apps-script/guides/triggers/events#form-submit
import type { LocalWorkspace } from '../../../local';
import { workspaceWith } from './project';

const CODE = `
  function makeForm(withDestination) {
    const form = FormApp.create('Опрос');
    form.addTextItem().setTitle('Имя');
    form.setPublished(true);
    if (withDestination) form.setDestination(FormApp.DestinationType.SPREADSHEET, SpreadsheetApp.getActive().getId());
    return form.getId();
  }
  function watchSheet() { ScriptApp.newTrigger('onSheet').forSpreadsheet(SpreadsheetApp.getActive()).onFormSubmit().create(); }
  function watchForm(id) { ScriptApp.newTrigger('onForm').forForm(id).onFormSubmit().create(); }
  function note(text) { PropertiesService.getScriptProperties().setProperty('seen', text); }
  function onSheet(e) {
    note(JSON.stringify([String(e.authMode), e.authMode === ScriptApp.AuthMode.FULL, e.values.length, e.values[1], e.namedValues['Имя'],
      e.range.getRow(), e.range.getNumColumns(), e.source.getId() === SpreadsheetApp.getActive().getId(), typeof e.triggerUid]));
  }
  function onForm(e) {
    note(JSON.stringify([String(e.authMode), e.response.getItemResponses()[0].getResponse(), e.source.getTitle(), typeof e.triggerUid]));
  }
  function seen() { return JSON.parse(PropertiesService.getScriptProperties().getProperty('seen')); }
  function submitByScript(id) {
    const form = FormApp.openById(id);
    const item = form.getItems()[0].asTextItem();
    form.createResponse().withItemResponse(item.createResponse('Скрипт')).submit();
  }`;

function workspace(options: Parameters<typeof workspaceWith>[1] = {}): LocalWorkspace {
  const ws = workspaceWith(CODE, options);
  ws.createSpreadsheet('Школа');
  return ws;
}

it('a respondent’s answer fires the spreadsheet’s trigger with the row it was written to', () => {
  const ws = workspace();
  const form = ws.run('makeForm', true) as string;
  ws.run('watchSheet');
  ws.submitForm(form, { Имя: 'Анна' }, { email: 'anna@school.example' });
  expect(ws.run('seen')).toEqual(['FULL', true, 2, 'Анна', ['Анна'], 2, 2, true, 'string']);
  expect(ws.executions.find(({ functionName }) => functionName === 'onSheet')).toMatchObject({
    origin: 'trigger',
    status: 'completed',
  });
});

it('an edited answer changes its row, wherever its columns are, and tells the trigger what has changed', () => {
  const ws = workspaceWith(`
    function makeForm() {
      const form = FormApp.create('Опрос').setAllowResponseEdits(true);
      form.addTextItem().setTitle('Имя');
      form.addScaleItem().setTitle('Балл');
      form.setPublished(true);
      form.setDestination(FormApp.DestinationType.SPREADSHEET, SpreadsheetApp.getActive().getId());
      ScriptApp.newTrigger('onSheet').forSpreadsheet(SpreadsheetApp.getActive()).onFormSubmit().create();
      return form.getId();
    }
    const sheet = () => SpreadsheetApp.getActive().getSheets()[0];
    function onSheet(e) { console.log(JSON.stringify([e.values.slice(1), e.namedValues['Имя'], e.range.getRow()])); }
    function swap() { sheet().moveColumns(sheet().getRange('C:C'), 2); }
    function rows() { return sheet().getDataRange().getDisplayValues(); }
    function drop() { sheet().deleteRow(2); }`);
  ws.createSpreadsheet('Школа');
  const form = ws.run('makeForm') as string;
  const first = ws.submitForm(form, { Имя: 'Анна', Балл: 3 });
  const second = ws.submitForm(form, { Имя: 'Борис', Балл: 4 });
  ws.run('swap');
  const at = new Date(ws.world.clock.now() + 60_000);
  ws.submitForm(form, { Имя: 'Анна', Балл: 5 }, { editResponseId: first, at });
  expect(ws.run('rows')).toEqual([
    ['Отметка времени', 'Балл', 'Имя'],
    ['01.09.2025 15:01:00', '5', 'Анна'],
    ['01.09.2025 15:00:00', '4', 'Борис'],
  ]);
  expect(ws.executions.filter(({ origin }) => origin === 'trigger').map(({ logs }) => logs[0]?.text)).toEqual([
    '[["Анна","3"],["Анна"],2]',
    '[["Борис","4"],["Борис"],3]',
    '[["","5"],[""],2]',
  ]);
  ws.run('drop');
  expect(() => ws.submitForm(form, { Имя: 'Б', Балл: 1 }, { editResponseId: second })).toThrow('NotEmulated');
});

it('a respondent’s answer fires the form’s trigger of a bound script with the response', () => {
  const ws = workspace({ deployment: 'bound' });
  const form = ws.run('makeForm', false) as string;
  ws.run('watchForm', form);
  ws.submitForm(form, { Имя: 'Анна' });
  expect(ws.run('seen')).toEqual(['FULL', 'Анна', 'Опрос', 'string']);
});

it('a script’s answer fires nothing', () => {
  // https://developers.google.com/apps-script/guides/triggers/installable#restrictions
  const ws = workspace({ deployment: 'bound' });
  const form = ws.run('makeForm', false) as string;
  ws.run('watchForm', form);
  ws.run('submitByScript', form);
  expect(ws.run('seen')).toBeNull();
});

it('an add-on may only watch the document it is used in', () => {
  // https://developers.google.com/workspace/add-ons/concepts/editor-triggers
  const ws = workspace();
  expect(() => ws.run('watchForm', ws.run('makeForm', false))).toThrow(
    'NotEmulated: an add-on trigger for another file',
  );
});

it('an answer given later moves the clock, firing what is due on the way', () => {
  const ws = workspace();
  const form = ws.run('makeForm', false) as string;
  const at = new Date(ws.world.clock.now() + 3_600_000);
  ws.submitForm(form, { Имя: 'Анна' }, { at });
  expect(ws.world.clock.now()).toBe(at.getTime());
});

// https://developers.google.com/apps-script/reference/script/script-app
import { workspaceWith } from '../../runtime/project';

const CODE = `
  function describe(t) {
    return [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId() === null,
      t.getUniqueId() === ScriptApp.getProjectTriggers()[0].getUniqueId()];
  }
  function clock() { return describe(ScriptApp.newTrigger('beat').timeBased().everyHours(1).create()); }
  function submit(id) { return describe(ScriptApp.newTrigger('beat').forSpreadsheet(id).onFormSubmit().create()); }
  function list() { return ScriptApp.getProjectTriggers().map((t) => t.getHandlerFunction()); }
  function drop() { ScriptApp.deleteTrigger(ScriptApp.getProjectTriggers()[0]); }
  function info() {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    return [info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED, info.getAuthorizationUrl()];
  }
  function id() { return ScriptApp.getScriptId(); }
  function service() { return ScriptApp.getService().getUrl(); }
  function bad(what) {
    const builder = ScriptApp.newTrigger('beat').timeBased();
    if (what === 'minutes') builder.everyMinutes(7);
    if (what === 'add-on minutes') builder.everyMinutes(5).create();
    if (what === 'hours') builder.everyHours('1');
    if (what === 'nothing') builder.create();
  }`;

function workspace(): ReturnType<typeof workspaceWith> & { id: string } {
  const ws = workspaceWith(CODE);
  return { ...ws, id: ws.createSpreadsheet('Школа') };
}

it('makes, lists and deletes clock triggers', () => {
  const ws = workspace();
  expect(ws.run('clock')).toEqual(['beat', 'CLOCK', 'CLOCK', true, true]);
  expect(ws.run('list')).toEqual(['beat']);
  ws.run('drop');
  expect(ws.run('list')).toEqual([]);
});

it('makes triggers for a spreadsheet’s form submissions', () => {
  const ws = workspace();
  expect(ws.run('submit', ws.id)).toEqual(['beat', 'ON_FORM_SUBMIT', 'SPREADSHEETS', false, true]);
});

it('goes to the server once to make a trigger', () => {
  const ws = workspace();
  ws.run('clock');
  expect(ws.calls.map(({ service, method }) => `${service}.${method}`)).toEqual([
    'ClockTriggerBuilder.create',
    'ScriptApp.getProjectTriggers',
  ]);
});

it('finds nothing to be authorised', () => {
  expect(workspace().run('info')).toEqual([true, null]);
});

it('has an id that stays', () => {
  const ws = workspace();
  expect(ws.run('id')).toBe(ws.run('id'));
  expect(ws.run('id')).toHaveLength(57);
});

it.each([
  ['minutes', 'It must be one of 1, 5, 10, 15 or 30.'],
  ['add-on minutes', 'NotEmulated'],
  ['hours', "The parameters (string) don't match the method signature for ClockTriggerBuilder.everyHours."],
  ['nothing', 'NotEmulated'],
])('refuses a clock trigger with wrong %s', (what, error) => {
  expect(() => workspace().run('bad', what)).toThrow(error);
});

it('does not know the URL of a web app', () => {
  expect(() => workspace().run('service')).toThrow('NotEmulated: ScriptApp.getService');
});

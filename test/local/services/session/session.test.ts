// https://developers.google.com/apps-script/reference/base/session
import { createLocalWorkspace } from '../../../../local';
import { workspaceWith } from '../../runtime/project';

it('knows the user, the language and the time zone', () => {
  const ws = createLocalWorkspace({ user: 'head@school.example', locale: 'ru_RU', timeZone: 'Europe/Moscow' });
  const session = ws.globals.Session as GoogleAppsScript.Base.Session;
  expect(session.getActiveUser().getEmail()).toBe('head@school.example');
  expect(session.getEffectiveUser().getEmail()).toBe('head@school.example');
  expect(session.getActiveUserLocale()).toBe('ru');
  expect(session.getScriptTimeZone()).toBe('Europe/Moscow');
  expect(session.getTemporaryActiveUserKey()).toBe(session.getTemporaryActiveUserKey());
});

it('has the time zone of the manifest when a script is installed', () => {
  const ws = workspaceWith('function zone() { return Session.getScriptTimeZone(); }', { timeZone: 'Europe/Moscow' });
  expect(ws.run('zone')).toBe('Asia/Novokuznetsk');
});

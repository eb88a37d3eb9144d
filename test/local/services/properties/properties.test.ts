// https://developers.google.com/apps-script/reference/properties/properties
import { createLocalWorkspace } from '../../../../local';

function stores(): {
  service: GoogleAppsScript.Properties.PropertiesService;
  script: GoogleAppsScript.Properties.Properties;
} {
  const service = createLocalWorkspace().globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService;
  return { service, script: service.getScriptProperties() };
}

it('keeps strings: numbers and booleans become text', () => {
  // https://developers.google.com/apps-script/guides/properties#data_format
  const { script } = stores();
  script.setProperty('text', 'я').setProperties({ n: 1.5 as unknown as string, b: true as unknown as string });
  expect(script.getProperties()).toEqual({ text: 'я', n: '1.5', b: 'true' });
  expect(script.getKeys()).toEqual(['text', 'n', 'b']);
});

it('gives null for a key that is not there, even one every object has', () => {
  const { script } = stores();
  expect(script.getProperty('none')).toBeNull();
  expect(script.getProperty('toString')).toBeNull();
});

it('replaces all others when told to', () => {
  const { script } = stores();
  script.setProperty('old', '1').setProperties({ kept: '2' });
  script.setProperties({ only: '3' }, true);
  expect(script.getProperties()).toEqual({ only: '3' });
});

it('deletes one or all', () => {
  const { script } = stores();
  script.setProperties({ a: '1', b: '2' }).deleteProperty('a').deleteProperty('none');
  expect(script.getProperties()).toEqual({ b: '2' });
  expect(script.deleteAllProperties().getProperties()).toEqual({});
});

it('gives copies: changing what getProperties returned changes nothing', () => {
  const { script } = stores();
  script.setProperty('a', '1');
  script.getProperties()['a'] = '2';
  expect(script.getProperty('a')).toBe('1');
});

it('keeps script, user and document apart', () => {
  const ws = createLocalWorkspace();
  const service = ws.globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService;
  expect(service.getDocumentProperties()).toBeNull();
  ws.createSpreadsheet('Школа');
  service.getScriptProperties().setProperty('where', 'script');
  service.getUserProperties().setProperty('where', 'user');
  service.getDocumentProperties().setProperty('where', 'document');
  expect(service.getScriptProperties().getProperty('where')).toBe('script');
  expect(service.getUserProperties().getProperty('where')).toBe('user');
  ws.createSpreadsheet('Другая');
  expect(service.getDocumentProperties().getProperty('where')).toBeNull();
});

describe('size', () => {
  // https://developers.google.com/apps-script/guides/services/quotas: 9 KB a value, 500 KB a store
  it('of a value is at most 9 KB of UTF-8', () => {
    const { script } = stores();
    script.setProperty('a', 'x'.repeat(9216));
    expect(() => script.setProperty('a', 'x'.repeat(9217))).toThrow('Argument too large: value');
    expect(() => script.setProperty('a', 'я'.repeat(4609))).toThrow('Argument too large: value');
    expect(script.getProperty('a')).toHaveLength(9216);
  });

  it('of a store is at most 500 KB', () => {
    const { script } = stores();
    const values = Object.fromEntries(Array.from({ length: 55 }, (_, i) => [`k${i}`, 'x'.repeat(9200)]));
    script.setProperties(values);
    expect(() => script.setProperty('more', 'x'.repeat(9000))).toThrow(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  });
});

it('does not guess what null or an object becomes', () => {
  const { script } = stores();
  expect(() => script.setProperty('a', null as unknown as string)).toThrow('NotEmulated');
  expect(() => script.setProperties({ a: {} as unknown as string })).toThrow('NotEmulated');
});

// "Properties read/write: 50,000 / day", "500,000 / day"; "quotas are per user":
// https://developers.google.com/apps-script/guides/services/quotas
it.each([
  ['consumer', 50_000],
  ['workspace', 500_000],
] as const)('counts reads and writes of a %s account against its %d a day, each user apart', (edition, limit) => {
  const ws = createLocalWorkspace({ edition });
  const script = (ws.globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService).getScriptProperties();
  script.setProperty('k', 'v');
  script.getProperty('k');
  expect(ws.quota('properties.calls')).toBe(limit - 2);
  ws.world.spend('properties.calls', limit - 3, 'properties');
  script.getProperties();
  expect(() => script.getProperty('k')).toThrow('Service invoked too many times for one day: properties.');
  ws.world.user = 'teacher@school.example';
  expect(script.getProperty('k')).toBe('v');
  ws.world.user = 'director@school.example';
  ws.advanceTo(new Date(ws.world.clock.now() + 24 * 3_600_000));
  expect(script.getProperty('k')).toBe('v');
});

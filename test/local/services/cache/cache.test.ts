// https://developers.google.com/apps-script/reference/cache/cache
import { createLocalWorkspace, type LocalWorkspace } from '../../../../local';

function setUp(): { ws: LocalWorkspace; cache: GoogleAppsScript.Cache.Cache } {
  const ws = createLocalWorkspace();
  const service = ws.globals.CacheService as GoogleAppsScript.Cache.CacheService;
  return { ws, cache: service.getScriptCache() };
}

it('forgets an entry when its time is up: 10 minutes unless told otherwise', () => {
  const { ws, cache } = setUp();
  cache.put('default', 'a');
  cache.put('short', 'b', 5);
  ws.world.clock.charge(4999);
  expect(cache.getAll(['default', 'short', 'none'])).toEqual({ default: 'a', short: 'b' });
  ws.world.clock.charge(1);
  expect(cache.get('short')).toBeNull();
  ws.world.clock.charge(595_000);
  expect(cache.get('default')).toBeNull();
});

it('puts and removes several at once', () => {
  const { cache } = setUp();
  cache.putAll({ a: '1', b: '2', c: '3' }, 60);
  cache.remove('a');
  cache.removeAll(['b', 'none']);
  expect(cache.getAll(['a', 'b', 'c'])).toEqual({ c: '3' });
});

it('takes keys of 250 characters and values of 100 KB', () => {
  const { cache } = setUp();
  cache.put('k'.repeat(250), 'x'.repeat(100 * 1024));
  expect(() => cache.put('k'.repeat(251), 'x')).toThrow('Argument too large: key');
  expect(() => cache.put('k', 'x'.repeat(100 * 1024 + 1))).toThrow('Argument too large: value');
});

it('keeps the 900 entries farthest from expiration when there are more than 1000', () => {
  const { cache } = setUp();
  cache.putAll(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, 'x'])), 100);
  cache.put('late', 'x', 200);
  const kept = cache.getAll([...Array.from({ length: 1000 }, (_, i) => `k${i}`), 'late']);
  expect(Object.keys(kept)).toHaveLength(900);
  expect(kept).toHaveProperty('late');
});

it('keeps script, user and document apart', () => {
  const { ws, cache } = setUp();
  const service = ws.globals.CacheService as GoogleAppsScript.Cache.CacheService;
  cache.put('a', 'script');
  expect(service.getUserCache().get('a')).toBeNull();
  expect(service.getDocumentCache()).toBeNull();
  ws.createSpreadsheet('Школа');
  expect(service.getDocumentCache()?.get('a')).toBeNull();
});

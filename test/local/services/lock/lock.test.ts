// https://developers.google.com/apps-script/reference/lock/lock
import { workspaceWith } from '../../runtime/project';

const CODE = `
  function take() {
    const lock = LockService.getDocumentLock();
    const got = [lock.hasLock(), lock.tryLock(100), lock.hasLock(), lock.tryLock(100)];
    lock.releaseLock();
    return [...got, lock.hasLock()];
  }
  function keep() { LockService.getScriptLock().waitLock(10); }
  function wait() { LockService.getScriptLock().waitLock(5000); }
  function ask() { const start = Date.now(); return [LockService.getScriptLock().tryLock(5000), Date.now() - start]; }
  function none() { return LockService.getDocumentLock(); }`;

it('is taken, kept when taken again, and released', () => {
  const ws = workspaceWith(CODE);
  ws.createSpreadsheet('Школа');
  expect(ws.run('take')).toEqual([false, true, true, true, false]);
});

it('ends with the execution that holds it', () => {
  const ws = workspaceWith(CODE);
  ws.run('keep');
  expect(ws.run('ask')).toEqual([true, 0]);
});

it('held by another execution is waited for: tryLock gives false, waitLock throws', () => {
  const ws = workspaceWith(CODE);
  const release = ws.holdLock('script');
  expect(ws.run('ask')).toEqual([false, 5000]);
  expect(() => ws.run('wait')).toThrow('Lock timeout: another process was holding the lock for too long.');
  release();
  expect(ws.run('ask')).toEqual([true, 0]);
});

it('of a document does not exist outside one', () => {
  // https://developers.google.com/apps-script/reference/lock/lock-service#getdocumentlock
  expect(workspaceWith(CODE).run('none')).toBeNull();
});
